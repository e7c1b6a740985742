"""Paragraphs: alignment, indents, lines, what is kept together, frames, tabs, and the rules of Chinese lines (17.3.1)."""

from __future__ import annotations

from fidelity.corpus.making import (
    CLAUSES,
    EN,
    MIXED,
    SERIF,
    SHORT,
    ZH,
    article,
    case,
    file,
    fonts,
    gridded,
    ruled,
    size,
    style,
    styled,
)
from tests.printing.word import p, r, tbl, tc, tr


def spacing(**settings: object) -> str:
    return "<w:spacing " + " ".join(f'w:{name}="{value}"' for name, value in settings.items()) + "/>"


def indent(**settings: object) -> str:
    return "<w:ind " + " ".join(f'w:{name}="{value}"' for name, value in settings.items()) + "/>"


@case("17.18.44: left, centred, right, justified")
def alignments() -> bytes:
    return file(
        *(p(words, jc=jc) for jc in ("left", "center", "right", "both") for words in (CLAUSES[0] + CLAUSES[1], EN))
    )


@case("17.18.44: justified text of both scripts")
def justified_mixed() -> bytes:
    return file(*(p(MIXED, jc="both") for _ in range(3)), p(MIXED + EN, jc="both"))


@case("17.18.44: distributed lines")
def distributed() -> bytes:
    return file(*(p(words, jc="distribute") for words in ("合同编号", "卖方", SHORT)), p(ZH, jc="distribute"))


@case("17.3.1.12: indents in characters")
def indents_in_characters() -> bytes:
    two = '<w:ind w:firstLineChars="200" w:firstLine="420"/>'
    return file(
        p(ZH, ppr=two),
        p(r(ZH, size(14)), ppr='<w:ind w:firstLineChars="200" w:firstLine="560"/>'),
        p(ZH, ppr='<w:ind w:leftChars="200" w:left="420" w:rightChars="100" w:right="210"/>'),
        p("一、" + ZH, ppr='<w:ind w:leftChars="0" w:left="420" w:hangingChars="200" w:hanging="420"/>'),
    )


@case("17.3.1.12: indents in lengths, first lines and hanging ones, negative too")
def indents_in_lengths() -> bytes:
    return file(
        p(ZH, ppr=indent(left=720, right=720)), p(EN, ppr=indent(firstLine=480)), p(ZH, ppr=indent(left=840, hanging=420)),
        p(EN, ppr=indent(left=-300, right=-300)), p(EN, ppr=indent(start=600, end=300)),
    )  # fmt: skip


@case("17.3.1.33: lines as a multiple")
def line_multiples() -> bytes:
    return file(
        *(p(f"{value / 240}倍：{ZH}", ppr=spacing(line=value, lineRule="auto")) for value in (240, 276, 360, 480, 200))
    )


@case("17.3.1.33: lines of an exact height, taller and lower than the letters")
def line_exact() -> bytes:
    return file(
        *(p(f"{value / 20}磅：{ZH}", ppr=spacing(line=value, lineRule="exact")) for value in (560, 400, 300, 200))
    )


@case("17.3.1.33: lines of at least a height")
def line_at_least() -> bytes:
    words = [r(ZH), r("大字", size(22)), r(ZH)]
    return file(*(p(*words, ppr=spacing(line=value, lineRule="atLeast")) for value in (560, 300, 100)))


@case("17.3.1.33: space before and after, in points")
def space_around() -> bytes:
    return file(*(p(f"前{before / 20}后{after / 20}：{SHORT}", ppr=spacing(before=before, after=after))
                  for before, after in ((0, 0), (120, 0), (0, 240), (240, 120), (360, 360), (100, 100))))  # fmt: skip


@case("17.3.1.33: space before and after in lines, on the grid")
def space_in_lines() -> bytes:
    page = gridded()
    return file(
        *(p(f"{share}%：{SHORT}", ppr=spacing(beforeLines=share, before=round(share * 3.12), afterLines=share, after=round(share * 3.12)))
          for share in (0, 50, 100, 150)), page=page,
    )  # fmt: skip


