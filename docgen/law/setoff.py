"""Set-off (法定抵销): whether one party's notice ends both debts."""

from __future__ import annotations

from enum import StrEnum


class SetOff(StrEnum):
    YES = "yes"
    UNLESS_LIMITATION_RAISED = "unless_limitation_raised"
    NO = "no"


def allowed(*, same_kind: bool, their_debt_due: bool, our_claim_time_barred: bool = False) -> SetOff:
    """Debts of the same kind and quality, the other side's due (民法典 568). A time-barred claim sets off unless
    the other side raises limitation (合同编通则解释 58)."""
    if not (same_kind and their_debt_due):
        return SetOff.NO
    return SetOff.UNLESS_LIMITATION_RAISED if our_claim_time_barred else SetOff.YES
