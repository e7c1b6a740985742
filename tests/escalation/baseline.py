"""The clean baseline: every fact that a worked example or a test leaves out is this one, declared here alone.

Due, of a fixed sum, undisputed, own duties done, debtor active in China and serviceable, no proceedings, no guarantee,
no arbitration clause, nothing near its end. One sale of 100,000.00 under a contract with a court clause.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import docgen
from docgen.accounts.account import Account, Answer, Declaration, Event, EventKind, Payment, Proof, Question
from docgen.accounts.contract import Contract, ContractKind
from docgen.accounts.invoice import Dispute, Invoice, SupportingDocument
from docgen.accounts.party import Party
from docgen.escalation.decide import decide
from docgen.escalation.decision import Decision
from docgen.escalation.policy import Policy
from docgen.escalation.policy_file import read
from docgen.law import statutes
from docgen.law.statutes import LawData

D = dt.date
TODAY = D(2026, 11, 23)  # a Monday that is no holiday, so that letters leave on it
DUE = D(2026, 6, 30)

LAW_TEXTS = Path(docgen.__file__).parent / "law" / "statutes"
LAW: LawData = statutes.parse({file.name: file.read_text("utf-8") for file in sorted(LAW_TEXTS.glob("*.toml"))})
POLICY_TEXT = (Path(docgen.__file__).parent / "escalation" / "policy.toml").read_text("utf-8")
POLICY: Policy = read(POLICY_TEXT)

CLEAN: dict[Question, Answer] = dict.fromkeys(Question, Answer.NO) | {
    Question.DEBTOR_SERVICEABLE: Answer.YES,
    Question.ADDRESS_CONFIRMED: Answer.YES,
}
COURT_CLAUSE = "因本合同发生的争议，由债务人住所地人民法院管辖。"
ARBITRATION_CLAUSE = "因本合同发生的争议，提交中国国际经济贸易仲裁委员会仲裁。"

E = EventKind


def contract(number: str = "HT-1", **given: Any) -> Contract:
    usual: dict[str, Any] = {
        "number": number,
        "kind": ContractKind.SALE,
        "signed_on": D(2021, 3, 1),
        "amount": Decimal(1_000_000),
        "dispute_clause": COURT_CLAUSE,
        "retention_of_title": False,
        "instalments": 1,
    }
    return Contract(**{**usual, **given})


def invoice(number: str = "FP-1", due: dt.date | None = DUE, amount: str | int = "100000.00", **given: Any) -> Invoice:
    """disputed: the sum that is disputed in writing."""
    disputed = given.pop("disputed", None)
    dispute = disputed and Dispute(
        amount=Decimal(disputed), reason="数量不符", raised_on=D(2026, 7, 20), in_writing=given.pop("in_writing", True)
    )
    issued = (due or D(2026, 5, 1)) - dt.timedelta(days=60)
    usual: dict[str, Any] = {
        "number": number,
        "contract": "HT-1",
        "issued_on": min(issued, D(2026, 11, 1)),
        "due_on": due,
        "amount": Decimal(amount),
        "delivery_documents": (SupportingDocument(title="送货单"),),
        "dispute": dispute,
    }
    return Invoice(**{**usual, **given})


def event(kind: EventKind, on: dt.date, proof: Proof = Proof.ARRIVED, **given: Any) -> Event:
    return Event(kind=kind, on=on, proof=proof, **given)


def letters(*on: dt.date) -> tuple[Event, ...]:
    """Reminder, confirmation, demand and lawyer's letter, as many as days are given, all arrived."""
    kinds = (E.REMINDER, E.CONFIRMATION, E.DEMAND, E.LAWYERS_LETTER)
    return tuple(event(kind, day) for kind, day in zip(kinds, on, strict=False))


ALL_LETTERS = letters(D(2026, 7, 6), D(2026, 7, 20), D(2026, 8, 3), D(2026, 8, 31))


def payment(on: dt.date, amount: str | int, **given: Any) -> Payment:
    return Payment(received_on=on, amount=Decimal(amount), **given)


def account(*invoices: Invoice, declared: dict[Question, Answer] | None = None, **given: Any) -> Account:
    answers = CLEAN | (declared or {})
    usual: dict[str, Any] = {
        "as_of": TODAY,
        "booked_up_to": TODAY,
        "creditor": Party(name="江南纸业有限公司", address="杭州市西湖区文一西路1号"),
        "debtor": Party(name="北山印务有限公司", address="杭州市余杭区良渚路2号"),
        "contracts": (contract(),),
        "invoices": invoices or (invoice(),),
        "declared": {each: Declaration(answer=answer) for each, answer in answers.items()},
        "credit": "B",
    }
    return Account(**{**usual, **given})


def decided(
    given: Account | None = None,
    history: Iterable[Event] = (),
    as_of: dt.date = TODAY,
    policy: Policy = POLICY,
    law: LawData = LAW,
) -> Decision:
    return decide(given or account(), tuple(history), as_of, policy, law)


def codes(decision: Decision) -> set[str]:
    """The rules that hold."""
    return {fired.code for fired in decision.fired}


def effects(decision: Decision) -> set[tuple[str, str]]:
    return {(fired.code, fired.effect) for fired in decision.fired}
