"""Pressure: what is done to make a debtor pay that the law does not give a creditor.

Each rule is built of small classes of words - who tells, whom, what for - so that another order, a passive or a synonym
is found as well.
"""

from __future__ import annotations

from docgen.errors import Severity
from docgen.letters.tone_rule import ASKED_EN, ASKED_ZH, DENIED_EN, DENIED_ZH, PAST_ZH, THEIR_OWN_ZH, Rule

_UNLESS_ZH = f"{ASKED_ZH}|{THEIR_OWN_ZH}|{DENIED_ZH}"
_UNLESS_EN = f"{ASKED_EN}|{DENIED_EN}"

# To tell, and to come to know.
_TELL_ZH = (
    "(告知|告诉|通知|通报|知会|函告|转告|抄送|抄报|抄告|披露|透露|周知|通告|泄露|反映给|汇报给|报告给|发函给?|致函"
    "|致电)"
)
_MEET_ZH = "(联系|联络|找到?|拜访|走访|骚扰|电联)"
_SPEAK_ZH = (
    "(说|讲|通报|反映|反馈|披露|透露|公布|公开|说明|报告|汇报|发函|致函|寄送?|发送|发出|投诉|宣传|揭露|揭发|告知"
    "|告状|通知|曝|传)"
)
_KNOW_ZH = "(知道|知晓|知情|得知|获悉|看看|看到|清楚|明白|见识|听说|收到|接到|被告知|评评理?|了解)"
_GAP_ZH = "[^，。；：:我]{0,14}?"

# Whom a debt does not concern: private people, and business around the debtor.
_PRIVATE_ZH = (
    "(家人|家属|家里|亲属|亲友|亲戚|亲人|配偶|妻子|丈夫|爱人|老婆|老公|太太|父母|子女|孩子|儿子|女儿|父亲|母亲|朋友"
    "|同学|邻居|同事"
    "|单位领导)"
)
_BUSINESS_ZH = (
    "(上级(?!主管部门|人民|法院|机关|政府)|主管单位|母公司|总公司|集团(公司|总部|领导)|控股股东|股东|投资(人|方|者"
    "|机构)"
    "|开户行|贷款行|往来行|银行(?!账|转|承兑|汇|卡|流水|回单|凭证|水单|手续|同期|贷款|查|核|办|支付|付款|存款|柜|为"
    "|余额|：|:)"
    "|(?<!我司|我方)供应商|上下游|客户(?!经理|服务|编号|代码|号|专员|端|[^，。；]{0,10}(提货|收货|验收|签收|安装"
    "|施工|现场|项目))"
    "|合作(伙伴|单位|方)|同行(?!拆)|同业(?!拆)|业内|业界|圈[内子]|全?行业(?!标准|惯例|规范|准则)|商会|员工|职工"
    "|债权人们|大家|所有人|社会)"
)
_EITHER_ZH = f"({_PRIVATE_ZH}|{_BUSINESS_ZH})"

_TELL_EN = (
    r"\b(inform|tell|notif|contact|advis|alert|warn|writ|speak|talk|call|phon|approach|email|visit|disclos|circulat"
    r"|report)\w*"
    r"(?! (us|me|our)\b)"
)
_WHOM_EN = (
    r"(banks?(?! (account|transfer|details|slip|statement|charges|holiday))|lenders?|financiers?|parent( company)?"
    r"|holding company"
    r"|group (company|headquarters|management)|shareholders?|investors?|customers?|clients?|suppliers?|(business"
    r"|trading) partners?"
    r"|competitors?|trade\b(?! (terms|mark))|industry|whole market|trade (association|body|press)"
    r"|chamber of commerce|staff"
    r"|employees|superiors?|boss(es)?)"
)
_PRIVATE_EN = r"(famil(y|ies)(?! business)|wife|husband|spouse|children|parents|relatives|friends|neighbou?rs|employer)"
_YOURS_EN = r"\b(your|his|her|their|the( whole| entire)?|all( of)?( your)?|every(one in)?( the)?)( \w+){0,2}? ?"

