"""How the objects of a PDF are written: each stream deflated once, its lines joined as they are.

The engine writes every stream twice, once into the file and once for the digest of all objects, and deflates it anew;
at zlib's highest level, which takes twice the time of the usual one to save three bytes in a thousand. The bytes are
those that pydyf would write at the usual level.
"""

from __future__ import annotations

import zlib
from typing import Any

from weasyprint.pdf import pydyf

Stream = Any  # a stream of pydyf: `stream` is the list of its lines, `extra` what its dictionary says
_USUAL = 6

_engines_bytes = pydyf._to_bytes
_engines_stream = pydyf.Stream.data


def as_bytes(item: Any) -> bytes:
    """A number, a name or an object as it is written, as `_to_bytes` says."""
    kind = type(item)
    if kind is bytes:
        written: bytes = item
    elif kind is str:
        written = item.encode("ascii")
    elif kind is int:
        written = b"%d" % item
    elif kind is float:
        written = b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
    else:
        written = _engines_bytes(item)
    return written


def stream_data(stream: Stream) -> bytes:
    """A stream as it is written, as `Stream.data` says; deflated anew only when it has changed."""
    try:
        content = b"\n".join(stream.stream)  # nearly always bytes, all of them
    except TypeError:
        content = b"\n".join(map(as_bytes, stream.stream))
    extra = pydyf.Dictionary(stream.extra.copy())
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        known = stream.__dict__.get("deflated")
        if known is None or known[0] != content:
            known = stream.deflated = content, zlib.compress(content, _USUAL)
        content = known[1]
    extra["Length"] = len(content)
    return b"\n".join((extra.data, b"stream", content, b"endstream"))


#: What the engine is taught: where, under which name, and how.
LESSONS: tuple[tuple[Any, str, object], ...] = (
    (pydyf, "_to_bytes", as_bytes),
    (pydyf.Stream, "data", property(stream_data)),
)
