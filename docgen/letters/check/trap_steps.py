"""Steps of a collection that fail as they are worded: payment orders, mandates, accounts to pay to, grounds cited."""

from __future__ import annotations

from docgen.errors import Severity
from docgen.letters.check.sorts import Sort
from docgen.letters.check.trap import Trap

_TO_THE_END_ZH = (
    "(?:至|到)(?:[^，。；]{0,8}?)(?:实际)?(?:清偿|付清|支付|履行完毕|还清|给付)"
    "(?:完毕)?[^，。；]{0,4}?(?:之日|日|时|为止|止)"
)
_TO_THE_END_EN = (
    r"\b(?:until|up to|to) (?:the (?:date|day) of )?(?:actual|full|final) (?:payment|performance|settlement)"
)
_JUDGED = "判决|裁定|裁决|调解书|支付令|法律文书|强制执行|\\bjudgment|\\baward\\b|\\benforcement|\\beffective"

STEPS = (
    Trap(
        "trap.order_and_preservation",
        r"支付令[^。；]{0,40}?(?:诉前(?:财产)?保全|诉前[^，。；]{0,4}查封)|诉前(?:财产)?保全[^。；]{0,40}?支付令"
        r"|\bpayment order\b[^.;]{0,60}?\bpre-?(?:suit|litigation|action)[^.;]{0,20}?preservation"
        r"|\bpre-?(?:suit|litigation|action)[^.;]{0,20}?preservation\b[^.;]{0,60}?\bpayment order",
        ("cpl_interpretation:427(1)(7)",),
        passes="或者?|未|没有|不(?:得|能|予|再)|择一|\\bor\\b|\\bnot\\b|\\bno\\b|\\beither\\b",
    ),
    Trap(
        "trap.order_open_ended",
        f"(?:利息|违约金|损失)[^。；]{{0,60}}?{_TO_THE_END_ZH}|\\b(?:interest|damages"
        f"|penalt)\\w*\\b[^.;]{{0,60}}?{_TO_THE_END_EN}",
        ("cpl:225", "cpl_interpretation:427(1)(3)"),
        passes="另行|保留|不(?:请求|主张)|未请求|\\breserv|\\bseparately",
        needs_anywhere="支\\s*付\\s*令\\s*申\\s*请\\s*书|(?:请求|申请)[^。；]{0,24}(?:发出|签发|发布)支付令"
        "|application for (?:a )?payment order",
        sorts=frozenset({Sort.COURT_PAPER}),
    ),
    Trap(
        "trap.full_mandate",
        r"全权(?:代理|委托|代表|处理|负责)|\b(?:full|general) (?:power of attorney|authority|powers?) "
        r"(?:to (?:act|represent)|of representation)|\bfull authority\b",
        ("cpl:62(2)", "cpl_interpretation:89"),
        passes="特别授权|承认|\\badmit|\\bspecial authority|仅写|不(?:得|能|应)",
        passes_near="特别授权|承认[^。]{0,20}(?:放弃|变更)|\\badmit",
        sorts=frozenset({Sort.COURT_PAPER, Sort.LETTER}),
    ),
    Trap(
        "trap.personal_account",
        r"(?:付|汇|转|打|存|支付|汇款|转账)[^。；]{0,16}?(?:至|到|入|给|往|进)[^。；]{0,20}?(?:个人|私人|本人)(?:的)?(?:银行)?(?:账户|帐户|账号|帐号|卡)"
        r"|(?:付|汇|转|打|存)[^。；]{0,10}?(?:至|到|入|给|进)[^。；]{0,10}?私户|收款(?:账户|账号|人)[^。；，,]{0,10}?(?:个人|私人)(?:账户|账号|卡)"
        r"|\b(?:pay|payment|remit|transfer|deposit)\w*\b[^.;]{0,40}?\b(?:personal|private) (?:bank )?account",
        ("civil_code:509", "civil_code:579"),
        passes="请勿|切勿|不(?:得|要|应|能|可|接受|予|认可|视为)|并非|任何|曾|此前|\\bnot\\b|\\bnever\\b|\\bany\\b|\\bno\\b",
    ),
    Trap(
        "trap.before_judgment",
        r"民事诉讼法》?[^。；]{0,12}?第?\s?(?:二百六十四|264)\s?条|民诉法》?第?\s?(?:二百六十四|264)\s?条"
        r"|\bArt(?:icle|\.)? 264\b[^.;]{0,30}?Civil Procedure Law"
        r"|\bCivil Procedure Law\b[^.;]{0,50}?\bArt(?:icle|\.)? 264\b",
        ("cpl:264",),
        passes_near=_JUDGED,
        sorts=frozenset({Sort.DEMAND, Sort.LAWYERS_LETTER, Sort.STATEMENT, Sort.GUARANTOR}),
    ),
    Trap(
        "trap.general_guarantee_article",
        r"民法典》?第?\s?(?:六百八十六|686)\s?条(?![、第和及与至])[^。；]{0,40}?连带"
        r"|\bArticle 686\b[^.;]{0,60}?\bjoint(?:ly)? and several"
        r"|\bjoint(?:ly)? and several[^.;]{0,60}?\bArticle 686\b",
        ("civil_code:686", "civil_code:688"),
        passes="一般保证|推定|约定不明|没有约定|\\bgeneral guarantee|\\bunclear\\b|(?:六百八十八|688)",
    ),
    Trap(
        "trap.without_prejudice",
        r"\bwithout prejudice\b(?! to\b)",
        ("cpl_interpretation:107",),
        severity=Severity.INFORMATION,
    ),
)
