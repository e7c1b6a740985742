"""What bars a letter: the state of the account, a fact about the debtor, or a closed gate of the law.

A letter that would ask for what is paid, not due, wholly disputed or expired is never made; nor one
that duns a debtor in bankruptcy. Every bar has its code, its articles and, in the messages, what
would lift it. Unknown facts bar only the payment order, whose gates ask for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from docgen.accounts.account import Account, Answer, Question
from docgen.errors import Finding, Severity
from docgen.escalation.kinds import (
    ACCOUNTS_CONFIRMATION,
    ASKING,
    CONFIRMATION_WITH_DEMAND,
    DEMANDING,
    PAYMENT_ORDER,
    REMINDER,
    of_letter,
)
from docgen.law.applicant import interest_agreed
from docgen.law.assessment import Assessment, Gate, GateState, Missing, OpenItem, Standing

# The standings that give each letter something to say. The reminder may go before the due date, and carries the
# statement of account: where all is disputed it asks for nothing.
_LIVE = {
    REMINDER: {Standing.NOT_DUE, Standing.DUE, Standing.OVERDUE, Standing.DISPUTED},
    CONFIRMATION_WITH_DEMAND: {Standing.DUE, Standing.OVERDUE},
} | {letter: {Standing.OVERDUE} for letter in DEMANDING}

_WHY_NOT = {
    Standing.NOT_DUE: ("bar.not_due", ("civil_code:509",)),
    Standing.DUE: ("bar.due_today", ("civil_code:509",)),
    Standing.DUE_UNKNOWN: ("bar.due_unknown", ("civil_code:511(4)", "limitation_rules:4")),
    Standing.DISPUTED: ("bar.disputed", ("civil_code:525", "civil_code:526")),
    Standing.LEFT_OUT: ("bar.left_out", ()),
    Standing.EXPIRED: ("bar.expired", ("civil_code:192", "civil_code:193", "cpl_interpretation:219")),
}
_WHY_NO_ORDER = {  # what the rules of the payment order add
    Standing.NOT_DUE: ("cpl_interpretation:427(1)(2)",),
    Standing.DUE: ("cpl_interpretation:427(1)(2)",),
    Standing.DISPUTED: ("cpl_interpretation:435",),
}

_COURT_FACTS = {"court": "/letter/court", "address_confirmed": "/account/debtor/address"}
_GATE_QUESTIONS = {
    "G3": (Question.OTHER_DEBTS_BETWEEN_PARTIES, Question.OWN_PERFORMANCE_OUTSTANDING),
    "G4": (Question.DEBTOR_ABROAD, Question.DEBTOR_MISSING),
}
_CLOSING = {  # the declared answers of which one closes the gate by itself
    "G3": ((Question.OTHER_DEBTS_BETWEEN_PARTIES, Answer.YES), (Question.OWN_PERFORMANCE_OUTSTANDING, Answer.YES)),
    "G4": ((Question.DEBTOR_ABROAD, Answer.YES), (Question.DEBTOR_MISSING, Answer.YES)),
    "G5": ((Question.DEBTOR_SERVICEABLE, Answer.NO),),
    "G7": ((Question.PRESERVATION_APPLIED, Answer.YES),),
    "G9": ((Question.CLAIM_ASSIGNED, Answer.YES),),
    "G10": ((Question.SUIT_PENDING, Answer.YES),),
    "G11": ((Question.WRITTEN_DISPUTE, Answer.YES),),
}


def bars(kind: str, account: Account, assessment: Assessment, *, purpose: str | None = None) -> tuple[Finding, ...]:
    """Everything that bars this letter, each with severity BAR; empty when nothing does.

    kind: the letter's kind ("demand_letter"). purpose: of a balance confirmation, "accounts" or
    "demand"; None counts as the stricter demand.
    """
    letter = of_letter(kind, purpose)
    if letter != ACCOUNTS_CONFIRMATION and letter not in ASKING:
        raise ValueError(f"not a letter of the ladder: {kind}")
    of_balance = tuple(_of_balance(letter, assessment))
    return (
        *_of_debtor(account, asks=letter in ASKING),
        *_of_books(account, assessment),
        *of_balance,
        *_of_interest(letter, account, assessment),
        *_of_gates(letter, account, assessment, balance_barred=bool(of_balance)),
    )


def bars_of_paper(account: Account, assessment: Assessment, *, asks: bool) -> tuple[Finding, ...]:
    """What bars any paper of the way beside the ladder. asks: it asks the debtor for what is due, as a reminder does;
    one that does not is left to its own rules."""
    found = (*_of_debtor(account, asks=asks), *_of_books(account, assessment))
    return (*found, *_of_balance(REMINDER, assessment)) if asks else found


def _of_debtor(account: Account, *, asks: bool) -> Iterator[Finding]:
    """Facts that stop dunning altogether; they bar when they are declared, not while they are unknown."""
    named = {"debtor": account.debtor.name}
    if asks and account.declares(Question.BANKRUPTCY_ACCEPTED) is Answer.YES:
        articles = ("bankruptcy_law:16", "bankruptcy_law:44", "bankruptcy_law:46")
        yield _bar("bar.bankruptcy", articles, place=_declared(Question.BANKRUPTCY_ACCEPTED), **named)
    if account.declares(Question.DEBTOR_CANCELLED) is Answer.YES:
        place = _declared(Question.DEBTOR_CANCELLED)
        yield _bar("bar.cancelled", ("cpl:122(2)", "company_law:23"), place=place, **named)
    if asks and account.declares(Question.CLAIM_ASSIGNED) is Answer.YES:
        place = _declared(Question.CLAIM_ASSIGNED)
        yield _bar("bar.assigned", ("civil_code:545", "civil_code:546"), place=place)


def _of_books(account: Account, assessment: Assessment) -> Iterator[Finding]:
    """The creditor's books say that less is open of an invoice than the entries given come to: some are missing.

    Books put payments against the invoice whole, whatever of them the law puts to interest and costs.
    """
    for item in assessment.chosen.items:
        stated = item.invoice.stated_open
        booked = item.invoice.amount - item.credited - item.received
        if stated is not None and booked > stated:
            yield _bar(
                "bar.stated_open",
                (),
                place=f"/account/invoices/{account.row_of(item.invoice)}/stated_open",
                invoice=item.invoice.number,
                stated=_plain(stated),
                open=_plain(booked),
                missing=_plain(booked - stated),
                currency=assessment.currency,
            )


def _of_balance(letter: str, assessment: Assessment) -> Iterator[Finding]:
    """Nothing to ask for: settled, in credit, or every open item has its reason not to be asked for now."""
    items, totals = assessment.chosen.items, assessment.chosen.totals
    if letter == ACCOUNTS_CONFIRMATION:
        if not assessment.statement:
            yield _bar("bar.nothing_on_account", ())
        return
    if not items:  # nobody has entered one yet: to call that settled would be said of a debt that may well be open
        yield _bar("bar.no_invoices", (), place="/account/invoices")
        return
    if totals.unallocated and totals.unallocated >= totals.open:
        credit = totals.unallocated - totals.open
        yield _bar("bar.credit_balance", ("civil_code:557",), amount=_plain(credit), currency=assessment.currency)
        return
    if not totals.open:
        yield _bar("bar.nothing_open", ("civil_code:557",))
        return
    live = [item for item in items if item.standing in _LIVE[letter]]
    if live and (letter == REMINDER or totals.demandable):
        return
    if live and not totals.demandable:  # what is due is covered by money that stands against no invoice
        yield _bar("bar.covered", ("civil_code:557",), amount=_plain(totals.unallocated), currency=assessment.currency)
    for standing, (code, articles) in _WHY_NOT.items():
        concerned = [item for item in items if item.standing is standing and standing not in _LIVE[letter]]
        if concerned:
            added = _WHY_NO_ORDER.get(standing, ()) if letter == PAYMENT_ORDER else ()
            yield _bar(code, (*articles, *added), **_about(concerned, assessment))


def _of_interest(letter: str, account: Account, assessment: Assessment) -> Iterator[Finding]:
    """A letter that prints interest needs its figure; the payment order only where a clause agrees it."""
    interest = assessment.chosen.interest
    if letter not in DEMANDING or not isinstance(interest, Missing):
        return
    if letter != PAYMENT_ORDER or interest_agreed(account, assessment.chosen):
        yield replace(interest.finding, severity=Severity.BAR)


def _of_gates(letter: str, account: Account, assessment: Assessment, *, balance_barred: bool) -> Iterator[Finding]:
    """The gates of the payment order, each closed one a bar; each unknown one asks for its facts."""
    if letter != PAYMENT_ORDER:
        return
    for gate in assessment.payment_order:
        if gate.state is GateState.OPEN or (gate.code == "G2" and balance_barred):
            continue
        number = gate.code.lower()
        if gate.code == "G6" and gate.state is GateState.UNKNOWN:
            yield from _of_court(gate, account)
            continue
        questions = _GATE_QUESTIONS.get(gate.code) or ((Question(gate.asks),) if gate.asks else ())
        if gate.state is GateState.CLOSED or not questions:
            place = _COURT_FACTS["court"] if gate.code == "G6" else _closing(gate.code, account)
            yield _bar(f"payment_order.{number}_{gate.state.value}", gate.articles, place=place, gate=gate.code)
            continue
        for question in questions:
            if account.declares(question) is Answer.UNKNOWN or len(questions) == 1:
                code = f"payment_order.{number}_unknown.{question.value}"
                yield _bar(code, gate.articles, place=_declared(question), gate=gate.code)


def _closing(gate: str, account: Account) -> str | None:
    """Where the declared answer stands that closes this gate; None where something else does, such as an event."""
    answers = _CLOSING.get(gate, ())
    return next((_declared(question) for question, answer in answers if account.declares(question) is answer), None)


def _of_court(gate: Gate, account: Account) -> Iterator[Finding]:
    """What is not on record of the court and the domicile that it must sit at."""
    missing = {gate.asks, None if account.debtor.address else "address_confirmed"}
    for fact, place in _COURT_FACTS.items():
        if fact in missing:
            yield _bar(f"payment_order.g6_unknown.{fact}", gate.articles, place=place, gate=gate.code)


def _about(items: list[OpenItem], assessment: Assessment) -> dict[str, str]:
    due_on = min((item.due.on for item in items if item.due.on), default=None)
    return {
        "invoices": ", ".join(item.invoice.number for item in items),
        "amount": _plain(sum((item.open for item in items), Decimal(0))),
        "currency": assessment.currency,
        "on": due_on.isoformat() if isinstance(due_on, dt.date) else "–",
        "as_of": assessment.as_of.isoformat(),
    }


def _bar(code: str, articles: tuple[str, ...], place: str | None = None, **facts: str) -> Finding:
    return Finding(code, Severity.BAR, place=place, facts=facts, articles=articles)


def _declared(question: Question) -> str:
    """Where the request answers this question."""
    return f"/account/declared/{question.value}"


def _plain(amount: Decimal) -> str:
    return f"{amount:f}"
