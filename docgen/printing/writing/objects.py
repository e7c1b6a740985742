"""The objects of a PDF file, written as they come (ISO 32000-1, 7.3, 7.5).

A tagged document of 10,000 rows has some 170,000 objects. pydyf 0.13 keeps each as an object of Python with a
dictionary until the file is written, and turns it into bytes twice, once of them for the digest: 3.7 s and 290 MB. Here
an object is the bytes that stand in the file, and only its place is kept: 0.3 s and 36 MB.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache

#: zlib's level. Measured for a Chinese letter of four pages, fonts among it: 9 saves 0.02 per cent of the bytes that 6
#: writes, and 1 takes a quarter less time for 1 per cent more bytes.
LEVEL = 6
DEFLATED = "/Filter/FlateDecode"
_MOST_IN_ONE = 200  # objects in one object stream; a reader inflates it whole to find one of them


def text(words: str) -> str:
    """A text string (7.9.2.2)."""
    if words.isascii() and words.isprintable():
        return "(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return "<FEFF" + words.encode("utf-16-be", "replace").hex().upper() + ">"


@lru_cache(maxsize=256)
def name(words: str) -> str:
    """A name (7.3.5)."""
    return "/" + "".join(
        chr(byte) if 0x21 <= byte <= 0x7E and chr(byte) not in "#/()<>[]{}%" else f"#{byte:02X}"
        for byte in words.encode()
    )


def number(value: float) -> str:
    """A number with at most three decimals."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def deflated(content: bytes) -> bytes:
    """The content of a stream as it is written; its dictionary says DEFLATED."""
    return zlib.compress(content, LEVEL)


class File:
    """Collects objects under their numbers, and closes with a cross-reference stream (7.5.8).

    What is no stream goes into object streams (7.5.7) unless `packed` is False.
    """

    def __init__(self, *, packed: bool = True) -> None:
        self._written: list[bytes] = []
        self._at = 0
        self._places: list[tuple[int, int, int]] = [(0, 0, 65535)]  # as in the cross-reference stream, by number
        self._packed = packed
        self._waiting: list[tuple[int, bytes]] = []
        self._digest = hashlib.md5(usedforsecurity=False)  # as 14.4 recommends for identifiers
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """A number for an object that is written later."""
        self._places.append((0, 0, 0))
        return len(self._places) - 1

    def add(self, body: str, at: int = 0) -> int:
        """Write an object that is no stream; returns its number."""
        at = at or self.reserve()
        if self._packed:
            self._waiting.append((at, body.encode("latin-1")))
            if len(self._waiting) == _MOST_IN_ONE:
                self._pack()
        else:
            self._object(at, body.encode("latin-1"))
        return at

    def stream(self, content: bytes, extra: str = "", at: int = 0, *, deflate: bool = True) -> int:
        """Write a stream; `extra` is what its dictionary says beside its length and the filter of deflated content.

        Of two signs ends the line before `endstream`: alone, the second would make one with a last byte that is the
        first, and the length would be told wrong (ISO 19005-3, 6.1.7.1)."""
        at = at or self.reserve()
        if deflate:
            content = deflated(content)
            extra += DEFLATED
        self._object(at, f"<<{extra}/Length {len(content)}>>stream\n".encode("latin-1") + content + b"\r\nendstream")
        return at

    def close(self, root: int, info: int, identifier: bytes) -> bytes:
        """Write what is left; returns the whole file. `identifier`: the first of the two (14.4)."""
        if self._waiting:
            self._pack()
        ids = f"[<{identifier.hex()}><{self._digest.hexdigest()}>]"
        start, at = self._at, self.reserve()
        self._places[at] = (1, start, 0)
        width = max(2, (start.bit_length() + 7) // 8)
        rows = b"".join(
            bytes((kind,)) + second.to_bytes(width, "big") + third.to_bytes(2, "big")
            for kind, second, third in self._places
        )
        extra = f"/Type/XRef/W[1 {width} 2]/Size {at + 1}/Root {root} 0 R/Info {info} 0 R/ID{ids}"
        self.stream(rows, extra, at)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._written)

    def _pack(self) -> None:
        at = self.reserve()
        places, length = [], 0
        for index, (number_, body) in enumerate(self._waiting):
            self._places[number_] = (2, at, index)
            places.append(f"{number_} {length}")
            length += len(body) + 1
        head = " ".join(places).encode() + b"\n"
        content = head + b"\n".join(body for _, body in self._waiting)
        self.stream(content, f"/Type/ObjStm/N {len(self._waiting)}/First {len(head)}", at)
        self._waiting.clear()

    def _object(self, at: int, body: bytes) -> None:
        self._places[at] = (1, self._at, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (at, body))

    def _write(self, content: bytes) -> None:
        self._written.append(content)
        self._at += len(content)
        self._digest.update(content)
