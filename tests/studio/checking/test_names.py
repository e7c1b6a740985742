"""Names that a letter does not have, wherever they stand, each with the nearest that it has."""

from __future__ import annotations

import pytest

from docgen.errors import Finding, WordPlace
from tests.studio.checking.conftest import Check, Told
from tests.studio.checking.files import (
    body,
    changed,
    paragraph,
    row,
    table,
    with_first_header,
    with_notes,
    with_text_box,
    word_file,
)


def unknown(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [
        (finding.facts["name"], finding.facts["nearest"])
        for finding in findings
        if finding.code == "template.name_unknown"
    ]


def place(findings: tuple[Finding, ...], code: str = "template.name_unknown") -> WordPlace:
    [found] = [finding.place for finding in findings if finding.code == code]
    assert isinstance(found, WordPlace)
    return found


@pytest.mark.parametrize(
    ("lines", "name", "nearest"),
    [
        (["{{ debtor.nmae }}"], "debtor.nmae", "debtor.name"),
        (["{{ credtor.name }}"], "credtor.name", "creditor.name"),
        (["{{ debtor_name }}"], "debtor_name", "debtor.name"),
        (["{{ titel }}"], "titel", "title"),
        (["{%p if letter.delivry %}", "x", "{%p endif %}"], "letter.delivry", "letter.delivery"),
        (["{% if draft %}x{% elif letter.nunber %}y{% endif %}"], "letter.nunber", "letter.number"),
        (["{%p for one in contract %}", "{{ one.anything }}", "{%p endfor %}"], "contract", "contracts"),
        (["{%p for one in contracts %}", "{{ one.numbr }}", "{%p endfor %}"], "one.numbr", "one.number"),
        (["{%p for one in contracts %}", "{{ oen.number }}", "{%p endfor %}"], "oen.number", "one.number"),
        (["{%p for one in contracts %}", "{{ loop.indx }}", "{%p endfor %}"], "loop.indx", "loop.index"),
        (["{% for one in contracts %}x{% endfor %}{{ one.number }}"], "one.number", ""),
        (["{{ loop.index }}"], "loop.index", ""),
        (["{% set due = letter.pay_by %}{{ deu }}"], "deu", ""),
        (["{{ debtor['nmae'] }}"], "debtor.nmae", "debtor.name"),
        (["{{ statement.aging[0].bucket }}"], "statement.aging", ""),
        (["{{ letter.date.year }}"], "letter.date.year", ""),
        (["header: {{ credtor.name }}"], "credtor.name", "creditor.name"),
        (["footer: {{ letter.numbr }}"], "letter.numbr", "letter.number"),
        (["title: {{ titel }}"], "titel", "title"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_name_that_the_letter_does_not_have_is_told_once_with_the_nearest(
    lines: list[str], name: str, nearest: str, language: str, checked: Check
) -> None:
    [(found, near)] = unknown(checked(*lines, language=language).findings)
    assert found == name
    if nearest:
        assert near == nearest


def test_every_unknown_name_is_told_in_one_pass_in_reading_order(told: Told) -> None:
    found = told(
        "header: {{ credtor.name }}",
        "致 {{ debtor.full_nmae }}",
        "| {{ x.number }} | {{ sums.demaned }}",
        "{% if state = 'due' %}x{% endif %}{{ letter.dat }}",
    )
    assert [(code, where) for code, where, _ in found if code == "template.name_unknown"] == [
        ("template.name_unknown", (None, None, None, 1)),
        ("template.name_unknown", (1, 1, 1, 1)),
        ("template.name_unknown", (1, 1, 2, 1)),
        ("template.name_unknown", (None, None, None, 2)),
        ("template.name_unknown", (None, None, None, 2)),
        ("template.name_unknown", (None, None, None, 1)),
    ]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_name_in_a_note_is_told_with_the_number_of_the_note(kind: str, checked: Check) -> None:
    found = place(checked(with_notes(kind, "well", "{{ debtor.nmae }}"), language="en").findings)
    assert (found.part, found.note, found.paragraph, found.words) == (f"word/{kind}s.xml", 2, 4, "{{ debtor.nmae }}")


def test_a_name_in_a_text_box_is_told_once_counted_with_its_part(checked: Check) -> None:
    file = with_text_box("{{ debtor.nmae }}", "{{ creditor.nmae }}")
    boxed, after = (finding.place for finding in checked(file).findings if finding.code == "template.name_unknown")
    assert isinstance(boxed, WordPlace)
    assert isinstance(after, WordPlace)
    assert (boxed.in_box, boxed.paragraph) == (True, 2)
    assert (after.in_box, after.paragraph) == (False, 3)


def test_a_name_in_the_header_of_the_first_page_says_so(checked: Check) -> None:
    found = place(checked(with_first_header("{{ credtor.name }}")).findings)
    assert (found.part, found.pages, found.paragraph) == ("word/header9.xml", "first", 1)


def test_a_name_in_a_property_has_the_part_and_its_tag(checked: Check) -> None:
    found = place(checked("title: {{ titel }}").findings)
    assert (found.part, found.paragraph, found.words) == ("docProps/core.xml", None, "{{ titel }}")


def test_tables_within_tables_are_counted_through_the_part(checked: Check) -> None:
    inner = table(row(paragraph("a"), paragraph("{{ debtor.nmae }}")))
    outer = table(row(paragraph("b")), row(inner + paragraph("c")))
    after = table(row(paragraph("{{ creditor.nmae }}")))
    found = [
        (one.place.table, one.place.row, one.place.cell, one.place.paragraph)
        for one in checked(body(outer + after)).findings
        if one.code == "template.name_unknown" and isinstance(one.place, WordPlace)
    ]
    assert found == [(2, 1, 2, 1), (3, 1, 1, 1)]


def test_a_name_that_may_be_missing_is_no_fault(told: Told) -> None:
    assert told("{{ gone|default('x') }}{% if gone is defined %}y{% endif %}") == []


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("{creditor.name}", "studio.field_without_braces", "creditor.name"),
        ("[[creditor.name]]", "studio.field_without_braces", "creditor.name"),
        ("«creditor.name»", "studio.field_without_braces", "creditor.name"),
        ("致 debtor.full_name：", "studio.field_without_braces", "debtor.full_name"),
        ("{ creditor.nmae }", "studio.field_without_braces", "creditor.name"),
    ],
)
def test_a_field_in_other_braces_or_in_none_is_told(line: str, code: str, name: str, checked: Check) -> None:
    [finding] = [one for one in checked(line).findings if one.code == code]
    assert finding.facts["mended"] == f"{{{{ {name} }}}}"


def test_words_in_brackets_and_addresses_of_the_internet_are_no_fields(told: Told) -> None:
    assert told("{附件} www.example.com legal.department@example.com [[1]] e.g. {a}", language="en") == []


def test_a_clause_stands_alone_and_is_one_that_there_is(told: Told) -> None:
    assert told("{{ clause.bank_account }}") == []
    assert [code for code, *_ in told("{{ clause.bank_acount }}")] == ["studio.clause_unknown"]
    assert [code for code, *_ in told("见 {{ clause.bank_account }}")] == ["studio.clause_not_alone"]
    assert [code for code, *_ in told("{% if clause.bank_account %}x{% endif %}")] == ["studio.clause_not_alone"]


def test_the_count_of_a_loop_is_nothing_that_a_letter_could_lack(checked: Check) -> None:
    found = checked("{% for one in contracts %}{% if not loop.first %}、{% endif %}{{ one.number }}{% endfor %}")
    assert found.names == {"contracts", "contracts.number"}


def test_the_names_and_clauses_that_a_template_asks_for_are_told(checked: Check) -> None:
    found = checked(
        "{{ creditor.name }}{%for one in contracts %}{{ one.number }}{% endfor %}", "{{ clause.bank_account }}"
    )
    assert found.includes == ("bank_account",)
    assert {"creditor.name", "contracts", "contracts.number"} <= found.names
    assert found.compiled is not None
    assert not found.stops


def test_a_tag_in_a_property_that_no_letter_fills_in_is_told(checked: Check) -> None:
    file = changed(
        word_file("x"),
        "docProps/app.xml",
        lambda xml: xml.replace("</Properties>", "<Manager>{{ letter.signatory }}</Manager></Properties>"),
    )
    found = place(checked(file).findings, "template.misplaced")
    assert (found.part, found.words) == ("docProps/app.xml", "{{ letter.signatory }}")
