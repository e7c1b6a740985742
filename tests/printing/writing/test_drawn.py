from __future__ import annotations

import pytest

from docgen.printing.sheet import Fill, Group, Stroke
from tests.printing.writing.pages import boxes, colour, ink, printed, text

RED, WHITE = (255, 0, 0), (255, 255, 255)


def test_a_filled_rectangle_covers_its_place() -> None:
    assert ink(printed(Fill(50, 100, 30, 20, "#ff0000"))) == (50, 100, 80, 120)


def test_round_corners_are_not_filled() -> None:
    pdf = printed(Fill(50, 100, 40, 40, "#ff0000", round=10))
    assert (colour(pdf, 51, 101), colour(pdf, 70, 120), colour(pdf, 70, 101)) == (WHITE, RED, RED)


def test_an_ellipse_touches_its_rectangle_in_the_middle_of_its_sides() -> None:
    pdf = printed(Fill(50, 100, 80, 40, "#ff0000", round=-1))
    assert ink(pdf) == (50, 100, 130, 140)
    assert (colour(pdf, 55, 105), colour(pdf, 90, 120)) == (WHITE, RED)


def test_a_line_has_its_width_and_colour() -> None:
    pdf = printed(Stroke([(50, 100), (150, 100)], 4, "#ff0000"))
    assert ink(pdf) == (50, 98, 150, 102)
    assert colour(pdf, 100, 100) == RED


def test_dashes_leave_gaps() -> None:
    pdf = printed(Stroke([(50, 100), (150, 100)], 4, "#ff0000", dashes=(10, 5)))
    assert [colour(pdf, 50 + at, 100) for at in (5, 12, 20, 27)] == [RED, WHITE, RED, WHITE]


def test_round_dots_are_round() -> None:
    pdf = printed(Stroke([(60, 100), (150, 100)], 10, "#ff0000", dashes=(0, 20), round=True))
    assert (colour(pdf, 60, 100), colour(pdf, 56, 96), colour(pdf, 70, 100)) == (RED, WHITE, WHITE)


def test_a_dashed_line_leaves_the_next_whole() -> None:
    pdf = printed(
        Stroke([(50, 100), (150, 100)], 4, "#ff0000", dashes=(10, 5)), Stroke([(50, 200), (150, 200)], 4, "#ff0000")
    )
    assert colour(pdf, 62, 200) == RED


def test_a_closed_line_comes_back() -> None:
    assert colour(printed(Stroke([(50, 100), (90, 100), (90, 140)], 2, "#ff0000", closed=True)), 70, 120) == RED


def test_curves_follow_their_handles() -> None:
    pdf = printed(Stroke([(50, 100), (50, 140), (90, 140), (90, 100)], 2, "#ff0000", curved=True))
    assert colour(pdf, 70, 130) == RED
    assert colour(pdf, 70, 101) == WHITE


def test_what_is_put_later_covers_what_was_put_before() -> None:
    assert colour(printed(Fill(50, 100, 9, 9, "#0000ff"), Fill(50, 100, 9, 9, "#ff0000")), 54, 104) == RED


@pytest.mark.parametrize(
    ("degrees", "edges"), [(0, (100, 200, 130, 210)), (90, (90, 200, 100, 230)), (270, (100, 170, 110, 200))]
)
def test_a_group_is_turned_clockwise_about_its_origin(degrees: float, edges: tuple[float, ...]) -> None:
    assert ink(printed(Group(100, 200, [Fill(0, 0, 30, 10, "#ff0000")], degrees))) == edges


def test_a_group_shows_no_more_than_its_clip() -> None:
    assert ink(printed(Group(100, 200, [Fill(-5, -5, 30, 30, "#ff0000")], clip=(12, 8)))) == (100, 200, 112, 208)


def test_what_a_group_sets_ends_with_it() -> None:
    inner = Group(0, 0, [text("乙", x=50, y=200, size=20, colour="#ff0000")])
    pdf = printed(text("甲", size=10), inner, Fill(300, 300, 20, 20, "#000000"), text("丙", y=300))
    assert colour(pdf, 310, 310) == (0, 0, 0)
    assert boxes(pdf)[-1][1:4:2] == (50, 60)


def test_groups_stand_within_groups() -> None:
    inner = Group(10, 0, [Fill(0, 0, 20, 5, "#ff0000")], 90)  # down from (100, 210), then left of it, upside down
    assert ink(printed(Group(100, 200, [inner], 90))) == (80, 205, 100, 210)
