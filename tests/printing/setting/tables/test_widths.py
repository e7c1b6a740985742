"""How wide columns are (ECMA-376-1, 17.4.52, 17.4.63, 17.4.71, 17.18.87). The room is 300 points wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.printing.word import Proof, p, tbl, tc, tr

Printed = Callable[..., Proof]
BARE = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'
FIXED = BARE + '<w:tblLayout w:type="fixed"/>'


def wide(text: str, twips: int, kind: str = "dxa", more: str = "") -> str:
    return tc(p(text), f'<w:tcW w:w="{twips}" w:type="{kind}"/>{more}')


def lefts(proof: Proof, words: str = "abc") -> list[float]:
    return [round(proof.where(word).left - 50, 1) for word in words]


def test_the_grid_counts_where_cells_agree_with_it(printed: Printed) -> None:
    row = tr(wide("a", 1010), wide("b", 2990), wide("c", 2000))
    assert lefts(printed(tbl(row, tblpr=BARE, grid=(1000, 3000, 2000)))) == [0, 50, 200]


@pytest.mark.parametrize("layout", [BARE, FIXED])
def test_cells_count_where_they_disagree_with_the_grid(printed: Printed, layout: str) -> None:
    row = tr(wide("a", 3000), wide("b", 1000), wide("c", 1000))
    assert lefts(printed(tbl(row, tblpr=layout, grid=(2000, 2000, 2000)))) == [0, 150, 200]


def test_columns_without_a_grid_are_as_wide_as_their_words(printed: Printed) -> None:
    proof = printed(tbl("a甲方甲方|b甲|c", tblpr=BARE, grid=()))
    assert lefts(proof) == pytest.approx([0, 46.9, 64.4], abs=0.1)  # with the blank between scripts


def test_long_columns_without_a_grid_share_the_room(printed: Printed) -> None:
    proof = printed(tbl("a" + "甲" * 100 + "|b" + "乙" * 50 + "|c", tblpr=BARE, grid=()))
    left = lefts(proof)
    assert left[1] - left[0] == pytest.approx(2 * (left[2] - left[1]), rel=0.1)
    assert proof.where("c").right <= 350.1


def test_a_short_column_without_a_grid_is_not_broken_beside_a_long_one(printed: Printed) -> None:
    proof = printed(tbl("序号|b" + "乙" * 100, tblpr=BARE, grid=()))
    assert proof.where("序").top == proof.where("号").top


def test_a_column_grows_to_a_word_that_cannot_be_broken(printed: Printed) -> None:
    long = "x" * 30  # five points each
    proof = printed(tbl(long + "|b", tblpr=BARE, grid=(1000, 5000)))
    assert proof.where(long).bottom - proof.where(long).top < 20
    assert lefts(proof, "b") == pytest.approx([150], abs=1)


def test_a_fixed_column_does_not_grow(printed: Printed) -> None:
    proof = printed(tbl("x" * 30 + "|b", tblpr=FIXED, grid=(1000, 5000)))
    assert lefts(proof, "b") == [50]


def test_where_a_column_grows_the_others_give_what_they_can_spare(printed: Printed) -> None:
    proof = printed(tbl("x" * 30 + "|bb|c", tblpr=BARE, grid=(1000, 3000, 2000)))
    assert proof.where("c").right < 350.5
    assert lefts(proof, "b") == pytest.approx([150], abs=1)


def test_words_of_a_cell_that_does_not_wrap_stand_on_one_line(printed: Printed) -> None:
    words = "甲方应当支付货款"
    proof = printed(tbl(tr(tc(words, "<w:noWrap/>"), "b"), tblpr=BARE, grid=(800, 5000)))
    assert lefts(proof, "b") == pytest.approx([80], abs=1)


@pytest.mark.parametrize("width", ['w:w="5000" w:type="pct"', 'w:w="100%" w:type="pct"', 'w:w="6000" w:type="dxa"'])
def test_the_width_of_the_whole_table(printed: Printed, width: str) -> None:
    proof = printed(tbl("a|b|c", tblpr=BARE + f"<w:tblW {width}/>", grid=(500, 500, 1000)))
    assert lefts(proof) == [0, 75, 150]


def test_parts_of_the_table(printed: Printed) -> None:
    row = tr(wide("a", 1000, "pct"), wide("b", 3000, "pct"), wide("c", 1000, "pct"))
    table = tbl(row, tblpr=BARE + '<w:tblW w:w="5000" w:type="pct"/>', grid=(0, 0, 0))
    assert lefts(printed(table)) == [0, 60, 240]


def test_wide_cells_share_their_width_among_columns(printed: Printed) -> None:
    rows = [tr(wide("a", 4000, more='<w:gridSpan w:val="2"/>'), wide("c", 2000)), tr("d", "e", "f")]
    proof = printed(tbl(*rows, tblpr=FIXED, grid=()))
    assert lefts(proof, "acef") == [0, 200, 100, 200]


def test_columns_before_and_after_the_cells_of_a_row(printed: Printed) -> None:
    row = tr("x", trpr='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
    assert lefts(printed(tbl("a|b|c", row, tblpr=BARE, grid=(1000, 2000, 3000))), "x") == [50]


def test_an_upright_cell_may_be_narrower_than_its_words(printed: Printed) -> None:
    down = tc("证据Evidence", '<w:textDirection w:val="tbRl"/>')
    proof = printed(tbl(tr(down, "b", trpr='<w:trHeight w:val="1600"/>'), tblpr=BARE, grid=(400, 4000)))
    assert lefts(proof, "b") == [20]


def test_a_table_within_a_cell_has_the_room_of_the_cell(printed: Printed) -> None:
    inner = tbl("a|b", tblpr=BARE + '<w:tblW w:w="5000" w:type="pct"/>', grid=(500, 500))
    proof = printed(tbl(tr(tc(p() + inner + p()), "c"), tblpr=BARE, grid=(4000, 2000)))
    assert lefts(proof) == [0, 100, 200]
