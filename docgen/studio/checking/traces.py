"""What editing has left in a template: tags with formatting of their own inside, tracked changes and comments within
tags, languages that are not those of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from docgen.errors import Finding, Severity
from docgen.studio.checking.parts import TAKEN_OUT, Paragraph
from docgen.templating.places import W, texts

# Of a run's properties, those that nobody sees on the page.
_UNSEEN = frozenset({W + name for name in ("lang", "noProof", "rPrChange", "kern", "webHidden")})
_COMMENTED = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
_TRACKED = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}(?:[\s,.’'-]+[A-Za-z]+){2,}")  # words, not a name or a number
_LETTERS = re.compile("[A-Za-z]")


def traces(paragraph: Paragraph) -> Iterator[Finding]:
    """What is to be told of the tags of a paragraph."""
    if not paragraph.spans:
        return
    runs = list(_runs(paragraph.element))
    for span in paragraph.spans:
        within = [element for element, start, end in runs if start < span.end and end > span.start]
        if not within:
            continue
        place = paragraph.at(span.start, span.end)
        facts = {"tag": place.words}
        if place.words.startswith("{{") and len({_look(element) for element in within}) > 1:
            yield Finding("studio.formatting_lost", Severity.INFORMATION, place, facts)
        inside = list(_between(paragraph.element, within))
        if _is_tracked(within) or any(element.tag in _TRACKED for element in inside):
            yield Finding("studio.tracked_in_tag", Severity.WARNING, place, facts)
        if any(element.tag in _COMMENTED for element in inside):
            yield Finding("studio.comment_in_tag", Severity.WARNING, place, facts)


def languages(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Words that are marked as of another language, once for each paragraph."""
    for paragraph in paragraphs:
        for run, start, end in _runs(paragraph.element):
            lang = run.find(f"{W}rPr/{W}lang")
            if lang is None:
                continue
            words = paragraph.bare[start:end].replace(TAKEN_OUT, "")
            if found := _wrong(words, lang.get(W + "val", ""), lang.get(W + "eastAsia", "")):
                place = paragraph.at(start, end)
                yield Finding("studio.language", Severity.INFORMATION, place, {"words": words.strip()[:40], **found})
                break


def _wrong(words: str, latin: str, eastern: str) -> dict[str, str]:
    """What words are marked as, where they are something else. Word looks up ideographs by `eastAsia` and all other
    letters by `val` (ECMA-376 part 1, 17.3.2.20): hyphenation, spelling, and the forms of ideographs go by them."""
    if _HAN.search(words):
        if eastern and not eastern.lower().startswith("zh"):
            return {"marked": eastern, "is_zh": "中文", "is_en": "Chinese"}
        if latin and not eastern and not latin.lower().startswith("zh") and not _LETTERS.search(words):
            return {"marked": latin, "is_zh": "中文", "is_en": "Chinese"}
    elif _LATIN.search(words) and latin and not latin.lower().startswith("en"):
        return {"marked": latin, "is_zh": "英文", "is_en": "English"}
    return {}


def _runs(paragraph: etree._Element) -> Iterator[tuple[etree._Element, int, int]]:
    """Each run that has words, with its characters."""
    position = 0
    for text in texts(paragraph):
        run = text.getparent()
        end = position + len(text.text or "")
        if run is not None and end > position:
            yield run, position, end
        position = end


def _look(run: etree._Element) -> bytes:
    """How a run looks: its properties but for those that nobody sees."""
    properties = run.find(W + "rPr")
    if properties is None:
        return b""
    seen = (element for element in properties if element.tag not in _UNSEEN)
    return b"".join(sorted(b for b in (_bytes(element) for element in seen) if b))


def _bytes(element: etree._Element) -> bytes:
    if element.tag == W + "rFonts":  # the hint alone chooses no font for Latin letters
        fonts = {key: value for key, value in element.attrib.items() if key != W + "hint"}
        return repr(sorted(fonts.items())).encode() if fonts else b""
    return element.tag.encode() + repr(sorted(element.attrib.items())).encode()


def _is_tracked(runs: Sequence[etree._Element]) -> bool:
    """Whether a part of a tag was put in by a tracked change; a tag that was put in whole is as good as any."""
    tracked = [next(run.iterancestors(W + "ins", W + "moveTo"), None) is not None for run in runs]
    return any(tracked) and not all(tracked)


def _between(paragraph: etree._Element, runs: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """The elements between the first of these runs and the last."""
    if len(runs) < 2:
        if runs:
            yield from runs[0].iter(*_COMMENTED)
        return
    first, last = runs[0], runs[-1]
    inside = False
    for element in paragraph.iter(etree.Element):
        if element is last:
            return
        if inside:
            yield element
        if element is first:
            inside = True
