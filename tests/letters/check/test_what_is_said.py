"""Sentences of a whole letter of unknown origin: what must not stand in it, what harms its sender, what is lawful."""

from __future__ import annotations

import pytest

from docgen.errors import Severity
from docgen.letters.check import examine
from docgen.letters.check.instead import covered, instead
from docgen.letters.check.reading import read as paragraphs
from docgen.letters.check.sorts import Signer, Sort, nature, signer
from docgen.letters.check.traps import TRAPS
from docgen.letters.request import Language, LetterKind, LetterRequest, Purpose
from docgen.letters.tone_rules import RULES
from docgen.messages import Messages
from tests.letters.check.reading import DAY, codes, found, read
from tests.letters.making import law

# The worked cases of the rule letter.check: 治安管理处罚法（2025年修订）50；刑法 274；民营经济促进法 59、63.
WORKED = [
    ("逾期不付，我方将依法提起诉讼", "ok"),
    ("将在贵司门口拉横幅曝光", "block"),
    ("将通知你家人和同事", "block"),
    ("将向法院申请财产保全", "ok"),
    ("法院将把你列入失信名单", "warn"),
    ("将向您的所有客户公布欠款", "block"),
]


@pytest.mark.parametrize(("text", "verdict"), WORKED)
def test_the_worked_cases(text: str, verdict: str) -> None:
    assert read(text).verdict == verdict


FIRING = [
    # what the law forbids
    ("再不付款我司就报警处理。", "tone.criminal_threat"),
    ("否则将追究贵司法定代表人的刑事责任。", "tone.criminal_threat"),
    ("我们将在抖音上公布贵司欠款。", "tone.exposure"),
    ("我司将派人到贵司门口堵门。", "tone.harassment"),
    ("贵司就是老赖。", "tone.insult"),
    ("贵司就是“老赖”。", "tone.insult"),
    ("此为最后通牒。", "tone.authority"),
    ("We will call the police.", "tone.criminal_threat"),
    ("We will publish your name on social media.", "tone.exposure"),
    ("We will tell your family about the debt.", "tone.third_parties"),
    # what harms the sender
    ("逾期贵司将被列入失信名单。", "tone.courts_decision"),
    ("否则我司将向税务局举报。", "tone.report_as_pressure"),
    ("本公司放弃违约金。", "tone.waiver"),
    ("最迟可以在年底再付。", "tone.new_due_date"),
    ("最晚可以在年底再付。", "tone.new_due_date"),
    ("货物的质量问题正在处理，本函不构成对任何权利的放弃。", "tone.admission"),
    ("You may also settle in instalments.", "tone.new_due_date"),
    ("We waive the interest.", "tone.waiver"),
    # traps
    ("逾期不复视为确认。", "trap.silence"),
    ("如贵司在五日内未提出异议，视为认可上述金额。", "trap.silence"),
    ("贵司未在期限内回函的，推定贵司同意上述欠款。", "trap.silence"),
    ("If you do not reply within ten days, the balance is deemed confirmed.", "trap.silence"),
    ("Failing a reply, silence will be treated as acceptance of the balance.", "trap.silence"),
    ("请贵司承担我司为此支出的律师费5,000元。", "trap.lawyers_fee"),
    ("You must pay our lawyers' fees of RMB 5,000.", "trap.lawyers_fee"),
    ("逾期不付视为贵司同意按日千分之五支付滞纳金。", "trap.silence"),
    ("到期未还款的，该设备归债权人所有。", "trap.forfeiture"),
    ("甲方有权要求一次性付清；乙方名下的设备归甲方所有。", "trap.forfeiture"),
    ("如逾期不能清偿，抵押的房屋直接归我司所有。", "trap.forfeiture"),
    ("If the debt is not paid when due, the equipment becomes our property.", "trap.forfeiture"),
    ("我司将自明日起暂停供货。", "trap.suspension"),
    ("我司现决定中止履行。", "trap.suspension"),
    ("We will suspend deliveries from tomorrow.", "trap.suspension"),
    ("抄送：保证人李某", "trap.guarantor_copied"),
    ("cc: the guarantor", "trap.guarantor_copied"),
    ("我司拟以三方抵账的方式了结。", "trap.triangular"),
    ("我司每天将给贵司打三次电话催款。", "trap.contact_hours"),
    ("我司将在深夜致电贵司负责人。", "trap.contact_hours"),
    ("We will call you three times a day.", "trap.contact_hours"),
]

