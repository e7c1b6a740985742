"""What a clerk need not say, and how it is told."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.letters.catalogue import CATALOGUE, Group
from docgen.letters.papers import PAPERS
from docgen.letters.request import LADDER, Language, LetterKind, Purpose
from docgen.messages import Messages
from tests.letters.making import ROOT, Worded, example, make

BARE = {"number": "函〔2026〕1号"}


def bare(kind: LetterKind, language: Language = Language.ZH, **letter: object) -> Worded:
    """A letter of which only the number is said, and what its kind cannot do without."""
    asked = example(kind.value)
    needed = {name: asked["letter"][name] for name in ("law_firm", "court", "evidence") if name in asked["letter"]}
    asked["letter"] = BARE | needed | letter
    return make(kind, asked, language)


def why(made: Worded) -> dict[str, str]:
    return {default.pointer: default.why for default in made.defaults}


def test_a_letter_without_a_date_bears_the_day_asked_about() -> None:
    made = bare(LetterKind.DEMAND_LETTER)
    assert made.request.dated_on == dt.date(2026, 9, 15)
    assert why(made)["/letter/dated_on"] == "default.dated_on"


@pytest.mark.parametrize(
    ("kind", "day", "because"),
    [
        (LetterKind.PAYMENT_REMINDER, "2026-09-22", "seven days"),
        (LetterKind.DEMAND_LETTER, "2026-09-28", "ten days end on 25 September, Mid-Autumn, a holiday until the 27th"),
        (LetterKind.LAWYERS_LETTER, "2026-09-30", "fifteen days"),
    ],
)
def test_the_day_to_pay_by_follows_the_letter_and_falls_on_a_working_day(
    kind: LetterKind, day: str, because: str
) -> None:
    made = bare(kind)
    assert made.request.pay_by == dt.date.fromisoformat(day), because
    assert why(made)["/letter/pay_by"] == "default.pay_by.working_day"


def test_a_day_whose_holidays_nobody_has_published_is_told_as_such() -> None:
    made = bare(LetterKind.DEMAND_LETTER, dated_on="2031-03-03")
    assert made.request.pay_by == dt.date(2031, 3, 13)
    assert why(made)["/letter/pay_by"] == "default.pay_by.calendar_day"


def test_a_confirmation_requests_payment_unless_it_is_said_to_be_for_reconciliation() -> None:
    assert bare(LetterKind.BALANCE_CONFIRMATION).request.purpose is Purpose.DEMAND
    accounts = bare(LetterKind.BALANCE_CONFIRMATION, purpose="accounts")
    assert accounts.request.purpose is Purpose.ACCOUNTS
    assert accounts.request.pay_by is None
    assert "/letter/purpose" not in why(accounts)


def test_the_legal_representative_signs_unless_somebody_else_is_named() -> None:
    made = bare(LetterKind.DEMAND_LETTER)
    assert (made.request.signatory, made.request.signatory_post) == ("陈示例", "总经理")
    named = bare(LetterKind.DEMAND_LETTER, signatory="王示例")
    assert (named.request.signatory, named.request.signatory_post) == ("王示例", None)


def test_what_the_request_says_is_never_replaced() -> None:
    said = {"dated_on": "2026-09-15", "pay_by": "2026-10-20", "reply_by": "2026-10-21", "salutation": "各位：",
            "enclosures": ["对账单"], "signatory": "王示例", "signatory_post": "经理"}  # fmt: skip
    made = bare(LetterKind.DEMAND_LETTER, **said)
    assert made.defaults == ()
    assert "2026年10月20日" in made.text and "各位：" in made.text and "1. 对账单" in made.text


def test_enclosures_are_listed_only_from_what_is_on_record() -> None:
    asked = example("demand_letter")
    for invoice in asked["account"]["invoices"]:
        for documents in ("delivery_documents", "acceptance_documents"):
            invoice.pop(documents, None)
    asked["letter"].pop("enclosures")
    asked["letter"].pop("enclosures_en")
    assert make(LetterKind.DEMAND_LETTER, asked).request.enclosures == ("合同（复印件）", "发票（复印件）")


@pytest.mark.parametrize("kind", LetterKind)
def test_every_default_has_its_sentence_in_both_languages(kind: LetterKind) -> None:
    messages = Messages.parse(
        {lang: [(ROOT / "docgen/messages" / lang / "letters.toml").read_text("utf-8")] for lang in ("zh", "en")}
    )
    for default in bare(kind).defaults:
        for language in ("zh", "en"):
            assert default.value in messages.say(default.finding, language) or default.value == Purpose.DEMAND
            assert messages.do(default.finding, language)


def test_the_lawyers_letter_and_the_papers_for_courts_are_drafts_by_nature() -> None:
    drafts = {kind for kind, entry in CATALOGUE.items() if entry.always_draft}
    of_court = {kind for kind, paper in PAPERS.items() if paper.entry.group is Group.COURT}
    assert drafts & (set(LADDER) | of_court) == {LetterKind.LAWYERS_LETTER} | of_court


def test_every_letter_has_a_title_in_each_language_for_each_purpose() -> None:
    titles = {
        entry.title(language, purpose)
        for entry in CATALOGUE.values()
        for purpose in entry.purposes or (None,)
        for language in Language
    }
    assert {"付款提醒函", "往来款项询证函", "欠款征询函", "催款函", "律师函", "支付令申请书"} <= titles
    assert len(titles) == 2 * sum(len(entry.purposes) or 1 for entry in CATALOGUE.values())
