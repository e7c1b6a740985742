"""The templates that ship are sound: nothing at all is found in them; and every finding has its sentences."""

from __future__ import annotations

import ast
import re
import time
from pathlib import Path

import pytest

from docgen.app import shipped_folder
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.studio.checking import Tools, check
from docgen.studio.subject import Subject
from docgen.usecases.desk import file_name
from tests.studio.checking.conftest import Check

ROOM = Path(check.__code__.co_filename).parent
SECONDS = 0.7  # of the processor, for a template of ten pages


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", Language)
def test_nothing_is_found_in_a_template_that_ships(kind: LetterKind, language: Language, checked: Check) -> None:
    file = (shipped_folder("templates") / file_name(language, kind)).read_bytes()
    found = checked(file, kind=kind.value, language=language.value)
    assert found.findings == ()
    assert found.compiled is not None
    assert found.names


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_of_the_room_has_both_sentences(language: str, messages: Messages) -> None:
    constants = (
        node.value
        for file in ROOM.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant)
    )
    codes = {value for value in constants if isinstance(value, str) and re.fullmatch(r"(studio|template)\.\w+", value)}
    assert len(codes) > 20
    for code in codes:
        message = messages.by_language[language][code]
        assert message.say
        assert message.do


def test_a_template_of_ten_pages_is_checked_in_a_moment(tools: Tools, ten_pages: bytes) -> None:
    subject = Subject(kind=LetterKind.DEMAND_LETTER, language=Language.ZH)
    assert tools.press.print(ten_pages).pages >= 10
    check(ten_pages, subject, tools)
    took = []
    for _ in range(3):
        before = time.process_time()
        check(ten_pages, subject, tools)
        took.append(time.process_time() - before)
    assert min(took) < SECONDS


@pytest.mark.parametrize(
    "lines",
    [
        ["{% if draft %}"] * 3_900,
        ["{% if draft %}{% for one in contracts %}{% endif %}{% endfor %}"] * 900,
        ["{{ debtor.nam" + "e" * number + " }}" for number in range(900)],
        ["{% if draft %}" * 20 + "x" + "{% endif %}" * 20],
        ["甲" * 400_000],
        ["{{ title }}"] * 4_100,
    ],
    ids=["never ended", "crossed", "unknown", "deep", "a paragraph of a book", "tags without end"],
)
def test_what_no_lawyer_writes_is_named_in_seconds_and_raises_nothing(lines: list[str], checked: Check) -> None:
    before = time.process_time()
    found = checked(*lines)
    assert time.process_time() - before < 8
    assert found.stops
    assert 0 < len(found.findings) <= 500
