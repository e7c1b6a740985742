"""Nothing is dropped in silence: what the press cannot print is refused by name, with what to use instead."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image

from docgen.errors import Severity, Unprintable, WordPlace
from docgen.messages import Messages
from docgen.printing import Press
from tests.printing.word import Proof, field, p, r, sect, tbl, tc, tr, word

Printed = Callable[..., Proof]
GRAPHIC = '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}">{inner}</a:graphicData></a:graphic>'


def drawing(inner: str, where: str = "inline") -> str:
    return r(inner=f'<w:drawing><wp:{where}><wp:extent cx="1270000" cy="635000"/>{inner}</wp:{where}></w:drawing>')


def image(name: str, where: str = "inline", crop: str = "") -> str:
    inner = f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/>{crop}</pic:blipFill></pic:pic>'
    return drawing(GRAPHIC.format(kind="picture", inner=inner), where)


def png(kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(written, kind)
    return written.getvalue()


BOX = r(
    inner='<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"/></a:graphic>'
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
)

REFUSED = {
    "print.text_box": p("x", BOX),
    "print.note_missing": p("x", r(inner='<w:footnoteReference w:id="1"/>')),
    "print.chart": p("x", drawing(GRAPHIC.format(kind="chart", inner=""))),
    "print.picture_missing": p("x", image("b.png")),
    "print.picture_format": p("x", image("a.emf")),
    "print.equation": p("x", "<m:oMath/>"),
    "print.vertical_text": p("x", ppr='<w:textDirection w:val="tbRl"/>'),
    "print.right_to_left": p("x", ppr="<w:bidi/>"),
    "print.symbol": p("x", r(inner='<w:sym w:font="Webdings" w:char="F0FF"/>')),
    "print.field_empty": p("x", field("REF clause", "")),
    "print.line_numbers": p("x", ppr=sect("<w:lnNumType/>")),
    "print.number_format": p("x", ppr=sect('<w:pgNumType w:fmt="hebrew1"/>')),
    "print.unknown": p("x", r(inner="<w:surprise/>")),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_printed_is_refused_with_its_place_and_a_way_out(
    press: Press, messages: Messages, code: str
) -> None:
    with pytest.raises(Unprintable) as refused:
        press.print(word(p("before"), REFUSED[code], media={"a.png": png(), "a.emf": b"\x01\x00\x00\x00"}))
    (finding,) = refused.value.findings
    assert (finding.code, finding.severity) == (code, Severity.FAULT)
    assert isinstance(finding.place, WordPlace)
    assert finding.place.part == "word/document.xml"
    for language in ("zh", "en"):
        assert messages.say(finding, language)
        assert messages.do(finding, language)


@pytest.mark.parametrize("block", ["<w:surprise/>", tbl(tr(tc(p("x", "<m:oMath/>"))), grid=(2000,))])
def test_the_same_holds_between_paragraphs_and_in_cells(press: Press, block: str) -> None:
    with pytest.raises(Unprintable):
        press.print(word(p("before"), block))


def test_all_findings_are_collected(press: Press) -> None:
    with pytest.raises(Unprintable) as refused:
        press.print(word(p("x", "<m:oMath/>"), p("y", r(inner="<w:surprise/>"))))
    assert [finding.code for finding in refused.value.findings] == ["print.equation", "print.unknown"]
    assert [finding.place.paragraph for finding in refused.value.findings if isinstance(finding.place, WordPlace)] == [
        1,
        2,
    ]


def test_a_place_in_a_table_names_table_row_and_cell(press: Press) -> None:
    with pytest.raises(Unprintable) as refused:
        press.print(word(tbl("a|b", tr("c", tc(p("d") + p("e", "<m:oMath/>"))))))
    place = refused.value.findings[0].place
    assert isinstance(place, WordPlace)
    assert (place.table, place.row, place.cell, place.paragraph) == (1, 2, 2, 2)


def _place(press: Press, *blocks: str) -> WordPlace:
    with pytest.raises(Unprintable) as refused:
        press.print(word(*blocks))
    place = refused.value.findings[0].place
    assert isinstance(place, WordPlace)
    return place


def test_what_stands_in_a_table_within_a_cell_is_placed_in_that_cell(press: Press) -> None:
    inner = tbl(tr("x", tc(p("明细", "<m:oMath/>"))))
    place = _place(press, tbl("a|b"), tbl("c|d", tr("e", tc(p("f") + inner + p("g")))))
    assert (place.table, place.row, place.cell, place.words) == (2, 2, 2, "明细")


def test_what_stands_between_rows_and_cells_is_placed_in_its_table(press: Press) -> None:
    assert _place(press, p("a"), tbl("a|b"), tbl("c|d", "<m:oMath/>")).table == 2
    place = _place(press, p("a"), tbl("a|b"), tbl("c|d", tr("e", "<w:tc><w:p/></w:tc><w:surprise/>")))
    assert (place.table, place.row, place.paragraph) == (2, 2, None)


TOLD = {
    "print.revisions": (
        p(f'<w:ins w:id="1">{r("kept")}</w:ins>', '<w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>'),
        "kept",
    ),
    "print.comments": (p("text", r(inner='<w:commentReference w:id="1"/>')), "text"),
    "print.field_stored": (p("on ", field("DATE", "28 June")), "28 June"),
    "print.field_broken": (p("on ", field("REF a", "Error! Bookmark not defined.")), "Error! Bookmark not defined."),
    "print.text_effect": (p(r("hollow", "<w:outline/>")), "hollow"),
    "print.fitted_text": (p(r("fitted", '<w:fitText w:val="900"/>')), "fitted"),
    "print.two_in_one": (p(r("both", '<w:eastAsianLayout w:combine="1"/>')), "both"),
    "print.shading_pattern": (p("striped", ppr='<w:shd w:val="diagStripe" w:fill="FFFF00"/>'), "striped"),
    "print.setting": (p("plain", ppr='<w:surprise w:val="1"/>'), "plain"),
    "print.hidden": (p("seen", r("secret", "<w:vanish/>")), "seen"),
}


@pytest.mark.parametrize("code", TOLD)
def test_what_is_printed_otherwise_than_on_screen_is_told(press: Press, messages: Messages, code: str) -> None:
    block, words = TOLD[code]
    result = press.print(word(block, p("end")))
    assert words in Proof(result.pdf).text
    assert "gone" not in Proof(result.pdf).text
    severity = Severity.WARNING if code in ("print.revisions", "print.field_broken") else Severity.INFORMATION
    assert [(notice.code, notice.severity) for notice in result.notices] == [(code, severity)]
    for language in ("zh", "en"):
        assert messages.say(result.notices[0], language)
        assert messages.do(result.notices[0], language)


@pytest.mark.parametrize("off", ['<w:em w:val="none"/>', '<w:w w:val="100"/>', '<w:shadow w:val="0"/>'])
def test_a_setting_that_changes_nothing_is_not_told(printed: Printed, off: str) -> None:
    assert "plain" in printed(p(r("plain", off))).text


def test_a_setting_of_a_style_is_told_where_the_style_is_used(press: Press) -> None:
    style = '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:rPr><w:emboss/></w:rPr></w:style>'
    assert not press.print(word(p("x"), styles=style)).notices
    (notice,) = press.print(word(p("x"), p("y", ppr='<w:pStyle w:val="S"/>'), styles=style)).notices
    assert notice.code == "print.text_effect"
    assert isinstance(notice.place, WordPlace)
    assert notice.place.paragraph == 2


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG")])
def test_pictures_in_line_are_printed(press: Press, name: str, kind: str) -> None:
    pdf = press.print(word(p(image(name)), media={name: png(kind)})).pdf
    assert b"/Image" in pdf


def test_content_controls_links_and_inserted_text_are_plain_text(printed: Printed) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('controlled')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="x">{r("linked")}</w:hyperlink>'
    block = f"<w:sdt><w:sdtContent>{p('wrapped')}</w:sdtContent></w:sdt>"
    marks = '<w:bookmarkStart w:id="1"/><w:proofErr/><w:bookmarkEnd w:id="1"/>'
    text = printed(p(control, " ", link, marks), block).text
    assert all(words in text for words in ("controlled", "linked", "wrapped"))


def test_symbols_of_wingdings_become_characters(printed: Printed) -> None:
    assert "☑" in printed(p("x", r(inner='<w:sym w:font="Wingdings" w:char="F0FE"/>'))).text


def test_title_author_keywords_and_language_come_from_the_file(press: Press) -> None:
    core = (
        "<dc:title>催款函</dc:title><dc:creator>示例公司</dc:creator><cp:keywords>law data 2026-09-30</cp:keywords>"
        "<dc:language>zh-CN</dc:language>"
    )
    with pypdfium2.PdfDocument(press.print(word(p("x"), core=core)).pdf) as document:
        found = document.get_metadata_dict()
    assert (found["Title"], found["Author"], found["Keywords"]) == ("催款函", "示例公司", "law data 2026-09-30")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (word(*[p("甲")] * 30), "print.too_large"),
        (word(tbl(*[tr("甲", "乙", "丙")] * 10)), "print.too_large"),
        (word(p("甲"), stories={"header:default": p("乙") * 30}), "print.too_large"),
        (word(p(*[r("甲") + r("乙", "<w:b/>")] * 100)), "print.too_many_changes"),
    ],
)
def test_more_than_the_press_prints_at_once_is_refused_and_names_the_setting(
    press: Press, file: bytes, code: str
) -> None:
    small = Press(press._fonts, most_blocks=20)
    with pytest.raises(Unprintable) as refused:
        small.print(file)
    (finding,) = refused.value.findings
    assert finding.code == code
    assert finding.facts["setting"] == "DOCGEN_MAX_BLOCKS"
    assert int(finding.facts["count"].replace(",", "")) > int(finding.facts["most"].replace(",", ""))


def nested(kind: str, depth: int) -> str:
    inner = p("甲")
    for _ in range(depth):
        if kind == "tbl":
            inner = tbl(f"<w:tr><w:tc>{inner}<w:p/></w:tc></w:tr>")
        else:
            inner = f"<w:{kind}><w:sdtContent>{inner}</w:sdtContent></w:{kind}>"
    return inner


@pytest.mark.parametrize("kind", ["tbl", "sdt"])
@pytest.mark.parametrize("depth", [31, 60])
def test_what_stands_too_deep_in_each_other_is_refused_before_it_is_read(press: Press, kind: str, depth: int) -> None:
    with pytest.raises(Unprintable) as refused:
        press.print(word(nested(kind, depth)))
    (finding,) = refused.value.findings
    assert (finding.code, finding.place) == ("print.nested_too_deep", WordPlace("word/document.xml"))
    in_header = word(p("甲"), stories={"header:default": nested(kind, depth)})
    with pytest.raises(Unprintable) as refused:
        press.print(in_header)
    assert refused.value.findings[0].code == "print.nested_too_deep"


def test_thirty_deep_is_printed_also_beside_many_tables(press: Press) -> None:
    assert press.print(word(nested("tbl", 30), *[tbl(tr("甲"))] * 40)).pages


def test_a_paragraph_longer_than_a_book_is_printed_in_time_and_one_longer_than_is_printed_at_once_is_refused(
    press: Press,
) -> None:
    assert press.print(word(p("甲"), p("乙" * 100_000))).pages > 60
    with pytest.raises(Unprintable) as refused:
        Press(press._fonts, most_blocks=20).print(word(p("甲"), p("乙" * 1_000)))
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["count"], finding.facts["most"]) == ("print.too_much_text", "1,001", "1,000")
