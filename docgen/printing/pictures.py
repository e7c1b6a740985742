"""PDF → pictures of its pages."""

from __future__ import annotations

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
