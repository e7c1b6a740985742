"""Places and heights of lines: alignment, spreading, blanks between scripts, heights, the grid."""

from __future__ import annotations

import pytest

from docgen.printing.reading.tree import (
    Bookmark,
    Break,
    Document,
    Grid,
    Lines,
    Note,
    NoteMark,
    Number,
    Picture,
    TabStop,
)
from docgen.printing.setting.boxes import Context, Numbers
from docgen.printing.sheet import Image
from tests.printing.setting.typeset import BREAK, LOOK, TAB, context, lines, look, paragraph, text, typesetter

#: Single spacing at ten points: Noto Serif CJK and Liberation Serif, and how much of it stands above the base line.
CHINESE, CHINESE_BASE = 14.37, 11.51
LATIN, LATIN_BASE = 11.49, 9.33


def near(value: float) -> object:
    return pytest.approx(value, abs=0.02)


# Alignment


def test_indents_count_from_the_edges() -> None:
    found = lines(paragraph("甲方应当支付", left=10, right=10, first=20), 70)
    assert found.texts == ["甲方应", "当支付"]
    assert (found.left("甲"), found.left("当")) == (30, 10)


def test_a_hanging_indent_begins_to_the_left() -> None:
    found = lines(paragraph("甲方应当支付", left=20, first=-20), 50)
    assert found.texts == ["甲方应当支", "付"]
    assert (found.left("甲"), found.left("付")) == (0, 20)


def test_centred_and_right_lines() -> None:
    assert lines(paragraph("甲方", align="center"), 100).left("甲") == 40
    assert lines(paragraph("甲方", align="right"), 100).left("甲") == 80
    assert lines(paragraph("甲方  ", align="right"), 100).left("甲") == 80, "blanks at the end do not count"


def test_letter_spacing_of_the_last_character_does_not_count() -> None:
    spaced = text("甲方", spacing=4.0)
    assert lines(paragraph(spaced, align="right"), 100).left("甲") == 76
    assert lines(paragraph(spaced), 24).texts == ["甲方"]


def test_justified_lines_reach_the_edge_and_the_last_does_not() -> None:
    found = lines(paragraph("甲方应当支付货款", align="both"), 45)
    assert found.texts == ["甲方应当", "支付货款"]
    assert found.right("当") == near(45)
    assert found.left("方") == near(10 + 5 / 3)
    assert found.right("款") == near(40)


def test_distributed_lines_all_reach_the_edge() -> None:
    found = lines(paragraph("甲方应", align="distribute"), 50)
    assert (found.left("甲"), found.left("方"), found.left("应")) == (0, 20, 40)


def test_distributed_latin_opens_between_letters() -> None:
    found = lines(paragraph("abc", align="distribute"), 100)
    assert found.right("c") == near(100)
    assert found.left("b") > 30


def test_justified_latin_opens_at_blanks_and_never_within_words() -> None:
    loose = lines(paragraph("the goods were delivered", align="both"), 70)
    plain = lines(paragraph("the goods were delivered"), 70)
    assert loose.texts == plain.texts == ["the goods were", "delivered"]
    assert loose.right("were") == near(70)
    assert loose.right("goods") - loose.left("goods") == near(plain.right("goods") - plain.left("goods"))


def test_blanks_and_ideographs_open_alike() -> None:
    found = lines(paragraph("货款 sum 本金额外", align="both", space_letters=False), 60)
    assert found.texts == ["货款 sum 本", "金额外"]
    assert found.right("本") == near(60)
    opening = found.left("款") - 10
    assert found.left("s") - found.right("款") == near(2.5 + opening)


def test_only_what_follows_the_last_tab_is_spread() -> None:
    found = lines(paragraph("甲", TAB, "方应当支付货", tabs=(TabStop(20),), align="both"), 65)
    assert found.texts == ["甲方应当支", "付货"]
    assert (found.left("甲"), found.left("方")) == (0, 20)
    assert found.right("支") == near(65)


def test_a_mark_that_hangs_stands_beyond_the_spread_line() -> None:
    found = lines(paragraph("支付货款。本金", align="both"), 43)
    assert found.texts == ["支付货款。", "本金"]
    assert found.right("款") == near(43)
    assert found.left("。") == near(43)


def test_a_line_that_a_break_ends_is_spread_unless_the_file_says_otherwise() -> None:
    block = paragraph("甲方", BREAK, "乙方", align="both")
    assert lines(block, 50, context(spread_broken=True)).right("方") == near(50)
    assert lines(block, 50).right("方") == near(20)


# Blanks between scripts


def test_a_quarter_blank_opens_between_scripts() -> None:
    found = lines(paragraph("第579条A"), 200)
    assert found.left("5") == near(12.5)
    assert found.left("条") == near(30)
    assert found.left("A") == near(42.5)


