"""Texts shaped once: what Pango makes of a short text in one style is kept, and long ones are given to it by the line.

Shaping (which glyphs stand for the characters, and where) is most of what Pango does, and the engine asks for it anew
for every line: for four lines' worth of text whenever it breaks one, and for each cell, figure and comma that stands in
a letter many times. Browsers keep shaped words for the same reason. Two things are done here:

    a short text that fits its line     is shaped once per style; the texts that say the same share its Pango layout
    a long Chinese text                 is broken with a line and a half of it in view: its characters are as wide as
                                        they are high, so where the line ends is known to be within

Neither changes where a line breaks or what stands in it: where the text does not fit, or the view was too short, the
engine goes its own way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from weasyprint.layout import inline
from weasyprint.text import line_break

Style = Any  # a style of the engine: a dict of computed values
Line = tuple[Any, int, int | None, float, float, float]  # layout, length, where to resume, width, height, base line

#: Neither tabs nor line breaks, nor hyphens that only show where a line ends.
_SHORT = re.compile("[^\x00-\x1f\x7f-\x9f\xad\u200b\u2028\u2029]{1,40}")
_IDEOGRAPHS = re.compile("[\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]+")
_IN_VIEW = 1.5  # lines
_MOST = 4096  # texts kept, before all begin anew

_engines_line: Callable[..., Line] = line_break.split_first_line
_known: dict[tuple[int, str], tuple[Style, Line]] = {}


def first_line(
    text: str,
    style: Style,
    context: object,
    max_width: float,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Line:
    """As much of a text as fits in a line, as `split_first_line` says."""
    if not justification_spacing and style["white_space"] == "pre-wrap" and _is_open(style):
        if _SHORT.fullmatch(text):
            line = _whole(text, style, context)
            if line[3] <= max_width:
                return line
        elif view := _in_view(text, style, max_width):
            line = _engines_line(view, style, context, max_width, 0, is_line_start, minimum)
            if line[2] is not None:
                return line
    return _engines_line(text, style, context, max_width, justification_spacing, is_line_start, minimum)


def _is_open(style: Style) -> bool:
    """Whether letters are set as they are or apart: of those set close, Pango and the engine count the last its way."""
    return style["letter_spacing"] == "normal" or style["letter_spacing"] >= 0  # type: ignore[no-any-return]


def _whole(text: str, style: Style, context: object) -> Line:
    """A text in a line as long as it takes. Each gets a layout of its own; what Pango made of it they share."""
    key = id(style), text
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = style, _engines_line(text, style, context, None, 0)
        _known[key][1][0].drawn = {}  # what drawing learns of it is shared, too
    shared, *measures = _known[key][1]
    layout = object.__new__(type(shared))
    layout.__dict__.update(shared.__dict__)
    return layout, *measures


def _in_view(text: str, style: Style, max_width: float) -> str | None:
    """The beginning of a text of ideographs, longer than a line; None for other and shorter texts."""
    enough = int(max_width / style["font_size"] * _IN_VIEW) + 2
    if len(text) <= enough:
        return None
    return text[:enough] if _IDEOGRAPHS.fullmatch(text, 0, enough) else None


#: What the engine is taught: where, under which name, and how.
LESSONS: tuple[tuple[Any, str, object], ...] = ((inline, "split_first_line", first_line),)
