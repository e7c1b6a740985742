"""Footnotes and endnotes (ECMA-376-1, 17.11)."""

from __future__ import annotations

import pytest

from docgen.printing.reading.tree import NoteMark, Paragraph, Table, Text
from tests.printing.reading.says import Said, said
from tests.printing.word import p, r, sect, tbl, tc, tr


def call(identity: int, kind: str = "footnote", more: str = "") -> str:
    return r(inner=f'<w:{kind}Reference w:id="{identity}"{more}/>')


def notes(*texts: str, kind: str = "footnote") -> str:
    separator = f'<w:{kind} w:type="separator" w:id="-1">{p(r(inner="<w:separator/>"))}</w:{kind}>'
    mark = r(inner=f"<w:{kind}Ref/>")
    return separator + "".join(f'<w:{kind} w:id="{at}">{p(mark, text)}</w:{kind}>' for at, text in enumerate(texts, 1))


def marks(found: Said) -> list[str]:
    return [inline.text for inline in found.inlines if isinstance(inline, NoteMark)]


def words(mark: NoteMark) -> str:
    (block,) = mark.note.blocks
    assert isinstance(block, Paragraph)
    return "".join(inline.text for inline in block.inlines if isinstance(inline, Text))


def test_a_footnote_hangs_on_its_mark_which_stands_in_it_again() -> None:
    found = said(p("甲", call(2), "乙"), more={"footnotes": notes("其一", "其二")})
    mark = found.only(NoteMark)
    assert (mark.text, mark.note.kind, words(mark)) == ("1", "footnote", "1其二")
    assert not found.findings


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", ["1", "2", "3"]),
        ('<w:numFmt w:val="decimalEnclosedCircleChinese"/>', ["①", "②", "③"]),
        ('<w:numStart w:val="5"/>', ["5", "6", "7"]),
        ('<w:numRestart w:val="eachSect"/>', ["1", "2", "1"]),
    ],
)
def test_footnotes_are_numbered_as_the_settings_say(rule: str, expected: list[str]) -> None:
    found = said(
        p("甲", call(1), call(2), ppr=sect()),
        p("乙", call(3)),
        settings=f"<w:footnotePr>{rule}</w:footnotePr>",
        more={"footnotes": notes("a", "b", "c")},
    )
    assert marks(found) == expected


def test_a_section_may_number_its_notes_otherwise() -> None:
    section = sect('<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>')
    found = said(p("甲", call(1), ppr=section), p("乙", call(2)), more={"footnotes": notes("a", "b")})
    assert marks(found) == ["I", "2"]


def test_numbers_that_begin_anew_on_each_page_are_told() -> None:
    each = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    found = said(p(call(1)), settings=each, more={"footnotes": notes("a")})
    assert (marks(found), found.told) == (["1"], ["print.note_numbers"])


def test_a_mark_of_one_s_own_is_not_counted() -> None:
    found = said(p(call(1, more=' w:customMarkFollows="1"'), r("*"), call(2)), more={"footnotes": notes("a", "b")})
    assert (marks(found), found.texts) == (["", "1"], ["*"])


def test_endnotes_are_gathered_in_order_with_small_roman_numbers() -> None:
    found = said(p(call(2, "endnote"), call(1, "endnote")), more={"endnotes": notes("a", "b", kind="endnote")})
    assert marks(found) == ["i", "ii"]
    assert [note.identity for note in found.document.endnotes] == ["2", "1"]


def test_a_note_that_is_not_there_or_calls_another_is_refused() -> None:
    assert said(p(call(7)), more={"footnotes": notes("a")}).refused == ["print.note_missing"]
    circle = f'<w:footnote w:id="1">{p(call(1))}</w:footnote>'
    assert said(p(call(1)), more={"footnotes": circle}).refused == ["print.note_in_note"]
    assert said(p("x"), stories={"footer:default": p(call(1))}).refused == ["print.note_in_note"]


def test_the_mark_stands_also_in_a_table_within_the_note() -> None:
    table = tbl(tr(tc(p(r(inner="<w:footnoteRef/>")))), grid=(2000,))
    note = f'<w:footnote w:id="1">{table}{p("")}</w:footnote>'
    mark = said(p(call(1)), more={"footnotes": note}).only(NoteMark)
    found = mark.note.blocks[0]
    assert isinstance(found, Table)
    block = found.rows[0].cells[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert [inline.text for inline in block.inlines if isinstance(inline, Text)] == ["1"]
