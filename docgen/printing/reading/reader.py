"""A merged Word file → the tree of `docgen.printing.reading.tree`, with everything found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from docgen.errors import Finding
from docgen.printing.reading import properties, sections, values
from docgen.printing.reading.inlines import REVISED, TRANSPARENT, M, R, Story
from docgen.printing.reading.numbering import Level, Numbering, is_known_format
from docgen.printing.reading.source import INKLESS, MC, Counter, Source, Surroundings, chosen, local
from docgen.printing.reading.styles import Styles, numbering_of
from docgen.printing.reading.symbols import is_symbol_font, readable
from docgen.printing.reading.tables import table
from docgen.printing.reading.tree import Block, Document, Label, Look, Page, Paragraph, Section, Text
from docgen.printing.reading.values import Element, W, attribute
from docgen.wordfile import Package
from docgen.wordfile.package import parse
from docgen.wordfile.text import words

_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_VERTICAL = ("tbRl", "btLr", "tbRlV", "lrTbV", "tbLrV", "rl", "lr")


def read(package: Package) -> tuple[Document, tuple[Finding, ...]]:
    """The document, and findings: faults where something cannot be printed, information where it can."""
    source = _source(package)
    body = package.xml(package.document).find(W + "body")
    read_sections = list(_sections(source, package.document, body)) if body is not None else []
    title, author, keywords, language = _core(package)
    return (
        Document(tuple(read_sections), title, author, keywords, language, source.default_tab, source.grid_in_tables),
        tuple(source.findings),
    )


def _source(package: Package) -> Source:
    def related(kind: str) -> Element | None:
        names = package.related(kind)
        return package.xml(names[0]) if names else None

    settings = related("settings")
    east_asian = ""
    source = Source(package, Styles(None, None), Numbering(related("numbering")))
    if settings is not None:
        source.even_and_odd = values.is_on(settings.find(W + "evenAndOddHeaders"))
        if (language := settings.find(W + "themeFontLang")) is not None:
            east_asian = attribute(language, "eastAsia")
        if (stop := settings.find(W + "defaultTabStop")) is not None:
            source.default_tab = max(values.twips(attribute(stop, "val"), 36.0), 1.0)
        source.grid_in_tables = values.is_on(settings.find(f"{W}compat/{W}adjustLineHeightInTable"))
        for setting in settings.iterfind(f"{W}compat/{W}compatSetting"):
            if attribute(setting, "name") == "compatibilityMode":
                # Up to Word 2010, the text of a table, not its edge, stands at the margin.
                source.table_in_margin = values.number(attribute(setting, "val")) >= 15
    names = [next(iter(package.related(kind)), "") for kind in ("styles", "theme")]
    source.styles = _styles(*((name, package.read(name) if name else b"") for name in names), east_asian)
    return source


@lru_cache(maxsize=16)
def _styles(styles: tuple[str, bytes], theme: tuple[str, bytes], east_asian: str) -> Styles:
    """The letters of one template have one set of styles, read once. Each part with its name."""
    read_styles, read_theme = (parse(*part) if part[0] else None for part in (styles, theme))
    return Styles(read_styles, read_theme, east_asian)


def _core(package: Package) -> tuple[str, str, str, str]:
    """Title, author, keywords and language from docProps/core.xml (ECMA-376-2, 8.3.4)."""
    names = package.related("core-properties", "")
    if not names:
        return "", "", "", ""
    core = package.xml(names[0])
    return (
        (core.findtext(_DC + "title") or "").strip(),
        (core.findtext(_DC + "creator") or "").strip(),
        (core.findtext(_CP + "keywords") or "").strip(),
        (core.findtext(_DC + "language") or "").strip(),
    )


def _sections(source: Source, part: str, body: Element) -> Iterator[Section]:
    """17.6.17: a w:sectPr ends its section; the body's own is that of the last one."""
    story, counter = Story(source, part), Counter(part)
    ends = [e for e in body.iter(W + "sectPr") if local_parent(e) in ("pPr", "body")]
    upcoming = iter(ends)
    current = next(upcoming, None)
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    done: Section | None = None
    page = sections.page(current, source, part)
    blocks: list[Block] = []

    def close() -> Section:
        for kind, names in (("header", headers), ("footer", footers)):
            for reference in current.iterfind(W + kind + "Reference") if current is not None else ():
                relation = source.relationship(part, reference.get(R + "id", ""))
                if relation and relation.target in source.package.parts:
                    names[attribute(reference, "type", "default")] = relation.target
        first = current is not None and values.is_on(current.find(W + "titlePg"))
        return Section(
            page,
            tuple(blocks),
            _stories(source, headers, page, first),
            _stories(source, footers, page, first),
            sections.starts(current),
        )

    for element in _flattened(body, source, counter):
        read_block(element, story, counter, Surroundings(width=page.text_width, pitch=page.grid.pitch), blocks)
        if current is not None and local(element) == "p" and element.find(f"{W}pPr/{W}sectPr") is current:
            section = close()
            blocks, current = [], next(upcoming, None)
            page = sections.page(current, source, part)
            if done is None:
                done = section
            elif (joined := sections.joined(done, section)) is not None:
                done = joined
            else:
                yield done
                done = section
    last = close()
    if done is not None and (joined := sections.joined(done, last)) is not None:
        done = joined
    else:
        if done is not None:
            yield done
        done = last
    yield done


