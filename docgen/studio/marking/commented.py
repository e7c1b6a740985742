"""The lawyer's own Word file with a comment at each finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.letters.request import Language
from docgen.messages.places import place_in_words
from docgen.studio.marking.comments import Comments, Line
from docgen.studio.marking.highlights import Highlights
from docgen.studio.marking.opened import Opened, W
from docgen.studio.marking.runs import all_runs, cut
from docgen.studio.marking.spots import Spot, Spots
from docgen.studio.marking.taking_out import take_out


@dataclass(frozen=True, slots=True)
class Said:
    """sentence: what is wrong. remedy: what to do, or "". label: the number in the list of findings, "1", "2" …"""

    sentence: str
    remedy: str
    label: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    severities: dict[Severity, str]
    head: str
    colon: str
    highlighted: str
    elsewhere: str
    whole: str
    unnamed: str


_PHRASES = {
    Language.ZH: _Phrases(
        {
            Severity.FAULT: "错误",
            Severity.BAR: "错误",
            Severity.WARNING: "提示",
            Severity.INFORMATION: "说明",
        },
        head="【{label}】{severity}：",
        colon="：",
        highlighted="所指之处不能加批注，已用黄色突出显示：",
        elsewhere="所指之处不在正文中：",
        whole="本条针对整个文件。",
        unnamed="文件的其他部分（{part}）",
    ),
    Language.EN: _Phrases(
        {
            Severity.FAULT: "Fault",
            Severity.BAR: "Fault",
            Severity.WARNING: "Warning",
            Severity.INFORMATION: "Note",
        },
        head="[{label}] {severity}: ",
        colon=": ",
        highlighted="Word takes no comments where this is; the words are highlighted in yellow there: ",
        elsewhere="This is not in the text itself: ",
        whole="This is about the file as a whole.",
        unnamed="another part of the file ({part})",
    ),
}


def marked(word_file: bytes, findings: Sequence[Finding], say: Callable[[Finding], Said], language: Language) -> bytes:
    """The same Word file with a comment at each finding: around its words, else around its paragraph.

    Where Word takes no comments — headers, footers, notes, text boxes — the words are highlighted, and the comment says
    where: at the first paragraph of the section, or where the note is called. What is in no paragraph is told at the
    first one. What an earlier marking left in the file is taken out first. All other parts of the file keep their
    bytes; the same findings give the same bytes.
    Raises HostileFile for what `open_package` refuses.
    """
    if not findings:
        return word_file
    opened = Opened(word_file)
    take_out(opened)
    spots = Spots(opened)
    found = [(finding, spots.find(finding)) for finding in findings]
    comments, highlights = Comments(opened, language), Highlights(opened)
    for finding, spot in found:
        said, phrases = say(finding), _PHRASES[language]
        lines = [
            Line(
                phrases.head.format(label=said.label, severity=phrases.severities[finding.severity]),
                _without_place(said.sentence, finding, language),
            )
        ]
        if said.remedy:
            lines.append(Line(plain=said.remedy))
        if spot is None:
            lines.append(Line(plain=_nowhere(finding, phrases, language)))
            comments.add(spots.first(), (), lines)
        elif spot.in_body:
            comments.add(spot.paragraph, _runs(spot), lines)
        else:
            for copy in filter(None, (spot, spots.twin(spot))):
                highlights.add(spot.part, _runs(copy) or all_runs(copy.paragraph))
            lines.append(Line(plain=phrases.highlighted + _where(finding, spot, language)))
            paragraph, call = spots.home(spot)
            comments.add(paragraph, () if call is None else (call,), lines)
    return opened.write()


def unmarked(word_file: bytes) -> bytes:
    """The Word file without what `marked` has put into it: the very file where it has put nothing. What a lawyer sends
    back after mending it is read as if it had never been marked; her own comments stay.
    Raises HostileFile for what `open_package` refuses.
    """
    opened = Opened(word_file)
    take_out(opened)
    return opened.write()


def _runs(spot: Spot) -> list[etree._Element]:
    return [] if spot.is_whole else cut(spot.paragraph, spot.start, spot.end)


def _without_place(sentence: str, finding: Finding, language: Language) -> str:
    """A comment stands at its place and need not tell it."""
    if not isinstance(finding.place, WordPlace):
        return sentence
    return sentence.removeprefix(place_in_words(finding.place, language))


_BOXES = {Language.ZH: "文本框", Language.EN: "text box"}


def _where(finding: Finding, spot: Spot, language: Language) -> str:
    is_told = isinstance(finding.place, WordPlace) and finding.place.in_box
    in_box = not is_told and next(spot.paragraph.iterancestors(W + "txbxContent"), None) is not None
    separator = "，" if language is Language.ZH else ", "
    return separator.join(filter(None, (_BOXES[language] if in_box else "", _written(finding, language))))


def _written(finding: Finding, language: Language) -> str:
    place = finding.place
    return place_in_words(place, language).rstrip("：: ") if isinstance(place, WordPlace) else ""


def _nowhere(finding: Finding, phrases: _Phrases, language: Language) -> str:
    place = finding.place
    if not isinstance(place, WordPlace) or not (place.part or place.words):
        return phrases.whole
    return phrases.elsewhere + (_written(finding, language) or phrases.unnamed.format(part=place.part))
