"""Rows of a table as they are written (ECMA-376-1, 17.4.78); those that say the same but for their words, once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docgen.errors import WordPlace
from docgen.printing.reading import cells, properties, values
from docgen.printing.reading.cells import MOST_COLUMNS, CellSettings
from docgen.printing.reading.inlines import REVISED, TRANSPARENT, M, Story
from docgen.printing.reading.source import INKLESS, Counter, Source, local
from docgen.printing.reading.values import Element, W, attribute, twips
from docgen.wordfile.trees import MOST_PATTERNS, Pattern

_TR, _TRPR, _TC, _TCPR, _T = (W + name for name in ("tr", "trPr", "tc", "tcPr", "t"))
_ALIGNMENTS = {"start": "left", "end": "right"}
_PLAIN = frozenset((_TRPR, _TC, W + "tblPrEx"))


@dataclass(slots=True)
class Said:
    """What a row says of itself and of its cells, but for the words in them.

    skipped: columns of the grid before the first cell (17.4.15). exception: its w:tblPrEx; spacing: its
    w:tblCellSpacing. merges: whether one of its cells goes on with another, or may be gone. texts: how many w:t stand
    before each cell, and in all. told: what there is to say of it was said. read: what the reader of the table makes of
    it.
    """

    settings: Element | None
    cells: list[Element]
    of_cells: list[CellSettings]
    skipped: int
    exception: Element | None
    spacing: Element | None
    height: float
    exact: bool
    align: str
    merges: bool
    told: bool = False
    texts: list[int] = field(default_factory=list)
    read: dict[tuple[object, ...], Any] = field(default_factory=dict)


@dataclass(slots=True)
class Found:
    """A row that is printed. pattern: of rows that are alike, with the `words` of this one, all of which stand in its
    cells; None for a row of which there is one, or that holds more than cells."""

    element: Element
    pattern: Pattern | None
    words: Sequence[str]
    said: Said

    def filled(self) -> list[Element]:
        """Its cells, with its words; until the next row is filled."""
        if self.pattern is not None:
            self.pattern.filled(self.words)
        return self.said.cells


class Rows:
    """The rows of one table, walked through twice, since the look of a cell may depend on rows below."""

    def __init__(self, table: Element, story: Story, counter: Counter) -> None:
        self._table, self._story, self._counter = table, story, counter
        self._walked = 0  # with those that are not printed
        self._said: dict[Pattern | None, Said] = {}
        self._of_cells: dict[object, CellSettings] = {}
        self._copies: dict[tuple[object, ...], Element] = {}

    def walk(self, *, telling: bool) -> Iterator[Found]:
        """Those that are printed. `telling`: what is found on the way is told, once."""
        for number, (element, pattern, words) in enumerate(self._printed(self._table, telling=telling), 1):
            said = self._said.get(pattern)
            if said is None:
                if pattern is not None:
                    pattern.filled(words)
                said = self._read(element, self.place(number), telling=telling)
                if not _is_plain(element) or said.texts[-1] != len(words):
                    pattern = None  # noqa: PLW2901  (it is filled; what else it holds is told of each row)
                elif pattern is not None and len(self._said) < MOST_PATTERNS:
                    self._said[pattern] = said
            yield Found(element, pattern, words, said)

    def place(self, number: int) -> WordPlace:
        """Of a row, counted from 1."""
        return self._counter.in_table(number)

    def _printed(self, parent: Element, *, telling: bool) -> Iterator[tuple[Element, Pattern | None, Sequence[str]]]:
        source, counter = self._story.source, self._counter
        for found in source.rows(self._story.part, parent):
            child, pattern, _ = found
            if pattern in self._said:
                self._walked += 1
                yield found
            elif child.tag == _TR:
                self._walked += 1
                settings = child.find(_TRPR)
                if settings is None:
                    yield found
                elif settings.find(W + "del") is not None:
                    if telling:
                        source.tell("print.revisions", self.place(self._walked))
                elif not values.is_on(settings.find(W + "hidden")):
                    yield found
                elif telling:
                    source.tell("print.hidden", self.place(self._walked))
            elif (name := local(child)) in TRANSPARENT:
                if telling and name in REVISED:
                    source.tell("print.revisions", self.place(self._walked + 1))
                yield from self._printed(child, telling=telling)
            elif telling:
                _between(child, source, counter.in_table())

    def _read(self, row: Element, place: WordPlace, *, telling: bool) -> Said:
        settings = row.find(_TRPR)
        found = _cells(row, self._story.source, place, telling=telling)
        of_cells = [self._settings(cell) for cell in found]
        height = None if settings is None else settings.find(W + "trHeight")
        rule = "" if height is None else attribute(height, "hRule", "atLeast")
        align = _setting(row, "jc")
        texts = [0]
        for cell in found:
            texts.append(texts[-1] + sum(1 for _ in cell.iter(_T)))
        return Said(
            settings,
            found,
            of_cells,
            min(max(int(values.number(_setting(row, "gridBefore"))), 0), MOST_COLUMNS),
            self._kept(row.find(W + "tblPrEx")),
            self._kept(None if settings is None else settings.find(W + "tblCellSpacing")),
            0.0 if height is None or rule == "auto" else max(twips(attribute(height, "val")), 0.0),
            rule == "exact",
            _ALIGNMENTS.get(align, align),
            any(cell.merge or cell.joins_left or cell.deleted for cell in of_cells),
            texts=texts,
        )

    def _settings(self, cell: Element) -> CellSettings:
        """What a cell says of itself; cells that say the same share one."""
        element = cell.find(_TCPR)
        key = () if element is None else properties.written(element)
        if key not in self._of_cells:
            self._of_cells[key] = cells.settings(element)
        return self._of_cells[key]

    def _kept(self, element: Element | None) -> Element | None:
        """A copy, so that what it was parsed with can go; rows that say the same share one."""
        if element is None:
            return None
        key = (element.tag, properties.written(element), *element.items())
        if key not in self._copies:
            self._copies[key] = deepcopy(element)
        return self._copies[key]


def _is_plain(row: Element) -> bool:
    """Whether it holds cells and what it says of itself, and nothing that is told of each row or looked through."""
    return all(child.tag in _PLAIN for child in row)


def _cells(row: Element, source: Source, place: WordPlace, *, telling: bool) -> list[Element]:
    found: list[Element] = []
    for child in row:
        if child.tag == _TC:
            found.append(child)
        elif (name := local(child)) in TRANSPARENT:
            if name in REVISED:
                source.tell("print.revisions", place)
            found.extend(_cells(child, source, place, telling=telling))
        elif telling:
            _between(child, source, place)
    return found


def _between(child: Element, source: Source, place: WordPlace) -> None:
    """What stands between rows or cells and is neither."""
    name = local(child)
    if name in REVISED:
        source.tell("print.revisions", place)
    elif name and name not in INKLESS:
        if child.tag.startswith(M):
            source.refuse("print.equation", place)
        else:
            source.refuse("print.unknown", place, element=name)


def _setting(row: Element, name: str) -> str:
    found = row.find(f"{W}trPr/{W}{name}")
    return "" if found is None else attribute(found, "val")
