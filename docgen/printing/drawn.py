"""Texts drawn from what Pango knows of them, read at one go.

The engine asks Pango for glyph after glyph, and for each of them for its number, its width and its place: some ten
questions for every character of a letter. Here the glyphs of a line are read as the one array that they are, and kept
with the layout, which texts that say the same share (`shaped`). What is written on the page is what the engine writes.

Glyphs that need more than a place in the line (raised, missing, from right to left, pictures) stay with the engine.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from weasyprint import draw
from weasyprint.pdf import stream as content
from weasyprint.text import ffi as native
from weasyprint.text import fonts

from docgen.printing.written import as_bytes

Box = Any  # a box of the engine
Layout = Any  # a text of the engine as Pango lays it out
Stream = Any  # the content of a page

_GLYPH = 5  # 32-bit numbers: glyph, width, offset to the right, offset upwards, flags (PangoGlyphInfo)
_SMALLEST = 1e-6  # pixels; smaller text is not drawn
_EMPTY = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY; the numbers of missing glyphs are above
_DESCRIBES_SIZE = 14802  # the release of Pango from which a font tells its true size

_engines_text = draw.draw_text
_engines_marked: Callable[..., AbstractContextManager[None]] = content.Stream.marked
_engines_artifact: Callable[..., AbstractContextManager[None]] = content.Stream.artifact
_UNTOLD = nullcontext()


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font: the number of each, how it is written, its width in thousandths of the size, its offset in
    the engine's measure, and the characters that it stands for."""

    font: Any
    key: int
    size: float
    glyphs: list[tuple[int, str, float, float, str]]


def text(stream: Stream, box: Box, offset_x: float, text_overflow: str = "clip", block_ellipsis: str = "none") -> None:
    """Draw a text, as `draw_text` does."""
    style, layout = box.style, box.pango_layout
    runs = None
    if (
        style["visibility"] == "visible"
        and style["text_decoration_line"] == "none"
        and text_overflow == "clip"
        and block_ellipsis == "none"
        and style["font_size"] >= _SMALLEST
        and box.text.strip()
    ):
        layout.reactivate(style)
        runs = _runs(layout)
    fonts_of_runs = [_font(stream, run) for run in runs or ()]
    if not runs or any(font.bitmap or font.svg or font.png or font.colr for font in fonts_of_runs):
        _engines_text(stream, box, offset_x, text_overflow, block_ellipsis)
        return
    stream.set_color(style["color"])
    stream.begin_text()
    place = as_bytes(box.position_x), as_bytes(box.position_y + box.baseline)
    stream.stream.append(b"1 0 0 -1 %b %b Tm" % place)
    shown, last = "", None
    for run, font in zip(runs, fonts_of_runs, strict=True):
        if run.font != last:
            last = run.font
            if shown:
                stream.show_text(shown)
            shown = ""
            stream.set_font_size(font.hash, run.size)
        shown += _shown(run, font)
    stream.show_text(shown)
    stream.end_text()


def _font(stream: Stream, run: Run) -> Any:
    return stream._fonts.get(run.key) or stream.add_font(run.font)[0]


def _shown(run: Run, font: Any) -> str:
    """The operand of TJ: glyph numbers, and in thousandths of the size what a glyph lies off its usual place."""
    widths, said = font.widths, font.to_unicode
    written = ["<"]
    for glyph, number, width, offset, characters in run.glyphs:
        if glyph not in widths:
            widths[glyph] = _width(run.font, glyph, run.size)
        if glyph not in said:
            said[glyph] = characters
        if offset:
            written.append(f">{-offset}<")
        written.append(number)
        if narrower := widths[glyph] + offset - width:
            written.append(f">{int(narrower)}<")
    if written[-1].endswith("<"):
        written[-1] = written[-1][:-1]
    else:
        written.append(">")
    return "".join(written)


def _width(font: Any, glyph: int, size: float) -> int:
    ink, logical = native.ffi.new("PangoRectangle *"), native.ffi.new("PangoRectangle *")
    native.pango.pango_font_get_glyph_extents(font, glyph, ink, logical)
    return round(int(logical.width) * 1000 * float(native.FROM_UNITS) / size)


def _runs(layout: Layout) -> list[Run] | None:
    """The glyphs of a layout's line; None where the engine has to look at them itself.

    Kept with the layout until it is made anew.
    """
    kept = layout.__dict__.setdefault("drawn", {})
    if kept.get("layout") is not layout.layout:
        kept.clear()
        kept.update(layout=layout.layout, runs=_read(layout))
    return kept["runs"]  # type: ignore[no-any-return]


def _read(layout: Layout) -> list[Run] | None:
    ffi, pango = native.ffi, native.pango
    if pango.pango_version() < _DESCRIBES_SIZE:
        return None
    said = layout.text.encode()
    found = []
    first, _ = layout.get_first_line()
    run = first.runs
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        run = run.next
        count, start = glyphs.num_glyphs, item.offset
        numbers = memoryview(ffi.buffer(glyphs.glyphs, 4 * _GLYPH * count)).cast("i").tolist()
        plain = all(0 <= glyph < _EMPTY for glyph in numbers[::_GLYPH]) and not any(numbers[3::_GLYPH])
        if not plain or item.analysis.level % 2:
            return None
        begins = ffi.unpack(glyphs.log_clusters, count)
        characters = (
            said[start + begin : start + end].decode()
            for begin, end in zip(begins, (*begins[1:], item.length), strict=True)
        )
        key, _, size = fonts.get_pango_font_key(item.analysis.font)
        of_each = zip(numbers[::_GLYPH], numbers[1::_GLYPH], numbers[2::_GLYPH], characters, strict=True)
        in_thousandths = 1000 * native.FROM_UNITS
        glyphs_of_run = [
            (glyph, f"{glyph:04x}", width * in_thousandths / size, offset / size, words)
            for glyph, width, offset, words in of_each
        ]
        found.append(Run(item.analysis.font, key, size, glyphs_of_run))
    return found


class _Stacked:
    __slots__ = ("_stream",)

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def __enter__(self) -> None:
        self._stream.push_state()

    def __exit__(self, *raised: object) -> None:
        self._stream.pop_state()


def stacked(stream: Stream) -> _Stacked:
    """Keep the graphics state of a page while something is drawn, as `Stream.stacked` does."""
    return _Stacked(stream)


def marked(stream: Stream, box: Box, tag: str) -> AbstractContextManager[None]:
    """What is drawn next is content of a box, as `Stream.marked` says; only tagged files are told."""
    return _UNTOLD if stream._tags is None else _engines_marked(stream, box, tag)


def artifact(stream: Stream) -> AbstractContextManager[None]:
    """What is drawn next is no content, as `Stream.artifact` says; only tagged files are told."""
    return _UNTOLD if stream._tags is None else _engines_artifact(stream)


#: What the engine is taught: where, under which name, and how.
LESSONS: tuple[tuple[Any, str, object], ...] = (
    (content.Stream, "stacked", stacked),
    (content.Stream, "marked", marked),
    (content.Stream, "artifact", artifact),
    (draw, "draw_text", text),
)
