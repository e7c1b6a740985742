"""What takes steps away, or puts another in their place; each with its article."""

from __future__ import annotations

from docgen.accounts.account import Question
from docgen.escalation.case import Lot
from docgen.escalation.decision import Force, Stage, Step
from docgen.escalation.proceedings import Stand
from docgen.escalation.rules.rule import Rule, any_of

ORDER = frozenset({Step.PAYMENT_ORDER})
SUITS = frozenset({Step.LAWSUIT, Step.ARBITRATION})
NO_ORDER = {Step.PAYMENT_ORDER: Step.LAWSUIT}

BY_LAW = {"civil_code_628": "due_on_receipt", "sme_9": "due_by_sme"}
MISSING = {
    "due.day_missing": "day_missing",
    "due.receipt_missing": "receipt_missing",
    "due.acceptance_missing": "acceptance_missing",
}


def _due_unknown(lot: Lot) -> str:
    """What keeps the due date from being known: a fact that is missing, or that nothing was agreed."""
    told = lot.case.position.told.get(lot.number, ())
    return next((MISSING[each.code] for each in told if each.code in MISSING), "performance_notice")


def _due_effect(lot: Lot) -> str:
    return BY_LAW.get(lot.item.due.ground) or _due_unknown(lot)


def _e08(lot: Lot) -> bool:
    return lot.due_on is None or lot.item.due.ground in BY_LAW


def _without_due_date(lot: Lot) -> Step | None:
    if lot.due_on is not None:
        return None
    return Step.PERFORMANCE_NOTICE if _due_unknown(lot) == "performance_notice" else Step.FACTS


def _due_facts(lot: Lot) -> dict[str, str]:
    return {"due_on": lot.due_on.isoformat() if lot.due_on else "–"}


def _limitation_end(lot: Lot) -> dict[str, str]:
    ended = lot.item.limitation_ended_on
    return {"on": ended.isoformat() if ended else "–"}


def _held(lot: Lot) -> Step | None:
    """The disputed part is answered; once both letters of the ladder were used, it goes to court."""
    if not lot.disputed:
        return None
    return Step.LAWSUIT if lot.rung.pressed else Step.NEGOTIATION


def _e09_effect(lot: Lot) -> str:
    if not lot.disputed:
        return "takes_payment_order"
    return "to_court" if lot.rung.pressed else "negotiate"


def _not_serviceable(lot: Lot) -> bool | None:
    serviceable = lot.case.declared(Question.DEBTOR_SERVICEABLE)
    return True if lot.court.unserved else None if serviceable is None else not serviceable


def _preserved(lot: Lot) -> bool | None:
    return True if lot.court.stand is Stand.PRESERVED else lot.case.declared(Question.PRESERVATION_APPLIED)


def _e09_articles(lot: Lot) -> tuple[str, ...]:
    """That the undisputed part is to be paid in time is said by the SME payment regulation alone (15)."""
    if lot.disputed:
        return ("civil_code:525", "civil_code:526")
    of_order = ("cpl:225(1)(1)", "cpl_interpretation:435")
    return (*of_order, "sme_regulation:15") if lot.case.position.sme_applies else of_order


