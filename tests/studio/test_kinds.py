"""Letters of a company's own as the studio keeps them: drafted, approved, in force for a unit and those below it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from docgen.errors import NotReady, UnknownLetter
from docgen.letters import own_file
from docgen.letters.request import Language
from docgen.usecases.studio.breaking import breaking
from docgen.usecases.studio.examining import Examined, examine, subject_of, trials_of
from docgen.usecases.studio.issuing import issue
from docgen.usecases.studio.kinds import all_own_letters, first_word_file, own_letter, own_letter_of, own_letters
from docgen.usecases.studio.lifecycle import draft, hand_in
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.trying import try_letter
from docgen.usecases.studio.versions import GROUP, Item, Sort, Version
from docgen.wordfile.text import text
from tests.letters.making import desk
from tests.letters.own_letters import SITE_STOP, described, site_stop
from tests.studio.company import DAY, FANG, LETTER, NORTH, NORTH_NUMBER, NOW, SOUTH, SOUTH_SHOP, published
from tests.studio.test_examining import SHIPPED, edited, example

KIND = Item(Sort.KIND, "site_stop_notice")
WORD = Item(Sort.LETTER, "site_stop_notice", "zh")
WITH_ANSWERS = edited("{{ letter.number }}", "{{ letter.number }}，{{ own.stop_on }}起停供{{ own.goods }}")


def described_by(shelf: Shelf, unit: str = GROUP, in_force_from: dt.date | None = None, **changed: object) -> Version:
    content = own_file.write(own_file.read(described(**changed)))
    return published(shelf, content, replace(KIND, unit=unit), in_force_from=in_force_from, names=("own.site",))


def looked(shelf: Shelf, item: Item, content: bytes) -> Examined:
    return examine(desk(), shelf, example, item, content, day=DAY)


def test_a_letter_of_ones_own_is_there_once_its_description_is_published(company: Shelf) -> None:
    assert own_letters(company, GROUP, DAY) == ()
    draft(company, FANG, KIND, described(), now=NOW)
    assert own_letter(company, "site_stop_notice", GROUP, DAY) is None
    described_by(company)
    assert own_letters(company, GROUP, DAY) == (site_stop(),)
    assert own_letters(None, GROUP, DAY) == all_own_letters(None, DAY) == ()


def test_a_letter_of_a_company_is_known_to_it_and_below_it_and_to_nobody_else(company: Shelf) -> None:
    described_by(company, SOUTH)
    assert own_letter(company, "site_stop_notice", SOUTH_SHOP, DAY) == site_stop()
    assert own_letters(company, NORTH, DAY) == own_letters(company, GROUP, DAY) == ()
    assert own_letter_of(company, "site_stop_notice", NORTH_NUMBER, DAY) is None
    assert all_own_letters(company, DAY) == (site_stop(),)


def test_a_company_may_have_its_own_of_the_groups_letter(company: Shelf) -> None:
    described_by(company)
    described_by(company, NORTH, titles={"zh": "北方停工函"})
    found = own_letter_of(company, "site_stop_notice", NORTH_NUMBER, DAY)
    assert found is not None
    assert found.title(Language.ZH) == "北方停工函"
    assert all_own_letters(company, DAY) == (site_stop(),)


def test_a_letter_is_there_from_its_first_day(company: Shelf) -> None:
    described_by(company, in_force_from=DAY + dt.timedelta(days=7))
    assert own_letters(company, GROUP, DAY) == ()
    assert own_letters(company, GROUP, DAY + dt.timedelta(days=7)) == (site_stop(),)


def test_a_description_is_examined_as_a_word_file_is(company: Shelf) -> None:
    assert looked(company, KIND, described()).findings == ()
    wrong = looked(company, KIND, described(base="love_letter", step="nowhere"))
    assert wrong.stops
    assert [finding.code for finding in wrong.findings] == ["studio.kind_base", "studio.kind_step"]
    (other,) = looked(company, replace(KIND, name="goods_collection"), described()).findings
    assert (other.code, other.facts["id"]) == ("studio.kind_other_id", "site_stop_notice")
    with pytest.raises(NotReady):
        hand_in(company, FANG, draft(company, FANG, KIND, b"{}", now=NOW), wrong.findings, now=NOW)


def test_its_word_file_may_print_what_it_asks_for_and_nothing_else(company: Shelf) -> None:
    described_by(company)
    assert looked(company, WORD, WITH_ANSWERS).findings == ()
    wrong = looked(company, WORD, edited("{{ letter.number }}", "{{ own.stop_day }}"))
    assert "template.name_unknown" in {finding.code for finding in wrong.findings}
    catalogue = looked(company, LETTER, WITH_ANSWERS)  # the letter that it follows has no such names
    assert catalogue.stops


def test_its_word_file_can_be_written_before_it_is_published(company: Shelf) -> None:
    with pytest.raises(UnknownLetter):
        subject_of(WORD, company, DAY)
    draft(company, FANG, KIND, described(), now=NOW)
    assert subject_of(WORD, company, DAY).own == site_stop()
    assert looked(company, WORD, WITH_ANSWERS).findings == ()


def test_its_word_file_begins_as_that_of_the_letter_it_follows_with_its_own_title(company: Shelf) -> None:
    assert first_word_file(company, site_stop(), Language.ZH, GROUP, DAY) is None
    published(company, SHIPPED, LETTER)
    described_by(company)
    begun = first_word_file(company, site_stop(), Language.ZH, SOUTH_SHOP, DAY)
    assert begun == SHIPPED
    subject = subject_of(WORD, company, DAY)
    letter = try_letter(desk(), subject, begun, trials_of(subject, example)[0])
    assert "停止供料暨催款函" in text(letter.docx)


def test_on_trial_every_answer_is_a_likely_one(company: Shelf) -> None:
    described_by(company)
    subject = subject_of(WORD, company, DAY)
    found = looked(company, WORD, WITH_ANSWERS)
    assert found.composed is not None
    words = text(try_letter(desk(), subject, found.composed, trials_of(subject, example)[0]).docx)
    assert "2026年1月1日起停供预拌混凝土" in words


def test_a_letter_issued_is_recorded_under_its_own_name_and_a_new_question_names_whom_it_breaks(company: Shelf) -> None:
    described_by(company)
    subject = subject_of(WORD, company, DAY)
    letter = try_letter(desk(), subject, WITH_ANSWERS, trials_of(subject, example)[0])
    final = replace(letter, facts={**letter.facts, "draft": False})
    issued = issue(company, final, now=NOW)
    assert issued is not None
    assert (issued.kind, issued.language) == ("site_stop_notice", "zh")
    more = [*SITE_STOP["asks"], {"name": "crane", "kind": "text", "labels": {"zh": "塔吊编号", "en": "Crane"}}]
    content = described(asks=more)
    new = draft(company, FANG, KIND, content, names=looked(company, KIND, content).names, now=NOW)
    (asked,) = (each for each in breaking(company, new, DAY).newly_asked if each.name == "own.crane")
    assert asked.without == (issued,)
