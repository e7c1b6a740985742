"""What a document says of itself: title and author, PDF/UA and PDF/A, files within (ISO 32000-1, 14.3, 7.11, 14.13)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms

from docgen.printing.printed import Attachment
from docgen.printing.sheet import Glyphs, Sheets
from docgen.printing.writing.objects import File, name, text

_PRODUCER = "docgen"
_LONGEST_TITLE = 80
_EPOCH = "(D:19700101000000Z)"  # of files within, which have none: same input, same bytes


def title(sheets: Sheets) -> str:
    """The title; where there is none, the first heading, else the number of the letter."""
    headings = (heading.title.strip() for heading in sheets.headings)
    return sheets.title or next(filter(None, headings), "") or sheets.identifier


def first_line(sheets: Sheets) -> str:
    """What a tagged file without a title is called, as it must be called something (ISO 14289-1, 7.1)."""
    read = (
        [mark for mark in sheet.marks if isinstance(mark, Glyphs) and mark.tag is not None] for sheet in sheets.sheets
    )
    for marks in filter(None, read):
        words = " ".join("".join(mark.texts) for mark in marks if mark.y == marks[0].y)
        if found := " ".join(words.split())[:_LONGEST_TITLE]:
            return found
    return "无标题" if sheets.language.lower().startswith("zh") else "Untitled"


def information(sheets: Sheets) -> str:
    """The document information dictionary (14.3.3); no dates, which would make each print another file."""
    said = {
        "Title": title(sheets),
        "Author": sheets.author,
        "Subject": sheets.subject,
        "Keywords": sheets.keywords,
        "Identifier": sheets.identifier,
        "Producer": _PRODUCER,
    }
    return f"<<{''.join(f'/{key}{text(words)}' for key, words in said.items() if words)}>>"


def entries(sheets: Sheets, file: File, *, tagged: bool, archival: bool, attachments: Sequence[Attachment]) -> str:
    """What the catalogue says."""
    said = f"/Lang{text(sheets.language)}" if sheets.language else ""
    if title(sheets):
        said += "/ViewerPreferences<</DisplayDocTitle true>>"
    if tagged or archival:
        # In the clear (ISO 19005-3, 6.6.2.1).
        packet = _xmp(sheets, tagged=tagged, archival=archival).encode()
        said += f"/Metadata {file.stream(packet, '/Type/Metadata/Subtype/XML', deflate=False)} 0 R"
    if archival:
        profile = file.stream(_srgb(), "/N 3")
        said += (
            f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]"
        )
    return said + _attached(file, attachments)


def _attached(file: File, attachments: Sequence[Attachment]) -> str:
    """Files within, and what they are to the document (ISO 19005-3, 6.8)."""
    if not attachments:
        return ""
    written = {}
    for attachment in attachments:
        extra = (
            f"/Type/EmbeddedFile/Subtype{name(attachment.mime)}"
            f"/Params<</Size {len(attachment.content)}/ModDate{_EPOCH}>>"
        )
        content = file.stream(attachment.content, extra)
        described = f"/Desc{text(attachment.description)}" if attachment.description else ""
        written[attachment.name] = file.add(
            f"<</Type/Filespec/F{text(attachment.name)}/UF{text(attachment.name)}{described}"
            f"/AFRelationship{name(attachment.relation)}/EF<</F {content} 0 R/UF {content} 0 R>>>>"
        )
    names = "".join(f"{text(key)}{at} 0 R" for key, at in sorted(written.items()))
    return f"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{' '.join(f'{at} 0 R' for at in written.values())}]"


@cache
def _srgb() -> bytes:
    """The profile of sRGB, without the moment at which it was made (ICC.1, 7.2.8)."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes((7, 208, 0, 1, 0, 1)) + bytes(6)  # the first of January 2000
    made[84:100] = bytes(16)  # the digest of the profile, which is free to be absent
    return bytes(made)


def _xmp(sheets: Sheets, *, tagged: bool, archival: bool) -> str:
    """The same in XMP (ISO 16684-1), with the parts of the standards that the file keeps to."""
    language = escape(sheets.language or "x-default", {'"': "&quot;"})
    said = ["<dc:format>application/pdf</dc:format>"]
    if words := title(sheets):
        plain = escape(words)
        said.append(f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{plain}</rdf:li></rdf:Alt></dc:title>')
    if sheets.author:
        said.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(sheets.author)}</rdf:li></rdf:Seq></dc:creator>")
    if sheets.subject:
        said.append(
            '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
            f"{escape(sheets.subject)}</rdf:li></rdf:Alt></dc:description>"
        )
    if sheets.language:
        said.append(f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>")
    if sheets.identifier:
        said.append(f"<dc:identifier>{escape(sheets.identifier)}</dc:identifier>")
    if sheets.keywords:
        said.append(f"<pdf:Keywords>{escape(sheets.keywords)}</pdf:Keywords>")
    said.append(f"<pdf:Producer>{_PRODUCER}</pdf:Producer>")
    if archival:
        conformance = "A" if tagged else "B"
        said.append(f"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>")
    if tagged:
        said.append("<pdfuaid:part>1</pdfuaid:part>")
        if archival:
            said.append(_EXTENSION)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
        ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f'{"".join(said)}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )


#: PDF/A knows no schema of PDF/UA: one that it does not know is described in the file (ISO 19005-3, 6.6.2.3).
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the document keeps to</pdfaProperty:description>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
