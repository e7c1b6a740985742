"""A document → finished pages: sections, columns, headers, footers, notes, page numbers (ECMA-376-1, 17.6, 17.10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from docgen.errors import Finding
from docgen.printing.fonts import Fonts
from docgen.printing.reading.formats import in_format
from docgen.printing.reading.tree import Document, Page, Section
from docgen.printing.setting.boxes import Context, Numbers, SetTable
from docgen.printing.setting.glyphs.typesetter import Typesetter
from docgen.printing.setting.lines import cut
from docgen.printing.setting.pages import columns
from docgen.printing.setting.pages.flowing import Column, Room, Top, Waiting, fill
from docgen.printing.setting.pages.headers import Stories, Story
from docgen.printing.setting.pages.leaf import Leaf
from docgen.printing.setting.pages.notes import Foot, Separator, line_height
from docgen.printing.setting.stacks.anchoring import Anchorage
from docgen.printing.setting.stacks.items import Feed, Item, Whole
from docgen.printing.setting.stacks.stacking import stack
from docgen.printing.sheet import Canvas, Heading, Sheet, Sheets, Tag

_PASSES = 3  # numbers of pages in the text may move the text; after this many they stay as they are


@dataclass(slots=True)
class Totals:
    """How many pages there are, in all and by section; guesses before they are counted."""

    pages: int = 1
    sections: Counter[int] = field(default_factory=Counter)


def set_document(
    document: Document, fonts: Fonts, *, tagged: bool = True, finished: Callable[[Sheet], None] | None = None
) -> tuple[Sheets, list[Finding]]:
    """Set a document on pages. Findings: what was noticed about fonts and characters. `tagged`: with the structure of
    the text, which takes time and memory that a PDF without it need not spend. `finished`: is told of each page when
    its text stands, and may take the marks from it; a header or footer that says how many pages there are is put on it
    when all are set."""
    typesetter = Typesetter(fonts)
    totals = Totals()
    findings: list[Finding] | None = None
    for _ in range(_PASSES):
        book = _Book(document, typesetter, totals, tagged=tagged, finished=finished)
        book.set()
        findings = findings if findings is not None else list(typesetter.findings)
        if not book.says_totals or book.totals == totals:
            break
        totals = book.totals
    return book.sheets(), findings or []


class _Book:
    """One pass over a document."""

    def __init__(
        self,
        document: Document,
        typesetter: Typesetter,
        guess: Totals,
        *,
        tagged: bool,
        finished: Callable[[Sheet], None] | None,
    ) -> None:
        self._document = document
        self._finished = finished
        self._typesetter = typesetter
        self._guess = guess
        self.totals = Totals(0)
        self.says_totals = False
        self._root = Tag("Document", language=document.language)
        self._sheets: list[Sheet] = []
        self._headings: list[Heading] = []
        self._tag = self._root if tagged else None  # of the text
        self._foot = Foot(self._root, tagged=tagged)
        self._stories = Stories(typesetter, document)
        self._waiting_stories: list[tuple[Leaf, Numbers]] = []
        self._number = 0  # of the last page, as printed
        self._endnotes = {note.identity: note for note in document.endnotes}
        self._leaf: Leaf
        self._last_column = 0  # in use on this page, and where the columns begin
        self._columns_top = 0.0
        self._first_column = 0  # that a section may use which begins in the next one

    def sheets(self) -> Sheets:
        document = self._document
        return Sheets(
            self._sheets,
            self._root,
            self._headings,
            document.title,
            document.author,
            document.subject,
            document.keywords,
            document.identifier,
            document.language,
        )

    def set(self) -> None:
        sections = self._document.sections
        feed: Feed | None = None
        for at, section in enumerate(sections):
            goes_on = self._begin(at, section)
            context = self._context(at, section)
            feed = self._feed(section, context, feed if goes_on else None)
            self._flow(at, section, feed, "gap" if goes_on and not self._first_column else "before")
            self.says_totals = self.says_totals or bool(context.used_numbers & {"pages", "section"})
        while self._foot.carried:
            self._turn(len(sections) - 1, first=False)
            self._leaf.notes = self._foot.fitted(
                self._foot.carried, self._leaf.bottom - self._leaf.top, self._leaf.context, alone=True
            )
        self._finish()
        for leaf, numbers in self._waiting_stories:
            self._number_stories(leaf, numbers)

    # Sections

    def _begin(self, at: int, section: Section) -> bool:
        """Go to where a section starts (17.6.22). Says whether it goes on on the same page."""
        if at == 0:
            self._turn(at, first=True)
            return False
        before = self._document.sections[at - 1].page
        same_paper = (section.page.width, section.page.height) == (before.width, before.height)
        next_column = section.starts == "nextColumn" and self._has_next_column(section.page, before)
        if same_paper and (section.starts == "continuous" or next_column):
            self._first_column = self._last_column + 1 if next_column else 0
            if section.page.number_from is not None:
                self._number = section.page.number_from
            self.totals.sections[at] += 1
            return True
        wanted = {"oddPage": 1, "evenPage": 0}.get(section.starts)
        if self._number % 2 == wanted:  # two odd pages never follow each other, whatever their numbers
            self._turn(at - 1, first=False, blank=True)
        self._turn(at, first=True)
        return False

    def _has_next_column(self, page: Page, before: Page) -> bool:
        """Columns go on where those of two sections are the same; else nextColumn is a new page."""
        same = columns.places(page) == columns.places(before)
        return same and self._last_column + 1 < len(columns.places(page))

    def _context(self, at: int, section: Section) -> Context:
        numbers = Numbers(self._number, section.page.number_format, self._guess.pages, self._guess.sections[at] or 1)
        return Context(self._typesetter, self._document, section.page.grid, numbers, self._tag)

    def _feed(self, section: Section, context: Context, before: Feed | None) -> Feed:
        feed = Feed(context, section.page.text_width, stack)
        if before:
            feed.above = before.above
        return feed

    def _flow(self, at: int, section: Section, feed: Feed, top: Top) -> None:
        """Put a section on pages, from where the page is now."""
        waiting = Waiting(feed, chain(feed.items(section.blocks), self._notes_at_end(at, feed)))
        following = self._document.sections[at + 1] if at + 1 < len(self._document.sections) else None
        placed = 0
        while True:
            leaf = self._leaf
            leaf.context = feed.context
            found = self._columns(section, waiting, top, following)
            placed += sum(not item.again for column in found for _, item in column.placed)
            ended = found[-1].ended
            if ended == "end":
                break
            self._turn(at, first=False)
            feed.context.numbers = replace(feed.context.numbers, page=self._number)
            top = "none" if ended == "full" else "before"
        if placed != feed.made:
            raise AssertionError(f"{feed.made} lines and rows were set, {placed} stand on pages")

    def _columns(self, section: Section, waiting: Waiting, top: Top, following: Section | None) -> list[Column]:
        """Fill the columns that the rest of the page has for a section."""
        leaf, foot, feed = self._leaf, self._foot, waiting.feed
        places = columns.places(section.page)
        several = len(places) > 1
        first, self._first_column = self._first_column, 0
        came, places = leaf.y, places[first:]
        self._columns_top = leaf.y = self._columns_top if first else came
        blank, carried = leaf.is_blank, list(foot.carried)
        height = leaf.bottom - leaf.y
        if several:
            height -= foot.height(leaf.notes, feed.context)
        rooms = [
            Room(width, height, top, blank, blank and n == 0, notes=() if several else leaf.notes)
            for n, (_, width) in enumerate(places)
        ]
        found: list[Column] = []
        left = section.page.right if section.page.mirrored and leaf.number % 2 == 0 else section.page.left
        feed.tallest = leaf.bottom - leaf.top
        for room, (x, _) in zip(rooms, places, strict=True):
            feed.width = room.width
            room.top = top
            room.anchorage = Anchorage(leaf.floats, feed, left + x, leaf.y, leaf.y + height)
            found.append(fill(waiting, room, foot))
            for table in {id(item.block): item.block for _, item in found[-1].placed}.values():
                if isinstance(table, SetTable):
                    cut.tell_table(table, left + x, section.page.width, feed.context)
            if found[-1].ended in ("end", "page"):
                break
            top = "none" if found[-1].ended == "full" else "before"
        even = (
            several
            and not first
            and self._document.balances_columns
            and found[-1].ended == "end"
            and following is not None
            and following.starts == "continuous"
            and all(column.ended != "column" for column in found)
            and not leaf.floats.hanging
        )
        if even:
            rooms[0].fresh = blank
            found = columns.balanced(found, [width for _, width in places], rooms[0], waiting, foot, carried)
            found[-1].ended = "end"
        leaf.add(section.page, places, found)
        leaf.y = max(leaf.y, came)
        self._last_column = first + len(found) - 1
        return found

    def _notes_at_end(self, at: int, feed: Feed) -> Iterator[list[Item]]:
        """Endnotes after the text that calls them: at the end of its section, or of the document (17.11.2)."""
        last = at == len(self._document.sections) - 1
        if self._document.endnotes_at_section:
            notes = list(feed.endnotes.values())
        else:
            self._endnotes.update(feed.endnotes)
            notes = list(self._endnotes.values()) if last else []
        if not notes:
            return
        feed.made += 1
        blocks = self._document.separators.get("endnote")
        separator = (
            Separator(line_height(notes[0], feed.context))
            if blocks is None
            else stack(blocks, feed.width, feed.context)
        )
        yield [Item(Whole(separator), None, 0, separator.height, feed.below)]
        feed.above, feed.keeps = None, True
        for note in notes:
            yield from feed.items(note.blocks, partial(self._foot.tag, note))

    # Pages

    def _turn(self, at: int, *, first: bool, blank: bool = False) -> None:
        """Finish the page and begin the next one. `first`: of its section; `blank`: left empty, before an odd page."""
        if self._sheets:
            self._finish()
        section = self._document.sections[at]
        starts = section.page.number_from if first else None
        self._number = self._number + 1 if starts is None else starts
        page, number = section.page, self._number
        sheet = Sheet(page.width, page.height)
        written = in_format(number, page.number_format)
        sheet.label = "" if written == str(len(self._sheets) + 1) else written
        self._sheets.append(sheet)
        self.totals.pages += 1
        self.totals.sections[at] += 1
        numbers = Numbers(number, page.number_format, self._guess.pages, self._guess.sections[at] or 1)
        even = number % 2 == 0
        header: Story | None = None
        footer: Story | None = None
        if not blank:
            header = self._stories.of(section, "header", numbers, first=first, even=even)
            footer = self._stories.of(section, "footer", numbers, first=first, even=even)
        self._leaf = Leaf(Canvas(sheet, len(self._sheets) - 1), page, number, at, first, header, footer)
        self._leaf.context = self._context(at, section)

    def _finish(self) -> None:
        """Draw the page."""
        leaf = self._leaf
        leaf.draw(self._tag, self._foot, beneath_text=self._document.footnotes_beneath_text)
        self._headings += leaf.canvas.headings
        page = leaf.page
        numbers = Numbers(leaf.number, page.number_format)
        if any(story and story.waits for story in (leaf.header, leaf.footer)):
            self._waiting_stories.append((leaf, numbers))
        else:
            leaf.draw_stories()
        if self._finished:
            self._finished(leaf.canvas.sheet)

    def _number_stories(self, leaf: Leaf, numbers: Numbers) -> None:
        """Headers and footers that say how many pages there are, now that they are counted."""
        numbers = replace(numbers, pages=self.totals.pages, section=self.totals.sections[leaf.section])
        for edge in ("header", "footer"):
            story = getattr(leaf, edge)
            if story and story.waits:
                setattr(leaf, edge, self._stories.anew(story, numbers))
        leaf.draw_stories()
