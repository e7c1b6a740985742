"""Tab stops (ECMA-376-1, 17.3.1.37): CSS has none, so each tab becomes a space of the width that Word would give it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.printing.css import pt
from docgen.printing.pieces import Piece
from docgen.printing.text import Typesetter
from docgen.printing.tree import Shape, TabStop

_LEADERS = {
    "dot": "border-bottom:0.75pt dotted", "middleDot": "border-bottom:0.75pt dotted",
    "hyphen": "border-bottom:0.75pt dashed", "underscore": "border-bottom:0.75pt solid",
    "heavy": "border-bottom:1pt solid",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece as it is, a space in place of a tab (`css`), or an aligned group after a tab (`css` and `inside`)."""

    piece: Piece
    css: str = ""
    inside: tuple[Placed, ...] = ()


def placed(
    pieces: list[Piece], shape: Shape, width: float, default: float, typesetter: Typesetter, *, first: bool
) -> list[Placed]:
    """The pieces with every tab made into a space."""
    if not any(piece.tab for piece in pieces):
        return [Placed(piece) for piece in pieces]
    found: list[Placed] = []
    line_start = shape.left
    x = shape.left + (shape.first if first else 0.0)
    reached = x  # the last stop, where a centred group leaves the line standing before it
    right_end = width - shape.right
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.line_break:
            x = reached = line_start
            found.append(Placed(piece))
        elif not piece.tab:
            x = _after(piece, x, line_start, right_end, typesetter)
            found.append(Placed(piece))
        else:
            end = at + 1
            while end < len(pieces) and not pieces[end].tab and not pieces[end].line_break:
                end += 1
            group = pieces[at + 1 : end]
            stop = _next_stop(shape, max(x, reached), default, right_end)
            space = max(stop.position - x, 0.0)
            leader = _LEADERS.get(stop.leader, "")
            if stop.alignment in ("right", "center") and any(member.number for member in group):
                # The width of a page number is not known here: let the box align it.
                found.append(_aligned(piece, group, stop.alignment, space))
                x, reached = stop.position if stop.alignment == "right" else x, stop.position
                at = end
                continue
            inner = sum(_width(member, typesetter) for member in group)
            if stop.alignment == "right":
                space -= inner
            elif stop.alignment == "center":
                space -= inner / 2
            elif stop.alignment == "decimal":
                space -= _before_point(group, typesetter)
            space = max(space, 0.0)
            found.append(Placed(piece, f"display:inline-block;width:{pt(space)};{leader}".rstrip(";")))
            x += space
        at += 1
    return found


def _aligned(piece: Piece, group: list[Piece], alignment: str, space: float) -> Placed:
    width = space if alignment == "right" else 2 * space
    css = f"display:inline-block;white-space:nowrap;text-indent:0;width:{pt(width)};text-align:{alignment}"
    if alignment == "center":
        css += f";margin-right:{pt(-width)}"
    return Placed(piece, css, tuple(Placed(member) for member in group))


def _next_stop(shape: Shape, x: float, default: float, right_end: float) -> TabStop:
    """The first stop past `x`: one that is set, the hanging indent, else the next multiple of the default."""
    stops = [stop for stop in shape.tabs if stop.alignment != "bar"]
    if shape.first < 0:
        stops.append(TabStop(shape.left))
    past = sorted((stop for stop in stops if stop.position > x + 0.05), key=lambda stop: stop.position)
    if past:
        return past[0]
    return TabStop(min((int(x / default + 0.001) + 1) * default, max(right_end, x)))


def _width(piece: Piece, typesetter: Typesetter) -> float:
    if piece.stretch:
        return typesetter.width(piece.stretch)
    if piece.picture:
        return piece.picture.width
    return piece.number.look.size / 2 if piece.number else 0.0


def _before_point(group: list[Piece], typesetter: Typesetter) -> float:
    """The width up to the decimal point; of everything where there is none."""
    width = 0.0
    for piece in group:
        if piece.stretch and (point := piece.stretch.text.find(".")) >= 0:
            face = piece.stretch.family.face(bold=piece.stretch.look.bold, italic=piece.stretch.look.italic)
            return width + face.width(piece.stretch.text[:point]) * piece.stretch.size
        width += _width(piece, typesetter)
    return width


def _after(piece: Piece, x: float, line_start: float, right_end: float, typesetter: Typesetter) -> float:
    """Where the line stands after a piece; text longer than the line goes on in the next ones."""
    x += _width(piece, typesetter)
    room = right_end - line_start
    while x > right_end and room > 0:
        x -= room
    return x
