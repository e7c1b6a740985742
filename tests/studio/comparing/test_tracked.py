"""The new file with tracked changes: accepting all gives the new words, rejecting all the old ones."""

from __future__ import annotations

import datetime as dt
import io
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from docgen.studio.comparing import compare, tracked
from docgen.wordfile import open_package
from tests.printing.word import field, p, r, sect, tbl, tc, tr, word
from tests.studio.comparing.review import W, accepted, changed, rejected, replaced, said

TEMPLATES = Path(__file__).parents[3] / "templates"
DEMAND = (TEMPLATES / "zh" / "demand_letter.docx").read_bytes()
REMINDER = (TEMPLATES / "en" / "payment_reminder.docx").read_bytes()
AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


def redlined(old: bytes, new: bytes) -> bytes:
    made = tracked(old, new, author="李律师", at=AT)
    assert accepted(made) == said(new)
    assert rejected(made) == said(old)
    return made


def tree(word_file: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(open_package(word_file).read(part))


def texts(word_file: bytes, tag: str) -> list[str]:
    """What is inserted or deleted in the body, change by change."""
    return [
        "".join(t.text or "" for t in change.iter(W + "t", W + "delText"))
        for change in tree(word_file).iter(W + tag)
        if change.getparent().tag not in (W + "rPr", W + "trPr")
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_shipped_template_against_the_next_comes_and_goes_whole(language: str) -> None:
    files = [path.read_bytes() for path in sorted((TEMPLATES / language).glob("*.docx"))]
    for old, new in pairwise(files):
        assert texts(redlined(old, new), "ins")  # which also asserts both texts, accepted and rejected


def test_only_the_words_that_differ_are_marked_and_tags_and_numbers_as_wholes() -> None:
    new = replaced(DEMAND, ("特此函告。", "特此函告，望予重视。"), ("{{ bank.bank }}", "{{ bank.branch }}"))
    made = redlined(DEMAND, new)
    assert texts(made, "ins") == ["{{ bank.branch }}", "，望予重视"]
    assert texts(made, "del") == ["{{ bank.bank }}"]
    change = next(tree(made).iter(W + "ins"))
    assert (change.get(W + "author"), change.get(W + "date")) == ("李律师", "2026-11-22T09:30:00Z")


def test_nothing_is_marked_where_nothing_differs() -> None:
    assert open_package(tracked(DEMAND, DEMAND, author="x", at=AT)).parts == open_package(DEMAND).parts


def test_the_same_input_gives_the_same_bytes_and_every_change_has_a_number_of_its_own() -> None:
    made = redlined(DEMAND, REMINDER)
    assert made == tracked(DEMAND, REMINDER, author="李律师", at=AT)
    numbers = [e.get(W + "id") for e in tree(made).iter(W + "ins", W + "del", W + "pPrChange", W + "rPrChange")]
    assert len(numbers) == len(set(numbers)) > 100


def test_what_was_deleted_looks_as_it_did_and_what_looks_different_says_how_it_looked() -> None:
    old = word(p("甲方", r("应当立即", "<w:b/>"), "付款"), p("乙方", ppr='<w:jc w:val="left"/>'))
    new = word(p("甲方付款"), p(r("乙方", "<w:i/>"), jc="center"))
    made = tree(redlined(old, new))
    (deleted,) = made.iter(W + "delText")
    assert deleted.getparent().find(f"{W}rPr/{W}b") is not None
    (was,) = made.iter(W + "rPrChange")
    assert was.find(f"{W}rPr/{W}i") is None and was.getparent().find(W + "i") is not None
    (before,) = made.iter(W + "pPrChange")
    assert before.find(f"{W}pPr/{W}jc").get(W + "val") == "left"


def test_a_deleted_paragraph_brings_the_style_and_the_list_that_the_new_file_lacks() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
    styles = style.format("Base", "Base", "") + style.format("Old", "Old clause", '<w:basedOn w:val="Base"/>')
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    ppr = '<w:pStyle w:val="Old"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    old = word(p("旧条款的内容", ppr=ppr), p("乙"), styles=styles, numbering=numbering.format("decimal"))
    new = word(p("乙"), styles=style.format("Base", "Other", ""), numbering=numbering.format("upperRoman"))
    made = redlined(old, new)
    names = [e.get(W + "val") for e in tree(made, "word/styles.xml").iter(W + "name")]
    assert names == ["Other", "Base", "Old clause"]
    assert next(tree(made).iter(W + "pStyle")).get(W + "val") == "Old"
    number = next(tree(made).iter(W + "numId")).get(W + "val")
    lists = tree(made, "word/numbering.xml")
    assert number == "2"
    assert [e.get(W + "val") for e in lists.iter(W + "numFmt")] == ["upperRoman", "decimal"]


def picture(colour: str) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(written, "PNG")
    return written.getvalue() + colour.encode()


def drawing(name: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="p"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(*paragraphs: str) -> str:
    inside = "".join(paragraphs)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="360000"/>'
        '<wp:docPr id="3" name="b"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr/><wps:txbx>'
        f"<w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>"
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(*blocks: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"


def notes(*texts: str) -> dict[str, str]:
    return {"footnotes": "".join(f'<w:footnote w:id="{n}">{p(t)}</w:footnote>' for n, t in enumerate(texts, 1))}


CALL = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
LINK = '<w:hyperlink r:id="h"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
ADDRESS = {"h": "https://example.org"}
RED, BLUE = {"a.png": picture("red")}, {"a.png": picture("blue")}
SIMPLE = '<w:fldSimple w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'

PAIRS = {
    "words": (word(p("甲方付款")), word(p("乙方收款"))),
    "no words": (word(p("甲")), word(p(""))),
    "last paragraphs": (word(p("甲")), word(p("甲"), p("乙"), p("丙"))),
    "everything": (word(p("甲方应付款"), p("乙")), word(p("Hello there"), p("World"), p("x"))),
    "a table at the end": (word(p("甲"), tbl("a|b"), p("")), word(p("甲"))),
    "rows": (word(tbl("a|b", "c|d", "e|f"), p("")), word(tbl("a|b", "c1|d", "new|row", "e|f"), p(""))),
    "first rows": (word(tbl("a|b", "c|d", "e|f"), p("")), word(tbl("e|f"), p(""))),
    "columns": (word(tbl("a|b", "c|d"), p("z")), word(tbl("a|b|x", "c|d|y", grid=(1, 2, 3)), p("z"))),
    "joined cells": (
        word(tbl("a|b", "c|d"), p("z")),
        word(tbl("a|b", tr(tc("c d", '<w:gridSpan w:val="2"/>'))), p("z")),
    ),
    "paragraphs of a cell": (
        word(tbl(tr(tc(p("一") + p("二")), "b")), p("")),
        word(tbl(tr(tc(p("零") + p("一")), "b")), p("")),
    ),
    "a table in a table": (
        word(tbl(tr(tc(p("一") + tbl("x|y") + p("二")), "b")), p("")),
        word(tbl(tr(tc(p("一") + tbl("x|z", "u|v") + p("二二")), "b")), p("")),
    ),
    "a tag cut by its format": (word(p("付{{ a", r(".b }}元", "<w:b/>"))), word(p("付{{ a", r(".c }}元", "<w:b/>")))),
    "another picture": (word(p("x", drawing("a.png")), media=RED), word(p("x", drawing("a.png")), media=BLUE)),
    "a picture": (word(p("x", drawing("a.png")), p("y"), media=RED), word(p("y"))),
    "a field": (word(p("第", field("PAGE"), "页"), p("a")), word(p("第", field("NUMPAGES", "3"), "页"))),
    "a simple field": (word(p(SIMPLE.format("PAGE"), "页")), word(p("页", SIMPLE.format("DATE")))),
    "the words of a note": (
        word(p("a", CALL.format(1)), more=notes("old")),
        word(p("a", CALL.format(1)), more=notes("new")),
    ),
    "a note": (
        word(p("a", CALL.format(1), "b", CALL.format(2)), more=notes("first", "second")),
        word(p("a", "b", CALL.format(1)), more=notes("second")),
    ),
    "all notes": (word(p("a", CALL.format(1), "b"), more=notes("first")), word(p("a", "b"))),
    "the words of a link": (
        word(p("a ", LINK.format("see here")), links=ADDRESS),
        word(p("a ", LINK.format("look here")), links=ADDRESS),
    ),
    "a link": (word(p("a ", LINK.format("here"), " b"), links=ADDRESS), word(p("a  b"))),
    "the words of a text box": (word(p("a", box(p("inside"), p("two")))), word(p("a", box(p("inside it"))))),
    "a text box": (word(p("a", box(p("inside"))), p("b")), word(p("a"), p("b"))),
    "headers": (
        word(p("a"), stories={"header:default": p("old head"), "footer:first": p("f")}),
        word(p("a"), stories={"header:default": p("new head"), "footer:default": p("g")}),
    ),
    "a content control": (
        word(control(p("in"), p("two")), p("a")),
        word(control(p("inn")), p("x"), p("a")),
    ),
    "a content control in a line": (
        word(p("a", control(r("in")), "b")),
        word(p("a", control(r("out")), "b")),
    ),
    "breaks": (
        word(p("a", r(inner="<w:br/>"), "b")),
        word(p("a b", r(inner="<w:tab/>"), r(inner='<w:br w:type="page"/>'))),
    ),
    "a section": (word(p("a"), p("b", ppr=sect()), p("c")), word(p("a"), p("c"))),
    "bookmarks": (
        word(p("a b c")),
        word(p("a", '<w:bookmarkStart w:id="1" w:name="x"/>', " b d", '<w:bookmarkEnd w:id="1"/>')),
    ),
    "what stands before a table": (
        word(p("去"), p("留"), p("去掉的段落"), tbl("a|b"), p("z")),
        word(p("留"), tbl("a|b"), p("z")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_it_comes_and_goes_whole(name: str) -> None:
    old, new = PAIRS[name]
    for made in (redlined(old, new), redlined(new, old)):
        assert docx.Document(io.BytesIO(made)).paragraphs is not None


def test_tracked_rows_and_paragraph_marks_are_marked_as_word_does_it() -> None:
    made = tree(redlined(*PAIRS["rows"]))
    (row,) = [row for row in made.iter(W + "tr") if row.find(f"{W}trPr/{W}ins") is not None]
    assert "".join(row.itertext()) == "newrow"
    deleted = tree(redlined(word(p("甲方"), p("中间"), p("乙方")), word(p("甲方"), p("乙方"))))
    (mark,) = [e for e in deleted.iter(W + "del") if e.getparent().tag == W + "rPr"]
    assert mark.getparent().getparent().tag == W + "pPr"


def test_changes_that_the_files_bring_with_them_count_as_accepted() -> None:
    inserted = '<w:ins w:id="1" w:author="x"><w:r><w:t>应当</w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>可以</w:delText></w:r></w:del>'
    made = tracked(word(p("甲方付款")), word(p("甲方", inserted, deleted, "付款")), author="y", at=AT)
    assert (rejected(made), accepted(made)) == (["甲方付款"], ["甲方应当付款"])
    assert {e.get(W + "author") for e in tree(made).iter(W + "ins", W + "del")} == {"y"}


def test_the_tracked_file_compares_as_the_new_one() -> None:
    new = replaced(DEMAND, ("特此函告。", "特此函告，望予重视。"))
    made = tracked(DEMAND, new, author="x", at=AT)
    assert compare(new, made).is_same


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["words", "remove", "double", "move", "split", "bold"]),
        st.integers(0, 10_000),
        st.sampled_from(["应当", "依法", " shall ", "{{ debtor.name }}", "1,234.50", "第五百七十九条", "", "。"]),
    ),
    min_size=1,
    max_size=8,
)


def edited(word_file: bytes, edits: list[tuple[str, int, str]]) -> bytes:
    """A template after somebody has worked on it in Word."""

    def change(xml: str) -> str:
        root = etree.fromstring(xml.encode())
        for what, number, words in edits:
            blocks = [e for e in root.iter(W + "p", W + "tr") if e.tag == W + "tr" or e.getparent().tag != W + "tc"]
            block = blocks[number % len(blocks)]
            runs = [run for run in block.iter(W + "r") if run.find(W + "t") is not None]
            parent = block.getparent()
            if what == "remove" and len(parent.findall(block.tag)) > 2:
                parent.remove(block)
            elif what == "double":
                block.addnext(etree.fromstring(etree.tostring(block)))
            elif what == "move":
                same = [other for other in blocks if other.getparent() is parent and other is not block]
                if same:
                    same[number // 7 % len(same)].addprevious(block)
            elif runs:
                run = runs[number // 3 % len(runs)]
                text = run.find(W + "t")
                at = number // 11 % (len(text.text or "") + 1)
                if what == "bold":
                    settings = run.find(W + "rPr")
                    if settings is None:
                        settings = etree.Element(W + "rPr")
                        run.insert(0, settings)
                    etree.SubElement(settings, W + "b")
                elif what == "split":
                    second = etree.fromstring(etree.tostring(run))
                    second.find(W + "t").text = (text.text or "")[at:]
                    text.text = (text.text or "")[:at]
                    run.addnext(second)
                else:
                    text.text = (text.text or "")[:at] + words + (text.text or "")[at + number % 5 :]
        return etree.tostring(root, encoding="unicode") + "\n"

    return changed(word_file, change)


@settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(EDITS, EDITS, st.sampled_from(["zh/demand_letter", "en/payment_reminder"]))
def test_whatever_is_edited_the_changes_can_be_accepted_and_rejected(
    first: list[tuple[str, int, str]], second: list[tuple[str, int, str]], name: str
) -> None:
    shipped = (TEMPLATES / f"{name}.docx").read_bytes()
    old, new = edited(shipped, first), edited(shipped, second)
    redlined(old, new)
    comparison = compare(old, new)
    olds, news = ({"".join(x.split()) for x in said(f)} for f in (old, new))
    for change in comparison.clauses:
        for place, where in ((change.old, olds), (change.new, news)):
            if place and place.paragraph:
                assert "".join(place.words.split()) in where
