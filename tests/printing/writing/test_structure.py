from __future__ import annotations

from pathlib import Path

from docgen.printing.reading.tree import Picture
from docgen.printing.sheet import Fill, Group, Image, Link, Mark, Sheet, Sheets, Tag
from docgen.printing.writing import write
from tests.printing.writing.pages import Objects, content, png, sheets, text, tool


def _tagged(*marks: Mark, root: Tag, links: tuple[Link, ...] = (), **details: object) -> bytes:
    return write(sheets(*marks, root=root, links=links, **details), identifier=b"", tagged=True)


def _tree(pdf: bytes, tmp_path: Path) -> list[str]:
    """The structure with its text, as poppler reads it: one line for each."""
    told = tool("pdfinfo", pdf, tmp_path, "-struct-text")
    return [
        line.strip().removesuffix(" (block)").removesuffix(" (inline)") for line in told.splitlines() if line.strip()
    ]


def test_tags_are_read_with_their_text_in_the_order_of_the_document(tmp_path: Path) -> None:
    root = Tag("Document")
    head, paragraph = root.child("H1"), root.child("P")
    pdf = _tagged(
        text("催款函", tag=head), text("请付款", y=120, tag=paragraph), text("谢谢", y=140, tag=paragraph), root=root
    )
    assert _tree(pdf, tmp_path) == ["Document", "H1", '"催款函"', "P", '"请付款谢谢"']


def test_what_stands_within_a_paragraph_is_read_at_its_place(tmp_path: Path) -> None:
    root = Tag("Document")
    paragraph = root.child("P")
    inner = paragraph.child("Span", language="en")
    marks = (text("甲", tag=paragraph), text("Acme", x=60, tag=inner), text("乙", x=100, tag=paragraph))
    assert _tree(_tagged(*marks, root=root), tmp_path) == ["Document", "P", '"甲"', "Span", '"Acme"', '"乙"']


def test_headers_lines_and_grounds_are_not_read(tmp_path: Path) -> None:
    root = Tag("Document")
    marks = (text("页眉", y=20), Fill(0, 0, 9, 9, "#000000"), text("正文", tag=root.child("P")), text("第 1 页", y=590))
    assert _tree(_tagged(*marks, root=root), tmp_path) == ["Document", "P", '"正文"']


def test_a_paragraph_over_two_pages_is_one(tmp_path: Path) -> None:
    root = Tag("Document")
    paragraph = root.child("P")
    pages = [Sheet(400, 600, [text(words, tag=paragraph)]) for words in ("前半", "后半")]
    pdf = write(Sheets(pages, root), identifier=b"", tagged=True)
    assert _tree(pdf, tmp_path) == ["Document", "P", '"前半"', '"后半"']


def test_tags_without_content_are_left_out_but_cells_stay(tmp_path: Path) -> None:
    root = Tag("Document")
    root.child("P")
    row = root.child("Table").child("TR")
    row.child("TD")
    pdf = _tagged(text("甲", tag=row.child("TD").child("P")), root=root)
    assert _tree(pdf, tmp_path) == ["Document", "Table", "TR", "TD", "TD", "P", '"甲"']


def test_a_table_says_what_its_heads_stand_over_and_what_its_cells_span(tmp_path: Path) -> None:
    root = Tag("Document")
    row = root.child("Table").child("TR")
    head = row.child("TH", attributes={"Scope": "Column", "ColSpan": 2, "RowSpan": 3})
    objects = Objects(_tagged(text("金额", tag=head.child("P")), root=root), tmp_path)
    cell = objects.at("/StructTreeRoot", "/K", "/K", 0, "/K", 0, "/K", 0)
    assert cell["/S"] == "/TH"
    assert objects.follow(cell["/A"][0]) == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2, "/RowSpan": 3}


def test_a_picture_says_what_it_shows(tmp_path: Path) -> None:
    root = Tag("Document")
    figure = root.child("Figure", description="公司印章")
    shown = Image(50, 50, 20, 20, Picture(png("RGB", (2, 2), "red"), "image/png", 20, 20), figure)
    objects = Objects(_tagged(shown, root=root), tmp_path)
    assert objects.at("/StructTreeRoot", "/K", "/K", 0)["/Alt"] == "u:公司印章"


def test_a_picture_that_nobody_described_is_at_least_called_one(tmp_path: Path) -> None:
    root = Tag("Document")
    shown = Image(50, 50, 20, 20, Picture(png("RGB", (2, 2), "red"), "image/png", 20, 20), root.child("Figure"))
    objects = Objects(_tagged(shown, root=root, language="en"), tmp_path)
    assert objects.at("/StructTreeRoot", "/K", "/K", 0)["/Alt"] == "u:Picture"


def test_a_link_is_a_tag_with_its_words_and_its_rectangle(tmp_path: Path) -> None:
    root = Tag("Document")
    tag = root.child("P").child("Link")
    links = (Link(50, 90, 40, 12, "https://example.com/", tag=tag),)
    objects = Objects(_tagged(text("网站", tag=tag), root=root, links=links), tmp_path)
    element = objects.at("/StructTreeRoot", "/K", "/K", 0, "/K", 0)
    assert element["/K"][0] == 0
    annotation = objects.follow(element["/K"][1]["/Obj"])
    assert annotation["/Contents"] == "u:https://example.com/"
    parents = objects.follow(objects.at("/StructTreeRoot", "/ParentTree", "/Kids", 0))["/Nums"]
    pairs = dict(zip(parents[::2], parents[1::2], strict=True))
    assert objects.follow(pairs[annotation["/StructParent"]]) == element
    assert objects.pages[0]["/Tabs"] == "/S"


