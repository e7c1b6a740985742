"""Interest and penalties for late payment: the rule in words, the computation line by line."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, LatePaymentClause, LateRate, LprChoice, PenaltyBase
from docgen.accounts.money import ZERO
from docgen.law.assessment import Interest, Missing, Segment, Settlement
from docgen.letters.context.parties import cited
from docgen.letters.context.pen import Pen
from docgen.letters.wording import day_rate, multiple, percent

_EMPTY: dict[str, object] = {
    "claimed": False,
    "name": "",
    "rule": [],
    "basis": "",
    "until": "",
    "total": "",
    "total_full": "",
    "total_column": "",
    "continues": "",
    "segments": [],
    "has_rounding": False,
    "rounding": "",
    "has_paid": False,
    "accrued_column": "",
    "paid_column": "",
    "capped": False,
    "note": "",
}


def interest(settlement: Settlement, account: Account, pen: Pen, *, agreed_only: bool = False) -> dict[str, object]:
    """What the letter says of interest; `claimed` is False when there is none to claim, and all else is then empty.

    agreed_only: claim it only where a document agrees it, as a payment order must (民诉法解释 428).
    """
    found = settlement.interest
    if isinstance(found, Missing) or found.total <= 0 or (agreed_only and not found.agreed):
        return dict(_EMPTY)
    return {
        "claimed": True,
        "name": name(found, pen),
        "rule": _rules(found, account, pen),
        "basis": pen.cite(found.articles) if found.articles else "",
        "until": pen.date(found.until),
        "total": pen.money(found.total),
        "total_full": pen.in_full(found.total),
        "total_column": pen.column(found.total),
        "continues": _continues(found, settlement, pen),
        "segments": [_segment(number, part, account, pen) for number, part in enumerate(found.segments, 1)],
        "has_rounding": found.rounding_difference != 0,
        "rounding": pen.column(found.rounding_difference),
        "has_paid": found.paid > 0,
        "accrued_column": pen.column(found.accrued),
        "paid_column": pen.column(-found.paid),
        "capped": found.capped,
        "note": _note(found, pen),
    }


def name(found: Interest, pen: Pen) -> str:
    """逾期付款违约金 where a clause agrees it, 逾期付款损失 by law, 逾期利息 by the SME regulation."""
    rules = {_family(part) for part in found.segments}
    names = {
        "clause": pen.say("逾期付款违约金", "liquidated damages for late payment"),
        "lpr": pen.say("逾期付款损失", "loss from late payment"),
        "sme": pen.say("逾期利息", "late-payment interest"),
    }
    return pen.say("及", " and ").join(words for rule, words in names.items() if rule in rules)


def _family(part: Segment) -> str:
    return part.rule if part.rule in {"clause", "sme"} else "lpr"


def _contract(part: Segment, account: Account) -> Contract | None:
    invoice = next((one for one in account.invoices if one.number == part.invoice), None)
    return account.contract_of(invoice) if invoice else None


def _rules(found: Interest, account: Account, pen: Pen) -> list[str]:
    """One sentence for each rule and, for clauses, for each contract."""
    sentences: dict[str, None] = {}
    for part in found.segments:
        under = _contract(part, account)
        clause = under.late_payment if under else None
        if part.rule == "clause" and under and clause:
            sentence = _by_clause(under, clause, pen)
        elif part.rule == "sme":
            sentence = pen.say(
                f"双方未约定逾期利息，按{day_rate(part.rate, pen.language)}的利率计算。",
                f"As no late-payment interest was agreed, it accrues at {day_rate(part.rate, pen.language)}.",
            )
        else:
            sentence = _by_published_rate(part, found, pen)
        sentences[sentence] = None
    return list(sentences)


def _by_clause(under: Contract, clause: LatePaymentClause, pen: Pen) -> str:
    terms = _terms(clause, pen)
    if pen.zh:
        words = f"约定：{pen.quoted(clause.words)}据此，" if clause.words else "约定，"
        return f"{cited(under, pen)}{words}逾期付款违约金{terms}计算。"
    if clause.words:
        words = f"{cited(under, pen)} provides: {pen.quoted(clause.words)} Accordingly, liquidated damages"
    else:
        words = f"Under {cited(under, pen)}, liquidated damages"
    return f"{words} accrue {terms}."


def _terms(clause: LatePaymentClause, pen: Pen) -> str:
    base = pen.say(
        "以未付款项" if clause.base is PenaltyBase.OPEN else "以发票全额",
        "on the unpaid sum" if clause.base is PenaltyBase.OPEN else "on the full amount of the invoice",
    )
    parts = [pen.say(f"{base}为基数，按{_rate(clause, pen)}", f"{base} at {_rate(clause, pen)}")]
    if clause.grace_days:
        parts.append(
            pen.say(f"自到期日后{clause.grace_days}日宽限期届满次日起", f"after {clause.grace_days} days of grace")
        )
    if clause.cap is not None:
        parts.append(
            pen.say(f"以发票金额的{percent(clause.cap)}为限", f"up to {percent(clause.cap)} of the invoice amount")
        )
    return pen.say("，", ", ").join(parts)


def _rate(clause: LatePaymentClause, pen: Pen) -> str:
    value = clause.value or ZERO
    tenor = pen.say(
        "一年期" if clause.tenor == "one_year" else "五年期以上",
        "one-year" if clause.tenor == "one_year" else "five-year",
    )
    when = pen.say(
        "违约行为发生时" if clause.lpr is LprChoice.STATIC else "同期",
        "on the date of breach" if clause.lpr is LprChoice.STATIC else "of each period",
    )
    if clause.rate is LateRate.PER_DAY:
        return day_rate(value, pen.language)
    if clause.rate is LateRate.PER_YEAR:
        return pen.say(f"年利率{percent(value)}", f"{percent(value)} per year")
    rate = pen.say(f"{when}{tenor}贷款市场报价利率（LPR）", f"the {tenor} Loan Prime Rate (LPR) {when}")
    if clause.rate is LateRate.LPR_TIMES:
        return pen.say(f"{rate}的{multiple(value, pen.language)}", f"{multiple(value, pen.language)} {rate}")
    return pen.say(f"{rate}加{percent(value)}", f"{rate} plus {percent(value)}")


def _by_published_rate(part: Segment, found: Interest, pen: Pen) -> str:
    surcharge = (found.multiplier or Decimal(1)) - 1
    plus = pen.say(f"加计{percent(surcharge)}", f" plus {percent(surcharge)} thereof") if surcharge else ""
    if part.rule == "benchmark":
        return pen.say(
            f"合同未约定逾期付款违约金或者其计算方法；"
            f"2019年8月19日之前，按中国人民银行同期同类人民币贷款基准利率{plus}计算。",
            "The contract provides for no late-payment charge; until 19 August 2019 the loss is computed at the "
            f"People's Bank of China benchmark lending rate of the same period{plus}.",
        )
    when = pen.say(
        "违约行为发生时" if part.rule == "lpr_static" else "同期",
        "on the date of breach" if part.rule == "lpr_static" else "for each period",
    )
    return pen.say(
        f"合同未约定逾期付款违约金或者其计算方法，"
        f"按{when}全国银行间同业拆借中心公布的一年期贷款市场报价利率（LPR）{plus}计算。",
        "The contract provides for no late-payment charge; the loss is computed at the one-year Loan Prime Rate (LPR) "
        f"published by the National Interbank Funding Center {when}{plus}.",
    )


def _continues(found: Interest, settlement: Settlement, pen: Pen) -> str:
    """How it runs on, in the form of a pleading."""
    after, base = pen.date(found.until + dt.timedelta(days=1)), pen.money(settlement.totals.demandable)
    return pen.say(
        f"自{after}起，以届时未付款项（现为{base}）为基数，按同一标准继续计算至实际清偿之日止",
        f"from {after} it continues to accrue on the same basis on the sum then unpaid (now {base}) "
        "until actual payment",
    )


def _segment(number: int, part: Segment, account: Account, pen: Pen) -> dict[str, object]:
    return {
        "no": str(number),
        "invoice": part.invoice,
        "from_on": pen.column_date(part.from_on),
        "to_on": pen.column_date(part.to_on),
        "days": str(part.days),
        "base": pen.column(part.base),
        "rate": _rate_cell(part, account, pen),
        "amount": pen.column(part.amount),
    }


def _rate_cell(part: Segment, account: Account, pen: Pen) -> str:
    """The rate as it was put together: 3.00%×1.3=3.90%."""
    if part.per == "day":
        return percent(part.rate) + pen.say("/日", "/day")
    per_year = percent(part.rate, 2) + pen.say("/年", "/year")
    reference = part.reference_rate
    if reference is None or reference in {part.rate, ZERO}:
        return per_year
    under = _contract(part, account)
    clause = under.late_payment if under and part.rule == "clause" else None
    if clause and clause.rate is LateRate.LPR_PLUS:
        return f"{percent(reference, 2)}+{percent(part.rate - reference, 2)}={per_year}"
    return f"{percent(reference, 2)}×{(part.rate / reference).normalize():f}={per_year}"


def _note(found: Interest, pen: Pen) -> str:
    """How it was computed, so that the reader can do it again."""
    counts = sorted({part.day_count for part in found.segments if part.per == "year"})
    years = pen.say("、", " or ").join(str(count) for count in counts)
    yearly = pen.say(f"，年利率按每年{years}日折算", f", a year being {years} days") if years else ""
    return pen.say(
        f"计算方法：基数×利率×天数{yearly}；天数自应付日（有宽限期的，自宽限期届满日）次日起算，首尾两日均计入。"
        "各段金额列示至分，总额按未舍入的数值合计后一次四舍五入。",
        f"Method: base × rate × days{yearly}. Days run from the day after the due date (or after the agreed "
        "days of grace), both the first and the last day counted. Each line is shown rounded; the total is rounded once, at the end.",
    )
