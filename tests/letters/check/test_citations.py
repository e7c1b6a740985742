"""Citations: which are found, and where each stands on the letter's day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from docgen.errors import Severity
from docgen.letters.check.citing import citations
from docgen.letters.check.naming import names_of
from docgen.letters.check.reading import Paragraph
from docgen.letters.request import Language
from tests.letters.check.reading import DAY, codes, read, shipped
from tests.letters.making import law

# What a text cites: act and article with its parts, in order.
FOUND = [
    # Chinese: numerals, paragraphs and items
    ("《中华人民共和国民法典》第五百七十九条", ["civil_code:579"]),
    ("《民法典》第579条", ["civil_code:579"]),
    ("《民法典》第５７９条", ["civil_code:579"]),
    ("民法典第五七九条", ["civil_code:579"]),
    ("《民法典》第 579 条", ["civil_code:579"]),
    ("《民法典》第一百八十八条第一款", ["civil_code:188(1)"]),
    ("《民法典》第188条第1款", ["civil_code:188(1)"]),
    ("《民法典》第五百六十三条第一款第（三）项", ["civil_code:563(1)(3)"]),
    ("《民法典》第一千零二十四条", ["civil_code:1024"]),
    ("《民法典》合同编第五百八十五条", ["civil_code:585"]),
    ("《民法典》（以下简称“民法典”）第五百零九条", ["civil_code:509"]),
    ("刑法第二百九十三条之一", ["criminal_law:293-1"]),
    # lists and ranges
    ("《民法典》第五百零九条、第五百七十七条、第五百七十九条", ["civil_code:509", "civil_code:577", "civil_code:579"]),
    ("民法典第577、579条", ["civil_code:577", "civil_code:579"]),
    ("民法典第577条及第579条", ["civil_code:577", "civil_code:579"]),
    ("民法典第577条至第579条", ["civil_code:577", "civil_code:579"]),
    ("民法典第577-579条", ["civil_code:577", "civil_code:579"]),
    ("《民法典》第一百八十八条第一款、第二款", ["civil_code:188(1)"]),
    ("《民法典》第五百零九条、《民事诉讼法》第二百二十五条", ["civil_code:509", "cpl:225"]),
    ("《民法典》第五百零九条：“按约”；第五百七十九条：“支付”", ["civil_code:509", "civil_code:579"]),
    ("《民法典》第五百零九条及该法第五百七十九条", ["civil_code:509", "civil_code:579"]),
    ("《民法典》第五百七十七条、五百七十九条", ["civil_code:577", "civil_code:579"]),
    ("民法典第577条—第579条", ["civil_code:577", "civil_code:579"]),
    ("《民法典》第三编合同第一分编通则第八章第五百七十七条", ["civil_code:577"]),
    ("《民法典》之第五百七十九条", ["civil_code:579"]),
    # other names, other texts of an act
    ("民诉法第225条", ["cpl:225"]),
    ("《民事诉讼法》（2021年修正）第二百二十一条", ["cpl_2021:221"]),
    ("《中华人民共和国民事诉讼法（2017年修正）》第二百一十四条", ["cpl_2017:214"]),
    ("《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第四百二十七条", ["cpl_interpretation:427"]),
    ("《最高人民法院关于适用《中华人民共和国民事诉讼法》的解释》第427条", ["cpl_interpretation:427"]),
    ("民诉法解释第427条", ["cpl_interpretation:427"]),
    (
        "《最高人民法院关于审理买卖合同纠纷案件适用法律问题的解释》第十八条第四款",
        ["sales_interpretation:18(4)"],
    ),
    ("买卖合同司法解释第18条", ["sales_interpretation:18"]),
    ("《关于审理民间借贷案件适用法律若干问题的规定》第25条", ["lending_interpretation:25"]),
    ("法释〔2001〕2号第三条", ["payment_order_rules_2001:3"]),
    ("法释[2001]2号第三条", ["payment_order_rules_2001:3"]),
    ("《合同法》第一百零九条", ["contract_law_1999:109"]),
    ("合同法司法解释（二）第29条", ["contract_law_interpretation_2:29"]),
    ("《保障中小企业款项支付条例》第十七条", ["sme_regulation:17"]),
    ("《保障中小企业款项支付条例》（2020年公布）第十五条", ["sme_regulation_2020:15"]),
    ("依据《合同法》", ["contract_law_1999"]),
    ("《催款促进法》第三条", ["?:3"]),
    # English
    ("Article 579 of the Civil Code of the People's Republic of China", ["civil_code:579"]),
    ("Article 579 of the PRC Civil Code", ["civil_code:579"]),
    ("Art. 579 of the Civil Code", ["civil_code:579"]),
    ("Section 579 of the Civil Code", ["civil_code:579"]),
    ("Civil Code, Art. 579", ["civil_code:579"]),
    ("the Civil Code (Articles 577 and 579)", ["civil_code:577", "civil_code:579"]),
    ("Articles 577, 579 and 585(1) of the Civil Code", ["civil_code:577", "civil_code:579", "civil_code:585(1)"]),
    ("Article 188, paragraph 1, of the Civil Code", ["civil_code:188"]),
    ("Article 563(1)(3) of the Civil Code", ["civil_code:563(1)(3)"]),
    ("Article 225 of the Civil Procedure Law and Article 579 of the Civil Code", ["cpl:225", "civil_code:579"]),
    ("Article 585 of the Civil Code and Article 188 of the same Code", ["civil_code:585", "civil_code:188"]),
    ("Article 253 of the Civil Procedure Law (2012)", ["cpl_2012:253"]),
    ("Article 109 of the Contract Law of the People’s Republic of China", ["contract_law_1999:109"]),
    ("Article 5 of the Debt Collection Law", ["?:5"]),
    ("Articles 577-579 of the Civil Code", ["civil_code:577", "civil_code:579"]),
    ("Article 577 et seq. of the Civil Code", ["civil_code:577"]),
    ("the Civil Code of the People's Republic of China, Article 579", ["civil_code:579"]),
    ("《民法典》 Article 579", ["civil_code:579"]),
    ("Article 26 of Guarantee Law", ["guarantee_law:26"]),
    # no citations at all
    ("合同第八条约定", []),
    ("根据本合同第一百二十条", []),
    ("《采购合同》第一百二十条", []),
    ("远航装备股份有限公司法定代表人", []),
    ("双方的合同法律关系", []),
    ("劳动合同法第三十九条", []),
    ("民法典型案例", []),
    ("Article 8 of the Contract", []),
    ("Article 433 of the German Civil Code", []),
    ("Article 12 of the Articles of Association", []),
    ("该法第五条", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_what_a_text_cites(text: str, wanted: list[str]) -> None:
    found = citations(Paragraph(1, text), names_of(law()), DAY)
    cited = [f"{one.act.id if one.act else '?'}:{one.number}{one.parts}".rstrip(":") for one in found]
    assert cited == wanted
    for one in found:
        assert text[one.start : one.end] == one.words


# Where a citation stands, and what is to be cited today.
PLACED = [
    ("根据《民法典》第五百七十九条，请贵司支付货款。", "in_force", None),
    ("依据《民法典》第五百零九条、第五百七十九条，请贵司支付货款。", "in_force", None),
    ("依据《民法典》第五百八十五条，贵司应支付违约金。", "in_force", None),
    ("《民法典》第一百九十五条：权利人向义务人提出履行请求的，诉讼时效中断。", "in_force", None),
    ("依据《民法典》第五百七十七条，贵司应承担违约责任并支付违约金。", "in_force", None),
    ("依据《民事诉讼法》第二百二十五条，申请支付令。", "in_force", None),
    ("依据《民事诉讼法》第一百零四条，申请诉前财产保全。", "in_force", None),
    ("依据《民法典》第六百八十八条，请保证人承担连带责任保证。", "in_force", None),
    ("Under Article 585 of the Civil Code liquidated damages are payable.", "in_force", None),
    ("根据《民法典》第五百零九条、第五百七十九条，请付清上述款项及逾期付款违约金。", "in_force", None),
    ("根据《民法典》第五百二十六条，在贵司付款前，我司有权拒绝交货。", "in_force", None),
    # another subject
    ("依据《民法典》第五百七十九条，诉讼时效因本函中断。", "other_subject", None),
    ("依据《民法典》第一百八十八条，请贵司支付货款。", "other_subject", None),
    ("依据《民法典》第五百六十八条，贵司应支付违约金。", "other_subject", None),
    ("依据《民事诉讼法》第一百零四条，申请支付令。", "other_subject", None),
    ("Limitation is interrupted under Article 579 of the Civil Code.", "other_subject", None),
    ("Under Article 692 of the Civil Code you owe liquidated damages.", "other_subject", None),
    # old numbers of an act that goes on
    ("依据《民事诉讼法》第二百一十四条，申请支付令。", "old_number", "cpl:225"),
    ("依据《民事诉讼法》第二百二十一条，申请支付令。", "old_number", "cpl:225"),
    ("依据民诉法第224条，对支付令的异议成立的，督促程序终结。", "old_number", "cpl:228"),
    ("依据《民事诉讼法》第一百零一条，申请诉前保全。", "old_number", "cpl:104"),
    ("依据《民事诉讼法》第二百五十三条，加倍支付迟延履行期间的债务利息。", "old_number", "cpl:264"),
    ("依据《民事诉讼法》第二百六十条，加倍支付迟延履行期间的债务利息。", "old_number", "cpl:264"),
    ("依据《仲裁法》第十六条，仲裁协议成立。", "old_number", "arbitration_law:27"),
    ("依据《律师法》第二十五条，由律师事务所统一接受委托。", "old_number", "lawyers_law:28"),
    ("依据买卖合同解释第二十四条第四款，支付逾期付款损失。", "old_number", "sales_interpretation:18"),
    ("Under Article 214 of the Civil Procedure Law we apply for a payment order.", "old_number", "cpl:225"),
    # a number that meant another article not long ago, and nothing says which is meant
    ("参见《律师法》第二十五条。", "renumbered", "lawyers_law:28"),
    # repealed
    ("依据《合同法》第一百零九条，请支付价款。", "before_2021", "civil_code:579"),
    ("依据《合同法》第一百一十四条，支付违约金。", "before_2021", "civil_code:585"),
    ("依据《民法总则》第一百八十八条，诉讼时效为三年。", "before_2021", "civil_code:188"),
    ("依据《民法通则》第一百三十五条，时效为二年。", "before_2021", "civil_code:188"),
    ("依据《担保法》第二十六条，保证人承担保证责任。", "before_2021", "civil_code:693"),
    ("依据《物权法》第一百七十六条。", "before_2021", "civil_code"),
    ("依据《侵权责任法》第六条。", "before_2021", "civil_code"),
    ("依据《婚姻法》第十九条。", "before_2021", "civil_code"),
    ("依据《继承法》第三十三条。", "before_2021", "civil_code"),
    ("依据《收养法》第四条。", "before_2021", "civil_code"),
    ("依据法释〔2001〕2号第三条。", "repealed", "cpl_interpretation"),
    ("依据《最高人民法院关于适用督促程序若干问题的规定》。", "repealed", "cpl_interpretation"),
    ("依据《民事诉讼法》（2021年修正）第二百二十一条。", "repealed", "cpl:225"),
    ("依据《公司法》（2018年修正）第二十条。", "repealed", "company_law:23"),
    ("Under Article 109 of the Contract Law you must pay.", "before_2021", "civil_code:579"),
    # in force by its number, and nothing more is known of it
    ("参见《民法典》第五百九十七条。", "not_held", None),
    # no such thing
    ("依据《民法典》第一千三百条。", "no_such_article", None),
    ("依据《保障中小企业款项支付条例》第八十条。", "no_such_article", None),
    ("Article 1300 of the Civil Code.", "no_such_article", None),
    ("依据《催款促进法》第三条。", "unknown_act", None),
]


@pytest.mark.parametrize(("text", "standing", "now"), PLACED)
def test_where_a_citation_stands(text: str, standing: str, now: str | None) -> None:
    placed = [one for one, _ in read(text).citations]
    assert {one.standing.value for one in placed} == {standing}
    if now:
        assert {one.now for one in placed} == {now}
    said = [code for code in codes(text) if code.startswith("citation.")]
    assert said == ([] if standing == "in_force" else [f"citation.{standing}"])


# As lawyers cite: each article fits what it is cited for.
FITTING = [
    "依据《民法典》第五百六十三条第一款第三项，我司有权解除合同。",
    "根据《民法典》第六百三十四条，贵司未付价款已达五分之一，我司要求支付全部价款。",
    "根据民法典第六百四十一条、第六百四十二条，在付清货款前设备所有权归我司，我司有权取回。",
    "依据《民法典》第五百七十七条、《买卖合同解释》第十八条第四款，贵司应赔偿逾期付款损失。",
    "依据《民法典》第五百八十四条，贵司应赔偿我司损失。",
    "根据《保障中小企业款项支付条例》第十七条，贵司应按日万分之五支付逾期利息。",
    "依据《民事诉讼法》第二十四条、第三十五条，本案由合同履行地法院管辖。",
    "依据《民事诉讼法》第二百五十条，申请执行的期间为二年，适用诉讼时效中止、中断的规定。",
    "依据《民法典》第六百九十三条第二款，请贵方在保证期间内承担连带责任保证。",
    "依据《民法典》第五百四十五条、第五百四十六条，我司已将上述债权转让给某公司，特此通知。",
    "依据《民法典》第五百六十条、第五百六十一条，贵司支付的款项先抵充利息。",
    "依据《民事诉讼法》第二百六十四条，逾期履行的，应当加倍支付迟延履行期间的债务利息。",
    "依据《民法典》第五百二十五条至第五百二十七条，我司暂停发货。",
    "依据《公司法》第二十三条，股东滥用公司法人独立地位的，应对公司债务承担连带责任。",
    "依据《公司法》第五十四条，公司不能清偿到期债务的，已到期债权的债权人有权要求股东提前缴纳出资。",
    "依据《企业破产法》第四十六条，未到期的债权在破产申请受理时视为到期。",
    "依据《民法典》第一百九十二条第二款，诉讼时效期间届满后义务人同意履行的，不得以时效届满为由抗辩。",
    "依据《诉讼时效规定》第八条，本函构成提出履行请求，诉讼时效中断。",
    "依据《民法典》第五百三十五条，我司将提起代位权诉讼。",
    "依据《民法典》第五百三十九条，债务人低价转让财产的，我司可请求撤销。",
    "根据《仲裁法》第二十七条，双方已达成仲裁协议，我司将申请仲裁。",
    "根据《民法典》第五百八十六条、第五百八十七条，贵司违约的，定金不予返还。",
    "根据《民法典》第八百零七条，我司就工程价款享有优先受偿权。",
    "根据《民法典》第六百七十五条、第六百七十六条，借款人应按期返还借款并支付逾期利息。",
    "根据《民事诉讼法》第一百二十二条提起诉讼，请求判令被告支付货款、违约金。",
    "Under Articles 526 and 528 of the Civil Code we are suspending deliveries until payment.",
    "Under Article 691 of the Civil Code the guarantee covers principal, interest and liquidated damages.",
    "Pursuant to Article 563 of the Civil Code we hereby terminate the contract.",
    "Under Article 17 of the SME Payment Regulation interest runs at 0.05% per day.",
    "Article 104 of the Civil Procedure Law allows preservation before a lawsuit.",
]


@pytest.mark.parametrize("text", FITTING)
def test_an_article_that_says_what_it_is_cited_for_is_not_remarked_upon(text: str) -> None:
    assert codes(text) == []


def test_there_are_more_than_a_hundred_cases() -> None:
    assert len(FOUND) + len(PLACED) > 100


@pytest.mark.parametrize(
    ("text", "day", "standing"),
    [
        ("依据《仲裁法》第十六条，仲裁协议成立。", dt.date(2026, 2, 28), "in_force"),
        ("依据《仲裁法》第十六条，仲裁协议成立。", dt.date(2026, 3, 1), "old_number"),
        ("依据《律师法》第二十五条，统一接受委托。", dt.date(2026, 8, 31), "in_force"),
        ("依据《律师法》第二十五条，统一接受委托。", dt.date(2026, 9, 1), "old_number"),
        ("依据《民事诉讼法》第二百二十一条，申请支付令。", dt.date(2023, 12, 31), "in_force"),
        ("依据《民事诉讼法》第二百二十一条，申请支付令。", dt.date(2024, 1, 1), "old_number"),
        ("依据《合同法》第一百零九条，支付价款。", dt.date(2020, 12, 31), "in_force"),
        ("依据《合同法》第一百零九条，支付价款。", dt.date(2021, 1, 1), "before_2021"),
        ("依据《民法典》第五百七十九条，支付价款。", dt.date(2020, 12, 31), "not_yet_in_force"),
        ("依据《保障中小企业款项支付条例》第十五条，支付逾期利息。", dt.date(2025, 5, 31), "in_force"),
    ],
)
def test_the_letter_s_day_decides(text: str, day: dt.date, standing: str) -> None:
    assert [one.standing.value for one, _ in read(text, dated_on=day).citations] == [standing]


def test_facts_before_2021_may_stand_under_the_old_law_and_the_account_tells_when_they_were() -> None:
    text = "依据《合同法》第一百零九条，请支付价款。"
    account, _, _ = shipped()
    (asked,) = read(text).findings
    assert (asked.code, asked.severity) == ("citation.before_2021", Severity.WARNING)
    (wrong,) = read(text, account=account).findings
    assert (wrong.code, wrong.severity) == ("citation.repealed", Severity.WARNING)
    old = replace(account, contracts=(replace(account.contracts[0], signed_on=dt.date(2019, 5, 1)),))
    (told,) = read(text, account=old).findings
    assert (told.code, told.severity) == ("citation.before_2021", Severity.INFORMATION)


def test_a_citation_is_put_right_in_the_letter_s_language() -> None:
    (zh,) = read("依据《民事诉讼法》第二百一十四条，申请支付令。").findings
    assert zh.facts["instead"] == "《中华人民共和国民事诉讼法》第二百二十五条"
    (en,) = read("Under Article 214 of the Civil Procedure Law we apply for a payment order.").findings
    assert en.facts["instead"] == "Article 225 of the Civil Procedure Law of the People's Republic of China"
    (asked,) = read("依据《民事诉讼法》第二百一十四条，申请支付令。", language=Language.EN).findings
    assert asked.facts["instead"] == en.facts["instead"]
    assert zh.articles == ("cpl:225",)


def test_an_article_of_another_subject_is_told_with_what_it_is_about_and_with_the_right_ones() -> None:
    (one,) = read("依据《民法典》第五百七十九条，诉讼时效中断。").findings
    assert one.facts["subject_zh"] == "金钱债务的继续履行"
    assert one.facts["about_zh"] == "诉讼时效"
    assert one.articles == ("civil_code:579", "civil_code:188", "civil_code:195")


def test_a_list_that_has_an_article_for_each_subject_is_not_remarked_upon() -> None:
    assert codes("依据《民法典》第五百七十九条、第五百八十五条、第一百九十五条，请付货款及违约金，诉讼时效中断。") == []


def test_a_clause_that_is_quoted_may_cite_what_was_law_then() -> None:
    assert codes("合同第九条约定：“违约责任依《合同法》第一百零七条。”") == []
    assert codes("我司认为依《合同法》第一百零七条贵司应承担违约责任。") == ["citation.before_2021"]


def test_every_topic_names_articles_that_exist() -> None:
    data = law()
    for topic in data.topics:
        for ref in topic.articles:
            act, _, number = ref.partition(":")
            last = data.naming[act].last_article if act in data.naming else None
            assert last is None or int(number) <= last, ref


def test_every_act_has_the_names_that_letters_give_it() -> None:
    data = law()
    for naming in data.naming.values():
        assert naming.act in data.acts
        assert naming.names_zh and naming.names_en
        until = data.acts[naming.act].in_force_until
        assert (until is None) == (naming.succeeded_by is None), naming.act