@case("17.3.1.33: automatic space before and after")
def space_automatic() -> bytes:
    return file(
        *(p(f"自动：{SHORT}", ppr=spacing(beforeAutospacing=1, afterAutospacing=1)) for _ in range(3)), p(SHORT)
    )


@case("17.3.1.9: no space between paragraphs of one style")
def contextual_spacing() -> bytes:
    item = style("Item", f"<w:pPr>{spacing(before=200, after=200)}<w:contextualSpacing/></w:pPr>")
    return file(
        p("前段"),
        *(p(f"条目{n}：{SHORT}", ppr=styled("Item")) for n in range(3)),
        p("后段"),
        p(SHORT, ppr=styled("Item")),
        styles=item,
    )


def nearly_full(lines: int) -> list[str]:
    """Paragraphs of one line each, to reach the foot of the first page."""
    return [p(f"第{n}行：占一行的文字。") for n in range(1, lines + 1)]


@case("17.3.1.15: a heading kept with what follows")
def keep_with_next() -> bytes:
    return file(
        *nearly_full(44), p(r("标题", size(16)), ppr="<w:keepNext/>"), p("副标题", ppr="<w:keepNext/>"), p(ZH), p(ZH)
    )


@case("17.3.1.14: lines of a paragraph kept together")
def keep_lines() -> bytes:
    return file(*nearly_full(44), p(ZH + ZH, ppr="<w:keepLines/>"), p(ZH))


@case("17.3.1.44: no single line alone at the foot or head of a page")
def widows() -> bytes:
    blocks = []
    for lines in (44, 45, 43):
        blocks += [*nearly_full(lines), p(ZH), p("换页", ppr="<w:pageBreakBefore/>")]
    return file(*blocks)


@case("17.3.1.44: single lines allowed")
def widows_allowed() -> bytes:
    off = '<w:widowControl w:val="0"/>'
    return file(
        *nearly_full(45), p(ZH, ppr=off), p("换页", ppr="<w:pageBreakBefore/>"), *nearly_full(43), p(ZH, ppr=off)
    )


