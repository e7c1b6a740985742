"""What has passed between the parties, as far as the record bears it out.

A letter is evidence against its writer. So it lists as demands only what asked for payment of these invoices, each
with its number and how far it can be proved, and as the debtor's word only what the debtor signed.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.accounts.account import Event, EventKind, Proof
from docgen.law.assessment import OpenItem
from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen

_DEMANDS = {
    EventKind.REMINDER: ("付款提醒", "a payment reminder"),
    EventKind.DEMAND: ("催款函", "a demand letter"),
    EventKind.LAWYERS_LETTER: ("律师函", "a lawyer's letter"),
    EventKind.CALL: ("电话请求付款", "a telephone call"),
    EventKind.VISIT: ("登门请求付款", "a visit"),
}
_ALWAYS_ASK = frozenset({EventKind.DEMAND, EventKind.LAWYERS_LETTER})
_SIGNED = frozenset({Proof.SIGNED, Proof.PROMISED})
_PROVABLE = _SIGNED | {Proof.ARRIVED, Proof.REFUSED}
_PROOF = {
    Proof.SENT: ("已发出", "sent"),
    Proof.ARRIVED: ("已送达", "delivered"),
    Proof.REFUSED: ("被拒收", "delivery refused"),
    Proof.SIGNED: ("已签收", "signed for"),
    Proof.PROMISED: ("已签收", "signed for"),
}


def demands_said(case: Case, items: Iterable[OpenItem], *, provable_only: bool = False) -> str:
    """The demands for these invoices made so far, in order of date; empty when there were none.

    A reminder, call or visit counts only where it is on record that it asked for payment (诉讼时效规定 8), and one
    for the whole account only where one of these invoices had fallen due by then.
    provable_only: leave out what is not on record as having reached the debtor, as court papers must.
    """
    pen, items = case.pen, list(items)
    parts = []
    for event in _of(case, items):
        asked = event.demands_payment or event.kind in _ALWAYS_ASK
        timely = event.invoices or any(item.due.on and item.due.on <= event.on for item in items)
        proved = not provable_only or event.proof in _PROVABLE
        if event.kind in _DEMANDS and asked and timely and proved:
            zh, en = _DEMANDS[event.kind]
            day = pen.date(event.on)
            parts.append(pen.say(f"{day}{zh}", f"{en} on {day}") + _particulars(event, items, pen))
    return pen.listed(list(dict.fromkeys(parts)))


def confirmed_said(case: Case, items: Iterable[OpenItem]) -> str:
    """What the debtor has confirmed or promised over its signature; empty when nothing.

    A confirmation that was merely sent confirms nothing; one that is signed promises only where the proof says so.
    """
    pen, items = case.pen, list(items)
    sentences, promises_made = [], 0
    for event in _of(case, items):
        if event.proof not in _SIGNED or event.kind not in {EventKind.CONFIRMATION, EventKind.PROMISE}:
            continue
        confirms = event.kind is EventKind.CONFIRMATION
        promises = not confirms or event.proof is Proof.PROMISED
        said = _confirmed if confirms else _promised
        by = pen.date(event.promised_on) if promises else ""
        promises_made += promises
        sentences.append(said(case, event, by, _particulars(event, items, pen, proof=False)))
    if promises_made:
        sentences.append(_due_dates_stay(promises_made > 1, pen))
    return pen.say("", " ").join(dict.fromkeys(sentences))


def _due_dates_stay(many: bool, pen: Pen) -> str:
    """A promise that the creditor cites is not an agreement to a later due date (民法典 543)."""
    if many:
        return pen.say("上述承诺均不构成对原付款期限的变更。", "None of these promises changes the original due dates.")
    return pen.say("该承诺不构成对原付款期限的变更。", "That promise does not change the original due dates.")


def _of(case: Case, items: list[OpenItem]) -> list[Event]:
    """The events about the whole account or about one of these invoices, in order of date."""
    numbers = {item.invoice.number for item in items}
    concerned = (event for event in case.account.history if not event.invoices or numbers & set(event.invoices))
    return sorted(concerned, key=lambda event: event.on)


def _particulars(event: Event, items: list[OpenItem], pen: Pen, *, proof: bool = True) -> str:
    """In brackets: the paper's number, how far it is proved, and the invoices it was about."""
    parts = []
    if event.reference:
        parts.append(event.reference)
    if proof and event.proof in _PROOF:
        parts.append(pen.say(*_PROOF[event.proof]))
    if about := _about(event, items, pen):
        parts.append(about)
    return pen.say(f"（{'，'.join(parts)}）", f" ({', '.join(parts)})") if parts else ""


def _about(event: Event, items: list[OpenItem], pen: Pen) -> str:
    """Which invoices an event was about, where it was not about all of these and no other."""
    if not event.invoices or set(event.invoices) == {item.invoice.number for item in items}:
        return ""
    named = pen.listed(list(event.invoices))
    return pen.say(f"就发票{named}", f"Invoice No{'s' if len(event.invoices) > 1 else ''}. {named}")


def _confirmed(case: Case, event: Event, by: str, only: str) -> str:
    pen, amount = case.pen, _money(event.amount, case.pen)
    return pen.say(
        f"{pen.date(event.on)}，{case.you}确认欠款{amount}{only}{f'，并承诺于{by}前付清' if by else ''}。",
        f"On {pen.date(event.on)} {case.you} confirmed the balance{f' of {amount}' if amount else ''}{only}"
        f"{f' and promised to pay it by {by}' if by else ''}.",
    )


def _promised(case: Case, event: Event, by: str, only: str) -> str:
    pen, amount = case.pen, _money(event.amount, case.pen)
    return pen.say(
        f"{pen.date(event.on)}，{case.you}承诺{f'于{by}前' if by else ''}付款{amount}{only}。",
        f"On {pen.date(event.on)} {case.you} promised to pay{f' {amount}' if amount else ''}{only}"
        f"{f' by {by}' if by else ''}.",
    )


def _money(amount: Decimal | None, pen: Pen) -> str:
    return pen.money(amount) if amount is not None else ""
