"""The state of proceedings: an order, a judgment or enforcement under way is followed up, not started again."""

from __future__ import annotations

from docgen.accounts.account import Question
from docgen.escalation.case import Lot
from docgen.escalation.decision import Force, Stage, Step
from docgen.escalation.proceedings import UNDER_WAY, Stand
from docgen.escalation.rules.rule import Rule


def _since(lot: Lot) -> dict[str, str]:
    since, term = lot.court.since, lot.court.term
    return {
        "since": since.on.isoformat() if since else "–",
        "end": term.raw_end.isoformat() if term else "–",
    }


def _perform_by(lot: Lot) -> dict[str, str]:
    since = lot.court.since
    last = since.perform_by if since else None
    return {**_since(lot), "perform_by": last.isoformat() if last else "–"}


def _under_way(lot: Lot) -> bool:
    return lot.court.stand in UNDER_WAY or _declared(lot)


def _declared(lot: Lot) -> bool:
    """A suit that is declared to be pending, of which no event is on record."""
    return lot.court.stand in {Stand.NONE, Stand.PRESERVED} and lot.case.declared(Question.SUIT_PENDING) is True


def _what(lot: Lot) -> str:
    return "suit" if lot.court.stand in {Stand.NONE, Stand.PRESERVED, Stand.BECAME_SUIT} else lot.court.stand.value


PROCEEDINGS: tuple[Rule[Lot], ...] = (
    Rule(
        code="E17",
        stage=Stage.PROCEEDINGS,
        force=Force.LAW,
        articles=("cpl_interpretation:517", "cpl:265", "company_law:23", "company_law:54"),
        reads=("history: no_property_found",),
        holds=lambda lot: lot.court.stand is Stand.NO_PROPERTY,
        effects=("watch",),
        facts=_since,
        instead=lambda _: Step.WATCH,
    ),
    Rule(
        code="E16",
        stage=Stage.PROCEEDINGS,
        force=Force.LAW,
        articles=("cpl:247", "cpl:250", "cpl:264"),
        reads=("history: judgment_effective", "perform_by", "open"),
        holds=lambda lot: lot.court.stand in {Stand.JUDGMENT_FINAL, Stand.JUDGMENT_OPEN},
        effects=("enforcement", "perform_by_unknown"),
        effect=lambda lot: "enforcement" if lot.court.stand is Stand.JUDGMENT_FINAL else "perform_by_unknown",
        facts=_perform_by,
        instead=lambda _: Step.ENFORCEMENT,
    ),
    Rule(
        code="E15",
        stage=Stage.PROCEEDINGS,
        force=Force.LAW,
        articles=("cpl:227(3)", "cpl:250", "cpl_interpretation:460"),
        reads=("history: payment_order_served", "history: payment_order_objection", "open"),
        holds=lambda lot: lot.court.stand is Stand.ORDER_FINAL,
        effects=("enforcement",),
        facts=_since,
        instead=lambda _: Step.ENFORCEMENT,
    ),
    Rule(
        code="E14",
        stage=Stage.PROCEEDINGS,
        force=Force.LAW,
        articles=("cpl:228", "cpl_interpretation:438", "cpl_interpretation:439", "cpl_interpretation:195(1)"),
        reads=("history: payment_order_objection", "history: payment_order_lapsed"),
        holds=lambda lot: lot.court.stand in {Stand.ORDER_OBJECTED, Stand.ORDER_LAPSED},
        effects=("ruling_awaited", "suit_goes_on"),
        effect=lambda lot: "suit_goes_on" if lot.court.stand is Stand.ORDER_LAPSED else "ruling_awaited",
        facts=_since,
        instead=lambda _: Step.PROCEEDINGS,
    ),
    Rule(
        code="C01",
        stage=Stage.PROCEEDINGS,
        force=Force.LAW,
        articles=(),
        reads=("history: filings, service, judgment, enforcement", "suit_pending"),
        holds=_under_way,
        effects=(
            "suit",
            Stand.ORDER_APPLIED.value,
            Stand.ORDER_SERVED.value,
            Stand.JUDGMENT.value,
            Stand.ENFORCING.value,
        ),
        effect=_what,
        facts=_perform_by,
        instead=lambda _: Step.PROCEEDINGS,
    ),
)
