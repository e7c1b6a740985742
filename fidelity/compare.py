"""Two proofs of one Word file, sign by sign: what is missing, which lines break elsewhere, how far a line has moved.

Theirs is the measure. The signs of both are matched first — painted in the same order but for headers, notes and what
floats, which each program paints when it likes — and all that is told follows from the pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from fidelity.proofs import Proof, Sign, breaks_between

MM = 72 / 25.4
#: A line that has moved by less looks the same; millimetres.
UNSEEN = 0.5
#: Fewer signs than this are no words: they are found anywhere.
_WORDS = 4
_HANGING = frozenset("，。、；：！？")
#: Points; what runs on each page stands at one place.
_NEAR = 8.0

#: The first sign of a line and the one after its last.
Span = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """A line of theirs and what became of it. `page` from 0; `ours`: the same words in our lines, broken with "/".

    shift: millimetres from theirs to ours, of its first sign or its last; 0 for a line on another page.
    by_a_hair: like theirs on a page smaller by a hair alone (`Comparison.or_by_a_hair`).
    """

    text: str
    page: int
    place: tuple[float, float]
    our_page: int | None
    our_place: tuple[float, float] | None
    same_break: bool
    ours: str = ""
    shift: float = 0.0
    by_a_hair: bool = False

    @property
    def same_page(self) -> bool:
        return self.our_page == self.page

    @property
    def alike(self) -> bool:
        return self.same_page and self.same_break


@dataclass(frozen=True)
class Comparison:
    """missing and extra: what theirs says and ours does not, and the other way, in stretches.

    lost: commas and full stops that hang over the end of a line; LibreOffice leaves some of them out.
    """

    our_pages: int
    their_pages: int
    signs: int
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    lost: int = 0

    @property
    def same_pages(self) -> bool:
        return self.our_pages == self.their_pages

    @property
    def whole_text(self) -> bool:
        return not self.missing and not self.extra

    @property
    def text(self) -> float:
        """The share of their signs that ours has."""
        return 1 - sum(map(len, self.missing)) / self.signs if self.signs else 1.0

    @property
    def on_same_page(self) -> int:
        return sum(line.same_page for line in self.lines)

    @property
    def broken_elsewhere(self) -> list[Line]:
        return [line for line in self.lines if not line.same_break]

    @property
    def most_moved(self) -> Line | None:
        return max(self.lines, key=lambda line: line.shift, default=None)

    @property
    def shift(self) -> float:
        return self.most_moved.shift if self.most_moved else 0.0

    @property
    def identical(self) -> bool:
        """Same pages, same text, same lines on the same pages."""
        return self.same_pages and self.whole_text and all(line.alike for line in self.lines)

    @property
    def by_a_hair(self) -> int:
        return sum(line.by_a_hair for line in self.lines)

    def or_by_a_hair(self, smaller: Comparison) -> Comparison:
        """With every line that differs here and does not where our page was smaller by a hair.

        LibreOffice rounds the width of each stretch of text, and the height of each line and row, to a twentieth of a
        point: a line or a page that is full to a hair ends in one program where it does not in the other.
        """
        lines = [
            line if line.alike or not other.alike else replace(other, by_a_hair=True)
            for line, other in zip(self.lines, smaller.lines, strict=True)
        ]
        best = smaller if smaller.same_pages and not self.same_pages else self
        return replace(best, lines=lines)


def compare(ours: Proof, theirs: Proof) -> Comparison:
    pairs = matched(ours.signs, theirs.signs)
    back = {there: here for here, there in pairs.items()}
    missing = list(_stretches(theirs.signs, back))
    extra = list(_stretches(ours.signs, pairs))
    if ours.pages != theirs.pages:
        # Headers and heads of tables are then repeated more or less often: nobody misses them.
        ours_says, theirs_says = (("".join(sign.text for sign in signs)) for signs in (ours.signs, theirs.signs))
        missing = [words for words in missing if words not in ours_says]
        extra = [words for words in extra if words not in theirs_says]
    lines = [_line(ours.signs, theirs.signs, back, start, end) for start, end in _lines(theirs.signs)]
    said = [words for words in extra if words not in _HANGING]
    return Comparison(ours.pages, theirs.pages, len(theirs.signs), missing, said, lines, len(extra) - len(said))


# Matching


def matched(ours: Sequence[Sign], theirs: Sequence[Sign]) -> dict[int, int]:
    """Index in ours → index in theirs of what is the same sign: by lines, then within them, then what was moved."""
    pairs: dict[int, int] = {}
    here, there = list(_lines(ours)), list(_lines(theirs))
    _match_running(ours, theirs, here, there, pairs)
    long_here, long_there = (
        [line for line in lines if line[0] not in done and line[1] - line[0] >= _WORDS]
        for lines, done in ((here, pairs), (there, set(pairs.values())))
    )
    words = [_words(ours, *line) for line in long_here], [_words(theirs, *line) for line in long_there]
    for kind, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if kind == "equal":
            for (start, end), (other, _) in zip(long_here[a:b], long_there[c:d], strict=True):
                pairs.update(zip(range(start, end), range(other, other + end - start), strict=True))
    _match_near(ours, theirs, pairs, [at for start, end in there if end - start < _WORDS for at in range(start, end)])
    # Words first, then signs; on their page first, then wherever they went.
    for least in (_WORDS, 1):
        for pages in (sorted({sign.page for sign in theirs}), [None]):
            for page in pages:
                _match_rest(ours, theirs, pairs, page, least)
    return pairs


def _match_running(
    ours: Sequence[Sign], theirs: Sequence[Sign], here: Sequence[Span], there: Sequence[Span], pairs: dict[int, int]
) -> None:
    """Match lines that stand at one place on several pages, such as headers, each with that of its page."""
    often = Counter(words for words, _ in {(_words(theirs, *line), theirs[line[0]].page) for line in there})
    places: dict[tuple[int, str], list[Span]] = {}
    for line in here:
        places.setdefault((ours[line[0]].page, _words(ours, *line)), []).append(line)
    for start, end in there:
        words, first = _words(theirs, start, end), theirs[start]
        for other, stop in places.get((first.page, words), ()) if often[words] > 1 else ():
            if math.hypot(ours[other].x - first.x, ours[other].y - first.y) < _NEAR and other not in pairs:
                pairs.update(zip(range(other, stop), range(start, end), strict=True))
                break


def _match_rest(
    ours: Sequence[Sign], theirs: Sequence[Sign], pairs: dict[int, int], page: int | None, least: int
) -> None:
    """Match what is left on a page, or anywhere, in stretches of `least` signs and more, until nothing is found."""
    while True:
        here, there = _left(ours, pairs, page), _left(theirs, set(pairs.values()), page)
        found = dict(_stretches_alike(ours, theirs, here, there, least))
        if not found:
            return
        pairs.update(found)


def _match_near(ours: Sequence[Sign], theirs: Sequence[Sign], pairs: dict[int, int], alone: Sequence[int]) -> None:
    """Match signs of theirs that stand alone, as those of another font do, each with the like one that is nearest."""
    left: dict[tuple[int, str], list[int]] = {}
    for at in _left(ours, pairs, None):
        left.setdefault((ours[at].page, ours[at].text), []).append(at)
    done = set(pairs.values())
    for at in alone:
        if at in done:
            continue
        sign = theirs[at]
        alike = left.get((sign.page, sign.text), [])
        nearest = min(alike, key=lambda here: math.hypot(ours[here].x - sign.x, ours[here].y - sign.y), default=None)
        if nearest is not None and math.hypot(ours[nearest].x - sign.x, ours[nearest].y - sign.y) < _NEAR:
            pairs[nearest] = at
            alike.remove(nearest)


def _stretches_alike(
    ours: Sequence[Sign], theirs: Sequence[Sign], here: Sequence[int], there: Sequence[int], least: int
) -> Iterator[tuple[int, int]]:
    if here and there:
        matcher = SequenceMatcher(None, [ours[n].text for n in here], [theirs[n].text for n in there], autojunk=False)
        for block in matcher.get_matching_blocks():
            if block.size >= least:
                yield from ((here[block.a + step], there[block.b + step]) for step in range(block.size))


def _left(signs: Sequence[Sign], done: Collection[int], page: int | None) -> list[int]:
    return [n for n, sign in enumerate(signs) if n not in done and page in (None, sign.page)]


# Lines


def _lines(signs: Sequence[Sign]) -> Iterator[Span]:
    """(start, end) of each line, in the order of painting; words with a wide gap between, as in cells, are apart."""
    start = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or breaks_between(signs[at - 1], signs[at]) or _apart_on_line(signs[at - 1], signs[at]):
            yield start, at
            start = at


def _apart_on_line(one: Sign, other: Sign) -> bool:
    """Whether two signs of one base line belong to different cells, or have a tab between them."""
    return not -one.size < other.x - one.x < 3 * one.size


def _words(signs: Sequence[Sign], start: int, end: int) -> str:
    return "".join(sign.text for sign in signs[start:end])


def _line(ours: Sequence[Sign], theirs: Sequence[Sign], back: dict[int, int], start: int, end: int) -> Line:
    """A line of theirs. It breaks as ours where all its signs stand on one line of ours, and neither the sign before it
    nor the one after it does."""
    words, first = _words(theirs, start, end), theirs[start]
    known = [back[at] for at in range(start, end) if at in back]
    if not known:
        return Line(words, first.page, (first.x, first.y), None, None, same_break=False)
    pages = [ours[at].page for at in known]
    page = max(set(pages), key=pages.count)
    whole = len(known) == end - start
    broken = any(breaks_between(ours[one], ours[two]) for one, two in pairwise(known))
    goes_on = any(
        not breaks_between(ours[back[one]], ours[back[two]])
        for one, two in ((start - 1, start), (end - 1, end))
        if one in back and two in back and breaks_between(theirs[one], theirs[two])
    )
    leading = ours[known[0]]
    ends = (
        ((start, back.get(start)), (end - 1, back.get(end - 1))) if page == first.page and whole and not broken else ()
    )
    shift = max((_apart(theirs[at], ours[there]) for at, there in ends if there is not None), default=0.0)
    shown = "".join(
        ("/" if n and breaks_between(ours[known[n - 1]], ours[at]) else "") + ours[at].text
        for n, at in enumerate(known)
    )
    return Line(
        words,
        first.page,
        (first.x, first.y),
        page,
        (leading.x, leading.y),
        whole and not broken and not goes_on,
        shown,
        shift,
    )


def _apart(one: Sign, other: Sign) -> float:
    return math.hypot(other.x - one.x, other.y - one.y) / MM


def _stretches(signs: Sequence[Sign], pairs: dict[int, int]) -> Iterator[str]:
    """What has no counterpart, as stretches of text."""
    words, last = "", -2
    for at, sign in enumerate(signs):
        if at in pairs:
            continue
        if at != last + 1 and words:
            yield words
            words = ""
        words, last = words + sign.text, at
    if words:
        yield words
