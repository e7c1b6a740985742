"""What ships anew, for a lawyer who has changed what shipped before: her words stay, what she left alone may follow.

base is the file that both have grown from. A change that touches no clause of hers is taken over as it is; one that
touches a clause that she changed too is a conflict, which she decides.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.letters.request import Language
from docgen.studio.comparing import layout
from docgen.studio.comparing.alignment import Likeness
from docgen.studio.comparing.borrowing import Borrowing
from docgen.studio.comparing.comparison import Change, LayoutChange, Sort
from docgen.studio.comparing.difference import Line, Walk, with_moves
from docgen.studio.comparing.settling import W, drop
from docgen.studio.comparing.stories import File
from docgen.studio.comparing.tracking import tracked
from docgen.studio.marking import Said, marked
from docgen.templating.places import paragraphs, words_of

_LIKE = 0.6  # of one: what makes a clause that both have added the same clause
_QUOTED = 600  # characters of a clause that a comment quotes
_HOLDERS = (W + "tc", W + "txbxContent", W + "footnote", W + "endnote", W + "body", W + "hdr", W + "ftr")
_STATEMENT = re.compile(r"\{%-?(?:p|tr|tc|r)?\s*-?\s*(\w+)")
_BEGIN = ("if", "for")
_ANCHORS = (W + "commentRangeStart", W + "commentRangeEnd", W + "bookmarkStart", W + "bookmarkEnd")


@dataclass(frozen=True, slots=True)
class Conflict:
    """offered: what would change. own: what the lawyer made of the same clause; None where she has nothing to put it
    at, or beside. place: in the lawyer's file, where the clause stands or stood."""

    offered: Change
    own: Change | None
    place: WordPlace | None


@dataclass(frozen=True, slots=True)
class Upgrade:
    """takes: what can be taken over as it is. already: what the lawyer's file says in the same words. layout: how the
    offered file looks otherwise, which is told and never taken over. kept: how many changes of the lawyer's stay."""

    takes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    already: tuple[Change, ...]
    layout: tuple[LayoutChange, ...]
    kept: int


def three_way(base: bytes, own: bytes, offered: bytes) -> Upgrade:
    """What of the changes from base to offered can be taken over into the lawyer's file. Raises HostileFile."""
    return _Merge.of(base, own, offered).upgrade()


def merged(
    base: bytes,
    own: bytes,
    offered: bytes,
    *,
    author: str,
    at: dt.datetime,
    say: Callable[[Finding], Said],
    language: Language,
) -> bytes:
    """The lawyer's file with what can be taken over as tracked changes of `author`, and a comment at each conflict.

    Rejecting all gives the words of the lawyer's file. say: words the findings studio.offer_…, whose facts quote the
    offered clause. Raises HostileFile.
    """
    merge = _Merge.of(base, own, offered)
    merge.upgrade()
    return tracked(own, marked(merge.packed(), merge.findings(), say, language), author=author, at=at)


class _Verdict(Enum):
    TAKE = auto()
    ALREADY = auto()
    CONFLICT = auto()
    FOLLOWS = auto()  # the end of a condition whose beginning is not taken


