"""Rows pasted from bookkeeping programs, ERP systems and banks: what is read, what is left out; both are said."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen.web.pages.boxes import Kind, Rows
from docgen.web.pages.paste import Pasted, pasted
from docgen.web.pages.reading import read
from docgen.web.pages.sheet import rows_named
from tests.schemas import documents
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
    assert found.rows == [{"received_on": "2026-09-01", "amount": "1000.00", "names": "A-1", "reference": "REF-1"}]
    assert not (found.head.unknown or found.head.unused or found.left)


@pytest.mark.parametrize(
    "headings",
    [
        "发票号\t开票日期\t到期日\t价税合计\t合同号\t品名",
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
            "issued_on": "2026-09-01",
            "due_on": "2026-10-01",
            "amount": "1000.00",
            "contract": "C-1",
            "description": "轴承",
        }
    ]


@pytest.mark.parametrize("heading", ["备注", "内部备注", "Remarks", "Notes"])
def test_what_the_company_notes_for_itself_is_never_printed_as_the_description_of_goods(heading: str) -> None:
    found = invoices(f"发票号\t开票日期\t价税合计\t{heading}", "A-1\t2026/9/1\t1,000.00\t客户说数量不对")
    assert found.rows == [{"number": "A-1", "issued_on": "2026-09-01", "amount": "1000.00"}]
    assert [(name, "printed in letters" in str(why)) for name, why in found.head.unused] == [(heading, True)]
    assert not found.head.unknown
    beside = invoices(f"发票号\t价税合计\t{heading}\t品名", "A-1\t1,000.00\t客户说数量不对\t轴承")
    assert beside.rows[0]["description"] == "轴承"


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
    assert found.rows[0]["amount"] == "1130.00"
    assert [heading for heading, _why in found.head.unused] == ["金额", "税额"]
    assert not found.head.unknown


def test_an_amount_beside_its_tax_alone_is_left_because_it_may_be_without_tax() -> None:
    found = invoices("发票号\t开票日期\t金额\t税额", "A-1\t2026/9/1\t1,000.00\t130.00")
    assert not found.rows
    assert "without tax" in str(found.head.unused[0][1])
    assert "with tax as well" in str(found.left[0].why)


def test_amounts_in_ten_thousands_are_read_as_such_and_other_units_are_left() -> None:
    found = invoices("发票号\t开票日期\t价税合计（万元）", "A-1\t2026/9/1\t12.5")
    assert read(Kind.MONEY, found.rows[0]["amount"]) == "125000"
    left = invoices("发票号\t开票日期\t价税合计（千元）", "A-1\t2026/9/1\t12.5")
    assert not left.rows and left.head.unused


@pytest.mark.parametrize("typed", ["(1,130.00)", "（1,130.00）", "-1,130.00", "1,130.00-", "￥-1130"])
def test_an_invoice_below_zero_is_a_credit_note_and_said_to_be_one(typed: str) -> None:
    found = invoices("发票号\t开票日期\t价税合计", f"R-1\t2026/9/1\t{typed}")
    assert found.rows[0]["document"] == "credit_note"
    assert found.rows[0]["amount"] in {"1130.00", "1130"}
    assert found.credits == ["R-1"]


def test_a_payment_below_zero_is_left_out_and_said() -> None:
    found = payments("收款日期\t收款金额", "2026/9/1\t(500.00)")
    assert not found.rows and "money paid out" in str(found.left[0].why)


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


def test_a_bank_s_line_of_money_paid_out_is_said_to_be_one() -> None:
    found = payments(
        "交易日期\t借方发生额\t贷方发生额\t摘要", "2026/9/1\t300.00\t\t付货款", "2026/9/2\t\t400.00\t收货款"
    )
    assert [row["amount"] for row in found.rows] == ["400.00"]
    assert not found.head.unknown
    assert "money paid out" in str(found.left[0].why)


def test_an_amount_in_another_currency_keeps_it() -> None:
    found = invoices("Invoice no.\tInvoice date\tAmount (USD)", "A-1\t2026/9/1\t1,000.00")
    assert found.rows[0]["currency"] == "USD"
    found = invoices("Invoice no.\tInvoice date\tAmount", "A-1\t2026/9/1\tEUR 1,000.00")
    assert (found.rows[0]["currency"], found.rows[0]["amount"]) == ("EUR", "1000.00")


def test_headings_that_nobody_knows_are_not_taken_for_rows() -> None:
    found = invoices("Salesman\tRegion", "Li\tEast")
    assert not found.rows and "None of these headings" in str(found.stop)


# -- what the export says is open


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        *((heading, "63,000.00") for heading in (
            "未收金额", "未收款", "未付金额", "余额", "应收余额", "欠款余额", "期末余额", "未核销金额",
            "未结金额", "欠款金额",
            "本币余额（元）", "应收账款期末余额", "截至9月末未收余额", "Open Amount", "Balance due",
            "Outstanding", "Unpaid",
            "Open balance (CNY)", "Total outstanding")),
        *((heading, "50,000.00") for heading in (
            "已收", "已收金额", "已收款", "累计收款", "已核销金额", "本期收回本币", "已付金额", "回款金额",
            "累计已收款项",
            "Paid", "Amount paid", "Received", "Total paid to date")),
    ],
)  # fmt: skip
def test_what_an_export_says_is_open_is_kept_beside_the_amount(heading: str, cell: str) -> None:
    found = invoices(f"发票号\t开票日期\t价税合计\t{heading}", f"A-1\t2026/9/1\t113,000.00\t{cell}")
    assert (found.rows[0]["amount"], Decimal(found.rows[0]["stated_open"])) == ("113000.00", Decimal(63000))
    assert "50,000.00" in str(found.calls[0])
    assert not (found.head.unknown or found.head.unused or found.left)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("余额方向", "借"), ("账龄天数", "63"), ("信用余额", "63"), ("期初余额", "63"), ("预计回款金额", "63"),
     ("逾期未收金额", "63"), ("1-30天未收", "63"), ("质保金余额", "63"), ("Overdue balance", "63"),
    ("未收原因", "资金紧张"), ("收款状态", "未收"), ("是否付清", "否"), ("Opening balance", "63"), ("Paid by", "Li")],
)  # fmt: skip
def test_what_is_no_sum_still_open_is_not_taken_for_one(heading: str, cell: str) -> None:
    found = invoices(f"发票号\t开票日期\t价税合计\t{heading}", f"A-1\t2026/9/1\t113,000.00\t{cell}")
    assert "stated_open" not in found.rows[0]
    assert not found.calls


@pytest.mark.parametrize(("cell", "stated"), [("0", "0"), ("0.00", "0"), ("-", "0"), ("", None), ("(20.00)", "0")])
def test_nothing_open_is_an_answer_and_an_empty_cell_is_none(cell: str, stated: str | None) -> None:
    found = invoices("发票号\t开票日期\t价税合计\t未收金额", f"A-1\t2026/9/1\t100\t{cell}")
    assert found.rows[0].get("stated_open") == stated


def test_the_less_of_two_columns_is_taken_as_open_and_words_are_no_amount() -> None:
    found = invoices(
        "发票号\t开票日期\t价税合计\t已收\t未收",
        "A-1\t2026/9/1\t100\t30\t70",
        "A-2\t2026/9/1\t100\t30\t90",
        "A-3\t2026/9/1\t100\t30\t60",
        "A-4\t2026/9/1\t100\t部分\t60",
    )
    assert [Decimal(row["stated_open"]) for row in found.rows] == [70, 70, 60]
    assert "not an amount" in str(found.left[0].why)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("付款状态", "已付清"), ("收款情况", "已收款"), ("是否付清", "是"), ("核销状态", "完全核销"),
     ("收款日期", "2026/9/5"),
     ("清账日期", "2026年9月5日"), ("Payment status", "Paid"), ("Clearing date", "2026-09-05"), ("Status", "Cleared")],
)  # fmt: skip
def test_an_invoice_that_the_export_calls_paid_has_nothing_open(heading: str, cell: str) -> None:
    found = invoices(f"发票号\t开票日期\t价税合计\t{heading}", f"A-1\t2026/9/1\t100\t{cell}", "A-2\t2026/9/1\t100\t")
    assert [row.get("stated_open") for row in found.rows] == ["0", None]
    assert "100.00" in str(found.calls[0])


def test_an_invoice_that_is_paid_in_part_is_left_to_whoever_knows_the_part() -> None:
    found = invoices("发票号\t价税合计\t收款状态", "A-1\t100\t部分收款", "A-2\t100\t未收款")
    assert [row["number"] for row in found.rows] == ["A-2"]
    assert "does not say how much" in str(found.left[0].why)
    known = invoices("发票号\t价税合计\t收款状态\t未收", "A-1\t100\t部分收款\t30")
    assert known.rows[0]["stated_open"] == "30"


def test_what_is_open_is_kept_where_the_amount_cannot_be_read_yet() -> None:
    found = invoices("发票号\t价税合计\t未收", "A-1\t113.000,00\t63,000.00")
    assert found.rows == [{"number": "A-1", "amount": "113.000,00", "stated_open": "63000.00"}]
    assert not invoices("发票号\t价税合计\t已收", "A-1\t113.000,00\t50,000.00").rows


@pytest.mark.parametrize(
    ("cell", "code"), [("人民币", "CNY"), ("RMB", "CNY"), ("美元", "USD"), ("usd", "USD"), ("CNY", "CNY")]
)
def test_a_currency_is_understood_by_its_name(cell: str, code: str) -> None:
    assert invoices("发票号\t价税合计\t币别", f"A-1\t100\t{cell}").rows[0]["currency"] == code


def test_a_running_balance_is_not_what_is_open_of_an_invoice() -> None:
    found = invoices("单据编号\t单据日期\t价税合计\t借方\t贷方\t余额", "A-1\t2026/9/1\t100\t100\t\t50")
    assert "stated_open" not in found.rows[0]
    assert "whole account" in str(found.head.unused[0][1])


def test_what_is_open_is_put_to_a_row_that_is_in_the_table_already() -> None:
    held = [{"number": "A-1", "issued_on": "2026-09-01", "amount": "100"}]
    found = invoices("发票号\t开票日期\t价税合计\t未收", "A-1\t2026/9/1\t100\t40", held=held)
    assert not found.rows
    assert held[0]["stated_open"] == "40"


# -- which document a row is


@pytest.mark.parametrize(
    ("document", "cells"),
    [
        ("invoice", "增值税专用发票|增值税普通发票|销售专用发票|销售普通发票|数电票|数电发票|"
                            "电子发票（普通发票）|蓝票|蓝字发票|专票|普票|"
                    "应收单|其他应收单|标准应收单|机动车销售统一发票|期初应收单|RV|DR|Invoice|Sales invoice|"
                    "Tax Invoice|INV"),
        ("credit_note", "红字发票|红票|红字增值税专用发票|负数发票|销项负数|贷项|贷项通知单|应收贷项|退货单|销售退货|"
                        "DG|Credit memo|Credit Note|Sales return"),
    ],
)  # fmt: skip
def test_the_types_that_programs_give_to_documents_are_understood(document: str, cells: str) -> None:
    for cell in cells.split("|"):
        found = invoices("单据类型\t发票号\t开票日期\t价税合计", f"{cell}\tA-1\t2026/9/1\t100")
        assert [row["document"] for row in found.rows] == [document], cell


@pytest.mark.parametrize(
    ("why", "cells"),
    [
        ("is a payment", "收款单|预收单|预收款|付款单|银行承兑汇票|DZ|Payment|Customer receipt"),
        (
            "not known to be",
            "发货单|出库单|作废发票|形式发票|Proforma invoice|退款单|其他|AB|Journal|Cancelled invoice",
        ),
    ],
)
def test_rows_that_are_no_invoice_are_left_out_and_said(why: str, cells: str) -> None:
    for cell in cells.split("|"):
        found = invoices("单据类型\t发票号\t开票日期\t价税合计", f"{cell}\tA-1\t2026/9/1\t100")
        assert not found.rows, cell
        assert why in str(found.left[0].why), cell


# -- whose row it is


@pytest.mark.parametrize(
    "heading",
    ["购货单位", "购货单位名称", "单位名称", "客户简称", "客户全称", "往来户", "核算单位", "客商", "客商名称",
    "单位", "欠款单位", "购买方",
     "购买方名称", "对方单位", "付款人", "付款方", "Sold-to", "Sold-to party", "Bill-to", "Account name",
     "Company", "开票抬头", "Ship-to", ""],
)  # fmt: skip
def test_rows_of_others_are_left_out_under_any_heading(heading: str) -> None:
    found = invoices(
        f"发票号\t开票日期\t价税合计\t{heading}",
        f"A-1\t2026/9/1\t5\t{DEBTOR}",
        "A-2\t2026/9/1\t5\t远航装备",
        "B-1\t2026/9/1\t6\t东海机械有限公司",
        debtor=(DEBTOR, ""),
    )
    assert [row["number"] for row in found.rows] == ["A-1", "A-2"]
    assert "东海机械有限公司" in str(found.left[0].why)


def test_a_name_in_merged_cells_holds_for_the_rows_below_it() -> None:
    found = invoices(
        "客户名称\t发票号\t开票日期\t价税合计",
        "远航装备\tA-1\t2026/9/1\t5",
        "\tA-2\t2026/9/1\t5",
        "小计\t\t\t10",
        "东海机械\tB-1\t2026/9/1\t6",
        "\tB-2\t2026/9/1\t6",
        debtor=(DEBTOR, ""),
    )
    assert [row["number"] for row in found.rows] == ["A-1", "A-2"]


def test_a_customer_s_code_does_not_stand_for_its_name() -> None:
    found = invoices("客户\t客户名称\t发票号\t价税合计", "C001\t远航装备\tA-1\t5", debtor=(DEBTOR, ""))
    assert [row["number"] for row in found.rows] == ["A-1"]


@pytest.mark.parametrize("debtor", [(DEBTOR, ""), ("", "")])
def test_a_unit_of_goods_and_a_project_are_nobody_s_name(debtor: tuple[str, str]) -> None:
    found = invoices(
        "发票号\t开票日期\t价税合计\t单位\t项目",
        "A-1\t2026/9/1\t5\t台\t远航装备三期",
        "A-2\t2026/9/1\t5\t件\t其他",
        debtor=debtor,
    )
    assert len(found.rows) == 2


def test_several_companies_under_an_unknown_heading_wait_for_the_debtor_s_name() -> None:
    found = invoices("抬头\t发票号\t价税合计", "甲有限公司\tA-1\t5", "乙有限公司\tB-1\t6")
    assert not found.rows and "several customers" in str(found.stop)


# -- what a spreadsheet does to numbers


@pytest.mark.parametrize("number", ["2.6332E+19", "2.6332e+19", "3E+10"])
def test_a_number_in_powers_of_ten_is_never_an_invoice_s(number: str) -> None:
    found = invoices("发票号\t开票日期\t价税合计", f"{number}\t2026/9/1\t5")
    assert not found.rows and "powers of ten" in str(found.left[0].why)


def test_a_payment_is_kept_without_the_number_that_a_spreadsheet_has_spoilt() -> None:
    found = payments("收款日期\t收款金额\t发票号", "2026/9/1\t5\t2.6332E+19")
    assert found.rows == [{"received_on": "2026-09-01", "amount": "5"}]
    assert any("2.6332E+19" in str(note) for note in found.notes)


def test_a_point_and_nought_behind_a_number_are_taken_off_and_digits_cut_off_are_asked_about() -> None:
    found = invoices(
        "发票号\t价税合计", "12345679.0\t5", "26327000000000100000\t6", "1.0.0\t7", "26327000000000000105\t8"
    )
    assert [row["number"] for row in found.rows] == [
        "12345679", "26327000000000100000", "1.0.0", "26327000000000000105"
    ]  # fmt: skip
    assert any("12345679.0 → 12345679" in str(note) for note in found.notes)
    assert [str(call).partition(": ")[2] for call in found.calls] == ["26327000000000100000"]


# -- amounts and money paid out


def test_net_and_tax_are_added_up_where_both_are_named_and_said_to_be() -> None:
    found = invoices("发票号\t不含税金额\t税额", "A-1\t1,000.00\t130.00", "A-2\t1,000.00\t0.00", "A-3\t1,000.00\t")
    assert [row["amount"] for row in found.rows] == ["1130.00", "1000.00"]
    assert any("added up" in str(note) for note in found.notes)
    assert "with tax as well" in str(found.left[0].why)


@pytest.mark.parametrize("lines", [("发票号\t不含税金额", "A-1\t1,000.00"), ("发票号\t开票日期", "A-1\t2026/9/1"),
                                   ("发票号\t未收金额", "A-1\t1,000.00")])  # fmt: skip
def test_no_row_is_made_without_its_amount(lines: tuple[str, ...]) -> None:
    found = invoices(*lines)
    assert not found.rows and found.left


@pytest.mark.parametrize(
    "lines",
    [
        ("交易日期\t借方发生额\t贷方发生额", "2026/9/1\t300.00\t0.00"),
        ("交易日期\t支出\t收入金额", "2026/9/1\t300.00\t"),
        ("交易日期\t交易金额\t借贷标志", "2026/9/1\t300.00\t借"),
        ("Date\tAmount\tDr/Cr", "2026/9/1\t300.00\tDR"),
        ("收款日期\t收款金额\t摘要", "2026/9/1\t-300.00\t退款"),
    ],
)
def test_money_paid_out_is_called_by_its_name_and_not_read(lines: tuple[str, ...]) -> None:
    found = payments(*lines)
    assert not found.rows and "money paid out" in str(found.left[0].why)


def test_how_days_and_amounts_are_written_is_said_once_for_the_whole_paste(client: FlaskClient) -> None:
    form = Form(client, "zh").type({"account.debtor.name": DEBTOR})
    lines = ["发票号\t开票日期\t价税合计", *(f"A-{number}\t2026/1/15\t1,000.00" for number in range(9))]
    form.type({"paste.account.invoices": "\n".join(lines)}).press("paste:account.invoices")
    assert "您填的是" not in form.words()
    assert form.words().count("2026/1/15") == 1


def test_what_became_of_a_paste_stands_beside_its_table_and_is_announced(client: FlaskClient) -> None:
    form = Form(client, "zh").type({"account.debtor.name": DEBTOR})
    lines = ["客户\t发票号\t开票日期\t金额\t税额\t价税合计\t业务员",
    "远航装备\tA-1\t46266\t1,000\t130\t￥1,130.00\t李",
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


# -- from the paste to the letter

AGEING = "\n".join(
    (
        "应收账款账龄表",
        "购货单位\t单据类型\t发票号\t开票日期\t到期日\t本期应收本币\t本期收回本币\t期末余额",
        "远航装备\t销售专用发票\tFP-1\t2026/5/10\t2026/6/9\t113,000.00\t50,000.00\t63,000.00",
        "\t销售专用发票\tFP-2\t2026/6/10\t2026/7/10\t29,000.00\t9,000.00\t20,000.00",
        "\t收款单\tSK-1\t2026/7/1\t\t\t59,000.00",
        "小计\t\t\t\t\t142,000.00\t59,000.00\t83,000.00",
        "东海机械\t销售专用发票\tFP-9\t2026/6/10\t2026/7/10\t77,000.00\t\t77,000.00",
    )
)


def without_ledger(client: FlaskClient) -> Form:
    """The example demand letter with neither invoices nor payments nor history."""
    document = json.loads(json.dumps(documents.example("demand_letter"), default=str))
    for name in ("invoices", "payments", "history"):
        document["account"].pop(name, None)
    return Form(client, "zh").press("load", file=(io.BytesIO(json.dumps(document).encode()), "account.json"))


def test_an_ageing_export_never_becomes_a_letter_for_what_was_paid(client: FlaskClient) -> None:
    form = without_ledger(client)
    form.type({"account.debtor.name": DEBTOR, "paste.account.invoices": AGEING}).press("paste:account.invoices")
    assert [form.fields[f"account.invoices.{row}.stated_open"] for row in (0, 1)] == ["63000.00", "20000.00"]
    assert "account.invoices.2.number" not in form.fields
    assert "59,000.00" in form.words("//*[@id='at-account-invoices-pasted']")

    form.press("preview")
    assert "50,000.00" in form.words("//div[@class='bars']") and "9,000.00" in form.words("//div[@class='bars']")
    assert not form.page.xpath("//button[starts-with(@value, 'download:')]")
    assert "63,000.00" in form.words("//*[starts-with(@id, 'at-account-invoices-0-stated_open-fault')]")
    assert form.press("download:pdf").answer.mimetype == "text/html"

    saved = json.loads(form.press("keep").answer.data)  # the control goes into the file, and comes back from it
    again = Form(client, "zh").press("load", file=(io.BytesIO(json.dumps(saved).encode()), "account.json"))
    again.press("preview")
    assert not again.page.xpath("//button[starts-with(@value, 'download:')]")

    receipts = "收款日期\t收款金额\t对应发票\n2026/7/1\t50,000.00\tFP-1\n2026/7/1\t9,000.00\tFP-2"
    again.type({"paste.account.payments": receipts}).press("paste:account.payments").press("preview")
    assert again.page.xpath("//button[@value='download:pdf']")
    figures = again.words("//div[@class='figures']")
    assert "83,000.00" in figures


def test_whoever_has_checked_an_invoice_empties_the_control(client: FlaskClient) -> None:
    form = without_ledger(client)
    form.type({"account.debtor.name": DEBTOR, "paste.account.invoices": AGEING}).press("paste:account.invoices")
    form.type({"account.invoices.0.stated_open": ""}).press("preview")
    bars = form.words("//div[@class='bars']")
    assert "FP-2" in bars and "FP-1" not in bars
    form.type({"account.invoices.1.stated_open": ""}).press("preview")
    assert form.page.xpath("//button[@value='download:pdf']")


def test_a_number_typed_as_a_spreadsheet_spoils_it_is_put_right_or_refused(client: FlaskClient) -> None:
    form = without_ledger(client).press("add:account.invoices")
    form.type({"account.invoices.0.number": "12345679.0"}).press("preview")
    assert form.fields["account.invoices.0.number"] == "12345679"
    form.type({"account.invoices.0.number": "2.6332E+19"}).press("preview")
    assert "科学计数法" in form.beside("account.invoices.0.number")
    assert not form.page.xpath("//button[starts-with(@value, 'download:')]")
