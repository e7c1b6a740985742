"""One construct to a row: the Word file in one line, and what a person would look for on its page.

The paper is 400 by 600 points with margins of 50; an ideograph is 10 points wide, a figure 5, lines of EXACT are 20
points high. `see` is the page (tests.printing.word.Proof) with `see.ink(x, y)`, the colour of a point.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.printing.constructs.stages import file
from tests.printing.word import PAPER, Place, Proof, p, r, sect, tbl, tc, tr, word
from tests.printing.word import field as complex_field

EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'
TAB = r(inner="<w:tab/>")
RED = 'w:val="single" w:sz="48" w:space="0" w:color="FF0000"'
FRAMED = "".join(f"<w:{side} {RED}/>" for side in ("top", "left", "bottom", "right"))


class Seen(Proof):
    """A printed page, looked at."""

    def __init__(self, pdf: bytes, ink: Callable[[float, float], str], links: list[str]) -> None:
        super().__init__(pdf)
        self.at, self.links = ink, links

    def x(self, words: str) -> float:
        return self.where(words).left

    def y(self, words: str) -> float:
        return self.where(words).top

    def between(self, upper: str, lower: str) -> float:
        return self.y(lower) - self.y(upper)

    def across(self, left: str, right: str) -> float:
        return self.x(right) - self.x(left)


@dataclass(frozen=True)
class Row:
    made: bytes
    shows: Callable[[Seen], bool]
    codes: frozenset[str] = field(default_factory=frozenset)


def near(one: float, other: float, by: float = 0.6) -> bool:
    return abs(one - other) <= by


def page_of(see: Seen, words: str) -> int:
    return see.where(words).page


def place(see: Seen, words: str) -> Place:
    return see.where(words)


def listed(kind: str, text: str = "%1", items: int = 3, more: str = "") -> bytes:
    """A list of so many paragraphs of one level."""
    levels = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return file(*[item(f"item{n}") for n in range(items)], numbering=numbering)


def item(words: str, level: int = 0, number: int = 1) -> str:
    return p(words, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def lists(see: Seen, *labels: str) -> bool:
    return all(f"{label}item{n}" in see.text.replace(" ", "") for n, label in enumerate(labels))


def style(kind: str, name: str, inner: str, default: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"{default}><w:name w:val="{name}"/>{inner}</w:style>'


_OUTER = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>"
)
_CONDITIONS = style(
    "table", "S", '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:tblStylePr>'
)
_DEFAULTS = '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrDefault></w:docDefaults>'
_CELLS = '<w:tblLayout w:type="fixed"/>'
_AT_MARGIN = '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="u" w:val="15"/></w:compat>'
_PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="635000" cy="635000"/><wp:docPr id="1" name="a">{link}</wp:docPr><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
    '<a:blip r:embed="a.png"/></pic:blipFill><pic:spPr>{line}</pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)
_GREEN = '<a:ln w="76200"><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></a:ln>'


def paper(width: int = 8000, height: int = 12000, margins: str = "", more: str = "") -> str:
    sides = margins or 'w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"'
    return f'<w:pgSz w:w="{width}" w:h="{height}"{more}/><w:pgMar {sides} w:header="400" w:footer="400"/>'


ROWS: Mapping[str, Row] = {
    # Pages
    "page size": Row(file(p("a"), paper=paper(6000, 9000)), lambda see: see.sizes == [(300, 450)]),
    "margins": Row(
        file(
            p("甲"), p("乙", jc="right"), paper=paper(margins='w:top="2000" w:right="600" w:bottom="0" w:left="1400"')
        ),
        lambda see: near(see.x("甲"), 70) and near(place(see, "乙").right, 370) and near(see.y("甲"), 100, 4),
    ),
    "orientation": Row(
        file(p("a"), paper=paper(12000, 8000, more=' w:orient="landscape"')), lambda see: see.sizes == [(600, 400)]
    ),
    "gutter": Row(
        file(p("甲"), paper=PAPER.replace("/>", ' w:gutter="400"/>').replace(' w:gutter="400"/>', "/>", 1)),
        lambda see: near(see.x("甲"), 70),
    ),
    "columns": Row(
        file(p("甲", r(inner='<w:br w:type="column"/>'), "乙"), section='<w:cols w:num="2" w:space="400"/>'),
        lambda see: near(see.across("甲", "乙"), 160) and near(see.between("甲", "乙"), 0),
    ),
    "document grid of lines": Row(
        file(p("甲"), p("乙"), section='<w:docGrid w:type="lines" w:linePitch="600"/>'),
        lambda see: near(see.between("甲", "乙"), 30),
    ),
    "document grid of characters": Row(
        file(p("甲乙"), section='<w:docGrid w:type="linesAndChars" w:linePitch="600" w:charSpace="8192"/>'),
        lambda see: near(see.across("甲", "乙"), 12),
    ),
    "page borders": Row(
        file(p("a"), section=f'<w:pgBorders w:offsetFrom="page">{FRAMED}</w:pgBorders>'),
        lambda see: see.at(3, 300) == "#ff0000" and see.at(200, 597) == "#ff0000" and see.at(10, 300) == "#ffffff",
    ),
    "vertical alignment of pages": Row(
        file(p("甲", ppr=EXACT), section='<w:vAlign w:val="bottom"/>'),
        lambda see: 525 < see.y("甲") < 550,
    ),
    "headers and footers": Row(
        file(p("甲"), stories={"header:default": p("above"), "footer:default": p("below")}),
        lambda see: see.y("above") < 50 and see.y("below") > 550,
    ),
    "page numbering": Row(
        file(
            p("甲"),
            section='<w:pgNumType w:fmt="upperRoman" w:start="7"/>',
            stories={"footer:default": p("page ", complex_field("PAGE"))},
        ),
        lambda see: "page VII" in see.text,
    ),
    "section numbering": Row(
        file(
            p("a", ppr=sect('<w:pgNumType w:start="5"/>')),
            p("b", r(inner='<w:br w:type="page"/>'), "n", complex_field("PAGE")),
            section='<w:pgNumType w:start="1"/>',
        ),
        lambda see: "n2" in see.pages[2],
    ),
    # Fields
    "PAGE": Row(file(p("x"), p("n", complex_field("PAGE"), ppr="<w:pageBreakBefore/>")), lambda see: "n2" in see.text),
    "NUMPAGES": Row(
        file(p("n", complex_field("NUMPAGES")), p("x", ppr="<w:pageBreakBefore/>")), lambda see: "n2" in see.text
    ),
    "SECTIONPAGES": Row(
        file(p("a", ppr=sect()), p("n", complex_field("SECTIONPAGES"))), lambda see: "n1" in see.pages[1]
    ),
    "other fields by their stored result": Row(
        file(p(complex_field("REF clause", "stored"))), lambda see: "stored" in see.text
    ),
    # Styles
    "document defaults": Row(
        word(p("a"), styles=_DEFAULTS),
        lambda see: near(place(see, "a").right, 350),
    ),
    "table styles": Row(
        file(
            tbl("甲|乙", tblpr='<w:tblStyle w:val="S"/>'),
            more_styles=style("table", "S", '<w:rPr><w:color w:val="FF0000"/></w:rPr>'),
        ),
        lambda see: see.ink("甲").colour == "#ff0000",
    ),
    "paragraph styles": Row(
        file(
            p("a", ppr='<w:pStyle w:val="S"/>'),
            more_styles=style("paragraph", "S", '<w:pPr><w:jc w:val="right"/></w:pPr>'),
        ),
        lambda see: near(place(see, "a").right, 350),
    ),
    "character styles": Row(
        file(
            p(r("a", '<w:rStyle w:val="S"/>'), "b"),
            more_styles=style("character", "S", '<w:rPr><w:color w:val="FF0000"/></w:rPr>'),
        ),
        lambda see: (see.ink("a").colour, see.ink("b").colour) == ("#ff0000", "#000000"),
    ),
    "direct settings": Row(file(p(r("a", '<w:sz w:val="48"/>'))), lambda see: see.ink("a").size == 24),
    "toggle properties": Row(
        file(
            p(r("a", '<w:rStyle w:val="C"/>'), r("b"), ppr='<w:pStyle w:val="S"/>'),
            more_styles=style("paragraph", "S", "<w:rPr><w:b/></w:rPr>")
            + style("character", "C", "<w:rPr><w:b/></w:rPr>"),
        ),
        lambda see: "BOLD" in see.ink("b").font and "BOLD" not in see.ink("a").font,
    ),
    # Characters
    "East Asian and Latin fonts by character": Row(
        file(p("甲a")), lambda see: "CJK" in see.ink("甲").font and "LIBERATION" in see.ink("a").font
    ),
    "size": Row(file(p(r("a", '<w:sz w:val="30"/>'))), lambda see: see.ink("a").size == 15),
    "bold": Row(file(p(r("a", "<w:b/>"))), lambda see: "BOLD" in see.ink("a").font),
    "italic": Row(file(p(r("a", "<w:i/>"))), lambda see: "ITALIC" in see.ink("a").font),
    "colour": Row(file(p(r("a", '<w:color w:val="336699"/>'))), lambda see: see.ink("a").colour == "#336699"),
    "character spacing": Row(
        file(p(r("甲乙", '<w:spacing w:val="60"/>'))), lambda see: near(see.across("甲", "乙"), 13)
    ),
    "character scale": Row(file(p(r("甲乙", '<w:w w:val="200"/>'))), lambda see: near(see.across("甲", "乙"), 20)),
    "position": Row(file(p("甲", r("乙", '<w:position w:val="12"/>'))), lambda see: near(see.between("乙", "甲"), 6)),
    "superscript and subscript": Row(
        file(p("a", r("b", '<w:vertAlign w:val="superscript"/>'), r("c", '<w:vertAlign w:val="subscript"/>'))),
        lambda see: place(see, "b").bottom < place(see, "a").bottom < place(see, "c").bottom + 1,
    ),
    "capitals": Row(file(p(r("abc", "<w:caps/>"))), lambda see: "ABC" in see.text),
    "small capitals": Row(file(p(r("abc", "<w:smallCaps/>"))), lambda see: see.ink("ABC").size < 10),
    "highlight": Row(
        file(p(r("    甲", '<w:highlight w:val="yellow"/>'))), lambda see: see.at(52, see.y("甲") + 6) == "#ffff00"
    ),
    "shading of characters": Row(
        file(p(r("    甲", '<w:shd w:val="clear" w:fill="00FF00"/>'))),
        lambda see: see.at(52, see.y("甲") + 6) == "#00ff00",
    ),
    "ruby": Row(
        file(
            p(
                r(
                    inner='<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="20"/>'
                    '<w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r>'
                    "<w:t>拼</w:t></w:r></w:rubyBase></w:ruby>"
                )
            )
        ),
        lambda see: see.y("pin") < see.y("拼"),
    ),
    "language per run": Row(
        file(p(r("骨", '<w:rFonts w:eastAsia="无此字体"/><w:lang w:eastAsia="zh-TW"/>'))),
        lambda see: "TC" in see.ink("骨").font or "TW" in see.ink("骨").font,
        frozenset(("font.substituted",)),
    ),
    # Paragraphs
    "left, centre, right": Row(
        file(p("甲"), p("乙", jc="center"), p("丙", jc="right")),
        lambda see: near(see.x("甲"), 50) and near(see.x("乙"), 195) and near(see.x("丙"), 340),
    ),
    "justified": Row(
        file(p("首" + "甲" * 24 + "末" + "incomprehensibilities", jc="both")),
        lambda see: near(place(see, "末").right, 350) and near(see.x("首"), 50),
    ),
    "distributed": Row(file(p("甲乙丙", jc="distribute")), lambda see: near(see.across("甲", "丙"), 290)),
    "indents in lengths": Row(
        file(p("首" + "甲" * 22 + "次" + "乙" * 24, ppr='<w:ind w:left="400" w:right="400" w:firstLine="600"/>')),
        lambda see: near(see.x("首"), 100) and near(place(see, "甲" * 22).right, 330) and near(see.x("次"), 70),
    ),
    "indents in characters": Row(
        file(p("甲", ppr='<w:ind w:firstLineChars="200"/>')), lambda see: near(see.x("甲"), 70)
    ),
    "line spacing: multiple": Row(
        file(p("甲", ppr='<w:spacing w:line="480"/>'), p("乙")), lambda see: near(see.between("甲", "乙"), 28.7, 1)
    ),
    "line spacing: at least": Row(
        file(*[p(each, ppr='<w:spacing w:line="800" w:lineRule="atLeast"/>') for each in "甲乙"]),
        lambda see: near(see.between("甲", "乙"), 40),
    ),
    "line spacing: exactly": Row(
        file(*[p(each, ppr='<w:spacing w:line="160" w:lineRule="exact"/>') for each in "甲乙"]),
        lambda see: near(see.between("甲", "乙"), 8),
    ),
    "space before and after": Row(
        file(p("甲", ppr=EXACT + '<w:spacing w:after="600"/>'), p("乙")),
        lambda see: see.between("甲", "乙") > 40,
    ),
    "paragraph borders": Row(
        file(p("a", ppr=f"<w:pBdr><w:left {RED}/></w:pBdr>")), lambda see: see.at(46, see.y("a") + 5) == "#ff0000"
    ),
    "borders between paragraphs": Row(
        file(*[p(each, ppr=f"<w:pBdr><w:between {RED}/></w:pBdr>") for each in "甲乙"]),
        lambda see: see.at(200, (place(see, "甲").bottom + see.y("乙")) / 2) == "#ff0000",
    ),
    "paragraph shading": Row(
        file(p("a", ppr='<w:shd w:val="clear" w:fill="00FF00"/>')), lambda see: see.at(300, see.y("a") + 5) == "#00ff00"
    ),
    "tab leaders": Row(
        file(p("a", TAB, "b", ppr='<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="4000"/></w:tabs>')),
        lambda see: "....." in see.text and near(see.x("b"), 250),
    ),
    "alignment tabs": Row(
        file(p("a", r(inner='<w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/>'), "b")),
        lambda see: near(place(see, "b").right, 350),
    ),
    "kinsoku": Row(
        file(p("甲" * 30 + "）乙", ppr='<w:overflowPunct w:val="0"/>')),
        lambda see: near(see.y("）"), see.y("乙")) and near(see.x("）"), 60),
    ),
    "hanging punctuation": Row(file(p("甲" * 30 + "。乙")), lambda see: see.x("。") > 345 and near(see.x("乙"), 50)),
    "space between Han and Latin": Row(
        file(p("甲a"), p("乙b", ppr='<w:autoSpaceDE w:val="0"/>')),
        lambda see: near(see.across("甲", "a"), 12.5) and near(see.across("乙", "b"), 10),
    ),
    "space between Han and figures": Row(
        file(p("甲1"), p("乙2", ppr='<w:autoSpaceDN w:val="0"/>')),
        lambda see: near(see.across("甲", "1"), 12.5) and near(see.across("乙", "2"), 10),
    ),
    "frames": Row(
        file(
            p(
                "甲",
                ppr='<w:framePr w:w="1000" w:wrap="around" w:hAnchor="page" w:x="5000" w:vAnchor="page" w:y="6000"/>',
            ),
            p("乙"),
        ),
        lambda see: near(see.x("甲"), 250, 1) and near(see.y("甲"), 300, 4) and near(see.x("乙"), 50),
    ),
    # Tables
    "grid widths": Row(
        file(tbl("甲|乙", tblpr=_CELLS, grid=(3000, 1000))), lambda see: near(see.across("甲", "乙"), 150)
    ),
    "preferred widths": Row(
        file(tbl(tr(tc("甲", '<w:tcW w:w="4000" w:type="dxa"/>'), tc("乙", '<w:tcW w:w="1000" w:type="dxa"/>')))),
        lambda see: near(see.across("甲", "乙"), 200),
    ),
    "fixed layout": Row(
        file(tbl("incomprehensibilities|乙", tblpr=_CELLS, grid=(800, 2000))),
        lambda see: near(see.x("乙") - see.x("inc"), 40),
    ),
    "automatic layout": Row(
        file(tbl("incomprehensibilities|乙", grid=(800, 2000))), lambda see: see.x("乙") - see.x("inc") > 80
    ),
    "spans": Row(
        file(tbl(tr(tc("甲", '<w:gridSpan w:val="2"/>'), "乙"), "a|b|c", tblpr=_CELLS, grid=(1000, 1000, 1000))),
        lambda see: near(see.x("乙"), see.x("c")),
    ),
    "vertically merged cells": Row(
        file(tbl(tr(tc("甲", '<w:vMerge w:val="restart"/>'), "乙"), tr(tc("gone", "<w:vMerge/>"), "丙"), tblpr=_CELLS)),
        lambda see: "gone" not in see.text and see.between("乙", "丙") > 5,
    ),
    "borders in conflict": Row(
        file(
            tbl(
                tr(
                    tc("甲", f"<w:tcBorders><w:right {RED}/></w:tcBorders>"),
                    tc("乙", '<w:tcBorders><w:left w:val="single" w:sz="4" w:color="0000FF"/></w:tcBorders>'),
                ),
                tblpr=_CELLS,
            ),
            settings=_AT_MARGIN,
        ),
        lambda see: see.at(148, see.y("甲") + 5) == "#ff0000" and see.at(150, see.y("甲") + 5) == "#ff0000",
    ),
    "conditional formats": Row(
        file(
            tbl("甲|乙", "丙|丁", tblpr='<w:tblStyle w:val="S"/><w:tblLook w:val="0020" w:firstRow="1"/>'),
            more_styles=_CONDITIONS,
        ),
        lambda see: (see.ink("乙").colour, see.ink("丁").colour) == ("#ff0000", "#000000"),
    ),
    "cell margins": Row(
        file(
            tbl(tr(tc("甲", '<w:tcMar><w:left w:w="600" w:type="dxa"/></w:tcMar>')), tblpr=_CELLS), settings=_AT_MARGIN
        ),
        lambda see: near(see.x("甲"), 80),
    ),
    "cell shading": Row(
        file(tbl(tr(tc("甲", '<w:shd w:val="clear" w:fill="00FF00"/>'), "乙"), tblpr=_CELLS), settings=_AT_MARGIN),
        lambda see: see.at(120, see.y("甲") + 5) == "#00ff00" and see.at(200, see.y("甲") + 5) == "#ffffff",
    ),
    "vertical alignment in cells": Row(
        file(tbl(tr(tc("甲", '<w:vAlign w:val="bottom"/>'), "乙", trpr='<w:trHeight w:val="2000"/>'))),
        lambda see: see.between("乙", "甲") > 80,
    ),
    "row heights: at least": Row(
        file(tbl(tr("甲", "乙", trpr='<w:trHeight w:val="1000"/>'), "丙|丁")),
        lambda see: near(see.between("甲", "丙"), 50),
    ),
    "row heights: exact": Row(
        file(tbl(tr("甲", "乙", trpr='<w:trHeight w:val="300" w:hRule="exact"/>'), "丙|丁")),
        lambda see: near(see.between("甲", "丙"), 15),
    ),
    "indented tables": Row(
        file(tbl("甲|乙", tblpr=_CELLS + '<w:tblInd w:w="1000" w:type="dxa"/>'), settings=_AT_MARGIN),
        lambda see: near(see.x("甲"), 105.4),
    ),
    "aligned tables": Row(
        file(tbl("甲|乙", tblpr=_CELLS + '<w:jc w:val="right"/>'), settings=_AT_MARGIN),
        lambda see: near(see.x("甲"), 155.4),
    ),
    # Lists
    "decimal": Row(listed("decimal", "%1."), lambda see: lists(see, "1.", "2.", "3.")),
    "decimal with a zero": Row(listed("decimalZero", "%1"), lambda see: lists(see, "01", "02")),
    "Chinese counting": Row(listed("chineseCounting", "第%1条"), lambda see: lists(see, "第一条", "第二条", "第三条")),
    "ideographs": Row(listed("chineseLegalSimplified", "%1、"), lambda see: lists(see, "壹、", "贰、", "叁、")),
    "stems and branches": Row(listed("ideographTraditional", "%1、"), lambda see: lists(see, "甲、", "乙、", "丙、")),
    "circled": Row(listed("decimalEnclosedCircle", "%1"), lambda see: lists(see, "①", "②", "③")),
    "Roman": Row(listed("upperRoman", "%1."), lambda see: lists(see, "I.", "II.", "III.")),
    "letters": Row(listed("lowerLetter", "(%1)"), lambda see: lists(see, "(a)", "(b)", "(c)")),
    "levels": Row(
        file(item("item0"), item("item1", 1), item("item2", 1), item("item3"), numbering=_OUTER),
        lambda see: lists(see, "第一条", "1)", "2)", "第二条"),
    ),
    "overrides": Row(
        file(item("item0"), item("item1", number=2), numbering=_OUTER), lambda see: lists(see, "第一条", "第七条")
    ),
    "bullets of symbol fonts": Row(
        listed("bullet", "\uf0b7", 1, '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'),
        lambda see: "•" in see.text,
    ),
    # Pictures, notes, links
    "lines around pictures": Row(
        file(p(r(inner=_PICTURE.format(link="", line=_GREEN)))), lambda see: see.at(51, 80) == "#00ff00"
    ),
    "links of pictures": Row(
        file(
            p(r(inner=_PICTURE.format(link='<a:hlinkClick r:id="web"/>', line=""))),
            links={"web": "https://example.com/"},
        ),
        lambda see: see.links == ["https://example.com/"],
    ),
    "hyperlinks": Row(
        file(p(f'<w:hyperlink r:id="web">{r("words")}</w:hyperlink>'), links={"web": "https://example.com/a"}),
        lambda see: see.links == ["https://example.com/a"],
    ),
    "bookmarks": Row(
        file(
            p(f'<w:hyperlink w:anchor="here">{r("to")}</w:hyperlink>'),
            p('<w:bookmarkStart w:id="1" w:name="here"/>', "here", ppr="<w:pageBreakBefore/>"),
        ),
        lambda see: see.links == ["page 2"],
    ),
    "pictures within links": Row(
        file(
            p(f'<w:hyperlink r:id="web">{r(inner=_PICTURE.format(link="", line=""))}</w:hyperlink>'),
            links={"web": "https://example.com/b"},
        ),
        lambda see: see.links == ["https://example.com/b"],
    ),
    "content controls": Row(
        file(f"<w:sdt><w:sdtPr/><w:sdtContent>{p('within')}</w:sdtContent></w:sdt>"), lambda see: "within" in see.text
    ),
    "symbols": Row(file(p(r(inner='<w:sym w:font="Wingdings" w:char="F0FE"/>'))), lambda see: "☑" in see.text),
    "no-break hyphens": Row(file(p("a", r(inner="<w:noBreakHyphen/>"), "b")), lambda see: see.across("a", "b") > 7),
    "line breaks": Row(
        file(p("甲", r(inner="<w:br/>"), "乙", ppr=EXACT)),
        lambda see: near(see.between("甲", "乙"), 20) and near(see.x("乙"), 50),
    ),
    "page breaks": Row(file(p("甲", r(inner='<w:br w:type="page"/>'), "乙")), lambda see: page_of(see, "乙") == 2),
    "column breaks": Row(
        file(p("甲", r(inner='<w:br w:type="column"/>'), "乙"), section='<w:cols w:num="2" w:space="400"/>'),
        lambda see: page_of(see, "乙") == 1 and see.x("乙") > 200,
    ),
}
