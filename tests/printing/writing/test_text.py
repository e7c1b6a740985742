from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from docgen.printing.fonts import Face
from docgen.printing.sheet import Glyphs
from tests.printing.writing.pages import FACES, boxes, colour, copied, glyph, ink, printed, text, tool, width


def _advances(face: str, ids: list[int], size: float = 10) -> list[float]:
    return [width(face, one) * size for one in ids]


@pytest.mark.parametrize(
    "words",
    [
        "关于催收逾期货款的函",
        "付款期限：2026 年 3 月 31 日（含当日）",
        "𬭎、𱁬、㛃、䶮、龘",  # characters of names, two of them beyond the first 65,536
        "“双引号”与《书名号》……—— 12,345.67",
    ],
)
def test_text_copies_out_as_it_reads(words: str) -> None:
    assert copied(printed(text(words))) == words


def test_a_latin_face_of_truetype_outlines_copies_out_as_it_reads() -> None:
    words = "Dear Sirs, (pay) \\ USD 1,000.00 – “at once” é"
    assert copied(printed(text(words, face="serif"))) == words


@pytest.mark.parametrize("pair", ["\u2f08人", "-\u00ad", "—\u2015"])
def test_two_characters_of_one_glyph_copy_out_as_two(pair: str) -> None:
    shared = glyph("song", pair[0])
    words = f"甲{pair[0]}乙{pair[1]}丙"
    ids = [shared if character in pair else glyph("song", character) for character in words]
    assert copied(printed(Glyphs(50, 100, FACES["song"], 10, ids, _advances("song", ids), words))) == words


def test_one_glyph_for_several_characters_copies_out_as_all_of_them() -> None:
    ids = [glyph("serif", character) for character in "o\ufb01ce"]
    pdf = printed(Glyphs(50, 100, FACES["serif"], 10, ids, _advances("serif", ids), ["o", "ffi", "c", "e"]))
    assert copied(pdf) == "office"


def test_several_glyphs_for_one_character_copy_out_as_one() -> None:
    ids = [glyph("serif", character) for character in "ae´x"]
    mark = Glyphs(50, 100, FACES["serif"], 10, ids, _advances("serif", ids), ["a", "é", "", "x"])
    assert "".join(copied(printed(mark)).split()) == "aéx"


def test_a_character_stands_where_it_was_set() -> None:
    found = boxes(printed(text("甲乙", x=50, y=100, size=20)))
    assert [(character, round(left, 1), round(right, 1)) for character, left, _, right, _ in found] == [
        ("甲", 50, 70),
        ("乙", 70, 90),
    ]


def test_a_spread_line_ends_where_it_was_set_to_end() -> None:
    found = boxes(printed(text("甲" * 30, more=0.137)))
    assert found[-1][1] == pytest.approx(50 + 29 * 10.137, abs=0.05)


def test_blanks_that_were_widened_move_what_follows() -> None:
    words = "to be paid now"
    ids = [glyph("serif", character) for character in words]
    advances = _advances("serif", ids)
    for at in (2, 5, 10):
        advances[at] += 3.21
    found = boxes(printed(Glyphs(50, 100, FACES["serif"], 10, ids, advances, words)))
    assert [box[1] for box in found if box[0] == "n"] == [pytest.approx(50 + sum(advances[:11]), abs=0.04)]
    assert copied(printed(Glyphs(50, 100, FACES["serif"], 10, ids, advances, words))) == words


def test_texts_after_each_other_do_not_add_up_what_they_are_rounded_by() -> None:
    marks = [text("甲", x=50 + at * 3.3333, y=100 + at * 1.3333, size=3) for at in range(60)]
    last = boxes(printed(*marks))[-1]
    assert last[1] == pytest.approx(50 + 59 * 3.3333, abs=0.01)


def test_narrowed_text_is_narrow() -> None:
    left, _, right, _ = ink(printed(text("国国国国", size=20, scale=0.5)))
    assert 50 <= left < 53 and 86 < right <= 90


def test_slanted_text_leans_right_and_the_next_stands_upright_again() -> None:
    upright = ink(printed(text("丨", size=40)))
    slanted = ink(printed(text("丨", size=40, slant=0.3)))
    assert slanted[2] - slanted[0] > upright[2] - upright[0] + 8
    after = boxes(printed(text("甲", slant=0.3), text("乙", x=80, y=130)))
    assert after[-1][1] == pytest.approx(80, abs=0.02)


def test_thickened_text_has_more_ink() -> None:
    thin, thick = ink(printed(text("一", size=40))), ink(printed(text("一", size=40, thicken=2.0)))
    assert thick[3] - thick[1] == pytest.approx(thin[3] - thin[1] + 2, abs=0.6)


def test_a_thickened_text_leaves_the_next_as_it_is() -> None:
    alone = ink(printed(text("一", y=200, size=40)))
    both = printed(text("一", y=100, size=40, thicken=4.0), text("一", y=200, size=40))
    assert ink(both)[3] == alone[3]


def test_text_has_its_colour() -> None:
    assert colour(printed(text("一", size=100, colour="#c00000")), 100, 57) == (192, 0, 0)


def test_a_glyph_that_stands_elsewhere_is_moved_and_those_after_it_are_not() -> None:
    found = {box[0]: box[1:] for box in boxes(printed(text("甲乙丙", offsets={1: (2.0, 5.0)})))}
    plain = {box[0]: box[1:] for box in boxes(printed(text("甲乙丙")))}
    left, top, right, bottom = plain["乙"]
    assert found["乙"] == pytest.approx((left + 2, top - 5, right + 2, bottom - 5), abs=0.02)
    assert (found["甲"], found["丙"]) == (plain["甲"], plain["丙"])


def test_fonts_are_embedded_once_and_cut(tmp_path: Path) -> None:
    pdf = printed(text("甲"), text("pay", face="serif", y=120), text("乙", y=140), text("丙", face="song bold", y=160))
    lines = tool("pdffonts", pdf, tmp_path).splitlines()[2:]
    assert sorted(line.split()[0].partition("+")[2] for line in lines) == [
        "LiberationSerif",
        "NotoSerifCJKsc-Bold",
        "NotoSerifCJKsc-Regular",
    ]
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)
    assert len(pdf) < 12_000


@pytest.fixture
def named(tmp_path: Path) -> Face:
    """A font whose glyphs are called by names, as Latin fonts of PostScript outlines are: "A" is a block, 600 wide."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "space", "unused", "A"])
    builder.setupCharacterMap({32: "space", 65: "A"})
    block = T2CharStringPen(600, None)
    for draw, *point in (
        (block.moveTo, 0, 0),
        (block.lineTo, 500, 0),
        (block.lineTo, 500, 700),
        (block.lineTo, 0, 700),
    ):
        draw(tuple(point))
    block.closePath()
    empty = T2CharStringPen(600, None).getCharString()
    glyphs = {".notdef": empty, "space": empty, "unused": empty, "A": block.getCharString()}
    builder.setupCFF("Blocks-Regular", {}, glyphs, {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Blocks", "styleName": "Regular", "psName": "Blocks-Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "blocks.otf")
    return Face("Blocks", False, False, tmp_path / "blocks.otf", 0)


def test_a_font_whose_glyphs_have_names_is_printed_and_copies_out(named: Face) -> None:
    pdf = printed(Glyphs(50, 100, named, 10, [3, 1, 3], [6.0, 6.0, 6.0], "A A"))
    assert copied(pdf) == "A A"
    assert ink(pdf) == (50, 93, 67, 100)
