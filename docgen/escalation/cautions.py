"""What the sender of a letter must have read, or should know, although nothing bars it.

The assessment's notices are for the account; here they are weighed for one letter. What is to be said
about interest does not hold up a letter that states none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.errors import Finding, RuleMissing, Severity
from docgen.escalation.clauses import of_contracts
from docgen.escalation.findings import caution, told
from docgen.escalation.kinds import ACCOUNTS_CONFIRMATION, ASKING, DEMANDING, PAYMENT_ORDER, of_letter
from docgen.escalation.planned import Planned
from docgen.law.applicant import interest_agreed
from docgen.law.assessment import Assessment, Missing
from docgen.law.calendar import is_workday
from docgen.law.choice import InterestRule
from docgen.law.courts import may_issue_payment_orders, sits_at
from docgen.law.remarks import LIMITATION_ALARM_DAYS
from docgen.law.statutes import LawData

SHORTEST_DAYS = 3  # a letter is often delivered two days after its date; less leaves its reader no day of its own

_SPECIAL = re.compile(r"特别授权|特别代理|全权|special|full\s+(?:power|authority)", re.IGNORECASE)
_POWERS = re.compile(
    r"承认|放弃|变更|和解|反诉|上诉|admit|acknowledg|waiv|amend|chang|settle|counterclaim|appeal", re.IGNORECASE
)
_ABOUT_INTEREST = ("interest.", "imputation.", "costs.", "sme.")


def cautions(
    kind: str,
    account: Account,
    assessment: Assessment,
    *,
    purpose: str | None = None,
    planned: Planned = Planned(),  # noqa: B008 - frozen
    law: LawData | None = None,
) -> tuple[Finding, ...]:
    """The assessment's notices that concern this letter, and the letter's own after them.

    planned: the letter's days, court and agents. law: for the holidays, the convention on international sales and the
    priority of works; without it none of them is spoken of.
    """
    letter = of_letter(kind, purpose)
    # What a payment order does not claim needs no word.
    states_interest = letter in DEMANDING and (letter != PAYMENT_ORDER or interest_agreed(account, assessment.chosen))
    concerned = tuple(
        _weighed(notice, letter)
        for notice in assessment.notices
        if states_interest or not notice.code.startswith(_ABOUT_INTEREST)
    )
    return (
        *concerned,
        *_of_account(letter, account, assessment),
        *_too_early(letter, account, assessment),
        *of_contracts(letter, account, assessment, law),
        *_of_application(letter, account, assessment, planned),
        *_of_confirmation(letter, assessment),
        *_of_days(letter, planned, law),
        *_of_bank(letter, account),
    )


def _weighed(notice: Finding, letter: str) -> Finding:
    """A guarantee that is lost holds up the letters that assert default; the others are told of it."""
    if notice.code == "guarantee.expired" and letter not in DEMANDING:
        return replace(notice, severity=Severity.INFORMATION)
    return notice


def _of_account(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    """What was declared or happened, and does not fit what the letter says."""
    items = [item for item in assessment.chosen.items if item.open]
    disputed = account.declares(Question.WRITTEN_DISPUTE) is Answer.YES
    if letter in DEMANDING - {PAYMENT_ORDER} and disputed and not any(item.disputed for item in items):
        yield caution("caution.dispute_without_amount", ("civil_code:525", "civil_code:526"))
    outstanding = account.declares(Question.OWN_PERFORMANCE_OUTSTANDING)
    if letter in DEMANDING - {PAYMENT_ORDER} and outstanding is Answer.YES:
        yield caution("caution.own_performance", ("civil_code:525", "civil_code:526"))
    elif letter in DEMANDING - {PAYMENT_ORDER} and outstanding is Answer.UNKNOWN:
        place = f"/account/declared/{Question.OWN_PERFORMANCE_OUTSTANDING.value}"
        yield told("caution.own_performance_unknown", ("civil_code:525", "civil_code:526"), place=place)
    decided = [each.on for each in account.history if each.kind is EventKind.JUDGMENT_EFFECTIVE]
    if letter in ASKING and decided:
        yield caution("caution.judgment", ("cpl:247", "cpl:250", "cpl:264"), on=max(decided).isoformat())


def _too_early(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    """What a letter that asserts default would anticipate: the rest of the due day, a date that was promised."""
    if letter not in DEMANDING:
        return
    today = [item.invoice.number for item in assessment.chosen.items if item.demandable and not item.days_past_due]
    if today:
        yield caution("caution.due_today", ("civil_code:509", "civil_code:577"), invoices=", ".join(today))
    promised = [each.promised_on for each in account.history if each.promised_on and each.promised_on > account.as_of]
    if promised:
        yield caution(
            "caution.promise_running", ("civil_code:543", "sales_interpretation:18(1)"), on=str(max(promised))
        )


def _of_application(letter: str, account: Account, assessment: Assessment, planned: Planned) -> Iterator[Finding]:
    """The court's place against the debtor's, what is disputed beside the claim, and the interest that an application
    may not claim."""
    if letter != PAYMENT_ORDER:
        return
    yield from _beside_a_dispute(assessment)
    court, debtor = planned.court, account.debtor
    addresses = (debtor.address, debtor.address_en)
    if court and any(addresses) and may_issue_payment_orders(court) and not sits_at(court, addresses):
        yield caution(
            "caution.court_elsewhere",
            ("cpl_interpretation:23", "cpl_interpretation:3"),
            place="/letter/court",
            court=court,
            address=debtor.address or debtor.address_en or "–",
        )
    for number, authority in enumerate(planned.authorities):
        if _powers_unnamed(authority):
            place = f"/letter/agents/{number}/authority"
            articles = ("cpl:62(2)", "cpl_interpretation:89")
            yield caution("caution.special_authority", articles, place=place, authority=authority)
    interest = assessment.chosen.interest
    insisted = assessment.choice.rule in {InterestRule.LPR, InterestRule.SME, InterestRule.NONE}
    owed = isinstance(interest, Missing) or bool(interest.total)
    if owed and not insisted and not interest_agreed(account, assessment.chosen):
        yield told("caution.interest_left_out", ("cpl_interpretation:428(1)(2)",), place="/letter/interest/rule")


def _beside_a_dispute(assessment: Assessment) -> Iterator[Finding]:
    """The application declares that the parties have no other debt dispute (民事诉讼法 225(1)(1)), which an invoice
    disputed by word of mouth belies. A dispute in writing bars the order, and needs no word here."""
    disputed = [item for item in assessment.chosen.items if item.open and item.disputed]
    if any(item.invoice.dispute and item.invoice.dispute.in_writing for item in disputed):
        return
    if disputed:
        yield caution(
            "caution.order_beside_dispute",
            ("cpl:225(1)(1)", "cpl_interpretation:427(1)(3)"),
            invoices=", ".join(item.invoice.number for item in disputed),
            amount=f"{sum(item.disputed for item in disputed):f}",
            currency=assessment.currency,
        )


def _powers_unnamed(authority: str) -> bool:
    """Whether an agent's authority is called special, or full, and names none of the powers that must be granted by
    name: to admit, waive or change claims, to settle, to counterclaim or appeal (民事诉讼法 62(2))."""
    return bool(_SPECIAL.search(authority)) and not _POWERS.search(authority)


def _of_confirmation(letter: str, assessment: Assessment) -> Iterator[Finding]:
    """A reconciliation of books asks for nothing, so it interrupts no limitation period (诉讼时效规定 8)."""
    if letter != ACCOUNTS_CONFIRMATION or not assessment.limitation:
        return
    ending = [
        clock
        for clock in assessment.limitation
        if 0 <= (clock.raw_end - assessment.as_of).days <= LIMITATION_ALARM_DAYS
    ]
    articles = ("civil_code:195(1)", "limitation_rules:8")
    if ending:
        invoices = ", ".join(number for clock in ending for number in clock.invoices)
        on = min(clock.raw_end for clock in ending).isoformat()
        yield caution("caution.no_interruption_in_time", articles, invoices=invoices, on=on)
    else:
        yield told("caution.no_interruption", articles)


def _of_days(letter: str, planned: Planned, law: LawData | None) -> Iterator[Finding]:
    """The days until which the letter asks for payment or an answer: too soon, or on a rest day."""
    if letter == PAYMENT_ORDER:
        return
    days = {"/letter/pay_by": planned.pay_by, "/letter/reply_by": planned.reply_by}
    if planned.pay_by == planned.reply_by:
        del days["/letter/reply_by"]
    for place, on in days.items():
        if on is None:
            continue
        if planned.dated_on is not None and (left := (on - planned.dated_on).days) < SHORTEST_DAYS:
            dated = planned.dated_on.isoformat()
            yield caution("caution.short_time", (), place=place, on=on.isoformat(), dated_on=dated, days=str(left))
        if _rests(law, on):
            yield told("caution.answer_on_rest_day", (), place=place, on=on.isoformat())


def _of_bank(letter: str, account: Account) -> Iterator[Finding]:
    """A payer abroad is asked to pay to an account that a bank abroad cannot find."""
    bank = account.creditor.bank_account
    if letter not in ASKING - {PAYMENT_ORDER} or bank is None or account.debtor.country == "CN":
        return
    for name in ("swift", "bank_en"):
        if not getattr(bank, name):
            yield caution("caution.bank_abroad", (), place=f"/account/creditor/bank_account/{name}")
            return


def _rests(law: LawData | None, on: dt.date) -> bool:
    """Whether it is known to be a weekend or public holiday."""
    try:
        return law is not None and not is_workday(law, on)
    except RuleMissing:
        return False
