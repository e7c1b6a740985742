"""The zip around a Word file, read and written record by record (PKWARE APPNOTE 6.3.3, ECMA-376 part 2).

Parts keep their bytes as compressed, so that what a merge does not change is copied and never deflated again. Written
archives carry the first day that a zip can express and no other trace of when, where or by whom they were made.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.errors import Finding, HostileFile, NotAWordFile

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20  # needed to extract: deflate
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40
_DOS_DATE, _DOS_TIME = (1 << 5) | 1, 0  # 1980-01-01 00:00
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")  # the old .doc, and any Word file under a password
_SMALL = 1 << 20  # below a megabyte a high ratio harms nobody
# What somebody sends by mistake: another kind of file, or one that broke on its way.
_NO_WORD_FILE = {
    "word_file.not_zip",
    "word_file.not_word",
    "word_file.strict",
    "word_file.old_or_encrypted",
    "word_file.damaged",
    "word_file.broken_xml",
}
_FAST = 1  # a letter's XML shrinks to a tenth at any level; level 1 takes a third of the time
_TABLE = 6  # zlib's memLevel: a table of 16 kB stays in the nearest cache; a quarter faster than 8, no larger


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a Word file may be. All sizes in bytes; `ratio` is unpacked ÷ packed of one part."""

    file_size: int = 20 << 20
    part_size: int = 128 << 20  # the text of a demand letter over ten thousand invoices has 64 megabytes and more
    total_size: int = 160 << 20
    parts: int = 1_000
    ratio: int = 400
    tags: int = 8_000_000  # of all XML; a tree takes some hundred bytes for each


@dataclass(frozen=True, slots=True)
class Packed:
    """One entry as it stands in the zip."""

    name: str
    packed: bytes
    size: int  # unpacked
    method: int  # 0 stored, 8 deflated
    crc: int

    @classmethod
    def of(cls, name: str, pieces: Iterable[bytes]) -> Packed:
        """Deflated piece by piece: what is long need not be in memory twice."""
        deflate = zlib.compressobj(_FAST, zlib.DEFLATED, -zlib.MAX_WBITS, _TABLE)
        packed, size, crc = [], 0, 0
        for piece in pieces:
            packed.append(deflate.compress(piece))
            size += len(piece)
            crc = zlib.crc32(piece, crc)
        return cls(name, b"".join([*packed, deflate.flush()]), size, zipfile.ZIP_DEFLATED, crc)


@dataclass(frozen=True, slots=True)
class Part(Packed):
    """One entry that was read: its bytes, and the same bytes as they stand in the zip."""

    content: bytes


def refusal(findings: Iterable[Finding] | Finding) -> HostileFile:
    """What is raised for these: NotAWordFile when nothing worse is among them than another or a broken file."""
    found = (findings,) if isinstance(findings, Finding) else tuple(findings)
    return (NotAWordFile if all(each.code in _NO_WORD_FILE for each in found) else HostileFile)(found)


def read(word_file: bytes, limits: Limits) -> dict[str, Part]:
    """The parts by name, in the order of the file. Raises HostileFile; never unpacks more than `limits` allow."""
    if len(word_file) > limits.file_size:
        raise refusal(Finding("word_file.too_large", facts={"limit": _megabytes(limits.file_size)}))
    if word_file.startswith(_COMPOUND_FILE):
        raise refusal(Finding("word_file.old_or_encrypted"))
    if (count := word_file.count(b"PK\x01\x02")) > 2 * limits.parts:  # entries, or contents that look like one
        raise refusal(_too_many_parts(count, limits))
    try:
        with zipfile.ZipFile(io.BytesIO(word_file)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError) as error:
        raise refusal(Finding("word_file.not_zip")) from error
    findings = list(_directory_faults(entries, limits))
    if findings:
        raise refusal(findings)
    parts = {}
    unpacked = 0
    for entry in entries:
        part = _unpack(entry, _packed(word_file, entry), limits)
        unpacked += len(part.content)
        if unpacked > limits.total_size:
            raise refusal(Finding("word_file.unpacks_too_large", facts={"limit": _megabytes(limits.total_size)}))
        parts[part.name] = part
    return parts


def write(parts: Iterable[Packed]) -> bytes:
    """A zip of these parts in this order; the same parts give the same bytes."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        flags = 0 if part.name.isascii() else _UTF8_NAME
        stamp = (flags, part.method, _DOS_TIME, _DOS_DATE, part.crc)
        record = (*stamp, len(part.packed), part.size, len(name), 0)
        body += (_LOCAL.pack(b"PK\x03\x04", _VERSION, *record), name, part.packed)
        directory += (_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *record, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(part.packed)
    count = len(directory) // 2
    length = sum(map(len, directory))
    return b"".join([*body, *directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, 0)])


def _directory_faults(entries: list[zipfile.ZipInfo], limits: Limits) -> Iterable[Finding]:
    """What the directory alone gives away, before a byte is unpacked."""
    if len(entries) > limits.parts:
        yield _too_many_parts(len(entries), limits)
    if sum(entry.file_size for entry in entries) > limits.total_size:
        yield Finding("word_file.unpacks_too_large", facts={"limit": _megabytes(limits.total_size)})
    seen: set[str] = set()
    for entry in entries[: limits.parts]:
        name = {"part": entry.filename}
        if _escapes(entry.orig_filename):
            yield Finding("word_file.path", facts=name)
        if entry.filename.lower() in seen:  # ECMA-376 part 2, 6.2.2.3: part names are equal without regard to case
            yield Finding("word_file.part_twice", facts=name)
        seen.add(entry.filename.lower())
        if entry.flag_bits & _ENCRYPTED:
            yield Finding("word_file.old_or_encrypted")
        elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield Finding("word_file.damaged", facts=name)
        if entry.file_size > limits.part_size or (
            entry.file_size > _SMALL and entry.file_size > limits.ratio * max(entry.compress_size, 1)
        ):
            yield Finding("word_file.bomb", facts=name)


def _too_many_parts(count: int, limits: Limits) -> Finding:
    return Finding("word_file.too_many_parts", facts={"count": str(count), "limit": str(limits.parts)})


def _escapes(name: str) -> bool:
    return (
        not name or name.startswith("/") or any(mark in name for mark in ("\\", ":", "\0")) or ".." in name.split("/")
    )


def _packed(word_file: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The entry's compressed bytes: behind its local header, whose name and extra field have lengths of their own."""
    header = word_file[entry.header_offset : entry.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise refusal(Finding("word_file.damaged", facts={"part": entry.filename}))
    name_length, extra_length = _LOCAL.unpack(header)[-2:]
    start = entry.header_offset + _LOCAL.size + name_length + extra_length
    return word_file[start : start + entry.compress_size]


def _unpack(entry: zipfile.ZipInfo, packed: bytes, limits: Limits) -> Part:
    """Unpacked to the size that the directory promised; a stream that is longer, shorter or other is damaged."""
    damaged = refusal(Finding("word_file.damaged", facts={"part": entry.filename}))
    content = packed
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflate.decompress(packed, min(entry.file_size, limits.part_size) + 1)
        except zlib.error as error:
            raise damaged from error
        if not inflate.eof:
            raise damaged
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise damaged
    return Part(entry.filename, packed, len(content), entry.compress_type, entry.CRC, content)


def _megabytes(size: int) -> str:
    return f"{size >> 20} MB"
