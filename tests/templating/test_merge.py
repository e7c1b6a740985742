"""Templates in docxtpl's notation give docxtpl's letters, the same bytes each time, and every name exactly."""

from __future__ import annotations

import io
import zipfile
from threading import Thread
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.templating import compile_template
from docgen.wordfile.text import text
from tests.wordfile.builders import body, changed, contents, related, word_file, zipped

FACTS: dict[str, Any] = {
    "name": "Smith & Sons <select>",
    "overdue": True,
    "letter": {"number": "2026-017"},
    "invoices": [{"number": "A-1", "amount": "5.00"}, {"number": "A-2", "amount": "7.50"}],
    "days": ["Mon", "Tue", "Wed"],
    "empty": [],
    "count": 2,
}

TABLE = ("| No | Amount", "|{%tr for i in invoices %}|", "| {{ i.number }} | {{ i.amount }}", "|{%tr endfor %}|")

TEMPLATES = {
    "a field": ["Dear {{ name }},"],
    "a field split by formatting": ["Dear {·{ na·me }·},"],
    "a field of a field": ["No. {{ letter.number }}", "No. {{ letter['number'] }}"],
    "spaces around fields": [" {{ name }} and {{ count }} ", "{{ name }}  {{ name }}"],
    "a condition within a paragraph": ["It is {% if overdue %}overdue{% else %}not due{% endif %}."],
    "a condition split by formatting": ["It is {% if· overdue %}·over·due{% e·lse %}not due{% end·if %}."],
    "paragraphs under a condition": ["{%p if overdue %}", "Pay.", "{%p else %}", "Wait.", "{%p endif %}", "End."],
    "paragraphs repeated": ["{%p for i in invoices %}", "{{ loop.index }}. {{ i.number }}", "{%p endfor %}"],
    "rows repeated": [*TABLE, "End."],
    "rows under a condition": ["| a | b", "|{%tr if overdue %}|", "| c | {{ name }}", "|{%tr endif %}|"],
    "cells repeated": ["| a |{%tc for d in days %}| {{ d }} |{%tc endfor %}"],
    "paragraphs in a cell": ["|{%p if overdue %}¶Pay {{ name }}¶{%p endif %}¶now| b"],
    "runs under a condition": ["a·{%r if overdue %}·b·{%r endif %}·c"],
    "comments": ["a{# never seen #}b", "{#p nor this #}", "c"],
    "whitespace control": ["a", "{%- if overdue %}b{% endif -%}", "c"],
    "typographic quotes": ["{% if name == “Smith” %}a{% else %}b{% endif %}", "{{ unknown|default(‘–’) }}"],
    "comparisons": ["{% if count < 3 and count > 1 %}two{% endif %}", "{{ 'yes' if count >= 2 else 'no' }}"],
    "reckoning": ["{{ count + 1 }} {{ invoices|length }} {{ days|join(', ') }} {{ days|first }} {{ days|last }}"],
    "variables": ["{% set first = invoices|first %}{{ first.number }}"],
    "membership": ["{% if 'Mon' in days %}a{% endif %}{% if not empty %}b{% endif %}"],
    "an empty list": ["{% for x in empty %}a{% else %}nothing{% endfor %}"],
    "loops within loops": ["{% for i in invoices %}{% for d in days %}{{ i.number }}{{ d }} {% endfor %}{% endfor %}"],
    "headers and footers": ["header: {{ letter.·number }}", "Dear {{ name }}", "footer: {{ name }}"],
    "merged cells": ["| a | b", "|{%tr for i in invoices %}|", "| {% vm %}x | {{ i.number }}", "|{%tr endfor %}|"],
    "printed braces": ["{_{ name }_} and {_% if %_}, { single } braces"],
}


