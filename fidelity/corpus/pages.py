"""Sections, paper, columns, the document grid, headers and footers, numbers of pages (17.6, 17.10, 17.16)."""

from __future__ import annotations

from fidelity.corpus.making import CLAUSES, EN, MIXED, SHORT, ZH, article, case, file, gridded, paper, size, style
from tests.printing.word import field, p, r, sect

#: The size that a grid of characters starts from is that of the default style.
TEN = style("Normal", f"<w:pPr><w:widowControl/></w:pPr><w:rPr>{size(10)}</w:rPr>", default=True)


def section(page: str, kind: str = "nextPage", extra: str = "") -> str:
    """The end of a section: an empty paragraph would count as a line, so the words stand in the same paragraph."""
    return p(SHORT, ppr=sect(extra + f'<w:type w:val="{kind}"/>', page))


@case("17.6.11, 17.6.13: A4 with unlike margins")
def page_margins() -> bytes:
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
        'w:header="851" w:footer="1400" w:gutter="0"/>'
    )
    return file(*article() * 3, page=page)


@case("17.6.13: A5")
def page_a5() -> bytes:
    return file(*article(), p(EN), page=paper(8391, 11906, 1134, 1134))


@case("17.6.13: A4 across")
def page_landscape() -> bytes:
    return file(*article(), p(ZH), p(EN), page=paper(16838, 11906))


@case("17.6.11: a gutter")
def page_gutter() -> bytes:
    return file(*article(), page=paper().replace('w:gutter="0"', 'w:gutter="567"'))


@case("17.15.1.57: margins mirrored on even pages")
def page_mirrored_margins() -> bytes:
    page = paper().replace('w:left="1800"', 'w:left="2600"').replace('w:right="1800"', 'w:right="1200"')
    return file(*article() * 6, page=page, settings="<w:mirrorMargins/>")


@case("17.6.23: text in the middle of the page", "17.6.23: LibreOffice begins every page at its top")
def page_vertical_alignment() -> bytes:
    return file(p("授权委托书", jc="center"), p(ZH), page=paper(extra='<w:vAlign w:val="center"/>'))


@case("17.6.10: borders around the page")
def page_borders() -> bytes:
    edges = "".join(
        f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="24" w:color="{colour}"/>'
        for side, kind, width, colour in (
            ("top", "single", 12, "000000"), ("left", "single", 12, "000000"),
            ("bottom", "double", 6, "C00000"), ("right", "double", 6, "C00000"),
        )
    )  # fmt: skip
    size, _, margins = paper().partition("<w:pgMar")
    borders = f'<w:pgBorders w:offsetFrom="page">{edges}</w:pgBorders>'
    return file(*article(), page=f"{size}<w:pgMar{margins}{borders}")


@case("17.6.22: sections of unlike paper")
def sections_of_unlike_paper() -> bytes:
    return file(
        p(ZH), section(paper()),
        p(EN), section(paper(16838, 11906)),
        p(ZH), page=paper(8391, 11906, 1000, 1000),
    )  # fmt: skip


@case("17.6.22: sections that begin on an odd and on an even page",
      "17.6.22: LibreOffice leaves the empty page before such a section out of the PDF")  # fmt: skip
def sections_odd_and_even() -> bytes:
    number = p("第", field("PAGE"), "页", jc="center")
    return file(
        p("第一节"), section(paper()),
        p("第二节"), section(paper(), "oddPage"),
        p("第三节"), page='<w:type w:val="evenPage"/>' + paper(), stories={"footer:default": number},
    )  # fmt: skip


@case("17.6.22: a section that goes on on the same page with other margins",
      "17.6.11: LibreOffice keeps the margins of the page for a section that goes on")  # fmt: skip
def sections_continuous() -> bytes:
    return file(
        *article(), section(paper()),
        p(ZH), section(paper(sides=2600), "continuous"),
        *article(), page='<w:type w:val="continuous"/>' + paper(),
    )  # fmt: skip


@case("17.6.4: two columns under a heading of full width")
def columns_two() -> bytes:
    two = '<w:cols w:num="2" w:space="420"/>'
    return file(
        p("简报", jc="center"), section(paper()),
        *article(), p(ZH), section(paper(extra=two), "continuous"),
        p(SHORT), page='<w:type w:val="continuous"/>' + paper(),
    )  # fmt: skip


@case("17.6.4: three columns with lines between, over more than a page")
def columns_three_with_line() -> bytes:
    return file(*article() * 8, page=paper(extra='<w:cols w:num="3" w:sep="1" w:space="300"/>'))


@case("17.6.3: columns of unlike width")
def columns_unequal() -> bytes:
    cols = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="5000" w:space="500"/><w:col w:w="2800"/></w:cols>'
    return file(*article() * 7, page=paper(extra=cols))


