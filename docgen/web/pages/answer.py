"""What comes of pressing "preview": the letter as pictures, or why there is none, and the sums in either case."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO
from docgen.errors import DocgenError, Finding
from docgen.law import assess
from docgen.law.assessment import AgingBucket, Assessment, Interest, OpenItem, Standing
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.wording import figures
from docgen.printing.pictures import pictures
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.web.pages.boxes import Label

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
}

BUCKETS: dict[AgingBucket, Label] = {
    AgingBucket.NOT_DUE: _("Not due"),
    AgingBucket.DAYS_1_30: _("1–30 days"),
    AgingBucket.DAYS_31_60: _("31–60 days"),
    AgingBucket.DAYS_61_90: _("61–90 days"),
    AgingBucket.DAYS_91_180: _("91–180 days"),
    AgingBucket.DAYS_181_365: _("181–365 days"),
    AgingBucket.OVER_365: _("Over 365 days"),
}

INTEREST_RULES: dict[str, Label] = {
    "clause": _("as the contract agrees"),
    "lpr_static": _("loan prime rate on the day of breach"),
    "lpr_floating": _("loan prime rate, floating"),
    "lpr": _("loan prime rate"),
    "benchmark": _("benchmark loan rate"),
    "sme": _("regulation on payments to small and medium-sized enterprises"),
    "none": _("none claimed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """assessment: the sums, when the account could be read. letter: when nothing stands against it.

    pages: pictures as data URIs. page_count may be higher than their number.
    seen: a digest of the request that was shown, so that a download of something else is noticed.
    """

    assessment: Assessment | None = None
    letter: Letter | None = None
    pdf: bytes = b""
    pages: tuple[str, ...] = ()
    page_count: int = 0
    seen: str = ""

    def money(self, amount: Decimal, reader: Language) -> str:
        currency = self.assessment.currency if self.assessment else "CNY"
        return figures(amount, currency, reader)

    @property
    def items(self) -> tuple[OpenItem, ...]:
        return self.assessment.chosen.items if self.assessment else ()

    @property
    def interest(self) -> Interest | None:
        """None when the law data cannot give it."""
        found = self.assessment.chosen.interest if self.assessment else None
        return found if isinstance(found, Interest) else None

    @property
    def rule_words(self) -> Label:
        return INTEREST_RULES.get(self.interest.rule, "") if self.interest else ""

    def standing(self, item: OpenItem) -> Label:
        return STANDINGS[item.standing]

    @property
    def aging(self) -> list[tuple[Label, Decimal]]:
        """The buckets that hold something."""
        held = self.assessment.chosen.aging if self.assessment else {}
        return [(BUCKETS[bucket], total) for bucket, total in held.items() if total]


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
) -> tuple[Answer, tuple[Finding, ...]]:
    """The letter and its pictures, or what stands against it; the sums in either case."""
    told = tuple(notices)
    try:
        assessment = assess(account, desk.law, request.interest, costs=request.costs or ZERO)
    except DocgenError as error:
        return Answer(), _once((*error.findings, *told))
    answered = Answer(assessment=assessment, seen=seen)
    try:
        letter = _as_far_as_it_goes(desk, kind, language, account, request, told)
        if letter.bars and not request.draft_anyway:
            return answered, _once((*letter.bars, *letter.notices))
        printed = print_letter(desk, letter)
    except DocgenError as error:
        return answered, _once((*error.findings, *told, *assessment.notices))
    shown = pictures(printed.pdf, dpi=DOTS_PER_INCH)[:MOST_PICTURES] if pictured else []
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


def _as_far_as_it_goes(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    account: Account,
    request: LetterRequest,
    notices: tuple[Finding, ...],
) -> Letter:
    """The letter as a draft, whatever bars it: it knows its bars and all its warnings, also those acknowledged.

    Where not even a draft can be made, what stands against the letter itself is raised.
    """
    try:
        return make_letter(desk, kind, language, account, replace(request, draft_anyway=True), notices)
    except DocgenError:
        return make_letter(desk, kind, language, account, request, notices)


def fingerprint(document: Mapping[str, Any], kind: LetterKind, language: Language) -> str:
    """Says whether two requests are the same letter."""
    content = json.dumps([kind.value, language.value, document], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in the order found: a bar may also be among the notices."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(kept)