LAWFUL = [
    "本函不构成对任何权利的放弃。",
    "我方不放弃主张违约金的权利。",
    "部分付款不构成对其余债权的免除。",
    "该日期不构成对原付款期限的变更。",
    "贵司来函称“货物存在质量问题”，我司不予认可。",
    "贵司答复：“同意延期至年底再付”，我司未予同意。",
    "合同第九条约定：“买方逾期未提出异议的，视为验收合格。”",
    "贵司未按合同第五条约定的期限提出异议的，依约视为确认。",
    "沉默不视为同意。",
    "逾期不付视为违约。",
    "逾期不付违约金的，我司将依法起诉。",
    "律师费由贵司依合同第十二条的约定承担。",
    "由此产生的费用，本公司将依法请求贵司承担。",
    "依据《民法典》第五百二十六条，我司自即日起暂停供货。",
    "依合同第八条约定，我司自即日起暂停供货。",
    "我司不会停止供货。",
    "债务到期不履行的，债权人有权以拍卖、变卖该财产所得价款优先受偿。",
    "请保证人承担连带保证责任。抄送：保证人李某",
    "由三方签订书面三方抵账协议后办理。",
    "请勿在深夜致电我司员工。",
    "如贵司于月底前付清，本公司免除违约金；未按期足额支付的，免除自始不生效，恢复原欠款。",
    "逾期我司将依法申请支付令、提起诉讼、申请财产保全。",
    "是否限制高消费，由人民法院依法决定。",
    "Nothing in this letter waives any right.",
    "The contract provides: “Silence shall be deemed acceptance of the goods.”",
    "Your silence will not be treated as acceptance.",
    "We will suspend deliveries under clause 8 of the contract.",
    "We will claim the resulting costs as the law allows.",
    "You wrote that “the goods were defective”; we do not accept that.",
    "If payment is not made we will file a lawsuit.",
]


@pytest.mark.parametrize(("text", "code"), FIRING)
def test_it_is_found_and_said_where(text: str, code: str) -> None:
    assert code in codes(text)
    for one_code, words in found(text):
        assert words in text, one_code


