"""Sentences as people write them: those that a letter must not bear, and lawful ones that nobody may be stopped for."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.tone import tone
from docgen.wordfile.text import text
from tests.letters.making import ROOT

GOLDEN = ROOT / "tests" / "letters" / "golden"

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


PRESSURE_AND_CONCESSIONS_ZH = [
    ("我们将把此事告诉贵司的上级单位和开户银行，让同行都知道贵司的信用。", "tone.third_parties"),
    ("我们会派人到贵司办公室坐等，直到拿到钱为止。", "tone.harassment"),
    ("我司将联系贵司法定代表人的家人。", "tone.third_parties"),
    ("我们将请税务机关查查贵司的账。", "tone.report_as_pressure"),
    ("贵司的行为已经涉嫌犯罪。", "tone.criminal_threat"),
    ("贵司不付款，一切后果自负。", "tone.empty_threat"),
    ("我司承认交货有迟延。", "tone.admission"),
    ("交货确有迟延。", "tone.admission"),
    ("本公司将通知贵司母公司。", "tone.third_parties"),
    ("逾期未付，我方将向贵司股东通报欠款情况。", "tone.third_parties"),
    ("欠款情况将抄送贵司开户行。", "tone.third_parties"),
    ("届时贵司的银行和客户都会知道此事。", "tone.third_parties"),
    ("届时业内将知晓贵司的付款信用。", "tone.third_parties"),
    ("否则只好叫贵司的老板家里人评评理。", "tone.third_parties"),
    ("我们会去找贵司总经理的爱人。", "tone.third_parties"),
    ("我司不得不告知贵司的供应商。", "tone.third_parties"),
    ("我方不排除联系贵司的合作伙伴。", "tone.third_parties"),
    ("我方将致函贵司集团公司说明拖欠事实。", "tone.third_parties"),
    ("本单位会跟贵司的同行说清楚。", "tone.third_parties"),
    ("再不付款就让贵司全体员工知道。", "tone.third_parties"),
    ("若不付款即告知贵司客户。", "tone.third_parties"),
    ("我方要到贵司法定代表人家里去要钱。", "tone.third_parties"),
    ("貴司的行為已經涉嫌犯罪。", "tone.criminal_threat"),
    ("我司将 报 警。", "tone.criminal_threat"),
    ("贵司此举就是诈骗。", "tone.criminal_threat"),
    ("我方将请警方介入。", "tone.criminal_threat"),
    ("贵司法定代表人恐有牢狱之灾。", "tone.criminal_threat"),
    ("我司将拨打１１０。", "tone.criminal_threat"),
    ("贵司已触犯刑法。", "tone.criminal_threat"),
    ("我方将把材料移交司法机关。", "tone.criminal_threat"),
    ("我方员工将守在贵司门口。", "tone.harassment"),
    ("我司人员将住在贵司办公室不走了。", "tone.harassment"),
    ("本公司拟派员常驻贵司，收到钱才离开。", "tone.harassment"),
    ("我们会天天上门。", "tone.harassment"),
    ("我们会让贵司开不了门。", "tone.harassment"),
    ("再不付款，走着瞧。", "tone.harassment"),
    ("我司将委托讨债公司处理。", "tone.harassment"),
    ("不付款我们就搬走贵司的设备。", "tone.harassment"),
    ("我方将在贵司前台静坐。", "tone.harassment"),
    ("我司将把此事发到网上。", "tone.exposure"),
    ("我们会找记者来采访。", "tone.exposure"),
    ("届时贵司将身败名裂。", "tone.exposure"),
    ("贵司法定代表人无耻至极。", "tone.insult"),
    ("我司将向市监局举报贵司。", "tone.report_as_pressure"),
    ("我们会让工商来查。", "tone.report_as_pressure"),
    ("贵司将被税务部门调查。", "tone.report_as_pressure"),
    ("环保部门会对贵司的排污感兴趣，我方将举报。", "tone.report_as_pressure"),
    ("我方掌握贵司偷税的线索。", "tone.report_as_pressure"),
    ("必要时我司会告知海关稽查贵司。", "tone.report_as_pressure"),
    ("向税务局反映贵司虚开发票的问题。", "tone.report_as_pressure"),
    ("由此造成的后果由贵司自行承担。", "tone.empty_threat"),
    ("否则后果不堪设想。", "tone.empty_threat"),
    ("勿谓言之不预。", "tone.empty_threat"),
    ("届时别怪我们不讲情面。", "tone.empty_threat"),
    ("不付款将付出代价。", "tone.empty_threat"),
    ("我方确实晚交了三天。", "tone.admission"),
    ("部分货物短少属实。", "tone.admission"),
    ("第二批货物确有瑕疵。", "tone.admission"),
    ("因我方原因导致交货延误。", "tone.admission"),
    ("我们的确没有按时发货。", "tone.admission"),
    ("对交货延误，我司深表歉意。", "tone.admission"),
    ("我司认可部分货物不合格。", "tone.admission"),
    ("不可否认，发货有所延迟。", "tone.admission"),
    ("我方未能如期交货，确有过错。", "tone.admission"),
    ("货物存在少量质量问题。", "tone.admission"),
    ("我方同意贵司于2026年12月31日前支付。", "tone.new_due_date"),
    ("贵司年底再付不着急，我司等贵司资金宽裕时再付款。", "tone.new_due_date"),
    ("我司不坚持收取违约金。", "tone.waiver"),
    ("贵司只需支付本金即可。", "tone.waiver"),
    ("利息就算了。", "tone.waiver"),
    ("我们将把贵司欠款告诉银行。", "tone.third_parties"),
    ("我们会就贵司拖欠一事通知贵司的贷款银行。", "tone.third_parties"),
    ("我司将针对贵司欠款情况告知其股东。", "tone.third_parties"),
    ("我司交货迟延是事实。", "tone.admission"),
    ("我方會通知貴司的開戶銀行。", "tone.third_parties"),
]

PRESSURE_AND_CONCESSIONS_EN = [
    ("We accept payment by 31 December 2026 and will not insist on late charges.", "tone.waiver"),
    ("We accept payment by 31 December 2026 and will not insist on late charges.", "tone.new_due_date"),
    ("We admit that our delivery was late.", "tone.admission"),
    ("We will inform your bank, your parent company and the trade of your conduct.", "tone.third_parties"),
    ("Your bank will be told of this.", "tone.third_parties"),
    ("We shall let your customers know.", "tone.third_parties"),
    ("Your shareholders may be interested to hear, and we will contact them and your suppliers.", "tone.third_parties"),
    ("A copy of this letter goes to your parent company, copied also to your bank.", "tone.third_parties"),
    ("The whole trade will know of your conduct.", "tone.third_parties"),
    ("We intend to speak to your wife.", "tone.third_parties"),
    ("We may have to write to the chairman's family and your family.", "tone.third_parties"),
    ("We reserve the right to notify your lenders.", "tone.third_parties"),
    ("Your business partners will be informed.", "tone.third_parties"),
    ("We will make your investors aware of the default.", "tone.third_parties"),
    ("All your competitors will hear of it.", "tone.third_parties"),
    ("Your conduct amounts to fraud.", "tone.criminal_threat"),
    ("This is a criminal offence.", "tone.criminal_threat"),
    ("You have committed a crime.", "tone.criminal_threat"),
    ("The police will be involved.", "tone.criminal_threat"),
    ("Your directors will be prosecuted.", "tone.criminal_threat"),
    ("What you did is theft.", "tone.criminal_threat"),
    ("We will send people to your office to collect.", "tone.harassment"),
    ("Our staff will sit in your lobby until we are paid.", "tone.harassment"),
    ("We will not leave until we have our money.", "tone.harassment"),
    ("We shall turn up at your premises.", "tone.harassment"),
    ("We will call you every day.", "tone.harassment"),
    ("Debt collectors will visit you.", "tone.harassment"),
    ("We will remove your equipment.", "tone.harassment"),
    ("We will post this online.", "tone.exposure"),
    ("This will ruin your reputation.", "tone.exposure"),
    ("We will report you to the tax authorities.", "tone.report_as_pressure"),
    ("We will ask the tax bureau to look into your books.", "tone.report_as_pressure"),
    ("The tax authorities will be informed.", "tone.report_as_pressure"),
    ("We shall complain to the market regulator.", "tone.report_as_pressure"),
    ("Customs may be interested, and we will alert customs.", "tone.report_as_pressure"),
    ("You are guilty of tax evasion.", "tone.report_as_pressure"),
    ("If you do not pay, you do so at your own risk.", "tone.empty_threat"),
    ("Delay further at your own peril.", "tone.empty_threat"),
    ("Pay now or else.", "tone.empty_threat"),
    ("You will face the consequences.", "tone.empty_threat"),
    ("There will be serious consequences.", "tone.empty_threat"),
    ("You will regret this.", "tone.empty_threat"),
    ("This is your last warning.", "tone.empty_threat"),
    ("We acknowledge that some goods were defective.", "tone.admission"),
    ("We accept that the shipment was short.", "tone.admission"),
    ("We are sorry that the goods arrived damaged.", "tone.admission"),
    ("It is true that delivery was delayed.", "tone.admission"),
    ("The goods were delivered late.", "tone.admission"),
    ("We apologise for the delay in delivery.", "tone.admission"),
    ("Our shipment was incomplete.", "tone.admission"),
    ("We delivered late.", "tone.admission"),
    ("Admittedly there were quality problems.", "tone.admission"),
    ("The late delivery was our own fault.", "tone.admission"),
    ("We concede a shortage of three units.", "tone.admission"),
    ("We do not deny that the goods were faulty.", "tone.admission"),
    ("We would be happy with payment in January or settlement later.", "tone.new_due_date"),
    ("You have until the end of the year.", "tone.new_due_date"),
    ("We are willing to wait.", "tone.new_due_date"),
    ("We agree to settlement in three instalments.", "tone.new_due_date"),
    ("We will no longer pursue the late fees.", "tone.waiver"),
    ("You only need to pay the principal.", "tone.waiver"),
    ("We won't ask for penalties.", "tone.waiver"),
]

NO_PRESSURE_AND_NO_CONCESSION = [
    "本批设备用于贵司客户某某公司的数据中心项目。",
    "开户银行：中国工商银行北京分行。",
    "请通知贵司财务部门安排付款。",
    "请通过银行转账方式支付，并注明合同编号。",
    "我方将依法向有权机关反映拖欠中小企业款项的情况。",
    "我方可以依照《保障中小企业款项支付条例》向投诉平台投诉。",
    "我司不承认迟延。",
    "我司交付的货物质量合格。",
    "贵司至今未对质量提出异议。",
    "请告知付款日期和付款银行。",
    "请将付款凭证告知我方财务。",
    "请贵司通知开户银行办理汇款。",
    "我方已将货物发至贵司客户现场并由其签收。",
    "贵司已通知客户提货。",
    "贵司延误付款已达九十日。",
    "贵司迟延付款，应当承担违约责任。",
    "贵司确有迟延付款的情况。",
    "贵司承认逾期付款。",
    "我方不认可贵司所称的质量问题。",
    "我方否认存在任何质量瑕疵。",
    "如货物确有瑕疵，请书面提出并附依据。",
    "我方拟派员与贵司对账。",
    "请贵司派人到我司核对账目。",
    "我方曾派员上门催收，贵司未付。",
    "为防范诈骗，请以本函所列收款账户为准。",
    "发票可在国家税务总局全国增值税发票查验平台查验。",
    "贵司的工商登记信息显示住所地为北京市。",
    "贵司逾期付款给我方造成损失。",
    "我方将通知保证人承担保证责任。",
    "我方将依法请求股东承担相应责任。",
    "由此产生的法律后果由贵司承担。",
    "逾期不付的，由此产生的诉讼费、保全费等由贵司承担。",
    "经验收，货物数量、质量均符合合同约定。",
    "质保金按合同约定返还。",
    "贵司未在异议期内就质量提出书面异议。",
    "货物如期交付，贵司已签收。",
    "请贵司于收到本函后向银行提交付款申请。",
    "银行承兑汇票已到期。",
    "请联系我方同事王女士。",
    "我方将请求人民法院依法通知银行协助冻结存款。",
    "货物经海关放行后交付。",
    "我方派技术人员上门安装调试。",
    "贵司法定代表人：张三。",
    "贵司应按合同约定向其供应商付款与我方无关。",
    "根据合同，验收不合格的，贵司应在七日内通知我方。",
    "委托人已按约履行交货义务。",
    "利息按一年期贷款市场报价利率计算。",
    "双方同意由北京仲裁委员会仲裁。",
    "我方不同意贵司于年底前支付的提议。",
    "贵司以资金紧张为由要求年底再付，我方未予同意。",
    "贵司主张货物存在瑕疵，我方不予认可。",
    "由于贵司原因，验收延误至五月。",
    "Please inform your bank of the payment details above.",
    "You may contact your bank for a copy of the slip.",
    "Please ask your colleagues in accounts to reply.",
    "We spoke to your colleague Ms Li on 3 May.",
    "Our bank details have not changed; beware of fraud.",
    "We prosecute our claim before the court.",
    "The invoice was verified on the platform of the tax authorities.",
    "We do not admit any delay.",
    "We deny that the goods were defective.",
    "The delay in your payment has caused us loss.",
    "You have acknowledged the late payment.",
    "The goods conform to the contract.",
    "We regret that your payment is late.",
    "We acknowledge receipt of your letter.",
    "If you claim that the goods were defective, please send evidence.",
    "We will send someone to reconcile the accounts with you.",
    "We reserve the right to complain under the SME regulation on payments to small and medium-sized enterprises.",
    "Payment by bank transfer is accepted.",
    "We accept payment by bank transfer only.",
    "We accept bank drafts.",
    "Please make payment to our bank account.",
    "Delivery took place on time and without defect.",
    "The equipment was installed at your customer's site.",
    "Interest is claimed until payment.",
    "The goods were delivered on 3 March 2026 and accepted.",
    "Your parent company is guarantor of the debt.",
    "We will call on the guarantor to pay.",
    "We ask you to pay within ten days.",
    "You bear the costs of the proceedings.",
]


def codes(sentence: str) -> set[str]:
    return {finding.code for finding in tone(LetterKind.DEMAND_LETTER, LetterRequest(paragraphs={"facts": sentence}))}


@pytest.mark.parametrize(("sentence", "code"), [*FOUND, *PRESSURE_AND_CONCESSIONS_ZH, *PRESSURE_AND_CONCESSIONS_EN])
def test_a_sentence_that_a_letter_must_not_bear_is_found(sentence: str, code: str) -> None:
    found = codes(sentence)
    assert code in found or (code == "tone.third_parties" and "tone.exposure" in found)  # customers: the wider one


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("我司将 报 警。", "报 警"),
        ("我方將通知貴司的開戶銀行。", "通知貴司的開戶銀行"),
        ("我司将拨打１１０。", "拨打１１０"),
        ("我司将联系贵司法定代表人的家　人。", "联系贵司法定代表人的家　人"),
    ],
)
def test_blanks_full_width_and_traditional_characters_hide_nothing_and_are_quoted_as_written(
    sentence: str, words: str
) -> None:
    [found] = tone(LetterKind.DEMAND_LETTER, LetterRequest(paragraphs={"facts": sentence}))
    assert found.facts["words"] == words


@pytest.mark.parametrize("golden", sorted(GOLDEN.rglob("*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_golden_letter_says_what_a_letter_must_not(golden: Path) -> None:
    kind = next((kind for kind in LetterKind if kind.value == golden.stem), LetterKind.BALANCE_CONFIRMATION)
    for line in golden.read_text("utf-8").splitlines():
        if "首尾两日均计入" in line:  # how interest was computed: a fact, which tells of the contract's days of grace
            continue
        found = tone(kind, LetterRequest(paragraphs={"line": line}))
        assert {finding.code for finding in found} <= accounts_only(kind, line), line


@pytest.mark.parametrize("sentence", [*LAWFUL, *NO_PRESSURE_AND_NO_CONCESSION])
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