FILTERS: tuple[Rule[Lot], ...] = (
    Rule(
        code="B04",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("civil_code:557",),
        reads=("unallocated", "open"),
        holds=lambda lot: lot.due and not (lot.disputed or lot.expired or lot.case.demandable),
        effects=("covered",),
        facts=lambda lot: {"unallocated": f"{lot.case.position.unallocated:f}"},
        instead=lambda _: Step.NOTHING,
    ),
    Rule(
        code="E06",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("arbitration_law:5", "arbitration_law:39", "cpl:127(2)"),
        reads=("contract: dispute_clause",),
        holds=lambda lot: lot.arbitration,
        effects=("suit_becomes_arbitration",),
        facts=lambda lot: {"contract": lot.contract.number if lot.contract else "–"},
        takes={Step.LAWSUIT: Step.ARBITRATION},
        asks=("dispute_clause",),
        asked_from=Step.LAWYERS_LETTER,
        waits=SUITS,
    ),
    Rule(
        code="E07",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("civil_code:509", "cpl_interpretation:427(1)(2)"),
        reads=("due_on",),
        holds=lambda lot: lot.due_on is not None and not lot.due and not lot.disputed,
        effects=("reminder_or_confirmation_only",),
        facts=_due_facts,
        instead=lambda _: Step.REMINDER,
    ),
    Rule(
        code="E08",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("civil_code:628", "civil_code:511(4)", "sme_regulation:9", "limitation_rules:4"),
        reads=("due_on", "contract: due", "contract: kind", "delivered_on"),
        holds=_e08,
        effects=("due_on_receipt", "due_by_sme", "performance_notice", *MISSING.values()),
        effect=_due_effect,
        facts=_due_facts,
        cites=lambda lot: lot.item.due.articles if lot.due_on else ("civil_code:511(4)", "limitation_rules:4"),
        instead=_without_due_date,
    ),
    Rule(
        code="E09",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=(
            "cpl:225(1)(1)",
            "cpl_interpretation:435",
            "civil_code:525",
            "civil_code:526",
            "sme_regulation:15",
        ),
        reads=("invoices: dispute", "history: dispute, objection", "written_dispute"),
        holds=lambda lot: True if lot.disputed else lot.case.disputed_in_writing,
        effects=("takes_payment_order", "negotiate", "to_court"),
        effect=_e09_effect,
        cites=_e09_articles,
        takes=NO_ORDER,
        instead=_held,
        asks=(Question.WRITTEN_DISPUTE,),
        waits=ORDER,
    ),
    Rule(
        code="E10",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl_interpretation:427(1)(3)", "civil_code:525", "civil_code:526"),
        reads=("own_performance_outstanding", "other_debts_between_parties"),
        holds=lambda lot: any_of(
            lot.case.declared(Question.OWN_PERFORMANCE_OUTSTANDING),
            lot.case.declared(Question.OTHER_DEBTS_BETWEEN_PARTIES),
        ),
        effects=("takes_payment_order",),
        takes=NO_ORDER,
        alike=True,
        asks=(Question.OWN_PERFORMANCE_OUTSTANDING, Question.OTHER_DEBTS_BETWEEN_PARTIES),
        waits=ORDER,
    ),
    Rule(
        code="E11",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl_interpretation:427(1)(4)", "cpl:95", "cpl:166(4)", "cpl_interpretation:257"),
        reads=("debtor_missing",),
        holds=lambda lot: lot.case.declared(Question.DEBTOR_MISSING),
        effects=("takes_payment_order",),
        takes=NO_ORDER,
        alike=True,
        asks=(Question.DEBTOR_MISSING,),
        waits=ORDER,
    ),
    Rule(
        code="E23",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl_interpretation:427(1)(4)",),
        reads=("debtor: country", "debtor_abroad"),
        holds=lambda lot: lot.case.abroad,
        effects=("takes_payment_order",),
        takes=NO_ORDER,
        alike=True,
        asks=(Question.DEBTOR_ABROAD,),
        asked_from=Step.LAWYERS_LETTER,
        waits=ORDER,
    ),
    Rule(
        code="G05",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl:225(1)(2)", "cpl_interpretation:427(1)(5)", "cpl_interpretation:430"),
        reads=("debtor_serviceable", "history: payment_order_lapsed"),
        holds=_not_serviceable,
        effects=("takes_payment_order",),
        takes=NO_ORDER,
        asks=(Question.DEBTOR_SERVICEABLE,),
        asked_from=Step.LAWYERS_LETTER,
        waits=ORDER,
    ),
    Rule(
        code="G06",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl_interpretation:23", "cpl_interpretation:3"),
        reads=("debtor: address",),
        holds=lambda lot: None if not lot.case.account.debtor.address else False,
        effects=("needs_address",),
        alike=True,
        asks=("address",),
        asked_from=Step.LAWYERS_LETTER,
        waits=ORDER | SUITS,
    ),
    Rule(
        code="G07",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl_interpretation:427(1)(7)",),
        reads=("preservation_applied", "history: preservation"),
        holds=_preserved,
        effects=("takes_payment_order",),
        takes=NO_ORDER,
        asks=(Question.PRESERVATION_APPLIED,),
        asked_from=Step.LAWYERS_LETTER,
        waits=ORDER,
    ),
    Rule(
        code="G10",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("cpl_interpretation:430(1)(1)",),
        reads=("suit_pending",),
        holds=lambda lot: lot.case.declared(Question.SUIT_PENDING),
        effects=("takes_payment_order",),
        takes=NO_ORDER,
        alike=True,
        asks=(Question.SUIT_PENDING,),
        asked_from=Step.LAWYERS_LETTER,
        waits=ORDER | SUITS,
    ),
    Rule(
        code="E03",
        stage=Stage.FILTER,
        force=Force.LAW,
        articles=("civil_code:192", "limitation_rules:19"),
        reads=("limitation: raw_end", "history: interruptions"),
        holds=lambda lot: lot.expired,
        effects=("repayment_agreement",),
        facts=_limitation_end,
        instead=lambda _: Step.REPAYMENT_AGREEMENT,
    ),
)
"""In this order; of two that leave one step only, the later one decides, so that expiry stands above all."""
