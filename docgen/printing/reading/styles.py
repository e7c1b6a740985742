"""The cascade (ECMA-376-1, 17.7.2): document defaults, table, numbering, paragraph, character style, direct."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import Any

from docgen.printing.reading import properties, unprinted, values
from docgen.printing.reading.properties import TOGGLES, Set, Written, merged
from docgen.printing.reading.symbols import is_symbol_font
from docgen.printing.reading.theme import Theme
from docgen.printing.reading.tree import Border, Lines, Look, Shape, TabStop
from docgen.printing.reading.values import Element, W

_MOST_KEPT = 4000  # looks, shapes and what elements say, each in all letters that share the styles

#: Parts of a table that a style may set apart, weakest first (17.7.6).
CONDITIONS = (
    "wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz",
    "firstCol", "lastCol", "firstRow", "lastRow", "neCell", "nwCell", "seCell", "swCell",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what its ancestors set already under it."""

    id: str
    kind: str
    character: Set
    paragraph: Set
    numbering: tuple[str, str] | None
    table: Element | None = None
    based_on: str = ""


class Styles:
    """All styles of a file. `look` and `shape` answer what applies at a place."""

    def __init__(self, styles: Element | None, theme: Theme, fonts: Element | None = None) -> None:
        self._elements: dict[str, Element] = {}
        self._read: dict[tuple[str, str], Style] = {}
        # What is kept names what it was made of by id(), and keeps that alive.
        self._looks: dict[tuple[str, int, int], tuple[Look, Set, Set]] = {}
        self._hidden: dict[tuple[str, int], tuple[bool, Set]] = {}
        self._shapes: dict[tuple[object, ...], tuple[Shape, Set, Set, Set]] = {}
        self._characters: dict[Written, Set] = {}
        self._paragraphs: dict[Written, Set] = {}
        self._alike: dict[str, Set] = {}
        self._layers: dict[tuple[object, ...], list[Element]] = {}
        self._defaults: dict[str, str] = {}
        self._titles: set[str] = set()
        self.links: set[str] = set()  # the styles that Word itself gives links
        self._alternatives = _alternatives(fonts)
        self._character_defaults: Set = {}
        self._paragraph_defaults: Set = {}
        self.theme = theme
        if styles is None:
            return
        theme.resolve(styles)
        for element in styles.iterfind(W + "style"):
            identity = values.attribute(element, "styleId")
            self._elements[identity] = element
            name = element.find(W + "name")
            named = "" if name is None else values.attribute(name, "val").casefold()
            if named == "title":
                self._titles.add(identity)
            elif named == "hyperlink":
                self.links.add(identity)
            if values.attribute(element, "default") in ("1", "true", "on"):
                self._defaults[values.attribute(element, "type")] = identity
        self._character_defaults = properties.character(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._paragraph_defaults = properties.paragraph(styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))

    def style(self, identity: str, kind: str) -> Style:
        """The style of that id and kind; the default of its kind when there is none (17.7.4.17)."""
        key = (identity, kind)
        found = self._read.get(key)
        if found is None:
            if identity not in self._elements or values.attribute(self._elements[identity], "type") != kind:
                key = (self._defaults.get(kind, ""), kind)
            found = self._read[key] = self._read.get(key) or self._inherit(*key)
        return found

    def character(self, element: Element | None) -> Set:
        """What a w:rPr says. Runs that say the same have one Set between them."""
        return self._said(self._characters, properties.character, element)

    def paragraph(self, element: Element | None) -> Set:
        """What a w:pPr says, likewise; without the settings of its mark and its section."""
        return self._said(self._paragraphs, properties.paragraph, element)

    def kept(self, found: Set) -> Set:
        """The Set that says the same and was kept before: looks and shapes are found again by it."""
        key = repr(sorted(found.items()))
        if len(self._alike) > _MOST_KEPT:
            self._alike.clear()
        return self._alike.setdefault(key, found)

    def _said(self, kept: dict[Written, Set], read: Callable[[Element | None], Set], element: Element | None) -> Set:
        key = () if element is None else properties.written(element)
        found = kept.get(key)
        if found is None:
            if len(kept) > _MOST_KEPT:
                kept.clear()
            found = kept[key] = read(element)
        return found

    def _inherit(self, identity: str, kind: str) -> Style:
        chain: list[Element] = []
        seen: set[str] = set()
        current = identity
        while current in self._elements and current not in seen:  # a circle of styles ends where it closes
            seen.add(current)
            chain.append(self._elements[current])
            parent = self._elements[current].find(W + "basedOn")
            current = "" if parent is None else values.attribute(parent, "val")
        numbering = None
        for element in chain:
            own = numbering_of(element.find(W + "pPr"))
            if own is not None:
                numbering = own if numbering is None else (numbering[0] or own[0], numbering[1] or own[1])
        chain.reverse()
        return Style(
            identity,
            kind,
            reduce(merged, (properties.character(element.find(W + "rPr")) for element in chain), {}),
            reduce(merged, (properties.paragraph(element.find(W + "pPr")) for element in chain), {}),
            numbering,
            chain[-1] if chain else None,
            values.attribute(parent, "val") if chain and (parent := chain[-1].find(W + "basedOn")) is not None else "",
        )

    def table_chain(self, identity: str) -> list[Element]:
        """The table style and its ancestors, the farthest first."""
        chain: list[Element] = []
        style = self.style(identity, "table")
        while style.table is not None and style.table not in chain:
            chain.append(style.table)
            if not style.based_on:
                break
            style = self.style(style.based_on, "table")
        return chain[::-1]

    def table_layers(self, key: tuple[object, ...], find: Callable[[], list[Element]]) -> list[Element]:
        """What `find` finds in the table styles, which all letters share."""
        found = self._layers.get(key)
        if found is None:
            if len(self._layers) > _MOST_KEPT:
                self._layers.clear()
            found = self._layers[key] = find()
        return found

    def look(self, paragraph_style: Style, table: Set, direct: Set) -> Look:
        """Characters of a run, or of a paragraph mark, with `direct` settings (which may name a character style)."""
        key = (paragraph_style.id, id(table), id(direct))
        found = self._looks.get(key)
        if found is None:
            if len(self._looks) > _MOST_KEPT:
                self._looks.clear()
            found = self._looks[key] = (self._look(paragraph_style, table, direct), table, direct)
        return found[0]

    def _look(self, paragraph_style: Style, table: Set, direct: Set) -> Look:
        levels = [self._character_defaults, table, paragraph_style.character]
        character = self.style(direct["style"], "character") if direct.get("style") else None
        if character:
            levels.append(character.character)
        nothing: Set = {}
        found = reduce(merged, levels, nothing)
        for toggle in TOGGLES:
            # 17.7.3: an odd number of styles that set it turn it on; the document defaults do so by themselves.
            on = sum(bool(level.get(toggle)) for level in levels[1:]) % 2 == 1
            found[toggle] = on or bool(self._character_defaults.get(toggle))
        return self._as_look(merged(found, direct))

    def is_hidden(self, paragraph_style: Style, direct: Set) -> bool:
        key = (paragraph_style.id, id(direct))
        found = self._hidden.get(key)
        if found is None:
            if len(self._hidden) > _MOST_KEPT:
                self._hidden.clear()
            found = self._hidden[key] = (self._is_hidden(paragraph_style, direct), direct)
        return found[0]

    def _is_hidden(self, paragraph_style: Style, direct: Set) -> bool:
        if "hidden" in direct:
            return bool(direct["hidden"])
        levels = [paragraph_style.character]
        if direct.get("style"):
            levels.append(self.style(direct["style"], "character").character)
        return sum(bool(level.get("hidden")) for level in levels) % 2 == 1

    def _as_look(self, found: Set) -> Look:
        def font(key: str) -> str:
            kind, name = found.get(key, ("name", ""))
            named = self.theme.fonts.get(name, "") if kind == "theme" else str(name)
            return self._alternatives.get(named, named)

        vertical = found.get("vertical", "")
        strike = "double" if found.get("double_strike") else "single" if found.get("strike") else ""
        plain, other = font("font_ascii"), font("font_hansi")
        return Look(
            ascii=plain or other or "Times New Roman",
            hansi=other if plain and other != plain else "",
            east_asia=font("font_east_asia") or "SimSun",
            hint_east_asia=found.get("hint") == "eastAsia",
            size=found.get("size", 10.0),
            bold=bool(found.get("bold")),
            italic=bool(found.get("italic")),
            underline=found.get("underline", ""),
            underline_colour=found.get("underline_colour", ""),
            strike=strike,
            colour=found.get("colour", ""),
            caps="all" if found.get("caps") else "small" if found.get("small_caps") else "",
            spacing=found.get("spacing", 0.0),
            scale=found.get("scale", 1.0),
            position=found.get("position", 0.0),
            emphasis=found.get("emphasis", ""),
            snap=bool(found.get("snap", True)),
            vertical=vertical if vertical in ("superscript", "subscript") else "",
            background=found.get("highlight") or found.get("background", ""),
            boxed=found.get("boxed"),
            latin_language=found.get("latin_language", "en-US"),
            east_asian_language=found.get("east_asian_language", "zh-CN"),
            kerned=0 < found.get("kern_from", 0.0) <= found.get("size", 10.0),
            unprinted=unprinted.noted(found),
        )

    @cached_property
    def size(self) -> float:
        """Of the characters of the default style ("Normal")."""
        return self._look(self.style("", "paragraph"), {}, {}).size

    def shape(
        self, style: Style, table: Set, numbering: Set, direct: Set, em: float, side: float, pitch: float
    ) -> Shape:
        """A paragraph. `em`, `side`: how wide a character is, for a first line and for sides indented by characters;
        `pitch`: a line of the grid."""
        key = (style.id, id(table), id(numbering), id(direct), em, side, pitch)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) > _MOST_KEPT:
                self._shapes.clear()
            nothing: Set = {}
            # Indents of a numbering level lie over those of the paragraph's style (17.9.22), in whatever they count.
            counted = {name + "_chars": 0.0 for name in ("left", "right", "first") if name in numbering}
            levels = (self._paragraph_defaults, table, style.paragraph, counted, numbering, direct)
            settings = reduce(merged, levels, nothing)
            shape = as_shape(settings, style.id, em, side, pitch or 12.0)
            if style.id in self._titles:
                shape = replace(shape, title=True)
            found = self._shapes[key] = (shape, table, numbering, direct)
        return found[0]


