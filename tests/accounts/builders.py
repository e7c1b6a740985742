"""Small accounts in one line, for tests of every room. The companies are fictitious.

`account()` is the clean baseline: both sides in China, a sale, one invoice of 100,000.00 due on
2026-03-31 and nothing paid by 2026-06-30; every declared fact is answered in the creditor's favour.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from docgen.accounts.account import Account, Answer, Declaration, Event, EventKind, Payment, Proof, Question
from docgen.accounts.contract import (
    Contract,
    ContractKind,
    DueGround,
    DueTerms,
    Guarantee,
    GuaranteeMode,
    LatePaymentClause,
    LateRate,
)
from docgen.accounts.invoice import Dispute, DocumentKind, Invoice
from docgen.accounts.party import BankAccount, Party, PartyKind, Size, SizeClass

AS_OF = dt.date(2026, 6, 30)

CLEAN: Mapping[Question, Answer] = {
    Question.OWN_PERFORMANCE_OUTSTANDING: Answer.NO,
    Question.OTHER_DEBTS_BETWEEN_PARTIES: Answer.NO,
    Question.WRITTEN_DISPUTE: Answer.NO,
    Question.DEBTOR_MISSING: Answer.NO,
    Question.DEBTOR_ABROAD: Answer.NO,
    Question.DEBTOR_SERVICEABLE: Answer.YES,
    Question.ADDRESS_CONFIRMED: Answer.YES,
    Question.MOVING_ASSETS: Answer.NO,
    Question.PRESERVATION_APPLIED: Answer.NO,
    Question.SUIT_PENDING: Answer.NO,
    Question.BANKRUPTCY_ACCEPTED: Answer.NO,
    Question.DEBTOR_CANCELLED: Answer.NO,
    Question.CLAIM_ASSIGNED: Answer.NO,
}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _day(value: str | dt.date | None) -> dt.date | None:
    return day(value) if isinstance(value, str) else value


def _amount(value: str | int | Decimal) -> Decimal:
    return Decimal(value)


def party(name: str, *, size: Size | None = None, **particulars: Any) -> Party:
    stated = SizeClass(size=size, stated_on=day("2025-01-10"), source="合同中的声明") if size else None
    return Party(name=name, size=stated, **particulars)


def creditor(**particulars: Any) -> Party:
    return party(
        "江南纸业有限公司",
        name_en="Jiangnan Paper Co., Ltd.",
        address="杭州市西湖区文一西路 1 号",
        bank_account=BankAccount(holder="江南纸业有限公司", bank="中国工商银行杭州分行", number="1202021109000000001"),
        **particulars,
    )


def debtor(**particulars: Any) -> Party:
    return party(
        "北山印务有限公司",
        **{"name_en": "Beishan Printing Co., Ltd.", "address": "杭州市余杭区良渚路 2 号", **particulars},
    )


def public_body(**particulars: Any) -> Party:
    return party("临江市图书馆", kind=PartyKind.PUBLIC_BODY, size=Size.PUBLIC_BODY, **particulars)


def clause(rate: LateRate = LateRate.PER_DAY, value: str | None = "0.0005", **terms: Any) -> LatePaymentClause:
    return LatePaymentClause(rate=rate, value=None if value is None else Decimal(value), **terms)


def terms(ground: DueGround, days: int | None = None) -> DueTerms:
    return DueTerms(ground=ground, days=days)


def contract(number: str = "HT-1", *, signed_on: str | None = "2025-12-01", **particulars: Any) -> Contract:
    particulars.setdefault("kind", ContractKind.SALE)
    return Contract(number=number, signed_on=_day(signed_on), **particulars)


def invoice(
    number: str = "FP-1",
    amount: str | int | Decimal = "100000.00",
    *,
    issued: str | dt.date = "2026-03-01",
    due: str | dt.date | None = "2026-03-31",
    delivered: str | dt.date | None = None,
    accepted: str | dt.date | None = None,
    under: str | None = "HT-1",
    disputed: str | None = None,
    terms: DueTerms | None = None,
    **particulars: Any,
) -> Invoice:
    """disputed: the amount that the debtor disputes, in writing, since 2026-04-15."""
    dispute = (
        Dispute(amount=Decimal(disputed), reason="数量不符", raised_on=day("2026-04-15"), in_writing=True)
        if disputed is not None
        else None
    )
    return Invoice(
        number=number,
        contract=under,
        issued_on=_day(issued) or AS_OF,
        due_on=_day(due),
        due=terms,
        amount=_amount(amount),
        delivered_on=_day(delivered),
        accepted_on=_day(accepted),
        dispute=dispute,
        **particulars,
    )


def credit_note(
    number: str, amount: str | int | Decimal, *, issued: str, credits: str | None = None, under: str | None = "HT-1"
) -> Invoice:
    return Invoice(
        number=number,
        document=DocumentKind.CREDIT_NOTE,
        contract=under,
        issued_on=day(issued),
        amount=_amount(amount),
        credits=credits,
    )


def payment(
    on: str | dt.date, amount: str | int | Decimal, *, names: Iterable[str] = (), reference: str | None = None
) -> Payment:
    return Payment(received_on=_day(on) or AS_OF, amount=_amount(amount), names=tuple(names), reference=reference)


def event(kind: EventKind, on: str, proof: Proof = Proof.NONE, **particulars: Any) -> Event:
    return Event(kind=kind, on=day(on), proof=proof, **particulars)


def guarantee(mode: GuaranteeMode = GuaranteeMode.JOINT, **particulars: Any) -> Guarantee:
    return Guarantee(guarantor=party("西湖担保有限公司"), mode=mode, **particulars)


def account(
    *,
    as_of: str | dt.date = AS_OF,
    booked_up_to: str | dt.date | None = None,
    creditor: Party = creditor(),  # noqa: B008 - frozen
    debtor: Party = debtor(),  # noqa: B008 - frozen
    contracts: Iterable[Contract] | None = None,
    invoices: Iterable[Invoice] | None = None,
    payments: Iterable[Payment] = (),
    history: Iterable[Event] = (),
    declared: Mapping[Question, Answer] | None = None,
) -> Account:
    """declared: answers that differ from the clean baseline."""
    cut = _day(as_of) or AS_OF
    answers = {**CLEAN, **(declared or {})}
    return Account(
        as_of=cut,
        booked_up_to=_day(booked_up_to) or cut,
        creditor=creditor,
        debtor=debtor,
        contracts=(contract(),) if contracts is None else tuple(contracts),
        invoices=(invoice(),) if invoices is None else tuple(invoices),
        payments=tuple(payments),
        history=tuple(history),
        declared={question: Declaration(answer=answer, by="财务部", on=cut) for question, answer in answers.items()},
    )
