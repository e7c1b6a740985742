"""A template is a program from a stranger: what it may not do, and where a fault is said to be."""

from __future__ import annotations

import re
from typing import Any

import pytest

from docgen.errors import Finding, HostileFile, TemplateFault, WordPlace
from docgen.messages import Messages
from docgen.templating import Limits, compile_template
from docgen.wordfile.text import text
from tests.wordfile.builders import body, changed, contents, word_file, zipped


def faults(*lines: str) -> list[Finding]:
    with pytest.raises(TemplateFault) as refused:
        compile_template(word_file(*lines))
    return list(refused.value.findings)


def merge_faults(*lines: str, limits: Limits | None = None, **facts: Any) -> list[Finding]:
    template = compile_template(word_file(*lines), limits=limits)
    with pytest.raises(TemplateFault) as refused:
        template.merge(facts)
    return list(refused.value.findings)


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("{% include 'a' %}", "include"),
        ("{% extends 'a' %}", "extends"),
        ("{% import 'a' as b %}", "import"),
        ("{% from 'a' import b %}", "import"),
        ("{% macro a() %}{% endmacro %}", "macro"),
        ("{% call a() %}{% endcall %}", "call"),
        ("{% block a %}{% endblock %}", "block"),
        ("{% filter first %}{% endfilter %}", "filter"),
        ("{% with a = 1 %}{% endwith %}", "with"),
        ("{% set a %}b{% endset %}", "set"),
        ("{% autoescape false %}{% endautoescape %}", "autoescape"),
        ("{{ a() }}", "()"),
        ("{{ a.items() }}", "()"),
        ("{{ range(9) }}", "()"),
        ("{{ lipsum() }}", "()"),
        ("{{ a|safe }}", "|safe"),
        ("{{ a|attr('b') }}", "|attr"),
        ("{{ a|map('b') }}", "|map"),
        ("{{ a|format }}", "|format"),
        ("{{ a|in_run }}", "|in_run"),
        ("{{ 'a' is callable }}", "is callable"),
        ("{{ a.__class__ }}", "__class__"),
        ("{{ a['__class__'] }}", "__class__"),
        ("{{ _a }}", "_a"),
        ("{{ self }}", "self"),
        ("{% raw %}{{ a }}{% endraw %}", "raw"),
        ("{{ 9 ** 9 }}", "**"),
        ("{{ a ~ a }}", "~"),
        ("{{ a % b }}", "%"),
        ("{{ a / b }}", "/"),
        ("{{ a[1:2] }}", "[:]"),
        ("{{ {'a': 1} }}", "{}"),
        ("{% for x in a recursive %}{% endfor %}", "recursive"),
    ],
)
def test_what_a_template_may_not_do_is_named(tag: str, what: str) -> None:
    found = faults(tag)
    assert "template.forbidden" in codes(found)
    assert what in {finding.facts["what"] for finding in found if finding.code == "template.forbidden"}


@pytest.mark.parametrize("tag", ["{% do a %}", "{% break %}", "{% trans %}a{% endtrans %}"])
def test_unknown_statements_are_refused(tag: str) -> None:
    assert set(codes(faults(tag))) <= {"template.forbidden", "template.statement_unknown"}


@pytest.mark.parametrize("name", ["range", "lipsum", "dict", "cycler", "joiner", "namespace", "context", "environment"])
def test_nothing_is_known_but_the_facts(name: str) -> None:
    assert codes(merge_faults(f"{{{{ {name} }}}}")) == ["template.name_unknown"]


@pytest.mark.parametrize(
    "written", ["a.append", "a.keys", "b.format", "b.upper", "c.real", "d.items", "d.pop", "a['x']"]
)
def test_methods_of_facts_cannot_be_reached(written: str) -> None:
    found = merge_faults(f"{{{{ {written} }}}}", a=["x"], b="x", c=1, d={"x": "x"})
    assert codes(found) == ["template.name_unknown"]


