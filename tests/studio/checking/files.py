"""Word files with what the builders of plain ones do not make: notes, text boxes, headers of their own pages."""

from __future__ import annotations

import re

from tests.wordfile.builders import body, changed, contents, word_file, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def runs(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    """A paragraph; what does not begin with a tag of XML is a run of words."""
    return f"<w:p>{''.join(each if each.startswith('<w:') else runs(each) for each in inside)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr>"


def with_part(word: bytes, name: str, kind: str, xml: str, *, identity: str) -> bytes:
    """The file with one part more, which its document refers to."""
    word = changed(word, f"word/{name}", lambda _: xml)
    entry = f'<Relationship Id="{identity}" Type="{_R}/{kind}" Target="{name}"/></Relationships>'
    word = changed(word, "word/_rels/document.xml.rels", lambda old: old.replace("</Relationships>", entry))
    override = f'<Override PartName="/word/{name}" ContentType="{_TYPE}{kind}+xml"/></Types>'
    return changed(word, "[Content_Types].xml", lambda old: old.replace("</Types>", override))


def with_notes(kind: str, *notes: str) -> bytes:
    """A file whose first paragraph refers to these footnotes or endnotes, one after the other."""
    marks = "".join(f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>' for number in range(1, len(notes) + 1))
    word = body(f"<w:p>{runs('See')}{marks}</w:p>")
    separators = "".join(
        f'<w:{kind} w:type="{sort}" w:id="{number}"><w:p><w:r><w:{sort}/></w:r></w:p></w:{kind}>'
        for number, sort in ((-1, "separator"), (0, "continuationSeparator"))
    )
    said = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(words)}</w:{kind}>' for number, words in enumerate(notes, start=1)
    )
    xml = f"<w:{kind}s {W}>{separators}{said}</w:{kind}s>"
    return with_part(word, f"{kind}s.xml", f"{kind}s", xml, identity="rId90")


def with_first_header(words: str) -> bytes:
    """A file whose first page has a header of its own."""
    word = word_file("Dear all")
    word = with_part(word, "header9.xml", "header", f"<w:hdr {W}>{paragraph(words)}</w:hdr>", identity="rId91")
    reference = f'<w:headerReference xmlns:r="{_R}" w:type="first" r:id="rId91"/>'
    return changed(
        word, "word/document.xml", lambda xml: re.sub(r"<w:sectPr[^>]*>", lambda m: m[0] + reference, xml, count=1)
    )


def with_text_box(words: str, *after: str) -> bytes:
    """A file whose first paragraph has a text box, as Word writes it: once for itself, once for older programs."""
    inside = f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" '
        'distT="0" distB="0" distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1800000" cy="720000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="7" name="box"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:140pt;height:56pt">'
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    return body(f"<w:p>{runs('Above')}{box}</w:p>" + "".join(map(paragraph, after)))


__all__ = [
    "body",
    "changed",
    "contents",
    "paragraph",
    "row",
    "runs",
    "table",
    "with_first_header",
    "with_notes",
    "with_part",
    "with_text_box",
    "word_file",
    "zipped",
]
