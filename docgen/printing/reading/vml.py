"""VML in a paragraph (ECMA-376-4, 19): what older releases of Word left as pictures, text boxes, lines and rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from docgen.errors import WordPlace
from docgen.printing.reading.pictured import Change, file_of
from docgen.printing.reading.shapes import blocks_within
from docgen.printing.reading.source import Source, Surroundings, local
from docgen.printing.reading.tree import (
    Border,
    Crop,
    Float,
    Inline,
    Look,
    Offset,
    Paragraph,
    Picture,
    Shape,
    Text,
    TextBox,
)
from docgen.printing.reading.values import Element, colour

if TYPE_CHECKING:
    from docgen.printing.reading.inlines import Story

V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  (the prefix that everybody knows it by)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75, "pi": 12.0}
_LONGEST = 6336.0
_COLOURS = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "blue": "#0000ff", "green": "#008000",
    "yellow": "#ffff00",
    "gray": "#808080", "silver": "#c0c0c0", "maroon": "#800000", "navy": "#000080", "purple": "#800080",
    "teal": "#008080", "olive": "#808000", "lime": "#00ff00", "aqua": "#00ffff", "fuchsia": "#ff00ff",
    "window": "#ffffff", "windowText": "#000000",
}  # fmt: skip
_DASHES = {
    "solid": "single", "dash": "dashed", "dashdot": "dotDash", "longdash": "dashed", "longdashdot": "dotDash",
    "longdashdotdot": "dotDotDash", "shortdash": "dashSmallGap", "shortdot": "dotted", "shortdashdot": "dotDash",
    "dot": "dotted", "1 1": "dotted",
}  # fmt: skip
_ORIGINS = {"char": "character", "line": "line", "text": "", "margin": "margin", "page": "page",
            "left-margin-area": "leftMargin", "right-margin-area": "rightMargin", "top-margin-area": "topMargin",
            "bottom-margin-area": "bottomMargin", "inner-margin-area": "insideMargin",
            "outer-margin-area": "outsideMargin"}  # fmt: skip
_LETTERS = 0.85  # of the height of WordArt: the size of letters that fill it
#: What stands in a w:pict and draws nothing of itself.
_INKLESS = frozenset(("shapetype", "shapedefaults", "shapelayout", "wrap", "anchorlock", "bordertop", "borderbottom",
                      "borderleft", "borderright", "path", "lock", "formulas", "handles", "signatureline"))  # fmt: skip


#: In a shape: what is read, and what only says how it is edited.
_OF_SHAPES = frozenset(("fill", "stroke", "shadow", "textbox", "imagedata", "textpath", "callout", "lock", "path",
                        "formulas", "handles", "wrap", "anchorlock", "complex", "ClientData"))  # fmt: skip


def vml(element: Element, story: Story, around: Surroundings, place: WordPlace) -> list[Inline]:
    """A w:pict (17.3.3.21). Empty after refusing what cannot be printed as it is meant."""
    found: list[Inline] = []
    for shape in _shapes(element):
        name = local(shape)
        style = _style(shape)
        if style.get("visibility") == "hidden":
            story.source.tell("print.hidden", place)
            continue
        content = _content(shape, name, style, story, around, place)
        if content is not None:
            found.append(_floating(shape, style, content) if style.get("position") == "absolute" else content)
    return found


def _shapes(element: Element) -> Iterator[Element]:
    for child in element:
        name = local(child)
        if name and name not in _INKLESS:
            yield child


def _content(
    shape: Element, name: str, style: dict[str, str], story: Story, around: Surroundings, place: WordPlace
) -> Picture | TextBox | None:
    source = story.source
    if name == "control":
        source.refuse("print.control", place)
        return None
    if name == "movie":
        source.refuse("print.object", place)
        return None
    if name == "group":
        source.refuse("print.group", place)
        return None
    if name not in ("shape", "rect", "roundrect", "oval", "line"):
        source.refuse("print.shape", place, shape=name)
        return None
    width, height = abs(_length(style.get("width"))), abs(_length(style.get("height")))
    if (path := shape.find(V + "textpath")) is not None:
        if shape.get("type", "").endswith("_t136"):
            return _word_art(shape, path, (width, height), _turned(style), place)
        source.refuse("print.word_art", place, words=path.get("string", "")[:40])
        return None
    if _true(shape.get(O + "hr")):
        return _rule(shape, width, height, around)
    if (image := shape.find(V + "imagedata")) is not None:
        if image.get("chromakey") and not _colour(image.get("chromakey")):
            source.tell("print.drawing_effect", place, effect="chromakey")
        found = file_of(story.part, image.get(R + "id", "") or image.get(R + "pict", ""), source, place, _change(image))
        if found is None:
            return None
        description = shape.get("alt", "") or image.get(O + "title", "")
        return Picture(*found, width, height, description, _crop(image), _turned(style), _stroke(shape, pictured=True))
    box = shape.find(V + "textbox")
    if name == "shape" and not _is_box(shape, box):
        source.refuse("print.shape", place, shape=shape.get("type", "").lstrip("#"))
        return None
    _tell_effects(shape, source, place)
    if name == "line":
        return _line(shape)
    insets = _insets(box)
    content = None if box is None else next((child for child in box if local(child) == "txbxContent"), None)
    box_style = _style(box) if box is not None else {}
    upright = box_style.get("layout-flow", "horizontal") == "horizontal"
    room = width - insets[1] - insets[3] if upright else height - insets[0] - insets[2]
    fits = _true(box_style.get("mso-fit-shape-to-text"))
    return TextBox(
        blocks_within(content, story, place, room),
        width,
        height,
        insets,
        _stroke(shape),
        _ground(shape),
        {"middle": "middle", "bottom": "bottom"}.get(style.get("v-text-anchor", ""), "top"),
        fits,
        "lrTb" if upright else "btLr" if box_style.get("mso-layout-flow-alt") == "bottom-to-top" else "tbRl",
        {"roundrect": "roundRect", "oval": "ellipse"}.get(name, "rect"),
        shape.get("alt", ""),
        _turned(style),
        fits=fits and content is not None,
        wraps=style.get("mso-wrap-style") != "none",
    )


def _word_art(shape: Element, path: Element, size: tuple[float, float], turned: float, place: WordPlace) -> TextBox:
    """Words across a page (文字水印): in one line, stretched to the box (part 4, 19.1.2.23)."""
    said = _style(path)
    font = said.get("font-family", "").strip("\"' ") or "SimSun"
    fill = shape.find(V + "fill")
    colour_, opacity = (
        _colour(shape.get("fillcolor")) or "#c0c0c0",
        _fraction("1" if fill is None else fill.get("opacity")),
    )
    look = Look(
        ascii=font, east_asia=font, size=max(min(size[1] * _LETTERS, 1638.0), 1.0),
        bold=said.get("font-weight") == "bold", italic=said.get("font-style") == "italic",
        colour=_faded(colour_, opacity),
    )  # fmt: skip
    line = Paragraph((Text(path.get("string", "")[:200], look),), Shape(), look, place)
    return TextBox((line,), *size, (0.0, 0.0, 0.0, 0.0), align="middle", turned=turned, stretched=True)


def _faded(ink: str, opacity: float) -> str:
    """What shines through as it is on white paper."""
    return "#" + "".join(f"{round(255 - (255 - int(ink[at : at + 2], 16)) * opacity):02x}" for at in (1, 3, 5))


def _change(image: Element) -> Change:
    """gain and blacklevel: a picture washed out to stand behind text; chromakey: a colour that is transparent (part 4,
    19.1.2.11)."""
    gain, lift = _fraction(image.get("gain", "1")), 0.5 + _fraction(image.get("blacklevel", "0"), low=-1.0)
    return Change(grey=_true(image.get("grayscale")), gain=gain, lift=lift, clear=_colour(image.get("chromakey")))


def _fraction(value: str | None, low: float = 0.0) -> float:
    """A share; 65536ths of one with an "f"."""
    try:
        found = float((value or "1")[:-1]) / 65_536 if (value or "").endswith("f") else float(value or "1")
    except ValueError:
        return 1.0
    return min(max(found, low), 1.0) if found == found else 1.0  # noqa: PLR0124  (NaN)


def _is_box(shape: Element, box: Element | None) -> bool:
    """Type 202 is Word's text box, 1 a rectangle, 75 the frame of a picture."""
    kind = shape.get("type", "")
    return kind.endswith(("_t202", "_t1", "_t75")) or (not kind and box is not None and not shape.get("path"))