# Authorities that have no part in a debt between two companies.
_AUTHORITY_ZH = (
    "(税务|[国地]税|税局|市监|市场监|工商(?!银行|登记|信息|注册|企业|年报|变更|户)|环保|生态环境|海关(?!编|代|报关"
    "|放行)"
    "|消防(?!报警|设|器|工程|系统|泵|栓|水|验收|产品)|劳动监察|人社|社保局|安监|应急管理|住建|质监|药监|外汇局"
    "|银保监|金融监管|证监"
    "|证券交易所|审计(局|署|机关)|纪检|纪委|监委|监察委|监管(部门|机构|机关|局)|国资委|信访|12315|12366|12345)"
)
_DENOUNCE_ZH = "(举报|投诉|检举|揭发|揭露|告发|反映|查处|稽查|彻查|查账|查查|查一查|约谈|处罚|罚款)"
_INSPECT_ZH = "(查(?!询|验|收|阅|对|看|实|明)|检查|调查|介入|处理|核查|审计|上门|关注|过问)"
_AUTHORITY_EN = (
    r"(tax (authorit\w+|office|bureau|inspector\w*|administration|people|man)|taxman|customs|market (regulat"
    r"|supervis)\w*"
    r"|regulat(or|ory)\w*|environment\w* (authorit\w+|bureau|agency)|fire (department|authorit\w+|service|inspect\w+)"
    r"|labou?r (inspect\w+|authorit\w+|bureau)|industry and commerce|securities commission|stock exchange"
    r"|the authorities)"
)

