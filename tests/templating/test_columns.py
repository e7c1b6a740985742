"""A loop made column by column gives what the loop itself gives: the same bytes, or the same faults at their tags."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import Finding, TemplateFault
from docgen.templating import CompiledTemplate, Limits, compile_template
from docgen.templating.columns import Columns
from tests.wordfile.builders import contents, word_file

ROWS = ("|{%tr for row in rows %}|", "| {{ row.a }} | {{ row.b }}, {{ row['a'] }}", "|{%tr endfor %}|")
TABLE_OF_WORDS = ("|{%tr for word in words %}|", "| {{ word }} | x", "|{%tr endfor %}|")
MADE_BY_COLUMN = {
    "rows": ROWS,
    "rows that are counted": ("|{%tr for row in rows %}|", "| {{ loop.index }} | {{ row.b }}", "|{%tr endfor %}|"),
    "paragraphs": ("{%p for row in rows %}", "{{ row.b }}!", "{%p endfor %}"),
    "words within a sentence": ("{% for row in rows %}{{ row.a }}{{ row.b }}{% endfor %} and so on",),
    "the rows themselves": ("{% for word in words %}{{ word }}, {% else %}none{% endfor %}",),
    "no value": ("{% for row in rows %}–{% endfor %}",),
    "a table within a loop": ("{%p for one in more %}", "{{ loop.index }}", *ROWS, "{%p endfor %}"),
    "a list within a loop": ("{% for one in more %}{% for x in one.rows %}{{ x.a }}{% endfor %};{% endfor %}",),
    "a table under a condition": ("{%p if rows %}", *ROWS, "{%p else %}", *TABLE_OF_WORDS, "{%p endif %}"),
    "a list written out": ("{% for word in [one, 'x', gone] %}{{ word }} {% endfor %}",),
}
LEFT_TO_THE_LOOP = {
    "a condition": "{% for row in rows %}{% if row.b %}{{ row.a }}{% endif %}{% endfor %}",
    "some rows": "{% for row in rows if row.b %}{{ row.a }}{% endfor %}",
    "a fact from elsewhere": "{% for row in rows %}{{ one }}{% endfor %}",
    "what may be missing": "{% for row in rows %}{{ row.a|default('-') }}{% endfor %}",
    "how many rows are left": "{% for row in rows %}{{ loop.revindex }}{% endfor %}",
}
FACTS: dict[str, Any] = {
    "rows": [{"a": "A-1", "b": "5.00"}, {"a": "<A-2>\n", "b": 7}],
    "words": ["Mon", "Tue"],
    "one": "1",
    "more": [{"rows": [{"a": "x", "b": "y"}]}, {"rows": []}],
    "gone": "",
}

WORDS = st.text(st.sampled_from("ab &<>\"'\t\r\n{}%龘𠮷\ufdd0")) | st.integers()
VALUES = WORDS | WORDS | WORDS | st.booleans() | st.just(["x"]) | st.just({"a": "x"}) | st.just("\x00") | st.none()
ROW = st.fixed_dictionaries({"a": WORDS, "b": WORDS})
LISTS = st.lists(ROW) | st.lists(ROW) | st.lists(st.dictionaries(st.sampled_from("ab"), VALUES) | VALUES, max_size=4)
ANY_FACTS = st.fixed_dictionaries(
    {"rows": LISTS, "words": st.lists(WORDS) | LISTS, "one": VALUES},
    optional={"more": st.lists(st.fixed_dictionaries({"rows": LISTS}), max_size=3), "gone": VALUES},
)


def both(*lines: str, limits: Limits | None = None) -> tuple[CompiledTemplate, CompiledTemplate]:
    """A template as it is compiled, and with every loop left as it was written."""
    as_it_is = compile_template(word_file(*lines), limits=limits)
    with patch("docgen.templating.rendering.by_column"):
        return as_it_is, compile_template(word_file(*lines), limits=limits)


def outcome(template: CompiledTemplate, facts: dict[str, Any]) -> bytes | list[Finding]:
    try:
        return contents(template.merge(facts))["word/document.xml"]
    except TemplateFault as fault:
        return list(fault.findings)


def made_by_column(*lines: str, facts: dict[str, Any] = FACTS) -> list[bool]:
    """Of each loop that may be, whether it was."""
    found: list[bool] = []
    blocks = Columns.blocks

    def watched(self: Columns, rows: list[Any]) -> object:
        found.append((made := blocks(self, rows)) is not None)
        return made

    with patch.object(Columns, "blocks", watched):
        compile_template(word_file(*lines)).merge(facts)
    return found


COMPILED = {name: both(*lines) for name, lines in MADE_BY_COLUMN.items()}


@pytest.mark.parametrize("name", MADE_BY_COLUMN)
@settings(max_examples=60, deadline=None)
@given(facts=ANY_FACTS)
def test_any_facts_give_the_same_bytes_or_the_same_faults(name: str, facts: dict[str, Any]) -> None:
    as_it_is, as_written = COMPILED[name]
    assert outcome(as_it_is, facts) == outcome(as_written, facts)


@pytest.mark.parametrize("name", MADE_BY_COLUMN)
def test_what_rows_hold_is_made_by_column(name: str) -> None:
    assert any(made_by_column(*MADE_BY_COLUMN[name]))


@pytest.mark.parametrize("line", LEFT_TO_THE_LOOP.values(), ids=LEFT_TO_THE_LOOP)
def test_anything_more_is_left_to_the_loop(line: str) -> None:
    as_it_is, as_written = both(line)
    assert made_by_column(line) == []
    assert outcome(as_it_is, FACTS) == outcome(as_written, FACTS)


@pytest.mark.parametrize(
    ("lines", "facts", "code"),
    [
        (ROWS, {"rows": [{"a": 1, "b": 1}, {"a": 2, "b": True}]}, "template.not_words"),
        (ROWS, {"rows": [{"a": "x", "b": "y"}, {"a": "x"}]}, "template.name_unknown"),
        (ROWS, {"rows": [{"a": "x", "b": 10**5_000}]}, "template.unworkable"),
        (ROWS, {"rows": {"a": "x", "b": "y"}}, "template.name_unknown"),
        (["{% for row in [one, gone] %}{{ row.a }}{% endfor %}"], {"one": {"a": "x"}}, "template.name_unknown"),
    ],
)
def test_what_cannot_be_printed_is_found_by_the_loop(lines: list[str], facts: dict[str, Any], code: str) -> None:
    as_it_is, as_written = both(*lines)
    faults = outcome(as_it_is, facts)
    assert faults == outcome(as_written, facts)
    assert isinstance(faults, list)
    assert faults[0].code == code


def test_a_list_longer_than_one_piece_of_text_has_every_row_once() -> None:
    facts = {"rows": [{"a": f"A-{number}", "b": number} for number in range(2_000)]}
    as_it_is, as_written = both(*ROWS)
    assert made_by_column(*ROWS, facts=facts) == [True]
    assert outcome(as_it_is, facts) == outcome(as_written, facts)


def test_one_value_that_is_not_words_among_thousands_is_found_at_its_tag() -> None:
    rows: list[dict[str, Any]] = [{"a": "x", "b": "y"} for _ in range(2_000)]
    rows[1_234]["b"] = True
    [fault] = outcome(both(*ROWS)[0], {"rows": rows})
    assert isinstance(fault, Finding)
    assert (fault.code, fault.facts["tag"]) == ("template.not_words", "{{ row.b }}")


def test_rows_made_by_column_are_counted_against_the_limits() -> None:
    rows = [{"a": "x" * 100, "b": "y"}] * 1_000
    for limits in (Limits(turns=999), Limits(output_size=100_000)):
        as_it_is, as_written = both(*ROWS, limits=limits)
        faults = outcome(as_it_is, {"rows": rows})
        assert isinstance(faults, list)
        assert faults == outcome(as_written, {"rows": rows})
