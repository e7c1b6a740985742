"""The notice of assignment (债权转让通知书): from its arrival the debtor pays the assignee (民法典 546).

It is the assignor's own letter, as the debtor need not believe a stranger. Each guarantor is told in a letter of its
own (696). Security passes with the claim, registered and handed over or not (547).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.contract import Guarantee, GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.accounts.party import Party
from docgen.errors import Finding
from docgen.escalation.findings import caution, told
from docgen.law import guarantee
from docgen.law.assessment import Assessment, OpenItem
from docgen.law.statutes import LawData
from docgen.law.transfer import assignment_binds_debtor
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import LISTED, of_party
from docgen.letters.context.pen import Pen
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.noticed import NEEDED, RESERVATION, against_debtor, bar, declared
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.notices import ClaimAssignment
from docgen.letters.request import Language, LetterKind, LetterRequest

_NOTICE, _SECURITY, _GUARANTOR = ("civil_code:546",), ("civil_code:547",), ("civil_code:696",)
_PLACE = "/letter/assignment"


@dataclass(frozen=True, slots=True)
class _Assigned:
    """items: the claims that are assigned. guarantees: those of their contracts. reader: whom this letter is for."""

    items: list[OpenItem]
    guarantees: list[Guarantee]
    reader: Guarantee | None

    @property
    def guarantors(self) -> list[str]:
        return list(dict.fromkeys(one.guarantor.name for one in self.guarantees))


def _assigned(account: Account, assessment: Assessment, request: LetterRequest) -> _Assigned:
    """A guarantor's letter is of the claims that it guarantees, and of no other security."""
    named = set(request.assignment.invoices) if request.assignment else set()
    items = [item for item in claims.open_items(assessment.chosen) if not named or item.invoice.number in named]
    contracts = {item.invoice.contract for item in items}
    guarantees = [(each, one) for each in account.contracts if each.number in contracts for one in each.guarantees]
    own = [pair for pair in guarantees if request.guarantor in {pair[1].guarantor.name, pair[1].guarantor.name_en}]
    if not request.guarantor or not own:
        return _Assigned(items, [one for _, one in guarantees], None)
    secured = {contract.number for contract, _ in own}
    return _Assigned([item for item in items if item.invoice.contract in secured], [one for _, one in own], own[0][1])


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    yield from against_debtor(account)
    asked = request.assignment
    if asked is None:
        return
    found = _assigned(account, assessment, request)
    yield from _of_claim(assessment, asked, found)
    yield from _of_assignee(account, request, asked)
    yield from _of_guarantees(request, asked, found)
    if account.declares(Question.CLAIM_ASSIGNED) is Answer.NO:
        yield caution("paper.assignment.declared_otherwise", _NOTICE, place=declared(Question.CLAIM_ASSIGNED))


def _of_claim(assessment: Assessment, asked: ClaimAssignment, found: _Assigned) -> Iterator[Finding]:
    """Whether there is a claim, of a certain sum, that can change hands."""
    known = {item.invoice.number for item in assessment.chosen.items}
    if unknown := [number for number in asked.invoices if number not in known]:
        place = f"{_PLACE}/invoices"
        yield bar("paper.assignment.unknown_invoice", ("civil_code:545",), place=place, invoices=", ".join(unknown))
    if not found.items:
        yield bar("paper.assignment.nothing_open", ("civil_code:545",))
    if unallocated := assessment.chosen.totals.unallocated:
        facts = {"amount": f"{unallocated:f}", "currency": assessment.currency}
        yield bar("paper.assignment.unallocated", ("civil_code:545",), place="/account/payments", **facts)
    if asked.excluded:
        yield bar("paper.assignment.excluded", ("civil_code:545(1)",), place=f"{_PLACE}/excluded")
    elif asked.excluded is None:
        yield caution("paper.assignment.exclusion_unknown", ("civil_code:545(1)",), place=f"{_PLACE}/excluded")
    banned = bool(asked.ban_in_contract)
    if banned and assignment_binds_debtor(notified=True, banned_in_contract=banned):
        yield told("paper.assignment.banned", ("civil_code:545(2)",), place=f"{_PLACE}/ban_in_contract")


