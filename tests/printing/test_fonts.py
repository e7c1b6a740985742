"""Which font prints what a file asks for: real ones, those that stand in, folders of one's own, all names of a font."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from docgen.errors import ConfigurationFault
from docgen.printing import fonts
from docgen.printing.faces import Face, faces_in
from docgen.printing.fonts import Fonts

Installed = Callable[..., Fonts]
WINDOWS, ENGLISH, CHINESE = 3, 0x409, 0x804


@pytest.fixture(scope="session")
def machine() -> Fonts:
    return fonts.prepare()


@pytest.fixture
def installed(machine: Fonts, tmp_path: Path) -> Installed:
    """The machine's fonts and a folder with Liberation Serif under other names: installed("SimSun", "宋体")."""

    def make(english: str, chinese: str = "", *, like: str = "Liberation Serif") -> Fonts:
        with TTFont(machine.family(like, east_asian=False).face(bold=False, italic=False).path) as font:
            names = font["name"]
            names.names = [name for name in names.names if name.nameID not in (1, 4, 16)]
            names.setName(english, 1, WINDOWS, 1, ENGLISH)
            if chinese:
                names.setName(chinese, 1, WINDOWS, 1, CHINESE)
            font.save(tmp_path / "font.ttf")
        return fonts.prepare(folder=tmp_path)

    return make


@pytest.mark.parametrize(
    ("name", "stands_in"),
    [
        ("宋体", "Noto Serif CJK SC"),
        ("SimSun", "Noto Serif CJK SC"),
        ("仿宋_GB2312", "Noto Serif CJK SC"),
        ("楷体", "Noto Serif CJK SC"),
        ("黑体", "Noto Sans CJK SC"),
        ("Microsoft YaHei", "Noto Sans CJK SC"),
        ("等线 Light", "Noto Sans CJK SC"),
        ("FZXiaoBiaoSong-B05S", "Noto Serif CJK SC"),
        ("新細明體", "Noto Serif CJK TC"),
        ("Microsoft JhengHei", "Noto Sans CJK TC"),
        ("MS Mincho", "Noto Serif CJK JP"),
        ("ＭＳ ゴシック", "Noto Sans CJK JP"),
        ("Malgun Gothic", "Noto Sans CJK KR"),
        ("@宋体", "Noto Serif CJK SC"),
        ("宋体;SimSun", "Noto Serif CJK SC"),
        ("MS 明朝", "Noto Serif CJK JP"),
        ("times new roman", "Liberation Serif"),
        ("Courier New", "Liberation Mono"),
    ],
)
def test_a_font_that_the_machine_lacks_has_one_that_stands_in(machine: Fonts, name: str, stands_in: str) -> None:
    family = machine.family(name, east_asian=True)
    assert (family.name, family.stands_for) == (stands_in, name.partition(";")[0])


@pytest.mark.parametrize(
    ("name", "east_asian", "stands_in"),
    [
        ("方正兰亭黑简体", True, "Noto Sans CJK SC"),
        ("汉仪大宋简", True, "Noto Serif CJK SC"),
        ("Roboto", False, "Liberation Serif"),
        ("Open Sans", False, "Liberation Sans"),
        ("Open Sans", True, "Noto Sans CJK SC"),
        ("Fira Code", False, "Liberation Mono"),
    ],
)
def test_a_font_that_nobody_knows_prints_like_its_name_sounds(
    machine: Fonts, name: str, east_asian: bool, stands_in: str
) -> None:
    assert machine.family(name, east_asian=east_asian).name == stands_in


def test_an_unknown_biaosong_is_heavy_and_an_unknown_fangsong_is_not(machine: Fonts) -> None:
    assert machine.family("汉仪小标宋", east_asian=True).heavy
    assert not machine.family("汉仪仿宋", east_asian=True).heavy


@pytest.mark.parametrize("name", ["SimSun", "宋体", "simsun"])
def test_the_chinese_and_the_english_name_are_one_font(installed: Installed, name: str) -> None:
    """The font in the folder says its English name alone."""
    family = installed("SimSun").family(name, east_asian=True)
    assert (family.name, family.stands_for) == ("SimSun", "")


def test_a_font_is_known_by_all_names_that_it_says_itself(installed: Installed) -> None:
    family = installed("Our House Song", "本所宋体").family("本所宋体", east_asian=True)
    assert (family.name, family.stands_for) == ("Our House Song", "")


