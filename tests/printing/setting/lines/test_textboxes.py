"""Text boxes in a line: their words, their shapes, and where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.printing.reading.tree import Border, TextBox
from docgen.printing.setting.stacks.stacking import stack
from docgen.printing.sheet import Group
from tests.printing.setting.typeset import Set, context, lines, paragraph

PLAIN = (0.0, 0.0, 0.0, 0.0)


def set_in_line(*words: str, before: str = "甲", **details: Any) -> Set:
    details = {"width": 60.0, "height": 40.0, **details}
    around = context()
    around.stack = stack
    return lines(paragraph(before, TextBox(tuple(map(paragraph, words)), **details), "乙"), 200, around)


def near(value: float) -> object:
    return pytest.approx(value, abs=0.02)


def test_a_box_stands_on_the_base_line_with_its_words_inside() -> None:
    found = set_in_line("盒")
    assert found.left("乙") == 70
    assert found.left("盒") == near(10 + 7.2)
    assert found.base("盒") == near(3.6 + 11.51)
    assert found.base("甲") == near(40)


def test_words_break_at_the_width_within_the_padding() -> None:
    found = set_in_line("一二三四五六", padding=(0.0, 10.0, 0.0, 10.0))
    assert found.base("五") == near(found.base("一") + 14.37)


@pytest.mark.parametrize(("align", "base"), [("top", 11.51), ("middle", 11.51 + 12.81), ("bottom", 11.51 + 25.63)])
def test_words_stand_at_the_top_in_the_middle_or_at_the_bottom(align: str, base: float) -> None:
    assert set_in_line("盒", align=align, padding=PLAIN).base("盒") == near(base)


def test_a_box_that_grows_is_as_high_as_its_words() -> None:
    found = set_in_line("一", "二", "三", "四", grows=True, padding=PLAIN)
    assert found.base("甲") == near(4 * 14.37)


@pytest.mark.parametrize(("shape", "round"), [("rect", 0.0), ("ellipse", -1.0), ("roundRect", 40 / 6)])
def test_shapes_are_filled(shape: str, round: float) -> None:
    (fill,) = set_in_line("盒", shape=shape, background="#ffeeee").fills()
    assert (fill.x, fill.y, fill.width, fill.height, fill.round) == (10, near(0), 60, 40, near(round))


@pytest.mark.parametrize("shape", ["ellipse", "roundRect"])
def test_outlines_of_round_shapes_are_curves_within_the_box(shape: str) -> None:
    (stroke,) = set_in_line(shape=shape, border=Border("single", 1.0)).strokes()
    assert stroke.curved
    assert (len(stroke.points) - 1) % 3 == 0
    assert min(x for x, _ in stroke.points) == near(10)
    assert max(x for x, _ in stroke.points) == near(70)
    assert max(y for _, y in stroke.points) - min(y for _, y in stroke.points) == near(40)


def test_a_line_runs_from_corner_to_corner() -> None:
    (stroke,) = set_in_line(shape="line", border=Border("single", 2.0, "#ff0000"), height=0.5).strokes()
    assert [x for x, _ in stroke.points] == [10, 70]
    assert (stroke.width, stroke.colour) == (2.0, "#ff0000")


def test_a_turned_box_turns_about_its_middle() -> None:
    found = set_in_line("盒", turned=90.0)
    group = next(mark for mark in found.sheet.marks if isinstance(mark, Group))
    assert (group.x, group.y, group.degrees) == (40, near(20), 90)


def test_upright_words_run_down() -> None:
    found = set_in_line("一二", direction="tbRl", padding=PLAIN)
    group = next(mark for mark in found.sheet.marks if isinstance(mark, Group))
    assert (group.x, group.degrees) == (70, 90)