@pytest.mark.parametrize("written", ["loop.cycle", "loop.changed", "loop.nextitem", "loop.depth"])
def test_of_a_loop_only_the_counts_can_be_reached(written: str) -> None:
    assert codes(merge_faults(f"{{% for x in a %}}{{{{ {written} }}}}{{% endfor %}}", a=["x"])) == [
        "template.name_unknown"
    ]


def test_loops_within_loops_are_counted_even_when_they_print_nothing() -> None:
    inner = "{% for x in a %}" * 4 + "{% endfor %}" * 4
    assert codes(merge_faults(inner, a=["x"] * 1000)) == ["template.too_many_turns"]


def test_what_a_merge_prints_is_limited() -> None:
    lines = ["{% for x in a %}{{ b }}{% endfor %}"]
    assert codes(merge_faults(*lines, limits=Limits(output_size=100_000), a=["x"] * 5000, b="x" * 100)) == [
        "template.too_large"
    ]
    joins = "{{ a|join(a|join(a|join(a|join('x')))) }}"
    assert codes(merge_faults(joins, a=["x"] * 5000)) == ["template.too_large"]


def test_numbers_cannot_grow_without_end() -> None:
    squares = "".join("{% set a = a * a %}" for _ in range(40))
    assert codes(merge_faults(squares, a=9)) == ["template.unworkable"]
    assert codes(merge_faults("{{ a * 999999999 }}", a="x")) == ["template.unworkable"]


def test_deep_nesting_is_refused() -> None:
    assert "template.too_deep" in codes(faults("{% if a %}" * 20 + "{% endif %}" * 20))
    assert "template.too_deep" in codes(faults("{{ " + "not " * 300 + "a }}"))
    assert codes(faults("{{ " + "(" * 1500 + "a" + ")" * 1500 + " }}")) == ["template.too_deep"]
    assert codes(faults("{{ " + "(" * 5000 + "a" + ")" * 5000 + " }}")) == ["template.tag_too_long"]


def test_a_part_longer_than_a_template_may_be_is_not_compiled() -> None:
    with pytest.raises(TemplateFault) as refused:
        compile_template(word_file("{{ a }}"), limits=Limits(source_size=100))
    assert codes(list(refused.value.findings)) == ["template.part_too_large"]


def test_a_hostile_file_is_no_template() -> None:
    with pytest.raises(HostileFile):
        compile_template(zipped({**contents(word_file("{{ a }}")), "word/vbaProject.bin": b"x"}))


class Loud(str):
    def __html__(self) -> str:
        return "<w:t>raw</w:t>"


@pytest.mark.parametrize("value", [1.5, None, b"x", ("x",), {1: "x"}, Loud("x"), object(), {"x"}])
def test_facts_are_plain_data_or_refused_by_name(value: object) -> None:
    found = merge_faults("{{ a }}", a={"b": ["x", value]})
    assert [(finding.code, finding.facts["name"]) for finding in found] == [("template.not_plain", "a.b[2]")]


def test_facts_that_contain_themselves_are_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert codes(merge_faults("x {{ b }}", a=endless, b="x")) == ["template.not_plain"]


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_a_character_that_no_xml_can_hold_is_refused_by_name(character: str) -> None:
    found = merge_faults("{{ a }}", a="x", rows=[{"name": f"x{character}y"}])
    assert [dict(finding.facts) for finding in found] == [
        {"name": "rows[1].name", "character": f"U+{ord(character):04X}"}
    ]


@pytest.mark.parametrize("value", [True, ["x"], {"x": "y"}])
def test_what_is_not_words_is_never_printed(value: object) -> None:
    assert codes(merge_faults("{{ a }}", a=value)) == ["template.not_words"]


def test_a_loop_goes_through_lists_alone() -> None:
    assert codes(merge_faults("{% for x in a %}{{ x }}{% endfor %}", a="words")) == ["template.not_list"]


