"""Paragraphs → block boxes: line spacing, indents, borders, tabs, what keeps together (ECMA-376-1, 17.3.1)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from docgen.errors import WordPlace
from docgen.printing import tabs
from docgen.printing.css import pt
from docgen.printing.flow import Flow, Setting
from docgen.printing.framed import borders_css, second_line
from docgen.printing.pages import number_sample
from docgen.printing.pieces import Piece, at_page_breaks, pieces
from docgen.printing.text import Stretch, Typesetter, font_css, language, language_css
from docgen.printing.tree import (
    Break,
    Lines,
    Look,
    Number,
    Paragraph,
    Picture,
    Shape,
)

Element = ElementTree.Element


def gap_between(above: Shape | None, below: Shape) -> float:
    """Space between two paragraphs: after and before add up; none between those of one style that say so (17.3.1.9)."""
    if above is None:
        return below.before
    same = above.style == below.style
    after = 0.0 if above.contextual and same else above.after
    before = 0.0 if below.contextual and same else below.before
    return after + before


def paragraph(block: Paragraph, setting: Setting, flow: Flow) -> list[Element]:
    """The boxes of one paragraph; a page break within it makes two of it."""
    parts = at_page_breaks(pieces(block, flow.typesetter))
    boxes = []
    for index, part in enumerate(parts):
        first, last = index == 0, index == len(parts) - 1
        placed = replace(setting, gap=setting.gap if first else 0.0, below=setting.below if last else 0.0)
        if not first and last and not part and not block.label:
            placed = replace(placed, gap=0.0)
        above = second_line(block.shape, "top", placed) if first else None
        below = second_line(block.shape, "bottom", placed) if last else None
        if above is not None:
            boxes.append(above)
            placed = replace(placed, gap=0.0)
        if below is not None:
            placed = replace(placed, below=0.0)
        box = _box(block, part, placed, flow, first=first)
        if not first:
            box.set("style", f"{box.get('style')};break-before:page")
        boxes += [box] if below is None else [box, below]
    return boxes


def _box(
    block: Paragraph,
    inside: list[Piece],
    setting: Setting,
    flow: Flow,
    *,
    first: bool,
) -> Element:
    typesetter = flow.typesetter
    stretches = [piece.stretch for piece in inside if piece.stretch]
    mark = typesetter.mark(block.mark, east_asian=not stretches)
    base = _most(stretches, typesetter) or mark
    size = base.look.size
    natural = max((stretch.line for stretch in stretches if stretch.look.size == size), default=mark.line)
    height = line_height(block.shape.lines, natural, setting.pitch if block.shape.snap else 0.0)
    plain = typesetter.plain_css(base)
    if not plain:
        plain = font_css(base.family, size, bold=False, italic=False) + language_css(language(base))
    if drop := _drop(base, block.mark, typesetter):
        setting = replace(setting, below=setting.below - drop)
    style = f"{block_css(block.shape, setting, drop, first=first)};line-height:{pt(height)};{plain}"
    box = Element("td" if setting.cell else "div", {"style": style})

    writer = _Writer(box, flow, block.shape, setting, size, plain, block.place)
    writer.write(tabs.placed(inside, block.shape, setting.width, setting.default_tab, typesetter, first=first))
    if not inside or inside[-1].line_break:
        ElementTree.SubElement(box, "br")
    return box


def _most(stretches: Sequence[Stretch], typesetter: Typesetter) -> Stretch | None:
    """The stretch whose font most of the paragraph has: it becomes that of the block, and needs no box of its own."""
    counted = Counter[str]()
    first: dict[str, Stretch] = {}
    for stretch in stretches:
        key = typesetter.plain_css(stretch)
        first.setdefault(key, stretch)
        counted[key] += len(stretch.text) if key else 0
    return first[counted.most_common(1)[0][0]] if counted else None


def _drop(base: Stretch, mark: Look, typesetter: Typesetter) -> float:
    """How much lower a paragraph of Latin letters stands in its lines, to share the base line of Chinese neighbours."""
    if base.east_asian:
        return 0.0
    chinese = typesetter.fonts.family(mark.east_asia, east_asian=True).faces[0]
    return max(chinese.middle - base.family.faces[0].middle, 0.0) * base.look.size


def shares_cell(block: Paragraph) -> bool:
    """Whether a paragraph, alone in its cell, can do without a box of its own: no frame, no shading, no page breaks."""
    breaks = any(isinstance(inline, Break) and inline.kind != "line" for inline in block.inlines)
    shape = block.shape
    return not (shape.borders or shape.background or shape.page_break_before or breaks or shape.left < 0)


def line_height(lines: Lines, natural: float, pitch: float) -> float:
    """Height of a line (17.3.1.33), on the grid where there is one (17.6.5): whole lines of it, centred."""
    if lines.rule == "exact":
        return lines.value
    snapped = pitch * math.ceil(natural / pitch - 0.02) if pitch else natural
    if lines.rule == "atLeast":
        return max(lines.value, snapped)
    return snapped * lines.value


def block_css(shape: Shape, setting: Setting, drop: float = 0.0, *, first: bool) -> str:
    """Everything of the paragraph but its font and line height."""
    alignment = {
        "center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify",
        "thaiDistribute": "justify", "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify",
    }.get(shape.align, "left")  # fmt: skip
    css = f"text-align:{alignment}"
    if shape.align == "distribute":
        css += ";text-align-last:justify"
    if setting.cell:
        top, right, bottom, left = setting.padding
        inner = (top + setting.gap + drop, right + shape.right, max(bottom + setting.below, 0.0), left + shape.left)
        css += f";{setting.cell};padding:{' '.join(pt(side) for side in inner)}"
    else:
        css += f";margin:{pt(setting.gap)} {pt(shape.right)} {pt(setting.below)} {pt(shape.left)}"
    if shape.first and first:
        css += f";text-indent:{pt(shape.first)}"
    if shape.keep_next:
        css += ";break-after:avoid"
    if shape.keep_lines:
        css += ";break-inside:avoid"
    if shape.page_break_before and first:
        css += ";break-before:page"
    if not shape.widow_control:
        css += ";orphans:1;widows:1"
    if shape.background:
        css += f";background:{shape.background}"
    if drop and not setting.cell:
        css += f";padding-top:{pt(drop)}"
    return css + borders_css(shape, setting, drop)


@dataclass
class _Writer:
    """Writes the pieces of a paragraph into its box. `size` and `plain`: size and CSS of the block itself."""

    box: Element
    flow: Flow
    shape: Shape
    setting: Setting
    size: float
    plain: str
    place: WordPlace

    def write(self, pieces: Sequence[tabs.Placed]) -> None:
        for placed in pieces:
            self._piece(placed, self.box)

    def _piece(self, placed: tabs.Placed, into: Element) -> None:
        if placed.css:
            holder = ElementTree.SubElement(into, "span", {"style": placed.css})
            for inner in placed.inside:
                self._piece(inner, holder)
            if not placed.inside:
                holder.text = "\t"
            return
        piece = placed.piece
        if piece.stretch:
            self._stretch(piece.stretch, piece.link, into)
        elif piece.line_break:
            ElementTree.SubElement(into, "br")
        elif piece.number:
            self._number(piece.number, into)
        elif piece.picture:
            self._picture(piece.picture, into)

    def _stretch(self, stretch: Stretch, link: str, into: Element) -> None:
        if not link and self.flow.typesetter.plain_css(stretch) == self.plain:
            _append(into, stretch.text)
            return
        if link:
            into = ElementTree.SubElement(into, "a", {"href": link})
        into.append(self.flow.typesetter.span(stretch, self._own_line(stretch)))

    def _own_line(self, stretch: Stretch) -> str:
        """The paragraph makes the height of its lines; only a larger stretch has one of its own.

        Without a height, a stretch of another font cannot push the lines apart by standing higher on the base line.
        """
        if stretch.look.size <= self.size or stretch.look.vertical or self.shape.lines.rule == "exact":
            return ";line-height:0"
        pitch = self.setting.pitch if self.shape.snap else 0.0
        return f";line-height:{pt(line_height(self.shape.lines, stretch.line, pitch))}"

    def _number(self, number: Number, into: Element) -> None:
        sample = number_sample(number.of, number.format, self.flow.section)
        digit = next(self.flow.typesetter.stretches(sample, number.look, self.place))
        span = self.flow.typesetter.span(replace(digit, text=""), self._own_line(digit))
        span.set("before", self.flow.number(number.of, number.format))
        into.append(span)

    def _picture(self, picture: Picture, into: Element) -> None:
        name = f"picture:{len(self.flow.pictures)}"
        self.flow.pictures[name] = picture
        css = f"width:{pt(picture.width)};height:{pt(picture.height)};vertical-align:baseline"
        ElementTree.SubElement(into, "img", {"src": name, "alt": picture.description, "style": css})


def _append(into: Element, words: str) -> None:
    """Words at the end of an element, after its last child."""
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words
