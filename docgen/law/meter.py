"""The meter: interest of each invoice up to any day, on what was then open, due and undisputed.

It puts the balances that the ledger leaves under the rates that `docgen.law.interest` finds, and
tells the ledger, where article 561 is followed, what a payment meets before the principal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from docgen.accounts.account import Account
from docgen.accounts.contract import ContractKind, LatePaymentClause, PenaltyBase
from docgen.accounts.invoice import Invoice
from docgen.accounts.ledger import Applied
from docgen.accounts.money import ZERO, rounded
from docgen.errors import Finding, RuleMissing
from docgen.law.choice import InterestChoice
from docgen.law.interest import Basis, ExactSegment, RatePeriod, accrue, applicable_rule, capped, rate_periods
from docgen.law.statutes import LawData

ONE_DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class Meter:
    """due_on: by invoice number. costs: of realising the claim, in all. Implements `ledger.Imputation`.

    missing: the rates that a payment's imputation would have needed and the law data does not hold.
    bases, periods: those found so far; they depend on an invoice's contract and due day alone, and most invoices of an
    account share these. `replace` hands them on to a meter for another order of imputation.
    """

    account: Account
    due_on: Mapping[str, dt.date | None]
    law: LawData
    choice: InterestChoice
    sme_applies: bool | None
    total_costs: Decimal = ZERO
    missing: list[Finding] = field(default_factory=list)
    bases: dict[tuple[str | None, dt.date], Basis] = field(default_factory=dict)
    periods: dict[tuple[str | None, dt.date, dt.date], tuple[RatePeriod, ...]] = field(default_factory=dict)

    def costs(self, paid: Decimal) -> Decimal:
        return self.total_costs - paid

    def interest(self, invoice: Invoice, applied: Sequence[Applied], on: dt.date) -> Decimal:
        """Interest that a payment on that day meets: accrued to that day, in cents, less what was paid of it.

        A rate that is not in the law data leaves the payment to principal; `missing` then says so.
        """
        try:
            segments, _ = self.segments(invoice, applied, on)
        except RuleMissing as refused:
            self.missing.extend(refused.findings)
            return ZERO
        accrued = rounded(sum((each.exact for each in segments), ZERO), self.account.currency)
        return accrued - sum((each.interest for each in applied), ZERO)

    def basis(self, invoice: Invoice) -> Basis:
        """The rule that governs this invoice's interest. Raises RuleMissing, InvalidRequest."""
        due_on = self.due_on[invoice.number] or self.account.as_of
        known = invoice.contract, due_on
        if known not in self.bases:
            contract = self.account.contract_of(invoice)
            self.bases[known] = applicable_rule(
                self.law,
                kind=contract.kind if contract else ContractKind.OTHER,
                clause=self.clause(invoice),
                sme_applies=self.sme_applies,
                breach_on=due_on + ONE_DAY,
                signed_on=contract.signed_on if contract else None,
                currency=self.account.currency,
                choice=self.choice,
            )
        return self.bases[known]

    def _rate_periods(self, invoice: Invoice, due_on: dt.date, until: dt.date) -> tuple[RatePeriod, ...]:
        known = invoice.contract, due_on, until
        if known not in self.periods:
            basis, clause = self.basis(invoice), self.clause(invoice)
            self.periods[known] = rate_periods(
                self.law, basis, due_on=due_on, until=until, clause=clause, choice=self.choice
            )
        return self.periods[known]

    def clause(self, invoice: Invoice) -> LatePaymentClause | None:
        contract = self.account.contract_of(invoice)
        return contract.late_payment if contract else None

    def segments(
        self, invoice: Invoice, applied: Iterable[Applied], until: dt.date
    ) -> tuple[tuple[ExactSegment, ...], bool]:
        """The invoice's interest from its due date to `until`, both ends counted; and whether the cap cut it.

        Raises RuleMissing when a rate is not in the law data.
        """
        due_on = self.due_on[invoice.number]
        if due_on is None or until <= due_on:
            return (), False
        clause = self.clause(invoice)
        basis = self.basis(invoice)
        agreed = clause if basis.rule == "clause" else None
        base = agreed.base if agreed else PenaltyBase.OPEN
        balances = _balances(invoice, tuple(applied), due_on + ONE_DAY, until, base)
        if not balances:
            return (), False
        currency = self.account.currency
        exact = accrue(invoice.number, balances, self._rate_periods(invoice, due_on, until), currency=currency)
        most, cut = capped(sum((each.exact for each in exact), ZERO), agreed, invoice.amount)
        return (_cut(exact, most, currency) if cut else exact), cut


def _balances(
    invoice: Invoice, applied: Sequence[Applied], from_on: dt.date, until: dt.date, base: PenaltyBase
) -> list[tuple[dt.date, dt.date, Decimal]]:
    """What bore interest on which days: the undisputed part of what was open, or by the clause of the
    whole invoice while anything undisputed was."""
    disputed = invoice.dispute.amount if invoice.dispute else ZERO
    lowers = [(each.lowers_from, each) for each in applied]
    changes = sorted({from_on, *(on for on, _ in lowers if from_on < on <= until)})
    balances = []
    for begins, following in pairwise((*changes, until + ONE_DAY)):
        lowered = [each for on, each in lowers if on <= begins]
        undisputed = invoice.amount - disputed - sum((each.principal for each in lowered), ZERO)
        if undisputed <= 0:
            continue
        if base is PenaltyBase.INVOICE:
            credited = sum((each.principal for each in lowered if each.kind == "credit_note"), ZERO)
            undisputed = invoice.amount - disputed - credited
        balances.append((begins, following - ONE_DAY, undisputed))
    return balances


def _cut(segments: Iterable[ExactSegment], most: Decimal, currency: str) -> tuple[ExactSegment, ...]:
    """The segments up to the agreed cap: the last one ends on the day on which the cap is reached."""
    kept: list[ExactSegment] = []
    left = most
    for each in segments:
        if left <= 0:
            break
        if each.exact > left:
            days = int((left * each.segment.days / each.exact).to_integral_value(rounding=ROUND_CEILING))
            to_on = each.segment.from_on + dt.timedelta(days=days - 1)
            shortened = replace(each.segment, to_on=to_on, days=days, amount=rounded(left, currency))
            each = ExactSegment(segment=shortened, exact=left)  # noqa: PLW2901 - the shortened one is kept instead
        kept.append(each)
        left -= each.exact
    return tuple(kept)
