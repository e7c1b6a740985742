"""Tables on pages (ECMA-376-1, 17.4). The text of the paper begins 50 points from its edges and is 300 wide."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from docgen.printing.sheet import Glyphs, Group
from tests.printing.setting.ruled import Laid, grounds, level, marks, outline, rules, upright
from tests.printing.word import Proof, p, tbl, tc, tr

Printed = Callable[..., Proof]
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'


def ruled(kind: str = "single", size: int = 8, **others: str) -> str:
    """Margins of nought, and lines on all sides; another kind for some."""
    edges = "".join(f'<w:{s} w:val="{others.get(s, kind)}" w:sz="{size}" w:color="000000"/>' for s in SIDES)
    return f'<w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'


def x(text: str) -> str:
    """A line of exactly twenty points."""
    return p(text, ppr=EXACT)


def merged(content: str = "", *, first: bool = False, more: str = "") -> str:
    return tc(content or p(), ('<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>") + more)


# Lines


def test_each_stretch_of_one_line_is_drawn_once(laid: Laid) -> None:
    found = laid(tbl("a|b", "c|d", "e|f", tblpr=ruled()))
    assert len(level(found)) == 4
    assert len(upright(found)) == 3


def test_lines_have_their_middles_on_the_edges_of_columns_and_take_room_between_rows(laid: Laid) -> None:
    found = laid(tbl(tr(tc(x("a")), tc(x("b"))), tr(tc(x("c")), tc(x("d"))), tblpr=ruled(size=16)))
    assert [(r.x0, r.x1) for r in upright(found)] == [(50, 50), (150, 150), (250, 250)]
    assert [r.y0 for r in level(found)] == [51, 73, 95]


def test_lines_of_a_corner_leave_no_notch(laid: Laid) -> None:
    top = level(laid(tbl("a|b", tblpr=ruled(size=16))))[0]
    assert (top.x0, top.x1) == (49, 251)


def test_no_line_runs_through_a_merged_cell(laid: Laid) -> None:
    down = laid(tbl(tr(merged(x("a"), first=True), "b"), tr(merged(), "d"), tblpr=ruled()))
    assert [(r.x0, r.x1) for r in level(down)][1] == (150, 250)
    along = laid(tbl(tr(tc(x("wide"), '<w:gridSpan w:val="2"/>')), "c|d", tblpr=ruled()))
    middle = next(r for r in upright(along) if r.x0 == 150)
    assert middle.y0 == pytest.approx(level(along)[1].y0)


def test_a_thick_line_of_one_cell_wins_over_the_thin_one_of_its_neighbour(laid: Laid) -> None:
    heavy = '<w:tcBorders><w:bottom w:val="single" w:sz="24" w:color="FF0000"/></w:tcBorders>'
    found = laid(tbl(tr(tc("a", heavy), "b"), "c|d", tblpr=ruled()))
    assert [(r.width, r.colour, r.x0, r.x1) for r in level(found)[1:3]] == [
        (3.0, "#ff0000", 50, 150), (1.0, "#000000", 150, 250)]  # fmt: skip


def test_a_cell_without_a_line_leaves_a_gap_in_that_of_the_table(laid: Laid) -> None:
    bare = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'
    found = laid(tbl(tr(tc("a", bare), "b"), "c|d", tblpr=ruled()))
    assert [(r.x0, r.x1) for r in level(found)][1] == (150, 250)


def test_diagonals_run_from_corner_to_corner(laid: Laid) -> None:
    cross = '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/><w:tr2bl w:val="single" w:sz="4"/></w:tcBorders>'
    found = rules(laid(tbl(tr(tc(x("a"), cross), "b"))))
    assert [(r.x0, r.y0, r.x1, r.y1) for r in found] == [(44.6, 50, 144.6, 70), (44.6, 70, 144.6, 50)]


def test_cells_with_space_between_them_have_frames_of_their_own(laid: Laid) -> None:
    found = laid(tbl("a|b", tblpr=ruled(size=8) + '<w:tblCellSpacing w:w="40" w:type="dxa"/>'))
    assert len(upright(found)) == 6
    assert [r.x0 for r in upright(found)] == [50, 54.5, 147.5, 152.5, 245.5, 250]


def test_a_table_over_two_pages_is_closed_on_both(laid: Laid) -> None:
    found = laid(tbl(*[tr(tc(x("a")), tc(x("b"))) for _ in range(30)], tblpr=ruled(size=8)))
    for page in (1, 2):
        lines, sides = level(found, page), upright(found, page)
        assert (lines[0].x0, lines[0].x1) == (49.5, 250.5)
        assert sides[0].y0 == lines[0].y0 - 0.5
        assert sides[0].y1 == lines[-1].y0 + 0.5


def test_neighbours_of_one_colour_are_one_ground(laid: Laid) -> None:
    green = '<w:shd w:val="clear" w:fill="00FF00"/>'
    found = grounds(laid(tbl(tr(tc("a", green), tc("b", green), "c"), tblpr=ruled(), grid=(1000, 1000, 1000))))
    assert [(fill.x, fill.width, fill.colour) for fill in found] == [(50, 100, "#00ff00")]


# Rows


@pytest.mark.parametrize(("rule", "height"), [("atLeast", 50), ("exact", 50)])
def test_the_line_above_counts_as_a_part_of_the_height_of_a_row(laid: Laid, rule: str, height: float) -> None:
    high = f'<w:trHeight w:val="1000" w:hRule="{rule}"/>'
    found = laid(tbl(tr(tc(x("a")), trpr=high), tr(tc(x("b")), trpr=high), tblpr=ruled(size=16)))
    assert level(found)[1].y0 - level(found)[0].y0 == height


def test_what_does_not_fit_an_exact_row_is_cut_off(laid: Laid) -> None:
    found = laid(tbl(tr(tc(x("a") + x("b") + x("c")), trpr='<w:trHeight w:val="600" w:hRule="exact"/>')))
    (group,) = [mark for mark in found.sheets[0].marks if isinstance(mark, Group)]
    assert group.clip == (100, 30)


def test_a_merged_cell_that_is_too_tall_makes_its_last_row_higher(printed: Printed) -> None:
    tall = merged(x("1") + x("2") + x("3") + x("4"), first=True)
    proof = printed(tbl(tr(tall, tc(x("b"))), tr(merged(), tc(x("d"))), tr(tc(x("e")), tc(x("f")))))
    assert proof.where("d").top - proof.where("b").top == pytest.approx(20, abs=0.1)
    assert proof.where("f").top - proof.where("d").top == pytest.approx(60, abs=0.1)


def test_a_merged_cell_goes_on_on_the_next_page(printed: Printed) -> None:
    tall = merged("".join(x(f"m{number}") for number in range(30)), first=True)
    rest = [tr(merged(), tc(x(f"r{number}"))) for number in range(1, 30)]
    proof = printed(tbl(tr(tall, tc(x("r0"))), *rest))
    for number in range(30):
        assert proof.where(f"m{number}").page == proof.where(f"r{number}").page
        assert proof.where(f"m{number}").top == pytest.approx(proof.where(f"r{number}").top, abs=0.1)


def test_a_row_is_split_between_lines_of_all_its_cells(printed: Printed) -> None:
    fill = [x("x") for _ in range(22)]
    proof = printed(*fill, tbl(tr(tc(x("a1") + x("a2") + x("a3") + x("a4")), tc(x("b1") + x("b2")))))
    assert [proof.where(word).page for word in ("a1", "a3", "a4", "b1", "b2")] == [1, 1, 2, 1, 1]
    assert proof.where("a4").top == pytest.approx(50, abs=8)


def test_a_row_of_exact_height_is_never_split(printed: Printed) -> None:
    fill = [x("x") for _ in range(23)]
    high = '<w:trHeight w:val="1200" w:hRule="exact"/>'
    proof = printed(*fill, tbl(tr(tc(x("a1") + x("a2") + x("a3")), trpr=high)))
    assert [proof.where(word).page for word in ("a1", "a3")] == [2, 2]


def test_the_head_is_repeated_with_its_lines(laid: Laid, printed: Printed) -> None:
    head = tr(tc(x("head"), '<w:gridSpan w:val="2"/>'), trpr="<w:tblHeader/>")
    table = tbl(head, *[tr(tc(x(str(at))), tc(x("b"))) for at in range(40)], tblpr=ruled())
    assert printed(table).where("head", 1).page == 2
    (middle,) = [r for r in upright(laid(table), 2) if r.x0 == 150]
    assert middle.y0 == level(laid(table), 2)[1].y0


def test_a_head_with_a_merged_cell_is_repeated_whole(printed: Printed) -> None:
    first = tr(merged(x("No"), first=True), tc(x("top")), trpr="<w:tblHeader/>")
    second = tr(merged(), tc(x("low")), trpr="<w:tblHeader/>")
    proof = printed(tbl(first, second, *[tr(tc(x(str(at))), tc(x("b"))) for at in range(40)]))
    assert proof.where("No", 1).page == proof.where("low", 1).page == 2


@pytest.mark.parametrize(("align", "top"), [("top", 0), ("center", 20), ("bottom", 40)])
def test_words_stand_at_the_top_middle_or_bottom_of_their_cell(printed: Printed, align: str, top: float) -> None:
    proof = printed(tbl(tr(tc(x("a"), f'<w:vAlign w:val="{align}"/>'), tc(x("b") + x("c") + x("d")))))
    assert proof.where("a").top - proof.where("b").top == pytest.approx(top, abs=0.1)


def test_a_row_may_stand_elsewhere_than_its_table(printed: Printed) -> None:
    proof = printed(tbl("a|b", tr("c", "d", trpr='<w:jc w:val="right"/>'), tblpr=ruled()))
    assert proof.where("c").left - proof.where("a").left == pytest.approx(100, abs=0.5)


# Directions


def test_chinese_words_of_an_upright_cell_stand_one_under_the_other(printed: Printed) -> None:
    down = '<w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/>'
    proof = printed(tbl(tr(tc(p("证据"), down), tc(x("b") + x("c") + x("d"))), tblpr=ruled()))
    above, below = proof.where("证"), proof.where("据")
    assert above.left == pytest.approx(below.left, abs=0.1)
    assert below.top - above.top == pytest.approx(10, abs=0.1)
    assert (above.left + above.right) / 2 == pytest.approx(100, abs=1.5)


def test_upright_columns_follow_each_other_from_right_to_left(printed: Printed) -> None:
    proof = printed(tbl(tr(tc(p("甲") + p("乙"), '<w:textDirection w:val="tbRl"/>'), tc(x("b") + x("c")))))
    assert proof.where("甲").left > proof.where("乙").left


@pytest.mark.parametrize("direction", ["tbRl", "tbRlV"])
def test_ideographs_are_turned_back_and_letters_are_not(laid: Laid, direction: str) -> None:
    found = laid(tbl(tr(tc(p("证A"), f'<w:textDirection w:val="{direction}"/>'), tc(x("b") + x("c")))))
    (turned,) = [mark for mark in found.sheets[0].marks if isinstance(mark, Group)]
    assert turned.degrees == 90
    back = [mark for mark in turned.marks if isinstance(mark, Group)]
    assert [(g.degrees, "".join(m.texts)) for g in back for m in g.marks if isinstance(m, Glyphs)] == [(-90, "证")]
    assert ["".join(m.texts) for m in turned.marks if isinstance(m, Glyphs)] == ["A"]


def test_words_that_run_upwards_begin_at_the_bottom(printed: Printed) -> None:
    proof = printed(tbl(tr(tc(p("ab"), '<w:textDirection w:val="btLr"/>'), tc(x("b") + x("c") + x("d")))))
    assert proof.where("ab").bottom == pytest.approx(110, abs=1)


def test_a_row_of_nothing_but_upright_words_is_as_high_as_they_are_long(laid: Laid) -> None:
    found = laid(tbl(tr(tc(p("证据清单"), '<w:textDirection w:val="tbRl"/>')), tblpr=ruled(), grid=(1000,)))
    assert level(found)[1].y0 - level(found)[0].y0 == pytest.approx(41, abs=0.1)


def test_upright_words_of_a_merged_cell_stand_in_the_middle_of_all_its_rows(printed: Printed) -> None:
    label = merged(p("证", jc="center"), first=True, more='<w:textDirection w:val="tbRl"/>')
    proof = printed(tbl(tr(label, tc(x("b"))), *[tr(merged(), tc(x("c"))) for _ in range(4)]))
    place = proof.where("证")
    assert (place.top + place.bottom) / 2 == pytest.approx(100, abs=2)


def test_upright_words_that_are_longer_than_the_rows_make_the_last_one_higher(printed: Printed) -> None:
    label = merged(p("当事人提供的送达地址"), first=True, more='<w:textDirection w:val="tbRl"/>')
    proof = printed(tbl(tr(label, tc(x("b"))), tr(merged(), tc(x("c"))), tr(tc(x("d")), tc(x("e"))), grid=(500, 2000)))
    assert proof.where("址").bottom < proof.where("d").bottom
    assert proof.where("d").top - proof.where("c").top == pytest.approx(80, abs=1)


@pytest.mark.parametrize("words", ["甲方", "甲方应当在三十日内支付全部货款及利息"])
def test_fitted_words_fill_the_width_of_their_cell(printed: Printed, words: str) -> None:
    proof = printed(tbl(tr(tc(p(words), "<w:tcFitText/>"), tc(x("b"))), tblpr=ruled()))
    assert proof.where(words).left == pytest.approx(50, abs=0.5)
    assert proof.where(words[-1]).right <= 151
    assert proof.where("b").top - proof.where(words).top < 10


# Tags


def test_rows_and_cells_are_tagged_in_reading_order(laid: Laid) -> None:
    head = tr(tc(x("head"), '<w:gridSpan w:val="2"/>'), trpr="<w:tblHeader/>")
    rows = [tr(merged(x("m"), first=True), "b"), tr(merged(), "d")]
    table = next(tag for tag in laid(tbl(head, *rows)).root.children if tag.kind == "Table")
    assert outline(table) == "Table(TR(TH(P)),TR(TD(P),TD(P)),TR(TD(P)))"
    assert table.children[0].children[0].attributes == {"ColSpan": 2, "Scope": "Column"}
    assert table.children[1].children[0].attributes == {"RowSpan": 2}


def test_a_repeated_head_and_a_split_row_are_tagged_once(laid: Laid) -> None:
    head = tr(tc(x("head")), trpr="<w:tblHeader/>")
    long = tr(tc("".join(x(f"l{at}") for at in range(40))))
    found = laid(tbl(head, long))
    table = next(tag for tag in found.root.children if tag.kind == "Table")
    assert [child.kind for child in table.children] == ["TR", "TR"]
    repeated = [m for m in marks(found.sheets[1].marks) if isinstance(m, Glyphs) and "".join(m.texts) == "head"]
    assert [mark.tag for mark in repeated] == [None]


# Size


def test_time_grows_with_the_rows(laid: Laid) -> None:
    def taken(rows: int) -> float:
        table = tbl(*["1|CG-001|2026-01-05|1,234.56"] * rows, tblpr=ruled(), grid=(1000, 1500, 1500, 1500))
        start = time.process_time()
        laid(table)
        return time.process_time() - start

    taken(50)
    few, many = (min(taken(rows) for _ in range(3)) for rows in (250, 1000))
    assert many < 4 * few * 1.8


# Rules that one row has for all of its cells


def test_the_largest_top_margin_of_a_row_is_that_of_all_its_cells(printed: Printed) -> None:
    wide = '<w:tcMar><w:top w:w="200"/></w:tcMar>'
    proof = printed(tbl(tr(tc(x("low"), wide), tc(x("same"))), tr(tc(x("next")), tc(x("row")))))
    assert proof.where("low").top == proof.where("same").top
    assert proof.where("next").top - proof.where("low").top == pytest.approx(20)


def test_one_line_of_a_cell_may_stand_alone_on_a_page(printed: Printed) -> None:
    """Word has no control of widows in tables."""
    lines = p("甲方应当在本合同签订之日起十日内向乙方支付全部货款和违约金", ppr=EXACT)
    before = [tr(tc(x(f"r{at}"))) for at in range(24)]
    proof = printed(tbl(*before, tr(tc(lines)), grid=(2000,)))
    assert (proof.where("甲方应当").page, proof.where("违约金").page) == (1, 2)
    assert "起十日内" in proof.pages[1]


def test_a_last_row_that_keeps_with_the_next_takes_the_table_along(printed: Printed) -> None:
    keep = "<w:keepNext/>" + EXACT
    rows = [tr(tc(p(f"row {at}", ppr=keep)), tc(p("x", ppr=keep))) for at in range(2)]
    proof = printed(*[x(f"l{at}") for at in range(23)], tbl(*rows), p("after", ppr=EXACT))
    assert proof.where("after").page == proof.where("row 0").page == 2


@pytest.mark.parametrize(("margin", "line"), [(120, "甲方应当支付，"), (60, "甲方应当支")])
def test_a_mark_hangs_into_the_margin_of_its_cell_and_not_over_the_line(
    printed: Printed, margin: int, line: str
) -> None:
    """A comma of ten points takes the left five of its square."""
    cells = f'<w:tblCellMar><w:left w:w="0"/><w:right w:w="{margin}"/></w:tblCellMar>'
    proof = printed(tbl("甲方应当支付，货款", tblpr=cells, grid=(1200 + margin,)))
    assert proof.pages[0].split("\n")[0].strip() == line
