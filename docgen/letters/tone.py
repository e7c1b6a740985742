"""What a letter that collects a debt must not say, looked for in the words that its sender adds.

The templates keep to lawful steps; free paragraphs are written by people in a hurry. What is found bars the
letter where the law forbids it (threats, exposure, pressure through others, insults, the look of an authority),
and warns where it may harm the sender (results that only a court decides, reports used as pressure, waivers).
Goods have such names too (报警器, 曝光机, 多媒体): those pass, and so does a waiver that its clause negates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.errors import Finding, Severity
from docgen.letters.request import LetterKind, LetterRequest


@dataclass(frozen=True, slots=True)
class Rule:
    """code: of the finding. words: what gives it away. unless: words before it in the clause that make it harmless."""

    code: str
    severity: Severity
    words: str
    articles: tuple[str, ...]
    unless: str = ""


_RULES = (
    Rule(
        "tone.criminal_threat",
        Severity.BAR,
        r"报警(?!器|系统|装置|设备|主机|控制)|报案|刑事责任|诈骗罪|抓人|坐牢"
        r"|call the police|criminal (charge|complaint|proceeding)|\bjail\b|\bprison\b",
        ("criminal_law:274", "public_security_law:50(1)(1)", "private_economy_law:63"),
    ),
    Rule(
        "tone.exposure",
        Severity.BAR,
        r"曝光(?!机|设备|系统)|[拉挂]横幅|(媒体|抖音|微博)[^。；]{0,8}(公布|发布|公开|披露)|公布于众|大字报"
        r"|(通知|告知|告诉|公布)[^。；]{0,8}客户|客户[^。；]{0,4}公布"
        r"|social media|your customers|to the press|make (this|it) public",
        ("civil_code:1024", "public_security_law:50(1)(2)", "private_economy_law:59", "criminal_law:246"),
    ),
    Rule(
        "tone.third_parties",
        Severity.BAR,
        r"(通知|告知|告诉|联系)[^。；]{0,4}(家人|亲属|同事|邻居|单位领导)|your (family|colleagues|neighbours|employer)",
        ("civil_code:1032", "personal_information_law:6", "public_security_law:50(1)(6)"),
    ),
    Rule(
        "tone.harassment",
        Severity.BAR,
        r"蹲守|堵门|跟踪[你您贵]|不让出门|扣人|扣车|wait outside your (home|office)|follow you",
        ("public_security_law:50(1)(5)", "criminal_law:238"),
    ),
    Rule("tone.insult", Severity.BAR, r"老赖|骗子|无赖|不要脸|deadbeat|crook|cheat|swindler", ("civil_code:1024",)),
    Rule(
        "tone.authority",
        Severity.BAR,
        r"传票|最后通牒|法院通知|国徽|执行通知书|summons|court notice",
        ("public_security_law:62", "public_security_law:63"),
    ),
    Rule(
        "tone.lawyer",
        Severity.BAR,
        r"本律师函|法务律师|this lawyer[’']s letter",
        ("lawyers_law:16",),
    ),
    Rule(
        "tone.courts_decision",
        Severity.WARNING,
        r"失信|限制高消费|限制消费|限制出境|judgment defaulter|travel ban|exit ban",
        ("cpl:266",),
    ),
    Rule(
        "tone.report_as_pressure",
        Severity.WARNING,
        r"(税务|市场监管|环保)[^。；]{0,6}举报|举报[^。；]{0,8}(税务|市场监管|环保)|report you to",
        ("criminal_law:274",),
    ),
    Rule(
        "tone.waiver",
        Severity.WARNING,
        r"免除|放弃|一笔勾销|不再追究|\bwaives?\b|release you",
        ("civil_code:575", "limitation_rules:9"),
        unless=r"不构成|不视为|不意味着|[不未][^，,]{0,6}$|\bnot\b|\bno\b|neither|nothing",
    ),
    Rule(
        "tone.new_due_date",
        Severity.WARNING,
        r"最迟可以[^。；]*再付|you may pay (as late as|until)",
        ("civil_code:543", "sales_interpretation:18(1)"),
    ),
    Rule(
        "tone.admission",
        Severity.WARNING,
        r"质量问题正在处理|(货物|产品)[^。；]{0,6}(瑕疵|质量问题)|defects? (is|are) being",
        ("evidence_rules:3",),
    ),
    Rule(
        "tone.not_a_demand",
        Severity.WARNING,
        r"并非催款|not a demand",
        ("limitation_rules:8",),
    ),
)
_CLAUSE = re.compile(r"[^。；！？\n.;!?]+")
# A law firm names its letter so; papers for a court may speak of what courts do and of objections made.
_ALLOWED: Mapping[LetterKind, frozenset[str]] = MappingProxyType(
    {
        LetterKind.LAWYERS_LETTER: frozenset({"tone.lawyer"}),
        LetterKind.PAYMENT_ORDER_APPLICATION: frozenset({"tone.lawyer", "tone.authority", "tone.admission"}),
    }
)


def tone(kind: LetterKind, request: LetterRequest) -> tuple[Finding, ...]:
    """Every place in the sender's own words that the law forbids or that may harm the sender."""
    allowed = _ALLOWED.get(kind, frozenset())
    return tuple(
        Finding(rule.code, rule.severity, place, {"words": words}, rule.articles)
        for place, text in _own_words(request)
        for rule in _RULES
        if rule.code not in allowed
        for words in _found(rule, text)
    )


def _found(rule: Rule, text: str) -> Iterator[str]:
    for clause in _CLAUSE.findall(text):
        match = re.search(rule.words, clause, re.IGNORECASE)
        if match and not (rule.unless and re.search(rule.unless, clause[: match.start()], re.IGNORECASE)):
            yield match[0]


def _own_words(request: LetterRequest) -> Iterator[tuple[str, str]]:
    """What the sender wrote that is printed as it stands, with its place in the request document."""
    for place, text in request.paragraphs.items():
        yield f"/letter/paragraphs/{place}", text
    if request.salutation:
        yield "/letter/salutation", request.salutation
    if request.delivery:
        yield "/letter/delivery", request.delivery
