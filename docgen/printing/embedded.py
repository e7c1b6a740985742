"""Chinese fonts embedded with the glyphs of the letter alone.

The engine keeps every glyph at its number in the font, and an empty glyph at each number between: for fifty ideographs
some eight thousand, made, cut, deflated, and read again by whoever opens the letter. A font keyed by characters
identifiers (CFF with a ROS: all large Chinese fonts) need not: its charset says which identifier each glyph answers to
(Adobe Technical Note 5176, 13 and 18), and a PDF takes such a font bare (ISO 32000-1, 9.7.4.2, table 126). So the
glyphs are packed, and the charset gives them the numbers that the pages use.

Other fonts, and fonts that HarfBuzz writes in a way not known here, stay with the engine.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from weasyprint import pdf as engine
from weasyprint.pdf import fonts
from weasyprint.text import ffi as native

Font = Any  # a font of the engine
_BARE_CFF = b"\x01\x00"  # major and minor version
_CHARSET, _ROS = 15, (12, 30)
_LONG = 29  # how HarfBuzz writes an offset: this byte and four more
_NO_HINTING, _DESUBROUTINIZE = 0x1, 0x4  # hb_subset_flags_t
_PLANS = """
    typedef ... hb_subset_plan_t;
    typedef ... hb_map_t;
    hb_subset_plan_t * hb_subset_plan_create_or_fail (hb_face_t *face, const hb_subset_input_t *input);
    hb_face_t * hb_subset_plan_execute_or_fail (hb_subset_plan_t *plan);
    hb_map_t * hb_subset_plan_new_to_old_glyph_mapping (const hb_subset_plan_t *plan);
    void hb_subset_plan_destroy (hb_subset_plan_t *plan);
    hb_codepoint_t hb_map_get (const hb_map_t *map, hb_codepoint_t key);
    unsigned int hb_map_get_population (const hb_map_t *map);
"""

_engines_subset = fonts.Font._harfbuzz_subset
_engines_type = fonts.Font.type
_engines_dictionary = fonts.build_fonts_dictionary


def packed(font: Font, to_unicode: dict[int, str], hinting: bool) -> None:
    """Cut a font to some glyphs, as `Font._harfbuzz_subset` does."""
    if font.type == "otf" and not font.missing and not hinting:
        table, glyphs = _cff(font.hb_face, sorted(to_unicode))
        if content := with_charset(table, glyphs):
            font.file_content = content
            return
    _engines_subset(font, to_unicode, hinting)


def _cff(face: Any, wanted: list[int]) -> tuple[bytes, list[int]]:
    """The CFF table of a face cut to these glyphs, and the glyphs in it; nothing where the face has no such table.

    HarfBuzz adds those that a variation selector may ask for.
    """
    ffi, hb, hb_subset = native.ffi, native.harfbuzz, native.harfbuzz_subset
    asked = ffi.gc(hb_subset.hb_subset_input_create_or_fail(), hb_subset.hb_subset_input_destroy)
    numbers = ffi.new("hb_codepoint_t[]", wanted)
    hb.hb_set_add_sorted_array(hb_subset.hb_subset_input_glyph_set(asked), numbers, len(wanted))
    hb_subset.hb_subset_input_set_flags(asked, _NO_HINTING | _DESUBROUTINIZE)
    plan = ffi.gc(hb_subset.hb_subset_plan_create_or_fail(face, asked), hb_subset.hb_subset_plan_destroy)
    made = ffi.gc(hb_subset.hb_subset_plan_execute_or_fail(plan), hb.hb_face_destroy)
    blob = ffi.gc(hb.hb_face_reference_table(made, hb.hb_tag_from_string(b"CFF ", -1)), hb.hb_blob_destroy)
    length = ffi.new("unsigned int *")
    table = hb.hb_blob_get_data(blob, length)
    origins = hb_subset.hb_subset_plan_new_to_old_glyph_mapping(plan)
    glyphs = [hb.hb_map_get(origins, glyph) for glyph in range(hb.hb_map_get_population(origins))]
    return bytes(ffi.buffer(table, length[0])) if length[0] else b"", glyphs


def with_charset(table: bytes, identifiers: list[int]) -> bytes | None:
    """A CFF table whose glyphs, in their order, answer to these identifiers; None where that cannot be said in it."""
    if table[:2] != _BARE_CFF:
        return None
    start, end = _top_dict(table)
    operators = dict(_operators(table, start, end))
    at = operators.get(_CHARSET)
    if _ROS not in operators or at is None or table[at] != _LONG:
        return None
    offset = struct.pack(">i", len(table))
    charset = struct.pack(f">B{len(identifiers) - 1}H", 0, *identifiers[1:])  # format 0; glyph 0 is always .notdef
    return table[: at + 1] + offset + table[at + 5 :] + charset


def _top_dict(table: bytes) -> tuple[int, int]:
    """Where the Top DICT stands: the first entry of the second INDEX (5176, 5)."""
    _, after_names = _index(table, table[2])
    entries, _ = _index(table, after_names)
    return entries[0], entries[1]


def _index(table: bytes, at: int) -> tuple[list[int], int]:
    """Where the entries of an INDEX begin and end, and where it ends itself."""
    count = int.from_bytes(table[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = table[at + 2]
    base = at + 3 + (count + 1) * size - 1
    offsets = [int.from_bytes(table[at + 3 + n * size : at + 3 + (n + 1) * size], "big") for n in range(count + 1)]
    return [base + offset for offset in offsets], base + offsets[-1]


def _operators(table: bytes, at: int, end: int) -> Iterator[tuple[int | tuple[int, int], int]]:
    """The operators of a DICT, each with where its last operand stands (5176, 4)."""
    operand = at
    while at < end:
        first = table[at]
        if first <= 21:
            size = 2 if first == 12 else 1
            yield (first, table[at + 1]) if first == 12 else first, operand
        else:
            operand = at
            size = {28: 3, 29: 5}.get(first) or (1 if first <= 246 else 2)
            if first == 30:
                size = next(n for n in range(1, end - at) if 0xF in (table[at + n] >> 4, table[at + n] & 0xF)) + 1
        at += size


def _type(font: Font) -> str:
    return "otf" if font.file_content[:2] == _BARE_CFF else str(_engines_type.fget(font))


def _dictionary(pdf: Any, *arguments: Any) -> Any:
    """The fonts of a PDF, as `build_fonts_dictionary` writes them; bare CFF is called what it is."""
    found = _engines_dictionary(pdf, *arguments)
    for written in pdf.objects:
        extra = getattr(written, "extra", None)
        if extra and extra.get("Subtype") == "/OpenType" and written.stream[0][:2] == _BARE_CFF:
            extra["Subtype"] = "/CIDFontType0C"
    return found


def pack_fonts() -> None:
    """Have the engine do so, from now on; where it has no HarfBuzz to cut with, it goes its own way."""
    if not native.harfbuzz_subset:
        return
    if not hasattr(native.harfbuzz_subset, "hb_subset_plan_execute_or_fail"):
        native.ffi.cdef(_PLANS)
    fonts.Font._harfbuzz_subset = packed
    fonts.Font.type = property(_type)
    engine.build_fonts_dictionary = _dictionary


def undo() -> None:
    """Give the engine its own ways back."""
    fonts.Font._harfbuzz_subset = _engines_subset
    fonts.Font.type = _engines_type
    engine.build_fonts_dictionary = _engines_dictionary
