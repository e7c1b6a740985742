"""Word files in one line, and a look at what was printed.

word(p("甲方", jc="center"), tbl("a|b", "c|d"))   →  the bytes of a DOCX
proof(pdf).where("甲方")                           →  where it stands, in points from the top left corner
"""

from __future__ import annotations

import ctypes
import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pypdfium2
from pypdfium2 import raw

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

#: A paper of 400 by 600 points with margins of 50; header and footer 20 from the edge.
PAPER = (
    '<w:pgSz w:w="8000" w:h="12000"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="400" w:footer="400"/>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" '
    'w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def r(text: str = "", rpr: str = "", inner: str = "") -> str:
    """A run."""
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
    return f"<w:r><w:rPr>{rpr}</w:rPr>{words}{inner}</w:r>"


def p(*runs: str, ppr: str = "", jc: str = "") -> str:
    """A paragraph; a run may be plain text."""
    settings = ppr + (f'<w:jc w:val="{jc}"/>' if jc else "")
    inner = "".join(run if run.startswith("<") else r(run) for run in runs if run)
    return f"<w:p><w:pPr>{settings}</w:pPr>{inner}</w:p>"


def tc(content: str, tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{content if content.startswith('<w:p') else p(content)}</w:tc>"


def tr(*cells: str, trpr: str = "") -> str:
    inner = "".join(cell if cell.startswith("<w:tc") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str, tblpr: str = "", grid: tuple[int, ...] = (2000, 2000)) -> str:
    """A table; a row may be "a|b". `grid` in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    inner = "".join(row if row.startswith("<") else tr(*row.split("|")) for row in rows)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inner}</w:tbl>"


def field(code: str, result: str = "1") -> str:
    """A complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def sect(extra: str = "", paper: str = PAPER) -> str:
    return f"<w:sectPr>{extra}{paper}</w:sectPr>"


def word(
    *blocks: str,
    section: str = "",
    paper: str = PAPER,
    styles: str = "",
    numbering: str = "",
    settings: str = "",
    stories: dict[str, str] | None = None,
    media: dict[str, bytes] | None = None,
    core: str = "",
    more: dict[str, str] | None = None,
    links: dict[str, str] | None = None,
) -> bytes:
    """A DOCX. `stories`: "header:default" → blocks; `media`: "a.png" → bytes, with the relationship id "a.png".

    `more`: "footnotes", "endnotes", "comments" or "theme" → what stands in that part; `links`: id → address outside.
    """
    parts: dict[str, str | bytes] = {}
    types, relations, references = [], [], ""
    images: list[str] = []

    def add(kind: str, name: str, root: str, inner: str) -> None:
        parts[f"word/{name}.xml"] = f"<w:{root} {NS}>{inner}</w:{root}>"
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>')
        relations.append(f'<Relationship Id="{name}" Type="{_OFFICE}{kind}" Target="{name}.xml"/>')

    def add_theme(inner: str) -> None:
        parts["word/theme/theme1.xml"] = f'<a:theme {NS} name="t"><a:themeElements>{inner}</a:themeElements></a:theme>'
        kind = "application/vnd.openxmlformats-officedocument.theme+xml"
        types.append(f'<Override PartName="/word/theme/theme1.xml" ContentType="{kind}"/>')
        relations.append(f'<Relationship Id="theme" Type="{_OFFICE}theme" Target="theme/theme1.xml"/>')

    add("styles", "styles", "styles", STYLES + styles)
    if numbering:
        add("numbering", "numbering", "numbering", numbering)
    if settings:
        add("settings", "settings", "settings", settings)
    for number, (name, content) in enumerate((stories or {}).items()):
        kind, _, which = name.partition(":")
        add(kind, f"{kind}{number}", "hdr" if kind == "header" else "ftr", content)
        references += f'<w:{kind}Reference w:type="{which}" r:id="{kind}{number}"/>'
    for name, content in (media or {}).items():
        parts[f"word/media/{name}"] = content
        images.append(f'<Relationship Id="{name}" Type="{_OFFICE}image" Target="media/{name}"/>')
    for kind, content in (more or {}).items():
        if kind == "theme":
            add_theme(content)
        else:
            add(kind, kind, kind, content)
    for name, address in (links or {}).items():
        outside = f'Target="{escape(address)}" TargetMode="External"'
        relations.append(f'<Relationship Id="{name}" Type="{_OFFICE}hyperlink" {outside}/>')
    body = "".join(blocks) + sect(references + section, paper)
    parts["word/document.xml"] = f"<w:document {NS}><w:body>{body}</w:body></w:document>"
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    parts["word/_rels/document.xml.rels"] = head + "".join(relations + images) + "</Relationships>"
    for name in [part for part in parts if images and part.startswith(("word/header", "word/footer"))]:
        parts[f"word/_rels/{name[5:]}.rels"] = head + "".join(images) + "</Relationships>"
    properties = ""
    if core:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        )
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        properties = f'<Relationship Id="c" Type="{kind}" Target="docProps/core.xml"/>'
    parts["_rels/.rels"] = (
        f'{head}<Relationship Id="d" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>{properties}'
        "</Relationships>"
    )
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/>'
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>{"".join(types)}</Types>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content)  # of a fixed day: made twice, it is the same file
    return written.getvalue()


