"""The facts that nobody has stated and that a rule waits for, each as one question with the place of its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.accounts.account import Event, Question
from docgen.errors import Finding, Severity
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import STRENGTH, Asked, NextStep, Step
from docgen.escalation.proceedings import Stand
from docgen.escalation.rules import Rule
from docgen.escalation.rules.filters import MISSING
from docgen.escalation.way import Way
from docgen.law.sme import size_of

_FIELDS = {"day_missing": "due_on", "receipt_missing": "delivered_on", "acceptance_missing": "accepted_on"}


def asked(
    case: Case,
    ways: Iterable[Way],
    steps: Iterable[NextStep],
    unknown_ends: Iterable[Rule[Case]],
    unknown_sides: Iterable[Rule[Case]],
    history: tuple[Event, ...],
) -> tuple[Asked, ...]:
    """Those that the step waits for first. A question is asked from the step on for which it begins to matter."""
    steps = tuple(steps)
    reached = max((STRENGTH[step.step] for step in steps), default=0)
    first = steps[0].step if steps else Step.NOTHING
    found: dict[tuple[str, str], Asked] = {}

    def ask(fact: Question | str, place: str, rule: str, *, blocking: bool, articles: tuple[str, ...] = ()) -> None:
        key = (str(fact), place)
        known = found.get(key)
        rules = (*(known.rules if known else ()), rule)
        finding = known.finding if known else _question(fact, place, articles)
        found[key] = Asked(
            fact=fact,
            place=place,
            rules=tuple(dict.fromkeys(rules)),
            blocking=blocking or bool(known and known.blocking),
            finding=finding,
        )

    for rule in (*unknown_ends, *unknown_sides):
        if reached >= STRENGTH[rule.asked_from]:
            for fact, place in _open(case, rule):
                ask(fact, place, rule.code, blocking=first in rule.waits, articles=rule.articles)
    for way in ways:
        own = max(STRENGTH[way.step], reached if way.step is first else 0)
        for lot_rule in way.unknown:
            if own >= STRENGTH[lot_rule.asked_from]:
                for fact, place in _open_of_lot(way.lot, lot_rule):
                    blocking = way.step is first and first in lot_rule.waits
                    ask(fact, place, lot_rule.code, blocking=blocking, articles=lot_rule.articles)
        for fact, place, code in _of_step(way, history):
            ask(fact, place, code, blocking=way.step is first and first is not Step.PERFORMANCE_NOTICE)
    if first is Step.FACTS and not case.position.items:
        ask("invoices", "/account/invoices", "B01", blocking=True)
    if not case.grade_known and case.lots:
        ask("credit", "/account/credit", "P08", blocking=False)
    return tuple(sorted(found.values(), key=lambda each: not each.blocking))


@lru_cache(maxsize=4096)  # the same few questions, account after account
def _question(fact: Question | str, place: str, articles: tuple[str, ...]) -> Finding:
    return Finding(f"ask.{fact}", Severity.INFORMATION, place, articles=articles)


def _open(case: Case, rule: Rule[Case]) -> Iterator[tuple[Question | str, str]]:
    for fact in rule.asks:
        if isinstance(fact, Question):
            if case.declared(fact) is None:
                yield fact, _declared(fact)
        elif fact == "size":
            for role, party in (("creditor", case.account.creditor), ("debtor", case.account.debtor)):
                if size_of(party) is None:
                    yield fact, f"/account/{role}/size"
        elif fact in {"instalments", "retention_of_title"}:
            for place, contract in enumerate(case.account.contracts):
                if getattr(contract, fact) is None:
                    yield fact, f"/account/contracts/{place}/{fact}"
                elif fact == "instalments" and contract.amount is None and (contract.instalments or 0) > 1:
                    yield "contract_amount", f"/account/contracts/{place}/amount"
        else:
            yield fact, f"/policy/{fact}"


def _open_of_lot(lot: Lot, rule: Rule[Lot]) -> Iterator[tuple[Question | str, str]]:
    for fact in rule.asks:
        if isinstance(fact, Question):
            if lot.case.declared(fact) is None:
                yield fact, _declared(fact)
        elif fact == "address":
            yield fact, "/account/debtor/address"
        elif lot.contract is None:
            yield "contract", f"{_invoice(lot)}/contract"
        else:
            yield fact, f"/account/contracts/{lot.case.account.contracts.index(lot.contract)}/{fact}"


def _of_step(way: Way, history: tuple[Event, ...]) -> Iterator[tuple[str, str, str]]:
    """What a step itself asks: the day that makes an invoice due, until when a judgment leaves time."""
    lot = way.lot
    if way.step is Step.FACTS:
        told = lot.case.position.told.get(lot.number, ())
        missing = next((MISSING[each.code] for each in told if each.code in MISSING), "day_missing")
        yield _FIELDS[missing], f"{_invoice(lot)}/{_FIELDS[missing]}", "E08"
    if way.step is Step.PERFORMANCE_NOTICE:
        yield "due_on", f"{_invoice(lot)}/due_on", "E08"
    if lot.court.stand is Stand.JUDGMENT_OPEN:
        since = lot.court.since
        place = next((at for at, event in enumerate(history) if event is since), None)
        yield "perform_by", "/account/history" if place is None else f"/account/history/{place}/perform_by", "E16"


def _invoice(lot: Lot) -> str:
    return f"/account/invoices/{lot.case.account.invoices.index(lot.item.invoice)}"


def _declared(question: Question) -> str:
    return f"/account/declared/{question.value}"
