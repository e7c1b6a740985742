"""What may be sent to be checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import schemas
from docgen.errors import InvalidRequest, NotJSON
from docgen.letters.request import Language, LetterKind


def refused(document: Any) -> list[tuple[str, object]]:
    with pytest.raises(InvalidRequest) as error:
        schemas.load_check(document)
    return [(finding.code, finding.place) for finding in error.value.findings]


def test_a_text_is_kept_character_by_character() -> None:
    text = "  催款函\n\n\t逾期 \u200b不复\r\n"
    assert schemas.load_check({"text": text}).text == text
    assert schemas.load_check({"paragraphs": [" a ", "", "b"]}).text == (" a ", "", "b")
    assert schemas.load_check('{"text": "half a character: \\ud800"}').text == "half a character: \ufffd"
    assert schemas.load_check({"text": " ", "paragraphs": ["a"]}).text == ("a",)


def test_what_is_known_beside_it_is_read(example: Callable[[str], Any]) -> None:
    sent = {
        "text": "x",
        "kind": "demand_letter",
        "language": "en",
        "dated_on": "2026-09-15",
        **example("demand_letter"),
    }
    read = schemas.load_check(sent)
    assert (read.kind, read.language, read.dated_on) == (LetterKind.DEMAND_LETTER, Language.EN, dt.date(2026, 9, 15))
    assert read.account and read.account.debtor.name == "远航装备（示例）股份有限公司"
    assert read.letter and read.letter.number
    assert schemas.load_check({"text": "x"}).account is None


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({}, ("check.nothing", "/text")),
        ({"text": ""}, ("check.nothing", "/text")),
        ({"text": " \u200b\n\u3000—。"}, ("check.nothing", "/text")),
        ({"paragraphs": ["", " "]}, ("check.nothing", "/paragraphs")),
        ({"text": "a", "paragraphs": ["b"]}, ("check.words_once", "/text")),
        ({"text": 5}, ("value.not_text", "/text")),
        ({"text": "a", "kind": "poem"}, ("value.not_a_choice", "/kind")),
        ({"text": "a", "dated_on": "2026-02-30"}, ("date.impossible", "/dated_on")),
        ({"text": "a", "txt": "b"}, ("field.unknown", "/txt")),
        ({"paragraphs": ["a", 5]}, ("value.not_text", "/paragraphs/1")),
        ({"text": "x" * 1_000_001}, ("text.too_long", "/text")),
        ({"paragraphs": ["x" * 600_000] * 2}, ("text.too_long", "/paragraphs")),
        ([], ("value.not_an_object", "")),
        ({"text": "a", "account": {"as_of": "x"}}, ("value.not_a_date", "/account/as_of")),
    ],
)
def test_a_fault_is_named_with_its_place(document: Any, fault: tuple[str, str]) -> None:
    assert fault in refused(document)


def test_beside_a_word_file_no_words_are_sent() -> None:
    assert schemas.load_check({}, with_text=False).text is None
    with pytest.raises(InvalidRequest):
        schemas.load_check({"text": "a"}, with_text=False)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(NotJSON):
        schemas.load_check(b"{")
