"""Pages made by hand: text("甲方", x=50, y=100) is a mark, sheets(…) a document of one page."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import Image as Pillow

from docgen.printing.fonts import Face
from docgen.printing.sheet import Glyphs, Link, Mark, Sheet, Sheets, Tag
from docgen.printing.writing import write

_NOTO, _LIBERATION = "/usr/share/fonts/opentype/noto/", "/usr/share/fonts/truetype/liberation/"
FACES = {
    "song": Face("Noto Serif CJK SC", False, False, Path(_NOTO + "NotoSerifCJK-Regular.ttc"), 2),
    "song bold": Face("Noto Serif CJK SC", True, False, Path(_NOTO + "NotoSerifCJK-Bold.ttc"), 2),
    "serif": Face("Liberation Serif", False, False, Path(_LIBERATION + "LiberationSerif-Regular.ttf"), 0),
    "italic": Face("Liberation Serif", False, True, Path(_LIBERATION + "LiberationSerif-Italic.ttf"), 0),
}


@cache
def _font(face: str) -> hb.Font:
    found = FACES[face]
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(found.path)), found.index))


def glyph(face: str, character: str) -> int:
    found = _font(face).get_nominal_glyph(ord(character))
    assert found, f"{face} lacks {character}"
    return int(found)


def width(face: str, glyph_: int) -> float:
    """In font sizes."""
    return float(_font(face).get_glyph_h_advance(glyph_) / _font(face).face.upem)


def text(words: str, x: float = 50, y: float = 100, face: str = "song", size: float = 10, more: float = 0,
         **details: object) -> Glyphs:  # fmt: skip
    """One line of text; `more`: what each character takes beyond its width."""
    ids = [glyph(face, character) for character in words]
    scale = float(str(details.get("scale", 1)))
    advances = [width(face, one) * size * scale + more for one in ids]
    return Glyphs(x, y, FACES[face], size, ids, advances, words, **details)  # type: ignore[arg-type]


def sheets(*marks: Mark, root: Tag | None = None, links: tuple[Link, ...] = (), **details: object) -> Sheets:
    """A page of 400 by 600 points."""
    made = Sheet(400, 600, list(marks), list(links))
    return Sheets([made], root or Tag("Document"), **details)  # type: ignore[arg-type]


def printed(*marks: Mark, **details: object) -> bytes:
    return write(sheets(*marks, **details), identifier=b"one")  # type: ignore[arg-type]


def copied(pdf: bytes) -> str:
    """The text of the first page as a person copies it."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        found = page.get_textpage()
        words = found.get_text_bounded().replace("\r\n", "\n")
        found.close()
        page.close()
    return words


def boxes(pdf: bytes) -> list[tuple[str, float, float, float, float]]:
    """Each character of the first page with left, top, right, bottom in points from the top left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        found, height = page.get_textpage(), page.get_height()
        places = []
        for at in range(found.count_chars()):
            left, bottom, right, top = found.get_charbox(at, loose=True)
            places.append((found.get_text_range(at, 1), left, height - top, right, height - bottom))
        found.close()
        page.close()
    return places


def picture(pdf: bytes, scale: float = 4) -> Pillow.Image:
    """The first page, `scale` pixels to the point."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        image = page.render(scale=scale).to_pil().convert("RGB")
        page.close()
    return image


def colour(pdf: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place of the first page."""
    found = picture(pdf).getpixel((int(x * 4), int(y * 4)))
    assert isinstance(found, tuple)
    return found


def ink(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is not white on the first page, in points."""
    image = picture(pdf)
    box = Pillow.eval(image.convert("L"), lambda level: 255 if level < 200 else 0).getbbox()
    assert box, "a white page"
    return tuple(edge / 4 for edge in box)  # type: ignore[return-value]


def tool(command: str, pdf: bytes, tmp_path: Path, *arguments: str, to: Path | None = None) -> str:
    """What a program of qpdf or poppler says of a PDF; its bytes into a file where they are no text."""
    if not shutil.which(command):
        pytest.skip(f"{command} is not installed")
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([command, *arguments, str(path)], capture_output=True, check=False)
    if to:
        to.write_bytes(done.stdout)
        return ""
    return (done.stdout + done.stderr).decode()


def png(mode: str, size: tuple[int, int], colour_: object, **details: object) -> bytes:
    written = io.BytesIO()
    Pillow.new(mode, size, colour_).save(written, "PNG", **details)  # type: ignore[arg-type]
    return written.getvalue()


def content(pdf: bytes) -> list[str]:
    """The operators of the only page that there is, one in a line."""
    at = -1
    while (at := pdf.find(b"stream\n", at + 1)) >= 0:
        with suppress(zlib.error):
            found = zlib.decompressobj().decompress(pdf[at + 7 :])
            if b"ET\n" in found or found.endswith((b"ET", b" f", b"Q")):
                return found.decode("ascii").split("\n")
    raise AssertionError("a page without content")


class Objects:
    """The objects of a PDF as qpdf tells them: dictionaries and lists; "12 0 R" leads further."""

    def __init__(self, pdf: bytes, tmp_path: Path) -> None:
        told = json.loads(tool("qpdf", pdf, tmp_path, "--json=2", "--json-key=qpdf", "--json-stream-data=none"))
        self._objects: dict[str, Any] = told["qpdf"][1]
        self.catalog = self.follow(self._objects["trailer"]["value"]["/Root"])
        self.information = self.follow(self._objects["trailer"]["value"]["/Info"])
        self.pages = [self.follow(page) for page in self.follow(self.catalog["/Pages"])["/Kids"]]

    def follow(self, value: Any) -> Any:
        """What a reference leads to; a stream by its dictionary."""
        while isinstance(value, str) and value.endswith(" R"):
            found = self._objects["obj:" + value]
            value = found["stream"]["dict"] if "stream" in found else found["value"]
        return value

    def at(self, *path: str | int) -> Any:
        """Follow a path from the catalogue."""
        found: Any = self.catalog
        for step in path:
            found = self.follow(found[step])
        return found
