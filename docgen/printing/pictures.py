"""PDF → pictures of its pages."""

from __future__ import annotations

import io
import threading
from itertools import islice

import pypdfium2

_LOCK = threading.Lock()  # PDFium is not safe to call from several threads


def pictures(pdf: bytes, *, dpi: int = 96, most: int | None = None) -> list[bytes]:
    """Each page as a PNG, at `dpi` dots to the inch. most: of the first so many pages alone."""
    found = []
    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        for page in islice(document, most):
            picture = io.BytesIO()
            page.render(scale=dpi / 72).to_pil().save(picture, "PNG")
            found.append(picture.getvalue())
    return found