PRESSURE = (
    Rule(
        "tone.third_parties",
        Severity.BAR,
        f"{_TELL_ZH}{_GAP_ZH}{_EITHER_ZH}|{_MEET_ZH}{_GAP_ZH}{_PRIVATE_ZH}"
        f"|(向|给|跟|对|同){_GAP_ZH}{_EITHER_ZH}[^，。；]{{0,10}}{_SPEAK_ZH}"
        f"|(传|闹|捅|发|送|寄|打电话)到?(给|到|至){_GAP_ZH}{_EITHER_ZH}"
        "|(你|您|贵[司方])[^，。；]{0,10}(家里|家中|住处|住所门口)[^，。；]{0,6}(找|见|谈|要|等|去)"
        "|(去|到|上)(你|您|他|贵)[^，。；]{0,12}(家里|家中|家门)",
        ("civil_code:1024", "civil_code:1032", "personal_information_law:6", "public_security_law:50(1)(6)"),
        unless=_UNLESS_ZH,
        passes="法院(依法)?(通知|要求|责令|向)",
    ),
    Rule(
        "tone.third_parties",
        Severity.BAR,
        f"(让|使|叫|令){_GAP_ZH}{_EITHER_ZH}[^，。；]{{0,8}}{_KNOW_ZH}"
        f"|{_EITHER_ZH}(们|中|里)?[将会就都也很快便要]+{_KNOW_ZH}",
        ("civil_code:1024", "civil_code:1032"),
        unless=f"{DENIED_ZH}|{ASKED_ZH}",
    ),
    Rule(
        "tone.third_parties",
        Severity.BAR,
        f"{_MEET_ZH}{_GAP_ZH}{_BUSINESS_ZH}",
        ("civil_code:1024", "civil_code:1032"),
        unless=f"{_UNLESS_ZH}|{PAST_ZH}",
    ),
    Rule(
        "tone.third_parties",
        Severity.BAR,
        rf"{_TELL_EN}[^.;]{{0,20}}?{_YOURS_EN}({_WHOM_EN}|{_PRIVATE_EN}|colleagues)"
        rf"|\b(let|make|have)\b[^.;]{{0,12}}{_YOURS_EN}({_WHOM_EN}|{_PRIVATE_EN})[^.;]{{0,15}}\b(know|aware|hear"
        rf"|learn|find out)"
        rf"|{_YOURS_EN}({_WHOM_EN}|{_PRIVATE_EN})[^.;]{{0,25}}\b(will|shall|may|might|should|must|would"
        rf"|going to)( \w+){{0,2}}? "
        r"(be( \w+)? (told|informed|notified|advised|made aware|contacted|alerted)|hear|know|learn|find out"
        r"|(receive|get) a copy)"
        rf"|\bcop(y|ied|ies|ying)\b[^.;]{{0,20}}{_YOURS_EN}({_WHOM_EN}|{_PRIVATE_EN})"
        rf"|\b(everyone|everybody|the whole (trade|industry|market))\b[^.;]{{0,12}}\b(know|hear|learn)"
        r"|\byour (family(?! business)|relatives|neighbou?rs|employer)",
        ("civil_code:1024", "civil_code:1032", "personal_information_law:6", "public_security_law:50(1)(6)"),
        unless=_UNLESS_EN,
    ),
    Rule(
        "tone.criminal_threat",
        Severity.BAR,
        "涉嫌[^，。；]{0,14}(罪|诈|骗|刑|逃[债匿税])|触犯(了)?(刑|国法)|(构成|属于|就是|系)(了)?[^，。；]{0,6}(犯罪"
        "|诈骗|刑事)"
        "|犯罪(?!记录)|诈骗|骗取|骗货|刑责|刑法|刑拘|判刑|牢狱|坐监|入狱|蹲监|监狱|吃官司坐|职务侵占|警方|警察"
        "|派出所|民警|经警"
        "|(拨打|打)110|移[送交][^，。；]{0,6}(司法|检察)机关|(司法|检察)机关[^，。；]{0,8}(立案|查处|处理|侦查)"
        "|立案侦查|报[了个过]警",
        ("criminal_law:274", "public_security_law:50(1)(1)", "private_economy_law:63"),
        unless="(防范?|警惕|避免|当心|防止|预防|谨防)[^，,]{0,10}$|(不|未|没有)(构成|涉嫌|属于|涉及|存在)[^，,]{0,8}$",
    ),
    Rule(
        "tone.criminal_threat",
        Severity.BAR,
        r"\bcriminal\b(?! record)|\bcrimes?\b|\bcommit(s|ted|ting)? [^.;]{0,10}(crime|fraud|theft)|\bfraud\w*"
        r"|\bpolice\b|imprison\w*"
        r"|\bprosecut(e|ed|ion|or|ors|ing)\b(?! (our|the|this|its) (claim|case|action))|embezzl\w*|\btheft\b"
        r"|\bstolen?\b"
        r"|\barrest(ed)? (you|your)|(you|directors?|managers?|officers?)[^.;]{0,15} arrested|\bbehind bars\b",
        ("criminal_law:274", "public_security_law:50(1)(1)", "private_economy_law:63"),
        unless=r"\b(prevent|avoid|against|anti-?|beware of|guard|protect|detect)\w*[^.;]{0,25}$"
        r"|\b(no|not|without|nor)\b( \w+){0,4} ?$",
    ),
    Rule(
        "tone.exposure",
        Severity.BAR,
        "(媒体|抖音|快手|小红书|微博|头条|公众号|网上(?!银行|支付|付款|转账|申报|立案|缴)|网络平台|互联网|全网|论坛"
        "|短视频|热搜"
        "|[行业微信贴]{1,4}群|群里|报纸|电视台)[^，。；]{0,8}(公布|发布|公开|披露|通报|曝|发帖|见)"
        "|(发|放|挂|贴|传|捅|闹)(布|送)?(到|在|上|至|给)[^，。；]{0,8}(网[上络](?!银行)|全网|[微信行业]{1,4}群|群里"
        "|抖音|微博|媒体|热搜|门口|记者)"
        "|(找|联系|邀请?|请|通知|告诉|告知|叫|惊动)[^，。；我]{0,8}(媒体|记者|电视台|报社)"
        "|公(开|示|布)贵?[司方]?(的)?(欠款|欠债|拖欠|失信|违约|赖账|丑)|身败名裂|名誉扫地|声名狼藉|臭名|人尽皆知"
        "|颜面扫地|丢尽",
        ("civil_code:1024", "public_security_law:50(1)(2)", "private_economy_law:59", "criminal_law:246"),
        unless=_UNLESS_ZH,
    ),
    Rule(
        "tone.exposure",
        Severity.BAR,
        r"\b(post|publish|put|share|circulate|spread)\w*\b[^.;]{0,30}\b(online|on the (internet|web)|wechat|weibo"
        r"|linkedin|twitter"
        r"|facebook|tiktok|douyin)|\b(ruin|damage|destroy|harm)\w* your (reputation|name|credit|standing)"
        r"|(press|media|journalists?|reporters?|newspapers?)\b[^.;]{0,15}\b(will|shall|may|would)\b[^.;]{0,20}(hear"
        r"|know|learn|told|informed)",
        ("civil_code:1024", "public_security_law:50(1)(2)", "private_economy_law:59", "criminal_law:246"),
        unless=_UNLESS_EN,
    ),
    Rule(
        "tone.harassment",
        Severity.BAR,
        "坐等|蹲点|蹲守|守候|守在|堵在|堵(住|截)?(你|您|贵|大?门|路)|围堵|围住|封门|锁门|砸|(赖|住|守|等|坐"
        "|站)在(你|您|贵)"
        "|(住|坐)(到|进)(你|您|贵)|吃住在|盯着?(你|您|贵)|盯梢|骚扰|轰炸|电话打爆"
        "|在(你|您|贵)[^，。；]{0,12}(等|守|坐|静坐|住下|不走|闹)|(不走|不离开|不撤)(了|$)|(拿到|收到|见到"
        "|要到)钱(为止|才|再|就)"
        "|(天天|每天|不断|昼夜|24小时)[^，。；]{0,8}(上门|打电话|来电|致电|登门|找)"
        "|不得安宁|开不了门|无法(营业|经营|开工)|(你|您|贵[司方])[^，。；]{0,4}好看|吃不了兜着走|[走等]着瞧|收拾(你"
        "|您|贵)|教训(你|您|贵)"
        "|讨债公司|催收公司|要债公司|道上|社会(上的人|人员)"
        "|(搬|拉|拖|抬|开)走(贵|你|您|设备|货|车|机器|电脑|东西|财物)|(扣|拿|截)(下|住|押)(贵|你|您)|断(水|电|网)",
        ("public_security_law:50(1)(5)", "criminal_law:238"),
        unless=f"{_UNLESS_ZH}|已[^，,]{{0,6}}$",
    ),
    Rule(
        "tone.harassment",
        Severity.BAR,
        "派(了|出|遣)?[^，。；我]{0,6}?(人|员|员工|小组|团队|队伍)",
        ("public_security_law:50(1)(5)", "criminal_law:238"),
        unless=f"{_UNLESS_ZH}|{PAST_ZH}",
        passes="(对账|核对|核实|协商|洽谈|商谈|面谈|沟通|送达|送交|递交|验收|维修|检修|安装|调试|检查|检测|取(票|件|回单)|办理|收货|提货"
        "|接洽|走访|回访|盘点|培训|服务|维护|处理质量|签收|到场)(?!.*(坐|守|堵|不走|为止))",
    ),
    Rule(
        "tone.harassment",
        Severity.BAR,
        r"\b(send|post|station|dispatch)\w* (our |some |a few |a group of )?(people|men|staff|someone|somebody"
        r"|collectors|guys|team|thugs)"
        r"|\b(wait|camp|stand|sit|stay|picket|queue|park)\w*( \w+){0,4}? (outside|in|at|in front of|inside) your "
        r"( ?\w+){0,2}?(home|house|office|premises|gates?|lobby|reception|factory|door|site)"
        r"|\b(not|never) leave\b[^.;]{0,30}(paid|money|until)|\bblock\w* [^.;]{0,15}(gate|entrance|office|door"
        r"|premises)"
        r"|\b(turn|show) up at your|\b(call|phone|ring)\w* you (every|each|day|night|all|constantly)|day and night"
        r"|\b(debt )?collectors\b|make your life|(seize|take away|remove|carry off) your (goods|equipment|cars?"
        r"|vehicles?|property)",
        ("public_security_law:50(1)(5)", "criminal_law:238"),
        unless=ASKED_EN,
        passes=r"\b(reconcil|discuss|meet|inspect|repair|install|collect the goods|deliver|check the|service)\w*"
        r"(?!.*\b(until|wait|sit|camp|block))",
    ),
    Rule(
        "tone.insult",
        Severity.BAR,
        "流氓|无耻|卑鄙|混蛋|王八|人渣|缺德|下三滥|黑心|奸商|皮包公司|赖账|耍赖|赖皮|无良|骗钱"
        r"|\b(scum|bastards?|idiots?|con (man|men|artists?)|fraudsters?|parasites?|shameless|dishonest people"
        r"|crooked)\b",
        ("civil_code:1024",),
    ),
    Rule(
        "tone.report_as_pressure",
        Severity.WARNING,
        f"{_AUTHORITY_ZH}[^，。；]{{0,12}}{_DENOUNCE_ZH}"
        f"|(举报|检举|投诉|告发|揭发|反映|告知|告诉|通知|联系|通报|惊动)[^，。；]{{0,14}}{_AUTHORITY_ZH}"
        f"|(请|让|叫|找|要求|提请|建议|会|将|促使|惊动|引来|由"
        f"|使)[^，。；]{{0,10}}{_AUTHORITY_ZH}[^，。；]{{0,10}}{_INSPECT_ZH}"
        f"|(被|遭|受|面临)[^，。；]{{0,4}}{_AUTHORITY_ZH}[^，。；]{{0,8}}([查罚]|调查|约谈)"
        "|(将|会|就|要|否则|只好)[^，。；]{0,8}(举报|检举|告发|揭发)|偷漏?税|漏税|逃税|虚开|假账|两套账|查(你|您"
        "|贵[司方])[^，。；]{0,4}账",
        ("criminal_law:274",),
        unless=f"{PAST_ZH}|{DENIED_ZH}|{ASKED_ZH}",
        passes="中小企业(?!.*(税|消防|环保|海关|查账))",
    ),
    Rule(
        "tone.report_as_pressure",
        Severity.WARNING,
        rf"\b(report|complain|tip|denounc|inform|tell|notify|alert|contact|write|go|refer)\w*(?! (us"
        rf"|me)\b)[^.;]{{0,40}}?{_AUTHORITY_EN}"
        rf"|\b(ask|invite|get|have|let|request)\w*[^.;]{{0,30}}{_AUTHORITY_EN}[^.;]{{0,15}}"
        r"\b(investigat|audit|inspect|look|check|examin|review|visit)"
        rf"|{_AUTHORITY_EN}\b[^.;]{{0,12}}\b(will|shall|may|would|might)\b[^.;]{{0,20}}"
        r"(investigat|audit|inspect|look into|examin|check|told|informed|notified|alerted|interested)"
        r"|\btax evasion\b|\bevad\w+ tax",
        ("criminal_law:274",),
        unless=_UNLESS_EN,
        passes=r"\b(vat|declar\w+|tax returns?)\b|small and medium|\bSMEs?\b",
    ),
    Rule(
        "tone.empty_threat",
        Severity.WARNING,
        "(?<!法律)后果(将|会|由|必)?(你|您|贵[司方单位]{0,2})?(自[行己]?)(负|担|承担|负责|理)|(?<!法律)后果(将"
        "|会)?由?(你|您|贵[司方])[^，。；]{0,4}"
        "(承担|负责|负担)|一切后果|后果(将|会|很|非常|十分|极其|是)*(不堪|严重|难以)|严重后果|言之不[预豫]"
        "|悔之[晚莫]|追悔|后悔莫及"
        "|(别|休|莫|勿|不要)怪|别逼|不客气|付出(惨重|沉重|相应)?(的)?代价|好自为之",
        ("civil_code:577",),
        unless="请(?!自)[^，,]{0,10}不要$",
        passes="诉讼|起诉|仲裁|支付令|保全|违约金|利息|法律(程序|途径|手段|措施)|民事责任",
    ),
    Rule(
        "tone.empty_threat",
        Severity.WARNING,
        r"\b(at|on) your own (risk|peril)|\b(face|suffer|bear|take|answer for) (all )?(of )?(the|its|any|serious|all)"
        r"( \w+){0,2} consequences|\b(serious|severe|dire|grave|unpleasant) consequences|\bor else\b|you (will"
        r"|shall|may) "
        r"(regret|be sorry|live to)|(last|final) warning|only yourselves? to blame|don't say (that )?(we|you)",
        ("civil_code:577",),
        passes=r"legal (action|proceedings|steps)|lawsuit|litigation|arbitration|\bcourts?\b|payment order|interest",
    ),
)
