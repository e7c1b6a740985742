"""Fonts cut to the characters that letters are made of: a tenth of the size, and so much sooner embedded.

Chinese fonts have 65,000 glyphs in 20 MB and more, and every PDF pays for finding its few hundred among them. A cut
font has those of GB 2312 and the usual punctuation; the full font stands behind it for every other character.
HarfBuzz cuts in a tenth of a second; where its library is not found, fontTools does in ten.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import io
import os
import tempfile
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_SMALL = 5 << 20  # below that, cutting gains nothing
_DROPPED = ("BASE", "DSIG", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
_RELEASE = "1"  # counts up when cut fonts change in any way


def is_worth_cutting(path: Path) -> bool:
    return path.stat().st_size > _SMALL


@cache
def frequent() -> frozenset[int]:
    """GB 2312-80, Latin letters with accents, general and full-width punctuation."""
    found = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2067), *range(0x3000, 0x3040)}
    found |= {*range(0xFF00, 0xFFF0)}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return frozenset(found)


def cut(path: Path, index: int, folder: Path) -> Path:
    """The cut font of one face, from `folder` or made now; named by the content of the font it is cut from."""
    target = folder / f"{_digest(path)}-{index}-{_RELEASE}.otf"
    if not target.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        content = _by_harfbuzz(path, index) or _by_fonttools(path, index)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
            file.write(content)
        os.replace(file.name, target)  # noqa: PTH105  (whole or not at all, whoever else is at it)
    return target


@cache
def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:24]


def _by_fonttools(path: Path, index: int) -> bytes:
    options = subset.Options(hinting=False, notdef_outline=True, layout_features=[])
    options.drop_tables += list(_DROPPED)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=frequent())
    written = io.BytesIO()
    with TTFont(path, fontNumber=index, lazy=True) as font:
        subsetter.subset(font)
        font.save(written)
    return written.getvalue()


def _by_harfbuzz(path: Path, index: int) -> bytes | None:
    """The same through HarfBuzz's own library, which the press needs anyway; None where it cannot be found."""
    library = ctypes.util.find_library("harfbuzz-subset")
    if not library:
        return None
    hb = ctypes.CDLL(library)
    for name in ("blob_create_from_file", "face_create", "subset_input_create_or_fail", "subset_input_unicode_set",
                 "subset_input_set", "subset_or_fail", "face_reference_blob", "blob_get_data"):  # fmt: skip
        getattr(hb, f"hb_{name}").restype = ctypes.c_void_p
    pointer, integer = ctypes.c_void_p, ctypes.c_uint
    hb.hb_blob_create_from_file.argtypes = [ctypes.c_char_p]
    hb.hb_face_create.argtypes = [pointer, integer]
    hb.hb_subset_input_unicode_set.argtypes = [pointer]
    hb.hb_subset_input_set.argtypes = [pointer, integer]
    hb.hb_subset_input_set_flags.argtypes = [pointer, integer]
    hb.hb_subset_or_fail.argtypes = [pointer, pointer]
    hb.hb_set_add.argtypes = [pointer, integer]
    hb.hb_face_reference_blob.argtypes = [pointer]
    hb.hb_blob_get_data.argtypes = [pointer, ctypes.POINTER(integer)]
    for name in ("blob_destroy", "face_destroy", "subset_input_destroy"):
        getattr(hb, f"hb_{name}").argtypes = [pointer]

    blob = hb.hb_blob_create_from_file(os.fsencode(path))
    face = hb.hb_face_create(blob, index)
    wanted = hb.hb_subset_input_create_or_fail()
    for code in sorted(frequent()):
        hb.hb_set_add(hb.hb_subset_input_unicode_set(wanted), code)
    drop_tables, no_hinting_with_notdef = 3, 0x1 | 0x40  # hb_subset_sets_t, hb_subset_flags_t
    for table in _DROPPED:
        hb.hb_set_add(hb.hb_subset_input_set(wanted, drop_tables), int.from_bytes(table.encode(), "big"))
    hb.hb_subset_input_set_flags(wanted, no_hinting_with_notdef)
    made = hb.hb_subset_or_fail(face, wanted)
    content = None
    if made:
        result = hb.hb_face_reference_blob(made)
        length = integer()
        content = ctypes.string_at(hb.hb_blob_get_data(result, ctypes.byref(length)), length.value)
        hb.hb_blob_destroy(result)
        hb.hb_face_destroy(made)
    hb.hb_subset_input_destroy(wanted)
    hb.hb_face_destroy(face)
    hb.hb_blob_destroy(blob)
    return content
