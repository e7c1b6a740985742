"""Which words are marked: as a person with a pencil would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.studio.comparing.comparison import Mark
from docgen.studio.comparing.words import runs, words

SIGNS = {Mark.SAME: "{}", Mark.DELETED: "[-{}]", Mark.INSERTED: "[+{}]"}


def pencilled(old: str, new: str) -> str:
    return "".join(SIGNS[mark].format(text) for text, mark in runs(old, new))


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("请于十日内付款。", "请于十五日内付款。", "请于[-十][+十五]日内付款。"),
        ("货款1,234.50元", "货款1,334.50元", "货款[-1,234.50][+1,334.50]元"),
        ("年利率3.85%", "年利率3.45%", "年利率[-3.85%][+3.45%]"),
        ("于2026-01-31前", "于2026-03-31前", "于[-2026-01-31][+2026-03-31]前"),
        ("依据第五百七十七条", "依据第五百七十九条", "依据[-第五百七十七条][+第五百七十九条]"),
        ("致{{ debtor.name }}：", "致{{ debtor.full_name }}：", "致[-{{ debtor.name }}][+{{ debtor.full_name }}]："),
        ("应当承担违约责任", "须承担赔偿责任", "[-应当][+须]承担[-违约][+赔偿]责任"),
        ("Please pay the sum.", "Please settle the sum.", "Please [-pay][+settle] the sum."),
        ("the debtor's debt", "the buyer's debt", "the [-debtor's][+buyer's] debt"),
        ("第三方应当付款", "第三人应当付款", "第三[-方][+人]应当付款"),
        ("特此函告。", "特此函告，望重视。", "特此函告[+，望重视]。"),
        ("", "新的一段", "[+新的一段]"),
    ],
)
def test_words_numbers_articles_and_tags_are_marked_whole(old: str, new: str, marked: str) -> None:
    assert pencilled(old, new) == marked


def test_a_single_character_that_happens_to_be_equal_does_not_interrupt_a_change() -> None:
    assert pencilled("逾期付款的，应当", "逾期未付的，须") == "逾期[-付款的，应当][+未付的，须]"


def test_a_tag_that_stays_is_not_swallowed_by_the_changes_around_it() -> None:
    old, new = "请{{ you }}于今日付款", "望{{ you }}在明日付清"
    assert "{{ you }}" in [text for text, mark in runs(old, new) if mark is Mark.SAME]


@given(
    st.text(alphabet="甲乙丙方应当付款。，{}% abc12.3一二第条"),
    st.text(alphabet="甲乙丙方应当付款。，{}% abc12.3一二第条"),
)
def test_what_is_not_inserted_is_the_old_text_and_what_is_not_deleted_the_new_one(old: str, new: str) -> None:
    found = runs(old, new)
    assert "".join(text for text, mark in found if mark is not Mark.INSERTED) == old
    assert "".join(text for text, mark in found if mark is not Mark.DELETED) == new
    assert "".join(words(old)) == old


def test_a_long_paragraph_is_compared_sentence_by_sentence() -> None:
    sentences = [f"第{number}项货款为人民币{number}00元，应于{number}日前支付。" for number in range(1, 200)]
    changed = [*sentences[:50], "本条另行约定。", *sentences[51:120], *sentences[121:]]
    found = runs("".join(sentences), "".join(changed))
    assert "".join(text for text, mark in found if mark is Mark.DELETED).count("。") <= 2
    assert "".join(text for text, mark in found if mark is Mark.INSERTED) in ("本条另行约定。", "本条另行约定")
