"""The instalment sale (分期付款买卖): when the whole price may be asked for at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from docgen.law.statutes import LawData


def may_accelerate(
    law: LawData,
    *,
    instalments: int,
    overdue: Decimal,
    total_price: Decimal,
    demanded_and_time_passed: bool,
    on: dt.date,
) -> bool:
    """Whether the seller may ask for the whole price or rescind: at least three instalments, a fifth of the price
    overdue, and a reasonable time passed after a demand (民法典 634, 买卖合同解释 27)."""
    enough = law.figure("instalment.fewest", on).value
    share = law.figure("instalment.overdue_share", on).value
    return demanded_and_time_passed and instalments >= enough and overdue >= total_price * share
