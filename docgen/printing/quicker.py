"""Work that the engine does anew for every box, and that boxes of one style can share.

Three quarters of the time of a letter went into asking the same few styles the same questions. What a style answers is
the same for all boxes that have it, so it is kept with the style:

    the lengths of its box          unless they depend on the box around it (percentages, calc())
    the Pango layout to write in    its font, language and features; each text gets a copy of it
    the height of its lines         and where their base line is
    whether it stands in the flow   and whether it has a background to be laid out

Whether a line may break between two characters is kept, too.

A box that adds nothing to its text but blanks gives way to it. A text keeps its Pango layout from the breaking of lines
to the drawing, unless it is spread in between. The trees of the press are proper: each cell in a row, each row in a
table, neither flex nor grid, so nothing is looked for that would have to be put in between. What texts share beyond
their style, and how the PDF is written, stands in `shaped`, `drawn` and `written`.

A release of the engine that works otherwise fails `tests/printing/test_quicker.py`: the pages must be the same to the
last glyph with and without this.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from weasyprint import draw
from weasyprint.draw import color
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import background, block, inline, page, percent, table
from weasyprint.text import ffi as pango_ffi
from weasyprint.text import line_break

from docgen.printing import drawn, shaped, written

Box = Any  # a box of the engine
Style = Any  # a style of the engine: a dict of computed values

_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    "width", "min_width", "max_width", "height", "min_height", "max_height",
)  # fmt: skip
_OF_A_TEXT = frozenset(("justification_spacing", "max_width", "text", "style"))
_RADII = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
_UNBROKEN = re.compile("[0-9A-Za-z.,]{1,24}")
_SQUARE = dict.fromkeys(_RADII, (0, 0))

_engines_lengths = percent.resolve_percentages
_engines_setup = line_break.Layout.setup
_engines_reactivate = line_break.Layout.reactivate
_engines_strut = line_break.strut
_engines_flow = boxes.Box.is_in_normal_flow
_engines_backgrounds = background.layout_box_backgrounds
_engines_room = inline.avoid_collisions
_engines_break = inline.can_break_text
_known_break = lru_cache(maxsize=16384)(_engines_break)


def used_lengths(box: Box, containing_block: object) -> None:
    """Set the used lengths of a box, as `resolve_percentages` does."""
    known = box.style.__dict__
    if "used_lengths" not in known:
        known["used_lengths"] = _fixed_lengths(box.style)
    if known["used_lengths"] is None:
        _engines_lengths(box, containing_block)
        return
    lengths, borders, collapse = known["used_lengths"]
    attributes = box.__dict__
    attributes.update(lengths)
    if collapse:  # borders that neighbours settled between them stay
        for name, width in borders.items():
            attributes.setdefault(name, width)
    else:
        attributes.update(borders)


def _fixed_lengths(style: Style) -> tuple[dict[str, object], dict[str, object], bool] | None:
    """Lengths and border widths of a style, and whether borders collapse; None where the box around it has a say."""
    lengths: dict[str, object] = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name.startswith("min_") else value
        elif getattr(value, "unit", None) == "px":
            lengths[name] = value.value
        else:
            return None
    if style["box_sizing"] != "content-box":
        return None
    return lengths, {name: style[name] for name in _BORDERS}, style["border_collapse"] == "collapse"


def shared_setup(layout: Any, style: Style) -> None:
    """Make the Pango layout of a text, as `Layout.setup` does, by copying the first one of its style."""
    known = style.__dict__
    if "first_layout" not in known:
        _engines_setup(layout, style)
        if style["white_space"] == "pre-wrap":  # drawn as one line, so laid out as one: the same lines serve both
            pango_ffi.pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        known["first_layout"] = {name: value for name, value in vars(layout).items() if name not in _OF_A_TEXT}
    layout.__dict__.update(known["first_layout"], style=style)
    copied = pango_ffi.pango.pango_layout_copy(known["first_layout"]["layout"])
    layout.layout = pango_ffi.ffi.gc(copied, pango_ffi.gobject.g_object_unref)


def respaced(style: Style, letter_spacing: float) -> Style:
    """A copy of a style with its letters set apart. They are no part of the layout that it writes in."""
    copied = style.copy()
    copied["letter_spacing"] = letter_spacing
    if "first_layout" in style.__dict__:
        copied.__dict__["first_layout"] = style.__dict__["first_layout"]
    return copied


def kept_layout(layout: Any) -> None:
    """Keep a Pango layout when its lines are broken, where `Layout.deactivate` throws it away."""


def drawn_layout(layout: Any, style: Style) -> None:
    """Make a Pango layout ready to be drawn, as `Layout.reactivate` does, unless it is as it was."""
    if style is not layout.style or layout.justification_spacing:
        _engines_reactivate(layout, style)


def kept_strut(style: Style) -> tuple[float, float]:
    """Height and base line of the lines of a style, as `strut` says."""
    known = style.__dict__
    if "strut" not in known:
        known["strut"] = _engines_strut(style)
    return known["strut"]  # type: ignore[no-any-return]


def stands_in_flow(box: Box) -> bool:
    """Whether a box stands in the flow, as `Box.is_in_normal_flow` says."""
    known = box.style.__dict__
    if "in_flow" not in known:
        known["in_flow"] = _engines_flow(box)
    return known["in_flow"]  # type: ignore[no-any-return]


def laid_backgrounds(
    page_box: Box, box: Box, images: object, layout_children: bool = True, style: Style | None = None
) -> None:
    """Lay out the backgrounds of a box and of those in it, as `layout_box_backgrounds` does."""
    if style is not None or box is page_box or not _is_plain(box.style):
        _engines_backgrounds(page_box, box, images, layout_children, style)
        return
    box.__dict__.update(_SQUARE, background=None)
    if layout_children:
        for child in box.all_children():
            laid_backgrounds(page_box, child, images)


def _is_plain(style: Style) -> bool:
    """Whether a style has neither background nor pictures for its borders, nor round corners."""
    known = style.__dict__
    if "plain" not in known:
        known["plain"] = (
            all((0, "px") in style[radius] for radius in _RADII)
            and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
            and all(kind == "none" for kind, _ in style["background_image"])
            and color.get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
        )
    return known["plain"]  # type: ignore[no-any-return]


def proper_boxes(box: Box) -> Box:
    """The boxes that stand for a proper tree, as `create_anonymous_boxes` makes them."""
    return build.block_in_inline(build.inline_in_block(_wrapped_tables(box)))


def _wrapped_tables(box: Box) -> Box:
    if not isinstance(box, boxes.ParentBox) or box.is_running():
        return box
    children = [
        _bare(child) if isinstance(child, boxes.InlineBox) else _wrapped_tables(child) for child in box.children
    ]
    if isinstance(box, boxes.TableBox):
        return build.table_boxes_children(box, children)
    box.children = children
    return box


def _bare(box: Box) -> Box:
    """The text of a box that adds nothing to it but blanks at its sides; none may stand where a line breaks within."""
    if len(box.children) != 1 or box.element_tag != "span":
        return _wrapped_tables(box)
    text = box.children[0]
    adds = _adds(box.style) if isinstance(text, boxes.TextBox) else None
    if adds is None or (adds and not _UNBROKEN.fullmatch(text.text)):
        return box
    text.style = box.style
    return text


def _adds(style: Style) -> float | None:
    """The blanks that a style puts beside its text; None where it does something else to it."""
    known = style.__dict__
    if "adds" not in known:
        bare = (
            _is_plain(style)
            and not any(style[width] for width in _BORDERS)
            and style["display"] == ("inline", "flow")
            and style["vertical_align"] == "baseline"
            and style["position"] == "static"
            and style["text_decoration_line"] == "none"
        )
        known["adds"] = style["margin_left"].value + style["margin_right"].value if bare else None
    return known["adds"]  # type: ignore[no-any-return]


def known_break(text: str, language: str) -> bool:
    """Whether a line may break within a text, as `can_break_text` says; it is asked about two characters, mostly."""
    return _known_break(text, language) if len(text) <= 2 else bool(_engines_break(text, language))


def free_of_floats(context: Any, box: Box, containing_block: Box, outer: bool = True) -> tuple[float, float, float]:
    """Where a box begins and how wide it may be, as `avoid_collisions` says; nothing floats in a letter."""
    if context.excluded_shapes or containing_block.style["direction"] != "ltr" or box.is_floated():
        return _engines_room(context, box, containing_block, outer)  # type: ignore[no-any-return]
    left = containing_block.content_box_x()
    right = left + containing_block.width
    if outer:
        return left, box.position_y, right - left
    left += box.margin_left
    right -= box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def no_outline(stream: object, box: Box) -> None:
    """Draw the outlines of a box and of those in it, as `draw_outline` does: the press declares none."""


def all_within(box: Box, placeholders: bool = False) -> list[Box]:
    """A box and those in it, each before its own, as `Box.descendants` says."""
    found = [box]
    for child in box.children:
        if child.children and (placeholders or isinstance(child, boxes.Box)):
            found += child.descendants(placeholders)
        else:
            found.append(child)
    return found


#: What the engine is taught: where, under which name, and how.
_LESSONS: tuple[tuple[Any, str, object], ...] = (
    *((module, "resolve_percentages", used_lengths) for module in (block, inline, page, table)),
    (line_break.Layout, "setup", shared_setup),
    (line_break.Layout, "deactivate", kept_layout),
    (line_break.Layout, "reactivate", drawn_layout),
    *((module, "strut", kept_strut) for module in (line_break, inline)),
    (inline, "can_break_text", known_break),
    (boxes.Box, "is_in_normal_flow", stands_in_flow),
    (boxes.Box, "descendants", all_within),
    (background, "layout_box_backgrounds", laid_backgrounds),
    (build, "create_anonymous_boxes", proper_boxes),
    *((module, "avoid_collisions", free_of_floats) for module in (block, inline)),
    (draw, "draw_outline", no_outline),
    *shaped.LESSONS,
    *drawn.LESSONS,
    *written.LESSONS,
)
_ENGINES_OWN = tuple((place, name, getattr(place, name)) for place, name, _ in _LESSONS)


def share_work() -> None:
    """Have the engine do so, from now on."""
    if not hasattr(pango_ffi.pango, "pango_layout_copy"):
        pango_ffi.ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")
    for place, name, way in _LESSONS:
        setattr(place, name, way)


def undo() -> None:
    """Give the engine its own ways back."""
    for place, name, way in _ENGINES_OWN:
        setattr(place, name, way)
