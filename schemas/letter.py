"""The letter asked for: its particulars and its choices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from marshmallow import ValidationError

from docgen.accounts.contract import LprChoice
from docgen.letters.request import (
    Agent,
    Evidence,
    ImputationOrder,
    InterestChoice,
    InterestRule,
    LawFirm,
    Lawyer,
    LetterRequest,
    PrevailingText,
    Purpose,
    RestDay,
)
from schemas.contract import DAY_COUNTS
from schemas.own import Answers
from schemas.particulars.agreements import InKindAgreementPart, RepaymentAgreementPart, SignerPart
from schemas.particulars.court import (
    ComplaintPart,
    IdentityPart,
    InstrumentPart,
    MandatePart,
    PreservationPart,
    ServicePart,
    SuitPart,
)
from schemas.particulars.notices import ClaimAssignmentPart, RescissionPart, SetOffPart, SupplySuspensionPart
from schemas.particulars.working import DispatchPart, EarlyPaymentPart, HandoverPart
from schemas.parts import Many, One, Part
from schemas.values import (
    Choice,
    Day,
    Email,
    Fault,
    Money,
    Number,
    Pattern,
    Text,
    Value,
    Whole,
    YesNo,
    english,
    exact,
    fault,
    plain,
    shown,
)

_PLACE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Multiplier(Number):
    """1 for contracts that are no sale, 1.3 to 1.5 for a sale (买卖合同解释 18(4)); nothing between or beyond."""

    @staticmethod
    def limits(least: str, most: str) -> dict[str, Any]:  # noqa: ARG004 — the same for every multiplier
        written = r"^(?:1(?:\.0{1,10})?|1\.[34][0-9]{0,9}|1\.50{0,9})$"
        return {
            "anyOf": [
                {"type": "string", "pattern": written},
                {"type": "number", "enum": [1]},
                {"type": "number", "minimum": 1.3, "maximum": 1.5},
                {"type": "null"},
            ]
        }

    def read(self, value: Any) -> Decimal:
        factor = exact(value)
        if factor != 1 and not Decimal("1.3") <= factor <= Decimal("1.5"):
            raise fault("letter.multiplier", value=shown(value))
        return plain(factor)


class InterestChoicePart(Part):
    makes = InterestChoice

    rule = Choice(InterestRule, "利息依据", "Rule", "What interest rests on.", default=InterestRule.AUTOMATIC)
    multiplier = Multiplier(
        "倍数",
        "Multiplier",
        "Factor on the loan prime rate where no rate is agreed: 1, or 1.3 to 1.5.",
        default=Decimal("1.3"),
    )
    lpr = Choice(LprChoice, "利率取值", "Loan prime rate taken", "Where no clause says it.", default=LprChoice.STATIC)
    day_count = Whole("一年天数", "Days in the year", "365 or 360.", among=DAY_COUNTS, default=365)
    imputation = Choice(
        ImputationOrder,
        "抵充顺序",
        "Order of imputation",
        "Where a payment goes within one debt.",
        default=ImputationOrder.PRINCIPAL_FIRST,
    )
    rest_day = Choice(
        RestDay,
        "休息日顺延",
        "Due on a rest day",
        "Which due dates move to the next working day (Civil Code 203).",
        default=RestDay.COUNTED,
    )


class LawyerPart(Part):
    makes = Lawyer

    name = Text("姓名", "Name", required=True)
    practice_number = Pattern(
        "执业证号",
        "Practice number",
        "17 digits, as text.",
        pattern="[0-9]{17}",
        code="code.practice_number_invalid",
        required=True,
    )
    phone = Text("电话", "Telephone", most=64)
    email = Email("电子邮箱", "E-mail")
    name_en = Text("英文姓名", "English name")


class LawFirmPart(Part):
    makes = LawFirm

    name = Text("律师事务所", "Law firm", "Its registered name.", required=True)
    licence_number = Text("执业许可证号", "Licence number", "Of the law firm.", required=True, most=64)
    name_en = Text("英文名称", "English name")
    address = Text("地址", "Address", most=300)
    address_en = english("地址", "Address", most=300)
    phone = Text("电话", "Telephone", most=64)
    email = Email("电子邮箱", "E-mail")
    lawyers = Many(One(LawyerPart, "律师", "Lawyer"), "律师", "Lawyers", "Who sign for the firm.", most=20)


class AgentPart(Part):
    makes = Agent

    name = Text("姓名", "Name", required=True)
    name_en = english("姓名", "Name")
    post = Text("职务", "Post")
    post_en = english("职务", "Post")
    firm = Text("单位", "Firm")
    firm_en = english("单位", "Firm")
    authority = Text(
        "代理权限", "Authority", "General, or special with what it covers.", most=300, examples=["一般代理"]
    )
    authority_en = english("代理权限", "Authority", most=300)
    phone = Text("电话", "Telephone", most=64)


class EvidencePart(Part):
    makes = Evidence

    name = Text("证据名称", "Name", required=True, most=300)
    name_en = english("证据名称", "Name", most=300)
    source = Text("来源", "Source", "Whose paper it is.", examples=["申请人"])
    source_en = english("来源", "Source")
    pages = Text("页数", "Pages", "Pages of the bundle, as printed.", most=50, examples=["17–18"])
    original = YesNo("原件", "Original", "true: an original; false: a copy. Not given: the list leaves it open.")
    proves = Text("证明内容", "Proves", "What this paper is to prove.", most=500)
    proves_en = english("证明内容", "What it proves", most=500)


class Paragraphs(Value):
    """Free paragraphs: the name of the place → the words."""

    most = 20
    words = Text("段落", "Paragraph", most=4000, lines=True)

    def read(self, value: Any) -> dict[str, str]:
        if not isinstance(value, Mapping):
            raise fault("value.not_an_object")
        if len(value) > self.most:
            raise fault("list.too_long", length=str(len(value)), most=str(self.most))
        read: dict[str, str] = {}
        errors: dict[str, Any] = {}
        for name, text in value.items():
            if not _PLACE.fullmatch(str(name)):
                errors[str(name)] = [Fault("letter.paragraph_name", {"name": shown(name)})]
                continue
            try:
                paragraph = self.words.deserialize(text)
            except ValidationError as error:
                errors[str(name)] = error.messages
            else:
                if paragraph is not None:
                    read[str(name)] = paragraph
        if errors:
            raise ValidationError(errors)
        return read

    def make(self, value: Mapping[str, str]) -> Mapping[str, str]:
        return MappingProxyType(value)

    def write(self, value: Any) -> dict[str, str]:
        return dict(value)


class LetterPart(Part):
    makes = LetterRequest

    number = Text(
        "函件编号", "Letter number", "Given by the sender, as printed.", most=100, examples=["华信催〔2026〕17号"]
    )
    dated_on = Day("函件日期", "Letter date", "Not given: `as_of`, the day asked about.")
    pay_by = Day("请于此日前付款", "Pay by", "Must lie after the letter date; it does not move the due date.")
    reply_by = Day("请于此日前回复", "Reply by", "Must lie after the letter date.")
    signatory = Text("签署人", "Signatory", "Who signs. Not given: the creditor's legal representative.")
    signatory_en = english("签署人", "Signatory")
    signatory_post = Text("签署人职务", "Signatory's post", "As printed.", examples=["总经理"])
    signatory_post_en = english("签署人职务", "Signatory's post")
    salutation = Text(
        "称呼", "Salutation", "In the language of the letter, with its colon or comma. Not given: the usual one."
    )
    delivery = Text("送达方式", "Delivery", "How the letter is sent, as printed, in its language.", most=300)
    purpose = Choice(Purpose, "对账函用途", "Purpose of the confirmation", "The two are never mixed.")
    prevailing_text = Choice(
        PrevailingText,
        "文本效力",
        "Prevailing text",
        "What an English letter says of a Chinese text sent with it. Not given: chinese where the debtor is in CN, HK, "
        "MO or TW, else none.",
    )
    enclosures = Many(
        Text("附件", "Enclosure", most=300),
        "附件",
        "Enclosures",
        "One line each, without a number. An empty list: those that such a letter usually has.",
        most=100,
    )
    enclosures_en = Many(
        Text("附件（英文）", "Enclosure in English", most=300),
        "附件（英文）",
        "Enclosures in English",
        "What an English letter prints for them: one for each enclosure, in the same order, or none at all.",
        most=100,
    )
    interest = One(InterestChoicePart, "利息选择", "Interest choice", default=lambda: InterestChoicePart().load({}))
    law_firm = One(LawFirmPart, "律师事务所", "Law firm", "For the lawyer's letter.")
    mandate_on = Day("委托日期", "Mandate given on", "The day on which the creditor mandated the law firm.")
    court = Text("法院", "Court", "For the application: the basic court of the debtor's domicile.")
    court_en = english("法院", "Court")
    agents = Many(
        One(AgentPart, "代理人", "Agent"), "委托代理人", "Agents", "Who act for the applicant in court.", most=10
    )
    evidence = Many(
        One(EvidencePart, "证据", "Evidence"), "证据", "Evidence", "The list of evidence, in its order.", most=200
    )
    guarantor = Text("保证人", "Guarantor", "Whom a request to a guarantor is for: the name, as in the account.")
    debtor_signer = One(
        SignerPart,
        "债务人签署人",
        "Signatory of the debtor",
        "Who signs an agreement for the debtor. Not given: its legal representative.",
    )
    repayment = One(RepaymentAgreementPart, "还款协议", "Repayment agreement", "Its plan and its terms.")
    in_kind = One(InKindAgreementPart, "以物抵债协议", "Settlement in kind", "The thing and its terms.")
    suspension = One(SupplySuspensionPart, "暂停供货", "Suspension of supply", "For the notice that suspends supply.")
    set_off = One(SetOffPart, "抵销", "Set-off", "For the notice of set-off.")
    assignment = One(ClaimAssignmentPart, "债权转让", "Assignment", "For the notice of assignment.")
    rescission = One(RescissionPart, "解除合同", "Rescission", "For the notice that ends a contract.")
    suit = One(SuitPart, "起诉", "Suit", "For the civil complaint.")
    preservation = One(PreservationPart, "诉前保全", "Preservation", "For the application for preservation.")
    instrument = One(InstrumentPart, "执行依据", "Instrument", "The effective instrument that is to be enforced.")
    mandate = One(MandatePart, "授权委托", "Mandate", "For the power of attorney.")
    identity = One(IdentityPart, "法定代表人身份", "Identity", "For the legal representative's certificate.")
    service = One(ServicePart, "送达地址", "Service", "Where court papers reach the creditor.")
    complaint = One(ComplaintPart, "投诉", "Complaint", "For the complaint of a small enterprise.")
    handover = One(
        HandoverPart, "委托律师事务所", "Handover to a law firm", "Who takes the case over, and on what terms."
    )
    dispatch = One(DispatchPart, "邮寄送达", "Dispatch", "The letter that is sent, and every address that it goes to.")
    early_payment = One(EarlyPaymentPart, "提前付款优惠", "Early payment", "What is taken off for payment by `pay_by`.")
    statement_from = Day("对账单起始日", "Statement from", "Not given: from the first entry of the account.")
    invoices = Many(
        Text("发票号码", "Invoice number", most=100),
        "本函所涉发票",
        "Invoices of the letter",
        "The letter asks for these alone; what else is open stays outside it, and is reserved in it. Not given: all "
        "that may be asked for. For the five letters of the ladder; one that reconciles the accounts names all.",
        most=1000,
        examples=[["26327000000000000105"]],
    )
    costs = Money("实现债权的费用", "Costs so far", "Where the contract lets them be claimed.", zero=True)
    paragraphs = Paragraphs(
        "自由段落",
        "Free paragraphs",
        "Name of the place in the letter → the words, in the language of the letter, one paragraph for each line. A "
        "wrong name is answered with the places that the letter has.",
        examples=[{"closing": "如需对账，请与我公司财务部联系。"}],
        default=dict,
        type="object",
        additionalProperties={"type": "string"},
    )
    own = Answers(
        "本函自有字段",
        "The letter's own",
        "What a letter of the company's own asks for: name → answer, as its schema says. Other letters have no use for "
        "it.",
        default=dict,
        type="object",
        additionalProperties={"type": ["string", "number", "boolean", "null"]},
    )
    draft_anyway = YesNo("仍出草稿", "Draft anyway", "Print a draft that names what bars it.", default=False)
    acknowledge = Many(
        Text("提示代码", "Code", most=100),
        "已阅提示",
        "Acknowledged",
        "Codes of the warnings that a person has read, as a 409 lists them in its own `acknowledge`. A bar stays, "
        "whatever is named here.",
        examples=[["letter.dated_before_as_of"]],
        most=100,
    )

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
        """Each enclosure has its English."""
        enclosures, in_english = read.get("enclosures"), read.get("enclosures_en")
        if enclosures is not None and in_english and len(in_english) != len(enclosures):
            facts = {"english": str(len(in_english)), "enclosures": str(len(enclosures))}
            yield "enclosures_en", Fault("letter.enclosures_en", facts)