def _of_assignee(account: Account, request: LetterRequest, asked: ClaimAssignment) -> Iterator[Finding]:
    """The letter is the assignor's, of an assignment that has been made, to somebody else."""
    place = f"{_PLACE}/assignee"
    if _same(asked.assignee, account.creditor):
        yield bar("paper.assignment.not_by_assignor", _NOTICE, place=place, name=asked.assignee.name)
    if _same(asked.assignee, account.debtor):
        yield bar("paper.assignment.to_debtor", ("civil_code:557",), place=place, name=asked.assignee.name)
    dated = request.dated_on or account.as_of
    if asked.assigned_on > dated:
        facts = {"on": asked.assigned_on.isoformat()}
        yield bar("paper.assignment.not_yet", _NOTICE, place=f"{_PLACE}/assigned_on", **facts)
    register = ("civil_code:761", "civil_code:768")
    if asked.factoring:
        yield caution("paper.assignment.factoring", (*register, "civil_code:764"), place=f"{_PLACE}/factoring")
    elif asked.factoring is None:
        yield caution("paper.assignment.factoring_unknown", register, place=f"{_PLACE}/factoring")


def _same(one: Party, other: Party) -> bool:
    numbers = one.registration_number, other.registration_number
    return one.name == other.name or (numbers[0] is not None and numbers[0] == numbers[1])


def _of_guarantees(request: LetterRequest, asked: ClaimAssignment, found: _Assigned) -> Iterator[Finding]:
    """Guarantors are bound to the assignee once they are told, unless a guarantee forbids assignment (696)."""
    named = {"guarantors": ", ".join(found.guarantors)}
    if request.guarantor and found.reader is None:
        facts = {"known": named["guarantors"], "named": request.guarantor}
        yield bar("paper.assignment.which_guarantor", _GUARANTOR, place="/letter/guarantor", **facts)
    if not found.guarantees:
        return
    if found.reader is None:
        yield told("paper.assignment.guarantors_too", ("civil_code:696(1)",), place="/letter/guarantor", **named)
    place, articles = f"{_PLACE}/guarantee_bans", ("civil_code:696(2)",)
    if asked.guarantee_bans:
        yield caution("paper.assignment.guarantee_bans", articles, place=place, **named)
    elif asked.guarantee_bans is None:
        yield caution("paper.assignment.guarantee_bans_unknown", articles, place=place, **named)


def _worded(case: Case) -> dict[str, object]:
    pen, account, asked = case.pen, case.account, case.request.assignment
    found = _assigned(account, case.assessment, case.request)
    reader = found.reader.guarantor if found.reader else account.debtor
    assignee = asked.assignee if asked else account.creditor
    total = sum((item.open for item in found.items), ZERO)
    arrival = pen.say("本通知到达之日", "the arrival of this notice")
    return {
        "addressee": parties.party(reader, pen, other=account.creditor),
        "to_guarantor": found.reader is not None,
        "reader": parties.addressed(reader, pen),
        "reader_self": parties.speaking(reader, pen),
        "owing": pen.say("债务人", "the debtor") if found.reader else case.you,
        "assignee": parties.party(assignee, pen, other=account.debtor),
        "payee": parties.bank_account(assignee.bank_account if asked else None, pen),
        "assigned_on": pen.date(asked.assigned_on) if asked else "",
        "agreement": pen.own(asked.agreement, asked.agreement_en) if asked else "",
        "factoring": bool(asked and asked.factoring),
        "pay_from": pen.date(asked.pay_from if asked else None) or arrival,
        "contracts_assigned": parties.contracts_cited(case.contracts(found.items), pen),
        **claims.listed(case.settlement, found.items, pen, case.we, case.you),
        "assigned": pen.money(total) if total else pen.no_sum,
        "assigned_full": pen.in_full(total) if total else pen.no_sum,
        "guarantees": [_security(one, pen) for one in found.guarantees],
        "basis_cited": pen.cite((*_NOTICE, *(_GUARANTOR if found.reader else ()))),
        "security_cited": pen.cite((*_SECURITY, *(_GUARANTOR if found.guarantees else ()))),
    }


