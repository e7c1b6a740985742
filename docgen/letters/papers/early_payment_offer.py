"""The offer for early payment (提前付款优惠函): less to pay, for whoever pays by a day before the money is due.

A release ends the debt to its extent (民法典 575); so the offer is conditional, lapses of itself where the money has
not come in full by its day, and moves no due date (543).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO, rounded
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment, OpenItem, Standing
from docgen.law.statutes import LawData
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import ROW
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.working import EarlyPayment
from docgen.letters.request import LetterKind, LetterRequest
from docgen.letters.wording import unit
from docgen.letters.wording.rates import percent

_RELEASE = ("civil_code:575",)
LARGE = Decimal("0.1")  # a discount beyond a tenth is more likely a slip than meant
_WAITING = frozenset({Standing.NOT_DUE, Standing.DUE})


def offered(assessment: Assessment, offer: EarlyPayment) -> list[OpenItem]:
    """The invoices that an offer is for: those named, or all that are open, uncontested and not yet overdue."""
    open_ = [item for item in assessment.chosen.items if item.undisputed > 0 and item.standing is not Standing.EXPIRED]
    if offer.invoices:
        return [item for item in open_ if item.invoice.number in offer.invoices]
    return [item for item in open_ if item.standing in _WAITING]


def discounts(items: list[OpenItem], offer: EarlyPayment, currency: str) -> list[Decimal]:
    """What is taken off each invoice: its rate, rounded half up invoice by invoice; a sum goes to the first invoices
    as far as they bear it."""
    if offer.percent is not None:
        return [rounded(item.undisputed * offer.percent, currency) for item in items]
    left, found = offer.amount or ZERO, []
    for item in items:
        found.append(min(left, item.undisputed))
        left -= found[-1]
    return found


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    offer = request.early_payment or EarlyPayment()
    if offer.percent is None and offer.amount is None:
        yield Finding("paper.early_payment_offer.no_discount", Severity.BAR, "/letter/early_payment/percent")
    items = offered(assessment, offer)
    if not items:
        yield Finding("paper.early_payment_offer.nothing_open", Severity.BAR, "/letter/early_payment/invoices")
        return
    total = sum((item.undisputed for item in items), ZERO)
    less = sum(discounts(items, offer, assessment.currency), ZERO)
    if less >= total or (offer.amount or ZERO) >= total:
        facts = {"discount": f"{offer.amount or less:f}", "open": f"{total:f}", "currency": assessment.currency}
        yield Finding(
            "paper.early_payment_offer.all_of_it", Severity.BAR, "/letter/early_payment/amount", facts, _RELEASE
        )
    elif less > total * LARGE:
        facts = {"discount": f"{less:f}", "open": f"{total:f}", "currency": assessment.currency}
        place = f"/letter/early_payment/{'percent' if offer.percent is not None else 'amount'}"
        yield Finding("paper.early_payment_offer.large", Severity.WARNING, place, facts)
    overdue = [item for item in items if item.standing is Standing.OVERDUE]
    if overdue:
        numbers = ", ".join(item.invoice.number for item in overdue)
        yield Finding(
            "paper.early_payment_offer.overdue",
            Severity.WARNING,
            "/letter/early_payment/invoices",
            {"invoices": numbers},
            ("civil_code:575", "civil_code:577"),
        )
    unknown = [item.invoice.number for item in items if item.due.on is None]
    if unknown:
        place = (
            f"/account/invoices/{account.row_of(items[0].invoice)}/due_on" if len(items) == 1 else "/account/invoices"
        )
        yield Finding("paper.early_payment_offer.due_unknown", Severity.BAR, place, {"invoices": ", ".join(unknown)})
    day = request.pay_by
    late = [item for item in items if day and item.due.on and item.standing in _WAITING and day >= item.due.on]
    if day and late:
        facts = {"day": day.isoformat(), "invoices": ", ".join(item.invoice.number for item in late)}
        yield Finding("paper.early_payment_offer.not_early", Severity.BAR, "/letter/pay_by", facts)


def _worded(case: Case) -> dict[str, object]:
    pen, offer = case.pen, case.request.early_payment or EarlyPayment()
    items = offered(case.assessment, offer)
    off = discounts(items, offer, case.assessment.currency)
    owed, less = sum((item.undisputed for item in items), ZERO), sum(off, ZERO)
    rows = [
        {
            **claims.row(number, item, pen),
            "owed": pen.column(item.undisputed),
            "off": pen.column(less_),
            "pay": pen.column(item.undisputed - less_),
        }
        for number, (item, less_) in enumerate(zip(items, off, strict=True), 1)
    ]
    return {
        "items": rows,
        "offer": {
            "unit": unit(pen.currency, pen.language),
            "rate": percent(offer.percent) if offer.percent is not None else "",
            "owed": pen.money(owed) if owed else pen.no_sum,
            "owed_column": pen.column(owed),
            "off": pen.money(less) if less else pen.no_sum,
            "off_column": pen.column(less),
            "pay_column": pen.column(owed - less),
            "pay_full": pen.in_full(owed - less) if owed > less else pen.no_sum,
            "has_overdue": any(item.standing is Standing.OVERDUE for item in items),
        },
        "basis_cited": pen.cite(_RELEASE),
    }


PAPER = Paper(
    entry=Entry(
        LetterKind.EARLY_PAYMENT_OFFER,
        MappingProxyType({None: titles("提前付款优惠函", "Early-Payment Offer")}),
        job="offer",
        places=("opening", "closing"),
        reply_days=0,
        group=Group.NOTICE,
        needed=("/letter/number", "/letter/pay_by", "/letter/early_payment", "/account/creditor/bank_account"),
    ),
    worded=_worded,
    bars=_bars,
    asks=True,
    fields=MappingProxyType(
        {
            "items[]": ("优惠所及的发票", "the invoices that the offer is for"),
            **{f"items[].{name}": words for name, words in ROW.items()},
            "items[].owed": ("应付（不含有争议部分）", "owed, without what is contested"),
            "items[].off": ("优惠金额", "discount"),
            "items[].pay": ("优惠后应付", "to be paid after the discount"),
            "offer.unit": ("表中金额的单位", "currency of the columns"),
            "offer.rate": ("优惠比例；按金额优惠时为空", "the rate; empty where the discount is a sum"),
            "offer.owed": ("应付合计", "owed in all"),
            "offer.owed_column": ("同上，仅数字", "the same, figures alone"),
            "offer.off": ("优惠金额合计", "discount in all"),
            "offer.off_column": ("同上，仅数字", "the same, figures alone"),
            "offer.pay_column": ("优惠后应付合计，仅数字", "to be paid after the discount, figures alone"),
            "offer.pay_full": ("优惠后应付合计，数字及大写", "the same, figures and words"),
            "offer.has_overdue": ("其中是否有已逾期的", "whether any of it is overdue"),
            "basis_cited": ("法律依据", "the legal basis"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("invoice", "{items.number}"),
        same("due_date", "{items.due_on}"),
        same("offer.sum", "{offer.pay_full}"),
        same("offer.off", "{offer.off}"),
        same("pay_by", "{letter.pay_by}"),
        same("account.number", "{bank.number}"),
        Part("offer.condition", "足额到账.{0,30}(方)?生效|(方)?生效.{0,60}足额到账", "only if.{0,200}in full"),
        Part("offer.lapses", "自动失效", "lapses of itself"),
        Part(
            "due_date_stays",
            "不构成对原[付款履行]{2}期限的变更",
            "(does|do|shall) not (change|alter|extend|move)[^.]{0,60}due date",
        ),
        Part("reservation", "不构成[^。]{0,40}放弃", "(not|nothing)[^.]{0,80}waive|reserve[sd]?[^.]{0,60}rights"),
    ),
    part_names=MappingProxyType(
        {
            "offer.sum": ("优惠后应付的金额（数字及大写）", "the sum to be paid, in figures and words"),
            "offer.off": ("优惠金额", "the discount"),
            "offer.condition": ("按期足额到账才生效", "that it takes effect only on payment in full by the day"),
            "offer.lapses": ("逾期自动失效", "that it lapses of itself"),
        }
    ),
)
