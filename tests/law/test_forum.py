"""Court or arbitration, by the words of the clause; the level of the court."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from docgen.law import jurisdiction
from docgen.law.jurisdiction import Forum, Level
from docgen.law.statutes import LawData


@pytest.mark.parametrize(
    ("clause", "forum"),
    [
        (
            "凡因本合同引起的争议，均提交中国国际经济贸易仲裁委员会，按照其现行有效的仲裁规则进行仲裁。",
            Forum.ARBITRATION,
        ),
        ("提交深圳国际仲裁院仲裁，仲裁裁决是终局的；守约方可以向人民法院申请财产保全。", Forum.ARBITRATION),
        (
            "Any dispute shall be submitted to the Shanghai International Arbitration Center for arbitration.",
            Forum.ARBITRATION,
        ),
        ("Disputes shall be finally settled by CIETAC arbitration in Beijing.", Forum.ARBITRATION),
        ("双方协商解决；协商不成的，向合同签订地人民法院提起诉讼。", Forum.COURT),
        ("双方不提交仲裁，由被告住所地人民法院管辖。", Forum.COURT),
        ("The courts of Shanghai shall have jurisdiction.", Forum.COURT),
        ("可向上海仲裁委员会申请仲裁，也可向人民法院起诉。", Forum.COURT),
        ("提交仲裁委员会仲裁。", None),  # which one?
        ("由当地仲裁委员会仲裁。", None),
        ("提交上海仲裁委员会或者北京仲裁委员会仲裁。", None),
        ("先提交上海仲裁委员会仲裁，对裁决不服的向人民法院起诉。", None),
        ("双方友好协商解决。", None),
        ("", None),
        (None, None),
    ],
)
def test_a_clause_sends_the_dispute_one_way_or_leaves_a_doubt(clause: str | None, forum: Forum | None) -> None:
    assert jurisdiction.route(clause) is forum


@pytest.mark.parametrize(
    ("amount", "outside", "level"),
    [
        ("99999999.99", None, Level.BASIC),
        ("100000000", None, None),
        ("100000000", False, Level.BASIC),
        ("100000000", True, Level.INTERMEDIATE),
        ("500000000", None, Level.INTERMEDIATE),
    ],
)
def test_the_level_is_not_told_where_what_decides_it_is_not_known(
    law: LawData, amount: str, outside: bool | None, level: Level | None
) -> None:
    assert jurisdiction.level(law, Decimal(amount), outside, dt.date(2026, 6, 1)) is level
