"""What a person does with tracked changes in Word – accept all, reject all – done on the XML, and the words left.

Written from ECMA-376 part 1, 17.13.5, apart from the program: rows of tables go first, then runs, then paragraphs whose
mark is gone become the beginning of the next one.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from docgen.wordfile import open_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def accepted(word_file: bytes) -> list[str]:
    return _settled(word_file, gone="del")


def rejected(word_file: bytes) -> list[str]:
    return _settled(word_file, gone="ins")


def said(word_file: bytes) -> list[str]:
    """The words of a file, a line for each paragraph; tables, rows and cells in brackets; headers and notes too."""
    package = open_package(word_file)
    return _said(package, {})


def _settled(word_file: bytes, *, gone: str) -> list[str]:
    package = open_package(word_file)
    trees = {}
    for name in package.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            tree = trees[name] = etree.fromstring(package.read(name))
            _settle(tree, W + gone)
    return _said(package, trees)


def _settle(tree: etree._Element, gone: str) -> None:
    for row in list(tree.iter(W + "tr")):
        if row.find(f"{W}trPr/{gone}") is not None:
            row.getparent().remove(row)
    for table in list(tree.iter(W + "tbl")):
        if table.find(W + "tr") is None and not table.findall(f".//{W}tr"):
            table.getparent().remove(table)
    ended = [p for p in tree.iter(W + "p") if p.find(f"{W}pPr/{W}rPr/{gone}") is not None]
    for element in list(tree.iter(gone)):
        if element.getparent().tag not in (W + "rPr", W + "trPr"):
            element.getparent().remove(element)
    for paragraph in ended:
        words = [child for child in paragraph if child.tag != W + "pPr"]
        following = paragraph.getnext()
        while following is not None and following.tag not in (W + "p", W + "tbl"):
            following = following.getnext()
        if following is not None and following.tag == W + "p":
            first = 1 if following.find(W + "pPr") is not None else 0
            following[first:first] = words
            paragraph.getparent().remove(paragraph)
        elif not "".join(paragraph.itertext()):  # before a table an empty paragraph goes, and one with words stays
            paragraph.getparent().remove(paragraph)
    for deleted in tree.iter(W + "delText"):
        deleted.tag = W + "t"


def _said(package, trees) -> list[str]:  # type: ignore[no-untyped-def]
    def tree(name: str) -> etree._Element:
        return trees[name] if name in trees else etree.fromstring(package.read(name))

    body = tree(package.document)
    relations = {relation.id: relation.target for relation in package.relationships(package.document)}
    notes = {
        kind: {note.get(W + "id"): note for name in package.related(f"{kind}s") for note in tree(name)}
        for kind in ("footnote", "endnote")
    }
    lines = list(_lines(body, package, notes))
    for section in body.iter(W + "sectPr"):
        for reference in sorted(section, key=lambda e: (e.tag, e.get(W + "type", ""))):
            if reference.tag in (W + "headerReference", W + "footerReference"):
                words = list(_lines(tree(relations[reference.get(R + "id")]), package, notes))
                if any(line.strip() for line in words):
                    lines += [f"-- {etree.QName(reference).localname} {reference.get(W + 'type')}", *words]
    return lines


def _lines(parent, package, notes):  # type: ignore[no-untyped-def]
    for child in parent:
        if child.tag == W + "p":
            yield _words(child, package, notes)
        elif child.tag in (W + "tbl", W + "tr", W + "tc"):
            name = etree.QName(child).localname
            yield f"[{name}"
            yield from _lines(child, package, notes)
            yield f"{name}]"
        elif child.tag != FALLBACK:
            yield from _lines(child, package, notes)


def _words(node, package, notes) -> str:  # type: ignore[no-untyped-def]
    found = ""
    for child in node:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name in ("pPr", "rPr", "instrText", "delInstrText", "Fallback", "delText"):
            continue
        if name == "t":
            found += child.text or ""
        elif name in ("tab", "br"):
            found += {"tab": "\t", "br": "\n"}[name]
        elif name == "blip":
            relations = {r.id: r.target for r in package.relationships(package.document)}
            found += f"<picture {len(package.read(relations[child.get(R + 'embed')]))}>"
        elif name in ("footnoteReference", "endnoteReference"):
            note = notes[name.removesuffix("Reference")].get(child.get(W + "id"))
            found += f"({'/'.join(_lines(note, package, notes)) if note is not None else '?'})"
        elif name == "txbxContent":
            found += f"{{{'/'.join(_lines(child, package, notes))}}}"
        else:
            found += _words(child, package, notes)
    return found


def changed(word_file: bytes, change, part: str = "word/document.xml") -> bytes:  # type: ignore[no-untyped-def]
    """A Word file with a part changed: `change` takes the part's XML and gives it back changed."""
    source = zipfile.ZipFile(io.BytesIO(word_file))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                given = change(content.decode())
                assert given != content.decode(), "nothing was changed"
                content = given.encode()
            made.writestr(zipfile.ZipInfo(name), content)
    return written.getvalue()


def replaced(word_file: bytes, *pairs: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The first of each of these words replaced, which must be there."""

    def change(xml: str) -> str:
        for before, after in pairs:
            assert before in xml, before
            xml = xml.replace(before, after, 1)
        return xml

    return changed(word_file, change, part)
