"""Footnotes and endnotes (ECMA-376-1, 17.11): what each says, and how it is numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from docgen.errors import WordPlace
from docgen.printing.reading import values
from docgen.printing.reading.formats import in_format, is_known_format
from docgen.printing.reading.source import Source, local
from docgen.printing.reading.tree import Block, Note
from docgen.printing.reading.values import Element, W, attribute

Kind = Literal["footnote", "endnote"]
_LINES = frozenset(("separator", "continuationSeparator"))
#: read(element, part, number) → the blocks of a note, in which its own mark stands as `number`.
ReadNote = Callable[[Element, str, str], tuple[Block, ...]]


@dataclass
class _Rule:
    """How notes are numbered (17.11.10, 17.11.3): for the file, or for a section."""

    format: str
    start: int = 1
    restart: str = "continuous"
    place: str = ""

    def changed(self, element: Element | None) -> _Rule:
        if element is None:
            return self

        def said(name: str, default: str) -> str:
            found = element.find(W + name)
            return default if found is None else attribute(found, "val", default)

        start = min(max(int(values.number(said("numStart", str(self.start)), 1)), 0), 32_767)
        return _Rule(said("numFmt", self.format), start, said("numRestart", self.restart), said("pos", self.place))


@dataclass
class Notes:
    """The notes of one file. `endnotes`: as they were called, in order."""

    source: Source
    read: ReadNote
    settings: Element | None = None
    endnotes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._parts: dict[Kind, tuple[str, dict[str, Element]]] = {}
        self._rules: dict[Kind, _Rule] = {}
        self._of_file: dict[Kind, _Rule] = {}
        self._counts: dict[Kind, int] = {}
        self._section = 0
        self._reading = False
        kinds: tuple[tuple[Kind, str], ...] = (("footnote", "decimal"), ("endnote", "lowerRoman"))
        for kind, written in kinds:
            own = None if self.settings is None else self.settings.find(f"{W}{kind}Pr")
            self._of_file[kind] = self._rules[kind] = _Rule(written).changed(own)
            self._counts[kind] = self._rules[kind].start - 1

    def place(self, kind: Kind) -> str:
        """w:pos: "pageBottom", "beneathText", "sectEnd", "docEnd" or "" (17.11.21, 17.11.22)."""
        return self._of_file[kind].place

    def separators(self) -> dict[str, tuple[Block, ...]]:
        """What a file puts above its notes in place of Word's line (17.11.23): "footnote", "footnote continued" and
        "endnote"."""
        found: dict[str, tuple[Block, ...]] = {}
        kinds: tuple[Kind, ...] = ("footnote", "endnote")
        for kind in kinds:
            part = next(iter(self.source.package.related(kind + "s")), "")
            for element in self.source.xml(part).iterfind(W + kind) if part else ():
                which = attribute(element, "type", "normal")
                drawn = any(local(child) in _LINES for child in element.iter(etree.Element))
                words = "".join(written.text or "" for written in element.iter(W + "t")).strip()
                if which == "separator" and (words or not drawn):
                    found[kind] = self.read(element, part, "")
                elif which == "continuationSeparator" and kind == "footnote" and (words or not drawn):
                    found["footnote continued"] = self.read(element, part, "")
                elif which == "continuationNotice" and words:
                    self.source.tell("print.note_separator", WordPlace(part))
                if which in ("separator", "continuationSeparator") and words and drawn:
                    self.source.tell("print.note_separator", WordPlace(part))
        return found

    def begin_section(self, section: Element | None, place: WordPlace) -> None:
        """17.11.19: numbers may begin anew with each section, and look otherwise in each."""
        self._section += 1
        for kind in self._rules:
            own = None if section is None else section.find(f"{W}{kind}Pr")
            rule = self._rules[kind] = self._of_file[kind].changed(own)
            if not is_known_format(rule.format):
                self.source.refuse("print.number_format", place, format=rule.format)
            if self._section == 1 or rule.restart == "eachSect":
                self._counts[kind] = rule.start - 1

    def call(self, kind: Kind, reference: Element, place: WordPlace) -> Note | None:
        """The note that w:footnoteReference or w:endnoteReference calls (17.11.14, 17.11.7), read and counted."""
        part, elements = self._elements(kind)
        identity = attribute(reference, "id")
        element = elements.get(identity)
        if element is None:
            self.source.refuse("print.note_missing", place)
            return None
        number = ""
        if attribute(reference, "customMarkFollows") not in ("1", "true", "on"):
            rule = self._rules[kind]
            if rule.restart == "eachPage":
                self.source.tell("print.note_numbers", place)
            self._counts[kind] += 1
            number = in_format(self._counts[kind], rule.format)
        if self._reading:
            self.source.refuse("print.note_in_note", place)
            return None
        self._reading = True
        note = Note(kind, identity, number, self.read(element, part, number))
        self._reading = False
        if kind == "endnote":
            self.endnotes.append(note)
        return note

    def _elements(self, kind: Kind) -> tuple[str, dict[str, Element]]:
        if kind not in self._parts:
            part = next(iter(self.source.package.related(kind + "s")), "")
            found = self.source.xml(part).iterfind(W + kind) if part else ()
            self._parts[kind] = (
                part,
                {attribute(e, "id"): e for e in found if attribute(e, "type", "normal") == "normal"},
            )
        return self._parts[kind]
