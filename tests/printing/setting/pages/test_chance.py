"""Files made by chance: whatever keeps together, breaks or is called, every word stands on exactly one page."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from docgen.printing.sheet import Glyphs, Group, Mark, Sheet
from tests.printing.setting.conftest import Pages
from tests.printing.word import PAPER, p, r, sect, tbl, tc, tr

KEEPS = (
    "<w:keepNext/>",
    "<w:keepLines/>",
    '<w:widowControl w:val="0"/>',
    "<w:pageBreakBefore/>",
    "<w:contextualSpacing/>",
)
BREAKS = ("page", "column", "line")
SECTIONS = ("nextPage", "continuous", "oddPage", "evenPage", "nextColumn")
COLUMNS = (
    "",
    '<w:cols w:num="2" w:space="400"/>',
    '<w:cols w:num="3" w:space="200" w:sep="1"/>',
    '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="4000" w:space="200"/><w:col w:w="1800"/></w:cols>',
)


class Chance:
    """Makes a file; `words` counts what it says, each word once but for those of repeated heads."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  (chance that can be repeated)
        self.words: list[str] = []
        self.heads: set[str] = set()
        self.notes: list[str] = []

    def said(self, most: int = 60) -> str:
        first = len(self.words)
        self.words += [f"w{first + n}." for n in range(self.random.randint(1, self.random.choice((3, 10, most))))]
        return " ".join(self.words[first:])

    def paragraph(self, *, calls: bool = True, breaks: bool = True) -> str:
        chance = self.random
        keeps = "".join(keep for keep in KEEPS if chance.random() < (0.03 if "Before" in keep else 0.15))
        spacing = f'<w:spacing w:before="{chance.choice((0, 0, 200, 900))}" w:after="{chance.choice((0, 0, 300))}"/>'
        runs = [r(self.said())]
        if breaks and chance.random() < 0.06:
            runs.append(r(inner=f'<w:br w:type="{chance.choice(BREAKS)}"/>'))
            runs += [r(self.said())] if chance.random() < 0.7 else []
        if calls and chance.random() < 0.12:
            runs.append(r(inner=f'<w:footnoteReference w:id="{len(self.notes) + 1}"/>'))
            self.notes.append("".join(self.paragraph(calls=False, breaks=False) for _ in range(chance.randint(1, 4))))
        return p(*runs, ppr=keeps + spacing)

    def table(self) -> str:
        chance = self.random
        rows = []
        for at in range(chance.randint(1, 25)):
            settings = "<w:cantSplit/>" if chance.random() < 0.3 else ""
            if at == 0 and chance.random() < 0.5:
                before = len(self.words)
                rows.append(tr(self.said(4), self.said(2), trpr=settings + "<w:tblHeader/>"))
                self.heads |= set(self.words[before:])
                continue
            height = self.random.choice((1, 1, 1, 12))
            cells = ["".join(self.paragraph(breaks=False) for _ in range(chance.randint(1, height))) for _ in range(2)]
            rows.append(tr(*(tc(cell) for cell in cells), trpr=settings))
        return tbl(*rows, grid=(2600, 2600))

    def file(self) -> tuple[list[str], dict[str, object]]:
        chance = self.random
        blocks = []
        for _ in range(chance.randint(1, 4)):
            blocks += [
                self.table() if chance.random() < 0.2 else self.paragraph() for _ in range(chance.randint(1, 25))
            ]
            extra = f'<w:type w:val="{chance.choice(SECTIONS)}"/>{chance.choice(COLUMNS)}'
            blocks.append(p(self.said(3), ppr=sect(extra)))
        blocks += [self.paragraph() for _ in range(3)]
        notes = "".join(f'<w:footnote w:id="{at}">{note}</w:footnote>' for at, note in enumerate(self.notes, 1))
        section = f'<w:type w:val="{chance.choice(SECTIONS)}"/>'
        return blocks, {"more": {"footnotes": notes}, "section": section, "paper": PAPER + chance.choice(COLUMNS)}


def glyphs(found: list[Mark]) -> list[Glyphs]:
    return [
        inner
        for mark in found
        for inner in (glyphs(mark.marks) if isinstance(mark, Group) else [mark])
        if isinstance(inner, Glyphs)
    ]


def words(sheet: Sheet) -> list[str]:
    return re.findall(r"w\d+\.", "".join("".join(mark.texts) for mark in glyphs(sheet.marks)))


@pytest.mark.parametrize("seed", range(60))
def test_every_word_stands_on_exactly_one_page(pages: Pages, seed: int) -> None:
    chance = Chance(seed)
    blocks, details = chance.file()
    sheets = pages(*blocks, **details).sheets
    found = Counter(word for sheet in sheets for word in words(sheet))
    assert set(found) == set(chance.words)
    assert {word for word, count in found.items() if count > 1} <= chance.heads
    for sheet in sheets:
        assert all(49 < mark.y < 552 for mark in glyphs(sheet.marks)), "a line stands in the margin"
    assert len(sheets) <= 6 * len(blocks)
