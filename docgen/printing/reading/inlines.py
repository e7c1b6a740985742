"""What stands in a paragraph: runs, fields, notes, links (ECMA-376-1, 17.3.2, 17.3.3, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from docgen.errors import WordPlace
from docgen.printing.reading import values
from docgen.printing.reading.drawn import drawing
from docgen.printing.reading.fields import (
    CHANGING,
    MOST_KEPT,
    PAGE_FIELDS,
    SILENT,
    Field,
    enclosed,
    form_answer,
    format_of,
    is_address,
    is_broken,
    unfollowed,
)
from docgen.printing.reading.properties import Set
from docgen.printing.reading.source import INKLESS, MC, Source, Surroundings, chosen, local
from docgen.printing.reading.styles import Style
from docgen.printing.reading.symbols import deciphered, is_symbol_font, symbol
from docgen.printing.reading.tree import Bookmark, Break, Inline, Look, NoteMark, Number, Picture, Ruby, Tab, Text
from docgen.printing.reading.values import Element, W, attribute
from docgen.printing.reading.vml import vml

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R, _RPR, _T = W + "r", W + "rPr", W + "t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: Elements whose content counts as if it stood there itself: content controls, smart tags, accepted insertions.
TRANSPARENT = frozenset(("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo"))
REVISED = frozenset(("ins", "del", "moveTo", "moveFrom"))

_CHARACTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_REFUSED = {"object": "print.object", "control": "print.control", "contentPart": "print.drawing"}
#: Elements that show a part of today's date, as Word's insertion of a date once left them (17.3.3).
_DATES = frozenset(("dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort"))
_LEADERS = frozenset(("dot", "hyphen", "underscore", "middleDot", "heavy"))
#: Hebrew, Arabic and the scripts beside them; their forms for presentation.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(slots=True)
class Story:
    """Fields may reach over paragraphs, so their state belongs to the story: the body, a header, a cell.

    note: the mark of the footnote or endnote that is read, None elsewhere. carried: what a paragraph whose mark was
    deleted leaves to the next.
    """

    source: Source
    part: str
    fields: list[Field] = field(default_factory=list)
    note: str | None = None
    carried: list[Inline] = field(default_factory=list)

    def inlines(self, element: Element, style: Style, around: Surroundings, place: WordPlace) -> list[Inline]:
        reader = _Reader(self, style, around, place)
        if self.carried:
            reader.found, self.carried = self.carried, []
        reader.children(element)
        return reader.found


@dataclass(slots=True)
class _Reader:
    story: Story
    style: Style
    around: Surroundings
    place: WordPlace
    link: str = ""
    target: str = ""
    found: list[Inline] = field(default_factory=list)

    def children(self, element: Element) -> None:
        for child in element:
            if child.tag == _R:
                self._run(child)
            else:
                self.read(child)

    def read(self, element: Element) -> None:  # noqa: PLR0912  (one branch for each element)
        """One child of a paragraph; what is neither known nor inkless is refused by name."""
        name = local(element)
        source = self.story.source
        if name == "bookmarkStart":
            if (bookmark := attribute(element, "name")) and bookmark != "_GoBack":
                self.found.append(Bookmark(bookmark))
        elif not name or name in INKLESS:
            return
        elif element.tag == MC + "AlternateContent":
            for child in chosen(element):
                self.read(child)
        elif element.tag.startswith(M):
            source.refuse("print.equation", self.place)
        elif not element.tag.startswith(W):
            source.refuse("print.unknown", self.place, element=name)
        elif name == "r":
            self._run(element)
        elif name in TRANSPARENT:
            self._transparent(element, name)
        elif name in ("del", "moveFrom"):
            source.tell("print.revisions", self.place)
        elif name == "hyperlink":
            self._hyperlink(element)
        elif name == "fldSimple":
            self._simple_field(element)
        else:
            source.refuse("print.unknown", self.place, element=name)

    def _transparent(self, element: Element, name: str) -> None:
        source = self.story.source
        if name in REVISED:
            source.tell("print.revisions", self.place)
        elif name in ("dir", "bdo") and attribute(element, "val") == "rtl":
            source.refuse("print.right_to_left", self.place)
        elif name == "sdt":
            tell_placeholder(element, source, self.place)
        self.children(element)

    def _hyperlink(self, element: Element) -> None:
        """17.16.22: the words, with the address behind them, or the bookmark within the file."""
        outer = self.link, self.target
        relation = self.story.source.relationship(self.story.part, element.get(R + "id", ""))
        anchor = attribute(element, "anchor")
        if relation and relation.external:
            address = is_address(relation.target)
            self.link, self.target = (f"{address}#{anchor}" if address and anchor else address), ""
        else:
            self.link, self.target = "", anchor
        self.children(element)
        self.link, self.target = outer

    def _simple_field(self, element: Element) -> None:
        entry = Field(attribute(element, "instr"))
        entry.begin_result()
        self.story.fields.append(entry)
        if entry.page_field:
            run = element.find(W + "r")
            look = self._look(run.find(W + "rPr") if run is not None else None)
            self.story.fields.pop()
            if self._shows():
                self._number(entry, look)
        else:
            self.children(element)
            if entry in self.story.fields:  # a w:fldChar within may have ended it
                self.story.fields.remove(entry)
            self._end(entry, self._look(None))

    def _look(self, element: Element | None) -> Look:
        styles = self.story.source.styles
        return styles.look(self.style, self.around.character, styles.character(element))

    def _run(self, run: Element) -> None:
        styles = self.story.source.styles
        children = list(run)
        settings = children[0] if children and children[0].tag == _RPR else run.find(_RPR)
        direct = styles.character(settings)
        if styles.is_hidden(self.style, direct):
            self._hidden(children)
            return
        fields = self.story.fields
        if fields and direct.get("style") in styles.links and any(entry.name == "TOC" for entry in fields):
            # Word gives the entries of a table of contents the style of links, and does not show it there.
            direct = styles.kept({name: value for name, value in direct.items() if name != "style"})
        look = styles.look(self.style, self.around.character, direct)
        opening, closing = self._brackets(run, direct) if direct.get("brackets") else ("", "")
        self._words(opening, look)
        for child in children:
            if not fields and child.tag == _T:
                self._plain(child, look)
            elif child is not settings:
                self._run_child(child, look)
        self._words(closing, look)

    def _brackets(self, run: Element, direct: Set) -> tuple[str, str]:
        """Around two lines in one; runs with one w:id stand in the same brackets (17.3.2.10)."""
        if not self._shows():
            return "", ""
        identity, opening, closing = direct["brackets"]

        def goes_on(other: Element | None) -> bool:
            layout = None if other is None else other.find(f"{_RPR}/{W}eastAsianLayout")
            return layout is not None and attribute(layout, "id") == identity

        return "" if goes_on(run.getprevious()) else opening, "" if goes_on(run.getnext()) else closing

    def _hidden(self, children: list[Element]) -> None:
        """17.3.2.41. Hidden runs print nothing, but a field that begins or ends in them is one all the same."""
        for child in children:
            if child.tag in (W + "fldChar", W + "instrText"):
                self._run_child(child, self._look(None))
            elif local(child) not in INKLESS and (child.tag != W + "t" or (child.text or "").strip()) and self._shows():
                self.story.source.tell("print.hidden", self.place)

    def _run_child(self, element: Element, look: Look) -> None:
        name = local(element)
        if not name or name in INKLESS:
            return
        if name == "fldChar" and element.tag == W + "fldChar":
            self._field_char(element, attribute(element, "fldCharType"), look)
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

    def _plain(self, element: Element, look: Look) -> None:
        words = element.text
        if not words:
            return
        if "\n" in words or "\t" in words or "\r" in words:
            words = re.sub(r"[\t\r\n]", " ", words)
        if (words[0] == " " or words[-1] == " ") and element.get(_SPACE) != "preserve":
            words = words.strip(" ")  # 17.3.3.31: without xml:space, blanks at the ends do not count
        if look.unprinted:
            self.story.source.tell_unprinted(look.unprinted, self.place)
        if not words.isascii() and RIGHT_TO_LEFT.search(words):
            self.story.source.refuse("print.right_to_left", self.place)
        if is_symbol_font(look.ascii):
            self._ciphered(words, look)
        else:
            self._words(words, look)

    def _content(self, element: Element, name: str, look: Look) -> None:  # noqa: PLR0912  (one branch for each element)
        source = self.story.source
        if name == "delText":
            return
        if element.tag == MC + "AlternateContent":
            for child in chosen(element):
                self._content(child, local(child), look)
        elif name == "t":
            self._plain(element, look)
        elif name == "tab":
            self.found.append(Tab(look))
        elif name == "ptab":
            self._position_tab(element, look)
        elif name in ("br", "cr"):
            kind = attribute(element, "type", "textWrapping")
            clear = attribute(element, "clear", "none") not in ("none", "")
            named: dict[str, Break] = {"page": Break("page", look), "column": Break("column", look)}
            self.found.append(named.get(kind) or Break("line", look, clear))
        elif name in _CHARACTERS:
            self._words(_CHARACTERS[name], look)
        elif name == "sym":
            self._symbol(attribute(element, "font"), attribute(element, "char"), look)
        elif name == "pgNum":
            self.found.append(Number("page", "", look))
        elif name == "drawing":
            self.found.extend(map(self._leading, drawing(element, self.story, self.place)))
        elif name == "pict":
            self.found.extend(vml(element, self.story, self.around, self.place))
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(element, "footnote" if name[0] == "f" else "endnote", look)
        elif name in ("footnoteRef", "endnoteRef"):
            self._words(self.story.note or "", look)
        elif name == "ruby":
            self._ruby(element, look)
        elif name == "commentReference":
            source.tell("print.comments", self.place)
        elif name in _DATES:
            source.refuse("print.field_empty", self.place, field=name)
        else:
            code = _REFUSED.get(name, "print.unknown")
            source.refuse(code, self.place, **({"element": name} if code == "print.unknown" else {}))

    def _leading(self, drawn: Inline) -> Inline:
        """A picture within a link leads there, too."""
        if isinstance(drawn, Picture) and (self.link or self.target) and not drawn.link:
            return replace(drawn, link=self.link, target=self.target)
        return drawn

    def _position_tab(self, element: Element, look: Look) -> None:
        """17.3.3.23: to the left, the middle or the right of the margins or the indents."""
        to, leader = attribute(element, "alignment", "left"), attribute(element, "leader")
        from_indent = attribute(element, "relativeTo", "margin") == "indent"
        to = to if to in ("left", "center", "right") else "left"
        self.found.append(Tab(look, to, from_indent, leader if leader in _LEADERS else ""))

    def _symbol(self, font: str, character: str, look: Look) -> None:
        if printed := symbol(font, character):
            self._words(printed, self._unsymbolic(look))
        else:
            self.story.source.refuse("print.symbol", self.place, font=font, character=character)

    def _ciphered(self, words: str, look: Look) -> None:
        """Words set in Wingdings, Symbol and the like: the characters that they show."""
        shown, unknown = deciphered(look.ascii, words)
        if unknown:
            self.story.source.refuse("print.symbol", self.place, font=look.ascii, character=unknown)
        self._words(shown, self._unsymbolic(look))

    def _unsymbolic(self, look: Look) -> Look:
        """The look for characters that were one symbol font's own: they are looked for in the text's fonts."""
        if not is_symbol_font(look.ascii):
            return look
        ascii_font = self.story.source.styles.look(self.style, self.around.character, _NOTHING).ascii
        return replace(look, hansi="", ascii="Times New Roman" if is_symbol_font(ascii_font) else ascii_font)

    def _note(self, element: Element, kind: str, look: Look) -> None:
        notes = self.story.source.notes
        if self.story.note is not None or notes is None:
            self.story.source.refuse("print.note_in_note", self.place)
        elif note := notes.call("footnote" if kind == "footnote" else "endnote", element, self.place):
            self.found.append(NoteMark(note.number, look, note))

    def _ruby(self, element: Element, look: Look) -> None:
        """17.3.3.25: w:rt above w:rubyBase."""
        settings = element.find(W + "rubyPr")

        def said(name: str) -> str:
            found = None if settings is None else settings.find(W + name)
            return "" if found is None else attribute(found, "val")

        parts: list[tuple[Inline, ...]] = []
        for name in ("rubyBase", "rt"):
            inner = _Reader(self.story, self.style, self.around, self.place, self.link, self.target)
            for child in element.iterfind(W + name):
                inner.children(child)
            parts.append(tuple(inner.found))
        raised = min(max(values.number(said("hpsRaise")) / 2, 0.0), 1638.0) or look.size
        self.found.append(Ruby(parts[0], parts[1], said("rubyAlign") or "center", raised))

    def _words(self, words: str, look: Look) -> None:
        if not words:
            return
        for entry in self.story.fields:
            entry.words = (entry.words + words)[:MOST_KEPT]
        link, target = self.link, self.target
        if not link and not target:
            for entry in reversed(self.story.fields):
                if entry.link or entry.target:
                    link, target = entry.link, entry.target
                    break
        last = self.found[-1] if self.found else None
        if type(last) is Text and last.look is look and last.link == link and last.target == target:
            self.found[-1] = Text(last.text + words, look, link, target)
        else:
            self.found.append(Text(words, look, link, target))

    def _field_char(self, element: Element, kind: str, look: Look) -> None:
        """17.16.18: begin, instruction, separate, stored result, end."""
        fields = self.story.fields
        if kind == "begin":
            fields.append(Field(form=element.find(W + "ffData")))
        elif kind == "separate" and fields:
            fields[-1].begin_result()
        elif kind == "end" and fields:
            entry = fields.pop()
            if not entry.in_result:
                entry.begin_result()
            if entry.page_field:
                if self._shows():
                    self._number(entry, entry.look or look)
                for outer in fields:
                    outer.counts = outer.counts or not outer.in_result
            else:
                self._end(entry, entry.look or look)

    def _number(self, entry: Field, look: Look) -> None:
        if entry.page_field:
            self.found.append(Number(entry.page_field, format_of(entry.instruction), look))
        if switch := unfollowed(entry.instruction):
            self.story.source.tell("print.setting", self.place, setting=f"{entry.name} {switch}")

    def _end(self, entry: Field, look: Look) -> None:
        """A field has ended: what it shows where nothing was stored."""
        name, source = entry.name, self.story.source
        if not self._shows():
            return
        if entry.has_result:
            self._tell_stored(entry)
            return
        if name in SILENT or name in PAGE_FIELDS:
            return
        if answer := form_answer(entry.form, name) if name.startswith("FORM") else "":
            self._words(answer, look)
        elif name == "SYMBOL":
            self._symbol_field(entry.instruction, look)
        elif name == "EQ":
            if character := enclosed(entry.instruction):
                self._words(character, look)
            else:
                source.refuse("print.eq_field", self.place)
        elif name == "ADVANCE":
            source.tell("print.setting", self.place, setting="ADVANCE")
        elif not name.startswith("FORM"):
            source.refuse("print.field_empty", self.place, field=name)

    def _tell_stored(self, entry: Field) -> None:
        name, source = entry.name, self.story.source
        if is_broken(entry.words):
            source.tell("print.field_broken", self.place, each=True, field=name, words=entry.words.strip())
            for outer in self.story.fields:
                outer.words = ""  # it is told of the innermost
        elif name in CHANGING or entry.counts:
            source.tell("print.field_stored", self.place, field=name)

    def _symbol_field(self, instruction: str, look: Look) -> None:
        r"""17.16.5.62: SYMBOL 252 \f "Wingdings"."""
        found = re.match(r"\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})", instruction, re.IGNORECASE)
        font = re.search(r'\\f\s*"?([^"\\]+)', instruction)
        code = int(found[1], 0 if found[1][:2].lower() == "0x" else 10) if found else 0
        self._symbol(font[1].strip() if font else "", f"{code:x}", look)


_NOTHING: Set = {}


def tell_placeholder(control: Element, source: Source, place: WordPlace) -> None:
    """A content control that nobody has filled in prints what it asks for (17.5.2.39), as Word does."""
    settings = control.find(W + "sdtPr")
    if settings is not None and values.is_on(settings.find(W + "showingPlcHdr")):
        source.tell("print.placeholder", place)
