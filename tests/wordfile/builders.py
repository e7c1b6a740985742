"""Word files for tests, one line for each paragraph or table row.

    word_file("header: Far Hill", "Dear {{ na·me }},", "| No | Amount", "| {{ no }} | {{ amount }}", "title: Letter")

A middle dot starts a new, bold run: that is how Word splits a tag. Rows that follow each other are one table.
"""

from __future__ import annotations

import io
import re
import zipfile
from itertools import groupby

import docx
from docx.text.paragraph import Paragraph


def word_file(*lines: str) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            rows = [[cell.strip() for cell in line[1:].split("|")] for line in group]
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    first, *rest = words.split("¶")
                    write(cell.paragraphs[0], first)
                    for more in rest:
                        write(cell.add_paragraph(), more)
            continue
        for line in group:
            place, _, words = line.partition(": ")
            if place == "header":
                write(section.header.paragraphs[0], words)
            elif place == "footer":
                write(section.footer.paragraphs[0], words)
            elif place == "title":
                document.core_properties.title = words
            else:
                write(document.add_paragraph(), line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def write(paragraph: Paragraph, words: str) -> None:
    for number, run in enumerate(words.split("·")):
        paragraph.add_run(run).bold = number % 2 == 1


def body(xml: str) -> bytes:
    """A Word file with this XML as the start of its body."""
    return changed(word_file("words"), "word/document.xml", lambda old: old.replace("<w:body>", "<w:body>" + xml))


def changed(word: bytes, part: str, change) -> bytes:  # type: ignore[no-untyped-def]
    """The file with one part's XML changed; a part that is not there is changed from nothing."""
    parts = contents(word)
    parts[part] = change(parts.get(part, b"").decode()).encode()
    return zipped(parts)


def related(word: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    """The file with a relationship added to its document."""
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    entry = f'<Relationship Id="rId99" Type="{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return changed(word, "word/_rels/document.xml.rels", lambda old: old.replace("</Relationships>", entry))


def contents(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def visible(xml: bytes) -> str:
    return re.sub(r"<[^>]+>", "", xml.decode())
