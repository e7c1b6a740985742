"""Numbered and bulleted paragraphs (ECMA-376-1, 17.9): which number comes next, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.printing.reading import properties, values
from docgen.printing.reading.formats import in_format as in_format  # noqa: PLC0414  (asked for here too)
from docgen.printing.reading.properties import Set
from docgen.printing.reading.theme import Theme
from docgen.printing.reading.values import Element, W, attribute

_MOST = 32_767  # the highest number that Word counts to


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    format: str
    text: str
    suffix: str
    alignment: str
    restart: int | None
    legal: bool
    character: Set
    paragraph: Set
    style: str  # w:pStyle: paragraphs of that style stand at this level
    pictured: bool  # a picture is its bullet
    legacy: bool  # w:legacy (17.9.5): indents as in Word 6


class Lists:
    """The lists that a file defines; read once for all letters of a template."""

    def __init__(self, part: Element | None, theme: Theme) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._linked: dict[str, Element] = {}
        if part is None:
            return
        theme.resolve(part)
        self._abstract = {attribute(e, "abstractNumId"): e for e in part.iterfind(W + "abstractNum")}
        self._lists = {attribute(e, "numId"): e for e in part.iterfind(W + "num")}
        for element in self._abstract.values():
            if (link := element.find(W + "styleLink")) is not None:
                self._linked[attribute(link, "val")] = element

    def level(self, list_id: str, level: int) -> Level | None:
        """What a level says; None when there is no such list (numId 0 takes numbering away, 17.9.18)."""
        key = (list_id, level)
        if key not in self._levels:
            if list_id not in self._lists:
                return None
            self._levels[key] = self._read(list_id, level)
        return self._levels[key]

    def level_of_style(self, list_id: str, style: str) -> int:
        """17.9.23: a paragraph whose style names the list, and no level, stands at the one that names the style."""
        for number in range(9):
            found = self.level(list_id, number)
            if found is not None and found.style == style:
                return number
        return 0

    def counted_with(self, list_id: str) -> str:
        """Lists of one abstract definition count on together."""
        abstract = self._definition(list_id)
        return "" if abstract is None else attribute(abstract, "abstractNumId")

    def start(self, list_id: str, level: int) -> int | None:
        """17.9.27: where this list starts anew at a level, though others of its definition counted on."""
        override = self._override(list_id, level)
        start = None if override is None else override.find(W + "startOverride")
        return None if start is None else _counted(attribute(start, "val"), 1)

    def _override(self, list_id: str, level: int) -> Element | None:
        for override in self._lists[list_id].iterfind(W + "lvlOverride"):
            if attribute(override, "ilvl") == str(level):
                return override
        return None

    def _definition(self, list_id: str) -> Element | None:
        reference = self._lists[list_id].find(W + "abstractNumId")
        abstract = None if reference is None else self._abstract.get(attribute(reference, "val"))
        link = None if abstract is None else abstract.find(W + "numStyleLink")
        if link is not None:  # 17.9.21: the definition stands with the numbering style of that name
            abstract = self._linked.get(attribute(link, "val"), abstract)
        return abstract

    def _read(self, list_id: str, level: int) -> Level | None:
        element = self._level_element(list_id, level)
        if element is None:
            return None

        def value(name: str, default: str) -> str:
            child = element.find(W + name)
            return default if child is None else attribute(child, "val", default)

        restart = element.find(W + "lvlRestart")
        return Level(
            start=_counted(value("start", "0"), 0),
            format=_format(element),
            text=value("lvlText", ""),
            suffix=value("suff", "tab"),
            alignment={"start": "left", "end": "right"}.get(value("lvlJc", "left"), value("lvlJc", "left")),
            restart=None if restart is None else _counted(attribute(restart, "val"), 0),
            legal=values.is_on(element.find(W + "isLgl")),
            character=properties.character(element.find(W + "rPr")),
            paragraph=properties.paragraph(element.find(W + "pPr")),
            style=value("pStyle", ""),
            pictured=element.find(W + "lvlPicBulletId") is not None,
            legacy=any(attribute(old, "legacy", "1") not in ("0", "false") for old in element.iterfind(W + "legacy")),
        )

    def _level_element(self, list_id: str, level: int) -> Element | None:
        def at(parent: Element | None) -> Element | None:
            found = () if parent is None else parent.iterfind(W + "lvl")
            return next((e for e in found if attribute(e, "ilvl") == str(level)), None)

        own = at(self._override(list_id, level))
        return own if own is not None else at(self._definition(list_id))


def _counted(value: str, default: int) -> int:
    return min(max(int(values.number(value, default)), 0), _MOST)


def _format(element: Element) -> str:
    """w:numFmt (17.9.17). What Word writes for formats of its own, "01, 02, 03, …", stands in mc:AlternateContent."""
    found = next(element.iterfind(f"{{*}}AlternateContent/{{*}}Choice/{W}numFmt"), None)
    if found is None:
        found = element.find(W + "numFmt")
    if found is None:
        return "decimal"
    kind = attribute(found, "val", "decimal")
    return attribute(found, "format") if kind == "custom" else kind


class Numbering:
    """The counters of one file; ask `next` for each numbered paragraph, in reading order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self.level = lists.level
        self.level_of_style = lists.level_of_style
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, list_id: str, level: int) -> str:
        """The words of the next number of this level, counting it."""
        found = self.level(list_id, level)
        if found is None:
            return ""
        counters = self._counters.setdefault(self._lists.counted_with(list_id), {})
        if (list_id, level) not in self._started:
            self._started.add((list_id, level))
            start = self._lists.start(list_id, level)
            if start is not None:
                counters[level] = start - 1
        counters[level] = min(counters.get(level, found.start - 1) + 1, _MOST)
        for deeper in [number for number in counters if number > level]:
            # 17.9.10: a level starts again after any higher one, after the one named, or never (0).
            below = self.level(list_id, deeper)
            if below is None or below.restart is None or (below.restart and level < below.restart):
                del counters[deeper]
        return self._worded(list_id, found, counters)

    def _worded(self, list_id: str, level: Level, counters: Mapping[int, int]) -> str:
        words = level.text
        if level.format == "bullet" or "%" not in words:
            return words
        for index in range(9):
            if f"%{index + 1}" in words and (shown := self.level(list_id, index)):
                # 17.9.4: in legal style, all numbers are Arabic.
                written = "decimal" if level.legal and shown.format != "decimalZero" else shown.format
                words = words.replace(f"%{index + 1}", in_format(counters.get(index, shown.start), written))
        return words
