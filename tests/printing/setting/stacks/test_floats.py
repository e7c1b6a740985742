"""What floats beside, over and under the text (ECMA-376-1, 20.4.2.3, 17.3.1.11, 17.4.57)."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from docgen.printing import Press
from tests.printing.reading.test_drawings import anchor, graphic, pic, rect, wsp
from tests.printing.word import Proof, field, p, r, sect, tbl, tc, tr, word

LONG = p("甲乙丙丁戊己庚辛壬癸" * 30)
SQUARE = '<wp:wrapSquare wrapText="bothSides"/>'
TWO_INCHES = 'cx="1828800" cy="1828800"'
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def at(across: str, down: str, *, x: float | str = 0, y: float | str = 0) -> str:
    def where(axis: str, origin: str, place: float | str) -> str:
        said = f"<wp:align>{place}</wp:align>" if isinstance(place, str) else _offset(place)
        return f'<wp:position{axis} relativeFrom="{origin}">{said}</wp:position{axis}>'

    return where("H", across, x) + where("V", down, y)


def _offset(points: float) -> str:
    return f"<wp:posOffset>{round(points * 12_700)}</wp:posOffset>"


def red() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(written, "PNG")
    return written.getvalue()


class Page:
    """A printed file: where words stand, and where on a page something is red."""

    def __init__(self, press: Press, *blocks: str, **parts: object) -> None:
        parts = {"media": {"a.png": red()}, **parts}
        self.pdf = press.print(word(*blocks, **parts)).pdf  # type: ignore[arg-type]
        self.proof = Proof(self.pdf)

    def red(self, page: int = 0) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what is red, in points."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            image = document[page].render(scale=2).to_pil().convert("RGB")
        mask = Image.eval(image.getchannel("G"), lambda green: 255 if green < 100 else 0)
        ink = Image.composite(image.getchannel("R"), Image.new("L", image.size, 0), mask)
        box = ink.point(lambda value: 255 if value > 200 else 0).getbbox()
        assert box, "nothing is red"
        left, top, right, bottom = (round(edge / 2) for edge in box)
        return left, top, right, bottom


@pytest.mark.parametrize(
    ("where", "corner"),
    [
        (at("page", "page", x=10, y=20), (10, 20)),
        (at("margin", "margin", x="right", y="bottom"), (250, 500)),
        (at("margin", "margin", x="center", y="center"), (150, 275)),
        (at("page", "page", x="right", y="bottom"), (300, 550)),
        (at("column", "paragraph", x=30, y=40), (80, 104)),
        (at("rightMargin", "topMargin", x=-60, y=0), (290, 0)),
        (at("leftMargin", "bottomMargin", x=0, y=0), (0, 550)),
        (at("insideMargin", "page", x=0, y=30), (0, 30)),
        (at("column", "line", x=0, y=0), (50, 64)),
        (at("margin", "page", x="outside", y=30), (250, 30)),
    ],
)
def test_a_picture_stands_where_its_anchor_says(press: Press, where: str, corner: tuple[int, int]) -> None:
    """100 by 50 points on a paper of 400 by 600 with margins of 50; the second line begins at 64."""
    left, top, right, bottom = Page(press, p("前"), anchor(pic("a.png"), where)).red()
    assert abs(left - corner[0]) <= 1
    assert abs(top - corner[1]) <= 1
    assert (right - left, bottom - top) == pytest.approx((100, 50), abs=2)


@pytest.mark.parametrize(
    ("where", "wrap", "left", "right"),
    [
        (at("column", "paragraph", x="left"), SQUARE, 150, 350),
        (at("column", "paragraph", x="right"), SQUARE, 50, 250),
        (at("column", "paragraph", x="left"), '<wp:wrapTight wrapText="bothSides"/>', 150, 350),
        (at("column", "paragraph", x="center"), '<wp:wrapSquare wrapText="left"/>', 50, 150),
        (at("column", "paragraph", x="left"), "<wp:wrapNone/>", 50, 350),
    ],
)
def test_text_stands_beside_what_floats(press: Press, where: str, wrap: str, left: int, right: int) -> None:
    proof = Page(press, anchor(pic("a.png"), where, wrap) + LONG).proof
    second = proof.where("甲")
    assert abs(second.left - left) < 6
    assert second.top < 100
    lines = [proof.where(sign, nth) for sign in "甲乙丙丁戊己庚辛壬癸" for nth in range(6)]
    beside = [place for place in lines if place.bottom < 95]
    assert max(place.right for place in beside) <= right + 1
    assert min(place.left for place in beside) >= left - 1


def test_text_stands_on_both_sides_and_below(press: Press) -> None:
    proof = Page(press, anchor(pic("a.png"), at("column", "paragraph", x="center"), SQUARE) + LONG).proof
    places = [proof.where(sign, nth) for sign in "甲乙丙丁戊己庚辛壬癸" for nth in range(30)]
    beside = [place for place in places if place.bottom < 95]
    assert any(place.left >= 250 for place in beside)
    assert any(place.right <= 150 for place in beside)
    assert not any(150 < (place.left + place.right) / 2 < 250 for place in beside)
    assert any(150 < place.left < 250 for place in places if place.top > 101)


def test_the_distance_to_the_text_is_kept(press: Press) -> None:
    more = 'distR="254000" distB="127000"'
    proof = Page(press, anchor(pic("a.png"), at("column", "paragraph"), SQUARE, more) + LONG).proof
    assert proof.where("甲").left == pytest.approx(170, abs=1)


def test_text_goes_on_below_what_takes_the_whole_width(press: Press) -> None:
    wrap = "<wp:wrapTopAndBottom/>"
    proof = Page(press, anchor(pic("a.png"), at("column", "paragraph", y=20), wrap), p("后"), p("末")).proof
    assert proof.where("锚").top == pytest.approx(50, abs=1)
    assert proof.where("后").top == pytest.approx(120, abs=1)
    assert proof.where("末").top == pytest.approx(134.4, abs=1)


def test_text_has_an_inch_beside_a_float_or_goes_below_it(press: Press) -> None:
    wide = anchor(pic("a.png"), at("column", "paragraph"), SQUARE).replace('cx="1270000"', 'cx="3048000"')
    assert Page(press, wide + LONG).proof.where("甲").top > 99


def test_what_stands_behind_the_text_is_painted_first(press: Press) -> None:
    behind = anchor(wsp(rect(RED)), at("column", "paragraph"), more='behindDoc="1"').replace("锚", "█")
    before = anchor(wsp(rect(RED)), at("column", "paragraph")).replace("锚", "█")

    def ink(block: str) -> tuple[int, ...]:
        with pypdfium2.PdfDocument(Page(press, block).pdf) as document:
            return tuple(document[0].render(scale=2).to_pil().convert("RGB").getpixel((108, 114)))

    assert ink(before) == (255, 0, 0)
    assert ink(behind) == (0, 0, 0)


def test_a_picture_may_stand_in_the_margin_but_stays_on_the_paper(press: Press) -> None:
    late = [p(f"第{at}行") for at in range(32)]
    inside = Page(press, *late, anchor(pic("a.png"), at("column", "paragraph"), SQUARE))
    over = Page(press, *late, anchor(pic("a.png"), at("column", "paragraph", y=70), SQUARE))
    assert inside.proof.where("锚").page == over.proof.where("锚").page == 1
    assert inside.red()[1::2] == (510, 560)
    assert over.red()[1::2] == (550, 600)


def test_a_frame_that_has_no_room_goes_to_the_next_page_with_the_paragraph_after_it(press: Press) -> None:
    late = [p(f"第{at}行") for at in range(34)]
    frame = '<w:framePr w:w="1500" w:h="800" w:wrap="around" w:vAnchor="text" w:hAnchor="margin"/>'
    proof = Page(press, *late, p("框", ppr=frame) + p("后")).proof
    assert (proof.where("第33行").page, proof.where("框").page, proof.where("后").page) == (1, 2, 2)


def test_a_place_beside_a_paragraph_counts_from_the_space_above_it(press: Press) -> None:
    """As LibreOffice has it, too."""
    spaced = anchor(pic("a.png"), at("column", "paragraph")).replace("<w:pPr>", '<w:pPr><w:spacing w:before="400"/>', 1)
    page = Page(press, p("前"), spaced)
    assert page.red()[1] == pytest.approx(64, abs=1)
    assert page.proof.where("锚").top == pytest.approx(84.4, abs=1)


def test_a_paragraph_goes_on_on_the_next_page_without_what_floated_on_the_first(press: Press) -> None:
    floating = anchor(pic("a.png"), at("column", "paragraph"), SQUARE)
    proof = Page(press, *[p(f"第{at}行") for at in range(31)], floating, LONG).proof
    places = [proof.where(sign, nth) for sign in "甲乙丙丁戊己庚辛壬癸" for nth in range(30)]
    assert {place.page for place in places} == {1, 2}
    assert min(place.left for place in places if place.page == 2) == pytest.approx(50, abs=1)
    assert min(place.left for place in places if place.page == 1) == pytest.approx(150, abs=1)


def test_words_in_a_floating_box_stand_in_it(press: Press) -> None:
    proof = Page(press, anchor(wsp(rect(RED), p("盒中")), at("page", "page", x=100, y=200))).proof
    assert proof.where("盒中").left == pytest.approx(107.2, abs=0.5)
    assert proof.where("盒中").top == pytest.approx(203.6, abs=1)


FITTED = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"><a:spAutoFit/></wps:bodyPr>'


def test_a_page_number_in_a_box_two_inches_square_stands_in_the_middle_of_the_footer(press: Press) -> None:
    """As WPS and Word write it: the box is fitted to its words, in width and in height."""
    box = wsp(rect("<a:noFill/>"), p("第 ", field("PAGE"), " 页 共 ", field("NUMPAGES"), " 页"), FITTED)
    number = anchor(box, at("margin", "paragraph", x="center")).replace('cx="1270000" cy="635000"', TWO_INCHES)
    proof = Page(press, LONG * 5, section=sect(), stories={"footer:default": number.replace(">锚<", "><")}).proof
    place = proof.where("第1页共2页")
    assert (place.left + place.right) / 2 == pytest.approx(200, abs=0.5)
    assert place.top == pytest.approx(580 - 11.5, abs=0.5)  # where the one empty line of the footer begins
    assert proof.where("第2页共2页").page == 2


def test_a_box_that_fits_its_words_has_its_lines_around_them(press: Press) -> None:
    frame = f'<a:ln w="12700">{RED}</a:ln>'
    page = Page(press, anchor(wsp(rect(frame), p("盒中"), FITTED), at("page", "page", x=100, y=200)))
    left, top, right, bottom = page.red()
    assert (left, right) == pytest.approx((100, 120), abs=1)
    assert (top, bottom) == pytest.approx((200, 214.5), abs=1)


def test_words_of_a_box_that_breaks_no_lines_stand_in_one(press: Press) -> None:
    words = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    box = wsp(rect(), p(words), '<wps:bodyPr wrap="none"/>')
    proof = Page(press, anchor(box, at("page", "page", x=100, y=200))).proof
    assert proof.where("卯").top == proof.where("甲").top


def test_a_drop_cap_stands_beside_the_first_lines(press: Press) -> None:
    drop = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    big = p(r("首", '<w:sz w:val="52"/>'), ppr=drop + '<w:spacing w:line="560" w:lineRule="exact"/>')
    proof = Page(press, big + LONG).proof
    assert proof.where("首").left == pytest.approx(50, abs=1)
    assert proof.where("甲").left == pytest.approx(76, abs=1)
    third = [proof.where(sign, nth) for sign in "甲乙丙丁戊己庚辛壬癸" for nth in range(30)]
    assert min(place.left for place in third if place.top > 80) == pytest.approx(50, abs=1)


def test_a_floating_table_has_text_beside_it(press: Press) -> None:
    where = '<w:tblpPr w:rightFromText="200" w:vertAnchor="text" w:horzAnchor="margin" w:tblpX="1" w:tblpY="1"/>'
    table = tbl("表一|表二", "表三|表四", tblpr=where, grid=(1200, 1200))
    proof = Page(press, p("前"), table, LONG).proof
    assert proof.where("表一").top == pytest.approx(proof.where("甲").top, abs=3)
    assert proof.where("甲").left > proof.where("表二").right
    assert proof.where("表四").top > proof.where("表二").top


def test_a_floating_table_higher_than_a_page_is_set_in_the_text(press: Press) -> None:
    where = '<w:tblpPr w:vertAnchor="text" w:horzAnchor="margin" w:tblpX="1" w:tblpY="1"/>'
    proof = Page(press, tbl(*[f"行{at}|值" for at in range(60)], tblpr=where), p("后")).proof
    assert (proof.where("行1").page, proof.where("行59").page, proof.where("后").page) == (1, 2, 2)


def test_what_floats_in_a_header_stands_on_every_page(press: Press) -> None:
    header = anchor(pic("a.png"), at("page", "page", x=20, y=5), more='behindDoc="1"')
    page = Page(press, p("一", r(inner='<w:br w:type="page"/>'), "二"), stories={"header:default": header})
    for number in (0, 1):
        assert page.red(number)[:2] == (20, 5)


def test_what_floats_in_a_footer_counts_from_where_the_footer_is(press: Press) -> None:
    footer = anchor(pic("a.png"), at("margin", "paragraph", x="right", y=-60))
    left, top, _, _ = Page(press, p("文"), stories={"footer:default": footer}).red()
    assert left == 250
    assert top == pytest.approx(600 - 20 - 14.4 - 60, abs=1)


def test_in_a_cell_places_count_from_the_cell(press: Press) -> None:
    cell = tc(anchor(pic("a.png"), at("column", "paragraph", x=10, y=30)))
    left, top, _, _ = Page(press, tbl(tr("左", cell), grid=(2000, 4000))).red()
    assert left == pytest.approx(50 + 100 + 10, abs=7)
    assert top == pytest.approx(80, abs=1)


def test_a_cell_has_room_for_what_text_goes_around(press: Press) -> None:
    cell = tc(anchor(pic("a.png"), at("column", "paragraph"), SQUARE))
    proof = Page(press, tbl(tr(cell), tr("下"), grid=(4000,))).proof
    assert proof.where("下").top >= 99


def test_what_floats_in_the_second_column_counts_from_it(press: Press) -> None:
    columns = sect('<w:cols w:num="2" w:space="400"/>')
    blocks = p("一", r(inner='<w:br w:type="column"/>')) + anchor(pic("a.png"), at("column", "paragraph"))
    assert Page(press, blocks + p("末", ppr=columns) + p("后")).red()[0] == 210


def test_later_in_order_is_painted_over_earlier(press: Press) -> None:
    blue = RED.replace("FF0000", "0000FF")
    under = anchor(wsp(rect(RED)), at("page", "page", x=100, y=100), more='relativeHeight="9"')
    over = anchor(wsp(rect(blue)), at("page", "page", x=100, y=100), more='relativeHeight="3"')
    left, top, right, bottom = Page(press, over, under).red()
    assert (left, top, right, bottom) == (100, 100, 200, 150)
    assert Page(press, under, over).red() == (100, 100, 200, 150)


def test_a_watermark_lies_across_the_page_behind_the_text(press: Press) -> None:
    style = (
        "position:absolute;width:200pt;height:100pt;z-index:-9;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    path = '<v:textpath style="font-family:&quot;Noto Sans CJK SC&quot;" string="机密"/>'
    shape = f'<v:shape type="#_x0000_t136" style="{style}" fillcolor="red" stroked="f">{path}</v:shape>'
    page = Page(press, LONG, stories={"header:default": p(r(inner=f"<w:pict>{shape}</w:pict>"))})
    left, top, right, bottom = page.red()
    assert (left + right) / 2 == pytest.approx(200, abs=6)
    assert (top + bottom) / 2 == pytest.approx(300, abs=12)
    assert right - left == pytest.approx(200, abs=16)
    assert 60 < bottom - top < 110


def test_members_of_a_group_stand_in_it(press: Press) -> None:
    """A group of 100 by 50 points at (200, 300), whose one member is a quarter of it, at the lower right."""
    transform = '<a:xfrm><a:off x="635000" y="317500"/><a:ext cx="635000" cy="317500"/></a:xfrm>'
    member = f"<wps:wsp><wps:spPr>{transform}{rect(RED)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    inner = '<a:chOff x="0" y="0"/><a:chExt cx="1270000" cy="635000"/>'
    group = f"<wps:wgp><wps:grpSpPr><a:xfrm>{inner}</a:xfrm></wps:grpSpPr>{member}</wps:wgp>"
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
    page = Page(press, anchor(graphic(group, uri), at("page", "page", x=200, y=300)))
    assert page.red() == (250, 325, 300, 350)


def test_the_place_of_a_floating_table_is_that_of_its_words(press: Press) -> None:
    where = '<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="2000" w:tblpY="6000"/>'
    proof = Page(press, tbl("表|格", tblpr=where, grid=(1200, 1200)), p("文")).proof
    assert proof.where("表").left == pytest.approx(100, abs=0.5)
    assert proof.where("表").top == pytest.approx(300, abs=1)
    assert proof.where("文").top == pytest.approx(50, abs=1)
