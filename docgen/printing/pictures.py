"""PDF → pictures of its pages."""

from __future__ import annotations

import io
import threading

import pypdfium2

_LOCK = threading.Lock()  # PDFium is not safe to call from several threads


def pictures(pdf: bytes, *, dpi: int = 96) -> list[bytes]:
    """Each page as a PNG, at `dpi` dots to the inch."""
    found = []
    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            picture = io.BytesIO()
            page.render(scale=dpi / 72).to_pil().save(picture, "PNG")
            found.append(picture.getvalue())
    return found
