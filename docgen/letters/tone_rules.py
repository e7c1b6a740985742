"""The rules of tone: what gives a thing away, what makes it harmless, and the law it rests on."""

from __future__ import annotations

from docgen.errors import Severity
from docgen.letters.tone_concessions import CONCESSIONS
from docgen.letters.tone_pressure import PRESSURE
from docgen.letters.tone_rule import Rule

_NEGATED = (
    r"不构成|不视为|不意味着|不应(当)?(理解|视|解释)为|[不未非无][^，,]{0,12}$"
    r"|\bnot\b|n[’']t\b|\bno\b|\bneither\b|\bnothing\b|\bnor\b|\bwithout\b|\bnever\b"
)
# What the sender keeps, or leaves for another day, is not given up.
_KEPT = r"保留|另行(主张|计算|计收|请求)|\breserv|\bseparately\b|\bin this letter\b|\bat present\b"
_LATE_CHARGE_ZH = r"(违约金|利息|滞纳金|罚息|逾期费用?|资金占用费|逾期付款责任|违约责任)"
_LATE_CHARGE_EN = (
    r"(interest|liquidated damages|late[- ](payment )?(fees?|charges?|payment)|penalt(y|ies)|surcharges?|"
    r"damages for late payment)"
)
_PAID_ZH = r"(支付|付款|付清|结清|还清|还款|汇出|汇款|打款|到账|履行)"
_NEXT = r"[^，,]{0,30}?"

