"""Interest and penalties for late payment: the rule in words, the computation line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, LatePaymentClause, LateRate, LprChoice, PenaltyBase
from docgen.accounts.money import ZERO
from docgen.law.assessment import Interest, Missing, Segment, Settlement
from docgen.law.remarks import WORKS
from docgen.letters.context.base import Case
from docgen.letters.context.parties import cited, size_said
from docgen.letters.context.pen import Pen
from docgen.letters.wording import day_rate, multiple, percent

_Contracts = Mapping[str, Contract]

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


def interest(case: Case, *, agreed_only: bool = False) -> dict[str, object]:
    """What the letter says of interest; `claimed` is False when there is none to claim, and all else is then empty.

    agreed_only: claim it only where a document agrees it, as a payment order must (民诉法解释 428).
    """
    settlement, account, pen = case.settlement, case.account, case.pen
    found, contracts = settlement.interest, _contracts(account)
    if isinstance(found, Missing) or found.total <= 0 or (agreed_only and not found.agreed):
        return dict(_EMPTY)
    return {
        "claimed": True,
        "name": name(found, pen),
        "rule": _rules(found, case, contracts),
        "basis": pen.cite(found.articles) if found.articles else "",
        "until": pen.date(found.until),
        "total": pen.money(found.total),
        "total_full": pen.in_full(found.total),
        "total_column": pen.column(found.total),
        "continues": _continues(found, settlement, account, pen),
        "segments": [_segment(number, part, contracts, pen) for number, part in enumerate(found.segments, 1)],
        "has_rounding": found.rounding_difference != 0,
        "rounding": pen.column(found.rounding_difference),
        "has_paid": found.paid > 0,
        "accrued_column": pen.column(found.accrued),
        "paid_column": pen.column(found.paid),
        "capped": found.capped,
        "note": _note(found, contracts, pen),
    }


def name(found: Interest, pen: Pen) -> str:
    """逾期付款违约金 where a clause agrees it, 逾期付款损失, 工程价款利息 of works, 逾期利息 by the SME rules."""
    rules = {_family(part) for part in found.segments}
    names = {
        "clause": pen.say("逾期付款违约金", "liquidated damages for late payment"),
        "lpr": pen.say("逾期付款损失", "loss from late payment"),
        "works": pen.say("工程价款利息", "interest on the construction price"),
        "sme": pen.say("逾期利息", "late-payment interest"),
    }
    return pen.say("及", " and ").join(words for rule, words in names.items() if rule in rules)


def _sizes(case: Case) -> list[str]:
    """The size classes on which the SME regulation's rate rests (条例 2, 3), as they were stated."""
    both = ((case.account.creditor, case.we), (case.account.debtor, case.you))
    said = [words for who, called in both if (words := size_said(who, called, case.pen))]
    sentence = case.pen.say("，", "; ").join(said)
    return [sentence[0].upper() + sentence[1:] + case.pen.say("。", ".")] if said else []


def _family(part: Segment) -> str:
    if WORKS in part.articles:
        return "works"
    return part.rule if part.rule in {"clause", "sme"} else "lpr"


def _contracts(account: Account) -> _Contracts:
    """The contract of each invoice, by the invoice's number."""
    return {invoice.number: under for invoice in account.invoices if (under := account.contract_of(invoice))}


def _rules(found: Interest, case: Case, contracts: _Contracts) -> list[str]:
    """One sentence for each rule; where there are several, each says to which contracts it applies.

    The size classes stand before the rate that rests on them, so that the reader sees why it applies.
    """
    pen, sizes = case.pen, _sizes(case)
    applies: dict[tuple[str, str], dict[str, None]] = {}
    by_size: dict[str, Segment] = {}
    for part in found.segments:
        under = contracts.get(part.invoice)
        clause = _agreed(under)
        if part.rule == "clause" and under and clause:
            applies[_by_clause(under, clause, pen), ""] = {}
        else:
            why = _none_agreed(part, pen) if under and under.late_payment and not clause else ""
            sme = part.rule == "sme"
            said = _by_sme_regulation(part, pen) if sme else _by_published_rate(part, pen)
            by_size |= {said: part} if sme else {}
            where = cited(under, pen) if under else pen.say("未附合同的发票", "invoices without a contract on record")
            applies.setdefault((said, why), {})[where] = None
    several = len(applies) > 1
    sentences = [
        _ruled(
            _by_sme_regulation(by_size[said], pen, stated=True, several=several) if sizes and said in by_size else said,
            why,
            list(where),
            several,
            pen,
        )
        for (said, why), where in applies.items()
    ]
    first = next((number for number, (said, _) in enumerate(applies) if said in by_size), None)
    return sentences if first is None else [*sentences[:first], *sizes, *sentences[first:]]


