"""What finished pages say of their structure: tags in reading order, and the outline (ISO 32000-1, 14.8)."""

from __future__ import annotations

from docgen.printing.sheet import Canvas, Glyphs, Group, Mark, Sheet, Tag
from tests.printing.setting.conftest import Pages
from tests.printing.word import p, r, tbl

NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%{level + 1}."/></w:lvl>'
        for level in range(2)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def numbered(words: str, level: int = 0) -> str:
    return p(words, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def shape(tag: Tag) -> object:
    """The kinds of a tree: ("P", ()) or ("L", (…))."""
    return (tag.kind, tuple(shape(child) for child in tag.children)) if tag.children else tag.kind


def marks(sheet: Sheet) -> list[Mark]:
    def flat(found: list[Mark]) -> list[Mark]:
        return [inner for mark in found for inner in (flat(mark.marks) if isinstance(mark, Group) else [mark])]

    return flat(sheet.marks)


def said(sheet: Sheet, tag: Tag | None) -> str:
    return "".join("".join(mark.texts) for mark in marks(sheet) if isinstance(mark, Glyphs) and mark.tag is tag)


def test_paragraphs_and_headings_are_tagged_in_reading_order(pages: Pages) -> None:
    found = pages(p("title", ppr='<w:outlineLvl w:val="0"/>'), p("text"), p("sub", ppr='<w:outlineLvl w:val="1"/>'))
    assert shape(found.root) == ("Document", ("H1", "P", "H2"))
    assert said(found.sheets[0], found.root.children[1]) == "text"


def test_lists_hold_items_with_label_and_body(pages: Pages) -> None:
    found = pages(numbered("a"), numbered("b"), numbered("inner", 1), numbered("c"), p("text"), numbering=NUMBERING)
    item = ("LI", ("Lbl", "LBody"))
    nested = ("LI", ("Lbl", ("LBody", (("L", (item,)),))))  # ISO 32000-1, 14.8.4.3.3: an LI holds Lbl and LBody alone
    assert shape(found.root) == ("Document", (("L", (item, nested, item)), "P"))
    first = found.root.children[0].children[0]
    assert said(found.sheets[0], first.children[0]).strip() == "1."
    assert said(found.sheets[0], first.children[1]) == "a"


def test_a_paragraph_over_two_pages_has_one_tag(pages: Pages) -> None:
    found = pages(p("文" * 30 * 30, ppr='<w:spacing w:line="400" w:lineRule="exact"/>'))
    assert shape(found.root) == ("Document", ("P",))
    assert [len(said(sheet, found.root.children[0])) for sheet in found.sheets] == [750, 150]


def test_what_stands_in_cells_hangs_on_their_tags(pages: Pages) -> None:
    found = pages(p("above"), tbl("a|b"), p("below"))
    above, table, below = found.root.children
    assert (above.kind, table.kind, below.kind) == ("P", "Table", "P")
    cell = table.children[0].children[1]
    assert (cell.kind, shape(cell)) == ("TD", ("TD", ("P",)))
    assert said(found.sheets[0], cell.children[0]) == "b"


def test_headers_footers_and_repeated_heads_are_no_part_of_the_text(pages: Pages) -> None:
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr/><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:tc></w:tr>"
    rows = (f"row {number}" for number in range(60))
    found = pages(tbl(head, *rows, grid=(4000,)), stories={"header:default": p("over"), "footer:default": p("under")})
    for sheet in found.sheets:
        assert {"over", "under"} <= {"".join(m.texts) for m in marks(sheet) if isinstance(m, Glyphs) and m.tag is None}
    (table,) = found.root.children
    assert len(table.children) == 61
    assert said(found.sheets[1], None).startswith("over")
    assert "Head" in said(found.sheets[1], None)


def test_headings_lead_to_their_places(pages: Pages) -> None:
    found = pages(
        p("one", ppr='<w:outlineLvl w:val="0"/>'),
        p(r("text", inner='<w:br w:type="page"/>')),
        numbered("two").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="1"/>'),
        numbering=NUMBERING,
    )
    assert [(entry.level, entry.title, entry.page, round(entry.y)) for entry in found.headings] == [
        (0, "one", 0, 50),
        (1, "1. two", 1, 50),
    ]


def test_properties_of_the_document_reach_the_pages(pages: Pages) -> None:
    core = "<dc:title>催款函</dc:title><dc:creator>华信</dc:creator><dc:subject>HX-17</dc:subject>"
    found = pages(p("a"), core=core)
    assert (found.title, found.author, found.subject) == ("催款函", "华信", "HX-17")


def test_marks_that_are_no_part_of_the_text_have_no_tag(pages: Pages) -> None:
    frame = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1"/></w:pBdr><w:shd w:val="clear" w:fill="DDDDDD"/>'
    found = pages(p("a", ppr=frame))
    assert all(mark.tag is None for mark in found.sheets[0].marks if not isinstance(mark, Glyphs))
    assert isinstance(Canvas(found.sheets[0], 0).marks[0], Mark)


def test_the_style_of_titles_makes_a_title_whatever_it_is_called_in_the_file(pages: Pages) -> None:
    """Word keeps the English name of its own style in every language; it is no entry of the outline."""
    styles = '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>'
    found = pages(
        p("催款函", ppr='<w:pStyle w:val="a3"/>'), p("一、欠款", ppr='<w:outlineLvl w:val="0"/>'), styles=styles
    )
    assert [tag.kind for tag in found.root.children] == ["Title", "H1"]
    assert [entry.title for entry in found.headings] == ["一、欠款"]
