from __future__ import annotations

import time
from pathlib import Path

import pytest

from docgen.printing.sheet import Heading, Link, Sheet, Sheets, Tag
from docgen.printing.writing import write
from tests.printing.writing.pages import Objects, printed, sheets, text, tool


def test_the_same_pages_make_the_same_bytes() -> None:
    assert printed(text("催款函")) == printed(text("催款函"))


def test_other_text_makes_another_tag_of_its_font() -> None:
    one, other = printed(text("催款函")), printed(text("催款书"))
    name = lambda pdf: pdf[pdf.index(b"+NotoSerif") - 6 :][:6] if b"+NotoSerif" in pdf else pdf  # noqa: E731
    assert name(one) != name(other)


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("archival", [False, True])
def test_qpdf_finds_nothing_wrong(tagged: bool, archival: bool, tmp_path: Path) -> None:
    root = Tag("Document")
    page = sheets(
        text("催款函", tag=root.child("H1")),
        text("Acme", y=130, face="serif", tag=root.child("P")),
        root=root,
        links=(Link(50, 90, 40, 12, "https://example.com/"),),
        headings=[Heading(1, "催款函", 0, 90)],
        title="催款函",
    )
    said = tool("qpdf", write(page, identifier=b"one", tagged=tagged, archival=archival), tmp_path, "--check")
    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said


def test_it_says_what_it_is_called_and_who_wrote_it(tmp_path: Path) -> None:
    pdf = printed(
        text("甲"),
        title="催款函（一）",
        author="某某公司",
        subject="货款",
        keywords="催收, 货款",
        identifier="函〔2026〕1 号",
    )
    objects = Objects(pdf, tmp_path)
    assert objects.information == {
        "/Title": "u:催款函（一）",
        "/Author": "u:某某公司",
        "/Subject": "u:货款",
        "/Keywords": "u:催收, 货款",
        "/Identifier": "u:函〔2026〕1 号",
        "/Producer": "u:docgen",
    }
    assert objects.catalog["/Lang"] == "u:zh-CN"
    assert objects.at("/ViewerPreferences") == {"/DisplayDocTitle": True}


def test_headings_make_an_outline_nested_by_their_levels(tmp_path: Path) -> None:
    headings = [Heading(level, title, 0, 50) for level, title in ((1, "一"), (3, "（一）"), (2, "（二）"), (1, "二"))]
    objects = Objects(printed(text("甲"), headings=headings), tmp_path)
    outline = objects.at("/Outlines")
    first = objects.follow(outline["/First"])
    assert (outline["/Count"], first["/Title"], first["/Count"]) == (4, "u:一", 2)
    assert objects.follow(first["/First"])["/Title"] == "u:（一）"
    assert objects.follow(first["/Last"])["/Title"] == "u:（二）"
    assert objects.follow(outline["/Last"])["/Title"] == "u:二"
    assert first["/Dest"][1:] == ["/XYZ", None, 550, None]


@pytest.mark.parametrize("address", ["https://example.com/a?b=c#d", "http://example.com", "mailto:a@example.com"])
def test_an_address_can_be_clicked(address: str, tmp_path: Path) -> None:
    objects = Objects(printed(text("甲"), links=(Link(50, 90, 40, 12, address),)), tmp_path)
    annotation = objects.follow(objects.pages[0]["/Annots"][0])
    assert annotation["/A"] == {"/S": "/URI", "/URI": f"u:{address}"}
    assert annotation["/Rect"] == [50, 498, 90, 510]


def test_an_address_in_chinese_is_written_in_seven_bits(tmp_path: Path) -> None:
    objects = Objects(printed(text("甲"), links=(Link(0, 0, 9, 9, "https://example.com/函"),)), tmp_path)
    assert objects.follow(objects.pages[0]["/Annots"][0])["/A"]["/URI"] == "u:https://example.com/%E5%87%BD"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "\\\\server\\share", "ftp://x", "http://[", ""]
)
def test_any_other_address_leads_nowhere(address: str, tmp_path: Path) -> None:
    objects = Objects(printed(text("甲"), links=(Link(50, 90, 40, 12, address),)), tmp_path)
    assert "/Annots" not in objects.pages[0]


def test_a_link_within_leads_to_its_bookmark(tmp_path: Path) -> None:
    first = Sheet(400, 600, [text("甲")], [Link(50, 90, 40, 12, target="附件"), Link(0, 0, 9, 9, target="nowhere")])
    second = Sheet(400, 600, [text("乙")], places={"附件": (50, 120)})
    objects = Objects(write(Sheets([first, second], Tag("Document")), identifier=b""), tmp_path)
    (annotation,) = objects.pages[0]["/Annots"]
    destination = objects.follow(annotation)["/Dest"]
    assert objects.follow(destination[0]) == objects.pages[1]
    assert destination[1:] == ["/XYZ", 50, 480, None]


def test_pages_are_labelled_where_their_numbers_are_others(tmp_path: Path) -> None:
    pages = [Sheet(400, 600, label=label) for label in ("i", "ii", "", "4")]
    objects = Objects(write(Sheets(pages, Tag("Document")), identifier=b""), tmp_path)
    assert objects.at("/PageLabels", "/Nums") == [0, {"/P": "u:i"}, 1, {"/P": "u:ii"}, 2, {"/S": "/D", "/St": 3}]


def test_pages_that_count_from_one_are_not_labelled(tmp_path: Path) -> None:
    assert "/PageLabels" not in Objects(printed(text("甲")), tmp_path).catalog


def test_a_page_has_its_size(tmp_path: Path) -> None:
    pages = [Sheet(595.3, 841.9), Sheet(841.9, 595.3)]
    told = tool("pdfinfo", write(Sheets(pages, Tag("Document")), identifier=b""), tmp_path, "-f", "1", "-l", "2")
    assert "595.3 x 841.9" in told and "841.9 x 595.3" in told


def test_five_hundred_pages_are_written_in_the_time_of_their_number() -> None:
    def taken(count: int) -> float:
        line = text("甲方应于 2026 年 3 月 31 日前付清全部货款及违约金")
        pages = [Sheet(400, 600, [line] * 20) for _ in range(count)]
        start = time.process_time()
        write(Sheets(pages, Tag("Document")), identifier=b"")
        return time.process_time() - start

    taken(5)
    assert taken(500) < 12 * taken(50) + 0.1
