"""DrawingML in a paragraph (ECMA-376-1, 20.4): pictures, text boxes and simple shapes, in line or anchored."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from docgen.errors import WordPlace
from docgen.printing.reading.fields import is_address
from docgen.printing.reading.pictured import SVG, UNCHANGED, Change, drawing_of, file_of
from docgen.printing.reading.shapes import emu, extent, line, on, shape, tell_effects, turn
from docgen.printing.reading.source import Source, chosen, local
from docgen.printing.reading.theme import A
from docgen.printing.reading.tree import Crop, Float, Inline, Look, Offset, Paragraph, Picture, Shape, TextBox
from docgen.printing.reading.values import Element

if TYPE_CHECKING:
    from docgen.printing.reading.inlines import Story

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
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
#: What stands in a graphic and is read, by the last word of its uri.
_WITHIN = {"wordprocessingShape": "wsp", "wordprocessingGroup": "wgp", "wordprocessingCanvas": "wpc"}


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
        _tell_frame(frame, story, place)
        content = _content(frame, story, place)
        if content is not None:
            found.append(content if frame.tag == WP + "inline" else _anchored(frame, content))
    return found


#: Around a graphic: where it stands, how large it is, what programs know of it.
_OF_FRAMES = frozenset((
    "simplePos", "positionH", "positionV", "extent", "effectExtent", "wrapNone", "wrapSquare", "wrapTight",
    "wrapThrough", "wrapTopAndBottom", "docPr", "cNvGraphicFramePr", "graphic", "sizeRelH", "sizeRelV",
    "AlternateContent",
))  # fmt: skip


def _tell_frame(frame: Element, story: Story, place: WordPlace) -> None:
    """Text stands around the box of what it is wrapped around tightly, which is told where that is no box."""
    for child in frame:
        name = local(child)
        if name in ("wrapTight", "wrapThrough"):
            corners = child.findall(f"{WP}wrapPolygon/*")
            if any(corner.get(axis) not in ("0", "21600", None) for corner in corners for axis in "xy"):
                story.source.tell("print.drawing_effect", place, effect=name)
        elif name and name not in _OF_FRAMES:
            story.source.tell("print.drawing_effect", place, effect=name)


def _content(frame: Element, story: Story, place: WordPlace) -> Picture | TextBox | None:
    source = story.source
    graphic = frame.find(f"{A}graphic/{A}graphicData")
    kind = "" if graphic is None else graphic.get("uri", "").rpartition("/")[2]
    width, height = extent(frame.find(WP + "extent"), "cx", "cy")
    described = frame.find(WP + "docPr")
    description = "" if described is None else described.get("descr", "")
    if kind == "picture" and graphic is not None:
        picture = graphic.find(PIC + "pic")
        if picture is None:
            source.refuse("print.picture_missing", place)
            return None
        return _leading(_picture(picture, story, place, (width, height), description), described, story)
    if described is not None and described.find(A + "hlinkClick") is not None:
        source.tell("print.drawing_effect", place, effect="hlinkClick")
    if graphic is not None and kind in _WITHIN:
        found = next((child for child in graphic if local(child) == _WITHIN[kind]), None)
        if found is not None and kind == "wordprocessingShape":
            return shape(found, story, place, (width, height), description)
        if found is not None:
            return _group(found, story, place, (width, height), description)
    source.refuse(_REFUSED.get(kind, "print.text_box" if "wordprocessing" in kind else "print.drawing"), place)
    return None


# Pictures


def _leading(picture: Picture | None, described: Element | None, story: Story) -> Picture | None:
    """With the address that it leads to (20.1.2.2.23, a:hlinkClick)."""
    click = None if described is None else described.find(A + "hlinkClick")
    if picture is None or click is None:
        return picture
    relation = story.source.relationship(story.part, click.get(R + "id", ""))
    return replace(picture, link=is_address(relation.target)) if relation and relation.external else picture


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
    change = _change(blip, transform, source)
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
    effects = [child for child in blip if not (change.clear and child.tag == A + "clrChange")]
    tell_effects([*effects, *(() if properties is None else properties), *fill], source, place)
    for child in element:
        if local(child) and local(child) not in _OF_PICTURES:
            source.tell("print.drawing_effect", place, effect=local(child))
    border = None if properties is None else line(properties.find(A + "ln"), source)
    return Picture(
        content, mime, *size, description, _crop(fill.find(A + "srcRect")), turn(transform), border, fallback
    )


def _change(blip: Element, transform: Element | None, source: Source) -> Change:
    """20.1.7.6 (mirrored), 20.1.8.34 (without colours), 20.1.8.42 (brightness and contrast: washed out), 20.1.8.4
    (something shines through everywhere), 20.1.8.16 (… through one colour: 设置透明色, the ground of seals)."""
    across, down = (False, False) if transform is None else (on(transform, "flipH"), on(transform, "flipV"))
    gain, lift = 1.0, 0.5
    if (light := blip.find(A + "lum")) is not None:
        gain = max(1.0 + _share(light.get("contrast")), 0.0)
        lift = 0.5 + _share(light.get("bright")) / 2
    alpha = blip.find(A + "alphaModFix")
    opaque = 1.0 if alpha is None else max(_share(alpha.get("amt", "100%")), 0.0)
    changed = blip.find(A + "clrChange")
    to_nothing = changed is not None and any(_share(share.get("val")) == 0 for share in changed.iterfind(_TO_ALPHA))
    clear = source.styles.theme.drawn(changed.find(A + "clrFrom")) if changed is not None and to_nothing else ""
    return Change(across, down, blip.find(A + "grayscl") is not None, gain, lift, opaque, clear)


_TO_ALPHA = f"{A}clrTo/*/{A}alpha"


def _share(value: str | None) -> float:
    """Thousandths of a per cent, or per cent, from -1 to 1."""
    try:
        found = float(value[:-1]) / 100 if value and value.endswith("%") else float(value or 0) / 100_000
    except ValueError:
        return 0.0
    return min(max(found, -1.0), 1.0) if math.isfinite(found) else 0.0


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


_OF_PICTURES = frozenset(("nvPicPr", "blipFill", "spPr", "extLst"))


# Groups


def _group(
    element: Element, story: Story, place: WordPlace, size: tuple[float, float], description: str
) -> TextBox | None:
    """wpg:wgp, wpc:wpc (20.1.2.2.20): a box in which its members float, in their order."""
    members = list(_members(element, story, place, _Scale.of(element, size)))
    if not members:
        return None
    look = Look(size=1.0)
    holder = Paragraph(tuple(members), Shape(), look, place)
    return TextBox((holder,), *size, (0.0, 0.0, 0.0, 0.0), description=description, turned=turn(_transform(element)))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates of a group to points in its box (20.1.7.5, a:chOff and a:chExt)."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    @classmethod
    def of(cls, group: Element, size: tuple[float, float], start: tuple[float, float] = (0.0, 0.0)) -> _Scale:
        transform = _transform(group)
        offset = None if transform is None else transform.find(A + "chOff")
        inner = extent(None if transform is None else transform.find(A + "chExt"), "cx", "cy")
        across = size[0] / inner[0] if inner[0] > 0 else 1.0
        down = size[1] / inner[1] if inner[1] > 0 else 1.0
        x, y = (0.0, 0.0) if offset is None else (emu(offset.get("x")), emu(offset.get("y")))
        return cls(start[0] - x * across, start[1] - y * down, across, down)

    def box(self, element: Element) -> tuple[float, float, float, float]:
        """Left, top, width and height of a member."""
        transform = _transform(element)
        offset = None if transform is None else transform.find(A + "off")
        width, height = extent(None if transform is None else transform.find(A + "ext"), "cx", "cy")
        x, y = (0.0, 0.0) if offset is None else (emu(offset.get("x")), emu(offset.get("y")))
        return self.x + x * self.across, self.y + y * self.down, width * self.across, height * self.down


def _transform(element: Element) -> Element | None:
    properties = next((child for child in element if local(child) in ("spPr", "grpSpPr")), None)
    return None if properties is None else properties.find(A + "xfrm")


def _members(element: Element, story: Story, place: WordPlace, scale: _Scale, depth: int = 0) -> Iterator[Float]:
    """What stands in a group; a group within is its members, unless it is turned."""
    for child in element:
        name = local(child)
        if not name or name in _OF_GROUPS:
            continue
        x, y, width, height = scale.box(child)
        content: Picture | TextBox | None = None
        if name == "wsp":
            content = shape(child, story, place, (width, height), "", scaled=True)
        elif name == "pic":
            content = _picture(child, story, place, (width, height), "")
        elif name in ("grpSp", "wgp") and depth < _MOST_DEEP and not turn(_transform(child)):
            yield from _members(child, story, place, _Scale.of(child, (width, height), (x, y)), depth + 1)
        else:
            story.source.refuse("print.group", place)
        if content is not None:
            yield Float(content, Offset("column", x), Offset("paragraph", y), "none")


_MOST_DEEP = 30
_OF_GROUPS = frozenset(("cNvGrpSpPr", "cNvPr", "grpSpPr", "extLst", "bg", "whole"))


# Anchors


def _anchored(frame: Element, content: Picture | TextBox) -> Float:
    """wp:anchor (20.4.2.3)."""
    if on(frame, "simplePos") and (simple := frame.find(WP + "simplePos")) is not None:
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
        on(frame, "behindDoc"),
        int(order) if order.isdecimal() and len(order) < 12 else 0,
        on(frame, "layoutInCell", default=True),
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
