"""Sentences as people write them: those that a letter must not bear, and lawful ones that nobody may be stopped for."""

from __future__ import annotations

import pytest

from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.tone import tone
from docgen.wordfile.text import text
from tests.letters.making import ROOT

FOUND = [
    # Chinese: threats, exposure, insults, the look of an authority
    ("逾期我司将向公安机关报案。", "tone.criminal_threat"),
    ("我方将追究贵司法定代表人的刑事责任。", "tone.criminal_threat"),
    ("贵司行为已涉嫌合同诈骗。", "tone.criminal_threat"),
    ("我方将把线索移送公安。", "tone.criminal_threat"),
    ("我司将把贵司欠款情况发到朋友圈。", "tone.exposure"),
    ("我司将通过微信群公布贵司欠款。", "tone.exposure"),
    ("我方将告知贵司的上下游客户。", "tone.exposure"),
    ("我方将联系您的家人。", "tone.third_parties"),
    ("我方将派人到贵司静坐。", "tone.harassment"),
    ("贵司如此行事，与骗子何异！", "tone.insult"),
    ("此函为最后通牒。", "tone.authority"),
    ("逾期贵司将被列入失信名单。", "tone.courts_decision"),
    ("逾期将影响贵司征信。", "tone.courts_decision"),
    ("否则我方将向税务机关投诉贵司。", "tone.report_as_pressure"),
    # Chinese: waivers and new due dates
    ("如贵司于月底前付清，可不再计收违约金。", "tone.waiver"),
    ("本次逾期不计利息。", "tone.waiver"),
    ("月底前付款的，本公司不再追究。", "tone.waiver"),
    ("我司同意免收滞纳金。", "tone.waiver"),
    ("按期付款的，逾期利息可不计。", "tone.waiver"),
    ("贵司付清本金后，无需支付违约金。", "tone.waiver"),
    ("余款不用再付。", "tone.waiver"),
    ("贵司可按八折结清。", "tone.waiver"),
    ("此前的逾期既往不咎。", "tone.waiver"),
    ("本次给予减免。", "tone.waiver"),
    ("贵司于12月31日前付款即可。", "tone.new_due_date"),
    ("最后期限可延至2026年12月31日。", "tone.new_due_date"),
    ("最晚可以年底付清。", "tone.new_due_date"),
    ("我司同意贵司延期付款。", "tone.new_due_date"),
    ("付款期限已调整为十二月底。", "tone.new_due_date"),
    ("可以分期支付。", "tone.new_due_date"),
    ("我司给予贵司一个月宽限期。", "tone.new_due_date"),
    ("我方承认货物存在瑕疵。", "tone.admission"),
    ("目前无需立即付款。", "tone.not_a_demand"),
    # English
    ("We will inform the police.", "tone.criminal_threat"),
    ("You will face criminal charges.", "tone.criminal_threat"),
    ("Your directors will end up in jail.", "tone.criminal_threat"),
    ("We shall tell your customers about this debt.", "tone.exposure"),
    ("We will go to the press.", "tone.exposure"),
    ("The matter will be all over social media.", "tone.exposure"),
    ("We will contact your relatives.", "tone.third_parties"),
    ("Our people will wait outside your office.", "tone.harassment"),
    ("Only swindlers behave like this.", "tone.insult"),
    ("Consider this a summons.", "tone.authority"),
    ("You will be blacklisted.", "tone.courts_decision"),
    ("Otherwise we report you to the tax office.", "tone.report_as_pressure"),
    ("If you pay by Friday we will not charge interest.", "tone.waiver"),
    ("We won't claim any late fees.", "tone.waiver"),
    ("No interest will be charged.", "tone.waiver"),
    ("We waive the late payment charges.", "tone.waiver"),
    ("We are ready to forgo interest.", "tone.waiver"),
    ("We will drop the claim for liquidated damages.", "tone.waiver"),
    ("Pay half and the rest is written off.", "tone.waiver"),
    ("You need not pay the remainder.", "tone.waiver"),
    ("We accept 80% in full and final settlement.", "tone.waiver"),
    ("You may pay by 31 December instead.", "tone.new_due_date"),
    ("You can settle in instalments.", "tone.new_due_date"),
    ("Payment by the end of the year will be fine.", "tone.new_due_date"),
    ("We hereby extend the deadline by a month.", "tone.new_due_date"),
    ("The new due date is 31 December.", "tone.new_due_date"),
    ("We grant you until Christmas.", "tone.new_due_date"),
    ("The due date has been moved to 1 December.", "tone.new_due_date"),
    ("We admit that there was a defect.", "tone.admission"),
    ("This is not a demand.", "tone.not_a_demand"),
]

