"""The list of evidence (证据目录): number, name, source, form, and what each piece proves (民事证据规定 19)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import court
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import EVIDENCE, of_party
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.named import NAMED, named, of_guarantors, others
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import LetterKind, LetterRequest

_RULES = ("evidence_rules:19",)


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    """What the rules ask of every piece and the list does not say."""
    for row, one in enumerate(request.evidence):
        lacking = [name for name in ("source", "proves") if not getattr(one, name)]
        if lacking:
            place = f"/letter/evidence/{row}/{lacking[0]}"
            yield Finding("paper.evidence_list.incomplete", Severity.WARNING, place, {"evidence": one.name}, _RULES)
    copies = [one.name for one in request.evidence if one.original is False]
    if copies:
        facts = {"evidence": "; ".join(copies)}
        yield Finding("paper.evidence_list.copies", Severity.INFORMATION, None, facts, ("evidence_rules:11",))
    yield from of_guarantors(account, assessment, request, Severity.INFORMATION)


def _worded(case: Case) -> dict[str, object]:
    return {
        "submitter": court.side(case, creditor=True),
        "other_side": court.side(case, creditor=False),
        **named(case),
        "court": case.pen.own(case.request.court, case.request.court_en),
        "evidence": court.evidence(case.request, case.pen),
        "copies": case.pen.counted(len(others(case)) + 1, "份", "set", "sets"),
    }


PAPER = Paper(
    entry=Entry(
        LetterKind.EVIDENCE_LIST,
        MappingProxyType({None: titles("证据目录", "List of Evidence")}),
        job="application",
        places=("closing",),
        reply_days=0,
        group=Group.COURT,
        needed=("/letter/evidence",),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
        we=("提交人", "the submitting party"),
        you=("对方当事人", "the other party"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **of_party("submitter"),
            **of_party("other_side"),
            **NAMED,
            **EVIDENCE,
            "court": ("法院；未填写为空", "court; else empty"),
            "copies": (
                "提交份数：法院一份，对方当事人每方一份",
                "sets filed: one for the court, one for each other party",
            ),
        }
    ),
    parts=(
        same("title", "{title}"),
        same("date", "{letter.date}"),
        same("submitter", "{submitter.name}"),
        same("evidence.name", "{evidence.name}"),
        same("evidence.proves", "{evidence.proves}"),
        Part("seal", "盖章", "seal", when="letter.sealed"),
    ),
    part_names=MappingProxyType(
        {
            "submitter": ("提交人名称", "who submits it"),
            "evidence.name": ("证据名称", "the pieces of evidence"),
            "evidence.proves": ("证明内容", "what each proves"),
        }
    ),
    bars=_bars,
    common=False,
)
