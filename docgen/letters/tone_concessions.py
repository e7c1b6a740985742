"""Concessions: what a sender in a hurry gives away - faults of its own, time, late charges.

A party's statement against itself binds it (证据规定 3); what is granted to a debtor changes the contract.
"""

from __future__ import annotations

from docgen.errors import Severity
from docgen.letters.tone_rule import DENIED_EN, DENIED_ZH, WE_ZH, Rule

# Faults of a performance; the debtor's own delay in paying is none of them.
_NOT_PAYING_ZH = "(?!付|支付|还款|结算|履行付|履行金|履行期|利息|清偿|偿|给付|的?违约金|责任|未付)"
_FAULT_ZH = (
    f"((迟延|延误|延迟|拖延|延期|迟交|晚[交到发了]|误期|推迟){_NOT_PAYING_ZH}|逾期(交货|交付|发货|供货|完工|竣工"
    f"|到货)|短[少缺装量交供斤]|少[发交装送供]"
    "|数量(不足|不符|有误|差)|缺[货件损斤]|质量(上)?(的)?(问题|瑕疵|缺陷|不合格|不符|不达标|不过关|异常|差)|瑕疵"
    "|缺陷|不合格|不达标|残次|次品|损坏"
    "|破损|故障|发错|错发|不符合?(约定|合同|标准|要求)|未能?(按|如|准)[期时约][^，。；]{0,6}(交|发|供|到"
    "|完)(?!付?(货款|款))|(没有?|未)(按时|及时|准时)"
    "(交|发|供|到))"
)
_OWN_FAULT_ZH = "(过错|过失|失误|疏忽|疏漏|责任|违约|原因|不足|不当|不对|错)"
_ADMIT_ZH = "(承认|认可|坦承|坦言|自认|不否认|不讳言|认识到|确认|知道|明知|无可否认)"
_INDEED_ZH = "(确有|确实|的确|确系|确属|确曾|确存|确因|诚然|固然|不可否认)"
_SORRY_ZH = "(抱歉|致歉|道歉|歉意|歉疚|对不起|见谅|谅解|包涵)"
_GOODS_ZH = "(货物|产品|交货|交付|发货|供货|到货|货品|商品|数量|设备|工程|服务|质量|批次|部分)"
# A fault that is only supposed, contested or denied is not admitted.
_SUPPOSED_ZH = (
    "如(?!下|期|实|上|约|数|此|今|前|愿|所|何)|若|倘|是否|认为|异议(?!.{0,4}成立)|任何|没有[^，。；]{0,6}(问题|瑕疵"
    "|缺陷)|不存在|不能证明|所称|声称|主张"
    "|提出|未(发现|提出|见|收到|就|对|发生|出现)|(并|均)?无(质量|任何|瑕疵|短|迟|延|不)|为由|借口|有无|不得以|核实"
)

_FAULT_EN = (
    r"(\blate(?!r)(?! (payment|pay|charges?|fees?|paying))|\bdelay\w*(?! (in|of) (your |the )?(pay"
    r"|settl))(?! payment)|\bdefect\w*|\bfault\w*"
    r"|\bshort(age|fall|ages|falls)?\b|short-?(deliver|ship|suppl)\w*|\bincomplete|non-?conform\w*|\bdamaged?\b"
    r"|poor quality"
    r"|quality (problem|issue)s?|\bbreach|\bmistake|\bwrong\b|\bmissing\b|\bunsatisfactory|not (been )?(delivered"
    r"|arrive\w*|in order|on time)"
    r"|\bdid not (deliver|arrive|conform|meet))"
)
_SUPPOSED_EN = (
    r"\bif\b|\bwhether\b|\bany\b|\balleg\w+|(?<!not )\bden(y|ies|ied)\b|\bclaim(ed|s)? (that|of)|\bso-called"
    r"|\bno (fault|defect|delay|shortage)|without (fault|defect|delay)"
    r"|\byour (delay|late|default|breach)|\bpay(ment|ments|ing)? (is|are|was|were|has been|have been)? ?(late"
    r"|delayed|overdue)"
    r"|(late|delay)\w*( \w+){0,3} pay"
)

