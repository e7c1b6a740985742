"""What each letter must hold, and what it must not, so that an edited template can be checked against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.letters.papers import PAPERS
from docgen.letters.part import Part, same, values_of
from docgen.letters.request import Language, LetterKind, Purpose

__all__ = ["Part", "amiss", "required_parts", "values_of"]


def required_parts(kind: LetterKind, purpose: Purpose | None = None) -> list[Part]:
    """The parts that this letter must hold and those it must not."""
    if kind in PAPERS:
        paper = PAPERS[kind]
        asked = _COMMON if paper.common else tuple(part for part in _COMMON if part.forbidden or part.id == "draft")
        return [*asked, *paper.parts]
    own = {
        LetterKind.PAYMENT_REMINDER: _REMINDER,
        LetterKind.BALANCE_CONFIRMATION: _ACCOUNTS if purpose is Purpose.ACCOUNTS else _CONFIRMATION,
        LetterKind.DEMAND_LETTER: _DEMAND,
        LetterKind.LAWYERS_LETTER: _LAWYERS,
        LetterKind.PAYMENT_ORDER_APPLICATION: _APPLICATION,
    }[kind]
    return [*_COMMON, *own]


def amiss(
    kind: LetterKind, purpose: Purpose | None, text: str, language: Language, facts: Mapping[str, object]
) -> Iterator[str]:
    """The ids of the parts that are missing, and of the forbidden ones that are there."""
    for part in required_parts(kind, purpose):
        found = part.found_in(text, language, facts)
        if found is not None and found == part.forbidden:
            yield part.id


_COMMON = (
    same("title", "{title}"),
    same("date", "{letter.date}"),
    same("creditor.name", "{creditor.name}"),
    same("creditor.code", "{creditor.code}"),
    same("debtor.name", "{debtor.name}"),
    same("debtor.code", "{debtor.code}"),
    same("cut_off", "{letter.cut_off}"),
    same("signatory", "{letter.signatory}"),
    Part("seal", "盖章", "seal", when="letter.sealed"),
    same("chinese_prevails", "{small_print}"),
    same("draft", "{draft_mark}"),
    Part("threat", "报警|报案|刑事责任|诈骗|曝光|老赖|坐牢|抓捕", "police|criminal|jail|fraud|expose", forbidden=True),
    Part("waiver", "(?<!不构成)放弃本金|免除债务|一笔勾销", "(?<!no )release of debt|written off", forbidden=True),
)
_LETTER = (
    same("number", "{letter.number}"),
    same("contract", "{contracts.number}"),
    same("invoice", "{items.number}"),
    same("due_date", "{items.due_on}"),
    same("enclosures", "{enclosures}"),
    same("reply_by", "{letter.reply_by}"),
    Part(
        "reservation",
        "不构成[^。]{0,30}放弃",
        "(not|nothing|neither)[^.]{0,80}(waive|waiver)|reserve[sd]?[^.]{0,60}rights|without prejudice",
    ),
)
_CONTACT = same("contact", "{creditor.phone}")
_SUM = (
    same("sum", "{sums.demanded_full}", when="sums.has_demanded"),
    same("days_overdue", "{longest_overdue}", when="has_overdue"),
)
_ACCOUNT = (
    same("account.holder", "{bank.holder}"),
    same("account.bank", "{bank.bank}"),
    same("account.number", "{bank.number}"),
)
_DUE_DATE_STAYS = Part(
    "due_date_stays",
    "不构成对原[付款履行]{2}期限的变更",
    "(does|do|shall) not (change|alter|extend|move|vary|postpone)[^.]{0,60}(due date|time for performance)|"
    "(no|not) (an )?(change|extension|variation)[^.]{0,40}due date",
)
_NO_LAWYER = Part("company_as_lawyer", "律师函", "lawyer's letter|lawyer’s letter", forbidden=True)
_REMINDER = (
    *_LETTER,
    _CONTACT,
    *(replace(part, when="asks_payment or coming") for part in _ACCOUNT),
    same("sum", "{sums.demanded_full}", when="asks_payment"),
    same("pay_by", "{letter.pay_by}", when="asks_payment"),
    same("thanks", "{thanks}"),
    _NO_LAWYER,
    Part(
        "legal_steps", "提起诉讼|支付令|仲裁|财产保全", "lawsuit|payment order|arbitration|preservation", forbidden=True
    ),
)
_ACCOUNTS = (
    *_LETTER,
    _CONTACT,
    Part(
        "not_a_demand",
        "本函仅为复核账目之用，并非催款结算。(若款项在上述日期之后已经付清，仍)?请及时函复为盼。",
        "(only|solely)[^.]{0,60}(reconcil|check|verif)[^.]{0,120}not[^.]{0,40}(demand|request|payment)",
    ),
    same("balance", "{sums.balance_full}"),
    Part("agrees", "信息证明无误", "(correct|agree|confirm)"),
    Part("differs", "信息不符", "(differ|disagree|does not agree|do not agree|incorrect)"),
    Part("demand", "请[^。]{0,20}(前|尽快|立即)[^。]{0,10}支付|催款函", "please pay|demand payment", forbidden=True),
    Part("bank_account", "收款账户", "pay to|remit", forbidden=True),
    Part("interest", "违约金为|利息为|逾期利息合计", "interest (of|amounts)", forbidden=True),
)
_CONFIRMATION = (
    *_LETTER,
    _CONTACT,
    *_SUM,
    *_ACCOUNT,
    Part(
        "key_sentence",
        "核对上述欠款并于{letter.pay_by}前支付。[^；。]{1,16}选择第1项并盖章的，即表示确认上述欠款并同意于该日前履行付款义务；"
        "选择第2项并盖章的，仅表示确认",
        "{letter.pay_by}.{0,300}(stamp|seal)[^.]{0,200}(confirm|acknowledge)[^.]{0,200}(agree|undertak)",
    ),
    _DUE_DATE_STAYS,
    Part("late_payment_runs_from_due_date", "逾期付款责任自原到期日起算", "original due date"),
    Part("box.promise", "金额无误，并承诺于{letter.pay_by}前付清", "(correct|agree)[^.]{0,120}(pay|paid)[^.]{0,60}by"),
    Part("box.figure", "仅确认金额无误", "(confirm|agree)[^.]{0,60}only|only[^.]{0,60}(amount|balance)"),
    Part("box.differs", "金额不符[^。]{0,40}应为.{0,99}原因", "(differ|not agree|not correct|incorrect).{0,200}reason"),
    Part("slip.signer", "签字人.{0,40}职", "(sign|name).{0,120}(post|position|title)"),
    same("slip.return_address", "{creditor.address}"),
    Part("not_a_demand", "并非催款结算", "not a demand|solely for reconciliation", forbidden=True),
    Part("interest_reserved", "违约金/利息按合同约定或法律规定另行计算", "interest"),
)
_CLAIM = (
    *_LETTER,
    *_SUM,
    *_ACCOUNT,
    same("total", "{total_full}"),
    same("pay_by", "{letter.pay_by}"),
    Part("article_509", "第五百零九条", r"\b509\b"),
    Part("article_577", "第五百七十七条", r"\b577\b"),
    Part("article_579", "第五百七十九条", r"\b579\b"),
    same("interest", "{interest.total_full}"),
    same("interest.rule", "{interest.name}"),
    same("interest.annex", "{interest.note}"),
    _DUE_DATE_STAYS,
)
_DEMAND = (
    *_CLAIM,
    _CONTACT,
    Part(
        "consequences",
        "将依法(采取(申请支付令、)?(提起诉讼|申请仲裁)、申请财产保全等措施|通过诉讼或者仲裁等方式主张权利)",
        "(take lawful measures such as|by lawful means such as)[^.]{0,80}(lawsuit|arbitration)",
    ),
    _NO_LAWYER,
)
_LAWYERS = (
    *_CLAIM,
    same("firm.name", "{firm.name}"),
    same("contact", "{lawyers.phone}"),
    same("firm.licence", "{firm.licence_number}"),
    Part("practice_number", r"执业证号：\d{17}", r"(?<!\d)\d{17}(?!\d)"),
    Part(
        "mandate",
        "接受.{1,120}的委托，指派.{1,40}律师",
        "instruct|engage|retain|appoint|acting for|mandate",
    ),
    Part(
        "material",
        "根据委托人的陈述及其提供的材料",
        "(statement|information|material|document)[^.]{0,80}client|client[^.]{0,80}(provided|supplied)",
    ),
    Part("written_reply", "若所述事实与实际不符，请在.{1,20}书面回复", "in writing"),
    Part(
        "consequences",
        "将依法通过((申请支付令、)?(提起诉讼|申请仲裁)、申请财产保全等方式维护合法权益|诉讼或者仲裁等方式主张权利)",
        "by (lawful )?means such as[^.]{0,80}(lawsuit|arbitration)",
    ),
    Part("draft_mark", "草稿，须经律师事务所审核盖章", "draft . to be reviewed and sealed by a law firm"),
)
_APPLICATION = (
    Part("applicant", "申请人：", "applicant"),
    Part("respondent", "被申请人：", "respondent"),
    same("applicant.address", "{applicant.address}"),
    same("respondent.address", "{respondent.address}"),
    same("applicant.representative", "{applicant.representative}"),
    Part(
        "request",
        "向被申请人发出支付令，督促被申请人给付申请人.{1,10}{sums.demanded_full}",
        "payment order.{0,200}{sums.demanded_full}",
    ),
    Part("request.fee", "申请费由被申请人负担", "fee[^.]{0,60}borne by the respondent|respondent[^.]{0,60}bear"),
    same("request.interest", "{interest.total_full}"),
    Part("gates", "债权人与债务人没有其他债务纠纷，申请人无对待给付义务；债权已到期且数额确定；"
         "被申请人在中国境内且未下落不明，支付令能够送达；申请人未申请诉前保全", "no other (debt )?dispute",
         when="declaration.whole"),
    Part("evidence", "证据清单", "evidence"),
    Part("article_225", "《中华人民共和国民事诉讼法》第二百二十五条", r"Article 225 of the Civil Procedure Law"),
    Part("court", "此致.{0,5}{court}", "{court}"),
    Part("reference_copy", "支付令申请书", "reference.{0,80}Chinese text prevails"),
    Part(  # not so where the sentence goes on to reserve it for another claim
        "open_ended",
        "至实际清偿之日(?![^。；]{0,80}保留另行主张的权利)",
        "until (actual payment|paid in full)(?![^.;]{0,120}reserves? the right to claim)",
        forbidden=True,
    ),
)  # fmt: skip
