"""An English letter is English as far as anybody has given the English; what is missing is told, with its place."""

from __future__ import annotations

import re
from typing import Any

import pytest

import schemas
from docgen.errors import Finding, Severity
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter
from docgen.wordfile.text import text
from tests.letters.making import SENT, example

DEMAND = LetterKind.DEMAND_LETTER
CHINESE = re.compile(r"[\u4e00-\u9fff（）《》，。]+")


def made(desk: Desk, document: Any, kind: LetterKind = DEMAND, language: Language = Language.EN) -> Letter:
    loaded = schemas.load(document, kind=kind)
    return make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)


def missing(letter: Letter) -> list[Finding]:
    return [notice for notice in letter.notices if notice.code == "letter.english_missing"]


@pytest.mark.parametrize("kind", LetterKind)
def test_the_example_in_english_says_in_chinese_only_registered_names_and_letter_numbers(
    desk: Desk, kind: LetterKind
) -> None:
    letter = made(desk, example(kind.value), kind)
    assert missing(letter) == []
    account = schemas.load(example(kind.value)).account
    numbers = {event.reference for event in account.history} | {letter.request.number}
    guarantors = [each.guarantor.name for contract in account.contracts for each in contract.guarantees]
    assignee = [letter.request.assignment.assignee.name] if letter.request.assignment else []
    notes = {event.note for event in account.history} if kind not in SENT else set()  # of our own, for our own hands
    allowed = " ".join(
        filter(None, (account.creditor.name, account.debtor.name, *guarantors, *assignee, *numbers, *notes))
    )
    assert set(CHINESE.findall(text(letter.docx))) - set(CHINESE.findall(allowed)) == set()


def test_what_stands_in_chinese_is_told_once_with_the_field_that_would_hold_its_english(desk: Desk) -> None:
    document = example(DEMAND.value)
    del document["account"]["contracts"][0]["title_en"]
    del document["account"]["invoices"][2]["description_en"]
    del document["letter"]["enclosures_en"]
    (told,) = missing(made(desk, document))
    assert told.severity is Severity.INFORMATION
    assert told.place == "/account/contracts/0/title_en"
    assert told.facts["count"] == "4"
    assert "“精密传动部件采购合同” (/account/contracts/0/title_en)" in told.facts["places"]
    assert "(/account/invoices/2/description_en)" in told.facts["places"]
    assert told.facts["places"].count("(/letter/enclosures_en)") == 2
    assert "精密传动部件采购合同" in desk.messages.say(told, "en") + desk.messages.say(told, "zh")


def test_words_that_the_letter_does_not_print_need_no_english(desk: Desk) -> None:
    document = example(DEMAND.value)
    del document["account"]["invoices"][0]["description_en"]  # paid: not in the letter
    del document["account"]["contracts"][0]["dispute_clause_en"]  # a demand letter does not quote it
    assert missing(made(desk, document)) == []


def test_a_set_term_needs_no_english(desk: Desk) -> None:
    document = example(DEMAND.value)
    for invoice in document["account"]["invoices"]:
        for paper in invoice.get("delivery_documents", ()):
            del paper["title_en"]
    letter = made(desk, document)
    assert missing(letter) == []
    assert "delivery note No. SH-103" in text(letter.docx)


def test_words_for_this_letter_alone_are_to_be_written_in_its_language(desk: Desk) -> None:
    document = example(DEMAND.value)
    document["letter"] |= {"salutation": "敬启者：", "paragraphs": {"closing": "望尽快付款。\nThank you."}}
    (told,) = missing(made(desk, document))
    assert told.facts["places"] == "“敬启者：” (/letter/salutation); “望尽快付款。” (/letter/paragraphs/closing)"


def test_a_long_list_is_cut_and_says_how_many_there_are(desk: Desk) -> None:
    document = example(DEMAND.value)
    document["letter"].pop("enclosures_en")
    document["letter"]["enclosures"] = [f"附件第{number}号" for number in range(1, 31)]
    (told,) = missing(made(desk, document))
    assert told.facts["count"] == "30"
    assert told.facts["places"].count("(/letter/enclosures_en)") == 20 and told.facts["places"].endswith("; …")


def test_a_chinese_letter_asks_for_no_english_and_prints_none(desk: Desk) -> None:
    letter = made(desk, example(DEMAND.value), language=Language.ZH)
    assert missing(letter) == []
    assert "Purchase Contract" not in text(letter.docx)


def test_a_clause_in_english_is_marked_as_a_translation_and_stands_in_no_quotation_marks(desk: Desk) -> None:
    words = "If the Buyer is late in payment, it shall pay the Seller liquidated damages of 0.03% of the unpaid amount"
    printed = text(made(desk, example(DEMAND.value)).docx)
    assert f"provides: {words} for each day of delay (translation). Accordingly," in printed
    assert f"“{words}" not in printed


def test_a_clause_without_english_is_quoted_as_the_contract_words_it(desk: Desk) -> None:
    document = example(DEMAND.value)
    del document["account"]["contracts"][1]["late_payment"]["words_en"]
    letter = made(desk, document)
    assert "provides: “买方逾期付款的，每逾期一日，按未付金额的万分之三向卖方支付违约金。” Accordingly" in text(
        letter.docx
    )
    assert [told.place for told in missing(letter)] == ["/account/contracts/1/late_payment/words_en"]


def test_the_signatory_who_is_the_legal_representative_needs_no_second_english_name(desk: Desk) -> None:
    document = example(DEMAND.value)
    del document["letter"]["signatory_en"]
    letter = made(desk, document)
    assert missing(letter) == []
    assert "Chen Shili, General Manager" in text(letter.docx)
