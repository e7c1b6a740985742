"""Breaking into pages (ECMA-376-1, 17.3.1.14, 17.3.1.15, 17.3.1.44, 17.4.6, 17.4.49)."""

from __future__ import annotations

import pytest

from tests.printing.setting.conftest import Printed
from tests.printing.word import p, r, tbl, tc, tr

#: Lines of exactly 20 points: a page of 600 with margins of 50 has 25 of them.
EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'
NEW_PAGE = r(inner='<w:br w:type="page"/>')


def filled(lines: int) -> list[str]:
    return [p(f"line {number}.", ppr=EXACT) for number in range(lines)]


def paragraph_of(lines: int, ppr: str = "") -> str:
    """Lines of thirty ideographs, 300 points wide."""
    return p("文" * 30 * lines, ppr=EXACT + ppr)


def counts(pages: list[str]) -> list[int]:
    return [page.count("文") // 30 for page in pages]


def test_every_line_stands_on_exactly_one_page(printed: Printed) -> None:
    proof = printed(*filled(137))
    assert len(proof.pages) == 6
    for number in range(137):
        assert proof.text.split().count(f"{number}.") == 1


@pytest.mark.parametrize(
    ("above", "lines", "control", "parts"),
    [
        (24, 4, "", [0, 4]),  # one line would fit: none stays alone at the foot of a page
        (23, 4, "", [2, 2]),
        (22, 4, "", [2, 2]),  # three would fit: none goes on alone
        (22, 3, "", [3]),
        (23, 3, "", [0, 3]),  # two and one, or one and two: neither
        (24, 4, '<w:widowControl w:val="0"/>', [1, 3]),
        (22, 4, '<w:widowControl w:val="0"/>', [3, 1]),
        (22, 4, "<w:keepLines/>", [0, 4]),
        (21, 4, "<w:keepLines/>", [4]),
        (5, 30, "<w:keepLines/>", [0, 25, 5]),  # higher than a page: gives way
    ],
)
def test_lines_of_a_paragraph_stay_together(
    printed: Printed, above: int, lines: int, control: str, parts: list[int]
) -> None:
    assert counts(printed(*filled(above), paragraph_of(lines, control)).pages) == parts


def test_a_heading_goes_with_the_first_two_lines_of_what_follows(printed: Printed) -> None:
    heading = p("heading", ppr=EXACT + "<w:keepNext/>")
    for above, page in ((22, 1), (23, 2), (24, 2)):
        proof = printed(*filled(above), heading, paragraph_of(4))
        assert proof.where("heading").page == page, above
        assert proof.where("文").page == page, above


def test_a_chain_of_headings_goes_to_the_next_page_as_a_whole(printed: Printed) -> None:
    chain = [p(f"heading {number}", ppr=EXACT + "<w:keepNext/>") for number in range(3)]
    proof = printed(*filled(22), *chain, p("text", ppr=EXACT))
    assert {proof.where(words).page for words in ("heading 0", "heading 2", "text")} == {2}
    assert proof.where("heading 0").top == pytest.approx(50, abs=8)


def test_a_chain_higher_than_a_page_gives_way(printed: Printed) -> None:
    chain = [p(f"line {number}.", ppr=EXACT + "<w:keepNext/>") for number in range(60)]
    proof = printed(*chain)
    assert [len(page.split("\n")) for page in proof.pages] == [25, 25, 10]


def test_space_above_counts_where_the_writer_began_the_page_and_not_where_one_was_full(printed: Printed) -> None:
    spaced = EXACT.replace("/>", ' w:before="600"/>')
    plain = printed(p("text", ppr=EXACT)).where("text").top
    assert printed(p("text", ppr=spaced)).where("text").top == pytest.approx(plain + 30, abs=0.1)
    for before in (p("a", NEW_PAGE, ppr=EXACT),):
        assert printed(before, p("text", ppr=spaced)).where("text").top == pytest.approx(plain + 30, abs=0.1)
    begun = printed(p("a"), p("text", ppr=spaced + "<w:pageBreakBefore/>"))
    assert begun.where("text").top == pytest.approx(plain + 30, abs=0.1)
    full = printed(*filled(25), p("text", ppr=spaced))
    assert (full.where("text").page, full.where("text").top) == (2, pytest.approx(plain, abs=0.1))


def test_space_below_the_last_line_need_not_fit(printed: Printed) -> None:
    proof = printed(*filled(24), p("last", ppr=EXACT.replace("/>", ' w:after="2000"/>')))
    assert len(proof.pages) == 1


def test_a_page_break_at_the_end_of_the_text_leaves_no_empty_page(printed: Printed) -> None:
    proof = printed(p("a", ppr="<w:pageBreakBefore/>"), p("b", NEW_PAGE), p("c", ppr="<w:pageBreakBefore/>"))
    assert ["".join(page.split()) for page in proof.pages] == ["ab", "c"]


def test_two_breaks_leave_an_empty_page_between(printed: Printed) -> None:
    assert [page.strip() for page in printed(p("a"), p(NEW_PAGE), p(NEW_PAGE), p("b")).pages] == ["a", "", "b"]


def test_a_row_that_fits_goes_to_the_next_page_whole_where_it_must_not_be_split(printed: Printed) -> None:
    cells = "".join(p(f"cell {number}", ppr=EXACT) for number in range(4))
    for setting, pages in (("", [1, 2]), ("<w:cantSplit/>", [2, 2])):
        proof = printed(*filled(22), tbl(tr(tc(cells), trpr=setting)))
        assert [proof.where("cell 0").page, proof.where("cell 3").page] == pages


@pytest.mark.parametrize("setting", ["", "<w:cantSplit/>"])
def test_a_row_higher_than_a_page_splits_anyway_and_loses_nothing(printed: Printed, setting: str) -> None:
    cells = "".join(p(f"cell {number}.", ppr=EXACT) for number in range(60))
    proof = printed(p("above", ppr=EXACT), tbl(tr(tc(cells), "beside", trpr=setting)))
    for number in range(60):
        assert proof.text.split().count(f"{number}.") == 1
    assert len(proof.pages) in (3, 4)
    assert all(len(page.split("\n")) <= 26 for page in proof.pages)


def test_rows_keep_with_the_next_where_every_cell_begins_so(printed: Printed) -> None:
    kept = tr(*(tc(p(words, ppr=EXACT + "<w:keepNext/>")) for words in ("total", "sum")))
    proof = printed(*filled(24), tbl(kept, tr(tc(p("last", ppr=EXACT)), "")))
    assert (proof.where("total").page, proof.where("last").page) == (2, 2)
    half = tr(tc(p("total", ppr=EXACT + "<w:keepNext/>")), tc(p("sum", ppr=EXACT)))
    proof = printed(*filled(24), tbl(half, tr(tc(p("last", ppr=EXACT)), "")))
    assert (proof.where("total").page, proof.where("last").page) == (1, 2)


def test_a_head_is_repeated_above_what_goes_on_and_never_stands_alone(printed: Printed) -> None:
    head = tr(tc(p("Head", ppr=EXACT)), trpr="<w:tblHeader/>")
    rows = [tr(tc(p(f"row {number}.", ppr=EXACT))) for number in range(60)]
    proof = printed(*filled(24), tbl(head, *rows, grid=(4000,)))
    assert ["Head" in page for page in proof.pages] == [False, True, True, True]
    assert [page.count("row") for page in proof.pages] == [0, 24, 24, 12]


def test_a_paragraph_with_its_frame_takes_the_room_of_the_frame(printed: Printed) -> None:
    frame = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="9"/>' for side in ("top", "bottom"))
    proof = printed(p("a", ppr=EXACT), p("b", ppr=EXACT + f"<w:pBdr>{frame}</w:pBdr>"), p("c", ppr=EXACT))
    assert proof.where("b").top - proof.where("a").top == pytest.approx(30, abs=0.1)
    assert proof.where("c").top - proof.where("b").top == pytest.approx(30, abs=0.1)
