"""What a court would ask for and is not on record, with how to get it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.accounts.account import EventKind, Proof, Question
from docgen.accounts.contract import LateRate
from docgen.accounts.party import PartyKind
from docgen.errors import Finding, Severity
from docgen.escalation.case import Case
from docgen.escalation.decision import Evidence
from docgen.law.limitation import ARRIVED

SIGNED = frozenset({Proof.SIGNED, Proof.PROMISED})


def missing(case: Case) -> tuple[Evidence, ...]:
    found = (*_of_contract(case), *_of_delivery(case), *_of_letters(case), *_of_addresses(case), *_of_size(case))
    return tuple(Evidence(code=finding.code, finding=finding) for finding in found)


def _of_contract(case: Case) -> Iterator[Finding]:
    without = [lot.number for lot in case.lots if lot.contract is None]
    if without:
        yield _lacks("evidence.contract", ("sales_interpretation:1",), invoices=_listed(without))
    for contract in case.account.contracts:
        clause = contract.late_payment
        if clause is not None and clause.rate is not LateRate.NONE and not clause.words:
            yield _lacks("evidence.clause_words", ("civil_code:585",), contract=contract.number)


def _of_delivery(case: Case) -> Iterator[Finding]:
    """A VAT invoice alone proves no delivery (买卖合同解释 5(1))."""
    without = [
        lot.number
        for lot in case.lots
        if not (lot.item.invoice.delivery_documents or lot.item.invoice.acceptance_documents)
    ]
    if without:
        yield _lacks("evidence.delivery", ("sales_interpretation:5(1)",), invoices=_listed(without))


def _of_letters(case: Case) -> Iterator[Finding]:
    confirmed = any(event.kind is EventKind.CONFIRMATION and event.proof in SIGNED for event in case.events)
    if case.overdue and not confirmed:
        yield _lacks("evidence.confirmation", ("sales_interpretation:1(2)", "limitation_rules:14"))
    unproved = [
        event.on.isoformat()
        for event in case.events
        if event.kind in {EventKind.DEMAND, EventKind.LAWYERS_LETTER} and event.proof not in ARRIVED
    ]
    if unproved:
        yield _lacks("evidence.arrival", ("limitation_rules:8(1)(2)",), on=", ".join(unproved))
    if case.declared(Question.DEBTOR_MISSING):
        yield _lacks("evidence.public_notice", ("limitation_rules:8(1)(4)",))
    if case.declared(Question.MOVING_ASSETS):
        yield _lacks("evidence.flight", ("cpl:104(1)", "preservation_rules:10"))


def _of_addresses(case: Case) -> Iterator[Finding]:
    agreed = any(contract.service_clause for contract in case.account.contracts)
    if not agreed and case.declared(Question.ADDRESS_CONFIRMED) is not True:
        yield _lacks("evidence.service_address", ("cpl_interpretation:137",))


def _of_size(case: Case) -> Iterator[Finding]:
    """Whether the SME payment regulation applies turns on sizes at the time of the contract, with a source."""
    if not case.position.sme_applies:
        return
    for role, party in (("creditor", case.account.creditor), ("debtor", case.account.debtor)):
        if party.kind is not PartyKind.PUBLIC_BODY and (party.size is None or not party.size.source):
            yield _lacks("evidence.size", ("sme_regulation:3", "sme_regulation:29"), place=role, party=party.name)


def _listed(numbers: list[str]) -> str:
    return ", ".join(dict.fromkeys(numbers))


def _lacks(code: str, articles: tuple[str, ...], *, place: str | None = None, **facts: str) -> Finding:
    pointer = f"/account/{place}/size" if place else None
    return Finding(code, Severity.INFORMATION, place=pointer, facts=facts, articles=articles)
