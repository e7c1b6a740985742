"""Fields and links (ECMA-376-1, 17.16)."""

from __future__ import annotations

import pytest

from docgen.errors import Severity, WordPlace
from docgen.printing.reading.tree import Number, Text
from tests.printing.reading.says import said
from tests.printing.word import field, p, r

BEGIN, MIDDLE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("instruction", "of", "written"),
    [
        ("PAGE", "page", ""),
        ("NUMPAGES \\* CHINESENUM3", "pages", "chineseCountingThousand"),
        ("SECTIONPAGES \\* roman", "section", "lowerRoman"),
        ("PAGE \\* ArabicDash", "page", "numberInDash"),
        ("PAGE \\* MERGEFORMAT", "page", ""),
    ],
)
def test_page_fields_are_live(instruction: str, of: str, written: str) -> None:
    for block in (p(field(instruction, "7")), p(f'<w:fldSimple w:instr="{instruction}">{r("7")}</w:fldSimple>')):
        found = said(block)
        number = found.only(Number)
        assert (number.of, number.format, found.texts) == (of, written, [""])


def test_other_fields_print_what_is_stored_and_dates_are_told() -> None:
    found = said(p(field("REF a", "见第三条"), field('DATE \\@ "yyyy"', "2026")))
    assert (found.texts, found.told) == (["见第三条2026"], ["print.field_stored"])


def test_a_field_within_the_code_of_another_prints_nothing_of_its_own() -> None:
    nested = BEGIN + code("IF ") + field("PAGE", "1") + code(" = 1 a b") + MIDDLE + r("甲") + END
    found = said(p(nested))
    assert found.texts == ["甲"]
    assert not any(isinstance(inline, Number) for inline in found.inlines)


def test_what_is_worked_out_from_the_number_of_the_page_is_told() -> None:
    found = said(p(BEGIN, code("= "), field("PAGE"), code(" + 1"), MIDDLE, r("stored"), END))
    assert found.texts == ["stored"]
    assert (found.refused, found.told) == ([], ["print.field_stored"])


@pytest.mark.parametrize("words", ["错误!未找到引用源。", "错误！未定义书签。", "Error! Reference source not found."])
def test_each_field_that_lost_its_target_is_warned_of_with_its_place(words: str) -> None:
    within = BEGIN + code(r"HYPERLINK \l _Toc9") + MIDDLE + field("PAGEREF _Toc9", words) + END
    found = said(p("依照", field("REF _Ref9 \\r \\h", words), "的约定"), p(within))
    warned = [(finding.code, finding.severity, finding.facts["field"]) for finding in found.findings]
    assert warned == [
        ("print.field_broken", Severity.WARNING, "REF"), ("print.field_broken", Severity.WARNING, "PAGEREF"),
    ]  # fmt: skip
    assert [finding.place.paragraph for finding in found.findings if isinstance(finding.place, WordPlace)] == [1, 2]
    assert found.findings[0].facts["words"] == words


def test_words_that_speak_of_errors_are_no_error() -> None:
    assert said(p("错误!", field("REF a", "Errors and omissions"))).findings == ()


def test_a_field_without_result_is_refused_by_name() -> None:
    found = said(p(BEGIN, code("SEQ 图"), END))
    assert found.refused == ["print.field_empty"]
    assert found.findings[0].facts == {"field": "SEQ"}


@pytest.mark.parametrize(
    ("instruction", "link", "target"),
    [
        ('HYPERLINK "https://example.com/a"', "https://example.com/a", ""),
        ('HYPERLINK "https://example.com/a" \\l "b"', "https://example.com/a#b", ""),
        ('HYPERLINK \\l "clause"', "", "clause"),
        ("REF _Ref1 \\h", "", "_Ref1"),
        ("PAGEREF _Toc1 \\h", "", "_Toc1"),
        ("REF _Ref1", "", ""),
    ],
)
def test_links_lead_where_their_fields_say(instruction: str, link: str, target: str) -> None:
    text = said(p(field(instruction, "见"))).only(Text)
    assert (text.link, text.target) == (link, target)


def test_links_lead_where_their_elements_say() -> None:
    inside = said(p(f'<w:hyperlink w:anchor="there">{r("甲")}</w:hyperlink>')).only(Text)
    outside = f'<w:hyperlink r:id="x">{r("乙")}</w:hyperlink>'
    beyond = said(p(outside), links={"x": "https://example.com/"}).only(Text)
    assert (inside.target, beyond.link) == ("there", "https://example.com/")


def test_a_link_goes_on_over_the_fields_within_it() -> None:
    page = field("PAGEREF _Toc1 \\h", "3")
    toc = f'<w:hyperlink w:anchor="_Toc1">{r("第一条")}{page}</w:hyperlink>'
    found = said(p(BEGIN, code("TOC \\o"), MIDDLE, toc), p(END))
    assert {text.target for text in found.inlines if isinstance(text, Text)} == {"_Toc1"}
    assert found.texts == ["第一条3", ""]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [("eq \\o\\ac(○,1)", "①"), ("EQ \\o(○,正)", "㊣"), ("eq \\o\\ac(〇,二十)", ""), ("EQ \\f(1,2)", "")],
)
def test_enclosed_characters_are_printed_and_other_formulas_refused(instruction: str, shown: str) -> None:
    found = said(p(BEGIN, code(instruction), END))
    assert (found.texts, found.refused) == ([shown], [] if shown else ["print.eq_field"])


def test_symbol_fields_show_the_character() -> None:
    assert said(p(BEGIN, code('SYMBOL 254 \\f "Wingdings" \\s 10'), END)).texts == ["☑"]


@pytest.mark.parametrize(
    ("name", "form", "shown"),
    [
        ("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        (
            "FORMDROPDOWN",
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>',
            "乙",
        ),
    ],
)
def test_form_fields_show_their_answers(name: str, form: str, shown: str) -> None:
    """17.16.17."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar></w:r>'
    assert said(p(begin, code(name), END)).texts == [shown]


def test_a_checkbox_of_a_content_control_shows_its_run_and_a_placeholder_is_told() -> None:
    box = f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>"
    assert said(p(box)).texts == ["☒"]
    found = said(p(empty))
    assert (found.texts, found.told) == (["单击此处"], ["print.placeholder"])


def test_a_field_may_reach_over_paragraphs() -> None:
    found = said(p(BEGIN, code("TOC"), MIDDLE, "甲"), p("乙"), p("丙", END), p("丁"))
    assert found.texts == ["甲", "乙", "丙", "丁"]
