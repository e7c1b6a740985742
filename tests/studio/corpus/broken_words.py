"""Words: what a letter must hold and does not, must not say and does, and law that is no longer the law."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import Change, after, edited, gone, retyped
from tests.studio.corpus.labels import At, Broken, Fault

_MISSING = At(Fault.PART_MISSING, part="")
_MORE = frozenset({Fault.PART_MISSING})


def _words(name: str, did: str, letter: str, *changes: Change, at: At, or_: tuple[Fault, ...] = ()) -> Broken:
    return Broken(
        name, did, letter, partial(edited, letter, *changes), (at,), frozenset(or_), _MORE - {at.fault}, in_letter=True
    )


BROKEN = (
    # Statutory parts
    _words(
        "no_reservation",
        "Deleted the reservation of rights, and left its heading.",
        "zh/demand_letter",
        gone("本函不构成{{ we }}对违约金"),
        at=_MISSING,
    ),
    _words(
        "no_account",
        "Deleted the bank account.",
        "zh/demand_letter",
        *(gone(words) for words in ("户　名：", "开户行：", "账　号：", "收款账户（")),
        at=_MISSING,
    ),
    _words(
        "no_date",
        "Deleted the date above the seal.",
        "zh/lawyers_letter",
        gone("{{ letter.date }}"),
        at=_MISSING,
    ),
    _words(
        "no_practice_number",
        "Deleted the lawyers' practice numbers.",
        "zh/lawyers_letter",
        retyped("（执业证号：{{ one.practice_number }}）", ""),
        at=_MISSING,
    ),
    _words(
        "no_reservation_in_english",
        "Deleted the reservation of rights.",
        "en/demand_letter",
        gone("Nothing in this letter waives"),
        at=_MISSING,
    ),
    _words(
        "due_date_no_longer_kept",
        "Deleted that the last day to pay does not change the original due dates.",
        "en/lawyers_letter",
        retyped("it does not change the original due dates, and ", ""),
        at=_MISSING,
    ),
    _words(
        "key_sentence_reworded",
        "Put the sentence on which the confirmation rests in words that promise nothing.",
        "zh/balance_confirmation",
        retyped("即表示确认上述欠款并同意于该日前履行付款义务", "即视为收到本函"),
        at=_MISSING,
    ),
    _words(
        "no_fee_in_the_application",
        "Deleted that the respondent bears the fee.",
        "zh/payment_order_application",
        gone("3. 申请费由被申请人负担。"),
        gone("2. 申请费由被申请人负担。"),
        at=_MISSING,
    ),
    # What belongs in another letter
    _words(
        "lawsuit_in_a_reminder",
        "Warned of a lawsuit in a friendly reminder.",
        "zh/payment_reminder",
        after("{{ thanks }}", "如逾期仍未付款，我司将依法提起诉讼并申请财产保全。"),
        at=At(Fault.PART_OUT_OF_PLACE, 67, "如逾期仍未付款，我司将依法提起诉讼"),
    ),
    _words(
        "lawsuit_in_an_english_reminder",
        "Warned of a lawsuit in a friendly reminder.",
        "en/payment_reminder",
        after("{{ thanks }}", "If you do not pay, we will file a lawsuit."),
        at=At(Fault.PART_OUT_OF_PLACE, 82, "If you do not pay, we will file a lawsuit."),
    ),
    # Threats, exposure, insults, the look of an authority
    _words(
        "police",
        "Threatened with the police.",
        "zh/demand_letter",
        after("{{ consequences }}", "逾期我司将向公安机关报案，追究贵司法定代表人的刑事责任。"),
        at=At(Fault.TONE, 100, "逾期我司将向公安机关报案"),
    ),
    _words(
        "chat_group",
        "Threatened to publish the debt.",
        "zh/payment_reminder",
        after("{{ thanks }}", "逾期未付的，我司将在行业微信群内公布贵司欠款情况。"),
        at=At(Fault.TONE, 67, "我司将在行业微信群内公布贵司欠款情况"),
    ),
    _words(
        "insult",
        "Insulted the debtor.",
        "zh/lawyers_letter",
        after("本所认为", "贵司如此行事，与骗子何异！"),
        at=At(Fault.TONE, 72, "贵司如此行事，与骗子何异！"),
    ),
    _words(
        "tax_office",
        "Threatened with the tax office.",
        "zh/balance_confirmation",
        after("{{ letter.salutation }}", "如不确认，我方将向税务机关投诉贵司。"),
        at=At(Fault.TONE, 28, "我方将向税务机关投诉贵司"),
    ),
    _words(
        "customers",
        "Threatened to tell the debtor's customers.",
        "en/demand_letter",
        after("{{ consequences }}", "Otherwise we shall tell your customers about this debt."),
        at=At(Fault.TONE, 115, "we shall tell your customers about this debt"),
    ),
    _words(
        "jail",
        "Threatened with jail.",
        "en/lawyers_letter",
        after("In our view", "If you do not pay, your directors will end up in jail."),
        at=At(Fault.TONE, 82, "your directors will end up in jail"),
    ),
    _words(
        "threat_in_a_cell",
        "Wrote a threat into the first cell of the table.",
        "zh/demand_letter",
        retyped("项目", "项目（逾期将曝光）"),
        at=At(Fault.TONE, 1, "项目（逾期将曝光）", 3, 1, 1),
    ),
    _words(
        "threat_in_the_footer",
        "Wrote a threat into the footer.",
        "en/demand_letter",
        retyped("{{ small_print }}", "{{ small_print }} We will inform the police."),
        at=At(Fault.TONE, 2, "We will inform the police.", part="footer"),
    ),
    # What gives something away
    _words(
        "waiver",
        "Offered to waive the late charges.",
        "zh/demand_letter",
        after("{{ consequences }}", "如贵司于月底前付清，可不再计收违约金。"),
        at=At(Fault.CONCESSION, 100, "如贵司于月底前付清，可不再计收违约金。"),
    ),
    _words(
        "waiver_in_english",
        "Offered to waive the interest.",
        "en/lawyers_letter",
        after("{{ consequences }}", "If you pay by Friday we will not charge interest."),
        at=At(Fault.CONCESSION, 112, "we will not charge interest"),
    ),
    _words(
        "new_due_date",
        "Allowed payment at the end of the year.",
        "zh/payment_reminder",
        after("{{ thanks }}", "贵司于12月31日前付款即可。"),
        at=At(Fault.CONCESSION, 67, "贵司于12月31日前付款即可。"),
    ),
    _words(
        "admission",
        "Admitted a defect of the goods.",
        "en/demand_letter",
        after("2.Amounts outstanding", "We admit that there was a defect."),
        at=At(Fault.CONCESSION, 53, "We admit that there was a defect."),
    ),
    # Law that is no longer the law
    _words(
        "contract_law",
        "Kept the citation of the Contract Law from an old letter.",
        "zh/demand_letter",
        after("四、法律依据", "依据《中华人民共和国合同法》第一百零九条，贵司应当支付价款。"),
        at=At(Fault.REPEALED_LAW, 78, "《中华人民共和国合同法》第一百零九条"),
    ),
    _words(
        "guarantee_law",
        "Kept the citation of the Guarantee Law from an old letter.",
        "zh/lawyers_letter",
        after("三、法律意见", "依据《中华人民共和国担保法》第十八条，保证人承担连带责任。"),
        at=At(Fault.REPEALED_LAW, 64, "《中华人民共和国担保法》第十八条"),
    ),
    _words(
        "contract_law_in_english",
        "Kept the citation of the Contract Law from an old letter.",
        "en/demand_letter",
        after("4.Legal basis", "Under Article 109 of the Contract Law of the People's Republic of China you must pay."),
        at=At(Fault.REPEALED_LAW, 88, "Article 109 of the Contract Law of the People's Republic of China"),
    ),
    _words(
        "old_number_of_the_payment_order",
        "Cited the article on payment orders by its number of before 2024.",
        "zh/payment_order_application",
        retyped("{{ basis_cited }}", "《中华人民共和国民事诉讼法》第二百二十一条"),
        at=At(Fault.OLD_ARTICLE, 99, "《中华人民共和国民事诉讼法》第二百二十一条"),
    ),
    _words(
        "older_number_of_the_payment_order_in_english",
        "Cited the article on payment orders by its number of before 2022.",
        "en/payment_order_application",
        retyped("{{ basis_cited }}", "Article 214 of the Civil Procedure Law"),
        at=At(Fault.OLD_ARTICLE, 90, "Article 214 of the Civil Procedure Law"),
    ),
    _words(
        "old_number_of_the_limitation_of_enforcement",
        "Cited the period for enforcement by its number of before 2022.",
        "zh/enforcement_application",
        retyped("{{ basis_cited }}", "《中华人民共和国民事诉讼法》第二百三十九条"),
        at=At(Fault.OLD_ARTICLE, 73, "《中华人民共和国民事诉讼法》第二百三十九条"),
    ),
    _words(
        "article_that_there_is_not",
        "Mistyped an article of the Civil Code, which ends with article 1260.",
        "zh/demand_letter",
        after("四、法律依据", "依据《中华人民共和国民法典》第五千七百七十九条，贵司应当支付价款。"),
        at=At(Fault.NO_SUCH_ARTICLE, 78, "《中华人民共和国民法典》第五千七百七十九条"),
    ),
    _words(
        "article_that_there_is_not_in_english",
        "Mistyped an article of the Civil Code, which ends with article 1260.",
        "en/lawyers_letter",
        after("3.Legal position", "Article 1779 of the Civil Code obliges you to pay."),
        at=At(Fault.NO_SUCH_ARTICLE, 74, "Article 1779 of the Civil Code"),
    ),
)
