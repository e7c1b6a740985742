"""What editing has left in a template: tags with formatting of their own inside, tracked changes and comments within
tags, languages that are not those of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.letters.request import Language
from docgen.studio.checking.parts import TAKEN_OUT, Paragraph
from docgen.templating.places import W, texts

# Of a run's properties, those that nobody sees on the page.
_UNSEEN = frozenset({W + name for name in ("lang", "noProof", "rPrChange", "kern", "webHidden")})
_COMMENTED = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
_TRACKED = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
_HAN = re.compile("[\u4e00-\u9fff]")
# All of these begin at the start of a word and go no further than a page: a text may be made to keep them busy.
_SENTENCE = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,}(?:[\s,.’'-]+[A-Za-z]+){2,}")  # words, not a name or a number
_SEVERAL_HAN = re.compile("[\u4e00-\u9fff]{6,}")
_BODY = re.compile("公司|事务所|法院|银行|集团|委员会|仲裁院")  # a name, which has no other language
_SMALL = re.compile(r"\b[a-z]{2,}")  # of a sentence; names are written large
_SEVERAL_WORDS = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,}(?:[\s,;.’'-]+[A-Za-z]+){4,}")
_QUOTED = re.compile(
    '《[^》]{0,200}》|“[^”]{0,2000}”|「[^」]{0,2000}」|"[^"]{0,2000}"|（[^）]{0,2000}）|\\([^)]{0,2000}\\)'
)
_OF_THE_MAINLAND = frozenset({"zh", "zh-cn", "zh-sg", "zh-hans", "zh-hans-cn"})
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


def languages(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Finding]:
    """Words that are marked as of another language, or are of another one than the letter; once for each paragraph."""
    for paragraph in paragraphs:
        for run, start, end in _runs(paragraph.element):
            lang = run.find(f"{W}rPr/{W}lang")
            words = paragraph.bare[start:end].replace(TAKEN_OUT, "")
            marked = _marked(words, lang.get(W + "val", ""), lang.get(W + "eastAsia", "")) if lang is not None else ""
            if marked:
                place = paragraph.at(start, end)
                stands = {
                    "stands_zh": f"标为另一语言（{marked}）",
                    "stands_en": f"marked as of another language ({marked})",
                }
                yield _of_language(words, place, stands | {"marked": marked})
                break
        else:
            if stands := _strange(paragraph.bare.replace(TAKEN_OUT, " "), language):
                yield _of_language(paragraph.bare, paragraph.at(0, len(paragraph.words)), stands)


def _of_language(words: str, place: WordPlace, facts: dict[str, str]) -> Finding:
    zh, en = ("中文", "Chinese") if _HAN.search(words) else ("英文", "English")
    shown = words.replace(TAKEN_OUT, "").strip()[:40]
    return Finding("studio.language", Severity.INFORMATION, place, {"words": shown, "is_zh": zh, "is_en": en, **facts})


def _marked(words: str, latin: str, eastern: str) -> str:
    """What words are marked as, where they are something else. Word looks up ideographs by `eastAsia` and all other
    letters by `val` (ECMA-376 part 1, 17.3.2.20): hyphenation, spelling, and the forms of ideographs go by them."""
    if _HAN.search(words):
        if eastern and eastern.lower() not in _OF_THE_MAINLAND:
            return eastern
        plain = not eastern and not latin.lower().startswith("zh") and not _LETTERS.search(words)
        return latin if plain else ""
    return latin if _SENTENCE.search(words) and not latin.lower().startswith("en") else ""


def _strange(words: str, language: Language) -> dict[str, str]:
    """What words stand in that are of the other language; names, short terms and what is quoted are at home in both."""
    words = _QUOTED.sub(" ", words)
    if language is Language.EN and any(not _BODY.search(found[0]) for found in _SEVERAL_HAN.finditer(words)):
        return {"stands_zh": "出现在英文函件中", "stands_en": "in an English letter"}
    if language is Language.ZH and any(len(_SMALL.findall(found[0])) > 1 for found in _SEVERAL_WORDS.finditer(words)):
        return {"stands_zh": "出现在中文函件中", "stands_en": "in a Chinese letter"}
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
