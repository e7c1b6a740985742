"""Clauses that are void or do less than they say, and steps that fail as they are worded; beside each, lawful words."""

from __future__ import annotations

import pytest

from docgen.errors import Severity
from tests.letters.check.reading import codes, read

FIRING = [
    ("乙方放弃诉讼时效抗辩。", "trap.limitation_waived"),
    ("乙方放弃时效利益。", "trap.limitation_waived"),
    ("双方同意诉讼时效约定为五年。", "trap.limitation_waived"),
    ("双方约定本债务的诉讼时效期间为10年。", "trap.limitation_waived"),
    ("The debtor waives the defence of limitation.", "trap.limitation_waived"),
    ("如贵司十日内未付款，则上述债务自动抵销。", "trap.conditional_set_off"),
    ("双方债务自2026年12月1日起予以抵销。", "trap.conditional_set_off"),
    ("抵销通知书\n双方债务抵销于2026年12月31日生效。", "trap.conditional_set_off"),
    ("The set-off shall take effect on 31 December 2026.", "trap.conditional_set_off"),
    ("本债权转让自发出之日生效。", "trap.assignment_effect"),
    ("债权转让自签订之日对债务人生效。", "trap.assignment_effect"),
    ("The assignment takes effect for you when this notice is sent.", "trap.assignment_effect"),
    ("和解协议\n双方原合同债权债务全部消灭。", "trap.old_debt_ends"),
    ("还款协议\n自本协议签订之日起，原债权债务全部结清。", "trap.old_debt_ends"),
    ("Settlement Agreement\nThe original debt is hereby extinguished.", "trap.old_debt_ends"),
    ("保证期间至本息还清为止。", "trap.guarantee_until_paid"),
    ("保证期间直至主债务本息全部清偿完毕时止。", "trap.guarantee_until_paid"),
    ("The guarantee period runs until the debt has been repaid.", "trap.guarantee_until_paid"),
    ("付款期限延期至2026年12月31日，保证人责任不变。", "trap.extension_and_guarantor"),
    ("还款协议\n货款展期六个月，担保人继续担保。", "trap.extension_and_guarantor"),
    (
        "Agreement\nThe date is extended by six months and the guarantee remains in force.",
        "trap.extension_and_guarantor",
    ),
    ("我司将申请支付令并同时申请诉前财产保全。", "trap.order_and_preservation"),
    ("We will apply for a payment order and for pre-suit preservation.", "trap.order_and_preservation"),
    ("支付令申请书\n被申请人应支付违约金，按日万分之五计算至实际清偿之日止。", "trap.order_open_ended"),
    ("Application for Payment Order\nInterest runs until actual payment.", "trap.order_open_ended"),
    ("授权委托书\n代理权限：全权代理。", "trap.full_mandate"),
    ("Power of Attorney\nThe agent has full authority.", "trap.full_mandate"),
    ("请将货款汇至王某个人账户。", "trap.personal_account"),
    ("请支付到以下私人账户。", "trap.personal_account"),
    ("Please transfer the sum to the personal account of Mr Wang.", "trap.personal_account"),
    ("保证人以抄送为准。", "trap.guarantor_copied"),
    ("抄送保证人即视为向其请求承担保证责任。", "trap.guarantor_copied"),
    ("请按日千分之五支付违约金。", "trap.rate_high"),
    ("违约金按日万分之五十计算。", "trap.rate_high"),
    ("Interest runs at 0.5% per day.", "trap.rate_high"),
    ("贵司应按四倍LPR支付利息。", "trap.lending_cap"),
    ("按一年期贷款市场报价利率的四倍计算。", "trap.lending_cap"),
    ("Interest at four times the LPR is due.", "trap.lending_cap"),
    ("逾期利息按月计收复利。", "trap.compound_interest"),
    ("利息利滚利计算。", "trap.compound_interest"),
    ("You owe compound interest.", "trap.compound_interest"),
    ("We shall treat your silence as acceptance.", "trap.silence"),
    ("Please note silence as acceptance.", "trap.silence"),
    ("Formal Demand\nThis letter is not intended as a demand.", "tone.not_a_demand"),
    ("Formal Demand\nThis is not a demand.", "tone.not_a_demand"),
    ("You will be put on the list of dishonest persons subject to enforcement.", "tone.courts_decision"),
    ("Without prejudice\nPlease pay the price.", "trap.without_prejudice"),
    ("催款函\n依据《民事诉讼法》第二百六十四条，请贵司加倍支付迟延履行利息。", "trap.before_judgment"),
    ("Formal Demand\nUnder Article 264 of the Civil Procedure Law you owe double interest.", "trap.before_judgment"),
    ("依据《民法典》第六百八十六条，保证人承担连带责任。", "trap.general_guarantee_article"),
    ("Under Article 686 of the Civil Code you are jointly and severally liable.", "trap.general_guarantee_article"),
]

