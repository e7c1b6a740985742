"""A text as it is read: paragraphs, sentences, and within them the words of others.

Characters are counted as Python counts them, by code points, within their paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.errors import TextPlace

_LINE = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# A sentence ends with its mark and the quotation marks and brackets behind it; a point ends one where a blank follows.
_END = re.compile(r"[。；！？!?;]+[”’」』）)\"']*|\.[”’\"')]*(?=\s|$)")
_NO_END = re.compile(
    r"(?:\b(?:No|Nos|Art|Arts|Art|Co|Ltd|Inc|Corp|Mr|Mrs|Ms|Dr|St|Tel|Ref|Re|para|paras|cf|e\.g|i\.e|etc|v|p\.a|"
    r"[A-Z])|^\s*\(?\d{1,3}\)?)$",
    re.IGNORECASE,
)
MOST = 600  # characters of a sentence; what runs on without any mark is cut

# What somebody else said, or what a contract or a law says: in quotation marks after a word that tells so.
_OTHERS_ZH = (
    r"(?:约定|规定|载明|写明|明确|注明|内容为|原文|称|答复|表示|来函|复函|回函|声称|主张|提出|回复|写道|指出|要求|"
    r"申明|条款|第[\d一二三四五六七八九十百千零]+[条款项])"
    r"(?:如下|的)?[^。；“”「」\"]{0,8}[:：,，]?$"
)
_OTHERS_EN = (
    r"\b(?:provides?|states?|stated|reads?|says?|said|wrote|writes|repl(?:y|ied|ies)|claim(?:s|ed)?|alleg(?:es|ed)|"
    r"ask(?:s|ed)?|request(?:s|ed)?|terms?|clause|Article)\b[^.;\"“”]{0,24}[:,]?\s*$"
)
_OTHERS = re.compile(f"{_OTHERS_ZH}|{_OTHERS_EN}", re.IGNORECASE)
_QUOTED = re.compile('“[^“”]{1,600}”|「[^「」]{1,600}」|"[^"]{1,600}"')
_OURS = re.compile(r"(?:我[司方们]?|本公司|本司|本单位|敝司|委托人|\b(?:we|our|I)\b)[^，。；,.;]{0,8}$", re.IGNORECASE)
_BEFORE = 40  # characters before a quotation in which its introduction stands


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text; empty ones count, so that numbers are those of an editor."""
    return tuple(_LINE.split(text))


def wordless(text: str | Sequence[str]) -> bool:
    """Whether no letter, sign or figure stands in it: blanks, stops and what nobody can see are no words."""
    return not any(character.isalnum() for paragraph in text for character in paragraph)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph with its number, counted from one."""

    number: int
    text: str

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Each sentence, from and to before; none is longer than `MOST`."""
        return tuple(_cut(self.text))

    @cached_property
    def others(self) -> Sequence[tuple[int, int]]:
        """What is quoted from a contract, a law or the other side."""
        return tuple(
            match.span()
            for match in _QUOTED.finditer(self.text)
            for before in (self.text[max(match.start() - _BEFORE, 0) : match.start()],)
            if (said := _OTHERS.search(before)) and not _OURS.search(before[: said.start()])
        )

    def quotes(self, start: int, end: int) -> bool:
        """Whether these characters stand in the words of somebody else."""
        at = bisect_right(self.others, (start, len(self.text))) - 1
        return at >= 0 and end <= self.others[at][1]

    def sentence(self, start: int) -> tuple[int, int]:
        """The sentence in which a character stands."""
        at = bisect_right(self.sentences, (start, len(self.text))) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.text))

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The same characters with the rest of the Latin words that they begin or end in."""
        while start and _is_latin(self.text[start]) and _is_latin(self.text[start - 1]):
            start -= 1
        while end < len(self.text) and _is_latin(self.text[end - 1]) and _is_latin(self.text[end]):
            end += 1
        return start, end

    def place(self, start: int, end: int) -> TextPlace:
        begins, stops = self.sentence(start)
        said = self.text[begins : max(stops, end)].strip()
        return TextPlace(self.number, start, end, self.text[start:end], said if len(said) <= MOST else said[:MOST])


def read(text: str | Sequence[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, or those that somebody else has parted. A line break within one is a blank."""
    parts = paragraphs(text) if isinstance(text, str) else [_LINE.sub(_blank, part) for part in text]
    return tuple(Paragraph(number, part) for number, part in enumerate(parts, start=1))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "." and _NO_END.search(text[max(match.start() - 12, start) : match.start()]):
            continue
        yield from _bounded(start, match.end())
        start = match.end()
    if start < len(text):
        yield from _bounded(start, len(text))


def _bounded(start: int, end: int) -> Iterator[tuple[int, int]]:
    for begin in range(start, end, MOST):
        yield begin, min(begin + MOST, end)
