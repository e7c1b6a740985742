"""What bars a complaint, and what its sender must have read: court, clauses, guarantors, preservation, objections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.contract import Contract, ContractKind
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment, Missing, OpenItem
from docgen.law.statutes import LawData
from docgen.letters.context import claims, court
from docgen.letters.context.parties import is_natural
from docgen.letters.context.suits import Sued
from docgen.letters.papers import filing
from docgen.letters.papers.suing import claimed, disputes, sue_by, sued
from docgen.letters.particulars.court import Suit
from docgen.letters.request import LetterRequest


def bars(account: Account, assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    settlement, suit = assessment.chosen, request.suit or Suit()
    items = claims.demanded_items(settlement)
    contracts = filing.contracts_of(account, items)
    yield from filing.of_clauses(contracts)
    yield from filing.of_pending(account, law)
    if not items:
        yield Finding("paper.civil_complaint.nothing_due", Severity.BAR, articles=("cpl:122", "civil_code:579"))
        return
    yield from filing.of_court(
        account,
        contracts,
        request.court,
        claimed(settlement),
        outside=suit.outside_province,
        on=request.dated_on or account.as_of,
        law=law,
    )
    yield from _of_contracts(contracts)
    if isinstance(settlement.interest, Missing):
        yield replace(settlement.interest.finding, severity=Severity.BAR)
    left_out = [item for item in claims.open_items(settlement) if item.demandable < item.open and _due(item)]
    if left_out:
        facts = {"invoices": ", ".join(item.invoice.number for item in left_out)}
        yield Finding("paper.civil_complaint.left_out", Severity.WARNING, facts=facts, articles=("cpl:122",))
    yield from _of_guarantees(account, assessment, contracts, suit)
    yield from _of_preservation(account, suit, law)
    dispute, place = account.declares(Question.WRITTEN_DISPUTE), f"/account/declared/{Question.WRITTEN_DISPUTE.value}"
    on_record = any(disputes(account, assessment))
    if dispute is Answer.NO and on_record:
        code = "paper.civil_complaint.dispute_contradicted"
        yield Finding(code, Severity.WARNING, place, articles=("cpl:124",))
    elif dispute is Answer.UNKNOWN and not on_record:
        yield Finding("paper.civil_complaint.dispute_unknown", Severity.BAR, place, articles=("cpl:124",))
    clauses = [contract.number for contract in contracts if contract.costs_clause]
    if clauses and request.agents and request.costs is None:
        code, facts = "paper.civil_complaint.costs_not_claimed", {"contracts": ", ".join(clauses)}
        yield Finding(code, Severity.INFORMATION, "/letter/costs", facts, ("civil_code:577",))
    yield from _of_persons(account, sued(account, assessment, request))
    for name in ("goods", "delivery", "quality"):
        if not getattr(suit, name):
            yield Finding(f"paper.civil_complaint.open_{name}", Severity.INFORMATION, f"/letter/suit/{name}")


def _of_persons(account: Account, pairs: list[Sued]) -> Iterator[Finding]:
    """What the complaint must say of a party and is not known; a guarantor is read where it is named first."""
    parties = {"/account/creditor": account.creditor, "/account/debtor": account.debtor}
    named: set[str] = set()
    for one in pairs:
        row, who = account.contracts.index(one.contract), one.guarantee.guarantor
        if who.name in named:
            continue
        named.add(who.name)
        place = f"/account/contracts/{row}/guarantees/{one.contract.guarantees.index(one.guarantee)}/guarantor"
        parties[place] = who
        if not is_natural(who) and not who.address:  # of a person it is asked for with the rest
            code, facts = "paper.civil_complaint.guarantor_address", {"who": who.name}
            yield Finding(code, Severity.WARNING, f"{place}/address", facts, ("cpl:124",))
    for place, who in parties.items():
        for name in court.unknown_of(who):
            code = f"paper.civil_complaint.person.{name}"
            yield Finding(code, Severity.WARNING, f"{place}/{name}", {"who": who.name}, ("cpl:124",))


def _due(item: OpenItem) -> bool:
    return item.due.on is None or item.days_past_due > 0


def _of_contracts(contracts: list[Contract]) -> Iterator[Finding]:
    """The form is that of sales; works belong to the court of the site (民事诉讼法 34, 民诉法解释 28(2))."""
    for contract in contracts:
        facts = {"contract": contract.number}
        if contract.kind is ContractKind.CONSTRUCTION:
            articles = ("cpl:34", "cpl_interpretation:28(2)")
            yield Finding("paper.civil_complaint.works", Severity.BAR, facts=facts, articles=articles)
        elif contract.kind is not ContractKind.SALE:
            yield Finding("paper.civil_complaint.no_sale", Severity.WARNING, facts=facts, articles=("civil_code:646",))


def _of_preservation(account: Account, suit: Suit, law: LawData) -> Iterator[Finding]:
    """Preservation before the suit is told to the court; it falls unless the suit follows in time (CPL 104(3))."""
    taken = any(one.kind is EventKind.PRESERVATION_TAKEN for one in account.history)
    if suit.preserved is None:
        if taken or account.declares(Question.PRESERVATION_APPLIED) is Answer.YES:
            place = "/letter/suit/preserved"
            yield Finding("paper.civil_complaint.preserved_unknown", Severity.BAR, place, articles=("cpl:104(3)",))
        return
    ends = sue_by(suit, law)
    if ends is not None and account.as_of > ends:
        facts = {"on": ends.isoformat()}
        place = "/letter/suit/preserved/on"
        yield Finding("paper.civil_complaint.preservation_over", Severity.WARNING, place, facts, ("cpl:104(3)",))


def _of_guarantees(
    account: Account, assessment: Assessment, contracts: list[Contract], suit: Suit
) -> Iterator[Finding]:
    """Whether the guarantors are sued too must be said; one whose period has ended is not."""
    named = [one.guarantor.name for contract in contracts for one in contract.guarantees]
    articles = ("civil_code:687", "civil_code:688", "civil_code:693")
    if not named:
        return
    if suit.claims_security is None:
        facts = {"guarantors": ", ".join(named)}
        place = "/letter/suit/claims_security"
        yield Finding("paper.civil_complaint.security_unknown", Severity.BAR, place, facts, articles)
    elif suit.claims_security:
        kept = {one.guarantee.guarantor.name for one in sued(account, assessment, LetterRequest(suit=suit))}
        lost = [name for name in dict.fromkeys(named) if name not in kept]
        if lost:
            code = "paper.civil_complaint.guarantee_expired"
            yield Finding(code, Severity.WARNING, facts={"guarantors": ", ".join(lost)}, articles=articles)
