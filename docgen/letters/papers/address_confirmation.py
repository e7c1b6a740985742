"""The confirmation of the address for service (送达地址确认书, 民诉法解释 136, 137)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import court
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import SERVICE, of_party
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.named import NAMED, named, of_guarantors
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Service
from docgen.letters.request import LetterKind, LetterRequest

_RULES = ("cpl:90", "cpl_interpretation:136", "cpl_interpretation:137")


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    """Whom, where and how is confirmed to the court, so none of it is taken for granted."""
    own, creditor = request.service or Service(), account.creditor
    if own.electronic is None:
        place = "/letter/service/electronic"
        yield Finding("paper.address_confirmation.electronic_unknown", Severity.BAR, place, articles=_RULES[:2])
    elif own.electronic and not (own.email or creditor.email):
        place = "/letter/service/email"
        yield Finding("paper.address_confirmation.no_email", Severity.BAR, place, articles=_RULES[:2])
    for name, known in (
        ("recipient", creditor.contact),
        ("address", creditor.address),
        ("phone", creditor.phone),
    ):
        if not (getattr(own, name) or known):
            code = f"paper.address_confirmation.no_{name}"
            yield Finding(code, Severity.BAR, f"/letter/service/{name}", articles=_RULES[2:])
    yield from of_guarantors(account, assessment, request, Severity.INFORMATION)


def _worded(case: Case) -> dict[str, object]:
    pen = case.pen
    return {
        "party": court.side(case, creditor=True),
        "other_side": court.side(case, creditor=False),
        **named(case),
        "court": pen.own(case.request.court, case.request.court_en),
        "service": court.service(case),
        "rules_cited": pen.cite(_RULES),
    }


PAPER = Paper(
    entry=Entry(
        LetterKind.ADDRESS_CONFIRMATION,
        MappingProxyType({None: titles("送达地址确认书", "Confirmation of the Address for Service")}),
        job="application",
        places=("closing",),
        reply_days=0,
        group=Group.COURT,
        needed=("/account/creditor/registration_number",),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
        we=("当事人", "the party"),
        you=("对方当事人", "the other party"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **of_party("party"),
            **of_party("other_side"),
            **NAMED,
            **SERVICE,
            "court": ("法院；未填写为空", "court; else empty"),
            "rules_cited": ("依据", "the rules"),
        }
    ),
    parts=(
        same("title", "{title}"),
        same("date", "{letter.date}"),
        same("party", "{party.name}"),
        same("service.address", "{service.address}"),
        same("service.recipient", "{service.recipient}"),
        same("service.phone", "{service.phone}"),
        Part("service.lasts", "一审、二审、再审.{0,20}执行", "instances.{0,40}enforcement"),
        Part("seal", "盖章", "seal", when="letter.sealed"),
    ),
    part_names=MappingProxyType(
        {
            "party": ("当事人名称", "the party's name"),
            "service.address": ("送达地址", "the address for service"),
            "service.recipient": ("受送达人", "the recipient"),
            "service.phone": ("送达电话", "the telephone"),
            "service.lasts": ("适用于各审级和执行程序", "that it holds for all instances and enforcement"),
        }
    ),
    bars=_bars,
    common=False,
)
