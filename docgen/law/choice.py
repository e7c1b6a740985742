"""What the law leaves to the creditor: which rule of interest, which multiple, which order of imputation."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestChoice:
    """multiplier: factor on the loan prime rate where no rate is agreed, 1.3 to 1.5 for a sale
    (买卖合同解释 18(4)); 1.0 is allowed for other contracts. day_count: 365 or 360."""

    rule: InterestRule = InterestRule.AUTOMATIC
    multiplier: Decimal = Decimal("1.3")
    lpr: LprChoice = LprChoice.STATIC
    day_count: int = 365
    imputation: ImputationOrder = ImputationOrder.PRINCIPAL_FIRST
