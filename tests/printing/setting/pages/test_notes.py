"""Footnotes and endnotes (ECMA-376-1, 17.11)."""

from __future__ import annotations

import pytest

from tests.printing.setting.conftest import Pages, Printed
from tests.printing.word import PAPER, p, r, sect, tbl, tc, tr

EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'
TWO = '<w:cols w:num="2" w:space="400"/>'


def call(identity: int, kind: str = "footnote") -> str:
    return r(inner=f'<w:{kind}Reference w:id="{identity}"/>')


def note(identity: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identity}">{"".join(paragraphs)}</w:{kind}>'


def said(words: str, lines: int = 1) -> str:
    """What a note says, on so many lines of 20 points."""
    ref = r(inner="<w:footnoteRef/>")
    more = [p(f"{words} goes on {number}.", ppr=EXACT) for number in range(1, lines)]
    return p(ref, f" {words}.", ppr=EXACT) + "".join(more)


def filled(lines: int) -> list[str]:
    return [p(f"line {number}.", ppr=EXACT) for number in range(lines)]


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it(printed: Printed) -> None:
    blocks = (*filled(10), p("called", call(1), ppr=EXACT), *filled(20))
    proof = printed(*blocks, more={"footnotes": note(1, said("the note"))})
    assert proof.where("the note").page == proof.where("called").page == 1
    assert proof.where("the note").bottom == pytest.approx(550, abs=6)
    assert len(proof.pages) == 2


def test_the_text_gives_way_to_notes(printed: Printed) -> None:
    for above, page in ((22, 1), (23, 2)):  # with the line that calls, the separator and the note: 24 lines and more
        blocks = (*filled(above), p("called", call(1), ppr=EXACT), *filled(2))
        proof = printed(*blocks, more={"footnotes": note(1, said("the note"))})
        assert proof.where("called").page == proof.where("the note").page == page


def test_a_note_that_does_not_fit_goes_on_at_the_foot_of_the_next_page(printed: Printed) -> None:
    blocks = (*filled(20), p("called", call(1), ppr=EXACT), *filled(8))
    proof = printed(*blocks, more={"footnotes": note(1, said("the note", 8))})
    assert (proof.where("called").page, proof.where("the note.").page) == (1, 1)
    assert proof.where("goes on 7").page == 2
    assert proof.where("goes on 7").bottom == pytest.approx(550, abs=6)
    for number in range(1, 8):
        assert proof.text.count(f"goes on {number}.") == 1


def test_a_file_may_put_words_of_its_own_above_notes_and_above_what_goes_on(printed: Printed) -> None:
    blocks = (*filled(20), p("called", call(1), ppr=EXACT), *filled(8))
    own = "".join(
        f'<w:footnote w:id="{at}" w:type="{kind}">{p(words, ppr=EXACT)}</w:footnote>'
        for at, (kind, words) in enumerate((("separator", "notes:"), ("continuationSeparator", "notes, going on:")))
    )
    proof = printed(*blocks, more={"footnotes": own + note(1, said("the note", 8))})
    assert proof.where("notes:").page == proof.where("the note.").page == 1
    assert proof.where("the note.").top == pytest.approx(proof.where("notes:").top + 20, abs=4)
    assert proof.where("notes, going on:").page == 2
    assert proof.where("goes on 7").bottom == pytest.approx(550, abs=6)


def test_a_note_longer_than_pages_ends_some_time(printed: Printed) -> None:
    proof = printed(p("called", call(1), ppr=EXACT), more={"footnotes": note(1, said("note", 90))})
    for number in range(1, 90):
        assert proof.text.split().count(f"{number}.") == 1
    assert 4 <= len(proof.pages) <= 5


def test_notes_of_columns_stand_under_their_columns(printed: Printed) -> None:
    blocks = (*filled(20), p("called", call(1), ppr=EXACT), *filled(10), p("again", call(2), ppr=EXACT))
    notes = {"footnotes": note(1, said("first")) + note(2, said("second"))}
    proof = printed(*blocks, paper=PAPER + TWO, more=notes)
    assert proof.where("first").left == pytest.approx(50, abs=12)
    assert proof.where("second").left == pytest.approx(210, abs=12)
    assert proof.where("first").bottom == pytest.approx(550, abs=6)


def test_a_note_called_in_a_cell_stands_at_the_foot_of_the_page(printed: Printed) -> None:
    proof = printed(tbl(tr(tc(p("cell", call(1)))), grid=(4000,)), more={"footnotes": note(1, said("the note"))})
    assert proof.where("the note").bottom == pytest.approx(550, abs=6)


def test_notes_of_two_sections_on_a_page_stand_together(printed: Printed) -> None:
    blocks = (p("a", call(1), ppr=EXACT + sect()), p("b", call(2), ppr=EXACT))
    notes = {"footnotes": note(1, said("first")) + note(2, said("second"))}
    proof = printed(*blocks, section='<w:type w:val="continuous"/>', more=notes)
    assert proof.where("second").top - proof.where("first").top == pytest.approx(20, abs=0.1)
    assert proof.where("second").bottom == pytest.approx(550, abs=6)


def test_endnotes_stand_after_the_text(printed: Printed) -> None:
    blocks = (p("a", call(1, "endnote"), ppr=EXACT), p("b", call(2, "endnote"), ppr=EXACT), p("last", ppr=EXACT))
    notes = {
        "endnotes": note(1, p("first end", ppr=EXACT), kind="endnote") + note(2, p("second", ppr=EXACT), kind="endnote")
    }
    proof = printed(*blocks, more=notes)
    assert proof.where("last").top < proof.where("first end").top < proof.where("second").top
    assert proof.where("first end").top - proof.where("last").top < 60


def test_endnotes_of_sections_stand_at_their_ends(printed: Printed) -> None:
    blocks = (p("a", call(1, "endnote"), ppr=sect()), p("b"))
    notes = {"endnotes": note(1, p("the note"), kind="endnote")}
    settings = '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>'
    proof = printed(*blocks, more=notes, settings=settings)
    assert (proof.where("the note").page, proof.where("b").page) == (1, 2)


def test_a_note_has_a_tag_of_its_own(pages: Pages) -> None:
    root = pages(p("called", call(1)), p("more"), more={"footnotes": note(1, said("the note"))}).root
    assert [tag.kind for tag in root.children] == ["P", "P", "Note"]
    assert [tag.kind for tag in root.children[2].children] == ["P"]


@pytest.mark.parametrize("height", ["", '<w:trHeight w:val="1200" w:hRule="exact"/>'])
@pytest.mark.parametrize("merged", [True, False])
def test_notes_of_upright_words_reach_the_page(printed: Printed, height: str, merged: bool) -> None:
    """In a cell over one row or over two, whose height the words make or the file says."""
    upright = '<w:textDirection w:val="tbRl"/>' + ('<w:vMerge w:val="restart"/>' if merged else "")
    rows = [tr(tc(p("called", call(1)), upright), tc(p("a")), trpr=height)]
    if merged:
        rows.append(tr(tc(p(), '<w:textDirection w:val="tbRl"/><w:vMerge/>'), tc(p("b")), trpr=height))
    proof = printed(tbl(*rows), more={"footnotes": note(1, said("the note"))})
    assert proof.where("the note").bottom == pytest.approx(550, abs=6)
