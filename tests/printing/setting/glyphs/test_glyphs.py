"""Text in runs: faces, glyphs, widths, as Word takes them (ECMA-376-1, 17.3.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.errors import Severity, WordPlace
from docgen.printing import fonts
from docgen.printing.fonts import Fonts
from docgen.printing.reading.tree import Look
from docgen.printing.setting.glyphs.typesetter import Run, Typesetter

LOOK = Look(ascii="Liberation Serif", east_asia="Noto Serif CJK SC", size=10)
PLACE = WordPlace("word/document.xml", 1)


@pytest.fixture(scope="module")
def machine() -> Fonts:
    return fonts.prepare()


@pytest.fixture
def typesetter(machine: Fonts) -> Typesetter:
    return Typesetter(machine)


def words(runs: list[Run]) -> list[tuple[str, str]]:
    return [("".join(run.texts), run.face.family) for run in runs]


def width(runs: list[Run]) -> float:
    return sum(sum(run.advances) for run in runs)


def one(runs: list[Run]) -> Run:
    (run,) = runs
    return run


def test_each_script_stands_in_its_font(typesetter: Typesetter) -> None:
    assert words(typesetter.runs("货款ABC，", LOOK, PLACE)) == [
        ("货款", "Noto Serif CJK SC"), ("ABC", "Liberation Serif"), ("，", "Noto Serif CJK SC")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("“", "zh-CN", "Noto Serif CJK SC"),
        ("…", "zh-CN", "Noto Serif CJK SC"),
        ("—", "en-US", "Noto Serif CJK SC"),
        ("×", "en-US", "Noto Serif CJK SC"),
        ("é", "zh-CN", "Noto Serif CJK SC"),
        ("é", "en-US", "Liberation Serif"),
        ("A", "zh-CN", "Liberation Serif"),
    ],
)
def test_the_hint_moves_what_both_scripts_share(typesetter: Typesetter, text: str, language: str, family: str) -> None:
    """Pinyin's letters move where the East Asian language is Chinese (the table in 17.3.2.26)."""
    look = replace(LOOK, east_asian_language=language)
    assert words(typesetter.runs(text, look, PLACE)) == [(text, "Liberation Serif")]
    hinted = replace(look, hint_east_asia=True)
    assert words(typesetter.runs(text, hinted, PLACE)) == [(text, family)]


def test_an_ideograph_is_as_wide_as_its_size(typesetter: Typesetter) -> None:
    assert one(typesetter.runs("货款", LOOK, PLACE)).advances == [10.0, 10.0]


def test_spacing_and_scale_widen_each_character(typesetter: Typesetter) -> None:
    wide = replace(LOOK, scale=1.5, spacing=2.0)
    assert one(typesetter.runs("货款", wide, PLACE)).advances == [17.0, 17.0]


def test_a_superscript_is_smaller_and_higher_and_leaves_the_line_as_it_is(typesetter: Typesetter) -> None:
    plain, raised = (
        one(typesetter.runs("2", replace(LOOK, vertical=vertical, position=1), PLACE))
        for vertical in ("", "superscript")
    )
    assert (raised.size, raised.rise) == (pytest.approx(6.5), pytest.approx(4.5))
    assert (raised.ascent, raised.descent) == (plain.ascent, plain.descent)


def test_small_capitals_are_smaller_than_capitals(typesetter: Typesetter) -> None:
    runs = typesetter.runs("Small caps", replace(LOOK, caps="small"), PLACE)
    assert [(run.texts, run.size) for run in runs] == [("S", 10), ("MALL", 8), (" ", 10), ("CAPS", 8)]


def test_capitals(typesetter: Typesetter) -> None:
    assert one(typesetter.runs("loud", replace(LOOK, caps="all"), PLACE)).texts == "LOUD"


def test_pairs_are_kerned_where_the_look_says_so(typesetter: Typesetter) -> None:
    plain, kerned = typesetter.runs("AVAV", LOOK, PLACE), typesetter.runs("AVAV", replace(LOOK, kerned=True), PLACE)
    assert one(kerned).ids == one(plain).ids
    assert width(kerned) < width(plain) - 2


def test_letters_are_not_joined(typesetter: Typesetter) -> None:
    kerned = one(typesetter.runs("office", replace(LOOK, kerned=True), PLACE))
    assert kerned.texts == "office"


def test_an_accent_that_is_typed_apart_stands_on_its_letter(typesetter: Typesetter) -> None:
    apart = one(typesetter.runs("cafe\u0301", LOOK, PLACE))
    whole = one(typesetter.runs("café", LOOK, PLACE))
    assert (apart.ids, apart.advances) == (whole.ids, whole.advances)
    assert apart.texts == ["c", "a", "f", "e\u0301"]


