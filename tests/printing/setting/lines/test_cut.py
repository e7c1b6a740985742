"""What has no room where the file puts it is cut off as in Word, and told with its place."""

from __future__ import annotations

import pytest

from docgen.errors import Severity, WordPlace
from docgen.messages import Messages
from docgen.printing import Press
from tests.printing.reading.test_drawings import MEDIA, anchor, inline, pic, rect, wsp
from tests.printing.word import p, r, tbl, tc, tr, word

EXACT = '<w:spacing w:line="{}" w:lineRule="exact"/>'
LONG = p("甲方同意在三十日内付清全部价款，逾期按日万分之五支付违约金。" * 3)


def box(words: str, body: str = "<wps:bodyPr/>") -> str:
    return anchor(wsp(rect(), words, body))


def row(words: str, height: int, rule: str = "exact") -> str:
    return tbl(tr(tc(words), trpr=f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'), grid=(4000,))


def frame(rule: str) -> str:
    return p("甲方同意付清全部价款" * 3, ppr=f'<w:framePr w:w="2000" w:h="300" w:hRule="{rule}" w:wrap="around"/>')


def across(at: int) -> str:
    return f'<wp:positionH relativeFrom="page"><wp:posOffset>{at * 12700}</wp:posOffset></wp:positionH>'


def table(*widths: int) -> str:
    widths_said = '<w:tblLayout w:type="fixed"/>'
    return tbl("|".join("甲乙丙丁"[: len(widths)]), tblpr=widths_said, grid=widths)


CUT = {
    "a box": ("print.cut_box", box(LONG)),
    "a frame": ("print.cut_box", frame("exact")),
    "a row": ("print.cut_row", row(LONG, 300)),
    "a row, its second line": ("print.cut_row", row(p("甲方") + p("乙方"), 300)),
    "a table in a row": ("print.cut_row", row(p() + tbl("甲", "乙", grid=(1000,)), 300)),
    "letters on a line": ("print.cut_line", p(r("付款", '<w:sz w:val="72"/>'), ppr=EXACT.format(240))),
    "a picture on a line": ("print.cut_line", inline(pic("a.png")).replace("<w:pPr>", "<w:pPr>" + EXACT.format(400))),
    "a table": ("print.cut_paper", table(4000, 4000)),
    "a box beside the paper": ("print.cut_paper", anchor(wsp(rect(), p("条款")), across(350))),
    "a picture beside the paper": ("print.cut_paper", anchor(pic("a.png"), across(380))),
}


@pytest.mark.parametrize("what", CUT)
def test_what_is_cut_off_is_told_with_its_place(press: Press, messages: Messages, what: str) -> None:
    code, block = CUT[what]
    (notice,) = press.print(word(p("前"), block, p("后"), media=MEDIA)).notices
    assert (notice.code, notice.severity) == (code, Severity.WARNING)
    place = notice.place
    assert isinstance(place, WordPlace)
    assert place.table == 1 if "<w:tbl>" in block else place.paragraph == 2
    for language in ("zh", "en"):
        assert messages.say(notice, language)
        assert messages.do(notice, language)


WHOLE = {
    "a box with room": box(p("甲方")),
    "a box that fits its words": box(LONG, "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>"),
    "a box, but for the space after its last paragraph": box(p("甲方", ppr='<w:spacing w:after="2000"/>')),
    "a box, but for empty paragraphs": box(p("甲方") + p() * 5),
    "a frame that grows": frame("atLeast"),
    "a row with room": row(p("甲方"), 300),
    "a row, but for an empty paragraph": row(p("甲方") + p(), 300),
    "a row of at least a height": row(LONG, 300, "atLeast"),
    "letters on a line as high": p(r("付款", '<w:sz w:val="44"/>'), ppr=EXACT.format(440)),
    "letters on a line a little lower": p(r("付款", '<w:sz w:val="44"/>'), ppr=EXACT.format(400)),
    "blanks on a line": p(r("　", '<w:sz w:val="72"/>'), ppr=EXACT.format(240)),
    "a table in the margin": table(3000, 3500),
    "a box without words": anchor(wsp(rect()), across(350)),
    "a picture, but for a rim": anchor(pic("a.png"), across(305)),
    "half of a seal": anchor(pic("a.png"), across(350)),
}


@pytest.mark.parametrize("what", WHOLE)
def test_where_nothing_is_lost_nothing_is_told(press: Press, what: str) -> None:
    assert not press.print(word(p("前"), WHOLE[what], p("后"), media=MEDIA)).notices


def test_what_is_cut_off_in_a_header_is_told_once_for_all_pages(press: Press) -> None:
    header = p(r("付款", '<w:sz w:val="72"/>'), ppr=EXACT.format(240))
    pages = p("前", r(inner='<w:br w:type="page"/>'), "后", r(inner='<w:br w:type="page"/>'), "末")
    (notice,) = press.print(word(pages, stories={"header:default": header})).notices
    assert isinstance(notice.place, WordPlace)
    assert notice.place.part == "word/header0.xml"


def test_each_of_several_places_is_told_and_no_more_of_them_than_somebody_would_look_at(press: Press) -> None:
    cells = [tr(tc(p("甲方") + p("乙方")), tc("丙方"), trpr='<w:trHeight w:val="300" w:hRule="exact"/>')]
    assert len(press.print(word(tbl(*cells * 3))).notices) == 3
    assert len(press.print(word(tbl(*cells * 90))).notices) == 50
