"""Tracked changes and comments (ECMA-376-1, 17.13): printed as accepted, and told."""

from __future__ import annotations

import pytest

from docgen.errors import Severity, WordPlace
from tests.printing.reading.says import numbered, numbering, said
from tests.printing.word import p, r, tbl, tr

DELETED = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'


def gone(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def test_insertions_stand_and_deletions_are_gone() -> None:
    found = said(
        p("甲", f'<w:ins w:id="2">{r("乙")}</w:ins>', gone("丙"), f'<w:moveFrom w:id="3">{r("丁")}</w:moveFrom>')
    )
    assert (found.texts, found.told) == (["甲乙"], ["print.revisions"])


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    """17.13.5.15: the paragraph that is left is set as the later one."""
    found = said(p("甲", ppr=DELETED), p("乙", jc="right"))
    assert found.texts == ["甲乙"]
    assert found.paragraphs[0].shape.align == "right"


def test_a_deleted_paragraph_leaves_nothing_and_is_not_counted() -> None:
    one = numbering('<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>')
    found = said(
        p("甲", ppr=numbered()), p(gone("乙"), ppr=numbered() + DELETED), p("丙", ppr=numbered()), numbering=one
    )
    assert (found.texts, found.labels) == (["甲", "丙"], ["1.", "2."])


def test_a_deleted_mark_before_a_table_still_ends_its_paragraph() -> None:
    found = said(p("甲", ppr=DELETED), tbl("a|b"), p("乙"))
    assert found.texts == ["甲", "乙"]


def test_changed_settings_count_as_they_are_now() -> None:
    changed = '<w:jc w:val="right"/><w:pPrChange w:id="1"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>'
    found = said(p(r("甲", '<w:b/><w:rPrChange w:id="2"><w:rPr/></w:rPrChange>'), ppr=changed))
    assert found.paragraphs[0].shape.align == "right"
    assert found.told == ["print.revisions"]


@pytest.mark.parametrize("change", ["ins", "del"])
def test_a_tracked_row_is_warned_of_as_that_row(change: str) -> None:
    found = said(p("前"), tbl("a|b", tr("c", "d", trpr=f'<w:{change} w:id="1" w:author="x"/>')))
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("print.revisions", Severity.WARNING)
    assert finding.place == WordPlace("word/document.xml", None, 1, 2)


def test_comments_are_told() -> None:
    assert said(p("甲", r(inner='<w:commentReference w:id="1"/>'))).told == ["print.comments"]
