"""Long tables that stay bytes until their rows are read: the same elements, the same refusals, less memory."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.errors import HostileFile
from docgen.wordfile import open_package, trees
from docgen.wordfile.text import text
from tests.wordfile.builders import changed, word_file

PLAIN = word_file("Dear Sirs,")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROW = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{W}"><w:body>'
END = "</w:body></w:document>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def part(*blocks: str) -> bytes:
    return (HEAD + "".join(blocks) + END).encode()


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "_LONG", 200)


def words(folded: trees.Folded) -> str:
    return "".join(element.text or "" for element in folded.iter(f"{{{W}}}t"))


def canonical(row: etree._Element) -> bytes:
    return etree.tostring(row, method="c14n", with_tail=False)


def test_the_elements_of_a_folded_part_come_in_the_order_of_the_file() -> None:
    rows = [ROW.format(number) for number in range(8)]
    folded = trees.fold("document.xml", part("<w:p><w:r><w:t>a</w:t></w:r></w:p>", table(*rows), ROW.format("z")))
    assert folded is not None
    assert folded.tree.find(f".//{{{W}}}tbl/{{{W}}}tr") is None
    assert words(folded) == "a01234567z"
    stubs = list(folded.tree.iter(etree.ProcessingInstruction))
    assert [len(list(folded.rows(stub))) for stub in stubs] == [8]


def test_rows_that_say_the_same_but_for_their_words_become_one_tree() -> None:
    bold = ROW.format("b").replace("<w:t>", "<w:rPr><w:b/></w:rPr><w:t>")
    folded = trees.fold("document.xml", part(table(*map(ROW.format, "xyz"), bold, ROW.format("a &amp; b &lt;"))))
    assert folded is not None
    (stub,) = folded.tree.iter(etree.ProcessingInstruction)
    rows = list(folded.rows(stub))
    assert [list(words) for _, words in rows] == [["x"], ["y"], ["z"], ["b"], ["a & b <"]]
    assert len({pattern for pattern, _ in rows}) == 2
    assert rows[4][0].filled(rows[4][1]).findtext(f".//{{{W}}}t") == "a & b <"
    assert words(folded) == "xyzba & b <"
    (_, _, _), (_, plain, _), (_, bolded, _) = folded.tally()
    assert (plain, bolded) == (4, 1)


@pytest.mark.parametrize(
    "other",
    [
        "<w:t>a\tb</w:t>",
        "<w:t>a&#9;b</w:t>",
        "<w:t>a]]&gt;b</w:t>",
        "<w:t/>",
        '<w:t  xml:space="preserve"> a </w:t>',
        f'<x:t xmlns:x="{W}">a</x:t>',
        f'<w:t xmlns:w="urn:other">a</w:t><x:t xmlns:x="{W}">b</x:t>',
        "<w:t>a</w:t ><w:t>b</w:t>",
    ],
)
def test_a_row_written_otherwise_is_read_as_it_is(other: str) -> None:
    content = part(table(*[ROW.format("a")] * 9, ROW.replace("<w:t>{}</w:t>", other), ROW.format("z")))
    folded = trees.fold("document.xml", content)
    assert folded is not None
    whole = trees.parse("document.xml", content)
    assert words(folded) == "".join(text.text or "" for text in whole.iter(f"{{{W}}}t"))
    (stub,) = folded.tree.iter(etree.ProcessingInstruction)
    written = [canonical(pattern.filled(said)) for pattern, said in folded.rows(stub)]
    assert written == list(map(canonical, whole.iter(f"{{{W}}}tr")))


def test_the_numbers_that_word_gives_paragraphs_make_no_row_another() -> None:
    rows = [ROW.format("a").replace("<w:p>", f'<w:p w:rsidR="00{number}" w:rsidP="1F">') for number in range(9)]
    folded = trees.fold("document.xml", part(table(*rows)))
    assert folded is not None
    (stub,) = folded.tree.iter(etree.ProcessingInstruction)
    assert len({pattern for pattern, _ in folded.rows(stub)}) == 1


def test_a_table_within_a_cell_stays_with_its_row() -> None:
    inner = "<w:tr><w:tc>" + table(*[ROW.format("i")] * 9) + "<w:p/></w:tc></w:tr>"
    folded = trees.fold("document.xml", part(table(inner, *[ROW.format("o")] * 3)))
    assert folded is not None
    assert words(folded) == "iiiiiiiiiooo"


def test_what_stands_between_rows_stays_where_it_is() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="m"/>'
    folded = trees.fold("document.xml", part(table(*[ROW.format("a")] * 2, mark, *[ROW.format("b")] * 2)))
    assert folded is not None
    kinds = [child.tag if isinstance(child.tag, str) else "PI" for child in folded.tree.find(f".//{{{W}}}tbl")]  # type: ignore[union-attr]
    assert kinds == [f"{{{W}}}tblPr", "PI", f"{{{W}}}bookmarkStart", "PI"]


@pytest.mark.parametrize(
    "content",
    [
        part("<!-- <w:tr> -->", table(*[ROW.format("a")] * 9)),
        part("<w:p><![CDATA[<w:tr>]]></w:p>", table(*[ROW.format("a")] * 9)),
        part("<?folded 0 9?>", table(*[ROW.format("a")] * 9)),
        part(table(*[ROW.format("a")] * 9)).replace(b"<w:tbl>", b'<w:tbl xmlns:x="urn:x">'),
        part(table(*[ROW.format("a")] * 9)).replace(b"UTF-8", b"GB18030"),
        part(table(*[ROW.format("a")] * 9)).replace(b"<w:tblPr/>", b"<w:tblPr>"),
        part(table(ROW.format("a"))),
        part(table(*[ROW.format("a")] * 9)).replace(b"</w:tr>", b""),
        part(table(*[ROW.format("a")] * 9)).replace(b">a<", b">\xff<"),
        part(table(*[ROW.format("\ufffe")] * 9)),
    ],
    ids=[
        "comment",
        "character data",
        "instruction",
        "prefix of the table",
        "encoding",
        "broken",
        "short table",
        "rows without an end",
        "not UTF-8",
        "no character",
    ],
)
def test_what_cannot_be_cut_safely_is_not_folded(content: bytes) -> None:
    assert trees.fold("document.xml", content) is None


def test_a_broken_row_is_refused_as_in_any_file() -> None:
    broken = part(table(*[ROW.format("a")] * 9, ROW.format("</w:t><w:t>").replace("</w:tc>", "</w:td>")))
    with pytest.raises(HostileFile, match=r"word_file\.broken_xml"):
        open_package(changed(PLAIN, "word/document.xml", lambda _: broken.decode()), folded=True)


def test_what_is_forbidden_is_found_in_folded_rows() -> None:
    field = '<w:fldSimple w:instr="INCLUDETEXT c:/secret.docx"/>'
    hostile = part(table(*[ROW.format("a")] * 9, ROW.format("b").replace("<w:r>", field + "<w:r>")))
    with pytest.raises(HostileFile, match=r"word_file\.field"):
        open_package(changed(PLAIN, "word/document.xml", lambda _: hostile.decode()), folded=True)


def test_the_words_of_a_folded_table_are_read_like_any(monkeypatch: pytest.MonkeyPatch) -> None:
    nested = ROW.format("n").replace("<w:p>", table(ROW.format("i")) + "<w:p>", 1)
    control = f"<w:sdt><w:sdtContent>{ROW.format('c')}</w:sdtContent></w:sdt>"
    content = part("<w:p/>", table(*[ROW.format("a")] * 9, control, nested, ROW.format("z")))
    word = changed(PLAIN, "word/document.xml", lambda _: content.decode())
    folded = text(word)
    monkeypatch.setattr(trees, "_LONG", 1 << 20)
    assert folded == text(word)
    assert folded.split() == ["a"] * 9 + ["c", "i", "/", "n", "z"]
