"""Page set-up (ECMA-376-1, 17.6)."""

from __future__ import annotations

from dataclasses import replace

from docgen.errors import WordPlace
from docgen.printing.reading import unprinted, values
from docgen.printing.reading.formats import is_known_format
from docgen.printing.reading.source import Source
from docgen.printing.reading.tree import SIDES, Border, Columns, Grid, Page, PageBorders
from docgen.printing.reading.values import Element, W, attribute, number, twips

_LINES = frozenset((  # of ST_Border (17.18.2): those that are lines; all others are rows of small pictures
    "single", "thick", "double", "dotted", "dashed", "dotDash", "dotDotDash", "triple", "thinThickSmallGap",
    "thickThinSmallGap", "thinThickThinSmallGap", "thinThickMediumGap", "thickThinMediumGap", "thinThickThinMediumGap",
    "thinThickLargeGap", "thickThinLargeGap", "thinThickThinLargeGap", "wave", "doubleWave", "dashSmallGap",
    "dashDotStroked", "threeDEmboss", "threeDEngrave", "outset", "inset", "nil", "none", "",
))  # fmt: skip
_MOST_COLUMNS = 45  # 17.6.4


def page(section: Element | None, source: Source, part: str) -> Page:
    """Paper, margins, grid, columns, frame and page numbers of a w:sectPr; Word's defaults where it says nothing."""
    if section is None:
        return Page()
    place = WordPlace(part)
    source.tell_unprinted(unprinted.settings("sectPr", [section]), place)
    of_notes = section.find(f"{W}footnotePr/{W}pos")
    if of_notes is not None and source.notes and attribute(of_notes, "val") != source.notes.place("footnote"):
        source.tell("print.setting", place, setting="footnotePr")  # one place of notes for the whole file
    found = _paper(Page(), section, source, place)
    found = replace(
        found,
        grid=_grid(section.find(W + "docGrid"), source),
        columns=_columns(section.find(W + "cols"), found.text_width),
        borders=_borders(section.find(W + "pgBorders"), source, place),
    )
    numbers = section.find(W + "pgNumType")
    if numbers is not None:
        written = attribute(numbers, "fmt", "decimal")
        if not is_known_format(written):
            source.refuse("print.number_format", place, format=written)
        start = attribute(numbers, "start")
        first = int(start) if start.isdecimal() and len(start) < 10 else None
        found = replace(found, number_format=written, number_from=first)
        if attribute(numbers, "chapStyle"):
            source.tell("print.setting", place, setting="chapStyle")
    if section.find(W + "lnNumType") is not None:
        source.refuse("print.line_numbers", place)
    direction = section.find(W + "textDirection")
    if direction is not None and attribute(direction, "val") not in ("lrTb", "tb", ""):
        source.refuse("print.vertical_text", place)
    if values.is_on(section.find(W + "bidi")):
        source.refuse("print.right_to_left", place)
    vertical = section.find(W + "vAlign")
    align = "top" if vertical is None else attribute(vertical, "val", "top")
    return replace(found, align=align if align in ("center", "bottom", "both") else "top")


def _paper(found: Page, section: Element, source: Source, place: WordPlace) -> Page:
    size, margin = section.find(W + "pgSz"), section.find(W + "pgMar")
    if size is not None:
        found = replace(
            found,
            width=_side(size, "w", found.width, source, place),
            height=_side(size, "h", found.height, source, place),
        )
    if margin is None:
        return replace(found, mirrored=source.mirrored)
    gutter = max(twips(attribute(margin, "gutter")), 0.0)
    at_top, at_right = source.gutter_at_top, values.is_on(section.find(W + "rtlGutter"))
    left = max(twips(attribute(margin, "left"), found.left), 0.0)
    right = max(twips(attribute(margin, "right"), found.right), 0.0)
    top, bottom = twips(attribute(margin, "top"), found.top), twips(attribute(margin, "bottom"), found.bottom)
    left += 0.0 if at_top or at_right else gutter
    right += gutter if at_right and not at_top else 0.0
    if left + right > found.width - 5:  # margins that leave no room for a letter
        left, right = min(left, found.width / 4), min(right, found.width / 4)
    over, under = abs(top) + (gutter if at_top else 0.0), abs(bottom)
    if over + under > found.height - 5:
        over, under = min(over, found.height / 4), min(under, found.height / 4)
    return replace(
        found,
        # 17.6.11: a negative top or bottom margin stays as it is, however tall the header.
        fixed_top=top < 0,
        fixed_bottom=bottom < 0,
        top=over,
        bottom=under,
        left=left,
        right=right,
        header=min(max(twips(attribute(margin, "header"), found.header), 0.0), found.height),
        footer=min(max(twips(attribute(margin, "footer"), found.footer), 0.0), found.height),
        mirrored=source.mirrored,
    )