def test_an_ideographic_variant_takes_the_place_of_its_character(typesetter: Typesetter) -> None:
    """A variation selector chooses a form of a name's character, and is as wide as nothing."""
    japanese = replace(LOOK, east_asian_language="ja-JP")
    variant = one(typesetter.runs("辻\U000e0100", japanese, PLACE))
    assert "".join(variant.texts) == "辻\U000e0100"
    assert sum(variant.advances) == 10
    assert variant.ids[0] != one(typesetter.runs("辻", japanese, PLACE)).ids[0]


@pytest.mark.parametrize("character", "骨直")
def test_the_same_character_looks_as_in_its_country(typesetter: Typesetter, character: str) -> None:
    mainland, japan = (
        one(typesetter.runs(character, replace(LOOK, east_asian_language=language), PLACE))
        for language in ("zh-CN", "ja-JP")
    )
    assert (mainland.face.family, japan.face.family) == ("Noto Serif CJK SC", "Noto Serif CJK JP")
    assert mainland.ids != japan.ids


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_is_invisible_takes_no_room(typesetter: Typesetter, invisible: str) -> None:
    spaced = replace(LOOK, spacing=1.0)
    assert one(typesetter.runs(f"a{invisible}b", spaced, PLACE)).texts == f"a{invisible}b"
    assert width(typesetter.runs(f"a{invisible}b", spaced, PLACE)) == width(typesetter.runs("ab", spaced, PLACE))


def test_blanks_that_a_font_lacks_are_blanks_all_the_same(typesetter: Typesetter) -> None:
    assert width(typesetter.runs("a\u00a0b", LOOK, PLACE)) == width(typesetter.runs("a b", LOOK, PLACE))
    assert width(typesetter.runs("\u2003", LOOK, PLACE)) == pytest.approx(10)


def test_a_hyphen_that_does_not_break_is_as_wide_as_one(typesetter: Typesetter) -> None:
    assert width(typesetter.runs("a\u2011b", LOOK, PLACE)) == width(typesetter.runs("a-b", LOOK, PLACE))


def test_a_font_without_bold_or_italic_is_thickened_and_slanted(machine: Fonts) -> None:
    """As Word does with 楷体 and 仿宋, which have one face each."""
    typesetter = Typesetter(machine)
    upright = one(typesetter.runs("函", LOOK, PLACE))
    italic = one(typesetter.runs("函", replace(LOOK, italic=True), PLACE))
    assert (upright.slant, upright.thicken) == (0, 0)
    assert italic.slant > 0
    assert italic.ids == upright.ids
    lone = replace(LOOK, ascii="DejaVu Math TeX Gyre", bold=True)
    if machine.family(lone.ascii, east_asian=False).stands_for == "":
        assert one(typesetter.runs("A", lone, PLACE)).thicken > 0
    assert not typesetter.findings


def test_a_font_that_is_there_in_bold_is_not_thickened(typesetter: Typesetter) -> None:
    bold = one(typesetter.runs("函", replace(LOOK, bold=True), PLACE))
    assert (bold.face.bold, bold.thicken) == (True, 0)


@pytest.mark.parametrize("rare", "𬭎𱁬㛃䶮龘𠮷門體")
@pytest.mark.parametrize("name", ["宋体", "黑体", "Times New Roman"])
def test_rare_characters_of_names_have_a_glyph_and_leave_the_line_as_it_is(
    typesetter: Typesetter, rare: str, name: str
) -> None:
    look = replace(LOOK, ascii=name, east_asia=name)
    found, common = one(typesetter.runs(rare, look, PLACE)), typesetter.mark(look, east_asian=True)
    assert found.ids[0] > 0
    assert (found.ascent, found.descent) == (common.ascent, common.descent)
    assert not [finding for finding in typesetter.findings if finding.severity is Severity.FAULT]


def test_a_character_that_no_font_has_is_told_at_each_place_once(typesetter: Typesetter) -> None:
    for paragraph in (1, 1, 2):
        typesetter.runs("name \U000105c0\U000105c0", LOOK, WordPlace("word/document.xml", paragraph))
    assert [(f.code, f.severity, f.facts["code_point"], f.place.paragraph) for f in typesetter.findings if f.place] == [
        ("glyph.missing", Severity.FAULT, "U+105C0", 1), ("glyph.missing", Severity.FAULT, "U+105C0", 2)]  # fmt: skip


def test_each_font_that_stands_in_is_told_once_in_each_document(machine: Fonts) -> None:
    look = replace(LOOK, ascii="Times New Roman", east_asia="仿宋_GB2312")
    for _ in range(2):
        typesetter = Typesetter(machine)
        typesetter.runs("函A", look, PLACE)
        typesetter.runs("函B", look, PLACE)
        assert [(finding.code, finding.facts) for finding in typesetter.findings] == [
            ("font.substituted", {"font": "Times New Roman", "used": "Liberation Serif"}),
            ("font.substituted", {"font": "仿宋_GB2312", "used": "Noto Serif CJK SC"}),
        ]


