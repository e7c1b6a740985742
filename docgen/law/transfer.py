"""A claim that changes hands, and goods given in place of money."""

from __future__ import annotations

from enum import StrEnum


def assignment_binds_debtor(*, notified: bool, banned_in_contract: bool = False, money_claim: bool = True) -> bool:
    """Whether the debtor must pay the assignee: only after notice (民法典 546); a ban in the contract does not
    stand in the way of a money claim (545(2)). Against a ban on another claim it is taken to stand."""
    return notified and (money_claim or not banned_in_contract)


class InKind(StrEnum):
    """What an agreement to take goods instead of money does."""

    OLD_DEBT_ENDED = "old_debt_ended"
    OLD_DEBT_CONTINUES = "old_debt_continues"  # the creditor may choose after a demand
    CLAUSE_VOID = "clause_void"  # what is left is sale, auction or valuation


def in_kind(*, agreed_after_due: bool, delivered: bool = False, falls_to_creditor_on_default: bool = False) -> InKind:
    """After the due date the old debt ends with performance only, and until then the creditor may choose between
    the two after a demand (合同编通则解释 27); agreed before it, a clause that the goods fall to the creditor on
    default is void and the rest stands (28)."""
    if not agreed_after_due and falls_to_creditor_on_default:
        return InKind.CLAUSE_VOID
    return InKind.OLD_DEBT_ENDED if delivered else InKind.OLD_DEBT_CONTINUES
