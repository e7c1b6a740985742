"""The letters that ship, printed: nothing of what they say is missing, and they take the pages they ought to."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from docx import Document

from docgen.letters.request import Language, LetterKind
from docgen.printing import Press
from docgen.wordfile.text import W, words
from tests.letters.making import make
from tests.printing.word import Proof

PAGES = {
    LetterKind.PAYMENT_REMINDER: 2,
    LetterKind.BALANCE_CONFIRMATION: 3,
    LetterKind.DEMAND_LETTER: 4,
    LetterKind.LAWYERS_LETTER: 5,
    LetterKind.PAYMENT_ORDER_APPLICATION: 4,
    LetterKind.GUARANTOR_REQUEST: 2,
    LetterKind.CIVIL_COMPLAINT: 6,
    LetterKind.PRESERVATION_APPLICATION: 3,
    LetterKind.ENFORCEMENT_APPLICATION: 4,
    LetterKind.EVIDENCE_LIST: 1,
    LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE: 1,
    LetterKind.POWER_OF_ATTORNEY: 1,
    LetterKind.ADDRESS_CONFIRMATION: 1,
    LetterKind.SME_COMPLAINT: 3,
    LetterKind.REPAYMENT_AGREEMENT: 4,
    LetterKind.DEBT_ACKNOWLEDGMENT: 2,
    LetterKind.IN_KIND_AGREEMENT: 3,
    LetterKind.SUPPLY_SUSPENSION_NOTICE: 2,
    LetterKind.SET_OFF_NOTICE: 2,
    LetterKind.ASSIGNMENT_NOTICE: 3,
    LetterKind.RESCISSION_NOTICE: 2,
    LetterKind.DECISION_MEMO: 1,  # for the file, on one page
    LetterKind.CALL_SHEET: 2,
    LetterKind.VISIT_SHEET: 2,
    LetterKind.LAW_FIRM_HANDOVER: 3,
    LetterKind.SERVICE_COVER: 2,
    LetterKind.STATEMENT_OF_ACCOUNT: 2,
    LetterKind.EARLY_PAYMENT_OFFER: 1,
    LetterKind.PERFORMANCE_NOTICE: 2,
}
# English takes more room than Chinese.
LONGER_IN_ENGLISH = {LetterKind.DEBT_ACKNOWLEDGMENT, LetterKind.IN_KIND_AGREEMENT}


def signs(said: str) -> Counter[str]:
    return Counter(sign for sign in said if sign.isalnum() or sign in "（）〔〕《》“”：；，。□■☐、")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_is_printed_whole(press: Press, kind: LetterKind, language: Language) -> None:
    letter = make(kind, language=language)
    proof = Proof(press.print(letter.docx).pdf)
    body = Document(io.BytesIO(letter.docx)).element.body
    said = signs("".join(words(paragraph) for paragraph in body.iter(W + "p")))
    assert not said - signs(proof.text)
    assert len(proof.pages) == PAGES[kind] + (language is Language.EN and kind in LONGER_IN_ENGLISH)
    assert all(page.strip() for page in proof.pages)


def test_a_heading_stands_above_its_text(press: Press) -> None:
    proof = Proof(press.print(make(LetterKind.DEMAND_LETTER).docx).pdf)
    for heading in ("一、合同及履行情况", "二、欠款情况", "三、逾期付款责任", "四、法律依据", "五、付款要求"):
        assert not proof.pages[proof.where(heading).page - 1].rstrip().endswith(heading)
