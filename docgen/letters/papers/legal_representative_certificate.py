"""The certificate of the legal representative (法定代表人身份证明书), which a company hands in with a court paper."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import court, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import of_party
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Identity
from docgen.letters.request import Language, LetterKind, LetterRequest

_PLACE = "/account/creditor/representative_post"


def _bars(account: Account, _assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    if parties.is_natural(account.creditor):
        code = "paper.legal_representative_certificate.natural"
        yield Finding(code, Severity.BAR, "/account/creditor/kind", articles=("cpl:51",))
    elif not account.creditor.representative_post:
        yield Finding("paper.legal_representative_certificate.no_post", Severity.BAR, _PLACE, articles=("cpl:51",))
    if request.identity is None or not request.identity.number:
        code = "paper.legal_representative_certificate.no_number"
        yield Finding(code, Severity.INFORMATION, "/letter/identity/number")


def _worded(case: Case) -> dict[str, object]:
    pen, own, creditor = case.pen, case.request.identity or Identity(), case.account.creditor
    return {
        "company": court.side(case, creditor=True),
        "court": pen.own(case.request.court, case.request.court_en),
        "identity": {
            "name": pen.own(creditor.representative, creditor.representative_en),
            "post": pen.own(creditor.representative_post, creditor.representative_post_en),
            "label": parties.representative_label(creditor, pen),
            "role": parties.representative_label(creditor, pen).lower(),
            "number": own.number or pen.say("＿＿＿＿＿＿＿＿＿＿＿＿", "________________"),
            "address": pen.own(own.address, own.address_en),
            "phone": parties.phone(own.phone or creditor.phone, pen, creditor.country),
        },
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("法定代表人身份证复印件", "营业执照复印件")
    return ("Identity card of the legal representative (copy)", "Business licence (copy)")


PAPER = Paper(
    entry=Entry(
        LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE,
        MappingProxyType({None: titles("法定代表人身份证明书", "Certificate of the Legal Representative")}),
        job="application",
        places=("closing",),
        reply_days=0,
        group=Group.COURT,
        needed=("/account/creditor/representative", "/account/creditor/registration_number"),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **of_party("company"),
            "court": ("法院；未填写为空", "court; else empty"),
            "identity.name": ("法定代表人姓名", "name of the legal representative"),
            "identity.post": ("职务", "post"),
            "identity.label": ("“法定代表人”或“负责人”", "what he or she is called"),
            "identity.role": ("同上，句中用", "the same within a sentence"),
            "identity.number": ("身份证号码；未填写为横线", "identity number, else a line"),
            "identity.address": ("住址；未填写为空", "address; else empty"),
            "identity.phone": ("联系电话", "telephone"),
        }
    ),
    parts=(
        same("title", "{title}"),
        same("date", "{letter.date}"),
        same("company", "{company.name}"),
        same("company.code", "{company.code}"),
        same("representative", "{identity.name}"),
        same("representative.post", "{identity.post}"),
        Part("certified", "特此证明", "certif"),
        Part("seal", "盖章", "seal", when="letter.sealed"),
    ),
    part_names=MappingProxyType(
        {
            "company": ("单位名称", "the company's name"),
            "company.code": ("统一社会信用代码", "its registration code"),
            "representative": ("法定代表人姓名", "the legal representative's name"),
            "representative.post": ("法定代表人职务", "his or her post"),
            "certified": ("“特此证明”", "the words of certification"),
        }
    ),
    bars=_bars,
    common=False,
    enclosures=_enclosures,
)
