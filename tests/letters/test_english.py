"""The English letters: legal English, the Chinese text prevailing, and Chinese only where there is no English form."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from docgen.letters import wording
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import LADDER, Language, LetterKind, Purpose
from tests.letters.making import ROOT, SENT, WITHOUT_SUMS, Worded, example, make

EN = Language.EN
REMINDER, CONFIRMATION, DEMAND, LAWYERS, APPLICATION = LADDER
KINDS = [*((kind, None) for kind in LetterKind), (CONFIRMATION, Purpose.ACCOUNTS)]
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


def english(kind: LetterKind, purpose: Purpose | None = None, **letter: Any) -> Worded:
    asked = example(kind.value)
    asked["letter"] |= letter | ({"purpose": purpose.value} if purpose else {})
    return make(kind, asked, EN)


def small(*invoices: dict[str, Any], kind: LetterKind = REMINDER, **letter: Any) -> Worded:
    """An account of these invoices alone, under one contract that is silent on late payment."""
    asked = example(kind.value)
    contract = {"number": "C-1", "kind": "sale", "signed_on": "2026-01-05", "currency": "CNY",
                "late_payment": {"rate": "none"}}  # fmt: skip
    issued = [{"contract": "C-1", "issued_on": "2026-02-01"} | one for one in invoices]
    asked["account"] |= {"contracts": [contract], "payments": [], "history": [], "invoices": issued}
    for day in ("pay_by", "reply_by"):
        asked["letter"].pop(day, None)
    asked["letter"] |= letter
    return make(kind, asked, EN)


# -- language


@pytest.mark.parametrize(("kind", "purpose"), KINDS)
def test_chinese_stands_in_an_english_letter_only_as_the_request_gave_it(
    kind: LetterKind, purpose: Purpose | None
) -> None:
    asked = example(kind.value)
    if purpose:
        asked["letter"]["purpose"] = purpose.value
    given = json.dumps(asked, ensure_ascii=False)
    text = make(kind, asked, EN).text
    assert [words for words in HAN.findall(text) if words not in given] == []


def test_what_has_an_english_form_is_not_chinese() -> None:
    text = english(DEMAND).text
    assert "Huaxin Precision (Example) Co., Ltd." in text
    assert "100 Chuangxin Road" in text
    assert "General Manager" in text and "总经理" not in text
    assert "delivery note No. SH-102" in text and "送货单 No." not in text


def test_a_term_without_a_set_translation_stays_as_it_was_written() -> None:
    assert wording.set_term("总经理", EN) == "General Manager"
    assert wording.set_term("总经理", Language.ZH) == "总经理"
    assert wording.set_term("华东区应收账款主管", EN) == "华东区应收账款主管"


@pytest.mark.parametrize(("kind", "purpose"), KINDS)
def test_the_chinese_text_is_said_to_prevail(kind: LetterKind, purpose: Purpose | None) -> None:
    made = english(kind, purpose)
    if kind not in SENT:  # for our own hands: it has no other text
        assert "prevails" not in made.text
        return
    assert "The Chinese text prevails." in made.text.split("\n\n")[-1]  # the footer of every page
    if not CATALOGUE[kind].in_court:
        assert re.search(r"The Chinese text of this [a-z]+ prevails over the English\.", made.text)


@pytest.mark.parametrize(("kind", "purpose"), KINDS)
def test_no_tag_and_no_empty_label_is_left(kind: LetterKind, purpose: Purpose | None) -> None:
    text = english(kind, purpose).text
    assert not re.search(r"\{[{%]|[%}]\}|None|\(\)|, ,|:\s*[,;.]|[：；，]$", text)


@pytest.mark.parametrize("kind", LetterKind)
def test_every_run_that_prints_words_can_print_chinese_names_in_chinese(kind: LetterKind) -> None:
    document = Document(str(ROOT / "templates" / "en" / f"{kind.value}.docx"))
    parts = [
        document.element.body,
        *(part._element for part in (document.sections[0].header, document.sections[0].footer)),
    ]
    runs = [run for part in parts for run in part.iter(qn("w:r")) if run.findtext(qn("w:t"))]
    assert runs
    for run in runs:
        assert applies(document, run, "w:rFonts", "w:eastAsia") == "宋体"
        language = [applies(document, run, "w:lang", name) for name in ("w:val", "w:eastAsia")]
        assert language == ["en-GB", "zh-CN"]


def applies(document: WordDocument, run: Any, setting: str, attribute: str) -> str | None:
    """What a run says, else its paragraph's style and those that it is based on, else the whole document."""
    styles = document.styles.element
    said = [run.find(f"{qn('w:rPr')}/{qn(setting)}")]
    named = run.getparent().find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    identity = "Normal" if named is None else named.get(qn("w:val"))
    while identity:
        (style,) = (style for style in styles.iterfind(qn("w:style")) if style.get(qn("w:styleId")) == identity)
        said.append(style.find(f"{qn('w:rPr')}/{qn(setting)}"))
        based_on = style.find(qn("w:basedOn"))
        identity = None if based_on is None else based_on.get(qn("w:val"))
    said.append(styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn(setting)}"))
    return next((one.get(qn(attribute)) for one in said if one is not None and one.get(qn(attribute))), None)


