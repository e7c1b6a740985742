"""Contracts: what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from docgen.accounts.contract import (
    Contract,
    ContractKind,
    DueGround,
    DueTerms,
    Guarantee,
    GuaranteeMode,
    LatePaymentClause,
    LateRate,
    LprChoice,
    PenaltyBase,
    Tenor,
)
from schemas.parts import Many, One, Part
from schemas.party import COUNTRIES, CURRENCIES, PartyPart
from schemas.values import Choice, Code, Day, Fault, Money, Number, Text, Whole, YesNo, english

DAY_COUNTS = (365, 360)

# Above these a percentage was almost surely typed where a fraction belongs (0.05 for 0.05 % per day).
_MOST = {
    LateRate.PER_DAY: Decimal("0.01"),
    LateRate.PER_YEAR: Decimal("1"),
    LateRate.LPR_PLUS: Decimal("0.5"),
    LateRate.LPR_TIMES: Decimal("10"),
}


class DueTermsPart(Part):
    makes = DueTerms

    ground = Choice(DueGround, "到期依据", "Due ground", "What makes an invoice fall due.", required=True)
    days = Whole("账期（日）", "Credit days", "Counted from the day after the event; only where days are agreed.")

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
        """The days fit the ground."""
        if "ground" not in read or "days" not in read:
            return
        counted = read["ground"] not in {DueGround.FIXED_DATE, DueGround.LAW}
        if counted and read["days"] is None:
            yield "days", Fault("due.days_missing", {})
        if not counted and read["days"] is not None:
            yield "days", Fault("due.days_unwanted", {})


class LatePaymentClausePart(Part):
    makes = LatePaymentClause

    rate = Choice(
        LateRate, "计算方式", "How the rate is stated", "It says what `value` is; none: no value.", required=True
    )
    value = Number(
        "数值",
        "Value",
        "A fraction: 0.0005 per day, 0.12 per year, 0.02 above the loan prime rate; or its multiple, 1.5.",
        most="10",
        examples=["0.0005"],
    )
    tenor = Choice(
        Tenor, "期限品种", "Tenor of the loan prime rate", "For a rate on the loan prime rate.", default=Tenor.ONE_YEAR
    )
    lpr = Choice(LprChoice, "利率取值", "Loan prime rate taken", default=LprChoice.STATIC)
    grace_days = Whole("宽限期（日）", "Grace days", "Days after the due date in which nothing accrues.", default=0)
    cap = Number(
        "上限", "Cap", "Highest total, as a fraction of the invoice amount: 0.1 is 10 %.", most="10", examples=["0.1"]
    )
    base = Choice(PenaltyBase, "计算基数", "Base", "What the rate is taken of.", default=PenaltyBase.OPEN)
    day_count = Whole("一年天数", "Days in the year", "365 or 360.", among=DAY_COUNTS, default=365)
    words = Text("条款原文", "The clause in its words", most=2000, lines=True)
    words_en = english("条款原文", "The clause", most=2000, lines=True)

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
        """The value fits the rate."""
        if "rate" not in read or "value" not in read:
            return
        rate, value = read["rate"], read["value"]
        most = _MOST.get(rate)
        if most is not None and not value:
            yield "value", Fault("late_payment.value_missing", {})
        elif most is None and value is not None:
            yield "value", Fault("late_payment.value_unwanted", {})
        elif most is not None and value > most:
            yield "value", Fault("late_payment.value_too_high", {"value": format(value, "f"), "most": str(most)})


class GuaranteePart(Part):
    makes = Guarantee

    guarantor = One(PartyPart, "保证人", "Guarantor", required=True)
    mode = Choice(
        GuaranteeMode,
        "保证方式",
        "Mode",
        "Civil Code 686 takes an unclear one for general.",
        default=GuaranteeMode.UNCLEAR,
    )
    maximum = Money("最高额", "Maximum", "The highest sum that the guarantor answers for.")
    period_until = Day("保证期间届满日", "End of the guarantee period", "Only when an end is clearly agreed.")
    words = Text("条款原文", "The clause in its words", most=2000, lines=True)
    words_en = english("条款原文", "The clause in its words", most=2000, lines=True)


class ContractPart(Part):
    makes = Contract

    number = Text(
        "合同编号",
        "Contract number",
        "Invoices name it in `contract`.",
        required=True,
        most=100,
        examples=["HX-2026-0107"],
    )
    title = Text("合同名称", "Title", "Without 《》, which Chinese letters add.", examples=["传动轴备件买卖合同"])
    title_en = english("合同名称", "Title")
    subject = Text("标的", "Subject", "What was sold or done, in words.", most=500)
    subject_en = english("标的", "Subject", most=500)
    kind = Choice(
        ContractKind,
        "合同类型",
        "Kind",
        "It decides the rule of interest where none is agreed.",
        default=ContractKind.SALE,
    )
    signed_on = Day("签订日期", "Signed on")
    signed_at = Text("签订地点", "Signed at")
    signed_at_en = english("签订地点", "Place of signature")
    amount = Money("合同金额", "Contract amount", "As agreed, before any later change.")
    currency = Code(
        "币种",
        "Currency",
        "ISO 4217, three capital letters: CNY, not RMB.",
        known=CURRENCIES,
        most=3,
        fault="code.currency_unknown",
        default="CNY",
        examples=["CNY"],
    )
    payment_terms = Text(
        "付款条件", "Payment terms", "In the words of the contract, without quotation marks.", most=2000, lines=True
    )
    payment_terms_en = english("付款条件", "Payment terms", most=2000, lines=True)
    due = One(DueTermsPart, "到期条件", "Due terms", "Not given: each invoice says its own.")
    late_payment = One(
        LatePaymentClausePart,
        "逾期付款条款",
        "Late-payment clause",
        "Not given: not known whether there is one. With the rate `none`: the contract is known to have none.",
    )
    invoice_first = YesNo(
        "约定先票后款",
        "Invoice before payment",
        "Whether the contract says: no payment before the tax invoice. Not given: not known.",
    )
    pays_costs = YesNo(
        "实现债权费用由对方承担",
        "Debtor bears the costs",
        "Whether the contract puts the costs of realising the claim on the debtor. Not given: not known.",
    )
    costs_clause = Text("费用条款原文", "Costs clause in its words", most=2000, lines=True)
    costs_clause_en = english("费用条款", "Costs clause", most=2000, lines=True)
    governing_law = Code(
        "适用法律",
        "Governing law",
        "ISO 3166-1, two capital letters: the country whose law governs the contract.",
        known=COUNTRIES,
        most=2,
        fault="code.country_unknown",
        default="CN",
    )
    dispute_clause = Text("争议解决条款", "Court or arbitration clause", "In its own words.", most=2000, lines=True)
    dispute_clause_en = english("争议解决条款", "Court or arbitration clause", most=2000, lines=True)
    service_clause = Text("送达地址条款", "Address-for-service clause", "In its own words.", most=2000, lines=True)
    service_clause_en = english("送达地址条款", "Address-for-service clause", most=2000, lines=True)
    imputation_561 = YesNo(
        "约定先抵费用和利息",
        "Costs and interest first",
        "Whether the contract puts payments to costs, then interest, then principal. Not given: it says nothing.",
    )
    retention_of_title = YesNo(
        "所有权保留", "Retention of title", "Whether the goods stay the seller's until paid. Not given: not known."
    )
    instalments = Whole(
        "分期期数",
        "Instalments",
        "Of an instalment sale: into how many payments the price is divided.",
        least=1,
        most=600,
    )
    guarantees = Many(
        One(GuaranteePart, "保证", "Guarantee"), "保证", "Guarantees", "Each guarantor by itself.", most=50
    )
