"""Print any Word file."""

from __future__ import annotations

from docgen.printing import Attachment, Printed, Profile
from docgen.usecases.desk import Desk
from docgen.usecases.names import stem

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def print_file(desk: Desk, word_file: bytes, profile: Profile = Profile.PLAIN, name: str = "") -> Printed:
    """The file as PDF, with what the press has to say about it. Raises HostileFile, Unprintable, PressFailed.

    name: what the file is called; so it is found again in a PDF to be archived. Without one it is "source.docx".
    """
    called = f"{stem(name, otherwise='source')}.docx"
    inside = (Attachment(called, DOCX, word_file, "The Word file that was printed", "Source"),)
    return desk.press.print(word_file, profile, inside if profile is Profile.ARCHIVE else ())
