"""What place a clause sends a suit to."""

from __future__ import annotations

import pytest

from docgen.law.courts import is_intermediate
from docgen.law.venue import Venue, agreed

CLAUSES = [
    ("因本合同发生的争议，协商不成的，向被告住所地人民法院提起诉讼。", Venue.DEFENDANT),
    ("争议由原告住所地人民法院管辖", Venue.PLAINTIFF),
    ("由卖方所在地人民法院管辖", Venue.SELLER),
    ("向需方所在地人民法院起诉", Venue.BUYER),
    ("由合同签订地人民法院管辖", Venue.SIGNING),
    ("由合同履行地人民法院管辖", Venue.PERFORMANCE),
    ("由苏州市示例区人民法院管辖", Venue.COURT),
    ("可向原告住所地或者被告住所地人民法院起诉", None),
    ("由甲方所在地人民法院管辖", None),
    ("提交上海仲裁委员会仲裁", None),
    (None, None),
    ("an action shall be brought before the people’s court at the place of the defendant’s domicile", Venue.DEFENDANT),
]


@pytest.mark.parametrize(("clause", "venue"), CLAUSES)
def test_a_clause_is_read_for_the_place_that_it_names(clause: str | None, venue: Venue | None) -> None:
    assert agreed(clause) is venue


def test_an_intermediate_court_is_told_by_its_name() -> None:
    assert is_intermediate("江苏省苏州市中级人民法院")
    assert is_intermediate("Suzhou Intermediate People’s Court")
    assert not is_intermediate("苏州市示例区人民法院")
