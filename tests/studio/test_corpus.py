"""What a lawyer does to a template by mistake is named, and where it is; a sound template is left in peace."""

from __future__ import annotations

from collections import Counter

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.usecases import Desk
from tests.studio.corpus import BROKEN, SOUND, sound
from tests.studio.corpus.judging import Judged, judged, told
from tests.studio.corpus.labels import At, Broken, Fault, Sound
from tests.studio.corpus.places import words_at

FAULTS = sum(len(broken.labels) for broken in BROKEN)


@pytest.fixture(scope="module")
def judgements(desk: Desk) -> dict[str, Judged]:
    return {broken.id: judged(broken, desk) for broken in BROKEN}


def test_the_corpus_is_as_large_and_as_varied_as_it_must_be() -> None:
    assert len({broken.id for broken in BROKEN}) == len(BROKEN) >= 75
    assert len({template.id for template in SOUND}) == len(SOUND)
    assert len(sound.SHIPPED) == len(LetterKind) * len(Language)
    assert len(sound.EDITED) >= 25
    kinds = Counter(at.fault for broken in BROKEN for at in broken.labels)
    assert set(kinds) == set(Fault)
    assert {broken.language for broken in BROKEN} == {"zh", "en"}
    assert len({broken.letter for broken in BROKEN}) >= 15


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.id)
def test_a_label_leads_to_its_words(broken: Broken) -> None:
    for at in broken.labels:
        if at.part and at.paragraph is not None:
            there = words_at(broken.word_file, at.part_name)
            now = [numbers for numbers, words in there.items() if at.words in words]
            assert at.words in there.get(at.numbers, ""), f"{at.words!r} stands at {now} now"


def test_every_fault_is_named(judgements: dict[str, Judged]) -> None:
    assert [broken.id for broken in BROKEN if judgements[broken.id].named < len(broken.labels)] == []


def test_nineteen_of_twenty_are_said_to_be_in_their_paragraph(judgements: dict[str, Judged]) -> None:
    elsewhere = [broken.id for broken in BROKEN if judgements[broken.id].placed < len(broken.labels)]
    assert sum(each.placed for each in judgements.values()) >= 0.95 * FAULTS, elsewhere


def test_what_is_told_has_its_sentence_in_both_languages(judgements: dict[str, Judged], messages: Messages) -> None:
    for each in judgements.values():
        for finding in each.findings:
            assert all(messages.say(finding, language) and messages.do(finding, language) for language in ("zh", "en"))


@pytest.mark.parametrize("template", SOUND, ids=lambda template: template.id)
def test_nothing_is_found_in_a_sound_template(template: Sound, desk: Desk) -> None:
    assert [(finding.code, finding.place) for finding in told(template, desk, letters=True)] == []


def test_a_label_that_points_elsewhere_is_no_match(desk: Desk) -> None:
    """The judge itself can say no."""
    broken = BROKEN[0]
    moved = Broken(broken.id, broken.did, broken.letter, broken.make, (At(broken.labels[0].fault, 1),))
    assert (judged(moved, desk).named, judged(moved, desk).placed) == (1, 0)
