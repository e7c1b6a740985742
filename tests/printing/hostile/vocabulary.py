"""WordprocessingML at random: its elements with their attributes (ECMA-376-1, 17 and 20), with values good and bad.

A line of VOCABULARY is an element, its attributes and after ">" what may stand in it. Values: "n" a number, "b" on or
off, "t" any text, "c" a colour, "i" an identifier, else the names of an enumeration. "@x" is a group of elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.printing.word import word

VOCABULARY = """
@block p p p p tbl sdtBlock bookmarkStart bookmarkEnd proofErr altBlock ins del surprise
@inline r r r r r r hyperlink fldSimple sdtRun smartTag ins del moveFrom moveTo bookmarkStart commentRangeStart dir
@inrun t t t t tab br cr sym noBreakHyphen softHyphen fldBegin instrText fldSeparate fldEnd footnoteReference
@inrun endnoteReference footnoteRef drawing pict ruby ptab pgNum lastRenderedPageBreak annotationRef dayShort delText
@ppr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs kinsoku
@ppr wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
@ppr contextualSpacing mirrorIndents textDirection jc textAlignment outlineLvl divId cnfStyle rPr sectPr pPrChange
@rpr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
@rpr webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
@rpr eastAsianLayout specVanish oMath rPrChange
@tblpr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblW jc tblCellSpacing tblInd tblBorders shd
@tblpr tblLayout tblCellMar tblLook tblCaption
@trpr cnfStyle gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden
@tcpr cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
@sectpr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection
@sectpr bidi rtlGutter docGrid footnotePr endnotePr
@edges top left bottom right start end insideH insideV tl2br tr2bl between bar
p > pPr @inline
r > rPr @inrun
t =t
delText =t
instrText =PAGE|NUMPAGES|SECTIONPAGES|DATE|REF a|HYPERLINK "http://a.b"|SEQ x|EQ \\o(a,b)|= 1|TOC \\o|IF 1
br type=page|column|textWrapping|line clear=none|left|right|all
sym font=Wingdings|Symbol|Webdings|Wingdings\xa02|t char=n|F0FE|F06C|0041
ptab relativeTo=margin|indent alignment=left|center|right leader=none|dot|hyphen|underscore|middleDot
footnoteReference id=i customMarkFollows=b
endnoteReference id=i
fldSimple instr=PAGE|NUMPAGES|DATE|SECTIONPAGES|SEQ > @inline
hyperlink anchor=i id=i > @inline
smartTag element=t > @inline
ins id=i > @inline
del id=i > @inline
moveFrom id=i > @inline
moveTo id=i > @inline
dir val=ltr|rtl > @inline
ruby > rubyPr rt rubyBase
rubyPr > rubyAlign hps hpsRaise hpsBaseText lid
rubyAlign val=center|distributeLetter|distributeSpace|left|right|rightVertical
hps val=n
hpsRaise val=n
hpsBaseText val=n
lid val=zh-CN|en-US|t
rt > r
rubyBase > r
bookmarkStart id=i name=i
bookmarkEnd id=i
commentRangeStart id=i
proofErr type=spellStart|gramEnd
tbl > tblPr tblGrid tr tr tr tr bookmarkStart ins
tblGrid > gridCol gridCol gridCol gridCol
gridCol w=n
tr > trPr tc tc tc tc sdtCell bookmarkStart
tc > tcPr @block
tblPr > @tblpr
trPr > @trpr
tcPr > @tcpr
pPr > @ppr
rPr > @rpr
sectPr > @sectpr
pStyle val=i
rStyle val=i
tblStyle val=i
framePr w=n h=n hSpace=n vSpace=n wrap=auto|notBeside|around|tight|through|none x=n y=n hRule=auto|atLeast|exact *
*framePr vAnchor=text|margin|page hAnchor=text|margin|page xAlign=left|center|right|inside|outside *
*framePr yAlign=inline|top|center|bottom|inside|outside dropCap=none|drop|margin lines=n anchorLock=b
numPr > ilvl numId ins
ilvl val=n
numId val=i
pBdr > @edges
tblBorders > @edges
tcBorders > @edges
pgBorders offsetFrom=page|text display=allPages|firstPage|notFirstPage zOrder=front|back > @edges
tblCellMar > @edges
tcMar > @edges
top val=$line sz=n space=n color=c themeColor=accent1|t shadow=b w=n type=$width
shd val=clear|solid|nil|pct10|horzStripe|diagCross|t color=c fill=c themeFill=accent1|t themeFillTint=n
tabs > tab tab tab
tab val=left|start|center|right|end|decimal|bar|clear|num leader=none|dot|hyphen|underscore|heavy|middleDot pos=n
spacing before=n after=n line=n lineRule=auto|exact|atLeast beforeLines=n afterLines=n beforeAutospacing=b val=n
ind left=n right=n start=n end=n firstLine=n hanging=n leftChars=n rightChars=n firstLineChars=n hangingChars=n
textDirection val=lrTb|tbRl|btLr|lrTbV|tbRlV|tbLrV
jc val=left|start|center|right|end|both|distribute|mediumKashida|numTab|thaiDistribute
textAlignment val=top|center|baseline|bottom|auto
outlineLvl val=n
cnfStyle val=100000000000|t firstRow=b
rFonts ascii=$font hAnsi=$font eastAsia=$font cs=$font hint=default|eastAsia|cs asciiTheme=minorHAnsi|majorEastAsia|t
color val=c themeColor=accent1|text1|t themeShade=n
w val=n
kern val=n
position val=n
sz val=n
szCs val=n
highlight val=yellow|darkBlue|none|t
u val=single|words|double|thick|dotted|dash|dotDash|wave|wavyDouble|none|t color=c
effect val=none|shimmer|lights
bdr val=$line sz=n space=n color=c
fitText val=n id=i
vertAlign val=superscript|subscript|baseline
em val=none|dot|comma|circle|underDot
lang val=en-US|zh-CN|zh-TW|ar-SA|t eastAsia=zh-CN|ja-JP|ko-KR|t bidi=ar-SA
eastAsianLayout id=i combine=b combineBrackets=none|round vert=b vertCompress=b
tblpPr leftFromText=n rightFromText=n topFromText=n bottomFromText=n vertAnchor=text|margin|page *
*tblpPr horzAnchor=text|margin|page tblpX=n tblpY=n tblpXSpec=left|center|inside tblpYSpec=top|center|inline
tblOverlap val=never|overlap
tblStyleRowBandSize val=n
tblW w=n type=$width
tcW w=n type=$width
tblInd w=n type=$width
wBefore w=n type=$width
wAfter w=n type=$width
tblCellSpacing w=n type=$width
tblLayout type=fixed|autofit
tblLook val=04A0|n firstRow=b lastRow=b firstColumn=b noHBand=b
tblCaption val=t
gridBefore val=n
gridAfter val=n
trHeight val=n hRule=auto|exact|atLeast
gridSpan val=n
hMerge val=restart|continue
vMerge val=restart|continue
vAlign val=top|center|bottom|both
type val=nextPage|continuous|evenPage|oddPage|nextColumn
pgSz w=n h=n orient=portrait|landscape code=n
pgMar top=n right=n bottom=n left=n header=n footer=n gutter=n
lnNumType countBy=n start=n distance=n restart=newPage|newSection|continuous
pgNumType fmt=$number start=n chapStyle=n chapSep=hyphen|t
cols num=n space=n sep=b equalWidth=b > col col col
col w=n space=n
docGrid type=default|lines|linesAndChars|snapToChars linePitch=n charSpace=n
footnotePr > pos numFmt numStart numRestart
endnotePr > pos numFmt numStart numRestart
pos val=pageBottom|beneathText|sectEnd|docEnd
numFmt val=$number
numStart val=n
numRestart val=continuous|eachSect|eachPage
"""
ENUMERATIONS = {
    "$line": "single|double|dotted|dashed|dotDash|triple|thinThickSmallGap|wave|dashDotStroked|inset|nil|none|apples|t",
    "$width": "dxa|pct|auto|nil|t",
    "$font": "宋体|SimSun|Times New Roman|Wingdings|Symbol|No Such Font|t",
    "$number": "decimal|upperRoman|lowerLetter|chineseCounting|ideographDigital|decimalEnclosedCircle|none|bullet|t",
}
NUMBERS = (
    *("0", "1", "2", "9", "20", "100", "240", "720", "1440", "5000", "-1", "-720", "31680"),
    *("99999999", "-99999999", "2147483648", "1e5", "0x10", "12.7", "50%", "2.5cm", "７", "", "NaN"),
)
TEXTS = (
    *("words", "a fairly long line of words that goes on beyond the edge of the paper", "汉字标点，（测试）“引号”。"),
    *(" ", "", "a\tb\nc", "عربي", "ไทย", "👩‍👧", "é", "\u00ad\u200b\u2028", "x" * 300, "𬭎龘", "1,234.56"),
)
IDENTIFIERS = ("1", "2", "3", "a", "S", "T", "N", "0", "-1", "nowhere", "")
COLOURS = ("FF0000", "auto", "000000", "red", "12", "GGGGGG", "")
FRAGMENTS = {
    "sdtBlock": ("<w:sdt><w:sdtPr/><w:sdtContent>", "@block", "</w:sdtContent></w:sdt>"),
    "sdtRun": ("<w:sdt><w:sdtContent>", "@inline", "</w:sdtContent></w:sdt>"),
    "sdtCell": ("<w:sdt><w:sdtContent>", "tc", "</w:sdtContent></w:sdt>"),
    "altBlock": (
        '<mc:AlternateContent><mc:Choice Requires="wps">',
        "p",
        "</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    ),
    "fldBegin": ('<w:fldChar w:fldCharType="begin"/>', "", ""),
    "fldSeparate": ('<w:fldChar w:fldCharType="separate"/>', "", ""),
    "fldEnd": ('<w:fldChar w:fldCharType="end"/>', "", ""),
    "rPrChange": ('<w:rPrChange w:id="1"><w:rPr>', "@rpr", "</w:rPr></w:rPrChange>"),
    "pPrChange": ('<w:pPrChange w:id="1"><w:pPr>', "jc", "</w:pPr></w:pPrChange>"),
}
SHAPES = (
    '<wps:wsp><wps:spPr><a:xfrm rot="{n}"><a:off x="0" y="0"/><a:ext cx="{n}" cy="{n}"/></a:xfrm>'
    '<a:prstGeom prst="{s}"/>'
    '<a:ln w="{n}"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
    '<wps:bodyPr lIns="{n}" vert="{v}"/></wps:wsp>'
)
ORIGINS = ("page", "margin", "column", "character", "paragraph", "line", "insideMargin", "x")
STYLES = (("paragraph", "S", "pPr", "rPr"), ("character", "T", "rPr"), ("table", "1", "tblPr", "tcPr"))
SETTINGS = ("evenAndOddHeaders", "mirrorMargins", "defaultTabStop", "characterSpacingControl", "gutterAtTop")


@dataclass(frozen=True)
class Element:
    """attributes: name → the values to choose from; inner: of what may stand in it, by name; text: to choose from."""

    attributes: dict[str, tuple[str, ...]]
    inner: tuple[str, ...]
    text: tuple[str, ...] = ()


def values(named: str) -> tuple[str, ...]:
    kinds = {"n": NUMBERS, "b": ("1", "0", "true", "off", "", "maybe"), "t": TEXTS, "c": COLOURS, "i": IDENTIFIERS}
    found: list[str] = []
    for each in ENUMERATIONS.get(named, named).split("|"):
        found += kinds.get(each, (each,))
    return tuple(found)


def read() -> tuple[dict[str, Element], dict[str, tuple[str, ...]]]:
    groups: dict[str, tuple[str, ...]] = {}
    elements: dict[str, Element] = {}
    for line in VOCABULARY.strip().splitlines():
        outer, _, inner = line.partition(" > ")
        name, *words = outer.rstrip(" *").split(" ")
        if name.startswith("@"):
            groups[name] = (*groups.get(name, ()), *words)
            continue
        text = tuple(outer.partition(" =")[2].split("|")) if words and words[0].startswith("=") else ()
        attributes = {} if text else {key: values(value) for key, _, value in (word.partition("=") for word in words)}
        known = elements.get(name.lstrip("*"), Element({}, ()))
        elements[name.lstrip("*")] = Element(
            known.attributes | attributes, (*known.inner, *inner.split()), TEXTS if text == ("t",) else text
        )
    for side in groups["@edges"]:
        elements[side] = elements["top"]
    return elements, groups


ELEMENTS, GROUPS = read()
ANY = sorted({*ELEMENTS, *(name for names in GROUPS.values() for name in names)})


def made(dice: Random, name: str, depth: int) -> str:
    """An element of this name with some of what it may have, as XML."""
    if name.startswith("@"):
        return made(dice, dice.choice(GROUPS[name]), depth)
    if name in FRAGMENTS:
        before, inner, after = FRAGMENTS[name]
        return before + (several(dice, inner, depth - 1) if inner and depth > 0 else "") + after
    if name in ("drawing", "pict"):
        return drawn(dice, depth)
    element = ELEMENTS.get(name, Element({"val": ("0", "1", "", "x")}, ()))
    chosen = some(dice, sorted(element.attributes), 6)
    attributes = "".join(f" w:{key}={quoteattr(dice.choice(element.attributes[key]))}" for key in chosen)
    inner = escape(dice.choice(element.text)) if element.text else ""
    if depth > 0:
        properties = [each for each in element.inner if each.endswith("Pr")]
        others = [each for each in element.inner if not each.endswith("Pr")]
        inner += "".join(made(dice, each, depth - 1) for each in properties if dice.randrange(2))
        if others:
            inner += "".join(made(dice, dice.choice(others), depth - 1) for _ in range(dice.randrange(6)))
    space = ' xml:space="preserve"' if element.text else ""
    return f"<w:{name}{attributes}{space}>{inner}</w:{name}>"


def some(dice: Random, names: Sequence[str], most: int) -> list[str]:
    """Some of them, none twice."""
    return list(dict.fromkeys(dice.choice(names) for _ in range(dice.randrange(most)))) if names else []


def several(dice: Random, name: str, depth: int, most: int = 4) -> str:
    return "".join(made(dice, name, depth) for _ in range(dice.randrange(most + 1)))


def drawn(dice: Random, depth: int) -> str:
    """A picture, a shape or a text box, in line or afloat."""

    def number() -> str:
        return dice.choice(("0", "100000", "1270000", "-5000000", "99999999999", "x", ""))

    kind = dice.choice(("picture", "shape", "box", "chart"))
    if kind == "picture":
        blip = dice.choice(("a.png", "a.svg", "none", ""))
        inner = (
            f'<pic:pic><pic:blipFill><a:blip r:embed="{blip}"/><a:srcRect l="{number()}" b="{number()}"/>'
            f'</pic:blipFill><pic:spPr><a:xfrm rot="{number()}"/></pic:spPr></pic:pic>'
        )
        graphic = (
            f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{inner}</a:graphicData>'
        )
    elif kind == "chart":
        graphic = '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    else:
        shape = SHAPES.format(
            n=number(),
            s=dice.choice(("rect", "ellipse", "line", "roundRect", "star5", "")),
            v=dice.choice(("horz", "eaVert", "vert270", "")),
        )
        if kind == "box":
            words = several(dice, "@block", min(depth - 1, 2), 2)
            words = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
            shape = shape.replace("<wps:bodyPr", f"{words}<wps:bodyPr")
        graphic = (
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"{shape}</a:graphicData>"
        )
    size = f'<wp:extent cx="{number()}" cy="{number()}"/>'
    if dice.randrange(2):
        return f"<w:drawing><wp:inline>{size}<a:graphic>{graphic}</a:graphic></wp:inline></w:drawing>"
    place = "".join(
        f'<wp:position{axis} relativeFrom="{dice.choice(ORIGINS)}">'
        + dice.choice((f"<wp:posOffset>{number()}</wp:posOffset>", "<wp:align>center</wp:align>", ""))
        + f"</wp:position{axis}>"
        for axis in "HV"
    )
    wrap = dice.choice(("Square", "TopAndBottom", "None", "Tight", "Through", "Odd"))
    return (
        f'<w:drawing><wp:anchor relativeHeight="{number()}" behindDoc="{dice.choice("01")}" distL="{number()}">'
        f'{place}{size}<wp:wrap{wrap} wrapText="bothSides"/><a:graphic>{graphic}</a:graphic></wp:anchor></w:drawing>'
    )


def file(dice: Random, media: dict[str, bytes]) -> bytes:
    """A Word file of such elements, with styles, numbering, notes, a header and settings of the same kind."""
    more: dict[str, Any] = {}
    if dice.randrange(2):
        notes = "".join(f'<w:footnote w:id="{n}">{several(dice, "@block", 3, 2)}</w:footnote>' for n in (1, 2))
        more["more"] = {"footnotes": notes}
    if dice.randrange(2):
        more["stories"] = {"header:default": several(dice, "@block", 3, 3), "footer:first": made(dice, "p", 2)}
    if dice.randrange(2):
        more["section"] = several(dice, "@sectpr", 2, 5)
    return word(
        *(made(dice, "@block", 5) for _ in range(dice.randrange(1, 8))),
        styles="".join(style(dice, *each) for each in STYLES),
        numbering=f'<w:abstractNum w:abstractNumId="0">{levels(dice)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        settings="".join(f'<w:{name} w:val="{dice.choice(NUMBERS)}"/>' for name in some(dice, SETTINGS, 6)),
        media=media,
        **more,
    )


def style(dice: Random, kind: str, name: str, *inner: str) -> str:
    based = f'<w:basedOn w:val="{dice.choice(IDENTIFIERS)}"/>' + "".join(made(dice, each, 2) for each in inner)
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based}</w:style>'


def levels(dice: Random) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{dice.choice(NUMBERS)}"/>{made(dice, "numFmt", 0)}'
        f'<w:suff w:val="{dice.choice(("tab", "space", "nothing", "x"))}"/>'
        f'<w:lvlText w:val="{dice.choice(("%1.", "%1.%2", "%9", "第%1条", "", "%"))}"/>{made(dice, "pPr", 2)}</w:lvl>'
        for at in range(dice.randrange(4))
    )


__all__ = ["ANY", "ELEMENTS", "NUMBERS", "file"]
