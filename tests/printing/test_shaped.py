"""Texts shaped once and drawn at one go are the same bytes as texts shaped and drawn by the engine each time."""

from __future__ import annotations

import pytest
from weasyprint import draw
from weasyprint.layout import inline

from docgen.printing import Press, drawn, shaped
from tests.printing.word import p, r, tbl, word

IDEOGRAPHS = "合同签订后，买受人应当按照约定的时间支付价款；逾期未支付的，应当承担违约责任。" * 8
LETTERS = {
    "a long Chinese paragraph": p(IDEOGRAPHS),
    "a long Chinese paragraph, spread": p(IDEOGRAPHS, jc="both"),
    "ideographs set apart": p(r(IDEOGRAPHS, '<w:spacing w:val="30"/>')),
    "ideographs set close": p(r(IDEOGRAPHS, '<w:spacing w:val="-20"/>')),
    "a line that just does not fit": p("天" * 41, "。") + p("天" * 42) + p("天" * 43),
    "scripts in turn": p("于2025年3月15日（Friday）支付1,234,567.89元，" * 9, jc="both"),
    "cells too narrow for a word": tbl(*["INV-2025-0001-0002|1,234,567.89|合同价款"] * 3, grid=(300, 700, 500)),
    "kerned Latin": p(r("AVAToY. Wave, To: 1,117.00 " * 20, '<w:kern w:val="2"/>'), jc="both"),
    "lines under and through": p(r("甲乙 words", '<w:u w:val="single"/>'), r("丙丁", "<w:strike/>")),
    "raised": p("m", r("2", '<w:vertAlign w:val="superscript"/>'), r("丁", '<w:position w:val="6"/>')),
    "a forced break and a tab": p("甲", "<w:r><w:br/><w:tab/><w:t>乙</w:t></w:r>") + p("trailing blanks   "),
    "the same words in two sizes": p("合同", r("合同", '<w:sz w:val="44"/>'), r("合同", "<w:b/>"), "合同"),
}  # fmt: skip


@pytest.fixture
def the_engines_way(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(inline, "split_first_line", shaped._engines_line)
    monkeypatch.setattr(draw, "draw_text", drawn._engines_text)
    return monkeypatch


@pytest.mark.parametrize("content", LETTERS.values(), ids=LETTERS.keys())
def test_not_a_byte_is_other(press: Press, request: pytest.FixtureRequest, content: str) -> None:
    letter = word(content)
    ours = press.print(letter).pdf
    again = press.print(letter).pdf  # now from what is kept
    request.getfixturevalue("the_engines_way").setattr(shaped, "_known", {})
    assert ours == again == press.print(letter).pdf


def test_a_short_text_is_shaped_once_for_all_letters(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    engine = shaped._engines_line

    def counted(text: str, *arguments: object) -> object:
        asked.append(text)
        return engine(text, *arguments)

    monkeypatch.setattr(shaped, "_engines_line", counted)
    letter = word(p("应收账款催收函") * 3)
    press.print(letter)
    press.print(letter)
    assert asked.count("应收账款催收函") <= 1


def test_a_long_chinese_text_is_given_to_pango_by_the_line(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    engine = shaped._engines_line

    def measured(text: str, *arguments: object) -> object:
        lengths.append(len(text))
        return engine(text, *arguments)

    monkeypatch.setattr(shaped, "_engines_line", measured)
    press.print(word(p("甲" * 1000)))
    assert max(lengths) < 100


def test_what_is_kept_of_texts_is_bounded(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaped, "_known", {})
    monkeypatch.setattr(shaped, "_MOST", 5)
    press.print(word("".join(p(f"number {number}") for number in range(20))))
    assert 0 < len(shaped._known) <= 5


def test_the_engine_draws_texts_our_way(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release of the engine that draws by another name would leave the press slow, and nobody would know."""
    monkeypatch.setattr(drawn, "_engines_text", None)
    shown: list[object] = []
    ours = drawn._runs
    monkeypatch.setattr(drawn, "_runs", lambda layout: shown.append(layout) or ours(layout))
    press.print(word(p("plain words", "汉字")))
    assert len(shown) >= 2
