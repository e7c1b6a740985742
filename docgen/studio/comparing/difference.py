"""Two Word files → what a lawyer wants to know of the difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import etree

from docgen.studio.comparing import formats, layout, stories, words
from docgen.studio.comparing.alignment import Likeness, Unit
from docgen.studio.comparing.comparison import Change, Comparison, Mark, Run, Sort
from docgen.studio.comparing.inlines import BOX, Word
from docgen.studio.comparing.settling import W
from docgen.studio.comparing.steering import conditions, fields
from docgen.studio.comparing.stories import Block, File, Story

_MOVED = 0.75  # of one: what makes a removed and an added clause one that was moved
_TOO_SHORT = 6  # characters; shorter clauses are like others by chance
_MOST_MOVED = 40_000  # pairs that are looked at


def compare(old: bytes, new: bytes) -> Comparison:
    """What changed from one Word file to the other; tracked changes within a file count as accepted.

    Raises HostileFile for a file that is none to be opened. A template with faults in its tags is compared as any.
    """
    before, after = File.read(old), File.read(new)
    lines = [line.change for line in with_moves(list(Walk(before, after).lines()), at_both_places=True)]
    clauses = tuple(line for line in lines if line.sort is not Sort.SAME and not line.is_tag and not line.has_left)
    return Comparison(
        clauses=clauses,
        fields=fields(before, after),
        conditions=conditions(before, after),
        unchanged=sum(line.sort is Sort.SAME and not line.is_tag and bool(line.after.strip()) for line in lines),
        layout=tuple(layout.changes(before, after)),
        lines=tuple(lines),
    )


def paired_stories(old: File, new: File) -> list[tuple[Story | None, Story | None]]:
    """Each story with the one that has its part in the other file, in reading order."""
    olds = {story.role: story for story in old.stories}
    news = {story.role: story for story in new.stories}
    order = sorted({*olds, *news}, key=_reading_order)
    return [(olds.get(role), news.get(role)) for role in order]


def _reading_order(role: str) -> tuple[int, str]:
    kind = role.split(maxsplit=1)[0]
    return ("header", "document", "footnotes", "endnotes", "footer").index(kind), role


class Line(NamedTuple):
    """A change, or what did not change, with the elements that it is about: paragraphs or rows. table: the table that
    only one file has, and whose row it is."""

    change: Change
    old: etree._Element | None
    new: etree._Element | None
    table: etree._Element | None = None


@dataclass
class Walk:
    """Through both files at once."""

    old: File
    new: File
    likeness: Likeness = field(default_factory=Likeness)

    def lines(self) -> Iterator[Line]:
        for before, after in paired_stories(self.old, self.new):
            one = self.old.blocks(before.container, before.part) if before else []
            other = self.new.blocks(after.container, after.part) if after else []
            yield from self._blocks(one, other, before.part if before else "", after.part if after else "")

    def _blocks(self, old: list[Block], new: list[Block], part: str, new_part: str) -> Iterator[Line]:
        for i, j in stories.alike(old, new, self.likeness):
            one, other = old[i] if i is not None else None, new[j] if j is not None else None
            if (one or other).is_paragraph:  # type: ignore[union-attr]
                yield from self._paragraph(one, other, part, new_part)
            else:
                yield from self._table(one, other, part, new_part)

    def _paragraph(self, old: Block | None, new: Block | None, part: str, new_part: str) -> Iterator[Line]:
        before = self.old.words(old.element, part)[0] if old else []
        after = self.new.words(new.element, new_part)[0] if new else []
        found, kept, inner = self._words(before, after)
        looks: set[str] = set()
        if old and new:
            names = self.old.style_names, self.new.style_names
            looks = formats.of_paragraphs(old.element, new.element, *names) if self._text(old, new).strip() else set()
            looks |= formats.of_runs(*kept, *names)
        change = self._change(old, new, part, new_part, tuple(found), looks)
        yield Line(change, old.element if old else None, new.element if new else None)
        for one, other in inner:
            yield from self._blocks(
                [block for box in one for block in self.old.blocks(box, part)],
                [block for box in other for block in self.new.blocks(box, new_part)],
                part,
                new_part,
            )

    @staticmethod
    def _text(old: Block, new: Block) -> str:
        return old.unit.text + new.unit.text

    def _words(
        self, before: list[Word], after: list[Word]
    ) -> tuple[list[Run], tuple[list[Word], list[Word]], list[tuple[list[etree._Element], list[etree._Element]]]]:
        """Runs; the words that are the same, of both files; the text boxes that hang in the paragraph, in pairs."""
        found: list[Run] = []
        kept: tuple[list[Word], list[Word]] = ([], [])
        inner = []
        for edit in words.edits([word.key for word in before], [word.key for word in after]):
            one, other = before[edit.i1 : edit.i2], after[edit.j1 : edit.j2]
            if edit.is_same:
                found.append(Run("".join(word.text for word in other), Mark.SAME))
                kept[0].extend(one)
                kept[1].extend(other)
                inner += [(_boxes([a]), _boxes([b])) for a, b in zip(one, other, strict=True) if a.key == BOX]
            else:
                found += (Run("".join(word.text for word in one), Mark.DELETED),) if one else ()
                found += (Run("".join(word.text for word in other), Mark.INSERTED),) if other else ()
                inner += [(_boxes(one), [])] if _boxes(one) else []
                inner += [([], _boxes(other))] if _boxes(other) else []
        return found, kept, inner

    def _table(self, old: Block | None, new: Block | None, part: str, new_part: str) -> Iterator[Line]:
        before = self.old.rows(old.element, part) if old else []
        after = self.new.rows(new.element, new_part) if new else []
        for i, j in stories.alike(before, after, self.likeness):
            one, other = before[i] if i is not None else None, after[j] if j is not None else None
            alone = None if old and new else (old or new).element  # type: ignore[union-attr]
            change = self._row(one, other, part, new_part)
            yield Line(change, one.element if one else None, other.element if other else None, alone)

    def _row(self, old: Block | None, new: Block | None, part: str, new_part: str) -> Change:
        """A row with as many cells as before is compared cell by cell."""
        cells = stories.parts_of(old.element) if old else []
        new_cells = stories.parts_of(new.element) if new else []
        looks: set[str] = set()
        if not old or not new or len(cells) != len(new_cells):
            found = words.runs(old.unit.text if old else "", new.unit.text if new else "")
            return self._change(old, new, part, new_part, found, looks)
        runs: list[Run] = []
        looks |= formats.of_cells(cells, new_cells)
        for cell, new_cell in zip(cells, new_cells, strict=True):
            if runs:
                runs.append(Run(" | ", Mark.SAME))
            runs += words.runs(self.old.text(cell, part), self.new.text(new_cell, new_part))
            looks |= self._looks(cell, new_cell, part, new_part)
        return self._change(old, new, part, new_part, tuple(runs), looks)

    def _looks(self, cell: etree._Element, new_cell: etree._Element, part: str, new_part: str) -> set[str]:
        """What looks different in two cells, paragraph by paragraph where they have as many."""
        old, new = list(cell.iterfind(W + "p")), list(new_cell.iterfind(W + "p"))
        looks: set[str] = set()
        for one, other in zip(old, new, strict=False) if len(old) == len(new) else ():
            if not (self.old.text(one, part) and self.new.text(other, new_part)):
                continue
            names = self.old.style_names, self.new.style_names
            _, kept, _ = self._words(self.old.words(one, part)[0], self.new.words(other, new_part)[0])
            looks |= formats.of_paragraphs(one, other, *names) | formats.of_runs(*kept, *names)
        return looks

    def _change(
        self, old: Block | None, new: Block | None, part: str, new_part: str, runs: tuple[Run, ...], looks: set[str]
    ) -> Change:
        runs = _joined(runs)
        changed = any(mark is not Mark.SAME for _, mark in runs)
        sort = Sort.CHANGED if changed else Sort.FORMATTED if looks else Sort.SAME
        if not old or not new:
            sort = Sort.ADDED if new else Sort.REMOVED
        file, block, where = (self.new, new, new_part) if new else (self.old, old, part)
        assert block is not None  # noqa: S101 - one of both is there
        return Change(
            sort,
            self.old.place(old.element, part) if old else None,
            self.new.place(new.element, new_part) if new else None,
            runs,
            _heading(file, block.element, where),
            tuple(sorted(looks)),
            is_tag=all(b is None or b.unit.kind == "tag" or is_steering_row(b.unit) for b in (old, new)),
        )


def is_steering_row(unit: Unit) -> bool:
    """Whether a row of a table holds nothing but a tag for itself: {%tr for … %}."""
    return unit.kind == "tr" and stories.steers(unit.text.replace(" | ", ""))


def _heading(file: File, element: etree._Element, part: str) -> str:
    first = element if element.tag == W + "p" else next(element.iter(W + "p"), element)
    if part == file.package.document and (found := file.headings.get(first, "")):
        return found
    return stories.shortened(file.text(element, part))


def _boxes(row: Iterable[Word]) -> list[etree._Element]:
    found: list[etree._Element] = []
    for word in row:
        node = word.pieces[0].node
        if word.key == BOX and node is not None:
            found += stories.boxes(node)
    return found


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    found: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if found and found[-1].mark is run.mark:
            found[-1] = Run(found[-1].text + run.text, run.mark)
        else:
            found.append(run)
    return tuple(found)


def with_moves(lines: list[Line], *, at_both_places: bool = False) -> list[Line]:
    """A clause that was removed here and added there was moved: told where it stands now, and where it stood too if
    `at_both_places`."""
    removed = [n for n, line in enumerate(lines) if line.change.sort is Sort.REMOVED and _may_move(line.change)]
    added = [n for n, line in enumerate(lines) if line.change.sort is Sort.ADDED and _may_move(line.change)]
    if not removed or not added or len(removed) * len(added) > _MOST_MOVED:
        return lines
    likeness = Likeness()
    befores, afters = (
        [likeness.of(lines[n].change.before) for n in removed],
        [likeness.of(lines[n].change.after) for n in added],
    )
    scored = sorted(
        (-likeness.between(before, after), i, j)
        for i, before in zip(removed, befores, strict=True)
        for j, after in zip(added, afters, strict=True)
    )
    gone: set[int] = set()
    found: dict[int, Line] = {}
    for score, i, j in scored:
        if -score < _MOVED or i in gone or j in found:
            continue
        gone.add(i)
        old, new = lines[i], lines[j]
        runs = words.runs(old.change.before, new.change.after)
        found[j] = new._replace(change=replace(new.change, sort=Sort.MOVED, old=old.change.old, runs=runs), old=old.old)
    if at_both_places:
        found |= {n: lines[n]._replace(change=replace(lines[n].change, sort=Sort.MOVED)) for n in gone}
        gone = set()
    return [found.get(n, line) for n, line in enumerate(lines) if n not in gone]


def _may_move(change: Change) -> bool:
    return not change.is_tag and len((change.before or change.after).strip()) >= _TOO_SHORT
