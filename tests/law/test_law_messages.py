"""Every finding of the law's data and rules has its sentence in both languages, with its facts."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import docgen

ROOM = Path(docgen.__file__).parent
FILES = ("calendar", "fields", "files", "interest", "interest_rule", "lpr", "plausible", "readers", "statutes")


def codes() -> set[str]:
    """Every text of these files that is shaped as a finding's code of this room."""
    shape = re.compile(r"(?:law|rule|lpr|benchmark|calendar|interest)\.[a-z_]+")
    texts = {
        node.value
        for name in FILES
        for node in ast.walk(ast.parse((ROOM / "law" / f"{name}.py").read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value)
    }
    figures = {"interest.multiplier_least", "interest.multiplier_most", "interest.penalty_guide"}
    figures |= {"interest.lending_cap_multiple"}
    return texts - figures - {"interest.judgment_daily_rate"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_a_sentence_and_says_what_to_do(language: str) -> None:
    words = tomllib.loads((ROOM / "messages" / language / "law.toml").read_text("utf-8"))
    assert set(words) == codes()
    assert all(entry["say"] and entry["do"] for entry in words.values())


def test_both_languages_name_the_same_facts() -> None:
    zh, en = (
        tomllib.loads((ROOM / "messages" / language / "law.toml").read_text("utf-8")) for language in ("zh", "en")
    )
    for code, entry in zh.items():
        facts = set(re.findall(r"\{(\w+)\}", entry["say"] + entry["do"]))
        others = set(re.findall(r"\{(\w+)\}", en[code]["say"] + en[code]["do"]))
        assert {name.removesuffix("_zh") for name in facts} == {name.removesuffix("_en") for name in others}, code
