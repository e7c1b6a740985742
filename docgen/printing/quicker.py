"""Work that the engine does anew for every box, and that boxes of one style can share.

Three quarters of the time of a letter went into asking the same few styles the same questions. What a style answers is
the same for all boxes that have it, so it is kept with the style:

    the lengths of its box          unless they depend on the box around it (percentages, calc())
    the Pango layout to write in    its font, language and features; each text gets a copy of it

And the streams of a PDF are deflated at zlib's usual level: its highest takes twice the time to save three bytes in a
thousand.

A release of the engine that works otherwise fails `tests/printing/test_quicker.py`: the pages must be the same to the
last glyph with and without this.
"""

from __future__ import annotations

import zlib
from types import SimpleNamespace
from typing import Any

from weasyprint.layout import block, inline, page, percent, table
from weasyprint.pdf import pydyf
from weasyprint.text import ffi as pango_ffi
from weasyprint.text import line_break

Box = Any  # a box of the engine
Style = Any  # a style of the engine: a dict of computed values

_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    "width", "min_width", "max_width", "height", "min_height", "max_height",
)  # fmt: skip
_OF_A_TEXT = frozenset(("justification_spacing", "max_width", "text", "style"))

_engines_lengths = percent.resolve_percentages
_engines_setup = line_break.Layout.setup


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
        known["first_layout"] = {name: value for name, value in vars(layout).items() if name not in _OF_A_TEXT}
    layout.__dict__.update(known["first_layout"], style=style)
    copied = pango_ffi.pango.pango_layout_copy(known["first_layout"]["layout"])
    layout.layout = pango_ffi.ffi.gc(copied, pango_ffi.gobject.g_object_unref)


def share_work() -> None:
    """Have the engine do so, from now on."""
    if not hasattr(pango_ffi.pango, "pango_layout_copy"):
        pango_ffi.ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")
    for module in (block, inline, page, table):
        module.resolve_percentages = used_lengths
    line_break.Layout.setup = shared_setup
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(min(level, 6)))


def undo() -> None:
    """Give the engine its own ways back."""
    for module in (block, inline, page, table):
        module.resolve_percentages = _engines_lengths
    line_break.Layout.setup = _engines_setup
    pydyf.zlib = zlib
