"""Retention of title (所有权保留): until when the seller may take the goods back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from docgen.law.statutes import LawData


def may_repossess(
    law: LawData, *, paid: Decimal, price: Decimal, on: dt.date, demanded_and_time_passed: bool = True
) -> bool:
    """Whether the seller may take the goods back: overdue after a demand and a reasonable time (民法典 642), and
    less than 75 % of the price paid (买卖合同解释 26)."""
    return demanded_and_time_passed and paid < price * law.figure("retention.paid_share", on).value