def edges(*sides: str, kind: str = "single", width: int = 6, space: int = 4) -> str:
    inner = "".join(f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="{space}" w:color="000000"/>' for side in sides)
    return f"<w:pBdr>{inner}</w:pBdr>"


@case("17.3.1.24: borders around, above and below")
def paragraph_borders() -> bytes:
    return file(
        p(SHORT), p(ZH, ppr=edges("top", "left", "bottom", "right")), p(SHORT), p(SHORT, ppr=edges("bottom", width=12)),
        p(SHORT), p(SHORT, ppr=edges("top", kind="double")), p(SHORT, ppr=edges("top", "bottom", kind="thinThickSmallGap", width=24)), p(SHORT),
    )  # fmt: skip


@case("17.3.1.24, 17.3.1.5: neighbours in one frame, with a line between")
def borders_between() -> bytes:
    one = edges("top", "left", "bottom", "right")
    two = edges("top", "left", "bottom", "right", "between")
    return file(
        *(p(clause, ppr=one) for clause in CLAUSES[:3]), p(SHORT), *(p(clause, ppr=two) for clause in CLAUSES[:3])
    )


@case("17.3.1.31: shading of paragraphs, with indents")
def paragraph_shading() -> bytes:
    grey = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
    return file(
        p(ZH, ppr=grey),
        p(SHORT),
        p(ZH, ppr=grey + indent(left=800, right=800)),
        p(SHORT, ppr=edges("top", "bottom") + grey),
    )


def stops(*tabs: tuple[str, int, str]) -> str:
    inner = "".join(f'<w:tab w:val="{kind}" w:pos="{at}" w:leader="{leader}"/>' for kind, at, leader in tabs)
    return f"<w:tabs>{inner}</w:tabs>"


def tabbed(*words: str) -> str:
    """A run with tabs between the words."""
    return "".join(r(word, inner="<w:tab/>" if n < len(words) - 1 else "") for n, word in enumerate(words))


@case("17.3.1.37: a table of contents: tabs with leaders")
def tabs_with_leaders() -> bytes:
    leaders = ("dot", "hyphen", "underscore", "middleDot", "none")
    return file(
        *(
            p(tabbed(f"第{n}章　{leader}", str(n * 7)), ppr=stops(("right", 8300, leader)))
            for n, leader in enumerate(leaders, 1)
        )
    )


@case("17.3.1.37: tabs to the left, middle, right, decimal point, and a bar")
def tabs_of_every_kind() -> bytes:
    ppr = stops(("left", 1200, "none"), ("center", 3600, "none"), ("right", 6000, "none"), ("decimal", 7500, "none"))
    rows = (
        ("一", "左", "中间文字", "右", "1.5"),
        ("二", "left", "centre", "right side", "1234.25"),
        ("三", "左", "c", "末", "-0.125"),
    )
    return file(*(p(tabbed(*row), ppr=ppr) for row in rows))


@case("17.15.1.25: default tab stops")
def tabs_default() -> bytes:
    return file(
        p(tabbed("甲", "乙丙", "丁戊己庚", "辛")),
        p(tabbed("a", "bc", "defghijklm", "n")),
        settings='<w:defaultTabStop w:val="420"/>',
    )


@case("17.3.1.16: characters that begin or end no line")
def kinsoku() -> bytes:
    words = "（一）“甲方”、《合同》：第（2）项，“乙方”；《附件》、（三）“丙方”。" * 4
    return file(*(p("字" * n + words, jc="both") for n in range(6)))


@case("17.3.1.16: without those rules")
def kinsoku_off() -> bytes:
    words = "（一）“甲方”、《合同》：第（2）项，“乙方”；《附件》。" * 4
    return file(*(p("字" * n + words, ppr='<w:kinsoku w:val="0"/>') for n in range(4)))


@case("17.3.1.21: punctuation hanging over the end of the line")
def hanging_punctuation() -> bytes:
    line = "卖方应当按照约定的时间和地点交付货物并承担运输的费用和风险直至交付完成"
    return file(*(p(line[:n] + "，" + line[n:] + "。" + line, jc="both") for n in (34, 35, 36)),
                *(p(line + "字" * n + "，" + line + "。", ppr='<w:overflowPunct w:val="0"/>', jc="both") for n in range(4)))  # fmt: skip


@case("17.3.1.21: punctuation hanging behind a Latin word", "17.3.1.21: LibreOffice hangs none behind a Latin word")
def hanging_behind_latin() -> bytes:
    line = "卖方应当按照约定的时间和地点交付货物并承担运输的费用和风险直至交付全部完成之日"
    return file(*(p(line[:n] + "Example" + mark + SHORT) for n in (36, 37, 38) for mark in "。，；"))


@case(
    "17.3.1.16, 17.15.1.58: lines that end with a closing bracket before a figure",
    "17.3.1.16: LibreOffice parts closing brackets from no figure or Latin letter behind them, nor commas in cells",
)
def brackets_before_figures() -> bytes:
    line = "卖方应当按照约定的时间和地点交付货物并承担运输的费用和风险直至交付全部完成之日止"
    marks = [mark + more for mark in "〕》）、" for more in ("2026年", "AB")]
    made = [p(r(line[:n] + mark + SHORT, fonts(SERIF, "Liberation Serif"))) for n in (29, 30, 38, 39) for mark in marks]
    return file(*made, tbl(*(tr(tc(each)) for each in made), tblpr=ruled(6600), grid=(6600,)))


@case(
    "17.3.1.16: a blank without break between a character and a figure",
    "17.3.1.16: LibreOffice parts figures behind such a blank where the line is full",
)
def blank_without_break() -> bytes:
    line = "卖方应当按照约定的时间和地点交付货物并承担运输的费用和风险直至交付完成"
    return file(*(p(line[:n] + "利率为年\u00a04.50%，" + SHORT) for n in (32, 33, 34, 35)))


@case("17.18.7: punctuation compressed where it meets", "17.18.7: LibreOffice compresses none")
def punctuation_compressed() -> bytes:
    words = "（一）“甲方”、《合同》：第（2）项，“乙方”；《附件》、（三）“丙方”。" * 4
    return file(
        *(p("字" * n + words, jc="both") for n in range(3)),
        settings='<w:characterSpacingControl w:val="compressPunctuation"/>',
    )


@case("17.3.1.2, 17.3.1.3: blanks between Chinese and Latin, and figures")
def han_latin_blanks() -> bytes:
    return file(p(MIXED), p("合计USD100元与A4纸2份，Annex乙，No.5号。" * 4))


@case("17.3.1.2, 17.3.1.3: without those blanks", "17.3.1.2: LibreOffice opens the blanks even so")
def han_latin_without_blanks() -> bytes:
    off = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    return file(p(MIXED, ppr=off), p("合计USD100元与A4纸2份，Annex乙，No.5号。" * 4, ppr=off))


@case("17.3.1.45: long Latin words broken anywhere", "17.3.1.45: LibreOffice breaks between words even so")
def word_wrap_off() -> bytes:
    long = "https://example.com/" + "contract-archive/" * 8
    return file(p("见" + long + "所载。", ppr='<w:wordWrap w:val="0"/>'), p(EN, ppr='<w:wordWrap w:val="0"/>'))


@case("17.3.1.45: a word longer than the line")
def word_longer_than_the_line() -> bytes:
    return file(p("见" + "ABCDEFGHIJ" * 12 + "所载。"), p("x" * 150))


@case("17.3.1.39: large and small letters on one line, set by their top, middle and foot")
def text_alignment() -> bytes:
    return file(*(p("小字", r("大字", size(24)), "Small", r("Big", size(24)), ppr=f'<w:textAlignment w:val="{kind}"/>')
                  for kind in ("top", "center", "baseline", "bottom", "auto")))  # fmt: skip


@case("17.3.3.29, 17.3.3.18: soft hyphens, hyphens and blanks that do not break")
def hyphens() -> bytes:
    words = [
        r("Undertakings of con"),
        r("", inner="<w:softHyphen/>"),
        r("fiden"),
        r("", inner="<w:softHyphen/>"),
        r("tiality "),
    ]
    firm = [r("HX"), r("", inner="<w:noBreakHyphen/>"), r("2025"), r("", inner="<w:noBreakHyphen/>"), r("0318 ")]
    return file(p(*(words + firm) * 8), p("Page\u00a01\u00a0of\u00a09, " * 20), p(EN))


@case("17.3.3.1: line breaks within a paragraph, justified")
def line_breaks() -> bytes:
    return file(
        p(r(SHORT, inner="<w:br/>"), r("第二行", inner="<w:br/>"), ZH, jc="both"),
        p(r("A", inner="<w:br/><w:br/>"), "隔一空行"),
    )


@case("17.3.1.29: empty paragraphs of several sizes")
def empty_paragraphs() -> bytes:
    return file(
        *(p(ppr=f"<w:rPr>{size(points)}</w:rPr>") + p(f"{points}磅空段之后") for points in (5, 10.5, 16, 22)),
        *article(),
    )


@case("17.3.1.11: a drop cap", "17.3.1.11: LibreOffice sizes the letter itself; Word sets it as the frame says")
def drop_cap() -> bytes:
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    lines = spacing(line=936, lineRule="exact")
    return file(p(r("本", f'<w:position w:val="-6"/>{size(40)}'), ppr=f"<w:keepNext/>{frame}{lines}"), p(ZH + ZH))


@case("17.3.1.11: a paragraph in a frame of its own")
def frame() -> bytes:
    placed = (
        '<w:framePr w:w="2400" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="7706" w:y="200"/>'
    )
    return file(p("框中文字：" + SHORT, ppr=placed), p(ZH), p(ZH))
