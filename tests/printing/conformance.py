"""What a program that is not ours has against a PDF, by the rules of PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

from page import validate_pdf_bytes

ARCHIVED = ("3a", "ua1")
ACCESSIBLE = ("ua1",)
# In a font keyed by CIDs the program takes widths from another glyph's private dictionary. FreeType and fontTools read
# the widths that we write: tests/printing/writing/test_archival.py asks for them.
_MISREAD = {"PDFA3A-TRUETYPE-GLYPH-WIDTH-001", "PDFUA1-FONT-GLYPH-WIDTH-001"}


def faults(pdf: bytes, standards: tuple[str, ...] = ARCHIVED) -> list[str]:
    """ "RULE: sentence", for each place. Empty where the file keeps to the standards."""
    found = (failure for one in standards for failure in validate_pdf_bytes(pdf, profile=one).failures)
    return [f"{failure.rule_id}: {failure.message}" for failure in found if failure.rule_id not in _MISREAD]
