"""How characters look, as the file says it (ECMA-376-1, 17.3.2)."""

from __future__ import annotations

import pytest

from docgen.printing.reading.tree import Bookmark, Look, Ruby, Tab, Text
from tests.printing.reading.says import Said, said, style
from tests.printing.word import p, r

THEME = (
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    '<a:fontScheme name="x"><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="等线"/><a:font script="Hant" typeface="新細明體"/></a:minorFont></a:fontScheme>'
)


def look(rpr: str, **parts: object) -> Look:
    return said(p(r("字", rpr)), **parts).only(Text).look


@pytest.mark.parametrize(
    ("rpr", "field", "value"),
    [
        ('<w:u w:val="dashDotDotHeavy" w:color="FF0000"/>', "underline", "dashDotDotHeavy"),
        ('<w:u w:val="single" w:color="FF0000"/>', "underline_colour", "#ff0000"),
        ('<w:u w:val="none"/>', "underline", ""),
        ("<w:strike/>", "strike", "single"),
        ("<w:dstrike/>", "strike", "double"),
        ('<w:w w:val="66"/>', "scale", 0.66),
        ('<w:w w:val="150%"/>', "scale", 1.5),
        ('<w:w w:val="0"/>', "scale", 1.0),
        ('<w:em w:val="underDot"/>', "emphasis", "underDot"),
        ('<w:em w:val="none"/>', "emphasis", ""),
        ('<w:snapToGrid w:val="0"/>', "snap", False),
        ("<w:smallCaps/>", "caps", "small"),
        ('<w:vertAlign w:val="superscript"/>', "vertical", "superscript"),
        ('<w:position w:val="6"/>', "position", 3.0),
        ('<w:kern w:val="20"/>', "kerned", True),
        ('<w:kern w:val="44"/>', "kerned", False),
        ('<w:highlight w:val="yellow"/>', "background", "#ffff00"),
        ('<w:shd w:val="pct25" w:color="000000" w:fill="FFFFFF"/>', "background", "#bfbfbf"),
        ('<w:shd w:val="diagCross" w:color="FF0000" w:fill="auto"/>', "background", "#ff4040"),
        ('<w:lang w:val="fr-FR" w:eastAsia="zh-TW"/>', "east_asian_language", "zh-TW"),
    ],
)
def test_a_setting_of_characters_is_read(rpr: str, field: str, value: object) -> None:
    assert getattr(look(rpr), field) == value


