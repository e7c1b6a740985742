"""The application for enforcement (强制执行申请书): what an effective instrument awards, and the doubled part.

Nothing that the instrument does not award is asked for. Its two years count from the last day that it leaves for
payment, or from its effect (民事诉讼法 250). Which court: that of first instance or of the place of the property; for a
payment order the court that issued it (235, 民诉法解释 460).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.money import ZERO
from docgen.errors import Finding, RuleMissing, Severity
from docgen.law import delay, fees
from docgen.law.assessment import Assessment
from docgen.law.choice import ImputationOrder
from docgen.law.delay import Awarded, Received, Unperformed
from docgen.law.periods import Term, deadline
from docgen.law.statutes import LawData
from docgen.letters.context import court, enforcement
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import AGENTS, FILING, PROPERTIES, of_party
from docgen.letters.context.pen import Pen
from docgen.letters.entry import BEFORE_A_COURT, Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Instrument, InstrumentKind
from docgen.letters.request import Language, LetterKind, LetterRequest

_BASIS = {
    InstrumentKind.JUDGMENT: ("cpl:235(1)", "cpl:247", "cpl:250", "cpl:264"),
    InstrumentKind.MEDIATION: ("cpl:235(1)", "cpl:247", "cpl:250", "cpl:264"),
    InstrumentKind.PAYMENT_ORDER: ("cpl:227(3)", "cpl_interpretation:460", "cpl:250", "cpl:264"),
    InstrumentKind.AWARD: ("cpl:235(2)", "cpl:248", "cpl:250", "cpl:264"),
}


def received(account: Account, instrument: Instrument) -> list[Received]:
    """The payments booked after the day of the instrument: what was paid before, it has counted."""
    later = (one for one in account.payments if one.received_on > instrument.issued_on)
    return [Received(on=one.received_on, amount=one.amount) for one in later]


def owed(account: Account, request: LetterRequest, instrument: Instrument, law: LawData) -> Unperformed:
    """What the instrument has come to on the day asked about."""
    year = Decimal(request.interest.day_count)
    awarded = Awarded(
        principal=instrument.principal,
        other=instrument.other or ZERO,
        interest=instrument.interest or ZERO,
        rate=(instrument.yearly_rate or ZERO) / year,
        running_from=instrument.running_from,
        fees=instrument.fees or ZERO,
    )
    return delay.unperformed(
        law,
        awarded,
        first_day=delay.doubled_from(instrument.performed_by, instrument.effective_on),
        until=account.as_of,
        received=received(account, instrument),
        order=request.interest.imputation,
        currency=account.currency,
    )


def two_years(instrument: Instrument, law: LawData) -> Term:
    """The time to apply: two years from the last day for payment, or from the effect; anew from an interruption.

    Raises RuleMissing where the law data does not reach back to that day.
    """
    begins = instrument.performed_by or instrument.effective_on
    return deadline(law, "enforcement", max(begins, instrument.interrupted_on or begins))


def _bars(account: Account, _assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    instrument = request.instrument
    if instrument is None:
        return
    first_day = delay.doubled_from(instrument.performed_by, instrument.effective_on)
    place = "/letter/instrument"
    if account.as_of < instrument.effective_on:
        facts = {"on": instrument.effective_on.isoformat()}
        articles = ("cpl:247", "enforcement_rules:16")
        yield Finding("paper.enforcement_application.no_effect", Severity.BAR, f"{place}/effective_on", facts, articles)
        return
    if account.as_of < first_day:
        facts = {"on": f"{instrument.performed_by}"}
        articles = ("enforcement_rules:16", "cpl_interpretation:461")
        code = "paper.enforcement_application.time_left"
        yield Finding(code, Severity.BAR, f"{place}/performed_by", facts, articles)
        return
    if instrument.performed_by is None:
        articles = ("cpl:250(2)", "delay_interest:2")
        code = "paper.enforcement_application.no_time_set"
        yield Finding(code, Severity.INFORMATION, f"{place}/performed_by", articles=articles)
    yield from _of_time(account, instrument, law)
    try:
        due = owed(account, request, instrument, law)
    except RuleMissing as missing:
        yield replace(missing.findings[0], severity=Severity.BAR)
        return
    if not due.total:
        yield Finding("paper.enforcement_application.performed", Severity.BAR, articles=("enforcement_rules:16",))
    yield from _of_order(account, request, instrument, law)
    if instrument.fees:
        code = "paper.enforcement_application.fees_refunded"
        yield Finding(code, Severity.INFORMATION, f"{place}/fees", articles=("cpl_interpretation:207",))
    if account.declares(Question.BANKRUPTCY_ACCEPTED) is Answer.YES:
        declared = f"/account/declared/{Question.BANKRUPTCY_ACCEPTED.value}"
        code = "paper.enforcement_application.bankruptcy"
        yield Finding(code, Severity.BAR, declared, articles=("bankruptcy_law:19",))
    if request.costs:
        facts = {"amount": f"{request.costs:f}", "currency": account.currency}
        code = "paper.enforcement_application.not_awarded"
        yield Finding(code, Severity.BAR, "/letter/costs", facts, ("enforcement_rules:16", "cpl:247"))
    if account.currency != court.YUAN:
        code, facts = "paper.enforcement_application.currency", {"currency": account.currency}
        yield Finding(code, Severity.WARNING, facts=facts, articles=("delay_interest:5",))
    if not instrument.property:
        articles = ("enforcement_rules:18", "cpl:252")
        yield Finding("paper.enforcement_application.no_property", Severity.WARNING, f"{place}/property", {}, articles)
    if instrument.words is None:
        yield Finding("paper.enforcement_application.no_words", Severity.INFORMATION, f"{place}/words")


def _of_order(account: Account, request: LetterRequest, instrument: Instrument, law: LawData) -> Iterator[Finding]:
    """Payments put to principal first give up what article 561 would leave owed."""
    if request.interest.imputation is not ImputationOrder.PRINCIPAL_FIRST or not received(account, instrument):
        return
    by_law = replace(request, interest=replace(request.interest, imputation=ImputationOrder.ARTICLE_561))
    difference = owed(account, by_law, instrument, law).total - owed(account, request, instrument, law).total
    if difference:
        code, place = "paper.enforcement_application.principal_first", "/letter/interest/imputation"
        facts = {"difference": f"{difference:f}", "currency": account.currency}
        yield Finding(code, Severity.INFORMATION, place, facts, ("civil_code:561",))


def _of_time(account: Account, instrument: Instrument, law: LawData) -> Iterator[Finding]:
    """Over, or within 60 days of it; no time runs once enforcement was closed for want of property (民诉法解释 517)."""
    if any(one.kind is EventKind.NO_PROPERTY_FOUND for one in account.history):
        return
    try:
        term = two_years(instrument, law)
    except RuleMissing as missing:
        yield replace(missing.findings[0], severity=Severity.BAR)
        return
    facts = {"on": term.raw_end.isoformat()}
    if account.as_of > term.raw_end:
        place = "/letter/instrument/interrupted_on"
        yield Finding("paper.enforcement_application.expired", Severity.BAR, place, facts, ("cpl:250",))
    elif (term.raw_end - account.as_of).days <= _ALARM_DAYS:
        yield Finding("paper.enforcement_application.time_ends", Severity.INFORMATION, None, facts, ("cpl:250",))


_ALARM_DAYS = 60


def _worded(case: Case) -> dict[str, object]:
    pen, request, account = case.pen, case.request, case.account
    instrument = request.instrument
    if instrument is None:  # a draft of an unfinished request
        instrument = Instrument(
            kind=InstrumentKind.JUDGMENT,
            issuer="",
            number="",
            issued_on=account.as_of,
            effective_on=account.as_of,
            principal=ZERO,
        )
    due = owed(account, request, instrument, pen.law)
    on = request.dated_on or account.as_of
    return {
        "applicant": court.side(case, creditor=True),
        "respondent": court.side(case, creditor=False),
        "agents": court.agents(request, pen),
        "court": pen.own(request.court, request.court_en),
        "instrument": enforcement.instrument(instrument, pen),
        "owed": enforcement.owed(due, instrument, request, pen),
        "property": court.properties(instrument.property, pen),
        "basis_cited": pen.cite(_BASIS[instrument.kind]),
        "filing": {
            "where": _where(instrument, pen),
            "fees": court.fee_rows((fees.enforcement(pen.law, due.total, on),), pen),
            "attach": court.attachments(_ATTACH, pen),
            "clocks": _clocks(instrument, pen),
        },
    }


def _where(one: Instrument, pen: Pen) -> str:
    article = pen.cite(_BASIS[one.kind][:2] if one.kind is InstrumentKind.PAYMENT_ORDER else _BASIS[one.kind][:1],
                       briefly=True)  # fmt: skip
    said = {
        InstrumentKind.PAYMENT_ORDER: (
            "作出支付令的法院，或者与其同级的被执行财产所在地法院",
            "The court that issued the order, or one of the same level where the property is",
        ),
        InstrumentKind.AWARD: (
            "被执行人住所地或者被执行的财产所在地法院（通常为中级人民法院）",
            "The court of the debtor's domicile or of the property, as a rule an intermediate one",
        ),
    }.get(
        one.kind,
        (
            "第一审人民法院，或者与其同级的被执行财产所在地法院",
            "The court of first instance, or one of the same level where the property is",
        ),
    )
    return pen.say(*said) + pen.say(f"（{article}）。", f" ({article}).")


def _clocks(one: Instrument, pen: Pen) -> list[dict[str, object]]:
    try:
        term = two_years(one, pen.law)
    except RuleMissing:
        return []
    article = pen.cite(["cpl:250"], briefly=True)
    return [{"what": pen.say(f"申请执行的期间届满（{article}）", f"time to apply ends ({article})"),
             "on": pen.date(term.raw_end)}]  # fmt: skip


_ATTACH = (
    ("强制执行申请书", "This application"),
    ("生效法律文书及生效证明（复印件，带原件核对）", "The instrument and proof of its effect (copies, with originals)"),
    (
        "申请人营业执照复印件（盖章）、法定代表人身份证明书",
        "Applicant's business licence (copy), certificate of its legal representative",
    ),
    ("授权委托书（写明代为收取执行款等特别授权）", "Power of attorney, with its special powers named"),
    ("被执行人财产线索及材料", "What is known of the debtor's property"),
    ("申请人收款账户确认", "Confirmation of the account to pay to"),
)


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("生效法律文书（复印件）", "申请人主体资格证明", "财产线索")
    return ("The instrument (copy)", "Proof of the applicant's identity", "Known property")


PAPER = Paper(
    entry=Entry(
        LetterKind.ENFORCEMENT_APPLICATION,
        MappingProxyType({None: titles("强制执行申请书", "Application for Enforcement")}),
        job="application",
        places=("facts", "reasons"),
        reply_days=0,
        group=Group.COURT,
        needed=("/letter/court", "/letter/instrument", *BEFORE_A_COURT),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
        we=("申请执行人", "the applicant"),
        you=("被执行人", "the debtor"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **of_party("applicant"),
            **of_party("respondent"),
            **AGENTS,
            **PROPERTIES,
            **{name: words for name, words in FILING.items() if name != "filing.level"},
            "court": ("法院", "court"),
            **enforcement.FIELDS,
            "basis_cited": ("法律依据", "the legal basis"),
        }
    ),
    parts=(
        same("applicant.address", "{applicant.address}"),
        same("respondent.address", "{respondent.address}"),
        same("instrument.number", "{instrument.number}"),
        same("instrument.effect", "{instrument.effective_on}"),
        Part(
            "enforced.principal",
            "本金.{0,40}{owed.principal_column}",
            "principal.{0,40}{owed.principal_column}",
            when="owed.principal",
        ),
        Part(
            "enforced.doubled",
            "加倍部分债务利息.{0,80}{owed.doubled_column}",
            "doubled part.{0,120}{owed.doubled_column}",
            when="owed.doubled",
        ),
        same("total", "{owed.total}"),
        same("court", "{court}"),
        Part("own_eyes", "不提交法院", "not to be filed"),
        Part("reference_copy", "强制执行申请书", "reference.{0,80}Chinese text prevails"),
    ),
    part_names=MappingProxyType(
        {
            "instrument.number": ("执行依据的案号", "the number of the instrument"),
            "instrument.effect": ("执行依据的生效日期", "the day of its effect"),
            "enforced.principal": ("申请执行的本金", "the principal"),
            "enforced.doubled": ("加倍部分债务利息", "the doubled part"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
