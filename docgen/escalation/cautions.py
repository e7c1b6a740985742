"""What the sender of a letter must have read, or should know, although nothing bars it.

The assessment's notices are for the account; here they are weighed for one letter. What is to be said
about interest does not hold up a letter that states none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.contract import Contract
from docgen.errors import Finding, RuleMissing, Severity
from docgen.escalation.kinds import ACCOUNTS_CONFIRMATION, ASKING, DEMANDING, PAYMENT_ORDER, of_letter
from docgen.escalation.planned import Planned
from docgen.law.applicant import interest_agreed
from docgen.law.assessment import Assessment, Missing
from docgen.law.calendar import is_workday
from docgen.law.choice import InterestRule
from docgen.law.courts import may_issue_payment_orders, sits_at
from docgen.law.guarantee import act_needed
from docgen.law.jurisdiction import Forum, route
from docgen.law.remarks import LIMITATION_ALARM_DAYS
from docgen.law.statutes import LawData

SHORTEST_DAYS = 3  # a letter is often delivered two days after its date; less leaves its reader no day of its own

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

    planned: the letter's days and court. law: for the holidays; without it no day is called a rest day.
    """
    letter = of_letter(kind, purpose)
    # What a payment order does not claim needs no word.
    states_interest = letter in DEMANDING and (letter != PAYMENT_ORDER or interest_agreed(account, assessment.chosen))
    concerned = tuple(
        notice for notice in assessment.notices if states_interest or not notice.code.startswith(_ABOUT_INTEREST)
    )
    return (
        *concerned,
        *_of_account(letter, account, assessment),
        *_too_early(letter, account, assessment),
        *_of_contracts(letter, account, assessment),
        *_of_application(letter, account, assessment, planned),
        *_of_confirmation(letter, assessment),
        *_of_days(letter, planned, law),
    )


def _of_account(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    """What was declared or happened, and does not fit what the letter says."""
    items = [item for item in assessment.chosen.items if item.open]
    disputed = account.declares(Question.WRITTEN_DISPUTE) is Answer.YES
    if letter in DEMANDING - {PAYMENT_ORDER} and disputed and not any(item.disputed for item in items):
        yield _caution("caution.dispute_without_amount", ("civil_code:525", "civil_code:526"))
    outstanding = account.declares(Question.OWN_PERFORMANCE_OUTSTANDING) is Answer.YES
    if letter in DEMANDING - {PAYMENT_ORDER} and outstanding:
        yield _caution("caution.own_performance", ("civil_code:525", "civil_code:526"))
    decided = [each.on for each in account.history if each.kind is EventKind.JUDGMENT_EFFECTIVE]
    if letter in ASKING and decided:
        yield _caution("caution.judgment", ("cpl:247", "cpl:250", "cpl:264"), on=max(decided).isoformat())


def _too_early(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    """What a letter that asserts default would anticipate: the rest of the due day, a date that was promised."""
    if letter not in DEMANDING:
        return
    today = [item.invoice.number for item in assessment.chosen.items if item.demandable and not item.days_past_due]
    if today:
        yield _caution("caution.due_today", ("civil_code:509", "civil_code:577"), invoices=", ".join(today))
    promised = [each.promised_on for each in account.history if each.promised_on and each.promised_on > account.as_of]
    if promised:
        yield _caution(
            "caution.promise_running", ("civil_code:543", "sales_interpretation:18(1)"), on=str(max(promised))
        )


def _of_contracts(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    """Clauses of the contracts demanded under. That the tax invoice comes first ends an order on objection, and is
    the debtor's answer to a demand."""
    if letter not in DEMANDING:
        return
    concerned = {item.invoice.contract for item in assessment.chosen.items if item.demandable}
    for contract in account.contracts:
        if contract.number not in concerned:
            continue
        named = {"contract": contract.number}
        if contract.invoice_first:
            articles = ("contract_interpretation:26", "contract_interpretation:31")
            if letter == PAYMENT_ORDER:
                yield _caution("caution.invoice_first", articles, **named)
            else:
                yield _told("caution.invoice_first", articles, **named)
        if letter != PAYMENT_ORDER:
            continue
        if _may_go_to_arbitration(contract):
            yield _caution("caution.arbitration", ("arbitration_law:5", "cpl:127(2)"), **named)
        if any(act_needed(each.mode) == "sue_debtor" for each in contract.guarantees):
            yield _caution("caution.general_guarantee", ("civil_code:693(1)", "cpl_interpretation:434"), **named)


def _of_application(letter: str, account: Account, assessment: Assessment, planned: Planned) -> Iterator[Finding]:
    """The court's place against the debtor's, and the interest that an application may not claim."""
    if letter != PAYMENT_ORDER:
        return
    court, debtor = planned.court, account.debtor
    addresses = (debtor.address, debtor.address_en)
    if court and any(addresses) and may_issue_payment_orders(court) and not sits_at(court, addresses):
        yield _caution(
            "caution.court_elsewhere",
            ("cpl_interpretation:23", "cpl_interpretation:3"),
            place="/letter/court",
            court=court,
            address=debtor.address or debtor.address_en or "–",
        )
    interest = assessment.chosen.interest
    insisted = assessment.choice.rule in {InterestRule.LPR, InterestRule.SME, InterestRule.NONE}
    owed = isinstance(interest, Missing) or bool(interest.total)
    if owed and not insisted and not interest_agreed(account, assessment.chosen):
        yield _told("caution.interest_left_out", ("cpl_interpretation:428(1)(2)",), place="/letter/interest/rule")


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
        yield _caution("caution.no_interruption_in_time", articles, invoices=invoices, on=on)
    else:
        yield _told("caution.no_interruption", articles)


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
            yield _caution("caution.short_time", (), place=place, on=on.isoformat(), dated_on=dated, days=str(left))
        if _rests(law, on):
            yield _told("caution.answer_on_rest_day", (), place=place, on=on.isoformat())


def _rests(law: LawData | None, on: dt.date) -> bool:
    """Whether it is known to be a weekend or public holiday."""
    try:
        return law is not None and not is_workday(law, on)
    except RuleMissing:
        return False


def _may_go_to_arbitration(contract: Contract) -> bool:
    """A clause that chooses arbitration, or speaks of it in words that leave a doubt."""
    forum = route(contract.dispute_clause)
    speaks_of_it = bool(re.search("仲裁|arbitra", contract.dispute_clause or "", re.IGNORECASE))
    return forum is Forum.ARBITRATION or (forum is None and speaks_of_it)


def _caution(code: str, articles: tuple[str, ...], *, place: str | None = None, **facts: str) -> Finding:
    return Finding(code, Severity.WARNING, place=place, facts=facts, articles=articles)


def _told(code: str, articles: tuple[str, ...], *, place: str | None = None, **facts: str) -> Finding:
    return Finding(code, Severity.INFORMATION, place=place, facts=facts, articles=articles)
