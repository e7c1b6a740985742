"""Lines under, through and around characters; words above words."""

from __future__ import annotations

import pytest

from docgen.printing.reading.tree import Border, Ruby
from tests.printing.setting.typeset import lines, look, paragraph, text


def near(value: float) -> object:
    return pytest.approx(value, abs=0.02)


def test_an_underline_runs_under_words_and_blanks_alike() -> None:
    found = lines(paragraph("甲", text("乙方  ", underline="single"), text("ABC", underline="single"), "丁"), 200)
    (line,) = found.strokes()
    assert (line.points[0][0], line.points[1][0]) == (10, near(found.right("C")))
    assert found.base("乙") < line.points[0][1] < found.base("乙") + 2
    assert line.tag is None


def test_an_underline_of_words_leaves_blanks_out() -> None:
    found = lines(paragraph(text("the due sum", underline="words")), 200)
    assert [near(stroke.points[0][0]) for stroke in found.strokes()] == [found.left(word) for word in ("t", "d", "su")]


@pytest.mark.parametrize(
    ("kind", "count", "dashed", "curved"),
    [("single", 1, False, False), ("double", 2, False, False), ("thick", 1, False, False), ("dotted", 1, True, False),
     ("dash", 1, True, False), ("dashLong", 1, True, False), ("dotDash", 1, True, False),
     ("dotDotDash", 1, True, False), ("dashDotDotHeavy", 1, True, False), ("wave", 1, False, True),
     ("wavyHeavy", 1, False, True), ("wavyDouble", 2, False, True)],
)  # fmt: skip
def test_every_kind_of_underline_is_drawn(kind: str, count: int, dashed: bool, curved: bool) -> None:
    found = lines(paragraph(text("货款本金", underline=kind)), 200).strokes()
    assert len(found) == count
    assert {(bool(stroke.dashes), stroke.curved) for stroke in found} == {(dashed, curved)}
    assert all((len(stroke.points) - 1) % 3 == 0 for stroke in found if stroke.curved)


def test_heavy_underlines_are_twice_as_wide() -> None:
    thin, thick = (lines(paragraph(text("货", underline=kind)), 200).strokes()[0] for kind in ("single", "thick"))
    assert thick.width == near(2 * thin.width)


def test_underlines_have_the_colour_of_the_text_or_their_own() -> None:
    assert lines(paragraph(text("货", underline="single", colour="#ff0000")), 99).strokes()[0].colour == "#ff0000"
    own = text("货", underline="single", colour="#ff0000", underline_colour="#00ff00")
    assert lines(paragraph(own), 99).strokes()[0].colour == "#00ff00"


def test_a_broken_line_is_underlined_on_both_lines() -> None:
    found = lines(paragraph(text("货款本金", underline="single")), 20)
    assert len({stroke.points[0][1] for stroke in found.strokes()}) == 2


def test_strikes_run_through_the_middle() -> None:
    (one,) = lines(paragraph(text("货款", strike="single")), 200).strokes()
    two = lines(paragraph(text("货款", strike="double")), 200).strokes()
    assert len(two) == 2
    assert two[0].points[0][1] < one.points[0][1] < two[1].points[0][1]
    assert 5 < one.points[0][1] < 11.5


def test_shading_is_as_high_as_the_text_that_has_it() -> None:
    found = lines(paragraph("甲", text("乙", background="#ffff00"), text("丙", size=20)), 200)
    (fill,) = found.fills()
    assert (fill.x, fill.width, fill.height) == (10, 10, near(14.37))
    assert fill.y + fill.height == near(found.base("乙") + 2.86)


def test_neighbours_in_one_box_share_it() -> None:
    box = Border("single", 0.5)
    found = lines(paragraph(text("甲", boxed=box), text("乙", boxed=box, bold=True), "丙"), 200)
    assert {x for stroke in found.strokes() for x, _ in stroke.points} == {-0.25, 0, 20, 20.25}
    assert len(found.strokes()) == 4


def test_boxes_around_words_have_every_kind_of_line() -> None:
    dashed = lines(paragraph(text("甲", boxed=Border("dashed", 1.0))), 200)
    double = lines(paragraph(text("甲", boxed=Border("double", 0.5))), 200)
    assert all(stroke.dashes for stroke in dashed.strokes())
    assert len(double.strokes()) == 8


def test_chinese_dots_of_emphasis_stand_below_and_japanese_ones_above() -> None:
    chinese = lines(paragraph(text("着重", emphasis="dot")), 200)
    japanese = lines(paragraph(text("着重", emphasis="dot", east_asian_language="ja-JP")), 200)
    assert [near(dot.x + dot.width / 2) for dot in chinese.fills()] == [5, 15]
    assert all(dot.y > chinese.base("着") for dot in chinese.fills())
    assert all(dot.y < japanese.base("着") - 8 for dot in japanese.fills())


def test_blanks_have_no_marks_of_emphasis() -> None:
    assert len(lines(paragraph(text("着 重", emphasis="circle")), 200).strokes()) == 2


def test_words_above_words_are_centred_and_raise_the_line() -> None:
    ruby = Ruby((text("汉"),), (text("han", size=5),), "center", 9.0)
    found = lines(paragraph("一", ruby, "字"), 200)
    assert found.base("汉") - found.base("han") == near(9)
    assert found.left("han") + found.right("han") == near(2 * 15)
    assert found.left("字") == 20
    assert found.base("字") > 11.6


def test_words_above_that_are_wider_make_room_for_themselves() -> None:
    ruby = Ruby((text("汉"),), (text("zhuang"),), "center", 9.0)
    found = lines(paragraph(ruby, "字"), 200)
    assert found.left("字") == near(found.right("zhuang"))
    assert found.left("汉") == near((found.left("字") - 10) / 2)


@pytest.mark.parametrize(
    ("align", "left"), [("left", 0), ("right", 20), ("distributeLetter", 0), ("distributeSpace", 5)]
)
def test_words_above_are_aligned(align: str, left: float) -> None:
    ruby = Ruby((text("汉字汉"),), (text("一二", size=5),), align, 9.0)
    assert lines(paragraph(ruby), 200).left("一") == near(left)


def test_looks_of_the_run_reach_its_glyphs() -> None:
    found = lines(paragraph(text("甲", colour="#112233", scale=1.5)), 200)
    (glyphs,) = found.glyphs()
    assert (glyphs.colour, glyphs.scale, found.right("甲")) == ("#112233", 1.5, near(15))
    assert look().size == 10
