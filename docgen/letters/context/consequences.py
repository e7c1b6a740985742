"""What follows if the debtor does not pay: the lawful steps that stand open, and who bears their costs.

The steps go by the dispute clauses of the contracts: a court clause, or none, leads to court; a clause that sends
everything to one arbitration institution leads there (仲裁法 5, 27); where clauses differ or leave a doubt, no step is
named that may be closed. A payment order is named only while none of its gates is shut (民事诉讼法 225).
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.accounts.contract import Contract
from docgen.law.assessment import GateState, OpenItem
from docgen.law.jurisdiction import Forum, route
from docgen.letters.context.base import Case
from docgen.letters.context.parties import cited
from docgen.letters.request import LetterKind


def consequences(case: Case, items: list[OpenItem], *, clause_quoted: bool = False) -> str:
    """The whole of it, in the words of the letter. clause_quoted: the costs clause stands in the letter already."""
    contracts = case.contracts(items)
    return case.pen.say("", " ").join((_steps(case, contracts), _costs(case, contracts, clause_quoted)))


def _forum(contracts: Iterable[Contract]) -> Forum | None:
    """Where the disputes go; None where the clauses differ or one of them leaves a doubt."""
    routes = {route(one.dispute_clause) if one.dispute_clause else Forum.COURT for one in contracts} or {Forum.COURT}
    return routes.pop() if len(routes) == 1 else None


def _payment_order(case: Case) -> bool:
    """Whether a payment order may be spoken of: the debtor in China, and no gate shut."""
    shut = any(gate.state is GateState.CLOSED for gate in case.assessment.payment_order)
    return case.account.debtor.country == "CN" and not shut


def _steps(case: Case, contracts: list[Contract]) -> str:
    pen, forum = case.pen, _forum(contracts)
    steps: list[tuple[str, str]] = []
    if forum is Forum.COURT and _payment_order(case):
        steps.append(("申请支付令", "applying for a payment order"))
    if forum is Forum.COURT:
        steps.append(("提起诉讼", "filing a lawsuit"))
    elif forum is Forum.ARBITRATION:
        steps.append(("申请仲裁", "applying for arbitration"))
    if steps:
        steps.append(("申请财产保全", "applying for property preservation"))
    named = pen.listed([pen.say(*step) for step in steps])
    lawyer = case.kind is LetterKind.LAWYERS_LETTER
    if pen.zh:
        open_ = f"如{case.you}逾期仍未付清，{case.we}将依法"
        if not steps:
            return f"{open_}通过诉讼或者仲裁等方式主张权利。"
        return f"{open_}通过{named}等方式维护合法权益。" if lawyer else f"{open_}采取{named}等措施。"
    open_ = f"If payment is not made in full by that date, {case.we} will"
    if not steps:
        return f"{open_} pursue the claim by lawful means such as commencing court or arbitration proceedings."
    if lawyer:
        return f"{open_} protect its lawful rights and interests by means such as {named}."
    return f"{open_} take lawful measures such as {named}."


def _costs(case: Case, contracts: list[Contract], clause_quoted: bool) -> str:
    """The contract's own clause on the costs of enforcing the claim, quoted; without one, what the law allows."""
    pen, we, you = case.pen, case.we, case.you
    claim = pen.say(
        f"由此产生的费用，{we}将依约请求{you}承担。", f"The resulting costs will be claimed from {you} accordingly."
    )
    said: dict[tuple[str, str | None], list[str]] = {}
    for one in contracts:
        if one.costs_clause:
            said.setdefault((one.costs_clause.strip(), one.costs_clause_en), []).append(cited(one, pen))
    if clause_quoted or (not said and any(one.pays_costs for one in contracts)):
        return claim
    if not said:
        return pen.say(
            f"由此产生的费用，{we}将依法主张。", f"The resulting costs will be claimed from {you} as the law allows."
        )
    of_all = len(said) == 1 and sum(map(len, said.values())) == len(contracts)
    quoted = [
        pen.say("合同约定：", "the contract provides: " if len(contracts) == 1 else "the contracts provide: ")
        + pen.quoted(*words)
        if of_all
        else pen.say(f"{pen.listed(where)}约定：", f"{pen.listed(where)} provides: ") + pen.quoted(*words)
        for words, where in said.items()
    ]
    return pen.say("关于费用，", "As to costs, ") + pen.say("", " ").join([*quoted, claim])
