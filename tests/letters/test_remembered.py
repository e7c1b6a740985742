"""What is remembered from letter to letter is an answer, and nothing of a letter."""

from __future__ import annotations

import gc

from docgen.letters import remembered
from docgen.letters.remembered import Remembered


def test_a_text_is_asked_about_once_and_not_kept() -> None:
    asked = []
    question = Remembered(lambda text: bool(asked.append(len(text))) or "a" in text)
    secret = "secret " * 3 + "a"
    assert [question(secret), question("".join(list(secret))), question("other")] == [True, True, False]
    assert asked == [len(secret), 5]
    held = [each for each in gc.get_referents(question._answers) if isinstance(each, str)]
    assert held == []


def test_half_a_character_is_a_text_too() -> None:
    assert Remembered(lambda text: text == "\ud800")("\ud800")


def test_it_never_grows_beyond_its_bounds() -> None:
    question = Remembered(lambda text: len(text) > 4)
    for number in range(remembered.MOST + 10):
        assert question(str(number)) == (len(str(number)) > 4)
    assert len(question._answers) <= remembered.MOST
