"""The clauses of a settlement in kind: the thing, what is warranted, how it passes, what ends when, who chooses."""

from __future__ import annotations

from docgen.letters.context.pen import Pen
from docgen.letters.particulars.agreements import Handover, InKindAgreement, Taxes


def described(terms: InKindAgreement, pen: Pen) -> list[dict[str, object]]:
    """The thing, line by line; what is not known has no line."""
    unknown = pen.say("【待核实】", "[to be verified]")  # in a draft alone
    free = pen.say(
        "无抵押、质押、留置、租赁、查封等权利负担", "none: not mortgaged, pledged, retained, leased or seized"
    )
    encumbrances = {True: pen.own(terms.encumbrances, terms.encumbrances_en) or unknown, False: free, None: unknown}
    lines = (
        (pen.say("名称、型号、数量", "Name, model, quantity"), pen.own(terms.thing, terms.thing_en)),
        (pen.say("所在地", "Location"), pen.own(terms.location, terms.location_en)),
        (pen.say("权属", "Owner"), pen.say("乙方单独所有", "Party B alone") if terms.owned_by_debtor else unknown),
        (pen.say("权属凭证", "Papers of title"), pen.own(terms.title, terms.title_en)),
        (pen.say("权利负担", "Encumbrances"), encumbrances[terms.encumbered]),
        (pen.say("价值（含税）", "Value, with tax"), pen.in_full(terms.worth)),
        (pen.say("价值依据", "Basis of the value"), pen.own(terms.worth_basis, terms.worth_basis_en)),
    )
    return [{"label": label, "words": words} for label, words in lines if words]


def warranted_said(_terms: InKindAgreement | None, pen: Pen) -> str:
    return pen.say(
        "乙方保证上述情况真实，对抵债物有权处分，除上列权利负担外无其他权利负担，抵债物质量合格、可以正常使用。上述保证"
        "不实，或者第三人就抵债物主张权利的，甲方有权拒绝受领或者退回抵债物，相应的债务视为未消灭，乙方并应赔偿甲方的损"
        "失。",
        "Party B warrants that these particulars are true, that it may dispose of the Asset, that nothing but the "
        "above encumbers it, and that it is of sound quality and fit for use. If that is untrue, or a third party "
        "asserts a right to the Asset, Party A may refuse or return it; the corresponding debt is then not discharged, "
        "and Party B shall compensate Party A for its loss.",
    )


_ENDS = {
    Handover.DELIVERY: ("交付完成之日", "the day on which the Asset is delivered"),
    Handover.REGISTRATION: ("登记完成之日", "the day on which the transfer is registered"),
    Handover.BOTH: ("交付并登记完成之日", "the day on which the Asset is delivered and the transfer registered"),
}
_ACTS = {
    Handover.DELIVERY: (
        "在其所在地向甲方交付抵债物及其权属凭证、技术资料和附件",
        "deliver the Asset to Party A where it is, with its papers of title, technical documents and accessories",
    ),
    Handover.REGISTRATION: (
        "与甲方共同办理抵债物的权利转移登记",
        "together with Party A have the transfer of the Asset registered",
    ),
    Handover.BOTH: (
        "向甲方交付抵债物及其权属凭证，并与甲方共同办理权利转移登记",
        "deliver the Asset and its papers of title to Party A and together with it have the transfer registered",
    ),
}


def _handover(terms: InKindAgreement | None) -> Handover:
    return terms.handover if terms else Handover.DELIVERY


def handover_said(terms: InKindAgreement | None, pen: Pen) -> str:
    by, how = pen.date(terms.hand_over_on if terms else None), _handover(terms)
    act, ends, article = (
        pen.say(*_ACTS[how]),
        pen.say(*_ENDS[how]),
        pen.cite(["contract_interpretation:27(3)"], briefly=True),
    )
    return pen.say(
        f"乙方应于{by}前{act}，双方签署交接清单。抵债物的权利自{ends}起转移给甲方；毁损、灭失的风险在实际交付之前由乙方"
        f"承担，交付之后由甲方承担。人民法院就本协议制作确认书或者调解书的，抵债物的权利仍自上述时间转移（{article}）。"
        f"",
        f"By {by} Party B shall {act}; both sign a record of the handover. Title passes to Party A on {ends}. The risk "
        f"of loss and damage is borne by Party B until actual delivery and by Party A thereafter. If a court confirms "
        f"this agreement or issues a mediation statement on it, title still passes at that time ({article}).",
    )


def ends_said(terms: InKindAgreement | None, pen: Pen) -> str:
    """The trap of the old debt: it and its security stay until the thing is there."""
    ends, article = pen.say(*_ENDS[_handover(terms)]), pen.cite(["contract_interpretation:27"], briefly=True)
    return pen.say(
        f"原债务中与抵偿金额相应的部分，自抵债物{ends}起消灭（{article}）。在此之前，原债务及其全部担保（包括保证、抵押"
        f"、质押）继续有效，不因本协议的签署而消灭、减轻或者更新。",
        f"The part of the original debt that corresponds to the sum discharged ends on {ends} ({article}). Until then "
        f"the original debt and all security for it, whether guarantee, mortgage or pledge, remain in force and are "
        f"not extinguished, reduced or replaced by the signing of this agreement.",
    )


def taxes_said(terms: InKindAgreement | None, pen: Pen) -> str:
    if terms and terms.taxes is Taxes.DEBTOR:
        return pen.say(
            "因抵债物转移发生的税款和费用均由乙方承担。乙方应于交付之日就抵债物按抵偿金额向甲方开具增值税发票。",
            "Party B bears all taxes and fees of the transfer. On the day of delivery it shall issue to Party A a VAT "
            "invoice for the Asset in the sum discharged.",
        )
    return pen.say(
        "因抵债物转移发生的税款和费用，由双方依法各自承担。乙方应于交付之日就抵债物按抵偿金额向甲方开具增值税发票。",
        "Each party bears the taxes and fees of the transfer that the law puts on it. On the day of delivery Party B "
        "shall issue to Party A a VAT invoice for the Asset in the sum discharged.",
    )


def choice_said(terms: InKindAgreement | None, pen: Pen) -> str:
    days = pen.counted(terms.demand_days if terms else 15, "日", "day", "days")
    article = pen.cite(["contract_interpretation:27(2)"], briefly=True)
    return pen.say(
        f"乙方未按期履行本协议，经甲方催告后{days}内仍未履行的，甲方有权选择要求乙方履行原债务或者履行本协议（{article}"
        f"）；选择履行原债务的，乙方应付清全部款项，并自原到期日起承担逾期付款责任。",
        f"If Party B does not perform this agreement on time and still does not within {days} of a demand, Party A may "
        f"choose to claim the original debt or performance of this agreement ({article}). If it chooses the original "
        "debt, Party B shall pay it in full and is liable for late payment from the original due date.",
    )
