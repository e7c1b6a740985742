"""Paragraphs: indents, spacing, alignment, tabs, what keeps together (ECMA-376-1, 17.3.1)."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pypdfium2
import pytest

from docgen.printing import Press
from tests.printing.word import PAPER, Proof, p, r, word

Printed = Callable[..., Proof]
TAB = r(inner="<w:tab/>")
EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'


@pytest.mark.parametrize(
    ("indent", "left"),
    [
        ('w:left="400"', 70), ('w:firstLine="400"', 70), ('w:leftChars="200"', 70), ('w:firstLineChars="200"', 70),
        ('w:left="800" w:hanging="400"', 70), ('w:firstLineChars="200" w:firstLine="999"', 70),
    ],
)  # fmt: skip
def test_indents_in_points_and_in_characters(printed: Printed, indent: str, left: float) -> None:
    assert printed(p("words", ppr=f"<w:ind {indent}/>")).where("words").left == pytest.approx(left, abs=0.5)


def test_an_indent_in_characters_follows_the_size_of_the_text(printed: Printed) -> None:
    proof = printed(p(r("贵司", '<w:sz w:val="32"/>'), ppr='<w:ind w:firstLineChars="200"/>'))
    assert proof.where("贵司").left == pytest.approx(82, abs=0.5)


NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="21"/></w:rPr></w:style>'
LARGE = '<w:sz w:val="28"/>'


@pytest.mark.parametrize(
    ("indent", "first", "second"),
    [
        ('w:leftChars="400"', 42, 42),  # of the default style, not of the text
        ('w:leftChars="400" w:firstLineChars="200"', 70, 42),
        ('w:firstLineChars="200"', 28, 0),
        ('w:hangingChars="200"', 0, 28),
        ('w:left="900" w:hangingChars="200"', 0, 28),
        ('w:leftChars="400" w:hangingChars="200"', 42, 70),  # left is where the first line begins
        ('w:leftChars="400" w:hanging="240"', 42, 54),
        ('w:left="720" w:hanging="240"', 24, 36),
        ('w:left="720" w:hanging="240" w:hangingChars="0" w:leftChars="0"', 24, 36),
        ('w:left="720" w:firstLineChars="200"', 64, 36),
    ],
)
def test_sides_count_characters_of_the_default_style_and_first_lines_those_of_the_text(
    printed: Printed, indent: str, first: float, second: float
) -> None:
    """Paper with margins of 50; Normal has 10.5 points, the text 14."""
    proof = printed(p(r("首" + "甲" * 40, LARGE), ppr=f"<w:ind {indent}/>"), styles=NORMAL)
    lines: dict[int, float] = {}
    for nth in range(40):
        place = proof.where("甲", nth)
        lines[round(place.top)] = min(place.left, lines.get(round(place.top), 999.0))
    assert proof.where("首").left == pytest.approx(50 + first, abs=0.5)
    assert lines[sorted(lines)[1]] == pytest.approx(50 + second, abs=0.5)


def test_a_right_indent_counts_characters_of_the_default_style(printed: Printed) -> None:
    proof = printed(p(r("委托人", LARGE), jc="right", ppr='<w:ind w:rightChars="400"/>'), styles=NORMAL)
    assert proof.where("委托人").right == pytest.approx(350 - 42, abs=0.5)


def test_the_first_words_say_how_wide_a_character_is(printed: Printed) -> None:
    spaced = r("甲", '<w:sz w:val="24"/><w:spacing w:val="100"/>') + r("乙", '<w:sz w:val="60"/>')
    proof = printed(p(spaced, ppr='<w:ind w:firstLineChars="200"/>'), styles=NORMAL)
    assert proof.where("甲").left == pytest.approx(50 + 2 * 17, abs=0.5)


@pytest.mark.parametrize(
    ("direct", "left"),
    [("", 28), ('w:firstLine="0"', 28), ('w:firstLineChars="0" w:firstLine="0"', 0), ('w:hangingChars="100"', 0)],
)
def test_an_indent_in_characters_of_a_style_stays_until_other_characters_are_said(
    printed: Printed, direct: str, left: float
) -> None:
    text = '<w:style w:type="paragraph" w:styleId="t"><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>'
    proof = printed(p(r("贵司", LARGE), ppr=f'<w:pStyle w:val="t"/><w:ind {direct}/>'), styles=NORMAL + text)
    assert proof.where("贵司").left == pytest.approx(50 + left, abs=0.5)


@pytest.mark.parametrize(("jc", "left", "right"), [("right", None, 350), ("center", None, None), ("left", 50, None)])
def test_alignment(printed: Printed, jc: str, left: float | None, right: float | None) -> None:
    place = printed(p("words", jc=jc)).where("words")
    if left is None and right is None:
        assert (place.left + place.right) / 2 == pytest.approx(200, abs=0.5)
    assert left is None or place.left == pytest.approx(left, abs=0.5)
    assert right is None or place.right == pytest.approx(right, abs=0.5)


def test_justified_chinese_reaches_both_margins(printed: Printed) -> None:
    proof = printed(p("合同总价为人民币1,234元整，" * 6 + "末", jc="both"))
    lines = {round(proof.where("合同", nth).top): 0 for nth in range(6)}
    assert len(lines) > 1
    rightmost = max(
        place.right
        for characters in proof._characters
        for _, place in characters
        if place.top < proof.where("末").top - 5
    )
    assert rightmost == pytest.approx(350, abs=0.6)
    assert proof.where("末").right < 349


def test_distributed_characters_fill_the_line(printed: Printed) -> None:
    proof = printed(p("甲方法定代表人签字盖章", jc="distribute"))
    assert proof.where("甲").left == pytest.approx(50, abs=0.6)
    assert proof.where("章").right == pytest.approx(350, abs=1)


@pytest.mark.parametrize("jc", ["both", "distribute"])
@pytest.mark.parametrize(
    "runs",
    [
        (r("合同总价为人民币整，贵司应付款项" * 6),),
        (r("合同总价为人民币1,234元整，Party A 付款" * 6),),
        (r("贵司 shall pay 合同 2025年 amounts of, 人民币 1,234.56 元 (RMB) " * 5),),
        (r("合同总价为" * 6, "<w:b/>"), r("人民币1,234元整" * 6), r("付款之日起的利息" * 6, '<w:u w:val="single"/>')),
        (r("合同总价为人民币整，贵司应付款项" * 6, '<w:spacing w:val="30"/>'),),
        (r("合同总价为人民币整，贵司应付款项" * 6, '<w:spacing w:val="-20"/>'),),
    ],
)
def test_lines_set_to_both_margins_end_at_the_edge(printed: Printed, jc: str, runs: tuple[str, ...]) -> None:
    proof = printed(p(*runs, jc=jc))
    lines: dict[int, list[float]] = {}
    for character, place in proof._characters[0]:
        # a square of ten points from its left edge, whatever space follows it; a comma may hang over the edge
        if character.isalpha() and character >= "\u4e00":
            lines.setdefault(round(place.bottom / 5), []).append(place.left + 10)
    ends = [max(line) for line in list(lines.values())[: None if jc == "distribute" else -1]]
    full = [end for end in ends if end > 340]
    assert full
    assert max(full) == pytest.approx(350, abs=0.2)
    assert all(end <= 350.2 for end in ends)


@pytest.mark.parametrize(
    ("spacing", "pitch"),
    [
        ('w:line="400" w:lineRule="exact"', 20), ('w:line="400" w:lineRule="atLeast"', 20),
        ('w:line="480" w:lineRule="auto"', 28.74), ('w:line="240" w:lineRule="auto"', 14.37),
        ('w:line="400" w:lineRule="exact" w:before="200"', 30), ('w:line="400" w:lineRule="exact" w:after="200"', 30),
        ('w:line="400" w:lineRule="exact" w:beforeLines="100"', 32),
    ],
)  # fmt: skip
def test_lines_and_spaces_between_paragraphs(printed: Printed, spacing: str, pitch: float) -> None:
    proof = printed(p("甲", ppr=f"<w:spacing {spacing}/>"), p("乙", ppr=f"<w:spacing {spacing}/>"))
    assert proof.where("乙").top - proof.where("甲").top == pytest.approx(pitch, abs=0.3)


@pytest.mark.parametrize(("after", "before"), [(200, 400), (400, 200)])
def test_between_paragraphs_stands_the_larger_space_unless_the_file_adds_both(
    printed: Printed, after: int, before: int
) -> None:
    exact = 'w:line="400" w:lineRule="exact"'
    spacing = (f'<w:spacing w:after="{after}" {exact}/>', f'<w:spacing w:before="{before}" {exact}/>')
    blocks = (p("甲", ppr=spacing[0]), p("乙", ppr=spacing[1]))
    added = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    for settings, pitch in (("", 40), (added, 50)):
        proof = printed(*blocks, settings=settings)
        assert proof.where("乙").top - proof.where("甲").top == pytest.approx(pitch, abs=0.1)


def test_mixed_scripts_do_not_push_exact_lines_apart(printed: Printed) -> None:
    proof = printed(p("甲 A 2025", ppr=EXACT), p("乙 B", ppr=EXACT), p("丙", ppr=EXACT))
    assert proof.where("丙").top - proof.where("甲").top == pytest.approx(40, abs=0.1)


def test_lines_snap_to_the_grid_unless_the_paragraph_says_no(printed: Printed) -> None:
    grid = '<w:docGrid w:type="lines" w:linePitch="500"/>'
    proof = printed(p("甲"), p("乙"), section="", paper=PAPER + grid)
    assert proof.where("乙").top - proof.where("甲").top == pytest.approx(25, abs=0.1)
    loose = '<w:snapToGrid w:val="0"/>'
    proof = printed(p("甲", ppr=loose), p("乙", ppr=loose), paper=PAPER + grid)
    assert proof.where("乙").top - proof.where("甲").top == pytest.approx(14.37, abs=0.1)


def test_neighbours_of_one_style_stand_close_with_contextual_spacing(printed: Printed) -> None:
    close = '<w:spacing w:after="400" w:line="400" w:lineRule="exact"/><w:contextualSpacing/>'
    proof = printed(p("甲", ppr=close), p("乙", ppr=close))
    assert proof.where("乙").top - proof.where("甲").top == pytest.approx(20, abs=0.1)


def test_an_empty_paragraph_is_a_line(printed: Printed) -> None:
    proof = printed(p("甲", ppr=EXACT), p(ppr=EXACT), p("乙", ppr=EXACT))
    assert proof.where("乙").top - proof.where("甲").top == pytest.approx(40, abs=0.1)


def test_blanks_are_kept_as_written(printed: Printed) -> None:
    assert printed(p("a    b")).where("b").left - printed(p("a b")).where("b").left == pytest.approx(7.5, abs=0.2)


@pytest.mark.parametrize(
    ("stop", "edge", "at"),
    [("left", "left", 150), ("right", "right", 150), ("decimal", "left", 150 - 15), ("center", "left", 150 - 13.75)],
)
def test_tab_stops_align(printed: Printed, stop: str, edge: str, at: float) -> None:
    stops = f'<w:tabs><w:tab w:val="{stop}" w:pos="2000" w:leader="dot"/></w:tabs>'
    place = printed(p("a", TAB, "345.67", ppr=stops)).where("345.67")
    assert getattr(place, edge) == pytest.approx(at, abs=0.6)


def test_without_stops_tabs_go_to_the_default_ones(printed: Printed) -> None:
    proof = printed(p("a", TAB, "b", TAB, "c"), settings='<w:defaultTabStop w:val="800"/>')
    assert [round(proof.where(word).left) for word in "bc"] == [90, 130]


def test_a_heading_stays_with_the_next_paragraph(printed: Printed) -> None:
    fill = [p(f"line {number}", ppr=EXACT) for number in range(24)]
    proof = printed(*fill, p("heading", ppr=EXACT + "<w:keepNext/>"), p("text", ppr=EXACT))
    assert (proof.where("heading").page, proof.where("text").page) == (2, 2)


def test_lines_that_keep_together_move_to_the_next_page(printed: Printed) -> None:
    fill = [p(f"line {number}", ppr=EXACT) for number in range(22)]
    long = "文" * 30 * 5
    proof = printed(*fill, p("始" + long, ppr=EXACT + "<w:keepLines/>"))
    assert proof.where("始").page == 2


@pytest.mark.parametrize(("control", "lines_on_first"), [("", 0), ('<w:widowControl w:val="0"/>', 1)])
def test_no_single_first_line_is_left_behind(printed: Printed, control: str, lines_on_first: int) -> None:
    fill = [p(f"line {number}", ppr=EXACT) for number in range(24)]
    proof = printed(*fill, p("文" * 30 * 4, ppr=EXACT + control))
    assert (proof.pages[0].count("文") > 0) == bool(lines_on_first)


def test_a_page_break_before_a_paragraph(printed: Printed) -> None:
    assert printed(p("a"), p("b", ppr="<w:pageBreakBefore/>")).where("b").page == 2


def test_a_page_break_within_a_paragraph(printed: Printed) -> None:
    proof = printed(p("a", r(inner='<w:br w:type="page"/>'), "b"))
    assert (proof.where("a").page, proof.where("b").page) == (1, 2)


def test_a_line_break_within_a_paragraph(printed: Printed) -> None:
    proof = printed(p("a", r(inner="<w:br/>"), "b", ppr=EXACT))
    assert proof.where("b").top - proof.where("a").top == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize(("name", "widths"), [("thickThinSmallGap", (3, 0.75)), ("thinThickSmallGap", (0.75, 3))])
def test_a_letterhead_has_a_thick_and_a_thin_line(press: Press, name: str, widths: tuple[float, float]) -> None:
    line = f'<w:pBdr><w:bottom w:val="{name}" w:sz="24" w:space="4" w:color="FF0000"/></w:pBdr>'
    with pypdfium2.PdfDocument(press.print(word(p("甲", ppr=line))).pdf) as document:
        image = document[0].render(scale=8).to_pil().convert("RGB")
    column = [image.getpixel((8 * 200, y)) == (255, 0, 0) for y in range(image.height)]
    runs = [len(list(group)) / 8 for red, group in itertools.groupby(column) if red]
    assert runs == [pytest.approx(width, abs=0.2) for width in widths]


def test_a_phrase_in_bold_begins_where_its_first_words_still_fit(printed: Printed) -> None:
    # 300 points of line: the blank after the last word that fits hangs over the edge and breaks nothing
    for extra in range(12):
        words = r("one hundred and twenty thousand six hundred and fifty " * 3, "<w:b/>")
        proof = printed(p("x" * extra + " pays ", words))
        assert proof.where("one hundred").top == pytest.approx(proof.where("pays").top, abs=0.5), extra


def test_plain_words_stay_plain_beside_more_words_in_bold_italics_and_colour(printed: Printed) -> None:
    loud = '<w:b/><w:i/><w:color w:val="9B1C1C"/>'
    ink = printed(p("plain ", r("a far longer phrase that most of the paragraph consists of", loud))).ink("plain")
    assert (ink.font, ink.colour) == ("LIBERATIONSERIF", "#000000")