def test_a_private_character_of_wingdings_prints_as_what_it_shows(typesetter: Typesetter) -> None:
    tick = one(typesetter.runs("\uf0fc", replace(LOOK, ascii="Wingdings", east_asia="Wingdings"), PLACE))
    assert tick.ids[0] > 0
    assert not [finding for finding in typesetter.findings if finding.severity is Severity.FAULT]


def test_a_paragraph_without_words_is_as_high_as_one_with(typesetter: Typesetter) -> None:
    mark, run = typesetter.mark(LOOK, east_asian=True), one(typesetter.runs("函", LOOK, PLACE))
    assert (mark.texts, mark.ascent, mark.descent) == ("", run.ascent, run.descent)
    assert mark.ascent + mark.descent == pytest.approx(14.37)


def test_ideographs_are_set_alike_with_kerning_and_without(typesetter: Typesetter) -> None:
    """Word's Chinese files ask for kerning in every style, for the sake of the Latin letters in them."""
    kerned, plain = (one(typesetter.runs("货款，", replace(LOOK, kerned=on), PLACE)) for on in (True, False))
    assert kerned.advances == plain.advances


@pytest.mark.parametrize("text", ["a\u00a0b", "a\u2011b", "a\u2003b", "a\u2007b", "a\u00adb", "a\u200bb"])
def test_blanks_hyphens_and_what_is_invisible_are_as_wide_with_kerning(typesetter: Typesetter, text: str) -> None:
    kerned, plain = (one(typesetter.runs(text, replace(LOOK, kerned=on), PLACE)) for on in (True, False))
    assert kerned.texts == plain.texts == text
    assert kerned.advances == pytest.approx(plain.advances)


@pytest.mark.parametrize("font", ["宋体", "仿宋_GB2312", "黑体"])
def test_letters_of_a_stand_in_for_song_are_half_as_wide_as_ideographs(typesetter: Typesetter, font: str) -> None:
    """Each of them, as in 宋体 itself, so that lines with figures break where they do in Word."""
    look = replace(LOOK, ascii=font, east_asia=font)
    for text in ("1,234,567.89", "HT-2026-001", "iWm@%&"):
        run = one(typesetter.runs(text, replace(look, kerned=True), PLACE))
        assert list(run.advances) == pytest.approx([5.0] * len(text))
        assert "".join(run.texts) == text


def test_letters_of_fonts_that_have_their_own_widths_keep_them(typesetter: Typesetter) -> None:
    for font in ("Times New Roman", "微软雅黑", "华文宋体", "Noto Serif CJK SC", "某某新宋"):
        run = one(typesetter.runs("iW", replace(LOOK, ascii=font, east_asia=font), PLACE))
        assert run.advances[0] < run.advances[1]


def test_a_dash_among_ideographs_is_as_wide_as_they(typesetter: Typesetter) -> None:
    run = one(typesetter.runs("甲—乙", replace(LOOK, hint_east_asia=True), PLACE))
    assert list(run.advances) == pytest.approx([10, 10, 10])


def test_two_dashes_are_one_line_of_two_ems(typesetter: Typesetter) -> None:
    """破折号: the font's own form of the pair, without a gap in the middle; it is copied as two."""
    before, dash, after = typesetter.runs("元——含", replace(LOOK, hint_east_asia=True, spacing=1.0), PLACE)
    assert ("".join(dash.texts), list(dash.advances)) == ("——", [22.0])
    extents = dash.face.font.get_glyph_extents(dash.ids[0])
    assert extents.width > 1.8 * dash.face.em
    assert ("".join(before.texts), "".join(after.texts)) == ("元", "含")


def test_two_dashes_of_a_latin_font_stay_its_own(typesetter: Typesetter) -> None:
    run = one(typesetter.runs("a——b", LOOK, PLACE))
    assert (run.texts, run.face.family) == ("a——b", "Liberation Serif")


def test_the_point_within_foreign_names_is_as_wide_as_an_ideograph(typesetter: Typesetter) -> None:
    """阿卜杜拉·买买提: half the width of the point in Noto Serif, a whole em in 宋体."""
    run = one(typesetter.runs("拉·买", replace(LOOK, east_asia="宋体", hint_east_asia=True), PLACE))
    assert list(run.advances) == pytest.approx([10, 10, 10])


def test_signs_in_the_latin_slot_of_song_are_those_of_song(typesetter: Typesetter) -> None:
    """Files that name 宋体 in every slot need no hint: quotation marks, points and 破折号 are as wide as ideographs."""
    runs = typesetter.runs("“a·b——”", replace(LOOK, ascii="宋体", east_asia="宋体"), PLACE)
    widths = [advance for run in runs for advance in run.advances]
    assert widths == pytest.approx([10, 5, 10, 5, 20, 10])
