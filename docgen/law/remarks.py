"""What an assessment has to say besides its figures: where money went, what ends soon, what is not settled.

A warning is a matter that changes what the creditor may safely write, and is acknowledged by its
code before a final letter; information is told and asks nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.invoice import DocumentKind
from docgen.accounts.money import ZERO, rounded
from docgen.errors import Finding, Severity
from docgen.law.assessment import Interest, LimitationClock, Segment, Settlement, Standing
from docgen.law.choice import ImputationOrder

WORKS = "construction_interpretation:26"  # the rate of the same period (同期) is its rule, no choice
CIVIL_CODE_FROM = dt.date(2021, 1, 1)
STALE_AFTER_DAYS = 7  # payments booked up to longer ago than this: somebody may have paid since
LIMITATION_ALARM_DAYS = 90
DAYS_OF_A_BANK_YEAR = 360


def on_books(account: Account) -> Iterator[Finding]:
    """How far the books go, and the contracts that older or foreign law governs."""
    days = (account.as_of - account.booked_up_to).days
    if days > STALE_AFTER_DAYS:
        yield Finding(
            "booked_up_to.stale",
            Severity.WARNING,
            place="/account/booked_up_to",
            facts={"booked_up_to": account.booked_up_to.isoformat(), "days": str(days)},
        )
    for place, contract in enumerate(account.contracts):
        pointer = f"/account/contracts/{place}"
        if contract.governing_law != "CN":
            yield Finding(
                "contract.foreign_law",
                Severity.WARNING,
                place=f"{pointer}/governing_law",
                facts={"contract": contract.number, "governing_law": contract.governing_law},
            )
        if contract.signed_on is not None and contract.signed_on < CIVIL_CODE_FROM:
            yield Finding(
                "contract.before_civil_code",
                Severity.INFORMATION,
                place=f"{pointer}/signed_on",
                facts={"contract": contract.number, "signed_on": contract.signed_on.isoformat()},
            )


def on_money(account: Account, settlement: Settlement) -> Iterator[Finding]:
    """Credits and payments that went elsewhere than to an invoice they name, or nowhere."""
    if settlement.on_account:
        yield Finding(
            "payment.unallocated",
            Severity.INFORMATION,
            facts={
                "amount": _plain(settlement.totals.unallocated),
                "currency": account.currency,
                "references": _listed(each.reference or each.on.isoformat() for each in settlement.on_account),
            },
        )
    applied = [(item.invoice.number, each) for item in settlement.items for each in item.applied]
    chosen_by_law = sorted({number for number, each in applied if each.kind == "payment" and not each.named})
    if chosen_by_law:
        yield Finding(
            "payment.allocated_by_law",
            Severity.INFORMATION,
            facts={
                "amount": _plain(sum((a.amount for _, a in applied if a.kind == "payment" and not a.named), ZERO)),
                "currency": account.currency,
                "invoices": _listed(chosen_by_law),
            },
            articles=("civil_code:560",),
        )
    waited = sorted({number for number, each in applied if each.received_on is not None})
    if waited:
        yield Finding("payment.waited", Severity.INFORMATION, facts={"invoices": _listed(waited)})
    for place, note in enumerate(account.invoices):
        if note.document is not DocumentKind.CREDIT_NOTE or note.issued_on > account.as_of:
            continue
        went = [
            number
            for number, each in applied
            if each.kind == "credit_note" and each.reference == note.number and not each.named
        ]
        if went:
            yield Finding(
                "credit_note.applied",
                Severity.INFORMATION,
                place=f"/account/invoices/{place}",
                facts={"credit_note": note.number, "invoices": _listed(went)},
            )


def on_items(settlement: Settlement, currency: str, *, sme_applies: bool | None) -> Iterator[Finding]:
    """Parts of the open balance that are not demanded, each with its reason.

    That the undisputed part is payable at once is a rule of its own only where the SME payment regulation governs.
    """
    disputed = [item.invoice.number for item in settlement.items if item.disputed]
    if disputed:
        left = any(item.undisputed for item in settlement.items)
        yield Finding(
            "dispute.not_demanded" if left else "dispute.whole",
            Severity.INFORMATION,
            facts={
                "invoices": _listed(disputed),
                "amount": _plain(settlement.totals.disputed),
                "currency": currency,
            },
            articles=("sme_regulation:15",) if sme_applies else ("civil_code:509", "civil_code:525"),
        )
    outside = [item for item in settlement.items if item.standing is Standing.LEFT_OUT]
    if outside:
        yield Finding(
            "letter.invoices_left_out",
            Severity.INFORMATION,
            place="/letter/invoices",
            facts={
                "invoices": _listed([item.invoice.number for item in outside]),
                "amount": _plain(sum((item.undisputed for item in outside), ZERO)),
                "currency": currency,
            },
        )
    expired = [item.invoice.number for item in settlement.items if item.standing is Standing.EXPIRED]
    if expired:
        yield Finding(
            "limitation.expired",
            Severity.WARNING,
            facts={
                "invoices": _listed(expired),
                "amount": _plain(settlement.totals.expired),
                "currency": currency,
            },
            articles=("civil_code:192", "civil_code:193", "cpl_interpretation:219"),
        )


def on_interest(settlement: Settlement) -> Iterator[Finding]:
    """Interest that was cut by a cap, and interest that is not claimed although money came late."""
    interest = settlement.interest
    if isinstance(interest, Interest) and interest.capped:
        yield Finding("interest.capped", Severity.INFORMATION, articles=("civil_code:585",))
    late = [
        item.invoice.number
        for item in settlement.items
        if item.standing is Standing.SETTLED
        and item.due.on is not None
        and any(
            each.kind == "payment" and each.principal and each.lowers_from > item.due.on + dt.timedelta(days=1)
            for each in item.applied
        )
    ]
    if late and settlement.order is ImputationOrder.PRINCIPAL_FIRST:
        yield Finding(
            "interest.settled_late",
            Severity.INFORMATION,
            facts={"invoices": _listed(late)},
            articles=("sales_interpretation:18(2)",),
        )


def on_invoice_first(account: Account, settlement: Settlement) -> Iterator[Finding]:
    """Interest for days before the invoice was issued, where the contract lets the debtor wait for it (民法典 525, 526;
    合同编通则解释 31)."""
    segments: defaultdict[str, list[Segment]] = defaultdict(list)
    if isinstance(settlement.interest, Interest):
        for part in settlement.interest.segments:
            segments[part.invoice].append(part)
    for item in settlement.items:
        contract, issued_on, due_on = account.contract_of(item.invoice), item.invoice.issued_on, item.due.on
        if not (contract and contract.invoice_first and due_on and due_on < issued_on):
            continue
        days, amount = 0, ZERO
        for part in segments[item.invoice.number]:
            before = min(part.days, (issued_on - part.from_on).days)
            if before > 0:
                days += before
                amount += part.base * part.rate * before / (part.day_count if part.per == "year" else 1)
        if days:
            yield Finding(
                "interest.before_invoice",
                Severity.WARNING,
                place=f"/account/invoices/{account.row_of(item.invoice)}/issued_on",
                facts={
                    "invoice": item.invoice.number,
                    "contract": contract.number,
                    "due_on": due_on.isoformat(),
                    "issued_on": issued_on.isoformat(),
                    "days": str(days),
                    "amount": _plain(rounded(amount, account.currency)),
                    "currency": account.currency,
                },
                articles=("civil_code:525", "civil_code:526", "contract_interpretation:31"),
            )


def on_choice(account: Account, settlement: Settlement) -> Iterator[Finding]:
    """Choices within the rule of interest that no text settles: the order for a penalty, 360 days, a floating rate."""
    interest = settlement.interest
    if not isinstance(interest, Interest):
        return
    penalties = {segment.invoice for segment in interest.segments if segment.rule == "clause"}
    unsettled = [
        item.invoice.number
        for item in settlement.items
        if item.invoice.number in penalties
        and any(each.interest for each in item.applied)
        and not ((contract := account.contract_of(item.invoice)) and contract.imputation_561)
    ]
    if unsettled:
        yield Finding(
            "imputation.penalty_unsettled",
            Severity.INFORMATION,
            place="/letter/interest/imputation",
            facts={"invoices": _listed(unsettled)},
            articles=("civil_code:561", "civil_code:585"),
        )
    if any(segment.per == "year" and segment.day_count == DAYS_OF_A_BANK_YEAR for segment in interest.segments):
        yield Finding("interest.year_of_360_days", Severity.INFORMATION, place="/letter/interest/day_count")
    if any(segment.rule == "lpr_floating" and WORKS not in segment.articles for segment in interest.segments):
        yield Finding(
            "interest.floating_rate",
            Severity.INFORMATION,
            place="/letter/interest/lpr",
            articles=("sales_interpretation:18(4)",),
        )


def on_clocks(limitation: Iterable[LimitationClock], as_of: dt.date) -> Iterator[Finding]:
    """Limitation periods that end soon."""
    for clock in limitation:
        left = (clock.raw_end - as_of).days
        if 0 <= left <= LIMITATION_ALARM_DAYS:
            yield Finding(
                "limitation.ending",
                Severity.WARNING,
                facts={"invoices": _listed(clock.invoices), "on": clock.raw_end.isoformat(), "days": str(left)},
                articles=("civil_code:188", "civil_code:195", "limitation_rules:8"),
            )


def once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, each said once."""
    said: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        said.setdefault((finding.code, finding.place, tuple(sorted(finding.facts.items()))), finding)
    return tuple(said.values())


def _plain(amount: Decimal) -> str:
    return f"{amount:f}"


def _listed(names: Iterable[str] | Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