def _side(size: Element, name: str, default: float, source: Source, place: WordPlace) -> float:
    """The width or height of the paper: 22 inches is the largest that Word knows. Else that of A4, which is told."""
    written = attribute(size, name)
    length = twips(written, 0.0) if written else default
    if 36.0 <= length <= 1584.0:
        return length
    absurd = unprinted.beyond(written, f"{default * 20:.0f} ({default / 72 * 2.54:.1f} cm)")
    source.tell_unprinted([(absurd, f"pgSz {name}")], place)
    return default


def _grid(element: Element | None, source: Source) -> Grid:
    """17.6.5: w:charSpace counts 4096ths of a point. "linesAndChars" adds it to every character (17.18.14), and half of
    it to Latin ones where two of them are as wide as an ideograph (17.15.3.3); "snapToChars" has cells, as wide as a
    character of the default style with it."""
    kind = "default" if element is None else attribute(element, "type", "default")
    if element is None or kind not in ("lines", "linesAndChars", "snapToChars"):
        return Grid()
    pitch = twips(attribute(element, "linePitch"))
    add = 0.0 if kind == "lines" else number(attribute(element, "charSpace")) / 4096
    pitch, add = pitch if pitch >= 1.0 else 0.0, min(max(add, -100.0), 1584.0)
    if kind == "snapToChars":
        size = source.styles.look(source.styles.style("", "paragraph"), {}, {}).size
        return Grid(pitch, cell=max(size + add, 1.0))
    return Grid(pitch, add, add / 2 if source.halves_grid else add)


def _columns(element: Element | None, room: float) -> Columns | None:
    """17.6.4. Columns of unlike width are written one by one; the last of them has no space after it."""
    if element is None:
        return None
    line = attribute(element, "sep") in ("1", "true", "on")
    own = [(twips(attribute(e, "w")), twips(attribute(e, "space"))) for e in element.iterfind(W + "col")]
    if attribute(element, "equalWidth") in ("0", "false", "off") and own:
        widths, gaps = [max(width, 1.0) for width, _ in own[:_MOST_COLUMNS]], [max(gap, 0.0) for _, gap in own]
        return Columns(tuple(widths), tuple(gaps[: len(widths) - 1]), line) if len(widths) > 1 else None
    count = min(int(number(attribute(element, "num"), 1)), _MOST_COLUMNS)
    if count <= 1:
        return None
    gap = max(twips(attribute(element, "space"), 36.0), 0.0)
    if room - gap * (count - 1) < count * 5:
        gap = 0.0
    return Columns(((room - gap * (count - 1)) / count,) * count, (gap,) * (count - 1), line)


def _borders(element: Element | None, source: Source, place: WordPlace) -> PageBorders | None:
    """17.6.10."""
    if element is None:
        return None
    edges: dict[str, Border] = {}
    for name, child in values.children(element):
        if attribute(child, "val") not in _LINES:
            source.refuse("print.art_border", place, border=attribute(child, "val"))
        elif name in SIDES and (edge := values.border(child)) is not None:
            edges[name] = edge
            if any(attribute(child, setting) in ("1", "true", "on") for setting in ("shadow", "frame")):
                source.tell("print.setting", place, setting="shadow")
    if not edges:
        return None
    on = attribute(element, "display", "allPages")
    return PageBorders(
        edges,
        from_text=attribute(element, "offsetFrom", "text") != "page",
        on=on if on in ("firstPage", "notFirstPage") else "allPages",
        behind=attribute(element, "zOrder") == "back",
    )


def starts(section: Element | None) -> str:
    """17.6.22: how the section begins."""
    kind = None if section is None else section.find(W + "type")
    found = "nextPage" if kind is None else attribute(kind, "val", "nextPage")
    return found if found in ("continuous", "evenPage", "oddPage", "nextColumn") else "nextPage"
