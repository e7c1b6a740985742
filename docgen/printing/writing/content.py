"""The marks of a page → its content stream (ISO 32000-1, 7.8.2, 8, 9).

Operators are written only where they change something: what is set is remembered, and saved and restored with the
graphics state. Places are rounded to hundredths of a point where they are written; text is placed from the start of the
text before it, counted in hundredths, so that nothing adds up.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from docgen.printing.fonts import Face
from docgen.printing.reading.tree import Picture
from docgen.printing.sheet import Fill, Glyphs, Group, Image, Mark, Sheet, Stroke, Tag
from docgen.printing.writing.embedding import Font
from docgen.printing.writing.objects import text
from docgen.printing.writing.state import State, colour_of, n, turn

_ROUND = 4 / 3 * (math.sqrt(2) - 1)  # where the handles of a quarter of a circle stand, in radii
_MOST_KEPT = 4_000  # texts of a font, each as it is shown
_UNNOTICED = 0.04  # points by which a character may stand beside its place


class Resources(Protocol):
    """What a page needs beside its content."""

    def font(self, face: Face) -> Font: ...

    def picture(self, picture: Picture) -> tuple[str, str] | None:
        """The name of a picture, and the matrix that sets it upright in a square of one; None if it has no pixel."""


class Marking(Protocol):
    """Says how the marks of a tag are called in the content, and keeps in mind where they stand."""

    def begin(self, tag: Tag | None, *, is_text: bool) -> str: ...

    def figure(self, tag: Tag, box: tuple[float, float, float, float]) -> None: ...


def of(sheet: Sheet, resources: Resources, marking: Marking | None = None) -> bytes:
    """The content stream of a page, not yet deflated."""
    content = _Content(resources, marking)
    content.put(sheet.marks, sheet.height)
    content.leave()
    return "\n".join(content.lines).encode("ascii")


class _Content:
    def __init__(self, resources: Resources, marking: Marking | None) -> None:
        self.lines: list[str] = []
        self._resources = resources
        self._marking = marking
        self._state = State()
        self._top = 0.0  # where places are counted from, downwards
        self._in_text = False
        self._at: tuple[int, int] | None = None  # where the last text began, in hundredths; None after a slanted one
        self._marked: tuple[Tag | None, bool] | None = None  # the tag of the open marked content
        self._groups: list[tuple[float, float, float]] = []  # that are open: where they begin, how far they are turned

    def put(self, marks: Sequence[Mark], top: float) -> None:
        outer, self._top = self._top, top
        for mark in marks:
            kind = type(mark)
            if kind is Group:
                self._group(mark)  # type: ignore[arg-type]
                continue
            if self._marking:
                self._mark(self._marking, mark.tag, is_text=kind is Glyphs)
            if kind is Glyphs:
                self._glyphs(mark)  # type: ignore[arg-type]
            else:
                if self._in_text:
                    self._end_text()
                if kind is Fill:
                    self._fill(mark)  # type: ignore[arg-type]
                elif kind is Stroke:
                    self._stroke(mark)  # type: ignore[arg-type]
                else:
                    self._image(mark)  # type: ignore[arg-type]
        self._top = outer

    def leave(self) -> None:
        """Close what is open."""
        if self._in_text:
            self._end_text()
        if self._marked:
            self.lines.append("EMC")
            self._marked = None

    def _mark(self, marking: Marking, tag: Tag | None, *, is_text: bool) -> None:
        """Marks that follow each other and belong to one tag are one marked content (14.7.4.2), text or not."""
        wanted = (tag, is_text and tag is None)
        if self._marked and self._marked[0] is tag and self._marked[1] == wanted[1]:
            return
        self.leave()
        self.lines.append(marking.begin(tag, is_text=is_text))
        self._marked = wanted

    # Text (9.4)

    def _glyphs(self, mark: Glyphs) -> None:
        font, ids, texts = self._resources.font(mark.face), mark.ids, mark.texts
        plain = font.known.issuperset(zip(ids, texts, strict=True))
        if not plain:
            font.learn(ids, texts)
            plain = font.known.issuperset(zip(ids, texts, strict=True))
        if plain and not mark.offsets:
            self._show(mark, font, font.keys[0], mark.x, mark.y, ids, mark.advances)
        else:
            self._in_pieces(mark, font)

    def _in_pieces(self, mark: Glyphs, font: Font) -> None:
        """Text some of whose glyphs stand elsewhere, stand for something else than usual, or belong together."""
        begins = (0.0, *itertools.accumulate(mark.advances))
        for start, end in _clusters(mark.texts):
            texts = mark.texts[start:end]
            if end - start > 1 or not texts[0]:
                # Several glyphs for some characters: only together do they say what they say (14.9.4).
                self._begin_text()
                self.lines.append(f"/Span<</ActualText{text(texts[0])}>>BDC")
            key = font.keys[font.others.get((mark.ids[start], texts[0]), 0)]
            for at in range(start, end):
                if not mark.ids[at]:
                    continue
                right, up = (mark.offsets or {}).get(at, (0.0, 0.0))
                x = mark.x + begins[at] + right
                self._show(mark, font, key, x, mark.y - up, mark.ids[at : at + 1], mark.advances[at : at + 1])
            if end - start > 1 or not texts[0]:
                self.lines.append("EMC")

    def _show(
        self, mark: Glyphs, font: Font, key: str, x: float, y: float, ids: Sequence[int], advances: Sequence[float]
    ) -> None:
        """Set what the text asks for, go to its place, and show it."""
        if not ids:
            return
        self._begin_text()
        lines, state = self.lines, self._state
        if (colour := colour_of(mark.colour)) != state.fill:
            state.fill = colour
            lines.append(colour)
        if (key, mark.size) != state.font:
            state.font = (key, mark.size)
            lines.append(f"/{key} {mark.size:.6g} Tf")
        if mark.scale != state.scale:
            state.scale = mark.scale
            lines.append(f"{mark.scale * 100:.6g} Tz")
        if mark.thicken:
            self._thicken(mark.thicken, colour)
        elif state.thick:
            state.thick = False
            lines.append("0 Tr")
        right, up = round(x * 100), round((self._top - y) * 100)
        if mark.slant:
            lines.append(f"1 0 {mark.slant:.4g} 1 {right / 100:.8g} {up / 100:.8g} Tm")
            self._at = None
        elif self._at is None:
            lines.append(f"1 0 0 1 {right / 100:.8g} {up / 100:.8g} Tm")
            self._at = (right, up)
        else:
            lines.append(f"{(right - self._at[0]) / 100:.8g} {(up - self._at[1]) / 100:.8g} Td")
            self._at = (right, up)
        lines.append(self._shown(font, ids, advances, mark.size, mark.scale))

    def _shown(self, font: Font, ids: Sequence[int], advances: Sequence[float], size: float, scale: float) -> str:
        """Glyphs with their advances: what all of them have beyond their widths as character spacing (9.3.2), what
        some have in between (9.4.3)."""
        if len(ids) == 1:
            return f"<{font.codes[ids[0]]}>Tj"
        key = (*ids, *advances, size, scale)  # the same words in row after row
        found = font.shown.get(key)
        if found is None:
            if len(font.shown) >= _MOST_KEPT:
                font.shown.clear()
            found = font.shown[key] = _spaced(font, ids, advances, size, scale)
        self._space(found[0])
        return found[1]

    def _space(self, spacing: float) -> None:
        """Set the character spacing."""
        if spacing != self._state.spacing:
            self._state.spacing = spacing
            self.lines.append(f"{spacing:.6g} Tc")

    def _thicken(self, width: float, fill: str) -> None:
        """Stroke the outlines as well (9.3.6)."""
        self._set_stroke(fill.upper(), width, "[]0 d", 0)
        if not self._state.thick:
            self._state.thick = True
            self.lines.append("2 Tr")

    def _begin_text(self) -> None:
        if not self._in_text:
            self.lines.append("BT")
            self._in_text, self._at = True, (0, 0)

    def _end_text(self) -> None:
        self.lines.append("ET")
        self._in_text = False

    # Paths (8.5)

    def _fill(self, mark: Fill) -> None:
        if (colour := colour_of(mark.colour)) != self._state.fill:
            self._state.fill = colour
            self.lines.append(colour)
        x, y, width, height = mark.x, self._top - mark.y - mark.height, mark.width, mark.height
        if not mark.round:
            self.lines.append(f"{n(x)} {n(y)} {n(width)} {n(height)} re f")
            return
        across, along = (width / 2, height / 2) if mark.round < 0 else (min(mark.round, width / 2, height / 2),) * 2
        right, top, dx, dy = x + width, y + height, across * (1 - _ROUND), along * (1 - _ROUND)
        path = (
            (x + across, y), "m", (right - across, y), "l", (right - dx, y), (right, y + dy), (right, y + along), "c",
            (right, top - along), "l", (right, top - dy), (right - dx, top), (right - across, top), "c",
            (x + across, top), "l", (x + dx, top), (x, top - dy), (x, top - along), "c",
            (x, y + along), "l", (x, y + dy), (x + dx, y), (x + across, y), "c", "f",
        )  # fmt: skip
        self.lines.append(" ".join(step if isinstance(step, str) else f"{n(step[0])} {n(step[1])}" for step in path))

    def _stroke(self, mark: Stroke) -> None:
        dashes = f"[{' '.join(map(n, mark.dashes))}]0 d"
        self._set_stroke(colour_of(mark.colour).upper(), mark.width, dashes, int(mark.round))
        points = [f"{n(x)} {n(self._top - y)}" for x, y in mark.points]
        if not points:
            return
        if mark.curved:
            threes = [" ".join(points[at : at + 3]) for at in range(1, len(points), 3)]
            path = f"{points[0]} m {''.join(f'{three} c ' for three in threes)}"
        else:
            path = f"{points[0]} m {''.join(f'{point} l ' for point in points[1:])}"
        self.lines.append(path + ("s" if mark.closed else "S"))

    def _set_stroke(self, colour: str, width: float, dashes: str, cap: int) -> None:
        lines, state = self.lines, self._state
        if colour != state.stroke:
            state.stroke = colour
            lines.append(colour)
        if width != state.width:
            state.width = width
            lines.append(f"{n(width)} w")
        if dashes != state.dashes:
            state.dashes = dashes
            lines.append(dashes)
        if cap != state.cap:
            state.cap = cap
            lines.append(f"{cap} J")

    # What has a space of its own (8.3.4)

    def _image(self, mark: Image) -> None:
        found = self._resources.picture(mark.picture)
        crop, width, height = mark.picture.crop, mark.width, mark.height
        across, down = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
        if found is None or across <= 0 or down <= 0:
            return
        name, upright = found
        if self._marking and mark.tag is not None:
            self._marking.figure(mark.tag, self._around(mark))
        middle = f"{n(mark.x + width / 2)} {n(self._top - mark.y - height / 2)}"
        lines = ["q", f"{turn(mark.picture.turned)} {middle} cm"]
        if across != 1 or down != 1:
            lines.append(f"{n(-width / 2)} {n(-height / 2)} {n(width)} {n(height)} re W n")
        whole_width, whole_height = width / across, height / down
        left, bottom = -width / 2 - crop.left * whole_width, -height / 2 - crop.bottom * whole_height
        lines.append(f"{n(whole_width)} 0 0 {n(whole_height)} {n(left)} {n(bottom)} cm")
        if upright:
            lines.append(f"{upright} cm")
        lines.append(f"/{name} Do Q")
        self.lines.append(" ".join(lines))

    def _around(self, mark: Image) -> tuple[float, float, float, float]:
        """The rectangle around a picture on its page."""
        across, up = mark.width / 2, mark.height / 2
        spaces = [*self._groups, (mark.x + across, self._top - mark.y - up, mark.picture.turned)]
        corners = [(-across, -up), (across, -up), (across, up), (-across, up)]
        for x0, y0, degrees in reversed(spaces):
            cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            corners = [(x0 + x * cosine + y * sine, y0 - x * sine + y * cosine) for x, y in corners]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def _group(self, mark: Group) -> None:
        self.leave()
        self._groups.append((mark.x, self._top - mark.y, mark.degrees))
        before = replace(self._state)
        self.lines.append(f"q {turn(mark.degrees)} {n(mark.x)} {n(self._top - mark.y)} cm")
        if mark.clip:
            self.lines.append(f"0 {n(-mark.clip[1])} {n(mark.clip[0])} {n(mark.clip[1])} re W n")
        self.put(mark.marks, 0.0)
        self.leave()
        self._groups.pop()
        self.lines.append("Q")
        self._state = before


def _spaced(font: Font, ids: Sequence[int], advances: Sequence[float], size: float, scale: float) -> tuple[float, str]:
    """The character spacing of glyphs, rounded as it is written, and what shows them with it."""
    codes = list(map(font.codes.__getitem__, ids))
    in_thousandths = 1000 / (size * scale)
    widths = map(font.widths.__getitem__, ids)
    beyond = [advance * in_thousandths - width for advance, width in zip(advances, widths, strict=True)]
    del beyond[-1]  # nothing follows
    unnoticed, count = max(_UNNOTICED * in_thousandths, 1.0), len(beyond)
    least, most = min(beyond), max(beyond)
    common = (least + most) / 2 if most - least < 1 else sorted(beyond)[count // 2]
    common = 0.0 if abs(common) * count <= unnoticed or abs(common) < 1 else common
    spacing = round(common * size / 1000, 3)
    common = spacing * 1000 / size
    if (most - common) * count <= unnoticed and (common - least) * count <= unnoticed:
        return spacing, f"<{''.join(codes)}>Tj"
    parts, start, owed = ["[<"], 0, 0.0
    for at, more in enumerate(beyond, 1):
        owed += more - common
        if not -unnoticed < owed < unnoticed:
            whole = round(owed)
            parts.append(f"{''.join(codes[start:at])}>{-whole}<")
            owed -= whole
            start = at
    parts.append("".join(codes[start:]))
    parts.append(">]TJ")
    return spacing, "".join(parts)


def _clusters(texts: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Where glyphs that say something together begin and end."""
    starts = [at for at, words in enumerate(texts) if words or at == 0]
    return list(zip(starts, [*starts[1:], len(texts)], strict=True))
