"""A checked text as a plain document, for the API and the command line alike."""

from __future__ import annotations

from typing import Any

from docgen.errors import Finding, Severity, TextPlace
from docgen.letters.check import Explained, Placed
from docgen.letters.check.standing import subject_of
from docgen.letters.request import Language
from docgen.letters.wording import cite
from docgen.letters.wording.citations import title
from docgen.usecases.check import Reading
from docgen.usecases.desk import Desk


def check_answer(reading: Reading, desk: Desk, reader: str, *, with_paragraphs: bool = False) -> dict[str, Any]:
    """verdict, findings with places and words to use instead, and all that was read, with what it was matched with.

    Places count characters of their paragraph from zero, `to` not included; paragraphs are counted from one.
    with_paragraphs: also the paragraphs, for whoever sent a Word file and needs them to find the places.
    """
    checked = reading.checked
    answer: dict[str, Any] = {
        "verdict": checked.verdict,
        "language": checked.language.value,
        "dated_on": checked.dated_on.isoformat(),
        "law_data": desk.law.version,
        "findings": [finding_answer(finding, desk, reader) for finding in checked.findings],
        "checked": {
            "citations": [_citation(one, place, desk, reader) for one, place in checked.citations],
            "sums": [
                {
                    **_at(one.paragraph, one.start, one.end, one.words),
                    "value": format(one.value, "f"),
                    "currency": one.currency,
                    "in_words": one.in_words,
                    "matches": matches(one.explained, desk, reader),
                }
                for one in checked.sums
            ],
            "dates": [
                {
                    **_at(day.paragraph, day.start, day.end, day.words),
                    "date": day.on.isoformat() if day.on else None,
                    "matches": matches(day.explained, desk, reader),
                }
                for day in checked.days
            ],
        },
    }
    if with_paragraphs:
        answer["paragraphs"] = list(reading.paragraphs)
    return answer


def finding_answer(finding: Finding, desk: Desk, reader: str) -> dict[str, Any]:
    """One finding of a check."""
    place = finding.place
    at = (
        {**_at(place.paragraph, place.start, place.end, place.words), "sentence": place.sentence}
        if isinstance(place, TextPlace)
        else {**_at(0, 0, 0, ""), "sentence": ""}
    )
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        **at,
        "say": desk.messages.say(finding, reader),
        "do": desk.messages.do(finding, reader),
        "instead": finding.facts.get("instead", ""),
        "articles": [{"ref": ref, "title": cite(ref, desk.law, Language(reader))} for ref in finding.articles],
    }


def _at(paragraph: int, start: int, end: int, words: str) -> dict[str, Any]:
    return {"paragraph": paragraph, "from": start, "to": end, "words": words}


def _citation(one: Placed, place: TextPlace, desk: Desk, reader: str) -> dict[str, Any]:
    """What an article is, where the law data holds it, and what to cite in its place."""
    cited = one.citation
    subject = subject_of(one.ref, desk.law)[0 if reader == "zh" else 1] if one.ref else ""
    return {
        **_at(place.paragraph, place.start, place.end, place.words),
        "act": cited.act.id if cited.act else None,
        "ref": one.ref or None,
        "title": act_title(one, desk, reader),
        "subject": subject,
        "standing": one.standing.value,
        "now": one.now or None,
    }


def act_title(one: Placed, desk: Desk, reader: str) -> str:
    """The article with its act as a reader cites it; the act alone where no article is named."""
    act = one.citation.act
    if act is None:
        return ""
    return cite(one.ref, desk.law, Language(reader)) if one.ref else title(act.id, desk.law, Language(reader))


def matches(explained: Explained | None, desk: Desk, reader: str) -> str | None:
    """As what the account has it, in words; None where there is no account or it has nothing like it."""
    if explained is None:
        return None
    return desk.messages.say(Finding(explained.code, Severity.INFORMATION, None, {"which": explained.which}), reader)
