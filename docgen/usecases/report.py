"""Letters, figures and findings as plain documents, for the API and the command line alike.

Every figure is a string, every finding a sentence, every article has its citation.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from docgen.accounts.money import fits, rounded
from docgen.errors import Finding, WordPlace
from docgen.law.assessment import Assessment, Missing
from docgen.law.statutes import LawData
from docgen.letters.request import Language
from docgen.letters.wording import cite
from docgen.printing import Printed
from docgen.usecases.desk import Desk
from docgen.usecases.studio.resolving import Named
from docgen.usecases.studio.versions import Sort

if TYPE_CHECKING:  # a letter is made from what decisions say, and decisions are said with this
    from docgen.usecases.letter import Letter

# Told beside the figures by the entry point, in the caller's language.
_LEFT_OUT = {"notices"}
# Every other decimal is an amount of money.
_FRACTIONS = {"rate", "reference_rate", "multiplier"}


def assessment_document(assessment: Assessment, law: LawData, language: str) -> dict[str, Any]:
    """The assessment as JSON types: amounts as strings with all decimals of the currency ("0.00"), rates as strings of
    the fraction ("0.045"), days as ISO dates."""

    def plain(value: object, name: str = "") -> Any:
        match value:
            case None | bool() | int() | str():
                return value.value if isinstance(value, Enum) else value
            case Decimal():
                exact = name in _FRACTIONS or not fits(value, assessment.currency)
                return format(value if exact else rounded(value, assessment.currency), "f")
            case dt.date():
                return value.isoformat()
            case Missing():
                return {"missing": plain(value.finding)}
            case Finding():
                return {"code": value.code, "facts": dict(value.facts), "articles": articles(value.articles)}
            case Mapping():
                return {str(plain(key)): plain(item) for key, item in value.items()}
            case tuple() | list():
                return [plain(item) for item in value]
        if not is_dataclass(value):
            raise TypeError(type(value).__name__)
        return {
            field.name: articles(item) if field.name == "articles" else plain(item, field.name)
            for field in fields(value)
            if field.name not in _LEFT_OUT
            for item in (getattr(value, field.name),)
        }

    def articles(refs: tuple[str, ...]) -> list[dict[str, str]]:
        return [{"ref": ref, "citation": cite(ref, law, Language(language))} for ref in refs]

    document: dict[str, Any] = plain(assessment)
    return document


def assessment_answer(assessment: Assessment, notices: Iterable[Finding], desk: Desk, reader: str) -> dict[str, Any]:
    """Every figure with its rule, and `notices`: what API and command line answer when no letter is made."""
    return {
        **assessment_document(assessment, desk.law, reader),
        "notices": [finding_document(notice, reader, desk) for notice in notices],
    }


def finding_document(finding: Finding, reader: str, desk: Desk) -> dict[str, Any]:
    """A finding as JSON: code, severity, place, sentence, what to do, and the law it rests on.

    What is wrong with the query has no pointer into the request, but the name of its `parameter`.
    """
    document: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": desk.messages.say(finding, reader),
        "remedy": desk.messages.do(finding, reader),
        "facts": dict(finding.facts),
        "articles": [{"ref": ref, "citation": cite(ref, desk.law, Language(reader))} for ref in finding.articles],
    }
    if isinstance(finding.place, WordPlace):
        place = finding.place
        names = (
            *("file", "part", "pages", "note", "in_box"),
            *("table", "row", "cell", "paragraph", "words", "around"),
        )
        document["place"] = {name: value for name in names if (value := getattr(place, name))}
        if finding.pointer is not None:
            document["pointer"] = finding.pointer
    else:
        document["pointer"] = finding.place if finding.pointer is None else finding.pointer
    if finding.code.startswith("query."):
        document["parameter"] = finding.facts["name"]
    return document


def letter_document(letter: Letter, printed: Printed, desk: Desk, reader: str) -> dict[str, Any]:
    """A letter as JSON: both files in base64 with their digests, facts, defaults, bars, notices and every figure.

    reader: the language of messages and citations.
    """
    return {
        "kind": letter.name,
        "language": letter.language.value,
        "draft": letter.draft,
        "pages": printed.pages,
        "template": letter.template_digest,
        "template_versions": [version_named(version) for version in letter.templates],
        "law_data": letter.law_version,
        "files": {
            "docx": base64.b64encode(letter.docx).decode(),
            "pdf": base64.b64encode(printed.pdf).decode(),
        },
        "digests": {"docx": digest(letter.docx), "pdf": digest(printed.pdf)},
        "facts": dict(letter.facts),
        "defaults": [
            {
                "pointer": default.pointer,
                "value": default.value,
                "code": default.why,
                "message": desk.messages.say(default.finding, reader),
            }
            for default in letter.defaults
        ],
        "bars": [finding_document(bar, reader, desk) for bar in letter.bars],
        "notices": [finding_document(notice, reader, desk) for notice in (*letter.notices, *printed.notices)],
        "assessment": assessment_document(letter.assessment, desk.law, reader),
    }


def version_named(version: Named) -> str:
    """A version in an address: company/language/letter/number; a letterhead has no language and no name."""
    item, number, _ = version
    sort = () if item.sort is Sort.LETTER else (item.sort.value,)
    return "/".join((item.unit, *sort, *filter(None, (item.language, item.name)), str(number)))


def digest(content: bytes) -> str:
    """SHA-256 as the Content-Digest header writes it (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"