def _security(one: Guarantee, pen: Pen) -> dict[str, object]:
    joint = guarantee.mode(one.mode, one.words) is GuaranteeMode.JOINT
    return {
        "guarantor": pen.own(one.guarantor.name, one.guarantor.name_en),
        "mode": pen.say("连带责任保证", "a guarantee with joint and several liability")
        if joint
        else pen.say("一般保证", "a general guarantee"),
        "maximum": pen.money(one.maximum) if one.maximum is not None else "",
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("债权转让协议（摘录，复印件）", "发票（复印件）")
    return ("Assignment agreement (extract, copy)", "Invoices (copies)")


_GUARANTEE = MappingProxyType(
    {
        "guarantor": ("保证人", "the guarantor"),
        "mode": ("保证方式", "its mode"),
        "maximum": ("最高限额；没有则为空", "its maximum; else empty"),
    }
)

PAPER = Paper(
    entry=Entry(
        LetterKind.ASSIGNMENT_NOTICE,
        MappingProxyType({None: titles("债权转让通知书", "Notice of Assignment")}),
        job="notice",
        places=("facts", "closing"),
        reply_days=0,
        group=Group.NOTICE,
        needed=(
            *NEEDED,
            _PLACE,
            f"{_PLACE}/assignee/bank_account",
            f"{_PLACE}/assignee/registration_number",
        ),
        salutes=False,
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            **of_party("addressee"),
            **of_party("assignee"),
            "to_guarantor": ("本件是否致保证人", "whether this letter is for a guarantor"),
            "reader": ("对收函方的称呼", "how its reader is spoken to"),
            "reader_self": ("收函方的自称，用于回执", "how its reader speaks of itself, for the receipt"),
            "owing": ("对债务人的称呼", "how the debtor is called"),
            "payee.given": ("是否有受让人的收款账户", "whether the assignee's account is known"),
            "payee.holder": ("受让人账户户名", "its holder"),
            "payee.bank": ("受让人账户开户行", "its bank"),
            "payee.number": ("受让人账号", "its number"),
            "payee.swift": ("SWIFT 代码", "SWIFT code"),
            "assigned_on": ("转让日期", "the day of the assignment"),
            "agreement": ("转让协议；未填写为空", "the assignment agreement; else empty"),
            "factoring": ("受让人是否保理人", "whether the assignee is a factor"),
            "pay_from": ("自何日起向受让人付款", "from when the assignee is to be paid"),
            "contracts_assigned": ("债权所依的合同", "the contracts of the claims"),
            "assigned": ("转让的债权本金", "the principal assigned"),
            "assigned_full": ("同上，数字及大写", "the same, figures and words"),
            "guarantees[]": ("随同转移的保证", "the guarantees that pass with the claims"),
            **{f"guarantees[].{name}": words for name, words in _GUARANTEE.items()},
            "basis_cited": ("通知的法律依据", "the legal basis of the notice"),
            "security_cited": ("从权利随同转移的法律依据", "the legal basis on security"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("assignment.reader", "{addressee.name}"),
        same("assignment.assignee", "{assignee.name}"),
        same("assignment.assignee_code", "{assignee.code}"),
        same("assignment.day", "{assigned_on}"),
        same("invoice", "{items.number}"),
        same("due_date", "{items.due_on}"),
        same("assignment.sum", "{assigned_full}"),
        same("account.holder", "{payee.holder}"),
        same("account.bank", "{payee.bank}"),
        same("account.number", "{payee.number}"),
        same("assignment.pay_from", "{pay_from}"),
        same("assignment.basis", "{basis_cited}"),
        same("assignment.guarantors", "{guarantees.guarantor}"),
        Part("assignment.security", "从权利", "accessory rights"),
        RESERVATION,
    ),
    part_names=MappingProxyType(
        {
            "assignment.reader": ("收函方", "whom the letter is for"),
            "assignment.assignee": ("受让人", "the assignee"),
            "assignment.assignee_code": ("受让人统一社会信用代码", "the assignee's registration code"),
            "assignment.day": ("转让日期", "the day of the assignment"),
            "assignment.sum": ("转让的债权本金（数字及大写）", "the principal assigned, in figures and words"),
            "assignment.pay_from": ("自何日起向受让人付款", "from when to pay the assignee"),
            "assignment.basis": ("通知的法律依据", "the legal basis of the notice"),
            "assignment.guarantors": ("随同转移的保证", "the guarantees that pass"),
            "assignment.security": ("从权利随同转移", "that security passes"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