def test_a_width_from_the_facts_cannot_leave_its_attribute() -> None:
    found = merge_faults("|{% colspan a %}x | b", a='2"/><w:evil/>')
    assert codes(found) == ["template.not_attribute"]
    assert text(compile_template(word_file("|{% colspan a %}x | b")).merge({"a": 2})) == "x | b\n"


def test_all_unknown_names_of_all_parts_are_told_with_their_places_and_the_nearest_known_name() -> None:
    found = merge_faults(
        "header: {{ credtor }}",
        "x",
        "Dear {{ na·mee }}",
        "| a | b",
        "| c |{{ letter.no }}",
        creditor="x",
        name="y",
        letter={},
    )
    assert [
        (finding.code, finding.place, finding.facts["name"], finding.facts.get("nearest")) for finding in found
    ] == [
        (
            "template.name_unknown",
            WordPlace("word/document.xml", paragraph=2, words="{{ namee }}", around="Dear {{ namee }}"),
            "namee",
            "name",
        ),
        (
            "template.name_unknown",
            WordPlace(
                "word/document.xml",
                paragraph=1,
                table=1,
                row=2,
                cell=2,
                words="{{ letter.no }}",
                around="c ¶ {{ letter.no }}",
            ),
            "letter.no",
            "",
        ),
        (
            "template.name_unknown",
            WordPlace("word/header1.xml", paragraph=1, words="{{ credtor }}", around="{{ credtor }}"),
            "credtor",
            "creditor",
        ),
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ gone }}",
        "{% if gone %}x{% endif %}",
        "{% if not gone %}x{% endif %}",
        "{% if gone == 'x' %}x{% endif %}",
        "{% if gone > 1 %}x{% endif %}",
        "{% for x in gone %}x{% endfor %}",
        "{{ gone|length }}",
        "{{ gone|join }}",
        "{{ gone|first }}",
        "{{ gone + 1 }}",
        "{{ -gone }}",
        "{{ gone.more.still }}",
        "{% if 'x' in gone %}x{% endif %}",
        "{% set a = gone %}{{ a }}",
    ],
)
def test_an_unknown_name_is_told_however_it_is_used(tag: str) -> None:
    found = merge_faults("x", tag)
    assert codes(found)[0] == "template.name_unknown"
    assert found[0].place is not None
    assert isinstance(found[0].place, WordPlace)
    assert found[0].place.paragraph == 2


def test_a_name_that_may_be_missing_is_asked_for_with_default_or_defined() -> None:
    lines = ["a{{ gone|default('b') }}{% if gone is defined %}c{% endif %}{% if gone is undefined %}d{% endif %}"]
    assert text(compile_template(word_file(*lines)).merge({})) == "abd\n"


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        (["x", "{{ a b }}"], "template.syntax", (2, None, None, None)),
        (["x", "y", "{% foo %}"], "template.statement_unknown", (3, None, None, None)),
        (["| a | b", "| c | {{ | }}"], "template.tag_open", (1, 1, 2, 2)),
        (["x {{ a"], "template.tag_open", (1, None, None, None)),
        (["{{ a", "}}"], "template.tag_open", (1, None, None, None)),
        (["x", "a }}"], "template.tag_not_opened", (2, None, None, None)),
        (["x", "｛｛ a ｝｝"], "template.full_width", (2, None, None, None)),
        (["{{ a ｝｝"], "template.full_width", (1, None, None, None)),
        (["｛% if a %｝"], "template.full_width", (1, None, None, None)),
        (["{%p if a %}", "x"], "template.start_without_end", (1, None, None, None)),
        (["x", "{% endif %}"], "template.end_without_start", (2, None, None, None)),
        (["{%p if a %}", "{%p endfor %}"], "template.end_without_start", (2, None, None, None)),
        (["{%p if a %}", "x", "{% endif %}"], "template.kinds_differ", (3, None, None, None)),
        (["|{%tr for a in b %}|", "| {{ a }} |", "|{%p endfor %}|"], "template.kinds_differ", (1, 1, 3, 1)),
        (["x {%p if a %}", "{%p endif %}"], "template.not_alone", (1, None, None, None)),
        (["|{%tr for a in b %}| x", "|{%tr endfor %}|"], "template.not_alone", (1, 1, 1, 1)),
        (["{%tr for a in b %}", "{%tr endfor %}"], "template.outside_table", (1, None, None, None)),
        (["{{r a }}"], "template.markup", (1, None, None, None)),
        (["{{p a }}"], "template.markup", (1, None, None, None)),
        (["{%p if a %}", "|{%p endif %}| b"], "template.unbalanced", (1, None, None, None)),
    ],
)  # fmt: skip
def test_a_fault_in_the_notation_is_located(
    lines: list[str], code: str, place: tuple[int, int | None, int | None, int | None]
) -> None:
    found = next(finding for finding in faults(*lines) if finding.code == code)
    assert isinstance(found.place, WordPlace)
    assert (found.place.paragraph, found.place.table, found.place.row, found.place.cell) == place


