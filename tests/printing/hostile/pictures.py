"""Pictures that are hostile: bombs, halves, liars."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.printing.hostile.packages import Case
from tests.printing.word import p, r, word

SVG = "http://www.w3.org/2000/svg"
REFUSED = {f"print.picture_{why}" for why in ("format", "broken", "bytes", "pixels", "drawing")}


def shown(name: str, content: bytes, cx: object = 1270000, cy: object = 635000) -> bytes:
    """A letter with this picture in a line."""
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr/><pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic>"
    )
    inline = f'<wp:inline><wp:extent cx="{cx}" cy="{cy}"/>{graphic}</wp:inline>'
    return word(p("seen ", r(inner=f"<w:drawing>{inline}</w:drawing>")), media={name: content})


def image(kind: str, size: tuple[int, int] = (40, 20)) -> bytes:
    written = io.BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(written, kind)
    return written.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def png(width: int, height: int, *chunks: bytes, colour: int = 2) -> bytes:
    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def svg(inner: str = "", head: str = "", root: str = 'width="10" height="10"') -> bytes:
    return f'{head}<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" {root}>{inner}</svg>'.encode()


def deep(levels: int) -> str:
    return "<g>" * levels + "<path d='M0 0h1'/>" + "</g>" * levels


PNG, JPEG = image("PNG"), image("JPEG", (200, 200))
ZEROS = zlib.compress(bytes(20_000_000), 9)
USES = "".join(f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))

CASES: dict[str, Case] = {
    "a PNG that unpacks to gigabytes": (lambda: shown("a.png", png(60_000, 60_000, chunk(b"IDAT", ZEROS))), REFUSED),
    "a PNG that claims to": (lambda: shown("a.png", png(2**31 - 1, 2**31 - 1, chunk(b"IDAT", b"x"))), REFUSED),
    "a PNG of no size": (lambda: shown("a.png", png(0, 0, chunk(b"IDAT", b"x"))), REFUSED),
    "a PNG with a text that unpacks to 20 MB": (
        lambda: shown("a.png", png(1, 1, chunk(b"zTXt", b"a\0\0" + ZEROS), chunk(b"IDAT", zlib.compress(b"\0" * 4)))),
        REFUSED,
    ),
    "a PNG with a profile that unpacks to 20 MB": (
        lambda: shown("a.png", png(1, 1, chunk(b"iCCP", b"a\0\0" + ZEROS), chunk(b"IDAT", zlib.compress(b"\0" * 4)))),
        {*REFUSED, ""},
    ),
    "a PNG cut off": (lambda: shown("a.png", PNG[: len(PNG) // 2]), REFUSED),
    "a PNG with too few rows": (
        lambda: shown("a.png", png(9, 9, chunk(b"IDAT", zlib.compress(bytes(28))))),
        {*REFUSED, ""},
    ),
    "a PNG with a changed byte": (lambda: shown("a.png", PNG[:60] + b"\xff\xff" + PNG[62:]), REFUSED),
    "a PNG of an unheard-of colour type": (
        lambda: shown("a.png", png(1, 1, chunk(b"IDAT", zlib.compress(bytes(9))), colour=7)),
        REFUSED,
    ),
    "a JPEG cut off": (lambda: shown("a.jpg", JPEG[: len(JPEG) // 2]), REFUSED),
    "a JPEG that is nothing but its head": (lambda: shown("a.jpg", JPEG[:20]), REFUSED),
    "a JPEG that claims 65,535 by 65,535": (
        lambda: shown("a.jpg", JPEG.replace(b"\0\xc8\0\xc8", b"\xff\xff\xff\xff", 1)),
        REFUSED,
    ),
    "a GIF called PNG": (lambda: shown("a.png", image("GIF")), {*REFUSED, ""}),
    "an EPS called PNG": (lambda: shown("a.png", b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file\n"), REFUSED),
    "a metafile": (lambda: shown("a.emf", b"\x01\x00\x00\x00" + bytes(100)), REFUSED),
    "no bytes": (lambda: shown("a.png", b""), REFUSED),
    "XML called PNG": (lambda: shown("a.png", b"<svg/>"), {*REFUSED, ""}),
    "an SVG with entities": (
        lambda: shown("a.svg", svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        {*REFUSED, "word_file.document_type"},
    ),
    "an SVG that shows a picture of the web": (
        lambda: shown("a.svg", svg('<image xlink:href="http://127.0.0.1:9/a.png" width="9" height="9"/>')),
        {*REFUSED, ""},
    ),
    "an SVG that shows a file": (
        lambda: shown("a.svg", svg('<image href="file:///etc/passwd" width="9" height="9"/>')),
        {*REFUSED, ""},
    ),
    "an SVG that uses another file": (lambda: shown("a.svg", svg('<use href="file:///x.svg#a"/>')), {*REFUSED, ""}),
    "an SVG with a script": (lambda: shown("a.svg", svg("<script>while(1);</script>")), {*REFUSED, ""}),
    "an SVG with a sheet of the web": (
        lambda: shown("a.svg", svg('<style>@import url("http://127.0.0.1:9/a.css");</style><path d="M0 0h9"/>')),
        {*REFUSED, ""},
    ),
    "an SVG that uses itself": (lambda: shown("a.svg", svg('<g id="a"><use xlink:href="#a"/></g>')), {*REFUSED, ""}),
    "an SVG of a hundred thousand million uses": (
        lambda: shown("a.svg", svg(f'<path id="a0" d="M0 0h9"/>{USES}<use xlink:href="#a11"/>')),
        {*REFUSED, ""},
    ),
    "an SVG two hundred deep": (lambda: shown("a.svg", svg(deep(200))), {*REFUSED, ""}),
    "an SVG two thousand deep": (lambda: shown("a.svg", svg(deep(2000))), {*REFUSED, "word_file.beyond_xml"}),
    "an SVG with absurd numbers": (
        lambda: shown("a.svg", svg('<path d="M1e999 NaNh1e308zz9,,"/>', root='width="1e400" viewBox="0 0 0 -1"')),
        {*REFUSED, ""},
    ),
    "an SVG of a million segments": (
        lambda: shown("a.svg", svg(f'<path d="M0 0{"h1v1" * 500_000}"/>')),
        {*REFUSED, ""},
    ),
    "a picture kilometres wide": (lambda: shown("a.png", PNG, 10**15, 10**15), {""}),
    "a picture of negative size": (lambda: shown("a.png", PNG, -5000, -5000), {""}),
    "a picture of no size": (lambda: shown("a.png", PNG, 0, 0), {""}),
    "a picture with words for a size": (lambda: shown("a.png", PNG, "wide", "１２"), {""}),
}
