"""What the law leaves to the creditor: which rule of interest, which multiple, which order of imputation,
which due dates a rest day moves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.contract import LprChoice


class InterestRule(StrEnum):
    AUTOMATIC = "automatic"  # clause, else SME regulation, else loan prime rate, in the order of the law
    CLAUSE = "clause"
    LPR = "lpr"
    SME = "sme"
    NONE = "none"


class ImputationOrder(StrEnum):
    """Where a payment goes within one debt."""

    PRINCIPAL_FIRST = "principal_first"  # as in the books
    ARTICLE_561 = "article_561"  # costs, interest, principal


class RestDay(StrEnum):
    """Which due dates move from a weekend or public holiday to the next working day (Civil Code 203).

    The article speaks of the last day of a period. Whether a day that the parties named as such moves too
    is not settled.
    """

    COUNTED = "counted"  # the last day of a period counted in days
    ALL = "all"  # that, and a day agreed by date
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestChoice:
    """multiplier: factor on the loan prime rate where no rate is agreed, 1.3 to 1.5 for a sale
    (买卖合同解释 18(4)); 1.0 is allowed for other contracts. day_count: 365 or 360."""

    rule: InterestRule = InterestRule.AUTOMATIC
    multiplier: Decimal = Decimal("1.3")
    lpr: LprChoice = LprChoice.STATIC
    day_count: int = 365
    imputation: ImputationOrder = ImputationOrder.PRINCIPAL_FIRST
    rest_day: RestDay = RestDay.COUNTED
