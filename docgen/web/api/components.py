"""The parts of the API's description that calls refer to: requests, problems, findings and every figure.

Requests come from `schemas`, figures from the types of the assessment, so that neither can drift from the program.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

import schemas
from docgen.errors import Finding
from docgen.law.assessment import Assessment
from docgen.letters.check.standing import Standing
from docgen.letters.request import Language, LetterKind
from docgen.web.api.decided import decision_answers, decision_requests
from docgen.web.api.portfolio_shapes import portfolio_answers, portfolio_requests
from docgen.web.api.shapes import (
    BASE64,
    DATE,
    DIGEST,
    HERE,
    MONEY,
    SHA256,
    TEXT,
    Schema,
    list_of,
    object_of,
    record,
    reference,
    said,
)
from docgen.web.api.studio_shapes import studio_answers, studio_requests

__all__ = ["components", "reference", "request_name"]

_FIGURES = {
    "as_of": "The day asked about: every figure is worked out for it.",
    "booked_up_to": "The day to which payments are booked.",
    "currency": "ISO 4217; every amount is in it.",
    "choice": "The interest choice of the request, with its defaults: what the figures were worked out by.",
    "chosen": "The account settled in the order of imputation that the request chooses.",
    "alternative": "The same account in the other order of imputation.",
    "limitation": "The limitation period of each debt.",
    "guarantees": "The period of each guarantee.",
    "fees": "Court fees, estimated; the court's notice decides.",
    "payment_order": "The conditions of a payment order, G1 to G11.",
    "sme_applies": "Whether the SME payment regulation applies; null: a size class is not stated.",
    "law_version": "Version of the law data.",
    "statement": "The statement of account with its running balance.",
}


def request_name(kind: LetterKind) -> str:
    """What the request of a letter is called: "DemandLetterRequest"."""
    return "".join(word.capitalize() for word in kind.value.split("_")) + "Request"


def components() -> dict[str, Schema]:
    """Every schema of the description, by name."""
    parts = _requests()
    figures = _Figures(taken=frozenset(parts))
    figures.of(Assessment)
    assessment = {"Assessment": _assessment(figures.made["Assessment"])}
    answers = _answers() | decision_answers() | portfolio_answers() | studio_answers()
    return parts | answers | figures.made | assessment


def _requests() -> dict[str, Schema]:
    """The requests of the five letters, of an assessment, and the parts that they share."""
    made: dict[str, Schema] = {}
    for kind in LetterKind:
        schema = _moved(schemas.json_schema(kind))
        made |= schema.pop("$defs")
        schema.pop("$schema")
        made[request_name(kind)] = schema
    # an assessment needs what every letter needs, but no letter and nobody's bank account
    made["AssessmentRequest"] = {key: value for key, value in schema.items() if key != "allOf"} | {
        "title": "Assessment",
        "description": "The account; `letter` may be left out. Its choice of interest and its costs count where given.",
    }
    check = _moved(schemas.check_schema())
    made |= {name: part for name, part in check.pop("$defs").items() if name not in made}
    check.pop("$schema")
    made["CheckRequest"] = check
    return made | decision_requests() | portfolio_requests() | studio_requests()


def _moved(node: Any) -> Any:
    """The same tree with its references to components."""
    if isinstance(node, dict):
        return {key: _moved(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_moved(value) for value in node]
    if isinstance(node, str) and node.startswith("#/$defs/"):
        return HERE + node.removeprefix("#/$defs/")
    return node


def _answers() -> dict[str, Schema]:
    kinds: Schema = {"type": "string", "enum": [kind.value for kind in LetterKind]}
    languages: Schema = {"type": "string", "enum": [language.value for language in Language]}
    findings = list_of(reference("Finding"))
    return {
        "Article": object_of(
            "An article of the law.",
            ref=said(TEXT, "Into the law data: civil_code:579."),
            citation=said(TEXT, "As a reader cites it."),
        ),
        "Finding": object_of(
            "One remark: a stable code, where it is, and what to do.",
            optional=("pointer", "place", "parameter"),
            code=said(TEXT, "Stable across releases; see docs/codes.md."),
            severity={
                "type": "string",
                "enum": ["fault", "bar", "warning", "information"],
                "description": "fault: the input must change. bar: the law or the account forbids the letter now. "
                "warning: name its code in letter.acknowledge. information: asks nothing.",
            },
            pointer={
                "type": ["string", "null"],
                "description": "JSON pointer (RFC 6901) into the request; of what is missing, where it belongs. "
                "Empty: the document as a whole. null: no field of it – the query, the headers, the letter as a whole. "
                "Beside a `place`: the field whose words stand there.",
            },
            parameter=said(TEXT, "The query parameter it is about."),
            place={"type": "object", "description": "The place in a Word file, counted from one."},
            message=said(TEXT, "What is wrong, in the caller's language."),
            remedy=said(TEXT, "What to do, or what would lift a bar; may be empty."),
            facts={
                "type": "object",
                "additionalProperties": {"type": "string"},
                "description": "What the message names.",
            },
            articles=list_of(reference("Article"), "The law it rests on."),
        ),
        "Problem": object_of(
            "Why there is no answer (RFC 9457).",
            optional=("acknowledge", "add", "bars", "notices"),
            type=said(TEXT, "about:blank; go by `code`."),
            status={"type": "integer", "description": "The HTTP status."},
            code=said(TEXT, "Stable across releases; see docs/api.md."),
            title=said(TEXT, "What the code means, in the caller's language."),
            detail=said(TEXT, "The first finding, or what to do."),
            errors={**findings, "description": "Every finding, not the first only."},
            acknowledge=list_of(
                TEXT,
                "With 409: all codes that letter.acknowledge must hold, once a person has read the warnings: those "
                "that it names already, and those of `errors`.",
            ),
            add={
                "type": "object",
                "description": "With the code `unacknowledged`: what to merge into the request (RFC 7396), once a "
                "person has read the warnings.",
            },
            bars={
                **findings,
                "description": "With the code `invalid_request`, where the account can be read: what would bar the "
                "letter even without these faults.",
            },
            notices={
                **findings,
                "description": "With the code `unprintable`: what the press has to say besides, as with a print.",
            },
        ),
        "Default": object_of(
            "A value that the request left open and docgen filled in.",
            pointer=said(TEXT, "Where it would stand in the request."),
            value=said(TEXT, "What was taken."),
            code=said(TEXT, "Why, as a stable code."),
            message=said(TEXT, "Why, in the caller's language."),
        ),
        "LetterAnswer": object_of(
            "A letter: both files, what they say, and why.",
            kind=said(TEXT, "Which letter: its name in addresses."),
            language=said(languages, "What it is written in."),
            draft={"type": "boolean", "description": "It says on its face that it is a draft."},
            pages={"type": "integer", "description": "Of the PDF."},
            template=said(SHA256, "SHA-256 of the Word template."),
            template_versions=list_of(
                TEXT,
                "The versions in it, the letter's own first, then its clauses and the letterhead: "
                "company/language/letter/number. Empty where nothing is kept.",
            ),
            law_data=said(TEXT, "Version of the law data."),
            files=said(
                object_of("", docx=said(BASE64, "The Word file."), pdf=said(BASE64, "Printed from it.")), "In base64."
            ),
            digests=said(
                object_of("", docx=DIGEST, pdf=DIGEST), "Of each file's bytes, as Content-Digest writes it (RFC 9530)."
            ),
            facts={"type": "object", "description": "Every text that the template was given."},
            defaults=list_of(reference("Default"), "What the request left open and docgen filled in."),
            bars={**findings, "description": "What bars a final letter; not empty only in a draft."},
            notices={**findings, "description": "Warnings and information."},
            assessment={**reference("Assessment"), "description": "Every figure."},
        ),
        "Letters": object_of(
            "The letters that there are.",
            letters=list_of(
                object_of(
                    "A letter and what it asks for.",
                    optional=("follows", "step", "approver"),
                    kind=said(TEXT, "Its name in addresses."),
                    titles={
                        "type": "object",
                        "additionalProperties": list_of(TEXT),
                        "description": "What it is called, by language; more than one where its purpose decides.",
                    },
                    languages=list_of(languages, "What it can be written in."),
                    formats=list_of(TEXT, "What it can be had as."),
                    href=said(TEXT, "Where to POST its request."),
                    schema={"type": "object", "description": "JSON Schema of its request."},
                    follows=said(kinds, "Of a letter of the company's own: the letter whose figures and bars it has."),
                    step=said(TEXT, "Of such a letter: the step of the way that it belongs to; may be empty."),
                    approver=said(TEXT, "Of such a letter: who approves each before it goes out; may be empty."),
                )
            ),
        ),
        "Print": object_of(
            "A Word file, printed.",
            pages={"type": "integer", "description": "Of the PDF."},
            pdf=said(BASE64, "The PDF in base64."),
            digest=said(DIGEST, "Of the PDF's bytes, as Content-Digest writes it (RFC 9530)."),
            notices={**findings, "description": "What the press has to say."},
        ),
        **_check_answers(kinds=languages),
        "Health": object_of(
            "The process answers.",
            status={"type": "string", "const": "ok"},
            version=said(TEXT, "Of docgen."),
            faulty_templates=list_of(TEXT, "The operator's own Word files that have faults; /ready lists the faults."),
        ),
        "Readiness": object_of(
            "It can make letters.",
            status={"type": "string", "const": "ready"},
            version=said(TEXT, "Of docgen."),
            law_data=said(TEXT, "Version of the law data."),
            templates={
                "type": "object",
                "additionalProperties": SHA256,
                "description": "SHA-256 of each Word template, by language/kind.",
            },
            template_faults={
                "type": "object",
                "additionalProperties": findings,
                "description": "What is wrong with an operator's own Word file, by language/kind; that letter alone "
                "cannot be made.",
            },
            template_remarks={
                **findings,
                "description": "What else was found in the operator's folder: files that no letter is made from, and "
                "what of a template cannot be printed.",
            },
        ),
        "Missing": object_of("A figure that cannot be given, and why.", missing=reference("Reason")),
        "Reason": object_of(
            "Why a figure is missing.",
            code=said(TEXT, "Stable across releases."),
            facts={"type": "object", "additionalProperties": TEXT, "description": "What the reason names."},
            articles=list_of(reference("Article")),
        ),
    }


def _check_answers(kinds: Schema) -> dict[str, Schema]:
    """What a check answers. kinds: the languages that there are."""
    place: dict[str, Schema] = {
        "paragraph": {"type": "integer", "description": "Counted from one; of a text, its line; of a Word file, see "
        "`paragraphs`."},
        "from": {"type": "integer", "description": "The first character, counted from zero by Unicode code points."},
        "to": {"type": "integer", "description": "The character behind the last."},
        "words": said(TEXT, "The characters themselves."),
    }  # fmt: skip
    matches: Schema = {
        "type": ["string", "null"],
        "description": "As what the account has it; null without an account, or where it has nothing like it.",
    }
    nothing: Schema = {"type": ["string", "null"]}
    standings: Schema = {"type": "string", "enum": [standing.value for standing in Standing]}
    return {
        "CheckFinding": record(
            "One remark on a text.",
            {
                "code": said(TEXT, "Stable across releases; see docs/check.md."),
                "severity": {
                    "type": "string",
                    "enum": ["bar", "warning", "information"],
                    "description": "bar: no letter may say so. warning: somebody must decide. information: is told.",
                },
                **place,
                "sentence": said(TEXT, "The sentence that they stand in."),
                "say": said(TEXT, "What is wrong, in the caller's language."),
                "do": said(TEXT, "What to do."),
                "instead": said(TEXT, "Lawful words to use in its place, in the text's language; may be empty."),
                "articles": list_of(
                    object_of(
                        "An article of the law.",
                        ref=said(TEXT, "Into the law data: civil_code:579."),
                        title=said(TEXT, "As a reader cites it."),
                    ),
                    "The law it rests on.",
                ),
            },
        ),
        "CheckAnswer": object_of(
            "A text, checked.",
            optional=("paragraphs",),
            verdict={"type": "string", "enum": ["ok", "warn", "block"], "description": "The hardest of the findings."},
            language=said(kinds, "Of the words to use instead."),
            dated_on=said(DATE, "The day by which the law was chosen."),
            law_data=said(TEXT, "Version of the law data."),
            findings=list_of(reference("CheckFinding"), "In the order of the text."),
            checked=object_of(
                "All that was read, also what is right.",
                citations=list_of(
                    record(
                        "An act, or an article of it.",
                        {
                            **place,
                            "act": said(nothing, "In the law data; null: it has none of that name."),
                            "ref": said(nothing, "The article in the law data; null: the act alone is named."),
                            "title": said(TEXT, "As a reader cites it."),
                            "subject": said(TEXT, "What the article is about, where the law data says so."),
                            "standing": said(standings, "Where it stands on that day."),
                            "now": said(nothing, "The article or act that has come in its place."),
                        },
                    )
                ),
                sums=list_of(
                    record(
                        "A sum of money.",
                        {
                            **place,
                            "value": MONEY,
                            "currency": said(TEXT, "ISO 4217, where the text names it."),
                            "in_words": {"type": "boolean", "description": "In words, not in figures."},
                            "matches": matches,
                        },
                    )
                ),
                dates=list_of(
                    record(
                        "A day.",
                        {
                            **place,
                            "date": {
                                "type": ["string", "null"],
                                "description": "ISO 8601; null: there is no such day.",
                            },
                            "matches": matches,
                        },
                    )
                ),
            ),
            paragraphs=list_of(TEXT, "Of a Word file: its paragraphs as the places count them."),
        ),
    }


def _assessment(generated: Schema) -> Schema:
    """The assessment with its properties described; `notices` are told as findings beside the figures."""
    properties = {
        name: {**schema, "description": _FIGURES[name]} for name, schema in generated["properties"].items()
    } | {"notices": list_of(reference("Finding"), "Only from /assessments: warnings and information.")}
    return {**generated, "properties": properties}


class _Figures:
    """Schemas of the types that an assessment is made of, as `docgen.usecases.report` writes them."""

    def __init__(self, taken: frozenset[str]) -> None:
        self.made: dict[str, Schema] = {}
        self._taken = taken

    def of(self, kind: Any) -> Schema:
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin in {typing.Union, types.UnionType}:
            return {"anyOf": [self.of(item) for item in inner]}
        if origin is tuple:
            return list_of(self.of(inner[0]))
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        if issubclass(kind, Enum):
            return {"type": "string", "enum": [item.value for item in kind]}
        if kind is Finding:
            return reference("Reason")
        if dataclasses.is_dataclass(kind):
            return self._dataclass(kind)
        return {
            Decimal: MONEY,
            dt.date: DATE,
            str: TEXT,
            bool: {"type": "boolean"},
            int: {"type": "integer"},
            types.NoneType: {"type": "null"},
        }[kind]

    def _dataclass(self, kind: Any) -> Schema:
        if kind.__name__ == "Missing":
            return reference("Missing")
        name = f"Assessed{kind.__name__}" if kind.__name__ in self._taken else kind.__name__
        if name not in self.made:
            self.made[name] = {}  # a type may hold itself
            hints = typing.get_type_hints(kind)
            names = [field.name for field in dataclasses.fields(kind) if field.name != "notices"]
            said = " ".join((kind.__doc__ or "").split())
            self.made[name] = record(
                "" if said.startswith(f"{kind.__name__}(") else said,
                {
                    field: list_of(reference("Article")) if field == "articles" else self.of(hints[field])
                    for field in names
                },
            )
        return reference(name)
