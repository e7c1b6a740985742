"""What the form calls each choice, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from docgen.accounts.account import Answer, EventKind, Proof
from docgen.accounts.collection import Grain
from docgen.accounts.contract import (
    ContractKind,
    DueGround,
    GuaranteeMode,
    LateRate,
    LprChoice,
    PenaltyBase,
    Tenor,
)
from docgen.accounts.invoice import DocumentKind
from docgen.accounts.party import Gender, PartyKind, Size
from docgen.letters.particulars.agreements import Enforcement, Handover, InterestTerm, Taxes
from docgen.letters.particulars.court import InstrumentKind, Matter, SecurityOffered
from docgen.letters.particulars.notices import DebtKind, Insecurity, Performed, RescissionGround, SuspensionGround
from docgen.letters.particulars.working import AddressSource, Channel
from docgen.letters.request import ImputationOrder, InterestRule, Language, LetterKind, PrevailingText, Purpose, RestDay

# By enumeration: equal texts of two of them ("none", "demand", "public_body") are one key.
_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, str]]] = {
    PartyKind: {
        PartyKind.COMPANY: ("公司或其他企业", "Company"),
        PartyKind.PUBLIC_BODY: ("机关、事业单位", "Public body"),
        PartyKind.NATURAL_PERSON: ("自然人", "Natural person"),
    },
    Grain: {
        Grain.MONTH: ("月", "Month"),
        Grain.QUARTER: ("季度", "Quarter"),
        Grain.YEAR: ("年", "Year"),
    },
    Gender: {
        Gender.MALE: ("男", "Male"),
        Gender.FEMALE: ("女", "Female"),
    },
    ContractKind: {
        ContractKind.SALE: ("买卖合同", "Sale"),
        ContractKind.SERVICES: ("服务合同", "Services"),
        ContractKind.CONSTRUCTION: ("建设工程合同", "Construction"),
        ContractKind.OTHER: ("其他合同", "Other"),
    },
    DueGround: {
        DueGround.FIXED_DATE: ("每张发票有约定的日期", "A fixed date for each invoice"),
        DueGround.AFTER_RECEIPT: ("收货后若干日", "So many days after receipt"),
        DueGround.AFTER_ACCEPTANCE: ("验收后若干日", "So many days after acceptance"),
        DueGround.AFTER_INVOICE: ("开票后若干日", "So many days after the invoice"),
        DueGround.LAW: ("没有约定，依法律规定", "Nothing agreed: as the law says"),
    },
    LateRate: {
        LateRate.NONE: ("没有约定", "None agreed"),
        LateRate.PER_DAY: ("每日按比例", "A fraction per day"),
        LateRate.PER_YEAR: ("每年按比例", "A fraction per year"),
        LateRate.LPR_PLUS: ("贷款市场报价利率加点", "Loan prime rate plus points"),
        LateRate.LPR_TIMES: ("贷款市场报价利率的倍数", "A multiple of the loan prime rate"),
    },
    Tenor: {
        Tenor.ONE_YEAR: ("一年期", "One year"),
        Tenor.FIVE_YEARS: ("五年期以上", "Five years and more"),
    },
    LprChoice: {
        LprChoice.STATIC: ("违约之日的利率，不变", "The rate on the day of breach, kept"),
        LprChoice.FLOATING: ("随各期利率浮动", "The rates of each period"),
    },
    PenaltyBase: {
        PenaltyBase.OPEN: ("未付部分", "What is still unpaid"),
        PenaltyBase.INVOICE: ("发票全额", "The full invoice amount"),
    },
    GuaranteeMode: {
        GuaranteeMode.GENERAL: ("一般保证", "General guarantee"),
        GuaranteeMode.JOINT: ("连带责任保证", "Joint and several guarantee"),
        GuaranteeMode.UNCLEAR: ("没有约定或约定不明", "Not agreed, or unclear"),
    },
    DocumentKind: {
        DocumentKind.INVOICE: ("发票", "Invoice"),
        DocumentKind.CREDIT_NOTE: ("红字发票（贷项）", "Credit note"),
    },
    EventKind: {
        EventKind.REMINDER: ("付款提醒", "Reminder"),
        EventKind.DEMAND: ("催款函", "Demand letter"),
        EventKind.LAWYERS_LETTER: ("律师函", "Lawyer's letter"),
        EventKind.CALL: ("电话催款", "Call"),
        EventKind.VISIT: ("上门拜访", "Visit"),
        EventKind.CONFIRMATION: ("对账确认", "Balance confirmation"),
        EventKind.PROMISE: ("承诺付款", "Promise to pay"),
        EventKind.DISPUTE: ("提出异议", "Dispute"),
        EventKind.REFUSAL: ("拒绝付款", "Refusal"),
        EventKind.ACTION_FILED: ("提起诉讼", "Action filed"),
        EventKind.ARBITRATION_FILED: ("申请仲裁", "Arbitration filed"),
        EventKind.PAYMENT_ORDER_APPLIED: ("申请支付令", "Payment order applied for"),
        EventKind.PAYMENT_ORDER_SERVED: ("支付令送达", "Payment order served"),
        EventKind.PAYMENT_ORDER_OBJECTION: ("债务人对支付令提出异议", "Objection to the payment order"),
        EventKind.PRESERVATION_APPLIED: ("申请财产保全", "Preservation applied for"),
        EventKind.PRESERVATION_TAKEN: ("采取财产保全", "Preservation taken"),
        EventKind.JUDGMENT_EFFECTIVE: ("判决生效", "Judgment effective"),
        EventKind.ENFORCEMENT_APPLIED: ("申请强制执行", "Enforcement applied for"),
        EventKind.PROCEEDINGS_ENDED: ("程序终结", "Proceedings ended"),
        EventKind.PAYMENT_ORDER_LAPSED: ("收到终结督促程序裁定", "Ruling received that ends the payment order"),
        EventKind.NO_PROPERTY_FOUND: ("终结本次执行程序", "Enforcement closed: no property found"),
        EventKind.GUARANTOR_REQUESTED: ("请求保证人承担责任", "Guarantor asked to perform"),
        EventKind.SUPPLY_SUSPENDED: ("暂停供货", "Supply suspended"),
        EventKind.COMPLAINT_FILED: ("向中小企业投诉平台投诉", "Complaint to the platform for small enterprises"),
    },
    Proof: {
        Proof.NONE: ("没有证据", "None"),
        Proof.SENT: ("有寄出凭证", "Sent"),
        Proof.ARRIVED: ("有送达凭证", "Arrived"),
        Proof.REFUSED: ("正确地址拒收", "Refused at the right address"),
        Proof.SIGNED: ("对方签章", "Signed"),
        Proof.PROMISED: ("对方签章并承诺付款", "Signed, with a promise to pay"),
    },
    PrevailingText: {
        PrevailingText.CHINESE: ("注明以中文文本为准", "It says that the Chinese text prevails"),
        PrevailingText.NONE: ("不注明", "It names no other text"),
    },
    Purpose: {
        Purpose.ACCOUNTS: ("往来款项询证（只对账）", "Accounts confirmation (reconciliation only)"),
        Purpose.DEMAND: ("欠款征询（对账并请求付款）", "Confirmation with a demand"),
    },
    InterestRule: {
        InterestRule.AUTOMATIC: ("依合同与法律的次序", "In the order of contract and law"),
        InterestRule.CLAUSE: ("合同约定", "The contract's clause"),
        InterestRule.LPR: ("贷款市场报价利率加计", "Loan prime rate with surcharge"),
        InterestRule.SME: ("《保障中小企业款项支付条例》", "The SME payment regulation"),
        InterestRule.NONE: ("不主张利息", "No interest"),
    },
    ImputationOrder: {
        ImputationOrder.PRINCIPAL_FIRST: ("先抵本金（账面）", "Principal first (as in the books)"),
        ImputationOrder.ARTICLE_561: (
            "先费用、再利息、后本金（民法典第五百六十一条）",
            "Costs, interest, principal (Civil Code 561)",
        ),
    },
    RestDay: {
        RestDay.COUNTED: (
            "按日计算的付款期顺延，约定的日期不顺延",
            "A period counted in days moves, an agreed date stays",
        ),
        RestDay.ALL: ("一律顺延", "Every due date moves"),
        RestDay.NONE: ("不顺延", "No due date moves"),
    },
    LetterKind: {
        LetterKind.PAYMENT_REMINDER: ("付款提醒函", "Payment reminder"),
        LetterKind.BALANCE_CONFIRMATION: ("对账函", "Balance confirmation"),
        LetterKind.DEMAND_LETTER: ("催款函", "Demand letter"),
        LetterKind.LAWYERS_LETTER: ("律师函", "Lawyer's letter"),
        LetterKind.PAYMENT_ORDER_APPLICATION: ("支付令申请书", "Payment order application"),
        LetterKind.GUARANTOR_REQUEST: ("履行保证责任通知书", "Request to a guarantor"),
        LetterKind.CIVIL_COMPLAINT: ("民事起诉状", "Civil complaint"),
        LetterKind.PRESERVATION_APPLICATION: ("诉前财产保全申请书", "Preservation before a suit"),
        LetterKind.ENFORCEMENT_APPLICATION: ("强制执行申请书", "Enforcement application"),
        LetterKind.EVIDENCE_LIST: ("证据目录", "List of evidence"),
        LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE: ("法定代表人身份证明书", "Legal representative's certificate"),
        LetterKind.POWER_OF_ATTORNEY: ("授权委托书", "Power of attorney"),
        LetterKind.ADDRESS_CONFIRMATION: ("送达地址确认书", "Address for service"),
        LetterKind.SME_COMPLAINT: ("拖欠中小企业款项投诉材料", "SME complaint"),
        LetterKind.SUPPLY_SUSPENSION_NOTICE: ("暂停供货通知", "Notice of suspension of supply"),
        LetterKind.SET_OFF_NOTICE: ("抵销通知书", "Notice of set-off"),
        LetterKind.ASSIGNMENT_NOTICE: ("债权转让通知书", "Notice of assignment"),
        LetterKind.RESCISSION_NOTICE: ("解除合同通知书", "Notice of rescission"),
        LetterKind.REPAYMENT_AGREEMENT: ("还款协议", "Repayment agreement"),
        LetterKind.DEBT_ACKNOWLEDGMENT: ("欠款确认及付款承诺书", "Acknowledgment of debt"),
        LetterKind.IN_KIND_AGREEMENT: ("以物抵债协议", "Settlement in kind"),
        LetterKind.DECISION_MEMO: ("催收决定备忘录", "Escalation memo"),
        LetterKind.CALL_SHEET: ("电话催收单", "Call sheet"),
        LetterKind.VISIT_SHEET: ("上门拜访单", "Visit sheet"),
        LetterKind.LAW_FIRM_HANDOVER: ("委托律师事务所移交清单", "Handover to a law firm"),
        LetterKind.SERVICE_COVER: ("邮寄送达封面及内件说明", "Service cover and waybill text"),
        LetterKind.STATEMENT_OF_ACCOUNT: ("对账单", "Statement of account"),
        LetterKind.EARLY_PAYMENT_OFFER: ("提前付款优惠函", "Early-payment offer"),
        LetterKind.PERFORMANCE_NOTICE: ("履行付款义务通知书", "Notice to perform"),
    },
    InterestTerm: {
        InterestTerm.RESERVED: ("保留，不列金额", "Reserved, no sum named"),
        InterestTerm.INCLUDED: ("计入还款总额", "Agreed and paid with the plan"),
        InterestTerm.WAIVED_IF_KEPT: ("按期还清的，不再主张", "Given up if the plan is kept"),
    },
    Enforcement: {
        Enforcement.NONE: ("无", "None"),
        Enforcement.NOTARISED: ("办理强制执行公证", "Notarised for enforcement"),
        Enforcement.CONFIRMED: ("调解并申请司法确认", "Mediated and confirmed by a court"),
    },
    Handover: {
        Handover.DELIVERY: ("交付", "Delivery"),
        Handover.REGISTRATION: ("登记", "Registration"),
        Handover.BOTH: ("交付并登记", "Delivery and registration"),
    },
    Taxes: {
        Taxes.BY_LAW: ("依法各自承担", "Each side its own, as the law says"),
        Taxes.DEBTOR: ("由债务人承担", "The debtor bears them"),
    },
    SuspensionGround: {
        SuspensionGround.PRIOR: ("对方先付款而未付（第五百二十六条）", "Payment was to come first (Civil Code 526)"),
        SuspensionGround.SIMULTANEOUS: ("一手交钱一手交货（第五百二十五条）", "Goods against money (Civil Code 525)"),
        SuspensionGround.INSECURITY: ("有确切证据的不安抗辩（第五百二十七条）", "Insecurity, with evidence (527)"),
        SuspensionGround.CLAUSE: ("合同约定可以暂停", "A clause of the contract"),
    },
    Insecurity: {
        Insecurity.BUSINESS: ("经营状况严重恶化", "Serious worsening of its business"),
        Insecurity.ASSETS: ("转移财产、抽逃资金，以逃避债务", "Moving assets or funds to avoid debts"),
        Insecurity.CREDIT: ("丧失商业信誉", "Loss of commercial credit"),
        Insecurity.ABILITY: ("丧失或者可能丧失履行债务能力的其他情形", "Another loss of the ability to perform"),
    },
    DebtKind: {
        DebtKind.MONEY: ("金钱", "Money"),
        DebtKind.GOODS: ("货物", "Goods"),
        DebtKind.SERVICES: ("服务", "Services"),
    },
    RescissionGround: {
        RescissionGround.DELAY: ("经催告仍未履行（第五百六十三条第一款第三项）", "Delay after a demand (563(1)(3))"),
        RescissionGround.REFUSAL: ("明确或者以行为表明不履行（第二项）", "Refusal before its time (563(1)(2))"),
        RescissionGround.PURPOSE: ("违约致使不能实现合同目的（第四项）", "A breach defeats the purpose (563(1)(4))"),
        RescissionGround.FORCE_MAJEURE: ("不可抗力（第一项）", "Force majeure (563(1)(1))"),
        RescissionGround.LAW: ("法律规定的其他情形（第五项）", "Another case of the law (563(1)(5))"),
        RescissionGround.CLAUSE: ("合同约定的解除事由", "A clause of the contract"),
    },
    Performed: {
        Performed.PRICE: ("按合同结算并付款", "Settled: the price is to be paid"),
        Performed.RETURN: ("返还", "To be given back"),
        Performed.RESERVED: ("保留另行主张的权利", "Reserved"),
    },
    SecurityOffered: {
        SecurityOffered.INSURER: ("保险公司保函", "Insurer's letter of guarantee"),
        SecurityOffered.BANK: ("银行保函", "Bank's letter of guarantee"),
        SecurityOffered.CASH: ("现金", "Cash"),
        SecurityOffered.PROPERTY: ("财产", "Property"),
        SecurityOffered.GUARANTOR: ("第三人保证", "Guarantee of a third party"),
    },
    InstrumentKind: {
        InstrumentKind.JUDGMENT: ("民事判决书", "Judgment"),
        InstrumentKind.MEDIATION: ("民事调解书", "Court mediation paper"),
        InstrumentKind.PAYMENT_ORDER: ("支付令", "Payment order"),
        InstrumentKind.AWARD: ("仲裁裁决书", "Arbitral award"),
    },
    Matter: {
        Matter.SUIT: ("起诉", "Suit"),
        Matter.PAYMENT_ORDER: ("申请支付令", "Payment order"),
        Matter.ENFORCEMENT: ("申请强制执行", "Enforcement"),
    },
    AddressSource: {
        AddressSource.CONTRACT: ("合同约定", "The contract"),
        AddressSource.CONFIRMED: ("送达地址确认书", "A signed confirmation of address"),
        AddressSource.REGISTER: ("工商登记", "The company register"),
        AddressSource.REPLY: ("对方来函", "The debtor's own letter"),
        AddressSource.OTHER: ("其他", "Another"),
    },
    Channel: {
        Channel.POST: ("特快专递", "Post (EMS)"),
        Channel.EMAIL: ("电子邮件", "E-mail"),
        Channel.MESSENGER: ("微信等", "Messenger"),
        Channel.BY_HAND: ("当面送交", "By hand"),
    },
    Language: {
        Language.ZH: ("中文", "Chinese"),
        Language.EN: ("英文", "English"),
    },
    Answer: {
        Answer.YES: ("是", "Yes"),
        Answer.NO: ("否", "No"),
        Answer.UNKNOWN: ("不清楚", "Unknown"),
    },
    Size: {
        Size.LARGE: ("大型企业", "Large"),
        Size.MEDIUM: ("中型企业", "Medium"),
        Size.SMALL: ("小型企业", "Small"),
        Size.MICRO: ("微型企业", "Micro"),
        Size.PUBLIC_BODY: ("机关、事业单位", "Public body"),
    },
}


def words(choice: StrEnum) -> tuple[str, str]:
    """The choice in Chinese and in English."""
    return _WORDS[type(choice)][choice]
