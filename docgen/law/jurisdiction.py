"""Which way a dispute goes: court or arbitration by the words of the clause, and the level of the court."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from enum import StrEnum

from docgen.law.statutes import LawData


class Forum(StrEnum):
    COURT = "court"
    ARBITRATION = "arbitration"


class Level(StrEnum):
    BASIC = "basic"
    INTERMEDIATE = "intermediate"


_SPACE = re.compile(r"\s+")
_NO_ARBITRATION = re.compile(
    r"(?:不|非|排除|放弃)[^，。；;、或]{0,6}仲裁(?:方式|程序)?|(?:not|without|no)\b[^.;,]{0,30}arbitrat\w+",
    re.IGNORECASE,
)
# A court that only assists the arbitration is no choice of court.
_COURT_ASSISTS = re.compile(
    r"[^，。；;,.]*(?:保全|强制执行|撤销|preservation|interim|enforce)[^，。；;,.]*", re.IGNORECASE
)
_ARBITRATION = re.compile(r"仲裁|arbitra", re.IGNORECASE)
_COURT = re.compile(r"法院|起诉|诉讼|litigation|\bcourts?\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"或|也可|亦可|均可|\bor\b|\beither\b", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"[\u4e00-\u9fff]{2,}?仲裁(?:委员会|院|中心)"
    r"|[A-Z][\w’' -]*Arbitration (?:Commission|Cent(?:re|er)|Institut\w+|Court)"
    r"|(?:Commission|Cent(?:re|er)|Court|Institute) (?:of|for) [\w ]*Arbitration"
    r"|\b(?:CIETAC|HKIAC|SIAC|SHIAC|SCIA|BIAC|ICC|LCIA)\b"
)
# Words before 仲裁委员会 that name none: 提交仲裁委员会, 由有关仲裁委员会, 当地仲裁委员会
_UNNAMED = re.compile(
    r"(?:提交|提请|申请|由|向|至|到|交|请|经|在|双方|任何一方|一方|可以|可|应|均|"
    r"争议|纠纷|合同|有关|相关|有权|任意|当地|所在地|其他|某|该|一个|的)+仲裁"
)


def route(clause: str | None) -> Forum | None:
    """Where a clause sends the dispute: arbitration only with a chosen institution and nothing beside it
    (仲裁法 5, 27); "arbitration or court" is the court, since the arbitration part is void (法释〔2025〕15号);
    a court clause is the court (民事诉讼法 35). None: no clause, or its words leave a doubt.
    """
    words = _NO_ARBITRATION.sub("", _SPACE.sub(" ", clause or ""))
    arbitration = bool(_ARBITRATION.search(words))
    if not arbitration:
        return Forum.COURT if _COURT.search(words) else None
    if _COURT.search(_COURT_ASSISTS.sub("", words)):
        return Forum.COURT if _ALTERNATIVE.search(words) else None
    return Forum.ARBITRATION if len(_institutions(words)) == 1 else None


def either_way(clause: str | None) -> bool:
    """Whether a clause offers both arbitration and the court: the arbitration part is void, the choice of court is
    judged by itself (法释〔2025〕15号 4)."""
    words = _NO_ARBITRATION.sub("", _SPACE.sub(" ", clause or ""))
    return bool(_ARBITRATION.search(words)) and route(clause) is Forum.COURT


def level(law: LawData, amount: Decimal, one_party_outside_province: bool | None, on: dt.date) -> Level | None:
    """The level of the court of first instance (法发〔2021〕27号): intermediate from 500 million yuan, from 100
    million where one party's domicile lies outside the province. None where that is not known and decides."""
    if amount >= law.figure("jurisdiction.intermediate", on).value:
        return Level.INTERMEDIATE
    if amount < law.figure("jurisdiction.intermediate_outside", on).value or one_party_outside_province is False:
        return Level.BASIC
    return Level.INTERMEDIATE if one_party_outside_province else None


def _institutions(words: str) -> set[str]:
    """The arbitration institutions named, each once."""
    return {found for found in _INSTITUTION.findall(words) if not _UNNAMED.match(found)}
