"""Set terms that a Chinese account holds and an English letter can say in English: posts, papers, powers of an agent.

Only whole terms are looked up; everything else a caller wrote stands in an English letter as it was written, because
the translation of a name or of a clause is not ours to guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.letters.request import Language

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        # posts
        "董事长": "Chairman of the Board",
        "执行董事": "Executive Director",
        "董事": "Director",
        "总裁": "President",
        "首席执行官": "Chief Executive Officer",
        "总经理": "General Manager",
        "副总经理": "Deputy General Manager",
        "经理": "Manager",
        "首席财务官": "Chief Financial Officer",
        "财务总监": "Finance Director",
        "财务负责人": "Head of Finance",
        "财务经理": "Finance Manager",
        "财务部经理": "Finance Manager",
        "会计": "Accountant",
        "法务负责人": "Head of Legal",
        "法务经理": "Legal Manager",
        "法务部经理": "Legal Manager",
        "销售经理": "Sales Manager",
        "采购经理": "Purchasing Manager",
        "厂长": "Factory Director",
        "主任": "Director",
        "院长": "President",
        "校长": "President",
        "局长": "Director-General",
        "经营者": "Proprietor",
        "执行事务合伙人": "Managing Partner",
        "律师": "attorney at law",
        # papers of delivery and acceptance
        "送货单": "delivery note",
        "发货单": "dispatch note",
        "出库单": "goods issue note",
        "入库单": "goods receipt note",
        "签收单": "receipt",
        "收货单": "goods receipt",
        "验收单": "acceptance note",
        "验收报告": "acceptance report",
        "竣工验收报告": "completion acceptance report",
        "服务确认单": "service confirmation",
        "结算单": "settlement statement",
        "对账单": "statement of account",
        "物流签收记录": "carrier's record of receipt",
        "提单": "bill of lading",
        # evidence: whose it is
        "申请人": "the applicant",
        "被申请人": "the respondent",
        # powers of an agent (民事诉讼法 62)
        "一般代理": "general authority",
        "一般授权": "general authority",
        "特别授权": "special authority",
        "特别代理": "special authority",
    }
)


def set_term(words: str, language: Language) -> str:
    """General Manager for 总经理 in an English letter; the words themselves where there is no set term."""
    return _ENGLISH.get(words.strip(), words) if language is Language.EN else words
