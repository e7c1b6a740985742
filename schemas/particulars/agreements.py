"""What the agreements with a debtor must be given."""

from __future__ import annotations

from docgen.accounts.contract import GuaranteeMode
from docgen.accounts.party import PartyKind
from docgen.letters.particulars.agreements import (
    Enforcement,
    Handover,
    InKindAgreement,
    Instalment,
    InterestTerm,
    RepaymentAgreement,
    Signer,
    Surety,
    Taxes,
)
from schemas.parts import Many, One, Part
from schemas.values import Choice, Day, Money, Text, Whole, YesNo, english

_FORUM = "Of this agreement. Not given: those of the contracts go on."


class SignerPart(Part):
    makes = Signer

    name = Text("姓名", "Name", required=True)
    name_en = english("姓名", "Name")
    post = Text("职务", "Post", examples=["副总经理"])
    post_en = english("职务", "Post")
    authority = Text(
        "授权文件",
        "Authority",
        "The paper that empowers one who is not the legal representative, with its day.",
        most=300,
        examples=["2026年9月10日授权委托书"],
    )
    authority_en = english("授权文件", "Authority", most=300)


class InstalmentPart(Part):
    makes = Instalment

    pay_on = Day("付款日期", "Pay on", "The last day for this instalment.", required=True)
    amount = Money("金额", "Amount", "Of this instalment.", required=True)


class SuretyPart(Part):
    makes = Surety

    name = Text(
        "保证人",
        "Guarantor",
        "The name; of one whom the account holds, as there, and its particulars are taken from there.",
        required=True,
    )
    name_en = english("保证人", "Guarantor")
    mode = Choice(GuaranteeMode, "保证方式", "Mode", "Of the guarantee given here.", default=GuaranteeMode.UNCLEAR)
    period_until = Day("保证期间届满日", "End of the guarantee period", "Must lie after the last instalment.")
    maximum = Money("最高额", "Maximum", "Not given: all of the debt.")
    kind = Choice(PartyKind, "主体类型", "Kind of guarantor", default=PartyKind.COMPANY)
    registration_number = Text("统一社会信用代码", "Registration number", "Of one whom the account does not hold.")
    address = Text("地址", "Address", "Of one whom the account does not hold.", most=300)
    address_en = english("地址", "Address", most=300)
    representative = Text("法定代表人", "Legal representative", "Of one whom the account does not hold.")
    representative_en = english("法定代表人", "Legal representative")
    phone = Text("电话", "Telephone", most=64)


class RepaymentAgreementPart(Part):
    makes = RepaymentAgreement

    instalments = Many(
        One(InstalmentPart, "一期", "Instalment"),
        "分期",
        "Instalments",
        "In order of day; together they are the sum agreed.",
        most=120,
    )
    interest = Choice(InterestTerm, "已发生的违约金或利息", "Interest accrued", "What becomes of it.", required=True)
    grace_days = Whole(
        "宽限天数",
        "Days of grace",
        "After the day of an instalment, before all that is left falls due at once.",
        most=90,
        default=0,
    )
    sureties = Many(
        One(SuretyPart, "保证人", "Guarantor"),
        "签署协议的保证人",
        "Guarantors who sign",
        "Each consents to the plan and guarantees it anew.",
        most=20,
    )
    enforcement = Choice(Enforcement, "强制执行力", "Enforceability", "Without a suit.", default=Enforcement.NONE)
    dispute_clause = Text("争议解决条款", "Dispute clause", _FORUM, most=1000)
    dispute_clause_en = english("争议解决条款", "Dispute clause", most=1000)


class InKindAgreementPart(Part):
    makes = InKindAgreement

    thing = Text("抵债物", "Thing", "Name, model, number, quantity.", most=500, required=True)
    thing_en = english("抵债物", "Thing", most=500)
    location = Text("所在地", "Location", "Where it is.", most=300)
    location_en = english("所在地", "Location", most=300)
    title = Text("权属凭证", "Papers of title", "What shows whose it is.", most=300)
    title_en = english("权属凭证", "Papers of title", most=300)
    owned_by_debtor = YesNo("归债务人所有", "Owned by the debtor?", "Alone. Not given: not known.")
    encumbered = YesNo(
        "有权利负担", "Encumbered?", "Mortgaged, pledged, leased, seized or held back. Not given: not known."
    )
    encumbrances = Text("权利负担", "Encumbrances", "Which, for whom and how much.", most=500)
    encumbrances_en = english("权利负担", "Encumbrances", most=500)
    worth = Money("价值", "Value", "What the thing is worth, tax included.", required=True)
    worth_basis = Text(
        "价值依据", "Basis of the value", "Valuation report, quotation, market price.", most=300, required=True
    )
    worth_basis_en = english("价值依据", "Basis of the value", most=300)
    offset = Money("抵偿金额", "Debt discharged", "The debt for which it is taken.", required=True)
    hand_over_on = Day("交付（登记）日期", "Hand over by", "The last day for it.", required=True)
    handover = Choice(Handover, "权利转移方式", "How it passes", "The debt ends with it.", default=Handover.DELIVERY)
    taxes = Choice(Taxes, "税费承担", "Taxes and fees", "Who bears them.", default=Taxes.BY_LAW)
    demand_days = Whole(
        "催告后的合理期限",
        "Days after a demand",
        "After which the creditor may choose between debt and thing.",
        least=1,
        most=180,
        default=15,
    )
    use = Text("拟如何使用或者处置", "Use", "What we shall do with the thing; not printed.", most=300)
    dispute_clause = Text("争议解决条款", "Dispute clause", _FORUM, most=1000)
    dispute_clause_en = english("争议解决条款", "Dispute clause", most=1000)
