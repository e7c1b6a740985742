"""What the contracts demanded under say that bears on the letter: who goes first, whose law, court or arbitration."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, ContractKind
from docgen.errors import Finding, RuleMissing
from docgen.escalation.findings import caution, told
from docgen.escalation.kinds import DEMANDING, PAYMENT_ORDER
from docgen.law.assessment import Assessment
from docgen.law.cisg import may_govern
from docgen.law.guarantee import act_needed
from docgen.law.jurisdiction import Forum, either_way, route
from docgen.law.periods import add_months
from docgen.law.statutes import LawData


def of_contracts(letter: str, account: Account, assessment: Assessment, law: LawData | None) -> Iterator[Finding]:
    """Clauses of the contracts demanded under. law: without it neither the convention on international sales nor the
    priority of a construction price is spoken of."""
    if letter not in DEMANDING:
        return
    concerned = {item.invoice.contract for item in assessment.chosen.items if item.demandable}
    for place, contract in enumerate(account.contracts):
        if contract.number not in concerned:
            continue
        pointer = f"/account/contracts/{place}"
        yield from _of_invoice_first(letter, contract)
        if either_way(contract.dispute_clause):
            articles = ("arbitration_law:5", "forum_reply:4")
            yield told("caution.either_way", articles, place=f"{pointer}/dispute_clause", contract=contract.number)
        if law is not None:
            yield from _of_convention(law, account, contract, pointer)
        if letter == PAYMENT_ORDER:
            yield from _of_order(contract)
        elif law is not None and contract.kind is ContractKind.CONSTRUCTION:
            yield from _of_priority(law, assessment, contract)


def _of_invoice_first(letter: str, contract: Contract) -> Iterator[Finding]:
    """That the tax invoice comes first ends an order on objection, and is the debtor's answer to a demand."""
    if not contract.invoice_first:
        return
    articles = ("contract_interpretation:26", "contract_interpretation:31")
    if letter == PAYMENT_ORDER:
        yield caution("caution.invoice_first", articles, contract=contract.number)
    else:
        yield told("caution.invoice_first", articles, contract=contract.number)


def _of_convention(law: LawData, account: Account, contract: Contract, pointer: str) -> Iterator[Finding]:
    countries = (account.creditor.country, account.debtor.country)
    if may_govern(law, contract, countries, account.as_of):
        yield caution(
            "caution.cisg",
            ("cisg:1", "cisg:6", "cisg:53", "cisg:58", "cisg:59", "cisg:62", "cisg:78"),
            place=f"{pointer}/governing_law",
            contract=contract.number,
            countries=", ".join(countries),
        )


def _of_order(contract: Contract) -> Iterator[Finding]:
    """What a payment order may run into."""
    if _may_go_to_arbitration(contract):
        yield caution("caution.arbitration", ("arbitration_law:5", "cpl:127(2)"), contract=contract.number)
    if any(act_needed(each.mode) == "sue_debtor" for each in contract.guarantees):
        articles = ("civil_code:693(1)", "cpl_interpretation:434")
        yield caution("caution.general_guarantee", articles, contract=contract.number)


def _of_priority(law: LawData, assessment: Assessment, contract: Contract) -> Iterator[Finding]:
    """The last day of the contractor's priority for each sum demanded (民法典 807, 建设工程解释(一) 41)."""
    ends = []
    for item in assessment.chosen.items:
        due_on = item.due.earliest
        if item.demandable and due_on and item.invoice.contract == contract.number:
            try:
                months = int(law.figure("deadline.construction_priority", due_on).value)
            except RuleMissing:
                continue
            ends.append(f"{item.invoice.number} ({add_months(due_on, months).isoformat()})")
    if ends:
        articles = ("civil_code:807", "construction_interpretation:41")
        yield told("caution.construction_priority", articles, contract=contract.number, invoices=", ".join(ends))


def _may_go_to_arbitration(contract: Contract) -> bool:
    """A clause that chooses arbitration, or speaks of it in words that leave a doubt."""
    forum = route(contract.dispute_clause)
    speaks_of_it = bool(re.search("仲裁|arbitra", contract.dispute_clause or "", re.IGNORECASE))
    return forum is Forum.ARBITRATION or (forum is None and speaks_of_it)
