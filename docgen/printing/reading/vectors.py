"""SVG → shapes: what logos and icons are drawn with (SVG 1.1, 5, 7 to 9, 11).

Paths and the basic shapes with plain colours, dashes, opacity, transforms, groups, symbols and uses within the file,
and style sheets of types, classes and identifiers. Everything else that would be seen or do something — text, pictures,
gradients, masks, filters, scripts, whatever lies outside the file — is refused by its name; Word keeps a PNG beside
each SVG, and that is printed instead. Nothing is fetched, nothing runs, and what is drawn is counted.

No library does this for us: those that draw all of SVG make pixels of it, the others bring a second PDF writer along.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree
from PIL import ImageColor

from docgen.errors import HostileFile
from docgen.printing.reading.paths import MOST_SEGMENTS, Segment, segments
from docgen.wordfile.package import parse

Matrix = tuple[float, float, float, float, float, float]

_SVG = "http://www.w3.org/2000/svg"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"\s*,?\s*(\w+)\s*\(([^)]*)\)\s*,?\s*")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(\*|[\w-]+)?([.#][\w-]+)?")
_MOST_SHAPES, _MOST_LEVELS = 5_000, 40

_GROUPS = ("g", "a")
_UNSEEN = ("title", "desc", "metadata", "defs", "symbol", "style", "view", "linearGradient", "radialGradient",
           "clipPath", "mask", "filter", "pattern", "marker", "cursor")  # fmt: skip
_INHERITED = {
    "fill": "black", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none", "stroke-opacity": "1",
    "stroke-width": "1", "stroke-dasharray": "none", "stroke-dashoffset": "0", "stroke-linecap": "butt",
    "stroke-linejoin": "miter", "stroke-miterlimit": "4", "visibility": "visible", "color": "black",
}  # fmt: skip
_REFUSED = ("clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end", "mix-blend-mode")
_OWN = ("opacity", "display", "transform", *_REFUSED)


class Undrawable(Exception):
    """An SVG holds what is not drawn; `name` is what."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with its paint. Its matrix leads from its own coordinates to those of the drawing, downwards; lengths of
    strokes are in its own. fill, stroke: "#rrggbb", or "" for none."""

    path: tuple[Segment, ...]
    matrix: Matrix
    fill: str
    stroke: str
    width: float
    dashes: tuple[float, ...]
    offset: float
    cap: int  # 0 butt, 1 round, 2 square
    join: int  # 0 miter, 1 round, 2 bevel
    miter: float
    even_odd: bool
    fill_opacity: float
    stroke_opacity: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order in which they are painted, within a width and a height."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(slots=True)
class _Reading:
    rules: list[tuple[str, str, Mapping[str, str]]]
    named: Mapping[str, etree._Element]
    shapes: list[Shape] = field(default_factory=list)
    visited: int = 0
    segments: int = 0

    def add(self, shape: Shape) -> None:
        """One more shape, if that is not too many lines in all."""
        self.segments += len(shape.path)
        if self.segments > MOST_SEGMENTS:
            raise Undrawable("path")
        self.shapes.append(shape)


@lru_cache(maxsize=4)
def read(content: bytes) -> Drawing:
    """The shapes of an SVG. Raises Undrawable, with the name of the first thing that is not drawn."""
    try:
        root = parse("svg", content)
    except HostileFile:
        raise Undrawable("DOCTYPE") from None
    if root.tag != f"{{{_SVG}}}svg":
        raise Undrawable(_local(root))
    rules = [rule for style in root.iter(f"{{{_SVG}}}style") for rule in _rules(style.text or "")]
    named = {element.get("id", ""): element for element in root.iter(etree.Element)}
    reading = _Reading(rules, named)
    width, height, matrix = _viewport(root)
    try:
        _children(root, _style(root, _INHERITED, reading), matrix, reading, 0)
    except (ValueError, OverflowError, ArithmeticError):
        raise Undrawable("path") from None
    return Drawing(width, height, tuple(reading.shapes))


def _viewport(root: etree._Element) -> tuple[float, float, Matrix]:
    """Width and height, and the matrix that fits the view box into them (7.7, 7.8)."""
    box = [float(number) for number in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        box = []
    width = _length(root.get("width"), 0.0, relative=True) or (box[2] if box else 300.0)
    height = _length(root.get("height"), 0.0, relative=True) or (box[3] if box else 150.0)
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise Undrawable("svg")
    if not box:
        return width, height, (1, 0, 0, 1, 0, 0)
    across, down = width / box[2], height / box[3]
    if root.get("preserveAspectRatio", "").strip() != "none":
        across = down = min(across, down)
    left, top = (width - across * box[2]) / 2, (height - down * box[3]) / 2
    return width, height, (across, 0, 0, down, left - across * box[0], top - down * box[1])


def _children(parent: etree._Element, style: Mapping[str, str], matrix: Matrix, reading: _Reading, level: int) -> None:
    for element in parent.iterchildren(etree.Element):
        _element(element, style, matrix, reading, level)


def _element(element: etree._Element, above: Mapping[str, str], matrix: Matrix, reading: _Reading, level: int) -> None:
    space, _, name = str(element.tag).rpartition("}")
    if space != "{" + _SVG:
        return  # what programs keep for themselves is not drawn (23.3)
    reading.visited += 1
    if reading.visited > _MOST_SHAPES or level > _MOST_LEVELS:
        raise Undrawable("svg")
    if name in _UNSEEN:
        return
    style = _style(element, above, reading)
    if style["display"] == "none":
        return
    for what in _REFUSED:
        if style.get(what, "none") not in ("none", "normal", ""):
            raise Undrawable(what)
    matrix = _times(matrix, _transform(style.get("transform", "")))
    if name in _GROUPS:
        if _opacity(style["opacity"]) < 1 and len(element) > 1:
            raise Undrawable("opacity")  # of what may overlap
        passed = dict(style) | {key: style["opacity"] + "*" + style[key] for key in ("fill-opacity", "stroke-opacity")}
        _children(element, passed, matrix, reading, level + 1)
    elif name == "use":
        _use(element, style, matrix, reading, level)
    elif name in _SHAPES:
        if style["visibility"] == "visible" and (path := _SHAPES[name](element)):
            reading.add(_shape(path, matrix, style))
    else:
        raise Undrawable(name)


def _use(element: etree._Element, style: Mapping[str, str], matrix: Matrix, reading: _Reading, level: int) -> None:
    """Another element of the file once more (5.6)."""
    address = next((found for key in _HREFS if (found := element.get(key))), "")
    target = reading.named.get(address[1:]) if address.startswith("#") else None
    if target is None or _opacity(style["opacity"]) < 1:
        raise Undrawable("use")
    moved = _times(matrix, (1, 0, 0, 1, _length(element.get("x")), _length(element.get("y"))))
    if _local(target) == "symbol":
        if target.get("viewBox"):
            raise Undrawable("symbol")
        _children(target, _style(target, style, reading), moved, reading, level + 1)
    else:
        _element(target, style, moved, reading, level + 1)


def _style(element: etree._Element, above: Mapping[str, str], reading: _Reading) -> dict[str, str]:
    """Properties: inherited, by attributes, by style sheets, by the element's own style (6.4, 6.14)."""
    found = {key: above[key] for key in _INHERITED}
    found |= {"opacity": "1", "display": "inline"}
    said = {key: value for key in (*_INHERITED, *_OWN) if (value := element.get(key)) is not None}
    classes, name, own = element.get("class", "").split(), _local(element), element.get("id", "")
    for kind, more, properties in reading.rules:
        matches = more[1:] in classes if more.startswith(".") else more[1:] == own if more else True
        if kind in ("", "*", name) and matches:
            said |= properties
    said |= _declarations(element.get("style", ""))
    return found | {key: value.strip() for key, value in said.items() if value.strip() != "inherit"}


