"""What stands beside the step: it presses, or opens another way, and neither waits for the step nor replaces it."""

from __future__ import annotations

import datetime as dt

from docgen.accounts.account import EventKind, Question
from docgen.accounts.contract import Contract, ContractKind
from docgen.accounts.money import ZERO
from docgen.errors import RuleMissing
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import Force, SideKind, Stage, Step
from docgen.escalation.proceedings import Stand
from docgen.escalation.rules.floors import REQUEST
from docgen.escalation.rules.rule import Rule, any_of
from docgen.escalation.rungs import of
from docgen.law.instalment import may_accelerate
from docgen.law.retention import may_repossess


def _complaint(case: Case) -> bool | None:
    if not case.overdue or case.had(EventKind.COMPLAINT_FILED):
        return False
    return case.position.sme_applies


def _suspension(case: Case) -> bool | None:
    if not case.overdue or case.had(EventKind.SUPPLY_SUSPENDED):
        return False
    return case.declared(Question.DELIVERIES_OPEN)


def _under(case: Case, contract: Contract) -> list[Lot]:
    """The undisputed, overdue lots under a contract that were demanded, and whose time to answer is over."""
    answer = dt.timedelta(days=of(case.tier, Step.DEMAND).answer_days)
    return [
        lot
        for lot in case.lots
        if lot.contract is contract and lot.overdue and not (lot.disputed or lot.expired) and _demanded(lot, answer)
    ]


def _demanded(lot: Lot, answer: dt.timedelta) -> bool:
    return any(
        on + answer <= lot.case.as_of
        for step, on in lot.rung.used.items()
        if step in {Step.DEMAND, Step.LAWYERS_LETTER}
    )


def _acceleration(case: Case) -> bool | None:
    """Services follow the rules of sales by analogy (民法典 646)."""
    return any_of(
        *(
            _accelerates(case, contract, lots)
            for contract in case.account.contracts
            if contract.instalments != 1 and contract.kind in {ContractKind.SALE, ContractKind.SERVICES}
            if (lots := _under(case, contract))
        )
    )


def _accelerates(case: Case, contract: Contract, lots: list[Lot]) -> bool | None:
    if contract.instalments is None:  # not known; only invoices that are called instalments make it worth a question
        return None if any(lot.item.invoice.instalment_of for lot in lots) else False
    if contract.amount is None:
        return None
    try:
        return may_accelerate(
            case.law,
            instalments=contract.instalments,
            overdue=sum((lot.amount for lot in lots), ZERO),
            total_price=contract.amount,
            demanded_and_time_passed=True,
            on=case.as_of,
        )
    except RuleMissing:
        return None


def _repossession(case: Case) -> bool | None:
    return any_of(
        *(
            _repossesses(case, contract)
            for contract in case.account.contracts
            if contract.retention_of_title is not False and contract.kind is ContractKind.SALE
            if _under(case, contract)
        )
    )


def _repossesses(case: Case, contract: Contract) -> bool | None:
    if not contract.retention_of_title:
        return contract.retention_of_title
    items = [item for item in case.position.items if item.invoice.contract == contract.number]
    price = contract.amount or sum((item.invoice.amount for item in items), ZERO)
    paid = sum((item.paid for item in items), ZERO)
    try:
        return may_repossess(case.law, paid=paid, price=price, on=case.as_of)
    except RuleMissing:
        return None


def _small_claims(case: Case) -> bool | None:
    """Whether the claim is small enough for one instance (民事诉讼法 165); it is asked for once a suit is the way."""
    excluded = case.abroad or case.declared(Question.DEBTOR_MISSING)
    if not _letters_left(case) or excluded or case.account.currency != "CNY":
        return False
    limit = case.policy.small_claims_limit
    return None if limit is None else case.demandable <= limit


def _unasked(case: Case) -> list[str]:
    return sorted(
        {
            clock.guarantor
            for lot in case.lots
            if lot.overdue and not lot.expired
            for clock in lot.guarantees
            if clock.act_needed == REQUEST and clock.raw_end >= case.as_of
        }
    )


