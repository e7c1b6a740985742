"""Word file → PDF: read, set, write."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from docgen.errors import Severity, Unprintable
from docgen.printing import size
from docgen.printing.fonts import Fonts
from docgen.printing.pictures import addresses, pictures
from docgen.printing.printed import Attachment, Printed, Profile
from docgen.printing.reading import reader
from docgen.printing.setting.pages.document import set_document
from docgen.printing.writing.pdf import Writer
from docgen.wordfile import open_package


class Press:
    """Prints Word files with one set of fonts. Same file, same fonts, same release: same bytes.

    most_blocks: how many paragraphs a file may have, those in table cells included; a larger one is refused.
    """

    def __init__(self, fonts: Fonts, most_blocks: int = size.MOST_BLOCKS) -> None:
        self._fonts = fonts
        self._most_blocks = most_blocks

    def print(self, docx: bytes, profile: Profile = Profile.PLAIN, attachments: Sequence[Attachment] = ()) -> Printed:
        """Print a DOCX. `attachments` go into the PDF.

        Raises HostileFile for what is no honest Word file, and Unprintable, with every finding, for a construct that
        the press cannot print, for a character that no font has, and for more than the press prints at once. What it
        noticed besides is among its `notices`.
        """
        with _uncollected():
            return self._print(docx, profile, attachments)

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]:
        """The pages of a PDF as PNG; see `pictures.pictures`."""
        return pictures(pdf, dpi=dpi, most=most)

    def addresses(self, pdf: bytes) -> tuple[tuple[str, ...], ...]:
        """Of each page of a PDF, the addresses that something on it leads to; see `pictures.addresses`."""
        return addresses(pdf)

    def _print(self, docx: bytes, profile: Profile, attachments: Sequence[Attachment]) -> Printed:
        package = open_package(docx, folded=True)
        if fault := size.fault(package, self._most_blocks):
            raise Unprintable(fault)
        document, findings = reader.read(package)
        del package  # of a long letter each stage takes as much memory as the next
        tagged = profile is not Profile.PLAIN
        writer = Writer(archival=profile is Profile.ARCHIVE)
        finished = None if tagged else writer.finished
        sheets, noticed = set_document(document, self._fonts, tagged=tagged, finished=finished)
        del document
        findings = (*findings, *noticed)
        if faults := [finding for finding in findings if finding.severity is Severity.FAULT]:
            notices = [finding for finding in findings if finding.severity is not Severity.FAULT]
            raise Unprintable(faults, notices=notices)
        identifier = hashlib.sha256(docx).digest()[:16]
        pdf = writer.write(sheets, identifier=identifier, tagged=tagged, attachments=attachments)
        return Printed(pdf, len(sheets.sheets), findings)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: what is set lives until it is written, and the collector looks for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
