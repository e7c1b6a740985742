"""Sections and settings (ECMA-376-1, 17.6, 17.10, 17.15)."""

from __future__ import annotations

import pytest

from docgen.errors import WordPlace
from docgen.printing.reading.tree import Columns, Grid, Paragraph, Text
from tests.printing.reading.says import Said, said
from tests.printing.word import PAPER, p, r, sect, tbl, tc, tr

EDGE = '<w:top w:val="single" w:sz="8" w:space="24" w:color="FF0000"/>'


def page(extra: str = "", settings: str = "") -> Said:
    return said(p("甲"), section=extra, settings=settings)


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        ('w:type="lines" w:linePitch="312"', Grid(15.6)),
        ('w:linePitch="312"', Grid()),
        ('w:type="linesAndChars" w:linePitch="312" w:charSpace="2048"', Grid(15.6, 0.5, 0.5)),
        ('w:type="snapToChars" w:linePitch="312" w:charSpace="-4096"', Grid(15.6, cell=9.0)),
    ],
)
def test_the_document_grid(grid: str, expected: Grid) -> None:
    """17.6.5: a character's space counts 4096ths of a point."""
    assert page(f"<w:docGrid {grid}/>").section.page.grid == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ('<w:cols w:num="2" w:space="400" w:sep="1"/>', Columns((140.0, 140.0), (20.0,), line=True)),
        ('<w:cols w:num="1"/>', None),
        (
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="2000" w:space="500"/><w:col w:w="3500"/></w:cols>',
            Columns((100.0, 175.0), (25.0,)),
        ),
    ],
)
def test_columns(columns: str, expected: Columns | None) -> None:
    assert page(columns).section.page.columns == expected


def test_a_thousand_columns_are_as_many_as_word_has() -> None:
    found = page('<w:cols w:num="1000"/>').section.page.columns
    assert found is not None
    assert len(found.widths) == 45
    assert all(width > 0 for width in found.widths)


def test_borders_of_the_page() -> None:
    found = page(f'<w:pgBorders w:offsetFrom="page" w:display="firstPage" w:zOrder="back">{EDGE}</w:pgBorders>')
    borders = found.section.page.borders
    assert borders is not None
    assert (borders.from_text, borders.on, borders.behind) == (False, "firstPage", True)
    assert (borders.edges["top"].width, borders.edges["top"].space, borders.edges["top"].colour) == (
        1.0,
        24.0,
        "#ff0000",
    )


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ('<w:pgBorders><w:top w:val="apples" w:sz="8"/></w:pgBorders>', "print.art_border"),
        ('<w:lnNumType w:countBy="1"/>', "print.line_numbers"),
        ('<w:textDirection w:val="tbRl"/>', "print.vertical_text"),
        ("<w:bidi/>", "print.right_to_left"),
        ('<w:pgNumType w:fmt="hebrew1"/>', "print.number_format"),
    ],
)
def test_what_a_page_cannot_have_is_refused_by_name(extra: str, code: str) -> None:
    assert page(extra).refused == [code]


@pytest.mark.parametrize(
    ("gutter", "settings", "margins"),
    [
        ("", "", (50, 70, 50)),
        ("<w:rtlGutter/>", "", (50, 50, 70)),
        ("", "<w:gutterAtTop/>", (70, 50, 50)),
    ],
)
def test_the_gutter_is_added_where_pages_are_bound(gutter: str, settings: str, margins: tuple[float, ...]) -> None:
    paper = PAPER.replace("<w:pgMar", '<w:pgMar w:gutter="400"')
    found = said(p("甲"), section=gutter, paper=paper, settings=settings or "<w:zoom/>").section.page
    assert (found.top, found.left, found.right) == margins


def test_settings_of_the_whole_file() -> None:
    settings = (
        '<w:mirrorMargins/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:noLineBreaksBefore w:lang="zh-CN" w:val="。，"/><w:noLineBreaksAfter w:lang="zh-CN" w:val="（"/>'
    )
    found = page("", settings)
    document = found.document
    assert found.section.page.mirrored
    assert (document.default_tab, document.compress) == (21.0, "compressPunctuation")
    assert (document.no_start, document.no_end) == ("。，", "（")


def test_the_page_may_stand_in_the_middle() -> None:
    assert page('<w:vAlign w:val="center"/>').section.page.align == "center"


def test_a_continuous_section_stays_a_section_with_columns_of_its_own() -> None:
    one = p("甲", ppr=sect())
    two = p("乙", ppr=sect('<w:type w:val="continuous"/><w:cols w:num="2"/>'))
    found = said(one, two, p("丙"), section='<w:type w:val="continuous"/>')
    assert [section.starts for section in found.document.sections] == ["nextPage", "continuous", "continuous"]
    assert [bool(section.page.columns) for section in found.document.sections] == [False, True, False]


def test_a_section_without_headers_of_its_own_has_those_before() -> None:
    found = said(p("甲", ppr=sect()), p("乙"), stories={"header:default": p("眉"), "header:even": p("偶")})
    first, last = found.document.sections
    assert first.headers == {"default": ()}
    (block,) = last.headers["default"]
    assert isinstance(block, Paragraph)
    assert [inline.text for inline in block.inlines if isinstance(inline, Text)] == ["眉"]
    assert "even" not in last.headers