RULES = (
    Rule(
        "tone.criminal_threat",
        Severity.BAR,
        r"报警(?!器|系统|装置|设备|主机|控制|阀|仪|灯|按钮)|报案|刑事(责任|案件|立案|拘留|犯罪)|诈骗罪|合同诈骗|经侦"
        r"|(移送|移交|提请|报告|通知|向)[^，。；]{0,8}公安|抓人|坐牢|拘留|逮捕"
        r"|(call|inform|involve|notify|contact)( the)? police|to the police|\bjail\b|\bprison\b|have you arrested"
        r"|criminal (charges?|complaints?|proceedings?|liability|prosecution|offence)"
        r"|(report|prosecut)\w* (you )?for fraud",
        ("criminal_law:274", "public_security_law:50(1)(1)", "private_economy_law:63"),
    ),
    Rule(
        "tone.exposure",
        Severity.BAR,
        r"曝光(?!机|设备|系统|灯|仪)|[拉挂]横幅|朋友圈"
        r"|(媒体|抖音|微博|公众号|网上|互联网|行业群|微信群)[^。；]{0,8}(公布|发布|公开|披露|通报|曝)"
        r"|公(布|之)于众|大字报"
        r"|(通知|告知|告诉|公布|通报)[^。；]{0,8}(客户(?!经理|服务|编号|代码|号)|合作伙伴|同行)"
        r"|客户(?!经理|服务|编号|代码|号)[^。；]{0,4}公布"
        r"|social media|(inform|tell|notify|write to|contact)[^.;]{0,20}your (customers|clients|business partners)"
        r"|(go|turn|talk|speak|write|inform|notify|tell)[^.;]{0,20}(the )?(press|media|newspapers?)\b"
        r"|make (this|it|your debt|the matter) public|publish your (name|debt)|name and shame",
        ("civil_code:1024", "public_security_law:50(1)(2)", "private_economy_law:59", "criminal_law:246"),
        unless=r"(?<![把将向对给跟与让使叫令的])贵[司方](已经?|自行|应当?|未|将货物)*$|\bplease [^.;,]{0,20}$",
    ),
    Rule(
        "tone.harassment",
        Severity.BAR,
        r"蹲守|堵门|跟踪[你您贵]|不让出门|扣人|扣车|静坐|闹事"
        r"|(wait|camp|stand) outside your (home|office|premises)|follow you\b|block your (gate|entrance|office)",
        ("public_security_law:50(1)(5)", "criminal_law:238"),
    ),
    Rule(
        "tone.insult",
        Severity.BAR,
        r"老赖|骗子|无赖|不要脸|\b(deadbeat|crook|cheat|swindler|liar|scammer)s?\b|\bthie(f|ves)\b",
        ("civil_code:1024",),
    ),
    Rule(
        "tone.authority",
        Severity.BAR,
        r"传票|最后通牒|法院通知|国徽|执行通知书|\bsummons\b|court notice",
        ("public_security_law:62", "public_security_law:63"),
    ),
    Rule("tone.lawyer", Severity.BAR, r"本律师函|法务律师|this lawyer[’']s letter", ("lawyers_law:16",)),
    Rule(
        "tone.courts_decision",
        Severity.WARNING,
        r"失信|黑名单|征信|限制高消费|限制消费|限制出境|judgment defaulter"
        r"|dishonest (?:persons?|judgment debtors?)|blacklist"
        r"|credit bureau|travel ban|exit ban",
        ("cpl:266",),
        passes=r"由(人民)?法院(依法)?决定|法院(可以?|可能|有权)|\bcourt (may|could|would have to|decides)\b",
    ),
    Rule(
        "tone.waiver",
        Severity.WARNING,
        r"免除|减免|豁免|免收|免去|放弃(?![^，。；]{0,10}时效(的?(抗辩|利益|期间)|，|。|$))|一笔勾销|既往不咎|不再(追究|追索|追讨|主张|要求)"
        r"|(?!(?<=[逾到]期)[不未]付)(不再?|无需|免予?|毋须|不予|不另行?|无须|不会)(再|另行)?"
        rf"(计收|计算|收取|加收|追究|主张|要求|支付|承担|计|收|付){_NEXT}{_LATE_CHARGE_ZH}"
        rf"|{_LATE_CHARGE_ZH}[^，,。；]{{0,4}}(不再|不另|不予|免予|可不)(计|收|主张|追究|支付|要求)"
        r"|(?<![保质押]金)不计息"
        r"|(余款|余额|尾款|其余(部分|款项)?|差额|剩余(部分|款项)?)[^。；]{0,6}(不再支付|不必|无需|不用|不要了|免)"
        r"|[一二三四五六七八九]折(结清|支付|付款|优惠)"
        r"|\bwaiv(e|es|er|ed|ing)\b(?![^.;]{0,40}\b(limitation|time[- ]bar))|release you|\bwrit(e|ten) off\b"
        r"|\bforg(o|oes|ive|ives|iven|iving)\b|\bforego(es)?\b"
        r"|((will|shall|would)( not|n[’']t)|\bwon[’']t) (be )?(\w+ ){0,2}"
        rf"(charg|claim|levy|seek|demand|add|pursu|impos|apply|collect)\w*{_NEXT}{_LATE_CHARGE_EN}"
        rf"|\bno (further )?{_LATE_CHARGE_EN} (will|shall|is to|need) "
        rf"|\b(drop|cancel|give up)\w* [^.;,]{{0,30}}{_LATE_CHARGE_EN}|interest[- ]free|free of {_LATE_CHARGE_EN}"
        rf"|(need|do) not (have to )?pay [^.;,]{{0,30}}({_LATE_CHARGE_EN}|the (rest|balance|remainder))"
        r"|full and final settlement|take no further action|accept \d+ ?(%|per cent)",
        ("civil_code:575", "limitation_rules:9"),
        unless=r"不构成|不视为|不意味着|不应(当)?(理解|视|解释)为|[不未][^，,]{0,12}$"
        r"|\b(do|does|has|have) not\b|\bmay not be\b|\bno\b|\bneither\b|\bnothing\b|\bwithout\b|\bnor\b",
        passes=_KEPT,
    ),
    Rule(
        "tone.new_due_date",
        Severity.WARNING,
        rf"前(再)?{_PAID_ZH}(即|亦|也|均|都)?(可|行)(?!以?认|能)|最[迟晚](可以?|能)[^。；]*(再|才)?{_PAID_ZH}"
        r"|最[迟晚]可以[^。；]*再付"
        r"|(期限|付款日|到期日|付款时间)[^，。；]{0,8}(可|已|将|同意)?"
        r"(延|顺延|推迟|延长|延期|调整|变更|改|展期)(至|到|为)"
        r"|(延期|延后|推迟|暂缓|宽限|展期|缓)(至|到)"
        r"|(同意|可以?|允许|准许|接受)[^，。；]{0,8}(延期|延后|推迟|暂缓|展期|缓期|分期)"
        rf"|晚(几天|些|点)[^，。；]{{0,4}}(付|{_PAID_ZH}|也)|(?<![有的])宽限期(?!届?满)"
        r"|you (may|can|could) (also |still )?(pay|settle)( \w+){0,6}? "
        r"(as late as|until|before|instead|later|in instal|by (?!bank|wire|transfer|cheque|cash|card|means|way))"
        r"|(pay|payment)[^.;,]{0,40}(by(?! (bank|wire|transfer|cheque|cash|card|draft))|before|on) [^.;,]{0,30}"
        r"(will|would|is|shall) (be )?(fine|enough|sufficient|acceptable|all right|accepted)"
        r"|(new|extended|revised) (due date|deadline)"
        r"|(due date|deadline|time (for|of) payment)( \w+){0,3} (moved?|extended|changed|postponed|deferred) (to|until)"
        r"|\b(extend|postpone|defer)\w* (the |your )?(due date|deadline|time (for|of) payment|payment)"
        r"|(grant|give|allow) you (more time|until|an extension|a grace)|no hurry|take your time",
        ("civil_code:543", "sales_interpretation:18(1)"),
        unless=_NEGATED,
        passes=r"未(予|曾|获|能)?(得到)?同意|不同意|不构成|不视为|并非"
        r"|\b(rejected|refused|not agreed?|not accepted|requested)\b",
    ),
    Rule(
        "tone.admission",
        Severity.WARNING,
        r"(货物|产品)[^。；]{0,6}(瑕疵|质量问题)",
        ("evidence_rules:3",),
        passes=r"[如若]|是否|认为|异议|任何|未|没有|不存在|所称|主张|声称|\bif\b|\bany\b|\bno\b|\balleged\b|\bnot\b",
    ),
    Rule(
        "tone.admission",
        Severity.WARNING,
        r"(质量(问题|瑕疵|缺陷)|瑕疵|缺陷)[^，。；]{0,6}正在?[^，。；]{0,4}(处理|解决|整改|维修|返修)"
        r"|defects? (is|are) being",
        ("evidence_rules:3",),
        unless=r"[如若]|是否|认为|所称|主张|声称|\bif\b|\balleged\b",
    ),
    Rule(
        "tone.not_a_demand",
        Severity.WARNING,
        r"并非催款|不是催款|不作为催款|(不必|无需|不用|无须)(立即|马上|现在|急于)?付款"
        r"|\bnot (?:(?:intended|meant) )?(?:(?:to be|as|constitute|to constitute) )?an? (?:formal )?demand\b"
        r"|need not pay now|no payment is (required|needed)",
        ("limitation_rules:8",),
    ),
    *PRESSURE,
    *CONCESSIONS,
)