def test_blanks_of_digits_and_of_letters_are_switched_apart() -> None:
    found = lines(paragraph("第5条A", space_digits=False), 200)
    assert (found.left("5"), found.left("A")) == (near(10), near(27.5))
    found = lines(paragraph("第5条A", space_letters=False), 200)
    assert (found.left("5"), found.left("A")) == (near(12.5), near(30))


def test_no_blank_opens_beside_marks_and_blanks_or_at_the_end_of_a_line() -> None:
    found = lines(paragraph("（5）条 A"), 200)
    assert (found.left("5"), found.left("条")) == (near(10), near(25))
    assert lines(paragraph("第条5"), 20).texts == ["第条", "5"]
    assert lines(paragraph("第条5", align="right"), 20).right("条") == near(20)
    assert lines(paragraph("第条5"), 27.5).texts == ["第条5"]


# Punctuation


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("甲方（出租方）：【甲】", [0, 12, 24, 36, 48, 60, 72, 78, 84, 96, 108]),
        ("（（甲））、乙", [0, 6, 18, 30, 36, 42, 54]),
        ("《甲》（乙），双", [0, 12, 24, 30, 42, 54, 60, 72]),
        ("甲，乙", [0, 12, 24]),
    ],
)
def test_punctuation_compresses_where_it_meets(words: str, places: list[float]) -> None:
    """Places as Word sets them at 12 points."""
    found = lines(paragraph(text(words, size=12)), 300, context(compress="compressPunctuation"))
    assert [left for _, left, *_ in found.characters()] == places
    assert lines(paragraph(text(words, size=12)), 300).left(words[-1]) == 12 * (len(words) - 1)


def test_punctuation_keeps_its_width_where_lines_end() -> None:
    around = context(compress="compressPunctuation")
    found = lines(paragraph("甲乙）：丙丁", hanging=False), 40, around)
    assert found.texts == ["甲乙）：", "丙丁"]
    assert (found.left("："), found.right("：")) == (25, 35)
    assert lines(paragraph("甲乙）“丙", align="right"), 30, around).left("甲") == 0


def test_stops_in_the_middle_of_their_squares_do_not_compress() -> None:
    around = context(compress="compressPunctuation")
    found = lines(paragraph(text("甲：（乙））", east_asian_language="zh-TW")), 300, around)
    assert (found.left("（"), found.left("乙"), found.left("）", 1)) == (20, 30, 45)


def test_brackets_at_the_beginning_of_a_line_may_stand_out_by_their_blank_half() -> None:
    found = lines(paragraph("甲乙丙丁（戊", top_line_punctuation=True), 40)
    assert (found.left("（"), found.left("戊")) == (-5, 5)


# Heights


def test_single_lines_are_as_high_as_their_fonts() -> None:
    found = lines(paragraph("甲方"), 100).lines[0]
    assert (found.height, found.base) == (near(CHINESE), near(CHINESE_BASE))
    found = lines(paragraph("Party"), 100).lines[0]
    assert (found.height, found.base) == (near(LATIN), near(LATIN_BASE))


def test_the_largest_font_makes_the_line() -> None:
    found = lines(paragraph("甲", text("方", size=20)), 100)
    assert (found.lines[0].height, found.lines[0].base) == (near(2 * CHINESE), near(2 * CHINESE_BASE))
    assert found.base("甲") == found.base("方")


def test_a_multiple_adds_room_below() -> None:
    """As Word and LibreOffice do."""
    found = lines(paragraph("甲方", lines=Lines("auto", 1.5)), 100).lines[0]
    assert (found.height, found.base) == (near(1.5 * CHINESE), near(CHINESE_BASE))


def test_less_than_single_takes_room_from_above() -> None:
    found = lines(paragraph("甲方", lines=Lines("auto", 0.9)), 100).lines[0]
    assert (found.height, found.base) == (near(0.9 * CHINESE), near(CHINESE_BASE - 0.1 * CHINESE))


def test_at_least_adds_room_above_and_never_cuts() -> None:
    found = lines(paragraph("甲方", lines=Lines("atLeast", 30)), 100).lines[0]
    assert (found.height, found.base) == (30, near(30 - CHINESE + CHINESE_BASE))
    assert lines(paragraph("甲方", lines=Lines("atLeast", 5)), 100).lines[0].height == near(CHINESE)


def test_exact_lines_stand_at_four_fifths() -> None:
    found = lines(paragraph("甲", text("方", size=40), lines=Lines("exact", 20)), 100)
    assert (found.lines[0].height, found.lines[0].base) == (20, 16)
    assert found.base("甲") == 16


