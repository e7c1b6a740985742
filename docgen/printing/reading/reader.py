"""A merged Word file → the tree of `docgen.printing.reading.tree`, with everything found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from docgen.errors import Finding, WordPlace
from docgen.printing.reading import sections, values
from docgen.printing.reading import settings as settings_of_file
from docgen.printing.reading.inlines import REVISED, TRANSPARENT, M, R, Story, tell_placeholder
from docgen.printing.reading.notes import Notes
from docgen.printing.reading.numbering import Lists, Numbering
from docgen.printing.reading.paragraphs import Framed, framed, read_paragraph
from docgen.printing.reading.source import INKLESS, MC, Counter, Source, Surroundings, chosen, local
from docgen.printing.reading.styles import Styles
from docgen.printing.reading.tables import table
from docgen.printing.reading.theme import Theme
from docgen.printing.reading.tree import Block, Bookmark, Document, Page, Section
from docgen.printing.reading.values import Element, W, attribute
from docgen.wordfile import Package
from docgen.wordfile.package import parse

_P, _TCPR = W + "p", W + "tcPr"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_IDEOGRAPH = re.compile(rb"[\xe4-\xe9][\x80-\xbf]{2}")  # as UTF-8, in which Word writes


def read(package: Package) -> tuple[Document, tuple[Finding, ...]]:
    """The document, and findings: faults where something cannot be printed, information where it can."""
    reader = _Reader(package)
    document = reader.document()
    del reader.notes, reader.source.notes  # which know the reader: so the package goes when nobody else holds it
    return document, tuple(reader.source.findings)


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package, self.part = package, package.document
        settings = self._related("settings")
        self.settings = settings
        styles, lists = _template(package, settings)
        self.source = Source(package, styles, Numbering(lists))
        self.source.read_blocks = blocks_of
        self.source.notes = self.notes = Notes(self.source, self._note, settings)
        self._stories: dict[tuple[str, float], tuple[Block, ...]] = {}
        if settings is not None:
            settings_of_file.follow(settings, self.source, self.part)

    def _related(self, kind: str) -> Element | None:
        names = self.package.related(kind)
        return self.package.xml(names[0]) if names else None

    def document(self) -> Document:
        source = self.source
        root = source.xml(self.part)
        body = root.find(W + "body")
        if root.find(W + "background") is not None and source.shows_background:
            source.tell("print.setting", WordPlace(self.part), setting="background")  # 17.2.1: on screen
        read_sections = tuple(self._sections(body)) if body is not None else ()
        core = _core(self.package)
        core["language"] = core["language"] or self._language()
        return Document(
            read_sections,
            default_tab=source.default_tab,
            grid_in_tables=source.grid_in_tables,
            spread_broken=source.spread_broken,
            adds_space=source.adds_space,
            balances_columns=source.balances_columns,
            borders_around=source.borders_around,
            endnotes=tuple(self.notes.endnotes),
            separators=self.notes.separators(),
            endnotes_at_section=self.notes.place("endnote") == "sectEnd",
            footnotes_beneath_text=self.notes.place("footnote") == "beneathText",
            **settings_of_file.characters(self.settings),
            **core,
        )

    def _language(self) -> str:
        """Of a file that does not say (8.3.4): of its ideographs, or of its letters where it has none (17.3.2.20)."""
        found = self.source.styles.look(self.source.styles.style("", "paragraph"), {}, {})
        ideographs = _IDEOGRAPH.search(self.package.read(self.part))
        return found.east_asian_language if ideographs else found.latin_language

    # Sections

    def _sections(self, body: Element) -> Iterator[Section]:
        """17.6.17: a w:sectPr ends its section; the body's own is that of the last one."""
        source = self.source
        story, counter = Story(source, self.part), Counter(self.part)
        ends = _ends(body)
        upcoming = iter([*ends.values(), body.find(W + "sectPr")])
        headers: dict[str, str] = {}
        footers: dict[str, str] = {}

        def begin() -> tuple[Element | None, Page, Surroundings]:
            section = next(upcoming, None)
            page = sections.page(section, source, self.part)
            source.room = page.columns.widths[0] if page.columns else page.text_width
            self.notes.begin_section(section, WordPlace(self.part))
            for kind, names in (("header", headers), ("footer", footers)):
                for reference in section.iterfind(W + kind + "Reference") if section is not None else ():
                    relation = source.relationship(self.part, reference.get(R + "id", ""))
                    if relation and relation.target in source.package.parts:
                        names[attribute(reference, "type", "default")] = relation.target
            return section, page, Surroundings(width=source.room, grid=page.grid)

        def close(blocks: list[Block | Framed]) -> Section:
            first = section is not None and values.is_on(section.find(W + "titlePg"))
            return Section(
                page,
                framed(blocks),
                self._of_pages(headers, page, first=first),
                self._of_pages(footers, page, first=first),
                sections.starts(section),
            )

        blocks: list[Block | Framed] = []
        section, page, around = begin()
        for element in _flattened(body, story, counter):
            read_block(element, story, counter, around, blocks)
            if element in ends:
                yield close(blocks)
                blocks = []
                section, page, around = begin()
        yield close(blocks)

    def _of_pages(self, names: Mapping[str, str], page: Page, *, first: bool) -> dict[str, tuple[Block, ...]]:
        """17.10: first-page stories count where w:titlePg is on, even ones where the settings say so."""
        wanted = {"default", *(("first",) if first else ()), *(("even",) if self.source.even_and_odd else ())}
        return {kind: self._story(names[kind], page) if kind in names else () for kind in sorted(wanted)}

    def _story(self, part: str, page: Page) -> tuple[Block, ...]:
        key = part, page.text_width
        if key not in self._stories:
            story = Story(self.source, part, note="")
            around = Surroundings(width=page.text_width)
            self._stories[key] = blocks_of(self.source.xml(part), story, Counter(part), around)
        return self._stories[key]

    def _note(self, element: Element, part: str, number: str) -> tuple[Block, ...]:
        around = Surroundings(width=self.source.room)
        return blocks_of(element, Story(self.source, part, note=number), Counter(part), around)


