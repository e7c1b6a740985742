"""The accounts that a changed template is tried on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import schemas
from docgen.accounts.party import PartyKind
from docgen.errors import DocgenError
from docgen.letters.request import Language, LetterKind
from docgen.studio.trials import Trial, trials
from docgen.usecases import make_letter
from docgen.wordfile.text import text
from tests.letters.making import ROOT, desk


def of(kind: LetterKind) -> dict[str, Trial]:
    loaded = schemas.load((ROOT / "examples" / f"{kind.value}.json").read_bytes(), kind=kind)
    return {trial.id: trial for trial in trials(loaded.account, loaded.letter)}


def letter(kind: LetterKind, trial: str, language: Language = Language.ZH) -> str:
    one = of(kind)[trial]
    return text(make_letter(desk(), kind, language, one.account, one.request).docx)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
def test_each_letter_can_be_tried_on_each_account(kind: LetterKind, language: Language) -> None:
    tried = of(kind)
    failed = {}
    for name, trial in tried.items():
        try:
            make_letter(desk(), kind, language, trial.account, trial.request)
        except DocgenError as error:
            failed[name] = [finding.code for finding in error.findings]
    assert failed == {}


def test_the_account_of_fifty_has_fifty_rows() -> None:
    written = letter(LetterKind.DEMAND_LETTER, "fifty_invoices")
    assert len(set(re.findall(r"\b\d{20}\b", written))) == 50


def test_one_invoice_is_one_row_and_nothing_paid() -> None:
    (invoice,) = of(LetterKind.DEMAND_LETTER)["one_invoice"].account.invoices
    written = letter(LetterKind.DEMAND_LETTER, "one_invoice")
    assert f"{invoice.amount:,}" in written
    assert "已计入付款" not in written


def test_a_natural_person_has_no_registration_code_and_no_seal() -> None:
    debtor = of(LetterKind.DEMAND_LETTER)["natural_person"].account.debtor
    assert debtor.kind is PartyKind.NATURAL_PERSON
    assert "欧阳示例" in letter(LetterKind.DEMAND_LETTER, "natural_person")


def test_foreign_currency_is_written_in_its_own_words() -> None:
    written = letter(LetterKind.DEMAND_LETTER, "foreign_currency", Language.EN)
    assert "USD 876,650.50" in written
    assert "RMB 876,650.50" not in written


def test_a_credit_balance_is_not_asked_for() -> None:
    trial = of(LetterKind.BALANCE_CONFIRMATION)["credit_balance"]
    made = make_letter(desk(), LetterKind.BALANCE_CONFIRMATION, Language.ZH, trial.account, trial.request)
    assert made.facts["sums"]["we_owe"] is True


def test_rare_characters_and_long_names_stand_in_the_letter_as_they_are() -> None:
    assert "𬭎䶮㛃（示例）貿易股份有限公司" in letter(LetterKind.DEMAND_LETTER, "rare_characters")
    assert "苏州工业园区分公司" in letter(LetterKind.DEMAND_LETTER, "long_names")


def test_every_trial_but_the_first_changes_one_thing() -> None:
    tried = of(LetterKind.DEMAND_LETTER)
    example = tried.pop("example").account
    assert all(trial.account != example for trial in tried.values())
    assert replace(tried["no_contract_date"].account, contracts=example.contracts) == example
