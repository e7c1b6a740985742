"""Numbered paragraphs (ECMA-376-1, 17.9) and how numbers are written (17.18.59)."""

from __future__ import annotations

import pytest

from docgen.printing.reading.formats import in_format
from tests.printing.reading.says import numbered, numbering, said, style
from tests.printing.word import p, r


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("decimalZero", {1: "01", 10: "10"}),
        ("lowerLetter", {1: "a", 27: "aa"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("hex", {31: "1F"}),
        ("ordinal", {1: "1st", 11: "11th", 22: "22nd"}),
        ("cardinalText", {1: "One", 42: "Forty-two", 300: "Three hundred"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 105: "One hundred fifth"}),
        ("numberInDash", {3: "- 3 -"}),
        ("chineseCounting", {1: "一", 10: "十", 21: "二十一", 105: "一〇五"}),
        ("chineseCountingThousand", {10: "十", 105: "一百零五", 1010: "一千零一十"}),
        ("taiwaneseCountingThousand", {15: "十五", 10001: "一萬零一"}),
        ("japaneseCounting", {15: "十五"}),
        ("chineseLegalSimplified", {1: "壹", 15: "壹拾伍", 203: "贰佰零叁"}),
        ("ideographLegalTraditional", {2: "貳"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 13: "丙子"}),
        ("ideographDigital", {105: "一〇五"}),
        ("ideographEnclosedCircle", {1: "㈠"}),
        ("decimalEnclosedCircle", {1: "①", 21: "㉑", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {10: "⑩"}),
        ("decimalEnclosedFullstop", {1: "⒈"}),
        ("decimalEnclosedParen", {20: "⒇"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalHalfWidth", {12: "12"}),
        ("none", {1: ""}),
        ("0001, 0002, 0003, ...", {7: "0007", 12345: "12345"}),
        ("chicago", {1: "*", 5: "**"}),
    ],
)
def test_a_number_in_each_format(name: str, written: dict[int, str]) -> None:
    assert {number: in_format(number, name) for number in written} == written


START = '<w:start w:val="1"/>'


def level(text: str, fmt: str = "decimal", more: str = START, after: str = "") -> str:
    return f'{more}<w:numFmt w:val="{fmt}"/>{after}<w:lvlText w:val="{text}"/>'


def items(*depths: int, list_id: int = 1) -> list[str]:
    return [p("甲", ppr=numbered(list_id, depth)) for depth in depths]


def test_deeper_levels_begin_again_after_higher_ones() -> None:
    found = said(*items(0, 1, 1, 0, 1), numbering=numbering(level("第%1条", "chineseCounting"), level("%1.%2")))
    assert found.labels == ["第一条", "一.1", "一.2", "第二条", "二.1"]


def test_legal_style_writes_all_numbers_in_arabic() -> None:
    """17.9.4."""
    legal = level("%1.%2", after="<w:isLgl/>")
    assert said(*items(0, 1), numbering=numbering(level("%1", "upperRoman"), legal)).labels == ["I", "1.1"]


@pytest.mark.parametrize(("restart", "labels"), [("0", ["1", "a", "2", "b"]), ("1", ["1", "a", "2", "a"])])
def test_a_level_restarts_as_it_says(restart: str, labels: list[str]) -> None:
    """17.9.10."""
    deeper = level("%2", "lowerLetter", after=f'<w:lvlRestart w:val="{restart}"/>')
    assert said(*items(0, 1, 0, 1), numbering=numbering(level("%1"), deeper)).labels == labels


def test_another_list_of_the_same_kind_counts_on_unless_it_starts_anew() -> None:
    """17.9.27."""
    on = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    blocks = [*items(0), *items(0, list_id=2), *items(0, 0, list_id=3)]
    assert said(*blocks, numbering=numbering(level("%1"), more=on + anew)).labels == ["1", "2", "7", "8"]


def test_an_override_may_define_the_level() -> None:
    other = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("（%1）")}</w:lvl></w:lvlOverride></w:num>'
    )
    assert said(*items(0, list_id=2), numbering=numbering(level("%1"), more=other)).labels == ["（1）"]


def test_a_paragraph_style_stands_at_the_level_that_names_it() -> None:
    """17.9.23."""
    styles = style("H2", "paragraph", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    deeper = level("%1.%2", after='<w:pStyle w:val="H2"/>')
    found = said(
        *items(0), p("乙", ppr='<w:pStyle w:val="H2"/>'), styles=styles, numbering=numbering(level("%1"), deeper)
    )
    assert found.labels == ["1", "1.1"]
    assert [q.label.level for q in found.paragraphs if q.label] == [0, 1]


def test_a_list_may_lie_with_a_numbering_style() -> None:
    """17.9.21."""
    linked = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="N"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="N"/>'
        f'<w:lvl w:ilvl="0">{level("%1)")}</w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num>'
    )
    assert said(*items(0, 0, list_id=9), numbering=linked).labels == ["1)", "2)"]


def test_custom_formats_of_newer_words_are_read() -> None:
    own = (
        '<w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1"/>'
    )
    assert said(*items(0), numbering=numbering(own)).labels == ["001"]


def test_bullets_of_symbol_fonts_are_readable_and_pictures_told() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    wing = f'<w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0d8"/>{font}'
    pictured = '<w:numFmt w:val="bullet"/><w:lvlText w:val="x"/><w:lvlPicBulletId w:val="0"/>'
    assert said(*items(0), numbering=numbering(wing)).labels == ["➢"]
    found = said(*items(0), numbering=numbering(pictured))
    assert (found.labels, found.told) == (["•"], ["print.picture_bullet"])


def test_numbers_look_as_their_level_says_over_the_mark() -> None:
    bold = level("%1") + '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
    block = p(r("甲"), ppr=numbered() + '<w:rPr><w:sz w:val="30"/></w:rPr>')
    label = said(block, numbering=numbering(bold)).paragraphs[0].label
    assert label is not None
    assert (label.look.bold, label.look.colour, label.look.size) == (True, "#ff0000", 15.0)


def test_number_0_takes_the_number_away_and_unknown_lists_have_none() -> None:
    one = numbering(level("%1"))
    assert said(p("甲", ppr=numbered(0)), p("乙", ppr=numbered(77)), numbering=one).labels == []


def test_formats_that_are_not_known_are_refused() -> None:
    assert said(*items(0), numbering=numbering(level("%1", "hebrew1"))).refused == ["print.number_format"]


@pytest.mark.parametrize("start", ["99999999999", "-5", "NaN", ""])
def test_absurd_starts_count_all_the_same(start: str) -> None:
    absurd = numbering(level("%1", "upperRoman", more=f'<w:start w:val="{start}"/>'))
    assert len(said(*items(0, 0), numbering=absurd).labels) == 2
