"""Rows of long tables that say the same but for their words: read once, and nothing is read otherwise than alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest

from docgen.errors import HostileFile
from docgen.printing.reading import reader
from docgen.printing.reading.tree import Document
from docgen.wordfile import open_package, trees
from tests.printing.word import p, r, tbl, tc, tr, word

STYLES = (
    '<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="8"/><w:insideH w:val="dotted" w:sz="4"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="band1Horz"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="double" w:sz="4"/>'
    '</w:tcBorders></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastRow"><w:rPr><w:i/></w:rPr><w:trPr><w:cantSplit/></w:trPr></w:tblStylePr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:pPr><w:ind w:firstLineChars="100"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
)  # fmt: skip
BANDED = '<w:tblStyle w:val="Banded"/><w:tblLook w:val="0040"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
STYLED = '<w:pStyle w:val="Cell"/>'


def alike(row: Callable[[int], str]) -> str:
    return tbl(*map(row, range(60)))


def where(on: object, words: str) -> str:
    return words if on else ""


def saying(row: str, settings: str) -> str:
    return row.replace("<w:tr>", f"<w:tr>{settings}", 1)


EXCEPTION = '<w:tblPrEx><w:tblBorders><w:top w:val="thick"/></w:tblBorders></w:tblPrEx>'
HEAD = '<w:trPr><w:tblHeader/><w:jc w:val="center"/></w:trPr>'
RESTART = ' w:val="restart"'
CONTROL, END = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
BEGUN = (FIELD.format("begin"), r(inner="<w:instrText>=1</w:instrText>"), FIELD.format("separate"))


ROWS: dict[str, str] = {
    "words": alike(lambda n: tr(f"{n}", "甲方", f" {n}.00 ")),
    "blanks that do not count": alike(lambda n: tr(p(f"<w:r><w:t> {n} </w:t></w:r>"), p("<w:r><w:t></w:t></w:r>"))),
    "two runs of one look": alike(lambda n: tr(p(r(f"{n}"), r(" days"), r(" late", "<w:b/>")))),
    "nothing in the first run": alike(lambda n: tr(p("<w:r><w:rPr><w:sz w:val=\"40\"/></w:rPr><w:t></w:t></w:r>",
                                                     r(f"{n}"), ppr=STYLED))),
    "several paragraphs": alike(lambda n: tr(tc(p(f"{n}") + p("of", ppr=STYLED) + p("60")))),
    "signs of XML": alike(lambda n: tr(f"A & B < {n}", "\"quoted\"")),
    "tabs in words": alike(lambda n: tr(p(f"<w:r><w:t>a\t{n}</w:t></w:r>"))),
    "right to left in one": alike(lambda n: tr("שלום" if n == 40 else f"{n}", "b")),
    "a style with bands": tbl(*[tr(f"{n}", "b") for n in range(60)], tblpr=BANDED),
    "every other row shaded": alike(lambda n: tr(tc(f"{n}", '<w:shd w:fill="EEEEEE"/>' if n % 2 else ""), "b")),
    "merged down": alike(lambda n: tr(tc(f"{n}", f'<w:vMerge{where(n % 3 == 0, RESTART)}/>'), "b")),
    "merged across": alike(lambda n: tr(tc(f"{n}", '<w:gridSpan w:val="2"/>')) if n % 5 else tr("a", "b")),
    "numbered": alike(lambda n: tr(p(f"{n}", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))),
    "a field in each": alike(lambda n: tr(p(FIELD.format("begin"), r(inner="<w:instrText>PAGE</w:instrText>"),
                                            FIELD.format("separate"), r(f"{n}"), FIELD.format("end")), "b")),
    "a field over several": alike(lambda n: tr(p(*(BEGUN if n == 20 else ()), r(f"{n}")),
                                               p(where(n == 30, FIELD.format("end")), r("c")))),
    "hidden rows": alike(lambda n: saying(tr(f"{n}"), where(n % 7 == 0, "<w:trPr><w:hidden/></w:trPr>"))),
    "deleted rows": alike(lambda n: saying(tr(f"{n}"), where(n % 7 == 0, '<w:trPr><w:del w:id="1"/></w:trPr>'))),
    "hidden words": alike(lambda n: tr(p(r(f"{n}", "<w:vanish/>"), r("shown")))),
    "bookmarks": alike(lambda n: tr(p('<w:bookmarkStart w:id="1" w:name="here"/>', r(f"{n}")))),
    "a text effect": alike(lambda n: tr(p(r(f"{n}", "<w:emboss/>")))),
    "unknown elements": alike(lambda n: tr(f"{n}").replace("</w:tr>", "<w:foo/></w:tr>")),
    "words outside of cells": alike(lambda n: saying(tr(f"{n}", "b"), "<w:t>x</w:t>")),
    "words outside of paragraphs": alike(lambda n: tr(tc(f"<w:t>x</w:t>{p(f'{n}')}"), "b")),
    "a row within a control": alike(lambda n: f"{where(n == 30, CONTROL)}{tr(f'{n}')}{where(n == 30, END)}"),
    "a table in each": alike(lambda n: tr(tc(tbl(tr(f"{n}")) + p()))),
    "heads and exceptions": alike(lambda n: saying(tr(f"{n}"), where(n < 3, EXCEPTION + HEAD))),
    "revised marks": alike(lambda n: tr(p(r(f"{n}"), ppr='<w:rPr><w:ins w:id="1"/></w:rPr>'))),
    "symbols": alike(lambda n: tr(p(r(chr(0xF0FC), '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), r(f"{n}")))),
    "a frame": alike(lambda n: tr(p(f"{n}", ppr='<w:framePr w:w="500" w:hSpace="20"/>'))),
}  # fmt: skip


def read(docx: bytes) -> tuple[Document, object, int]:
    package = open_package(docx, folded=True)
    return *reader.read(package), len(package._folded)


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS.keys())
def test_rows_of_a_long_table_are_read_as_those_of_a_short_one(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    docx = word(p("before"), rows, p("after"), rows, styles=STYLES)
    monkeypatch.setattr(trees, "_LONG", 1 << 30)
    document, findings, folded = read(docx)
    assert folded == 0
    monkeypatch.setattr(trees, "_LONG", 1_000)
    assert read(docx) == (document, findings, 1)
    monkeypatch.setattr(trees, "LARGE", 1_000)
    monkeypatch.setattr(trees, "MOST_PATTERNS", 2)
    assert read(docx) == (document, findings, 1)


BITS = (
    *("<w:t>x</w:t>", "<w:foo/>", "<w:tr>", "</w:tr>", "&amp;", "&none;", "]]>", " x ", "\t", "<", "\ufffe"),
    *("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", '<w:del w:id="1"/>', '<w:fldSimple w:instr="PAGE"/>'),
    *('<w:bookmarkStart w:id="3" w:name="q"/>', '<w:fldSimple w:instr="INCLUDETEXT a"/>'),
    '<w:r><w:t xml:space="preserve"> </w:t></w:r>',
)


def answered(docx: bytes) -> object:
    try:
        return reader.read(open_package(docx, folded=True))
    except HostileFile as refused:
        return sorted({finding.code for finding in refused.findings})


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_put_between_tags_is_read_or_refused_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(seed)  # noqa: S311  (no secret)
    pieces = re.split("(?=<)", dice.choice(list(ROWS.values())))
    for _ in range(dice.choice((1, 1, 2))):
        pieces.insert(dice.randrange(1, len(pieces)), dice.choice(BITS))
    docx = word(p("before"), "".join(pieces), p("after"), styles=STYLES)
    monkeypatch.setattr(trees, "_LONG", 1 << 30)
    whole = answered(docx)
    monkeypatch.setattr(trees, "_LONG", 500)
    assert answered(docx) == whole
