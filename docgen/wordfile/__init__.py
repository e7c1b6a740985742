"""A Word file, opened with suspicion: a zip of XML that strangers send.

    open_package   bytes → Package, or HostileFile with everything that is wrong with the file
    Package        its parts, their XML, their relationships; `with_parts` writes it again, same input → same bytes
    text.text      the words of a DOCX, as a lawyer reads them in a diff

Both readers of Word files, `docgen.templating` and `docgen.printing`, start here.
"""

from docgen.wordfile.archive import Limits, Part
from docgen.wordfile.package import Package, Relationship, open_package

__all__ = ["Limits", "Package", "Part", "Relationship", "open_package"]