# -- layout that Word must keep


@pytest.mark.parametrize("kind", SENT)
def test_the_paper_is_a4_with_generous_margins(kind: LetterKind) -> None:
    section = Document(str(ROOT / "templates" / "en" / f"{kind.value}.docx")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert all(round(side.mm) >= 24 for side in (section.left_margin, section.right_margin, section.top_margin))


@pytest.mark.parametrize("kind", LetterKind)
def test_rows_do_not_split_and_heads_repeat(kind: LetterKind) -> None:
    made = english(kind)
    for table in Document(BytesIO(made.docx)).tables:
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        head = table.rows[0]._tr
        if any(cell.paragraphs[0].style.name.startswith("Table Head") for cell in table.rows[0].cells):
            assert head.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("kind", SENT)
def test_the_signature_keeps_with_the_text_before_it(kind: LetterKind) -> None:
    paragraphs = Document(BytesIO(english(kind).docx)).paragraphs
    line = next(at for at, one in enumerate(paragraphs) if one.style.name == "Signature Line")
    for one in paragraphs[line - 3 : line + 1]:
        assert one.style.paragraph_format.keep_with_next, (one.style.name, one.text)


@pytest.mark.parametrize("kind", LetterKind)
def test_every_page_is_numbered_of_how_many(kind: LetterKind) -> None:
    footer = Document(BytesIO(english(kind).docx)).sections[0].footer
    codes = [code.text.strip() for code in footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


# -- the reminder's three states


def test_a_reminder_before_the_due_date_asks_for_nothing() -> None:
    made = small({"number": "1", "amount": "100.00", "due_on": "2026-10-08"})
    assert "falls due on 8 October 2026" in made.text
    assert "We are not asking you to pay early" in made.text
    assert "Please pay this sum" not in made.text
    assert "Re: Payment Reminder – RMB 100.00 falling due" in made.text


def test_a_reminder_on_the_due_date_asks_for_payment_as_agreed() -> None:
    text = small({"number": "1", "amount": "100.00", "due_on": "2026-09-15"}).text
    assert "fall due today. Please pay as agreed" in text
    assert "RMB 100.00 due today" in text
    assert "days overdue." not in text


def test_a_reminder_after_the_due_date_asks_for_payment_by_a_day() -> None:
    text = small({"number": "1", "amount": "100.00", "due_on": "2026-09-05"}).text
    assert "of which the longest outstanding is 10 days overdue. Please pay this sum to the account below by 22" in text
    assert "that date does not change the original due dates" in text


def test_a_reminder_carries_a_statement_of_all_that_is_open() -> None:
    text = english(REMINDER).text
    letter, statement = text.split("Statement of account as at 15 September 2026 (amounts in RMB)\n")
    assert "26327000000000000106" not in letter  # not due yet: a sum in the letter, a row in the statement
    assert (
        "5 | 26327000000000000106 | 1 Sep 2026 | 30 Oct 2026 | 145,200.00 | 0.00 | 145,200.00 | not yet due"
        in statement
    )
    assert "Balance (total open) | 1,391,550.50 | 369,700.00 | 1,021,850.50" in statement
    assert "Not overdue | 1–30 days | 31–60 days | 61–90 days | 91–180 days | 181–365 days | Over 365 days" in statement
    assert "Open | 145,200.00 | 0.00 | 198,000.00 | 0.00 | 260,000.00 | 418,650.50 | 0.00" in statement


def test_a_reminder_that_asks_for_all_that_is_open_lists_it_once() -> None:
    text = small({"number": "INV-1", "amount": "100.00", "due_on": "2026-09-05"}).text
    assert text.count("INV-1") == 1
    assert "The amounts in the statement of account below total RMB 100.00" in text


# -- confirmations


def test_the_two_confirmations_are_never_mixed() -> None:
    accounts, demanding = english(CONFIRMATION, Purpose.ACCOUNTS).text, english(CONFIRMATION, Purpose.DEMAND).text
    assert "solely to reconcile accounts and is not a demand for payment" in accounts
    assert "pay" not in re.sub(r"payments? |\bpayment\b", "", accounts.replace("payables@", ""))
    assert "not a demand" not in demanding and "solely" not in demanding
    assert "confirms the debt and your agreement to perform your obligation to pay by that date" in demanding
    assert "box 2 is ticked and which bears your seal confirms the amount only" in demanding
    assert "Account No.:" in demanding and "Account No.:" not in accounts


def test_the_promise_on_the_slip_moves_no_due_date() -> None:
    text = english(CONFIRMATION, Purpose.DEMAND).text
    slip = text[text.index("Reply Slip") :]
    for words in (
        "□ 1. The amount is correct, and we undertake to pay it in full by 30 September 2026.",
        "□ 2. We confirm the amount only.",
        "□ 3. The amount is not correct.",
        "does not change the original time for performance",
        "liability for late payment runs from the original due dates",
        "Signature:", "Name:", "Position:", "Date:", "Company seal", "Return address: 100 Chuangxin Road",
    ):  # fmt: skip
        assert words in slip


def test_the_reply_to_an_accounts_confirmation_offers_agreed_and_not_agreed() -> None:
    text = english(CONFIRMATION, Purpose.ACCOUNTS).text
    slip = text[text.index("Reply to Accounts Confirmation") :]
    assert slip.index("□ 1. Information agreed") < slip.index("□ 2. Information not agreed")
    assert "Return address:" in slip


# -- demand, lawyer's letter, application


def test_a_demand_threatens_only_what_the_law_allows() -> None:
    text = english(DEMAND).text
    assert (
        "If payment is not made in full by that date, we will take lawful measures such as applying for a payment "
        "order, filing a lawsuit and applying for property preservation. As to costs, the contracts provide: " in text
    )
    assert not re.search(
        r"police|crime|criminal|blacklist|media|customers|employer|enforcement list", text, re.IGNORECASE
    )


def test_words_agree_with_the_figures_beside_them() -> None:
    for kind, purpose in KINDS:
        made = english(kind, purpose)
        pairs = re.findall(r"RMB ([\d,]+\.\d\d) \((Renminbi [^)]+ only)\)", made.text)
        assert pairs or kind in WITHOUT_SUMS
        for figures, words in pairs:
            amount = wording.amount_in_english(
                type(made.assessment.chosen.totals.open)(figures.replace(",", "")), "CNY", "Renminbi"
            )
            assert words == amount


def test_the_annex_adds_up_and_starts_a_page() -> None:
    made = english(DEMAND)
    [title] = [one for one in Document(BytesIO(made.docx)).paragraphs if one.style.name == "Annex Title"]
    assert title.style.paragraph_format.page_break_before
    assert "Rounding difference of the lines above | 0.01" in made.text
    assert f"Total | {made.facts['interest']['total_column']}" in made.text


def test_a_lawyers_letter_is_a_draft_on_every_page_and_its_firm_issues_it() -> None:
    made = english(LAWYERS)
    header, body = made.text.split("\n\n", 1)
    assert header == "Draft – to be reviewed and sealed by a law firm"
    assert body.startswith("Jiangsu Example Law Firm\nPractice licence No. ")
    assert re.search(r"have been instructed by Huaxin .* have assigned Zhou Shili, attorney at law", body)
    assert re.search(r"practice No\. \d{17}", body)
    assert "For and on behalf of Jiangsu Example Law Firm" in body
    assert "For and on behalf of Huaxin" not in body
    assert "does not affect any other right of our client" in body


def test_the_application_says_on_every_page_that_it_is_a_reference_copy() -> None:
    header = english(APPLICATION).text.split("\n\n", 1)[0]
    assert header.startswith("English translation for reference; the Chinese text prevails")


def test_the_application_claims_a_fixed_sum_and_declares_its_conditions() -> None:
    text = english(APPLICATION).text
    assert "urging it to pay the applicant the price of the goods in the amount of RMB 876,650.50" in text
    assert "in the fixed amount of RMB 25,702.27" in text
    assert text.count("until actual payment") == 1  # in the reservation
    for condition in (
        "no other debt dispute between the creditor and the debtor",
        "the applicant owes no counter-performance",
        "the claim is due and its amount is certain",
        "its whereabouts are not unknown, and the payment order can be served on it",
        "the applicant has not applied for pre-litigation preservation",
    ):
        assert condition in text


# -- persons, currencies, drafts


def test_a_natural_person_is_addressed_by_name_and_no_identity_number_is_printed() -> None:
    asked = example(DEMAND.value)
    asked["account"]["debtor"] = {
        "name": "赵示例", "name_en": "Zhao Shili", "kind": "natural_person", "country": "CN",
        "registration_number": "11010119900307TEST", "address": "示例市示例路1号",
    }  # fmt: skip
    text = make(DEMAND, asked, EN).text
    assert "Dear Zhao Shili," in text
    assert "Yours sincerely," in text and "Yours faithfully," not in text
    assert "11010119900307TEST" not in text
    assert "Attention:" not in text


def test_a_draft_names_its_bars_at_the_top() -> None:
    made = make(DEMAND, example(DEMAND.value), EN, draft_because=("Invoice 1 is not yet due.",))
    assert made.text.startswith("Draft – not to be sent\n")
    assert "This document must not be sent because:\n– Invoice 1 is not yet due." in made.text
    assert made.text.index("Invoice 1 is not yet due.") < made.text.index("Dear Sir or Madam,")


def test_a_foreign_currency_is_named_in_figures_and_words() -> None:
    asked = example(DEMAND.value)
    asked["account"] |= {
        "contracts": [{"number": "C-1", "kind": "sale", "currency": "USD", "late_payment": {"rate": "none"}}],
        "payments": [], "history": [],
        "invoices": [{"number": "1", "contract": "C-1", "issued_on": "2026-02-01", "due_on": "2026-03-05",
                      "amount": "1250000.00"}],
    }  # fmt: skip
    asked["letter"]["interest"] = {"rule": "none"}
    text = make(DEMAND, asked, EN).text
    assert "USD 1,250,000.00 (US dollars one million two hundred and fifty thousand only)" in text
    assert "(amounts in USD)" in text
    assert "RMB" not in text


@pytest.mark.parametrize(
    ("kind", "said", "instead_of"),
    [
        (LetterKind.IN_KIND_AGREEMENT, "the Asset", r"\bthing\b"),
        (LetterKind.POWER_OF_ATTORNEY, "to amend claims", "to change claims"),
        (LetterKind.POWER_OF_ATTORNEY, "examine evidence", "discuss the evidence"),
        (LetterKind.RESCISSION_NOTICE, "further performance ceases", "need not be performed"),
    ],
)
def test_the_terms_are_those_of_legal_english(kind: LetterKind, said: str, instead_of: str) -> None:
    text = english(kind).text
    assert said in text
    assert not re.search(instead_of, text, re.IGNORECASE)
