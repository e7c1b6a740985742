"""Where lines break. Ideographs are 10 points wide, digits 5, so a reader can count."""

from __future__ import annotations

import gc
import time
from typing import Any

import pytest

from docgen.printing.setting.lines.paragraphs import set_paragraph, widths
from tests.printing.setting.typeset import BREAK, context, lines, paragraph, text

SOLID: dict[str, Any] = {"space_letters": False, "space_digits": False}


def texts(words: str, width: float, **shape: Any) -> list[str]:
    return lines(paragraph(words, **shape), width).texts


def test_ideographs_break_anywhere() -> None:
    assert texts("甲方应当支付货款本金", 40) == ["甲方应当", "支付货款", "本金"]


def test_a_line_holds_what_fits_exactly() -> None:
    assert texts("甲方应当", 40) == ["甲方应当"]
    assert texts("甲方应当", 39.9) == ["甲方应", "当"]


def test_latin_words_break_at_blanks_alone() -> None:
    assert texts("the goods were delivered", 50) == ["the goods", "were", "delivered"]


def test_blanks_at_the_end_of_a_line_take_no_room() -> None:
    assert texts("甲方应当      支付", 40) == ["甲方应当", "支付"]


def test_no_line_begins_with_a_closing_mark() -> None:
    assert texts("支付货款）本金", 40, hanging=False) == ["支付货", "款）本金"]


def test_no_line_ends_with_an_opening_mark() -> None:
    assert texts("支付货（款本金", 40) == ["支付货", "（款本金"]


@pytest.mark.parametrize("mark", "）〕》」】，、。；：")
def test_a_line_may_end_with_a_closing_mark_before_a_figure(mark: str) -> None:
    """17.15.1.58: marks that end no line are the opening ones alone."""
    assert texts(f"依据函号{mark}2026年", 50, hanging=False, **SOLID) == [f"依据函号{mark}", "2026年"]
    assert texts(f"依据函号{mark}No年", 50, hanging=False, **SOLID) == [f"依据函号{mark}", "No年"]


def test_without_kinsoku_marks_stand_where_they_fall() -> None:
    assert texts("支付货款）本金", 40, kinsoku=False) == ["支付货款", "）本金"]


def test_a_full_stop_hangs_over_the_edge() -> None:
    """LibreOffice sets it the same: 17.3.1.21."""
    assert texts("支付货款。本金", 40) == ["支付货款。", "本金"]
    assert texts("支付货款。本金", 40, hanging=False) == ["支付货", "款。本金"]


def test_a_mark_after_one_that_hangs_keeps_it_off_the_edge() -> None:
    assert texts("支付货款。”本金", 40) == ["支付货", "款。”本", "金"]


def test_a_full_stop_hangs_behind_a_latin_word() -> None:
    """17.3.1.21 asks nothing about the letter before it."""
    assert texts("函2026。本金", 30, **SOLID) == ["函2026。", "本金"]
    assert texts("函2026。本金", 30, hanging=False, **SOLID) == ["函", "2026。", "本金"]


def test_full_stops_of_latin_words_do_not_hang() -> None:
    assert texts("amount of costs.", 60) == ["amount of", "costs."]


def test_the_files_own_lists_take_the_place_of_words() -> None:
    block = paragraph("支付货款本金")
    assert lines(block, 30, context(no_start="款")).texts == ["支付", "货款本", "金"]
    assert lines(block, 30, context(no_end="货")).texts == ["支付", "货款本", "金"]


@pytest.mark.parametrize(("mark", "kept"), [("—", "——"), ("…", "……")])
def test_a_chinese_dash_of_two_is_one(mark: str, kept: str) -> None:
    words = f"一二三四五六{mark}{mark}七"
    assert all(line.count(mark) in (0, 2) for width in range(30, 90, 5) for line in texts(words, width)), kept


def test_numbers_with_separators_stay_whole() -> None:
    assert texts("共计1,234.56元", 45, **SOLID) == ["共计", "1,234.56元"]


def test_a_sum_stays_with_its_currency_but_not_with_its_unit() -> None:
    assert texts("金额￥500元", 30, **SOLID) == ["金额", "￥500", "元"]


def test_dates_break_after_their_hyphens() -> None:
    assert texts("于2025-01-02前", 40, **SOLID) == ["于2025-", "01-02前"]


