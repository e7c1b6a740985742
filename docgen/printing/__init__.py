"""Word file → PDF, without an office program.

printed   what is asked of a press, and what it gives
reading   package → tree: what Word says, every style applied (`reading/tree.py`)
setting   tree → pages of marks with their places (`sheet.py`)
writing   pages → PDF
fonts     which font prints what, and its glyphs
press     reads, sets and writes; `workers`: presses in processes of their own
pictures  PDF → PNG, page by page
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docgen.printing.printed import Attachment, Printed, Profile

if TYPE_CHECKING:
    from docgen.printing.fonts import Fonts
    from docgen.printing.press import Press


def __getattr__(name: str) -> Any:
    """The press and its fonts, read when they are asked for (PEP 562): a third of a second, which a service that prints
    in other processes need not wait for."""
    if name in ("Fonts", "Press"):
        return getattr(import_module(f"docgen.printing.{name.lower()}"), name)
    raise AttributeError(name)


__all__ = ["Attachment", "Fonts", "Press", "Printed", "Profile"]
