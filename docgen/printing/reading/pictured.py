"""The files of pictures, looked at before they are printed: PNG, JPEG and SVG, and what can be made into PNG."""

from __future__ import annotations

import io
import struct
import warnings
from typing import NamedTuple

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError
from PIL.Image import Transpose

from docgen.errors import HostileFile, WordPlace
from docgen.printing.reading import vectors
from docgen.printing.reading.source import Source
from docgen.wordfile.package import parse

MAX_PIXELS = 40_000_000
MAX_BYTES = 10 << 20
_MIMES = {"PNG": "image/png", "JPEG": "image/jpeg"}
_CONVERTED = ("GIF", "BMP", "TIFF")
_MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "PA")
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
SVG = "image/svg+xml"
_LARGE = 4_000_000  # pixels; a larger picture is deflated in less time


class Change(NamedTuple):
    """What is done to the pixels of a picture: mirrored left to right, top to bottom; without colours; paler: each part
    of a colour, from 0 to 1, is `lift` + `gain` times its distance from the middle; opaque: which part of what lies
    beneath it covers, from 0 to 1; clear: the colour that covers nothing ("#rrggbb"), "" for none."""

    across: bool = False
    down: bool = False
    grey: bool = False
    gain: float = 1.0
    lift: float = 0.5
    opaque: float = 1.0
    clear: str = ""


UNCHANGED = Change()


def file_of(
    part: str, relation_id: str, source: Source, place: WordPlace, change: Change = UNCHANGED
) -> tuple[bytes, str] | None:
    """(content, mime) of the picture that a relationship of `part` leads to; None after refusing it."""
    relation = source.relationship(part, relation_id)
    if relation is None or relation.external or relation.target not in source.package.parts:
        source.refuse("print.picture_missing", place)
        return None
    content = source.package.read(relation.target)
    name = relation.target.rpartition("/")[2]
    if _is_svg(content):
        try:
            vectors.read(content)
        except vectors.Undrawable as refused:
            source.refuse("print.picture_drawing", place, name=name, what=refused.name)
            return None
        if change.clear:  # what it covers would be lost
            source.refuse("print.picture_clear", place, name=name, colour=change.clear)
            return None
        if change != UNCHANGED:
            source.tell("print.drawing_effect", place, effect="recolor")
        return content, SVG
    try:
        return _seen(content, change)
    except _TooManyBytes:
        source.refuse("print.picture_bytes", place, name=name, most=str(MAX_BYTES >> 20))
    except _TooManyPixels:
        source.refuse("print.picture_pixels", place, name=name, most=str(MAX_PIXELS // 1_000_000))
    except _Broken:
        source.refuse("print.picture_broken", place, name=name)
    except _Unknown:
        source.refuse("print.picture_format", place, name=name)
    return None


def drawing_of(part: str, relation_id: str, source: Source) -> bytes:
    """The SVG that Word keeps beside a picture (svgBlip); b"" where there is none that is drawn whole."""
    relation = source.relationship(part, relation_id)
    if relation is None or relation.external or relation.target not in source.package.parts:
        return b""
    content = source.package.read(relation.target)
    if not _is_svg(content):
        return b""
    try:
        vectors.read(content)
    except vectors.Undrawable:
        return b""
    return content


class _TooManyBytes(Exception):
    """Than are read."""


class _TooManyPixels(Exception):
    """Than are printed."""


class _Unknown(Exception):
    """A format, or a way of writing colours, that is not printed."""


class _Broken(Exception):
    """A picture of a known format that cannot be read whole."""


def _seen(content: bytes, change: Change) -> tuple[bytes, str]:
    """(content, mime) of a picture that can be read whole and is not too large; else one of the four above."""
    if len(content) > MAX_BYTES:
        raise _TooManyBytes
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=(*_MIMES, *_CONVERTED)) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise _TooManyPixels
                if image.mode not in _MODES:
                    raise _Unknown
                image.load()
                mime = _MIMES.get(image.format or "", "")
                if mime and change == UNCHANGED:
                    return content, mime
                return _as_png(image, change), "image/png"
    except Image.DecompressionBombError as bomb:
        raise _TooManyPixels from bomb
    except UnidentifiedImageError as unknown:
        raise (_Broken if _begins_well(content) else _Unknown) from unknown
    except (OSError, ValueError, SyntaxError, EOFError) as broken:
        raise _Broken from broken
    except (IndexError, KeyError, TypeError, OverflowError, MemoryError, AttributeError) as broken:
        raise _Broken from broken  # what decoders raise over damaged files, too


def _begins_well(content: bytes) -> bool:
    """Whether it is nothing at all, or begins as a picture of a known format does, though it does not go on as one."""
    return not content or content.startswith(_BEGINNINGS) or b"<svg" in content[:4096].lower()


def _as_png(image: Image.Image, change: Change) -> bytes:
    image = _upright(image)
    if change.clear:
        image = _cleared(image, change.clear)
    shown: Image.Image = (
        image
        if image.mode in ("L", "RGB", "RGBA", "LA", "1")
        else image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    )
    if change.across:
        shown = shown.transpose(Transpose.FLIP_LEFT_RIGHT)
    if change.down:
        shown = shown.transpose(Transpose.FLIP_TOP_BOTTOM)
    if change.grey:
        shown = shown.convert("LA" if "A" in shown.getbands() else "L")
    if (change.gain, change.lift) != (1.0, 0.5):
        shown = _paler(shown.convert("L") if shown.mode == "1" else shown, change.gain, change.lift)
    if change.opaque < 1.0:
        shown = shown.convert("RGBA")
        shown.putalpha(shown.getchannel("A").point([round(value * change.opaque) for value in range(256)]))
    written = io.BytesIO()
    shown.save(written, "PNG", compress_level=1 if shown.width * shown.height > _LARGE else 6)
    return written.getvalue()


def _upright(image: Image.Image) -> Image.Image:
    """As a camera that was turned says by its Exif; what it says is not in the PNG. Exif that cannot be read says
    nothing."""
    try:
        return ImageOps.exif_transpose(image)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, struct.error):
        return image


def _cleared(image: Image.Image, colour: str) -> Image.Image:
    """Pixels of just that colour are transparent, those that are nearly so stay, as in Word: around a seal from a JPEG
    stands a paler rim."""
    whole = image.convert("RGBA")
    alike = Image.new("L", whole.size, 255)
    for band, at in zip("RGB", (1, 3, 5), strict=True):
        wanted = int(colour[at : at + 2], 16)
        alike = ImageChops.darker(alike, whole.getchannel(band).point([255 * (n == wanted) for n in range(256)]))
    whole.putalpha(ImageChops.subtract(whole.getchannel("A"), alike))
    return whole


def _paler(image: Image.Image, gain: float, lift: float) -> Image.Image:
    table = [min(max(round(255 * (lift + gain * (value / 255 - 0.5))), 0), 255) for value in range(256)]
    as_it_is = list(range(256))
    return image.point([entry for band in image.getbands() for entry in (as_it_is if band == "A" else table)])


def _is_svg(content: bytes) -> bool:
    if len(content) > MAX_BYTES or b"<svg" not in content[:4096].lower().replace(b"<svg:svg", b"<svg"):
        return False
    try:
        tree = parse("svg", content)
    except HostileFile:
        return False
    return isinstance(tree.tag, str) and tree.tag.rpartition("}")[2] == "svg"
