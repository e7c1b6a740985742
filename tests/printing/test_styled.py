"""Styles kept from letter to letter change nothing on the page."""

from __future__ import annotations

from pathlib import Path

from weasyprint.text.fonts import FontConfiguration

from docgen.printing import Press, fonts
from docgen.printing.styled import Styles
from tests.printing.word import p, r, tbl, tr, word

FIRST = word(
    p(r("催款函", "<w:b/>"), jc="center"),
    p("总价为1,234.50元。"),
    tbl(tr("甲", "1"), "c|d"),
    stories={"footer:default": p("1")},
)
SECOND = word(p(r("对账函", "<w:b/>"), jc="center"), p("尚欠9.00元，", jc="both"), stories={"footer:default": p("2")})


def test_a_letter_is_printed_alike_first_and_after_others(press: Press, tmp_path: Path) -> None:
    fresh = Press(fonts.prepare(tmp_path))
    second = fresh.print(SECOND).pdf
    press.print(FIRST)
    assert press.print(SECOND).pdf == second
    assert press.print(SECOND).pdf == second


def test_a_second_letter_of_the_template_brings_no_new_styles(press: Press) -> None:
    press.print(SECOND)
    before = press._styles._count
    press.print(
        word(p(r("催收函", "<w:b/>"), jc="center"), p("尚欠7.00元，", jc="both"), stories={"footer:default": p("3")})
    )
    assert press._styles._count == before


def test_kept_styles_begin_anew_before_they_fill_the_memory(press: Press, tmp_path: Path) -> None:
    small = Press(fonts.prepare(tmp_path))
    small._styles = Styles(small._configuration, most=3)
    for _ in range(2):
        assert small.print(FIRST).pdf == press.print(FIRST).pdf
    assert isinstance(small._styles.fonts, FontConfiguration)
    assert small._styles._count < 40
