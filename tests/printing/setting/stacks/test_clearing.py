"""Lines that find no room beside what floats go down to where they do, in few steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from random import Random

import pytest

from docgen.printing.reading.tree import Float, Offset, Picture
from docgen.printing.setting.ground import Ground, Rectangle
from docgen.printing.setting.lines.paragraphs import set_paragraph
from docgen.printing.setting.stacks.clearing import NEAR, Shadow, first_clear
from docgen.printing.setting.stacks.floats import Beside, Floats, Hanging
from tests.printing.setting.typeset import context, paragraph

PAGE = Rectangle(0, 0, 400, 600)


def is_free(shadows: list[Shadow], top: float, height: float, left: float, right: float, width: float) -> bool:
    """Whether a line there has a stretch of that width, seen one stretch after the other."""
    edges = sorted(
        (low, high)
        for low, over, high, bottom in shadows
        if over < top + height - NEAR and bottom > top + NEAR and high > left and low < right
    )
    at = left
    for low, high in edges:
        if min(low, right) - at >= width:
            return True
        at = max(at, high)
    return right - at >= width


@pytest.mark.parametrize("seed", range(60))
def test_the_first_free_place_is_the_one_found_by_trying_each(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    shadows: list[Shadow] = []
    for _ in range(dice.randrange(1, 40)):
        low, over = dice.randrange(-50, 350), dice.randrange(0, 300)
        wide = dice.random() < 0.1
        high = inf if wide else low + dice.randrange(5, 250)
        shadows.append((-inf if wide else low, over, high, over + dice.randrange(5, 120)))
    shadows.sort(key=lambda shadow: shadow[1])
    top, height, width = dice.randrange(0, 200), dice.randrange(8, 40), dice.randrange(10, 300)
    found = first_clear(shadows, top, height, (0, 300), width)
    tried = [top, *sorted(bottom for *_, bottom in shadows if bottom > top)]
    assert found == next(place for place in tried if is_free(shadows, place, height, 0, 300, width))


def floating(x: float, y: float, width: float, height: float) -> Hanging:
    picture = Picture(b"", "png", width, height)
    at = Float(picture, Offset("page", x), Offset("page", y), wrap="square")
    found = Hanging(at, width, height, lambda *_: None)
    found.stand(x, y)
    return found


def room(*boxes: Hanging) -> Beside:
    """Of a paragraph as wide as the page, at its top."""
    found = Floats(Ground(PAGE, PAGE), list(boxes)).beside(0, 0, 400)
    assert found
    return found


class Counted:
    """A room that counts how often it is asked."""

    def __init__(self, count: int, width: float) -> None:
        """Boxes one below the other, each a tenth of a point further down than the one before."""
        self.room = room(*(floating((400 - width) / 2, at / 10, width, 40) for at in range(count)))
        self.asked = 0

    def at(self, top: float, height: float, left: float, right: float) -> Sequence[tuple[float, float]]:
        self.asked += 1
        return self.room.at(top, height, left, right)

    def below(self, top: float, height: float, left: float, right: float, wider: float) -> float:
        self.asked += 1
        return self.room.below(top, height, left, right, wider)


@pytest.mark.parametrize("count", [50, 500, 3_000])
def test_a_line_goes_below_any_number_of_floats_in_a_few_steps(count: int) -> None:
    """An inch is free on neither side."""
    beside = Counted(count, 300)
    found = set_paragraph(paragraph("甲乙" * 60), 400, context(), beside)
    assert found.lines[0].top == pytest.approx((count - 1) / 10 + 40)
    assert beside.asked <= 10


@pytest.mark.parametrize("count", [50, 500, 3_000])
def test_a_long_word_goes_below_any_number_of_floats_in_a_few_steps(count: int) -> None:
    """On both sides there is room for shorter ones."""
    beside = Counted(count, 200)
    found = set_paragraph(paragraph("x" * 30, " end"), 400, context(), beside)
    assert found.lines[0].top == pytest.approx((count - 1) / 10 + 40)
    assert beside.asked <= 10


def test_lines_beside_many_floats_stand_below_each_other() -> None:
    beside = room(*(floating(0, at * 3, 100 + at % 50, 20) for at in range(100)))
    found = set_paragraph(paragraph("甲乙丙丁" * 200), 400, context(), beside)
    tops = [line.top for line in found.lines]
    assert all(lower - upper >= 14 for upper, lower in pairwise(tops))
    assert tops[0] == 0
