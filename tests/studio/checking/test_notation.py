"""Braces, signs, prefixes, pairs: what is typed wrong is told where it stands, once, with what was meant."""

from __future__ import annotations

import pytest

from tests.studio.checking.conftest import Check, Told
from tests.studio.checking.files import body, paragraph

BODY = (None, None, None)


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        ("｛｛ creditor.name ｝｝", "template.full_width", "{{ creditor.name }}"),
        ("{{ creditor.name ｝｝", "template.full_width", "{{ creditor.name }}"),
        ("｛% if draft %｝x{% endif %}", "template.full_width", "{% if draft %}"),
        ("{％ if draft ％}x{% endif %}", "template.full_width", "{% if draft %}"),
        ("｛｛ creditor。name ｝｝", "template.full_width", "{{ creditor.name }}"),
        ("{ { creditor.name } }", "template.braces_apart", "{{ creditor.name }}"),
        ("{{ creditor.name } }", "template.braces_apart", "{{ creditor.name }}"),
        ("{{ creditor。name }}", "template.wide_sign", "{{ creditor.name }}"),
        ("{{ enclosures｜join（‘，’） }}", "template.wide_sign", "{{ enclosures|join(‘，’) }}"),
        ("{%－ if draft %}x{% endif %}", "template.wide_sign", "{%- if draft %}"),
        ("{%– if draft %}x{% endif %}", "template.autocorrected", "{%- if draft %}"),
        ("{{ creditor…name }}", "template.autocorrected", "{{ creditor...name }}"),
        ("{{ creditor.\u200bname }}", "template.autocorrected", "{{ creditor.name }}"),
        ("{% if letter.number ≠ ‘’ %}x{% endif %}", "template.autocorrected", "{% if letter.number != ‘’ %}"),
        ("{% if title = ‘x’ %}x{% endif %}", "template.single_equals", "{% if title == ‘x’ %}"),
        ("{% if draft %}x{% end if %}", "template.statement_unknown", "{% endif %}"),
        ("{% if draft %}x{% elseif title %}y{% endif %}", "template.statement_unknown", "{% elif title %}"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_an_input_method_or_word_made_of_a_tag_is_told_with_what_was_meant(
    line: str, code: str, mended: str, language: str, checked: Check
) -> None:
    [finding] = [finding for finding in checked("x", line, language=language).findings if finding.code == code]
    assert finding.facts["mended"] == mended
    assert finding.place is not None
    assert finding.place.paragraph == 2  # type: ignore[union-attr]


def test_wide_signs_within_quotes_are_words(told: Told) -> None:
    assert told("{{ enclosures|join(‘；’) }}", "{% if title == “（函）” %}x{% endif %}") == []


def test_two_tags_of_a_paragraph_are_both_told(told: Told) -> None:
    found = told("｛｛ creditor.name ｝｝ 致 ｛｛ debtor.name ｝｝", "{{ title 。 }}")
    assert [(code, where[3], words) for code, where, words in found if code != "template.unfinished"] == [
        ("template.full_width", 1, "｛｛ creditor.name ｝｝"),
        ("template.full_width", 1, "｛｛ debtor.name ｝｝"),
        ("template.wide_sign", 2, "{{ title 。 }}"),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["{{ title"], [("template.tag_open", 1)]),
        (["title }}"], [("template.tag_not_opened", 1)]),
        (["{{ title {{ creditor.name }}"], [("template.tag_open", 1)]),
        (["{{ title }", "{{ creditor.name }}"], [("template.tag_open", 1)]),
        (["{{ title %} 函 {{ creditor.name }}"], [("template.tag_open", 1)]),
        (["{{ creditor.", "name }}", "{{ title"], [("template.tag_open", 1), ("template.tag_open", 3)]),
        (["{{ title", "x", "draft }}"], [("template.tag_open", 1), ("template.tag_not_opened", 3)]),
        (["{{ creditor name }}"], [("template.syntax", 1)]),
        (["{{ creditor. }}", "{{ }}"], [("template.unfinished", 1), ("template.unfinished", 2)]),
        (["{% unless draft %}"], [("template.statement_unknown", 1)]),
        (["{% iff draft %}x{% endif %}"], [("template.statement_unknown", 1)]),
        (["{%p if draft %}", "x", "{%p enfif %}"], [("template.statement_unknown", 3)]),
        (["{% if draft %}x{% else if title %}y{% endif %}"], [("template.statement_unknown", 1)]),
    ],
)
def test_a_tag_that_cannot_be_read_is_told_where_it_stands(
    lines: list[str], found: list[tuple[str, int]], told: Told
) -> None:
    assert [(code, where[3]) for code, where, _ in told(*lines)] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["{%p if draft %}", "x"], [("template.start_without_end", 1)]),
        (["x", "{%p endif %}"], [("template.end_without_start", 2)]),
        (["x", "{% else %}"], [("template.end_without_start", 2)]),
        (["{% for one in contracts %}x{% endif %}"], [("template.end_without_start", 1)]),
        (
            ["{%p if draft %}", "{%p for one in contracts %}", "{%p endif %}", "{%p endfor %}"],
            [("template.crossed", 3)],
        ),
        (
            ["{%p if draft %}", "{% if title %}x", "{%p endif %}", "{%p if title %}", "y"],
            [("template.start_without_end", 2), ("template.start_without_end", 4)],
        ),
        (
            ["{%p endif %}", "{%p endfor %}", "{%p if draft %}"],
            [("template.end_without_start", 1), ("template.end_without_start", 2), ("template.start_without_end", 3)],
        ),
        (["{%p if draft %}", "x", "{% endif %}"], [("template.kinds_differ", 3)]),
        (["{%p if draft %}", "x", "{% else %}", "y", "{%p endif %}"], [("template.kinds_differ", 3)]),
        (["{% p if draft %}", "x", "{%p endif %}"], [("template.prefix", 1)]),
        (["{%P if draft %}", "x", "{%pendif %}"], [("template.prefix", 1), ("template.prefix", 3)]),
        (["甲 {%p if draft %}", "x", "{%p endif %}"], [("template.not_alone", 1)]),
        (
            ["{%tr for one in contracts %}", "{%tr endfor %}"],
            [("template.outside_table", 1), ("template.outside_table", 2)],
        ),
        (["{{p title }}"], [("template.markup", 1)]),
        (["{% if draft %}甲", "乙{% endif %}"], [("studio.across_paragraphs", 1)]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_condition_or_loop_that_is_not_paired_is_told_where_it_stands_and_nothing_that_follows_from_it(
    lines: list[str], found: list[tuple[str, int]], language: str, told: Told
) -> None:
    assert [(code, where[3]) for code, where, _ in told(*lines, language=language)] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["|{%tr for one in contracts %}| a", "|{%tr endfor %}|"], [("template.not_alone", (1, 1, 1, 1))]),
        (
            ["|{% for one in contracts %}{{ one.number }}|{{ one.title }}{% endfor %}"],
            [("template.unbalanced", (1, 1, 1, 1))],
        ),
        (["|{% if draft %}x", "|y{% endif %}"], [("template.unbalanced", (1, 1, 1, 1))]),
        (["{%p if draft %}", "|{%p endif %}| b"], [("template.unbalanced", (None, None, None, 1))]),
        (
            ["|{%tr if draft %}|", "| x |", "and", "|{%tr endif %}|"],
            [("template.unbalanced", (1, 1, 1, 1))],
        ),
        (
            ["|{%tr for one in contracts %}|", "| {{ one.number }} |", "|{%p endfor %}|"],
            [("template.kinds_differ", (1, 3, 1, 1))],
        ),
        (["|{%tc if draft %}| x", "|{%tc endif %}| y"], [("template.unbalanced", (1, 1, 1, 1))]),
    ],
)  # fmt: skip
def test_a_block_that_begins_in_one_cell_or_row_and_ends_in_another_is_told(
    lines: list[str], found: list[tuple[str, tuple[int, ...]]], told: Told
) -> None:
    assert [(code, where) for code, where, _ in told(*lines)] == found


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("{% include 'a' %}", "include"),
        ("{{ title.upper() }}", "()"),
        ("{{ title|upper }}", "|upper"),
        ("{{ title|safe }}", "|safe"),
        ("{{ title ~ title }}", "~"),
        ("{{ _title }}", "_title"),
        ("{{ title.__class__ }}", "__class__"),
    ],
)
def test_what_a_template_may_not_do_is_named_tag_by_tag(tag: str, what: str, checked: Check) -> None:
    found = checked(tag, "{{ titel }}").findings
    assert {finding.facts["what"] for finding in found if finding.code == "template.forbidden"} == {what}
    assert "template.name_unknown" in {finding.code for finding in found}


