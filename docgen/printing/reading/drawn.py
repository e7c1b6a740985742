"""DrawingML in a paragraph (ECMA-376-1, 20.4): pictures, text boxes and simple shapes, in line or anchored."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from docgen.errors import WordPlace
from docgen.printing.reading.pictured import SVG, UNCHANGED, Change, drawing_of, file_of
from docgen.printing.reading.source import Counter, Source, Surroundings, chosen, local
from docgen.printing.reading.theme import A
from docgen.printing.reading.tree import Block, Border, Crop, Float, Inline, Offset, Picture, TextBox
from docgen.printing.reading.values import Element, W

if TYPE_CHECKING:
    from docgen.printing.reading.inlines import Story

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_EMU = 12_700  # to a point
_LONGEST = 6336.0
_DASHES = {  # ST_PresetLineDashVal (20.1.10.48) as kinds of ST_Border
    "solid": "single", "dot": "dotted", "sysDot": "dotted", "dash": "dashed", "lgDash": "dashed",
    "sysDash": "dashSmallGap",
    "dashDot": "dotDash", "lgDashDot": "dotDash", "sysDashDot": "dotDash", "lgDashDotDot": "dotDotDash",
    "sysDashDotDot": "dotDotDash",
}  # fmt: skip
_COMPOUND = {"dbl": "double", "tri": "triple", "thickThin": "thickThinSmallGap", "thinThick": "thinThickSmallGap"}
_SHAPES = {
    "rect": "rect", "roundRect": "roundRect", "ellipse": "ellipse", "line": "line", "straightConnector1": "line",
    "flowChartProcess": "rect", "flowChartAlternateProcess": "roundRect", "flowChartConnector": "ellipse",
    "": "rect",
}  # fmt: skip
_ORIGINS = frozenset((
    "page", "margin", "column", "character", "paragraph", "line", "leftMargin", "rightMargin", "topMargin",
    "bottomMargin", "insideMargin", "outsideMargin",
))  # fmt: skip
_SIDES = frozenset(("left", "center", "right", "inside", "outside", "top", "bottom"))
#: What stands in a graphic (the last word of its uri) and is refused by a name of its own.
_REFUSED = {
    "chart": "print.chart", "chartex": "print.chart", "diagram": "print.smart_art", "ole": "print.object",
    "wordprocessingGroup": "print.group", "wordprocessingCanvas": "print.group", "wordprocessingInk": "print.ink",
}  # fmt: skip


def drawing(element: Element, story: Story, place: WordPlace) -> list[Inline]:
    """A w:drawing (17.3.3.9). Empty after refusing what cannot be printed as it is meant."""
    found: list[Inline] = []
    for frame in element:
        if local(frame) not in ("inline", "anchor") or not frame.tag.startswith(WP):
            continue
        properties = frame.find(WP + "docPr")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            story.source.tell("print.hidden", place)
            continue
        content = _content(frame, story, place)
        if content is not None:
            found.append(content if frame.tag == WP + "inline" else _anchored(frame, content))
    return found


def _content(frame: Element, story: Story, place: WordPlace) -> Picture | TextBox | None:
    source = story.source
    graphic = frame.find(f"{A}graphic/{A}graphicData")
    kind = "" if graphic is None else graphic.get("uri", "").rpartition("/")[2]
    extent = frame.find(WP + "extent")
    width, height = _extent(extent, "cx", "cy")
    described = frame.find(WP + "docPr")
    description = "" if described is None else described.get("descr", "")
    if kind == "picture" and graphic is not None:
        picture = graphic.find(PIC + "pic")
        return None if picture is None else _picture(picture, story, place, (width, height), description)
    if kind == "wordprocessingShape" and graphic is not None:
        shape = next((child for child in graphic if local(child) == "wsp"), None)
        if shape is not None:
            return _shape(shape, story, place, (width, height), description)
    source.refuse(_REFUSED.get(kind, "print.text_box" if "wordprocessing" in kind else "print.drawing"), place)
    return None


def emu(value: str | None, default: float = 0.0) -> float:
    """A length of DrawingML (20.1.10.16) in points."""
    try:
        length = int(value or "") / _EMU
    except (ValueError, OverflowError):
        try:  # 22.9.2.15: also with a unit
            units = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
            length = float((value or "")[:-2]) * units[(value or "")[-2:]]
        except (ValueError, KeyError):
            return default
    return min(max(length, -_LONGEST), _LONGEST) if math.isfinite(length) else default


def _extent(element: Element | None, across: str, down: str) -> tuple[float, float]:
    return (0.0, 0.0) if element is None else (abs(emu(element.get(across))), abs(emu(element.get(down))))


def _on(element: Element, name: str, default: bool = False) -> bool:
    value = element.get(name)
    return default if value is None else value in ("1", "true", "on")


# Pictures


def _picture(
    element: Element, story: Story, place: WordPlace, size: tuple[float, float], description: str
) -> Picture | None:
    source = story.source
    fill, properties = element.find(PIC + "blipFill"), element.find(PIC + "spPr")
    blip = None if fill is None else fill.find(A + "blip")
    if fill is None or blip is None:
        source.refuse("print.picture_missing", place)
        return None
    transform = None if properties is None else properties.find(A + "xfrm")
    change = _change(blip, transform)
    drawn = b""
    for extension in blip.iterfind(f"{A}extLst/{A}ext/*"):
        if local(extension) == "svgBlip":
            drawn = drawing_of(story.part, extension.get(R + "embed", ""), source)
    embedded = blip.get(R + "embed", "")
    found = (drawn, SVG) if drawn and not embedded else file_of(story.part, embedded, source, place, change)
    if found is None:
        return None
    content, mime = found
    fallback = b""
    if drawn and mime != SVG and change == UNCHANGED:
        fallback, content, mime = content, drawn, SVG
    _tell_effects([*blip, *(() if properties is None else properties), *fill], source, place)
    border = None if properties is None else _line(properties.find(A + "ln"), source)
    return Picture(
        content, mime, *size, description, _crop(fill.find(A + "srcRect")), _turn(transform), border, fallback
    )


def _change(blip: Element, transform: Element | None) -> Change:
    """20.1.7.6 (mirrored), 20.1.8.34 (without colours), 20.1.8.42 (brightness and contrast: washed out)."""
    across, down = (False, False) if transform is None else (_on(transform, "flipH"), _on(transform, "flipV"))
    gain, lift = 1.0, 0.5
    if (light := blip.find(A + "lum")) is not None:
        gain = max(1.0 + _share(light.get("contrast")), 0.0)
        lift = 0.5 + _share(light.get("bright")) / 2
    return Change(across, down, blip.find(A + "grayscl") is not None, gain, lift)


def _share(value: str | None) -> float:
    """Thousandths of a per cent, or per cent, from -1 to 1."""
    try:
        found = float(value[:-1]) / 100 if value and value.endswith("%") else float(value or 0) / 100_000
    except ValueError:
        return 0.0
    return min(max(found, -1.0), 1.0) if math.isfinite(found) else 0.0


_PLAIN = frozenset((
    "xfrm", "prstGeom", "noFill", "solidFill", "ln", "extLst", "blip", "srcRect", "stretch", "fillRect", "avLst",
    "lum", "grayscl",
))  # fmt: skip


def _tell_effects(elements: list[Element], source: Source, place: WordPlace, *, of_shape: bool = False) -> None:
    """What changes how a picture or a shape looks, beyond its frame and fill: told, and printed without."""
    for element in elements:
        name = local(element)
        if name == "prstGeom":
            if element.get("prst", "rect") not in (_SHAPES if of_shape else ("rect", "")):
                source.tell("print.drawing_effect", place, effect=element.get("prst", ""))
        elif name == "effectLst":
            for effect in element:
                source.tell("print.drawing_effect", place, effect=local(effect))
        elif name and name not in _PLAIN:
            source.tell("print.drawing_effect", place, effect=name)


def _crop(element: Element | None) -> Crop:
    """20.1.8.55: thousandths of a per cent, or per cent; a negative share would add a rim, and is left out."""
    if element is None:
        return Crop()

    def share(name: str) -> float:
        value = element.get(name, "0")
        try:
            found = float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000
        except ValueError:
            return 0.0
        return min(max(found, 0.0), 1.0) if math.isfinite(found) else 0.0

    left, top, right, bottom = (share(name) for name in "ltrb")
    if left + right > 0.99 or top + bottom > 0.99:
        return Crop()
    return Crop(left, top, right, bottom)


def _turn(transform: Element | None) -> float:
    """Degrees clockwise (20.1.10.3)."""
    try:
        return 0.0 if transform is None else int(transform.get("rot", "0")) / 60_000 % 360
    except (ValueError, OverflowError):
        return 0.0


def _line(element: Element | None, source: Source, styled: Border | None = None) -> Border | None:
    """a:ln (20.1.2.2.24); `styled`: what the style of the shape says, where the line itself says nothing."""
    if element is None:
        return styled
    if element.find(A + "noFill") is not None:
        return None
    colour = source.styles.theme.drawn(element.find(A + "solidFill")) or (styled.colour if styled else "")
    if not colour:
        return None
    width = emu(element.get("w"), styled.width if styled else 0.75)
    dash = element.find(A + "prstDash")
    kind = _DASHES.get("" if dash is None else dash.get("val", ""), "single")
    return Border(_COMPOUND.get(element.get("cmpd", ""), kind), min(max(width, 0.25), 100.0), colour)


# Shapes and text boxes


def _shape(
    element: Element,
    story: Story,
    place: WordPlace,
    size: tuple[float, float],
    description: str,
) -> TextBox | None:
    """wps:wsp: words in a frame, or a frame alone."""
    source = story.source
    properties, style, body, words = (
        next((child for child in element if local(child) == name), None) for name in ("spPr", "style", "bodyPr", "txbx")
    )
    if properties is None or any(local(child) == "linkedTxbx" for child in element):
        source.refuse("print.text_box", place)
        return None
    geometry = properties.find(A + "prstGeom")
    shape = _SHAPES.get("" if geometry is None else geometry.get("prst", ""))
    if shape is None or properties.find(A + "custGeom") is not None:
        source.refuse("print.shape", place, shape="" if geometry is None else geometry.get("prst", ""))
        return None
    transform = properties.find(A + "xfrm")
    if shape == "line" and transform is not None and _on(transform, "flipH") != _on(transform, "flipV"):
        shape = "lineUp"
    turned = _turn(transform)
    width, height = size
    if transform is not None and (own := transform.find(A + "ext")) is not None:
        width, height = _extent(own, "cx", "cy")
    border = _line(properties.find(A + "ln"), source, _styled_line(style, source))
    _tell_effects(
        [child for child in properties if local(child) not in ("gradFill", "pattFill")], source, place, of_shape=True
    )
    if (line := properties.find(A + "ln")) is not None:
        for end in ("headEnd", "tailEnd"):
            if (found := line.find(A + end)) is not None and found.get("type", "none") != "none":
                source.tell("print.drawing_effect", place, effect=end)
    insets = _insets(body)
    upright = "" if body is None else body.get("vert", "horz")
    direction = {"eaVert": "tbRl", "vert": "tbRl", "vert270": "btLr", "horz": "lrTb", "": "lrTb"}.get(upright, "")
    if not direction:
        source.refuse("print.vertical_text", place)
        direction = "lrTb"
    room = (height - insets[0] - insets[2]) if direction != "lrTb" else (width - insets[1] - insets[3])
    content = None if words is None else next((child for child in words if child.tag == W + "txbxContent"), None)
    return TextBox(
        blocks_within(content, story, place, room, _words_style(style, source)),
        width,
        height,
        insets,
        border,
        _fill(properties, style, source, place),
        {"ctr": "middle", "b": "bottom"}.get("" if body is None else body.get("anchor", "t"), "top"),
        body is not None and body.find(A + "spAutoFit") is not None,
        direction,
        shape,
        description,
        turned,
    )


def blocks_within(
    content: Element | None, story: Story, place: WordPlace, width: float, character: dict[str, object] | None = None
) -> tuple[Block, ...]:
    """The paragraphs and tables of a w:txbxContent (17.17.1)."""
    read = story.source.read_blocks
    if content is None or read is None:
        return ()
    inner = type(story)(story.source, story.part, note=story.note)
    surroundings = Surroundings(character=character or {}, width=max(width, 1.0))
    return read(content, inner, Counter(story.part, within=place), surroundings)


def _insets(body: Element | None) -> tuple[float, float, float, float]:
    """Top, right, bottom, left (21.1.2.1.1): a tenth of an inch at the sides, half of that above and below."""
    sides = (("tIns", 3.6), ("rIns", 7.2), ("bIns", 3.6), ("lIns", 7.2))
    top, right, bottom, left = (
        default if body is None else max(emu(body.get(name), default), 0.0) for name, default in sides
    )
    return top, right, bottom, left


def _fill(properties: Element, style: Element | None, source: Source, place: WordPlace) -> str:
    for child in properties:
        name = local(child)
        if name == "noFill":
            return ""
        if name == "solidFill":
            return source.styles.theme.drawn(child)
        if name in ("gradFill", "pattFill", "blipFill"):
            source.tell("print.drawing_effect", place, effect=name)
            stop = child.find(f"{A}gsLst/{A}gs") if name == "gradFill" else child.find(A + "bgClr")
            return source.styles.theme.drawn(stop)
    reference = None if style is None else style.find(A + "fillRef")
    if reference is None or reference.get("idx", "0") in ("0", "1000"):
        return ""
    return source.styles.theme.drawn(reference)


def _styled_line(style: Element | None, source: Source) -> Border | None:
    """a:lnRef (20.1.4.2.19): a line of the theme, by number."""
    reference = None if style is None else style.find(A + "lnRef")
    index = "0" if reference is None else reference.get("idx", "0")
    if reference is None or not index.isdecimal() or len(index) > 2 or int(index) == 0:
        return None
    widths = source.styles.theme.lines
    return Border("single", widths[min(int(index), len(widths)) - 1], source.styles.theme.drawn(reference) or "#000000")


def _words_style(style: Element | None, source: Source) -> dict[str, object]:
    """a:fontRef (20.1.4.1.17): the colour of words that have none of their own."""
    reference = None if style is None else style.find(A + "fontRef")
    colour = "" if reference is None else source.styles.theme.drawn(reference)
    return {"colour": colour} if colour else {}


# Anchors


def _anchored(frame: Element, content: Picture | TextBox) -> Float:
    """wp:anchor (20.4.2.3)."""
    if _on(frame, "simplePos") and (simple := frame.find(WP + "simplePos")) is not None:
        across, down = Offset("page", emu(simple.get("x"))), Offset("page", emu(simple.get("y")))
    else:
        across = _offset(frame.find(WP + "positionH"), "column")
        down = _offset(frame.find(WP + "positionV"), "paragraph")
    wrap: Literal["square", "topAndBottom", "none"] = "none"
    side = "bothSides"
    gaps = [emu(frame.get(name)) for name in ("distT", "distR", "distB", "distL")]
    for child in frame:
        name = local(child)
        if name in ("wrapSquare", "wrapTight", "wrapThrough"):
            wrap, side = "square", child.get("wrapText", "bothSides")
        elif name == "wrapTopAndBottom":
            wrap = "topAndBottom"
        elif name == "effectExtent":
            gaps = [
                gap + max(emu(child.get(edge)), 0.0) for gap, edge in zip(gaps, "trbl", strict=True)
            ]  # 20.4.2.6: what lines and effects add to the box
    order = frame.get("relativeHeight", "0")
    return Float(
        content,
        across,
        down,
        wrap,
        side if side in ("bothSides", "left", "right", "largest") else "bothSides",
        (max(gaps[0], 0.0), max(gaps[1], 0.0), max(gaps[2], 0.0), max(gaps[3], 0.0)),
        _on(frame, "behindDoc"),
        int(order) if order.isdecimal() and len(order) < 12 else 0,
        _on(frame, "layoutInCell", default=True),
    )


def _offset(element: Element | None, origin: str) -> Offset:
    """20.4.2.10, 20.4.2.11."""
    if element is None:
        return Offset(origin)
    named = element.get("relativeFrom", origin)
    origin = named if named in _ORIGINS else origin
    children: list[Element] = []
    for child in element:
        children += chosen_plainly(child) if local(child) == "AlternateContent" else [child]
    for child in children:
        if child.tag == WP + "align" and (child.text or "").strip() in _SIDES:
            return Offset(origin, 0.0, (child.text or "").strip())
        if child.tag == WP + "posOffset":
            return Offset(origin, emu((child.text or "").strip()))
    return Offset(origin)


def chosen_plainly(element: Element) -> list[Element]:
    """Places in per cent of the page stand beside the same in lengths, which are read."""
    for branch in element:
        if local(branch) == "Fallback":
            return list(branch)
    return chosen(element)
