"""What a table says (ECMA-376-1, 17.4): cells, widths, edges after the cascade, directions."""

from __future__ import annotations

import pytest

from docgen.printing.reading.tree import Border, Cell, Float, Offset, Table
from tests.printing.reading.says import said
from tests.printing.word import p, tbl, tc, tr

ALL = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(*blocks: str, **kwargs: str) -> Table:
    (found,) = [block for block in said(*blocks, **kwargs).section.blocks if isinstance(block, Table)]
    return found


def cell(tcpr: str, tblpr: str = "", **kwargs: str) -> Cell:
    """The first cell of a table of two by two."""
    return table(tbl(tr(tc("a", tcpr), "b"), "c|d", tblpr=tblpr), **kwargs).rows[0].cells[0]


def edges(**kinds: str) -> str:
    return "".join(f'<w:{side} w:val="{kind}" w:sz="8"/>' for side, kind in kinds.items())


def kinds(found: Cell) -> dict[str, str]:
    return {side: border.kind for side, border in sorted(found.borders.items())}


# Edges


def test_an_edge_keeps_its_kind_and_the_width_of_one_line() -> None:
    double = '<w:tcBorders><w:top w:val="double" w:sz="12" w:space="3" w:color="FF0000"/></w:tcBorders>'
    assert cell(double).borders["top"] == Border("double", 1.5, "#ff0000", 3.0)


@pytest.mark.parametrize(("size", "width"), [("0", 0.25), ("4", 0.5), ("96", 12.0), ("960", 12.0)])
def test_widths_of_lines_stay_within_what_word_has(size: str, width: float) -> None:
    assert cell(f'<w:tcBorders><w:top w:val="single" w:sz="{size}"/></w:tcBorders>').borders["top"].width == width


def test_outer_edges_of_the_table_stand_at_its_rim_and_inner_ones_within() -> None:
    borders = f"<w:tblBorders>{edges(top='thick', left='thick', bottom='thick', right='thick', insideH='dotted')}"
    found = table(tbl("a|b", "c|d", tblpr=borders + "</w:tblBorders>"))
    assert kinds(found.rows[0].cells[0]) == {"top": "thick", "left": "thick", "bottom": "dotted"}
    assert kinds(found.rows[1].cells[1]) == {"bottom": "thick", "right": "thick", "top": "dotted"}


def test_a_row_may_be_an_exception_to_the_edges_of_its_table() -> None:
    borders = f"<w:tblBorders>{edges(**dict.fromkeys(ALL, 'single'))}</w:tblBorders>"
    exception = f"<w:tblPrEx><w:tblBorders>{edges(bottom='double')}</w:tblBorders></w:tblPrEx>"
    last = tr("c", "d").replace("<w:tr>", "<w:tr>" + exception)
    found = table(tbl("a|b", last, tblpr=borders))
    assert found.rows[1].cells[0].borders["bottom"].kind == "double"
    assert found.rows[0].cells[0].borders["bottom"].kind == "single"


def test_a_cell_that_says_nil_is_bare_there() -> None:
    borders = f"<w:tblBorders>{edges(**dict.fromkeys(ALL, 'single'))}</w:tblBorders>"
    found = cell('<w:tcBorders><w:bottom w:val="nil"/><w:end w:val="none"/></w:tcBorders>', borders)
    assert found.bare == {"bottom"}
    assert kinds(found) == {"left": "single", "top": "single"}


def test_the_lower_edge_of_a_merged_cell_is_that_of_its_lowest_part() -> None:
    parts = [
        f'<w:vMerge w:val="{merge}"/><w:tcBorders>{edges(bottom=kind)}</w:tcBorders>'
        for merge, kind in (("restart", "dotted"), ("continue", "double"))
    ]
    found = table(tbl(*[tr(tc("a", part), "b") for part in parts]))
    assert (found.rows[0].cells[0].rows, kinds(found.rows[0].cells[0])) == (2, {"bottom": "double"})


def test_cells_alike_share_their_edges() -> None:
    borders = f"<w:tblBorders>{edges(**dict.fromkeys(ALL, 'single'))}</w:tblBorders>"
    rows = table(tbl(*["a|b|c"] * 5, tblpr=borders, grid=(500, 500, 500))).rows
    assert rows[1].cells[1].borders is rows[3].cells[1].borders


def test_diagonals_are_edges_of_their_own() -> None:
    assert "tl2br" in cell(f"<w:tcBorders>{edges(tl2br='single')}</w:tcBorders>").borders


STYLE = (
    '<w:style w:type="table" w:styleId="T"><w:tblPr><w:tblStyleRowBandSize w:val="1"/></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:trPr><w:tblHeader/></w:trPr><w:tcPr><w:tcBorders>'
    '<w:bottom w:val="double" w:sz="4"/></w:tcBorders><w:shd w:val="clear" w:fill="AAAAAA"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr></w:tblStylePr></w:style>'
)


def test_parts_of_a_table_style_reach_rows_and_cells() -> None:
    look = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1" w:noHBand="0" w:noVBand="1"/>'
    found = table(tbl("a|b", "c|d", "e|f", tblpr=look), styles=STYLE)
    assert [row.header for row in found.rows] == [True, False, False]
    assert [row.cells[0].background for row in found.rows] == ["#aaaaaa", "#eeeeee", ""]
    assert kinds(found.rows[0].cells[0]) == {"bottom": "double"}


