"""What court papers ask for beyond the account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.letters.particulars.court import (
    Complaint,
    Identity,
    Instrument,
    InstrumentKind,
    Mandate,
    Matter,
    Preservation,
    Preserved,
    Property,
    SecurityOffered,
    Service,
    Suit,
    UrgentFact,
)
from schemas.parts import Many, One, Part
from schemas.values import Choice, Day, Email, Fault, Money, Number, Text, YesNo, english

_MOST = 1000  # characters of a paragraph


class PreservedPart(Part):
    makes = Preserved

    court = Text("保全法院", "Court that preserved", required=True)
    court_en = english("保全法院", "Court that preserved")
    on = Day("保全日期", "Preserved on", required=True)
    number = Text("保全案号", "Case number of the preservation", most=100)


class SuitPart(Part):
    makes = Suit

    outside_province = YesNo(
        "有一方住所地不在法院所在省份",
        "A party outside the province",
        "Whether one party is domiciled outside the province of the court; asked from 100 million yuan on.",
    )
    claims_security = YesNo(
        "一并起诉保证人",
        "Guarantors sued too",
        "Whether the guarantors on record are sued too: asked by the complaint and by the papers beside it.",
    )
    agrees_to_mediate = YesNo("愿意先行调解", "Agrees to mediate", "Whether the plaintiff would try mediation first.")
    goods = Text("标的物约定", "Goods", "Name, model, quality and quantity, as agreed.", most=_MOST, lines=True)
    goods_en = english("标的物约定", "Goods", most=_MOST, lines=True)
    delivery = Text(
        "交货约定", "Delivery", "Time, place and manner of delivery, risk, acceptance.", most=_MOST, lines=True
    )
    delivery_en = english("交货约定", "Delivery", most=_MOST, lines=True)
    quality = Text(
        "质量约定", "Quality", "Standard, inspection and the time for objections, as agreed.", most=_MOST, lines=True
    )
    quality_en = english("质量约定", "Quality", most=_MOST, lines=True)
    further = Text("其他诉讼请求", "Further claims", "Each as it is to be decided.", most=_MOST, lines=True)
    further_en = english("其他诉讼请求", "Further claims", most=_MOST, lines=True)
    preserved = One(PreservedPart, "已采取的诉前保全", "Preservation before the suit")


class PropertyPart(Part):
    makes = Property

    what = Text(
        "财产", "Property", "Such that it can be found: bank and account number, title number, plate.", most=300,
        required=True,
    )  # fmt: skip
    what_en = english("财产", "Property", most=300)
    worth = Money("估计价值", "Estimated value", "In yuan.")


class UrgentFactPart(Part):
    makes = UrgentFact

    on = Day("发生或者发现日期", "Seen on")
    what = Text("紧急事实", "What happened", "Who did what, and the evidence of it.", most=_MOST, required=True)
    what_en = english("紧急事实", "What happened", most=_MOST)


class PreservationPart(Part):
    makes = Preservation

    amount = Money("保全金额", "Amount to preserve", "Not given: all that is claimed.")
    urgency = Many(
        One(UrgentFactPart, "事实", "Fact"),
        "情况紧急的事实",
        "Urgency",
        "Why waiting would do harm hard to repair, fact by fact.",
        most=30,
    )
    property = Many(
        One(PropertyPart, "财产", "Property"), "财产线索", "Property", "What of the debtor's can be preserved.", most=50
    )
    security = Choice(SecurityOffered, "担保方式", "Security", "What the applicant gives as security.")
    security_by = Text(
        "担保人",
        "Security given by",
        "The insurer, the bank, whoever guarantees, or whose property it is; asked but for cash.",
    )
    security_by_en = english("担保人", "Security given by")
    security_amount = Money("担保金额", "Amount of the security")
    consequences_known = YesNo(
        "已知悉申请的后果",
        "Consequences known",
        "No payment order can be had any more; the suit must follow within 30 days; a wrong application is paid for.",
    )


class InstrumentPart(Part):
    makes = Instrument

    kind = Choice(InstrumentKind, "文书种类", "Kind of instrument", required=True)
    issuer = Text("作出机关", "Issued by", "The court or the arbitration commission.", required=True)
    issuer_en = english("作出机关", "Issued by")
    number = Text("文书案号", "Number of the instrument", required=True, most=100)
    issued_on = Day("作出日期", "Issued on", "Payments booked after this day count against it.", required=True)
    effective_on = Day("生效日期", "Effective on", required=True)
    performed_by = Day("履行期限届满日", "To be performed by", "The last day that it leaves for payment, if any.")
    interrupted_on = Day(
        "执行时效最后中断日", "Two years began anew on", "By an application, a demand or a promise, with proof."
    )
    principal = Money("判令给付的本金", "Principal awarded", required=True)
    other = Money("判令给付的其他款项", "Other money awarded", "Lawyers' fees, say; no court fees, no interest.")
    interest = Money("判令给付的一般利息", "Ordinary interest awarded", "As a sum, to the day that it says.")
    yearly_rate = Number(
        "继续计算的年利率",
        "Yearly rate that runs on",
        "A fraction: 0.045 is 4.5 %.",
        least="0",
        most="1",
    )
    running_from = Day("继续计算的起算日", "Runs on from")
    fees = Money("判令负担的诉讼费", "Court fees awarded", "Case and preservation fees that the debtor bears.")
    words = Text("主文", "Operative part", "As the instrument words it.", most=2000, lines=True)
    words_en = english("主文", "Operative part", most=2000, lines=True)
    property = Many(
        One(PropertyPart, "财产", "Property"), "已知财产", "Known property", "What is known of the debtor's.", most=50
    )

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
        """Its days follow one another; a rate that runs has a day from which it does."""
        days = [read.get(name) for name in ("issued_on", "effective_on", "performed_by")]
        if days[0] and days[1] and days[1] < days[0]:
            yield "effective_on", Fault("instrument.days", {"before": days[0].isoformat()})
        if days[0] and days[2] and days[2] < days[0]:
            yield "performed_by", Fault("instrument.days", {"before": days[0].isoformat()})
        if read.get("yearly_rate") and "running_from" in read and read["running_from"] is None:
            yield "running_from", Fault("instrument.running_from", {})


class IdentityPart(Part):
    makes = Identity

    number = Text("法定代表人身份证号码", "Identity number of the representative", "Printed here alone.", most=64)
    address = Text("法定代表人住址", "Address of the representative", most=300)
    address_en = english("法定代表人住址", "Address of the representative", most=300)
    phone = Text("法定代表人电话", "Telephone of the representative", most=64)


class MandatePart(Part):
    makes = Mandate

    matter = Choice(Matter, "委托事项", "Matter", "What the power of attorney is for.", required=True)
    stages = Text("代理阶段", "Stages", "Of the proceedings.", examples=["一审"])
    stages_en = english("代理阶段", "Stages")
    until = Day("委托期限至", "Valid until", "Not given: until the stage is over.")
    admits = YesNo("代为承认诉讼请求", "May admit claims", default=False)
    waives = YesNo("代为放弃诉讼请求或者权利", "May waive claims or rights", default=False)
    changes = YesNo("代为变更诉讼请求或者权利", "May change claims or rights", default=False)
    settles = YesNo("代为和解", "May settle", default=False)
    counterclaims = YesNo("代为提起反诉", "May counterclaim", default=False)
    appeals = YesNo("代为提起上诉", "May appeal", default=False)
    receives = YesNo("代为收取执行款项", "May receive enforced money", default=False)


class ServicePart(Part):
    makes = Service

    recipient = Text("受送达人", "Recipient", "Not given: the creditor's contact.")
    recipient_en = english("受送达人", "Recipient")
    address = Text("送达地址", "Address for service", "Not given: the creditor's address.", most=300)
    address_en = english("送达地址", "Address for service", most=300)
    postcode = Text("送达地址邮编", "Postcode", most=16)
    phone = Text("送达手机号", "Telephone for service", "Not given: the creditor's.", most=64)
    email = Email("送达电子邮箱", "E-mail for service", "Not given: the creditor's.")
    electronic = YesNo("同意电子送达", "Agrees to electronic service")


class ComplaintPart(Part):
    makes = Complaint

    addressee = Text("受理投诉的部门或者平台", "Complaint goes to", "The department or platform.")
    addressee_en = english("受理投诉的部门或者平台", "Complaint goes to")
    told_size = YesNo("签约时已主动告知企业规模", "Size told unasked", "Whether the debtor was told at contract time.")
    debtor_says = Text("对方拖欠的理由", "Debtor's reason", "In its own words.", most=_MOST, lines=True)
    debtor_says_en = english("对方拖欠的理由", "Debtor's reason", most=_MOST, lines=True)
