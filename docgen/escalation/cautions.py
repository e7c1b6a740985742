"""What the sender of a letter must have read, or should know, although nothing bars it.

The assessment's notices are for the account; here they are weighed for one letter. What is to be said
about interest does not hold up a letter that states none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.contract import Contract
from docgen.errors import Finding, Severity
from docgen.escalation.kinds import ASKING, DEMANDING, PAYMENT_ORDER, of_letter
from docgen.law.applicant import interest_agreed
from docgen.law.assessment import Assessment
from docgen.law.guarantee import act_needed
from docgen.law.jurisdiction import Forum, route

_ABOUT_INTEREST = ("interest.", "imputation.", "costs.", "sme.")


def cautions(kind: str, account: Account, assessment: Assessment, *, purpose: str | None = None) -> tuple[Finding, ...]:
    """The assessment's notices that concern this letter, and the letter's own warnings after them."""
    letter = of_letter(kind, purpose)
    # What a payment order does not claim needs no word.
    states_interest = letter in DEMANDING and (letter != PAYMENT_ORDER or interest_agreed(account, assessment.chosen))
    concerned = tuple(
        notice for notice in assessment.notices if states_interest or not notice.code.startswith(_ABOUT_INTEREST)
    )
    return (*concerned, *_own(letter, account, assessment))


def _own(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    items = [item for item in assessment.chosen.items if item.open]
    disputed = account.declares(Question.WRITTEN_DISPUTE) is Answer.YES
    if letter in DEMANDING - {PAYMENT_ORDER} and disputed and not any(item.disputed for item in items):
        yield _caution("caution.dispute_without_amount", ("civil_code:525", "civil_code:526"))
    outstanding = account.declares(Question.OWN_PERFORMANCE_OUTSTANDING) is Answer.YES
    if letter in DEMANDING - {PAYMENT_ORDER} and outstanding:
        yield _caution("caution.own_performance", ("civil_code:525", "civil_code:526"))
    yield from _too_early(letter, account, assessment)
    decided = [each.on for each in account.history if each.kind is EventKind.JUDGMENT_EFFECTIVE]
    if letter in ASKING and decided:
        yield _caution("caution.judgment", ("cpl:247", "cpl:250", "cpl:264"), on=max(decided).isoformat())
    if letter != PAYMENT_ORDER:
        return
    concerned = {item.invoice.contract for item in items if item.demandable}
    for contract in account.contracts:
        if contract.number not in concerned:
            continue
        named = {"contract": contract.number}
        if contract.invoice_first:
            yield _caution(
                "caution.invoice_first", ("contract_interpretation:26", "contract_interpretation:31"), **named
            )
        if _may_go_to_arbitration(contract):
            yield _caution("caution.arbitration", ("arbitration_law:5", "cpl:127(2)"), **named)
        if any(act_needed(each.mode) == "sue_debtor" for each in contract.guarantees):
            articles = ("civil_code:693(1)", "cpl_interpretation:434")
            yield _caution("caution.general_guarantee", articles, **named)


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


def _may_go_to_arbitration(contract: Contract) -> bool:
    """A clause that chooses arbitration, or speaks of it in words that leave a doubt."""
    forum = route(contract.dispute_clause)
    speaks_of_it = bool(re.search("仲裁|arbitra", contract.dispute_clause or "", re.IGNORECASE))
    return forum is Forum.ARBITRATION or (forum is None and speaks_of_it)


def _caution(code: str, articles: tuple[str, ...], **facts: str) -> Finding:
    return Finding(code, Severity.WARNING, facts=facts, articles=articles)
