"""The request to a guarantor (履行保证责任通知书): what keeps a guarantee with joint and several liability alive.

It must reach the guarantor itself within the guarantee period (民法典 692, 693(2)); a copy to it of a letter to the
debtor is no request. A general guarantee is kept by suing the debtor, not by any letter (693(1)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, Guarantee, GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law import guarantee
from docgen.law.assessment import Assessment, GuaranteeClock, OpenItem
from docgen.law.statutes import LawData
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import LISTED, of_party
from docgen.letters.context.pen import Pen
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import Language, LetterKind, LetterRequest

_REQUEST = ("civil_code:688", "civil_code:692", "civil_code:693(2)")


@dataclass(frozen=True, slots=True)
class _Guaranteed:
    """A guarantee and what of it can be asked for: the overdue, undisputed invoices of its contract."""

    contract: Contract
    guarantee: Guarantee
    items: list[OpenItem]
    clocks: list[GuaranteeClock]

    @property
    def open(self) -> Decimal:
        return sum((item.demandable for item in self.items), ZERO)

    @property
    def asked(self) -> Decimal:
        """What is open, as far as the guarantee's maximum covers it."""
        most = self.guarantee.maximum
        return self.open if most is None else min(self.open, most)


def chosen(account: Account, request: LetterRequest) -> tuple[Contract, Guarantee] | None:
    """The guarantee that the request names by its guarantor; the only one where it names none."""
    known = [(contract, one) for contract in account.contracts for one in contract.guarantees]
    named = [pair for pair in known if request.guarantor in {pair[1].guarantor.name, pair[1].guarantor.name_en}]
    if request.guarantor:
        return named[0] if named else None
    return known[0] if len(known) == 1 else None


def _guaranteed(account: Account, assessment: Assessment, request: LetterRequest) -> _Guaranteed | None:
    pair = chosen(account, request)
    if pair is None:
        return None
    contract, one = pair
    clocks = [
        clock
        for clock in assessment.guarantees
        if clock.guarantor == one.guarantor.name and clock.contract == contract.number
    ]
    running = {number for clock in clocks if not clock.expired for number in clock.invoices}
    items = [item for item in claims.demanded_items(assessment.chosen) if item.invoice.number in running]
    return _Guaranteed(contract, one, items, clocks)


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    case = _guaranteed(account, assessment, request)
    if case is None:
        known = ", ".join(one.guarantor.name for contract in account.contracts for one in contract.guarantees)
        place = "/letter/guarantor" if known else "/account/contracts"
        code = "paper.guarantor.which" if known else "paper.guarantor.none"
        yield Finding(
            code, Severity.BAR, place, {"known": known, "named": request.guarantor or ""}, ("civil_code:685",)
        )
        return
    who = case.guarantee.guarantor.name
    if case.clocks and not case.items:
        lost = [clock for clock in case.clocks if clock.expired]
        if lost:
            articles = ("civil_code:692", "civil_code:693", "security_interpretation:34(2)")
            facts = {"guarantor": who, "on": max(clock.raw_end for clock in lost).isoformat()}
            yield Finding("paper.guarantor.expired", Severity.BAR, facts=facts, articles=articles)
    if not case.items and not any(clock.expired for clock in case.clocks):
        yield Finding("paper.guarantor.nothing_due", Severity.BAR, facts={"guarantor": who}, articles=_REQUEST)
    if guarantee.mode(case.guarantee.mode, case.guarantee.words) is GuaranteeMode.GENERAL:
        articles = ("civil_code:686(2)", "civil_code:687", "civil_code:693(1)")
        yield Finding("paper.guarantor.general", Severity.WARNING, facts={"guarantor": who}, articles=articles)


