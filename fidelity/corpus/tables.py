"""Tables: widths, spans, borders in conflict, styles with conditions, heights, heads, places (17.4, 17.7.6)."""

from __future__ import annotations

from fidelity.corpus.making import (
    CLAUSES,
    EN,
    FIXED,
    MARGINS,
    RULED,
    SHORT,
    ZH,
    case,
    file,
    gridded,
    ruled,
    size,
    style,
    wide,
)  # fmt: skip
from tests.printing.word import p, r, tbl, tc, tr

HEAD = ("序号", "名称", "规格型号", "数量", "金额（元）")
GOODS = (
    ("1", "精密减速器", "R80", "60", "386,400.00"),
    ("2", "传动轴", "S20 加长型，表面经防锈处理", "350", "318,650.50"),
    ("3", "备用密封件及其安装附件", "M6×20", "1,200", "9,600.00"),
)
GRID = (800, 2400, 2400, 1000, 1700)


def rows(*lines: tuple[str, ...], grid: tuple[int, ...] = GRID) -> list[str]:
    return [tr(*(tc(p(words), wide(width)) for words, width in zip(line, grid, strict=True))) for line in lines]


def line(side: str, kind: str = "single", width: int = 4, colour: str = "000000") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="0" w:color="{colour}"/>'


@case("17.18.87: a table of fixed columns")
def table_fixed() -> bytes:
    return file(p(SHORT), tbl(*rows(HEAD, *GOODS), tblpr=ruled(8300), grid=GRID), p(SHORT))


@case("17.18.87: a table of automatic columns, from its words")
def table_automatic() -> bytes:
    bare = [tr(*(tc(p(words)) for words in cells)) for cells in (HEAD, *GOODS)]
    return file(p(SHORT), tbl(*bare, tblpr=ruled(layout='<w:tblLayout w:type="autofit"/>'), grid=GRID), p(SHORT))


@case("17.18.90: widths in per cent")
def table_percent() -> bytes:
    shares = (10, 30, 30, 10, 20)
    body = [
        tr(
            *(
                tc(p(words), f'<w:tcW w:w="{share * 50}" w:type="pct"/>')
                for words, share in zip(cells, shares, strict=True)
            )
        )
        for cells in (HEAD, *GOODS)
    ]
    grid = tuple(share * 83 for share in shares)
    return file(
        tbl(*body, tblpr=ruled(5000, kind="pct"), grid=grid),
        p(SHORT),
        tbl(*body, tblpr=ruled(3000, kind="pct"), grid=grid),
        p(),
    )


@case("17.4.37: a table within a cell")
def table_nested() -> bytes:
    inner = tbl(*rows(("甲", "乙"), ("一", "二"), grid=(1500, 1500)), tblpr=ruled(3000), grid=(1500, 1500))
    outer = tr(tc(p("外层左格"), wide(4000)), tc(p("嵌套之前") + inner + p("嵌套之后"), wide(4300)))
    return file(
        tbl(outer, tr(tc(p(ZH), wide(4000)), tc(p(SHORT), wide(4300))), tblpr=ruled(8300), grid=(4000, 4300)), p(SHORT)
    )


@case("17.4.17: cells over several columns")
def table_spans() -> bytes:
    def across(words: str, count: int, width: int) -> str:
        return tc(p(words, jc="center"), wide(width) + f'<w:gridSpan w:val="{count}"/>')

    return file(
        tbl(
            tr(across("货物清单", 5, 8300)), *rows(HEAD, *GOODS),
            tr(across("合计", 4, 6600), tc(p("714,650.50"), wide(1700))),
            tr(across("左三", 3, 5600), across("右二", 2, 2700)),
            tblpr=ruled(8300), grid=GRID,
        ),
        p(SHORT),
    )  # fmt: skip


@case("17.4.84: cells over several rows")
def table_vertical_merges() -> bytes:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = [
        tr(
            tc(p("卖方"), wide(1500) + start + '<w:vAlign w:val="center"/>'),
            tc(p("名称"), wide(2500)),
            tc(p(SHORT), wide(4300)),
        ),
        tr(tc(p(), wide(1500) + more), tc(p("住所"), wide(2500)), tc(p("苏州市示例路1号"), wide(4300))),
        tr(tc(p(), wide(1500) + more), tc(p("电话"), wide(2500)), tc(p("0512-5550-0100"), wide(4300))),
        tr(tc(p("买方" + SHORT), wide(1500) + start), tc(p("名称"), wide(2500)), tc(p("短"), wide(4300))),
        tr(tc(p(), wide(1500) + more), tc(p("住所"), wide(2500)), tc(p("短"), wide(4300))),
    ]
    return file(tbl(*made, tblpr=ruled(8300), grid=(1500, 2500, 4300)), p(SHORT))


