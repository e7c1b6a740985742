"""The service cover (邮寄送达封面及内件说明): what is written on the waybill, where the letter goes, and what is kept.

The stub of a waybill that names its contents lets arrival be presumed unless it is rebutted (最高人民法院
〔2003〕民二他字第6号); a demand that is sent back from the registered address counts as arrived
(（2020）最高法民再253号, as commented).
So the letter goes to every address there is, each with where it comes from (诉讼时效规定 8).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen
from docgen.letters.context.working import WORKING, basis
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.working import AddressSource, Channel, Destination, Dispatch
from docgen.letters.request import LetterKind, LetterRequest

_ARRIVAL = ("limitation_rules:8", "civil_code:137", "cpl_interpretation:137")
_SOURCES = {
    AddressSource.CONTRACT: ("合同约定", "contract"),
    AddressSource.CONFIRMED: ("送达地址确认书", "confirmation of address"),
    AddressSource.REGISTER: ("登记住所地", "register"),
    AddressSource.REPLY: ("对方来函", "the debtor's own letter"),
    AddressSource.OTHER: ("其他", "other"),
}
_CHANNELS = {
    Channel.POST: ("特快专递", "Post (EMS)"),
    Channel.EMAIL: ("电子邮件", "E-mail"),
    Channel.MESSENGER: ("微信等", "Messenger"),
    Channel.BY_HAND: ("当面送交", "By hand"),
}
_KEPT = (
    ("运单存根，内件品名一栏已写明", "The stub of the waybill, with the contents written on it"),
    ("官网查询的投递轨迹，打印并注明查询日期", "The tracking record, printed, with the day of the query"),
    ("所寄函件的复印件或者扫描件，与寄出的一致", "A copy of the letter, the same as the one sent"),
    ("装封过程和封面的照片", "Photographs of the packing and of the cover"),
    ("签收回执，签收人姓名、职务、日期", "The return slip: who signed, in what post, on what day"),
    (
        "退回的邮件原封保存：寄往登记住所地被退回的，也是送达的证据",
        "Returned mail, kept unopened: from the registered address it is proof of service too",
    ),
    (
        "电子邮件：保留原件和发送记录；约定的地址优先",
        "E-mail: the original and the server's record; the agreed address first",
    ),
)


def _sum(case: Case, given: Dispatch) -> Decimal:
    return given.amount if given.amount is not None else case.settlement.totals.demandable


def destinations(account: Account, given: Dispatch) -> list[Destination]:
    """Where the letter goes: as given; else the registered address and the e-mail on record."""
    if given.destinations:
        return list(given.destinations)
    found = []
    if account.debtor.address:
        source = AddressSource.CONTRACT if _clause(account) else AddressSource.REGISTER
        found.append(Destination(address=account.debtor.address, address_en=account.debtor.address_en, source=source))
    if account.debtor.email:
        found.append(Destination(address=account.debtor.email, channel=Channel.EMAIL, source=AddressSource.OTHER))
    return found


def _clause(account: Account) -> bool:
    return any(each.service_clause for each in account.contracts)


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    given = request.dispatch or Dispatch()
    going = destinations(account, given)
    posted = [each for each in going if each.channel is Channel.POST]
    if not posted:
        yield Finding("paper.service_cover.no_address", Severity.BAR, "/letter/dispatch/destinations", {}, _ARRIVAL)
    elif not any(each.source is AddressSource.REGISTER for each in posted):
        code = "paper.service_cover.not_registered"
        yield Finding(code, Severity.INFORMATION, "/letter/dispatch/destinations", {}, _ARRIVAL)
    if not given.amount and not assessment.chosen.totals.demandable:
        yield Finding("paper.service_cover.no_sum", Severity.BAR, "/letter/dispatch/amount")


def _worded(case: Case) -> dict[str, object]:
    pen, account = case.pen, case.account
    given = case.request.dispatch or Dispatch()
    asked = _sum(case, given)
    items = claims.demanded_items(case.settlement)
    # Without the letter's own sum, which may hold interest, the cover names the principal and says that it is that.
    principal = given.amount is None and bool(asked)
    of = pen.say("本金", "principal of ") if principal else ""
    letter = pen.own(given.letter, given.letter_en) if pen.zh or given.letter_en else _letter_en(given.letter)
    numbers = pen.listed([each.number for each in case.contracts(items)]) or pen.say("双方往来", "our dealings")
    return {
        "dispatch": {
            "letter": letter,
            "number": given.number or "",
            "letter_on": pen.date(given.letter_on),
            "amount": f"{of}{pen.money(asked)}" if asked else pen.no_sum,
            "amount_full": f"{of}{pen.in_full(asked)}" if asked else pen.no_sum,
            "contracts": numbers,
            "sheets": pen.counted(given.sheets, "页", "page", "pages") if given.sheets else "",
            "contents": pen.say(
                f"关于{numbers}的{letter}，要求支付{of}{_plain(asked, pen)}",
                f"{letter} on {numbers}, asking for payment of {of}{_plain(asked, pen)}",
            ),
        },
        "destinations": [_row(number, each, pen) for number, each in enumerate(destinations(account, given), 1)],
        "kept": [pen.say(*words) for words in _KEPT],
        "basis_cited": basis(_ARRIVAL, pen),
    }


def _letter_en(letter: str) -> str:
    return {"催款函": "formal demand", "律师函": "lawyer's letter", "付款提醒函": "payment reminder"}.get(
        letter, letter
    )


def _plain(amount: Decimal, pen: Pen) -> str:
    """A sum as a waybill has room for it: 876650.50元."""
    if not amount:
        return pen.no_sum
    return f"{amount:.2f}元" if pen.zh and pen.currency == "CNY" else pen.money(amount)


def _row(number: int, one: Destination, pen: Pen) -> dict[str, str]:
    said = pen.own(one.reference, one.reference_en)
    source = pen.say(*_SOURCES[one.source])
    return {
        "no": str(number),
        "address": pen.own(one.address, one.address_en),
        "channel": pen.say(*_CHANNELS[one.channel]),
        "source": source + (pen.say(f"（{said}）", f" ({said})") if said else ""),
        "waybill": one.waybill or "",
    }


PAPER = Paper(
    entry=Entry(
        LetterKind.SERVICE_COVER,
        MappingProxyType({None: titles("邮寄送达封面及内件说明", "Service Cover and Waybill Text")}),
        job="record",
        places=("closing",),
        reply_days=0,
        group=Group.WORKING,
        salutes=False,
        we=("寄件人", "the sender"),
        you=("收件人", "the addressee"),
        draft_mark=WORKING,
    ),
    worded=_worded,
    bars=_bars,
    common=False,
    fields=MappingProxyType(
        {
            "dispatch.letter": ("所寄函件", "the letter sent"),
            "dispatch.number": ("其文号；未填写时为空", "its number; else empty"),
            "dispatch.letter_on": ("其日期；未填写时为空", "its date; else empty"),
            "dispatch.amount": ("函件请求的金额", "the sum that it asks for"),
            "dispatch.amount_full": ("同上，数字及大写", "the same, figures and words"),
            "dispatch.contracts": ("所涉合同编号", "the contracts concerned"),
            "dispatch.sheets": ("页数；未填写时为空", "pages; else empty"),
            "dispatch.contents": ("运单“内件品名”一栏", "the contents, as the waybill names them"),
            "destinations[]": ("寄往的地址", "where the letter goes"),
            "destinations[].no": ("序号", "number"),
            "destinations[].address": ("地址", "address"),
            "destinations[].channel": ("方式", "channel"),
            "destinations[].source": ("来源", "where it comes from"),
            "destinations[].waybill": ("单号；未填写时为空", "waybill; else empty"),
            "kept[]": ("应当保存的凭证", "the proof to be kept"),
            "basis_cited": ("法律依据", "the legal basis"),
        }
    ),
    parts=(
        same("title", "{title}"),
        same("date", "{letter.date}"),
        same("creditor.name", "{creditor.name}"),
        same("debtor.name", "{debtor.name}"),
        same("cover.contents", "{dispatch.contents}"),
        same("cover.sum", "{dispatch.amount}"),
        same("cover.addresses", "{destinations.address}"),
        same("cover.sources", "{destinations.source}"),
        same("cover.kept", "{kept}"),
        Part("cover.returned", "退回", "[Rr]eturned"),
    ),
    part_names=MappingProxyType(
        {
            "cover.contents": ("内件品名", "the contents on the waybill"),
            "cover.sum": ("函件请求的金额", "the sum that the letter asks for"),
            "cover.addresses": ("寄往的地址", "where the letter goes"),
            "cover.sources": ("地址来源", "where each address comes from"),
            "cover.kept": ("应当保存的凭证", "the proof to be kept"),
            "cover.returned": ("退回邮件的处理", "what becomes of returned mail"),
        }
    ),
)