@dataclass(frozen=True)
class Ink:
    """Font (its name in capitals, without hyphens and "Regular"), size in points and colour of a character."""

    font: str
    size: float
    colour: str


@dataclass(frozen=True)
class Place:
    """In points from the top left corner; pages count from one."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Proof:
    """What stands on the pages of a PDF."""

    def __init__(self, pdf: bytes) -> None:
        with pypdfium2.PdfDocument(pdf) as document:
            self.pages: list[str] = []
            self._characters: list[list[tuple[str, Place]]] = []
            self._inks: list[list[Ink]] = []
            self.sizes = [page.get_size() for page in document]
            for number, page in enumerate(document, 1):
                text = page.get_textpage()
                self.pages.append(text.get_text_bounded().replace("\r\n", "\n"))
                height = page.get_height()
                found, inks = [], []
                for at in range(text.count_chars()):
                    character = text.get_text_range(at, 1)
                    if character.strip():
                        left, bottom, right, top = text.get_charbox(at, loose=True)
                        found.append((character, Place(number, left, height - top, right, height - bottom)))
                        inks.append(_ink(text, at))
                self._characters.append(found)
                self._inks.append(inks)
                text.close()
                page.close()

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    def ink(self, words: str) -> Ink:
        """How the first character of these words is printed."""
        wanted = "".join(words.split())
        for characters, inks in zip(self._characters, self._inks, strict=True):
            start = "".join(character for character, _ in characters).find(wanted)
            if start >= 0:
                return inks[start]
        raise AssertionError(f"{words!r} is not on the pages: {self.pages}")

    def where(self, words: str, nth: int = 0) -> Place:
        """The box around the `nth` occurrence of these words; blanks do not count."""
        wanted = "".join(words.split())
        for characters in self._characters:
            line = "".join(character for character, _ in characters)
            start = -1
            while (start := line.find(wanted, start + 1)) >= 0:
                if nth == 0:
                    boxes = [place for _, place in characters[start : start + len(wanted)]]
                    return Place(
                        boxes[0].page,
                        min(box.left for box in boxes),
                        min(box.top for box in boxes),
                        max(box.right for box in boxes),
                        max(box.bottom for box in boxes),
                    )
                nth -= 1
        raise AssertionError(f"{words!r} is not on the pages: {self.pages}")


def _ink(text: pypdfium2.PdfTextPage, at: int) -> Ink:
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, 200, flags)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, at, red, green, blue, alpha)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    return Ink(
        name.value.decode().partition("+")[2].replace("-GB2312", "").replace("-", "").replace("Regular", "").upper(),
        round(raw.FPDFText_GetFontSize(text, at) * matrix.d, 2),
        f"#{red.value:02x}{green.value:02x}{blue.value:02x}",
    )
