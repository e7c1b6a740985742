"""Loops over what is no list, lists that are printed, filters of the wrong kind, comparisons that never hold."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.context.fields import fields
from docgen.letters.request import Language, LetterKind
from docgen.studio.checking.known import Kind, Known, known
from docgen.studio.subject import Subject
from tests.letters.making import make
from tests.studio.checking.conftest import Check


@pytest.mark.parametrize(
    ("tag", "code", "facts"),
    [
        ("{% for one in debtor.name %}x{% endfor %}", "template.not_list", {"kind_en": "words"}),
        ("{% for one in debtor %}x{% endfor %}", "template.not_list", {"kind_en": "a group of facts"}),
        ("{% for one in draft %}x{% endfor %}", "template.not_list", {"kind_en": "yes or no"}),
        ("{%p for one in interest %}", "template.not_list", {}),
        ("{{ contracts }}", "template.not_words", {"kind_en": "a list"}),
        ("{{ creditor.natural }}", "template.not_words", {"kind_en": "yes or no"}),
        ("{{ debtor }}", "template.not_words", {"kind_en": "a group of facts"}),
        ("{{ contracts[0] }}", "template.not_words", {"kind_en": "a group of facts"}),
        ("{{ items.number }}", "template.entry_of_list", {"list": "items", "entry": "number"}),
        ("{% if contracts.amount %}x{% endif %}", "template.entry_of_list", {"list": "contracts"}),
        ("{{ sums.demanded|money }}", "template.filter_unknown", {"filter": "money"}),
        ("{{ contracts|frist }}", "template.filter_unknown", {"filter": "frist", "nearest": "first"}),
        ("{{ debtor.name|join('、') }}", "template.filter_kind", {"filter": "join", "kind_en": "words"}),
        ("{{ contracts|join('、') }}", "template.filter_kind", {"filter": "join", "kind_en": "a group of facts"}),
        ("{{ draft|length }}", "template.filter_kind", {"filter": "length", "kind_en": "yes or no"}),
        ("{% if sums.demanded > 1000 %}x{% endif %}", "studio.compared_as_number", {"name": "sums.demanded"}),
        ("{% if draft == 'yes' %}x{% endif %}", "studio.never_equal", {"name": "draft"}),
        ("{% if contracts == '' %}x{% endif %}", "studio.never_equal", {"name": "contracts"}),
        ("{{ sums.demanded + sums.open }}", "studio.reckoned", {"name": "sums.demanded"}),
        ("{{ total * 1.05 }}", "studio.reckoned", {"name": "total"}),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_fact_that_cannot_be_used_so_is_told(
    tag: str, code: str, facts: dict[str, str], language: str, checked: Check
) -> None:
    findings = [finding for finding in checked("x", tag, language=language).findings if finding.code == code]
    assert findings
    assert facts.items() <= findings[0].facts.items()
    assert findings[0].place.paragraph == 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "tag",
    [
        "{% for one in contracts %}{{ loop.index }}{{ one.number }}{% endfor %}",
        "{% if contracts|length == 1 %}x{% endif %}",
        "{% if loop %}x{% endif %}",
        "{{ enclosures|join('；') }}",
        "{{ enclosures|first }}",
        "{{ contracts[0].number }}",
        "{{ title if draft else letter.number }}",
        "{% if draft and not contracts or letter.number == 'x' %}x{% endif %}",
        "{% for one in contracts %}{% if loop.revindex > 2 and not loop.first %}x{% endif %}{% endfor %}",
        "{% set due = letter.pay_by %}{{ due }}",
    ],
)
def test_what_is_sound_is_not_remarked_upon(tag: str, checked: Check) -> None:
    faults = {finding.code for finding in checked(tag).findings} - {"font.substituted"}
    assert faults <= ({"template.name_unknown"} if "if loop" in tag and "for" not in tag else set())


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", Language)
def test_the_kinds_are_those_of_the_facts_that_the_example_letter_is_made_from(
    kind: LetterKind, language: Language
) -> None:
    """What the texts of the fields say of their kinds is held against facts that were worded."""
    root = known(Subject(kind=kind, language=language), ())
    assert list(_mismatched(root, make(kind, language=language).facts)) == []
    assert {name.replace("[]", "") for name in fields(kind)} <= set(_names(root))


_KINDS = {str: Kind.TEXT, int: Kind.TEXT, bool: Kind.YES_NO, list: Kind.LIST, dict: Kind.GROUP}


def _mismatched(fact: Known, value: Any) -> Any:
    if fact.name and fact.kind is not _KINDS[type(value)]:
        yield fact.name, fact.kind, value
    if isinstance(value, dict):
        for name, entry in value.items():
            if name in fact.children:
                yield from _mismatched(fact.children[name], entry)
    elif isinstance(value, list) and fact.member is not None:
        for entry in value:
            yield from _mismatched(fact.member, entry)


def _names(fact: Known) -> Any:
    yield fact.name
    for child in (*fact.children.values(), *(fact.member.children.values() if fact.member else ())):
        yield from _names(child)