def _ruled(said: str, why: str, where: list[str], several: bool, pen: Pen) -> str:
    """The rule as a sentence, with the contracts that it applies to where another applies to others."""
    if not where:  # a clause: its sentence begins with its contract
        return said
    named = pen.listed(where)
    if pen.zh:
        openings = (f"就{named}" if several else "", f"双方{why}" if why else "")
        return "，".join(words for words in (*openings, said) if words)
    opening = " ".join(words for words in (f"For {named}," if several else "", f"as {why}," if why else "") if words)
    sentence = f"{opening} {said}" if opening else said
    return sentence[0].upper() + sentence[1:]


def _none_agreed(part: Segment, pen: Pen) -> str:
    """Said only of a contract that is known to have no clause, never of one whose clause nobody has entered."""
    if _family(part) == "works":  # 建设工程解释(一) 26
        return pen.say("未约定欠付工程价款利息的计付标准", "no interest on unpaid works is agreed")
    return pen.say("未约定逾期付款违约金或者其计算方法", "no late-payment charge is agreed")


def _agreed(under: Contract | None) -> LatePaymentClause | None:
    """The contract's late-payment clause, also where another rule was chosen; None where none is agreed."""
    clause = under.late_payment if under else None
    return clause if clause and clause.rate is not LateRate.NONE else None


def _by_clause(under: Contract, clause: LatePaymentClause, pen: Pen) -> str:
    terms = _terms(clause, pen)
    if pen.zh:
        words = f"约定：{pen.quoted(clause.words)}据此，" if clause.words else "约定，"
        return f"{cited(under, pen)}{words}逾期付款违约金{terms}计算。"
    if clause.words:
        words = (
            f"{cited(under, pen)} provides: {pen.quoted(clause.words, clause.words_en)} Accordingly, liquidated damages"
        )
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
    points = f"{(value * 100).normalize():f}"
    return pen.say(f"{rate}加{points}个百分点", f"{rate} plus {points} percentage point{'' if points == '1' else 's'}")


def _by_sme_regulation(part: Segment, pen: Pen, *, stated: bool = False, several: bool = False) -> str:
    """stated: the size classes, from which this follows, stand in a sentence before.
    several: contracts or other rules stand between, so that "therefore" alone would have lost its premise.
    """
    rate = day_rate(part.rate, pen.language)
    article = pen.cite([each for each in part.articles if each.startswith("sme_regulation")])
    premise, therefore = "", ""
    if stated and several:
        premise = pen.say("鉴于双方上述主体类型，", "given the above classes of the parties, ")
    elif stated:
        premise, therefore = pen.say("故", ""), " therefore"
    return premise + pen.say(
        f"适用{article}，逾期利息按{rate}的利率计算。",
        f"{article}{therefore} applies, and late-payment interest accrues at {rate}.",
    )


def _by_published_rate(part: Segment, pen: Pen) -> str:
    """The published rate with the surcharge of this very stretch: a sale bears one, works bear none."""
    surcharge = part.rate / part.reference_rate - 1 if part.reference_rate else ZERO
    plus = pen.say(f"加计{percent(surcharge)}", f" plus {percent(surcharge)} thereof") if surcharge else ""
    works = _family(part) == "works"
    called = (
        pen.say("工程价款利息", "interest on the construction price") if works else pen.say("逾期付款损失", "the loss")
    )
    if part.rule == "benchmark":
        return pen.say(
            f"2019年8月19日之前的{called}，按中国人民银行同期同类人民币贷款基准利率{plus}计算。",
            f"{called} until 19 August 2019 is computed at the "
            f"People's Bank of China benchmark lending rate of the same period{plus}.",
        )
    when = pen.say(
        "违约行为发生时" if part.rule == "lpr_static" else "同期",
        "on the date of breach" if part.rule == "lpr_static" else "for each period",
    )
    return pen.say(
        f"{called}按{when}全国银行间同业拆借中心公布的一年期贷款市场报价利率（LPR）{plus}计算。",
        f"{called} is computed at the one-year Loan Prime Rate (LPR) "
        f"published by the National Interbank Funding Center {when}{plus}.",
    )


