"""What letters made from a template lack or must not say, each at the template's own words."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest

import schemas
from docgen.app import shipped_folder
from docgen.errors import Severity, WordPlace
from docgen.letters.request import Language, LetterKind
from docgen.studio.checking import Tools
from docgen.studio.subject import Subject
from docgen.studio.trials import trials
from docgen.usecases import Desk
from docgen.usecases.desk import file_name
from docgen.usecases.studio.review import Review, review
from tests.letters.making import example
from tests.studio.checking.files import changed, paragraph

Reviewed = Callable[..., Review]


@pytest.fixture(scope="session")
def reviewed(desk: Desk, tools: Tools) -> Reviewed:
    def of(file: bytes, kind: LetterKind, language: Language, most: int = 1) -> Review:
        loaded = schemas.load(example(kind.value))
        accounts = trials(loaded.account, loaded.letter)[:most]
        return review(desk, file, Subject(kind=kind, language=language), tools, accounts)

    return of


def shipped(kind: LetterKind, language: Language) -> bytes:
    return (shipped_folder("templates") / file_name(language, kind)).read_bytes()


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", Language)
def test_the_letters_of_a_template_that_ships_lack_nothing(
    kind: LetterKind, language: Language, reviewed: Reviewed
) -> None:
    assert reviewed(shipped(kind, language), kind, language).findings == ()


@pytest.mark.parametrize(
    "kind", [LetterKind.DEMAND_LETTER, LetterKind.PAYMENT_REMINDER, LetterKind.REPAYMENT_AGREEMENT]
)
def test_the_other_accounts_make_their_letters_too(kind: LetterKind, reviewed: Reviewed) -> None:
    assert reviewed(shipped(kind, Language.ZH), kind, Language.ZH, most=99).findings == ()


@pytest.mark.parametrize("language", Language)
def test_a_part_that_the_letter_must_hold_and_does_not_is_named(language: Language, reviewed: Reviewed) -> None:
    file = changed(
        shipped(LetterKind.DEMAND_LETTER, language),
        "word/document.xml",
        lambda xml: xml.replace("{{ bank.number }}", ""),
    )
    found = reviewed(file, LetterKind.DEMAND_LETTER, language).findings
    missing = [finding.facts["part"] for finding in found if finding.code == "letter.part_missing"]
    assert missing == ["收款账号" if language is Language.ZH else "the number of the account to pay to"]
    assert {finding.severity for finding in found} == {Severity.WARNING}


def test_a_part_of_another_letter_is_told_at_its_own_words(reviewed: Reviewed) -> None:
    words = "贵司逾期不付的，我司将向人民法院提起诉讼。"
    file = changed(
        shipped(LetterKind.PAYMENT_REMINDER, Language.ZH),
        "word/document.xml",
        lambda xml: xml.replace("<w:sectPr", paragraph(words) + "<w:sectPr", 1),
    )
    found = reviewed(file, LetterKind.PAYMENT_REMINDER, Language.ZH).findings
    [finding] = [one for one in found if one.code == "letter.part_out_of_place"]
    assert isinstance(finding.place, WordPlace)
    assert finding.place.part == "word/document.xml"
    assert finding.place.paragraph is not None
    assert words in (finding.place.around or finding.place.words) or "提起诉讼" in finding.place.words


def test_a_threat_is_told_once_though_the_file_and_its_letters_both_show_it(reviewed: Reviewed) -> None:
    file = changed(
        shipped(LetterKind.DEMAND_LETTER, Language.ZH),
        "word/document.xml",
        lambda xml: xml.replace("特此函告。", "{{ you }}逾期不付的，{{ we }}将向公安机关报案。特此函告。"),
    )
    found = reviewed(file, LetterKind.DEMAND_LETTER, Language.ZH)
    [finding] = [one for one in found.findings if one.code == "tone.criminal_threat"]
    assert finding.severity is Severity.FAULT
    assert found.stops
    assert finding.place.part == "word/document.xml"  # type: ignore[union-attr]


def test_a_name_of_another_company_in_the_template_is_told_against_the_example(reviewed: Reviewed) -> None:
    file = changed(
        shipped(LetterKind.DEMAND_LETTER, Language.ZH),
        "word/document.xml",
        lambda xml: xml.replace("{{ letter.date }}", "2026年2月30日", 1),
    )
    found = reviewed(file, LetterKind.DEMAND_LETTER, Language.ZH).findings
    assert {finding.code for finding in found} & {"day.impossible", "letter.part_missing"}


@pytest.mark.parametrize("language", Language)
def test_a_right_that_only_this_account_reserves_is_not_reserved(language: Language, reviewed: Reviewed) -> None:
    """The example is contested in part, so that its letter reserves something whatever the template says."""
    words, part = (
        ("本函不构成{{ we }}对违约金", "权利保留")
        if language is Language.ZH
        else ("waive", "the reservation of rights")
    )
    file = without_paragraphs(shipped(LetterKind.DEMAND_LETTER, language), words)
    found = reviewed(file, LetterKind.DEMAND_LETTER, language).findings
    assert [one.facts["part"] for one in found if one.code == "letter.part_missing"] == [part]


def test_a_day_that_the_example_has_by_chance_is_missed_all_the_same(reviewed: Reviewed) -> None:
    file = without_paragraphs(shipped(LetterKind.LAWYERS_LETTER, Language.ZH), "{{ letter.date }}")
    found = reviewed(file, LetterKind.LAWYERS_LETTER, Language.ZH).findings
    assert [one.facts["part"] for one in found if one.code == "letter.part_missing"] == ["函件日期"]


def without_paragraphs(file: bytes, words: str) -> bytes:
    """The file without the paragraphs of its body that hold these words."""
    document = docx.Document(io.BytesIO(file))
    for each in document.paragraphs:
        if words in each.text:
            each._element.getparent().remove(each._element)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_a_template_with_faults_makes_no_letter_and_raises_nothing(reviewed: Reviewed) -> None:
    file = changed(
        shipped(LetterKind.DEMAND_LETTER, Language.ZH),
        "word/document.xml",
        lambda xml: xml.replace("{{ total_full }}", "{{ totl_full }}"),
    )
    found = reviewed(file, LetterKind.DEMAND_LETTER, Language.ZH)
    assert [finding.code for finding in found.findings] == ["template.name_unknown"]
    assert found.checked.compiled is None