def test_an_empty_paragraph_is_as_high_as_its_mark() -> None:
    """It takes the Latin font, unless it was typed in Chinese (w:hint, 17.3.2.26)."""
    assert lines(paragraph(mark=look(size=20)), 100).height_of(0) == near(2 * LATIN)
    assert lines(paragraph(mark=look(size=20, hint_east_asia=True)), 100).height_of(0) == near(2 * CHINESE)


def test_the_mark_counts_on_the_last_line() -> None:
    """In Word; LibreOffice passes over it."""
    found = lines(paragraph("甲方应当支付", mark=look(size=20)), 40)
    assert found.height_of(0) == near(CHINESE)
    assert found.height_of(1) > 20


def test_raised_words_push_the_lines_apart_and_superscripts_do_not() -> None:
    assert lines(paragraph("甲", text("方", position=6.0)), 100).height_of(0) == near(CHINESE + 6)
    assert lines(paragraph("甲", text("方", position=-6.0)), 100).lines[0].base == near(CHINESE_BASE)
    assert lines(paragraph("甲", text("2", vertical="superscript")), 100).height_of(0) == near(CHINESE)


@pytest.mark.parametrize(("alignment", "up"), [("top", 11.51), ("center", 4.325), ("bottom", -2.86), ("baseline", 0)])
def test_characters_of_unlike_size_are_lined_up(alignment: str, up: float) -> None:
    found = lines(paragraph("甲", text("方", size=20), text_alignment=alignment), 100)
    assert found.base("方") - found.base("甲") == pytest.approx(up, abs=0.05)


# The grid


def test_lines_snap_to_the_grid_in_its_middle() -> None:
    """LibreOffice centres the whole grid on the page besides; Word does not."""
    found = lines(paragraph("甲方"), 100, context(grid=Grid(20))).lines[0]
    assert (found.height, found.base) == (20, near(CHINESE_BASE + (20 - CHINESE) / 2))


def test_a_font_higher_than_the_grid_takes_two_lines_of_it() -> None:
    assert lines(paragraph(text("甲", size=15)), 100, context(grid=Grid(15.6))).height_of(0) == near(31.2)


@pytest.mark.parametrize(("font", "height"), [("宋体", 15.6), ("等线", 15.6), ("微软雅黑", 31.2)])
def test_the_font_that_the_file_names_says_how_many_lines_of_the_grid_it_takes(font: str, height: float) -> None:
    """五号 on Word's own grid: 微软雅黑, whose letters are 1.32 high, takes two, whatever font stands in."""
    words = text("甲方", east_asia=font, size=10.5)
    assert lines(paragraph(words, mark=words.look), 100, context(grid=Grid(15.6))).height_of(0) == near(height)


def test_exact_lines_and_paragraphs_off_the_grid_do_not_snap() -> None:
    around = context(grid=Grid(20))
    assert lines(paragraph("甲", lines=Lines("exact", 18)), 100, around).height_of(0) == 18
    assert lines(paragraph("甲", snap=False), 100, around).height_of(0) == near(CHINESE)


def test_cells_follow_the_grid_only_where_the_file_says_so() -> None:
    for grid_in_tables, height in ((False, CHINESE), (True, 20)):
        document = Document((), grid_in_tables=grid_in_tables)
        around = Context(typesetter(), document, Grid(20), in_table=True)
        assert lines(paragraph("甲"), 100, around).height_of(0) == near(height)


def test_the_grid_of_characters_widens_ideographs_and_letters() -> None:
    """17.18.14; letters by half of it where two of them are as wide as an ideograph (17.15.3.3)."""
    found = lines(paragraph("甲方ab", space_letters=False), 100, context(grid=Grid(15, 0.5, 0.25)))
    assert (found.left("方"), found.left("a")) == (10.5, 21)
    assert found.left("b") == near(21 + 4.44 + 0.25)
    found = lines(paragraph(text("甲方", snap=False)), 100, context(grid=Grid(15, 0.5)))
    assert found.left("方") == 10


def test_characters_stand_in_cells_and_words_in_the_middle_of_theirs() -> None:
    """17.6.5: no other place of the grid is moved by Latin words, nor by a large ideograph."""
    around = context(grid=Grid(15, cell=12))
    found = lines(paragraph("甲", text("ab"), "乙", text("丙", size=16), "丁"), 200, around)
    assert [found.left(words) for words in "甲乙丙丁"] == [0, 24, 36, 60]
    width = 4.44 + 5
    assert found.left("a") == near(12 + (12 - width) / 2)
    found = lines(paragraph("甲方应当支付货款"), 50, around)
    assert found.texts == ["甲方应当", "支付货款"]


# What else stands in lines


