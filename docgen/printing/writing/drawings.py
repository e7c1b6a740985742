"""Drawings as form XObjects (ISO 32000-1, 8.10): vectors stay vectors."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

from docgen.printing.reading import vectors
from docgen.printing.reading.vectors import Drawing, Shape
from docgen.printing.writing.objects import LEVEL, File

_MOST_KEPT = 8


@dataclass(frozen=True, slots=True)
class Form:
    """A form XObject without its number. content: deflated."""

    extra: str
    content: bytes
    upright: str = ""

    def write(self, file: File) -> int:
        return file.stream(self.content, "/Type/XObject/Subtype/Form" + self.extra, deflate=False)


@lru_cache(maxsize=_MOST_KEPT)
def prepare(content: bytes) -> Form:
    """An SVG, within a square of one. Raises vectors.Undrawable."""
    drawing = vectors.read(content)
    states: dict[str, str] = {}
    lines = [f"1 0 0 -1 0 {_n(drawing.height)} cm"]
    for shape in drawing.shapes:
        lines += _shape(shape, states)
    deflated = zlib.compress("\n".join(lines).encode("ascii"), LEVEL)
    return Form(_extra(drawing, states), deflated)


def _extra(drawing: Drawing, states: dict[str, str]) -> str:
    shown = "".join(f"/{key}<<{state}>>" for state, key in states.items())
    return (
        f"/BBox[0 0 {_n(drawing.width)} {_n(drawing.height)}]"
        f"/Matrix[{1 / drawing.width:.10f} 0 0 {1 / drawing.height:.10f} 0 0]"
        f"/Resources<<{f'/ExtGState<<{shown}>>' if shown else ''}>>/Filter/FlateDecode"
    )


def _shape(shape: Shape, states: dict[str, str]) -> list[str]:
    if not shape.fill and not (shape.stroke and shape.width > 0):
        return []
    lines = ["q", f"{' '.join(f'{part:.8f}'.rstrip('0').rstrip('.') for part in shape.matrix)} cm"]
    if min(shape.fill_opacity, shape.stroke_opacity) < 1:
        state = f"/ca {_n(shape.fill_opacity)}/CA {_n(shape.stroke_opacity)}"
        lines.append(f"/{states.setdefault(state, f'G{len(states) + 1}')} gs")
    if shape.fill:
        lines.append(f"{_colour(shape.fill)} rg")
    strokes = bool(shape.stroke) and shape.width > 0
    if strokes:
        lines.append(f"{_colour(shape.stroke)} RG {_n(shape.width)} w {shape.cap} J {shape.join} j {_n(shape.miter)} M")
        if shape.dashes:
            lines.append(f"[{' '.join(map(_n, shape.dashes))}]{_n(shape.offset)} d")
    lines += [" ".join([*map(_n, points), operator]) for operator, points in shape.path]
    rule = "*" if shape.even_odd else ""
    lines.append(("B" + rule if strokes else "f" + rule) if shape.fill else "S")
    lines.append("Q")
    return lines


def _colour(written: str) -> str:
    return " ".join(f"{int(written[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def _n(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
