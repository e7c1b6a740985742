"""Borders drawn (ECMA-376-1, 17.18.2) and settled between cells (17.4.66; [MS-OI29500], 2.1.169)."""

from __future__ import annotations

from typing import get_args

import pytest

from docgen.printing.reading.tree import Border, Side
from docgen.printing.reading.values import LINES
from docgen.printing.setting.marks.borders import breadth, frame, line, reach, stripes
from docgen.printing.setting.tables.edges import BARE, shown
from docgen.printing.sheet import Canvas, Sheet, Stroke

THIN = Border("single", 0.5)


def canvas() -> Canvas:
    return Canvas(Sheet(200, 200), 0)


def strokes(drawn: Canvas) -> list[Stroke]:
    return [mark for mark in drawn.marks if isinstance(mark, Stroke)]


@pytest.mark.parametrize("kind", sorted(LINES))
def test_every_kind_of_line_is_drawn_within_its_breadth(kind: str) -> None:
    border, drawn = Border(kind, 1.5, "#123456"), canvas()
    line(drawn, 10, 100, 190, 100, border)
    assert drawn.marks
    for mark in strokes(drawn):
        for _, y in mark.points:
            swing = 4 / 3 if mark.curved else 1.0  # handles of a curve stand outside it
            assert abs(y - 100) <= breadth(border) / 2 * swing + 0.01


@pytest.mark.parametrize(
    ("kind", "widths"),
    [
        ("single", [1.5]), ("thick", [1.5]), ("double", [1.5, 1.5]), ("triple", [1.5, 1.5, 1.5]),
        ("thinThickSmallGap", [0.75, 1.5]), ("thickThinSmallGap", [1.5, 0.75]), ("thinThickMediumGap", [0.75, 1.5]),
        ("thickThinLargeGap", [1.5, 0.75]), ("thinThickThinSmallGap", [0.75, 1.5, 0.75]),
    ],
)  # fmt: skip
def test_lines_of_a_border_from_the_top_down(kind: str, widths: list[float]) -> None:
    found = stripes(Border(kind, 1.5))
    assert [stripe.width for stripe in found] == widths
    assert [stripe.offset for stripe in found] == sorted(stripe.offset for stripe in found)


@pytest.mark.parametrize(
    ("kind", "whole"),
    [("single", 1), ("double", 3), ("triple", 5), ("thinThickSmallGap", 2.5), ("thinThickMediumGap", 2),
     ("thinThickLargeGap", 3.25)],
)  # fmt: skip
def test_what_a_border_of_one_point_takes_in_all(kind: str, whole: float) -> None:
    assert breadth(Border(kind, 1.0)) == whole
    assert breadth(None) == 0


def test_dashes_grow_with_the_line() -> None:
    assert stripes(Border("dotted", 2.0))[0].dashes == (2.0, 2.0)
    assert stripes(Border("dashed", 1.0))[0].dashes == (4.0, 4.0)
    assert stripes(THIN)[0].dashes == ()


def test_a_raised_frame_is_lit_from_the_top_left() -> None:
    raised = Border("outset", 1.0, "#000000")
    light, dark = stripes(raised, "top")[0].colour, stripes(raised, "bottom")[0].colour
    assert light > dark
    sunken = Border("inset", 1.0, "#000000")
    assert (stripes(sunken, "top")[0].colour, stripes(sunken, "bottom")[0].colour) == (dark, light)


def test_a_plain_frame_has_whole_corners() -> None:
    drawn = canvas()
    frame(drawn, 50, 50, 100, 40, dict.fromkeys(get_args(Side), Border("single", 2.0)))
    ends = {mark.points for mark in strokes(drawn)}
    assert ((49.0, 50.0), (151.0, 50.0)) in ends
    assert ((50.0, 49.0), (50.0, 91.0)) in ends


def test_double_frames_are_one_rectangle_in_another() -> None:
    drawn = canvas()
    frame(drawn, 50, 50, 100, 40, dict.fromkeys(get_args(Side), Border("double", 1.0)))
    level = sorted(mark.points for mark in strokes(drawn) if mark.points[0][1] == mark.points[1][1])
    # The outer line reaches to the outer edge of the frame, the inner one ends at the inner corner.
    assert level == [
        ((48.5, 49.0), (151.5, 49.0)), ((48.5, 91.0), (151.5, 91.0)),
        ((50.5, 51.0), (149.5, 51.0)), ((50.5, 89.0), (149.5, 89.0)),
    ]  # fmt: skip


def test_a_thick_and_thin_corner_meets_line_by_line() -> None:
    top, right = Border("thinThickSmallGap", 1.5), Border("thickThinSmallGap", 1.5)
    # The thin outer line ends at the outer edge of the thin outer line, three halves of a point beyond the middle.
    assert reach(top, right, -1) == (1.5, 0.0)


def test_at_a_fork_a_line_stops_at_the_near_line_of_a_double_one() -> None:
    assert reach(THIN, Border("double", 1.0), 0) == -1.0  # the middle of that line
    assert reach(THIN, THIN, 0) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "drawn"),
    [
        (Border("single", 0.5), Border("single", 1.5), 1),
        (Border("single", 1.5), Border("double", 0.5), 0),  # 12 × 1 against 4 × 3: equal; single comes first
        (Border("single", 0.5), Border("double", 0.5), 1),
        (Border("dotted", 3.0), Border("single", 0.5), 1),  # dots and dashes weigh least, however thick
        (Border("single", 0.5, "#cccccc"), Border("single", 0.5, "#333333"), 1),
        (Border("single", 0.5), None, 0),  # no line gives way …
    ],
)
def test_of_two_borders_that_meet_one_is_drawn(one: Border | None, other: Border | None, drawn: int) -> None:
    expected = (one, other)[drawn]
    assert shown(one, other) == expected
    assert shown(other, one) == expected


def test_a_bare_edge_has_no_line_whatever_its_neighbour_says() -> None:
    assert shown(BARE, THIN) is None
    assert shown(THIN, BARE) is None
    assert shown(BARE, BARE) is None
