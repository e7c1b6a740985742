"""Lawful words to use in place of what was found, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.letters.request import Language

_STEPS = (
    "如贵司逾期仍未付清，本公司将依法采取申请支付令、提起诉讼或者申请仲裁、申请财产保全等措施。",
    "If payment is not made in full by that date, we will take lawful measures such as applying for a payment order, "
    "filing a lawsuit or arbitration and applying for property preservation.",
)
_INSTEAD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tone.criminal_threat": _STEPS,
        "tone.exposure": _STEPS,
        "tone.third_parties": _STEPS,
        "tone.report_as_pressure": _STEPS,
        "tone.empty_threat": _STEPS,
        "tone.harassment": (
            "本公司拟于工作时间派员与贵司对账，具体时间请贵司确认。",
            "We would like to reconcile the account with you during working hours; please name a time that suits you.",
        ),
        "tone.insult": (
            "贵司至今未按合同约定付款，已构成违约。",
            "You have not paid as the contract provides and are in breach of it.",
        ),
        "tone.authority": (
            "催款函（最终付款期限见下文）",
            "Demand for payment (the final day for payment is stated below)",
        ),
        "tone.lawyer": ("本函", "this letter"),
        "tone.courts_decision": (
            "贵司拒不履行生效法律文书的，本公司将依法申请强制执行；是否采取限制措施，由人民法院依法决定。",
            "If an effective judgment is not performed, we will apply for enforcement; whether restrictions follow "
            "is for "
            "the court to decide.",
        ),
        "tone.waiver": (
            "如贵司于约定之日前足额付清，本公司同意减免上列款项；未按期足额支付的，减免自始不生效，恢复原欠款。",
            "If you pay in full by the agreed day, we agree to the reduction above; otherwise it is void from the "
            "outset "
            "and the original debt stands.",
        ),
        "tone.new_due_date": (
            "请贵司于上述日期前付清。该日期不构成对原付款期限的变更，逾期付款责任自原到期日起算。",
            "Please pay by that date. It does not change the original due date; liability for late payment runs "
            "from the "
            "original due date.",
        ),
        "tone.admission": (
            "贵司如对货物有异议，请书面提出并附依据。",
            "If you have any objection to the goods, please state it in writing with supporting documents.",
        ),
        "tone.not_a_demand": (
            "请贵司核对上述欠款并于上述日期前支付。",
            "Please check the debt stated above and pay it by the date stated above.",
        ),
        "signer.not_a_law_firm": ("催款函", "Formal Demand for Payment"),
        "trap.silence": (
            "请贵司于上述日期前书面回复；如有异议，请说明理由并附依据。",
            "Please reply in writing by the date stated above; if you disagree, please give reasons and documents.",
        ),
        "trap.interest_fixed": (
            "违约金、利息按合同约定或者法律规定另行计算，本函不构成对其的放弃。",
            "Liquidated damages and interest are computed separately as the contract or the law provides; this "
            "letter does "
            "not waive them.",
        ),
        "trap.lawyers_fee": (
            "由此产生的费用，本公司将依法请求贵司承担。",
            "We will claim the resulting costs as the law allows.",
        ),
        "trap.forfeiture": (
            "债务人到期不履行债务的，债权人有权就该财产折价或者以拍卖、变卖所得价款优先受偿。",
            "If the debt is not performed when due, the creditor may have the property valued, or auctioned or "
            "sold, and be "
            "paid first out of the proceeds.",
        ),
        "trap.suspension": (
            "因"
            "贵"
            "司"
            "未"
            "履行在先的付款义务，依据《中华人民共和国民法典》第五百二十六条，本公司自即日起暂停供货，至贵司付清或者提供"
            "担保时恢复。",
            "As you have not performed your prior obligation to pay, we suspend deliveries under Article 526 of "
            "the Civil "
            "Code of the People's Republic of China until you pay or give security.",
        ),
        "trap.guarantor_copied": (
            "请贵方作为保证人，就上述债务履行保证责任，于上述日期前向本公司支付。（另函直接发送保证人）",
            "As guarantor, please perform your guarantee of the above debt and pay us by the date stated above. "
            "(In a letter "
            "of its own to the guarantor.)",
        ),
        "trap.conditional_set_off": (
            "本公司现通知贵司，将双方互负的到期债务在等额范围内抵销，本通知到达时生效。",
            "We hereby give notice that the debts due between us are set off in equal amounts as of the arrival of "
            "this "
            "notice.",
        ),
        "trap.triangular": (
            "由债权人、债务人与第三方签订书面三方抵账协议并加盖公章后办理。",
            "To be settled by a written agreement among all three parties, sealed by each.",
        ),
        "trap.contact_hours": (
            "本公司将在工作时间与贵司联系。",
            "We will contact you during business hours.",
        ),
        "trap.limitation_waived": (
            "贵司确认上述欠款，并同意于上述日期前支付。",
            "You confirm the debt stated above and agree to pay it by the date stated above.",
        ),
        "trap.assignment_effect": (
            "上述债权转让自本通知到达贵司时对贵司发生效力。",
            "The assignment takes effect for you when this notice reaches you.",
        ),
        "trap.old_debt_ends": (
            "乙方按本协议付清全部款项之日，原债务消灭；未按期付清的，甲方有权按原合同主张权利，原担保继续"
            "有效。",
            "The original debt ends only when all sums under this agreement have been paid; until then the "
            "original contract and its security stand.",
        ),
        "trap.guarantee_until_paid": (
            "保证期间为主债务履行期限届满之日起三年。",
            "The guarantee period is three years from the day on which the main debt falls due.",
        ),
        "trap.extension_and_guarantor": (
            "保证人书面同意上述变更，并继续承担保证责任。（保证人签章）",
            "The guarantor consents in writing to the above change and remains liable under it. "
            "(Guarantor's signature and seal)",
        ),
        "trap.rate_high": (
            "违约金按合同约定计算；没有约定的，以欠款为基数，按一年期贷款市场报价利率加计百分之五十计算。",
            "Liquidated damages are computed as the contract provides; otherwise on the sum owed, at the one- "
            "year loan prime rate plus 50 % of it.",
        ),
        "trap.lending_cap": (
            "逾期付款损失以欠款为基数，按一年期贷款市场报价利率加计百分之五十计算。",
            "Loss from late payment is computed on the sum owed, at the one-year loan prime rate plus 50 % of "
            "it.",
        ),
        "trap.compound_interest": (
            "违约金以未付本金为基数计算。",
            "Liquidated damages are computed on the unpaid principal.",
        ),
        "trap.order_and_preservation": (
            "本公司将依法申请支付令，或者提起诉讼并申请财产保全。",
            "We will apply for a payment order, or file a lawsuit and apply for property preservation.",
        ),
        "trap.order_open_ended": (
            "违约金算至申请之日，金额确定；此后的部分另行主张。",
            "Liquidated damages are computed to the day of the application, as a fixed sum; the rest is "
            "claimed separately.",
        ),
        "trap.full_mandate": (
            "代理权限为特别授权：代为承认、变更诉讼请求，进行和解，提起反诉或者上诉。",
            "Special authority: to admit or change claims, to settle, to counterclaim and to appeal.",
        ),
        "trap.personal_account": (
            "请将款项汇入本公司名下的下列对公账户。",
            "Please remit the sum to the following account in our company's name.",
        ),
        "trap.before_judgment": (
            "依据《中华人民共和国民法典》第五百七十九条，贵司应支付价款。",
            "Under Article 579 of the Civil Code of the People's Republic of China you must pay the price.",
        ),
        "trap.general_guarantee_article": (
            "依据《中华人民共和国民法典》第六百八十八条，贵方应承担连带责任保证。",
            "Under Article 688 of the Civil Code of the People's Republic of China you are liable as a joint "
            "and several guarantor.",
        ),
        "trap.without_prejudice": (
            "本公司保留依法享有的全部权利。",
            "We reserve all our rights.",
        ),
        "day.deadline_passed": (
            "请贵司自收到本函之日起十日内付清。",
            "Please pay within ten days of receiving this letter.",
        ),
    }
)  # fmt: skip


def instead(code: str, language: Language) -> str:
    """Words for a letter in this language; "" where only the sender knows what is right."""
    return _INSTEAD.get(code, ("", ""))[0 if language is Language.ZH else 1]


def covered() -> frozenset[str]:
    """The codes that there are words for."""
    return frozenset(_INSTEAD)
