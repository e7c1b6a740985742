"""Blocks → items: the lines, rows and whole boxes that stand under each other, each with what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from docgen.printing.reading.tree import Block, Float, Note, Paragraph, Shape, Table
from docgen.printing.setting.boxes import Context, Line, Room, SetParagraph, SetRow, SetTable, Stack, StackBlocks
from docgen.printing.setting.lines.paragraphs import go_on, set_paragraph
from docgen.printing.setting.stacks import frames
from docgen.printing.setting.stacks.floats import Hanging, hang
from docgen.printing.setting.tables.table import set_table
from docgen.printing.sheet import Tag

#: What it costs to begin a page with an item: nothing; a paragraph or row loses the one that it keeps with (17.3.1.15);
#: lines that stay together are torn apart (17.3.1.14, 17.3.1.44). Only a page that holds nothing else pays.
FREE, PARTED, TORN = 0, 1, 2
_NEAR = 0.01


@dataclass(slots=True)
class Standing:
    """A paragraph with its neighbours. `above` and `below`: their shapes, None beside a table or an end; `gap`: space
    above; `cost` and `starts`: of its first line; `page`: for which it was set, where it says its number; `width`: of
    the column for which it was set; `beside`: what names the room that floats leave, None where nothing is in the way;
    `under`: gives what its tag hangs on, if not on that of the text around; `tag`: its own, once it was drawn;
    `listed`: whether the outline has it."""

    paragraph: Paragraph
    set: SetParagraph
    above: Shape | None
    below: Shape | None
    gap: float
    cost: int = FREE
    starts: str = ""
    page: int | None = None
    width: float = 0.0
    beside: object = None
    under: Callable[[], Tag] | None = None
    tag: Tag | None = None
    listed: bool = False


@dataclass(slots=True)
class Whole:
    """A box that stands on one page, whatever its height."""

    stack: Stack


@dataclass(slots=True)
class Item:
    """A line, a row or a whole box.

    height: with the frame around it. gap: above it, under another; before: above it, at the top of a page to which the
    writer sent it. inset: from its top to that of the line. cost: of beginning a page with it. starts, then: "page" or
    "column", asked for before and after it. again: the head of a table, repeated.
    """

    block: Standing | SetTable | Whole | Hanging
    part: Line | SetRow | None
    index: int
    height: float
    gap: float = 0.0
    before: float = 0.0
    cost: int = FREE
    inset: float = 0.0
    starts: str = ""
    then: str = ""
    notes: Sequence[Note] = ()
    again: bool = False


def gap_between(above: Shape | None, below: Shape, *, added: bool = False) -> float:
    """Space between two paragraphs: the larger of after and before, or both `added`; where both are of one style, those
    that say so give up theirs (17.3.1.9)."""
    if above is None:
        return below.before
    same = above.style == below.style
    after = 0.0 if above.contextual and same else above.after
    before = 0.0 if below.contextual and same else below.before
    return after + before if added else max(after, before)


class Feed:
    """Sets blocks as they are asked for, in the width that there is when they are. `made`: how many items so far;
    `endnotes`: those called so far."""

    def __init__(self, context: Context, width: float, stack: StackBlocks, *, in_cell: bool = False) -> None:
        self.context = context
        self.width = width
        self.made = 0
        self.endnotes: dict[str, Note] = {}
        self.above: Shape | None = None
        self.keeps = False  # whether the block above keeps with the next
        self.tallest = float("inf")  # what floats and is higher than that stands in the text
        self._hung: dict[int, Hanging] = {}
        self._in_cell = in_cell
        self._stack = context.stack = stack

    @property
    def below(self) -> float:
        """Space after the last block."""
        return self.above.after if self.above else 0.0

    def items(self, blocks: Sequence[Block], under: Callable[[], Tag] | None = None) -> Iterator[list[Item]]:
        """All lines of a paragraph at once, the rows of a table one by one."""
        last = len(blocks) - 1
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                following = blocks[at + 1] if at < last else None
                if self.context.in_table and at == last and at and _only_ends(block, blocks[at - 1]):
                    continue
                yield self._paragraph(block, following, under)
            elif isinstance(block, Table):
                yield from self._table(block)
            else:
                yield from self._float(block, blocks[at + 1] if at < last else None)

    def _paragraph(self, block: Paragraph, following: Block | None, under: Callable[[], Tag] | None) -> list[Item]:
        shape = block.shape
        below = following.shape if isinstance(following, Paragraph) else None
        starts = "page" if shape.page_break_before and not self._in_cell else ""
        gap, cost = self._gap(shape), PARTED if self.keeps else FREE
        above, self.above, self.keeps = self.above, shape, shape.keep_next
        found, page = self._set(block)
        return self._lines(Standing(block, found, above, below, gap, cost, starts, page, self.width, None, under))

    def anew(self, item: Item, beside: Room | None = None) -> list[Item]:
        """The lines of a paragraph from this one on, where its width, its page or the room beside what floats turned
        out to be another."""
        standing = cast(Standing, item.block)
        lines = standing.set.lines
        self.made -= len(lines) - item.index
        top = 0.0
        if item.index == 0:
            standing.set, standing.page = self._set(standing.paragraph, beside)
        else:
            top = lines[item.index].top
            go_on(standing.set, item.index, self.width, self.context, beside, self.tallest)
            standing.page = None if standing.page is None else self.context.numbers.page
        standing.width = self.width
        return self._lines(standing, item.index, top)

    def is_stale(self, item: Item) -> bool:
        """Whether a paragraph has to be set anew before it goes on with this line."""
        standing = item.block
        if not isinstance(standing, Standing):
            return False
        elsewhere = standing.page is not None and standing.page != self.context.numbers.page
        return elsewhere or standing.width != self.width or cast(Line, item.part).waits

    def _set(self, block: Paragraph, beside: Room | None = None) -> tuple[SetParagraph, int | None]:
        context = self.context
        used, context.used_numbers = context.used_numbers, set()
        found = set_paragraph(block, self.width, context, beside)
        page = context.numbers.page if "page" in context.used_numbers else None
        used |= context.used_numbers
        context.used_numbers = used
        return found, page

    def _lines(self, standing: Standing, first: int = 0, end: float = 0.0) -> list[Item]:
        """From that line on, which may stand at `end`: above it lies another page, or the text before."""
        every, shape = standing.set.lines, standing.paragraph.shape
        over, under = frames.insets(shape, standing.above, standing.below) if shape.borders else (0.0, 0.0)
        last = len(every) - 1
        costs = _costs(every, first, shape, widows=shape.widow_control and not self.context.in_table)
        items = []
        for at in range(first, len(every)):
            line = every[at]
            # Where something floats, a line may stand farther down than where the one before it ends.
            skipped = line.top - end
            skipped = skipped if skipped > _NEAR else 0.0
            end = line.top + line.height
            item = Item(standing, line, at, line.height + skipped, then=line.then, notes=line.notes)
            item.cost = costs[at - first]
            item.inset = skipped
            if line.notes:
                self._note(line.notes)
            if at == 0:
                item.gap, item.before, item.cost = standing.gap, shape.before, standing.cost
                item.inset, item.starts = over + skipped, standing.starts
                item.height += over
            if at == last:
                item.height += under
            items.append(item)
        self.made += len(items)
        return items

    def _table(self, block: Table) -> Iterator[list[Item]]:
        found = set_table(block, self.width, self.context, self._stack)
        gap, self.above = self.below, None
        kept, self.keeps = self.keeps, False
        for at, row in enumerate(found.rows):
            self.made += 1
            cost = PARTED if kept or 0 < at <= found.heads else FREE
            starts = "page" if not self._in_cell and _begins_page(block, at) else ""
            if row.notes:
                self._note(row.notes)
            yield [Item(found, row, at, row.height, gap, cost=cost, starts=starts, notes=row.notes)]
            gap, kept = 0.0, row.keep_next
        self.keeps = kept

    def _note(self, called: Sequence[Note]) -> None:
        self.endnotes.update((note.identity, note) for note in called if note.kind == "endnote")

    def hanging(self, block: Float) -> Hanging:
        """What floats, set once."""
        if id(block) not in self._hung:
            self._hung[id(block)] = hang(block, self.context, self._stack, self._rows)
        return self._hung[id(block)]

    def _rows(self, table: Table) -> SetTable:
        return set_table(table, self.width, self.context, self._stack)

    def _gap(self, below: Shape) -> float:
        return gap_between(self.above, below, added=self.context.document.adds_space)

    def _float(self, block: Float, following: Block | None) -> Iterator[list[Item]]:
        """A frame or a floating table, which goes with the paragraph after it."""
        found = self.hanging(block)
        if isinstance(block.content, Table) and found.height > self.tallest:
            yield from self._table(block.content)
            return
        self.made += 1
        if isinstance(following, Paragraph):
            found.gap = max(self._gap(following.shape) - following.shape.before, 0.0)
        kept, self.keeps = self.keeps, True
        yield [Item(found, None, 0, 0.0, cost=PARTED if kept else FREE)]


def _costs(lines: Sequence[Line], first: int, shape: Shape, *, widows: bool) -> list[int]:
    """Of a page that begins with each line from that one on: no single line stays behind or goes on alone (17.3.1.44),
    but in cells, where Word passes over that."""
    costs = [TORN if shape.keep_lines else FREE] * (len(lines) - first)
    if not widows or len(lines) < 2:
        return costs
    start = first
    if first and not lines[first - 1].then:
        start = first - 1 if first == 1 or lines[first - 2].then else first - 2
    for at in range(first, len(lines)):
        if lines[at].then or at == len(lines) - 1:
            if at > start:
                costs[at - first] = TORN
                if start + 1 >= first:
                    costs[start + 1 - first] = TORN
            start = at + 1
            if start < len(lines):
                costs[start - first] = FREE
    return costs


def _only_ends(block: Paragraph, above: Block) -> bool:
    """The empty paragraph that has to follow a table at the end of a cell (17.4.65); Word shows nothing of it."""
    return isinstance(above, Table) and not block.inlines and block.label is None and not block.shape.borders


def _begins_page(table: Table, at: int) -> bool:
    cells = table.rows[at].cells if at < len(table.rows) else ()
    first = cells[0].blocks[0] if cells and cells[0].blocks else None
    return isinstance(first, Paragraph) and first.shape.page_break_before
