"""Every code that the program can emit has a sentence in both languages, with the same facts in it."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.errors import Finding
from docgen.messages import Messages
from tests.schemas.documents import changed, example
from tests.schemas.test_bad_inputs import ONE_FAULT, found

ROOT = Path(__file__).parents[2]
TEXTS = {language: sorted((ROOT / "docgen/messages" / language).glob("*.toml")) for language in ("zh", "en")}
SENTENCES = {
    language: {code: entry for path in paths for code, entry in tomllib.loads(path.read_text("utf-8")).items()}
    for language, paths in TEXTS.items()
}
CODE = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
WORDS = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
NAMES_A_CODE = {"Finding", "Fault", "fault"}  # what takes a code as its first argument


def _codes(tree: ast.Module) -> Iterator[str]:
    """The codes that a module gives to a finding: literal first arguments, and `code=`, `fault=` keywords."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        given = [node.args[0]] if called in NAMES_A_CODE and node.args else []
        given += [keyword.value for keyword in node.keywords if keyword.arg in {"code", "fault"}]
        for value in given:
            if isinstance(value, ast.IfExp):
                given += [value.body, value.orelse]
            elif isinstance(value, ast.Constant) and isinstance(value.value, str) and CODE.fullmatch(value.value):
                yield value.value


def _all_codes(tree: ast.Module) -> Iterator[str]:
    """Every text of the shape of a code: right for the schemas, where nothing else has that shape."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORDS.fullmatch(node.value):
            yield node.value


def _used() -> set[tuple[str, str]]:
    return {
        (code, path.relative_to(ROOT).as_posix())
        for room, codes in (("docgen", _codes), ("schemas", _all_codes))
        for path in (ROOT / room).rglob("*.py")
        for code in codes(ast.parse(path.read_text("utf-8")))
    }


def _facts(sentence: str, language: str) -> set[str]:
    """The facts that a sentence names; one that a finding carries in each language (name_zh, name_en) is one fact."""
    names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    return {name.removesuffix(f"_{language}") for name in names}


@pytest.mark.parametrize(("code", "module"), sorted(_used()))
def test_a_code_used_in_the_program_has_a_sentence_in_both_languages(code: str, module: str) -> None:
    missing = [language for language in ("zh", "en") if code not in SENTENCES[language]]
    assert not missing, f"{module} emits {code}"


def test_the_two_languages_know_the_same_codes() -> None:
    assert SENTENCES["zh"].keys() == SENTENCES["en"].keys()


@pytest.mark.parametrize("code", sorted(SENTENCES["zh"].keys() & SENTENCES["en"].keys()))
def test_a_sentence_is_said_in_both_languages_with_the_same_facts(code: str) -> None:
    zh, en = SENTENCES["zh"][code], SENTENCES["en"][code]
    assert zh["say"].strip() and en["say"].strip()
    for part in ("say", "do", "nearest"):
        assert _facts(zh.get(part, ""), "zh") == _facts(en.get(part, ""), "en")
    assert bool(zh.get("do", "").strip()) == bool(en.get("do", "").strip())


def test_all_texts_are_read_together_and_no_code_stands_in_two_of_them() -> None:
    messages = Messages.parse({language: [path.read_text("utf-8") for path in TEXTS[language]] for language in TEXTS})
    finding = Finding("payment.unknown_invoice", facts={"invoice": "A-1", "nearest": "A-7"})
    assert messages.say(finding, "zh") == "付款所指的发票 A-1 不在账上。最接近的是 A-7。"
    assert (
        messages.say(finding, "en") == "The payment names invoice A-1, which is not in the account. The nearest is A-7."
    )
    nothing_near = Finding("payment.unknown_invoice", facts={"invoice": "A-1", "nearest": ""})
    assert messages.say(nothing_near, "zh") == "付款所指的发票 A-1 不在账上。"
    assert messages.do(finding, "zh").startswith("请核对发票号码")


@pytest.mark.parametrize("language", TEXTS)
def test_every_fault_of_a_request_can_be_worded_with_the_facts_it_carries(language: str) -> None:
    messages = Messages.parse({language: [path.read_text("utf-8") for path in TEXTS[language]]})
    for changes, _, _ in ONE_FAULT:
        for finding in found(changed(example(), changes)):
            assert messages.say(finding, language)
            assert messages.do(finding, language)