def _rule(shape: Element, width: float, height: float, around: Surroundings) -> TextBox:
    """A horizontal line (o:hr): as wide as the text, or a share of it (o:hrpct, in tenths of a per cent)."""
    share = shape.get(O + "hrpct", "")
    if width <= 0 or share:
        width = around.width * (min(int(share), 1000) / 1000 if share.isdecimal() and len(share) < 6 else 1.0)
    ink = _colour(shape.get("fillcolor")) or "#a0a0a0"
    return TextBox((), width, max(height, 0.75), (0.0, 0.0, 0.0, 0.0), None, ink)


def _line(shape: Element) -> TextBox:
    """v:line: from one point to another; its box spans them."""
    ends = [[_length(part) for part in shape.get(name, "0,0").split(",")[:2]] for name in ("from", "to")]
    (x1, y1), (x2, y2) = ((*end, 0.0, 0.0)[:2] for end in ends)
    rises = (x2 - x1) * (y2 - y1) < 0
    border = _stroke(shape) or Border("single", 0.75)
    return TextBox((), abs(x2 - x1), abs(y2 - y1), (0, 0, 0, 0), border, shape="lineUp" if rises else "line")


def _floating(shape: Element, style: dict[str, str], content: Picture | TextBox) -> Float:
    """19.1.2: position:absolute, with Word's own settings of where."""
    left, top = _length(style.get("margin-left")), _length(style.get("margin-top"))
    if local(shape) == "line":
        ends = [[_length(part) for part in shape.get(name, "0,0").split(",")[:2]] for name in ("from", "to")]
        left += min((*end, 0.0)[0] for end in ends)
        top += min((*end, 0.0, 0.0)[1] for end in ends)
    across = _offset(style, "horizontal", left, "column")
    down = _offset(style, "vertical", top, "paragraph")
    wrap: Literal["square", "topAndBottom", "none"] = "none"
    side = "bothSides"
    for child in shape:
        if local(child) == "wrap":
            kind = child.get("type", "none")
            wrap = "square" if kind in ("square", "tight", "through") else "topAndBottom" if "top" in kind else "none"
            side = child.get("side", "both")
    order = style.get("z-index", "0")
    number = int(order) if order.lstrip("-").isdecimal() and len(order) < 13 else 0
    top_gap, right_gap, bottom_gap, left_gap = (
        max(_length(style.get(f"mso-wrap-distance-{name}"), default), 0.0)
        for name, default in (("top", 0.0), ("right", 9.0), ("bottom", 0.0), ("left", 9.0))
    )
    return Float(
        content,
        across,
        down,
        wrap,
        side if side in ("left", "right", "largest") else "bothSides",
        (top_gap, right_gap, bottom_gap, left_gap),
        number < 0,
        number,
    )


