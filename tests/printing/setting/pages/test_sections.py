"""Sections, columns, headers and page numbers (ECMA-376-1, 17.6, 17.10, 17.16)."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from docgen.printing.press import Press
from tests.printing.setting.conftest import Printed
from tests.printing.word import PAPER, field, p, r, sect, tbl, tc, tr, word

EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'
NEW_PAGE = r(inner='<w:br w:type="page"/>')
NEW_COLUMN = r(inner='<w:br w:type="column"/>')
CONTINUOUS = '<w:type w:val="continuous"/>'
TWO = '<w:cols w:num="2" w:space="400"/>'  # of 140 points, 20 apart


def lines(count: int, word: str = "line") -> list[str]:
    return [p(f"{word} {number}.", ppr=EXACT) for number in range(count)]


def test_text_fills_one_column_after_the_other(printed: Printed) -> None:
    proof = printed(*lines(60), paper=PAPER + TWO)
    assert len(proof.pages) == 2
    first, second, third = (proof.where(f"line {number}.") for number in (24, 25, 50))
    assert (first.page, first.left) == (1, pytest.approx(50, abs=0.5))
    assert (second.page, second.left) == (1, pytest.approx(210, abs=0.5))
    assert second.top == pytest.approx(proof.where("line 0.").top, abs=0.1)
    assert (third.page, third.left) == (2, pytest.approx(50, abs=0.5))


def test_a_column_break_goes_to_the_next_column_and_from_the_last_to_the_next_page(printed: Printed) -> None:
    proof = printed(p("a", NEW_COLUMN, "b", NEW_COLUMN, "c"), paper=PAPER + TWO)
    places = [(proof.where(words).page, round(proof.where(words).left)) for words in "abc"]
    assert places == [(1, 50), (1, 210), (2, 50)]


def test_columns_are_as_wide_as_the_section_says(printed: Printed) -> None:
    unequal = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="4000" w:space="200"/><w:col w:w="1800"/></w:cols>'
    proof = printed(p("文" * 20 * 25 + "尾" * 18, ppr=EXACT), paper=PAPER + unequal)
    assert proof.where("文" * 20).right - proof.where("文" * 20).left == pytest.approx(200, abs=1)
    assert len(proof.pages) == 1
    first, second = (proof.where("尾" * 9, nth) for nth in (0, 9))
    assert (first.left, first.right) == (pytest.approx(260, abs=0.5), pytest.approx(350, abs=0.5))
    assert (second.left, second.top - first.top) == (pytest.approx(260, abs=0.5), pytest.approx(20, abs=0.1))


def test_columns_before_a_section_that_goes_on_are_evenly_long(printed: Printed) -> None:
    proof = printed(
        p("title", ppr=EXACT + sect()),
        *lines(9),
        p("last", ppr=EXACT + sect(CONTINUOUS + TWO)),
        p("below", ppr=EXACT),
        section=CONTINUOUS,
    )
    assert len(proof.pages) == 1
    top = proof.where("line 0.").top
    assert proof.where("line 5.").top == pytest.approx(top, abs=0.1)
    assert proof.where("line 5.").left == pytest.approx(210, abs=0.5)
    assert proof.where("below").top == pytest.approx(top + 100, abs=0.1)
    assert proof.where("below").left == pytest.approx(50, abs=0.5)


def test_columns_of_the_last_section_are_not_evened_out(printed: Printed) -> None:
    proof = printed(*lines(10), paper=PAPER + TWO)
    assert {round(proof.where(f"line {number}.").left) for number in range(10)} == {50}


def test_columns_of_unlike_width_are_evened_out_each_with_lines_of_its_own(printed: Printed) -> None:
    unequal = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3800" w:space="400"/><w:col w:w="1800"/></w:cols>'
    proof = printed(
        p("文" * 19 * 4 + "尾" * 9 * 4, ppr=EXACT), p("last", ppr=EXACT + sect(unequal)), p("below"), section=CONTINUOUS
    )
    top = proof.where("文" * 19).top
    assert proof.where("尾" * 9).top == pytest.approx(top, abs=0.1)
    assert proof.where("尾" * 9).left == pytest.approx(260, abs=0.5)
    assert proof.where("last").top == pytest.approx(top + 80, abs=4)
    assert proof.where("below").left == pytest.approx(50, abs=0.5)


def test_a_section_may_begin_in_the_next_column_where_there_is_one(printed: Printed) -> None:
    starts = '<w:type w:val="nextColumn"/>'
    proof = printed(p("a", ppr=EXACT + sect(TWO)), p("b", ppr=EXACT + sect(starts + TWO)), p("c"), section=starts + TWO)
    places = [(proof.where(words).page, round(proof.where(words).left)) for words in "abc"]
    assert places == [(1, 50), (1, 210), (2, 50)]
    assert proof.where("b").top == pytest.approx(proof.where("a").top, abs=0.1)


def test_a_page_number_in_a_cell_is_that_of_its_page(printed: Printed) -> None:
    head = tr("head ", tc(p("H", field("PAGE"))), trpr="<w:tblHeader/>")
    rows = [tr(f"row {number}", tc(p("R", field("PAGE")))) for number in range(100)]
    proof = printed(tbl(head, *rows))
    assert len(proof.pages) == 3
    for number, page in enumerate(proof.pages, 1):
        assert page.count("R") == page.count(f"R{number}") > 10
        assert page.count("H") == page.count(f"H{number}") == 1


def test_a_line_stands_between_columns_as_far_as_the_text_goes(press: Press) -> None:
    cols = '<w:cols w:num="2" w:space="400" w:sep="1"/>'
    pdf = press.print(word(*lines(3), p("a", NEW_COLUMN, "b", ppr=EXACT), paper=PAPER + cols)).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=4).to_pil().convert("L")
    column = [image.getpixel((800, y)) < 200 for y in range(image.height)]  # type: ignore[operator]
    assert (column.index(True) / 4, len(column) / 4 - column[::-1].index(True) / 4) == (
        pytest.approx(50, abs=1),
        pytest.approx(130, abs=1),
    )


@pytest.mark.parametrize(("kind", "pages"), [("oddPage", ["a", "", "b"]), ("evenPage", ["a", "b"])])
def test_a_section_may_begin_on_an_odd_or_even_page(printed: Printed, kind: str, pages: list[str]) -> None:
    proof = printed(p("a", ppr=sect()), p("b"), section=f'<w:type w:val="{kind}"/>')
    assert [page.strip() for page in proof.pages] == pages


def test_the_empty_page_before_an_odd_one_is_empty_indeed(printed: Printed) -> None:
    stories = {"footer:default": p("foot ", field("PAGE"))}
    proof = printed(p("a", ppr=sect()), p("b"), section='<w:type w:val="oddPage"/>', stories=stories)
    assert proof.pages[1].strip() == ""
    assert "foot 3" in proof.pages[2]


def test_a_continuous_section_on_other_paper_begins_a_page(printed: Printed) -> None:
    wide = '<w:pgSz w:w="12000" w:h="8000"/><w:pgMar w:top="400" w:left="600" w:right="600" w:bottom="400"/>'
    proof = printed(p("a", ppr=sect()), p("b"), section=CONTINUOUS, paper=wide)
    assert [round(width) for width, _ in proof.sizes] == [400, 600]


def test_a_continuous_section_may_have_margins_of_its_own(printed: Printed) -> None:
    narrow = '<w:pgSz w:w="8000" w:h="12000"/><w:pgMar w:top="1000" w:left="2000" w:right="2000" w:bottom="1000"/>'
    proof = printed(p("a", ppr=EXACT + sect()), p("b", ppr=EXACT), section=CONTINUOUS, paper=narrow)
    assert len(proof.pages) == 1
    assert proof.where("b").left == pytest.approx(100, abs=0.5)
    assert proof.where("b").top - proof.where("a").top == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize(("align", "top"), [("center", 50 + 230), ("bottom", 50 + 460), ("both", 50), ("top", 50)])
def test_the_text_stands_on_the_page_as_the_section_says(printed: Printed, align: str, top: float) -> None:
    proof = printed(*lines(2), section=f'<w:vAlign w:val="{align}"/>')
    plain = printed(*lines(2)).where("line 0.").top - 50
    assert proof.where("line 0.").top - plain == pytest.approx(top, abs=0.2)


def test_full_pages_are_spread_down_to_the_margin(printed: Printed) -> None:
    keep = p("文" * 30 * 12, ppr=EXACT + "<w:keepLines/>")
    proof = printed(p("a", ppr=EXACT), keep, p("b", ppr=EXACT), keep, section='<w:vAlign w:val="both"/>')
    plain = printed(p("a", ppr=EXACT), keep, p("b", ppr=EXACT), keep)
    assert (proof.where("b").page, plain.where("b").page) == (1, 1)
    assert proof.where("b").top - plain.where("b").top == pytest.approx(220, abs=0.2)


def test_margins_change_places_on_even_pages_where_they_are_mirrored(printed: Printed) -> None:
    paper = PAPER.replace('w:left="1000"', 'w:left="1600"').replace('w:right="1000"', 'w:right="400"')
    proof = printed(p("a", NEW_PAGE, "b"), paper=paper, settings="<w:mirrorMargins/>")
    assert [round(proof.where(words).left) for words in "ab"] == [80, 20]


def test_a_frame_around_the_page(press: Press) -> None:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="16" w:space="20" w:color="FF0000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    for offset, at in (("page", 21), ("text", 29)):
        section = f'<w:pgBorders w:offsetFrom="{offset}">{edges}</w:pgBorders>'
        pdf = press.print(word(p("a", NEW_PAGE, "b"), section=section)).pdf
        with pypdfium2.PdfDocument(pdf) as document:
            for page in document:
                image = page.render(scale=2).to_pil().convert("RGB")
                row = [x / 2 for x in range(image.width) if image.getpixel((x, 600)) == (255, 0, 0)]
                assert (min(row), max(row)) == (pytest.approx(at - 1, abs=0.6), pytest.approx(400 - at + 0.5, abs=1))


def test_numbers_of_pages_in_the_text_are_right_though_they_are_known_last(printed: Printed) -> None:
    proof = printed(
        p("of ", field("NUMPAGES"), ", of this section ", field("SECTIONPAGES")), *lines(30), p("x", ppr=sect()), p("y")
    )
    assert "of 3, of this section 2" in proof.text


def test_a_page_number_in_the_text_is_that_of_the_page_on_which_it_stands(printed: Printed) -> None:
    proof = printed(*lines(24), p("heading", ppr=EXACT + "<w:keepNext/>"), p("here: ", field("PAGE"), ppr=EXACT))
    assert "here: 2" in proof.pages[1]


def test_a_header_with_a_table_pushes_the_text_down(printed: Printed) -> None:
    header = tbl(*("a|b" for _ in range(6))) + p("under the table")
    proof = printed(p("body"), stories={"header:default": header})
    assert proof.where("body").top > proof.where("under the table").bottom - 0.5


def test_a_negative_margin_keeps_the_text_where_it_is_over_a_tall_header(printed: Printed) -> None:
    paper = PAPER.replace('w:top="1000"', 'w:top="-1000"')
    stories = {"header:default": "".join(p(f"head {number}") for number in range(9))}
    assert printed(p("body"), paper=paper, stories=stories).where("body").top == pytest.approx(50, abs=4)


def test_pages_are_labelled_as_they_are_numbered(press: Press) -> None:
    section = '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'
    pdf = press.print(word(p("a", ppr=sect(section)), p("b"), section='<w:pgNumType w:start="1"/>')).pdf
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        assert [document.get_page_label(number) for number in range(2)] == ["i", "1"]


def test_the_empty_paragraph_after_a_table_counts_in_a_footer_and_not_in_a_cell(printed: Printed) -> None:
    """A cell has to end with one, and Word shows nothing of it there alone."""
    rows = tbl(tr(tc(p("under", ppr=EXACT))))
    alone = printed(p("a"), stories={"footer:default": rows})
    followed = printed(p("a"), stories={"footer:default": rows + p(ppr=EXACT)})
    assert alone.where("under").bottom - followed.where("under").bottom == pytest.approx(20)
    inside = printed(tbl(tr(f"<w:tc><w:tcPr/>{rows}{p(ppr=EXACT)}</w:tc>")), p("next", ppr=EXACT))
    assert inside.where("next").top - inside.where("under").top == pytest.approx(20, abs=0.5)