def local_parent(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else local(parent)


def _stories(source: Source, names: Mapping[str, str], page: Page, first: bool) -> dict[str, tuple[Block, ...]]:
    """17.10: first-page stories count where w:titlePg is on, even ones where the settings say so."""
    wanted = {"default", *(("first",) if first else ()), *(("even",) if source.even_and_odd else ())}
    return {kind: _story(source, names[kind], page) if kind in names else () for kind in sorted(wanted)}


def _story(source: Source, part: str, page: Page) -> tuple[Block, ...]:
    return blocks_of(source.package.xml(part), Story(source, part), Counter(part), Surroundings(width=page.text_width))


def blocks_of(parent: Element, story: Story, counter: Counter, around: Surroundings) -> tuple[Block, ...]:
    """The paragraphs and tables of a header, a footer or a cell."""
    blocks: list[Block] = []
    for element in _flattened(parent, story.source, counter):
        read_block(element, story, counter, around, blocks)
    return tuple(blocks)


def _flattened(parent: Element, source: Source, counter: Counter) -> Iterator[Element]:
    """Paragraphs and tables; what only wraps them is looked through; anything else is refused by name."""
    for element in parent:
        name = local(element)
        if not name or name in INKLESS:
            continue
        if element.tag == MC + "AlternateContent":
            for child in chosen(element):
                if local(child) in ("p", "tbl"):
                    yield child
        elif name in TRANSPARENT:
            if name in REVISED:
                source.tell("print.revisions", counter.here())
            yield from _flattened(element, source, counter)
        elif name in ("del", "moveFrom"):
            source.tell("print.revisions", counter.here())
        elif element.tag in (W + "p", W + "tbl"):
            yield element
        elif element.tag.startswith(M):
            source.refuse("print.equation", counter.here())
        else:
            source.refuse("print.unknown", counter.here(), element=name)


def read_block(element: Element, story: Story, counter: Counter, around: Surroundings, into: list[Block]) -> None:
    if element.tag == W + "tbl":
        counter.tables += 1
        into.append(table(element, story, counter, around, blocks_of))
    else:
        into.extend(_paragraphs(element, story, counter, around))


def _paragraphs(element: Element, story: Story, counter: Counter, around: Surroundings) -> Iterator[Paragraph]:
    """One paragraph (17.3.1.22)."""
    source, styles = story.source, story.source.styles
    settings = element.find(W + "pPr")
    place = counter.paragraph(words(element).strip())
    direct = source.paragraph_settings(settings)
    style = styles.style(direct.get("style", ""), "paragraph")
    if settings is not None:
        _refuse_settings(settings, source, counter)

    list_id, level_number = _numbered(settings, style.numbering)
    level = source.numbering.level(list_id, level_number) if list_id not in ("", "0") else None

    mark_settings = None if settings is None else settings.find(W + "rPr")
    mark_direct = properties.character(mark_settings)
    mark_direct.pop("style", None)
    mark = styles.look(style, around.character, mark_direct)
    if mark_settings is not None and mark_settings.find(W + "del") is not None:
        source.tell("print.revisions", place)

    inlines = story.inlines(element, style, around.character, place)
    em = next((inline.look.size for inline in inlines if isinstance(inline, Text)), mark.size)
    shape = source.shape(style, around, level.paragraph if level else {}, direct, em)
    source.tell_unprinted(shape.unprinted, place)
    label = None
    if level:
        label = _label(level, source.numbering.next(list_id, level_number), mark, source)
        if not is_known_format(level.format):
            source.refuse("print.number_format", place, format=level.format)
    if not inlines and styles.is_hidden(style, mark_direct) and not label:
        return
    yield Paragraph(inlines, shape, mark, place, label)


def _numbered(settings: Element | None, styled: tuple[str, str] | None) -> tuple[str, int]:
    """The list and level of a paragraph: its own numPr, with gaps filled by its style's."""
    own = numbering_of(settings)
    list_id = (own and own[0]) or (styled and styled[0]) or ""
    level = (own and own[1]) or (styled and styled[1] if not (own and own[0]) else "") or "0"
    return list_id, min(int(values.number(level)), 8)


def _label(level: Level, written: str, mark: Look, source: Source) -> Label:
    """The words before a numbered paragraph, with the level's settings over those of the paragraph mark (17.9.24)."""
    character = level.character
    names = ("size", "bold", "italic", "colour", "spacing", "position", "underline")
    changed = {name: character[name] for name in names if name in character}
    for key, slot in (("font_ascii", "ascii"), ("font_east_asia", "east_asia")):
        kind, name = character.get(key, ("", ""))
        if found := source.styles.theme.get(name, "") if kind == "theme" else name:
            changed[slot] = found
    if character.get("hint") == "eastAsia":
        changed["hint_east_asia"] = True
    symbols = changed.get("ascii", mark.ascii)
    if is_symbol_font(symbols):  # a bullet, once it is a Unicode character, is looked up in the text's own font
        changed["ascii"] = mark.ascii
    return Label(readable(symbols, written), replace(mark, **changed), level.suffix, level.alignment)


def _refuse_settings(settings: Element, source: Source, counter: Counter) -> None:
    for element in settings:
        name = local(element)
        if name == "framePr":
            source.refuse("print.frame", counter.here())
        elif name == "textDirection" and attribute(element, "val") in _VERTICAL:
            source.refuse("print.vertical_text", counter.here())
        elif name == "bidi" and values.is_on(element):
            source.refuse("print.right_to_left", counter.here())