def test_even_and_first_pages_have_headers_where_the_file_says_so() -> None:
    found = said(p("甲"), section="<w:titlePg/>", settings="<w:evenAndOddHeaders/>", stories={"header:even": p("偶")})
    headers = found.section.headers
    assert {kind: len(blocks) for kind, blocks in headers.items()} == {"default": 0, "even": 1, "first": 0}


@pytest.mark.parametrize("size", ["999999999", "-1", "NaN", "0", "1e400", "x"])
def test_absurd_paper_and_margins_leave_a_page_with_room(size: str) -> None:
    margins = " ".join(f'w:{side}="{size}"' for side in ("left", "right", "top", "bottom"))
    paper = f'<w:pgSz w:w="{size}" w:h="{size}"/><w:pgMar {margins}/>'
    found = said(p("甲"), paper=paper).section.page
    assert found.text_width > 0
    assert found.height - found.top - found.bottom > 0


def test_hyphenation_by_word_is_told() -> None:
    found = page("", "<w:autoHyphenation/>")
    assert [dict(finding.facts) for finding in found.findings] == [{"setting": "autoHyphenation"}]


@pytest.mark.parametrize(
    ("core", "text", "language"),
    [
        ("<dc:language>en-GB</dc:language>", "甲", "en-GB"),
        ("", "甲", "zh-CN"),
        ("", "Dear", "en-US"),
        ("<dc:title>x</dc:title>", "甲", "zh-CN"),
    ],
)
def test_the_language_is_what_the_file_says_or_what_it_is_written_in(core: str, text: str, language: str) -> None:
    assert said(p(text), core=core).document.language == language


def test_subject_and_identifier_are_read() -> None:
    core = "<dc:subject>催告</dc:subject><dc:identifier>2026-7</dc:identifier>"
    document = said(p("甲"), core=core).document
    assert (document.subject, document.identifier) == ("催告", "2026-7")


def test_letters_on_the_grid_get_half_where_two_are_as_wide_as_an_ideograph() -> None:
    """17.15.3.3"""
    settings = "<w:compat><w:balanceSingleByteDoubleByteWidth/></w:compat>"
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="312" w:charSpace="2048"/>'
    assert page(grid, settings).section.page.grid == Grid(15.6, 0.5, 0.25)


@pytest.mark.parametrize(("kind", "first"), [("lines", 32.0), ("linesAndChars", 31.59), ("snapToChars", 31.59)])
def test_indents_in_characters_count_those_of_the_grid(kind: str, first: float) -> None:
    """17.3.1.12: 首行缩进 of two characters by GB/T 9704, whose grid takes a fifth of a point off each."""
    grid = f'<w:docGrid w:type="{kind}" w:linePitch="579" w:charSpace="-849"/>'
    sixteen = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    indented = p("为规范", ppr='<w:ind w:firstLineChars="200" w:firstLine="632"/>')
    found = said(indented, section=grid, styles=sixteen)
    assert found.paragraphs[0].shape.first == pytest.approx(first, abs=0.01)


def beyond(found: Said) -> list[tuple[str, str, str]]:
    return [
        (finding.facts["setting"], finding.facts["written"], finding.facts["used"])
        for finding in found.findings
        if finding.code == "print.beyond_word"
    ]


@pytest.mark.parametrize("size", ["0", "999999999", "9" * 20, "-1"])
def test_paper_of_an_absurd_size_is_told(size: str) -> None:
    found = said(p("甲"), paper=f'<w:pgSz w:w="8000" w:h="{size}"/>')
    assert beyond(found) == [("pgSz h", size, "16838 (29.7 cm)")]
    assert (found.section.page.width, round(found.section.page.height)) == (400, 842)


def test_letters_of_an_absurd_size_are_told_with_their_paragraph() -> None:
    found = said(p("甲"), p(r("乙", '<w:sz w:val="99999999"/>')))
    assert beyond(found) == [("sz", "99999999", "3276 (1638 pt)")]
    assert isinstance(place := found.findings[0].place, WordPlace)
    assert place.paragraph == 2


def test_an_absurd_size_of_a_style_is_not_told_where_a_run_sets_its_own() -> None:
    huge = '<w:style w:type="paragraph" w:styleId="S"><w:rPr><w:sz w:val="99999"/></w:rPr></w:style>'
    mark = '<w:pStyle w:val="S"/><w:rPr><w:sz w:val="24"/></w:rPr>'
    assert not beyond(said(p(r("甲", '<w:sz w:val="24"/>'), ppr=mark), styles=huge))
    assert beyond(said(p("甲", ppr='<w:pStyle w:val="S"/>'), styles=huge))


def test_a_cell_over_absurdly_many_columns_is_told() -> None:
    found = said(tbl(tr(tc("甲"), tc("乙", '<w:gridSpan w:val="99999999"/>'))))
    assert beyond(found) == [("gridSpan", "99999999", "63")]
    assert isinstance(place := found.findings[0].place, WordPlace)
    assert (place.table, place.row, place.cell) == (1, 1, 2)
