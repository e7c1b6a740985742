"""The template as pages: each place shaded and numbered, on the page where it is, whatever else the file holds."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest
from PIL import Image

from docgen.errors import Finding, HostileFile, Severity, Unprintable, WordPlace
from docgen.letters.request import Language
from docgen.printing import Printed
from docgen.studio.marking import pictured
from docgen.usecases import Desk
from tests.printing.word import Proof, field, p, r, tbl, word
from tests.studio.marking.files import at, box, calling, footnote

RED, AMBER, BLUE = (0xB3, 0x26, 0x1E), (0xA6, 0x5E, 0x00), (0x1F, 0x5F, 0xA8)
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
CHART = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="c"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
EQUATION = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"


class Looking:
    """The desk's press, which lets what it printed last be read."""

    def __init__(self, desk: Desk) -> None:
        self._press = desk.press
        self.pdf = b""

    def print(self, docx: bytes, *how: Any) -> Printed:
        printed = self._press.print(docx, *how)
        self.pdf = printed.pdf
        return printed

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]:
        return self._press.pictures(pdf, dpi, most)

    def addresses(self, pdf: bytes) -> tuple[tuple[str, ...], ...]:
        return self._press.addresses(pdf)

    @property
    def words(self) -> str:
        return Proof(self.pdf).text.replace("\xa0", " ")


@pytest.fixture
def press(desk: Desk) -> Looking:
    return Looking(desk)


def colours(png: bytes) -> Counter[tuple[int, int, int]]:
    with Image.open(io.BytesIO(png)) as picture:
        return Counter({colour: count for count, colour in picture.convert("RGB").getcolors(1 << 20) or ()})


def test_each_place_is_on_its_page_in_the_colour_of_its_weight(press: Looking) -> None:
    file = word(p("甲 {{ a }}"), p(PAGE_BREAK, "乙 {{ b }}"), p(PAGE_BREAK, "丙 {{ c }}"))
    findings = [
        at("{{ c }}", paragraph=3, severity=Severity.INFORMATION),
        at("{{ a }}", paragraph=1),
        at("{{ b }}", paragraph=2, severity=Severity.WARNING),
    ]
    shown = pictured(file, findings, press)
    assert len(shown.pages) == 3
    assert dict(shown.at) == {0: 2, 1: 0, 2: 1}
    for page, colour in zip(shown.pages, (RED, AMBER, BLUE), strict=True):
        seen = colours(page)
        assert seen[colour] > 20
        assert not any(seen[other] for other in {RED, AMBER, BLUE} - {colour})
    assert "甲  2 {{ a }}" in press.words
    assert "丙  1 {{ c }}" in press.words


def test_two_findings_at_one_place_have_both_numbers_before_it(press: Looking) -> None:
    shown = pictured(word(p("甲 {{ a }} 乙")), [at("{{ a }}", paragraph=1), at("{{ a }}", paragraph=1)], press)
    assert dict(shown.at) == {0: 0, 1: 0}
    assert "甲  1  2 {{ a }} 乙" in press.words


def test_headers_footers_notes_boxes_cells_and_hidden_words_are_numbered(press: Looking) -> None:
    file = word(
        p(r("藏 {{ h }}", "<w:vanish/>")),
        tbl("{{ t }}|丁"),
        calling("见注", 2),
        p("框", box(p("框中 {{ b }}"))),
        stories={"header:default": p("眉 {{ e }}"), "footer:default": p("脚 {{ f }}")},
        more={"footnotes": footnote(2, p("注 {{ n }}"))},
    )
    findings = [
        at("{{ h }}", paragraph=1),
        at("{{ t }}", table=1, row=1, cell=1, paragraph=1),
        at("{{ b }}", paragraph=4),
        at("{{ e }}", "word/header0.xml", paragraph=1),
        at("{{ f }}", "word/footer1.xml", paragraph=1),
        at("{{ n }}", "word/footnotes.xml", paragraph=1),
        Finding("font.substituted", Severity.INFORMATION),
        at("{{ titel }}", "docProps/core.xml"),
    ]
    shown = pictured(file, findings, press)
    assert dict(shown.at) == dict.fromkeys(range(6), 0)
    words = press.words
    for number, words_there in enumerate(("{{ h }}", "{{ t }}", "{{ b }}", "{{ e }}", "{{ f }}", "{{ n }}"), 1):
        assert f" {number} {words_there}" in words


def test_a_place_in_a_header_leads_to_the_first_page_that_has_it(press: Looking) -> None:
    file = word(
        p("一"),
        p(PAGE_BREAK, "二"),
        section="<w:titlePg/>",
        stories={"header:first": p("首"), "header:default": p("{{ e }}")},
    )
    assert dict(pictured(file, [at("{{ e }}", "word/header1.xml", paragraph=1)], press).at) == {0: 1}


