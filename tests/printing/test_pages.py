"""Page set-up, sections, headers, footers, page numbers (ECMA-376-1, 17.6, 17.10, 17.16)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.printing.word import PAPER, Proof, field, p, r, sect, tbl

Printed = Callable[..., Proof]
NEW_PAGE = r(inner='<w:br w:type="page"/>')


def test_paper_and_margins_are_those_of_the_section(printed: Printed) -> None:
    proof = printed(p("words"))
    assert proof.sizes == [pytest.approx((400, 600), abs=0.1)]
    assert proof.where("words").left == pytest.approx(50, abs=0.5)
    assert proof.where("words").top == pytest.approx(50, abs=2)


def test_two_sections_have_papers_of_their_own(printed: Printed) -> None:
    wide = (
        '<w:pgSz w:w="12000" w:h="8000" w:orient="landscape"/>'
        '<w:pgMar w:top="400" w:left="600" w:right="600" w:bottom="400"/>'
    )
    proof = printed(p("first", ppr=sect()), p("second"), paper=wide)
    assert [tuple(round(side) for side in size) for size in proof.sizes] == [(400, 600), (600, 400)]
    assert (proof.where("second").page, round(proof.where("second").left)) == (2, 30)


def test_a_continuous_section_on_the_same_paper_goes_on(printed: Printed) -> None:
    proof = printed(p("first", ppr=sect()), p("second"), section='<w:type w:val="continuous"/>')
    assert proof.where("second").page == 1


def test_header_and_footer_stand_at_their_distances_from_the_edge(printed: Printed) -> None:
    proof = printed(p("body"), stories={"header:default": p("over"), "footer:default": p("under")})
    assert proof.where("over").top == pytest.approx(20, abs=2)
    assert proof.where("under").bottom == pytest.approx(580, abs=2)


def test_the_first_page_has_its_own_header_where_the_section_says_so(printed: Printed) -> None:
    stories = {"header:default": p("later"), "header:first": p("letterhead")}
    proof = printed(p("a", NEW_PAGE, "b", NEW_PAGE, "c"), section="<w:titlePg/>", stories=stories)
    assert ["letterhead" in page for page in proof.pages] == [True, False, False]
    assert ["later" in page for page in proof.pages] == [False, True, True]


def test_a_first_page_without_a_header_of_its_own_has_none(printed: Printed) -> None:
    proof = printed(p("a", NEW_PAGE, "b"), section="<w:titlePg/>", stories={"header:default": p("later")})
    assert ["later" in page for page in proof.pages] == [False, True]


def test_even_pages_have_their_own_footer_where_the_settings_say_so(printed: Printed) -> None:
    stories = {"footer:default": p("odd"), "footer:even": p("even")}
    proof = printed(p("a", NEW_PAGE, "b", NEW_PAGE, "c"), settings="<w:evenAndOddHeaders/>", stories=stories)
    assert ["odd" if "odd" in page else "even" for page in proof.pages] == ["odd", "even", "odd"]


@pytest.mark.parametrize("of", [field, lambda code: f'<w:fldSimple w:instr=" {code} ">{r("9")}</w:fldSimple>'])
def test_page_fields_are_counted_anew(printed: Printed, of: Callable[[str], str]) -> None:
    footer = p("page ", of("PAGE"), " of ", of("NUMPAGES"))
    proof = printed(p("a", NEW_PAGE, "b"), stories={"footer:default": footer})
    assert ["page 1 of 2" in proof.pages[0], "page 2 of 2" in proof.pages[1]] == [True, True]


def test_page_numbers_start_where_the_section_says_and_in_its_format(printed: Printed) -> None:
    footer = p("no ", field("PAGE"))
    proof = printed(
        p("a", NEW_PAGE, "b"),
        section='<w:pgNumType w:start="3" w:fmt="upperRoman"/>',
        stories={"footer:default": footer},
    )
    assert ["no III" in proof.pages[0], "no IV" in proof.pages[1]] == [True, True]


def test_a_page_number_may_be_written_in_chinese(printed: Printed) -> None:
    footer = p("第", field("PAGE \\* CHINESENUM3"), "页")
    proof = printed(p("甲", NEW_PAGE, "乙"), stories={"footer:default": footer})
    assert ["第一页" in proof.pages[0], "第二页" in proof.pages[1]] == [True, True]


def test_pages_of_the_section_are_counted(printed: Printed) -> None:
    footer = p("of ", field("SECTIONPAGES"))
    proof = printed(
        p("a", NEW_PAGE, "b", ppr=sect()), p("c"), stories={"footer:default": footer}, paper=PAPER,
        section='<w:type w:val="nextPage"/>',
    )  # fmt: skip
    assert "of 1" in proof.pages[2]


def test_a_header_taller_than_the_margin_pushes_the_text_down(printed: Printed) -> None:
    tall = "".join(p(f"line {number}") for number in range(8))
    proof = printed(p("body"), stories={"header:default": tall})
    assert proof.where("body").top >= proof.where("line 7").bottom - 0.5


def test_a_right_tab_in_a_footer_brings_the_page_number_to_the_margin(printed: Printed) -> None:
    stop = '<w:tabs><w:tab w:val="center" w:pos="3000"/><w:tab w:val="right" w:pos="6000"/></w:tabs>'
    footer = p(
        "left", r(inner="<w:tab/>"), "mid ", field("PAGE"), r(inner="<w:tab/>"), "of ", field("NUMPAGES"), ppr=stop
    )
    proof = printed(p("a"), stories={"footer:default": footer})
    assert proof.where("of1").right == pytest.approx(350, abs=1)
    middle = proof.where("mid1")
    assert (middle.left + middle.right) / 2 == pytest.approx(200, abs=1)


def test_the_head_of_a_table_is_repeated_on_every_page(printed: Printed) -> None:
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr/><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:tc></w:tr>"
    proof = printed(tbl(head, *(f"row {number}" for number in range(80)), grid=(4000,)))
    assert len(proof.pages) > 1
    assert all("Head" in page for page in proof.pages)
