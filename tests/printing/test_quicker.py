"""What boxes of one style share changes nothing on the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import background, block, inline, page, percent, table
from weasyprint.text import line_break

from docgen.printing import Press, quicker
from docgen.printing.pictures import pictures
from tests.printing.word import p, r, tbl, tc, tr, word

LETTER = word(
    p(r("催款函", "<w:b/>"), jc="center"),
    p("贵司于2025年3月15日签订合同，总价为1,234,567.89元，" * 5, r("underlined", '<w:u w:val="single"/>'), jc="both"),
    tbl(
        tr("甲", tc("1", '<w:tcBorders><w:left w:val="single" w:sz="24"/></w:tcBorders>')), "c|d",
        tblpr='<w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:insideH w:val="single" w:sz="8"/></w:tblBorders>',
    ),
    p(r("spread", '<w:spacing w:val="40"/>'), ppr='<w:pBdr><w:top w:val="single" w:sz="8"/></w:pBdr>'),
    stories={"footer:default": p("page")},
)  # fmt: skip


@pytest.fixture
def engines_own_ways(press: Press) -> Iterator[None]:  # noqa: ARG001  (the press teaches the engine first)
    quicker.undo()
    yield
    quicker.share_work()


def test_pages_are_the_same_to_the_last_dot(press: Press, request: pytest.FixtureRequest) -> None:
    ours = pictures(press.print(LETTER).pdf, dpi=150)
    request.getfixturevalue("engines_own_ways")
    assert ours == pictures(press.print(LETTER).pdf, dpi=150)


@pytest.mark.usefixtures("press")
def test_the_engine_still_asks_where_it_is_answered() -> None:
    """A release of the engine that asks elsewhere would leave the press slow, and nobody would know."""
    for module in (block, inline, page, table):
        assert module.resolve_percentages is quicker.used_lengths
    assert percent.resolve_percentages is not quicker.used_lengths
    assert line_break.Layout.setup is quicker.shared_setup
    assert line_break.Layout.reactivate is quicker.drawn_layout
    assert inline.strut is quicker.kept_strut
    box = build.make_box("div", {"display": ("block", "flow")}, [], None)
    assert type(box).is_in_normal_flow is quicker.stands_in_flow


@pytest.mark.parametrize(
    ("module", "name"),
    [(background, "layout_box_backgrounds"), (build, "create_anonymous_boxes"), (line_break, "strut"),
     (inline, "can_break_text"), (line_break.Layout, "deactivate"), (boxes.Box, "is_in_normal_flow"),
     (boxes.Box, "descendants")],
)  # fmt: skip
def test_what_is_answered_for_the_engine_is_asked_by_it(
    press: Press, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    asked = []
    ours = getattr(module, name)

    def counted(*arguments: object, **named: object) -> object:
        asked.append(name)
        return ours(*arguments, **named)

    monkeypatch.setattr(module, name, counted)
    if name == "strut":
        monkeypatch.setattr(inline, name, counted)
    press.print(LETTER)
    assert asked
