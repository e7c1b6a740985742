"""Tables and lists (ECMA-376-1, 17.4, 17.9)."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from docgen.printing import Press
from docgen.printing.pictures import pictures
from docgen.printing.reading.formats import in_format
from tests.printing.word import Proof, p, r, tbl, tc, tr, word

Printed = Callable[..., Proof]
NO_MARGINS = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'
BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="8" w:color="FF0000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def test_columns_have_the_widths_of_the_grid(printed: Printed) -> None:
    proof = printed(tbl("a|b|c", tblpr=NO_MARGINS, grid=(1000, 3000, 2000)))
    assert [round(proof.where(word).left) for word in "abc"] == [50, 100, 250]


@pytest.mark.parametrize(("mode", "left"), [("14", 50.0), ("15", 55.4)])
def test_up_to_word_2010_the_text_of_a_table_stands_at_the_margin(printed: Printed, mode: str, left: float) -> None:
    setting = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{mode}"/></w:compat>'
    assert printed(tbl("a|b"), settings=setting).where("a").left == pytest.approx(left, abs=0.5)


@pytest.mark.parametrize(("jc", "left"), [("center", 100), ("right", 150)])
def test_tables_are_aligned(printed: Printed, jc: str, left: float) -> None:
    proof = printed(tbl("a|b", tblpr=NO_MARGINS + f'<w:jc w:val="{jc}"/>'))
    assert proof.where("a").left == pytest.approx(left, abs=0.5)


def test_a_cell_over_two_columns(printed: Printed) -> None:
    wide = tr(tc(p("wide", jc="right"), '<w:gridSpan w:val="2"/>'), "z")
    proof = printed(tbl(wide, "a|b|c", tblpr=NO_MARGINS, grid=(2000, 2000, 2000)))
    assert proof.where("wide").right == pytest.approx(250, abs=0.5)
    assert proof.where("z").left == proof.where("c").left


def test_a_cell_over_two_rows(printed: Printed) -> None:
    tall = tr(tc("tall", '<w:vMerge w:val="restart"/><w:vAlign w:val="bottom"/>'), "b")
    proof = printed(tbl(tall, tr(tc(p(), "<w:vMerge/>"), "d")))
    assert proof.where("tall").bottom == pytest.approx(proof.where("d").bottom, abs=0.5)


@pytest.mark.parametrize("rule", ["atLeast", "exact"])
def test_row_heights(printed: Printed, rule: str) -> None:
    high = f'<w:trHeight w:val="1200" w:hRule="{rule}"/>'
    proof = printed(tbl(tr("a", "b", trpr=high), "c|d"))
    assert proof.where("c").top - proof.where("a").top == pytest.approx(60, abs=0.5)


def test_text_taller_than_an_exact_row_is_still_printed(press: Press) -> None:
    row = tr(tc(p("a") + p("b") + p("last")), trpr='<w:trHeight w:val="200" w:hRule="exact"/>')
    assert "last" in Proof(press.print(word(tbl(row))).pdf).text


def test_a_row_that_may_not_split_moves_as_a_whole(printed: Printed) -> None:
    line = '<w:spacing w:line="400" w:lineRule="exact"/>'
    fill = [p("x", ppr=line) for _ in range(23)]
    row = tr(tc(p("first", ppr=line) + p("second", ppr=line) + p("third", ppr=line)), trpr="<w:cantSplit/>")
    assert printed(*fill, tbl(row, grid=(4000,))).where("first").page == 2


def test_borders_and_shading_are_drawn(press: Press) -> None:
    cell = tc("a", '<w:shd w:val="clear" w:fill="00FF00"/>')
    pdf = press.print(word(tbl(tr(cell, "b"), tblpr=BORDERS))).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=4).to_pil()
    colours = {colour for _, colour in image.getcolors(1 << 20)}
    assert (255, 0, 0) in colours
    assert (0, 255, 0) in colours


def test_a_table_within_a_cell(printed: Printed) -> None:
    inner = tbl("inner|x", grid=(800, 500))
    assert "inner" in printed(tbl(tr(tc(p("outer") + inner + p()), "b"))).text


def level(number: int, written: str, text: str, rest: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{written}"/>'
        f'<w:lvlText w:val="{text}"/>{rest}</w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def numbered(number: int, definition: int, rest: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{rest}</w:num>'


LISTS = (
    abstract(
        1,
        level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
        level(1, "decimal", "（%2）", '<w:suff w:val="space"/>'),
    )
    + abstract(
        2,
        level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr>'),
        level(1, "lowerLetter", "%1.%2"),
    )
    + abstract(3, level(0, "bullet", "&#xF0B7;", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'))
    + numbered(1, 1)
    + numbered(2, 2)
    + numbered(3, 3)
    + numbered(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
)


def item(text: str, list_id: int, level: int = 0) -> str:
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_chinese_numbers_count_and_lower_levels_start_again(printed: Printed) -> None:
    proof = printed(item("甲", 1), item("乙", 1, 1), item("丙", 1, 1), item("丁", 1), item("戊", 1, 1), numbering=LISTS)
    assert proof.text.split("\n") == ["一、甲", "（1） 乙", "（2） 丙", "二、丁", "（1） 戊"]


def test_a_list_may_start_again(printed: Printed) -> None:
    assert "一、丙" in printed(item("甲", 1), item("乙", 1), item("丙", 4), numbering=LISTS).text


def test_numbers_hang_before_their_text(printed: Printed) -> None:
    proof = printed(item("first", 2), item("under", 2, 1), numbering=LISTS)
    assert (round(proof.where("1.").left), round(proof.where("first").left)) == (70, 90)
    assert "1.a" in proof.text


def test_bullets_of_symbol_fonts_are_printed_as_such(printed: Printed) -> None:
    assert "•" in printed(item("point", 3), numbering=LISTS).text


@pytest.mark.parametrize(
    ("number", "name", "written"),
    [
        (10, "chineseCounting", "十"), (21, "chineseCounting", "二十一"), (105, "chineseCountingThousand", "一百零五"),
        (1010, "chineseCountingThousand", "一千零一十"), (12, "japaneseCounting", "十二"),
        (3, "ideographTraditional", "丙"), (2, "ideographZodiac", "丑"), (14, "lowerRoman", "xiv"),
        (28, "upperLetter", "BB"), (123, "chineseLegalSimplified", "壹佰贰拾叁"), (5, "decimalEnclosedCircle", "⑤"),
        (7, "decimalZero", "07"), (22, "ordinal", "22nd"),
    ],
)  # fmt: skip
def test_numbers_in_the_formats_of_word(number: int, name: str, written: str) -> None:
    assert in_format(number, name) == written


def test_the_picture_of_the_largest_page_is_no_larger_than_a_screen_shows(press: Press) -> None:
    paper = '<w:pgSz w:w="31680" w:h="31680"/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0"/>'
    (found,) = pictures(press.print(word(p("甲"), paper=paper)).pdf, dpi=100)
    width, height = int.from_bytes(found[16:20], "big"), int.from_bytes(found[20:24], "big")  # PNG, IHDR
    assert 3_900_000 < width * height <= 4_010_000


def test_pages_become_pictures(press: Press) -> None:
    pdf = press.print(word(p("a", r(inner='<w:br w:type="page"/>'), "b"))).pdf
    found = pictures(pdf, dpi=72)
    assert [picture[:8] for picture in found] == [b"\x89PNG\r\n\x1a\n"] * 2
