"""Words highlighted where Word takes no comment, between hidden bookmarks, so that they can be told from what a lawyer
has highlighted."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from docgen.studio.marking.opened import Opened, W
from docgen.studio.marking.runs import beside, put_setting, settings_of

#: How the bookmarks are called; Word shows none whose name begins with a line (ECMA-376 part 1, 17.13.6.2).
BOOKMARK = "_docgenMark"
COLOUR = "yellow"


class Highlights:
    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        marks = [mark for part in opened.running_text for mark in opened.tree(part).iter(W + "bookmarkStart")]
        numbers = (mark.get(W + "id", "") for mark in marks)
        self._next = 1 + max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0)
        self._count = 0

    def add(self, part: str, runs: Sequence[etree._Element]) -> None:
        """Highlight these runs of one paragraph; one that has a colour of its own keeps it."""
        if not runs:
            return
        for run in runs:
            settings = settings_of(run)
            if settings.find(W + "highlight") is None:
                put_setting(settings, etree.Element(W + "highlight", {W + "val": COLOUR}))
        number = {W + "id": str(self._next)}
        name = {W + "name": f"{BOOKMARK}{self._count + 1}"}
        self._next += 1
        self._count += 1
        beside(runs[0]).addprevious(etree.Element(W + "bookmarkStart", number | name))
        beside(runs[-1]).addnext(etree.Element(W + "bookmarkEnd", number))
        self._opened.changed(part)
