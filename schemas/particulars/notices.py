"""What the notices ask for."""

from __future__ import annotations

from decimal import Decimal

from docgen.letters.particulars.notices import (
    ClaimAssignment,
    CrossDebt,
    DebtKind,
    Insecurity,
    Performed,
    Rescission,
    RescissionGround,
    SetOff,
    Sign,
    SupplySuspension,
    SuspensionGround,
)
from schemas.parts import Many, One, Part
from schemas.party import CURRENCIES, PartyPart
from schemas.values import Choice, Code, Day, Money, Text, YesNo, english

_INVOICES = Text("发票号码", "Invoice number", most=100)


class SignPart(Part):
    makes = Sign

    shows = Choice(Insecurity, "属于何种情形", "What it shows", "Which case of Civil Code 527(1).", required=True)
    evidence = Text(
        "证据",
        "Evidence",
        "The paper, with who issued it and what it says.",
        required=True,
        most=500,
        examples=["示例市中级人民法院（2026）示01执123号限制消费令"],
    )
    evidence_en = english("证据", "Evidence", most=500)
    seen_on = Day("日期", "Dated", "The day of the paper or of the event.")


class SupplySuspensionPart(Part):
    makes = SupplySuspension

    ground = Choice(SuspensionGround, "依据", "Ground", "What lets the creditor suspend; without one it may not.")
    contract = Text("暂停供货的合同", "Contract suspended", "Its number. Not given: the account's only one.", most=100)
    unpaid_contract = Text(
        "逾期未付的合同", "Contract unpaid", "Under which payment is overdue. Not given: the same contract.", most=100
    )
    deliveries = Text(
        "暂停的供货范围",
        "Deliveries suspended",
        "Which deliveries, as printed.",
        required=True,
        most=500,
        examples=["第三批传动轴备件 440 件"],
    )
    deliveries_en = english("暂停的供货范围", "Deliveries suspended", most=500)
    delivery_on = Day("约定交货日", "Delivery agreed for", "When the first of these deliveries is, or was, to be made.")
    from_on = Day("暂停自", "Suspended from", "Not given: from the day on which the notice arrives.")
    facts = Text("事实", "Facts", "What the ground rests on, as printed.", most=4000, lines=True)
    facts_en = english("事实", "Facts", most=4000, lines=True)
    signs = Many(
        One(SignPart, "不安抗辩的证据", "Evidence of insecurity"),
        "不安抗辩的证据",
        "Evidence of insecurity",
        "For the ground insecurity: the conclusive evidence, piece by piece.",
        most=50,
    )
    clause = Text("合同条款原文", "The clause in its words", "For the ground clause.", most=2000, lines=True)
    clause_en = english("合同条款原文", "The clause in its words", most=2000, lines=True)
    utility = YesNo("是否公用事业服务", "Public utility", "Water, heating, gas or the like. Not given: not known.")


class CrossDebtPart(Part):
    makes = CrossDebt

    basis = Text(
        "依据",
        "Basis",
        "Contract and paper that the debt rests on, as printed.",
        required=True,
        most=300,
        examples=["《包装材料采购合同》（编号：YH-2026-0033）项下货款"],
    )
    basis_en = english("依据", "Basis", most=300)
    due_on = Day("到期日", "Due on", "Of our debt; it need not have come.", required=True)
    amount = Money("本金", "Principal", "Still owed.", required=True)
    currency = Code(
        "币种",
        "Currency",
        "Not given: the account's.",
        known=CURRENCIES,
        fault="code.currency_unknown",
        most=3,
        examples=["CNY"],
    )
    kind = Choice(DebtKind, "标的种类", "Kind", "What is owed.", default=DebtKind.MONEY)
    interest = Money("利息", "Interest", "Accrued on it up to the notice.", zero=True, default=Decimal(0))
    costs = Money("费用", "Costs", "Of realising it, owed too.", zero=True, default=Decimal(0))


class SetOffPart(Part):
    makes = SetOff

    debts = Many(
        One(CrossDebtPart, "我方对对方的债务", "Debt of the creditor"),
        "我方对对方的债务",
        "What the creditor owes the debtor",
        "The debts that are set off.",
        most=50,
    )
    invoices = Many(
        _INVOICES,
        "用于抵销的发票",
        "Invoices set off",
        "None given: all that are due, in the order of the law.",
        most=1000,
    )
    excluded = YesNo(
        "是否不得抵销",
        "Set-off excluded",
        "By the nature of a debt, by agreement or by law. Not given: not known.",
    )


class ClaimAssignmentPart(Part):
    makes = ClaimAssignment

    assignee = One(PartyPart, "受让人", "Assignee", "With the account to pay to from now on.", required=True)
    assigned_on = Day("转让日期", "Assigned on", "The day of the assignment agreement.", required=True)
    agreement = Text(
        "转让协议",
        "Assignment agreement",
        "Title and number.",
        most=200,
        examples=["《债权转让协议》（编号：ZR-2026-05）"],
    )
    agreement_en = english("转让协议", "Assignment agreement")
    invoices = Many(_INVOICES, "所转让的发票", "Invoices assigned", "None given: all that are open.", most=1000)
    pay_from = Day("自何日起向受让人付款", "Pay the assignee from", "Not given: from the day on which it arrives.")
    ban_in_contract = YesNo("合同是否禁止转让", "Banned by the contract", "Not given: not known.")
    excluded = YesNo("是否依性质或者法律不得转让", "Not assignable", "By its nature or by law. Not given: not known.")
    guarantee_bans = YesNo(
        "保证是否禁止债权转让", "Banned by a guarantee", "A guarantee forbids assignment. Not given: not known."
    )
    factoring = YesNo("是否保理", "Factoring", "The assignee is a factor. Not given: not known.")


class RescissionPart(Part):
    makes = Rescission

    ground = Choice(RescissionGround, "依据", "Ground", "What lets the creditor end the contract.")
    contract = Text("解除的合同", "Contract ended", "Its number. Not given: the account's only one.", most=100)
    demand_on = Day(
        "催告日期", "Demand of", "The demand that it rests on. Not given: the first on record that arrived."
    )
    period_until = Day("催告期限届满日", "Its period ended on", "The last day that this demand left for payment.")
    known_on = Day("知道解除事由之日", "Ground known on", "For a ground other than delay after a demand.")
    lapses_on = Day("约定的解除权期限", "Right lapses on", "As agreed. Not given: one year, as the law says.")
    cure_until = Day(
        "逾期即自动解除的期限",
        "Ends of itself after",
        "The last day for performance. Not given: the contract ends when the notice arrives.",
    )
    facts = Text("事实", "Facts", "What the ground rests on, as printed.", most=4000, lines=True)
    facts_en = english("事实", "Facts", most=4000, lines=True)
    clause = Text("解除条款原文", "The clause in its words", "For the ground clause.", most=2000, lines=True)
    clause_en = english("解除条款原文", "The clause in its words", most=2000, lines=True)
    performed = Choice(Performed, "已履行部分", "What was performed", "What becomes of it.")
    returned = Text("应返还的标的物", "To be given back", "As printed.", most=500)
    returned_en = english("应返还的标的物", "To be given back", most=500)
