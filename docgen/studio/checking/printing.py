"""What the printing room says of a template, each with the place as a template counts it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.errors import Finding, PressFailed, Unprintable, WordPlace
from docgen.printing.workers import Prints
from docgen.studio.checking.parts import Paragraph, Part, Story, story
from docgen.templating.places import W

# What stands in for these is of their design, and nothing that anybody need be told.
_AT_HOME = frozenset(
    {
        *("Times New Roman", "Arial", "Courier New", "Liberation Serif", "Liberation Sans", "Liberation Mono"),
        *("宋体", "SimSun", "黑体", "SimHei", "仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312"),
    }
)
_OF_DRAFTS = frozenset({"print.revisions", "print.comments"})
_TRACKED = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_FONTS = tuple(W + name for name in ("ascii", "hAnsi", "eastAsia", "cs"))


def printing(
    word_file: bytes, press: Prints, parts: Sequence[Part], told: Collection[Story] = frozenset()
) -> Iterator[Finding]:
    """What the press cannot print, or prints otherwise than the file has it.

    told: the paragraphs in which a change or a comment inside a tag was told.
    """
    try:
        found: tuple[Finding, ...] = press.print(word_file).notices
    except Unprintable as unprintable:
        found = (*unprintable.findings, *unprintable.notices)
    except PressFailed as failed:
        found = tuple(failed.findings)
    places = _Places(parts)
    missing: set[str] = set()
    for finding in found:
        if finding.code in _OF_DRAFTS and not places.has_more(finding, told):
            continue
        if finding.code == "font.substituted":
            if finding.facts["font"] not in _AT_HOME:
                yield replace(finding, place=places.of_font(finding.facts["font"]))
        elif finding.code == "glyph.missing":
            if finding.facts["character"] not in missing:
                missing.add(finding.facts["character"])
                yield replace(finding, place=places.of_character(finding))
        else:
            yield replace(finding, place=places.counted(finding.place))


class _Places:
    """The press counts the paragraphs of a text box with the one that it hangs in, tables within tables with their
    cell, and those of each note by themselves; a template counts all that its parts hold."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._paragraphs = [paragraph for part in parts for paragraph in part.paragraphs]
        self._by_press = dict(_as_press_counts(parts))

    def has_more(self, finding: Finding, told: Collection[Story]) -> bool:
        """Whether a part has changes elsewhere than in the paragraphs where they were told of a tag. A comment beside
        the words is how a draft is worked on: the press does not print it, and need not say so."""
        if finding.code == "print.comments":
            return False
        part = finding.place.part if isinstance(finding.place, WordPlace) else ""
        return any(
            paragraph.place.part == part and story(paragraph.place) not in told
            for paragraph in self._paragraphs
            if next(paragraph.element.iter(*_TRACKED), None) is not None
        )

    def counted(self, place: object) -> WordPlace | None:
        if not isinstance(place, WordPlace):
            return None
        found = self._by_press.get(story(place)) or self._by_press.get(story(replace(place, paragraph=1)))
        if found is None and place.table is not None:
            rows = (key for key in self._by_press if key[:3] == story(place)[:3] or key[:2] == story(place)[:2])
            found = next((self._by_press[key] for key in rows), None)
            return replace(found.place, paragraph=None, cell=place.cell, row=place.row) if found else place
        if found is None:
            return place
        counted = found.place if place.paragraph is not None else replace(found.place, paragraph=None)
        return replace(counted, words=place.words or found.words.strip()[:60])

    def of_font(self, font: str) -> WordPlace | None:
        """The first paragraph with a run of this font; None where a style asks for it."""
        for paragraph in self._paragraphs:
            for fonts in paragraph.element.iter(W + "rFonts"):
                if font in (fonts.get(name) for name in _FONTS) and paragraph.words.strip():
                    return replace(paragraph.place, words=paragraph.words.strip()[:60])
        return None

    def of_character(self, finding: Finding) -> WordPlace | None:
        """The first paragraph with this character."""
        character = finding.facts["character"]
        for paragraph in self._paragraphs:
            if (start := paragraph.words.find(character)) >= 0:
                return paragraph.at(start, start + len(character))
        return self.counted(finding.place)


def _as_press_counts(parts: Sequence[Part]) -> Iterator[tuple[tuple[object, ...], Paragraph]]:
    """Paragraphs by their place as the press counts it; where it counts several alike, the first."""
    told: set[tuple[object, ...]] = set()
    for part in parts:
        counts: dict[object, int] = {}
        tables: Mapping[object, int] = _outer_tables(part)
        for paragraph in part.paragraphs:
            element = paragraph.element
            if paragraph.place.in_box:
                continue
            cells = list(element.iterancestors(W + "tc"))
            note = next(element.iterancestors(W + "footnote", W + "endnote"), None)
            if len(cells) > 1:
                continue  # of a table within a cell: the press tells the cell
            holder = cells[0] if cells else note
            counts[holder] = counts.get(holder, 0) + 1
            place = replace(paragraph.place, paragraph=counts[holder])
            if cells:
                table = next(cells[0].iterancestors(W + "tbl"))
                place = replace(place, table=tables[table])
            if story(place) not in told:
                told.add(story(place))
                yield story(place), paragraph


def _outer_tables(part: Part) -> dict[object, int]:
    """The tables of a part that stand in no other, counted."""
    found: dict[object, int] = {}
    if part.tree is not None:
        for table in part.tree.iter(W + "tbl"):
            if next(table.iterancestors(W + "tbl", W + "txbxContent"), None) is None:
                found[table] = len(found) + 1
    for paragraph in part.paragraphs:
        for table in paragraph.element.iterancestors(W + "tbl"):
            found.setdefault(table, 0)
    return found