def _letters_left(case: Case) -> bool:
    """Whether letters are still the way: overdue, and not before a court."""
    return case.overdue and any(lot.court.stand is Stand.NONE and lot.overdue for lot in case.lots)


def _call(case: Case) -> bool:
    return _letters_left(case) and case.declared(Question.DEBTOR_MISSING) is not True


def _visit(case: Case) -> bool:
    asked = any(lot.rung.top in {Step.CONFIRMATION, Step.DEMAND, Step.LAWYERS_LETTER} for lot in case.lots)
    return _call(case) and asked and case.demandable >= case.policy.visit_from_amount


def _claim(case: Case) -> dict[str, str]:
    return {"amount": f"{case.demandable:f}", "currency": case.account.currency}


SIDE: tuple[Rule[Case], ...] = (
    Rule(
        code="E18",
        stage=Stage.SIDE,
        force=Force.LAW,
        articles=("sme_regulation:17", "sme_regulation:24"),
        reads=("creditor: size", "debtor: size"),
        holds=_complaint,
        effects=("complaint",),
        side=SideKind.COMPLAINT,
        asks=("size",),
        asked_from=Step.REMINDER,
    ),
    Rule(
        code="E19",
        stage=Stage.SIDE,
        force=Force.LAW,
        articles=("civil_code:525", "civil_code:526", "civil_code:527", "civil_code:528"),
        reads=("deliveries_open",),
        holds=_suspension,
        effects=("suspend_supply",),
        side=SideKind.SUSPEND_SUPPLY,
        asks=(Question.DELIVERIES_OPEN,),
        asked_from=Step.REMINDER,
    ),
    Rule(
        code="E20",
        stage=Stage.SIDE,
        force=Force.LAW,
        articles=("civil_code:634", "sales_interpretation:27"),
        reads=("contract: instalments", "contract: amount", "history: demand"),
        holds=_acceleration,
        effects=("acceleration",),
        side=SideKind.ACCELERATE,
        asks=("instalments",),
    ),
    Rule(
        code="E21",
        stage=Stage.SIDE,
        force=Force.LAW,
        articles=("civil_code:642", "sales_interpretation:26"),
        reads=("contract: retention_of_title", "payments", "history: demand"),
        holds=_repossession,
        effects=("repossession",),
        side=SideKind.REPOSSESS,
        asks=("retention_of_title",),
    ),
    Rule(
        code="E22",
        stage=Stage.SIDE,
        force=Force.LAW,
        articles=("cpl:165", "cpl:166"),
        reads=("open", "policy: small_claims_limit"),
        holds=_small_claims,
        effects=("small_claims",),
        facts=_claim,
        side=SideKind.SMALL_CLAIMS,
        asks=("small_claims_limit",),
        asked_from=Step.LAWSUIT,
    ),
    Rule(
        code="S01",
        stage=Stage.SIDE,
        force=Force.LAW,
        articles=("civil_code:688", "civil_code:693(2)"),
        reads=("contract: guarantees", "history: guarantor_requested"),
        holds=lambda case: bool(_unasked(case)),
        effects=("guarantor",),
        facts=lambda case: {"guarantor": ", ".join(_unasked(case))},
        side=SideKind.GUARANTOR,
    ),
    Rule(
        code="S02",
        stage=Stage.SIDE,
        force=Force.POLICY,
        articles=(),
        reads=("history: calls", "policy: quiet hours, contacts_a_week"),
        holds=_call,
        effects=("call",),
        facts=lambda case: {
            "from": case.policy.quiet_to.isoformat("minutes"),
            "to": case.policy.quiet_from.isoformat("minutes"),
            "most": str(case.policy.contacts_a_week),
        },
        side=SideKind.CALL,
    ),
    Rule(
        code="S03",
        stage=Stage.SIDE,
        force=Force.POLICY,
        articles=(),
        reads=("open", "history: letters", "policy: visit_from_amount"),
        holds=_visit,
        effects=("visit",),
        facts=lambda case: {**_claim(case), "least": f"{case.policy.visit_from_amount:f}"},
        side=SideKind.VISIT,
    ),
)