@case("17.4.66: borders of neighbours in conflict")
def table_border_conflicts() -> bytes:
    thick = (
        "<w:tcBorders>"
        + "".join(line(side, width=24, colour="C00000") for side in ("top", "left", "bottom", "right"))
        + "</w:tcBorders>"
    )
    double = "<w:tcBorders>" + line("right", "double", 6) + line("bottom", "double", 6) + "</w:tcBorders>"
    none = (
        "<w:tcBorders>"
        + "".join(line(side, "nil", 0) for side in ("top", "left", "bottom", "right"))
        + "</w:tcBorders>"
    )
    made = [
        tr(*(tc(p(words), wide(2000) + extra) for words, extra in row))
        for row in (
            (("平", ""), ("双", double), ("平", ""), ("平", "")),
            (("平", ""), ("粗", thick), ("平", ""), ("无", none)),
            (("双", double), ("平", ""), ("无", none), ("粗", thick)),
        )
    ]
    return file(tbl(*made, tblpr=ruled(8000), grid=(2000,) * 4), p(SHORT))


@case("17.18.2: kinds of borders")
def table_border_kinds() -> bytes:
    kinds = (
        "single",
        "thick",
        "double",
        "dotted",
        "dashed",
        "dotDash",
        "triple",
        "thinThickSmallGap",
        "wave",
        "dashSmallGap",
        "inset",
    )
    made = []
    for kind in kinds:
        borders = (
            "<w:tblBorders>"
            + "".join(line(side, kind, 12) for side in ("top", "left", "bottom", "right"))
            + "</w:tblBorders>"
        )
        made += [
            tbl(
                tr(tc(p(kind), wide(4000))),
                tblpr=f'<w:tblW w:w="4000" w:type="dxa"/>{borders}{FIXED}{MARGINS}',
                grid=(4000,),
            ),
            p(ppr='<w:spacing w:line="120" w:lineRule="exact"/>'),
        ]
    return file(*made)


LEDGER_STYLE = style(
    "Ledger",
    f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/>{RULED}{MARGINS}</w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="4472C4"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:top w:val="double" w:sz="6" w:space="0" '
    'w:color="000000"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/></w:tcPr></w:tblStylePr>',
    kind="table",
)


@case("17.7.6: a table style: first and last row, first column, bands")
def table_style_conditions() -> bytes:
    look = '<w:tblLook w:val="04E0" w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    plain = '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    pr = '<w:tblStyle w:val="Ledger"/><w:tblW w:w="8300" w:type="dxa"/>' + FIXED
    body = rows(HEAD, *GOODS, ("", "合计", "", "", "714,650.50"))
    return file(
        tbl(*body, tblpr=pr + look, grid=GRID),
        p(SHORT),
        tbl(*body, tblpr=pr + plain, grid=GRID),
        p(),
        styles=LEDGER_STYLE,
    )


