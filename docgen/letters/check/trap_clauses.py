"""Clauses that are void, or do less than they say: limitation, assignment, guarantees, settlements, rates."""

from __future__ import annotations

from docgen.letters.check.sorts import Sort
from docgen.letters.check.trap import AGREED, EVERY, IF_ZH, Trap

_SURETY_ZH = "(?:保证人|担保人|保证方|担保方|连带责任人)"
_PAID_OFF_ZH = "(?:还清|清偿|付清|偿清|结清|偿还|归还|履行完毕)"

CLAUSES = (
    Trap(
        "trap.limitation_waived",
        r"放弃[^，。；]{0,10}时效(?:的?(?:抗辩|利益|期间)|(?=[，。；]|$))"
        r"|不(?:得|再|会)?(?:以|主张|援引|提出)[^，。；]{0,10}(?:诉讼时效|超过时效|时效届满|时效抗辩)"
        r"|不受[^，。；]{0,6}诉讼时效[^，。；]{0,6}(?:限制|约束)"
        r"|(?:诉讼)?时效(?:期间)?[^，。；]{0,8}?(?:约定|延长|缩短|确定|变更)[^，。；]{0,6}?(?:为|至|到)[^，。；]{0,8}?"
        r"[一二两三四五六七八九十\d]+\s?年"
        r"|约定[^，。；]{0,10}诉讼时效[^，。；]{0,8}?为[^，。；]{0,6}?[一二两三四五六七八九十\d]+\s?年"
        r"|\bwaiv\w*\b[^.;]{0,40}\b(?:limitation|time[- ]bar)"
        r"|\b(?:limitation|time[- ]bar)\w*\b[^.;]{0,40}\b(?:waived|agreed (?:to be|at)|extended (?:by|to))\b",
        ("civil_code:197",),
        passes="届满(?:后|以后|之后)|已(?:经)?(?:届满|超过)|无效|\\bhas (?:already )?(?:expired|ended)|\\bvoid\\b"
        "|不(?:得|能)(?:约定|预先|事先)",
    ),
    Trap(
        "trap.conditional_set_off",
        rf"{IF_ZH}[^。；]{{0,40}}?(?:则|即|自动|视为|视同)(?![^。；]{{0,6}}(?:将|有权|可以))[^。；]{{0,20}}?抵销"
        r"|抵销[^。；]{0,12}?(?:自|于)\s?\d[^。；]{0,16}?(?:起|日|月)[^。；]{0,8}?(?:生效|发生效力)"
        r"|(?:自|于)\s?\d{4}\s?年[^，。；]{0,10}?起[^，。；]{0,12}?(?:予以)?抵销"
        r"|\bset[- ]?off\b[^.;]{0,30}?\b(?:takes?|take|taking) effect (?:on|from|as of) (?:\d|[A-Z][a-z]+ \d)",
        ("civil_code:568(2)",),
        passes=f"{AGREED}|不(?:附|得附|带)|到达|送达|收到|抗辩|\\b(?:unconditional|subject to no)",
        sorts=EVERY - {Sort.AGREEMENT},  # both sides may agree on when their debts are set off (569)
    ),
    Trap(
        "trap.assignment_effect",
        r"转让[^。；]{0,40}?自[^。；]{0,16}?(?:发出|寄出|投递|邮寄|发函)(?:之)?(?:日|时)起?[^。；]{0,16}?(?:生效|效力)"
        r"|转让[^。；]{0,40}?自[^。；]{0,16}?(?:签订|签署|签字|盖章|成立|作出)(?:之)?(?:日|时)起?[^。；]{0,8}?对[^。；]{0,8}?"
        r"(?:债务人|贵[司方])[^。；]{0,8}?(?:生效|效力|有效)"
        r"|\bassignment\b[^.;]{0,60}?\b(?:effective|effect|binding|binds)\b[^.;]{0,40}?\b(?:dispatch|sent|sending|"
        r"signed|signing|signature|date of this)\b",
        ("civil_code:546",),
        passes="到达|送达|收到|\\barriv|\\breceipt|\\breceived|between the (?:assignor|parties)",
    ),
    Trap(
        "trap.old_debt_ends",
        r"(?:原(?:有|先)?(?:的)?(?:[^，。；]{0,6}?合同|协议|债权债务|债权|债务|欠款|货款)|双方[^，。；]{0,8}债权债务)"
        r"[^。；]{0,16}?(?:全部|一并|均|随之|自动|即行?|自本协议|同时|已经?)[^。；]{0,16}?(?:消灭|结清|终止|了结|终结|清结|作废)"
        r"|\b(?:original|existing|prior) (?:contract|debts?|claims?"
        r"|obligations?)\b[^.;]{0,40}?\b(?:extinguish|discharg|"
        r"terminat|cease|fully settled|settled in full)\w*",
        ("civil_code:575", "contract_interpretation:27"),
        passes=f"{_PAID_OFF_ZH}[^。；]{{0,8}}(?:后|之日|时)|(?:支付|履行|交付|登记|过户)(?:完毕|全部)?[^。；]{{0,6}}(?:后|之日|时)|"
        "不(?:因此)?(?:消灭|终止|免除)|未(?:消灭|终止|结清)|恢复"
        "|\\b(?:not|upon|once|after|when|until|only|on which|on the day)\\b",
        sorts=frozenset({Sort.AGREEMENT}),
    ),
    Trap(
        "trap.guarantee_until_paid",
        rf"(?:保证|担保)(?:责任)?期[间限][^。；]{{0,30}}?(?:至|直至|直到|到)[^。；]{{0,24}}?{_PAID_OFF_ZH}"
        r"|\bguarantee period\b[^.;]{0,40}?\buntil\b[^.;]{0,40}?\b(?:paid|repaid|discharged|settled|repayment|"
        r"performed)\b",
        ("civil_code:692(2)", "security_interpretation:32"),
        passes="视为约定不明|约定不明|六个月|6个月|\\bsix months|\\bunclear\\b",
    ),
    Trap(
        "trap.extension_and_guarantor",
        rf"(?:延期|展期|延长|宽限|延后|推迟)[^。；]{{0,50}}?{_SURETY_ZH}[^。；]{{0,24}}?(?:不变|继续|仍[应然须需]?|照旧|不受影响|不免除)"
        r"|\b(?:extension|extended|deferr\w+|postpon\w+)\b[^.;]{0,60}?\bguarant(?:or|ee)\w*\b[^.;]{0,40}?\b(?:remain|"
        r"continu|unaffected|unchanged|still)\w*",
        ("civil_code:695(2)",),
        passes_near=rf"(?:经|取得|征得|获得)[^。；]{{0,8}}{_SURETY_ZH}[^。；]{{0,8}}同意|{_SURETY_ZH}[^。；]{{0,10}}(?:书面)?同意|"
        r"\bconsent\b|\bguarantor\b[^.;]{0,20}\b(?:agrees|signs)\b",
    ),
    Trap(
        "trap.guarantor_copied",
        rf"{_SURETY_ZH}[^。；]{{0,12}}?(?:以)?抄送[^。；]{{0,6}}?(?:为准|即可|视为|即视为)"
        rf"|抄送(?:给)?{_SURETY_ZH}[^。；]{{0,8}}?(?:即|视为|视同|等同)",
        ("civil_code:693(2)", "security_interpretation:29"),
        passes="不(?:视为|等同|能|得)",
    ),
    Trap(
        "trap.rate_high",
        r"(?:每日|按日|日(?:利率)?|每天)[^。；，,\d]{0,10}?(?:千分之(?:[一二三四五六七八九十]|\d)|万分之(?:[一二三四五六七八九]?十|[1-9]\d)|"
        r"百分之(?:[一二三四五六七八九十]|\d))"
        r"|(?:每日|按日|日(?:利率)?|每天)[^。；，,\d]{0,10}?(?:[1-9]\d?(?:\.\d+)?\s?‰|0\.[1-9]\d*\s?[%％]"
        r"|[1-9]\d?(?:\.\d+)?\s?[%％])"
        r"|\b(?:0\.[1-9]\d*|[1-9]\d?(?:\.\d+)?)\s?(?:%|per cent|percent)\s?(?:per|a|each|every) day\b",
        ("civil_code:585", "contract_interpretation:65"),
        passes="过高|调低|酌减|\\bexcessive\\b|\\breduce",
    ),
    Trap(
        "trap.lending_cap",
        r"(?:四|4)\s?倍[^。；]{0,14}?(?:LPR|贷款市场报价利率)|(?:LPR|贷款市场报价利率)[^。；，,]{0,16}?(?:四|4)\s?倍"
        r"|\b(?:four|4) times [^.;]{0,30}?(?:\bLPR\b|loan prime rate)|(?:\bLPR\b"
        r"|loan prime rate)[^.;,]{0,16}?\b(?:four"
        r"|4) times",
        ("lending_interpretation:25",),
        passes="借款合同|民间借贷|借贷|不适用|\\bloan (?:agreement|contract)|\\bprivate lending",
    ),
    Trap(
        "trap.compound_interest",
        "利滚利|复利|复息|利息[^。；，,]{0,8}?(?:计入|并入|转入)本金|\\bcompound(?:ed)? interest"
        "|\\binterest (?:on|upon) (?:the )?(?:accrued )?interest",
        ("civil_code:585", "contract_interpretation:65"),
        passes=f"{AGREED}|不(?:计|得|收|予|主张|请求|再)|未计|单利|\\bno\\b|\\bnot\\b|\\bwithout\\b",
    ),
)
