"""Which clause of one file is which of the other: by their words, equal or alike, and by their order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from docgen.studio.comparing.words import words

_LARGEST = 200_000  # pairs of clauses that are looked at one by one; beyond, only equal ones are found
_LONG = 60  # words; a longer clause is not worth more
_ALIKE = 0.36  # of one: what makes two clauses the same clause, changed
Pair = tuple[int | None, int | None]


class Unit(NamedTuple):
    """Something that has its place in a row of such: a paragraph, a table, a row. Only those of a kind are paired.

    key: equal for units that say the same.
    """

    kind: str
    key: Hashable
    text: str


class Likeness:
    """How much two texts have in common, from 0 to 1 (Dice): of their words, and of their characters two by two."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._read: dict[str, int] = {}

    def of(self, text: str) -> int:
        """A text as a set of bits."""
        found = self._read.get(text)
        if found is None:
            found = 0
            for gram in _grams(text):
                found |= 1 << self._bits.setdefault(gram, len(self._bits))
            self._read[text] = found
        return found

    @staticmethod
    def between(one: int, other: int) -> float:
        total = one.bit_count() + other.bit_count()
        return 2 * (one & other).bit_count() / total if total else 0.0


def _grams(text: str) -> Iterator[str]:
    last = ""
    for word in words(text):
        if word.startswith(("{{", "{%")):
            yield from (inner for inner in words(word[2:-2]) if inner.strip())
            yield word
        elif word.strip():
            yield word if len(word) > 1 else last + word
        last = word if len(word) == 1 else ""


def pairs(old: Sequence[Unit], new: Sequence[Unit], likeness: Likeness, *, least: float = _ALIKE) -> list[Pair]:
    """Every unit once, in the order of both: (i, j) the same one, (i, None) only old, (None, j) only new. Where old and
    new ones stand between the same neighbours, the old ones come first."""
    matches = sorted(_matches(old, new, 0, len(old), 0, len(new), likeness, least))
    found: list[Pair] = []
    i = j = 0
    for one, other in [*matches, (len(old), len(new))]:
        found += ((at, None) for at in range(i, one))
        found += ((None, at) for at in range(j, other))
        if one < len(old):
            found.append((one, other))
        i, j = one + 1, other + 1
    return found


def _matches(
    old: Sequence[Unit], new: Sequence[Unit], i1: int, i2: int, j1: int, j2: int, likeness: Likeness, least: float
) -> Iterator[tuple[int, int]]:
    """Equal ends first, then what is equal and stands once in each (as in patience diff), then what is alike."""
    while i1 < i2 and j1 < j2 and _equal(old[i1], new[j1]):
        yield i1, j1
        i1, j1 = i1 + 1, j1 + 1
    while i1 < i2 and j1 < j2 and _equal(old[i2 - 1], new[j2 - 1]):
        i2, j2 = i2 - 1, j2 - 1
        yield i2, j2
    if i1 == i2 or j1 == j2:
        return
    anchors = _anchors(old, new, i1, i2, j1, j2)
    if not anchors:
        yield from _alike(old, new, (i1, i2), (j1, j2), likeness, least)
        return
    for i, j in [*anchors, (i2, j2)]:
        yield from _matches(old, new, i1, i, j1, j, likeness, least)
        if i < i2:
            yield i, j
        i1, j1 = i + 1, j + 1


def _equal(one: Unit, other: Unit) -> bool:
    return one.kind == other.kind and one.key == other.key


def _anchors(old: Sequence[Unit], new: Sequence[Unit], i1: int, i2: int, j1: int, j2: int) -> list[tuple[int, int]]:
    """What says the same and stands once on each side: the longest row of such that is in the same order in both."""
    here = Counter((unit.kind, unit.key) for unit in old[i1:i2])
    there = Counter((unit.kind, unit.key) for unit in new[j1:j2])
    at = {(unit.kind, unit.key): j for j, unit in enumerate(new[j1:j2], j1)}
    once = [
        (i, at[unit.kind, unit.key])
        for i, unit in enumerate(old[i1:i2], i1)
        if here[unit.kind, unit.key] == 1 == there[unit.kind, unit.key] and unit.text.strip()
    ]
    tails: list[int] = []  # the smallest end of a row of each length
    ends: list[int] = []
    previous: list[int | None] = []
    for number, (_, j) in enumerate(once):
        length = bisect_left(tails, j)
        previous.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    at_end = ends[-1] if ends else None
    while at_end is not None:
        found.append(once[at_end])
        at_end = previous[at_end]
    return found[::-1]


def _alike(
    old: Sequence[Unit],
    new: Sequence[Unit],
    here: tuple[int, int],
    there: tuple[int, int],
    likeness: Likeness,
    least: float,
) -> Iterator[tuple[int, int]]:
    """The pairing that keeps the order and has most in common (Needleman and Wunsch)."""
    (i1, i2), (j1, j2) = here, there
    height, width = i2 - i1, j2 - j1
    if height * width > _LARGEST:
        matcher = SequenceMatcher(None, [u[:2] for u in old[i1:i2]], [u[:2] for u in new[j1:j2]], autojunk=False)
        for block in matcher.get_matching_blocks():
            yield from ((i1 + block.a + n, j1 + block.b + n) for n in range(block.size))
        return
    columns = [(unit, likeness.of(unit.text)) for unit in new[j1:j2]]
    best = [[0.0] * (width + 1)]
    chosen: list[list[bool]] = []
    for unit in old[i1:i2]:
        bits, above, row, taken = likeness.of(unit.text), best[-1], [0.0], []
        worth = 0.1 + min(bits.bit_count(), _LONG) / _LONG
        for j, (other, other_bits) in enumerate(columns):
            like = 0.0
            if unit.kind == other.kind:
                like = 1.0 if unit.key == other.key else likeness.between(bits, other_bits)
            score = above[j] + like * worth if like >= least else -1.0
            skip = max(above[j + 1], row[j])
            taken.append(score > skip)
            row.append(max(score, skip))
        best.append(row)
        chosen.append(taken)
    i, j = height, width
    while i and j:
        if chosen[i - 1][j - 1]:
            i, j = i - 1, j - 1
            yield i1 + i, j1 + j
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
