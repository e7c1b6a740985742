"""Characters: fonts, looks, the cascade of styles (ECMA-376-1, 17.3.2, 17.7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.errors import Severity, Unprintable, WordPlace
from docgen.printing import Press
from tests.printing.word import Proof, field, p, r, tbl, word

Printed = Callable[..., Proof]
TAB = r(inner="<w:tab/>")


def test_pairs_are_kerned_from_the_size_that_the_file_says(printed: Printed) -> None:
    def width(kern: str) -> float:
        place = printed(p(r("AVAVAV", kern))).where("AVAVAV")
        return place.right - place.left

    assert width('<w:kern w:val="2"/>') < width("") - 1
    assert width('<w:kern w:val="48"/>') == width("")


@pytest.mark.parametrize(
    ("off", "opened"), [("", 7.5), ('<w:autoSpaceDE w:val="0"/>', 2.5), ('<w:autoSpaceDN w:val="0"/>', 5.0)]
)
def test_blanks_beside_letters_and_digits_are_turned_off_apart(printed: Printed, off: str, opened: float) -> None:
    def right(ppr: str) -> float:
        return printed(p("甲A乙1", ppr=ppr)).where("1").right

    both = right('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
    assert right(off) - both == pytest.approx(opened, abs=0.1)


def test_links_are_blue_but_not_in_a_table_of_contents(printed: Printed) -> None:
    blue = '<w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr>'
    styles = f'<w:style w:type="character" w:styleId="ac"><w:name w:val="Hyperlink"/>{blue}</w:style>'
    link = '<w:rStyle w:val="ac"/>'

    def entry(words: str, more: str = "") -> str:
        return f'<w:hyperlink w:anchor="_Toc1">{r(words, link + more)}{TAB}{field("PAGEREF _Toc1", "1")}</w:hyperlink>'

    begin, _, rest = field('TOC \\o "1-3" \\h').partition(r("1"))
    red = '<w:color w:val="FF0000"/>'
    contents = p(begin, entry("甲方")) + p(entry("乙方")) + p(entry("丙方", red), rest)
    proof = printed(contents, p(r("网址", link)), styles=styles)
    colours = [proof.ink(words).colour for words in ("甲方", "乙方", "丙方", "网址")]
    assert colours == ["#000000", "#000000", "#ff0000", "#0000ff"]


def test_each_character_takes_the_font_of_its_script(printed: Printed) -> None:
    proof = printed(p("货款ABC"))
    assert (proof.ink("货").font, proof.ink("A").font) == ("NOTOSERIFCJKSC", "LIBERATIONSERIF")


@pytest.mark.parametrize(("hint", "font"), [("", "LIBERATIONSERIF"), ('w:hint="eastAsia"', "NOTOSERIFCJKSC")])
def test_the_hint_decides_about_quotation_marks(printed: Printed, hint: str, font: str) -> None:
    assert printed(p(r("“函”", f"<w:rFonts {hint}/>"))).ink("“").font == font


def test_a_name_with_markup_prints_exactly_so(printed: Printed) -> None:
    assert "Smith & Sons <select> {{x}}" in printed(p("Smith & Sons <select> {{x}}")).text


@pytest.mark.parametrize("rare", "龘𠮷䶮㛃𬭎𱁬")
def test_rare_characters_of_names_print(printed: Printed, rare: str) -> None:
    assert rare in printed(p(f"{rare}野家")).text


def test_a_character_that_no_font_has_is_refused_by_name_and_place(press: Press) -> None:
    with pytest.raises(Unprintable) as refused:
        press.print(word(p("first"), p("name: \U000105c0")))
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["code_point"]) == ("glyph.missing", "U+105C0")
    assert isinstance(finding.place, WordPlace)
    assert (finding.place.part, finding.place.paragraph) == ("word/document.xml", 2)


def test_every_font_that_stands_in_for_another_is_told_once(press: Press) -> None:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
    notices = press.print(word(p(r("甲A", fonts)), p(r("乙B", fonts)))).notices
    assert {(n.code, n.severity, n.facts["font"]) for n in notices} == {
        ("font.substituted", Severity.INFORMATION, "Times New Roman"),
        ("font.substituted", Severity.INFORMATION, "仿宋_GB2312"),
    }
    assert len(notices) == 2


@pytest.mark.parametrize(
    ("rpr", "size", "colour", "font"),
    [
        ('<w:sz w:val="32"/>', 16, "#000000", "LIBERATIONSERIF"),
        ('<w:color w:val="C00000"/>', 10, "#c00000", "LIBERATIONSERIF"),
        ("<w:b/>", 10, "#000000", "LIBERATIONSERIFBOLD"),
        ("<w:i/>", 10, "#000000", "LIBERATIONSERIFITALIC"),
        ('<w:rFonts w:ascii="Liberation Sans"/>', 10, "#000000", "LIBERATIONSANS"),
        ('<w:vertAlign w:val="superscript"/>', 6.5, "#000000", "LIBERATIONSERIF"),
    ],
)
def test_direct_settings_take_effect(printed: Printed, rpr: str, size: float, colour: str, font: str) -> None:
    ink = printed(p(r("words", rpr))).ink("words")
    assert (ink.size, ink.colour, ink.font) == (size, colour, font)


def test_capitals_are_printed_as_capitals(printed: Printed) -> None:
    assert "LOUD Small".upper() in printed(p(r("loud ", "<w:caps/>"), r("Small", "<w:smallCaps/>"))).text
    assert printed(p(r("Small", "<w:smallCaps/>"))).ink("MALL").size == 8


def test_character_spacing_widens_words(printed: Printed) -> None:
    plain, wide = printed(p("abcdefghij")).where("abcdefghij"), printed(p(r("abcdefghij", '<w:spacing w:val="40"/>')))
    spaced = wide.where("abcdefghij")
    assert (spaced.right - spaced.left) - (plain.right - plain.left) == pytest.approx(18, abs=1.1)


def test_raised_text_stands_higher(printed: Printed) -> None:
    proof = printed(p("low", r("high", '<w:position w:val="10"/>')))
    assert proof.where("low").top - proof.where("high").top == pytest.approx(5, abs=0.5)


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/>'
    '<w:rPr><w:color w:val="0000FF"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
)


def test_styles_inherit_from_their_parents(printed: Printed) -> None:
    ink = printed(p("words", ppr='<w:pStyle w:val="Child"/>'), styles=STYLES).ink("words")
    assert (ink.font, ink.size, ink.colour) == ("LIBERATIONSERIFBOLD", 12, "#0000ff")


def test_bold_in_a_paragraph_style_and_in_a_character_style_cancel_out(printed: Printed) -> None:
    run = r("words", '<w:rStyle w:val="Strong"/>')
    assert printed(p(run, ppr='<w:pStyle w:val="Child"/>'), styles=STYLES).ink("words").font == "LIBERATIONSERIFITALIC"


def test_a_paragraph_without_a_style_has_the_default_one(printed: Printed) -> None:
    assert printed(p("words"), styles=STYLES).ink("words").size == 9


def test_a_circle_of_styles_ends(printed: Printed) -> None:
    assert "words" in printed(p("words", ppr='<w:pStyle w:val="A"/>'), styles=STYLES).text


def test_a_table_style_sets_its_head_apart(printed: Printed) -> None:
    style = (
        '<w:style w:type="table" w:styleId="Grid"><w:rPr><w:color w:val="008000"/></w:rPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
    look = '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    proof = printed(tbl("head|b", "body|d", tblpr=look), styles=style)
    assert (proof.ink("head").font, proof.ink("body").font) == ("LIBERATIONSERIFBOLD", "LIBERATIONSERIF")
    assert proof.ink("body").colour == "#008000"


def test_ideographs_and_figures_stand_a_quarter_apart(printed: Printed) -> None:
    together = printed(p("年2025", ppr='<w:autoSpaceDN w:val="0"/>')).where("2025").left
    assert printed(p("年2025")).where("2025").left - together == pytest.approx(2.5, abs=0.2)


def test_hidden_text_is_not_printed_and_this_is_told(press: Press) -> None:
    result = press.print(word(p("seen", r("unseen", "<w:vanish/>"))))
    assert "unseen" not in Proof(result.pdf).text
    assert [notice.code for notice in result.notices] == ["print.hidden"]


def test_the_same_file_gives_the_same_bytes(press: Press) -> None:
    file = word(p("同一份文件 same"))
    assert press.print(file).pdf == press.print(file).pdf
