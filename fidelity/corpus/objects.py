"""Pictures, boxes, notes, links, controls, revisions, symbols (17.3.3, 17.11, 17.13, 17.16, 20.4)."""

from __future__ import annotations

from fidelity.corpus.making import EN, SHORT, ZH, article, case, file, picture, size
from tests.printing.word import p, r, tbl, tc, tr

EMU = 12700
GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
BOX = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def pic(name: str, width: float, height: float, crop: str = "") -> str:
    w, h = round(width * EMU), round(height * EMU)
    return (
        f'<a:graphic><a:graphicData uri="{GRAPHIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def shape(words: str, width: float, height: float, kind: str = "rect", fill: str = "FFF2CC") -> str:
    w, h = round(width * EMU), round(height * EMU)
    inner = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<a:graphic><a:graphicData uri="{BOX}"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></a:ln>'
        f'</wps:spPr>{inner}<wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"/></wps:wsp></a:graphicData></a:graphic>'
    )


def inline(graphic: str, width: float, height: float) -> str:
    w, h = round(width * EMU), round(height * EMU)
    return r("", inner=f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{w}" cy="{h}"/>'
             f'<wp:docPr id="1" name="d" descr="示意图"/>{graphic}</wp:inline></w:drawing>')  # fmt: skip


def anchored(
    graphic: str,
    width: float,
    height: float,
    *,
    x: str = "",
    y: str = "",
    wrap: str = '<wp:wrapSquare wrapText="bothSides"/>',
    behind: int = 0,
) -> str:
    """Something that floats; `x` and `y`: what stands in wp:positionH and wp:positionV, with their attributes."""
    w, h = round(width * EMU), round(height * EMU)
    x = x or 'relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
    y = y or 'relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
    return r("", inner=(
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251658240" '
        f'behindDoc="{behind}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"<wp:positionH {x}</wp:positionH><wp:positionV {y}</wp:positionV>"
        f'<wp:extent cx="{w}" cy="{h}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}<wp:docPr id="2" name="d2"/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing>"
    ))  # fmt: skip


def at(origin: str, points: float) -> str:
    return f'relativeFrom="{origin}"><wp:posOffset>{round(points * EMU)}</wp:posOffset>'


def aligned(origin: str, how: str) -> str:
    return f'relativeFrom="{origin}"><wp:align>{how}</wp:align>'


PNG = {"a.png": picture()}


@case("20.4.2.8: pictures in line with text")
def picture_inline() -> bytes:
    return file(
        p("图：", inline(pic("a.png", 120, 60), 120, 60), "之后。"),
        p(inline(pic("a.png", 300, 150), 300, 150), jc="center"),
        p(ZH),
        media=PNG,
    )


@case("20.4.2.8: a JPEG, and pictures in cells")
def picture_jpeg_in_cell() -> bytes:
    table = tbl(tr(tc(p(inline(pic("b.jpg", 80, 40), 80, 40))), tc(p(SHORT))), grid=(4000, 4000))
    return file(table, p(SHORT), media={"b.jpg": picture(kind="JPEG", colour="#a53a3a")})


@case("20.1.8.55: a cropped picture")
def picture_cropped() -> bytes:
    crop = '<a:srcRect l="25000" t="10000" r="25000" b="10000"/>'
    return file(p(inline(pic("a.png", 120, 96, crop), 120, 96)), p(SHORT), media=PNG)


@case("20.4.2.17: a floating picture with text on both sides")
def picture_square() -> bytes:
    floating = anchored(pic("a.png", 150, 90), 150, 90, x=at("column", 130), y=at("paragraph", 20))
    return file(p(SHORT), p(floating, ZH + ZH), p(EN), media=PNG)


@case("20.4.2.17: a floating picture at the right margin")
def picture_square_right() -> bytes:
    floating = anchored(pic("a.png", 150, 90), 150, 90, x=aligned("margin", "right"), y=at("paragraph", 5))
    return file(p(floating, ZH + ZH), p(EN), p(ZH), media=PNG)


