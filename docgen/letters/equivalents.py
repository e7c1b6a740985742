"""Other words for the parts of a letter: how a lawyer may put them who does not write as our own templates do.

Each pattern asks for the elements of a part and leaves their wording open. {field} stands for the words of that field,
as in `docgen.letters.required`. The examples are what a warning quotes when none of this is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.letters.request import Language

_DAY_ZH = "(期限|到期日|付款日|履行期|付款时间|履行时间)"
_DAY_EN = (
    "(due dates?|time (for|of) (performance|payment)|original (date|term|period|maturity)s?"
    "|payment (date|term|period)s?|date[^.]{0,20} (due|payable)|maturity|deadline)"
)
_NOT_ZH = (
    "(不|并非|未)(得|应|会|曾|因此|予)?"
    "(构成|视为|意味着|代表|表示|被?(理解|解释|视)为|作为|是对|改变|变更|影响|延长|修改|调整|延后|推迟|放宽)"
)
_STEPS_ZH = "(起诉|诉讼|仲裁|支付令|财产保全|法律途径|司法途径|法律程序|司法程序|法律手段|法律措施)"
_STEPS_EN = (
    r"(lawsuit|litigation|legal (action|proceedings|steps|measures|remedies)|proceedings|arbitrat\w+|payment order"
    r"|preservation|\bsue\b|action in court|the courts?\b)"
)

_EQUIVALENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": (
            "催[款告收缴].{0,6}(函|书|通知)|付款(通知|催告|提示|提醒)|(对账|询证|征询|确认|提示|提醒)函|律师(催告)?函|支付令申请",
            "(demand|notice|reminder|request|confirmation|statement|application|reconciliation)[^.\n]{0,40}"
            "(payment|debt|balance|account|order|overdue|due)|lawyer[’']?s[’']? letter|letter before action",
        ),
        "seal": ("盖章|签章|公章|印章|用印|（章）", r"\bseal|\bstamp|\bchop\b"),
        "draft": ("草稿|草案", r"\bdraft\b"),
        "draft_mark": ("草稿|草案", r"\bdraft\b"),
        "chinese_prevails": ("{small_print}", "Chinese[^.]{0,60}(prevail|govern|control|authoritative)"),
        "thanks": (
            "[如若][^。；]{0,30}已[经]?(付|支付|汇|结清|还)[^。]{0,60}(忽略|谢|不必理会|告知)|收到[^。]{0,60}谢",
            "(if|where|should) [^.]{0,40}(paid|payment|settled)[^.]{0,80}(thank|disregard|ignore)"
            "|thank you for[^.]{0,40}payment|received[^.]{0,80}thank",
        ),
        "sum": ("{sums.demanded_words}", "{sums.demanded_words}"),
        "total": ("{total_column}", "{total_column}"),
        "reservation": (
            "(不|未|并非|非)[^。；]{0,40}(放弃|弃权|豁免)|保留[^。；]{0,60}(权利|权益|追究|主张|追偿|请求权|追索)"
            "|(权利|权益|请求权)[^。；]{0,30}保留|不影响[^。；]{0,40}(权利|权益|请求权)",
            r"\b(not|nothing|neither|no|nor|never)\b[^.]{0,100}(waive|relinquish|forgo|abandon|surrender)"
            r"|reserv\w*[^.]{0,80}(right|remed|claim)|(right|remed|claim)s?[^.]{0,60}\breserved|without prejudice"
            r"|\b(not|nothing)\b[^.]{0,60}(affect|prejudice|limit)[^.]{0,60}(right|remed|claim)",
        ),
        "due_date_stays": (
            f"{_NOT_ZH}[^。；]{{0,30}}({_DAY_ZH}|展期|延期|宽限)"
            f"|{_DAY_ZH}[^。；]{{0,16}}(不|未)(因[^。；]{{0,16}}而?)?(予|作|做|发生|得|受)?(任何)?(变|改|延|调整|影响|顺延)"
            f"|{_DAY_ZH}[^。；]{{0,8}}(保持|维持)(不变|原状)?"
            "|仍(然|应)?(按|以|依)(照)?[^。；]{0,16}(原|约定|合同)[^。；]{0,16}(为准|计算|起算|执行|确定|认定)",
            r"\b(not|neither|no|nor|never|without|nothing)\b[^.]{0,80}"
            r"(chang|alter|extend|extension|mov(e|es|ing)|vari|vary|postpon|defer|amend|modif|affect|replac|new|grac)"
            rf"[^.]{{0,60}}{_DAY_EN}|{_DAY_EN}[^.]{{0,60}}"
            r"\b(remains?|stands?|stays?|unchanged|unaffected|(is|are|was|were|shall|will|does|do) not)\b",
        ),
        "late_payment_runs_from_due_date": (
            "(责任|违约金|利息|损失|逾期)[^。；]{0,30}(自|从|以|按)[^。；]{0,20}(到期|届满|期限|应付|应当付款|付款日|履行期)"
            "[^。；]{0,12}(起|计|算)",
            "(liabil|interest|damages|default|late)[^.]{0,80}(run|accru|count|start|begin|comput|calculat|aris)"
            "[^.]{0,40}(from|since|on|after)[^.]{0,40}(original|due|agreed|maturity)",
        ),
        "key_sentence": (
            "{letter.pay_by}.{0,200}(盖章|签章|用印|签字|签署).{0,80}(确认|认可|承认).{0,80}(同意|承诺|保证|愿意)",
            "{letter.pay_by}.{0,400}(stamp|seal|sign|chop)[^.]{0,200}(confirm|acknowledg|admit|accept)[^.]{0,200}"
            "(agree|undertak|promis|commit)",
        ),
        "box.promise": (
            "(无误|属实|相符|一致|认可|确认)[^。\n]{0,30}(承诺|同意|保证|将|愿)[^。\n]{0,30}{letter.pay_by}[^。\n]{0,12}"
            "(付|清偿|结清|履行)",
            "(correct|agree|confirm|acknowledg)[^.]{0,120}(pay|paid|settle)[^.]{0,60}(by|before|on|until)",
        ),
        "box.figure": (
            "(仅|只)[^。\n]{0,14}(确认|认可|核对|证明)[^。\n]{0,14}(金额|余额|数额|欠款|款项|账)"
            "|(确认|认可)[^。\n]{0,14}(金额|余额|数额)[^。\n]{0,20}(不(表示|构成|包含|含)|暂不)",
            "(confirm|agree|acknowledg)[^.]{0,80}\\bonly\\b|\\bonly\\b[^.]{0,80}(amount|balance|figure|debt)"
            "|(amount|balance|figure) is (correct|agreed)[^.]{0,40}(no undertaking|without)",
        ),
        "box.differs": (
            "(不符|有误|不一致|异议|差异|不认可|不无误)[^。]{0,80}(应为|差额|实际|正确|我方账).{0,80}(原因|理由|说明)",
            "(differ|not agree|not correct|incorrect|disagree|wrong|dispute).{0,240}(reason|because|expla|why)",
        ),
        "slip.signer": (
            "(签字人|签署人|经办人|签名|签字|确认人|负责人|授权代表).{0,80}(职务|职位|岗位|职)",
            "(sign|name).{0,160}(post|position|title|capacity|role)",
        ),
        "interest_reserved": (
            "(违约金|利息|逾期付款责任)[^。]{0,60}(另行|另计|单独|保留|不受影响|依约|按合同|依合同|依法|按照)",
            "(interest|liquidated damages)[^.]{0,120}(separate|reserv|unaffected|contract|law|later|in addition)",
        ),
        "not_a_demand": (
            "(仅|只)[^。]{0,16}(核对|复核|对账|核实)"
            "|(并非|不是|不作为|不构成|非)[^。]{0,12}(催款|催收|催告|付款请求|付款要求|结算)",
            "(only|solely|purely|merely)[^.]{0,80}(reconcil|check|verif|audit)"
            "|\\bnot\\b[^.]{0,60}(demand|reminder|request|claim)[^.]{0,20}payment"
            "|not a payment (demand|reminder|request)",
        ),
        "agrees": ("无误|相符|一致|属实", "correct|agree|confirm"),
        "differs": ("不符|有误|不一致|差异|不实", "differ|disagree|not agree|incorrect|not correct"),
        "article_509": (r"五百零九|第\s*509|(?<![\d.,])509(?=\s*[条、，和及])", r"\b509\b"),
        "article_577": (r"五百七十七|第\s*577|(?<![\d.,])577(?=\s*[条、，和及])", r"\b577\b"),
        "article_579": (r"五百七十九|第\s*579|(?<![\d.,])579(?=\s*[条、，和及])", r"\b579\b"),
        "consequences": (
            f"(将|可|有权|不得不|必要时|会|拟|只能)[^。]{{0,60}}{_STEPS_ZH}",
            r"\b(will|shall|may|intends?|reserves?|entitled|compelled|obliged|no choice|have to)\b[^.]{0,160}"
            rf"{_STEPS_EN}",
        ),
        "practice_number": (r"(?<!\d)\d{17}(?!\d)", r"(?<!\d)\d{17}(?!\d)"),
        "mandate": (
            "(接受|受|根据|依据)[^。]{0,160}(委托(?!人)|授权|指派|聘请)|代理[^。]{0,60}(致函|发函|处理|事宜)",
            "instruct|engage|retain|appoint|act(ing)? (for|on behalf)|mandate|represent|on behalf of",
        ),
        "material": (
            "(根据|依据|基于|依照|结合|审阅)[^。]{0,80}(陈述|介绍|说明|提供|资料|材料|证据|文件)",
            "(statement|information|material|document|instruction|evidence|record|paper)s?[^.]{0,100}client"
            "|client[^.]{0,100}(provided|supplied|statement|information|document|material|inform|instruct|told)",
        ),
        "written_reply": (
            "(如|若|倘)[^。]{0,60}(不符|不一致|异议|出入|有误|错误|疑问)[^。]{0,80}(书面|来函|函复|回复|复函|回函|提出|联系)",
            "in writing|written (reply|response|objection|notice|statement)|reply[^.]{0,60}(by|within)",
        ),
        "applicant": ("申请人", "applicant"),
        "respondent": ("被申请人", "respondent"),
        "request": (
            "支付令.{0,160}(给付|支付|偿付|清偿|偿还|付清|归还).{0,80}({sums.demanded_full}|{sums.demanded_words})",
            "payment order.{0,300}({sums.demanded_full}|{sums.demanded_words})",
        ),
        "request.fee": (
            "(申请费|费用)[^。；]{0,30}被申请人[^。；]{0,8}(负担|承担)"
            "|被申请人[^。；]{0,8}(负担|承担)[^。；]{0,30}(申请费|费用)",
            "(fee|cost)s?[^.]{0,60}(borne|paid|met) by the respondent"
            "|respondent[^.]{0,60}(bear|pay|meet)[^.]{0,40}(fee|cost)",
        ),
        "gates": (
            r"\A(?=.*(没有|无|不存在)[^。；]{0,6}其他债务纠纷)(?=.*(对待给付|对待履行))(?=.*到期)(?=.*下落不明)"
            r"(?=.*送达)(?=.*保全)",
            r"\A(?=.*\bno(t any)? other[^.;]{0,30}dispute)(?=.*(counter-?|reciprocal )(performance|obligation))"
            r"(?=.*\bdue\b)(?=.*whereabouts)(?=.*serv)(?=.*preservation)",
        ),
        "evidence": ("证据(清单|目录|材料|如下)", "evidence"),
        "article_225": (
            r"民事诉讼法》?[^。]{0,40}(二百二十五|第\s*225)",
            "225[^.]{0,60}Civil Procedure Law|Civil Procedure Law[^.]{0,60}225",
        ),
        "court": ("{court}", "{court}"),
        "reference_copy": (
            "支付令申请",
            "reference.{0,160}Chinese[^.]{0,60}(prevail|govern|control|authoritative)"
            "|Chinese[^.]{0,60}(prevail|govern|control|authoritative).{0,160}reference",
        ),
    }
)

_EXAMPLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "seal": ("{{ creditor.name }}（盖章）", "{{ creditor.name }} (company seal)"),
        "reservation": (
            "本函不构成{{ we }}对任何权利的放弃。",
            "Nothing in this letter waives any of our rights.",
        ),
        "due_date_stays": (
            "该日期不构成对原付款期限的变更。",
            "That date does not change the original due date.",
        ),
        "late_payment_runs_from_due_date": (
            "逾期付款责任自原到期日起算。",
            "Liability for late payment runs from the original due date.",
        ),
        "key_sentence": (
            "请{{ you }}核对上述欠款并于{{ letter.pay_by }}前支付；选择第1项并盖章的，"
            "即表示确认上述欠款并同意于该日前履行付款义务。",
            "Please check the debt and pay it by {{ letter.pay_by }}; by sealing box 1 you confirm the debt and agree "
            "to pay by that date.",
        ),
        "box.promise": (
            "□ 1. 金额无误，并承诺于{{ letter.pay_by }}前付清。",
            "□ 1. The amount is correct, and we undertake to pay it by {{ letter.pay_by }}.",
        ),
        "box.figure": ("□ 2. 仅确认金额无误。", "□ 2. We confirm the amount only."),
        "box.differs": (
            "□ 3. 金额不符，应为：……；原因：……",
            "□ 3. The amount is not correct. It should be: … Reason: …",
        ),
        "slip.signer": ("签字人：……　职务：……", "Name of signatory: … Post: …"),
        "interest_reserved": (
            "违约金/利息按合同约定或法律规定另行计算。",
            "Liquidated damages and interest are computed separately as the contract or the law provides.",
        ),
        "not_a_demand": (
            "本函仅为复核账目之用，并非催款结算。",
            "This letter serves solely to reconcile accounts and is not a demand for payment.",
        ),
        "agrees": ("□ 信息证明无误。", "□ Information agreed."),
        "differs": ("□ 信息不符，不符项目及金额：……", "□ Information not agreed; items and amounts: …"),
        "article_509": (
            "《中华人民共和国民法典》第五百零九条",
            "Article 509 of the Civil Code of the People's Republic of China",
        ),
        "article_577": (
            "《中华人民共和国民法典》第五百七十七条",
            "Article 577 of the Civil Code of the People's Republic of China",
        ),
        "article_579": (
            "《中华人民共和国民法典》第五百七十九条",
            "Article 579 of the Civil Code of the People's Republic of China",
        ),
        "consequences": (
            "逾期未付清的，{{ we }}将依法采取提起诉讼、申请财产保全等措施。",
            "If payment is not made in full, we will take lawful measures such as filing a lawsuit.",
        ),
        "practice_number": (
            "{%p for one in lawyers %}……（执业证号：{{ one.practice_number }}）",
            "{%p for one in lawyers %}… (practice No. {{ one.practice_number }})",
        ),
        "mandate": (
            "{{ firm.name }}接受{{ creditor.full_name }}的委托，指派{{ lawyers_named }}律师致函。",
            "{{ firm.name }} has been instructed by {{ creditor.full_name }} to write to you.",
        ),
        "material": (
            "本函根据委托人的陈述及其提供的材料出具。",
            "This letter rests on the statements of our client and the documents it has provided.",
        ),
        "written_reply": (
            "若所述事实与实际不符，请在{{ letter.reply_by }}前书面回复。",
            "If any of these facts is wrong, please reply in writing by {{ letter.reply_by }}.",
        ),
        "applicant": ("申请人：{{ applicant.full_name }}", "Applicant: {{ applicant.full_name }}"),
        "respondent": ("被申请人：{{ respondent.full_name }}", "Respondent: {{ respondent.full_name }}"),
        "request": (
            "向被申请人发出支付令，督促被申请人给付申请人{{ subject }}{{ sums.demanded_full }}；",
            "That a payment order be issued urging the respondent to pay the applicant {{ sums.demanded_full }};",
        ),
        "request.fee": ("申请费由被申请人负担。", "that the application fee be borne by the respondent."),
        "gates": (
            "债权人与债务人没有其他债务纠纷，申请人无对待给付义务；债权已到期且数额确定；被申请人在中国境内且未下落不明，"
            "支付令能够送达；申请人未申请诉前保全。",
            "There is no other debt dispute between the parties, and the applicant owes no counter-performance; the "
            "claim is due; the respondent's whereabouts are not unknown, and the order can be served; no preservation "
            "has been applied for.",
        ),
        "evidence": ("证据清单", "List of evidence"),
        "article_225": (
            "《中华人民共和国民事诉讼法》第二百二十五条",
            "Article 225 of the Civil Procedure Law of the People's Republic of China",
        ),
        "court": ("此致 {{ court }}", "Respectfully submitted to: {{ court }}"),
        "reference_copy": ("支付令申请书", "English translation for reference; the Chinese text prevails"),
    }
)

# Fields that are lists: what a person writes to print one of their members.
_LOOPS: Mapping[str, str] = MappingProxyType(
    {
        "contracts": "{%p for one in contracts %}",
        "items": "{%tr for one in items %}",
        "lawyers": "{%p for one in lawyers %}",
        "enclosures": "{%p for one in enclosures %}",
        "interest.rule": "{%p for one in interest.rule %}",
    }
)


def equivalent(part_id: str, language: Language) -> str:
    """The pattern of other words for a part; "" where there is only one way to say it: by printing its field."""
    return _in(_EQUIVALENTS, part_id, language)


def example(part_id: str, field: str, language: Language) -> str:
    """Words that would do for a part, as they are typed in Word. field: the one that the part prints, if any."""
    if said := _in(_EXAMPLES, part_id, language):
        return said
    for name, loop in _LOOPS.items():
        if field == name or field.startswith(f"{name}."):
            return f"{loop} … {{{{ one{field.removeprefix(name)} }}}}"
    return f"{{{{ {field} }}}}"


def _in(table: Mapping[str, tuple[str, str]], part_id: str, language: Language) -> str:
    return table.get(part_id, ("", ""))[0 if language is Language.ZH else 1]
