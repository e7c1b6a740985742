"""Which rule of interest governs a late payment, in the order of the law, and what is not settled about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.accounts.contract import ContractKind, LatePaymentClause, LateRate, Tenor
from docgen.accounts.money import ZERO
from docgen.errors import Finding, InvalidRequest, RuleMissing, Severity
from docgen.law import lpr
from docgen.law.choice import InterestChoice, InterestRule
from docgen.law.statutes import LawData

LPR_FROM = dt.date(2019, 8, 20)  # 买卖合同解释 18(4): benchmark rates before, loan prime rate from this day on


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The rule that governs the interest of one debt, and why.

    rule: "clause", "sme", "lpr", "benchmark" or "none". order: its place in the order of the law ("I3").
    multiplier: the factor on the published rate; None where the rule has none.
    notices: what is not settled about it, and is told.
    """

    rule: str
    order: str
    agreed: bool
    multiplier: Decimal | None
    articles: tuple[str, ...]
    notices: tuple[Finding, ...] = ()


def applicable_rule(
    law: LawData,
    *,
    kind: ContractKind,
    clause: LatePaymentClause | None,
    sme_applies: bool | None,
    breach_on: dt.date,
    signed_on: dt.date | None = None,
    currency: str = "CNY",
    choice: InterestChoice = InterestChoice(),  # noqa: B008 - frozen
) -> Basis:
    """Which rule governs, in the order of the law: what was agreed (Civil Code 585), else the SME payment
    regulation (17), else the loan prime rate (买卖合同解释 18(4); other contracts by Civil Code 646).

    breach_on: the day after the due date. Raises RuleMissing when a foreign currency has no agreed rate
    (its reference rates, 法释〔2025〕2号, are not part of the law data) or the chosen rule cannot govern;
    InvalidRequest when the multiplier is outside what the law allows.
    """
    if choice.rule is InterestRule.NONE:
        return Basis(rule="none", order="", agreed=False, multiplier=None, articles=())
    if clause is not None and clause.rate is LateRate.NONE:
        clause = None
    if choice.rule is InterestRule.CLAUSE and clause is None:
        raise RuleMissing(Finding("interest.no_clause"))
    if clause is not None and choice.rule in {InterestRule.AUTOMATIC, InterestRule.CLAUSE}:
        return Basis(
            rule="clause",
            order="I1",
            agreed=True,
            multiplier=None,
            articles=("civil_code:585",),
            notices=_remarks_on_clause(law, clause, bool(sme_applies), breach_on, signed_on),
        )
    if currency != "CNY":
        raise RuleMissing(
            Finding(
                "interest.foreign_currency", facts={"currency": currency}, articles=("foreign_currency_interest:2",)
            )
        )
    sme_from = law.figures["sme.daily_rate"][0].in_force_from
    in_force = breach_on >= sme_from
    if choice.rule is InterestRule.SME or (choice.rule is InterestRule.AUTOMATIC and sme_applies and in_force):
        return _sme_basis(law, sme_applies, breach_on, signed_on)
    basis = _published_rate_basis(law, kind, breach_on, choice)
    if choice.rule is InterestRule.AUTOMATIC and sme_applies:
        facts = {"on": breach_on.isoformat(), "since": sme_from.isoformat()}
        before = Finding(
            "interest.before_sme_regulation", Severity.WARNING, facts=facts, articles=("sme_regulation_2020:15",)
        )
        return replace(basis, notices=(*basis.notices, before))
    return basis


def _remarks_on_clause(
    law: LawData, clause: LatePaymentClause, sme_applies: bool, breach_on: dt.date, signed_on: dt.date | None
) -> tuple[Finding, ...]:
    """What a court may do about an agreed rate: lower a high one, raise one under the floor."""
    try:
        yearly = yearly_rate(law, clause, breach_on)
    except RuleMissing:
        return ()  # the figure itself says which rate is missing
    return (*_too_high(law, yearly, breach_on), *_too_low(law, yearly, breach_on, signed_on if sme_applies else None))


def _too_high(law: LawData, yearly: Decimal, breach_on: dt.date) -> Iterator[Finding]:
    """A penalty over 1.3 times the loss is generally too high (合同编通则解释 65), the loss taken at its highest legal
    measure, 1.5 times the loan prime rate. Nobody fixes from where on a court will lower it; above both the ceiling of
    private lending and the daily rate that the SME payment regulation itself sets, it probably will."""
    articles = ("civil_code:585(2)", "contract_interpretation:65")
    ceiling = max(
        (rate for rate in (_lending_ceiling(law, breach_on), _sme_rate(law, breach_on)) if rate), default=None
    )
    if ceiling is not None and yearly > ceiling:
        facts = {"percent": percent(yearly), "most": percent(ceiling)}
        yield Finding("interest.excessive_agreed_rate", Severity.WARNING, facts=facts, articles=articles)
        return
    try:
        loss = lpr.at(law, breach_on).by_tenor[Tenor.ONE_YEAR] * law.figure("interest.multiplier_most", breach_on).value
        if yearly <= loss * law.figure("interest.penalty_guide", breach_on).value:
            return
    except RuleMissing:
        return
    yield Finding(
        "interest.high_agreed_rate", Severity.INFORMATION, facts={"percent": percent(yearly)}, articles=articles
    )


