from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image as Pillow

from docgen.printing.reading.tree import Crop, Picture
from docgen.printing.sheet import Fill, Image
from docgen.printing.writing import write
from tests.printing.writing.pages import Objects, colour, ink, picture, png, printed, sheets, tool

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def _halves(mode: str = "RGB") -> Pillow.Image:
    """Forty by twenty: red on the left, blue on the right."""
    image = Pillow.new("RGB", (40, 20), RED)
    image.paste(BLUE, (20, 0, 40, 20))
    return image.convert(mode)


def _saved(image: Pillow.Image, kind: str = "PNG", **details: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **details)  # type: ignore[arg-type]
    return written.getvalue()


def _shown(content: bytes, mime: str = "image/png", **details: object) -> bytes:
    return printed(Image(100, 200, 80, 40, Picture(content, mime, 80, 40, **details)))  # type: ignore[arg-type]


def _close(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_a_png_fills_its_rectangle_the_right_way_round(mode: str) -> None:
    pdf = _shown(_saved(_halves(mode)))
    assert ink(pdf) == (100, 200, 180, 240)
    assert _close(colour(pdf, 110, 220), RED) and _close(colour(pdf, 170, 220), BLUE)


@pytest.mark.parametrize(("mode", "level"), [("1", 1), ("L", 200), ("I;16", 200 * 257), ("LA", (200, 255))])
def test_grey_stays_grey(mode: str, level: object) -> None:
    found = colour(_shown(png(mode, (4, 4), level)), 140, 220)
    assert _close(found, (255,) * 3 if mode == "1" else (200,) * 3)


def test_what_is_transparent_shows_what_lies_beneath() -> None:
    image = Pillow.new("RGBA", (2, 1), (255, 0, 0, 255))
    image.putpixel((1, 0), (255, 0, 0, 0))
    shown = Image(100, 200, 80, 40, Picture(_saved(image), "image/png", 80, 40))
    pdf = printed(Fill(0, 0, 400, 600, "#0000ff"), shown)
    assert (colour(pdf, 110, 220), colour(pdf, 172, 220)) == (RED, BLUE)


def test_a_palette_with_a_transparent_colour_is_transparent() -> None:
    image = Pillow.new("P", (2, 1), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((1, 0), 1)
    pdf = _shown(_saved(image, transparency=1))
    assert (colour(pdf, 110, 220), colour(pdf, 172, 220)) == (RED, WHITE)


def test_a_jpeg_goes_in_as_it_is(tmp_path: Path) -> None:
    content = _saved(_halves(), "JPEG", quality=95)
    pdf = _shown(content, "image/jpeg")
    assert content in pdf
    assert _close(colour(pdf, 110, 220), RED) and _close(colour(pdf, 170, 220), BLUE)
    assert "jpeg" in tool("pdfimages", pdf, tmp_path, "-list").split()


@pytest.mark.parametrize("archival", [False, True])
def test_a_jpeg_for_the_press_is_not_printed_as_its_negative(archival: bool) -> None:
    content = _saved(Pillow.new("CMYK", (16, 16), (0, 0, 0, 255)), "JPEG")  # black; Pillow writes it as Adobe does
    page = sheets(Image(100, 200, 80, 40, Picture(content, "image/jpeg", 80, 40)))
    pdf = write(page, identifier=b"", archival=archival)
    assert max(colour(pdf, 140, 220)) < 60
    assert (b"DeviceCMYK" in pdf) is not archival


def test_a_grey_jpeg_is_grey() -> None:
    assert _close(colour(_shown(_saved(Pillow.new("L", (8, 8), 100), "JPEG"), "image/jpeg"), 140, 220), (100,) * 3)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_as_the_camera_was_held(orientation: int) -> None:
    upright = Pillow.new("RGB", (64, 64), WHITE)
    upright.paste(RED, (0, 0, 32, 32))
    upright.paste(BLUE, (32, 0, 64, 32))  # red and blue above
    undo = {
        2: Pillow.Transpose.FLIP_LEFT_RIGHT, 3: Pillow.Transpose.ROTATE_180, 4: Pillow.Transpose.FLIP_TOP_BOTTOM,
        5: Pillow.Transpose.TRANSPOSE, 6: Pillow.Transpose.ROTATE_90, 7: Pillow.Transpose.TRANSVERSE,
        8: Pillow.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    pdf = _shown(_saved(stored, "JPEG", exif=exif, quality=95), "image/jpeg")
    assert _close(colour(pdf, 110, 205), RED) and _close(colour(pdf, 170, 205), BLUE)
    assert _close(colour(pdf, 110, 235), WHITE) and _close(colour(pdf, 170, 235), WHITE)


def test_what_is_cropped_is_not_shown_and_the_rest_fills_the_rectangle() -> None:
    pdf = _shown(_saved(_halves()), crop=Crop(left=0.5))
    assert ink(pdf) == (100, 200, 180, 240)
    assert _close(colour(pdf, 104, 220), BLUE)


def test_a_turned_picture_turns_clockwise_about_its_middle() -> None:
    pdf = _shown(_saved(_halves()), turned=90.0)
    assert ink(pdf) == (120, 180, 160, 260)
    assert _close(colour(pdf, 140, 190), RED) and _close(colour(pdf, 140, 250), BLUE)


def test_a_picture_shown_thrice_is_in_the_file_once(tmp_path: Path) -> None:
    content = _saved(_halves())
    shown = [Image(50, at, 40, 20, Picture(content, "image/png", 40, 20)) for at in (100, 200, 300)]
    pdf = printed(*shown)
    objects = Objects(pdf, tmp_path)
    assert len(objects.at("/Pages", "/Kids", 0, "/Resources", "/XObject")) == 1
    assert _close(picture(pdf).getpixel((60 * 4, 310 * 4)), RED)  # type: ignore[arg-type]


def test_an_interlaced_or_broken_row_of_a_png_is_decoded_before_it_goes_in() -> None:
    whole = _saved(_halves())
    chunk = whole.index(b"IDAT")
    length = int.from_bytes(whole[chunk - 4 : chunk], "big")
    longer = (length + 3).to_bytes(4, "big")
    data = whole[chunk + 4 : chunk + 4 + length] + b"abc"  # something stands behind what is deflated
    check = zlib.crc32(b"IDAT" + data).to_bytes(4, "big")
    odd = whole[: chunk - 4] + longer + b"IDAT" + data + check + whole[chunk + 8 + length :]
    assert b"abc" not in _shown(odd)
    assert _close(colour(_shown(odd), 110, 220), RED)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")  # Pillow remarks on it
@pytest.mark.parametrize(
    "exif", [b"Exif\0\0garbage", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0II*\0\xff\xff\xff\xff"]
)
def test_a_photograph_with_broken_exif_stands_as_it_is_stored(exif: bytes) -> None:
    pdf = _shown(_saved(_halves(), "JPEG", exif=exif, quality=95), "image/jpeg")
    assert _close(colour(pdf, 110, 220), RED) and _close(colour(pdf, 170, 220), BLUE)
