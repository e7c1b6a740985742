"""What two files differ in besides their words: paper, margins, styles, properties, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from lxml import etree

from docgen.studio.comparing import formats, inlines
from docgen.studio.comparing.comparison import LayoutChange
from docgen.studio.comparing.inlines import MC
from docgen.studio.comparing.settling import W
from docgen.studio.comparing.stories import File

_TWIPS = 1440 / 25.4  # to the millimetre
_EMU = 36_000
_EDGES = ("top", "right", "bottom", "left")
_PROPERTIES = ("title", "subject", "creator", "keywords", "description", "category", "contentStatus", "language")
_EXTENT = re.compile(r"(width|height):([\d.]+)pt")
_COLOURS = re.compile(r'(?:val|lastClr)="([0-9A-Fa-f]{6})"')
_FONTS = re.compile(r'typeface="([^"]+)"')


def changes(old: File, new: File) -> Iterator[LayoutChange]:
    """In the order in which a reader would notice them."""
    yield from _pages(old, new)
    yield from _pictures(old, new)
    yield from _styles(old, new)
    yield from _theme(old, new)
    yield from _properties(old, new)


def _pages(old: File, new: File) -> Iterator[LayoutChange]:
    if len(old.sections) != len(new.sections):
        yield LayoutChange("sections", "", str(len(old.sections)), str(len(new.sections)))
    many = len(new.sections) > 1
    for number, (one, other) in enumerate(zip(old.sections, new.sections, strict=False), 1):
        name = str(number) if many else ""
        before, after = dict(_page(one)), dict(_page(other))
        for what in dict.fromkeys((*before, *after)):
            if before.get(what, "") != after.get(what, ""):
                yield LayoutChange(what, name, before.get(what, ""), after.get(what, ""))


def _page(section: etree._Element) -> Iterator[tuple[str, str]]:
    """What a section says of its pages, in millimetres."""
    size, margins, columns = (section.find(W + name) for name in ("pgSz", "pgMar", "cols"))
    if size is not None:
        yield "paper", " × ".join(_millimetres(size.get(W + side)) for side in ("w", "h"))
    if margins is not None:
        yield "margins", " / ".join(_millimetres(margins.get(W + edge)) for edge in _EDGES)
        yield "header_edge", " / ".join(_millimetres(margins.get(W + edge)) for edge in ("header", "footer"))
    yield "columns", columns.get(W + "num", "1") if columns is not None else "1"
    if section.find(W + "titlePg") is not None:
        yield "title_page", "1"


def _millimetres(twips: str | None) -> str:
    try:
        return f"{float(twips or 0) / _TWIPS:.1f}".removesuffix(".0")
    except ValueError:
        return str(twips)


def _pictures(old: File, new: File) -> Iterator[LayoutChange]:
    """Pictures in running text, story by story: the same one by its content, in the order in which they stand."""
    olds = {story.role: list(_shown(old, story.part, story.container)) for story in old.stories}
    news = {story.role: list(_shown(new, story.part, story.container)) for story in new.stories}
    for role in dict.fromkeys((*olds, *news)):
        before, after = olds.get(role, []), news.get(role, [])
        same = {digest for digest, _ in before} & {digest for digest, _ in after}
        for (_, size), (_, other) in zip(
            [p for p in before if p[0] in same], [p for p in after if p[0] in same], strict=False
        ):
            if size != other:
                yield LayoutChange("picture", role.split()[0], size, other)
        gone, come = [s for d, s in before if d not in same], [s for d, s in after if d not in same]
        for had, has in zip_longest(gone, come, fillvalue=""):
            yield LayoutChange("picture", role.split()[0], had, has)


def _shown(file: File, part: str, container: etree._Element) -> Iterator[tuple[str, str]]:
    """Each picture: its digest and its size, "60 × 20"."""
    for node in container.iter(W + "drawing", W + "pict"):
        fallback = next(node.iterancestors(MC + "Fallback"), None) is not None
        if fallback or next(node.iter("{*}blip", "{*}imagedata"), None) is None:
            continue
        extent = next(node.iter("{*}extent"), None)
        if extent is not None:
            sides = [float(extent.get(side, "0")) / _EMU for side in ("cx", "cy")]
        else:
            shape = next((e.get("style", "") for e in node.iter("{*}shape")), "")
            points = dict(_EXTENT.findall(shape))
            sides = [float(points.get(side, "0")) * 25.4 / 72 for side in ("width", "height")]
        yield inlines.picture(node, file.package, part), " × ".join(f"{side:.0f}" for side in sides)


def _styles(old: File, new: File) -> Iterator[LayoutChange]:
    """Styles by name: gone, new, or saying something else; before and after say what."""
    before, after = _said(old), _said(new)
    if (one := before.pop("", None)) != (other := after.pop("", None)) and one and other:
        yield LayoutChange("defaults", "", *_worded(one, other))
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield LayoutChange("style", name, *_worded(before.get(name), after.get(name)))


def _said(file: File) -> dict[str, dict[str, str]]:
    """Style name → what it sets; "" → what holds for all."""
    styles = file.related("styles")
    if styles is None:
        return {}
    found = {"": _settings(styles, f"{W}docDefaults/{W}rPrDefault/", file.style_names)}
    found[""] |= _settings(styles, f"{W}docDefaults/{W}pPrDefault/", file.style_names)
    for style in styles.iterfind(W + "style"):
        said = _settings(style, "", file.style_names)
        if (based := style.find(W + "basedOn")) is not None:
            said["basedOn"] = file.style_names.get(based.get(W + "val", ""), "")
        if any(True for _ in style.iter(W + "tblPr", W + "tcPr", W + "tblStylePr")):
            inner = [e for e in style if e.tag in (W + "tblPr", W + "tcPr", W + "tblStylePr", W + "trPr")]
            said["table"] = str(sorted(formats.said_whole(e) for e in inner))
        found[file.style_names.get(style.get(W + "styleId", ""), "") or style.get(W + "styleId", "")] = said
    return found


def _settings(element: etree._Element, path: str, names: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for kind in ("pPr", "rPr"):
        for name, values in formats.said(element.find(f"{path}{W}{kind}"), names):
            shown = [value if key == "val" else f"{key} {value}" for key, value in values]
            found[name if kind == "rPr" or name not in found else f"paragraph {name}"] = ", ".join(shown) or "1"
    return found


def _worded(before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> tuple[str, str]:
    """Only what differs: "sz 24; b 1"; a style that is new or gone is told with all that it sets, or as "–"."""
    sides = []
    for own, other in ((before, after), (after, before)):
        if own is None:
            sides.append("")
            continue
        differing = {name: value for name, value in own.items() if other is None or other.get(name) != value}
        shown = "; ".join(f"{name} {value}" for name, value in sorted(differing.items()) if name != "table")
        sides.append(shown or ("…" if differing else "–"))
    return sides[0], sides[1]


def _theme(old: File, new: File) -> Iterator[LayoutChange]:
    """The fonts and colours of the theme, which styles name."""
    for what, pattern in (("fonts", _FONTS), ("colours", _COLOURS)):
        sides = []
        for file in (old, new):
            names = file.package.related("theme")
            said = file.package.read(names[0]).decode(errors="replace") if names else ""
            sides.append(list(dict.fromkeys(pattern.findall(said))))
        if sides[0] != sides[1]:
            gone = [one for one in sides[0] if one not in sides[1]]
            come = [one for one in sides[1] if one not in sides[0]]
            yield LayoutChange("theme", what, ", ".join(gone) or "–", ", ".join(come) or "–")


def _properties(old: File, new: File) -> Iterator[LayoutChange]:
    before, after = _core(old), _core(new)
    for name in _PROPERTIES:
        if before.get(name, "") != after.get(name, ""):
            yield LayoutChange("property", name, before.get(name, ""), after.get(name, ""))


def _core(file: File) -> dict[str, str]:
    """docProps/core.xml, without the dates and the name that programs write as they save."""
    found = {}
    for part in file.package.related("core-properties", ""):
        for element in file.tree(part).iterchildren(etree.Element):
            found[etree.QName(element).localname] = (element.text or "").strip()
    return found
