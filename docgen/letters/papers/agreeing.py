"""What an agreement on a debt rests on: what of it is due and uncontested, and what stands against agreeing on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.contract import Guarantee
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment, OpenItem

AFTER_EXPIRY = ("civil_code:192(2)", "limitation_rules:19")


@dataclass(frozen=True)
class Debt:
    """What a debtor confirms: what is due and uncontested, expired or not, less money that names no invoice.

    overdue_only: without what falls due on the very day, whose period for payment is not over yet.
    """

    account: Account
    assessment: Assessment
    overdue_only: bool = False

    @cached_property
    def items(self) -> list[OpenItem]:
        first = 1 if self.overdue_only else 0
        return [
            item
            for item in self.assessment.chosen.items
            if item.undisputed > 0 and item.due.on is not None and item.days_past_due >= first
        ]

    @property
    def principal(self) -> Decimal:
        listed = sum((item.undisputed for item in self.items), ZERO)
        return max(listed - self.assessment.chosen.totals.unallocated, ZERO)

    @property
    def expired(self) -> list[OpenItem]:
        """Those whose limitation period is over."""
        return [item for item in self.items if item.limitation_ended_on is not None]

    @property
    def leaves_out(self) -> bool:
        """Whether anything open is not confirmed: not due, of an unknown due date, or contested."""
        listed = sum((item.undisputed for item in self.items), ZERO)
        return self.assessment.chosen.totals.open > listed

    def guarantees(self) -> Iterator[tuple[str, Guarantee]]:
        """The guarantees of the contracts of this debt, each with its contract's number."""
        numbers = {item.invoice.contract for item in self.items}
        for contract in self.account.contracts:
            if contract.number in numbers:
                yield from ((contract.number, one) for one in contract.guarantees)


def bars(debt: Debt) -> Iterator[Finding]:
    """What stands against any agreement on the debt; what is unknown is asked for."""
    account, assessment = debt.account, debt.assessment
    if account.declares(Question.BANKRUPTCY_ACCEPTED) is Answer.YES:
        insolvent = ("bankruptcy_law:16", "bankruptcy_law:44", "bankruptcy_law:46")
        place = f"/account/declared/{Question.BANKRUPTCY_ACCEPTED.value}"
        yield Finding("bar.bankruptcy", Severity.BAR, place, {"debtor": account.debtor.name}, insolvent)
    if account.declares(Question.CLAIM_ASSIGNED) is Answer.YES:
        place = f"/account/declared/{Question.CLAIM_ASSIGNED.value}"
        yield Finding("bar.assigned", Severity.BAR, place, articles=("civil_code:545", "civil_code:546"))
    if not account.invoices:
        yield Finding("bar.no_invoices", Severity.BAR, "/account/invoices")
    elif not debt.principal:
        code = "paper.agreement.not_overdue" if debt.overdue_only else "paper.agreement.nothing_due"
        articles = ("contract_interpretation:28",) if debt.overdue_only else ("civil_code:509",)
        yield Finding(code, Severity.BAR, facts={"as_of": assessment.as_of.isoformat()}, articles=articles)
    if debt.expired:  # that they are expired is a warning of the account itself
        numbers = ", ".join(item.invoice.number for item in debt.expired)
        expired = {"invoices": numbers}
        yield Finding("paper.agreement.expired", Severity.INFORMATION, facts=expired, articles=AFTER_EXPIRY)
    if debt.principal and _objected(debt) and account.declares(Question.OWN_PERFORMANCE_OUTSTANDING) is Answer.NO:
        code, place = "paper.agreement.objection_on_record", f"/account/declared/{Question.WRITTEN_DISPUTE.value}"
        yield Finding(code, Severity.WARNING, place, articles=("civil_code:525", "civil_code:526"))
    if not account.debtor.address:
        yield Finding(
            "paper.agreement.address_unknown",
            Severity.BAR,
            "/account/debtor/address",
            {"debtor": account.debtor.name},
            ("cpl_interpretation:137",),
        )


def _objected(debt: Debt) -> bool:
    """Whether an objection is on record that no invoice holds: the debtor would confirm that it has none."""
    account, numbers = debt.account, {item.invoice.number for item in debt.items}
    if any(item.disputed for item in debt.assessment.chosen.items):
        return False
    events = (one for one in account.history if one.kind is EventKind.DISPUTE)
    on_record = any(not one.invoices or numbers & set(one.invoices) for one in events)
    return on_record or account.declares(Question.WRITTEN_DISPUTE) is Answer.YES


def clauses_differ(debt: Debt) -> bool:
    numbers = {item.invoice.contract for item in debt.items}
    found = {one.dispute_clause for one in debt.account.contracts if one.number in numbers}
    return len(found) > 1