def test_a_paragraph_without_words_has_its_number_alone(press: Looking) -> None:
    shown = pictured(word(p("甲"), p(""), p("乙")), [at(paragraph=2)], press)
    assert dict(shown.at) == {0: 0}


@pytest.mark.parametrize(
    ("block", "code", "said"),
    [
        (p("图 {{ a }}", CHART), "print.chart", "〔此处有图表，无法打印〕"),
        (p("式 {{ a }}", EQUATION), "print.equation", "〔此处有公式，无法打印〕"),
        (p("注 {{ a }}", '<w:r><w:footnoteReference w:id="99"/></w:r>'), "print.note_missing", "〔此处有缺失的注释"),
        (p("域 {{ a }}", field("EQ \\f(1;2)", "")), "print.eq_field", "〔此处有 EQ 域"),
        (p("竖 {{ a }}", ppr='<w:textDirection w:val="tbRl"/>'), "print.vertical_text", "〔此处有竖排文字"),
        (p("右 {{ a }}", r("שלום")), "print.right_to_left", "〔此处有从右向左的文字"),
        (p("字 {{ a }}", r("\U0010f123")), "glyph.missing", "〔此处有缺字"),
        (p("未 {{ a }}", "<w:unheardOf/>"), "print.unknown", "〔此处有无法识别的内容 unheardOf"),
    ],
)
def test_what_cannot_be_printed_is_framed_by_name_and_the_rest_is_shown(
    press: Looking, block: str, code: str, said: str
) -> None:
    file = word(p("前 {{ b }}"), block, p("后"))
    findings = [at("{{ a }}", paragraph=2), at("{{ b }}", paragraph=1), at(paragraph=2, code=code)]
    shown = pictured(file, findings, press)
    assert dict(shown.at) == {0: 0, 1: 0, 2: 0}
    lines = press.words
    assert said in lines
    assert lines.index("前") < lines.index("{{ a }}") < lines.index(said[:6]) < lines.index("后")


def test_the_words_of_a_box_that_cannot_be_printed_follow_its_frame(press: Looking) -> None:
    linked = box(p("框中 {{ a }}")).replace("<wps:txbx>", '<wps:linkedTxbx id="1" seq="1"/><wps:txbx>')
    group = box(p("框中 {{ a }}")).replace('prst="rect"', 'prst="cloudCallout"')
    for shape in (linked, group):
        file = word(p("框", shape), p("后"))
        shown = pictured(file, [at("{{ a }}", paragraph=2)], press, language=Language.EN)
        assert dict(shown.at) == {0: 0}
        assert "{{ a }}" in press.words


def test_settings_of_sections_that_cannot_be_printed_do_not_hide_the_pages(press: Looking) -> None:
    borders = '<w:pgBorders><w:top w:val="apples" w:sz="8"/></w:pgBorders>'
    file = word(p("甲 {{ a }}"), section=f'{borders}<w:lnNumType w:countBy="1"/><w:pgNumType w:fmt="bahtText"/>')
    assert dict(pictured(file, [at("{{ a }}", paragraph=1)], press).at) == {0: 0}


def test_the_paper_is_as_wide_as_the_widest_table(press: Looking) -> None:
    file = word(tbl("甲|乙|{{ a }}", grid=(6000, 6000, 3000)))
    shown = pictured(file, [at("{{ a }}", table=1, row=1, cell=3, paragraph=1)], press, 72)
    assert dict(shown.at) == {0: 0}
    with Image.open(io.BytesIO(shown.pages[0])) as page:
        assert page.width == (15000 + 2000) / 20
    assert colours(shown.pages[0])[RED] > 20


class Full:
    """A press for which every file is too large."""

    def print(self, *_: Any) -> Printed:
        raise Unprintable(Finding("print.too_large"))

    def pictures(self, *_: Any) -> list[bytes]:
        raise AssertionError

    def addresses(self, *_: Any) -> tuple[tuple[str, ...], ...]:
        raise AssertionError


def test_a_file_too_large_to_print_has_no_pages() -> None:
    shown = pictured(word(p("{{ a }}")), [at("{{ a }}", paragraph=1)], Full())
    assert (shown.pages, dict(shown.at)) == ((), {})


def test_the_same_findings_give_the_same_pictures(press: Looking) -> None:
    file, findings = word(p("甲 {{ a }}", CHART)), [at("{{ a }}", paragraph=1)]
    assert pictured(file, findings, press) == pictured(file, findings, press)


def test_a_hostile_file_is_refused(press: Looking) -> None:
    with pytest.raises(HostileFile):
        pictured(b"no Word file", [Finding("a.b", place=WordPlace(""))], press)
