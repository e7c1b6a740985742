"""Two Word files → the new one with tracked changes against the old one.

Accepting all of them gives the words of the new file, rejecting all those of the old one; what was deleted looks as it
did. The new file's paragraphs stay where they are and are written anew only where they differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from docgen.studio.comparing import endings, formats, stories, words
from docgen.studio.comparing.alignment import Likeness
from docgen.studio.comparing.borrowing import NOTES, Borrowing, numbered
from docgen.studio.comparing.comparison import Mark
from docgen.studio.comparing.difference import paired_stories
from docgen.studio.comparing.inlines import BOX, Word
from docgen.studio.comparing.marks import Marked, Pen
from docgen.studio.comparing.settling import W
from docgen.studio.comparing.stories import File, Story

_UNLIKE = 0.2  # of one: what has less in common is replaced and not mixed


def tracked(old: bytes, new: bytes, *, author: str, at: dt.datetime) -> bytes:
    """The new file, its differences from the old one as tracked changes of `author`; the same input, the same bytes.

    Tracked changes that the files bring with them count as accepted. Text, tables, headers, footers, notes and text
    boxes are tracked; page set-up and styles are those of the new file. Raises HostileFile.
    """
    return Redline(File.read(old), File.read(new), Pen(author, at)).written()


@dataclass
class Redline:
    """The new file on its way to be marked."""

    old: File
    new: File
    pen: Pen
    likeness: Likeness = field(default_factory=Likeness)

    def __post_init__(self) -> None:
        self.borrowing = Borrowing(self.old, self.new)
        self._notes: list[tuple[str, etree._Element, etree._Element]] = []

    def written(self) -> bytes:
        for before, after in paired_stories(self.old, self.new):
            role = (after or before).role  # type: ignore[union-attr]
            if role in NOTES.values():
                continue  # note by note, where the text refers to them
            if after is None and before is not None:
                self._lost_story(before)
            elif after is not None:
                container = before.container if before else None
                self._container(container, after.container, before.part if before else "", after.part)
        for role, one, other in self._notes:
            self._note(role, one, other)
        return self.packed()

    def packed(self) -> bytes:
        """The new file with the parts that were changed."""
        contents = {name: [content] for name, content in sorted(self.borrowing.added.items())}
        for name in sorted(self.borrowing.changed | self.new.settled):
            tree = self.new.tree(name)
            contents[name] = [etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)]
        return self.new.package.with_parts(contents)

    # Blocks

    def _container(self, old: etree._Element | None, new: etree._Element, part: str, new_part: str) -> None:
        """A body, a header, a cell, a note, a text box."""
        before = self.old.blocks(old, part) if old is not None else []
        after = self.new.blocks(new, new_part)
        found = [
            (before[i] if i is not None else None, after[j] if j is not None else None)
            for i, j in stories.alike(before, after, self.likeness)
        ]
        ordered, shifted = endings.with_an_end([pair for one in found for pair in endings.apart(one)])
        last: etree._Element | None = None
        for number, (one, other) in enumerate(ordered):
            if other is None:
                assert one is not None  # noqa: S101 - one of both is there
                made = self._deleted(one.element, part, new_part, ends=one is shifted)
                _place(made, last, next((b.element for _, b in ordered[number:] if b), None), new)
                last = made
                if one is shifted:
                    self._take_settings(made, ordered)
                self.borrowing.changed.add(new_part)
                continue
            last = other.element
            if one is None:
                self._inserted(other.element, new_part, ends=other is shifted)
                if other is shifted and (kept := endings.last_kept(ordered)) is not None:
                    self.pen.mark_settings(other.element, self._settings_of(kept[0].element, part, new_part))
            elif one.is_paragraph:
                self._paragraph(one.element, other.element, part, new_part)
            else:
                self._table(one.element, other.element, part, new_part)
        if shifted is not None and (kept := endings.last_kept(ordered)) is not None:
            is_new = any(other is shifted for _, other in ordered)
            self.pen.mark_paragraph(kept[1].element, Mark.INSERTED if is_new else Mark.DELETED)
            self.borrowing.changed.add(new_part)

    def _take_settings(self, made: etree._Element, ordered: Sequence[endings.Pair]) -> None:
        """The last paragraph of a story stays when its words are deleted, as the end of the one before: it looks so."""
        kept = endings.last_kept(ordered)
        if kept is None:
            return
        was = made.find(W + "pPr")
        now = kept[1].element.find(W + "pPr")
        if was is not None:
            made.remove(was)
        if now is not None:
            copied = etree.fromstring(etree.tostring(now))
            copied.tail = None
            for child in [e for e in copied if e.tag in (W + "rPr", W + "sectPr", W + "pPrChange")]:
                copied.remove(child)
            made.insert(0, copied)
        self.pen.mark_settings(made, was)

    def _settings_of(self, paragraph: etree._Element, part: str, new_part: str) -> etree._Element | None:
        settings = paragraph.find(W + "pPr")
        return None if settings is None else self.borrowing.copy(settings, part, new_part)

    def _deleted(self, element: etree._Element, part: str, new_part: str, *, ends: bool = False) -> etree._Element:
        """A block of the old file, deleted. ends: a paragraph whose mark has to stay."""
        if element.tag == W + "p":
            return self._deleted_paragraph(element, part, new_part, ends=ends)
        return self._deleted_table(element, part, new_part)

    def _deleted_paragraph(self, old: etree._Element, part: str, new_part: str, *, ends: bool) -> etree._Element:
        made = etree.Element(W + "p")
        settings = self._settings_of(old, part, new_part)
        if settings is not None:
            made.append(settings)
        row, _ = self.old.words(old, part)
        copy = partial(self.borrowing.copy, part=part, new_part=new_part)
        self.pen.write(made, [Marked(piece, Mark.DELETED) for word in row for piece in word.pieces], copy)
        if not ends:
            self.pen.mark_paragraph(made, Mark.DELETED)
        return made

    def _deleted_table(self, table: etree._Element, part: str, new_part: str) -> etree._Element:
        made = etree.Element(W + "tbl")
        for name in ("tblPr", "tblGrid"):
            if (settings := table.find(W + name)) is not None:
                made.append(self.borrowing.copy(settings, part, new_part))
        made.extend(self._deleted_row(row.element, part, new_part) for row in self.old.rows(table, part))
        return made

    def _deleted_row(self, row: etree._Element, part: str, new_part: str) -> etree._Element:
        made = etree.Element(W + "tr")
        for setting in row.iterchildren(W + "tblPrEx", W + "trPr"):
            made.append(self.borrowing.copy(setting, part, new_part))
        for cell in stories.parts_of(row):
            copied = etree.SubElement(made, W + "tc")
            if (settings := cell.find(W + "tcPr")) is not None:
                copied.append(self.borrowing.copy(settings, part, new_part))
            copied.extend(self._deleted(block.element, part, new_part) for block in self.old.blocks(cell, part))
            if not len(copied) or copied[-1].tag != W + "p":
                etree.SubElement(copied, W + "p")
        self.pen.mark_row(made, Mark.DELETED)
        return made

    def _inserted(self, element: etree._Element, new_part: str, *, ends: bool = False) -> None:
        """A block of the new file, inserted."""
        self.borrowing.changed.add(new_part)
        if element.tag == W + "p":
            self._inserted_paragraph(element, new_part, ends=ends)
            return
        for row in self.new.rows(element, new_part):
            self._inserted_row(row.element, new_part)

    def _inserted_row(self, row: etree._Element, new_part: str) -> None:
        self.borrowing.changed.add(new_part)
        for cell in stories.parts_of(row):
            for block in self.new.blocks(cell, new_part):
                self._inserted(block.element, new_part)
        self.pen.mark_row(row, Mark.INSERTED)

    def _inserted_paragraph(self, paragraph: etree._Element, new_part: str, *, ends: bool) -> None:
        row, unseen = self.new.words(paragraph, new_part)
        pieces = [marked for word in row for marked in _whole(word, Mark.INSERTED)]
        self.pen.write(paragraph, [*pieces, *(Marked(piece, Mark.SAME) for piece in unseen)], _none_old)
        if not ends:
            self.pen.mark_paragraph(paragraph, Mark.INSERTED)

    def _table(self, old: etree._Element, new: etree._Element, part: str, new_part: str) -> None:
        before, after = self.old.rows(old, part), self.new.rows(new, new_part)
        last: etree._Element | None = None
        for i, j in stories.alike(before, after, self.likeness):
            one = before[i].element if i is not None else None
            other = after[j].element if j is not None else None
            if one is not None and other is not None and endings.shape(one) == endings.shape(other):
                for cell, new_cell in zip(stories.parts_of(one), stories.parts_of(other), strict=True):
                    self._container(cell, new_cell, part, new_part)
                last = other
                continue
            if one is not None:
                made = self._deleted_row(one, part, new_part)
                _place(made, last, next((b.element for b in after[j or 0 :]), None) if last is None else None, new)
                last = made
                self.borrowing.changed.add(new_part)
            if other is not None:
                self._inserted_row(other, new_part)
                last = other

    # Words

    def _paragraph(self, old: etree._Element, new: etree._Element, part: str, new_part: str) -> None:
        before, _ = self.old.words(old, part)
        after, unseen = self.new.words(new, new_part)
        names = self.old.style_names, self.new.style_names
        looks = formats.of_paragraphs(old, new, *names)
        found = self._edits(before, after)
        pieces: list[Marked] = []
        touched = False
        for edit in found:
            one, other = before[edit.i1 : edit.i2], after[edit.j1 : edit.j2]
            if edit.is_same:
                self._same(one, other, part, new_part)
                beside = list(self._beside(one, other))
                touched = touched or any(marked.was is not None for marked in beside)
                pieces += beside
                continue
            touched = True
            pieces += (Marked(piece, Mark.DELETED) for word in one for piece in word.pieces)
            pieces += (marked for word in other for marked in _whole(word, Mark.INSERTED))
        if touched:
            pieces += (Marked(piece, Mark.SAME) for piece in unseen)
            self.pen.write(new, pieces, partial(self.borrowing.copy, part=part, new_part=new_part))
        if looks:
            self.pen.mark_settings(new, self._settings_of(old, part, new_part))
        if touched or looks:
            self.borrowing.changed.add(new_part)

    def _edits(self, before: list[Word], after: list[Word]) -> list[words.Edit]:
        """Word by word; as a whole where a paragraph only took the place of another."""
        one, other = ("".join(word.text for word in row) for row in (before, after))
        unlike = one.strip() and other.strip() and self.likeness.between(*map(self.likeness.of, (one, other))) < _UNLIKE
        if unlike:
            return [words.Edit(False, 0, len(before), 0, len(after))]
        return words.edits([word.key for word in before], [word.key for word in after])

    def _same(self, old: Sequence[Word], new: Sequence[Word], part: str, new_part: str) -> None:
        """What hangs on words that are the same: notes, text boxes."""
        for one, other in zip(old, new, strict=True):
            first, second = one.pieces[0].node, other.pieces[0].node
            if first is None or second is None:
                continue
            if isinstance(one.key, tuple) and one.key[0] in NOTES:
                self._notes.append((NOTES[str(one.key[0])], first, second))
            elif one.key == BOX:
                boxes, new_boxes = list(first.iter(W + "txbxContent")), list(second.iter(W + "txbxContent"))
                for box, new_box in zip(boxes, new_boxes, strict=False) if len(boxes) == len(new_boxes) else ():
                    self._container(box, new_box, part, new_part)

    def _beside(self, old: Sequence[Word], new: Sequence[Word]) -> Iterator[Marked]:
        """The pieces of words that are the same, cut where the old ones begin to look different."""
        names = self.old.style_names, self.new.style_names
        for one, other in zip(old, new, strict=True):
            yield from (Marked(piece, Mark.SAME) for piece in other.unseen)
            if other.pieces[0].node is not None:
                yield from (Marked(piece, Mark.SAME) for piece in other.pieces)
                continue
            left = list(one.pieces)
            for piece in other.pieces:
                text = piece.text
                while text:
                    length = min(len(text), len(left[0].text))
                    was = left[0].settings
                    differs = formats.said(was, names[0]) != formats.said(piece.settings, names[1])
                    change = (etree.Element(W + "rPr") if was is None else was) if differs else None
                    yield Marked(piece._replace(text=text[:length]), Mark.SAME, change)
                    text = text[length:]
                    left[0] = left[0]._replace(text=left[0].text[length:])
                    if not left[0].text:
                        left.pop(0)

    # Notes and stories that only one file has

    def _note(self, role: str, old: etree._Element, new: etree._Element) -> None:
        """The note that two references lead to which are the same; others come and go with their reference."""
        parts = [next(iter(file.package.related(role)), "") for file in (self.old, self.new)]
        if all(parts):
            one, other = numbered(self.old.tree(parts[0]), old), numbered(self.new.tree(parts[1]), new)
            if one is not None and other is not None:
                self._container(one, other, *parts)

    def _lost_story(self, old: Story) -> None:
        """A header that the new file has no more stands there again, with its words deleted."""
        kind, number, which = old.role.split()
        if int(number) >= len(self.new.sections):
            return
        section = self.new.sections[int(number)]
        part = self.borrowing.copied_part(old.part)
        if part in self.borrowing.added:
            del self.borrowing.added[part]
        tree = etree.Element(old.container.tag, nsmap=old.container.nsmap)  # type: ignore[arg-type]
        for block in self.old.blocks(old.container, old.part):
            tree.append(self._deleted(block.element, old.part, part, ends=True))
        self.new.trees[part] = tree
        self.borrowing.changed.add(part)
        identity = self.borrowing.relate(self.new.package.document, self.borrowing.office_kind(kind), "/" + part)
        reference = etree.Element(f"{W}{kind}Reference")
        reference.set(W + "type", which)
        reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", identity)
        section.insert(0, reference)
        self.borrowing.changed.add(self.new.package.document)


def _place(
    made: etree._Element, last: etree._Element | None, following: etree._Element | None, container: etree._Element
) -> None:
    """Behind what stands last, else before what follows."""
    if last is not None:
        last.addnext(made)
    elif following is not None:
        following.addprevious(made)
    else:
        at = [n for n, child in enumerate(container) if child.tag in (W + "sectPr",)]
        container.insert(at[0] if at else len(container), made)


def _whole(word: Word, mark: Mark) -> Iterator[Marked]:
    yield from (Marked(piece, Mark.SAME) for piece in word.unseen)
    yield from (Marked(piece, mark) for piece in word.pieces)


def _none_old(element: etree._Element) -> etree._Element:
    return element
