"""What the rooms of typesetting hand to each other: words in their fonts, lines, paragraphs, rows, stacks.

Everything set knows its height and can put itself on a page; what reaches over pages can be split. Places within are
points from its own top left corner.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from docgen.printing.fonts import Face
from docgen.printing.reading.tree import Document, Float, Grid, Look, Note, Paragraph, Table
from docgen.printing.setting.glyphs.typesetter import Typesetter
from docgen.printing.setting.ground import Ground
from docgen.printing.sheet import Canvas, Tag


@dataclass(frozen=True, slots=True)
class Numbers:
    """What page fields say here. `pages` and `section` are guesses until everything was set once."""

    page: int = 1
    format: str = "decimal"
    pages: int = 1
    section: int = 1


@dataclass(slots=True)
class Context:
    """What is known while blocks are set. One for each place: the body of a section, a header, a cell.

    used_numbers: whether a field that depends on the pages was set. stack: sets what stands within a line, text boxes.
    """

    typesetter: Typesetter
    document: Document
    grid: Grid = Grid()  # noqa: RUF009  (frozen)
    numbers: Numbers = Numbers()
    tag: Tag | None = None  # what blocks set here hang their own tags on; None for headers and other artefacts
    in_table: bool = False
    beside: float = float("inf")  # how far to the right of the text marks may hang: in a cell, to its line
    used_numbers: set[str] = field(default_factory=set)
    edge: Callable[[float], Ground] | None = None  # of a header or footer: its page, by the height of what stands in it
    stack: StackBlocks | None = None


class Room(Protocol):
    """The width that is left beside what floats. `top` counts from the top of the paragraph."""

    def at(self, top: float, height: float, left: float, right: float) -> Sequence[tuple[float, float]]:
        """Free stretches, left to right, for a line as high as that between these edges; empty where there is none."""

    def below(self, top: float, height: float, left: float, right: float, wider: float) -> float:
        """The next place further down where such a line may have a free stretch wider than `wider`, or the next with
        any; `top` where what floats has come to its end."""


#: Where something stands in a paragraph: the number of an inline, and how many slots after its beginning (before it,
#: where it belongs to the label).
Place = tuple[int, int]


@dataclass(slots=True)
class Line:
    """One line. `base`: from its top to the base line. `draw` puts it with its top left corner there. `place`: where it
    begins. `waits`: it stands for all that follows, which is set when it is known where."""

    height: float
    base: float
    width: float
    draw: Callable[[Canvas, float, float], None]
    notes: tuple[Note, ...] = ()
    floats: tuple[Float, ...] = ()
    then: str = ""  # "page" or "column": what a break in the text asks for after this line
    top: float = 0.0  # from the top of the paragraph; more than the heights above where something floats
    place: Place = (0, 0)
    waits: bool = False


@dataclass(slots=True)
class SetParagraph:
    """A paragraph in lines. Its spacing, frame and keeping together are the business of whoever stacks it, and so is
    its tag: lines are put under `canvas.tag` (P, H1, …) and hang what they have of their own (Link, Figure, Span,
    Reference) on it while they are drawn, so that tags stand in reading order; the label goes under
    `canvas.label_tag`. anchors: the lines in which something floats is anchored, by their numbers: looked up for every
    page that a paragraph goes on to. setter: goes on with its lines, where that was asked for."""

    paragraph: Paragraph
    lines: list[Line]
    width: float
    tag: Tag | None = None
    anchors: list[int] = field(init=False)
    setter: object = None

    def __post_init__(self) -> None:
        self.anchors = [at for at, line in enumerate(self.lines) if line.floats]

    def replace(self, first: int, lines: Sequence[Line]) -> None:
        """Lines from the one of that number on."""
        self.lines[first:] = lines
        del self.anchors[bisect_left(self.anchors, first) :]
        self.anchors += [at for at, line in enumerate(lines, first) if line.floats]

    @property
    def height(self) -> float:
        return self.lines[-1].top + self.lines[-1].height if self.lines else 0.0


class SetRow(Protocol):
    """A row of a table, or the part of it that fits on one page. `page`: whose number it says; None where it says
    none."""

    height: float
    keep_next: bool
    header: bool
    notes: Sequence[Note]
    page: int | None

    def anew(self) -> SetRow:
        """The same row on the page where text is put now."""

    def split(self, room: float, *, anyway: bool = False) -> tuple[SetRow, SetRow] | None:
        """The part that fits in `room` and the rest; None where it does not split there. `anyway`: a row that is not to
        be split too (17.4.6), where it is taller than a page; both parts then hold something."""


@dataclass(slots=True)
class SetTable:
    """A table in rows. `left`: from the left edge of the room; `heads`: how many rows are repeated on each page.

    draw_rows(canvas, x, y, rows) puts consecutive rows (whole ones, or parts) of one page under each other, with their
    frames and the cells that reach over several of them; x is the left edge of the room. Their tags hang on
    `canvas.tag`'s table and are made while they are drawn; where `canvas.tag` is None (headers, repeated heads) there
    are none. What stands in a cell is drawn by its stack under `canvas.tag` (TD).
    """

    table: Table
    left: float
    width: float
    columns: Sequence[float]
    rows: Sequence[SetRow]
    heads: int
    draw_rows: Callable[[Canvas, float, float, Sequence[SetRow]], None]
    tag: Tag | None = None


class Stack(Protocol):
    """Blocks under each other, without pages: a cell, a header, a note, a text box."""

    height: float
    notes: Sequence[Note]

    def draw(self, canvas: Canvas, x: float, y: float) -> None: ...

    def split(self, room: float, *, anyway: bool = False) -> tuple[Stack, Stack] | None:
        """What fits in `room` and the rest; None where nothing does. `anyway`: lines that stay together are torn."""


#: stack(blocks, width, context) → Stack. Handed to those who set tables, so that rooms do not import in circles.
StackBlocks = Callable[[Sequence[object], float, Context], Stack]

__all__ = ["Canvas", "Context", "Face", "Line", "Look", "Mapping", "Numbers", "Room", "SetParagraph", "SetRow",
           "SetTable", "Stack", "StackBlocks", "Tag"]  # fmt: skip