def test_a_licensed_font_in_the_folder_stands_in_before_a_free_one(installed: Installed) -> None:
    family = installed("FangSong").family("仿宋_GB2312", east_asian=True)
    assert (family.name, family.stands_for) == ("FangSong", "仿宋_GB2312")


def test_the_folders_font_goes_before_the_machines_of_the_same_name(installed: Installed, tmp_path: Path) -> None:
    found = installed("Liberation Serif").family("Liberation Serif", east_asian=False)
    assert found.face(bold=False, italic=False).path == tmp_path / "font.ttf"
    assert found.face(bold=True, italic=False).path != tmp_path / "font.ttf"


def test_lines_keep_the_height_of_the_font_that_the_file_names(machine: Fonts) -> None:
    """Word leaves three tenths between lines of East Asian fonts: 微软雅黑 of 10.5 points needs two rows of 15.6."""
    assert machine.family("宋体", east_asian=True).line == pytest.approx(1.3)
    assert machine.family("微软雅黑", east_asian=True).line == pytest.approx(1.716)
    assert machine.family("Calibri", east_asian=False).line == 1.2207
    for name in ("宋体", "Calibri", "Times New Roman"):
        family = machine.family(name, east_asian=True)
        assert sum(family.extents(family.faces[0])) == pytest.approx(family.line)


def test_a_line_is_parted_as_in_the_font_that_the_file_names(machine: Fonts) -> None:
    """宋体 reaches 0.859 up and 0.141 down; half of what Word leaves between lines is above, half below."""
    song, hei = machine.family("宋体", east_asian=True), machine.family("黑体", east_asian=True)
    assert song.extents(song.faces[0]) == hei.extents(hei.faces[0]) == pytest.approx((1.009, 0.291))


def test_a_chinese_font_that_no_map_names_has_words_leading(machine: Fonts, tmp_path: Path) -> None:
    """Its letters reach as far as hhea says; Word passes over its line gap and over OS/2."""
    with TTFont(machine.family("Liberation Serif", east_asian=False).faces[0].path) as font:
        font["name"].setName("Our House Song", 1, WINDOWS, 1, ENGLISH)
        font["OS/2"].ulCodePageRange1 |= 1 << 18
        em = font["head"].unitsPerEm
        font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = em, -em // 4, em // 2
        font.save(tmp_path / "font.ttf")
    family = fonts.prepare(folder=tmp_path).family("Our House Song", east_asian=True)
    assert family.extents(family.faces[0]) == pytest.approx((1.1875, 0.4375))


def test_a_map_may_say_both_parts_of_a_line(tmp_path: Path) -> None:
    given = tmp_path / "map.toml"
    given.write_text('[[font]]\nnames = ["A"]\nuse = ["Noto Sans CJK SC"]\nline = [1.0, 0.5]\n', "utf-8")
    family = fonts.prepare(font_map=given).family("A", east_asian=True)
    assert (family.line, family.extents(family.faces[0])) == (1.5, (1.0, 0.5))


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh-CN", "Noto Serif CJK SC"),
        ("zh-TW", "Noto Serif CJK TC"),
        ("zh-HK", "Noto Serif CJK HK"),
        ("ja-JP", "Noto Serif CJK JP"),
        ("ko-KR", "Noto Serif CJK KR"),
        ("en-US", "Noto Serif CJK SC"),
    ],
)
def test_ideographs_are_those_of_the_language(machine: Fonts, language: str, family: str) -> None:
    assert machine.family("宋体", east_asian=True, language=language).name == family


def test_a_font_of_another_country_keeps_its_ideographs(machine: Fonts) -> None:
    assert machine.family("新細明體", east_asian=True, language="zh-CN").name == "Noto Serif CJK TC"


@pytest.mark.parametrize("rare", "𬭎𱁬㛃䶮龘𠮷門體")
@pytest.mark.parametrize("name", ["宋体", "黑体", "仿宋", "Times New Roman"])
def test_some_font_has_the_rare_characters_of_names(machine: Fonts, rare: str, name: str) -> None:
    own = machine.family(name, east_asian=True).face(bold=False, italic=False)
    assert own.glyphs[rare] or machine.fallback(rare, False)


def test_fonts_without_outlines_are_left_out(machine: Fonts, tmp_path: Path) -> None:
    """A colour font would print as boxes or not at all; its characters are missing, and that is said."""
    with TTFont(machine.family("Liberation Serif", east_asian=False).faces[0].path) as font:
        for table in ("glyf", "loca"):
            del font[table]
        font.save(tmp_path / "pictures.ttf", reorderTables=False)
    assert list(faces_in(tmp_path)) == []