LAWFUL = [
    # Chinese
    "逾期不付，我方将依法提起诉讼。",
    "我方将依法申请支付令、申请仲裁或者申请财产保全。",
    "本函不构成对任何权利的放弃。",
    "我方不放弃主张违约金的权利。",
    "任何宽限均不视为对违约责任的免除。",
    "部分付款不免除贵司支付利息的义务。",
    "我方保留追究贵司违约责任的权利。",
    "本函暂未计列逾期付款违约金或者利息，我方保留另行主张的权利。",
    "本函不计收利息，但保留依约另行主张的权利。",
    "违约金按日万分之五计收，至实际付清之日止。",
    "该日期不构成对原付款期限的变更。",
    "逾期付款责任自原到期日起算。",
    "我方不同意延期付款。",
    "贵司曾请求延期至九月，我方未予同意。",
    "请于2026年9月25日前付款，可通过银行转账方式支付。",
    "请贵司在付款期限内支付，并将凭证发至我方邮箱。",
    "如认为货物存在质量问题，请书面提出并附依据。",
    "贵司至今未就货物质量问题提出异议。",
    "是否采取限制高消费措施，由人民法院依法决定。",
    "请联系我方客户经理王女士。",
    "所供消防报警主机及曝光机已由贵司验收。",
    "质保金不计息，返还条件见合同第八条。",
    "若款项已付，请告知付款日期和金额。",
    "贵司上述行为已构成违约。",
    "请将本函转交贵司财务负责人。",
    "付款方式可以为电汇或者银行承兑汇票。",
    # English
    "If payment is not made, we will file a lawsuit.",
    "We will apply for a payment order and for property preservation.",
    "This letter does not waive any right.",
    "Nothing in this letter waives or varies our claims.",
    "No delay in exercising a right is a waiver of it.",
    "We do not release you from any obligation.",
    "This letter does not at present include interest; we reserve the right to claim it.",
    "We will not claim interest in this letter, but reserve it.",
    "Interest runs until payment.",
    "We will charge interest as the contract provides.",
    "That date does not change the original due date.",
    "This does not extend the due date.",
    "You asked for more time; we have not agreed to extend the deadline.",
    "Please pay by 25 September 2026.",
    "You may pay by bank transfer to the account above.",
    "If you allege a defect, please say so in writing.",
    "We have received no notice of any defect in the goods.",
    "A court may order measures such as a travel ban.",
    "The printing press was delivered and accepted.",
    "Please contact your account manager with any question.",
    "The goods were delivered directly to your customers as agreed.",
    "Your family business has long been a customer of ours.",
    "Please tell us the date and amount if you have already paid.",
    "Payments are credited on the day they arrive.",
    "We value the business between our companies.",
]


def codes(sentence: str) -> set[str]:
    return {finding.code for finding in tone(LetterKind.DEMAND_LETTER, LetterRequest(paragraphs={"facts": sentence}))}


@pytest.mark.parametrize(("sentence", "code"), FOUND)
def test_a_sentence_that_a_letter_must_not_bear_is_found(sentence: str, code: str) -> None:
    assert code in codes(sentence)


@pytest.mark.parametrize("sentence", LAWFUL)
def test_a_lawful_sentence_passes(sentence: str) -> None:
    assert codes(sentence) == set()


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", Language)
def test_no_branch_of_our_own_templates_says_what_a_letter_must_not(kind: LetterKind, language: Language) -> None:
    """The Word file itself, with the words of every branch: more than any one letter prints."""
    for line in text((ROOT / "templates" / language.value / f"{kind.value}.docx").read_bytes()).splitlines():
        found = tone(kind, LetterRequest(paragraphs={"line": line}))
        assert {finding.code for finding in found} <= accounts_only(kind, line), line


def accounts_only(kind: LetterKind, line: str) -> set[str]:
    """Of the two confirmations in one Word file, the reconciliation says that it demands nothing."""
    says = "并非催款结算" in line or "not a demand for payment" in line
    return {"tone.not_a_demand"} if says and kind is LetterKind.BALANCE_CONFIRMATION else set()
