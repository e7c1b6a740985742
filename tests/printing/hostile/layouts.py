"""Word files with absurd numbers, circles and crowds: sound as packages, made to trip whoever sets them on pages.

A set of codes that holds "" allows for the file to be printed.
"""

from __future__ import annotations

from tests.printing.hostile.packages import Case, body, document
from tests.printing.word import NS, PAPER, field, p, r, sect, tbl, tc, tr, word

MANY = {"print.too_large", "print.too_many_changes", "print.too_much_text"}
WORDS = "words that fill a line of the page and go on to the next one "
HUGE = ("99999999", "2147483647", "-2147483648", "99999999999999999999", "-1", "0", "1e9", "NaN", "", "x", "12.5pt")


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


def based(*links: str) -> str:
    """Styles by "one>other": each is based on, linked to and followed by another."""
    pairs = (link.split(">") for link in links)
    return "".join(
        style(one, f'<w:basedOn w:val="{other}"/><w:next w:val="{other}"/><w:link w:val="{other}"/>')
        for one, other in pairs
    )


def styled(name: str, words: str = "styled") -> str:
    return p(r(words, f'<w:rStyle w:val="{name}"/>'), ppr=f'<w:pStyle w:val="{name}"/>')


def listed(number: str = "1", level: str = "0", words: str = "listed") -> str:
    return p(words, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def abstract(levels: str, name: str = "0") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>'


def number(name: str = "1", of: str = "0", more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def level(at: str, text: str, fmt: str = "decimal", start: str = "1") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def paper(size: str = 'w:w="8000" w:h="12000"', margins: str = 'w:top="1000" w:bottom="1000"') -> str:
    return f"<w:pgSz {size}/><w:pgMar {margins}/>"


def everywhere(value: str) -> bytes:
    """One absurd value wherever a number can stand."""
    paragraph = (
        f'<w:pPr><w:ind w:left="{value}" w:right="{value}" w:firstLine="{value}" w:leftChars="{value}"/>'
        f'<w:spacing w:before="{value}" w:after="{value}" w:line="{value}" w:beforeLines="{value}"/>'
        f'<w:tabs><w:tab w:val="left" w:pos="{value}"/></w:tabs><w:outlineLvl w:val="{value}"/>'
        f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr>'
        f'<w:pBdr><w:top w:val="single" w:sz="{value}" w:space="{value}"/></w:pBdr></w:pPr>'
    )
    run = (
        f'<w:r><w:rPr><w:sz w:val="{value}"/><w:spacing w:val="{value}"/><w:position w:val="{value}"/>'
        f'<w:w w:val="{value}"/><w:kern w:val="{value}"/></w:rPr><w:t>words</w:t></w:r>'
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{value}" w:type="dxa"/><w:tblInd w:w="{value}" w:type="dxa"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{value}"/><w:gridCol w:w="{value}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{value}"/><w:gridBefore w:val="{value}"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{value}" w:type="pct"/><w:gridSpan w:val="{value}"/></w:tcPr><w:p/></w:tc>'
        "</w:tr></w:tbl>"
    )
    return word(f"<w:p>{paragraph}{run}</w:p>", table, p("end"))


def notes(inner: str) -> dict[str, str]:
    return {"footnotes": f'<w:footnote w:id="1">{inner}</w:footnote>'}


def anchored(x: object, y: object, words: str = "box") -> str:
    """A text box at an offset from the page."""
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    inner = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" relativeHeight="1" behindDoc="0" layoutInCell="1">'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="1270000" cy="635000"/><wp:wrapSquare wrapText="bothSides"/>{graphic}</wp:anchor>'
    )
    return r(inner=f"<w:drawing>{inner}</w:drawing>")


FLOATING = {"", "print.text_box"}
KEPT = "<w:keepNext/><w:keepLines/>"
SPAN = '<w:gridSpan w:val="{}"/>'

CASES: dict[str, Case] = {
    # circles
    "a style based on itself": (lambda: word(styled("A"), styles=based("A>A")), {""}),
    "two styles based on each other": (lambda: word(styled("A"), styles=based("A>B", "B>A")), {""}),
    "a thousand styles in a circle": (
        lambda: word(styled("S0"), styles=based(*(f"S{n}>S{(n + 1) % 1000}" for n in range(1000)))),
        {""},
    ),
    "ten thousand styles in a row": (
        lambda: word(styled("S0"), styles=based(*(f"S{n}>S{n + 1}" for n in range(10_000)))),
        {""},
    ),
    "a table style based on itself": (
        lambda: word(
            tbl("a|b", tblpr='<w:tblStyle w:val="T"/>'), styles=style("T", '<w:basedOn w:val="T"/>', "table")
        ),
        {""},
    ),
    "a numbering that is its own style": (
        lambda: word(
            listed(),
            styles=style("N", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"),
            numbering=abstract('<w:numStyleLink w:val="N"/>') + number(),
        ),
        {""},
    ),
    "two numberings that are each other's style": (
        lambda: word(
            listed(),
            styles=style("N", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "numbering")
            + style("M", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"),
            numbering=abstract('<w:numStyleLink w:val="N"/>')
            + abstract('<w:numStyleLink w:val="M"/>', "1")
            + number()
            + number("2", "1"),
        ),
        {""},
    ),
    "a level of the style of its own level": (
        lambda: word(
            styled("L"),
            styles=style("L", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            numbering=abstract('<w:lvl w:ilvl="0"><w:pStyle w:val="L"/><w:lvlText w:val="%1%2%9"/></w:lvl>') + number(),
        ),
        {""},
    ),
    "a number whose text names levels that there are not": (
        lambda: word(listed(), numbering=abstract(level("0", "%0%10%99%%%x")) + number()),
        {""},
    ),
    "a number of a level beyond the ninth": (
        lambda: word(listed(level="12"), listed(level="-3"), numbering=abstract(level("12", "%13")) + number()),
        {""},
    ),
    "a number that starts at two thousand million": (
        lambda: word(
            *(listed(str(n)) for n in range(1, 9)),
            numbering="".join(
                abstract(level("0", "%1", fmt, "2147483647"), str(n)) + number(str(n), str(n))
                for n, fmt in enumerate(
                    ("decimal", "lowerRoman", "upperLetter", "chineseCounting", "ideographDigital", "ordinal",
                     "chineseLegalSimplified", "decimalEnclosedCircle"),
                    1,
                )
            ),
        ),
        {"", "print.number_format"},
    ),
    "a note that calls itself": (
        lambda: word(
            p("x", r(inner='<w:footnoteReference w:id="1"/>')),
            more=notes(p("n", r(inner='<w:footnoteReference w:id="1"/>'))),
        ),
        {"", "print.footnote", "print.note_in_note"},
    ),
    # numbers
    **{f"{value!r} for every number": ((lambda value=value: everywhere(value)), {""}) for value in HUGE},
    "a paper of no size": (lambda: word(p("x"), paper=paper('w:w="0" w:h="0"')), {""}),
    "a paper of negative size": (lambda: word(p("x"), paper=paper('w:w="-8000" w:h="-12000"')), {""}),
    "a paper of kilometres": (lambda: word(p("x"), paper=paper('w:w="99999999" w:h="99999999"')), {""}),
    "margins larger than the paper": (
        lambda: word(
            p(WORDS * 20),
            paper=paper(margins='w:top="9000" w:bottom="9000" w:left="9000" w:right="9000" w:header="9" w:footer="9"'),
        ),
        {""},
    ),
    "negative margins": (
        lambda: word(p(WORDS * 20), paper=paper(margins='w:top="-9000" w:bottom="-9000" w:left="-900" w:right="-900"')),
        {""},
    ),
    "a paper one twip wide": (lambda: word(p(WORDS), paper=paper('w:w="1" w:h="12000"')), {""}),
    "a paper one twip high": (lambda: word(p(WORDS), paper=paper('w:w="8000" w:h="1"')), {""}),
    "four thousand columns": (lambda: word(p(WORDS * 9), section='<w:cols w:num="4000" w:space="720"/>'), {""}),
    "columns wider than the paper": (
        lambda: word(
            p(WORDS * 9),
            section='<w:cols w:num="2" w:equalWidth="0"><w:col w:w="90000" w:space="-9"/><w:col w:w="-5"/></w:cols>',
        ),
        {""},
    ),
    "a grid of no pitch": (
        lambda: word(p(WORDS), section='<w:docGrid w:type="linesAndChars" w:linePitch="0" w:charSpace="-999999"/>'),
        {""},
    ),
    "a grid coarser than the page": (
        lambda: word(p(WORDS * 9), section='<w:docGrid w:type="lines" w:linePitch="99999"/>'),
        {""},
    ),
    "indents wider than the page": (
        lambda: word(p(WORDS * 3, ppr='<w:ind w:left="90000" w:right="90000"/>'), p("end")),
        {""},
    ),
    "negative indents wider than the page": (
        lambda: word(p(WORDS * 30, ppr='<w:ind w:left="-900000" w:right="-900000" w:hanging="90000"/>'), p("end")),
        {""},
    ),
    "letters a kilometre high": (lambda: word(p(r("huge", '<w:sz w:val="9999999"/>')), p("end")), {""}),
    "letters of no height": (lambda: word(p(r(WORDS * 9, '<w:sz w:val="0"/>')), p("end")), {""}),
    "lines of no height": (
        lambda: word(*[p(WORDS, ppr='<w:spacing w:line="0" w:lineRule="exact"/>')] * 50),
        {""},
    ),
    "lines of negative height": (
        lambda: word(*[p(WORDS, ppr='<w:spacing w:line="-400" w:lineRule="auto"/>')] * 50),
        {""},
    ),
    "lines higher than the page": (
        lambda: word(*[p(WORDS, ppr='<w:spacing w:line="30000" w:lineRule="exact"/>')] * 5),
        {""},
    ),
    "letters spaced into each other": (lambda: word(p(r(WORDS * 9, '<w:spacing w:val="-2000"/>'))), {""}),
    "a space before of a kilometre": (
        lambda: word(p("x"), *[p("y", ppr='<w:spacing w:before="9999999" w:after="9999999"/>')] * 5),
        {""},
    ),
    # tables
    "a table wider than the paper": (lambda: word(tbl("a|b", grid=(90000, 90000))), {""}),
    "columns of no width": (lambda: word(tbl(f"{WORDS}|{WORDS}", grid=(0, 0)), p("end")), {""}),
    "columns of negative width": (lambda: word(tbl(f"{WORDS}|b", grid=(-500, 400)), p("end")), {""}),
    "a row higher than pages": (
        lambda: word(tbl(tr("a", trpr='<w:trHeight w:val="90000" w:hRule="exact"/>'), "b", grid=(2000,)), p("end")),
        {""},
    ),
    "rows higher than pages that must not split": (
        lambda: word(
            tbl(*[tr(tc(p(WORDS) * 60), trpr="<w:cantSplit/>")] * 3, grid=(2000,)), p("end")
        ),
        {""},
    ),
    "repeated heads higher than the page": (
        lambda: word(
            tbl(*[tr(tc(p(WORDS) * 60), trpr="<w:tblHeader/>")] * 2, *["b"] * 5, grid=(2000,)), p("end")
        ),
        {""},
    ),
    "a table of nothing but heads": (
        lambda: word(tbl(*[tr("h", trpr="<w:tblHeader/>")] * 200, grid=(2000,)), p("end")),
        {""},
    ),
    "a span of a million columns": (lambda: word(tbl(tr(tc("a", SPAN.format(1_000_000)), "b"))), {""}),
    "spans of no and of negative columns": (
        lambda: word(tbl(tr(tc("a", SPAN.format(0)), tc("b", SPAN.format(-7))))),
        {""},
    ),
    "a merge that goes on from nothing": (
        lambda: word(tbl(tr(tc("a", "<w:vMerge/>"), "b"), tr(tc("c", '<w:vMerge w:val="restart"/>'), "d"))),
        {""},
    ),
    "a merge over two thousand rows": (
        lambda: word(
            tbl(
                tr(tc("a", '<w:vMerge w:val="restart"/>'), "b"),
                *[tr(tc("", "<w:vMerge/>"), "b")] * 2000,
            )
        ),
        {""},
    ),
    "a table of thirty thousand rows with a field that reads in the last": (
        lambda: document(body(tbl(*[tr("row")] * 30_000, tr(tc(p(field("INCLUDETEXT x")))), grid=(900,)))),
        {"word_file.field"},
    ),
    "a long table whose rows stand in each other": (
        lambda: document(body("<w:tbl>" + f"<w:tr><w:tr>{tc('x' * 100)}</w:tr></w:tr>" * 12_000 + "</w:tbl>")),
        {"", "print.unknown"},
    ),
    "a long table that a row does not end": (
        lambda: document(body("<w:tbl>" + tr(tc("x" * 100)) * 12_000 + f"<w:tr>{tc('y')}</w:tbl>")),
        {"word_file.broken_xml"},
    ),
    "a long table of tables in tables": (
        lambda: document(body(tbl(*[tr(nested(35))] * 400, grid=(5000,)))),
        {"print.nested_too_deep", "word_file.bomb"},
    ),
    "a table of a width, of columns of none and of no row": (
        lambda: word('<w:tbl><w:tblPr><w:tblW w:w="5000"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid></w:tbl>'),
        {""},
    ),
    "an empty table with cell margins of less than nothing": (
        lambda: word(
            '<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="-99999"/></w:tblCellMar></w:tblPr>'
            "<w:tr><w:tc/></w:tr></w:tbl>"
        ),
        {""},
    ),
    "a table without a grid, rows or cells": (
        lambda: word("<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", p("end")),
        {""},
    ),
    "rows before and after of a million columns": (
        lambda: word(tbl(tr("a", trpr='<w:gridBefore w:val="1000000"/><w:gridAfter w:val="1000000"/>'))),
        {""},
    ),
    "a row of five thousand cells": (lambda: word(tbl("|".join("x" * 5000), grid=(1,) * 5000)), {""}),
    "cells with margins wider than they are": (
        lambda: word(
            tbl(
                tr(tc(WORDS, '<w:tcMar><w:left w:w="9000" w:type="dxa"/><w:right w:w="9000" w:type="dxa"/></w:tcMar>')),
                grid=(900,),
            ),
            p("end"),
        ),
        {""},
    ),
    "cells with margins higher than the page": (
        lambda: word(
            "<w:tbl><w:tblPr><w:tblCellMar>"
            '<w:top w:w="31680" w:type="dxa"/><w:bottom w:w="99999" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tr><w:tc/><w:tc>{p(WORDS * 3)}</w:tc></w:tr></w:tbl>",
            p("end"),
        ),
        {""},
    ),
    "tables thirty-one deep": (
        lambda: word(nested(31)),
        {"print.nested_too_deep"},
    ),
    "tables twenty-nine deep, each with a hundred lines": (lambda: word(nested(29, p("line") * 100)), {""}),
    "tables in each other behind a prefix of another name": (
        lambda: document(
            body(nested(60)).replace("<w:tbl>", '<w-x.1:tbl xmlns:w-x.1="http://schemas.openxmlformats.org/'
                                     'wordprocessingml/2006/main">').replace("</w:tbl>", "</w-x.1:tbl>")
        ),
        {"print.nested_too_deep"},
    ),
    # crowds
    "a paragraph of half a MB": (lambda: word(p("汉字and words " * 35_000)), {""}),
    "a paragraph of 1 MB in a hundred runs": (lambda: word(p(*[r("word " * 2000)] * 100)), {""}),
    "a paragraph of 20 MB in two hundred runs": (
        lambda: word(p(*[r("word " * 20_000)] * 200)),
        {"print.too_much_text", "word_file.too_large"},
    ),
    "a word of forty thousand letters": (lambda: word(p("x" * 40_000)), {""}),
    "a hundred thousand tabs": (lambda: word(p(r(inner="<w:tab/>" * 100_000))), {"", *MANY}),
    "twenty thousand tabs with leaders": (
        lambda: word(
            p(
                r("x", inner="<w:tab/>" * 20_000),
                ppr='<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="5000"/></w:tabs>',
            )
        ),
        {"", *MANY},
    ),
    "ten thousand tab stops": (
        lambda: word(
            *[
                p(
                    r("x", inner="<w:tab/>" * 50),
                    ppr="<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{n}"/>' for n in range(10_000)) + "</w:tabs>",
                )
            ]
            * 3
        ),
        {""},
    ),
    "a million runs": (lambda: document(body(p(*["<w:r><w:t>x</w:t></w:r>"] * 1_000_000))), {
        "word_file.bomb", "print.too_many_changes",
    }),
    "a hundred thousand runs of many looks": (
        lambda: word(*[p(*(r("x", f'<w:sz w:val="{n % 40 + 10}"/>') for n in range(1000)))] * 100),
        {"", *MANY},
    ),
    "forty thousand breaks of a line": (
        lambda: word(p(r("x", inner="<w:br/>" * 40_000))),
        {"", *MANY},
    ),
    "three thousand breaks of a page": (lambda: word(p(r("x", inner='<w:br w:type="page"/>' * 3000))), {"", *MANY}),
    "two hundred thousand empty paragraphs": (
        lambda: document(body("<w:p/>" * 200_000)),
        {"", "word_file.bomb", "print.too_large"},
    ),
    "two million empty paragraphs in UTF-16": (
        lambda: document(
            ('<?xml version="1.0" encoding="UTF-16"?>' + body("<w:p/>" * 500_000)).encode("utf-16")
        ),
        {"word_file.bomb", "print.too_large"},
    ),
    "three thousand sections": (lambda: word(*[p("x", ppr=sect())] * 3000), {"", *MANY}),
    "a thousand sections on one page": (
        lambda: word(*[p("x", ppr=sect('<w:type w:val="continuous"/>'))] * 1000, p("end")),
        {""},
    ),
    "ten thousand bookmarks of one name": (
        lambda: word(p("x", '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 10_000)),
        {""},
    ),
    "ten thousand fields that never end": (
        lambda: word(p("x", r(inner='<w:fldChar w:fldCharType="begin"/>') * 10_000, "y")),
        {"", "print.field_empty", "word_file.field"},
    ),
    "a simple field that is ended from within": (
        lambda: word(p('<w:fldSimple w:instr="SEQ x"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:fldSimple>', "y")),
        {"", "print.field_empty"},
    ),
    "columns of unlike widths, some of none": (
        lambda: word(
            p("", ppr='<w:spacing w:line="31680"/>'),
            p(WORDS * 3),
            section='<w:cols w:equalWidth="0"><w:col/><w:col/><w:col/><w:col w:w="240"/></w:cols>',
        ),
        {""},
    ),
    "fields that end before they begin": (
        lambda: word(p("x", r(inner='<w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/>') * 9, "y")),
        {""},
    ),
    "content controls two hundred deep": (
        lambda: document(body("<w:sdt><w:sdtContent>" * 100 + p("x") + "</w:sdtContent></w:sdt>" * 100)),
        {"print.nested_too_deep"},
    ),
    "insertions two hundred deep": (
        lambda: document(body(f"<w:p>{'<w:ins>' * 200}{r('x')}{'</w:ins>' * 200}</w:p>")),
        {"print.nested_too_deep"},
    ),
    "unknown elements two hundred deep": (
        lambda: document(body("<w:surprise>" * 200 + p("x") + "</w:surprise>" * 200)),
        {"print.unknown", "print.nested_too_deep"},
    ),
    "alternatives in alternatives": (
        lambda: word(p(alternatives(60))),
        {"", "print.nested_too_deep", "print.text_box", "print.drawing", "print.unknown"},
    ),
    # pages that never end
    "a header higher than the page": (
        lambda: word(p("text"), p("more"), stories={"header:default": p(WORDS) * 90}),
        {""},
    ),
    "header and footer that meet": (
        lambda: word(*[p("text")] * 9, stories={"header:default": p("h") * 25, "footer:default": p("f") * 25}),
        {""},
    ),
    "a note longer than pages": (
        lambda: word(
            *[p("text")] * 3, p("x", r(inner='<w:footnoteReference w:id="1"/>')), p("end"), more=notes(p(WORDS) * 200)
        ),
        {"", "print.footnote"},
    ),
    "five hundred notes in one line": (
        lambda: word(
            p("x", r(inner='<w:footnoteReference w:id="1"/>') * 500), more=notes(p("note"))
        ),
        {"", "print.footnote"},
    ),
    "everything kept with the next": (lambda: word(*[p(WORDS * 3, ppr=KEPT)] * 300, p("end")), {""}),
    "every row kept with the next": (
        lambda: word(tbl(*[tr(tc(p(WORDS, ppr=KEPT)), trpr="<w:cantSplit/>")] * 300, grid=(3000,)), p("end")),
        {""},
    ),
    "every paragraph on a page of its own": (lambda: word(*[p("x", ppr="<w:pageBreakBefore/>")] * 500), {""}),
    # what floats
    "a box far outside the page": (lambda: word(p("x", anchored(10**13, -(10**13)))), FLOATING),
    "a box with words for its place": (lambda: word(p("x", anchored("here", "there"))), FLOATING),
    "a thousand boxes in one place": (lambda: word(p("x", anchored(1000, 1000) * 1000), p(WORDS * 9)), FLOATING),
    "boxes as wide as the page beside text": (
        lambda: word(*[p("x", anchored(0, n * 300_000), WORDS * 9) for n in range(20)]),
        FLOATING,
    ),
    "a frame wider than the page": (
        lambda: word(p("f", ppr='<w:framePr w:w="99999" w:h="99999" w:x="-9999" w:y="99999"/>'), p("x")),
        {"", "print.frame"},
    ),
    "a floating table outside the page": (
        lambda: word(tbl("a|b", tblpr='<w:tblpPr w:tblpX="999999" w:tblpY="-999999" w:horzAnchor="page"/>'), p("x")),
        {""},
    ),
    # other shapes of a document
    "a document without a body": (lambda: document(f"<w:document {NS}/>"), {"word_file.not_word"}),
    "a document whose root is another": (lambda: document(f"<w:styles {NS}/>"), {"word_file.not_word"}),
    "a body without a section": (lambda: document(body(p("x"))), {""}),
    "the strict kind of document": (
        lambda: document(
            body(p("strict")).replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
        ),
        {"word_file.strict"},
    ),
    "comments and instructions everywhere": (
        lambda: document(
            body(p("x", "<!-- c --><?i j?>") + "<!-- c -->" + tbl("<!-- --><w:tr/>", "a|b") + "<?i j?>")
        ),
        {""},
    ),
    "characters of control and half characters": (
        lambda: word(p("a\u202e\u200b\u2028\ufeff\u00ad\ufffe\U000e0001\U0001f600\u0301\u0301b")),
        {"", "glyph.missing", "word_file.broken_xml"},
    ),
}  # fmt: skip


def nested(depth: int, inner: str = "") -> str:
    content = inner or p("甲")
    for _ in range(depth):
        content = (
            f"<w:tbl><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid><w:tr><w:tc>{content}<w:p/></w:tc></w:tr></w:tbl>"
        )
    return content


def alternatives(depth: int) -> str:
    content = r("deep")
    for _ in range(depth):
        content = f'<mc:AlternateContent><mc:Choice Requires="wps">{content}</mc:Choice></mc:AlternateContent>'
    return content


__all__ = ["CASES", "PAPER"]