@pytest.mark.parametrize("text", LAWFUL)
def test_lawful_sentences_pass(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", LAWFUL)
def test_lawful_sentences_pass_in_the_midst_of_a_letter(text: str) -> None:
    letter = f"催款函\n远航装备（示例）股份有限公司：\n请贵司于收到本函之日起十日内付款。\n{text}\n特此函告。"
    assert codes(letter) == []


def test_a_traditional_character_a_blank_or_a_full_width_letter_hides_nothing() -> None:
    for text in ("再不付款我司就報警。", "再不付款我司就报 警。", "再不付款我司就报\u200b警。"):
        ((code, words),) = found(text)
        assert code == "tone.criminal_threat"
        assert words in text and words.startswith(("报", "報"))


def test_a_mark_ends_with_the_word_that_it_ends_in() -> None:
    assert ("tone.new_due_date", "You may also settle in instalments") in found("You may also settle in instalments.")


def test_the_place_is_the_paragraph_and_its_characters() -> None:
    (finding,) = read("催款函\n\n请付款。逾期不复视为确认。\n此致").findings
    place = finding.place
    assert (place.paragraph, place.start, place.end) == (3, 4, 12)  # type: ignore[union-attr]
    assert place.sentence == "逾期不复视为确认。"  # type: ignore[union-attr]
    (same,) = read(["催款函", "", "请付款。逾期不复视为确认。", "此致"]).findings
    assert same == finding


# -- what depends on the sort of writing


def test_a_reconciliation_may_say_that_it_demands_nothing_and_a_demand_may_not() -> None:
    said = "本函仅为复核账目之用，并非催款结算。"
    assert codes(f"往来款项询证函\n{said}\n请及时函复为盼。") == []
    assert codes(f"催款函\n{said}\n请贵司于收到本函之日起十日内付款。") == ["tone.not_a_demand"]
    assert codes(said, kind=LetterKind.DEMAND_LETTER) == ["tone.not_a_demand"]
    accounts = LetterRequest(purpose=Purpose.ACCOUNTS)
    assert codes(said, kind=LetterKind.BALANCE_CONFIRMATION, request=accounts) == []
    assert codes(said, kind=LetterKind.BALANCE_CONFIRMATION) == ["tone.not_a_demand"]


def test_a_statement_that_fixes_interest_beside_principal_is_remarked_upon_and_a_demand_is_not() -> None:
    line = "欠款本金10,000.00元，违约金500.00元。"
    assert codes(f"对账单\n{line}") == ["trap.interest_fixed"]
    assert codes(f"还款协议\n{line}") == ["trap.interest_fixed"]
    assert codes(f"催款函\n{line}") == []
    assert codes(f"对账单\n{line}违约金仍按合同继续计算，不构成对其的放弃。") == []
    assert codes("Statement of account\nPrincipal RMB 10,000.00, interest RMB 500.00.") == ["trap.interest_fixed"]


def test_both_sides_may_move_a_due_date_in_an_agreement() -> None:
    assert codes("还款协议\n甲方同意乙方分期支付。") == []
    assert codes("催款函\n我司同意贵司分期支付。") == ["tone.new_due_date"]


def test_a_court_paper_may_speak_of_what_courts_do() -> None:
    assert codes("强制执行申请书\n被申请人收到传票后未到庭。") == []


def test_a_set_off_bears_no_condition() -> None:
    assert codes("抵销通知书\n待贵司确认后，双方债务即予抵销。") == ["trap.conditional_set_off"]
    assert codes("抵销通知书\n双方债务自本通知到达时抵销。") == []


# -- who signs: the worked cases of the rule lawyer_letter.signer (律师法 16、28)

LAWYERS = [
    ("律师函\n远航公司：\n请付款。\n华信精工有限公司（盖章）", Signer.COMPANY, ["signer.not_a_law_firm"]),
    ("律师函\n远航公司：\n请付款。\n王示例律师", Signer.LAWYER_WITHOUT_FIRM, ["signer.not_a_law_firm"]),
    ("律师函\n示例律师事务所\n请付款。\n王示例律师", Signer.FIRM_WITHOUT_LICENCE, ["signer.not_a_law_firm"]),
    ("示例律师事务所\n执业许可证号：31320000MD0123456X\n律师函\n请付款。\n王示例律师", Signer.LAW_FIRM, []),
    ("Lawyer's Letter\nPlease pay.\nHuaxin Precision Co., Ltd.", Signer.COMPANY, ["signer.not_a_law_firm"]),
    ("Jiangsu Example Law Firm\nLicence No. 31320000MD0123456X\nLawyer's Letter\nPlease pay.", Signer.LAW_FIRM, []),
]


@pytest.mark.parametrize(("text", "who", "wanted"), LAWYERS)
def test_only_a_law_firm_with_its_licence_sends_a_lawyer_s_letter(text: str, who: Signer, wanted: list[str]) -> None:
    assert signer(paragraphs(text)) is who
    assert codes(text) == wanted
    for finding in read(text).findings:
        assert finding.severity is Severity.BAR


def test_a_letter_that_only_mentions_a_lawyer_s_letter_is_none() -> None:
    assert codes("催款函\n我司已委托律师发出律师函，请贵司付款。") == []


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("催款函", Sort.DEMAND),
        ("催 款 函", Sort.DEMAND),
        ("付款提醒函", Sort.DEMAND),
        ("往来款项询证函", Sort.STATEMENT),
        ("对账单", Sort.STATEMENT),
        ("还款协议", Sort.AGREEMENT),
        ("支付令申请书", Sort.COURT_PAPER),
        ("律师函", Sort.LAWYERS_LETTER),
        ("抵销通知书", Sort.SET_OFF),
        ("Formal Demand for Payment", Sort.DEMAND),
        ("关于春节放假的通知", Sort.LETTER),
    ],
)
def test_a_title_says_what_sort_of_writing_it_is(title: str, sort: Sort) -> None:
    assert nature(paragraphs(f"某某公司\n{title}\n正文。"), None, None).sort is sort


# -- every finding has its words


def test_every_code_of_a_sentence_has_lawful_words_in_both_languages(messages: Messages) -> None:
    wanted = {rule.code for rule in RULES} | {trap.code for trap in TRAPS} | {"signer.not_a_law_firm"}
    assert wanted <= covered()
    for code in covered():
        for language in Language:
            assert instead(code, language)
        assert code in messages.codes


@pytest.mark.parametrize("language", list(Language))
def test_the_words_to_use_instead_are_themselves_lawful(language: Language) -> None:
    for code in sorted(covered() - {"trap.guarantor_copied"}):
        words = instead(code, language)
        checked = examine(words, dated_on=DAY, law=law(), language=language)
        assert checked.verdict == "ok", (code, words, checked.findings)


def test_every_trap_names_the_law_it_rests_on() -> None:
    for trap in TRAPS:
        assert trap.articles
        for ref in trap.articles:
            assert law().article(ref)
