"""What is done with finished pages: lines set to both margins, and what only finished pages can tell.

Lines set to both margins (w:jc both and distribute, ECMA-376-1, 17.18.44): the engine widens blanks alone, and none
where blanks are kept as written; Chinese has none to widen. So, once lines are broken and before they are drawn, what
is left of each line is spread between ideographs and over blanks, as Word does. The boxes are those of the engine's
finished pages; nothing is broken or moved to another line here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen.printing.quicker import respaced
from docgen.printing.scripts import is_east_asian
from docgen.printing.tree import Document

Box = Any  # a box of the engine
_POINT = 0.75  # in the engine's pixels
_TOO_FAR = 0.012  # of a spacing: the engine draws half of it before a character, taking 1,024 units for 1,000


def section_pages(pages: Sequence[Any]) -> Mapping[int, int]:
    """How many pages each section has."""
    return Counter(_section(page) for page in pages)


def header_room(pages: Sequence[Any], document: Document) -> dict[int, tuple[float, float]]:
    """By section: how many points headers and footers take beyond the margins; empty where all of them fit."""
    found: dict[int, tuple[float, float]] = {}
    for page in pages:
        number = _section(page)
        set_up = document.sections[number].page
        above, below = found.get(number, (0.0, 0.0))
        for box in page._page_box.children:
            keyword = getattr(box, "at_keyword", "")
            if keyword not in ("@top-center", "@bottom-center"):
                continue
            height = sum(child.margin_height() for child in box.children) * _POINT
            if keyword == "@top-center" and not set_up.fixed_top:
                above = max(above, set_up.header + height - set_up.top)
            elif keyword == "@bottom-center" and not set_up.fixed_bottom:
                below = max(below, set_up.footer + height - set_up.bottom)
        if above > 0.1 or below > 0.1:
            found[number] = (above, below)
    return found


def _section(page: Any) -> int:
    return int(page._page_box.page_type.name[1:])


def justify(page: Box) -> None:
    """Spread the lines of one finished page."""
    for block, lines in _blocks_of_lines(page):
        for at, line in enumerate(lines):
            _drop_blank_at_start(line)
            _open_blanks(line)
            if line.style["text_align_all"] != "justify":
                continue
            everywhere = line.style["text_align_last"] == "justify"
            last = at == len(lines) - 1 and line.resume_at is None
            if everywhere or not (last or _ends_by_force(line)):
                _spread(line, block.content_box_x() + block.width, everywhere=everywhere)


def _blocks_of_lines(box: Box) -> Iterator[tuple[Box, list[Box]]]:
    children = getattr(box, "children", ())
    if children and type(children[0]).__name__ == "LineBox":
        yield box, [child for child in children if type(child).__name__ == "LineBox"]
    for child in children:
        yield from _blocks_of_lines(child)


def _texts(box: Box) -> Iterator[Box]:
    if hasattr(box, "pango_layout"):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)


def _atoms(box: Box) -> Iterator[Box]:
    """What stands in a line, in order: texts, and boxes that count as one (pictures, tabs)."""
    for child in box.children:
        if type(child).__name__ == "InlineBox":
            yield from _atoms(child)
        else:
            yield child


def _ends_by_force(line: Box) -> bool:
    """Whether a line break of the writer's ends the line."""
    tags = [child.element_tag for child in line.children]
    return bool(tags) and tags[-1] == "br"


def _drop_blank_at_start(line: Box) -> None:
    """The quarter blank between scripts does not open at the start of a line."""
    first = line.children[0] if line.children else None
    margin = getattr(first, "margin_left", 0)
    if first is None or margin == "auto" or margin <= 0 or type(first).__name__ not in ("InlineBox", "TextBox"):
        return
    first.margin_left = 0
    for child in (*first.children, *line.children[1:]):
        child.translate(-margin, 0)


def _open_blanks(line: Box) -> None:
    """The quarter blank before a text without a box of its own: the engine draws it where its margin begins."""
    for text in _texts(line):
        if text.margin_left:
            text.position_x += text.margin_left
            text.margin_left = 0


def _spread(line: Box, right: float, *, everywhere: bool) -> None:
    atoms = list(_atoms(line))
    after_tab = max((at for at, atom in enumerate(atoms) if not hasattr(atom, "pango_layout")), default=-1)
    texts = [atom for atom in atoms[after_tab + 1 :] if atom.text]  # what stands before a tab keeps its place
    if not texts:
        return
    last = texts[-1]
    trailing = len(last.text) - len(last.text.rstrip(" "))
    end = last.position_x + last.width - trailing * (0.25 * last.style["font_size"] + _spacing(last)) - _spacing(last)
    slack = right - end
    gaps = sum(_gaps(text, everywhere=everywhere) for text in texts) - trailing
    gaps -= _takes_letter_spacing(last, everywhere=everywhere)  # nothing follows the last character
    if slack <= 0.01 or gaps <= 0:
        return
    _widen(line, atoms[after_tab + 1], slack / (gaps + _TOO_FAR), everywhere=everywhere)


def _spacing(text: Box) -> float:
    """What the writer puts between characters (17.3.2.35); the engine puts it after the last one too."""
    found = text.style["letter_spacing"]
    return 0.0 if found == "normal" else float(found)


def _drawn(spacing: float, size: float) -> float:
    """A spacing that is drawn as it is: the engine cuts it to whole thousandths of the size, here to the nearest."""
    thousandths = round(spacing * 1000 / size)
    return (thousandths + math.copysign(0.1, thousandths)) * size / 1000


def _wide(character: str, *, everywhere: bool) -> bool:
    return bool(character) and character != " " and (everywhere or is_east_asian(character, hint=True))


def _gaps(text: Box, *, everywhere: bool) -> int:
    """Places to widen: after each character of a stretch with ideographs, and each blank of other stretches."""
    if _takes_letter_spacing(text, everywhere=everywhere):
        return len(text.text)
    return int(text.text.count(" ") + text.text.count("\u00a0"))


def _takes_letter_spacing(text: Box, *, everywhere: bool) -> bool:
    return everywhere or any(_wide(character, everywhere=False) for character in text.text)


def _widen(line: Box, first: Box, step: float, *, everywhere: bool) -> None:
    started = False

    def walk(box: Box, shift: float) -> float:
        nonlocal started
        for child in box.children:
            started = started or child is first
            if type(child).__name__ == "InlineBox":
                before, was_started = shift, started
                shift = walk(child, shift)
                child.position_x += before if was_started else 0
                child.width += shift - before
            elif not started:
                continue
            elif hasattr(child, "pango_layout"):
                child.position_x += shift
                gaps = _gaps(child, everywhere=everywhere)
                if gaps and _takes_letter_spacing(child, everywhere=everywhere):
                    spacing = _drawn(step + _spacing(child), child.style["font_size"])
                    child.style = respaced(child.style, spacing)
                elif gaps:
                    child.pango_layout.justification_spacing = step
                child.width += gaps * step
                shift += gaps * step
            else:
                child.translate(shift, 0)
        return shift

    walk(line, 0.0)