@pytest.mark.parametrize(
    ("rpr", "colour"),
    [
        ('<w:color w:val="111111" w:themeColor="accent1"/>', "#4472c4"),
        ('<w:color w:val="111111" w:themeColor="accent1" w:themeShade="BF"/>', "#2f5496"),
        ('<w:color w:val="111111" w:themeColor="accent1" w:themeTint="99"/>', "#8eaadb"),
        ('<w:color w:val="111111" w:themeColor="background1" w:themeShade="80"/>', "#808080"),
        ('<w:color w:val="111111" w:themeColor="nonsense"/>', "#111111"),
    ],
)
def test_colours_of_the_theme_go_before_plain_ones_lighter_or_darker(rpr: str, colour: str) -> None:
    """17.3.2.6; the shades are those that Word itself saves beside the names."""
    found = look(rpr, more={"theme": THEME}).colour
    parts = [(int(found[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5)]
    assert all(abs(ours - words) <= 1 for ours, words in parts), found


def test_the_settings_say_which_colour_of_the_theme_text_is() -> None:
    """17.15.1.20."""
    mapped = '<w:clrSchemeMapping w:t1="accent1"/>'
    assert (
        look('<w:color w:val="auto" w:themeColor="text1"/>', settings=mapped, more={"theme": THEME}).colour == "#4472c4"
    )


def test_theme_colours_reach_underlines_shading_and_borders() -> None:
    rpr = (
        '<w:bdr w:val="single" w:sz="4" w:color="auto" w:themeColor="accent1"/>'
        '<w:u w:val="single" w:color="auto" w:themeColor="accent1"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF" w:themeFill="accent1"/>'
    )
    found = look(rpr, more={"theme": THEME})
    assert found.boxed is not None
    assert {found.underline_colour, found.background, found.boxed.colour} == {"#4472c4"}


@pytest.mark.parametrize(("language", "font"), [("zh-CN", "等线"), ("zh-TW", "新細明體")])
def test_the_font_of_the_theme_is_that_of_the_file_s_language(language: str, font: str) -> None:
    """17.15.1.88."""
    settings = f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>'
    found = look(
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>',
        settings=settings,
        more={"theme": THEME},
    )
    assert (found.ascii, found.east_asia) == ("Arial", font)


def test_bold_of_a_paragraph_style_and_of_a_character_style_cancel_each_other_out() -> None:
    """17.7.3."""
    styles = style("P", "paragraph", "<w:rPr><w:b/></w:rPr>") + style("C", "character", "<w:rPr><w:b/></w:rPr>")
    both = said(p(r("字", '<w:rStyle w:val="C"/>'), ppr='<w:pStyle w:val="P"/>'), styles=styles)
    direct = said(p(r("字", '<w:rStyle w:val="C"/><w:b/>'), ppr='<w:pStyle w:val="P"/>'), styles=styles)
    assert (both.only(Text).look.bold, direct.only(Text).look.bold) == (False, True)


def test_a_circle_of_styles_ends() -> None:
    styles = style("A", "paragraph", "<w:rPr><w:i/></w:rPr>", "B") + style(
        "B", "paragraph", "<w:rPr><w:b/></w:rPr>", "A"
    )
    found = said(p("字", ppr='<w:pStyle w:val="A"/>'), styles=styles).only(Text).look
    assert found.bold
    assert found.italic


@pytest.mark.parametrize(
    "effect", ["<w:outline/>", "<w:shadow/>", '<w14:glow w14:rad="1"/>', '<w:effect w:val="shimmer"/>']
)
def test_effects_are_told_and_the_words_stand(effect: str) -> None:
    found = said(p(r("字", effect)))
    assert (found.texts, found.told) == (["字"], ["print.text_effect"])


@pytest.mark.parametrize(
    "plain", ['<w14:ligatures w14:val="none"/>', "<w14:textOutline><w14:noFill/></w14:textOutline>"]
)
def test_refinements_that_a_plain_font_lacks_are_nothing_to_tell(plain: str) -> None:
    assert not said(p(r("字", plain))).findings


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (r(inner='<w:sym w:font="Wingdings" w:char="F0FE"/>'), "☑"),
        (r(inner='<w:sym w:font="Symbol" w:char="F0B3"/>'), "≥"),
        (r(inner='<w:sym w:font="Webdings" w:char="F061"/>'), "✔"),
        (r("üû", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓✗"),
        (r("\uf0a8", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "□"),
        (r("ab甲", '<w:rFonts w:ascii="Symbol"/>'), "αβ甲"),
        (r(inner="<w:noBreakHyphen/>"), "\u2011"),
        (r(inner="<w:softHyphen/>"), "\u00ad"),
    ],
)
def test_symbols_become_the_characters_that_they_show(run: str, text: str) -> None:
    """17.3.3.30."""
    found = said(p(run))
    assert found.texts == [text]
    assert found.only(Text).look.ascii == "Liberation Serif"


def test_a_symbol_that_no_chart_has_is_refused() -> None:
    found = said(p(r(inner='<w:sym w:font="Wingdings" w:char="F0FF"/>')))
    assert found.refused == ["print.symbol"]


@pytest.mark.parametrize("text", ["שלום", "العربية"])
def test_words_from_right_to_left_are_refused(text: str) -> None:
    assert said(p(text)).refused == ["print.right_to_left"]


def test_ruby_has_words_above_words() -> None:
    """17.3.3.25."""
    above = r("hàn", '<w:sz w:val="10"/>')
    settings = '<w:rubyAlign w:val="distributeSpace"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
    inner = f"<w:rubyPr>{settings}</w:rubyPr><w:rt>{above}</w:rt><w:rubyBase>{r('汉')}</w:rubyBase>"
    run = r(inner=f"<w:ruby>{inner}</w:ruby>")
    ruby = said(p(run)).only(Ruby)
    assert [t.text for t in ruby.base if isinstance(t, Text)] == ["汉"]
    assert [(t.text, t.look.size) for t in ruby.above if isinstance(t, Text)] == [("hàn", 5.0)]
    assert (ruby.align, ruby.raise_by) == ("distributeSpace", 9.0)


def test_an_alignment_tab_says_where_to() -> None:
    """17.3.3.23."""
    tab = said(p(r(inner='<w:ptab w:relativeTo="indent" w:alignment="right" w:leader="dot"/>'))).only(Tab)
    assert (tab.to, tab.from_indent, tab.leader) == ("right", True, "dot")


def test_bookmarks_stand_where_they_are() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="here"/><w:bookmarkEnd w:id="0"/>'
    inside, between = said(p("甲", mark)), said(p("甲"), mark, p("乙"))
    assert inside.only(Bookmark).name == "here"
    assert between.paragraphs[1].inlines[0] == Bookmark("here")


def test_hidden_words_are_told_and_a_hidden_mark_joins_two_paragraphs() -> None:
    assert said(p("甲", r("乙", "<w:vanish/>"))).told == ["print.hidden"]
    assert said(p("甲", ppr="<w:rPr><w:vanish/></w:rPr>"), p("乙")).texts == ["甲乙"]


def codes(found: Said) -> list[str]:
    return [finding.code for finding in found.findings]


def test_text_fitted_and_two_lines_in_one_are_told() -> None:
    found = said(p(r("字", '<w:fitText w:val="900"/>'), r("字", '<w:eastAsianLayout w:combine="1"/>')))
    assert codes(found) == ["print.fitted_text", "print.two_in_one"]


@pytest.mark.parametrize(("brackets", "pair"), [("round", "()"), ("square", "[]"), ("none", ""), ("curly", "{}")])
def test_brackets_stand_once_around_two_lines_in_one(brackets: str, pair: str) -> None:
    layout = f'<w:eastAsianLayout w:id="2" w:combine="1" w:combineBrackets="{brackets}"/>'
    found = said(p("上海", r("双行", layout), r("合一", layout + "<w:b/>"), "测试"))
    assert found.texts == [f"上海{pair[:1]}双行合一{pair[1:]}测试"]


def test_a_font_goes_by_the_other_names_that_the_table_of_fonts_gives_it() -> None:
    """17.8.3.1: for machines that lack it by its own name."""
    table = '<w:font w:name="文鼎细宋"><w:altName w:val="AR Song, 宋体"/></w:font>'
    found = look('<w:rFonts w:ascii="Arial" w:eastAsia="文鼎细宋"/>', more={"fontTable": table})
    assert (found.ascii, found.east_asia) == ("Arial", "文鼎细宋;AR Song;宋体")