def test_faults_of_all_parts_are_told_at_once() -> None:
    assert codes(faults("header: {{ a b }}", "x {{ c", "{{ d }}", "footer: ｛｛ e ｝｝", "title: {{ f g }}")) == [
        "template.tag_open",
        "template.full_width",
        "template.syntax",
        "template.syntax",
    ]


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p w:rsidR="{{ a }}"/>',
        '<w:p><w:r><w:instrText>HYPERLINK "http://{{ a }}"</w:instrText></w:r></w:p>',
        "<w:p>{{ a }}</w:p>",
        '<w:sdt><w:sdtPr><w:alias w:val="{% if a %}"/></w:sdtPr></w:sdt>',
    ],
)
def test_tags_that_no_reader_sees_are_refused(xml: str) -> None:
    with pytest.raises(TemplateFault) as refused:
        compile_template(body(xml))
    assert set(codes(list(refused.value.findings))) == {"template.misplaced"}


@pytest.mark.parametrize(
    ("tag", "code", "facts"),
    [
        ("{{ debtor name }}", "template.syntax", {"at": "name"}),
        ("{{ debtor. }}", "template.unfinished", {}),
        ("{{ }}", "template.unfinished", {}),
        ("{% if %}x{% endif %}", "template.unfinished", {}),
        ("{% for row of items %}{% endfor %}", "template.syntax", {"at": "of"}),
        ("{{ debtor@name }}", "template.syntax", {"at": "@"}),
        ("{% unless draft %}", "template.statement_unknown", {"word": "unless"}),
        ("{% if state = 'due' %}x{% endif %}", "template.single_equals", {"instead": "{% if state == 'due' %}"}),
        ("{% if state=‘due’ %}x{% endif %}", "template.single_equals", {"instead": "{% if state==‘due’ %}"}),
        ("{{ debtor。name }}", "template.wide_sign", {"signs": "。", "instead": "."}),
        ("{{ days｜join（'、'） }}", "template.wide_sign", {"signs": "｜（）", "instead": "|()"}),
        ("{% if state ＝＝ '逾期' %}x{% endif %}", "template.wide_sign", {"signs": "＝", "instead": "="}),
        ("{{ ‘debtor.name’ }}", "template.quoted_name", {"name": "debtor.name"}),
        ("{{ “debtor.name” }}", "template.quoted_name", {"name": "debtor.name"}),
        ("{% if “draft” %}x{% endif %}", "template.quoted_name", {"name": "draft"}),
        ("{% for row in ‘items’ %}x{% endfor %}", "template.quoted_name", {"name": "items"}),
    ],
)
def test_a_slip_of_the_hand_is_named_with_what_to_type_instead(tag: str, code: str, facts: dict[str, str]) -> None:
    [found] = faults(tag)
    assert found.code == code
    assert facts.items() <= dict(found.facts).items()


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{% if state == ‘due’ %}x{% endif %}", "x\n"),
        ("{{ days|join(“、”) }}", "Mon、Tue\n"),
        ("{{ '（逾期）' if state == 'due' else '，' }}", "（逾期）\n"),
        ("{# 备注：“不打印” #}y", "y\n"),
    ],
)
def test_curly_quotes_around_words_and_wide_signs_within_them_are_as_meant(tag: str, printed: str) -> None:
    assert text(compile_template(word_file(tag)).merge({"state": "due", "days": ["Mon", "Tue"]})) == printed


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "tag",
    [
        "{{ debtor name }}", "{{ }}", "{% if a = 1 %}x{% endif %}", "{% foo %}", "{{ days }}",
        "{% for d in name %}x{% endfor %}", "{{ name + 1 }}", "{{ gone }}", "{{ nmae }}", "{{ empty|first }}",
        "{% if name < 1 %}x{% endif %}", "{{ “name” }}",
    ],
)  # fmt: skip
def test_no_word_of_the_template_engine_leaks_into_a_sentence(tag: str, language: str, messages: Messages) -> None:
    with pytest.raises(TemplateFault) as refused:
        compile_template(word_file(tag)).merge({"name": "x", "days": ["Mon"], "empty": []})
    engines_own = r"expected token|unexpected|\bgot\b|Encountered|\bstr\b|\bint\b|not supported|–"
    for finding in refused.value.findings:
        said = messages.say(finding, language) + messages.do(finding, language)
        assert not re.search(engines_own, said), said


