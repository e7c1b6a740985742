"""Cells of a table that say the same are set once.

Of thousands of invoices, more than half of the cells say what others say: a sum of 0.00, a rate, a number of days.
"""

from __future__ import annotations

from docgen.printing.reading.tree import Cell, Paragraph, Text
from docgen.printing.setting.boxes import Context, Stack, StackBlocks

#: How many are kept: enough for what says the same in a column, and a few megabytes.
_MOST_KEPT = 1000


class Repeats:
    """The cells of one table, set by `stack`."""

    def __init__(self, stack: StackBlocks) -> None:
        self._stack = stack
        self._kept: dict[tuple[object, ...], Stack] = {}

    def stack(self, cell: Cell, width: float, context: Context) -> Stack:
        """What stands in a cell. It may stand in others too."""
        key = _key(cell, width, context)
        found = self._kept.get(key) if key else None
        if found is None:
            findings = context.typesetter.findings
            told = len(findings)
            found = self._stack(cell.blocks, width, context)
            if key and len(findings) == told:  # what is noticed is told with its place
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                self._kept[key] = found
        return found


def _key(cell: Cell, width: float, context: Context) -> tuple[object, ...] | None:
    """What a cell of plain words says; None for one with tags, links, a number, more blocks, or part of the outline."""
    block = cell.blocks[0] if len(cell.blocks) == 1 else None
    if context.tag is not None or not isinstance(block, Paragraph) or block.label or block.shape.level is not None:
        return None
    key: list[object] = [width, context.beside, id(block.shape), id(block.mark)]  # the table holds them as long
    for inline in block.inlines:
        if not isinstance(inline, Text) or inline.link or inline.target:
            return None
        key += (inline.text, id(inline.look))
    return tuple(key)
