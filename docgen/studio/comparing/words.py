"""Which words differ, as a person would mark it: whole words, whole numbers, whole tags, and no crumbs in between."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from docgen.studio.comparing.comparison import Mark, Run

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_HAN}]"
_NUMERAL = "〇零一二三四五六七八九十百千万亿两"
#: A tag. No search goes far: in a file that is made to harm, thousands may open and none close.
TAG = r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#(?:(?!#\}).){0,200}#\}"
_WORD = re.compile(
    rf"{TAG}"
    rf"|第[{_NUMERAL}\d]+[条款项章节编号期页]"  # 第五百七十九条
    r"|[0-9０-９]+(?:[.,:/\-．，：][0-9０-９]+)*[%％‰]?"  # 1,234.50, 2026-11-22, 15.4%
    rf"|[{_NUMERAL}]{{2,}}"
    rf"|{_LETTER}+(?:['’\-]{_LETTER}+)*"  # Latin, Cyrillic …; an ideograph is a word of its own
    r"|[ \t\u00a0\u3000]+|.",
    re.DOTALL,
)
_SOLID = re.compile(r"\{[{%#]|[0-9０-９]|.第")  # equal, such a word is worth keeping by itself
_BLANK = re.compile(r"\W*", re.DOTALL)
_SENTENCE = re.compile(r"[。；;!?！？\n]|\.\s*$")
_LONG = 600  # words; beyond, sentences are compared first
_CRUMB = 1  # words that are equal between two changes and do not interrupt them
_SMALL = 3  # … nor these, where both changes are longer


def words(text: str) -> list[str]:
    """A text cut into what is never cut again; joined they are the text."""
    return _WORD.findall(text)


class Edit(NamedTuple):
    """old[i1:i2] became new[j1:j2]; equal where `is_same`."""

    is_same: bool
    i1: int
    i2: int
    j1: int
    j2: int


def edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """How one row of words becomes the other, same and changed in turn."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = _differences(old[start : len(old) - end], new[start : len(new) - end])
    found = [Edit(True, 0, start, 0, start)] if start else []
    found += [Edit(e.is_same, e.i1 + start, e.i2 + start, e.j1 + start, e.j2 + start) for e in middle]
    if end:
        found.append(Edit(True, len(old) - end, len(old), len(new) - end, len(new)))
    return _without_crumbs(old, found)


def runs(old: str, new: str) -> tuple[Run, ...]:
    """Both texts as one, marked."""
    before, after = words(old), words(new)
    found: list[Run] = []
    for edit in edits(before, after):
        if edit.is_same:
            found.append(Run("".join(after[edit.j1 : edit.j2]), Mark.SAME))
            continue
        if edit.i2 > edit.i1:
            found.append(Run("".join(before[edit.i1 : edit.i2]), Mark.DELETED))
        if edit.j2 > edit.j1:
            found.append(Run("".join(after[edit.j1 : edit.j2]), Mark.INSERTED))
    return tuple(found)


def _differences(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    if not old or not new:
        return [Edit(False, 0, len(old), 0, len(new))] if old or new else []
    if len(old) > _LONG or len(new) > _LONG:
        return _by_sentence(old, new)
    return _matched(old, new)


def _matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Edit(tag == "equal", *span) for tag, *span in codes]


def _by_sentence(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """Of long texts first the sentences, then the words of those that differ: words alone take the square of them."""
    before, after = _sentences(old), _sentences(new)
    i_at, j_at = _starts(before), _starts(after)
    found: list[Edit] = []
    for edit in _matched(before, after):
        i1, i2, j1, j2 = i_at[edit.i1], i_at[edit.i2], j_at[edit.j1], j_at[edit.j2]
        if edit.is_same or i1 == i2 or j1 == j2 or (i2 - i1) * (j2 - j1) > _LONG * _LONG:
            found.append(Edit(edit.is_same, i1, i2, j1, j2))
        else:
            found += (
                Edit(e.is_same, e.i1 + i1, e.i2 + i1, e.j1 + j1, e.j2 + j1) for e in _matched(old[i1:i2], new[j1:j2])
            )
    return found


def _sentences(row: Sequence[Hashable]) -> list[tuple[Hashable, ...]]:
    found: list[tuple[Hashable, ...]] = []
    start = 0
    for at, word in enumerate(row, 1):
        if isinstance(word, str) and _SENTENCE.fullmatch(word):
            found.append(tuple(row[start:at]))
            start = at
    return [*found, tuple(row[start:])] if start < len(row) else found


def _starts(sentences: list[tuple[Hashable, ...]]) -> list[int]:
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence))
    return starts


def _without_crumbs(old: Sequence[Hashable], found: list[Edit]) -> list[Edit]:
    """Few equal words between two changes are no reprieve: "逾期[期]付款" is read with difficulty, and says nothing."""
    joined: list[Edit] = []
    for at, edit in enumerate(found):
        between = edit.is_same and 0 < at < len(found) - 1
        is_same = edit.is_same and not (between and _is_crumb(old[edit.i1 : edit.i2], joined[-1], found[at + 1]))
        if joined and joined[-1].is_same == is_same:
            joined[-1] = joined[-1]._replace(i2=edit.i2, j2=edit.j2)
        else:
            joined.append(edit._replace(is_same=is_same))
    return joined


def _is_crumb(same: Sequence[Hashable], before: Edit, after: Edit) -> bool:
    if any(not isinstance(word, str) or _SOLID.match(word) for word in same):
        return False
    weight = sum(1 for word in same if isinstance(word, str) and not _BLANK.fullmatch(word))
    if weight <= _CRUMB and not any(isinstance(word, str) and _SENTENCE.fullmatch(word) for word in same):
        return True
    sizes = [max(edit.i2 - edit.i1, edit.j2 - edit.j1) for edit in (before, after)]
    return (
        weight <= _SMALL
        and min(sizes) > 2 * max(weight, 1)
        and all(e.i2 > e.i1 and e.j2 > e.j1 for e in (before, after))
    )
