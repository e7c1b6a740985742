"""The company's own letters in the API's description, each as the letter that it follows with what it asks besides."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import schemas
from docgen.letters.own import OwnLetter, sample
from docgen.letters.request import Language
from docgen.web.api.body import JSON

_PATH = "/api/v1/letters/"


def with_own_letters(description: Mapping[str, Any], letters: Iterable[OwnLetter]) -> dict[str, Any]:
    """The description with a call for each of these letters."""
    examples = description["components"]["examples"]
    calls = {
        f"{_PATH}{own.id}": {"post": _call(own, description["paths"][_PATH + own.base]["post"], examples[own.base])}
        for own in letters
    }
    return {**description, "paths": {**description["paths"], **calls}}


def _call(own: OwnLetter, base: Mapping[str, Any], example: Mapping[str, Any]) -> dict[str, Any]:
    """The call of the letter that it follows, changed where it differs."""
    title = own.title(Language.EN)
    call: dict[str, Any] = copy.deepcopy(dict(base))
    call["operationId"] = "make" + "".join(word.capitalize() for word in own.id.split("_"))
    call["summary"] = f"Make a letter of the company's own: {title}"
    for parameter in call["parameters"]:
        if parameter["name"] == "language":
            parameter["schema"] = {"type": "string", "enum": [*own.languages], "default": own.languages[0]}
    call["requestBody"]["content"][JSON] = {
        "schema": {
            "title": title,
            "allOf": [call["requestBody"]["content"][JSON]["schema"], schemas.answers_schema(own)],
        },
        "examples": {own.id: {"summary": title, "value": _answered(own, example["value"])}},
    }
    return call


def _answered(own: OwnLetter, document: Mapping[str, Any]) -> dict[str, Any]:
    """The example of the letter that it follows, with answers."""
    if not document:
        return {}
    account, letter = document["account"], document.get("letter", {})
    day = dt.date.fromisoformat(letter.get("dated_on") or account["as_of"])
    answers = schemas.answers_document(sample(own, Language.ZH, day))
    return {**document, "letter": {**letter, "own": answers}}