def _worded(case: Case) -> dict[str, object]:
    pen, account = case.pen, case.account
    found = _guaranteed(account, case.assessment, case.request)
    items = found.items if found else []
    asked = found.asked if found else ZERO
    clocks = [clock for clock in (found.clocks if found else []) if not clock.expired]
    return {
        "guarantor": parties.party(found.guarantee.guarantor, pen, other=account.creditor)
        if found
        else parties.party(account.debtor, pen, other=account.creditor) | {"name": "", "full_name": ""},
        "reader": parties.addressed(found.guarantee.guarantor, pen) if found else "",
        "guaranteed": parties.cited(found.contract, pen) if found else "",
        "guarantee": {
            "words": pen.quoted(found.guarantee.words, found.guarantee.words_en)
            if found and found.guarantee.words
            else "",
            "mode": _mode(found, pen),
            "maximum": pen.money(found.guarantee.maximum) if found and found.guarantee.maximum is not None else "",
            "until": pen.date(min((clock.raw_end for clock in clocks), default=None)),
        },
        **claims.listed(case.settlement, items, pen, case.we, case.you),
        "asked": pen.money(asked) if asked else pen.no_sum,
        "asked_full": pen.in_full(asked) if asked else pen.no_sum,
        "limited": bool(found and found.asked < found.open),
        "longest_overdue": pen.counted(max(claims.longest_overdue(items), 0), "天", "day", "days"),
        "basis_cited": pen.cite(_REQUEST),
    }


def _mode(found: _Guaranteed | None, pen: Pen) -> str:
    if found is None:
        return ""
    if guarantee.mode(found.guarantee.mode, found.guarantee.words) is GuaranteeMode.JOINT:
        return pen.say("连带责任保证", "a guarantee with joint and several liability")
    return pen.say("一般保证", "a general guarantee")


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("保证合同或者保证条款（复印件）", "发票（复印件）")
    return ("Guarantee contract or clause (copy)", "Invoices (copies)")


PAPER = Paper(
    entry=Entry(
        LetterKind.GUARANTOR_REQUEST,
        MappingProxyType({None: titles("履行保证责任通知书", "Request to Perform a Guarantee")}),
        job="demand",
        places=("facts", "closing"),
        reply_days=10,
        group=Group.NOTICE,
        needed=("/letter/number", "/account/creditor/bank_account", "/account/creditor/registration_number"),
        salutes=False,
        you=("债务人", "the debtor"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            **of_party("guarantor"),
            "reader": ("对保证人的称呼", "how the guarantor is spoken to"),
            "guaranteed": ("所担保的合同", "the contract guaranteed"),
            "guarantee.words": ("保证条款原文，加引号", "the words of the guarantee, quoted"),
            "guarantee.mode": ("保证方式", "its mode"),
            "guarantee.maximum": ("最高限额；没有则为空", "its maximum; else empty"),
            "guarantee.until": ("保证期间最早届满之日", "the first day on which its period ends"),
            "asked": ("请求保证人支付的金额", "the sum asked of the guarantor"),
            "asked_full": ("同上，数字及大写", "the same, figures and words"),
            "limited": ("是否受最高限额限制", "whether the maximum limits it"),
            "longest_overdue": ("最长逾期", "longest time overdue"),
            "basis_cited": ("法律依据", "the legal basis"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("guarantor", "{guarantor.name}"),
        same("guaranteed", "{guaranteed}"),
        same("guarantee.mode", "{guarantee.mode}"),
        same("guarantee.until", "{guarantee.until}"),
        same("guarantor.sum", "{asked_full}"),
        same("pay_by", "{letter.pay_by}"),
        same("account.number", "{bank.number}"),
        Part("guarantor.request", "请求.{0,20}(承担|履行)保证责任", "request.{0,60}perform.{0,40}guarantee"),
        Part("reservation", "不构成[^。]{0,30}放弃", "(not|nothing)[^.]{0,80}waive|reserve[sd]?[^.]{0,60}rights"),
    ),
    part_names=MappingProxyType(
        {
            "guarantor": ("保证人名称", "the guarantor's name"),
            "guaranteed": ("所担保的合同", "the contract guaranteed"),
            "guarantee.mode": ("保证方式", "the mode of the guarantee"),
            "guarantee.until": ("保证期间届满之日", "the day on which the guarantee period ends"),
            "guarantor.sum": ("请求保证人支付的金额", "the sum asked of the guarantor"),
            "guarantor.request": ("请求保证人承担保证责任", "the request to perform the guarantee"),
        }
    ),
    bars=_bars,
    asks=True,
    enclosures=_enclosures,
)
