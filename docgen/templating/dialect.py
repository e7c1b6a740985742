"""docxtpl's part: what its notation means in Word XML, and what repetition leaves to be put right afterwards."""

from __future__ import annotations

from docxtpl import DocxTemplate
from lxml import etree


def jinja_source(xml: str) -> str:
    """Word XML with joined tags → Jinja source: {%p, {%tr, {%tc, {%r, colspan, cellbg, vm and hm worked out."""
    return str(DocxTemplate("").patch_xml(xml))


def repaired(xml: str, *, columns: bool) -> bytes:
    """Merged XML with pictures numbered afresh and, where `columns` may have changed, the grids of tables refitted."""
    docxtpl = DocxTemplate("")
    docxtpl.docx_ids_index = 1000
    tree = docxtpl.fix_tables(xml) if columns else etree.fromstring(xml)
    docxtpl.fix_docpr_ids(tree)
    return etree.tostring(tree)  # ASCII, everything else as character references
