"""Two prints as pictures: side by side for people, and as ink for what is drawn and not said (lines, shades)."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from fidelity.compare import UNSEEN, Comparison

DPI, INK_DPI = 80, 50
#: Pages of one file shown; who wants more prints the file.
MOST_PAGES = 6
#: Ink counts as missing where the other page has none within this many pixels at INK_DPI: 1.5 mm.
NEAR = 7
_DARK = 200


def pages(pdf: bytes, dpi: int, most: int | None = None) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        count = len(document) if most is None else min(most, len(document))
        return [document[number].render(scale=dpi / 72).to_pil().convert("RGB") for number in range(count)]


def ink_apart(ours: bytes, theirs: bytes, most: int = 12) -> float:
    """The largest share, of any page of both, of inked pixels that have no ink near them on the other page."""
    worst = 0.0
    for one, other in zip(pages(ours, INK_DPI, most), pages(theirs, INK_DPI, most), strict=False):
        both = (one, other.resize(one.size))
        inks = [page.convert("L").point(lambda value: 255 if value < _DARK else 0) for page in both]
        inked = sum(_count(ink) for ink in inks)
        alone = sum(
            _count(ImageChops.subtract(ink, near.filter(ImageFilter.MaxFilter(NEAR))))
            for ink, near in (inks, inks[::-1])
        )
        worst = max(worst, alone / inked if inked else 0.0)
    return worst


def _count(ink: Image.Image) -> int:
    return ink.histogram()[255]


def show(name: str, ours: bytes, theirs: bytes, found: Comparison, folder: Path) -> list[Path]:
    """PNG files, ours left and theirs right, of the pages that differ; a red bar beside each line that does."""
    here, there = pages(ours, DPI, MOST_PAGES), pages(theirs, DPI, MOST_PAGES)
    for line in found.lines:
        if line.by_a_hair or (line.alike and line.shift <= UNSEEN):
            continue
        if line.page < len(there):
            _mark(there[line.page], line.place[1])
        if line.our_page is not None and line.our_page < len(here) and line.our_place:
            _mark(here[line.our_page], line.our_place[1])
    written = []
    for number in range(max(len(here), len(there))):
        one, other = (side[number] if number < len(side) else None for side in (here, there))
        known = [page for page in (one, other) if page]
        width, height = max(page.width for page in known), max(page.height for page in known)
        sheet = Image.new("RGB", (2 * width + 12, height), "#808080")
        for page, at in ((one, 0), (other, width + 12)):
            if page:
                sheet.paste(page, (at, 0))
        path = folder / f"{name}-{number + 1}.png"
        sheet.save(path)
        written.append(path)
    return written


def _mark(page: Image.Image, base: float) -> None:
    scale = DPI / 72
    ImageDraw.Draw(page).rectangle((2, (base - 9) * scale, 6, base * scale), fill="#d00000")
