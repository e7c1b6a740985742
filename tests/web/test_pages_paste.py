"""Rows pasted from bookkeeping programs, ERP systems and banks: what is read, what is left out; both are said."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen.web.pages.boxes import Kind, Rows
from docgen.web.pages.paste import Pasted, pasted
from docgen.web.pages.reading import read
from docgen.web.pages.sheet import rows_named
from tests.web.form import Form

DEBTOR = "远航装备（示例）股份有限公司"


def invoices(*lines: str, **more: Any) -> Pasted:
    return pasted("\n".join(lines), table("account.invoices"), **more)


def payments(*lines: str, **more: Any) -> Pasted:
    return pasted("\n".join(lines), table("account.payments"), **more)


def table(name: str) -> Rows:
    found = rows_named(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "headings",
    [
        "收款日期\t收款金额\t对应发票\t银行流水号",
        "到账日期\t到账金额\t发票号码\t流水号",
        "回款日期\t回款金额（元）\t发票号\t摘要",
        "交易日期\t贷方发生额\t发票\t交易流水号",
        "Date received\tAmount received\tInvoice\tReference",
        "Posting Date\tAmount (CNY)\tInvoice No.\tText",
    ],
)
def test_payments_are_found_by_the_headings_that_programs_and_banks_use(headings: str) -> None:
    found = payments(headings, "2026年9月1日\t1,000.00\tA-1\tREF-1")
    assert found.rows == [{"received_on": "2026年9月1日", "amount": "1,000.00", "names": "A-1", "reference": "REF-1"}]
    assert not (found.head.unknown or found.head.unused or found.left)


@pytest.mark.parametrize(
    "headings",
    [
        "发票号\t开票日期\t到期日\t价税合计\t合同号\t备注",
        "发票号码\t开票日期\t应收日期\t含税金额\t合同编号\t摘要",
        "单据编号\t单据日期\t到期日\t原币金额\t合同号\t摘要",
        "Document Number\tDocument Date\tNet Due Date\tAmount in local currency\tContract\tText",
    ],
)
def test_invoices_are_found_by_the_headings_that_programs_use(headings: str) -> None:
    found = invoices(headings, "A-1\t2026.9.1\t2026/10/1\t1,000.00\tC-1\t轴承")
    assert found.rows == [
        {
            "number": "A-1",
            "issued_on": "2026.9.1",
            "due_on": "2026/10/1",
            "amount": "1,000.00",
            "contract": "C-1",
            "description": "轴承",
        }
    ]


@pytest.mark.parametrize(
    "line",
    ["合计\t\t2,000.00", "小计：\t\t2,000.00", "\t合计（2张）\t2,000.00", "本页小计\t\t2,000.00", "Total\t\t2,000.00",
     "Grand total:\t\t2,000.00", "Subtotal\t\t2,000.00", "**\t\t2,000.00"],
)  # fmt: skip
def test_a_line_of_totals_is_never_an_invoice(line: str) -> None:
    found = invoices("发票号\t开票日期\t金额", "A-1\t2026/9/1\t2,000.00", line)
    assert [row["number"] for row in found.rows] == ["A-1"]
    assert [(each.number, str(each.why)) for each in found.left] == [(3, "It is a line of totals.")]


def test_the_amount_with_tax_is_taken_and_the_one_without_is_said_to_be_left() -> None:
    found = invoices("发票号\t开票日期\t金额\t税额\t价税合计", "A-1\t2026/9/1\t1,000.00\t130.00\t1,130.00")
    assert found.rows[0]["amount"] == "1,130.00"
    assert [heading for heading, _why in found.head.unused] == ["金额"]
    assert found.head.unknown == ["税额"]


def test_an_amount_beside_its_tax_alone_is_left_because_it_may_be_without_tax() -> None:
    found = invoices("发票号\t开票日期\t金额\t税额", "A-1\t2026/9/1\t1,000.00\t130.00")
    assert "amount" not in found.rows[0]
    assert "without tax" in str(found.head.unused[0][1])


def test_amounts_in_ten_thousands_are_read_as_such_and_other_units_are_left() -> None:
    found = invoices("发票号\t开票日期\t价税合计（万元）", "A-1\t2026/9/1\t12.5")
    assert read(Kind.MONEY, found.rows[0]["amount"]) == "125000"
    left = invoices("发票号\t开票日期\t价税合计（千元）", "A-1\t2026/9/1\t12.5")
    assert "amount" not in left.rows[0] and left.head.unused


@pytest.mark.parametrize("typed", ["(1,130.00)", "（1,130.00）", "-1,130.00", "1,130.00-", "￥-1130"])
def test_an_invoice_below_zero_is_a_credit_note_and_said_to_be_one(typed: str) -> None:
    found = invoices("发票号\t开票日期\t价税合计", f"R-1\t2026/9/1\t{typed}")
    assert found.rows[0]["document"] == "credit_note"
    assert found.rows[0]["amount"] in {"1130.00", "1130"}
    assert found.credits == ["R-1"]


def test_a_payment_below_zero_is_left_out_and_said() -> None:
    found = payments("收款日期\t收款金额", "2026/9/1\t(500.00)")
    assert not found.rows and "below zero" in str(found.left[0].why)


def test_the_days_of_a_spreadsheet_are_read_and_said() -> None:
    found = invoices("发票号\t开票日期\t价税合计", "A-1\t46266\t5")
    assert found.understood == [("46266", "2026-09-01")]


def test_titles_above_the_headings_are_passed_over_and_said() -> None:
    found = invoices("应收账款明细表", "2026年9月\t单位：元", "", "发票号\t开票日期\t价税合计", "A-1\t2026/9/1\t5")
    assert [row["number"] for row in found.rows] == ["A-1"]
    assert [each.number for each in found.left] == [1, 2]


def test_rows_of_another_customer_are_left_out_and_said() -> None:
    lines = ("客户名称\t发票号\t开票日期\t价税合计", "远航装备\tA-1\t2026/9/1\t5", "别家公司\tB-1\t2026/9/1\t6")
    found = invoices(*lines, debtor=(DEBTOR, ""))
    assert [row["number"] for row in found.rows] == ["A-1"]
    assert "别家公司" in str(found.left[0].why)


def test_rows_of_several_customers_wait_for_the_debtor_s_name() -> None:
    lines = ("客户\t发票号\t开票日期\t价税合计", "甲公司\tA-1\t2026/9/1\t5", "乙公司\tB-1\t2026/9/1\t6")
    found = invoices(*lines)
    assert not found.rows and "several customers" in str(found.stop)


def test_what_is_in_the_table_already_is_not_booked_twice() -> None:
    held = [{"received_on": "2026-09-01", "amount": "1000.00", "reference": "REF-1"}]
    found = payments("收款日期\t收款金额\t流水号", "2026/9/1\t1,000.00\tREF-1", "2026/9/1\t1,000.00\tREF-2", held=held)
    assert [row["reference"] for row in found.rows] == ["REF-2"]
    assert "already" in str(found.left[0].why)


def test_a_bank_s_line_of_money_paid_out_has_no_amount_received() -> None:
    found = payments(
        "交易日期\t借方发生额\t贷方发生额\t摘要", "2026/9/1\t300.00\t\t付货款", "2026/9/2\t\t400.00\t收货款"
    )
    assert [row["amount"] for row in found.rows] == ["400.00"]
    assert found.head.unknown == ["借方发生额"]
    assert "no amount" in str(found.left[0].why)


def test_an_amount_in_another_currency_keeps_it() -> None:
    found = invoices("Invoice no.\tInvoice date\tAmount (USD)", "A-1\t2026/9/1\t1,000.00")
    assert found.rows[0]["currency"] == "USD"
    found = invoices("Invoice no.\tInvoice date\tAmount", "A-1\t2026/9/1\tEUR 1,000.00")
    assert (found.rows[0]["currency"], found.rows[0]["amount"]) == ("EUR", "1,000.00")


def test_headings_that_nobody_knows_are_not_taken_for_rows() -> None:
    found = invoices("Salesman\tRegion", "Li\tEast")
    assert not found.rows and "None of these headings" in str(found.stop)


def test_what_became_of_a_paste_stands_beside_its_table_and_is_announced(client: FlaskClient) -> None:
    form = Form(client, "zh").type({"account.debtor.name": DEBTOR})
    lines = ["客户\t发票号\t开票日期\t金额\t税额\t价税合计\t业务员", "远航装备\tA-1\t46266\t1,000\t130\t￥1,130.00\t李",
             "别家\tB-1\t2026/9/1\t1\t1\t2\t李", "合计\t\t\t1,000\t130\t1,130"]  # fmt: skip
    form.type({"paste.account.invoices": "\n".join(lines)}).press("paste:account.invoices")
    (told,) = form.page.xpath("//*[@data-rows='account.invoices']//*[@role='status']")
    words = " ".join(told.text_content().split())
    for expected in ("已读入并添加 1 行", "业务员", "合计行", "别家", "46266 → 2026-09-01", "价税合计 → 金额"):
        assert expected in words
    assert told.get("autofocus") is not None and told.get("tabindex") == "-1"
    assert form.fields["account.invoices.0.amount"] == "1130.00"
    assert form.fields["account.invoices.0.issued_on"] == "2026-09-01"
    assert form.fields["paste.account.invoices"] == ""
