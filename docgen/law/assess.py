"""What is owed on the day asked about: the account, settled in both orders, with every clock, fee and gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, ContractKind
from docgen.accounts.invoice import Invoice
from docgen.accounts.ledger import Ledger, post
from docgen.accounts.money import ZERO
from docgen.accounts.statement import statement
from docgen.errors import Finding, RuleMissing, Severity
from docgen.law import fees, guarantee, imputation, limitation, remarks, rest_days
from docgen.law.applicant import interest_agreed, payment_order_gates
from docgen.law.assessment import (
    Assessment,
    Due,
    Fee,
    GuaranteeClock,
    Interest,
    LimitationClock,
    Missing,
    OpenItem,
    Settlement,
    Standing,
)
from docgen.law.choice import ImputationOrder, InterestChoice, InterestRule
from docgen.law.cisg import HOME
from docgen.law.due import due
from docgen.law.meter import Meter
from docgen.law.settle import issued, settle
from docgen.law.sme import applies, on_sizes
from docgen.law.statutes import LawData


def assess(
    account: Account,
    law: LawData,
    choice: InterestChoice = InterestChoice(),  # noqa: B008 - frozen
    *,
    costs: Decimal = ZERO,
    court: str | None = None,
    until: dt.date | None = None,
    only: frozenset[str] = frozenset(),
) -> Assessment:
    """Every figure of the account, with its rule and article, or with the reason why it is missing.

    costs: of realising the claim so far. court: to which a payment order would be applied, by name.
    until: the last day of interest (default: the account's `as_of`). only: the numbers of the invoices that are asked
    for; none named: all that can be.
    Raises InvalidRequest when the choice of interest is outside what the law allows.
    """
    until = until or account.as_of
    sme_applies = applies(account.creditor, account.debtor)
    found = {
        each.number: due(each, account, law, sme_applies=sme_applies, rest_day=choice.rest_day)
        for each in issued(account)
    }
    dues = {number: each for number, (each, _) in found.items()}
    due_on = {number: each.on for number, each in dues.items()}
    order, told_of_order = _order(account, choice)

    def posted(by: ImputationOrder, meter: Meter) -> Ledger:
        return post(account, due_on, meter if by is ImputationOrder.ARTICLE_561 else None)

    meter = Meter(account, due_on, law, choice, sme_applies, costs)
    books = posted(order, meter)
    clocks = limitation_clocks(account, dues, books, law)
    expired = {number: clock.raw_end for clock in clocks if clock.expired for number in clock.invoices}
    chosen = settle(account, dues, books, expired, meter, order=order, until=until, only=only)
    other = next(each for each in ImputationOrder if each is not order)
    alternative = replace(chosen, order=other)
    if account.payments:  # without, there is nothing to impute
        other_meter = replace(meter, missing=[])
        other_books = posted(other, other_meter)
        alternative = settle(account, dues, other_books, expired, other_meter, order=other, until=until, only=only)
    guarantees = guarantee_clocks(account, chosen.items, law)

    return Assessment(
        as_of=account.as_of,
        booked_up_to=account.booked_up_to,
        currency=account.currency,
        chosen=chosen,
        alternative=alternative,
        limitation=clocks,
        guarantees=guarantees,
        fees=_fees(account, chosen, law),
        payment_order=payment_order_gates(account, chosen, choice, law, court),
        sme_applies=sme_applies,
        law_version=law.version,
        notices=remarks.once(
            (
                *remarks.on_books(account),
                *(remark for number, (_, told) in found.items() if books.open[number] for remark in told),
                *rest_days.remarks(law, chosen.items, choice.rest_day, account.as_of),
                *told_of_order,
                *remarks.on_money(account, chosen),
                *remarks.on_items(chosen, account.currency, sme_applies=sme_applies),
                *on_sizes(account, chosen),
                *imputation.remarks(account, chosen, alternative),
                *_on_interest(account, meter, chosen, choice, sme_applies),
                *_on_costs(account, costs, order),
                *remarks.on_clocks(clocks, account.as_of),
                *guarantee.remarks(guarantees, account.as_of, account.currency),
            )
        ),
        statement=statement(account),
        choice=choice,
    )


def _order(account: Account, choice: InterestChoice) -> tuple[ImputationOrder, tuple[Finding, ...]]:
    """Article 561 where the creditor chooses it or every contract of an invoice agrees it; else principal first."""
    if choice.imputation is ImputationOrder.ARTICLE_561:
        return ImputationOrder.ARTICLE_561, ()
    contracts = {
        contract.number: contract.imputation_561
        for invoice in issued(account)
        if (contract := account.contract_of(invoice))
    }
    agreed = [number for number, clause in contracts.items() if clause]
    if agreed and len(agreed) == len(contracts):
        return ImputationOrder.ARTICLE_561, ()
    if agreed:
        mixed = Finding(
            "imputation.mixed",
            Severity.WARNING,
            place="/letter/interest/imputation",
            facts={"contracts": ", ".join(agreed)},
            articles=("civil_code:561",),
        )
        return ImputationOrder.PRINCIPAL_FIRST, (mixed,)
    return ImputationOrder.PRINCIPAL_FIRST, ()


def limitation_clocks(
    account: Account, dues: Mapping[str, Due], books: Ledger, law: LawData
) -> tuple[LimitationClock, ...]:
    """A clock for each debt of which something is open; the instalments of one debt run together (Civil Code 189)."""
    debts: dict[tuple[str | None, str], list[Invoice]] = {}
    for invoice in issued(account):
        key = (invoice.contract, invoice.instalment_of) if invoice.instalment_of else (None, f"#{invoice.number}")
        debts.setdefault(key, []).append(invoice)
    done = limitation.acts(account.history, account.as_of)
    periods: dict[tuple[object, ...], LimitationClock] = {}
    clocks = []
    for invoices in debts.values():
        numbers = [each.number for each in invoices]
        due_on = [on for number in numbers if (on := dues[number].earliest)]
        if len(due_on) < len(numbers) or not any(books.open[number] for number in numbers):
            continue
        part_paid_on = {
            each.received_on or each.on
            for number in numbers
            for each in books.applied[number]
            if each.kind == "payment"
        }
        base_on = limitation.base_days(due_on, same_debt=True)[0]
        mine = limitation.acts_on(numbers, done, part_paid_on, account.as_of)
        international = _international_sale(account, account.contract_of(invoices[0]))
        same = base_on, mine, international
        if same in periods:
            clocks.append(replace(periods[same], invoices=tuple(numbers)))
            continue
        periods[same] = limitation.period(
            law, tuple(numbers), due_on=base_on, done=mine, as_of=account.as_of, international_sale=international
        )
        clocks.append(periods[same])
    return tuple(sorted(clocks, key=lambda clock: (clock.raw_end, clock.invoices)))


def _international_sale(account: Account, contract: Contract | None) -> bool:
    """Whether the four years of Civil Code 594 apply. Between the mainland, Hong Kong, Macau and Taiwan the
    shorter period is used, on purpose."""
    countries = {account.creditor.country, account.debtor.country}
    return contract is not None and contract.kind is ContractKind.SALE and len(countries) > 1 and not countries <= HOME


def guarantee_clocks(account: Account, items: Iterable[OpenItem], law: LawData) -> tuple[GuaranteeClock, ...]:
    """A clock for each guarantee and each day on which a debt under its contract fell due, while any of it is open."""
    clocks = []
    for contract in account.contracts:
        debts: dict[dt.date, list[OpenItem]] = {}
        for item in items if contract.guarantees else ():
            if item.open and (on := item.due.earliest) and item.invoice.contract == contract.number:
                debts.setdefault(on, []).append(item)
        for each in contract.guarantees:
            clocks += [
                replace(
                    guarantee.clock(law, each, contract=contract.number, due_on=on, as_of=account.as_of),
                    invoices=tuple(item.invoice.number for item in owing),
                    open=sum((item.open for item in owing), ZERO),
                )
                for on, owing in sorted(debts.items())
            ]
    return tuple(clocks)


def _fees(account: Account, settlement: Settlement, law: LawData) -> tuple[Fee | Missing, ...]:
    """Court fees on what can be demanded with the interest on it, as of the day asked about (诉讼费用交纳办法).

    A fee on a claim whose interest is missing is missing for the same reason. A payment order claims only
    interest that a document agrees (民诉法解释 428).
    """
    if account.currency != "CNY":
        return (Missing(Finding("fee.foreign_currency", facts={"currency": account.currency})),)
    principal, interest = settlement.totals.demandable, settlement.interest
    if not principal:
        return ()
    agreed = interest_agreed(account, settlement)
    claims: tuple[tuple[Callable[[LawData, Decimal, dt.date], Fee], bool], ...] = (
        (fees.property_case, True),
        (fees.property_halved, True),
        (fees.payment_order, agreed),
        (fees.preservation, True),
    )
    estimates: list[Fee | Missing] = []
    for fee, with_interest in claims:
        if with_interest and isinstance(interest, Missing):
            estimates.append(interest)
            continue
        of_interest = interest.total if with_interest and isinstance(interest, Interest) else ZERO
        try:
            estimates.append(fee(law, principal + of_interest, account.as_of))
        except RuleMissing as refused:
            estimates.append(Missing(refused.findings[0]))
    return tuple(estimates)


def _on_interest(
    account: Account, meter: Meter, settlement: Settlement, choice: InterestChoice, sme_applies: bool | None
) -> Iterator[Finding]:
    """What is not settled about the rule of interest of each overdue invoice."""
    yield from remarks.on_interest(settlement)
    yield from remarks.on_invoice_first(account, settlement)
    yield from remarks.on_choice(account, settlement)
    for item in settlement.items:
        if item.standing is not Standing.OVERDUE:
            continue
        try:
            basis = meter.basis(item.invoice)
        except RuleMissing:
            continue  # the settlement's interest is Missing and says so
        yield from basis.notices
        if sme_applies is None and not basis.agreed and choice.rule is InterestRule.AUTOMATIC:
            yield Finding(
                "sme.size_not_stated", Severity.INFORMATION, articles=("sme_regulation:3", "sme_regulation:17")
            )
    if meter.missing:
        yield Finding(
            "imputation.rate_missing",
            Severity.WARNING,
            facts={"on": meter.missing[0].facts.get("on", account.as_of.isoformat())},
            articles=("civil_code:561",),
        )


def _on_costs(account: Account, costs: Decimal, order: ImputationOrder) -> Iterable[Finding]:
    if not costs:
        return ()
    told = []
    if not any(contract.pays_costs for contract in account.contracts):
        told.append(Finding("costs.no_clause", Severity.WARNING, place="/letter/costs", articles=("civil_code:561",)))
    if order is ImputationOrder.ARTICLE_561 and account.payments:
        told.append(Finding("costs.undated", Severity.INFORMATION, place="/letter/costs", articles=("civil_code:561",)))
    return told
