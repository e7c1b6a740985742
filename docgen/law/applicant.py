"""What an account says to the gates of the payment order: declared facts, what its records show, and the court named.

A record outweighs a declaration: a suit on file is pending whoever declared that there is none.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.accounts.account import Account, Answer, EventKind, Proof, Question
from docgen.accounts.contract import LateRate
from docgen.law.assessment import Gate, GateState, Interest, Settlement, Standing
from docgen.law.choice import InterestChoice, InterestRule
from docgen.law.courts import may_issue_payment_orders
from docgen.law.payment_order import Facts, gates
from docgen.law.statutes import LawData

PROCEEDINGS = frozenset(
    {
        EventKind.ACTION_FILED,
        EventKind.ARBITRATION_FILED,
        EventKind.PAYMENT_ORDER_APPLIED,
        EventKind.PAYMENT_ORDER_SERVED,
        EventKind.JUDGMENT_EFFECTIVE,
        EventKind.ENFORCEMENT_APPLIED,
    }
)
PRESERVATION = frozenset({EventKind.PRESERVATION_APPLIED, EventKind.PRESERVATION_TAKEN})
_ASKS = {"G9": "claim_assigned"}


def interest_agreed(account: Account, settlement: Settlement) -> bool:
    """Whether a document agrees all the interest, so that a payment order may claim it (民诉法解释 428(1)(2)): as the
    settlement says; where its figure is missing, whether every contract demanded under has a late-payment clause."""
    if isinstance(settlement.interest, Interest):
        return settlement.interest.agreed
    contracts = [account.contract_of(item.invoice) for item in settlement.items if item.demandable]
    clauses = [contract.late_payment if contract else None for contract in contracts]
    return all(clause is not None and clause.rate is not LateRate.NONE for clause in clauses)


def payment_order_gates(
    account: Account, settlement: Settlement, choice: InterestChoice, law: LawData, court: str | None
) -> tuple[Gate, ...]:
    """The gates G1 to G11 for the demandable balance of this account. court: its name; None when none is named yet."""
    interest = settlement.interest
    agreed = isinstance(interest, Interest) and interest.agreed
    facts = Facts(
        money_claim=True,
        due=_due(settlement),
        amount_fixed=True,  # the application claims the balance, and interest only up to a day
        other_debts=_declared(account, Question.OTHER_DEBTS_BETWEEN_PARTIES),
        counter_performance=_declared(account, Question.OWN_PERFORMANCE_OUTSTANDING),
        debtor_in_china=_in_china(account),
        debtor_missing=_declared(account, Question.DEBTOR_MISSING),
        serviceable=_declared(account, Question.DEBTOR_SERVICEABLE),
        preservation_applied=_pending(account, PRESERVATION) or _declared(account, Question.PRESERVATION_APPLIED),
        # Interest that no document agrees is left out of the application unless the creditor insists on it.
        interest_claimed=agreed or choice.rule in {InterestRule.LPR, InterestRule.SME},
        interest_agreed=agreed,
        suit_pending=_pending(account, PROCEEDINGS) or _declared(account, Question.SUIT_PENDING),
        written_dispute=_disputed_in_writing(account, settlement) or _declared(account, Question.WRITTEN_DISPUTE),
        court_has_jurisdiction=_has_jurisdiction(court, account.debtor.address),
        proper_applicant=_not(_declared(account, Question.CLAIM_ASSIGNED)),
    )
    asks = {**_ASKS, "G6": "court" if not court else "address_confirmed"}
    return tuple(
        replace(gate, asks=asks[gate.code]) if gate.state is GateState.UNKNOWN and gate.code in asks else gate
        for gate in gates(law, facts)
    )


def _has_jurisdiction(court: str | None, address: str | None) -> bool | None:
    """民诉法解释 23: the basic court of the debtor's domicile. Its name tells the level; that it sits where the debtor
    does cannot be told without both, and where the names differ a person must say so (`docgen.law.courts.sits_at`)."""
    if court and not may_issue_payment_orders(court):
        return False
    return True if court and address else None


def _declared(account: Account, question: Question) -> bool | None:
    return {Answer.YES: True, Answer.NO: False, Answer.UNKNOWN: None}[account.declares(question)]


def _not(fact: bool | None) -> bool | None:
    return None if fact is None else not fact


def _due(settlement: Settlement) -> bool | None:
    """Overdue in any undisputed part; unknown while the due date of what is open is not known."""
    standings = {item.standing for item in settlement.items}
    if Standing.OVERDUE in standings:
        return True
    return None if Standing.DUE_UNKNOWN in standings else False


def _in_china(account: Account) -> bool | None:
    if account.debtor.country != "CN":
        return False
    return _not(_declared(account, Question.DEBTOR_ABROAD))


def _pending(account: Account, kinds: frozenset[EventKind]) -> bool:
    """Whether such a step is on record and no end of proceedings after it."""
    ended_on = [each.on for each in account.history if each.kind is EventKind.PROCEEDINGS_ENDED]
    return any(each.kind in kinds and not any(on >= each.on for on in ended_on) for each in account.history)


def _disputed_in_writing(account: Account, settlement: Settlement) -> bool:
    """A dispute in writing about something still open, a written dispute in the history, or an objection to an
    earlier order (民诉法解释 435)."""
    on_items = any(
        item.disputed and item.invoice.dispute and item.invoice.dispute.in_writing for item in settlement.items
    )
    on_file = any(
        each.kind is EventKind.PAYMENT_ORDER_OBJECTION
        or (each.kind is EventKind.DISPUTE and each.proof in {Proof.ARRIVED, Proof.SIGNED})
        for each in account.history
    )
    return on_items or on_file