def test_a_name_in_quotes_is_told(told: Told) -> None:
    found = told("{{ ‘title’ }}", "{% if “draft” %}x{% endif %}", "{% for one in 'contracts' %}x{% endfor %}")
    assert [(code, where[3]) for code, where, _ in found] == [
        ("template.quoted_name", 1),
        ("template.quoted_name", 2),
        ("template.quoted_name", 3),
    ]


def test_remarks_that_are_not_printed_may_hold_anything(told: Told) -> None:
    assert told("{# ｛｛ titel ｝｝ %} endif #}", "{# 备注，见 {{ x }} #}") == []


def test_faults_of_all_parts_and_all_kinds_are_told_in_one_pass(told: Told) -> None:
    found = told(
        "header: ｛｛ title ｝｝",
        "{{ creditor name }}",
        "{%p if draft %}",
        "{{ debtor.nmae }}",
        "| a | {{ items.number }}",
        "{{ title|uper }}",
        "title: {{ titel }}",
    )
    assert [code for code, *_ in found] == [
        "template.syntax",
        "template.start_without_end",
        "template.name_unknown",
        "template.entry_of_list",
        "template.filter_unknown",
        "template.full_width",
        "template.name_unknown",
    ]


def test_r_stands_alone_in_its_run_or_words_are_lost(told: Told) -> None:
    assert told("开户行{%r if draft %}（{{ title }}）{%r endif %}") == [
        ("template.not_alone", (None, None, None, 1), "{%r if draft %}"),
        ("template.not_alone", (None, None, None, 1), "{%r endif %}"),
    ]
    assert told("开户行·{%r if draft %}·（{{ title }}）·{%r endif %}") == []


def test_a_loop_may_call_its_member_each(told: Told) -> None:
    assert told("{%p for each in contracts %}", "{{ each.number }}", "{%p endfor %}") == []
    assert [code for code, *_ in told("{% foreach one in contracts %}x{% endfor %}")] == ["template.statement_unknown"]


def test_a_tag_that_nobody_fills_in_is_told_in_its_paragraph(told: Told) -> None:
    field = '<w:r><w:instrText>HYPERLINK "mailto:{{ creditor.email }}"</w:instrText></w:r>'
    file = body(paragraph("x") + paragraph("mail", field))
    assert [(code, where[3]) for code, where, _ in told(file)] == [("template.misplaced", 2)]