def _rules(sheet: str) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """The rules of a style sheet, weaker ones first."""
    sheet = re.sub(r"/\*.*?\*/|<!--|-->", "", sheet, flags=re.DOTALL)
    if "@" in sheet or _RULE.sub("", sheet).strip():
        raise Undrawable("style")
    found = []
    for selectors, declared in _RULE.findall(sheet):
        for selector in selectors.split(","):
            simple = _SELECTOR.fullmatch(selector.strip())
            if simple is None:
                raise Undrawable("style")
            found.append((simple[1] or "", simple[2] or "", _declarations(declared)))
    yield from sorted(found, key=lambda rule: (rule[1][:1] == "#", bool(rule[1]), rule[0] not in ("", "*")))


def _declarations(written: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in written.split(";"))
    return {key.strip(): value.replace("!important", "").strip() for key, _, value in pairs if value.strip()}


def _shape(path: list[Segment], matrix: Matrix, style: Mapping[str, str]) -> Shape:
    whole = _opacity(style["opacity"])
    dashes = tuple(float(number) for number in _NUMBER.findall(style["stroke-dasharray"]))
    if len(dashes) % 2:
        dashes *= 2
    return Shape(
        tuple(path),
        matrix,
        _paint(style["fill"], style),
        _paint(style["stroke"], style),
        _length(style["stroke-width"], 1.0),
        dashes if sum(dashes) > 0 and min(dashes) >= 0 else (),
        _length(style["stroke-dashoffset"]),
        {"round": 1, "square": 2}.get(style["stroke-linecap"], 0),
        {"round": 1, "bevel": 2}.get(style["stroke-linejoin"], 0),
        max(1.0, _length(style["stroke-miterlimit"], 4.0)),
        style["fill-rule"] == "evenodd",
        whole * _opacity(style["fill-opacity"]),
        whole * _opacity(style["stroke-opacity"]),
    )