def test_page_numbers_say_what_the_context_says_and_are_noted() -> None:
    around = context(numbers=Numbers(page=12, pages=30))
    found = lines(paragraph("第", Number("page", "chineseCounting", LOOK), "页"), 100, around)
    assert found.texts == ["第十二页"]
    assert around.used_numbers == {"page"}


def test_page_breaks_end_lines_and_say_so() -> None:
    found = lines(paragraph("甲", Break("page", LOOK), "乙"), 100)
    assert [line.then for line in found.lines] == ["page", ""]
    assert [line.then for line in lines(paragraph("甲", Break("page", LOOK)), 100).lines] == ["page"]
    assert [line.then for line in lines(paragraph("甲", Break("column", LOOK)), 100).lines] == ["column", ""]


def test_a_picture_stands_on_the_base_line_and_makes_the_line_high() -> None:
    picture = Picture(b"", "image/png", 30, 40, "a seal")
    found = lines(paragraph("甲", picture, "乙"), 100)
    image = next(mark for mark in found.sheet.marks if isinstance(mark, Image))
    assert (image.x, image.y + image.height) == (10, near(found.base("甲")))
    assert found.left("乙") == 40
    assert found.height_of(0) == near(40 + CHINESE - CHINESE_BASE)
    assert [(tag.kind, tag.description) for tag in found.tag.children] == [("Figure", "a seal")]


def test_a_note_goes_with_the_line_of_its_mark() -> None:
    note = Note("footnote", "2", "1", ())
    found = lines(paragraph("甲方应当支付", NoteMark("1", look(vertical="superscript"), note), "货款"), 60)
    assert [line.notes for line in found.lines] == [(), (note,)]
    assert [tag.kind for tag in found.tag.children] == ["Reference"]


def test_bookmarks_are_places_and_take_no_room() -> None:
    found = lines(paragraph("甲方应当", Bookmark("here"), "支付"), 40)
    assert found.texts == ["甲方应当", "支付"]
    assert found.sheet.places == {"here": (0, near(CHINESE))}


def test_links_have_a_rectangle_and_a_tag() -> None:
    found = lines(paragraph("见", text("附件", link="https://example.com/"), "。"), 100)
    link = found.sheet.links[0]
    assert (link.x, link.width, link.address) == (10, 20, "https://example.com/")
    assert [tag.kind for tag in found.tag.children] == ["Link"]


def test_a_link_of_several_runs_is_one_on_each_line() -> None:
    words = [text("附件", target="a"), text("一二", target="a", bold=True), text("三", target="b")]
    found = lines(paragraph("见", *words, align="left"), 40)
    assert [(link.x, near(link.y), link.width, link.target) for link in found.sheet.links] == [
        (10, near(0), 30, "a"), (0, near(CHINESE), 10, "a"), (10, near(CHINESE), 10, "b")]  # fmt: skip
    assert [tag.kind for tag in found.tag.children] == ["Link"] * 3


class Beside:
    """Something 40 wide and 20 high floats in the middle of 200."""

    def at(self, top: float, _height: float, left: float, right: float) -> list[tuple[float, float]]:
        return [(left, 80), (120, right)] if top < 20 else [(left, right)]

    def below(self, top: float, *_line: float, **_wider: float) -> float:
        return 20.0 if top < 20 else top


def test_lines_flow_on_both_sides_of_what_floats() -> None:
    found = lines(paragraph("一二三四五六七八九十百千万元亿兆甲乙丙丁"), 200, room=Beside())
    assert found.texts == ["一二三四五六七八九十百千万元亿兆", "甲乙丙丁"]
    assert (found.left("八"), found.right("八")) == (70, 80)
    assert found.left("九") == 120
    assert found.lines[1].top == near(CHINESE)


class Full:
    """Nothing is free for the first 50 points."""

    def at(self, top: float, _height: float, left: float, right: float) -> list[tuple[float, float]]:
        return [] if top < 50 else [(left, right)]

    def below(self, top: float, *_line: float, **_wider: float) -> float:
        return max(top, 50.0)


def test_lines_go_down_where_nothing_is_free() -> None:
    found = lines(paragraph("甲方"), 200, room=Full())
    assert found.lines[0].top == 50


def test_a_break_that_clears_goes_on_below_what_floats() -> None:
    found = lines(paragraph("甲", Break("line", LOOK, clear=True), "乙"), 200, room=Beside())
    assert found.lines[1].top == 20


def test_the_mark_of_a_note_opens_no_blank_beside_it() -> None:
    """A digit would, but the mark is none of the text."""
    note = Note("footnote", "1", "1", ())
    mark = NoteMark("1", look(vertical="superscript"), note)
    plain = lines(paragraph("货款", text("1", vertical="superscript"), "元"), 100)
    called = lines(paragraph("货款", mark, "元"), 100)
    assert plain.right("元") - called.right("元") == near(5.0)