def test_a_sign_before_a_number_stays_with_it() -> None:
    assert texts("down to a -5", 38) == ["down to", "a -5"]


def test_words_with_hyphens_break_after_them() -> None:
    assert texts("state-of-the-art", 40) == ["state-of-", "the-art"]


def test_slashes_are_no_place_to_break() -> None:
    """Word breaks at none; UAX 14 and LibreOffice after some."""
    assert texts("either and/or both", 45) == ["either", "and/or", "both"]


def test_a_dash_breaks_after_and_not_before() -> None:
    assert texts("paid\u2014or not", 40) == ["paid\u2014or", "not"]
    assert texts("paid\u2014or not", 35) == ["paid\u2014", "or not"]


def test_an_address_that_fits_on_no_line_breaks_where_the_line_ends() -> None:
    address = "https://www.example.com/contracts/2024/HT-0088"
    found = texts(f"见{address}", 100)
    assert "".join(found) == f"见{address}"
    assert found[0] == "见"
    assert len(found) == 4


def test_without_word_wrap_latin_words_break_anywhere() -> None:
    assert texts("货款ABCDEF", 40, word_wrap=False, **SOLID) != texts("货款ABCDEF", 40, **SOLID)
    assert texts("货款ABCDEF", 40, word_wrap=False, **SOLID)[0] == "货款AB"


def test_no_break_blanks_and_joiners_hold_words_together() -> None:
    assert texts("sum of USD\u00a0500 is due", 60) == ["sum of", "USD\u00a0500 is", "due"]
    assert texts("利率为年\u00a04.50%", 60, **SOLID) == ["利率为", "年\u00a04.50%"]
    assert texts("甲方\u2060乙方", 20) == ["甲", "方\u2060乙", "方"]


def test_a_blank_without_width_lets_a_word_break() -> None:
    assert texts("HT20240088/\u200bA000001", 60) == ["HT20240088/\u200b", "A000001"]


def test_a_soft_hyphen_shows_only_where_the_line_breaks() -> None:
    found = lines(paragraph("the obli\u00adgation"), 40)
    assert found.texts == ["the obli\u00ad-", "gation"]
    whole = lines(paragraph("the obli\u00adgation"), 100)
    assert whole.texts == ["the obli\u00adgation"]
    assert whole.right("n") == pytest.approx(lines(paragraph("the obligation"), 100).right("n"))


def test_a_break_ends_a_line() -> None:
    assert lines(paragraph("甲方", BREAK, "乙方"), 100).texts == ["甲方", "乙方"]


def test_a_break_at_the_end_leaves_an_empty_line_for_the_mark() -> None:
    assert lines(paragraph("甲方", BREAK), 100).texts == ["甲方", ""]


def test_runs_of_different_looks_break_as_one_text() -> None:
    assert lines(paragraph(text("支付货", bold=True), text("款）"), "本金"), 40).texts == ["支付货", "款）本金"]
    assert lines(paragraph("an obli", text("gation", bold=True), " sum"), 50).texts == ["an", "obligation", "sum"]


def test_the_narrowest_width_is_that_of_the_longest_word() -> None:
    narrowest, widest = widths(paragraph("the goods delivered"), context())
    assert narrowest == pytest.approx(lines(paragraph("delivered"), 500).right("delivered"))
    assert widest == pytest.approx(lines(paragraph("the goods delivered"), 500).right("delivered"))


def test_ideographs_can_be_as_narrow_as_one_and_its_mark() -> None:
    assert widths(paragraph("支付货款。", left=10, right=5), context()) == pytest.approx((35, 65))


def test_the_widest_is_that_of_the_longest_line() -> None:
    assert widths(paragraph("甲方", BREAK, "乙方丙方"), context())[1] == pytest.approx(40)


def test_a_hundred_thousand_characters_take_linear_time() -> None:
    """Twenty times the text, at most twice twenty times the time."""
    around = context()

    def took(sentences: int) -> float:
        block = paragraph("逾期每日加收违约金，" * sentences)
        started = time.process_time()
        set_paragraph(block, 400, around)
        return time.process_time() - started

    gc.collect()
    gc.disable()  # it walks through whatever other tests have left
    try:
        assert min(took(10_000) for _ in range(3)) < 40 * max(min(took(500) for _ in range(3)), 0.001)
    finally:
        gc.enable()