@case("20.4.2.20: a floating picture with text above and below")
def picture_top_and_bottom() -> bytes:
    floating = anchored(
        pic("a.png", 200, 80),
        200,
        80,
        x=aligned("margin", "center"),
        y=at("paragraph", 30),
        wrap="<wp:wrapTopAndBottom/>",
    )
    return file(p(floating, ZH + ZH), p(EN), media=PNG)


@case("20.4.2.3: pictures behind and before the text, at places of the page")
def picture_behind() -> bytes:
    behind = anchored(
        pic("a.png", 200, 200), 200, 200, x=at("page", 100), y=at("page", 120), wrap="<wp:wrapNone/>", behind=1
    )
    before = anchored(
        pic("a.png", 80, 40), 80, 40, x=aligned("page", "right"), y=aligned("margin", "bottom"), wrap="<wp:wrapNone/>"
    )
    return file(p(behind, before, ZH), *article(), media=PNG)


@case("20.4.2.22: a text box beside the text",
      "20.4.2.10: LibreOffice keeps a box that stands at the right margin off it by its distance to the text")  # fmt: skip
def text_box() -> bytes:
    box = shape(p("文本框中的文字。") + p("第二段，居中", jc="center"), 150, 70)
    return file(p(anchored(box, 150, 70, x=aligned("margin", "right"), y=at("paragraph", 10)), ZH + ZH), p(EN))


@case("20.1.9.18: a line, an ellipse and a rounded box without words")
def shapes() -> bytes:
    none = "<wp:wrapNone/>"
    drawn = [
        anchored(shape("", 400, 0, "line"), 400, 0, x=at("column", 0), y=at("paragraph", 40), wrap=none),
        anchored(shape("", 100, 60, "ellipse"), 100, 60, x=at("column", 20), y=at("paragraph", 60), wrap=none),
        anchored(shape("", 100, 60, "roundRect"), 100, 60, x=at("column", 200), y=at("paragraph", 60), wrap=none),
    ]
    return file(p(*drawn, SHORT))


@case("20.4.2.8: an SVG with the picture that older programs show")
def picture_svg() -> bytes:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#2e7d32"/><circle cx="60" cy="30" r="20" fill="#fff"/></svg>'
    extension = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/'
        'office/drawing/2016/SVG/main" r:embed="a.svg"/></a:ext></a:extLst>'
    )
    drawn = pic("a.png", 120, 60).replace('<a:blip r:embed="a.png"/>', f'<a:blip r:embed="a.png">{extension}</a:blip>')
    return file(p(inline(drawn, 120, 60), "之后。"), p(SHORT), media={**PNG, "a.svg": svg})


def note(kind: str, identity: int, words: str) -> str:
    mark = r("", '<w:vertAlign w:val="superscript"/>', f"<w:{kind}Ref/>")
    return f'<w:{kind} w:id="{identity}">{p(mark, r(" " + words, size(9)))}</w:{kind}>'


def called(kind: str, identity: int) -> str:
    return r("", '<w:vertAlign w:val="superscript"/>', f'<w:{kind}Reference w:id="{identity}"/>')


def separators(kind: str) -> str:
    return (
        f'<w:{kind} w:type="separator" w:id="-1">{p(r("", inner="<w:separator/>"))}</w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0">{p(r("", inner="<w:continuationSeparator/>"))}</w:{kind}>'
    )


@case("17.11: footnotes, on the page of their mark")
def footnotes() -> bytes:
    notes = separators("footnote") + "".join(note("footnote", n, f"脚注{n}：{SHORT}") for n in (1, 2, 3))
    return file(
        p("第一处", called("footnote", 1), ZH, called("footnote", 2)), *article() * 5, p("末尾", called("footnote", 3), "。"),
        more={"footnotes": notes},
    )  # fmt: skip


