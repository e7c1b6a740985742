"""Print any Word file."""

from __future__ import annotations

from docgen.printing import Printed
from docgen.usecases.desk import Desk


def print_file(desk: Desk, word_file: bytes) -> Printed:
    """The file as PDF, with what the press has to say about it. Raises HostileFile, Unprintable, PressFailed."""
    return desk.press.print(word_file)