@case("17.4.42, 17.4.68: margins of cells, of the table and of a cell alone")
def table_cell_margins() -> bytes:
    table = (
        "<w:tblCellMar>"
        + "".join(f'<w:{side} w:w="200" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
        + "</w:tblCellMar>"
    )
    own = '<w:tcMar><w:top w:w="0" w:type="dxa"/><w:left w:w="600" w:type="dxa"/></w:tcMar>'
    made = [tr(tc(p(SHORT), wide(4000)), tc(p(SHORT), wide(4000) + own)) for _ in range(2)]
    return file(
        tbl(*made, tblpr=f'<w:tblW w:w="8000" w:type="dxa"/>{RULED}{FIXED}{table}', grid=(4000, 4000)), p(SHORT)
    )


@case("17.4.83: words at the top, middle and foot of a cell")
def table_vertical_alignment() -> bytes:
    made = tr(
        *(tc(p(kind), wide(2000) + f'<w:vAlign w:val="{kind}"/>') for kind in ("top", "center", "bottom")),
        tc(p(ZH), wide(2300)),
    )
    return file(tbl(made, tblpr=ruled(8300), grid=(2000, 2000, 2000, 2300)), p(SHORT))


@case("17.18.93: words from top to bottom in a cell")
def table_vertical_text() -> bytes:
    def cell(direction: str) -> str:
        return tc(p("证据名称及来源"), wide(1000) + f'<w:textDirection w:val="{direction}"/>')

    made = tr(
        cell("tbRlV"),
        cell("tbRl"),
        cell("btLr"),
        tc(p(ZH), wide(5300)),
        trpr='<w:trHeight w:val="2400" w:hRule="atLeast"/>',
    )
    return file(tbl(made, tblpr=ruled(8300), grid=(1000, 1000, 1000, 5300)), p(SHORT))


@case("17.4.80: heights of rows: at least and exact")
def table_row_heights() -> bytes:
    def row(words: str, value: int, rule: str) -> str:
        return tr(tc(p(words), wide(8300)), trpr=f'<w:trHeight w:val="{value}" w:hRule="{rule}"/>')

    made = [
        row("至少六百", 600, "atLeast"),
        row("恰好八百", 800, "exact"),
        row(ZH, 600, "atLeast"),
        row("恰好三百五", 350, "exact"),
    ]
    return file(tbl(*made, tblpr=ruled(8300), grid=(8300,)), p(SHORT))


@case("17.4.6: rows that do not break over pages")
def table_rows_unbroken() -> bytes:
    made = [tr(tc(p(f"第{n}行"), wide(1500)), tc(p(ZH), wide(6800)), trpr="<w:cantSplit/>") for n in range(1, 20)]
    return file(tbl(*made, tblpr=ruled(8300), grid=(1500, 6800)), p(SHORT))


@case("17.4.6: rows that break over pages")
def table_rows_broken() -> bytes:
    made = [tr(tc(p(f"第{n}行"), wide(1500)), tc(p(ZH) + p(SHORT), wide(6800))) for n in range(1, 16)]
    return file(tbl(*made, tblpr=ruled(8300), grid=(1500, 6800)), p(SHORT))


@case("17.4.49: heads repeated on each page")
def table_heads() -> bytes:
    head = tr(
        *(tc(p(r(words, "<w:b/>"), jc="center"), wide(width)) for words, width in zip(HEAD, GRID, strict=True)),
        trpr="<w:tblHeader/>",
    )
    body = rows(*((str(n), "传动轴", f"S{n}", str(n * 3), f"{n * 910}.00") for n in range(1, 101)))
    return file(p("清单", jc="center"), tbl(head, *body, tblpr=ruled(8300), grid=GRID), p(SHORT))


@case("17.4.57: a floating table with text beside it",
      "17.4.57: LibreOffice keeps a table that stands at the right margin off it by its distance to the text")  # fmt: skip
def table_floating() -> bytes:
    place = (
        '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" '
        'w:tblpXSpec="right" w:tblpY="200"/>'
    )
    made = rows(("项目", "金额"), ("货款", "678,650.50"), ("违约金", "12,345.67"), grid=(1500, 1800))
    table = tbl(*made, tblpr=place + ruled(3300), grid=(1500, 1800))
    return file(p(SHORT), table, p(ZH), p(ZH), p(EN))


@case("17.4.57: a floating table at a place of the page")
def table_floating_on_page() -> bytes:
    place = '<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="6500" w:tblpY="11000"/>'
    table = tbl(
        *rows(("项目", "金额"), ("货款", "1.00"), grid=(1500, 1800)), tblpr=place + ruled(3300), grid=(1500, 1800)
    )
    return file(table, *(p(clause) for clause in CLAUSES))


@case("17.4.50: an indented table")
def table_indented() -> bytes:
    body = rows(*GOODS)
    return file(
        p(SHORT), tbl(*body, tblpr=ruled(8300, extra='<w:tblInd w:w="600" w:type="dxa"/>'), grid=GRID), p(SHORT),
        tbl(*body, tblpr=ruled(8300, extra='<w:tblInd w:w="-300" w:type="dxa"/>'), grid=GRID), p(SHORT),
    )  # fmt: skip


@case("17.4.50: an indented table of an older Word, whose words stand at the indent")
def table_indented_older() -> bytes:
    indented = ruled(8300, extra='<w:tblInd w:w="600" w:type="dxa"/>')
    return file(
        p(SHORT),
        tbl(*rows(*GOODS), tblpr=ruled(8300), grid=GRID),
        p(SHORT),
        tbl(*rows(*GOODS), tblpr=indented, grid=GRID),
        p(),
        mode=14,
    )


@case("17.4.28: tables in the middle and to the right")
def table_alignment() -> bytes:
    made = rows(("甲", "乙"), ("一", "二"), grid=(1500, 1800))
    return file(
        *(
            tbl(*made, tblpr=ruled(3300, extra=f'<w:jc w:val="{jc}"/>'), grid=(1500, 1800)) + p(SHORT)
            for jc in ("center", "right", "left")
        )
    )


@case("17.4.14, 17.4.15: rows that begin later and end earlier")
def table_grid_before() -> bytes:
    def row(before: int, words: int, after: int) -> str:
        skip = "".join(
            f'<w:grid{side} w:val="{n}"/><w:w{side} w:w="{n * 1600}" w:type="dxa"/>'
            for side, n in (("Before", before), ("After", after))
            if n
        )
        return tr(*(tc(p(f"格{n}"), wide(1600)) for n in range(words)), trpr=skip)

    return file(
        tbl(row(0, 5, 0), row(1, 3, 1), row(2, 3, 0), row(0, 5, 0), tblpr=ruled(8000), grid=(1600,) * 5), p(SHORT)
    )


@case("17.4.45: space between cells", "17.4.45: LibreOffice has no space between cells")
def table_cell_spacing() -> bytes:
    spacing = '<w:tblCellSpacing w:w="60" w:type="dxa"/>'
    return file(
        tbl(*rows(HEAD, *GOODS), tblpr=f'<w:tblW w:w="8300" w:type="dxa"/>{spacing}{RULED}{FIXED}{MARGINS}', grid=GRID),
        p(SHORT),
    )


@case("17.4.32: shading of cells, in colours and patterns")
def table_shading() -> bytes:
    shades = ("clear", "pct10", "pct25", "pct50", "solid")
    made = tr(
        *(tc(p(kind), wide(1600) + f'<w:shd w:val="{kind}" w:color="000000" w:fill="FFE599"/>') for kind in shades[:4]),
        tc(
            p(r("solid", '<w:color w:val="FFFFFF"/>')),
            wide(1600) + '<w:shd w:val="solid" w:color="2F5496" w:fill="auto"/>',
        ),
    )
    return file(tbl(made, tblpr=ruled(8000), grid=(1600,) * 5), p(SHORT))


@case("17.4.73: lines across a cell", "17.4.73: LibreOffice reads no diagonal lines of cells")
def table_diagonals() -> bytes:
    def cell(side: str) -> str:
        return tc(p("项目", jc="right") + p("月份"), wide(2500) + f"<w:tcBorders>{line(side)}</w:tcBorders>")

    return file(
        tbl(tr(cell("tl2br"), cell("tr2bl"), tc(p("平"), wide(3300))), tblpr=ruled(8300), grid=(2500, 2500, 3300)),
        p(SHORT),
    )


@case("17.4.30: lines that do not wrap, and a cell's words of several sizes")
def table_mixed_cells() -> bytes:
    made = [
        tr(tc(p("不换行的一格", ppr="<w:keepNext/>"), wide(2000) + "<w:noWrap/>"), tc(p(r("大", size(22)), "小", jc="right"), wide(2000)),
           tc(p("一") + p("二", jc="center") + p("三", jc="right"), wide(2000)), tc(p(EN[:80], jc="both"), wide(2300))),
    ]  # fmt: skip
    return file(tbl(*made * 2, tblpr=ruled(8300), grid=(2000, 2000, 2000, 2300)), p(SHORT))


@case("17.4.38: two tables that touch, and a table that ends the page")
def table_after_table() -> bytes:
    made = rows(*GOODS)
    return file(
        tbl(*made, tblpr=ruled(8300), grid=GRID),
        p(ppr='<w:spacing w:line="20" w:lineRule="exact"/>'),
        tbl(*made, tblpr=ruled(8300), grid=GRID),
        p(),
    )


@case("17.6.5: a table on a page with a grid of lines")
def table_on_grid() -> bytes:
    table = tbl(*rows(HEAD, *GOODS), tblpr=ruled(8300), grid=GRID)
    return file(p(SHORT), table, p(SHORT), table, p(), page=gridded())


@case("17.15.3.1: lines of a table off the grid", "17.15.3.1: LibreOffice lays lines of tables on the grid even so")
def table_off_grid() -> bytes:
    table = tbl(*rows(HEAD, *GOODS), tblpr=ruled(8300), grid=GRID)
    return file(p(SHORT), table, p(SHORT), table, p(), page=gridded(), grid_in_tables=False)


@case("17.3.1.21: punctuation hanging over the edge of a cell", "17.3.1.21: LibreOffice hangs none in cells")
def table_hanging_punctuation() -> bytes:
    made = [tr(tc(p(ZH), wide(width)), tc(p(ZH), wide(8300 - width))) for width in (4000, 4050, 4100)]
    return file(
        *(
            tbl(row, tblpr=ruled(8300), grid=(width, 8300 - width)) + p()
            for row, width in zip(made, (4000, 4050, 4100), strict=True)
        ),
        hanging_in_cells=True,
    )
