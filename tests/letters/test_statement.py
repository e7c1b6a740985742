"""The statement of account in the reminder: all that is open once, what is contested apart, and where the page ends."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.table import Table, _Row

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.wordfile.text import text
from tests.letters.making import Worded, example, make, template

REMINDER, ZH, EN = LetterKind.PAYMENT_REMINDER, Language.ZH, Language.EN
HEADS = {ZH: "对账单（截至", EN: "Statement of account as at "}


def account(*invoices: dict[str, Any], language: Language = ZH, kind: LetterKind = REMINDER) -> Worded:
    """The letter of an account of these invoices alone, without payments."""
    asked = example(kind.value)
    contract = {"number": "C-1", "title": "买卖合同", "kind": "sale", "signed_on": "2026-01-05", "currency": "CNY",
                "late_payment": {"rate": "none"}}  # fmt: skip
    issued = [{"contract": "C-1", "issued_on": "2026-02-01"} | one for one in invoices]
    asked["account"] |= {"contracts": [contract], "payments": [], "history": [], "invoices": issued}
    for day in ("pay_by", "reply_by"):
        asked["letter"].pop(day, None)
    return make(kind, asked, language)


def contested(number: str, amount: str, due_on: str, of_it: str) -> dict[str, Any]:
    dispute = {"amount": of_it, "reason": "数量不符", "raised_on": "2026-08-01", "in_writing": True}
    return {"number": number, "amount": amount, "due_on": due_on, "dispute": dispute}


LATE = {"number": "INV-1", "amount": "86500.00", "due_on": "2026-09-05"}


# -- what it says


def test_it_lists_every_open_invoice_with_its_standing_the_total_and_the_aging() -> None:
    statement = make(REMINDER).text.split(HEADS[ZH])[1]
    lines = statement.splitlines()
    standings = [line.split(" | ")[-1] for line in lines if line[0:1].isdigit() and line.count(" | ") == 7]
    assert standings == ["逾期333天", "逾期249天", "逾期153天", "逾期46天", "未到期"]
    assert "余额（未付合计） | 1,391,550.50 | 369,700.00 | 1,021,850.50 | " in lines
    assert "账龄 | 未逾期 | 1—30天 | 31—60天 | 61—90天 | 91—180天 | 181—365天 | 365天以上" in lines
    assert "未付 | 145,200.00 | 0.00 | 198,000.00 | 0.00 | 260,000.00 | 418,650.50 | 0.00" in lines


def test_what_is_asked_for_whole_is_listed_once_and_what_is_not_due_only_there() -> None:
    assert account(LATE).text.count("INV-1") == 1
    letter, statement = account(LATE, {"number": "INV-2", "amount": "7.00", "due_on": "2026-10-20"}).text.split(
        HEADS[ZH]
    )
    assert "INV-1" in letter and "INV-1" in statement
    assert "INV-2" not in letter and "INV-2" in statement
    assert "尚未到期的款项合计人民币7.00元（大写：人民币柒元整），将于2026年10月20日到期" in letter


@pytest.mark.parametrize("language", Language)
def test_money_that_names_no_invoice_is_taken_off_the_total_in_a_line_of_its_own(language: Language) -> None:
    made = account(LATE, language=language)
    statement = made.facts["statement"] | {
        "has_unallocated": True, "unallocated_column": "500.00", "balance_column": "86,000.00"
    }  # fmt: skip
    lines = text(template(REMINDER, language).merge(made.facts | {"statement": statement})).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(("未付合计", "Total open")))
    total, taken_off, balance = lines[start : start + 3]
    assert "86,500.00" in total
    assert taken_off.startswith(("减：未指定用途", "Less: ")) and "500.00" in taken_off
    assert balance.startswith(("余", "Balance")) and "86,000.00" in balance


# -- what is contested

RESERVED = "贵司提出异议"


def test_a_contested_invoice_that_is_not_due_is_not_asked_for_on_its_due_date() -> None:
    made = account(LATE, contested("INV-2", "5000.00", "2026-10-20", "5000.00"))
    assert made.facts["coming"] == []
    assert f"· 发票INV-2：人民币5,000.00元，{RESERVED}" in made.text
    assert "2026年10月20日到期" not in made.text


def test_of_an_invoice_contested_in_part_only_the_rest_is_asked_for() -> None:
    made = account(
        contested("INV-1", "86500.00", "2026-09-05", "30000.00"),
        contested("INV-2", "9000.00", "2026-10-22", "4000.00"),
    )
    assert "合计人民币56,500.00元" in made.text
    assert "尚未到期的款项合计人民币5,000.00元" in made.text
    assert f"· 发票INV-1：人民币30,000.00元，{RESERVED}" in made.text
    assert f"· 发票INV-2：人民币4,000.00元，{RESERVED}" in made.text
    assert "逾期10天（部分有异议）" in made.text


@pytest.mark.parametrize("language", Language)
def test_where_all_is_contested_the_reminder_asks_for_nothing_and_still_states_the_account(language: Language) -> None:
    made = account(contested("INV-1", "86500.00", "2026-09-05", "86500.00"), language=language)
    letter, statement = made.text.split(HEADS[language])
    assert made.facts["state"] == "contested"
    assert made.facts["title"] == {ZH: "对账函", Language.EN: "Statement of Account"}[language]
    assert "付款提醒函" not in letter and "Reminder" not in letter
    assert ("本函不请求付款" if language is ZH else "This letter does not ask for payment") in letter
    assert made.facts["bank"]["number"] not in letter
    assert "86,500.00" in statement


# -- where the page ends


def rows_of(made: Worded, first_cell: str) -> list[_Row]:
    tables: list[Table] = Document(BytesIO(made.docx)).tables
    return next(list(table.rows) for table in tables if table.rows[0].cells[0].text.startswith(first_cell))


def kept(row: _Row) -> bool:
    """Whether Word keeps this row on the page of the next: its paragraphs say so, themselves or by their style."""
    styles = [paragraph.style for cell in row.cells for paragraph in cell.paragraphs]
    return all(style is not None and style.paragraph_format.keep_with_next for style in styles)  # type: ignore[union-attr]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [LetterKind.DEMAND_LETTER, REMINDER])
def test_a_total_takes_two_rows_with_it_and_the_head_two(kind: LetterKind, language: Language) -> None:
    invoices = [{"number": f"INV-{n}", "amount": "10.00", "due_on": "2026-08-01"} for n in range(30)]
    made = account(*invoices, kind=kind, language=language)
    rows = rows_of(made, "序号" if language is ZH else "No.")
    assert [kept(row) for row in rows[1:31]] == [True] + [False] * 27 + [True, True]


@pytest.mark.parametrize("language", Language)
def test_a_reminder_of_one_invoice_and_its_statement_are_one_page(desk: Desk, language: Language) -> None:
    assert desk.press.print(account(LATE, language=language).docx).pages == 1


@pytest.mark.parametrize("language", Language)
def test_a_demand_with_its_annex_is_four_pages(desk: Desk, language: Language) -> None:
    assert desk.press.print(make(LetterKind.DEMAND_LETTER, language=language).docx).pages <= 4
