"""A text that somebody wants checked: the words, which letter they are, and the account that they are about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docgen.accounts.account import Account
from docgen.errors import Finding, InvalidRequest, Severity
from docgen.letters.check.reading import wordless
from docgen.letters.request import Language, LetterKind, LetterRequest
from schemas.account import AccountPart
from schemas.coherence import incoherent
from schemas.document import faults_in, pointer
from schemas.letter import LetterPart
from schemas.parts import Many, One, Part
from schemas.reading import duplicates, read
from schemas.values import Choice, Day, Value, fault, shown

MOST_CHARACTERS = 1_000_000  # a letter with ten thousand invoices and its annexes has half as many
MOST_PARAGRAPHS = 50_000
_HALVES = re.compile("[\ud800-\udfff]")


class Verbatim(Value):
    """Text as it stands, blanks and line breaks and all: its characters are counted. Half a character, which no
    writing has, is read as one that cannot be shown."""

    def __init__(self, zh: str, en: str, description: str = "", **more: Any) -> None:
        super().__init__(zh, en, description, **{"type": "string", "maxLength": MOST_CHARACTERS, **more})

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise fault("value.not_text", value=shown(value))
        if len(value) > MOST_CHARACTERS:
            raise fault("text.too_long", length=str(len(value)), most=str(MOST_CHARACTERS))
        return _HALVES.sub("\ufffd", value)


class CheckDocument(Part):
    """`{"text": …}`, with what is known of the letter and of the account."""

    makes = dict

    text = Verbatim("函件全文", "Text", "The whole text, its paragraphs on lines of their own.")
    paragraphs = Many(
        Verbatim("段落", "Paragraph"),
        "段落",
        "Paragraphs",
        "Instead of `text`: the paragraphs one by one.",
        most=MOST_PARAGRAPHS,
    )
    kind = Choice(LetterKind, "函件种类", "Letter", "Which letter it is; left out: of unknown origin.")
    language = Choice(
        Language, "建议用语的语言", "Language", "Of the words to use instead; left out: that of the text."
    )
    dated_on = Day("函件日期", "Letter date", "By which the law is chosen; left out: the date that stands in the text.")
    account = One(AccountPart, "账户", "Account", "With it, sums, days, names and numbers are checked, too.")
    letter = One(LetterPart, "函件", "Letter", "Of the account's letter: its days, law firm and choice of interest.")


@dataclass(frozen=True, slots=True)
class ToCheck:
    """What came in. text: as one, or paragraph by paragraph; None where a Word file comes beside it."""

    text: str | tuple[str, ...] | None
    kind: LetterKind | None
    language: Language | None
    dated_on: dt.date | None
    account: Account | None
    letter: LetterRequest | None


@cache
def _check_document() -> CheckDocument:
    return CheckDocument()


def load_check(document: bytes | str | Mapping[str, Any], *, with_text: bool = True) -> ToCheck:
    """Read what is to be checked. with_text: False where a Word file holds the words.

    Raises NotJSON, or InvalidRequest with all findings (places are JSON pointers).
    """
    values = read(document) if isinstance(document, bytes | str) else document
    schema = _check_document()
    findings = [
        Finding("json.duplicate_key", place=pointer(steps), facts={"name": shown(steps[-1])})
        for steps in duplicates(values)
    ]
    try:
        typed: Any = schema.load(values)
    except ValidationError as error:
        typed = error.valid_data
        findings += faults_in(error.messages)
    if isinstance(typed, Mapping) and typed.get("account"):
        findings += [each for each in incoherent(typed) if each.severity is Severity.FAULT]
    if isinstance(typed, Mapping):
        findings += _words_wrong(typed, with_text=with_text)
    if any(finding.severity is Severity.FAULT for finding in findings):
        raise InvalidRequest(findings[:1000])
    made = schema.make(typed)
    text = tuple(made["paragraphs"]) if wordless(made["text"] or "") else made["text"]
    return ToCheck(text or None, made["kind"], made["language"], made["dated_on"], made["account"], made["letter"])


def _words_wrong(typed: Mapping[str, Any], *, with_text: bool) -> list[Finding]:
    """The words are given once: as a text, as paragraphs, or in a Word file. Where none stand, nothing is given."""
    if "text" not in typed or "paragraphs" not in typed:
        return []  # what could not be read has its own fault
    text, paragraphs = typed["text"] or "", [each or "" for each in typed["paragraphs"]]
    given = [words for words in (text, paragraphs) if not wordless(words)]
    if with_text and not given:
        return [Finding("check.nothing", place="/paragraphs" if paragraphs else "/text")]
    if len(given) == (1 if with_text else 0):
        whole = sum(map(len, paragraphs))
        if whole > MOST_CHARACTERS:
            facts = {"length": str(whole), "most": str(MOST_CHARACTERS)}
            return [Finding("text.too_long", place="/paragraphs", facts=facts)]
        return []
    return [Finding("check.words_once", place="/text")]
