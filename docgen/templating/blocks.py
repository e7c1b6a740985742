"""Conditions and loops: which tag ends which, and what is unpaired or crossed. One slip is told once: what it would
make of the tags behind it is worked out as its author meant it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.errors import Finding, WordPlace
from docgen.templating import tags

_OPENED_BY = {"elif": "if", "endif": "if", "endfor": "for"}  # else goes with both
_CLOSERS = {"if": "endif", "for": "endfor"}
_MOST = 200  # faults that are worth telling


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a part, as it was meant. `place.words` is the tag as it was written."""

    word: str
    prefix: str
    place: WordPlace

    @classmethod
    def of(cls, place: WordPlace) -> Statement | None:
        said = tags.statement(place.words)
        return cls(said.word, said.prefix, place) if said else None


@dataclass(frozen=True, slots=True)
class Block:
    """An if or a for with its branches and its end, each by its number among the statements."""

    start: int
    end: int
    branches: tuple[int, ...] = ()


@dataclass
class Paired:
    blocks: list[Block] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def pair(statements: Sequence[Statement]) -> Paired:
    """if and for with their ends, and with ends of their own kind: {%tr for … %} with {%tr endfor %}."""
    pairing = _Pairing(statements)
    for number, statement in enumerate(statements):
        if len(pairing.found.findings) > _MOST:
            return pairing.found
        if statement.word in ("raw", "endraw"):  # would hide tags from every check
            pairing.tell("template.forbidden", number, what=statement.word)
        elif statement.word in _CLOSERS:
            pairing.standing.append((number, []))
        elif statement.word in ("elif", "else", "endif", "endfor", "end"):
            pairing.closed(number)
    for number, _ in pairing.standing:
        pairing.tell("template.start_without_end", number)
    return pairing.found


@dataclass
class _Pairing:
    statements: Sequence[Statement]
    standing: list[tuple[int, list[int]]] = field(default_factory=list)  # what is open, with its branches so far
    found: Paired = field(default_factory=Paired)

    def tell(self, code: str, number: int, **facts: str) -> None:
        place = self.statements[number].place
        self.found.findings.append(Finding(code, place=place, facts={"tag": place.words, **facts}))

    def closed(self, number: int) -> None:
        """What a branch or an end belongs to."""
        statement = self.statements[number]
        depth = self._opened(number)
        if depth is None:
            self._without_start(number)
            return
        ends = statement.word.startswith("end")
        if ends and (above := self.standing[depth + 1 :]):
            self._between(number, depth, above)
        start, branches = self.standing[depth]
        opener = self.statements[start]
        if opener.prefix != statement.prefix:
            self.tell("template.kinds_differ", number, start=opener.place.words)
        if ends:
            del self.standing[depth]
            self.found.blocks.append(Block(start, number, tuple(branches)))
        else:
            branches.append(number)

    def _opened(self, number: int) -> int | None:
        """How deep among the open ones that stands which this statement is about: the innermost of its kind, unless
        that has an end of its own still to come, and one further out is of the same letter."""
        statement = self.statements[number]
        wanted = _OPENED_BY.get(statement.word)
        fitting = [
            depth
            for depth in reversed(range(len(self.standing)))
            if wanted is None or self.statements[self.standing[depth][0]].word == wanted
        ]
        if not fitting:
            return None
        if not statement.word.startswith("end") and fitting[0] != len(self.standing) - 1:
            return None  # a branch of something that is not the innermost
        innermost = fitting[0]
        if self._prefix(innermost) == statement.prefix:
            return innermost
        for depth in fitting[1:]:
            forgotten = not any(self._comes_to_an_end(above, number) for above, _ in self.standing[depth + 1 :])
            if self._prefix(depth) == statement.prefix and forgotten:
                return depth
        return innermost

    def _prefix(self, depth: int) -> str:
        return self.statements[self.standing[depth][0]].prefix

    def _between(self, number: int, depth: int, above: Sequence[tuple[int, list[int]]]) -> None:
        """What was opened later and is still open where its outer one ends: crossed, or never ended."""
        crossed = [start for start, _ in above if self._comes_to_an_end(start, number, any_prefix=True)]
        for start, _ in above:
            if start not in crossed:
                self.tell("template.start_without_end", start)
        if crossed:
            outer, inner = self.standing[depth][0], crossed[-1]
            words = (self.statements[each].place.words for each in (outer, inner))
            self.tell("template.crossed", number, **dict(zip(("start", "inner"), words, strict=True)))
        self.standing[depth + 1 :] = [one for one in above if one[0] in crossed]

    def _comes_to_an_end(self, start: int, after: int, *, any_prefix: bool = False) -> bool:
        """Whether an end for this one still follows."""
        opener, open_ones = self.statements[start], 0
        for statement in self.statements[after + 1 :]:
            if not any_prefix and statement.prefix != opener.prefix:
                continue
            if statement.word == opener.word:
                open_ones += 1
            elif statement.word == _CLOSERS[opener.word]:
                if not open_ones:
                    return True
                open_ones -= 1
        return False

    def _without_start(self, number: int) -> None:
        """An end of nothing; it was meant for what stands open where that would not be ended otherwise."""
        statement = self.statements[number]
        if self.standing and statement.word.startswith("end"):
            start, branches = self.standing[-1]
            if not self._comes_to_an_end(start, number, any_prefix=True):
                self.tell("template.end_without_start", number, start=self.statements[start].place.words)
                self.standing.pop()
                self.found.blocks.append(Block(start, number, tuple(branches)))
                return
        self.tell("template.end_without_start", number)


def statements_of(places: Sequence[WordPlace]) -> Iterator[Statement]:
    """The statements among the tags of a part."""
    for place in places:
        if statement := Statement.of(place):
            yield statement