def _alternatives(fonts: Element | None) -> dict[str, str]:
    """The table of fonts (17.8.3.10): name → name and other names of the font (w:altName), as lists of fonts are
    written. Fonts of symbols have none that show the same signs."""
    found: dict[str, str] = {}
    for font in fonts.iterfind(W + "font") if fonts is not None else ():
        name, other = values.attribute(font, "name"), font.find(W + "altName")
        if name and other is not None and not is_symbol_font(name):
            names = [name, *values.attribute(other, "val").replace(",", ";").split(";")]
            found[name] = ";".join(filter(None, map(str.strip, names)))
    return found


def as_shape(found: Mapping[str, Any], style: str, em: float, side: float, line: float) -> Shape:
    def indent(key: str, character: float) -> float:
        chars = found.get(key + "_chars", 0.0)
        return float(chars * character if chars else found.get(key, 0.0))

    def space(key: str) -> float:
        if found.get(key + "_auto"):
            return 14.0  # 17.3.1.33: as an HTML paragraph would have it
        lines = found.get(key + "_lines", 0.0)
        return max(float(lines * line if lines else found.get(key, 0.0)), 0.0)

    def on(key: str) -> bool:
        return bool(found.get(key, True))

    left, first = indent("left", side), indent("first", em)
    if first < 0 and (found.get("left_chars") or found.get("first_chars")):
        # Counted in characters, left is where the first line begins; Word passes over a length beside w:hangingChars.
        left = float(found.get("left_chars", 0.0) * side) - first
    edges: dict[str, Border] = {name: edge for name, edge in found.get("borders", {}).items() if edge}
    stops: Mapping[float, TabStop] = found.get("tabs", {})
    return Shape(
        style=style,
        align=found.get("align", "left"),
        left=left,
        right=indent("right", side),
        first=first,
        before=space("before"),
        after=space("after"),
        lines=found.get("lines", Lines()),
        contextual=bool(found.get("contextual")),
        keep_next=bool(found.get("keep_next")),
        keep_lines=bool(found.get("keep_lines")),
        page_break_before=bool(found.get("page_break_before")),
        widow_control=on("widow_control"),
        snap=on("snap"),
        space_letters=on("space_letters"),
        space_digits=on("space_digits"),
        kinsoku=on("kinsoku"),
        word_wrap=on("word_wrap"),
        hanging=on("hanging"),
        top_line_punctuation=bool(found.get("top_line_punctuation")),
        text_alignment=found.get("text_alignment") or "auto",
        tabs=tuple(sorted((stop for stop in stops.values() if stop.alignment != "clear"), key=lambda s: s.position)),
        borders=edges,
        background=found.get("background", ""),
        level=found.get("level"),
        no_line_numbers=bool(found.get("no_line_numbers")),
        unprinted=unprinted.noted(found),
    )


def numbering_of(element: Element | None) -> tuple[str, str] | None:
    """(numId, level) of a w:pPr, or None where it says nothing about numbering (17.3.1.19)."""
    found: tuple[str, str] | None = properties.paragraph(element).get("numbering")
    return found
