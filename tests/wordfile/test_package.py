"""A Word file is opened with suspicion: what is refused, and that the rest comes through untouched."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib

import docx
import pytest

from docgen.errors import HostileFile, NotAWordFile, WordPlace
from docgen.wordfile import Limits, open_package
from docgen.wordfile.text import text
from tests.wordfile.builders import body, changed, contents, related, word_file, zipped

PLAIN = word_file("header: Far Hill Ltd", "Dear Sirs,", "| No | Amount", "| 1 | 5.00", "footer: Page 1")


def codes(word: bytes, limits: Limits | None = None) -> list[str]:
    with pytest.raises(HostileFile) as refused:
        open_package(word, limits)
    return [finding.code for finding in refused.value.findings]


@pytest.mark.parametrize(
    "word",
    [
        b"",
        b"%PDF-1.7",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"old",
        PLAIN[: len(PLAIN) // 2],
        PLAIN[:200] + b"\0" * 200 + PLAIN[400:],
        zipped({"xl/workbook.xml": b"<workbook/>"}),
        changed(PLAIN, "word/document.xml", lambda _: "<w:document"),
    ],
    ids=["empty", "a PDF", "an old .doc", "half", "overwritten", "a workbook", "broken XML"],
)
def test_another_kind_of_file_and_a_damaged_one_are_no_word_file_rather_than_hostile(word: bytes) -> None:
    with pytest.raises(NotAWordFile):
        open_package(word)


def field(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instr(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def test_a_plain_word_file_opens_and_its_parts_are_found_by_relationship() -> None:
    package = open_package(PLAIN)
    assert package.document == "word/document.xml"
    assert package.related("header") == ("word/header1.xml",)
    assert package.content_type("word/header1.xml").endswith("header+xml")


def test_unchanged_parts_are_copied_as_compressed_and_a_changed_one_is_exact() -> None:
    package = open_package(PLAIN)
    again = open_package(package.with_parts({"word/header1.xml": [b"<a", b"/>"]}))
    assert again.read("word/header1.xml") == b"<a/>"
    assert again.parts["word/styles.xml"].packed == package.parts["word/styles.xml"].packed
    assert list(again.parts) == list(package.parts)


def test_a_written_file_is_a_sound_zip_dated_1980_and_python_docx_reads_it() -> None:
    written = open_package(PLAIN).with_parts({})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(written)).paragraphs[0].text == "Dear Sirs,"
    assert written == open_package(PLAIN).with_parts({})


def test_a_part_name_beyond_ascii_survives_writing() -> None:
    named = zipped({**contents(PLAIN), "customXml/客户.xml": b"<a/>"})
    assert "customXml/客户.xml" in open_package(open_package(named).with_parts({})).parts


def test_what_is_not_a_zip_is_not_a_word_file() -> None:
    assert codes(b"%PDF-1.7") == ["word_file.not_zip"]
    assert codes(b"") == ["word_file.not_zip"]
    assert codes(PLAIN[:-30]) == ["word_file.not_zip"]


def test_an_old_or_encrypted_document_is_told_apart() -> None:
    assert codes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)) == ["word_file.old_or_encrypted"]


def test_an_encrypted_entry_is_refused() -> None:
    marked = bytearray(PLAIN)
    marked[marked.index(b"PK\x01\x02") + 8] |= 1
    assert "word_file.old_or_encrypted" in codes(bytes(marked))


def test_a_zip_without_a_document_is_not_a_word_file() -> None:
    assert codes(zipped({"a.txt": b"a"})) == ["word_file.not_word"]
    sheet = changed(
        PLAIN, "[Content_Types].xml", lambda xml: xml.replace("wordprocessingml.document.main", "sheet.main")
    )
    assert codes(sheet) == ["word_file.not_word"]


def test_sizes_are_limited() -> None:
    assert codes(PLAIN, Limits(file_size=100)) == ["word_file.too_large"]
    assert "word_file.unpacks_too_large" in codes(PLAIN, Limits(total_size=1000))
    assert "word_file.too_many_parts" in codes(PLAIN, Limits(parts=3))


@pytest.mark.parametrize(
    "xml",
    ["<w:p>" * 300 + "</w:p>" * 300, f"<w:p><w:r><w:t>{'x' * 10_000_100}</w:t></w:r></w:p>", f"<w:{'x' * 60_000}/>"],
    ids=["deep", "long", "named at length"],
)
def test_xml_beyond_what_is_read_is_told_from_broken_xml(xml: str) -> None:
    assert codes(body(xml), Limits(ratio=10**9)) == ["word_file.beyond_xml"]


def test_more_tags_than_a_tree_has_room_for_are_refused_before_one_is_made() -> None:
    assert codes(body("<w:p/>" * 3000), Limits(tags=3000)) == ["word_file.too_many_tags"]


def test_a_directory_of_countless_entries_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    many = zipped({f"{number}": b"" for number in range(500)})
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert codes(many, Limits(parts=100)) == ["word_file.too_many_parts"]


def test_comments_and_instructions_in_the_package_s_own_parts_are_passed_over() -> None:
    word = PLAIN
    for part, ending in (("word/_rels/document.xml.rels", "</Relationships>"), ("[Content_Types].xml", "</Types>")):
        word = changed(word, part, lambda old: old.replace(ending, f"<!-- a --><?b c?>{ending}"))  # noqa: B023
    assert text(word) == text(PLAIN)


def test_a_bomb_is_not_unpacked() -> None:
    assert codes(zipped({**contents(PLAIN), "word/media/a.bin": bytes(8 << 20)})) == ["word_file.bomb"]


def test_a_directory_that_lies_about_a_size_is_damage() -> None:
    bomb = bytearray(zipped({"a.xml": b"<a/>" + b" " * 5000}))
    at = bomb.index(b"PK\x01\x02") + 24
    bomb[at : at + 4] = (10).to_bytes(4, "little")
    assert codes(bytes(bomb)) == ["word_file.damaged"]


def test_a_changed_byte_is_damage() -> None:
    broken = bytearray(zipped({"a.xml": b"<a/>"}))
    at = broken.index(b"PK\x01\x02") + 16
    broken[at : at + 4] = zlib.crc32(b"other").to_bytes(4, "little")
    assert codes(bytes(broken)) == ["word_file.damaged"]


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word/../../x.xml", "c:evil.xml", "word\\evil.xml"])
def test_a_part_name_that_leads_outside_is_refused(name: str) -> None:
    assert "word_file.path" in codes(zipped({**contents(PLAIN), name: b"<a/>"}))


def test_a_part_that_is_there_twice_is_refused() -> None:
    assert codes(zipped({**contents(PLAIN), "WORD/document.xml": b"<a/>"})) == ["word_file.part_twice"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("word/vbaProject.bin", "word_file.macro"),
        ("word/vbaData.xml", "word_file.macro"),
        ("word/embeddings/oleObject1.bin", "word_file.embedded"),
        ("word/embeddings/sheet.xlsx", "word_file.embedded"),
        ("word/activeX/activeX1.xml", "word_file.embedded"),
    ],
)
def test_macros_and_embedded_objects_are_refused(name: str, code: str) -> None:
    assert codes(zipped({**contents(PLAIN), name: b"<a/>"})) == [code]


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>',
    ],
)
def test_a_document_type_is_refused_in_any_part(xml: str) -> None:
    assert codes(changed(PLAIN, "customXml/item9.xml", lambda _: xml)) == ["word_file.document_type"]


def test_a_document_type_hidden_in_utf_16_is_refused() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "bb">]><a>b</a>'.encode("utf-16")
    assert codes(zipped({**contents(PLAIN), "customXml/item9.xml": xml})) == ["word_file.document_type"]


def test_broken_xml_is_named() -> None:
    assert codes(changed(PLAIN, "word/styles.xml", lambda xml: xml[:-20])) == ["word_file.broken_xml"]


@pytest.mark.parametrize("kind", ["image", "header", "hyperlink", "font", "styles"])
@pytest.mark.parametrize("target", ["file:///etc/passwd", "\\\\server\\share\\a.png", "ftp://example.com/a"])
def test_external_content_is_refused(kind: str, target: str) -> None:
    assert codes(related(PLAIN, kind, target)) == ["word_file.external"]


def test_an_image_on_the_web_is_refused_but_a_link_to_it_is_not() -> None:
    assert codes(related(PLAIN, "image", "https://example.com/a.png")) == ["word_file.external"]
    open_package(related(PLAIN, "hyperlink", "https://example.com/a.png"))
    open_package(related(PLAIN, "hyperlink", "mailto:a@example.com"))


@pytest.mark.parametrize("target", ["../../etc/passwd", "file:///etc/passwd", "..\\a.xml"])
def test_an_internal_target_outside_the_file_is_refused(target: str) -> None:
    assert codes(related(PLAIN, "image", target, "Internal")) == ["word_file.external"]


@pytest.mark.parametrize("kind", ["aFChunk", "attachedTemplate", "oleObject", "package", "subDocument", "vbaProject"])
def test_links_that_import_or_embed_are_refused(kind: str) -> None:
    assert codes(related(PLAIN, kind, "a.xml", "Internal")) == ["word_file.forbidden_link"]


@pytest.mark.parametrize(
    "xml",
    [
        '<w:altChunk r:id="rId1"/>',
        '<w:p><w:r><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:r></w:p>',
        '<w:subDoc r:id="rId1"/>',
    ],
)
def test_elements_that_import_or_embed_are_refused(xml: str) -> None:
    assert set(codes(body(xml))) == {"word_file.forbidden_element"}


def test_an_embedded_sheet_is_told_once_and_where_it_stands() -> None:
    sheet = '<w:object><o:OLEObject xmlns:o="urn:o" ProgID="Excel.Sheet.12"/></w:object>'
    cells = f"<w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>明细表见</w:t>{sheet}</w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr>{cells}</w:tr></w:tbl>"
    file = related(body(f"<w:p/>{table}"), "package", "embeddings/sheet1.xlsx", "Internal")
    with pytest.raises(HostileFile) as refused:
        open_package(zipped({**contents(file), "word/embeddings/sheet1.xlsx": b"x"}))
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["part"]) == ("word_file.embedded", "Excel.Sheet.12")
    assert finding.place == WordPlace("word/document.xml", None, 1, 2, 2, "明细表见")


def test_an_embedded_sheet_that_no_text_shows_is_refused_all_the_same() -> None:
    assert codes(related(PLAIN, "package", "embeddings/sheet1.xlsx", "Internal")) == ["word_file.forbidden_link"]


def test_a_field_of_a_mail_merge_is_named_as_one_with_its_place() -> None:
    with pytest.raises(HostileFile) as refused:
        open_package(body("<w:p/>" + field("MERGEFIELD 客户名称")))
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["field"]) == ("word_file.mail_merge", "MERGEFIELD 客户名称")
    assert finding.place == WordPlace("word/document.xml", 2, words="x")


def test_mail_merge_sources_are_refused() -> None:
    merging = changed(
        PLAIN, "word/settings.xml", lambda xml: xml.replace("</w:settings>", "<w:mailMerge/></w:settings>")
    )
    assert codes(merging) == ["word_file.forbidden_element"]


@pytest.mark.parametrize(
    "instruction",
    [
        "INCLUDETEXT a.docx",
        "includepicture &quot;http://example.com/a.png&quot;",
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
        "DDE a b",
        "LINK Excel.Sheet a",
        "DATABASE \\d a",
        "IMPORT a",
        "RD a",
        "MACROBUTTON a b",
        "AUTOTEXT a",
        "HYPERLINK &quot;file:///etc/passwd&quot;",
        "NOBODYKNOWS",
    ],
)
def test_fields_that_read_are_refused(instruction: str) -> None:
    assert codes(body(field(instruction))) == ["word_file.field"]


def test_a_field_split_over_runs_is_put_together_before_it_is_judged() -> None:
    split = char("begin") + instr("INCL") + instr("UDETEXT a.docx") + char("separate") + char("end")
    assert codes(body(f"<w:p>{split}</w:p>")) == ["word_file.field"]


def test_a_field_whose_name_another_field_makes_is_refused() -> None:
    inner = char("begin") + instr("SYMBOL 68") + char("end")
    nested = char("begin") + inner + instr(" a.docx") + char("end")
    assert codes(body(f"<w:p>{nested}</w:p>")) == ["word_file.field"]


def test_page_numbers_tables_of_contents_and_web_links_are_welcome() -> None:
    contents_field = char("begin") + instr(" TOC \\o ") + char("separate") + char("begin") + instr(" PAGEREF a ")
    package = open_package(
        body(
            f"<w:p>{contents_field}{char('end')}{char('end')}</w:p>"
            + field("PAGE")
            + field(" NUMPAGES \\* MERGEFORMAT ")
            + field("HYPERLINK \\l &quot;a&quot;")
            + field("HYPERLINK &quot;https://example.com&quot;")
        )
    )
    assert package.document == "word/document.xml"


def test_everything_wrong_with_a_file_is_told_at_once() -> None:
    bad = related(body(field("DDE a")), "image", "file:///a")
    assert sorted(codes(zipped({**contents(bad), "word/vbaProject.bin": b"x"}))) == [
        "word_file.external",
        "word_file.field",
        "word_file.macro",
    ]


def test_the_words_of_a_file_read_top_down_with_bars_between_cells() -> None:
    assert text(PLAIN) == "Far Hill Ltd\n\nDear Sirs,\nNo | Amount\n1 | 5.00\n\nPage 1\n"


def test_deleted_words_and_field_codes_are_not_read() -> None:
    deleted = "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>"
    assert text(body(deleted + field("PAGE"))) == "a\nx\nwords\n"


def test_the_words_of_a_file_are_shown_on_the_command_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "letter.docx").write_bytes(PLAIN)
    shown = subprocess.run(
        [sys.executable, "-m", "docgen.wordfile.text", tmp_path / "letter.docx"], capture_output=True, check=True
    )
    assert shown.stdout.decode() == text(PLAIN)
    assert shown.stderr == b""