@dataclass
class _Merge:
    own: File
    offered: File
    lines: list[Line]  # from base to offered
    owns: list[Line]  # from base to the lawyer's
    layout: tuple[LayoutChange, ...]
    conflicts: list[tuple[Line, Line | None, etree._Element | None]] = field(default_factory=list)
    _gone: list[etree._Element] = field(default_factory=list)
    _copied: set[etree._Element] = field(default_factory=set)
    _now: dict[etree._Element, etree._Element] = field(default_factory=dict)  # what was replaced → by what
    _open: list[_Verdict] = field(default_factory=list)  # conditions that come or go, and are not at their end

    @classmethod
    def of(cls, base: bytes, own: bytes, offered: bytes) -> _Merge:
        old, mine, theirs = File.read(base), File.read(own), File.read(offered)
        lines, owns = with_moves(list(Walk(old, theirs).lines())), with_moves(list(Walk(old, mine).lines()))
        return cls(mine, theirs, lines, owns, tuple(layout.changes(old, theirs)))

    def __post_init__(self) -> None:
        self.borrowing = Borrowing(self.offered, self.own)
        self._own_of = {line.old: line for line in self.owns if line.old is not None}
        self._added = [line for line in self.owns if line.change.sort is Sort.ADDED]
        self._likeness = Likeness()

    def upgrade(self) -> Upgrade:
        """Every offered change weighed, and made where it can be."""
        takes: list[Change] = []
        already: list[Change] = []
        cursor = kept = None  # where the next new clause goes; where a remark on a clause that is not there goes
        for number, line in enumerate(self.lines):
            mine = self._own_of.get(line.old) if line.old is not None else None
            stands = mine.new if mine else None
            if line.change.sort is not Sort.SAME:
                verdict, rival = self._weighed(line, mine)
                made = self._make(line, stands, cursor, number) if verdict is _Verdict.TAKE else None
                if made is not None:
                    takes.append(line.change)
                    stands = made
                elif verdict is _Verdict.ALREADY:
                    already.append(line.change)
                elif verdict is not _Verdict.FOLLOWS:
                    verdict = _Verdict.CONFLICT
                    beside = rival.new if rival is not None and rival.new is not None else kept
                    self.conflicts.append((line, rival, beside))
                self._remember(line, verdict)
            if stands is not None:
                cursor = stands
            if mine is not None and mine.new is not None and mine.new not in self._gone:
                kept = mine.new
        for element in self._gone:
            drop(element)
        found = tuple(
            Conflict(line.change, rival.change if rival else None, self._place(at))
            for line, rival, at in self.conflicts
        )
        changed = sum(line.change.sort is not Sort.SAME and not line.change.is_tag for line in self.owns)
        return Upgrade(tuple(takes), found, tuple(already), self.layout, changed)

    def _weighed(self, line: Line, mine: Line | None) -> tuple[_Verdict, Line | None]:
        """Whether a change can be made, and what of the lawyer's stands against it. The end of a condition follows its
        beginning, so that one is never taken without the other."""
        statement = self._statement(line)
        if statement is not None and not statement.startswith(_BEGIN) and self._open:
            begun = self._open[-1]
            return (_Verdict.TAKE if begun is _Verdict.TAKE else _Verdict.FOLLOWS), None
        rival = self._rival(line, mine)
        if rival is None:
            return _Verdict.TAKE, None
        return (_Verdict.ALREADY if _says_the_same(line, rival) else _Verdict.CONFLICT), rival

    def _remember(self, line: Line, verdict: _Verdict) -> None:
        statement = self._statement(line)
        if statement is None:
            return
        if statement.startswith(_BEGIN):
            self._open.append(verdict)
        elif statement.startswith("end") and self._open:
            self._open.pop()

    @staticmethod
    def _statement(line: Line) -> str | None:
        """The word of a tag that comes or goes as a paragraph or a row of its own."""
        change = line.change
        found = _STATEMENT.search(change.after or change.before) if change.is_tag else None
        return found[1] if found and change.sort in (Sort.ADDED, Sort.REMOVED) else None

    def _rival(self, line: Line, mine: Line | None) -> Line | None:
        """What the lawyer did to the same clause, or the clause that she has added herself."""
        if line.old is not None:
            touched = mine is None or mine.change.sort is not Sort.SAME
            only_moved = mine is not None and mine.change.sort is Sort.MOVED and not mine.change.words_changed
            return mine if touched and not (only_moved and line.change.sort is not Sort.MOVED) else None
        said = self._likeness.of(line.change.after)
        for added in self._added:
            same = _spaced(added.change.after) == _spaced(line.change.after)
            if same or (
                not line.change.is_tag and self._likeness.between(said, self._likeness.of(added.change.after)) > _LIKE
            ):
                return added
        return None

    def _make(
        self, line: Line, stands: etree._Element | None, cursor: etree._Element | None, number: int
    ) -> etree._Element | None:
        """One change made in the lawyer's file; where it stands then, or None where there is no place for it."""
        if line.change.sort is Sort.REMOVED:
            if stands is not None:
                table = next(stands.iterancestors(W + "tbl"), None) if line.table is not None else None
                self._gone.append(stands if table is None else table)
                self._touch(stands)
            return stands
        if line.new is None:
            return None
        if line.change.sort in (Sort.CHANGED, Sort.FORMATTED):
            return None if stands is None else self._replace(stands, line)
        if line.table is not None and line.table in self._copied:
            return cursor  # its table came with its first row
        made = self._insert(line, cursor, number)
        if made is not None and stands is not None:  # moved
            self._gone.append(stands)
        return made

    def _replace(self, stands: etree._Element, line: Line) -> etree._Element:
        """Her clause in the offered words; her section, her comments and her bookmarks stay."""
        made = self._copy(line.new, stands)
        section = stands.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            settings = made.find(W + "pPr")
            if settings is None:
                settings = etree.Element(W + "pPr")
                made.insert(0, settings)
            settings.append(section)
        if stands.tag == W + "p":
            first = 1 if made.find(W + "pPr") is not None else 0
            anchors = [e for e in stands if e.tag in _ANCHORS or e.find(W + "commentReference") is not None]
            for anchor in anchors:
                made.insert(first if str(anchor.tag).endswith("Start") else len(made), anchor)
        self._touch(stands)
        parent = stands.getparent()
        assert parent is not None  # noqa: S101 - no root is a paragraph
        parent.replace(stands, made)
        self._now[stands] = made
        return made

    def _insert(self, line: Line, cursor: etree._Element | None, number: int) -> etree._Element | None:
        """A new clause behind the one before it, else before the one after it."""
        new = line.new if line.table is None else line.table
        assert new is not None  # noqa: S101
        if line.table is not None:
            self._copied.add(line.table)
        for beside, add in ((cursor, _behind), (self._following(number), _before)):
            target = _level(beside, new) if beside is not None else None
            if target is None:
                continue
            if _holder(target) == _holder(new) and (new.tag != W + "tr" or target.tag == W + "tr"):
                made = self._copy(new, target)
                add(target, made)
                self._touch(made)
                return made
        return None

    def _following(self, number: int) -> etree._Element | None:
        """The next clause after a line that the lawyer's file has too."""
        for line in self.lines[number + 1 :]:
            mine = self._own_of.get(line.old) if line.old is not None else None
            if mine is not None and mine.new is not None:
                return mine.new
        return None

    def _copy(self, element: etree._Element | None, beside: etree._Element) -> etree._Element:
        assert element is not None  # noqa: S101
        return self.borrowing.copy(element, self._part(self.offered, element), self._part(self.own, beside))

    def _part(self, file: File, element: etree._Element) -> str:
        root = element.getroottree().getroot()
        return next((story.part for story in file.stories if story.container.getroottree().getroot() is root), "")

    def _touch(self, element: etree._Element) -> None:
        self.borrowing.changed.add(self._part(self.own, element))

    # What comes of it

    def packed(self) -> bytes:
        contents = {name: [content] for name, content in sorted(self.borrowing.added.items())}
        for name in sorted((self.borrowing.changed | self.own.settled) - {""}):
            tree = self.own.tree(name)
            contents[name] = [etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)]
        return self.own.package.with_parts(contents)

    def findings(self) -> list[Finding]:
        """A remark for each conflict, at its place in the file as `packed` gives it."""
        return list(self._remarks(self.conflicts))

    def _remarks(self, conflicts: Sequence[tuple[Line, Line | None, etree._Element | None]]) -> Iterator[Finding]:
        for line, rival, at in conflicts:
            change = line.change
            code = "studio.offer_changes"
            if rival is None or rival.change.sort is Sort.REMOVED:
                code = "studio.offer_adds"
            elif change.sort is Sort.REMOVED:
                code = "studio.offer_removes"
            elif not change.words_changed:
                code = "studio.offer_looks"
            elif change.sort is Sort.ADDED:
                code = "studio.offer_adds"
            quoted = change.after if change.sort is not Sort.REMOVED else change.before
            facts = {"heading": change.heading, "words": quoted[:_QUOTED] + ("…" if len(quoted) > _QUOTED else "")}
            yield Finding(code, Severity.INFORMATION, self._place(at), facts)

    def _place(self, element: etree._Element | None) -> WordPlace | None:
        """Of a paragraph, or the first of a row, as it stands now."""
        element = self._now.get(element, element) if element is not None else None
        part = self._part(self.own, element) if element is not None else ""
        if element is None or not part:
            return None
        first = element if element.tag == W + "p" else next(element.iter(W + "p"), element)
        for paragraph, place in paragraphs(part, self.own.tree(part)):
            if paragraph is first:
                return replace(place, words=words_of(first))
        return None


def _says_the_same(line: Line, rival: Line) -> bool:
    if Sort.REMOVED in (line.change.sort, rival.change.sort):
        return line.change.sort is rival.change.sort
    return line.change.words_changed and _spaced(line.change.after) == _spaced(rival.change.after)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _level(beside: etree._Element, new: etree._Element) -> etree._Element | None:
    """The element of the row of blocks that `new` would stand in: behind the last row of a table, that is the table."""
    if new.tag == W + "tr":
        return beside if beside.tag == W + "tr" else next(beside.iterancestors(W + "tr"), None)
    return beside if beside.tag != W + "tr" else next(beside.iterancestors(W + "tbl"), None)


def _holder(element: etree._Element) -> object:
    return next((holder.tag for holder in element.iterancestors(*_HOLDERS)), None)


def _behind(target: etree._Element, made: etree._Element) -> None:
    target.addnext(made)


def _before(target: etree._Element, made: etree._Element) -> None:
    target.addprevious(made)
