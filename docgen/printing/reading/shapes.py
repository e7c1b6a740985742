"""Shapes of DrawingML and the words in them (ECMA-376-1, 20.1.2.2.33; wps:wsp), with what pictures share: lines, turns,
effects that are told."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from docgen.errors import WordPlace
from docgen.printing.reading.source import Counter, Source, Surroundings, local
from docgen.printing.reading.theme import A
from docgen.printing.reading.tree import Block, Border, TextBox
from docgen.printing.reading.values import Element, W

if TYPE_CHECKING:
    from docgen.printing.reading.inlines import Story

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


def shape(
    element: Element,
    story: Story,
    place: WordPlace,
    size: tuple[float, float],
    description: str,
    *,
    scaled: bool = False,
) -> TextBox | None:
    """wps:wsp: words in a frame, or a frame alone. scaled: `size` is that of the shape within its group."""
    source = story.source
    properties, style, body, words = (
        next((child for child in element if local(child) == name), None) for name in ("spPr", "style", "bodyPr", "txbx")
    )
    if properties is None or any(local(child) == "linkedTxbx" for child in element):
        source.refuse("print.text_box", place)
        return None
    geometry = properties.find(A + "prstGeom")
    kind = _SHAPES.get("" if geometry is None else geometry.get("prst", ""))
    if kind is None or properties.find(A + "custGeom") is not None:
        source.refuse("print.shape", place, shape="" if geometry is None else geometry.get("prst", ""))
        return None
    transform = properties.find(A + "xfrm")
    if kind == "line" and transform is not None and on(transform, "flipH") != on(transform, "flipV"):
        kind = "lineUp"
    turned = turn(transform)
    width, height = size
    if not scaled and transform is not None and (own := transform.find(A + "ext")) is not None:
        width, height = extent(own, "cx", "cy")
    border = line(properties.find(A + "ln"), source, _styled_line(style, source))
    tell_effects(
        [child for child in properties if local(child) not in ("gradFill", "pattFill")], source, place, of_shape=True
    )
    if (drawn := properties.find(A + "ln")) is not None:
        for end in ("headEnd", "tailEnd"):
            if (found := drawn.find(A + end)) is not None and found.get("type", "none") != "none":
                source.tell("print.drawing_effect", place, effect=end)
    _tell_body(body, source, place)
    insets = _insets(body)
    upright = "" if body is None else body.get("vert", "horz")
    direction = {"eaVert": "tbRl", "vert": "tbRl", "vert270": "btLr", "horz": "lrTb", "": "lrTb"}.get(upright, "")
    if not direction:
        source.refuse("print.vertical_text", place)
        direction = "lrTb"
    room = (height - insets[0] - insets[2]) if direction != "lrTb" else (width - insets[1] - insets[3])
    content = None if words is None else next((child for child in words if child.tag == W + "txbxContent"), None)
    fits = body is not None and body.find(A + "spAutoFit") is not None
    return TextBox(
        blocks_within(content, story, place, room, _words_style(style, source)),
        width,
        height,
        insets,
        border,
        _fill(properties, style, source, place),
        {"ctr": "middle", "b": "bottom"}.get("" if body is None else body.get("anchor", "t"), "top"),
        fits,
        direction,
        kind,
        description,
        turned,
        fits=fits and not scaled and content is not None,
        wraps=body is None or body.get("wrap", "square") != "none",
    )


def _tell_body(body: Element | None, source: Source, place: WordPlace) -> None:
    """21.1.2.1.1: words in columns, turned by themselves, bent or made smaller to fit."""
    if body is None:
        return
    told = [name for name, plain in _PLAIN_BODY.items() if body.get(name, plain) not in (plain, "0", "false", "")]
    for child in body:
        name = local(child)
        if name == "normAutofit":
            told += ["fontScale"] if child.get("fontScale") or child.get("lnSpcReduction") else []
        elif name == "prstTxWarp":
            told += [] if child.get("prst") in ("textNoShape", None) else [child.get("prst", "")]
        elif name and name not in ("spAutoFit", "noAutofit", "extLst"):
            told.append(name)
    for effect in told:
        source.tell("print.drawing_effect", place, effect=effect)


_PLAIN_BODY = {"rot": "0", "numCol": "1", "anchorCtr": "0"}


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


# What pictures and shapes share


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


def extent(element: Element | None, across: str, down: str) -> tuple[float, float]:
    return (0.0, 0.0) if element is None else (abs(emu(element.get(across))), abs(emu(element.get(down))))


def on(element: Element, name: str, default: bool = False) -> bool:
    value = element.get(name)
    return default if value is None else value in ("1", "true", "on")


def turn(transform: Element | None) -> float:
    """Degrees clockwise (20.1.10.3)."""
    try:
        return 0.0 if transform is None else int(transform.get("rot", "0")) / 60_000 % 360
    except (ValueError, OverflowError):
        return 0.0


def line(element: Element | None, source: Source, styled: Border | None = None) -> Border | None:
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


_PLAIN = frozenset((
    "xfrm", "prstGeom", "noFill", "solidFill", "ln", "extLst", "blip", "srcRect", "stretch", "fillRect", "avLst",
    "lum", "grayscl", "alphaModFix",
))  # fmt: skip


def tell_effects(elements: list[Element], source: Source, place: WordPlace, *, of_shape: bool = False) -> None:
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
        elif name == "ln" and (element.find(A + "gradFill") is not None or element.find(A + "pattFill") is not None):
            source.tell("print.drawing_effect", place, effect="gradFill")
        elif name in ("ln", "solidFill") and any(
            share.get("val") not in ("100000", "100%") for share in element.iter(A + "alpha")
        ):
            source.tell("print.drawing_effect", place, effect="alpha")
