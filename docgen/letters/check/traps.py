"""What harms the sender though it threatens nobody: sentences that give a right away, or rest on one not there.

Each trap asks for the words of a sentence, and is harmless beside others in the sentence or the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.accounts.account import Account
from docgen.letters.check.reading import Paragraph
from docgen.letters.check.sorts import Nature, Sort
from docgen.letters.check.trap import AGREED, EVERY, IF_ZH, NOT_ZH, SUM_EN, SUM_ZH, UNTIL_ZH, Trap
from docgen.letters.check.trap_clauses import CLAUSES
from docgen.letters.check.trap_steps import STEPS
from docgen.letters.remembered import Remembered

TRAPS = (
    Trap(
        "trap.silence",
        rf"(?:(?:逾期|届时|{IF_ZH})[^。；]{{0,30}}?)?(?:{NOT_ZH}|没有)[^。；，,]{{0,16}}?(?:回复|回函|答复|函复|"
        r"复函|提出|异议|反馈|回应|复)"
        r"[^。；]{0,12}?(?:视为|视同|即为|推定|默认|等同于?)[^。；]{0,14}?(?:确认|认可|同意|无异议|接受|属实|无误|承认)"
        r"|(?:逾期|到期)(?:不|未)复[^。；]{0,8}?(?:视为|视同|推定|默认)"
        r"|(?:不|未)(?:付|支付|付款)[^。；，,]{0,4}?(?:视为|视同|推定|默认)[^。；，,]{0,8}?(?:同意|确认|认可|承认)"
        r"|\b(?:silence|no (?:reply|response|objection|answer)|(?:fail(?:ure|ing|s)?|do(?:es)? not|"
        r"unless)[^.;]{0,30}?(?:reply|respond|object|hear|receive))"
        r"[^.;]{0,80}?\b(?:deem\w*|treat\w*|regard\w*|consider\w*|taken|presum\w*|"
        r"assum\w*)\b[^.;]{0,50}?\b(?:confirm|accept|agree|admit|acknowledg|correct)\w*"
        r"|\bsilence (?:as|is|means|implies|amounts to|constitutes) (?:accept|consent|confirm|agree|admi)\w*"
        r"|\b(?:treat|deem|tak|regard|consider|constru)\w* [^.;]{0,20}?\bsilence [^.;]{0,20}?"
        r"\b(?:accept|consent|confirm|agree|admi|acknowledg)\w*",
        ("civil_code:140(2)",),
        passes=f"{AGREED}|不(?:能|应|得)?视为|不构成"
        "|\\b(?:not|never) (?:be )?(?:deem|treat|regard|tak|consider|constru)",
    ),
    Trap(
        "trap.interest_fixed",
        rf"(?:违约金|利息|滞纳金|逾期付款损失)[^。；\n]{{0,24}}?{SUM_ZH}"
        rf"|\b(?:interest|liquidated damages|late[- ]payment (?:charges?|fees?))\b[^.;\n]{{0,40}}?{SUM_EN}",
        ("sales_interpretation:18(3)",),
        passes="另行|保留|不受影响|暂计|仅供参考|不包括|未计|\\breserv|separate|not includ",
        passes_near="违约金[^。]{0,30}(?:不变|仍按|继续)|不构成[^。]{0,40}放弃|不影响[^。]{0,30}(?:违约金|利息)|"
        "remains? unaffected",
        sorts=frozenset({Sort.STATEMENT, Sort.AGREEMENT}),
    ),
    Trap(
        "trap.lawyers_fee",
        r"(?:请|应|须|要求|必须|一并|由)[^。；]{0,24}?(?:支付|承担|负担|赔偿|偿付)?[^。；]{0,16}?律师(?:代理)?费"
        r"|\b(?:you|pay|bear|reimburse|claim)\b[^.;]{0,40}?\b(?:lawyers?[’']?s?|attorneys?[’']?s?|legal|"
        r"solicitors?[’']?)[- ]fees?\b",
        ("civil_code:584",),
        passes=f"{AGREED}|依法|保留|\\bas the law allows\\b|\\breserv",
        passes_near=AGREED,
    ),
    Trap(
        "trap.forfeiture",
        rf"(?:到期|届期|届满|逾期|期满|{IF_ZH})[^。；]{{0,30}}?(?:不|未|不能|未能|无力)[^。；]{{0,12}}?(?:还|付|清偿|偿|"
        r"履行)[^。；]{0,40}?"
        r"(?:归|转归|属于?|即为|直接归|抵归)[^。；]{0,20}?(?:所有|债权人|我[司方]|本公司|甲方)"
        r"|(?:名下|抵押|质押)[^。；，,]{0,14}?归(?:甲方|债权人|我[司方]|本公司)所有"
        r"|\b(?:if|unless|failing)\b[^.;]{0,60}?\b(?:pay|paid|repay|repaid|payment|due)\b[^.;]{0,80}?\b(?:belongs?|"
        r"pass(?:es)?|become[s]?|vests?|forfeit\w*)\b[^.;]{0,24}?"
        r"\b(?:the creditor|us|our property|ours|to the seller)\b",
        ("contract_interpretation:28", "civil_code:401", "civil_code:428"),
        passes="拍卖|变卖|折价|优先受偿|所有权保留|保留所有权|\\bauction|\\bretention of title",
    ),
    Trap(
        "trap.suspension",
        r"(?:我[司方]|本公司|本司|敝司|卖方|供方|我们)?(?:将|决定|有权|即日起|现|已|自即日起|只能|"
        r"不得不)[^。；]{0,16}?(?:暂停|中止|停止|终止)(?:向贵[司方]|对贵[司方])?[^。；]{0,8}?(?:供货|发货|交货|"
        r"供应|服务|履行|供电|供水|供气)"
        r"|\bwe\b[^.;]{0,30}?\b(?:suspend|stop|halt|withhold|cease)\w*\b[^.;]{0,20}?\b(?:deliver|suppl|shipment|"
        r"service|performance)\w*",
        ("civil_code:525", "civil_code:526", "civil_code:527", "civil_code:528"),
        passes=f"{AGREED}|{NOT_ZH}(?:会|得|予)?(?:暂停|中止|停止)|\\bnot (?:suspend|stop)",
        passes_anywhere="五百二十[五六七]条|52[567]\\s?条|同时履行|先履行|不安抗辩|(?:合同|"
        "协议)[^。；]{0,40}(?:暂停|中止|停止)"
        "|Articles? 52[567]|Article 528|(?:contract|clause)[^.;]{0,60}(?:suspend|withhold)",
        sorts=EVERY - {Sort.SUSPENSION},  # which cannot be made without its ground
    ),
    Trap(
        "trap.guarantor_copied",
        r"(?:抄送|抄报|抄致|副本(?:送|致|抄送))[^。；]{0,20}?(?:保证人|担保人|担保方|保证方)"
        r"|\b(?:cc|c\.c\.|copy|copied|copies)\b[^.;]{0,30}?\bguarantors?\b",
        ("civil_code:693(2)", "security_interpretation:29"),
        passes_anywhere=r"(?:请|要求)[^。；]{0,12}(?:保证人|担保人|贵[司方])[^。；]{0,30}(?:承担|"
        r"履行)(?:连带)?(?:保证|担保|清偿)"
        r"|(?:guarantor|you)[^.;]{0,60}(?:perform|honou?r|discharge|pay under)[^.;]{0,30}guarantee",
    ),
    Trap(
        "trap.conditional_set_off",
        rf"抵销[^。；]{{0,20}}?(?:{IF_ZH}|{UNTIL_ZH}|直至|前提|条件|生效后)|(?:{IF_ZH}|{UNTIL_ZH}|直至)[^。；]{{0,24}}?(?:则|即|方|"
        r"才)?[^。；]{0,6}?抵销(?![^。；]{0,6}抗辩)"
        r"|\bset[- ]?off\b[^.;]{0,30}?\b(?:if|provided|unless|once|subject to)\b",
        ("civil_code:568(2)",),
        passes=f"{AGREED}|不(?:附|得附|带)|\\b(?:unconditional|subject to no)",
        sorts=frozenset({Sort.SET_OFF}),
    ),
    Trap(
        "trap.triangular",
        r"(?:三角债|三方(?:抵账|抵债|对抵|冲抵|互抵|抵销))|(?:用|以)[^。；]{0,16}?(?:欠|"
        r"所欠)[^。；]{0,8}?(?:第三方|他方|其他公司)[^。；]{0,10}?(?:抵|冲抵)"
        r"|\b(?:three-way|triangular) (?:set-?off|netting)\b",
        ("civil_code:568", "civil_code:569", "civil_code:551"),
        passes="三方(?:抵账)?协议|三方书面|\\bthree-party agreement",
    ),
    Trap(
        "trap.contact_hours",
        r"(?:每天|每日|一天|一日)[^。；，,]{0,6}?(?:[两二三四五六七八九十数多几]|[2-9]|"
        r"\d{2,})次[^。；，,]{0,12}?(?:电话|致电|来电|短信|联系|拨打|上门|催)"
        r"|(?:电话|致电|短信|联系|上门|催)[^。；，,]{0,12}?(?:每天|"
        r"每日)[^。；，,]{0,4}?(?:[两二三四五六七八九十数多几]|[2-9]|\d{2,})次"
        r"|(?:深夜|半夜|凌晨|夜间|晚(?:上)?(?:1[01]|2[2-3]|十|十一)点)[^。；，,]{0,14}?(?:电话|致电|来电|短信|联系|"
        r"拨打|上门)"
        r"|\b(?:call|phone|ring|text|message)\w*\b[^.;]{0,30}?\b(?:(?:several|many|three|two|twice|\d+)( times)? "
        r"(?:a|every|each) (?:day|night)|at night|after midnight)",
        ("civil_code:1033", "public_security_law:50(1)(5)"),
        passes=f"{NOT_ZH}[^。；]{{0,10}}(?:每天|深夜|半夜|夜间)|请勿|\\bnot\\b",
    ),
    *CLAUSES,
    *STEPS,
)


@dataclass(frozen=True, slots=True)
class _Compiled:
    trap: Trap
    words: re.Pattern[str]
    passes: re.Pattern[str] | None
    near: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None
    needs: re.Pattern[str] | None


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words, re.IGNORECASE) if words else None


_COMPILED = tuple(
    _Compiled(
        trap,
        re.compile(trap.words, re.IGNORECASE),
        _pattern(trap.passes),
        _pattern(trap.passes_near),
        _pattern(trap.passes_anywhere),
        _pattern(trap.needs_anywhere),
    )
    for trap in TRAPS
)
_LAPSES = re.compile(
    r"自始(?:不发生效力|不生效|无效)|恢复原(?:欠款|债务|金额)|(?:减免|免除|优惠)[^。；]{0,10}(?:不生效|失效|无效)|"
    r"\bvoid from the (?:outset|beginning)\b|\b(?:waiver|release|reduction)\b[^.;]{0,40}\b(?:lapses?|void|of no "
    r"effect)\b",
    re.IGNORECASE,
)


def lapses(paragraph: str) -> bool:
    """Whether a paragraph says that what it grants is undone where its condition is not met."""
    return _LAPSES.search(paragraph) is not None


_TELLS = Remembered(lambda text: any(each.words.search(text) for each in _COMPILED))


class Traps:
    """The traps of one text. text: the whole, for what makes a trap harmless from afar."""

    def __init__(self, text: str, nature: Nature, account: Account | None) -> None:
        self._set = [
            each
            for each in _COMPILED
            if nature.sort in each.trap.sorts
            and not (each.anywhere and each.anywhere.search(text))
            and not (each.needs and not each.needs.search(text))
            and not (each.trap.code == "trap.lawyers_fee" and _clause_on_fees(account))
        ]

    def trapped(self, paragraph: Paragraph, read: str) -> Iterator[tuple[Trap, int, int]]:
        """Each trap of a paragraph, with its characters: from, to before.

        read: the paragraph with what is no concern of it blotted out, of its length.
        """
        for each in self._set:
            if not each.words.search(read) or (each.near and each.near.search(read)):
                continue
            for begin, stop in paragraph.sentences:
                sentence = read[begin:stop]
                match = each.words.search(sentence)
                if match is None or not match[0] or (each.passes and each.passes.search(sentence)):
                    continue
                start, end = begin + match.start(), begin + match.end()
                if not paragraph.quotes(start, end):
                    yield each.trap, start, end

    def telling(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Those of the texts in which a trap's words stand, the longest first."""
        suspects = filter(_TELLS, texts)
        found = {text for text in suspects if any(each.words.search(text) for each in self._set)}
        return tuple(sorted(found, key=lambda text: (-len(text), text)))


def _clause_on_fees(account: Account | None) -> bool:
    """Whether a contract lets the costs of lawyers be claimed."""
    return account is not None and any(
        each.pays_costs or re.search("律师", each.costs_clause or "") for each in account.contracts
    )