# Payment granted at a later day: by, until, before …, but not by bank.
_AT_A_DAY_EN = (
    r"( \w+){0,2}? (by (?!bank|wire|transfer|cheque|check|cash|card|means|way|telegraphic|draft|bill)|until|till"
    r"|before|no later than"
    r"|as late as|up to|later|in (\w+ )?(instal|next|january|february|march|april|may|june|july|august|september"
    r"|october|november|december))"
)
_PAID_ZH = "(支付|付款|付清|结清|还清|还款|汇出|汇款|打款|到账|付|还)"

CONCESSIONS = (
    Rule(
        "tone.admission",
        Severity.WARNING,
        f"{_ADMIT_ZH}[^，。；]{{0,16}}?{_FAULT_ZH}"
        f"|{_INDEED_ZH}[^。；]{{0,12}}?{_FAULT_ZH}|{WE_ZH}(未能?|没能?|没有)[按如准][期时约][^，。；]{{0,6}}(交|发"
        f"|供|到|完)(?!付?(货款|款))"
        f"|{_GOODS_ZH}[^，。；]{{0,8}}?(有|存在|出现|发生|发现)(过|了|着|些|所|一定|部分|少量|轻微"
        f"|程度)*(的)?{_FAULT_ZH}"
        f"|(由于|因为?|系|是|归咎于|为){WE_ZH}(自身|内部)?(的)?[^，。；]{{0,10}}?({_FAULT_ZH}|{_OWN_FAULT_ZH})"
        f"|{WE_ZH}[^，。；]{{0,6}}?(的确|确实|确有|也有|亦有|存在|负有|有一定|有部分"
        f"|构成)[^，。；]{{0,6}}?({_OWN_FAULT_ZH}|{_FAULT_ZH})"
        f"|{WE_ZH}[^，。；]{{0,10}}?{_FAULT_ZH}(了|在先|属实|是事实)|{_FAULT_ZH}(确实)?(属实|是事实|在先)"
        f"|{WE_ZH}[^，。；将会应]{{0,4}}?(承认|认错)[^，。；]{{0,10}}?{_OWN_FAULT_ZH}"
        f"|{_FAULT_ZH}[^。；]{{0,16}}?{_SORRY_ZH}|{_SORRY_ZH}[^。；]{{0,6}}?{_FAULT_ZH}",
        ("evidence_rules:3",),
        unless=f"{DENIED_ZH}|(付款|还款|贵[司方]|支付货款)(方)?(的|在|已|至今|也|曾|多次|书面|来函)*$|请(贵[司方])?$",
        passes=_SUPPOSED_ZH,
    ),
    Rule(
        "tone.admission",
        Severity.WARNING,
        r"\b(we|our (company|client)|it is|i)\b[^.;]{0,20}?\b(admit|acknowledg|accept|conced|recogni[sz]|confess"
        r"|regret|apologi[sz]|sorry|grant|agree"
        rf"|do not (deny|dispute)|true|fact|own up|own)\w*[^.;]{{0,50}}?{_FAULT_EN}"
        rf"|\b(admittedly|indeed|to be fair|it is true)\b[^.;]{{0,40}}{_FAULT_EN}|\bapolog(y"
        rf"|ies)\b[^.;]{{0,40}}{_FAULT_EN}"
        rf"|\bour (own )?(goods|products|deliver(y|ies)|shipments?|work|service|performance)\b[^.;]{{0,15}}"
        rf"\b(was|were|is|are|had|has|arrived|came)\b[^.;]{{0,20}}?{_FAULT_EN}"
        r"|\b(goods|delivery|shipment|consignment|equipment)\b[^.;]{0,15} (was|were|arrived|came|had been|has been"
        r"|have been) "
        rf"(\w+ ){{0,3}}?{_FAULT_EN}|\bour (own )?(fault|mistake|error|breach|delay|late delivery)\b"
        r"|\bwe (\w+ ){0,2}?(delivered|shipped|supplied|performed) (\w+ ){0,3}?(late|short|defective|faulty|damaged"
        r"|wrong)\b",
        ("evidence_rules:3",),
        unless=DENIED_EN,
        passes=_SUPPOSED_EN,
    ),
    Rule(
        "tone.new_due_date",
        Severity.WARNING,
        rf"(同意|接受|允许|准许|许可|容许)(由)?(贵[司方]|你[司方]|您)[^，。；]{{0,30}}?(前|底|末|内|再"
        rf"|后)[^，。；]{{0,6}}?{_PAID_ZH}"
        rf"|(可以?|能)?(等|待)[^，。；我]{{0,14}}?(再|时才?)(行)?{_PAID_ZH}|不(着|用)?急(于|着)?{_PAID_ZH}"
        rf"|{_PAID_ZH}不(着急|急)"
        rf"|有钱(了)?再{_PAID_ZH}|什么时候[^，。；]{{0,6}}{_PAID_ZH}都",
        ("civil_code:543", "sales_interpretation:18(1)"),
        unless=f"{DENIED_ZH}|不能$|无法$|贵[司方](以|称|要求|曾|提出)[^，,]{{0,16}}$",
        passes="未(予|曾|获|能)?(得到)?同意|不同意|不构成|不视为|并非",
    ),
    Rule(
        "tone.new_due_date",
        Severity.WARNING,
        r"\b(accept|agree to|consent to|content with|happy with|satisfied with|fine with|settle for)\b[^.;,]{0,12}?"
        rf"\b(payment|settlement|being paid)\b{_AT_A_DAY_EN}"
        r"|\byou (have|have got|'ve got|are given)( time)? (until|till)|\b(give|grant|allow)\w* you (time|till"
        r"|longer|another)"
        r"|\bwe (will|can|shall|are (happy|willing|ready|prepared) to) wait|no (rush|urgency)|whenever you (can|like)",
        ("civil_code:543", "sales_interpretation:18(1)"),
        unless=DENIED_EN,
        passes=r"\b(rejected|refused|not agreed?|not accepted|requested|does not|nothing in)\b",
    ),
    Rule(
        "tone.waiver",
        Severity.WARNING,
        "不(再|会|再会)?(坚持|强求|打算|准备|考虑)(收取?|要求?|主张|追究|计收|加收)[^，。；]{0,10}?(违约金|利息"
        "|滞纳金|罚息|逾期费用?)"
        "|(违约金|利息|滞纳金|罚息|余款|尾款)[^，。；]{0,4}?(就?算了|不要了|免了|不提了|可以?不(付|交|给))"
        "|(只|仅)(需|须|要|用)?(支付|付清?|归还|偿还|结清)本金(即可|就行|便可|就可以)|少收|打折|让利|抹(去|掉)?零",
        ("civil_code:575", "limitation_rules:9"),
        unless=DENIED_ZH,
        passes="保留|另行(主张|计算|计收|请求)",
    ),
    Rule(
        "tone.waiver",
        Severity.WARNING,
        r"(\bnot|n't|\bno longer|\bnever)( \w+)? (insist|press|enforce|ask|require|pursue|bother|looking"
        r"|look)\w*( \w+){0,2}? (on|for|about|with|upon)?"
        r"[^.;,]{0,25}(interest|liquidated damages|late[- ](payment )?(fees?|charges?)|penalt(y|ies)|surcharges?)"
        r"|\b(without|minus|less) (any )?(late[- ](fees?|charges?)|penalt(y|ies)) if\b"
        r"|\bforget (about )?the (interest|late|penalt|rest|balance)"
        r"|\b(only|just) (need to |have to )?pay the principal",
        ("civil_code:575", "limitation_rules:9"),
        passes=r"\breserv|\bseparately\b|\bin this letter\b|\bat present\b",
    ),
)
