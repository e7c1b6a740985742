"""What stands in a paragraph: runs, fields, pictures, links (ECMA-376-1, 17.3.2, 17.3.3, 17.16)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.errors import WordPlace
from docgen.printing.reading import properties
from docgen.printing.reading.pictured import picture
from docgen.printing.reading.properties import Set
from docgen.printing.reading.source import INKLESS, MC, Source, chosen, local
from docgen.printing.reading.styles import Style
from docgen.printing.reading.symbols import symbol
from docgen.printing.reading.tree import Break, Inline, Look, Number, Tab, Text
from docgen.printing.reading.values import Element, W, attribute

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

#: Elements whose content counts as if it stood there itself: content controls, smart tags, accepted insertions.
TRANSPARENT = frozenset(("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo"))
REVISED = frozenset(("ins", "del", "moveTo", "moveFrom"))

_PAGE_FIELDS: Mapping[str, Literal["page", "pages", "section"]] = {
    "PAGE": "page",
    "NUMPAGES": "pages",
    "SECTIONPAGES": "section",
}
#: Fields that leave nothing on paper.
_SILENT_FIELDS = frozenset(("TC", "XE", "RD", "SET", "ADVANCE", "COMMENTS", "PRIVATE", ""))
#: Fields that Word works out anew when it opens or prints the file; the press prints what is stored.
_CHANGING_FIELDS = frozenset(("DATE", "TIME", "PRINTDATE", "SAVEDATE", "EDITTIME", "FILENAME"))
_SWITCHES = {  # 17.16.4.3.1
    "arabic": "decimal", "roman": "lowerRoman", "ROMAN": "upperRoman", "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter", "chinesenum1": "chineseCounting", "chinesenum2": "chineseLegalSimplified",
    "chinesenum3": "chineseCountingThousand", "arabicdash": "numberInDash", "dbnum1": "chineseCounting",
    "dbnum2": "chineseLegalSimplified", "gb1": "decimalEnclosedFullstop", "gb2": "decimalEnclosedParen",
    "gb3": "decimalEnclosedCircleChinese", "circlenum": "decimalEnclosedCircle", "ordinal": "ordinal",
    "zodiac1": "ideographTraditional", "zodiac2": "ideographZodiac",
}  # fmt: skip


@dataclass
class _Field:
    instruction: str = ""
    in_result: bool = False
    page_field: Literal["page", "pages", "section", ""] = ""
    look: Look | None = None
    has_result: bool = False


@dataclass
class Story:
    """Fields may reach over paragraphs, so their state belongs to the story: the body, a header, a cell."""

    source: Source
    part: str
    fields: list[_Field] = field(default_factory=list)

    def inlines(self, element: Element, style: Style, table: Set, place: WordPlace) -> tuple[Inline, ...]:
        reader = _Reader(self, style, table, place)
        reader.children(element)
        return tuple(reader.found)


@dataclass
class _Reader:
    story: Story
    style: Style
    table: Set
    place: WordPlace
    link: str = ""
    found: list[Inline] = field(default_factory=list)

    def children(self, element: Element) -> None:
        for child in element:
            self.read(child)

    def read(self, element: Element) -> None:
        """One child of a paragraph; what is neither known nor inkless is refused by name."""
        name = local(element)
        source = self.story.source
        if not name or name in INKLESS:
            return
        if element.tag == MC + "AlternateContent":
            for child in chosen(element):
                self.read(child)
        elif element.tag.startswith(M):
            source.refuse("print.equation", self.place)
        elif not element.tag.startswith(W):
            source.refuse("print.unknown", self.place, element=name)
        elif name == "r":
            self._run(element)
        elif name in TRANSPARENT:
            if name in REVISED:
                source.tell("print.revisions", self.place)
            self.children(element)
        elif name in ("del", "moveFrom"):
            source.tell("print.revisions", self.place)
        elif name == "hyperlink":
            self._hyperlink(element)
        elif name == "fldSimple":
            self._simple_field(element)
        else:
            source.refuse("print.unknown", self.place, element=name)

    def _hyperlink(self, element: Element) -> None:
        """17.16.22: the words, with the address behind them; links within the file are plain words."""
        outer = self.link
        relation = self.story.source.relationship(self.story.part, element.get(R + "id", ""))
        self.link = relation.target if relation and relation.external else ""
        self.children(element)
        self.link = outer

    def _simple_field(self, element: Element) -> None:
        instruction = attribute(element, "instr")
        entry = _Field(instruction)
        self._begin_result(entry)
        if entry.page_field:
            run = element.find(W + "r")
            self._page_number(entry, self._look(run.find(W + "rPr") if run is not None else None))
        else:
            self.children(element)
            self._end(entry, bool("".join(map(str, element.itertext()))))

    def _look(self, element: Element | None) -> Look:
        return self.story.source.styles.look(self.style, self.table, properties.character(element))

    def _run(self, run: Element) -> None:
        direct = properties.character(run.find(W + "rPr"))
        if self.story.source.styles.is_hidden(self.style, direct):
            if "".join(map(str, run.itertext())).strip():
                self.story.source.tell("print.hidden", self.place)
            return
        look = self.story.source.styles.look(self.style, self.table, direct)
        if look.unprinted and run.find(W + "t") is not None:
            self.story.source.tell_unprinted(look.unprinted, self.place)
        for child in run:
            self._run_child(child, look)

    def _run_child(self, element: Element, look: Look) -> None:
        name = local(element)
        if not name or name in INKLESS:
            return
        if name == "fldChar" and element.tag == W + "fldChar":
            self._field_char(attribute(element, "fldCharType"), look)
        elif name in ("instrText", "delInstrText"):
            if self.story.fields and not self.story.fields[-1].in_result and name == "instrText":
                self.story.fields[-1].instruction += element.text or ""
                self.story.fields[-1].look = self.story.fields[-1].look or look
        elif self._shows():
            self._content(element, name, look)

    def _shows(self) -> bool:
        """Whether what stands here is printed: not the code of a field, nor the stored result of a page field."""
        for entry in self.story.fields:
            if not entry.in_result:
                return False
            entry.has_result = True
            if entry.page_field:
                return False
        return True

    def _content(self, element: Element, name: str, look: Look) -> None:  # noqa: PLR0912  (one branch for each element)
        source = self.story.source
        if name == "delText":
            return
        if element.tag == MC + "AlternateContent":
            for child in chosen(element):
                self._content(child, local(child), look)
        elif name == "t":
            # 17.3.3.31: without xml:space, blanks at the ends do not count.
            words = element.text or ""
            preserve = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            words = re.sub(r"[\t\r\n]", " ", words if preserve else words.strip(" \t\r\n"))
            self._words(words, look)
        elif name in ("tab", "ptab"):
            if name == "ptab":
                source.tell("print.position_tab", self.place)
            self.found.append(Tab(look))
        elif name in ("br", "cr"):
            kind = attribute(element, "type", "textWrapping")
            self.found.append(Break("page" if kind == "page" else "column" if kind == "column" else "line", look))
        elif name in _CHARACTERS:
            self._words(_CHARACTERS[name], look)
        elif name == "sym":
            self._symbol(attribute(element, "font"), attribute(element, "char"), look)
        elif name == "pgNum":
            self.found.append(Number("page", "", look))
        elif name == "drawing":
            found = picture(element, self.story.part, source, self.place)
            if found:
                self.found.append(found)
        elif name == "commentReference":
            source.tell("print.comments", self.place)
        else:
            code = _REFUSED.get(name, "print.unknown")
            source.refuse(code, self.place, **({"element": name} if code == "print.unknown" else {}))

    def _symbol(self, font: str, character: str, look: Look) -> None:
        if printed := symbol(font, character):
            self._words(printed, look)
        else:
            self.story.source.refuse("print.symbol", self.place, font=font, character=character)

    def _words(self, words: str, look: Look) -> None:
        if not words:
            return
        last = self.found[-1] if self.found else None
        if isinstance(last, Text) and last.look == look and last.link == self.link:
            self.found[-1] = Text(last.text + words, look, self.link)
        else:
            self.found.append(Text(words, look, self.link))

    def _field_char(self, kind: str, look: Look) -> None:
        """17.16.18: begin, instruction, separate, stored result, end."""
        fields = self.story.fields
        if kind == "begin":
            fields.append(_Field())
        elif kind == "separate" and fields:
            self._begin_result(fields[-1])
        elif kind == "end" and fields:
            entry = fields.pop()
            if not entry.in_result:
                self._begin_result(entry)
            if entry.page_field and self._shows():
                self._page_number(entry, entry.look or look)
            else:
                self._end(entry, entry.has_result)

    def _begin_result(self, entry: _Field) -> None:
        entry.in_result = True
        entry.page_field = _PAGE_FIELDS.get(_name(entry.instruction), "")

    def _page_number(self, entry: _Field, look: Look) -> None:
        written = ""
        for switch in re.findall(r"\\\*\s*(\w+)", entry.instruction):
            written = _SWITCHES.get(switch) or _SWITCHES.get(switch.lower()) or written
        if entry.page_field:
            self.found.append(Number(entry.page_field, written, look))

    def _end(self, entry: _Field, has_result: bool) -> None:
        name = _name(entry.instruction)
        if not has_result and name not in _SILENT_FIELDS and name not in _PAGE_FIELDS:
            self.story.source.refuse("print.field_empty", self.place, field=name)
        elif name in _CHANGING_FIELDS:
            self.story.source.tell("print.field_stored", self.place, field=name)


def _name(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()


_CHARACTERS = {"noBreakHyphen": "-\u2060", "softHyphen": "\u00ad"}
_REFUSED = {
    "pict": "print.text_box",
    "object": "print.object",
    "footnoteReference": "print.footnote",
    "endnoteReference": "print.footnote",
    "ruby": "print.ruby",
    "contentPart": "print.drawing",
}
