"""As what the account, and what docgen worded from it, has the sums and days of a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from docgen.letters.check import days, sums
from docgen.letters.check.days import Day
from docgen.letters.check.known import Explained, Known
from docgen.letters.check.printed import Printed
from docgen.letters.check.reading import Paragraph
from docgen.letters.check.sums import Sum


class Explaining:
    """Explains the sums and days of one text. Nothing is collected before something has to be explained."""

    def __init__(self, known: Known | None, printed: Printed, paragraphs: Sequence[Paragraph], *, named: bool) -> None:
        self._known = known
        self._printed = printed
        self._paragraphs = paragraphs
        self._named = named

    def sum(self, one: Sum) -> Sum:
        if self._known is None:
            return one
        if not self._named and self._printed.says(one.words):
            return replace(one, explained=Explained("explains.printed"))
        found = sums.explanation(one, self._known)
        if found is None and one.value in self._worked_out:
            return replace(one, explained=Explained("explains.worked_out"))
        found = found or (Explained("explains.text") if one.value in self._told_sums else None)
        return replace(one, explained=found or self._worded(one.words))

    @cached_property
    def _worked_out(self) -> frozenset[Decimal]:
        return sums.worked_out(self._paragraphs, self._known) if self._known else frozenset()

    def day(self, one: Day) -> Day:
        if self._known is None or one.on is None:
            return one
        if not self._named and self._printed.says(one.words):
            return replace(one, explained=Explained("explains.printed"))
        found = self._known.days.get(one.on)
        found = found or (Explained("explains.text") if one.on in self._told_days else None)
        return replace(one, explained=found or self._worded(one.words))

    def _worded(self, words: str) -> Explained | None:
        return Explained("explains.printed") if self._named and self._printed.says(words) else None

    @cached_property
    def _told_sums(self) -> frozenset[Decimal]:
        """The sums that texts of the account name, the digits alone where nothing marks them as one."""
        texts = self._known.texts if self._known else ()
        marked = {one.value for text in texts for one in sums.sums(Paragraph(1, text))}
        return frozenset(marked | {value for text in texts for value in sums.plain(text)})

    @cached_property
    def _told_days(self) -> frozenset[dt.date]:
        texts = self._known.texts if self._known else ()
        return frozenset(day for text in texts for day in days.days_in(text))