def test_names_that_no_fact_has_are_found_before_anything_is_merged() -> None:
    lines = ["{{ debtor.nmae }} {{ debtor.name }} {{ gone|default('') }}", "| a", "|{%tr for row in items %}|"]
    rest = ["| {{ row.numbr }} |", "|{%tr endfor %}|", "{% set a = items %}{{ a }}{{ phone }}{{ abracadabra }}"]
    known = ["debtor.name", "items", "items.number", "creditor.phone"]
    with pytest.raises(TemplateFault) as refused:
        compile_template(word_file(*lines, *rest), known=known)
    assert [(one.code, one.facts["name"], one.facts.get("nearest")) for one in refused.value.findings] == [
        ("template.name_unknown", "debtor.nmae", "debtor.name"),
        ("template.name_unknown", "row.numbr", "row.number"),
        ("template.name_unknown", "phone", "creditor.phone"),
        ("template.name_unknown", "abracadabra", ""),
    ]


def test_a_fault_in_one_tag_hides_no_wrong_name_in_another() -> None:
    lines = [
        "{% if state = 'due' %}{{ letter.numbr }}{% endif %}",
        "x {{ debtor nmae }}",
        "| a",
        "|{%tr for row in items %}|",
    ]
    rest = [
        "| {{ row.numbr }} |",
        "|{%tr endfor %}|",
        "{{ debtor.nmae|default('') }}{% for x in gone %}{{ x.y }}{% endfor %}",
    ]
    known = ["debtor.name", "items", "items.number", "letter.number", "state"]
    with pytest.raises(TemplateFault) as refused:
        compile_template(word_file(*lines, *rest), known=known)
    assert [(one.code, one.facts.get("name")) for one in refused.value.findings] == [
        ("template.single_equals", None),
        ("template.syntax", None),
        ("template.name_unknown", "letter.numbr"),
        ("template.name_unknown", "row.numbr"),
        ("template.name_unknown", "gone"),
        ("template.name_unknown", "x.y"),
    ]


def test_comments_in_the_xml_are_not_read_as_tags() -> None:
    template = changed(
        word_file("x"), "word/document.xml", lambda xml: xml.replace("<w:body>", "<w:body><!--{{ a }}-->")
    )
    assert text(compile_template(template).merge({})) == "x\n"
