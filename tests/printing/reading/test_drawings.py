"""Pictures, text boxes, shapes and frames (ECMA-376-1, 20.4, 17.3.1.11; ECMA-376-4, 19)."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from docgen.printing import Press
from docgen.printing.reading.tree import Crop, Float, Offset, Paragraph, Picture, Text, TextBox
from tests.printing.reading.says import Said, said
from tests.printing.word import p, r, tbl, word

SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'


def file(kind: str = "PNG", mode: str = "RGB") -> bytes:
    written = io.BytesIO()
    image = Image.new(mode, (4, 2), 0)
    image.putpixel((0, 0), 1 if mode in ("1", "P") else (255, 0, 0))
    image.save(written, kind)
    return written.getvalue()


MEDIA = {"a.png": file(), "a.jpg": file("JPEG"), "a.svg": SVG, "a.gif": file("GIF", "P"), "a.emf": b"\x01\0\0\0"}


def graphic(inner: str, kind: str = "picture") -> str:
    uri = kind if ":" in kind else f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    return f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'


def pic(name: str, blip: str = "", fill: str = "", shape: str = "") -> str:
    blips = f'<a:blip r:embed="{name}">{blip}</a:blip>'
    return graphic(f"<pic:pic><pic:blipFill>{blips}{fill}</pic:blipFill><pic:spPr>{shape}</pic:spPr></pic:pic>")


def wsp(shape: str, words: str = "", body: str = "<wps:bodyPr/>", style: str = "") -> str:
    box = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return graphic(f"<wps:wsp><wps:spPr>{shape}</wps:spPr>{style}{box}{body}</wps:wsp>", SHAPE)


def inline(inner: str) -> str:
    size = '<wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" name="x" descr="说明"/>'
    return p(r(inner=f"<w:drawing><wp:inline>{size}{inner}</wp:inline></w:drawing>"))


def anchor(inner: str, where: str = "", wrap: str = "<wp:wrapNone/>", more: str = "") -> str:
    size = '<wp:extent cx="1270000" cy="635000"/>'
    return p("锚", r(inner=f"<w:drawing><wp:anchor {more}>{where}{size}{wrap}{inner}</wp:anchor></w:drawing>"))


def rect(more: str = "", kind: str = "rect") -> str:
    return f'<a:prstGeom prst="{kind}"/>{more}'


def found(block: str) -> Said:
    return said(block, media=MEDIA)


def test_a_picture_in_line_has_its_size_and_what_it_shows_in_words() -> None:
    picture = found(inline(pic("a.png"))).only(Picture)
    assert (picture.mime, picture.width, picture.height, picture.description) == ("image/png", 100, 50, "说明")


@pytest.mark.parametrize(
    ("name", "mime"), [("a.jpg", "image/jpeg"), ("a.svg", "image/svg+xml"), ("a.gif", "image/png")]
)
def test_pictures_are_printed_or_turned_into_what_is_printed(name: str, mime: str) -> None:
    assert found(inline(pic(name))).only(Picture).mime == mime


@pytest.mark.parametrize(("name", "code"), [("a.emf", "print.picture_format"), ("b.png", "print.picture_missing")])
def test_other_pictures_are_refused(name: str, code: str) -> None:
    assert found(inline(pic(name))).refused == [code]


def wide() -> bytes:
    """41 million white pixels."""
    written = io.BytesIO()
    Image.new("1", (41_000, 1_000), 1).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "facts"),
    [
        (b"\x01\0\0\0", "print.picture_format", {}),
        (file("TIFF", "LAB"), "print.picture_format", {}),
        (file()[:40], "print.picture_broken", {}),
        (file("JPEG")[:300], "print.picture_broken", {}),
        (SVG[:-3], "print.picture_broken", {}),
        (b"", "print.picture_broken", {}),
        (file() + bytes(10 << 20), "print.picture_bytes", {"most": "10"}),
        (wide(), "print.picture_pixels", {"most": "40"}),
    ],
)
def test_why_a_picture_is_not_printed_is_said(content: bytes, code: str, facts: dict[str, str]) -> None:
    refused = said(inline(pic("b.png")), media={"b.png": content})
    assert [(finding.code, dict(finding.facts)) for finding in refused.findings] == [(code, {"name": "b.png", **facts})]


def test_the_svg_beside_a_picture_goes_before_it() -> None:
    more = '<a:extLst><a:ext uri="x"><asvg:svgBlip r:embed="a.svg"/></a:ext></a:extLst>'
    picture = found(inline(pic("a.png", more))).only(Picture)
    assert (picture.mime, picture.fallback) == ("image/svg+xml", MEDIA["a.png"])


def test_cropped_turned_framed_and_mirrored() -> None:
    shape = (
        '<a:xfrm rot="5400000" flipH="1"/><a:prstGeom prst="rect"/>'
        '<a:ln w="25400"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
    )
    picture = found(inline(pic("a.png", fill='<a:srcRect l="10000" b="25%"/>', shape=shape))).only(Picture)
    assert picture.crop == Crop(left=0.1, bottom=0.25)
    assert picture.turned == 90
    assert picture.border is not None
    assert (picture.border.kind, picture.border.width, picture.border.colour) == ("dashed", 2.0, "#ff0000")
    with Image.open(io.BytesIO(picture.content)) as mirrored:
        assert mirrored.getpixel((3, 0)) == (255, 0, 0)


def test_effects_of_pictures_are_told() -> None:
    result = found(inline(pic("a.png", "<a:biLevel/>")))
    assert [dict(f.facts) for f in result.findings] == [{"effect": "biLevel"}]


def test_where_a_picture_is_anchored() -> None:
    """20.4.2.3."""
    where = (
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>254000</wp:posOffset></wp:positionV>'
    )
    more = 'distT="12700" distR="25400" distB="0" distL="0" behindDoc="1" relativeHeight="7" layoutInCell="0"'
    floating = found(anchor(pic("a.png"), where, '<wp:wrapTight wrapText="left"/>', more)).only(Float)
    assert (floating.across, floating.down) == (Offset("margin", align="right"), Offset("page", 20.0))
    assert (floating.wrap, floating.side, floating.gaps) == ("square", "left", (1.0, 2.0, 0.0, 0.0))
    assert (floating.behind, floating.order, floating.in_cell) == (True, 7, False)


@pytest.mark.parametrize(
    ("wrap", "kind"),
    [("<wp:wrapNone/>", "none"), ("<wp:wrapTopAndBottom/>", "topAndBottom"), ("<wp:wrapThrough/>", "square")],
)
def test_how_text_goes_around(wrap: str, kind: str) -> None:
    assert found(anchor(pic("a.png"), wrap=wrap)).only(Float).wrap == kind


def test_a_simple_place_counts_from_the_corner_of_the_page() -> None:
    floating = found(anchor(pic("a.png"), '<wp:simplePos x="127000" y="0"/>', more='simplePos="1"')).only(Float)
    assert (floating.across, floating.down) == (Offset("page", 10.0), Offset("page", 0.0))


def test_a_text_box_has_words_a_frame_and_a_ground() -> None:
    shape = rect(
        '<a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill>'
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
    )
    body = '<wps:bodyPr lIns="0" tIns="12700" anchor="ctr" vert="eaVert"><a:spAutoFit/></wps:bodyPr>'
    box = found(inline(wsp(shape, p("盒"), body))).only(TextBox)
    assert (box.width, box.height, box.background, box.align) == (100, 50, "#ffff00", "middle")
    assert (box.padding, box.grows, box.direction) == ((1.0, 7.2, 3.6, 0.0), True, "tbRl")
    assert box.border is not None
    assert (box.border.width, box.border.colour) == (1.0, "#000000")
    (block,) = box.blocks
    assert isinstance(block, Paragraph)
    assert [i.text for i in block.inlines if isinstance(i, Text)] == ["盒"]


def test_a_shape_takes_line_ground_and_ink_from_its_style() -> None:
    """20.1.4.2.19."""
    style = (
        '<wps:style><a:lnRef idx="2"><a:srgbClr val="111111"/></a:lnRef><a:fillRef idx="1"><a:srgbClr val="222222"/>'
        '</a:fillRef><a:fontRef idx="minor"><a:srgbClr val="eeeeee"/></a:fontRef></wps:style>'
    )
    box = found(inline(wsp(rect(), p("盒"), style=style))).only(TextBox)
    assert box.border is not None
    assert (box.border.colour, box.border.width, box.background) == ("#111111", 1.0, "#222222")
    assert isinstance(box.blocks[0], Paragraph)
    text = box.blocks[0].inlines[0]
    assert isinstance(text, Text)
    assert text.look.colour == "#eeeeee"


@pytest.mark.parametrize(
    ("kind", "shape"), [("ellipse", "ellipse"), ("straightConnector1", "line"), ("roundRect", "roundRect")]
)
def test_simple_shapes_are_drawn(kind: str, shape: str) -> None:
    assert found(anchor(wsp(rect(kind=kind)))).only(Float).content.shape == shape  # type: ignore[union-attr]


def test_a_line_that_is_mirrored_rises() -> None:
    mirrored = '<a:xfrm flipV="1"><a:ext cx="127000" cy="127000"/></a:xfrm>' + rect(kind="line")
    assert found(inline(wsp(mirrored))).only(TextBox).shape == "lineUp"


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (inline(wsp(rect(kind="star5"))), "print.shape"),
        (inline(graphic("", "chart")), "print.chart"),
        (inline(graphic("", "diagram")), "print.smart_art"),
        (inline(graphic("", SHAPE.replace("Shape", "Group"))), "print.group"),
        (inline(graphic("<wps:wgp><wps:graphicFrame/></wps:wgp>", SHAPE.replace("Shape", "Group"))), "print.group"),
        (inline(graphic("", SHAPE.replace("Shape", "Canvas"))), "print.group"),
        (p(r(inner='<w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict>')), "print.word_art"),
        (p(r(inner="<w:pict><v:group/></w:pict>")), "print.group"),
        (p(r(inner='<w:pict><v:shape type="#_x0000_t61"/></w:pict>')), "print.shape"),
        (p("<m:oMath/>"), "print.equation"),
        ("<m:oMathPara/>", "print.equation"),
    ],
)
def test_what_is_not_drawn_is_refused_by_its_name(block: str, code: str) -> None:
    assert found(block).refused == [code]


def test_what_is_written_for_newer_words_is_read_where_it_is_known() -> None:
    newer = f'<mc:Choice Requires="wps">{r("新")}</mc:Choice>'
    unknown = '<mc:Choice xmlns:zz="urn:unknown" Requires="zz"><w:surprise/></mc:Choice>'
    older = f"<mc:Fallback>{r('旧')}</mc:Fallback>"
    assert found(p(f"<mc:AlternateContent>{newer}{older}</mc:AlternateContent>")).texts == ["新"]
    assert found(p(f"<mc:AlternateContent>{unknown}{older}</mc:AlternateContent>")).texts == ["旧"]


def test_pictures_and_boxes_of_older_words() -> None:
    image = '<v:imagedata r:id="a.png" cropleft="6554f"/>'
    picture = f'<w:pict><v:shape style="width:30pt;height:.5in">{image}</v:shape></w:pict>'
    box = (
        '<w:pict><v:shape type="#_x0000_t202" style="position:absolute;margin-left:10pt;margin-top:5pt;width:60pt;'
        'height:20pt;z-index:-3;mso-position-horizontal-relative:page" fillcolor="#ff0" stroked="f">'
        f'<v:textbox inset="0,1pt"><w:txbxContent>{p("盒")}</w:txbxContent></v:textbox>'
        '<w10:wrap type="square"/></v:shape></w:pict>'
    )
    first = found(p(r(inner=picture))).only(Picture)
    assert (first.width, first.height, round(first.crop.left, 2)) == (30, 36, 0.1)
    floating = found(p(r(inner=box))).only(Float)
    assert isinstance(floating.content, TextBox)
    assert (floating.content.background, floating.content.border, floating.content.padding) == (
        "#ffff00", None, (1.0, 7.2, 3.6, 0.0),
    )  # fmt: skip
    assert (floating.across, floating.down.origin, floating.wrap) == (Offset("page", 10.0), "paragraph", "square")
    assert floating.behind


def test_a_horizontal_rule_is_as_wide_as_the_text() -> None:
    rule = '<w:pict><v:rect style="width:0;height:1.5pt" o:hr="t" fillcolor="gray"/></w:pict>'
    box = found(p(r(inner=rule))).only(TextBox)
    assert (box.width, box.height, box.background) == (300, 1.5, "#808080")


def test_neighbours_in_one_frame_float_together() -> None:
    """17.3.1.11."""
    frame = (
        '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="400" w:y="20"/>'
    )
    result = found(p("甲", ppr=frame) + p("乙", ppr=frame) + p("丙"))
    floating, after = result.section.blocks
    assert isinstance(floating, Float)
    assert isinstance(floating.content, TextBox)
    assert (len(floating.content.blocks), floating.content.width, floating.content.grows) == (2, 100, True)
    assert (floating.across, floating.down) == (Offset("page", 20.0), Offset("paragraph", 1.0))
    assert (floating.gaps, floating.wrap) == ((0.0, 9.0, 0.0, 9.0), "square")
    assert isinstance(after, Paragraph)


def test_a_drop_cap_is_a_frame_as_wide_as_its_letter() -> None:
    drop = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    floating = found(p("甲", ppr=drop) + p("方应当")).section.blocks[0]
    assert isinstance(floating, Float)
    assert isinstance(floating.content, TextBox)
    assert (floating.content.width, floating.across, floating.down) == (0, Offset("column"), Offset("paragraph"))


def test_what_stands_in_a_box_is_placed_where_the_box_hangs() -> None:
    block = p("前") + anchor(wsp(rect(), p("<m:oMath/>")))
    (finding,) = found(block).findings
    assert finding.place.paragraph == 2  # type: ignore[union-attr]


def test_boxes_stand_in_cells_and_tables_in_boxes() -> None:
    cell = f"<w:tr><w:tc>{inline(wsp(rect(), tbl('a|b') + p('c')))}</w:tc></w:tr>"
    assert not found(tbl(cell, grid=(2000,))).findings


def test_words_across_a_page_are_a_box_that_its_one_line_fills() -> None:
    """Part 4, 19.1.2.23: the watermark that Word puts into headers."""
    mark = (
        '<w:pict><v:shape type="#_x0000_t136" style="position:absolute;width:280pt;height:100pt;rotation:315;'
        'z-index:-5;mso-position-horizontal:center;mso-position-horizontal-relative:margin" fillcolor="silver">'
        '<v:fill opacity=".5"/><v:textpath style="font-family:&quot;SimHei&quot;" string="草稿"/></v:shape></w:pict>'
    )
    floating = found(p(r(inner=mark))).only(Float)
    assert (floating.across, floating.behind) == (Offset("margin", align="center"), True)
    box = floating.content
    assert isinstance(box, TextBox)
    assert (box.stretched, box.turned, box.width) == (True, 315, 280)
    assert isinstance(box.blocks[0], Paragraph)
    text = box.blocks[0].inlines[0]
    assert isinstance(text, Text)
    assert (text.text, text.look.east_asia, text.look.colour) == ("草稿", "SimHei", "#e0e0e0")


def test_a_picture_washed_out_to_stand_behind_text_is_paler() -> None:
    washed = '<v:imagedata r:id="a.png" gain="19661f" blacklevel="22938f"/>'
    older = p(r(inner=f'<w:pict><v:shape type="#_x0000_t75" style="width:9pt;height:9pt">{washed}</v:shape></w:pict>'))
    newer = inline(pic("a.png", '<a:lum bright="70000" contrast="-70000"/>'))
    for block in (older, newer):
        with Image.open(io.BytesIO(found(block).only(Picture).content)) as image:
            assert image.getpixel((0, 0)) == pytest.approx((255, 178.5, 178.5), abs=0.6)
            assert image.getpixel((1, 1)) == pytest.approx((178.5,) * 3, abs=0.6)


@pytest.mark.parametrize(("orientation", "size", "red"), [(1, (40, 20), (0, 0)), (3, (40, 20), (39, 19)),
                                                          (6, (20, 40), (19, 0)), (8, (20, 40), (0, 39))])  # fmt: skip
def test_a_photograph_stands_upright_also_where_its_pixels_are_changed(
    orientation: int, size: tuple[int, int], red: tuple[int, int]
) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (0, 0, 20, 10))
    said_by_camera, written = Image.Exif(), io.BytesIO()
    said_by_camera[0x0112] = orientation
    image.save(written, "JPEG", exif=said_by_camera, quality=95)
    paler = inline(pic("photo.jpg", '<a:lum contrast="-20000"/>'))
    picture = said(paler, media={"photo.jpg": written.getvalue()}).only(Picture)
    with Image.open(io.BytesIO(picture.content)) as shown:
        assert shown.size == size
        assert "exif" not in shown.info
        corners = [(x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
        reds = [shown.convert("RGB").getpixel(corner)[1] for corner in corners]  # type: ignore[index]
        assert corners[reds.index(min(reds))] == red
        assert max(reds) - min(reds) > 100


def test_a_group_is_a_box_in_which_its_members_stand() -> None:
    """20.1.7.5: here a unit of the group is half a point, and its corner is at (100, 0)."""

    def placed(x: int, y: int, width: int, height: int) -> str:
        return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'

    outer = '<a:xfrm><a:chOff x="100" y="0"/><a:chExt cx="200" cy="100"/></a:xfrm>'
    first = f"<wps:wsp><wps:spPr>{placed(100, 20, 100, 40)}{rect()}</wps:spPr><wps:bodyPr/></wps:wsp>"
    second = f"<wps:wsp><wps:spPr>{placed(0, 0, 10, 10)}{rect(kind='ellipse')}</wps:spPr><wps:bodyPr/></wps:wsp>"
    inner = f"{placed(200, 0, 100, 100)[:-9]}" + '<a:chOff x="0" y="0"/><a:chExt cx="10" cy="10"/></a:xfrm>'
    nested = f"<wps:grpSp><wps:grpSpPr>{inner}</wps:grpSpPr>{second}</wps:grpSp>"
    group = f"<wps:wgp><wps:grpSpPr>{outer}</wps:grpSpPr>{first}{nested}</wps:wgp>"
    result = found(inline(graphic(group, SHAPE.replace("Shape", "Group"))))
    assert not result.findings
    (holder,) = result.only(TextBox).blocks
    assert isinstance(holder, Paragraph)
    boxes = [(f.across.distance, f.down.distance, f.content) for f in holder.inlines if isinstance(f, Float)]
    members = [(x, y, c.width, c.height, c.shape) for x, y, c in boxes if isinstance(c, TextBox)]
    assert [tuple(round(number) for number in member[:4]) for member in members] == [(0, 10, 50, 20), (50, 0, 50, 50)]
    assert [member[4] for member in members] == ["rect", "ellipse"]


def seal(kind: str = "PNG") -> bytes:
    """White, with a red rim at the left, as large as a square of two."""
    image = Image.new("RGB", (200, 100), "white")
    image.paste("red", (0, 0, 48, 100))
    written = io.BytesIO()
    image.save(written, kind)
    return written.getvalue()


def clear(colour: str = "FFFFFF", alpha: str = "0") -> str:
    to = f'<a:clrTo><a:srgbClr val="{colour}"><a:alpha val="{alpha}"/></a:srgbClr></a:clrTo>'
    return f'<a:clrChange><a:clrFrom><a:srgbClr val="{colour}"/></a:clrFrom>{to}</a:clrChange>'


GROUND = p(r("　" * 9 + "甲方", '<w:shd w:val="clear" w:fill="FFFF00"/>'))


def over_words(content: str) -> str:
    """Something in front of words on a yellow ground, 100 points wide."""
    across = '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    down = '<wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    return GROUND + anchor(content, across + down)


def seen(press: Press, file: bytes) -> Image.Image:
    """The page in points."""
    with pypdfium2.PdfDocument(press.print(file).pdf) as document:
        page: Image.Image = document[0].render().to_pil().convert("RGB")
    return page


YELLOW, WHITE, RED = (255, 255, 0), (255, 255, 255), (255, 0, 0)


@pytest.mark.parametrize("name", ["s.png", "s.jpg"])
@pytest.mark.parametrize(("change", "ground"), [("", WHITE), (clear(), YELLOW), (clear("00FF00"), WHITE)])
def test_what_lies_beneath_the_colour_made_transparent_is_seen(
    press: Press, name: str, change: str, ground: tuple[int, int, int]
) -> None:
    """设置透明色: how the white ground of a seal is taken away in Word (20.1.8.16)."""
    media = {"s.png": seal(), "s.jpg": seal("JPEG")}
    page = seen(press, word(over_words(pic(name, change)), media=media))
    assert near(page.getpixel((140, 55)), ground)
    assert near(page.getpixel((60, 55)), RED)


def test_a_colour_made_another_one_is_told() -> None:
    assert found(inline(pic("a.png", clear(alpha="100000")))).told == ["print.drawing_effect"]


def test_a_drawing_with_a_colour_made_transparent_is_refused_for_it_would_cover_what_lies_beneath() -> None:
    assert found(inline(pic("a.svg", clear()))).refused == ["print.picture_clear"]


def test_what_lies_beneath_a_picture_made_half_transparent_shines_through(press: Press) -> None:
    page = seen(press, word(over_words(pic("s.png", '<a:alphaModFix amt="50000"/>')), media={"s.png": seal()}))
    assert near(page.getpixel((140, 55)), (255, 255, 128))


def test_the_transparent_colour_of_older_files_is_seen_through(press: Press) -> None:
    style = "position:absolute;width:100pt;height:50pt;margin-left:0;margin-top:0;mso-position-vertical-relative:margin"
    shape = f'<v:shape style="{style}"><v:imagedata r:id="s.png" chromakey="white"/></v:shape>'
    page = seen(press, word(GROUND, p("锚", r(inner=f"<w:pict>{shape}</w:pict>")), media={"s.png": seal()}))
    assert near(page.getpixel((140, 55)), YELLOW)
    assert near(page.getpixel((60, 55)), RED)


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    return found == pytest.approx(wanted, abs=5)  # pdfium rounds down where something is transparent
