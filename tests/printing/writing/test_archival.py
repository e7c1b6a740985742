"""What ISO 19005-3 (PDF/A-3) and ISO 14289-1 (PDF/UA-1) ask for, clause by clause, where it can be looked at here."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from lxml import etree

from docgen.printing.reading.tree import Picture
from docgen.printing.sheet import Fill, Image, Sheets, Tag
from docgen.printing.writing import Attachment, write
from tests.printing.writing.pages import Objects, copied, png, sheets, text, tool

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DATA = Attachment("account.json", "application/json", b'{"debtor": "..."}', "The account", "Data")
SOURCE = Attachment(
    "催款函.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK", "", "Source"
)


def _page() -> Sheets:
    root = Tag("Document")
    figure = root.child("Figure", description="章")
    shown = Image(200, 50, 20, 20, Picture(png("RGBA", (2, 2), (255, 0, 0, 128)), "image/png", 20, 20), figure)
    return sheets(
        text("催款函 Acme", tag=root.child("H1")),
        text("Mr. Liberation", y=130, face="serif", tag=root.child("P")),
        Fill(50, 200, 100, 1, "#336699"),
        shown,
        root=root,
        title="催款函 & <一>",
        author="某某公司",
        identifier="函〔2026〕1 号",
    )


@pytest.fixture
def archived() -> bytes:
    return write(_page(), identifier=b"one", tagged=True, archival=True, attachments=(DATA, SOURCE))


def _packet(pdf: bytes) -> etree._Element:
    """The metadata, found without reading the PDF at all: as whoever searches an archive does (19005-3, 6.6.2.1)."""
    found = re.search(rb"<\?xpacket begin=.*?<\?xpacket end=\"r\"\?>", pdf, re.DOTALL)
    assert found
    return etree.fromstring(found[0])


def _said(pdf: bytes, name: str, prefix: str) -> str | None:
    found = _packet(pdf).find(f".//{{{prefix}}}{name}")
    return None if found is None else "".join(found.itertext())


@pytest.mark.parametrize(("tagged", "level"), [(False, "B"), (True, "A")])
def test_it_says_which_standard_it_keeps_to(tagged: bool, level: str) -> None:
    """19005-3, 6.6.4; 14289-1, 5."""
    pdf = write(_page(), identifier=b"one", tagged=tagged, archival=True)
    assert _said(pdf, "part", "http://www.aiim.org/pdfa/ns/id/") == "3"
    assert _said(pdf, "conformance", "http://www.aiim.org/pdfa/ns/id/") == level
    assert _said(pdf, "part", "http://www.aiim.org/pdfua/ns/id/") == ("1" if tagged else None)


def test_an_ordinary_file_claims_no_standard() -> None:
    assert b"pdfaid:part" not in write(_page(), identifier=b"one")


def test_metadata_and_information_say_the_same(archived: bytes, tmp_path: Path) -> None:
    """19005-3, 6.6.3."""
    told = Objects(archived, tmp_path).information
    assert told["/Title"] == "u:" + str(_said(archived, "title", "http://purl.org/dc/elements/1.1/"))
    assert told["/Author"] == "u:" + str(_said(archived, "creator", "http://purl.org/dc/elements/1.1/"))
    assert told["/Producer"] == "u:" + str(_said(archived, "Producer", "http://ns.adobe.com/pdf/1.3/"))
    assert _said(archived, "identifier", "http://purl.org/dc/elements/1.1/") == "函〔2026〕1 号"


def test_a_schema_that_the_standard_does_not_know_is_described(archived: bytes) -> None:
    """19005-3, 6.6.2.3."""
    assert _said(archived, "namespaceURI", "http://www.aiim.org/pdfa/ns/schema#") == "http://www.aiim.org/pdfua/ns/id/"


def test_colours_are_meant_as_srgb(archived: bytes, tmp_path: Path) -> None:
    """19005-3, 6.2.3: an output intent with a profile of the device class of screens, version 4 or earlier."""
    objects = Objects(archived, tmp_path)
    (intent,) = objects.catalog["/OutputIntents"]
    assert (intent["/S"], intent["/OutputConditionIdentifier"]) == ("/GTS_PDFA1", "u:sRGB")
    assert objects.follow(intent["/DestOutputProfile"])["/N"] == 3
    profile = _stream(archived, tmp_path, intent["/DestOutputProfile"])
    assert (profile[36:40], profile[12:16], profile[16:20]) == (b"acsp", b"mntr", b"RGB ")
    assert struct.unpack_from(">I", profile)[0] == len(profile)
    assert b"DeviceCMYK" not in archived


def test_files_within_come_out_as_they_went_in(archived: bytes, tmp_path: Path) -> None:
    tool("pdfdetach", archived, tmp_path, "-saveall", "-o", str(tmp_path))
    assert (tmp_path / "account.json").read_bytes() == DATA.content
    assert (tmp_path / "催款函.docx").read_bytes() == SOURCE.content


def test_files_within_say_what_they_are_to_the_document(archived: bytes, tmp_path: Path) -> None:
    """19005-3, 6.8 and annex E."""
    objects = Objects(archived, tmp_path)
    specified = [objects.follow(file) for file in objects.catalog["/AF"]]
    assert [file["/AFRelationship"] for file in specified] == ["/Data", "/Source"]
    assert all(file["/F"] and file["/UF"] for file in specified)
    kinds = [objects.follow(file["/EF"]["/F"])["/Subtype"] for file in specified]
    assert kinds[0] == "/application/json"
    assert sorted(map(str, objects.at("/Names", "/EmbeddedFiles")["/Names"][1::2])) == sorted(objects.catalog["/AF"])


def test_a_page_needs_nothing_from_outside(archived: bytes, tmp_path: Path) -> None:
    """19005-3, 6.2.11.4, 6.5, 6.9: fonts within, no script, no action but links."""
    lines = tool("pdffonts", archived, tmp_path).splitlines()[2:]
    assert lines and all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)
    assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|AA|Encrypt|LZWDecode|Interpolate true)\b", archived)


def test_widths_are_those_of_the_fonts_within(archived: bytes, tmp_path: Path) -> None:
    """19005-3, 6.2.11.5: within a thousandth."""
    objects = Objects(archived, tmp_path)
    fonts = objects.at("/Pages", "/Kids", 0, "/Resources", "/Font")
    for font in map(objects.follow, fonts.values()):
        descendant = objects.follow(font["/DescendantFonts"][0])
        descriptor = objects.follow(descendant["/FontDescriptor"])
        said = _widths(objects.follow(descendant["/W"]))
        if "/FontFile3" in descriptor:
            table = CFFFontSet()
            table.decompile(io.BytesIO(_stream(archived, tmp_path, descriptor["/FontFile3"])), None)
            glyphs = table[0].CharStrings
            for name in table[0].charset[1:]:
                glyphs[name].draw(BoundsPen(None))
                assert said.get(int(name[3:]), 1000) == pytest.approx(glyphs[name].width, abs=1)
        else:
            whole = TTFont(io.BytesIO(_stream(archived, tmp_path, descriptor["/FontFile2"])))
            places = _stream(archived, tmp_path, descendant["/CIDToGIDMap"])
            for code, width in said.items():
                glyph = whole.getGlyphName(struct.unpack_from(">H", places, 2 * code)[0])
                assert glyph != ".notdef"
                assert width == pytest.approx(whole["hmtx"][glyph][0] * 1000 / whole["head"].unitsPerEm, abs=1)


def test_the_glyph_of_a_missing_character_is_never_drawn() -> None:
    """19005-3, 6.2.11.8."""
    mark = text("甲乙")
    mark.ids = [0, mark.ids[1]]
    page = sheets(mark)
    assert copied(write(page, identifier=b"", archival=True)).strip() == "乙"


def test_it_is_told_to_be_tagged_and_in_which_language(archived: bytes, tmp_path: Path) -> None:
    """14289-1, 7.1, 7.2; 19005-3, 6.7."""
    objects = Objects(archived, tmp_path)
    assert objects.at("/MarkInfo") == {"/Marked": True}
    assert objects.catalog["/Lang"] == "u:zh-CN"
    assert objects.at("/ViewerPreferences", "/DisplayDocTitle") is True


def test_a_tagged_file_without_a_title_takes_its_first_heading_or_its_number() -> None:
    """14289-1, 7.1."""
    pdf = write(sheets(text("甲"), identifier="函 1"), identifier=b"", tagged=True)
    assert _said(pdf, "title", "http://purl.org/dc/elements/1.1/") == "函 1"


def test_the_same_pages_make_the_same_archive(archived: bytes) -> None:
    assert write(_page(), identifier=b"one", tagged=True, archival=True, attachments=(DATA, SOURCE)) == archived


def _stream(pdf: bytes, tmp_path: Path, reference: str) -> bytes:
    """What a stream holds."""
    path = tmp_path / "raw"
    tool("qpdf", pdf, tmp_path, "--show-object=" + reference.split(maxsplit=1)[0], "--filtered-stream-data", to=path)
    return path.read_bytes()


def _widths(array: list[object]) -> dict[int, float]:
    found = {}
    for first, widths in zip(array[::2], array[1::2], strict=True):
        assert isinstance(first, int) and isinstance(widths, list)
        found.update(enumerate(widths, first))
    return found
