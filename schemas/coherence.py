"""What one part of a request says about another: numbers that must be found, days that must follow, one currency.

The checks run on whatever could be read, so that one fault does not hide the next; where a part
that they need could not be read, they stay silent rather than guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from docgen.accounts.invoice import DocumentKind
from docgen.accounts.money import ZERO, decimals, fits
from docgen.errors import Finding, Severity
from schemas.credit_code import fault_of, has_credit_code, normalised, organisation_part_fails
from schemas.values import nearest, shown

Row = Mapping[str, Any]
_POWERS_OF_TEN = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+[0-9]+")
_LONGEST_SEARCH = 200  # the nearest number is looked for among so many, and for so many unknown ones


def incoherent(typed: Any) -> list[Finding]:
    """Every fault and warning between the parts of a request of which `typed` is what could be read."""
    document = _row(typed)
    account, letter = _Account(_row(document.get("account"))), _row(document.get("letter"))
    checks: tuple[Callable[[_Account], Iterator[Finding]], ...] = (
        _duplicate_numbers,
        _spoilt_numbers,
        _unknown_numbers,
        _credit_notes,
        _disputes,
        _currencies,
        _days,
        _parties,
        _doubtful,
    )
    found = [finding for check in checks for finding in check(account)]
    return [*found, *_letter_invoices(account, letter), *_letter_days(account, letter), *_decimals(account, letter)]


def _row(value: Any) -> Row:
    return value if isinstance(value, dict) else {}


class _Account(dict[str, Any]):
    """What could be read of the account. rows: those of each list with their pointers; a row that could not be read is
    empty."""

    def __init__(self, read: Row) -> None:
        super().__init__(read)
        self.rows = {
            name: [(f"/account/{name}/{index}", _row(row)) for index, row in enumerate(self.get(name) or ())]
            for name in ("contracts", "invoices", "payments", "history")
        }

    def by_number(self, name: str) -> dict[str, Row] | None:
        """Rows by number; None when the list, or the number of a row, could not be read."""
        rows = self.rows[name]
        if name not in self or any(row.get("number") is None for _, row in rows):
            return None
        return {row["number"]: row for _, row in rows}

    @cached_property
    def days(self) -> list[tuple[str, dt.date]]:
        """Every day on which something happened, with its pointer; due and promised days are none."""
        return list(_happened(self))


def _duplicate_numbers(account: _Account) -> Iterator[Finding]:
    for name, code in (("contracts", "contract.number.duplicate"), ("invoices", "invoice.number.duplicate")):
        first: dict[str, str] = {}
        for place, row in account.rows[name]:
            number = row.get("number")
            if number is not None and first.setdefault(number, place) != place:
                row_of_first = str(int(first[number].rsplit("/", 1)[1]) + 1)
                yield Finding(code, place=f"{place}/number", facts={"number": shown(number), "row": row_of_first})


def _spoilt_numbers(account: _Account) -> Iterator[Finding]:
    """A number in powers of ten ("2.6332E+19") is what a spreadsheet left of it: its digits are lost."""
    for place, row in account.rows["invoices"]:
        number = row.get("number")
        if number is not None and _POWERS_OF_TEN.fullmatch(number):
            yield Finding("invoice.number.spoilt", place=f"{place}/number", facts={"number": shown(number)})


def _unknown_numbers(account: _Account) -> Iterator[Finding]:
    contracts, invoices = account.by_number("contracts"), account.by_number("invoices")
    if contracts is not None:
        search = _Search(contracts)
        for place, invoice in account.rows["invoices"]:
            number = invoice.get("contract")
            if number is not None and number not in contracts:
                facts = {"contract": shown(number), "nearest": search.nearest(number)}
                yield Finding("invoice.unknown_contract", place=f"{place}/contract", facts=facts)
    if invoices is None:
        return
    search = _Search(invoices)
    for name, field, code in (
        ("payments", "names", "payment.unknown_invoice"),
        ("history", "invoices", "event.unknown_invoice"),
    ):
        for place, row in account.rows[name]:
            seen: set[str] = set()
            for index, number in enumerate(row.get(field) or ()):
                at, facts = f"{place}/{field}/{index}", {"invoice": shown(number)}
                if number is None:
                    continue
                if number not in invoices:
                    yield Finding(code, place=at, facts={**facts, "nearest": search.nearest(number)})
                elif name == "payments" and _is_credit_note(invoices[number]):
                    yield Finding("payment.names_credit_note", place=at, facts=facts)
                elif number in seen:
                    yield Finding("list.twice", place=at, facts={"value": shown(number)})
                seen.add(number)


def _letter_invoices(account: _Account, letter: Row) -> Iterator[Finding]:
    """The invoices that the letter is about are in the account, and no credit notes."""
    invoices = account.by_number("invoices")
    if invoices is None:
        return
    search = _Search(invoices)
    for index, number in enumerate(letter.get("invoices") or ()):
        place, facts = f"/letter/invoices/{index}", {"invoice": shown(number)}
        if number is not None and number not in invoices:
            yield Finding("letter.unknown_invoice", place=place, facts={**facts, "nearest": search.nearest(number)})
        elif number is not None and _is_credit_note(invoices[number]):
            yield Finding("letter.names_credit_note", place=place, facts=facts)


def _credit_notes(account: _Account) -> Iterator[Finding]:
    invoices = account.by_number("invoices")
    search = _Search(invoices or {})
    credited: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for place, row in account.rows["invoices"]:
        number, amount = row.get("credits"), row.get("amount")
        if number is None:
            continue
        facts = {"invoice": shown(number)}
        if "document" in row and not _is_credit_note(row):
            yield Finding("invoice.credits_without_credit_note", place=f"{place}/credits", facts=facts)
        elif invoices is not None and number not in invoices:
            facts |= {"nearest": search.nearest(number)}
            yield Finding("credit_note.unknown_invoice", place=f"{place}/credits", facts=facts)
        elif invoices is not None and _is_credit_note(invoices[number]):
            yield Finding("credit_note.credits_credit_note", place=f"{place}/credits", facts=facts)
        elif invoices is not None and amount is not None and (limit := invoices[number].get("amount")) is not None:
            credited[number] += amount
            if credited[number] > limit:
                facts |= {"credited": format(credited[number], "f"), "amount": format(limit, "f")}
                yield Finding("credit_note.exceeds_invoice", place=f"{place}/amount", facts=facts)


def _disputes(account: _Account) -> Iterator[Finding]:
    for place, row in account.rows["invoices"]:
        disputed, amount = _row(row.get("dispute")).get("amount"), row.get("amount")
        if disputed is not None and amount is not None and disputed > amount:
            facts = {"disputed": format(disputed, "f"), "amount": format(amount, "f")}
            yield Finding("dispute.exceeds_invoice", place=f"{place}/dispute/amount", facts=facts)


def _currency_of(account: _Account) -> Callable[[Row], str | None]:
    """The currency of an invoice as `Account.currency_of` says it; None where it could not be read."""
    contracts = [contract for _, contract in account.rows["contracts"]]
    by_number = {contract["number"]: contract for contract in reversed(contracts) if contract.get("number")}
    first = contracts[0] if contracts else {"currency": "CNY"}

    def currency(row: Row) -> str | None:
        if "currency" not in row:
            return None
        found: str | None = row["currency"] or by_number.get(row.get("contract"), first).get("currency")
        return found

    return currency


def _whole(account: _Account) -> str | None:
    """The currency of the account, which a payment that says none is in; None where it could not be read."""
    invoices = account.rows["invoices"]
    if invoices:
        return _currency_of(account)(invoices[0][1])
    named = (row.get("currency") for name in ("payments", "contracts") for _, row in account.rows[name])
    return next((currency for currency in named if currency), "CNY")


def _currencies(account: _Account) -> Iterator[Finding]:
    first: str | None = None
    currency_of = _currency_of(account)
    for name in ("invoices", "payments"):
        for place, row in account.rows[name]:
            currency = currency_of(row) if name == "invoices" else row.get("currency")
            first = first or currency
            if currency and currency != first:
                facts = {"currency": currency, "first": str(first)}
                yield Finding("currency.mixed", place=f"{place}/currency", facts=facts)


def _days(account: _Account) -> Iterator[Finding]:
    as_of = account.get("as_of")
    if as_of is None:
        return
    for place, day in account.days:
        if day > as_of:
            facts = {"date": day.isoformat(), "as_of": as_of.isoformat()}
            yield Finding("date.after_as_of", place=place, facts=facts)


def _happened(account: _Account) -> Iterator[tuple[str, dt.date]]:
    yield from _days_of("/account", account, "booked_up_to")
    for place, row in account.rows["contracts"]:
        yield from _days_of(place, row, "signed_on")
    for place, row in account.rows["invoices"]:
        yield from _days_of(place, row, "issued_on", "delivered_on", "accepted_on")
        yield from _days_of(f"{place}/dispute", _row(row.get("dispute")), "raised_on")
        for name in ("delivery_documents", "acceptance_documents"):
            for index, document in enumerate(row.get(name) or ()):
                yield from _days_of(f"{place}/{name}/{index}", _row(document), "dated_on")
    for place, row in account.rows["payments"]:
        yield from _days_of(place, row, "received_on")
    for place, row in account.rows["history"]:
        yield from _days_of(place, row, "on")


def _days_of(place: str, row: Row, *names: str) -> Iterator[tuple[str, dt.date]]:
    return ((f"{place}/{name}", day) for name in names if (day := row.get(name)) is not None)


def _parties(account: _Account) -> Iterator[Finding]:
    creditor, debtor = _row(account.get("creditor")), _row(account.get("debtor"))
    if _same(creditor, debtor):
        yield Finding("party.debtor_is_creditor", place="/account/debtor", facts={"name": shown(debtor.get("name"))})
    for place, contract in account.rows["contracts"]:
        for index, guarantee in enumerate(contract.get("guarantees") or ()):
            guarantor = _row(_row(guarantee).get("guarantor"))
            if _same(guarantor, debtor) or _same(guarantor, creditor):
                at = f"{place}/guarantees/{index}/guarantor"
                yield Finding("party.guarantor_is_party", place=at, facts={"name": shown(guarantor.get("name"))})


def _same(one: Row, other: Row) -> bool:
    """The same name or the same registration in one country."""

    def name(party: Row) -> str:
        return "".join(str(party.get("name") or "").split()).casefold()

    def registration(party: Row) -> tuple[Any, str]:
        return party.get("country"), normalised(str(party.get("registration_number") or ""))

    same_number = bool(registration(one)[1]) and registration(one) == registration(other)
    return same_number or (bool(name(one)) and name(one) == name(other))


def _doubtful(account: _Account) -> Iterator[Finding]:
    """What is possible but often a slip: to be read and acknowledged."""
    for side in ("creditor", "debtor"):
        party = _row(account.get(side))
        code = normalised(str(party.get("registration_number") or ""))
        if has_credit_code(party) and fault_of(code) is None and organisation_part_fails(code):
            place = f"/account/{side}/registration_number"
            yield Finding("code.organisation_part", Severity.WARNING, place, {"value": code})
    for place, row in account.rows["invoices"]:
        issued, due = row.get("issued_on"), row.get("due_on")
        if issued is not None and due is not None and due < issued and not _is_credit_note(row):
            facts = {"due_on": due.isoformat(), "issued_on": issued.isoformat()}
            yield Finding("invoice.due_before_issued", Severity.WARNING, f"{place}/due_on", facts)
    booked = account.get("booked_up_to")
    for place, row in account.rows["payments"]:
        received = row.get("received_on")
        if booked is not None and received is not None and received > booked:
            facts = {"date": received.isoformat(), "booked_up_to": booked.isoformat()}
            yield Finding("payment.after_booked_up_to", Severity.WARNING, f"{place}/received_on", facts)


def _letter_days(account: _Account, letter: Row) -> Iterator[Finding]:
    as_of = account.get("as_of")
    dated = letter.get("dated_on") or as_of
    if dated is None or as_of is None:
        return
    latest = max((day for _, day in account.days if day <= as_of), default=dated)
    told = {"dated_on": dated.isoformat()}
    if latest > dated:
        yield Finding(
            "letter.dated_before_facts", place="/letter/dated_on", facts={**told, "latest": latest.isoformat()}
        )
    elif dated < as_of:
        facts = {**told, "as_of": as_of.isoformat()}
        yield Finding("letter.dated_before_as_of", Severity.WARNING, "/letter/dated_on", facts)
    for name, code in (("pay_by", "letter.pay_by_too_early"), ("reply_by", "letter.reply_by_too_early")):
        day = letter.get(name)
        if day is not None and day <= dated:
            facts = {**told, "date": day.isoformat()}
            yield Finding(code, place=f"/letter/{name}", facts=facts)
    mandate = letter.get("mandate_on")
    if mandate is not None and mandate > dated:
        facts = {**told, "date": mandate.isoformat()}
        yield Finding("letter.mandate_after_letter", place="/letter/mandate_on", facts=facts)


def _decimals(account: _Account, letter: Row) -> Iterator[Finding]:
    """Amounts with more decimals than their currency has."""
    for place, amount, currency in _amounts(account, letter):
        if amount is not None and currency is not None and not fits(amount, currency):
            facts = {"value": format(amount, "f"), "decimals": str(decimals(currency))}
            yield Finding("amount.too_many_decimals", place=place, facts=facts)


def _amounts(account: _Account, letter: Row) -> Iterator[tuple[str, Decimal | None, str | None]]:
    currency_of = _currency_of(account)
    whole = _whole(account)
    for place, row in account.rows["contracts"]:
        yield f"{place}/amount", row.get("amount"), row.get("currency")
        for index, guarantee in enumerate(row.get("guarantees") or ()):
            yield f"{place}/guarantees/{index}/maximum", _row(guarantee).get("maximum"), row.get("currency")
    for place, row in account.rows["invoices"]:
        currency = currency_of(row)
        yield f"{place}/amount", row.get("amount"), currency
        yield f"{place}/dispute/amount", _row(row.get("dispute")).get("amount"), currency
    for place, row in account.rows["payments"]:
        yield f"{place}/amount", row.get("amount"), (row["currency"] or whole) if "currency" in row else None
    for place, row in account.rows["history"]:
        yield f"{place}/amount", row.get("amount"), whole
    yield "/letter/costs", letter.get("costs"), whole
    for name, answer in (letter.get("own") or {}).items():
        yield f"/letter/own/{name}", answer if isinstance(answer, Decimal) else None, whole
    for index, debt in enumerate(_row(letter.get("set_off")).get("debts") or ()):
        for name in ("amount", "interest", "costs"):
            yield f"/letter/set_off/debts/{index}/{name}", _row(debt).get(name), _row(debt).get("currency") or whole
    repayment, in_kind = _row(letter.get("repayment")), _row(letter.get("in_kind"))
    for rows, name in (("instalments", "amount"), ("sureties", "maximum")):
        for index, row in enumerate(repayment.get(rows) or ()):
            yield f"/letter/repayment/{rows}/{index}/{name}", _row(row).get(name), whole
    for name in ("worth", "offset"):
        yield f"/letter/in_kind/{name}", in_kind.get(name), whole


def _is_credit_note(row: Row) -> bool:
    return row.get("document") is DocumentKind.CREDIT_NOTE


class _Search:
    """The nearest known number, for the first unknown ones: a sentence may help, it must not take minutes."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self.known = tuple(known)[:_LONGEST_SEARCH]
        self.left = _LONGEST_SEARCH

    def nearest(self, number: str) -> str:
        self.left -= 1
        return nearest(number, self.known) if self.left >= 0 else ""