def _paint(written: str, style: Mapping[str, str]) -> str:
    """A plain colour as #rrggbb; "" for none."""
    if written.lower() == "currentcolor":
        written = style["color"]
    if written in ("none", "transparent"):
        return ""
    if written.startswith("url("):
        raise Undrawable("gradient")
    try:
        red, green, blue = ImageColor.getrgb(written)[:3]
    except ValueError:
        raise Undrawable(written[:40]) from None
    return f"#{red:02x}{green:02x}{blue:02x}"


def _opacity(written: str) -> float:
    """A number or percentage; of several, their product."""
    product = 1.0
    for part in written.split("*"):
        number = _NUMBER.match(part.strip())
        share = float(number[0]) / (100 if part.strip().endswith("%") else 1) if number else 1.0
        product *= min(max(share, 0.0), 1.0)
    return product


def _length(written: str | None, default: float = 0.0, *, relative: bool = False) -> float:
    """A length in pixels of 1/96 inch. relative: whether a share of what is around counts as if nothing were said."""
    if written is None:
        return default
    found = _LENGTH.fullmatch(written)
    if found is None:
        if relative:
            return default
        raise Undrawable(written[:40])
    return float(found[1]) * _UNITS[found[2]]


def _transform(written: str) -> Matrix:
    """A list of transforms (7.6)."""
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    at = 0
    for step in _TRANSFORM.finditer(written):
        if step.start() != at:
            raise Undrawable("transform")
        at = step.end()
        numbers = [float(number) for number in _NUMBER.findall(step[2])]
        matrix = _times(matrix, _one_transform(step[1], numbers))
    if written[at:].strip() not in ("", "none"):
        raise Undrawable("transform")
    return matrix


def _one_transform(name: str, numbers: list[float]) -> Matrix:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest] if len(rest) < 2:
            return (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [degrees]:
            cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            return (cosine, sine, -sine, cosine, 0, 0)
        case "rotate", [degrees, x, y]:
            turned = _times((1, 0, 0, 1, x, y), _one_transform("rotate", [degrees]))
            return _times(turned, (1, 0, 0, 1, -x, -y))
        case "skewX", [degrees]:
            return (1, 0, math.tan(math.radians(degrees)), 1, 0, 0)
        case "skewY", [degrees]:
            return (1, math.tan(math.radians(degrees)), 0, 1, 0, 0)
    raise Undrawable("transform")


def _times(one: Matrix, other: Matrix) -> Matrix:
    """What does the other first."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def _rectangle(element: etree._Element) -> list[Segment]:
    x, y, width, height = (_length(element.get(key)) for key in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return []
    rx, ry = _length(element.get("rx"), -1), _length(element.get("ry"), -1)
    rx, ry = (rx if rx >= 0 else max(ry, 0.0)), (ry if ry >= 0 else max(rx, 0.0))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        return segments(f"M{x} {y}h{width}v{height}h{-width}z")
    arc = f"A{rx} {ry} 0 0 1"
    return segments(
        f"M{x + rx} {y}H{x + width - rx}{arc} {x + width} {y + ry}V{y + height - ry}{arc} {x + width - rx} {y + height}"
        f"H{x + rx}{arc} {x} {y + height - ry}V{y + ry}{arc} {x + rx} {y}z"
    )


def _oval(element: etree._Element) -> list[Segment]:
    x, y, radius = (_length(element.get(key)) for key in ("cx", "cy", "r"))
    rx, ry = _length(element.get("rx"), radius), _length(element.get("ry"), radius)
    if rx <= 0 or ry <= 0:
        return []
    return segments(f"M{x + rx} {y}A{rx} {ry} 0 0 1 {x - rx} {y}A{rx} {ry} 0 0 1 {x + rx} {y}z")


def _line(element: etree._Element) -> list[Segment]:
    x, y, to_x, to_y = (_length(element.get(key)) for key in ("x1", "y1", "x2", "y2"))
    return segments(f"M{x} {y}L{to_x} {to_y}")


def _corners(element: etree._Element) -> list[Segment]:
    found = segments("M" + element.get("points", "").strip())
    return [*found, ("h", ())] if found and _local(element) == "polygon" else found


_SHAPES = {
    "path": lambda element: segments(element.get("d", "")),
    "rect": _rectangle, "circle": _oval, "ellipse": _oval, "line": _line, "polyline": _corners, "polygon": _corners,
}  # fmt: skip


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


__all__ = ["Drawing", "Shape", "Undrawable", "read"]
