"""Pictures that stand in the line (ECMA-376-1, 20.4.2.8): PNG and JPEG, looked at before they are printed."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from docgen.errors import WordPlace
from docgen.printing.reading.source import Source
from docgen.printing.reading.tree import Picture
from docgen.printing.reading.values import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
EMU = 12_700  # to a point
MAX_PIXELS = 40_000_000
MAX_BYTES = 10 << 20
_MIMES = {"PNG": "image/png", "JPEG": "image/jpeg"}


def picture(drawing: Element, part: str, source: Source, place: WordPlace) -> Picture | None:
    """The picture of a w:drawing; None after refusing one that cannot be printed as it is meant."""
    inline = drawing.find(WP + "inline")
    graphic = drawing.find(f".//{A}graphicData")
    kind = "" if graphic is None else graphic.get("uri", "").rpartition("/")[2]
    if kind != "picture":
        source.refuse("print.text_box" if "wordprocessing" in kind.lower() else "print.drawing", place)
        return None
    if inline is None:
        source.refuse("print.floating_picture", place)
        return None
    blip = drawing.find(f".//{A}blip")
    relation = None if blip is None else source.relationship(part, blip.get(R + "embed", ""))
    if relation is None or relation.external or relation.target not in source.package.parts:
        source.refuse("print.picture_missing", place)
        return None
    content = source.package.read(relation.target)
    if not (mime := _mime(content)):
        source.refuse("print.picture_format", place, name=relation.target.rpartition("/")[2])
        return None
    if any(drawing.find(f".//{A}{name}") is not None for name in ("srcRect",)) and _is_cropped(drawing):
        source.refuse("print.picture_cropped", place)
        return None
    extent = inline.find(WP + "extent")
    described = inline.find(WP + "docPr")
    width, height = (0.0, 0.0) if extent is None else (_length(extent, "cx"), _length(extent, "cy"))
    return Picture(content, mime, width, height, "" if described is None else described.get("descr", ""))


def _length(extent: Element, name: str) -> float:
    value = extent.get(name, "0")
    return int(value) / EMU if value.isdecimal() else 0.0


def _is_cropped(drawing: Element) -> bool:
    crop = drawing.find(f".//{A}srcRect")
    return crop is not None and any(value not in ("0", "") for value in crop.attrib.values())


def _mime(content: bytes) -> str:
    """The kind of a PNG or JPEG that can be read whole and is not too large; "" for anything else."""
    if len(content) > MAX_BYTES:
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MAX_PIXELS:
                    return ""
                kind = image.format or ""
                image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return ""
    return _MIMES.get(kind, "")
