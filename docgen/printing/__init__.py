"""Word file → PDF, without an office program.

reading   package → tree: what Word says, every style applied (`reading/tree.py`)
setting   tree → pages of marks with their places (`sheet.py`)
writing   pages → PDF
fonts     which font prints what, and its glyphs
press     reads, sets and writes; `workers`: presses in processes of their own
pictures  PDF → PNG, page by page
"""

from docgen.printing.fonts import Fonts
from docgen.printing.press import Press, Printed, Profile
from docgen.printing.writing.pdf import Attachment

__all__ = ["Attachment", "Fonts", "Press", "Printed", "Profile"]
