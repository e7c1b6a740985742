"""Paragraphs that go on over many pages: each line is set for the page and the column where it stands, and once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from docgen.printing.setting.lines import paragraphs
from docgen.printing.setting.lines.slots import Filler, Slots
from docgen.printing.sheet import Glyphs, Sheets
from tests.printing.setting.conftest import Pages, Printed
from tests.printing.word import field, p, r

NEXT_PAGE = r(inner='<w:br w:type="page"/>')
NUMBER = field("PAGE")
UNLIKE = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="2000" w:space="300"/><w:col w:w="3700"/></w:cols>'
TEXT = "甲方应当按约交付货物，within seven days of delivery，乙方应当按期支付货款。"


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What was done: slots filled, and lines made of them."""
    found = [0, 0]
    fill, measure = Filler.filled, paragraphs.extent

    def filled(filler: Filler, *how: int) -> Slots:
        slots = fill(filler, *how)
        found[0] += len(slots.text)
        return slots

    def measured(slots: Slots, start: int, stop: int) -> tuple[float, float, bool, bool]:
        found[1] += 1
        return measure(slots, start, stop)

    monkeypatch.setattr(Filler, "filled", filled)
    monkeypatch.setattr(paragraphs, "extent", measured)
    return found


def words(sheets: Sheets) -> list[str]:
    """What each page says, line after line."""
    return ["".join("".join(mark.texts) for mark in sheet.marks if isinstance(mark, Glyphs)) for sheet in sheets.sheets]


def test_a_paragraph_of_page_breaks_says_the_number_of_each_page(printed: Printed) -> None:
    proof = printed(p(*[NUMBER + r("页") + NEXT_PAGE] * 120, "末"))
    assert ["".join(page.split()) for page in proof.pages] == [*(f"{at}页" for at in range(1, 121)), "末"]


def test_numbers_amid_flowing_text_are_those_of_their_pages(pages: Pages) -> None:
    said = words(pages(p(*[NUMBER.replace("PAGE", "PAGE \\* ROMAN") + r("号" + TEXT * 4)] * 150)))
    assert len(said) > 20
    for number, page in enumerate(said, 1):
        assert set(re.findall("([IVXLC]+)号", page)) == {roman(number)}
    assert "".join(re.sub("[IVXLC]+号", "", page) for page in said) == TEXT * 4 * 150


def roman(number: int) -> str:
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


@pytest.mark.parametrize("section", ["", UNLIKE], ids=["one column", "columns of unlike widths"])
@pytest.mark.parametrize("block", [
    pytest.param(lambda many: p(*[NUMBER + r("页") + NEXT_PAGE] * many), id="page breaks"),
    pytest.param(lambda many: p(*[NUMBER + r(TEXT * 9)] * many), id="numbers amid text"),
    pytest.param(lambda many: p(NUMBER, TEXT * 9 * many), id="a number before one long text"),
    pytest.param(lambda many: p(TEXT * 9 * many, NUMBER), id="a number after one long text"),
])  # fmt: skip
def test_twice_the_pages_are_twice_the_work(
    pages: Pages, work: list[int], block: Callable[[int], str], section: str
) -> None:
    pages(block(100), section=section)
    short = list(work)
    work[:] = [0, 0]
    pages(block(200), section=section)
    assert work[0] <= 2.2 * short[0]
    assert work[1] <= 2.2 * short[1]


def test_in_columns_of_unlike_widths_each_line_is_as_wide_as_its_own(pages: Pages) -> None:
    """From 50 to 150 and from 165 to 350; a full stop may hang."""
    found = pages(p(TEXT * 400, jc="both"), section=UNLIKE)
    assert len(found.sheets) > 10
    assert "".join(words(found)) == TEXT * 400
    for sheet in found.sheets[:-1]:
        ends: dict[tuple[float, bool], float] = {}
        for mark in sheet.marks:
            if isinstance(mark, Glyphs):
                ends[mark.y, mark.x > 160] = mark.x + sum(mark.advances)
        assert all((349 if right else 149) < end < (361 if right else 161) for (_, right), end in ends.items())