def _lending_ceiling(law: LawData, on: dt.date) -> Decimal | None:
    """Four times the one-year loan prime rate (民间借贷规定 25), which binds private lending and no sale."""
    try:
        return lpr.at(law, on).by_tenor[Tenor.ONE_YEAR] * law.figure("interest.lending_cap_multiple", on).value
    except RuleMissing:
        return None


def _sme_rate(law: LawData, on: dt.date) -> Decimal | None:
    """0.05 % a day (保障中小企业款项支付条例 17), over a year of 365 days."""
    try:
        return law.figure("sme.daily_rate", on).value * 365
    except RuleMissing:
        return None


def _too_low(law: LawData, yearly: Decimal, breach_on: dt.date, signed_on: dt.date | None) -> Iterator[Finding]:
    """条例 17: not below the one-year loan prime rate of the day of the contract. signed_on: None where no floor is."""
    try:
        floor = lpr.at(law, signed_on).by_tenor[Tenor.ONE_YEAR] if signed_on else ZERO
        articles = law.figure("sme.daily_rate", breach_on).articles
    except RuleMissing:
        return
    if yearly < floor:
        facts = {"percent": percent(yearly), "floor": percent(floor)}
        yield Finding("interest.below_sme_floor", Severity.INFORMATION, facts=facts, articles=articles)


def yearly_rate(law: LawData, clause: LatePaymentClause, on: dt.date) -> Decimal:
    """The clause's rate as a fraction per year, a loan prime rate taken as on that day."""
    value = clause.value or ZERO
    if clause.rate is LateRate.PER_DAY:
        return value * clause.day_count
    if clause.rate is LateRate.PER_YEAR:
        return value
    published = lpr.at(law, on).by_tenor[clause.tenor]
    return published + value if clause.rate is LateRate.LPR_PLUS else published * value


def percent(rate: Decimal) -> str:
    """A fraction as plain percent, two decimals at least: 0.03 is "3.00", 0.18250 is "18.25"."""
    value = (rate * 100).normalize()
    return f"{value:.2f}" if value == value.quantize(Decimal("0.01")) else f"{value:f}"


def _sme_basis(law: LawData, sme_applies: bool | None, breach_on: dt.date, signed_on: dt.date | None) -> Basis:
    """保障中小企业款项支付条例 17 (2020: 15): 0.05 % a day where nothing is agreed."""
    if not sme_applies:
        raise RuleMissing(Finding("interest.sme_not_applicable", articles=("sme_regulation:2", "sme_regulation:3")))
    figure = law.figure("sme.daily_rate", breach_on)
    older = signed_on is not None and signed_on < law.figures["sme.daily_rate"][0].in_force_from
    notices = (
        (
            Finding(
                "interest.sme_older_contract",
                Severity.WARNING,
                facts={"signed_on": signed_on.isoformat()},
                articles=figure.articles,
            ),
        )
        if older and signed_on is not None
        else ()
    )
    return Basis(rule="sme", order="I2", agreed=False, multiplier=None, articles=figure.articles, notices=notices)


def _published_rate_basis(law: LawData, kind: ContractKind, breach_on: dt.date, choice: InterestChoice) -> Basis:
    """买卖合同解释 18(4); for works 建设工程解释(一) 26, without surcharge; for other contracts Civil Code 646."""
    notices: list[Finding] = []
    multiplier = choice.multiplier
    if kind is ContractKind.CONSTRUCTION:
        articles: tuple[str, ...] = ("construction_interpretation:26",)
        order, multiplier = "I5", Decimal(1)
    elif kind is ContractKind.SALE:
        articles = ("sales_interpretation:18(4)",)
        order = "I3" if breach_on >= LPR_FROM else "I4"
    else:
        articles = ("civil_code:646", "sales_interpretation:18(4)")
        order = "I6"
        if multiplier > 1:
            notices.append(
                Finding(
                    "interest.by_analogy", Severity.WARNING, facts={"multiplier": str(multiplier)}, articles=articles
                )
            )
    if not multiplier_allowed(law, kind, multiplier, max(breach_on, LPR_FROM)):
        raise InvalidRequest(
            Finding(
                "interest.multiplier_for_kind",
                place="/letter/interest/multiplier",
                facts={"multiplier": str(multiplier), **_bounds(law, max(breach_on, LPR_FROM))},
                articles=articles,
            )
        )
    rule = "lpr" if breach_on >= LPR_FROM else "benchmark"
    if rule == "benchmark":
        notices.append(
            Finding("interest.straddle", Severity.WARNING, facts={"on": breach_on.isoformat()}, articles=articles)
        )
    return Basis(rule=rule, order=order, agreed=False, multiplier=multiplier, articles=articles, notices=tuple(notices))


def multiplier_allowed(law: LawData, kind: ContractKind, multiplier: Decimal, on: dt.date) -> bool:
    """1.3 to 1.5 (买卖合同解释 18(4)); without surcharge, 1, for anything but a sale (建设工程解释(一) 26,
    民法典 646), and for works nothing else."""
    if kind is not ContractKind.SALE and multiplier == 1:
        return True
    if kind is ContractKind.CONSTRUCTION:
        return False
    bounds = _bounds(law, on)
    return Decimal(bounds["least"]) <= multiplier <= Decimal(bounds["most"])


def _bounds(law: LawData, on: dt.date) -> dict[str, str]:
    return {
        "least": str(law.figure("interest.multiplier_least", on).value),
        "most": str(law.figure("interest.multiplier_most", on).value),
    }
