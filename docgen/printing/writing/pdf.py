"""Finished pages → the bytes of a PDF 1.7 (ISO 32000-1). Same pages, same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.printing.fonts import Face
from docgen.printing.printed import Attachment
from docgen.printing.reading.tree import Picture
from docgen.printing.reading.vectors import Undrawable
from docgen.printing.sheet import Sheet, Sheets
from docgen.printing.writing import content, drawings, images, metadata, navigation
from docgen.printing.writing.drawings import Form
from docgen.printing.writing.embedding import Font
from docgen.printing.writing.images import Prepared
from docgen.printing.writing.objects import DEFLATED, File, deflated, number
from docgen.printing.writing.structure import Structure

#: How many pages wait with all that stands on them until the number of pages is known. Beyond, each is written as soon
#: as its text stands, so that a thousand pages take the memory of their file, not that of their marks.
_MOST_WAITING = 64


def write(
    sheets: Sheets,
    *,
    identifier: bytes,
    tagged: bool = False,
    archival: bool = False,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """The PDF of finished pages.

    identifier: bytes by which versions of the file are told apart (14.4). tagged: with the structure of the text, by
    PDF/UA-1 (ISO 14289-1). archival: by PDF/A-3b, and by PDF/A-3a where it is tagged (ISO 19005-3).
    """
    return Writer(archival=archival).write(sheets, identifier=identifier, tagged=tagged, attachments=attachments)


class Writer:
    """Writes one PDF, see `write`; of a long one, pages before all are set."""

    def __init__(self, *, archival: bool = False) -> None:
        self._archival = archival
        self._file = File()
        self._catalog, self._pages, self._resources = (self._file.reserve() for _ in range(3))
        self._shared = _Resources(self._file, archival=archival)
        self._waiting: list[Sheet] = []

    def finished(self, sheet: Sheet) -> None:
        """Write what stands on a page, if many pages are waiting; not for tagged documents, whose marks are counted
        when all pages are set. What is put on the sheet later lies beneath."""
        self._waiting.append(sheet)
        if len(self._waiting) > _MOST_WAITING:
            sheet = self._waiting.pop(0)
            sheet.written = deflated(content.of(sheet, self._shared))
            sheet.marks.clear()

    def write(
        self, sheets: Sheets, *, identifier: bytes, tagged: bool = False, attachments: Sequence[Attachment] = ()
    ) -> bytes:
        """The file."""
        file, archival = self._file, self._archival
        numbers = [file.reserve() for _ in sheets.sheets]
        structure = Structure(sheets, numbers, file) if tagged else None
        if tagged:
            sheets.title = metadata.title(sheets) or metadata.first_line(sheets)
        places = navigation.places(sheets, numbers)
        for at, sheet in enumerate(sheets.sheets):
            if structure:
                structure.begin_page(at)
            streams = self._streams(sheet, structure)
            links = [
                annotation
                for link in sheet.links
                if (annotation := navigation.link(link, sheet, places, structure, file))
            ]
            file.add(
                f"<</Type/Page/Parent {self._pages} 0 R/Resources {self._resources} 0 R/Contents {streams}"
                f"/MediaBox[0 0 {number(sheet.width)} {number(sheet.height)}]"
                + (f"/Annots[{' '.join(f'{link} 0 R' for link in links)}]" if links else "")
                + (f"/StructParents {at}/Tabs/S" if structure else "")
                + ">>",
                numbers[at],
            )
        kids = " ".join(f"{page} 0 R" for page in numbers)
        file.add(f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>", self._pages)
        self._shared.write(self._resources)
        entries = [
            f"<</Type/Catalog/Pages {self._pages} 0 R",
            navigation.labels(sheets),
            navigation.outline(sheets, numbers, file),
            structure.write() if structure else "",
            metadata.entries(sheets, file, tagged=tagged, archival=archival, attachments=attachments),
            ">>",
        ]
        file.add("".join(entries), self._catalog)
        return file.close(self._catalog, file.add(metadata.information(sheets)), identifier)

    def _streams(self, sheet: Sheet, structure: Structure | None) -> str:
        """The content of a page: one stream, or two where what lies beneath came later (7.8.2)."""
        marks = content.of(sheet, self._shared, structure)
        if not sheet.written:
            return f"{self._file.stream(marks)} 0 R"
        beneath = f"{self._file.stream(b'q ' + marks + b' Q')} 0 R " if marks else ""
        text, sheet.written = self._file.stream(sheet.written, DEFLATED, deflate=False), b""
        return f"[{beneath}{text} 0 R]"


class _Resources:
    """What all pages share: fonts, and pictures, each of which is written when it is first shown."""

    def __init__(self, file: File, *, archival: bool) -> None:
        self._file = file
        self._archival = archival
        self._fonts: dict[Face, Font] = {}
        self._pictures: dict[bytes, tuple[str, str]] = {}
        self._objects: dict[str, int] = {}

    def font(self, face: Face) -> Font:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = Font(face, f"F{len(self._fonts) + 1}")
        return font

    def picture(self, picture: Picture) -> tuple[str, str] | None:
        found = self._pictures.get(picture.content)
        if found is None:
            key = f"I{len(self._pictures) + 1}"
            prepared = self._prepared(picture)
            self._objects[key] = prepared.write(self._file)
            found = self._pictures[picture.content] = key, prepared.upright
        return found

    def _prepared(self, picture: Picture) -> Form | Prepared:
        """A drawing as vectors where it can be drawn, else as the picture that Word keeps beside it."""
        if picture.mime != "image/svg+xml":
            return images.prepare(picture.content, rgb_only=self._archival)
        try:
            return drawings.prepare(picture.content)
        except Undrawable:
            if not picture.fallback:
                raise
            return images.prepare(picture.fallback, rgb_only=self._archival)

    def write(self, at: int) -> None:
        fonts = "".join(f"/{key} {font} 0 R" for of in self._fonts.values() for key, font in of.write(self._file))
        pictures = "".join(f"/{key} {picture} 0 R" for key, picture in self._objects.items())
        self._file.add(f"<</Font<<{fonts}>>/XObject<<{pictures}>>>>", at)


__all__ = ["Attachment", "Writer", "write"]
