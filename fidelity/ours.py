"""Our side: the press, in this process."""

from __future__ import annotations

import os
from pathlib import Path

from docgen.config import Settings
from docgen.errors import DocgenError
from docgen.printing import Fonts, Press, fonts
from docgen.printing.setting.lines import slots

#: In sizes: LibreOffice opens a fifth between Chinese and Latin, Word (and the press) a quarter. For the comparison
#: ours opens a fifth too, or every line that has both would differ; where it opens is compared, how wide is not.
BLANK = 0.2


def prepared() -> tuple[Fonts, tuple[Path, ...]]:
    """The fonts of this machine, and the folders that hold them."""
    settings = Settings.from_env(os.environ)
    own = (settings.fonts,) if settings.fonts else ()
    return fonts.prepare(folder=settings.fonts, font_map=settings.font_map), (*own, *fonts._system_folders())


def printed(press: Press, docx: bytes) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, ()) or (b"", codes of what it is refused for)."""
    slots.BLANK = BLANK
    try:
        return press.print(docx).pdf, ()
    except DocgenError as refused:
        return b"", tuple(sorted({finding.code for finding in refused.findings}))
