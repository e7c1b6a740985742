"""Reads a finished letter from an operator's own template: what it must hold, in whatever words, and what belongs in
another letter. What no letter may say is the business of `docgen.letters.tone`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.errors import Finding, Severity, WordPlace
from docgen.letters.part_names import part_name
from docgen.letters.request import Language, LetterKind, Purpose
from docgen.letters.required import required_parts, values_of
from docgen.letters.tone import texts_in

# What a letter quotes or tells of others: a clause, or a promise that moves no due date, says nothing about this
# letter's own day to pay by.
_OTHERS_WORDS = (
    "confirmed_said",
    "demands_said",
    *(f"contracts.{name}" for name in ("payment_terms", "late_payment", "dispute_clause", "costs_clause")),
)
# Of the parts that a letter must not hold, those that are lawful elsewhere; `tone` has rules for the others.
_OUT_OF_PLACE = frozenset({"legal_steps", "demand", "bank_account", "interest", "open_ended"})
_MOST_WORDS = 80  # of a paragraph that is quoted
# Parts that say something: a heading that names them does not say it.
_SAID_IN_A_SENTENCE = frozenset(
    {
        *("reservation", "due_date_stays", "late_payment_runs_from_due_date", "interest_reserved", "consequences"),
        *("mandate", "material", "written_reply", "thanks", "key_sentence", "not_a_demand", "request.fee", "gates"),
    }
)
_NUMBERED = re.compile(
    r"\s*([（(]?[一二三四五六七八九十百\d]{1,3}[）)]|第[一二三四五六七八九十\d]+[条部节章]分?|[一二三四五六七八九十\d]{1,3}\s*[、.．:：]"
    r"|[IVX]+\.|[A-Z]\.)\s*"
)
_ENDS = re.compile(r"[。；！？;!?][”’」』）)]*$|(?<!\d)\.[”’\"')]*$")
_HEADING_ZH, _HEADING_EN = 30, 80  # characters of a heading at most
_TITLE_ZH = 8  # of a numbered title that somebody has put a full stop behind
# Who or what a sentence speaks of, where somebody has left out its full stop.
_SPEAKS = re.compile(
    r"(本函|本[公所单]|我[司方们]|委托人|上述|以上|该|任何|如|若|请|除)|(this|nothing|we|our|all|if|please)\b",
    re.I,
)


def missing_parts(
    kind: LetterKind, purpose: Purpose | None, text: str, language: Language, facts: Mapping[str, object]
) -> tuple[Finding, ...]:
    """A warning for each required part that the letter lacks in any words, with an example of the words wanted."""
    own = _without(_words_of_others(facts), text)
    said = sentences(own)
    return tuple(
        Finding(
            "letter.part_missing",
            Severity.WARNING,
            facts={"part": part_name(part.id, language), "example": part.example(language)},
        )
        for part in required_parts(kind, purpose)
        for read in (said if part.id in _SAID_IN_A_SENTENCE else text if part.prints_a_field(language) else own,)
        if not part.forbidden
        and part.found_in(read, language, facts) is False
        and not part.put_otherwise(read, language, facts)
    )


def parts_out_of_place(
    kind: LetterKind, purpose: Purpose | None, text: str, language: Language, facts: Mapping[str, object], *, file: str
) -> tuple[Finding, ...]:
    """A warning for each part of another letter that has come into this one: a reconciliation that demands, a reminder
    that names lawsuits, a fixed sum that runs on. What the letter prints of the facts is left aside.

    file: what the template is called; with the paragraph's words it is the place of a finding.
    """
    found = []
    for part in required_parts(kind, purpose):
        if not part.forbidden or part.id not in _OUT_OF_PLACE:
            continue
        pattern = re.compile(part.pattern(language), re.IGNORECASE)
        given = [words for words in texts_in(facts) if pattern.search(words)]
        for line in text.splitlines():
            if pattern.search(line) and (match := pattern.search(_without(given, line))):
                place = WordPlace("", file=file, words=line.strip()[:_MOST_WORDS])
                told = {"part": part_name(part.id, language), "words": match[0]}
                found.append(Finding("letter.part_out_of_place", Severity.WARNING, place, told))
    return tuple(found)


def sentences(text: str) -> str:
    """The text without its headings: "七、权利保留" reserves nothing, nor does "7. Reservation of rights"."""
    return "\n".join(line for line in text.splitlines() if not _is_heading(line))


def _is_heading(line: str) -> bool:
    """Whether a paragraph is short and ends no sentence, or is no more than a numbered title."""
    number = _NUMBERED.match(line)
    words = line[number.end() if number else 0 :].strip()
    chinese = any("\u4e00" <= character <= "\u9fff" for character in words)
    if _ENDS.search(words):
        bare = words.rstrip("。.;；")
        said = _SPEAKS.match(bare) or re.search("我[司方]|本[函公所]|贵[司方]", bare)
        return bool(number and not said and (len(bare) <= _TITLE_ZH if chinese else len(bare.split()) <= 4))
    if " | " in line or "，" in words or len(words) > (_HEADING_ZH if chinese else _HEADING_EN):
        return False
    return bool(number) or not _SPEAKS.match(words)


def _words_of_others(facts: Mapping[str, object]) -> list[str]:
    return [words for name in _OTHERS_WORDS for words in values_of(facts, name)]


def _without(words: list[str], text: str) -> str:
    for each in sorted(words, key=len, reverse=True):
        text = text.replace(each, "")
    return text