def test_a_file_that_is_no_font_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "text.ttf").write_bytes(b"not a font")
    (tmp_path / "empty.otf").write_bytes(b"")
    assert list(faces_in(tmp_path)) == []


def test_the_operators_map_replaces_the_one_that_ships(tmp_path: Path) -> None:
    given = tmp_path / "map.toml"
    given.write_text('[[font]]\nnames = ["宋体"]\nuse = ["Noto Sans CJK SC"]\nline = 2\n', "utf-8")
    family = fonts.prepare(font_map=given).family("宋体", east_asian=True)
    assert (family.name, family.line) == ("Noto Sans CJK SC", 2.0)


@pytest.mark.parametrize(
    "broken",
    [
        "[[font]",
        'font = "宋体"',
        '[[font]]\nuse = ["A"]',
        "[[font]]\nnames = [7]\nuse = []",
        "[[font]]\nnames = 7",
        '[[font]]\nnames = ["A"]\nuse = ["B"]\nletters = [1]',
    ],
)
def test_a_broken_map_is_told(tmp_path: Path, broken: str) -> None:
    given = tmp_path / "map.toml"
    given.write_text(broken, "utf-8")
    with pytest.raises(ConfigurationFault):
        fonts.prepare(font_map=given)


def cff(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    made, origins = face.stock.cut(glyphs)
    return bytes(made.reference_table("CFF ").data), dict(origins)


def test_glyphs_cut_from_stock_are_the_same_bytes_as_from_the_whole_face() -> None:
    face = fonts.prepare().family("宋体", east_asian=True).face(bold=False, italic=False)
    glyphs = [found[0] for character in "货款逾期未付" if (found := face.glyphs[character])]
    first = cff(face, glyphs)
    face.stock.prepare()
    assert cff(face, glyphs) == first
    assert set(first[1].values()) == {0, *glyphs}


def test_rare_glyphs_are_cut_from_the_whole_face(machine: Fonts) -> None:
    face = machine.family("宋体", east_asian=True).face(bold=False, italic=False)
    face.stock.prepare()
    rare = face.glyphs["龘"]
    assert rare
    assert rare[0] in cff(face, [rare[0]])[1].values()


def varying(path: Path) -> None:
    """A font of one letter, a box 100 units wide where it is thin and 900 where it is black."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = TTGlyphPen(None)
    for place, draw in (((0, 0), pen.moveTo), ((0, 700), pen.lineTo), ((100, 700), pen.lineTo), ((100, 0), pen.lineTo)):
        draw(place)
    pen.closePath()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (100, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Varying", "styleName": "Thin"})
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (800, 0), (800, 0), (0, 0), (800, 0), (0, 0), (0, 0)]
    builder.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, wider)]})
    builder.setupOS2(usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.save(path)


def test_a_font_that_varies_prints_in_regular_and_bold(tmp_path: Path) -> None:
    """Its own first place may be thin: what the file asks for is weight 400 or 700."""
    varying(tmp_path / "varying.ttf")
    regular, bold = faces_in(tmp_path)
    assert [(face.bold, dict(face.axes)) for face in (regular, bold)] == [(False, {"wght": 400}), (True, {"wght": 700})]
    assert [face.glyphs["A"] for face in (regular, bold)] == [(1, 0.4), (1, 0.7)]
    cut, origins = bold.stock.cut([1])
    assert "gvar" not in cut.table_tags
    assert origins[1] == 1
    drawn = hb.Font(cut).get_glyph_extents(1)
    assert drawn
    assert drawn.width == 700


@pytest.mark.parametrize(
    ("named", "stands_in"),
    [
        ("文鼎细宋;黑体", "Noto Sans CJK SC"),  # another name that the map knows
        ("文鼎细宋;Noto Sans CJK SC", "Noto Sans CJK SC"),  # another name that the machine knows
        ("宋体;黑体", "Noto Serif CJK SC"),  # the map knows the first
        ("文鼎细宋;文鼎细黑", "Noto Serif CJK SC"),  # nobody knows any: the first is like a 宋
    ],
)
def test_a_font_that_nobody_knows_prints_as_its_other_name(machine: Fonts, named: str, stands_in: str) -> None:
    family = machine.family(named, east_asian=True)
    assert family.name == stands_in
    assert family.stands_for in ("", named.partition(";")[0])
