"""How wide the columns of a table are (ECMA-376-1, 17.4.48, 17.4.52, 17.18.87).

Word keeps the result of its own calculation in the grid. So the grid counts where it agrees with what the cells ask
for; else the cells do, by the steps of 17.18.87. In automatic tables columns then grow to what cannot be broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.printing.reading.tree import Cell, Paragraph, Table, Text, Width
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.lines.paragraphs import widths as widths_of
from docgen.printing.setting.tables.rows import places

#: How far widths may differ and still agree: rounding to twips, in points and as a part.
_ROUNDING, _SHARE = 2.0, 0.05
_NARROWEST = 0.5  # points; a column is never less

#: What is not broken within: Latin letters and digits, as long as no blank or ideograph comes.
_PIECES = re.compile(r"[^\s\u2e80-\uffef]+")
#: Figures and what stands between them are this much narrower than the size.
_FIGURES, _SLENDER = re.compile(r"[-0-9.,:;/()a-hk-ln-vx-z ]"), 0.35
#: Marks that a line neither begins nor ends with: they keep with what stands beside them.
_MARKS = re.compile(r"[\u2010-\u203a\u3001-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff65]")


def column_widths(table: Table, room: float, context: Context) -> list[float]:
    """Of a table in a room of this width; all in points."""
    wanted = wanted_width(table, room)
    found = _preferred(table, wanted or room)
    if all(width <= 0 for width in found):
        found = _by_contents(table, wanted, room, context)
    elif any(width <= 0 for width in found):
        found = _shared(found, wanted or room)
    total = sum(found)
    # Versions of Word differ in whether the overhang counts; the grid says what this one did.
    leeway = 0.5 if table.width[0] == "pt" else table.overhang + 0.5
    if wanted and total > 0 and abs(total - wanted) > leeway and (not table.fixed or table.width[0] == "part"):
        found = [width * wanted / total for width in found]
    if not table.fixed:
        found = _grown(table, found, max(wanted, room + table.overhang), context)
    return [max(width, _NARROWEST) for width in found]


def wanted_width(table: Table, room: float) -> float:
    """17.4.63: of the whole table, 0 where it follows from its columns."""
    kind, value = table.width
    return value if kind == "pt" else value * (room + table.overhang) if kind == "part" else 0.0


def _beginning(table: Table) -> Iterator[tuple[int, Cell]]:
    """Every cell with the column of the grid where it begins."""
    for row in places(table.rows):
        for place in row:
            if place.begins:
                yield place.column, place.cell


# What the grid and the cells ask for


@dataclass(frozen=True, slots=True)
class _Wish:
    column: int
    span: int
    width: float


def _preferred(table: Table, whole: float) -> list[float]:
    """The grid, or what cells ask for where they disagree with it; 0 for columns of which nobody says anything."""
    grid = list(table.columns)
    rows = _wishes(table, whole)
    if all(_agrees(grid, wish) for wishes in rows for wish in wishes):
        return grid
    found = grid
    for number, wishes in enumerate(rows):
        for wish in wishes:
            columns = range(wish.column, min(wish.column + wish.span, len(found)))
            now = sum(found[at] for at in columns)
            if now <= 0:
                for at in columns:
                    found[at] = wish.width / wish.span
            elif number == 0:  # the first row sets the columns
                for at in columns:
                    found[at] *= wish.width / now
            elif wish.width > now:  # the others widen them, at the end of the cell
                found[columns[-1]] += wish.width - now
    return found


def _wishes(table: Table, whole: float) -> list[list[_Wish]]:
    """Of each row that asks for other widths than those above."""
    found: dict[tuple[tuple[int, int, Width], ...], None] = {}
    for row in places(table.rows):
        found.setdefault(tuple((p.column, p.cell.span, p.cell.width) for p in row if p.begins))
    return [
        [_Wish(column, span, points) for column, span, width in row if (points := _points(width, whole)) > 0]
        for row in found
    ]


def _points(width: Width, whole: float) -> float:
    kind, value = width
    return value if kind == "pt" else value * whole if kind == "part" else 0.0


def _agrees(grid: Sequence[float], wish: _Wish) -> bool:
    now = sum(grid[wish.column : wish.column + wish.span])
    return now > 0 and abs(now - wish.width) <= max(_ROUNDING, _SHARE * wish.width)


def _shared(widths: Sequence[float], whole: float) -> list[float]:
    """What nobody asked for gets even parts of what is left."""
    missing = sum(1 for width in widths if width <= 0)
    part = max((whole - sum(widths)) / missing, 6.0)
    return [width if width > 0 else part for width in widths]


# What stands in the cells


def _by_contents(table: Table, wanted: float, room: float, context: Context) -> list[float]:
    """Nobody says anything: every column as wide as its longest paragraph, where the room is enough; else short columns
    are, and the long ones share what is left in proportion."""
    count = len(table.columns)
    narrow, wide = [0.0] * count, [0.0] * count
    spans = []
    for column, cell in _beginning(table):
        least, most = narrowest_and_widest(cell, context)
        if cell.span == 1:
            narrow[column], wide[column] = max(narrow[column], least), max(wide[column], most)
        else:
            spans.append((column, cell.span, least, most))
    for column, span, least, most in spans:
        for widths, needed in ((narrow, least), (wide, most)):
            lack = needed - sum(widths[column : column + span])
            for at in range(column, min(column + span, count)):
                widths[at] += max(lack, 0.0) / span
    limit = wanted or room + table.overhang
    if sum(wide) <= limit:
        return wide
    found, open_columns, left = list(narrow), set(range(count)), limit
    while short := [at for at in open_columns if wide[at] <= left / len(open_columns)]:
        for at in short:  # whoever needs less than an even part gets what it needs
            found[at] = wide[at]
            left -= wide[at]
            open_columns.remove(at)
    total = sum(wide[at] for at in open_columns)
    for at in open_columns:
        found[at] = max(wide[at] * left / total, narrow[at]) if total > 0 else narrow[at]
    return found


def _grown(table: Table, widths: list[float], limit: float, context: Context) -> list[float]:
    """Columns in which something does not fit grow; the others give what they can spare, once the table is as wide as
    it may be."""
    needed = [0.0] * len(widths)
    spans: list[tuple[int, int, float]] = []
    sure: dict[tuple[object, ...], bool] = {}
    for column, cell in _beginning(table):
        now = sum(widths[column : column + cell.span])
        if _surely_fits(cell, now, sure):
            continue
        least = narrowest_and_widest(cell, context)[0]
        if least > now + 0.01:
            if cell.span == 1:
                needed[column] = max(needed[column], least)
            else:
                spans.append((column, cell.span, least))
    for column, span, least in spans:
        columns = range(column, min(column + span, len(widths)))
        lack = least - sum(max(widths[at], needed[at]) for at in columns)
        if lack > 0:
            for at in columns:
                needed[at] = max(widths[at], needed[at]) + lack / span
    if not any(needed):
        return widths
    grown = [max(width, least) for width, least in zip(widths, needed, strict=True)]
    excess = sum(grown) - max(limit, sum(widths))
    if excess > 0:
        _shrink(table, grown, needed, excess, context)
    return grown


def _shrink(table: Table, widths: list[float], needed: Sequence[float], excess: float, context: Context) -> None:
    """Takes from the columns that did not grow, in proportion to what they have above their own narrowest."""
    narrowest = [0.0] * len(widths)
    for column, cell in _beginning(table):
        if cell.span == 1 and not needed[column]:
            narrowest[column] = max(narrowest[column], narrowest_and_widest(cell, context)[0])
    spare = [0.0 if needed[at] else max(width - narrowest[at], 0.0) for at, width in enumerate(widths)]
    part = min(excess / sum(spare), 1.0) if sum(spare) > 0 else 0.0
    for at, least in enumerate(spare):
        widths[at] -= least * part
    left = excess - sum(spare)
    if left > 0:  # nothing can spare anything any more: words are broken
        total = sum(widths)
        for at in range(len(widths)):
            widths[at] *= (total - left) / total


def _surely_fits(cell: Cell, width: float, sure: dict[tuple[object, ...], bool]) -> bool:
    """Whether nothing in a cell can be too wide, seen without fonts: hardly a letter is wider than its size."""
    if cell.direction != "lrTb" or cell.fit:
        return True
    room = width - cell.padding[1] - cell.padding[3]
    for block in cell.blocks:
        if not isinstance(block, Paragraph) or cell.no_wrap or block.label:
            return False
        inlines = block.inlines
        if not inlines:
            continue
        if not all(isinstance(inline, Text) for inline in inlines):
            return False
        key = (inlines[0] if len(inlines) == 1 else inlines, id(block.shape), room)
        if key not in sure:
            sure[key] = _narrow(block, room)
        if not sure[key]:
            return False
    return True


def _narrow(block: Paragraph, room: float) -> bool:
    words, size = "", 0.0
    for inline in block.inlines:
        if not isinstance(inline, Text) or inline.look.scale > 1 or inline.look.spacing > 0:
            return False
        words += inline.text
        size = max(size, inline.look.size)
    longest = max((len(piece) - _SLENDER * len(_FIGURES.findall(piece)) for piece in _PIECES.findall(words)), default=0)
    if not words.isascii():
        longest = max(longest, 1.0) + (2.0 if _MARKS.search(words) else 0.0)
    shape = block.shape
    return longest * size + shape.left + shape.right + max(shape.first, 0.0) <= room


def narrowest_and_widest(cell: Cell, context: Context) -> tuple[float, float]:
    """The narrowest and the widest that a cell can be, with its margins."""
    least = most = 0.0
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            narrowest, widest = widths_of(block, context)
            if cell.direction != "lrTb":
                narrowest = block.mark.size
        elif isinstance(block, Table):
            narrowest = widest = sum(block.columns)
        else:
            continue
        least, most = max(least, narrowest), max(most, widest)
    margins = cell.padding[1] + cell.padding[3]
    return (most if cell.no_wrap else least) + margins, most + margins
