"""Pictures as image XObjects (ISO 32000-1, 8.9), each once in a document however often it is shown.

JPEG goes in as it is (7.4.8), PNG without transparency too: its rows are deflated with the predictors that a PDF knows
(7.4.4.4). Other PNG are decoded; what is transparent becomes a soft mask (11.6.5.3). Colour profiles are dropped: the
numbers are taken for sRGB, as office programs take them.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from docgen.printing.writing.objects import LEVEL, File

_MOST_KEPT, _MOST_BYTES_KEPT = 32, 256 << 10  # prepared pictures: the letterheads of the last letters
_CHANNELS = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3), 3: ("/DeviceGray", 1)}  # colour types of PNG; 3: palette
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = {0x01, *range(0xD0, 0xD9)}  # markers without a length
_ORIENTATION = 0x0112  # of Exif

#: How the stored picture is set upright, by its Exif orientation: matrices of a square of one.
_UPRIGHT = {
    2: "-1 0 0 1 1 0", 3: "-1 0 0 -1 1 1", 4: "1 0 0 -1 0 1", 5: "0 -1 -1 0 1 1",
    6: "0 -1 1 0 0 1", 7: "0 1 1 0 0 0", 8: "0 1 -1 0 1 0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """An image XObject without its number. content: filtered as `extra` says. mask: what of it is transparent."""

    extra: str
    content: bytes
    mask: Prepared | None = None
    upright: str = ""

    def write(self, file: File) -> int:
        extra = self.extra
        if self.mask:
            extra += f"/SMask {self.mask.write(file)} 0 R"
        return file.stream(self.content, "/Type/XObject/Subtype/Image" + extra, deflate=False)


def prepare(content: bytes, *, rgb_only: bool) -> Prepared:
    """A PNG or JPEG that was found readable. rgb_only: whether CMYK is turned to RGB (PDF/A with an RGB intent)."""
    return (_kept if len(content) <= _MOST_BYTES_KEPT else _prepare)(content, rgb_only)


def _prepare(content: bytes, rgb_only: bool) -> Prepared:
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content, rgb_only)
    return _png_as_it_is(content) or _decoded(content)


_kept = lru_cache(maxsize=_MOST_KEPT)(_prepare)


def _jpeg(content: bytes, rgb_only: bool) -> Prepared:
    width, height, channels, by_adobe = _jpeg_frame(content)
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as image:
        upright = _upright(image)
    if channels not in _SPACES or (channels == 4 and rgb_only):
        with Image.open(io.BytesIO(content), formats=("JPEG",)) as image:
            return _pixels(image.convert("RGB"), upright=upright)
    # Adobe's programs write CMYK upside down (Adobe Technical Note 5116, 18), and say so by a marker of their own.
    decode = "/Decode[1 0 1 0 1 0 1 0]" if channels == 4 and by_adobe else ""
    space = _SPACES[channels]
    extra = f"/Width {width}/Height {height}/ColorSpace{space}/BitsPerComponent 8{decode}/Filter/DCTDecode"
    return Prepared(extra, content, upright=upright)


def _jpeg_frame(content: bytes) -> tuple[int, int, int, bool]:
    """Width, height, channels, and whether Adobe's marker stands in it (ITU-T T.81, B.1.1, B.2.2)."""
    at, by_adobe = 2, False
    while at + 4 <= len(content):
        if content[at] != 0xFF or content[at + 1] in (0x00, 0xFF):
            at += 1
            continue
        marker = content[at + 1]
        if marker in _JPEG_ALONE:
            at += 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _JPEG_FRAMES and at + 10 <= len(content):
            height, width = struct.unpack_from(">2H", content, at + 5)
            return width, height, content[at + 9], by_adobe
        by_adobe = by_adobe or (marker == 0xEE and content[at + 4 : at + 9] == b"Adobe")
        at += 2 + length
    raise ValueError("a JPEG without a frame")


def _upright(image: Image.Image) -> str:
    """The matrix that sets a picture upright; "" for one that is, or whose Exif cannot be read."""
    try:
        return _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1), "")
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, struct.error, UserWarning):
        return ""


def _png_as_it_is(content: bytes) -> Prepared | None:
    """A PNG whose rows can stay as they are deflated; None for one that is transparent, interlaced or not whole."""
    palette, rows = b"", []
    width = height = depth = kind = 0
    for name, chunk in _chunks(content):
        if name == b"IHDR":
            width, height, depth, kind, _, _, interlaced = struct.unpack(">2I5B", chunk)
            if kind not in _CHANNELS or interlaced:
                return None
        elif name == b"PLTE":
            palette = chunk[: 3 << depth]
        elif name in (b"tRNS", b"eXIf"):
            return None
        elif name == b"IDAT":
            rows.append(chunk)
    space, channels = _CHANNELS[kind]
    deflated = b"".join(rows)
    if kind == 3:
        if len(palette) < 3:
            return None
        space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
    if not _is_whole(deflated, height * (1 + (width * depth * channels + 7) // 8)):
        return None
    extra = (
        f"/Width {width}/Height {height}/ColorSpace{space}/BitsPerComponent {depth}/Filter/FlateDecode"
        f"/DecodeParms<</Predictor 15/Colors {channels}/BitsPerComponent {depth}/Columns {width}>>"
    )
    return Prepared(extra, deflated)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def _is_whole(deflated: bytes, length: int) -> bool:
    """Whether it inflates to just that many bytes, and nothing stands behind."""
    inflater = zlib.decompressobj()
    try:
        return len(inflater.decompress(deflated, length + 1)) == length and inflater.eof and not inflater.unused_data
    except zlib.error:
        return False


def _decoded(content: bytes) -> Prepared:
    with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
        upright = _upright(image)
        if image.mode.startswith("I"):  # 16 bits of grey; converting would cut all above 255 to white
            return _pixels(image.point(lambda value: value / 256).convert("L"), upright=upright)
        if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
            whole = image.convert("RGBA")
            alpha = whole.getchannel("A")
            grey = image.mode in ("1", "L", "LA")
            mask = None if alpha.getextrema() == (255, 255) else _pixels(alpha)
            return _pixels(whole.convert("L" if grey else "RGB"), mask, upright)
        return _pixels(image.convert("L" if image.mode in ("1", "L") else "RGB"), upright=upright)


def _pixels(image: Image.Image, mask: Prepared | None = None, upright: str = "") -> Prepared:
    space = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
    extra = f"/Width {image.width}/Height {image.height}/ColorSpace{space}/BitsPerComponent 8/Filter/FlateDecode"
    return Prepared(extra, zlib.compress(image.tobytes(), LEVEL), mask, upright)