def _offset(style: dict[str, str], axis: str, distance: float, default: str) -> Offset:
    origin = _ORIGINS.get(style.get(f"mso-position-{axis}-relative", "text"), "") or default
    align = style.get(f"mso-position-{axis}", "absolute")
    if align in ("left", "center", "right", "inside", "outside", "top", "bottom"):
        return Offset(origin, 0.0, align)
    return Offset(origin, distance)


# What attributes say


def _style(shape: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in shape.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _length(value: str | None, default: float = 0.0) -> float:
    """A length of VML: with a unit, or in pixels of a 96th of an inch (in points where Word writes "0")."""
    if not value:
        return default
    value = value.strip()
    try:
        found = float(value[:-2]) * _UNITS[value[-2:]] if value[-2:] in _UNITS else float(value) * 0.75
    except ValueError:
        return default
    return min(max(found, -_LONGEST), _LONGEST) if found == found else default  # noqa: PLR0124  (NaN)


def _true(value: str | None) -> bool:
    return value in ("t", "true", "1", "on")


def _false(value: str | None) -> bool:
    return value in ("f", "false", "0", "off")


def _colour(value: str | None) -> str:
    """ "#4472c4 [3204]", "red" or "#f00"."""
    name = (value or "").split(" ")[0]
    if name.startswith("#"):
        digits = name[1:]
        return colour("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)
    return _COLOURS.get(name, "")


def _ground(shape: Element) -> str:
    """White unless the shape, or the v:fill in it, says otherwise."""
    fill = shape.find(V + "fill")
    if _false(shape.get("filled")) or (fill is not None and _false(fill.get("on"))):
        return ""
    own = "" if fill is None else _colour(fill.get("color"))
    return own or _colour(shape.get("fillcolor")) or "#ffffff"


def _tell_effects(shape: Element, source: Source, place: WordPlace) -> None:
    shadow, fill, stroke = shape.find(V + "shadow"), shape.find(V + "fill"), shape.find(V + "stroke")
    for child in shape:
        if local(child) and local(child) not in _OF_SHAPES:
            source.tell("print.drawing_effect", place, effect=local(child))
    if fill is not None and _fraction(fill.get("opacity", "1")) < 1:
        source.tell("print.drawing_effect", place, effect="opacity")
    if stroke is not None and any(stroke.get(end, "none") != "none" for end in ("startarrow", "endarrow")):
        source.tell("print.drawing_effect", place, effect="arrow")
    if shadow is not None and not _false(shadow.get("on")):
        source.tell("print.drawing_effect", place, effect="shadow")
    if fill is not None and fill.get("type", "solid") != "solid":
        source.tell("print.drawing_effect", place, effect=fill.get("type", ""))


def _stroke(shape: Element, *, pictured: bool = False) -> Border | None:
    """The line around a shape: there unless it says no; around a picture, only where it says yes."""
    if _false(shape.get("stroked")) or (pictured and not _true(shape.get("stroked"))):
        return None
    stroke = shape.find(V + "stroke")
    dash = "" if stroke is None else stroke.get("dashstyle", "")
    kind = _DASHES.get(dash, "single")
    if stroke is not None and stroke.get("linestyle") in ("thinThin", "thickThin", "thinThick"):
        named = {"thinThin": "double", "thickThin": "thickThinSmallGap", "thinThick": "thinThickSmallGap"}
        kind = named[stroke.get("linestyle", "")]
    width = min(max(_length(shape.get("strokeweight"), 0.75), 0.25), 100.0)
    return Border(kind, width, _colour(shape.get("strokecolor")) or "#000000")


def _insets(box: Element | None) -> tuple[float, float, float, float]:
    """inset="left,top,right,bottom"; a tenth of an inch at the sides, half of that above and below."""
    defaults = (7.2, 3.6, 7.2, 3.6)
    written = [] if box is None else box.get("inset", "").split(",")
    left, top, right, bottom = (
        max(_length(written[at], default), 0.0) if at < len(written) else default for at, default in enumerate(defaults)
    )
    return top, right, bottom, left


def _crop(image: Element) -> Crop:
    """cropleft and the like: a fraction, or 65536ths of one with an "f"."""

    def share(name: str) -> float:
        value = image.get(name, "0")
        try:
            found = float(value[:-1]) / 65_536 if value.endswith("f") else float(value.rstrip("%"))
        except ValueError:
            return 0.0
        found = found / 100 if value.endswith("%") else found
        return min(max(found, 0.0), 1.0) if found == found else 0.0  # noqa: PLR0124  (NaN)

    left, top, right, bottom = (share("crop" + side) for side in ("left", "top", "right", "bottom"))
    return Crop(left, top, right, bottom) if left + right < 0.99 and top + bottom < 0.99 else Crop()


def _turned(style: dict[str, str]) -> float:
    """rotation: degrees clockwise, or 65536ths of one with "fd"."""
    value = style.get("rotation", "0")
    try:
        found = float(value[:-2]) / 65_536 if value.endswith("fd") else float(value)
    except ValueError:
        return 0.0
    return found % 360 if -1e9 < found < 1e9 else 0.0
