"""Print any Word file."""

from __future__ import annotations

from docgen.printing import Attachment, Printed, Profile
from docgen.usecases.desk import Desk

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def print_file(desk: Desk, word_file: bytes, profile: Profile = Profile.PLAIN) -> Printed:
    """The file as PDF, with what the press has to say about it. Raises HostileFile, Unprintable, PressFailed."""
    inside = (Attachment("source.docx", DOCX, word_file, "The Word file that was printed", "Source"),)
    return desk.press.print(word_file, profile, inside if profile is Profile.ARCHIVE else ())
