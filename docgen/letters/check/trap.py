"""What a trap is made of, and the small classes of words that traps share."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from docgen.errors import Severity
from docgen.letters.check.sorts import Sort

EVERY: frozenset[Sort] = frozenset(Sort)
SUM_ZH = r"(?:人民币|RMB|￥|¥)?\s?\d[\d,，]*(?:\.\d+)?\s?(?:万|亿)?元"
SUM_EN = r"(?:RMB|CNY|USD|US\$|EUR|￥|¥|\$)\s?\d[\d,]*(?:\.\d+)?"
AGREED = "约定|合同(?:第|条款)|依约|按约|补充协议|\\bcontract\\b|\\bagree(?:d|ment)\\b|\\bclause\\b"
IF_ZH = "(?:如(?![下实期约数此上何])|若(?!干)|倘)"
UNTIL_ZH = "(?<!对)待(?![定核付遇查证收])"
NOT_ZH = "(?:不|未|并非|不得|不应|不会|无意)"


@dataclass(frozen=True, slots=True)
class Trap:
    """code: of the finding. words: what gives it away within a sentence. passes: what makes it harmless, in the
    sentence; `passes_near`: in the paragraph; `passes_anywhere`: in the text. needs_anywhere: without which, in the
    text, it harms nobody. sorts: where it harms.
    """

    code: str
    words: str
    articles: tuple[str, ...]
    passes: str = ""
    passes_near: str = ""
    passes_anywhere: str = ""
    needs_anywhere: str = ""
    sorts: Collection[Sort] = EVERY
    severity: Severity = Severity.WARNING
