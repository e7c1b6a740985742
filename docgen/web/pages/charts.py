"""Charts as shapes to be drawn: places and lengths in the units of the drawing, worked out here, drawn by a template.

Nothing in them says what the table beside them does not; every shade differs in lightness, so that they print in grey.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

Write = Callable[[Decimal], str]

WIDTH = 760
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 26, 30
_COLUMNS_HEIGHT = 270
_BAR_HEIGHT, _BAR_STEP = 20, 32
_BARS_LEFT, _BARS_RIGHT = 128, 190
_MOST_LABELS = 13  # below the columns: more run into each other
_MOST_RATES = 18


@dataclass(frozen=True, slots=True)
class Box:
    """kind: what its colour means. says: what a pointer that rests on it is told."""

    x: str
    y: str
    width: str
    height: str
    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Words:
    x: str
    y: str
    words: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """lines: heights of the lines of the scale, lighter than `ground`, the line of nothing."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    lines: tuple[str, ...] = ()
    ground: str = ""
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Two amounts side by side, and what stands above them."""

    label: str
    first: Decimal
    second: Decimal
    above: str
    says: tuple[str, str]


def columns(given: Sequence[Column], kinds: tuple[str, str], short: Write) -> Chart:
    """Pairs of columns over time. short: writes an amount at the scale."""
    amounts = [amount for each in given for amount in (each.first, each.second)]
    step = _step(max([*amounts, Decimal(0)]) - min([*amounts, Decimal(0)]))
    top = _steps_to(max([*amounts, Decimal(0)]), step) or 1
    low = -_steps_to(-min([*amounts, Decimal(0)]), step)
    high_at, low_at = _TOP, _COLUMNS_HEIGHT - _BOTTOM

    def height(amount: Decimal) -> float:
        return low_at - float((amount / step - low) / (top - low)) * (low_at - high_at)

    room = (WIDTH - _LEFT - _RIGHT) / max(len(given), 1)
    wide = min(room * 0.36, 34)
    every = -(-len(given) // _MOST_LABELS) or 1
    ground = height(Decimal(0))
    boxes: list[Box] = []
    words = [
        Words(_px(_LEFT - 8), _px(height(step * count) + 4), short(step * count), "scale")
        for count in range(low, top + 1)
    ]
    for place, each in enumerate(given):
        middle = _LEFT + room * (place + 0.5)
        for left, amount, kind, says in (
            (middle - wide - 1, each.first, kinds[0], each.says[0]),
            (middle + 1, each.second, kinds[1], each.says[1]),
        ):
            y = height(amount)
            boxes.append(Box(_px(left), _px(min(y, ground)), _px(wide), _px(abs(ground - y)), kind, says))
        if each.above and len(given) <= _MOST_RATES:
            at = min(height(each.first), height(each.second), ground) - 6
            words.append(Words(_px(middle), _px(at), each.above, "above"))
        if place % every == 0:
            words.append(Words(_px(middle), _px(_COLUMNS_HEIGHT - 10), each.label, "below"))
    lines = tuple(_px(height(step * count)) for count in range(low, top + 1) if count)
    return Chart(
        WIDTH, _COLUMNS_HEIGHT, tuple(boxes), tuple(words), lines, _px(ground), _px(_LEFT), _px(WIDTH - _RIGHT)
    )


def bars(given: Sequence[tuple[str, Decimal, str, str]]) -> Chart:
    """One bar below the other: (label, amount, words behind it, kind). Amounts are not below zero."""
    most = max((amount for _, amount, _, _ in given), default=Decimal(0)) or Decimal(1)
    boxes: list[Box] = []
    words: list[Words] = []
    for place, (label, amount, behind, kind) in enumerate(given):
        y = 6 + place * _BAR_STEP
        wide = float(max(amount, Decimal(0)) / most) * (WIDTH - _BARS_LEFT - _BARS_RIGHT)
        if amount > 0:
            boxes.append(
                Box(_px(_BARS_LEFT), _px(y), _px(max(wide, 1.5)), _px(_BAR_HEIGHT), kind, f"{label}: {behind}")
            )
        words.append(Words(_px(_BARS_LEFT - 10), _px(y + 15), label, "name"))
        words.append(Words(_px(_BARS_LEFT + wide + 8), _px(y + 15), behind, "behind"))
    return Chart(WIDTH, 8 + len(given) * _BAR_STEP, tuple(boxes), tuple(words))


def share(part: Decimal, whole: Decimal, width: int = 100) -> str:
    """How long a bar of `width` is for this part of the whole."""
    return _px(float(part / whole) * width if whole > 0 else 0)


def _step(spread: Decimal) -> Decimal:
    """A round step of which some four make up the spread: 1, 2 or 5 times a power of ten."""
    if spread <= 0:
        return Decimal(1)
    rough = spread / 4
    power = Decimal(1).scaleb(rough.adjusted())
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)


def _steps_to(amount: Decimal, step: Decimal) -> int:
    return int((max(amount, Decimal(0)) / step).to_integral_value(ROUND_CEILING))


def _px(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
