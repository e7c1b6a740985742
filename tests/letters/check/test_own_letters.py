"""The letters that are made here have nothing against them: read as a stranger's, and beside their account."""

from __future__ import annotations

import pytest

import schemas
from docgen.letters.check import Checked, examine
from docgen.letters.papers import PAPERS
from docgen.letters.request import Language, LetterKind
from docgen.letters.tone import texts_in
from tests.letters.golden import CASES, path
from tests.letters.making import Worded, example, law, make

LETTERS = [(kind, language) for kind in LetterKind for language in Language]
# Its sums are those of an instrument, which no account holds: what docgen worded explains them.
OF_AN_INSTRUMENT = LetterKind.ENFORCEMENT_APPLICATION

# What these name was worked out for them - a discount, the days of a decision - and docgen's words explain it as well.
WORKED_OUT = {LetterKind.EARLY_PAYMENT_OFFER, *(kind for kind, paper in PAPERS.items() if paper.decides)}


def reading(letter: Worded, **known: object) -> Checked:
    return examine(letter.text, dated_on=letter.request.dated_on or letter.assessment.as_of, law=law(), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "language"), LETTERS)
def test_a_shipped_letter_read_as_a_stranger_s_has_no_finding(kind: LetterKind, language: Language) -> None:
    checked = reading(make(kind, language=language))
    assert checked.findings == ()
    assert checked.language is language


@pytest.mark.parametrize(("kind", "language"), LETTERS)
def test_beside_its_account_every_sum_and_day_of_it_is_explained(kind: LetterKind, language: Language) -> None:
    letter = make(kind, language=language)
    account = schemas.load(example(kind.value)).account
    known = {"kind": kind, "account": account, "assessment": letter.assessment, "request": letter.request}
    if kind not in {OF_AN_INSTRUMENT, *WORKED_OUT}:
        checked = reading(letter, **known)
        assert checked.findings == ()
        assert all(one.explained for one in checked.sums if one.value)
        assert all(day.explained for day in checked.days)
    assert reading(letter, **known, printed=list(texts_in(letter.facts))).findings == ()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("case", CASES)
def test_a_golden_letter_has_no_finding(case: str, language: Language) -> None:
    text = path(case, language).read_text("utf-8")
    checked = examine(text, dated_on=make(LetterKind.DEMAND_LETTER).assessment.as_of, law=law())
    assert checked.findings == ()


def test_the_citations_of_our_own_letters_are_all_found_and_in_force() -> None:
    found = {placed.ref for kind, language in LETTERS for placed, _ in reading(make(kind, language=language)).citations}
    assert {"civil_code:509", "civil_code:577", "civil_code:579", "civil_code:585", "cpl:225"} <= found


def test_a_wrong_digit_in_a_finished_letter_is_found() -> None:
    letter = make(LetterKind.DEMAND_LETTER)
    account = schemas.load(example("demand_letter")).account
    known = {"account": account, "assessment": letter.assessment, "request": letter.request}
    for right, wrong, code in (
        ("人民币876,650.50元（大写", "人民币876,650.05元（大写", "sum.words_differ"),
        ("账　号：1000 0000 0000 0001 234", "账　号：1000 0000 0000 0001 243", "name.bank_account_differs"),
        ("合　计 | 902,352.77", "合　计 | 902,325.77", "sum.total_differs"),
        ("《民法典》第五百七十九条", "《民法典》第五百九十七条", "citation.not_held"),
    ):
        assert right in letter.text
        text = letter.text.replace(right, wrong)
        checked = examine(text, dated_on=letter.assessment.as_of, law=law(), **known)  # type: ignore[arg-type]
        assert code in {finding.code for finding in checked.findings}
