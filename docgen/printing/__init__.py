"""Word file → PDF, without an office program.

reader    package → tree, every style applied      (reader, sections, tables, inlines, pictured)
layout    tree → HTML and paged CSS, every width known      (layout, pages, paragraphs, tabs, tabled, text)
press     HTML → PDF
pictures  PDF → PNG, page by page
fonts     which font prints what
"""

from docgen.printing.fonts import Fonts
from docgen.printing.press import Press, Printed

__all__ = ["Fonts", "Press", "Printed"]