def test_a_link_without_a_tag_gets_one(tmp_path: Path) -> None:
    root = Tag("Document")
    paragraph = root.child("P")
    links = (Link(50, 90, 40, 12, "https://example.com/", tag=paragraph),)
    objects = Objects(_tagged(text("网站", tag=paragraph), root=root, links=links), tmp_path)
    kids = objects.at("/StructTreeRoot", "/K", "/K", 0)["/K"]
    assert objects.follow(kids[1])["/S"] == "/Link"


def test_notes_have_names_of_their_own(tmp_path: Path) -> None:
    root = Tag("Document")
    marks = [text("注", y=100 + 20 * at, tag=root.child("Note")) for at in range(2)]
    objects = Objects(_tagged(*marks, root=root), tmp_path)
    named = objects.at("/StructTreeRoot", "/IDTree", "/Names")
    assert len(set(named[::2])) == 2
    assert [objects.follow(note)["/ID"] for note in named[1::2]] == named[::2]


def test_what_the_standard_does_not_know_says_what_it_is_like(tmp_path: Path) -> None:
    root = Tag("Document")
    objects = Objects(_tagged(text("标题", tag=root.child("H7")), root=root), tmp_path)
    assert objects.at("/StructTreeRoot", "/RoleMap") == {"/H7": "/P"}


def test_every_mark_is_in_a_tag_or_an_artefact() -> None:
    """ISO 14289-1, 7.1."""
    root = Tag("Document")
    group = Group(200, 200, [text("转", x=0, y=0, tag=root.child("P")), Fill(0, 0, 5, 5, "#000000")], 90)
    marks = (text("眉"), text("文", y=120, tag=root.child("P")), Fill(0, 0, 5, 5, "#000000"), group)
    lines = content(_tagged(*marks, root=root))
    depth = 0
    for line in lines:
        depth += line.endswith("BDC")
        depth -= line == "EMC"
        assert 0 <= depth <= 2
        if line.endswith(("Tj", "TJ", " f", " S", " Do Q")):
            assert depth
    assert depth == 0
    assert sum(line.startswith("/Artifact") for line in lines) == 3


def test_a_long_table_has_a_tree_of_parents_that_finds_each_page(tmp_path: Path) -> None:
    root = Tag("Document")
    table = root.child("Table")
    pages = []
    for start in range(0, 300, 3):
        cells = [table.child("TR").child("TD").child("P") for _ in range(3)]
        pages.append(Sheet(400, 600, [text(f"{start + at}", y=50 + at * 20, tag=tag) for at, tag in enumerate(cells)]))
    pdf = write(Sheets(pages, root), identifier=b"", tagged=True)
    objects = Objects(pdf, tmp_path)
    kids = [objects.follow(kid) for kid in objects.at("/StructTreeRoot", "/ParentTree", "/Kids")]
    assert [kid["/Limits"] for kid in kids] == [[0, 63], [64, 99]]
    last = dict(zip(kids[1]["/Nums"][::2], kids[1]["/Nums"][1::2], strict=True))[objects.pages[99]["/StructParents"]]
    assert [objects.follow(tag)["/S"] for tag in last] == ["/P"] * 3


def _kinds(pdf: bytes, tmp_path: Path) -> list[str]:
    return [line for line in _tree(pdf, tmp_path) if not line.startswith('"')]


def test_headings_begin_with_the_first_level_and_leave_none_out(tmp_path: Path) -> None:
    """PDF/UA-1, 7.4.2; a Word file may begin with its second level, and go on with its fourth."""
    root = Tag("Document")
    marks = [text(kind, y=20 * at, tag=root.child(kind)) for at, kind in enumerate(("H2", "H4", "H3", "H2", "H1"), 1)]
    assert _kinds(_tagged(*marks, root=root), tmp_path) == ["Document", "H1", "H2", "H2", "H1", "H1"]


def test_the_title_of_a_letter_stands_above_its_headings(tmp_path: Path) -> None:
    root = Tag("Document")
    marks = [text(kind, y=20 * at, tag=root.child(kind)) for at, kind in enumerate(("Title", "H1", "H2", "H1"), 1)]
    assert _kinds(_tagged(*marks, root=root), tmp_path) == ["Document", "H1", "H2", "H3", "H2"]


def test_a_figure_says_where_it_stands(tmp_path: Path) -> None:
    """On a page of 400 by 600, counted from below; in a group that is turned, where that ends up."""
    root = Tag("Document")
    level, turned = root.child("Figure"), root.child("Figure")
    picture = Picture(png("RGB", (2, 2), "red"), "image/png", 40, 30)
    marks = (
        Image(50, 100, 40, 30, picture, tag=level),
        Group(200, 300, [Image(0, 0, 40, 30, picture, tag=turned)], degrees=90),
    )
    objects = Objects(_tagged(*marks, root=root), tmp_path)
    figures = [objects.at("/StructTreeRoot", "/K", "/K", at) for at in range(2)]
    assert [objects.follow(figure["/A"][0])["/BBox"] for figure in figures] == [
        [50, 470, 90, 500],
        [170, 260, 200, 300],
    ]
