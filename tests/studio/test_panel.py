"""The fields panel: every name that a letter may use, as the code words it."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import jsonschema
import pytest

from docgen.letters.own import Asked, AskedField, OwnLetter
from docgen.letters.request import Language, LetterKind
from docgen.studio import panel
from docgen.studio.panel import Field, FieldKind
from docgen.studio.subject import Subject
from docgen.templating import compile_template
from docgen.wordfile.text import text
from tests.letters.making import example, make, template

WORD = Path(panel.__file__).with_name("word")


@functools.cache
def facts(kind: LetterKind, language: Language) -> dict[str, object]:
    return make(kind, example(kind.value), language).facts


@functools.cache
def fields(kind: LetterKind) -> tuple[Field, ...]:
    subject = Subject(kind=kind, language=Language.ZH)
    return panel.panel(subject, {language: [facts(kind, language)] for language in Language})


def field(name: str, kind: LetterKind = LetterKind.DEMAND_LETTER) -> Field:
    return next(one for one in fields(kind) if one.name == name)


@pytest.mark.parametrize("kind", LetterKind)
def test_every_name_that_a_letter_has_is_there_with_a_meaning_in_both_languages(kind: LetterKind) -> None:
    named = {one.name.replace("[]", "") for one in fields(kind)}
    assert named >= {name for language in Language for name in template(kind, language).names}
    assert all(one.meaning[language] for one in fields(kind) for language in Language)


@pytest.mark.parametrize("kind", LetterKind)
def test_every_field_is_one_that_the_facts_hold(kind: LetterKind) -> None:
    for one in fields(kind):
        assert one.within or panel.values(facts(kind, Language.ZH), one.name.removesuffix("[]")), one.name


def test_what_is_copied_is_what_is_typed_in_word() -> None:
    assert field("letter.number").tag == "{{ letter.number }}"
    assert field("items[]").tag == "{%p for one in items %} … {%p endfor %}"
    assert field("items[].open").tag == "{{ one.open }}"
    assert field("items[].open").within == "items[]"
    assert field("interest.claimed").tag == "{%p if interest.claimed %} … {%p endif %}"
    assert field("interest.segments[].rate").tag == "{{ one.rate }}"


def test_examples_are_the_words_of_the_example_letter() -> None:
    assert field("total_full").example[Language.EN].startswith("RMB 902,352.77 (Renminbi nine hundred and two")
    assert field("total").example[Language.ZH] == "人民币902,352.77元"
    assert field("items[]").example[Language.ZH] == "4"
    assert field("letter.sealed").example == {Language.ZH: "是", Language.EN: "yes"}
    assert field("reserved_said").example[Language.EN] == ""


def test_kinds_are_read_off_the_facts() -> None:
    kinds = {name: field(name).kind for name in ("items[]", "letter.sealed", "total", "items[].number")}
    assert kinds == {
        "items[]": FieldKind.LIST,
        "letter.sealed": FieldKind.YES_NO,
        "total": FieldKind.TEXT,
        "items[].number": FieldKind.TEXT,
    }


def test_fields_of_one_thing_stand_together() -> None:
    groups = [one.group[Language.EN] for one in fields(LetterKind.DEMAND_LETTER)]
    starts = [group for at, group in enumerate(groups) if at == 0 or groups[at - 1] != group]
    assert len(starts) == len(set(starts))
    assert starts[:2] == ["General", "Letter"]


@pytest.mark.parametrize("language", Language)
def test_as_a_word_file_it_shows_every_tag_with_its_meaning(language: Language) -> None:
    subject = Subject(kind=LetterKind.DEMAND_LETTER, language=language)
    shown = panel.for_word(fields(LetterKind.DEMAND_LETTER), subject, language)
    word_file = compile_template((WORD / f"fields_{language.value}.docx").read_bytes()).merge(shown)
    words = re.sub(r"\s+", " ", text(word_file))
    for one in fields(LetterKind.DEMAND_LETTER):
        assert one.tag in words, one.name
        assert " ".join(one.meaning[language].split()) in words, one.name


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", Language)
def test_the_schema_of_a_template_takes_the_facts_that_its_letter_is_made_from(
    kind: LetterKind, language: Language
) -> None:
    schema = panel.json_schema(template(kind, language).names, fields(kind))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(facts(kind, language), schema)


def test_the_schema_of_a_template_asks_for_what_the_template_prints_and_nothing_else() -> None:
    schema = panel.json_schema({"letter.number", "items.open"}, fields(LetterKind.DEMAND_LETTER))
    assert schema["required"] == ["letter", "items"]
    assert schema["properties"]["letter"]["required"] == ["number"]
    assert schema["properties"]["items"]["items"]["required"] == ["open"]
    with pytest.raises(jsonschema.ValidationError, match="'number' is a required property"):
        jsonschema.validate({"letter": {}, "items": []}, schema)


def test_what_a_letter_of_ones_own_asks_is_a_field_of_its_own_group() -> None:
    asked = AskedField(
        name="site", kind=Asked.TEXT, labels={"zh": "工地", "en": "Site"}, helps={"zh": "", "en": ""}, required=False
    )
    own = OwnLetter(
        id="site_notice",
        base=LetterKind.PAYMENT_REMINDER,
        titles={Language.ZH: "工地停工通知", Language.EN: "Site Notice"},
        asks=(asked,),
    )
    subject = Subject(kind=own.base, language=Language.EN, own=own)
    kind = LetterKind.PAYMENT_REMINDER
    found = panel.panel(subject, {Language.EN: [facts(kind, Language.EN) | {"own": {"site": "Pier 4"}}]})
    site = next(one for one in found if one.name == "own.site")
    assert (site.tag, site.example[Language.EN], site.group[Language.EN]) == (
        "{{ own.site }}",
        "Pier 4",
        "The letter's own",
    )