LAWFUL = [
    "诉讼时效届满后，乙方书面放弃时效抗辩，同意付款。",
    "诉讼时效期间为三年。",
    "时效自本函到达之日重新计算。",
    "如贵司逾期不付，我司将依法主张抵销。",
    "双方债务自本通知到达贵司时抵销。",
    "本债权转让自通知到达贵司时对贵司发生效力。",
    "本债权转让协议自双方签订之日起生效。",
    "The assignment takes effect for you on receipt of this notice.",
    "还款协议\n乙方付清全部款项之日，原合同债权债务全部消灭。",
    "还款协议\n原债务不因本协议而消灭。",
    "Settlement Agreement\nThe original debt is extinguished only when the sum is paid.",
    "保证期间为主债务履行期届满之日起三年。",
    "还款协议\n经保证人书面同意，付款期限延期至2026年12月31日，保证人责任不变。",
    "我司将申请支付令，或者申请诉前财产保全。",
    "支付令申请书\n申请人未申请诉前保全，请求发出支付令。",
    "催款函\n违约金按日万分之五计算至实际清偿之日止。",
    "支付令申请书\n违约金算至2026年9月15日。",
    "授权委托书\n全权代理，特别授权：代为承认、变更诉讼请求，进行和解。",
    "请勿向任何个人账户付款。",
    "Never pay into a personal account.",
    "贵司曾以个人账户支付过一笔货款。",
    "违约金按日万分之五计算。",
    "按一年期贷款市场报价利率加计百分之五十计算。",
    "质保金为合同价的千分之五。",
    "违约金不计复利。",
    "Without prejudice to our other rights, please pay.",
    "Your silence will not be treated as acceptance.",
    "我司将在判决生效后依据《民事诉讼法》第二百六十四条主张加倍利息。",
    "依据《民法典》第六百八十六条，没有约定保证方式的为一般保证，并非连带。",
    "依据《民法典》第六百八十八条，保证人承担连带责任。",
]


@pytest.mark.parametrize(("text", "code"), FIRING)
def test_a_clause_or_step_that_fails_is_found(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize("text", LAWFUL)
def test_its_lawful_wording_passes(text: str) -> None:
    assert codes(text) == []


def test_limitation_given_up_in_advance_is_no_waiver_of_ours() -> None:
    (one,) = read("乙方放弃诉讼时效抗辩。").findings
    assert (one.code, one.articles) == ("trap.limitation_waived", ("civil_code:197",))


def test_without_prejudice_is_told_and_stops_no_letter() -> None:
    (one,) = read("Without prejudice\nThe price is due.").findings
    assert one.severity is Severity.INFORMATION


def test_an_article_of_the_old_contract_law_is_told_with_its_successor() -> None:
    for text in ("依据《合同法》第一百零七条，贵司应承担违约责任。", "根据合同法第107条，请付款。"):
        (one,) = read(text).findings
        assert "第五百七十七条" in str(one.facts["instead"])
