"""Word file → PDF, without an office program.

reader    package → tree, every style applied      (reader, sections, tables, bordered, inlines, pictured, unprinted)
layout    tree → HTML and paged CSS, every width known      (layout, flow, pages, paragraphs, pieces, text, tabs,
                                                             framed, tabled)
press     HTML → PDF      (press, styled, finished; hanging, quicker, shaped, drawn, written, embedded teach the engine)
pictures  PDF → PNG, page by page
fonts     which font prints what
"""

from docgen.printing.fonts import Fonts
from docgen.printing.press import Press, Printed

__all__ = ["Fonts", "Press", "Printed"]
