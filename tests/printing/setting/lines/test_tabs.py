"""Tab stops, leaders, and the numbers of lists."""

from __future__ import annotations

import pytest

from docgen.printing.reading.tree import Label, Number, Tab, TabStop
from docgen.printing.setting.boxes import Numbers
from tests.printing.setting.typeset import BREAK, LOOK, TAB, context, lines, look, paragraph, text


def near(value: float) -> object:
    return pytest.approx(value, abs=0.02)


def test_default_stops_count_from_the_margin() -> None:
    found = lines(paragraph("甲", TAB, "乙", TAB, "丙", left=5), 200, context(default_tab=30.0))
    assert (found.left("甲"), found.left("乙"), found.left("丙")) == (5, 30, 60)


def test_a_stop_of_the_paragraph_comes_before_default_ones() -> None:
    found = lines(paragraph("甲", TAB, "乙", TAB, "丙", tabs=(TabStop(50),)), 200)
    assert (found.left("乙"), found.left("丙")) == (50, 72)


def test_stops_align_right_centre_and_at_the_point() -> None:
    stops = (TabStop(60, "right"), TabStop(100, "center"), TabStop(150, "decimal"))
    found = lines(paragraph("甲", TAB, "乙", TAB, "丙丁", TAB, "1,234.56", tabs=stops), 200)
    assert found.right("乙") == near(60)
    assert (found.left("丙"), found.right("丁")) == (near(90), near(110))
    assert found.left(".") == near(150)


def test_what_has_no_point_ends_at_a_decimal_stop() -> None:
    found = lines(paragraph(TAB, "78", BREAK, TAB, "5.5%", tabs=(TabStop(100, "decimal"),)), 200)
    assert found.right("78") == near(100)
    assert found.left(".5") == near(100)


def test_page_numbers_are_aligned_as_wide_as_they_are() -> None:
    around = context(numbers=Numbers(page=128))
    found = lines(
        paragraph("标题", TAB, Number("page", "decimal", LOOK), tabs=(TabStop(200, "right", "dot"),)), 200, around
    )
    assert found.right("128") == near(200)


def test_leaders_fill_the_way_and_stand_under_each_other() -> None:
    stops = (TabStop(200, "right", "dot"),)
    found = [lines(paragraph(words, TAB, "8", tabs=stops), 200) for words in ("标题", "一个更长的标题")]
    dots = [next(mark for mark in each.glyphs() if set(mark.texts) == {"."}) for each in found]
    assert dots[0].x >= 20
    assert dots[0].x + sum(dots[0].advances) == pytest.approx(195, abs=2.6)
    assert (dots[1].x - dots[0].x) / 2.5 == near(round((dots[1].x - dots[0].x) / 2.5))
    assert dots[0].tag is None


def test_lines_of_strokes_lead_too() -> None:
    found = lines(paragraph("签名", TAB, tabs=(TabStop(100, "left", "underscore"),)), 200)
    assert {"_"} in [set(mark.texts) for mark in found.glyphs()]


def test_a_stop_beyond_the_right_indent_counts() -> None:
    """As in tables of contents, whose words keep away from the numbers."""
    found = lines(paragraph("标题", TAB, "12", tabs=(TabStop(200, "right"),), right=40), 200)
    assert len(found.lines) == 1
    assert found.right("12") == near(200)


def test_the_default_stop_beyond_the_edge_is_on_the_next_line() -> None:
    found = lines(paragraph("甲乙丙丁", TAB, "戊"), 70)
    assert found.texts == ["甲乙丙丁", "戊"]


def test_a_hanging_indent_is_a_stop() -> None:
    found = lines(paragraph("第一条", TAB, "内容内容内容", left=42, first=-42), 90)
    assert (found.left("第"), found.left("内"), found.base("容", 2)) == (0, 42, near(11.51 + 14.37))
    assert found.texts[0] == "第一条内容内容"


def test_text_wider_than_a_right_stop_leaves_begins_at_once() -> None:
    found = lines(paragraph("right", TAB, "aligned text too long", tabs=(TabStop(40, "right"),)), 300)
    assert found.left("aligned") == near(found.right("right"))


def test_tabs_in_centred_lines_go_with_them() -> None:
    found = lines(paragraph("甲", TAB, "乙", align="center"), 146)
    assert (found.left("甲"), found.left("乙")) == (50, 86)


def test_absolute_tabs_lead_to_margins_and_indents() -> None:
    found = lines(paragraph("左", Tab(LOOK, "center"), "中", Tab(LOOK, "right"), "右", right=20), 200)
    assert (found.left("左"), found.left("中"), found.right("右")) == (0, near(95), near(200))
    found = lines(paragraph("左", Tab(LOOK, "right", from_indent=True), "右", right=20), 200)
    assert found.right("右") == near(180)


def test_bars_stand_at_their_stops_on_every_line() -> None:
    found = lines(paragraph("甲乙丙丁戊己", tabs=(TabStop(25, "bar"),)), 40)
    assert [stroke.points[0][0] for stroke in found.strokes()] == [25, 25]


# Numbers of lists


def test_a_number_is_followed_by_the_hanging_indent() -> None:
    found = lines(paragraph("内容内容", label=Label("一、", LOOK), left=30, first=-30), 60)
    assert found.texts == ["一、内容内", "容"]
    assert (found.left("一"), found.left("内"), found.lines[1].width) == (0, 30, 40)


def test_a_stop_before_the_hanging_indent_comes_first() -> None:
    found = lines(paragraph("内容", label=Label("1", LOOK), left=30, first=-30, tabs=(TabStop(15),)), 100)
    assert found.left("内") == 15


def test_a_number_wider_than_its_indent_goes_on_to_the_next_stop() -> None:
    found = lines(paragraph("内容", label=Label("第一百条", LOOK), left=30, first=-30), 200)
    assert found.left("内") == 72


def test_numbers_without_a_hanging_indent_go_to_a_default_stop() -> None:
    found = lines(paragraph("内容", label=Label("1", LOOK), first=20), 200)
    assert (found.left("1"), found.left("内")) == (20, 36)


@pytest.mark.parametrize(("suffix", "left"), [("space", 22.5), ("nothing", 20)])
def test_numbers_followed_by_a_blank_or_nothing(suffix: str, left: float) -> None:
    assert lines(paragraph("内容", label=Label("一、", LOOK, suffix)), 200).left("内") == near(left)


@pytest.mark.parametrize(("alignment", "left"), [("left", 40), ("center", 30), ("right", 20)])
def test_numbers_are_aligned_at_the_indent(alignment: str, left: float) -> None:
    label = Label("一、", LOOK, alignment=alignment)
    found = lines(paragraph("内容", label=label, left=70, first=-30), 200)
    assert (found.left("一"), found.left("内")) == (near(left), 70)


def test_numbers_keep_their_own_look_and_are_not_spread() -> None:
    label = Label("一、", look(bold=True, size=12))
    found = lines(paragraph("内容内容内容", label=label, left=30, first=-30, align="both"), 77)
    assert found.left("、") == near(12)
    assert found.right("容", 1) == near(77)


def test_underlined_tabs_are_lines_to_write_on() -> None:
    found = lines(paragraph("日期", Tab(look(underline="single")), text("后")), 200)
    assert [(stroke.points[0][0], stroke.points[1][0]) for stroke in found.strokes()] == [(20, 36)]
