"""The statement of account that goes with a reminder: every open item, whatever its standing, and the balance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.accounts.aging import AgingBucket
from docgen.accounts.money import ZERO
from docgen.law.assessment import Settlement
from docgen.letters.context import claims
from docgen.letters.context.pen import Pen

_BUCKETS = {
    AgingBucket.NOT_DUE: ("未逾期", "Not overdue"),
    AgingBucket.DAYS_1_30: ("1—30天", "1–30 days"),
    AgingBucket.DAYS_31_60: ("31—60天", "31–60 days"),
    AgingBucket.DAYS_61_90: ("61—90天", "61–90 days"),
    AgingBucket.DAYS_91_180: ("91—180天", "91–180 days"),
    AgingBucket.DAYS_181_365: ("181—365天", "181–365 days"),
    AgingBucket.OVER_365: ("365天以上", "Over 365 days"),
}


def statement(settlement: Settlement, pen: Pen, demanded: list[dict[str, object]]) -> dict[str, object]:
    """Its rows, its sums and one line of aging. `demanded_whole`: nothing is open but what the letter asks for; its
    rows, `demanded`, are then those of the statement."""
    items = claims.open_items(settlement)
    whole = all(item.demandable == item.open for item in items)
    totals = settlement.totals
    undated = sum((item.open for item in items if item.bucket is None), ZERO)
    return {
        "rows": demanded if whole else claims.rows(items, pen),
        "demanded_whole": whole,
        "invoiced_column": _sum((item.invoice.amount for item in items), pen),
        "settled_column": _sum((item.paid + item.credited for item in items), pen),
        "open_column": pen.column(totals.open),
        "has_unallocated": totals.unallocated > 0,
        "unallocated_column": pen.column(totals.unallocated),
        "balance_column": pen.column(claims.balance(settlement)),
        "aging": [
            {"bucket": pen.say(*words), "amount": pen.column(settlement.aging[bucket])}
            for bucket, words in _BUCKETS.items()
        ],
        "undated": pen.money(undated) if undated else "",
    }


def _sum(amounts: Iterable[Decimal], pen: Pen) -> str:
    return pen.column(sum(amounts, ZERO))
