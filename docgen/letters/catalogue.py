"""Every letter and paper: the five of the ladder, each stronger than the last, then the papers of the way."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.letters.entry import BEFORE_A_COURT, Entry, Group, titles
from docgen.letters.papers import PAPERS
from docgen.letters.request import LetterKind, Purpose

__all__ = ["CATALOGUE", "Entry", "Group"]


# A demand without an account to pay to cannot be obeyed; a lawyer's letter comes from a licensed firm and a named
# lawyer (律师法).
_TO_PAY_TO = ("/account/creditor/bank_account",)
_BOTH_NAMED = ("/account/creditor/registration_number", "/account/debtor/registration_number")

CATALOGUE: Mapping[LetterKind, Entry] = MappingProxyType(
    {
        entry.kind: entry
        for entry in (
            Entry(
                LetterKind.PAYMENT_REMINDER,
                MappingProxyType({None: titles("付款提醒函", "Payment Reminder")}),
                job="notice",
                places=("opening", "closing"),
                reply_days=7,
                needed=("/letter/number",),
            ),
            Entry(
                LetterKind.BALANCE_CONFIRMATION,
                MappingProxyType(
                    {
                        Purpose.DEMAND: titles("欠款征询函", "Balance Confirmation and Payment Request"),
                        Purpose.ACCOUNTS: titles("往来款项询证函", "Accounts Confirmation"),
                    }
                ),
                job="figure",
                places=("opening", "closing"),
                reply_days=10,
                needed=("/letter/number",),
            ),
            Entry(
                LetterKind.DEMAND_LETTER,
                MappingProxyType({None: titles("催款函", "Formal Demand for Payment")}),
                job="demand",
                places=("facts", "demand", "closing"),
                reply_days=10,
                needed=("/letter/number", *_TO_PAY_TO, *_BOTH_NAMED),
            ),
            Entry(
                LetterKind.LAWYERS_LETTER,
                MappingProxyType({None: titles("律师函", "Lawyer's Letter")}),
                job="demand",
                places=("facts", "opinion", "closing"),
                reply_days=15,
                always_draft=True,
                we=("委托人", "our client"),
                draft_mark=("草稿，须经律师事务所审核盖章", "Draft – to be reviewed and sealed by a law firm"),
                needed=("/letter/number", "/letter/law_firm", "/letter/law_firm/lawyers", *_TO_PAY_TO, *_BOTH_NAMED),
            ),
            Entry(
                LetterKind.PAYMENT_ORDER_APPLICATION,
                MappingProxyType({None: titles("支付令申请书", "Application for a Payment Order")}),
                job="application",
                places=("facts", "reasons"),
                reply_days=0,
                group=Group.COURT,
                needed=("/letter/court", "/letter/evidence", *BEFORE_A_COURT),
                salutes=False,
                we=("申请人", "the applicant"),
                you=("被申请人", "the respondent"),
            ),
            *(paper.entry for paper in PAPERS.values()),
        )
    }
)
