"""What bars any paper that opens proceedings: an arbitration clause, a suit already pending, the wrong court."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.contract import Contract
from docgen.errors import Finding, Severity
from docgen.escalation import proceedings
from docgen.escalation.proceedings import Stand
from docgen.law import jurisdiction
from docgen.law.assessment import OpenItem
from docgen.law.courts import is_intermediate, may_issue_payment_orders, sits_at
from docgen.law.jurisdiction import Forum, Level
from docgen.law.statutes import LawData
from docgen.law.venue import BY_CLAUSE, BY_LAW, Venue, agreed

_AFTER_SUIT = frozenset(
    {
        Stand.SUIT,
        Stand.BECAME_SUIT,
        Stand.JUDGMENT,
        Stand.JUDGMENT_OPEN,
        Stand.JUDGMENT_FINAL,
        Stand.ENFORCING,
        Stand.NO_PROPERTY,
    }
)


def contracts_of(account: Account, items: Iterable[OpenItem]) -> list[Contract]:
    """The contracts of these invoices, in the account's order."""
    named = {item.invoice.contract for item in items}
    return [one for one in account.contracts if one.number in named]


def of_clauses(contracts: Iterable[Contract]) -> Iterator[Finding]:
    """An arbitration clause bars a suit (仲裁法 5, 民事诉讼法 127(2)); one that is unclear is for somebody to read."""
    for contract in contracts:
        clause = contract.dispute_clause
        if jurisdiction.route(clause) is Forum.ARBITRATION:
            yield Finding(
                "paper.court.arbitration",
                Severity.BAR,
                facts={"contract": contract.number},
                articles=("arbitration_law:5", "cpl:127(2)"),
            )
        elif clause and (jurisdiction.route(clause) is None or jurisdiction.either_way(clause)):
            yield Finding(
                "paper.court.clause_unclear",
                Severity.WARNING,
                facts={"contract": contract.number},
                articles=("arbitration_law:27", "arbitration_law:29", "forum_reply:4"),
            )


def of_pending(account: Account, law: LawData) -> Iterator[Finding]:
    """What is pending, or decided, is not sued upon again (民诉法解释 247)."""
    events = sorted((one for one in account.history if one.kind in proceedings.COURT), key=lambda one: one.on)
    stand = proceedings.read(events, account.as_of, law)
    answer, place = account.declares(Question.SUIT_PENDING), f"/account/declared/{Question.SUIT_PENDING.value}"
    articles = ("cpl:127", "cpl_interpretation:247")
    if stand.stand in _AFTER_SUIT and stand.since is not None:
        facts = {"on": stand.since.on.isoformat()}
        yield Finding("paper.court.suit_on_record", Severity.BAR, facts=facts, articles=articles)
    elif answer is Answer.YES:
        yield Finding("paper.court.suit_pending", Severity.BAR, place, articles=articles)
    elif answer is Answer.UNKNOWN:
        yield Finding("paper.court.suit_pending_unknown", Severity.BAR, place, articles=articles)


def of_court(
    account: Account,
    contracts: Iterable[Contract],
    court: str | None,
    claimed: Decimal,
    *,
    outside: bool | None,
    on: dt.date,
    law: LawData,
) -> Iterator[Finding]:
    """The court's level by the sum, and its place by the clauses or the law. Special courts are for a person."""
    if {account.debtor.country, account.creditor.country} != {"CN"}:
        yield Finding("paper.court.abroad", Severity.WARNING, articles=("cpl:73(2)",))
    in_yuan = account.currency == "CNY"
    level = jurisdiction.level(law, claimed, outside, on) if in_yuan else None
    articles = ("court_levels:1", "court_levels:2")
    if not in_yuan:
        yield Finding("paper.court.currency", Severity.WARNING, facts={"currency": account.currency}, articles=articles)
    elif level is None:
        yield Finding("paper.court.level_unknown", Severity.BAR, "/letter/suit/outside_province", articles=articles)
    if not court:
        return
    if level is not None and (level is Level.INTERMEDIATE) != is_intermediate(court):
        code = "paper.court.level_intermediate" if level is Level.INTERMEDIATE else "paper.court.level_basic"
        yield Finding(code, Severity.WARNING, "/letter/court", {"court": court}, articles)
    if not may_issue_payment_orders(court):  # a higher or a special court: its place is no district's
        return
    places = {venue: _addresses(account, venue) for venue in Venue}
    clauses = [one.dispute_clause for one in contracts if one.dispute_clause]
    chosen = {agreed(clause) for clause in clauses}
    fits: tuple[str | None, ...]
    grounds: tuple[str, ...]
    if not clauses:
        fits, grounds = (*places[Venue.DEFENDANT], *places[Venue.PLAINTIFF]), BY_LAW
    elif len(chosen) == 1 and (venue := chosen.pop()) in places and places[venue]:
        fits, grounds = places[venue], BY_CLAUSE
    else:
        fits, grounds = tuple(clauses), BY_CLAUSE
    if not sits_at(court, fits):
        facts = {"court": court, "places": "; ".join(each for each in fits if each)}
        yield Finding("paper.court.elsewhere", Severity.WARNING, "/letter/court", facts, grounds)


def _addresses(account: Account, venue: Venue | None) -> tuple[str | None, ...]:
    debtor, creditor = account.debtor, account.creditor
    if venue in {Venue.DEFENDANT, Venue.BUYER}:
        return (debtor.address, debtor.address_en)
    if venue in {Venue.PLAINTIFF, Venue.SELLER}:
        return (creditor.address, creditor.address_en)
    return ()