@case("17.11: a footnote too long for its page")
def footnote_long() -> bytes:
    notes = separators("footnote") + note("footnote", 1, ZH * 6) + note("footnote", 2, SHORT)
    return file(
        *article() * 3,
        p("长注", called("footnote", 1), "。"),
        *article(),
        p("短注", called("footnote", 2)),
        more={"footnotes": notes},
    )


@case("17.11: endnotes", "17.11.2: LibreOffice sets endnotes on a page of their own")
def endnotes() -> bytes:
    notes = separators("endnote") + "".join(note("endnote", n, f"尾注{n}：{SHORT}") for n in (1, 2))
    return file(p("第一处", called("endnote", 1), ZH, called("endnote", 2)), *article(), more={"endnotes": notes})


@case("17.16.22: links outside and within")
def links() -> bytes:
    look = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
    outside = f'<w:hyperlink r:id="site">{r("示例网站 example.com", look)}</w:hyperlink>'
    within = f'<w:hyperlink w:anchor="here">{r("见下文", look)}</w:hyperlink>'
    mark = '<w:bookmarkStart w:id="1" w:name="here"/>' + r("此处") + '<w:bookmarkEnd w:id="1"/>'
    return file(p("参见", outside, "及", within, "。"), p(ZH), p(mark, SHORT), links={"site": "https://example.com/"})


@case(
    "17.5.2: content controls: their content",
    "17.5.2.29: LibreOffice leaves an empty paragraph after a control of paragraphs",
)
def content_controls() -> bytes:
    def control(inner: str, kind: str = "<w:text/>") -> str:
        return f'<w:sdt><w:sdtPr><w:alias w:val="名称"/>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'

    return file(
        p("甲方：", control(r("华信精工（示例）有限公司")), "，日期", control(r("2026年9月15日"), "<w:date/>")),
        control(p(ZH), "<w:richText/>"),
        p(SHORT),
    )


@case(
    "17.13.5: tracked changes, printed as accepted",
    "17.13.5: LibreOffice prints the changes themselves, struck and coloured",
)
def tracked_changes() -> bytes:
    who = 'w:author="审阅人" w:date="2026-01-01T00:00:00Z"'
    inserted = f'<w:ins w:id="1" {who}>{r("新增的文字，")}</w:ins>'
    deleted = f'<w:del w:id="2" {who}><w:r><w:delText>删去的文字，</w:delText></w:r></w:del>'
    return file(p("原有文字，", inserted, deleted, "其余照旧。"), p(SHORT))


@case("17.13.4: comments are not printed")
def comments() -> bytes:
    comment = f'<w:comment w:id="0" w:author="审阅人" w:initials="S">{p("请核对。")}</w:comment>'
    marked = f'<w:commentRangeStart w:id="0"/>{r("有批注的文字")}<w:commentRangeEnd w:id="0"/>' + r(
        "", inner='<w:commentReference w:id="0"/>'
    )
    return file(p("前文", marked, "后文。"), p(ZH), more={"comments": comment})


@case("17.3.3.30: symbols of symbol fonts")
def symbols() -> bytes:
    def sign(font: str, code: str) -> str:
        return r("", inner=f'<w:sym w:font="{font}" w:char="{code}"/>')

    return file(
        p(
            "选择",
            sign("Wingdings", "F0FE"),
            "是",
            sign("Wingdings", "F0A8"),
            "否",
            sign("Wingdings 2", "F052"),
            "，",
            sign("Symbol", "F0B1"),
            "5。",
        ),
        p("□是　☑否　○　●　△　★　√　×"),
    )


@case("17.3.3.23: tabs to the margins, whatever the stops", "17.3.3.23: LibreOffice knows no w:ptab")
def alignment_tabs() -> bytes:
    def to(where: str, leader: str = "none") -> str:
        return r("", inner=f'<w:ptab w:relativeTo="margin" w:alignment="{where}" w:leader="{leader}"/>')

    return file(p("左", to("center"), "中", to("right"), "右"), p("章", to("right", "dot"), "12"), p(SHORT))
