"""The SME payment regulation (保障中小企业款项支付条例): whom it binds, when payment is due, what delay costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.money import rounded
from docgen.accounts.party import Party, PartyKind, Size
from docgen.errors import Finding, Severity
from docgen.law import lpr
from docgen.law.assessment import Interest, Settlement
from docgen.law.periods import add_years
from docgen.law.statutes import LawData

SMALLER = frozenset({Size.MEDIUM, Size.SMALL, Size.MICRO})
BOUND = frozenset({Size.LARGE, Size.PUBLIC_BODY})


def size_of(party: Party) -> Size | None:
    """The size class as stated; a public body is one by its kind. None: nobody stated it."""
    if party.kind is PartyKind.PUBLIC_BODY:
        return Size.PUBLIC_BODY
    return party.size.size if party.size else None


def applies(creditor: Party, debtor: Party) -> bool | None:
    """Whether the regulation protects this creditor against this debtor (条例 2, 3), by the sizes at the time of
    the contract. None when a size that matters is not stated."""
    if PartyKind.NATURAL_PERSON in {creditor.kind, debtor.kind}:
        return False
    return applies_to(size_of(creditor), size_of(debtor))


def applies_to(creditor: Size | None, debtor: Size | None) -> bool | None:
    """`applies` for two size classes."""
    if creditor in BOUND or debtor in SMALLER:
        return False
    if creditor is None or debtor is None:
        return None
    return True


def due_date(
    law: LawData,
    *,
    buyer: Size,
    delivered_on: dt.date,
    agreed_days: int | None = None,
    payment_after_inspection: bool = False,
    inspection_passed_on: dt.date | None = None,
    inspection_deadline: dt.date | None = None,
) -> dt.date | None:
    """When payment is due (条例 9): a public body 30 days from delivery, by agreement at most 60; a large
    enterprise 60 days, or as agreed. Where payment follows inspection, from its passing; where the buyer delays
    it, from the end of the period agreed for it (10). None when nothing is on record to count from.

    Raises RuleMissing for a delivery before the term was law.
    """
    start: dt.date | None = delivered_on
    if payment_after_inspection:
        start = inspection_passed_on or inspection_deadline
    if start is None:
        return None
    if buyer is Size.PUBLIC_BODY:
        longest = int(law.figure("sme.public_body_days_cap", start).value)
        usual = int(law.figure("sme.public_body_days", start).value)
        days = usual if agreed_days is None else min(agreed_days, longest)
    else:
        days = int(law.figure("sme.large_enterprise_days", start).value) if agreed_days is None else agreed_days
    return start + dt.timedelta(days=days)


def floor_rate(law: LawData, contract_on: dt.date) -> Decimal:
    """The least agreed rate, a yearly fraction: the one-year loan prime rate on the day of the contract (条例 17)."""
    return lpr.at(law, contract_on).by_tenor["one_year"]


def interest(law: LawData, principal: Decimal, *, due_on: dt.date, paid_on: dt.date, currency: str = "CNY") -> Decimal:
    """Late interest where nothing is agreed: 0.05 % a day (条例 17), days = paid - due."""
    rate = law.figure("sme.daily_rate", due_on + dt.timedelta(days=1)).value
    return rounded(principal * rate * (paid_on - due_on).days, currency)


def on_sizes(account: Account, settlement: Settlement) -> Iterator[Finding]:
    """Contracts whose due date or interest the regulation decides by sizes that were stated for another day.

    The size that counts is that of the day of the contract (条例 3). A size stated after that day, or over twelve
    months before it, proves little of it and is a warning; a size stated shortly before it is told.
    """
    found = settlement.interest
    of_interest = {part.invoice for part in found.segments if part.rule == "sme"} if isinstance(found, Interest) else ()
    of_due = {item.invoice.number for item in settlement.items if item.open and item.due.ground == "sme_9"}
    under = {item.invoice.number: item.invoice.contract for item in settlement.items}
    stated = sorted({on for party in (account.creditor, account.debtor) if (on := _size_stated_on(party))})
    for place, contract in enumerate(account.contracts):
        signed_on = contract.signed_on
        other = [on for on in stated if on != signed_on]
        decides = [
            code
            for code, numbers in (("due.size_of_other_day", of_due), ("sme.size_of_other_day", of_interest))
            if any(under[number] == contract.number for number in numbers)
        ]
        if signed_on is None or not other or not decides:
            continue
        far = any(on > signed_on or add_years(on, 1) < signed_on for on in other)
        yield Finding(
            decides[0],
            Severity.WARNING if far else Severity.INFORMATION,
            place=f"/account/contracts/{place}/signed_on",
            facts={
                "contract": contract.number,
                "signed_on": signed_on.isoformat(),
                "stated_on": ", ".join(on.isoformat() for on in other),
            },
            articles=("sme_regulation:3",),
        )


def _size_stated_on(party: Party) -> dt.date | None:
    """The day for which the size of an enterprise was stated; a public body is one whatever the day."""
    if party.size is None or size_of(party) is Size.PUBLIC_BODY:
        return None
    return party.size.stated_on