@case("17.3.3.1: a column break")
def columns_break() -> bytes:
    broken = p(r("左栏到此为止。", inner='<w:br w:type="column"/>'), "右栏由此开始。")
    return file(p(SHORT), broken, p(ZH), page=paper(extra='<w:cols w:num="2" w:space="420"/>'))


@case("17.6.5: the grid's lines")
def grid_lines() -> bytes:
    return file(*article() * 4, page=gridded())


@case("17.6.5: lines of several sizes on the grid")
def grid_lines_of_unlike_size() -> bytes:
    blocks = [p(r(f"{points}磅：{SHORT}", f'<w:sz w:val="{points * 2}"/>')) for points in (9, 12, 16, 22, 12, 9)]
    blocks.append(p("不对齐网格：" + ZH, ppr='<w:snapToGrid w:val="0"/>'))
    return file(*blocks * 2, page=gridded())


@case("17.6.5: the grid's lines with line spacing of one and a half, and exact",
      "17.3.1.33: LibreOffice makes the first line of a paragraph lower than the others on a grid")  # fmt: skip
def grid_lines_with_spacing() -> bytes:
    half = '<w:spacing w:line="360" w:lineRule="auto"/>'
    exact = '<w:spacing w:line="400" w:lineRule="exact"/>'
    blocks = [*(p(clause, ppr=half) for clause in CLAUSES), *(p(clause, ppr=exact) for clause in CLAUSES)]
    return file(*blocks, page=gridded())


@case("17.6.5: the grid's lines and characters: 39 to a line")
def grid_lines_and_characters() -> bytes:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="312" w:charSpace="640"/>'
    return file(*(p(clause) for clause in CLAUSES * 2), page=gridded(grid), styles=TEN)


@case("17.6.5: each character on a cell of the grid")
def grid_snapped_characters() -> bytes:
    grid = '<w:docGrid w:type="snapToChars" w:linePitch="360" w:charSpace="4096"/>'
    return file(p(ZH), p(SHORT), page=gridded(grid), styles=TEN)


@case("17.10.6: another header and footer on the first page")
def header_first() -> bytes:
    stories = {
        "header:default": p("合同编号 HX-2025-0318", jc="right"), "header:first": p("首页页眉", jc="center"),
        "footer:default": p("续页页脚", jc="center"), "footer:first": p("首页页脚", jc="left"),
    }  # fmt: skip
    return file(*article() * 6, stories=stories, section="<w:titlePg/>")


@case("17.10.1: headers of odd and even pages")
def header_even() -> bytes:
    stories = {"header:default": p("奇数页", jc="right"), "header:even": p("偶数页", jc="left")}
    return file(*article() * 9, stories=stories, settings="<w:evenAndOddHeaders/>")


@case("17.10.4: a header taller than the margin pushes the text")
def header_tall() -> bytes:
    tall = p("抬头一", jc="center") + p("抬头二", jc="center") + p(SHORT) * 4
    return file(*article() * 4, stories={"header:default": tall, "footer:default": p("页脚") * 4})


@case("17.6.12, 17.16.5: numbers of pages: Roman, then from one in Chinese")
def page_numbers() -> bytes:
    def footer(number: str) -> str:
        return p("第 ", field(number), " 页", jc="center")

    roman = '<w:pgNumType w:fmt="lowerRoman"/>'
    chinese = '<w:pgNumType w:fmt="chineseCounting" w:start="1"/>'
    page = paper(extra=chinese)
    return file(
        *article() * 3, section(paper(extra=roman), extra='<w:footerReference w:type="default" r:id="footer0"/>'),
        *article() * 5, page=page, stories={"footer:default": footer("PAGE")},
    )  # fmt: skip


@case("17.16.5.33, 17.16.5.44: page of pages")
def page_of_pages() -> bytes:
    footer = p("第 ", field("PAGE"), " 页　共 ", field("NUMPAGES", "3"), " 页", jc="center")
    return file(*article() * 7, stories={"footer:default": footer})


@case("17.16.4: fields print the result that is stored")
def fields_stored() -> bytes:
    mark = '<w:bookmarkStart w:id="1" w:name="clause"/>' + r("第三条") + '<w:bookmarkEnd w:id="1"/>'
    return file(
        p(mark, "约定如下。"), p("见", field("REF clause \\h", "第三条"), "；题为", field("TITLE", "供货"), "。"),
        p('<w:fldSimple w:instr=" REF clause ">' + r("第三条") + "</w:fldSimple>", MIXED), core="<dc:title>供货</dc:title>",
    )  # fmt: skip


@case("17.3.1.23, 17.3.3.1: page breaks in a run and before a paragraph")
def page_breaks() -> bytes:
    return file(
        p(ZH, r("", inner='<w:br w:type="page"/>'), "分页之后。"),
        p(SHORT),
        p("段前分页。", ppr="<w:pageBreakBefore/>"),
        p(r("", inner='<w:br w:type="page"/>')),
        p(SHORT),
    )