def _ends(body: Element) -> dict[Element, Element]:
    """Paragraphs that end a section, with its w:sectPr; those of text boxes and cells end none."""
    found = {}
    for section in body.iter(W + "sectPr"):
        settings = section.getparent()
        paragraph = settings.getparent() if settings is not None and settings.tag == W + "pPr" else None
        if paragraph is None or paragraph.tag != W + "p":
            continue
        if not any(local(above) in ("tc", "txbxContent") for above in paragraph.iterancestors()):
            found[paragraph] = section
    return found


# What the letters of one template share


def _template(package: Package, settings: Element | None) -> tuple[Styles, Lists]:
    east_asian = ""
    mapping: tuple[tuple[str, str], ...] = ()
    if settings is not None:
        if (language := settings.find(W + "themeFontLang")) is not None:
            east_asian = attribute(language, "eastAsia")
        if (scheme := settings.find(W + "clrSchemeMapping")) is not None:
            mapping = tuple((str(name).rpartition("}")[2], str(value)) for name, value in scheme.items())
    names = [next(iter(package.related(kind)), "") for kind in ("styles", "theme", "numbering", "fontTable")]
    parts = [(name, package.read(name) if name else b"") for name in names]
    return _read_template(parts[0], parts[1], parts[2], parts[3], east_asian, mapping)


@lru_cache(maxsize=16)
def _read_template(
    styles: tuple[str, bytes],
    theme: tuple[str, bytes],
    numbering: tuple[str, bytes],
    fonts: tuple[str, bytes],
    east_asian: str,
    mapping: tuple[tuple[str, str], ...],
) -> tuple[Styles, Lists]:
    """The letters of one template have one set of styles and lists, read once. Each part with its name."""
    read_styles, read_theme, lists, table = (
        parse(*part) if part[0] else None for part in (styles, theme, numbering, fonts)
    )
    colours = Theme(read_theme, east_asian, dict(mapping))
    return Styles(read_styles, colours, table), Lists(lists, colours)


def _core(package: Package) -> dict[str, str]:
    """Title, author and the like from docProps/core.xml (ECMA-376-2, 8.3.4)."""
    names = package.related("core-properties", "")
    if not names:
        return {"language": ""}
    core = package.xml(names[0])
    wanted = (
        ("title", _DC + "title"), ("author", _DC + "creator"), ("subject", _DC + "subject"),
        ("keywords", _CP + "keywords"), ("identifier", _DC + "identifier"), ("language", _DC + "language"),
    )  # fmt: skip
    return {name: (core.findtext(tag) or "").strip() for name, tag in wanted}


# Blocks


def blocks_of(parent: Element, story: Story, counter: Counter, around: Surroundings) -> tuple[Block, ...]:
    """The paragraphs and tables of a header, a footer, a cell, a note or a text box."""
    blocks: list[Block | Framed] = []
    for element in parent:
        tag = element.tag
        if tag == _P:
            read_paragraph(element, story, counter, around, blocks)
        elif tag != _TCPR:
            for inner in _flattened((element,), story, counter):
                read_block(inner, story, counter, around, blocks)
    return framed(blocks)


def read_block(
    element: Element, story: Story, counter: Counter, around: Surroundings, into: list[Block | Framed]
) -> None:
    if element.tag == W + "tbl":
        counter.tables += 1
        into.append(table(element, story, counter, around, blocks_of))
    else:
        read_paragraph(element, story, counter, around, into)


def _flattened(parent: Element | tuple[Element, ...], story: Story, counter: Counter) -> Iterator[Element]:
    """Paragraphs and tables; what only wraps them is looked through; anything else is refused by name."""
    source = story.source
    for element in parent:
        name = local(element)
        if element.tag in (W + "p", W + "tbl"):
            yield element
        elif name == "bookmarkStart":
            story.carried.append(Bookmark(attribute(element, "name")))
        elif not name or name in INKLESS:
            continue
        elif element.tag == MC + "AlternateContent":
            yield from _flattened(tuple(chosen(element)), story, counter)
        elif name in TRANSPARENT:
            if name in REVISED:
                source.tell("print.revisions", counter.here())
            elif name == "sdt":
                tell_placeholder(element, source, counter.here())
            yield from _flattened(element, story, counter)
        elif name in ("del", "moveFrom"):
            source.tell("print.revisions", counter.here())
        elif element.tag.startswith(M):
            source.refuse("print.equation", counter.here())
        else:
            code = {"altChunk": "print.other_document", "subDoc": "print.other_document"}.get(name, "print.unknown")
            source.refuse(code, counter.here(), **({"element": name} if code == "print.unknown" else {}))
