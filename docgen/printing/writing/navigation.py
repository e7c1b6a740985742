"""Ways through a document: links, bookmarks, the outline, page labels (ISO 32000-1, 12.3, 12.4.2, 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from docgen.printing.sheet import Heading, Link, Sheet, Sheets
from docgen.printing.writing.objects import File, number, text
from docgen.printing.writing.structure import Structure

_SCHEMES = ("http", "https", "mailto")
_SAFE = "!#$%&'*+,/:;=?@[]~"  # stand in an address as they are


def places(sheets: Sheets, pages: Sequence[int]) -> dict[str, str]:
    """The destinations of bookmarks; of two of one name the first counts, as in Word."""
    found: dict[str, str] = {}
    for sheet, page in zip(sheets.sheets, pages, strict=True):
        for name, (x, y) in sheet.places.items():
            found.setdefault(name, _destination(page, x, sheet.height - y))
    return found


def link(link: Link, sheet: Sheet, destinations: Mapping[str, str], structure: Structure | None, file: File) -> int:
    """Write a link annotation; 0 for one that leads nowhere, or where a printed letter has no business."""
    if link.address:
        address = _address(link.address)
        action = f"/A<</S/URI/URI{text(address)}>>" if address else ""
    else:
        destination = destinations.get(link.target)
        action = f"/Dest{destination}" if destination else ""
    if not action:
        return 0
    left, bottom = link.x, sheet.height - link.y - link.height
    box = " ".join(map(number, (left, bottom, left + link.width, bottom + link.height)))
    at = file.reserve()
    said = structure.link(link, at) if structure else ""
    return file.add(f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4{action}{said}>>", at)


def _address(written: str) -> str:
    """An address in the seven bits that a PDF takes (12.6.4.7); "" for a scheme that is not for letters."""
    try:
        scheme = urlsplit(written).scheme.lower()
    except ValueError:
        return ""
    return quote(written, safe=_SAFE) if scheme in _SCHEMES else ""


def labels(sheets: Sheets) -> str:
    """Page labels, where pages are numbered otherwise than 1, 2, 3 …"""
    if not any(sheet.label for sheet in sheets.sheets):
        return ""
    entries, plain = [], False
    for at, sheet in enumerate(sheets.sheets):
        if sheet.label and sheet.label != str(at + 1):
            entries.append(f"{at}<</P{text(sheet.label)}>>")
            plain = False
        elif not plain:
            entries.append(f"{at}<</S/D/St {at + 1}>>")
            plain = True
    return f"/PageLabels<</Nums[{' '.join(entries)}]>>"


@dataclass(slots=True)
class _Item:
    heading: Heading | None
    number: int
    children: list[_Item] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(1 + child.count for child in self.children)


def outline(sheets: Sheets, pages: Sequence[int], file: File) -> str:
    """Headings as an outline: each under the one before it of a higher level, all of them open."""
    headings = [heading for heading in sheets.headings if heading.title.strip()]
    if not headings:
        return ""
    root = _Item(None, file.reserve())
    above = [root]
    for heading in headings:
        while above[-1].heading and above[-1].heading.level >= heading.level:
            above.pop()
        item = _Item(heading, file.reserve())
        above[-1].children.append(item)
        above.append(item)
    file.add(f"<</Type/Outlines{_kin(root)}>>", root.number)
    _write_items(root, sheets, pages, file)
    return f"/Outlines {root.number} 0 R/PageMode/UseOutlines"


def _write_items(parent: _Item, sheets: Sheets, pages: Sequence[int], file: File) -> None:
    for at, item in enumerate(parent.children):
        heading = item.heading
        if heading is None:
            continue
        up = sheets.sheets[heading.page].height - heading.y
        body = f"<</Title{text(heading.title.strip())}/Parent {parent.number} 0 R"
        body += f"/Dest{_destination(pages[heading.page], None, up)}"
        if at:
            body += f"/Prev {parent.children[at - 1].number} 0 R"
        if at + 1 < len(parent.children):
            body += f"/Next {parent.children[at + 1].number} 0 R"
        file.add(body + _kin(item) + ">>", item.number)
        _write_items(item, sheets, pages, file)


def _kin(item: _Item) -> str:
    if not item.children:
        return ""
    return f"/First {item.children[0].number} 0 R/Last {item.children[-1].number} 0 R/Count {item.count}"


def _destination(page: int, x: float | None, up: float) -> str:
    return f"[{page} 0 R/XYZ {'null' if x is None else number(x)} {number(up)} null]"