def by_docxtpl(template: bytes, facts: dict[str, Any]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(facts, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def merged(*lines: str, **facts: Any) -> str:
    return text(compile_template(word_file(*lines)).merge({**FACTS, **facts}))


@pytest.mark.parametrize("lines", TEMPLATES.values(), ids=TEMPLATES)
def test_the_letter_says_what_docxtpl_would_say(lines: list[str]) -> None:
    template = word_file(*lines)
    assert text(compile_template(template).merge(FACTS)) == text(by_docxtpl(template, FACTS))


@pytest.mark.parametrize("lines", TEMPLATES.values(), ids=TEMPLATES)
def test_the_letter_is_well_formed_and_python_docx_reads_it(lines: list[str]) -> None:
    template = compile_template(word_file(*lines))
    for facts in (FACTS, {**FACTS, "overdue": False, "invoices": [{"number": "", "amount": ""}], "days": ["Mon"]}):
        letter = template.merge(facts)
        assert docx.Document(io.BytesIO(letter)).element.body is not None
        for name, content in contents(letter).items():
            if name.endswith(".xml"):
                etree.fromstring(content)


def test_the_title_of_the_document_is_merged() -> None:
    letter = compile_template(word_file("title: Letter {{ letter.number }} to {{ name }}", "x")).merge(FACTS)
    title = docx.Document(io.BytesIO(letter)).core_properties.title
    assert title == "Letter 2026-017 to Smith & Sons <select>"


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_notes_are_merged(kind: str) -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = (
        f"<w:{kind} {ns}><w:{kind[:-1]}><w:p><w:r><w:t>see {{{{ name }}}}</w:t></w:r></w:p></w:{kind[:-1]}></w:{kind}>"
    )
    template = related(word_file("x"), kind, f"{kind}.xml", "Internal")
    letter = compile_template(zipped({**contents(template), f"word/{kind}.xml": xml.encode()})).merge(FACTS)
    assert "see Smith & Sons <select>" in text(letter)


def test_a_formatted_tag_keeps_the_formatting_of_its_first_run() -> None:
    letter = compile_template(word_file("Dear ·{{ na·me }}·!")).merge(FACTS)
    runs = docx.Document(io.BytesIO(letter)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [
        ("Dear ", False),
        ("Smith & Sons <select>", True),
        ("!", True),
    ]


@pytest.mark.parametrize(
    "value", ["Smith & Sons <select>", "龘𠮷野家", "{{ name }}", "{% raw %}", "{_{ x }_}", "]]>", "&amp;"]
)
def test_a_name_merges_exactly(value: str) -> None:
    assert merged("{{ name }}", name=value) == f"{value}\n"


def test_line_breaks_and_tabs_in_facts_become_those_of_word() -> None:
    letter = compile_template(word_file("{{ name }}")).merge({"name": " a\r\nb\tc "})
    xml = contents(letter)["word/document.xml"].decode()
    assert '<w:t xml:space="preserve"> a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/>' in xml
    assert docx.Document(io.BytesIO(letter)).paragraphs[0].text == " a\nb\tc "


LEGAL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"))
PROPERTY = compile_template(
    word_file("title: {{ value }}", "<{{ value }}>", "| a | {{ value }}", "header: {{ value }}")
)


@settings(max_examples=60, deadline=None)
@given(LEGAL)
def test_any_text_survives_the_merge(value: str) -> None:
    letter = docx.Document(io.BytesIO(PROPERTY.merge({"value": value})))
    assert letter.paragraphs[0].text == f"<{value}>"
    assert letter.tables[0].cell(0, 1).text == value
    assert letter.sections[0].header.paragraphs[0].text == value
    assert letter.core_properties.title == value


def test_the_same_facts_give_the_same_bytes_whoever_compiled_and_in_whatever_thread() -> None:
    template = word_file("header: {{ name }}", *TABLE)
    compiled = compile_template(template)
    results: list[bytes] = []
    threads = [Thread(target=lambda: results.append(compiled.merge(FACTS))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {*results, compile_template(template).merge(FACTS)} == {results[0]}
    assert len(results) == 8


def test_parts_without_tags_are_copied_as_compressed() -> None:
    template = word_file("Dear {{ name }}", "footer: Page")
    letter = compile_template(template).merge(FACTS)
    with zipfile.ZipFile(io.BytesIO(template)) as before, zipfile.ZipFile(io.BytesIO(letter)) as after:
        assert after.namelist() == before.namelist()
        sizes = {entry.filename: entry.compress_size for entry in before.infolist()}
        same = [entry.filename for entry in after.infolist() if entry.compress_size == sizes[entry.filename]]
        assert set(after.namelist()) - set(same) == {"word/document.xml"}


def test_a_template_without_tags_is_a_letter_already() -> None:
    assert text(compile_template(word_file("Dear Sirs,")).merge({})) == "Dear Sirs,\n"


def test_a_compiled_template_tells_its_digest_and_the_names_it_asks_for() -> None:
    compiled = compile_template(word_file("{{ letter.number }} {{ gone|default('') }}", *TABLE, "header: {{ name }}"))
    assert compiled.names == {"letter.number", "gone", "invoices", "invoices.number", "invoices.amount", "name"}
    assert len(compiled.digest) == 64


def test_a_cell_whose_paragraphs_are_all_conditional_keeps_one() -> None:
    letter = compile_template(word_file("|{%p if overdue %}¶Pay¶{%p endif %}| b")).merge({"overdue": False})
    assert [len(cell.paragraphs) for cell in docx.Document(io.BytesIO(letter)).tables[0].rows[0].cells] == [1, 1]


def test_a_picture_in_a_loop_is_numbered_afresh_each_time() -> None:
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = f'<w:p><w:r><w:drawing><wp:inline {wp}><wp:docPr id="7" name="a"/></wp:inline></w:drawing></w:r></w:p>'
    tag = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r></w:p>"
    template = body(tag.format("for d in days") + picture + tag.format("endfor"))
    xml = contents(compile_template(template).merge(FACTS))["word/document.xml"].decode()
    assert [f'id="{number}"' in xml for number in (1001, 1002, 1003, 7)] == [True, True, True, False]


def test_spaces_and_indentation_of_the_part_do_not_reach_the_letter() -> None:
    template = changed(word_file("a {{ name }}"), "word/document.xml", lambda xml: xml.replace("<w:p>", "\n  <w:p>\n "))
    assert text(compile_template(template).merge(FACTS)) == "a Smith & Sons <select>\n"


def test_lone_braces_are_words_even_where_docxtpl_would_read_a_tag() -> None:
    assert merged("{", "% {{ count }} {", "{ a } %", "}") == "{\n% 2 {\n{ a } %\n}\n"


def test_words_after_thousands_of_empty_values_are_printed() -> None:
    line = "{% for d in days %}{% if d is defined %}{{ d }}{% endif %}{% endfor %}{{ name }}"
    assert merged(line, days=[""] * 10_000, name="after") == "after\n"
