"""The statement of account (对账单): what was charged and what came in, line by line, with the running balance.

It names no sum of interest: one agreed on beside the principal may take the place of what the contract gives
(买卖合同解释 18(3)). It asks for no payment and does not interrupt limitation (诉讼时效规定 8); its sender is told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.invoice import DocumentKind
from docgen.accounts.money import ZERO
from docgen.accounts.statement import StatementLine
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import LetterKind, LetterRequest
from docgen.letters.wording import unit

_KINDS = {"invoice": ("发票", "Invoice"), "credit_note": ("贷项", "Credit note"), "payment": ("收款", "Payment")}


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    if not assessment.statement:
        yield Finding("paper.statement_of_account.empty", Severity.BAR, "/account/invoices")
    since = request.statement_from
    if since and since > account.as_of:
        facts = {"from": since.isoformat(), "as_of": account.as_of.isoformat()}
        yield Finding("paper.statement_of_account.after", Severity.BAR, "/letter/statement_from", facts)
    if any(item.days_past_due > 0 and item.open for item in assessment.chosen.items):
        articles = ("civil_code:195", "limitation_rules:8")
        yield Finding("paper.statement_of_account.no_demand", Severity.INFORMATION, articles=articles)


def _worded(case: Case) -> dict[str, object]:
    pen, since = case.pen, case.request.statement_from
    lines = case.assessment.statement
    before = [line for line in lines if since and line.on < since]
    shown = lines[len(before) :]
    opening = before[-1].balance if before else ZERO
    closing = lines[-1].balance if lines else ZERO
    overdue = sum((item.open for item in case.settlement.items if item.days_past_due > 0), ZERO)
    agrees = claims.balance(case.settlement) == closing
    names = _names(case.account, pen)
    return {
        "lines": [_line(number, line, names, pen) for number, line in enumerate(shown, 1)],
        "statement": {
            "unit": unit(pen.currency, pen.language),
            "from": pen.date(since) if since else pen.date(lines[0].on) if lines else "",
            "to": pen.date(case.account.as_of),
            "has_opening": bool(before),
            "opening_column": pen.column(opening),
            "debit_column": pen.column(sum((line.debit for line in shown), ZERO)),
            "credit_column": pen.column(sum((line.credit for line in shown), ZERO)),
            "closing_column": pen.column(closing),
            "closing": pen.money(closing),
            "closing_full": pen.in_full(abs(closing)),
            "we_owe": closing < 0,
            "overdue": pen.money(overdue) if agrees and overdue else "",
        },
    }


def _line(number: int, line: StatementLine, names: dict[tuple[str, str | None], str], pen: Pen) -> dict[str, str]:
    said = names.get((line.kind, line.reference)) or pen.own(line.description, None)
    return {
        "no": str(number),
        "on": pen.column_date(line.on),
        "kind": pen.say(*_KINDS[line.kind]),
        "reference": "—" if line.kind == "payment" else line.reference or "—",
        "description": said or "—",
        "debit": pen.column(line.debit) if line.debit else "",
        "credit": pen.column(line.credit) if line.credit else "",
        "balance": pen.column(line.balance),
    }


def _names(account: Account, pen: Pen) -> dict[tuple[str, str | None], str]:
    """What an invoice was for, and the paper of a payment, in the letter's language."""
    names: dict[tuple[str, str | None], str] = {}
    for each in account.invoices:
        kind = "invoice" if each.document is DocumentKind.INVOICE else "credit_note"
        names[kind, each.number] = pen.own(each.description, each.description_en)
    for payment in account.payments:
        names["payment", payment.reference] = pen.own(payment.reference, payment.reference_en)
    return names


PAPER = Paper(
    entry=Entry(
        LetterKind.STATEMENT_OF_ACCOUNT,
        MappingProxyType({None: titles("对账单", "Statement of Account")}),
        job="figure",
        places=("opening", "closing"),
        reply_days=10,
        group=Group.NOTICE,
        needed=("/letter/number",),
    ),
    worded=_worded,
    bars=_bars,
    fields=MappingProxyType(
        {
            "lines[]": ("账目逐笔", "the account, line by line"),
            "lines[].no": ("序号", "number of the row"),
            "lines[].on": ("日期", "date"),
            "lines[].kind": ("种类", "kind"),
            "lines[].reference": ("发票号码；收款为“—”", "invoice number; — for a payment"),
            "lines[].description": ("摘要；收款为其凭证", "what for; of a payment its paper"),
            "lines[].debit": ("应收增加；没有则为空", "charged; else empty"),
            "lines[].credit": ("收款及冲减；没有则为空", "received or credited; else empty"),
            "lines[].balance": ("余额", "balance after it"),
            "statement.unit": ("表中金额的单位", "currency of the columns"),
            "statement.from": ("期间起", "from"),
            "statement.to": ("期间止", "to"),
            "statement.has_opening": ("是否有期初余额", "whether something went before"),
            "statement.opening_column": ("期初余额", "opening balance"),
            "statement.debit_column": ("本期应收合计", "charged in the period"),
            "statement.credit_column": ("本期收款及冲减合计", "received or credited in the period"),
            "statement.closing_column": ("期末余额，仅数字", "closing balance, figures alone"),
            "statement.closing": ("期末余额", "closing balance"),
            "statement.closing_full": ("同上，数字及大写，不带负号", "the same, figures and words, without its sign"),
            "statement.we_owe": ("余额是否为我方欠对方", "whether the balance is the debtor's"),
            "statement.overdue": ("余额中已到期未付的；不能从余额分出时为空", "overdue within the balance; else empty"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("statement.lines", "{lines.balance}"),
        same("balance", "{statement.closing_full}"),
        same("reply_by", "{letter.reply_by}"),
        Part("statement.agrees", "核对无误", "agreed"),
        Part("differs", "不符", "(differ|does not agree|not agree)"),
        Part("reservation", "不构成[^。]{0,60}放弃", "(not|nothing)[^.]{0,80}waive|reserve[sd]?[^.]{0,60}rights"),
        Part("interest", "违约金为|利息为|逾期利息合计", "interest (of|amounts)", forbidden=True),
    ),
    part_names=MappingProxyType(
        {
            "statement.lines": ("逐笔余额", "the running balance"),
            "statement.agrees": ("“核对无误”栏", "the box: agreed"),
        }
    ),
)
