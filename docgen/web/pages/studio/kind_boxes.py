"""The description of a letter of a company's own, between its JSON and the boxes of its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request

from docgen.letters import own_file
from docgen.letters.request import Language

Boxes = dict[str, Any]
_PART = "|"  # between the value of a choice and its words
# What each box of a field is called, and where the description has it.
_TEXTS = ("name", "kind", "longest", "least", "most")
_WORDED = (("label", "labels"), ("help", "helps"))


def typed() -> Boxes:
    """What stands in the boxes; a row without anything is left out, but for one that was just added."""
    sent = request.form
    names = ("id", "base", "title_zh", "title_en", "step", "approver")
    boxes: Boxes = {name: sent.get(name, "").strip() for name in names}
    row_names = (*_TEXTS, *(f"{box}_{language}" for box, _at in _WORDED for language in Language), "choices")
    rows = sorted({int(part) for name in sent if name.startswith("asks.") and (part := name.split(".")[1]).isdecimal()})
    boxes["asks"] = [
        {name: sent.get(f"asks.{row}.{name}", "").strip() for name in row_names}
        | {"optional": sent.get(f"asks.{row}.optional", "")}
        for row in rows[: own_file.MOST_FIELDS + 1]
    ]
    return boxes


def filled(row: Mapping[str, str]) -> bool:
    """Whether somebody has begun to describe a field; which answer it has is always chosen."""
    return any(row.get(name) for name in ("name", "label_zh", "label_en", "choices"))


def document_of(boxes: Boxes) -> dict[str, Any]:
    """The description that the boxes make."""
    return {
        "id": boxes["id"],
        "base": boxes["base"],
        "titles": {language.value: boxes[f"title_{language}"] for language in Language if boxes[f"title_{language}"]},
        "asks": [_asked(row) for row in boxes["asks"]],
        "step": boxes["step"],
        "approver": boxes["approver"],
    }


def _asked(row: Mapping[str, str]) -> dict[str, Any]:
    asked: dict[str, Any] = {name: row[name] for name in ("name", "kind", "least", "most") if row[name]}
    for box, at in _WORDED:
        asked[at] = {language.value: row[f"{box}_{language}"] for language in Language if row[f"{box}_{language}"]}
    asked["required"] = not row["optional"]
    if row["longest"]:
        asked["longest"] = int(row["longest"]) if row["longest"].isdecimal() else row["longest"]
    if row["choices"]:
        asked["choices"] = dict(map(_choice, filter(None, map(str.strip, row["choices"].splitlines()))))
    return asked


def _choice(line: str) -> tuple[str, dict[str, str]]:
    """One line: the value, its words in Chinese, its words in English, with bars between."""
    value, *words = (part.strip() for part in line.replace("｜", _PART).split(_PART))
    return value, dict(zip(map(str, Language), words, strict=False))


def boxes_of(document: Mapping[str, Any]) -> Boxes:
    """The boxes of a description that was kept."""
    titles = document.get("titles", {})
    boxes: Boxes = {name: document.get(name, "") for name in ("id", "base", "step", "approver")}
    boxes |= {f"title_{language}": titles.get(language.value, "") for language in Language}
    boxes["asks"] = [_row(asked) for asked in document.get("asks", [])]
    return boxes


def _row(asked: Mapping[str, Any]) -> Boxes:
    row: Boxes = {name: str(asked.get(name, "")) for name in _TEXTS}
    for box, at in _WORDED:
        row |= {f"{box}_{language}": asked.get(at, {}).get(language.value, "") for language in Language}
    row["optional"] = "" if asked.get("required", True) else "yes"
    row["choices"] = "\n".join(
        f" {_PART} ".join((value, *(words.get(language.value, "") for language in Language)))
        for value, words in asked.get("choices", {}).items()
    )
    return row


def box_at(pointer: str) -> str:
    """The box that a place in the description stands in: "/asks/2/labels/zh" in "asks.2.label_zh"."""
    steps = pointer.split("/")[1:]
    if steps[:1] == ["titles"]:
        return f"title_{steps[1] if len(steps) > 1 and steps[1] in set(Language) else Language.ZH}"
    if steps[:1] == ["asks"] and len(steps) > 2:
        names = {at: box for box, at in _WORDED}
        if box := names.get(steps[2]):
            return f"asks.{steps[1]}.{box}_{steps[3] if len(steps) > 3 and steps[3] in set(Language) else Language.ZH}"
        return f"asks.{steps[1]}.{steps[2]}"
    return steps[0] if steps and steps[0].isidentifier() else ""
