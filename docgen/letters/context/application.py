"""The application for a payment order: a fixed sum, its facts and its evidence.

Interest stands in it only where a document agrees it (民诉法解释 428(1)(2)), fixed to a date, so that
the sum is certain (民事诉讼法 225).
"""

from __future__ import annotations

from docgen.accounts.money import ZERO
from docgen.law.assessment import Interest
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.basis import basis_in_court
from docgen.letters.context.court import agents, evidence, subject
from docgen.letters.context.declaration import declaration
from docgen.letters.context.demand import interest_total, order_note, order_said, total_facts
from docgen.letters.context.history import confirmed_said, demands_said
from docgen.letters.context.interest import interest
from docgen.letters.context.performance import performance_said
from docgen.letters.context.reserved import in_court


def application(case: Case) -> dict[str, object]:
    settlement, pen, request = case.settlement, case.pen, case.request
    items = claims.demanded_items(settlement)
    claimed = interest(case, agreed_only=True)
    total = settlement.totals.demandable + (interest_total(settlement) if claimed["claimed"] else ZERO)
    return {
        "applicant": parties.party(case.account.creditor, pen, other=case.account.debtor, in_court=True),
        "respondent": parties.party(case.account.debtor, pen, other=case.account.creditor, in_court=True),
        "agents": agents(request, pen),
        "court": pen.own(request.court, request.court_en),
        "subject": subject(case.account.contracts, pen),
        "items": claims.rows(items, pen),
        "performance": [row for row in claims.rows(items, pen) if row["performed"]],
        "performance_said": performance_said(case, items),
        "settled": claims.settled(items, case.account, pen),
        "settled_said": claims.settled_said(items, pen),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "demands_said": demands_said(case, items, provable_only=True),
        "confirmed_said": confirmed_said(case, items),
        "sums": claims.sums(settlement, items, pen),
        "interest": claimed,
        **total_facts(total if settlement.totals.demandable else ZERO, pen),
        "reserved_said": in_court(
            settlement.interest if claimed["claimed"] and isinstance(settlement.interest, Interest) else None,
            str(claimed["name"]),
            pen,
        ),
        "declaration": declaration(case),
        "order": order_said(settlement.order, pen),
        "order_note": order_note(settlement.order, pen, with_interest=bool(claimed["claimed"])),
        "evidence": evidence(request, pen),
        "basis_cited": basis_in_court(case.contracts(items), pen, with_interest=bool(claimed["claimed"])),
    }
