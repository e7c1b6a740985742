"""What a rule of tone is made of, and the small classes of words that rules share."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.errors import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """code: of the finding. words: what gives it away. unless: words before it in the sentence that negate it.
    passes: words anywhere in the sentence that make it harmless.
    """

    code: str
    severity: Severity
    words: str
    articles: tuple[str, ...]
    unless: str = ""
    passes: str = ""


# Who writes.
WE_ZH = "(我[司方们]|我公司|我单位|本公司|本司|本单位|敝[司公]|卖方|供方|委托人)"
# A denial that stands right before the verb; 不得不 and 不能不 deny nothing.
DENIED_ZH = (
    "(?<![得能会])([不未]|没有?|从未|并未|绝不|无意|无须|无需)(?!得不|能不|会不)"
    "(会|曾|得|应|能|可以?|再|予以?|想|打算|准备|要求|因此|(把|将|向|对|就|为|以)[^，,]{0,10})*$"
)
# What the debtor is asked to do, or does of its own accord.
ASKED_ZH = "请(将|您|贵[司方])?((?!我|否则|不然|逾期|若|就|会(?!计)|(?<!请)将).)*$"
THEIR_OWN_ZH = "(?<![把将向对给跟与找到在以就于关让使叫令])贵[司方公]((?!我|就|则|将|会|不|即|，|,).){0,10}$"
# What has been done, told as a fact.
PAST_ZH = "(已经?|曾经?|多次|先后|屡次|此前|日)[^，,将会]{0,8}$"
DENIED_EN = (
    r"\b(do|does|did|has|have|had|will|shall|would|can|could|may|must)( ?not|n't)( \w+){0,2} ?$|\bnever( \w+)? ?$"
)
ASKED_EN = (
    r"\bplease\b((?!\bor\b|otherwise|failing|\bwe\b).)*$|\byou (should|may|can|must|might|need to|are (asked"
    r"|requested) to)"
    r"( \w+){0,2} ?$|\bif you [^,.;]*$"
)
