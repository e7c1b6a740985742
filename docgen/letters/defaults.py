"""What a clerk would expect where the request says nothing. Every default is told, with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from docgen.accounts.account import Account
from docgen.accounts.party import Party, PartyKind
from docgen.errors import Finding, RuleMissing, Severity
from docgen.law.assessment import Assessment, Standing
from docgen.law.calendar import workday_from
from docgen.law.statutes import LawData
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.entry import Group
from docgen.letters.papers import PAPERS
from docgen.letters.request import Language, LetterKind, LetterRequest, PrevailingText, Purpose

# Where a letter that collects a Chinese debt is sent in Chinese too, so that there is a text to prevail.
_READS_CHINESE = frozenset({"CN", "HK", "MO", "TW"})


@dataclass(frozen=True, slots=True)
class Default:
    """A value that nobody gave. pointer: where it would stand in the request document. why: a message's code."""

    pointer: str
    value: str
    why: str

    @property
    def finding(self) -> Finding:
        return Finding(self.why, severity=Severity.INFORMATION, place=self.pointer, facts={"value": self.value})


def complete(
    request: LetterRequest,
    kind: LetterKind,
    account: Account,
    assessment: Assessment,
    language: Language,
    *,
    law: LawData | None = None,
) -> tuple[LetterRequest, tuple[Default, ...]]:
    """The request with nothing left open that a default can fill, and the defaults it took.

    Days to pay or to answer count from the letter's date and move on to a working day where `law` knows the
    holidays of that year; where it does not, the plain day stands and its reason says so.
    """
    kind, language = LetterKind(kind), Language(language)
    told: list[Default] = []

    def default(pointer: str, value: str, why: str) -> None:
        told.append(Default(pointer, value, why))

    if request.dated_on is None:
        request = replace(request, dated_on=account.as_of)
        default("/letter/dated_on", account.as_of.isoformat(), "default.dated_on")
    if kind is LetterKind.BALANCE_CONFIRMATION and request.purpose is None:
        request = replace(request, purpose=Purpose.DEMAND)
        default("/letter/purpose", Purpose.DEMAND.value, "default.purpose")
    request = _with_days(request, kind, request.dated_on or account.as_of, assessment, law, default)
    if kind is not LetterKind.LAWYERS_LETTER and request.signatory is None and account.creditor.representative:
        request = replace(request, signatory=account.creditor.representative)
        default("/letter/signatory", account.creditor.representative, "default.signatory")
        post = account.creditor.representative_post
        if request.signatory_post is None and post:
            request = replace(request, signatory_post=post)
            default("/letter/signatory_post", post, "default.signatory")
    entry = CATALOGUE[kind]
    if request.salutation is None and entry.salutes:
        words = salutation(account.debtor, language)
        request = replace(request, salutation=words)
        default("/letter/salutation", words, "default.salutation")
    in_english = language is Language.EN and entry.group not in {Group.COURT, Group.WORKING}
    if in_english and request.prevailing_text is None:
        chinese = account.debtor.country in _READS_CHINESE
        prevails = PrevailingText.CHINESE if chinese else PrevailingText.NONE
        request = replace(request, prevailing_text=prevails)
        default("/letter/prevailing_text", prevails.value, f"default.prevailing_text.{prevails.value}")
    if not request.enclosures:
        enclosures = default_enclosures(kind, account, assessment, language, request.purpose)
        request = replace(request, enclosures=enclosures)
        for place, enclosure in enumerate(enclosures):
            default(f"/letter/enclosures/{place}", enclosure, "default.enclosures")
    return request, tuple(told)


def salutation(debtor: Party, language: Language) -> str:
    """How the letter addresses its reader. A Chinese letter says the full name, never a guessed title."""
    if language is Language.ZH:
        return f"{debtor.name}："
    if debtor.kind is PartyKind.NATURAL_PERSON:
        return f"Dear {debtor.name_en or debtor.name},"
    return "Dear Sir or Madam,"


def default_enclosures(
    kind: LetterKind, account: Account, assessment: Assessment, language: Language, purpose: Purpose | None
) -> tuple[str, ...]:
    """The papers that such a letter usually carries and this account has on record; nothing invented."""
    zh = language is Language.ZH
    if kind in PAPERS:
        return PAPERS[kind].enclosures(account, assessment, language)
    held = {item.invoice.number for item in assessment.chosen.items if item.open > 0}
    invoices = [invoice for invoice in account.invoices if invoice.number in held]
    found = []
    if kind is LetterKind.LAWYERS_LETTER:
        found.append("授权委托书（复印件）" if zh else "Power of attorney (copy)")
    if kind is LetterKind.PAYMENT_ORDER_APPLICATION:
        found.append("申请人主体资格证明" if zh else "Proof of the applicant's identity")
        found.append("证据目录及证据材料" if zh else "List of evidence and evidence")
        return tuple(found)
    if kind is LetterKind.BALANCE_CONFIRMATION and purpose is Purpose.ACCOUNTS:
        return ()
    if kind in {LetterKind.DEMAND_LETTER, LetterKind.LAWYERS_LETTER}:
        if any(contract.number for contract in account.contracts):
            found.append("合同（复印件）" if zh else "Contract (copy)")
        if any(invoice.delivery_documents or invoice.acceptance_documents for invoice in invoices):
            found.append("交付及验收单据（复印件）" if zh else "Delivery and acceptance documents (copies)")
    if kind is not LetterKind.PAYMENT_REMINDER:
        found.append("发票（复印件）" if zh else "Invoices (copies)")
    return tuple(found)


def _with_days(
    request: LetterRequest,
    kind: LetterKind,
    dated_on: dt.date,
    assessment: Assessment,
    law: LawData | None,
    default: Callable[[str, str, str], None],
) -> LetterRequest:
    if not CATALOGUE[kind].reply_days:
        return request
    plain = dated_on + dt.timedelta(days=CATALOGUE[kind].reply_days)
    day, moved = _working(plain, law)
    accounts_only = kind is LetterKind.BALANCE_CONFIRMATION and request.purpose is Purpose.ACCOUNTS
    due = any(item.standing in {Standing.DUE, Standing.OVERDUE} for item in assessment.chosen.items)
    figure = accounts_only or kind is LetterKind.STATEMENT_OF_ACCOUNT
    asks = not figure and (due or kind is not LetterKind.PAYMENT_REMINDER)
    if request.pay_by is None and asks:
        request = replace(request, pay_by=day)
        default("/letter/pay_by", day.isoformat(), f"default.pay_by.{moved}")
    if request.reply_by is None:
        reply = request.pay_by or day
        request = replace(request, reply_by=reply)
        default("/letter/reply_by", reply.isoformat(), f"default.reply_by.{moved}")
    return request


def _working(day: dt.date, law: LawData | None) -> tuple[dt.date, str]:
    """The working day from `day` on, and whether the holidays were known: "working_day" or "calendar_day"."""
    if law is not None:
        try:
            return workday_from(law, day), "working_day"
        except RuleMissing:
            pass
    return day, "calendar_day"