def _continues(found: Interest, settlement: Settlement, account: Account, pen: Pen) -> str:
    """How it runs on, in the form of a pleading; empty where nothing accrues any more.

    What has reached its agreed cap is left out. The base is what the clause makes it: what is then unpaid, or the
    whole invoice for as long as any of it is unpaid.
    """
    if not found.continues_on:
        return ""
    going = [item for item in settlement.items if item.demandable and item.invoice.number not in found.at_cap]
    by_clause = any(part.rule == "clause" for part in found.segments)
    agreed = [(item, _agreed(account.contract_of(item.invoice))) for item in going if by_clause]
    clauses = [clause for _, clause in agreed if clause]
    after, base = pen.date(found.until + dt.timedelta(days=1)), pen.money(found.continues_on)
    which = ""
    if found.at_cap:
        which = pen.say("尚未达到约定上限的各笔", " of the invoices that have not reached the agreed cap")
    if any(clause.base is PenaltyBase.INVOICE for clause in clauses):
        each = which or pen.say("各笔", "")
        basis = pen.say(
            f"以{each}款项的计算基数（现合计{base}）计", f"on the respective bases{each} (now {base} in all)"
        )
    else:
        basis = pen.say(f"以{which}届时未付款项（现为{base}）为基数", f"on the sum then unpaid{which} (now {base})")
    until = pen.say("按同一标准继续计算至实际清偿之日止", "until actual payment")
    limits = ""
    if any(clause.cap is not None for clause in clauses):
        limits += pen.say("，以约定的上限为限", ", up to the agreed cap")
    if any(clause and item.days_past_due < clause.grace_days for item, clause in agreed):
        limits += pen.say("，约定的宽限期内不计", ", agreed days of grace excepted")
    return pen.say(
        f"自{after}起，{basis}，{until}{limits}",
        f"from {after} it continues to accrue on the same terms {basis} {until}{limits}",
    )


def _segment(number: int, part: Segment, contracts: _Contracts, pen: Pen) -> dict[str, object]:
    return {
        "no": str(number),
        "invoice": part.invoice,
        "from_on": pen.column_date(part.from_on),
        "to_on": pen.column_date(part.to_on),
        "days": str(part.days),
        "base": pen.column(part.base),
        "rate": _rate_cell(part, contracts, pen),
        "amount": pen.column(part.amount),
    }


def _rate_cell(part: Segment, contracts: _Contracts, pen: Pen) -> str:
    """The rate as it was put together: 3.00%×1.3=年 3.90%, with no break between a figure and its unit."""
    if part.per == "day":
        return pen.say(f"日\u00a0{percent(part.rate)}", f"{percent(part.rate)} per\u00a0day")
    per_year = pen.say(f"年\u00a0{percent(part.rate, 2)}", f"{percent(part.rate, 2)}\u00a0p.a.")
    reference = part.reference_rate
    if reference is None or reference in {part.rate, ZERO}:
        return per_year
    under = contracts.get(part.invoice)
    clause = under.late_payment if under and part.rule == "clause" else None
    if clause and clause.rate is LateRate.LPR_PLUS:
        return f"{percent(reference, 2)}+{percent(part.rate - reference, 2)}={per_year}"
    return f"{percent(reference, 2)}×{(part.rate / reference).normalize():f}={per_year}"


def _note(found: Interest, contracts: _Contracts, pen: Pen) -> str:
    """How it was computed, so that the reader can do it again."""
    yearly = _years(found, contracts, pen)
    return pen.say(
        f"计算方法：基数×利率×天数{yearly}；天数自应付日（有宽限期的，自宽限期届满日）次日起算，首尾两日均计入。"
        "各段金额列示至分，总额按未舍入的数值合计后一次四舍五入。",
        f"Method: base × rate × days{yearly}. Days run from the day after the due date (or after the agreed days of "
        "grace), both the first and the last day counted. Each line is shown rounded; the total is rounded once, at "
        "the end.",
    )


def _years(found: Interest, contracts: _Contracts, pen: Pen) -> str:
    """By how many days a yearly rate is divided; where contracts differ, which by which."""
    by_count: dict[int, dict[str, None]] = {}
    for part in found.segments:
        if part.per == "year":
            under = contracts.get(part.invoice)
            named = under.number if under else part.invoice
            by_count.setdefault(part.day_count, {})[named] = None
    if len(by_count) < 2:
        return "".join(pen.say(f"，年利率按每年{count}日折算", f", a year being {count} days") for count in by_count)
    each = [
        pen.say(f"{pen.listed(list(named))}按每年{count}日", f"{count} days for {pen.listed(list(named))}")
        for count, named in sorted(by_count.items())
    ]
    return pen.say(f"，年利率折算：{'，'.join(each)}", f", a year being {' and '.join(each)}")
