"""What editing leaves in a template: formatting, tracked changes and comments inside tags, languages of runs."""

from __future__ import annotations

import pytest

from docgen.errors import Severity
from tests.studio.checking.conftest import Check, Told
from tests.studio.checking.files import body, paragraph, runs

RED = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
INSERTED = '<w:ins w:id="1" w:author="Li" w:date="2026-09-01T00:00:00Z">'
DELETED = '<w:del w:id="2" w:author="Li" w:date="2026-09-01T00:00:00Z">'


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_tag_split_by_formatting_is_joined_and_told_only_where_formatting_is_lost(told: Told) -> None:
    bold = "{{ cre·ditor.na·me }}"
    assert told(bold) == [("studio.formatting_lost", (None, None, None, 1), "{{ creditor.name }}")]
    assert told("{% if· draft %}x{% end·if %}") == []  # a statement prints nothing


@pytest.mark.parametrize(
    "properties",
    [
        '<w:rPr><w:lang w:val="en-US"/></w:rPr>',
        "<w:rPr><w:noProof/></w:rPr>",
        '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>',
    ],
)
def test_a_tag_that_word_has_split_for_reasons_of_its_own_is_harmless(properties: str, told: Told) -> None:
    split = paragraph(run("{{ "), run("creditor", properties), "<w:proofErr w:type='spellEnd'/>", run(".name }}"))
    assert told(body(split)) == []


def test_formatting_that_is_lost_is_information(checked: Check) -> None:
    [finding] = [
        one
        for one in checked(body(paragraph(run("{{ creditor"), run(".name }}", RED)))).findings
        if one.code == "studio.formatting_lost"
    ]
    assert finding.severity is Severity.INFORMATION


def test_a_tracked_change_inside_a_tag_is_told_and_the_tag_read_as_accepted(told: Told) -> None:
    changed = paragraph(
        run("{{ debtor."),
        f"{DELETED}<w:r><w:delText>nmae</w:delText></w:r></w:del>",
        f"{INSERTED}{run('name')}</w:ins>",
        run(" }}"),
    )
    found = told(body(paragraph("x") + changed))
    assert [(code, where[3], words) for code, where, words in found if code.startswith(("studio", "template"))] == [
        ("studio.tracked_in_tag", 2, "{{ debtor.name }}")
    ]


def test_a_tag_that_was_put_in_whole_by_a_tracked_change_is_not_split_by_it(told: Told) -> None:
    found = told(body(paragraph(run("致"), f"{INSERTED}{run('{{ debtor.name }}')}</w:ins>")))
    assert [code for code, *_ in found if code == "studio.tracked_in_tag"] == []


def test_a_comment_inside_a_tag_is_told(told: Told) -> None:
    commented = paragraph(run("{{ debtor"), '<w:commentRangeStart w:id="0"/>', run(".name }}"))
    found = [(code, where[3]) for code, where, _ in told(body(commented)) if code.startswith("studio")]
    assert found == [("studio.comment_in_tag", 1)]


def test_a_comment_around_a_tag_is_not_inside_it(told: Told) -> None:
    commented = paragraph('<w:commentRangeStart w:id="0"/>', run("{{ debtor.name }}"), '<w:commentRangeEnd w:id="0"/>')
    assert [code for code, *_ in told(body(commented)) if code.startswith("studio")] == []


@pytest.mark.parametrize(
    ("words", "marked", "told_of"),
    [
        ("请于本函所定期限内付款。", 'w:val="en-US"', "en-US"),
        ("请于本函所定期限内付款。", 'w:val="en-US" w:eastAsia="ja-JP"', "ja-JP"),
        ("Please pay within the time set.", 'w:val="zh-CN"', "zh-CN"),
        ("Please pay within the time set.", 'w:val="de-DE"', "de-DE"),
        ("请于本函所定期限内付款。", 'w:val="en-US" w:eastAsia="zh-CN"', ""),
        ("请于本函所定期限内付款。", 'w:eastAsia="zh-TW"', "zh-TW"),
        ("Please pay within the time set.", 'w:val="en-GB"', ""),
        ("SWIFT", 'w:val="zh-CN"', ""),
        ("{{ debtor.name }}", 'w:val="zh-CN"', ""),
    ],
)
def test_words_marked_as_of_another_language_are_told(words: str, marked: str, told_of: str, checked: Check) -> None:
    file = body(paragraph("x") + paragraph(run(words, f"<w:rPr><w:lang {marked}/></w:rPr>")))
    language = "zh" if "请" in words else "en"
    found = [one for one in checked(file, language=language).findings if one.code == "studio.language"]
    assert [finding.facts["marked"] for finding in found] == ([told_of] if told_of else [])
    assert all(finding.place.paragraph == 2 for finding in found)  # type: ignore[union-attr]


def test_runs_of_plain_words_leave_no_trace(told: Told) -> None:
    assert told(body(paragraph(runs("致"), run("贵司", RED)))) == []


@pytest.mark.parametrize(
    ("words", "language", "strange"),
    [
        ("逾期付款的后果", "en", True),
        ("Please pay without any further delay.", "zh", True),
        ("The debtor is 苏州示例贸易有限公司.", "en", False),
        ("Please note: 逾期付款的法律后果.", "en", True),
        ("{{ debtor.name }} (“苏州示例有限公司”)", "en", False),
        ("账户名：Bank of China (Suzhou Branch) Limited", "zh", False),
        ("户名：Huaxing International Precision Machinery Trading Company Limited", "zh", False),
        ("SWIFT code / BIC", "zh", False),
        ("法务部 Legal", "en", False),
    ],
)
def test_words_of_another_language_than_the_letters_are_told(
    words: str, language: str, strange: bool, checked: Check
) -> None:
    found = [
        one.place.paragraph
        for one in checked("x", words, language=language).findings  # type: ignore[union-attr]
        if one.code == "studio.language"
    ]
    assert found == ([2] if strange else [])


def test_a_tracked_change_elsewhere_is_told_by_the_press_and_one_in_a_tag_once(told: Told) -> None:
    inside = paragraph(run("{{ debtor."), f"{INSERTED}{run('name')}</w:ins>", run(" }}"))
    elsewhere = paragraph(run("a"), f"{INSERTED}{run('b')}</w:ins>")
    assert [code for code, *_ in told(body(inside))] == ["studio.tracked_in_tag"]
    assert [code for code, *_ in told(body(inside + elsewhere))] == ["studio.tracked_in_tag", "print.revisions"]