# Widths and margins


@pytest.mark.parametrize(
    ("written", "width"),
    [('w:w="2000" w:type="dxa"', ("pt", 100.0)), ('w:w="2500" w:type="pct"', ("part", 0.5)),
     ('w:w="50%" w:type="pct"', ("part", 0.5)), ('w:w="0" w:type="auto"', ("auto", 0.0)),
     ('w:w="2cm" w:type="dxa"', ("pt", pytest.approx(56.7, abs=0.01)))],
)  # fmt: skip
def test_preferred_widths(written: str, width: tuple[str, float]) -> None:
    assert cell(f"<w:tcW {written}/>").width == width
    assert table(tbl("a|b", tblpr=f"<w:tblW {written}/>")).width == width


def test_tables_are_automatic_unless_they_say_that_they_are_fixed() -> None:
    assert not table(tbl("a|b")).fixed
    assert table(tbl("a|b", tblpr='<w:tblLayout w:type="fixed"/>')).fixed


def test_margins_of_the_table_the_row_and_the_cell() -> None:
    wide = '<w:tblCellMar><w:top w:w="40"/><w:left w:w="200"/></w:tblCellMar>'
    assert cell("", wide).padding == (2, 5.4, 0, 10)
    assert cell('<w:tcMar><w:start w:w="0"/></w:tcMar>', wide).padding == (2, 5.4, 0, 0)


@pytest.mark.parametrize(("mode", "indent", "overhang"), [("14", -5.4, 10.8), ("15", 0, 0)])
def test_up_to_word_2010_tables_hang_over_the_margins(mode: str, indent: float, overhang: float) -> None:
    setting = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{mode}"/></w:compat>'
    found = table(tbl("a|b"), settings=setting)
    assert (found.indent, found.overhang) == (indent, overhang)


def test_a_table_in_a_cell_does_not_hang_over() -> None:
    outer = table(tbl(tr(tc(p("x") + tbl("a|b") + p()), "c")))
    inner = next(block for block in outer.rows[0].cells[0].blocks if isinstance(block, Table))
    assert (outer.indent, inner.indent) == (-5.4, 0)


def test_space_between_cells_brings_the_frame_of_the_table() -> None:
    borders = f"<w:tblBorders>{edges(**dict.fromkeys(ALL, 'single'))}</w:tblBorders>"
    found = table(tbl("a|b", tblpr=borders + '<w:tblCellSpacing w:w="40" w:type="dxa"/>'))
    assert found.spacing == 2
    assert found.outer["top"].kind == "single"


# The grid


def test_columns_that_only_cells_know_of_have_no_width() -> None:
    assert table(tbl("a|b|c", grid=(1000,))).columns == (50, 0, 0)


def test_cells_merged_as_old_versions_of_word_did() -> None:
    row = tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "c")
    found = table(tbl(row, "d|e|f", grid=(1000, 1000, 1000))).rows[0].cells
    assert [one.span for one in found] == [2, 1]


def test_a_part_below_a_cell_that_is_not_merged_is_a_cell_of_its_own() -> None:
    found = table(tbl("a|b", tr(tc("c", "<w:vMerge/>"), "d"), tr(tc("", "<w:vMerge/>"), "f")))
    assert [len(row.cells) for row in found.rows] == [2, 2, 1]
    assert found.rows[1].cells[0].rows == 2


@pytest.mark.parametrize(
    ("written", "direction"),
    [("tbRl", "tbRl"), ("btLr", "btLr"), ("rl", "tbRl"), ("lrTb", "lrTb"), ("lrTbV", "lrTbV"), ("tbRlV", "tbRlV")],
)
def test_directions_in_both_spellings(written: str, direction: str) -> None:
    assert cell(f'<w:textDirection w:val="{written}"/>').direction == direction


@pytest.mark.parametrize(
    ("shading", "colour"),
    [('w:val="clear" w:fill="D9D9D9"', "#d9d9d9"), ('w:val="pct25" w:color="000000" w:fill="FFFFFF"', "#bfbfbf"),
     ('w:val="solid" w:color="FF0000"', "#ff0000"), ('w:val="clear" w:fill="auto"', "")],
)  # fmt: skip
def test_grounds_of_cells(shading: str, colour: str) -> None:
    assert cell(f"<w:shd {shading}/>").background == colour


def test_a_row_stands_elsewhere_than_its_table() -> None:
    assert [row.align for row in table(tbl("a|b", tr("c", "d", trpr='<w:jc w:val="end"/>'))).rows] == ["", "right"]


def test_a_floating_table_says_where_it_stands() -> None:
    place = '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="page" w:horzAnchor="margin" '
    blocks = said(tbl("a|b", tblpr=place + 'w:tblpXSpec="right" w:tblpY="2000"/>'), p("beside")).section.blocks
    (found,) = [block for block in blocks if isinstance(block, Float)]
    assert (found.across, found.down) == (Offset("margin", 0.0, "right"), Offset("page", 100.0))
    assert found.gaps == (0, 9, 0, 9)
    assert isinstance(found.content, Table)
