"""What the collection handbooks say, as advice: never law, and never a reason for a step.

The lines stand in `craft.toml`, each with its source. `advice` chooses those that fit an account: by age and sum, by
what was promised and what is open, and by what its contracts say or leave out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, EventKind, Proof, Question
from docgen.accounts.contract import Contract, DueGround, LateRate
from docgen.accounts.invoice import DocumentKind
from docgen.escalation.decision import Decision, SideKind
from docgen.law.jurisdiction import either_way


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the handbooks. say, answer, topic_said, source: by language ("zh", "en").

    topic: a stable word. when: the condition on which it is told; "": only working papers list it.
    """

    code: str
    topic: str
    topic_said: Mapping[str, str]
    say: Mapping[str, str]
    answer: Mapping[str, str]
    source: Mapping[str, str]
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A line that fits an account; `contracts`: the numbers of those that it is about, none for another line."""

    line: Line
    contracts: tuple[str, ...] = ()

    def said(self, language: str) -> str:
        return self.line.say[language].format(contracts=("、" if language == "zh" else ", ").join(self.contracts))


@dataclass(frozen=True, slots=True)
class Craft:
    lines: tuple[Line, ...] = ()

    def of(self, topic: str) -> tuple[Line, ...]:
        """All lines of a topic, in the order of the file."""
        return tuple(line for line in self.lines if line.topic == topic)


def read(text: str) -> Craft:
    """The lines of a TOML text. Raises KeyError for a topic, a source or a condition that there is not."""
    given = tomllib.loads(text)
    lines = []
    for each in given["advice"]:
        when = each.get("when", "")
        if when and when not in _CONDITIONS and when not in _CLAUSES:
            raise KeyError(when)
        lines.append(
            Line(
                code=each["code"],
                topic=each["topic"],
                topic_said=MappingProxyType(given["topics"][each["topic"]]),
                say=MappingProxyType({"zh": each["zh"], "en": each["en"]}),
                answer=MappingProxyType({"zh": each.get("answer_zh", ""), "en": each.get("answer_en", "")}),
                source=MappingProxyType(given["sources"][each["source"]]),
                when=when,
            )
        )
    return Craft(tuple(lines))


def advice(craft: Craft, decision: Decision, account: Account) -> tuple[Advice, ...]:
    """The lines that fit this account on the day of the decision, in the order of the file."""
    return tuple(_chosen(craft, decision, account))


def _chosen(craft: Craft, decision: Decision, account: Account) -> Iterator[Advice]:
    for line in craft.lines:
        if (clause := _CLAUSES.get(line.when)) is not None:
            if found := tuple(one.number for one in account.contracts if clause(one, account)):
                yield Advice(line=line, contracts=found)
        elif line.when and _CONDITIONS[line.when](decision, account):
            yield Advice(line=line)


# -- what an account is like

_Condition = Callable[[Decision, Account], bool]


def _overdue(first: int, last: int | None = None) -> _Condition:
    """Overdue by so many days; both count."""
    return lambda decision, _: first <= decision.days_overdue and (last is None or decision.days_overdue <= last)


def _promise_broken(decision: Decision, account: Account) -> bool:
    """A day was promised that is over, and something is still overdue."""
    days = [event.promised_on for event in account.history if event.promised_on and event.on <= decision.as_of]
    return decision.days_overdue > 0 and any(day < decision.as_of for day in days)


def _no_confirmation(decision: Decision, account: Account) -> bool:
    """Something is overdue, and the debtor has stamped no balance."""
    stamped = {Proof.SIGNED, Proof.PROMISED}
    confirmed = (each for each in account.history if each.kind is EventKind.CONFIRMATION and each.proof in stamped)
    return decision.days_overdue > 0 and not any(confirmed)


def _flight(_: Decision, account: Account) -> bool:
    return Answer.YES in {account.declares(Question.MOVING_ASSETS), account.declares(Question.DEBTOR_MISSING)}


_CONDITIONS: Mapping[str, _Condition] = MappingProxyType(
    {
        "not_due": lambda decision, _: decision.days_overdue < 0,
        "overdue": _overdue(1),
        "overdue_1_60": _overdue(1, 60),
        "overdue_61_100": _overdue(61, 100),
        "overdue_101_180": _overdue(101, 180),
        "overdue_181_365": _overdue(181, 365),
        "overdue_366_730": _overdue(366, 730),
        "overdue_over_730": _overdue(731),
        "promise_broken": _promise_broken,
        "no_confirmation": _no_confirmation,
        "flight": _flight,
        "supplies": lambda _, account: account.declares(Question.DELIVERIES_OPEN) is Answer.YES,
        "visit": lambda decision, _: any(each.kind is SideKind.VISIT for each in decision.side_steps),
    }
)

# -- what a contract says, or leaves out

_Clause = Callable[[Contract, Account], bool]
_COUNT = r"(\d+|[一二两三四五六七八九十]+)\s*个?(工作|自然)?[日天]"
_ACCEPTANCE_DATED = re.compile(
    f"{_COUNT}[之以]?内?[^。；]{{0,20}}(验收|检验)|(验收|检验)[^。；]{{0,20}}(期限|期间)[^。；]{{0,8}}{_COUNT}"
    r"|视为[^。；]{0,6}(合格|接受|认可)|\b\d+ (working |calendar )?days\b[^.;]{0,60}\b(accept|inspect)"
    r"|\bdeemed (to be |to have been )?accepted",
    re.IGNORECASE,
)
_MONTH_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_AFTER_A_MONTH = re.compile(rf"(\d{{1,2}}|[一二三四五六七八九十]+)月(份)?(之|以)?后|\bafter ({_MONTH_EN})\b(?! \d)")
_MISWRITTEN = re.compile("贷到付款|货到附款|贷到附款|贷款到付")


def _accepted_some_day(contract: Contract, account: Account) -> bool:
    """Payment follows acceptance, and no words on record give acceptance a last day."""
    terms = [contract.due, *(each.due for each in account.invoices if each.contract == contract.number)]
    words = f"{contract.payment_terms or ''}\n{contract.payment_terms_en or ''}"
    follows = any(each and each.ground is DueGround.AFTER_ACCEPTANCE for each in terms) or bool(
        re.search("验收(合格)?[之以]?后", words)
    )
    return follows and not _ACCEPTANCE_DATED.search(words)


def _billed(contract: Contract, account: Account) -> bool:
    """Whether there are invoices under it: what a contract without any leaves out loses nothing yet."""
    return any(each.contract == contract.number and each.document is DocumentKind.INVOICE for each in account.invoices)


def _no_rate(contract: Contract, account: Account) -> bool:
    """Known to have no late-payment clause; one that is not known may have it."""
    none = contract.late_payment is not None and contract.late_payment.rate is LateRate.NONE
    return none and _billed(contract, account)


_CLAUSES: Mapping[str, _Clause] = MappingProxyType(
    {
        "acceptance_without_day": _accepted_some_day,
        "after_a_month": lambda contract, _: bool(_AFTER_A_MONTH.search(contract.payment_terms or "")),
        "miswritten": lambda contract, _: bool(_MISWRITTEN.search(contract.payment_terms or "")),
        "no_rate": _no_rate,
        "no_service_address": lambda contract, account: not contract.service_clause and _billed(contract, account),
        "no_costs_clause": lambda contract, account: contract.pays_costs is False and _billed(contract, account),
        "no_guarantee_period": lambda contract, _: any(each.period_until is None for each in contract.guarantees),
        "court_or_arbitration": lambda contract, _: either_way(contract.dispute_clause),
    }
)
