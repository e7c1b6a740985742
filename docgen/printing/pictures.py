"""PDF → pictures of its pages, and where they lead to."""

from __future__ import annotations

import ctypes
import io
import math
import threading
from itertools import islice

_LOCK = threading.Lock()  # PDFium is not safe to call from several threads
MOST_DOTS = 4_000_000  # of one picture: four A4 pages at 100 dots to the inch


def pictures(pdf: bytes, *, dpi: int = 96, most: int | None = None) -> list[bytes]:
    """Each page as a PNG, at `dpi` dots to the inch, or at fewer where the page is very large. most: of the first so
    many pages alone."""
    import pypdfium2  # noqa: PLC0415 — takes a tenth of a second, which a service that starts has not

    found = []
    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        for page in islice(document, most):
            picture = io.BytesIO()
            scale = min(dpi / 72, math.sqrt(MOST_DOTS / math.prod(page.get_size())))
            page.render(scale=scale).to_pil().save(picture, "PNG")
            found.append(picture.getvalue())
    return found


def addresses(pdf: bytes) -> tuple[tuple[str, ...], ...]:
    """Of each page, the addresses outside that something on it leads to, in the order in which they were written."""
    import pypdfium2  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    found = []
    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            at, link, here = ctypes.c_int(), raw.FPDF_LINK(), []
            while raw.FPDFLink_Enumerate(page.raw, at, link):
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
                if size:
                    address = ctypes.create_string_buffer(size)
                    raw.FPDFAction_GetURIPath(document.raw, action, address, size)
                    here.append(address.value.decode("latin-1"))
            found.append(tuple(here))
    return tuple(found)
