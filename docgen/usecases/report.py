"""An assessment as a plain document: every figure as a string, every article with its citation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from docgen.errors import Finding
from docgen.law.assessment import Assessment, Missing
from docgen.law.statutes import LawData
from docgen.letters.request import Language
from docgen.letters.wording import cite

# Told beside the figures by the entry point, in the caller's language.
_LEFT_OUT = {"notices"}


def assessment_document(assessment: Assessment, law: LawData, language: str) -> dict[str, Any]:
    """The assessment as JSON types: amounts and rates as decimal strings, days as ISO dates."""

    def plain(value: object) -> Any:
        match value:
            case None | bool() | int() | str():
                return value.value if isinstance(value, Enum) else value
            case Decimal():
                return format(value, "f")
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
            field.name: articles(item) if field.name == "articles" else plain(item)
            for field in fields(value)
            if field.name not in _LEFT_OUT
            for item in (getattr(value, field.name),)
        }

    def articles(refs: tuple[str, ...]) -> list[dict[str, str]]:
        return [{"ref": ref, "citation": cite(ref, law, Language(language))} for ref in refs]

    document: dict[str, Any] = plain(assessment)
    return document
