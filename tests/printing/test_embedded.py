"""Chinese fonts are embedded with the glyphs of the letter alone, and every glyph is found by its number."""

from __future__ import annotations

import io
import re
import zlib

import pytest
from fontTools.cffLib import CFFFontSet
from PIL import Image, ImageChops

from docgen.printing import Press, embedded
from docgen.printing.pictures import pictures
from tests.printing.word import p, word

LETTER = word(p("贵司于2025年3月15日签订合同，尚欠人民币1,234.50元。"), p("请于收函后付清：龘𠮷野家"))


def streams(pdf: bytes, subtype: bytes) -> list[bytes]:
    found = re.findall(rb"<<[^>]*?/Subtype " + subtype + rb"\b[^>]*?>>\nstream\n(.*?)\nendstream", pdf, re.DOTALL)
    return [zlib.decompress(stream) for stream in found]


def test_a_font_holds_little_more_than_the_glyphs_of_the_letter(press: Press) -> None:
    fonts = streams(press.print(LETTER).pdf, b"/CIDFontType0C")
    assert len(fonts) >= 1
    for content in fonts:
        font = CFFFontSet()
        font.decompile(io.BytesIO(content), None)
        assert len(font.topDictIndex[0].charset) < 60
        assert len(content) < 25_000


def test_the_pages_look_as_with_the_engines_own_fonts(press: Press, request: pytest.FixtureRequest) -> None:
    ours = pictures(press.print(LETTER).pdf, dpi=150)
    embedded.undo()
    request.addfinalizer(embedded.pack_fonts)
    theirs = press.print(LETTER).pdf
    assert b"/CIDFontType0C" not in theirs
    for our, their in zip(ours, pictures(theirs, dpi=150), strict=True):
        with Image.open(io.BytesIO(our)) as one, Image.open(io.BytesIO(their)) as other:
            shades = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
            assert not any(shades[48:])  # no more than the shades at the edges of a stroke


def test_a_table_without_characters_identifiers_stays_with_the_engine() -> None:
    assert embedded.with_charset(b"", [0]) is None
    assert embedded.with_charset(b"OTTO", [0]) is None
    named = b"\x01\x00\x04\x01" + b"\x00\x01\x01\x01\x02A" + b"\x00\x01\x01\x01\x04\x8b\x8b\x11" + b"\x00" * 8
    assert embedded.with_charset(named, [0]) is None
