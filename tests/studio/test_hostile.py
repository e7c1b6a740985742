"""No template gets at anything but the facts, and none uses up the machine: each is refused by name, or capped."""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Iterator

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.studio.checking import Tools, check
from docgen.studio.subject import Subject
from docgen.usecases import Desk
from tests.studio.corpus import HOSTILE
from tests.studio.corpus.labels import Hostile
from tests.studio.corpus.running import OBJECTS, fare
from tests.wordfile.builders import contents

MOST_SECONDS = 5.0  # of the processor, for compiling and merging; a shipped letter takes a tenth of one
MOST_BYTES = 4 << 20  # of the letter, and of what is said about the template


@pytest.fixture(autouse=True)
def _stops() -> Iterator[None]:
    """A template that nothing stops ends the tests, and not the other way round."""
    faulthandler.dump_traceback_later(120, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def test_no_two_have_the_same_name() -> None:
    assert len({hostile.id for hostile in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_it_is_refused_by_name_or_runs_without_harm(hostile: Hostile, messages: Messages) -> None:
    fared = fare(hostile)
    if hostile.refused:
        assert fared.codes & hostile.refused, fared.codes
    else:
        assert not fared.findings
    assert fared.seconds < MOST_SECONDS
    assert len(fared.letter) < MOST_BYTES
    told = "".join(
        f"{messages.say(each, language)}{messages.do(each, language)}{dict(each.facts)}"
        for each in fared.findings[:1000]
        for language in ("zh", "en")
    )
    assert len(told) < MOST_BYTES
    assert not set(OBJECTS.findall(told)) - set(OBJECTS.findall(hostile.word_file.decode("latin-1")))
    assert not OBJECTS.search(fared.said)
    assert not fared.letter or b"<w:evil" not in contents(fared.letter)["word/document.xml"]


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_the_checker_survives_it(hostile: Hostile, desk: Desk) -> None:
    """Whoever uploads it is told at once what compiling would refuse; what only a merge shows is refused there."""
    start = time.process_time()
    subject = Subject(kind=LetterKind.DEMAND_LETTER, language=Language.ZH)
    checked = check(hostile.word_file, subject, Tools(law=desk.law, press=desk.press))
    assert time.process_time() - start < 2 * MOST_SECONDS
    assert checked.stops or fare(hostile).stage != "compile"
    assert len(str(checked.findings)) < MOST_BYTES


def test_facts_are_never_read_as_a_program() -> None:
    [hostile] = [each for each in HOSTILE if each.id == "program in a fact"]
    assert "{{ 7 * 7 }}" in fare(hostile).said
    assert "49" not in fare(hostile).said
