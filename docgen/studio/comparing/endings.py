"""Blocks of both files in pairs, as far as tracked changes can tell them: a table cannot change its columns, and the
last paragraph of a story can neither come nor go.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from docgen.studio.comparing import stories
from docgen.studio.comparing.settling import W
from docgen.studio.comparing.stories import Block

Pair = tuple[Block | None, Block | None]


def apart(pair: Pair) -> list[Pair]:
    """Tables of which one has more columns are two tables."""
    one, other = pair
    if one and other and not one.is_paragraph:
        grids = [len(block.element.findall(f"{W}tblGrid/{W}gridCol")) for block in (one, other)]
        if grids[0] != grids[1]:
            return [(one, None), (None, other)]
    return [pair]


def with_an_end(pairs: list[Pair]) -> tuple[list[Pair], Block | None]:
    """A story ends in a paragraph whose mark can be neither deleted nor inserted. So where both files end in paragraphs
    that are not the same, these are taken for one; where only one file has more paragraphs at the end, the mark before
    them is the one that changes, and the last one stays: it comes second."""
    kept = max((n for n, (one, other) in enumerate(pairs) if one and other and one.is_paragraph), default=-1)
    tail = pairs[kept + 1 :]
    olds, news = [one for one, _ in tail if one], [other for _, other in tail if other]
    ends_old, ends_new = (bool(row) and row[-1].is_paragraph for row in (olds, news))
    if ends_old and ends_new:
        rest = [pair for pair in tail if pair not in ((olds[-1], None), (None, news[-1]))]
        return [*pairs[: kept + 1], *rest, (olds[-1], news[-1])], None
    if kept >= 0 and ends_old and not news:
        return pairs, olds[-1]
    if kept >= 0 and ends_new and not olds:
        return pairs, news[-1]
    return pairs, None


def last_kept(pairs: Sequence[Pair]) -> tuple[Block, Block] | None:
    return next(((one, other) for one, other in reversed(pairs) if one and other and one.is_paragraph), None)


def shape(row: etree._Element) -> list[tuple[str, ...]]:
    """How many cells a row has, and which it joins."""
    shape = []
    for cell in stories.parts_of(row):
        joins = [cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge")]
        shape.append(tuple("" if one is None else one.get(W + "val", "continue") for one in joins))
    return shape
