"""Word files that are hostile as packages: what is wrong shows before a paragraph is read.

CASES: what it is → (a function that builds the file, the codes of its refusal; none where it is printed).
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from tests.printing.word import NS, field, p, r, word
from tests.wordfile.builders import changed, contents, related, zipped

Case = tuple[Callable[[], bytes], set[str]]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLAIN = word(p("plain"))
MEGABYTE = 1 << 20


def part(name: str, content: bytes) -> bytes:
    """The plain file with another part, or with one replaced."""
    return zipped({**contents(PLAIN), name: content})


def document(xml: str | bytes) -> bytes:
    return part("word/document.xml", xml.encode() if isinstance(xml, str) else xml)


def body(inner: str) -> str:
    return f"<w:document {NS}><w:body>{inner}</w:body></w:document>"


def twice(name: str, other: str) -> bytes:
    """A zip with two entries of, nearly, one name."""
    parts = contents(PLAIN)
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")  # of the two entries
        for each, content in parts.items():
            archive.writestr(each, content)
        archive.writestr(other, parts[name])
    return stream.getvalue()


def overlapping(entries: int) -> bytes:
    """A zip whose directory points to one packed stream again and again, each time under another name."""
    content = b"\0" * MEGABYTE
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflate.compress(content) + deflate.flush()
    crc = zlib.crc32(content)
    sizes = struct.pack("<3L", crc, len(packed), len(content))
    local = b"PK\x03\x04" + struct.pack("<5H", 20, 0, 8, 0, 33) + sizes + struct.pack("<2H", 1, 0) + b"a" + packed
    directory = b""
    for number in range(entries):
        name = f"{number}.bin".encode()
        directory += b"PK\x01\x02" + struct.pack("<6H", 20, 20, 0, 8, 0, 33) + sizes
        directory += struct.pack("<5H2L", len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, entries, entries, len(directory), len(local), 0)
    return local + directory + end


def lying(promised: int) -> bytes:
    """A part that unpacks to more than its directory promises."""
    file = bytearray(part("word/extra.bin", b"x" * 50_000))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = file.find(b"word/extra.bin", file.find(signature) if at == 22 else file.rfind(b"word/extra.bin")) - (
            30 if at == 22 else 46
        )
        file[start + at : start + at + 4] = struct.pack("<L", promised)
    return bytes(file)


def entities() -> str:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">{levels}]>{body(p("&e9;"))}'


def outside(kind: str, target: str) -> Case:
    return lambda: related(PLAIN, kind, target), {"word_file.external"}


def asking(instruction: str) -> Case:
    return lambda: word(p("x", field(instruction.replace("&", "&amp;")))), {"word_file.field"}


def holding(inner: str, *codes: str) -> Case:
    return lambda: word(p("x", inner) if inner.startswith("<w:r>") else inner), set(codes)


CASES: dict[str, Case] = {
    # zips
    "a bomb of 60 MB of zeros": (lambda: part("word/media/a.bin", bytes(60 * MEGABYTE)), {"word_file.bomb"}),
    "a bomb of 200 MB of blanks": (
        lambda: document(body(p("x")) + " " * (200 * MEGABYTE)),
        {"word_file.bomb", "word_file.unpacks_too_large"},
    ),
    "a bomb of many small parts": (
        lambda: zipped({**contents(PLAIN), **{f"word/{n}.bin": bytes(MEGABYTE) for n in range(200)}}),
        {"word_file.unpacks_too_large"},
    ),
    "entries that overlap": (lambda: overlapping(900), {"word_file.unpacks_too_large"}),
    "entries that overlap, a million of them by name": (lambda: overlapping(40_000), {"word_file.too_many_parts"}),
    "five thousand parts": (
        lambda: zipped({**contents(PLAIN), **{f"word/{n}.xml": b"<a/>" for n in range(5000)}}),
        {"word_file.too_many_parts"},
    ),
    "a part twice": (lambda: twice("word/document.xml", "word/document.xml"), {"word_file.part_twice"}),
    "a part twice but for its case": (
        lambda: twice("word/document.xml", "Word/Document.XML"),
        {"word_file.part_twice"},
    ),
    "a part that climbs": (lambda: part("../../etc/cron.d/x", b"x"), {"word_file.path"}),
    "a part with a root": (lambda: part("/etc/passwd", b"x"), {"word_file.path"}),
    "a part with a drive": (lambda: part("C:evil.xml", b"<a/>"), {"word_file.path"}),
    "a part larger than promised": (lambda: lying(10), {"word_file.damaged"}),
    "a part smaller than promised": (lambda: lying(1 << 19), {"word_file.damaged"}),
    "a zip within the zip": (lambda: part("word/embeddings/a.docx", PLAIN), {"word_file.embedded"}),
    "a directory of nothing": (lambda: b"PK\x05\x06" + bytes(18), {"word_file.not_word"}),
    "half a file": (lambda: PLAIN[: len(PLAIN) // 2], {"word_file.not_zip"}),
    # XML
    "a million laughs": (lambda: document(entities()), {"word_file.document_type"}),
    "an entity that reads a file": (
        lambda: document(f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{body(p("&x;"))}'),
        {"word_file.document_type"},
    ),
    "a document type elsewhere": (
        lambda: document(f'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">{body(p("x"))}'),
        {"word_file.document_type"},
    ),
    "a document type in styles": (
        lambda: part("word/styles.xml", f'<!DOCTYPE w [<!ENTITY x "y">]><w:styles xmlns:w="{W}"/>'.encode()),
        {"word_file.document_type"},
    ),
    "a document type in UTF-16": (
        lambda: document(f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w []>{body(p("x"))}'.encode("utf-16")),
        {"word_file.document_type"},
    ),
    "a document type among the relationships": (
        lambda: changed(PLAIN, "_rels/.rels", lambda old: "<!DOCTYPE x []>" + old),
        {"word_file.document_type"},
    ),
    "a million nested tables": (
        lambda: document(body("<w:tbl><w:tr><w:tc>" * 1_000_000 + "</w:tc></w:tr></w:tbl>" * 1_000_000)),
        {"word_file.bomb"},
    ),
    "thirty thousand nested tables": (
        lambda: document(body("<w:tbl><w:tr><w:tc>" * 15_000 + "</w:tc></w:tr></w:tbl>" * 15_000)),
        {"word_file.beyond_xml"},
    ),
    "a text of 11 MB": (lambda: document(body(p("x" * (11 * MEGABYTE)))), {"word_file.bomb"}),
    "seven million tags": (
        lambda: part("word/notes.xml", b"<a>" + bytes(range(97, 123)).join([b"<b/>"] * 3_600_000) + b"</a>"),
        {"word_file.bomb", "word_file.too_many_tags"},
    ),
    "an element that is not closed": (lambda: document(body("<w:p>")), {"word_file.broken_xml"}),
    "bytes that are no UTF-8": (
        lambda: document(body(p("x")).encode().replace(b">x<", b">\xff\xfe<")),
        {"word_file.broken_xml"},
    ),
    "an unknown encoding": (
        lambda: document('<?xml version="1.0" encoding="klingon"?>' + body(p("x"))),
        {"word_file.broken_xml"},
    ),
    # links to elsewhere
    "a picture of the web": outside("image", "http://127.0.0.1:9/a.png"),
    "a picture of the disk": outside("image", "file:///etc/passwd"),
    "a picture of a share": outside("image", "\\\\127.0.0.1\\share\\a.png"),
    "a template of the web": (
        lambda: related(PLAIN, "attachedTemplate", "http://127.0.0.1:9/a.dotm"),
        {"word_file.forbidden_link"},
    ),
    "styles of the web": outside("styles", "http://127.0.0.1:9/styles.xml"),
    "a header of the web": outside("header", "https://127.0.0.1:9/h.xml"),
    "a link that runs a script": outside("hyperlink", "javascript:alert(1)"),
    "a link to a file": outside("hyperlink", "file:///etc/passwd"),
    "a part of the package that climbs": (
        lambda: related(PLAIN, "image", "../../../etc/passwd", "Internal"),
        {"word_file.external"},
    ),
    "another document, imported": (
        lambda: related(word(p("x"), '<w:altChunk r:id="rId99"/>'), "aFChunk", "afchunk.html", "Internal"),
        {"word_file.forbidden_element", "word_file.forbidden_link"},
    ),
    "another document, as a chunk alone": holding('<w:altChunk r:id="x"/>', "word_file.forbidden_element"),
    "an object": holding(r(inner='<w:object><o:OLEObject xmlns:o="urn:o"/></w:object>'), "word_file.embedded"),
    "a part of another document": holding('<w:subDoc r:id="x"/>', "word_file.forbidden_element"),
    "macros": (lambda: part("word/vbaProject.bin", b"x"), {"word_file.macro"}),
    "a control": (lambda: part("word/activeX/activeX1.xml", b"<a/>"), {"word_file.embedded"}),
    "a document that is its own header": (
        lambda: related(PLAIN, "header", "document.xml", "Internal"),
        set(),
    ),
    # fields that read
    "a field that includes a text": asking(r'INCLUDETEXT "C:\\secret.docx"'),
    "a field that includes a picture": asking(r'INCLUDEPICTURE "http://127.0.0.1:9/a.png" \d'),
    "a field that runs a command": asking(r'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"'),
    "a field that links": asking(r"LINK Excel.Sheet.8 C:\\x.xlsx R1C1"),
    "a field that imports": asking("IMPORT x.tif"),
    "a field that reads a database": asking(r'DATABASE \d "C:\\x.mdb"'),
    "a field that asks": asking("FILLIN name"),
    "a field of a field": (
        lambda: word(
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                field("QUOTE INCLUDE"),
                "<w:r><w:instrText>TEXT x</w:instrText></w:r>",
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            )
        ),
        {"word_file.field"},
    ),
    "a field in a header": (
        lambda: word(p("x"), stories={"header:default": p("h", field("INCLUDETEXT x"))}),
        {"word_file.field"},
    ),
}
