"""What comes of pressing "preview": the letter as pictures, or why there is none, and the sums in either case."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Any

from flask_babel import lazy_gettext as _

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO
from docgen.errors import DocgenError, Finding
from docgen.law.assessment import Assessment, Missing, OpenItem, Standing
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.wording import figures, plain_figures
from docgen.printing import Profile
from docgen.usecases import Desk, Letter, assess_account, make_letter, print_letter
from docgen.usecases.letter import standing_against
from docgen.web.pages.boxes import Label
from docgen.web.pages.sums import Line, account_lines, aging_lines, letter_lines

DOTS_PER_INCH = 100
MOST_PICTURES = 12

STANDINGS: dict[Standing, Label] = {
    Standing.SETTLED: _("Settled"),
    Standing.NOT_DUE: _("Not due"),
    Standing.DUE: _("Due today"),
    Standing.OVERDUE: _("Overdue"),
    Standing.DISPUTED: _("Disputed"),
    Standing.EXPIRED: _("Limitation period over"),
    Standing.DUE_UNKNOWN: _("Due date unknown"),
    Standing.LEFT_OUT: _("Outside this letter"),
}

PROFILES: dict[Profile, Label] = {
    Profile.PLAIN: _("Plain"),
    Profile.ACCESSIBLE: _("Accessible (PDF/UA)"),
    Profile.ARCHIVE: _("Archive (PDF/A, with the Word file and what was filled in)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """assessment: the sums, when the account could be read. letter: when nothing stands against it.

    pages: pictures as data URIs. page_count may be higher than their number.
    seen: a digest of the request that was shown, so that a download of something else is noticed.
    """

    kind: LetterKind = LetterKind.PAYMENT_REMINDER
    request: LetterRequest = field(default_factory=LetterRequest)
    assessment: Assessment | None = None
    letter: Letter | None = None
    pdf: bytes = b""
    pages: tuple[str, ...] = ()
    page_count: int = 0
    seen: str = ""

    def money(self, amount: Decimal, reader: Language) -> str:
        currency = self.assessment.currency if self.assessment else "CNY"
        return figures(amount, currency, reader)

    def signed(self, line: Line, reader: Language) -> str:
        """An amount of a column, with its minus where it is taken off; nothing is ever minus zero."""
        return f"{'− ' if line.less and line.amount else ''}{self.money(line.amount, reader)}"

    def figure(self, amount: Decimal) -> str:
        """An amount in a column; the sums above it name the currency."""
        return plain_figures(amount, self.assessment.currency if self.assessment else "CNY")

    def less(self, amount: Decimal) -> str:
        """An amount in a column of what is taken off; blank where nothing is."""
        return f"− {self.figure(amount)}" if amount else ""

    @property
    def items(self) -> tuple[OpenItem, ...]:
        return self.assessment.chosen.items if self.assessment else ()

    @property
    def account_lines(self) -> list[Line]:
        return list(account_lines(self.assessment.chosen)) if self.assessment else []

    @property
    def letter_lines(self) -> list[Line]:
        return list(letter_lines(self.assessment, self.kind, self.request)) if self.assessment else []

    @property
    def aging(self) -> list[Line]:
        return aging_lines(self.assessment.chosen) if self.assessment else []

    @property
    def interest_missing(self) -> bool:
        """Whether the law data cannot give the interest."""
        return self.assessment is not None and isinstance(self.assessment.chosen.interest, Missing)

    def any_item(self, name: str) -> bool:
        """Whether this amount is other than zero for any invoice: a column of zeros need not be shown."""
        return any(getattr(item, name) for item in self.items)

    def together(self, name: str) -> Decimal:
        """The sum of this amount over all invoices."""
        return sum((item.invoice.amount if name == "amount" else getattr(item, name) for item in self.items), ZERO)

    def expired_on(self, item: OpenItem) -> dt.date | None:
        """The last day of the limitation period of an invoice for which it is over."""
        clocks = self.assessment.limitation if self.assessment and item.standing is Standing.EXPIRED else ()
        return next((clock.raw_end for clock in clocks if item.invoice.number in clock.invoices), None)

    def standing(self, item: OpenItem) -> Label:
        return STANDINGS[item.standing]


def answer(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    account: Account,
    request: LetterRequest,
    notices: Iterable[Finding],
    *,
    pictured: bool,
    seen: str,
    profile: Profile = Profile.PLAIN,
    source: bytes = b"",
    own: OwnLetter | None = None,
    seal: bool = False,
) -> tuple[Answer, tuple[Finding, ...]]:
    """The letter and its pictures, or what stands against it; the sums in either case.

    profile: what the PDF is for. source: what was filled in, which goes into a PDF to be archived. own: the company's
    own letter, where it is one. seal: with the picture of the creditor's seal.
    """
    told = tuple(notices)
    try:
        assessment = assess_account(desk, account, request, kind)
    except DocgenError as error:
        return Answer(), _once((*error.findings, *told))
    answered = Answer(kind=kind, request=request, assessment=assessment, seen=seen)
    try:
        letter = _as_far_as_it_goes(desk, kind, language, account, request, told, own, seal=seal)
        if letter.bars and not request.draft_anyway:
            return answered, _once((*letter.bars, *letter.notices))
        printed = print_letter(desk, letter, profile, source)
        shown = desk.press.pictures(printed.pdf, DOTS_PER_INCH, MOST_PICTURES) if pictured else []
    except DocgenError as error:
        return answered, _once((*error.findings, *told, *assessment.notices))
    return (
        replace(
            answered,
            letter=letter,
            pdf=printed.pdf,
            pages=tuple("data:image/png;base64," + base64.b64encode(picture).decode() for picture in shown),
            page_count=printed.pages,
        ),
        _once((*letter.bars, *letter.notices, *printed.notices)),
    )


def barring(
    desk: Desk, kind: LetterKind, language: Language, account: Account, request: LetterRequest
) -> tuple[Answer | None, tuple[Finding, ...]]:
    """The sums and the bars of a letter that cannot be made yet because it wants more than was typed."""
    try:
        assessment = assess_account(desk, account, request, kind)
    except DocgenError as error:
        return None, error.findings
    barred = standing_against(desk, kind, language, account, request)
    return Answer(kind=kind, request=request, assessment=assessment), barred


def _as_far_as_it_goes(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    account: Account,
    request: LetterRequest,
    notices: tuple[Finding, ...],
    own: OwnLetter | None,
    *,
    seal: bool,
) -> Letter:
    """The letter as a draft, whatever bars it: it knows its bars and all its warnings, also those acknowledged.

    Where not even a draft can be made, what stands against the letter itself is raised.
    """
    made = partial(make_letter, desk, kind, language, account, notices=notices, own=own, seal=seal)
    try:
        return made(replace(request, draft_anyway=True))
    except DocgenError:
        return made(request)


def fingerprint(document: Mapping[str, Any], name: str, language: Language) -> str:
    """Says whether two requests are the same letter."""
    content = json.dumps([name, language.value, document], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in the order found: a bar may also be among the notices."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(kept)
