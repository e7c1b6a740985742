"""The JSON Schema of each letter and the field list of the form, both made from the schemas themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

import schemas
from docgen.letters.request import LetterKind
from schemas import FieldKind, FormField
from tests.schemas.documents import EXAMPLES, NOTHING, changed, example


def checks(kind: LetterKind) -> Any:
    schema = schemas.json_schema(kind)
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.validator_for(schema)


@pytest.mark.parametrize("kind", LetterKind)
def test_the_example_of_each_letter_satisfies_its_json_schema(kind: LetterKind) -> None:
    assert checks(kind).is_valid(json.loads((EXAMPLES / f"{kind}.json").read_bytes()))


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("demand_letter", {"/account/as_of": NOTHING}),
        ("demand_letter", {"/account/invoices/0/amout": "1"}),
        ("demand_letter", {"/account/creditor/kind": "compny"}),
        ("demand_letter", {"/account/invoices/0/amount": "about 5"}),
        ("demand_letter", {"/account/declared/debtor_missing": "nope"}),
        ("demand_letter", {"/account/creditor/bank_account": NOTHING}),
        ("lawyers_letter", {"/letter/law_firm": NOTHING}),
        ("lawyers_letter", {"/letter/law_firm/lawyers/0/practice_number": "1"}),
        ("payment_order_application", {"/letter/court": NOTHING}),
        ("payment_order_application", {"/letter/court": None}),
        ("payment_order_application", {"/letter/evidence": []}),
        ("payment_order_application", {"/account/creditor/representative": NOTHING}),
        ("lawyers_letter", {"/letter/law_firm/lawyers": []}),
        ("demand_letter", {"/account/creditor/registration_number": NOTHING}),
        ("demand_letter", {"/account/creditor/name": "  "}),
        ("demand_letter", {"/account/creditor/name": "a\u200bb"}),
        ("demand_letter", {"/account/creditor/country": "China"}),
        ("demand_letter", {"/account/invoices/0/amount": "-5"}),
        ("demand_letter", {"/account/invoices/0/amount": 0}),
        ("demand_letter", {"/account/invoices/0/issued_on": "1979-12-31"}),
        ("demand_letter", {"/account/payments/2/names": [None]}),
        ("demand_letter", {"/account/contracts/0/due/days": NOTHING}),
        ("demand_letter", {"/account/contracts/0/late_payment/value": NOTHING}),
        ("demand_letter", {"/letter/interest/multiplier": "1.2"}),
    ],
)
def test_the_json_schema_refuses_what_loading_refuses(kind: str, changes: dict[str, Any]) -> None:
    assert not checks(LetterKind(kind)).is_valid(changed(example(kind), changes))


def test_the_json_schema_takes_amounts_as_text_or_number_and_declared_facts_in_short() -> None:
    document = changed(example(), {"/account/invoices/0/amount": 5, "/account/declared": {"debtor_missing": "no"}})
    assert checks(LetterKind.DEMAND_LETTER).is_valid(document)


def leaves(kind: LetterKind) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of the JSON Schema that holds a value and not a part, with the part that it stands in."""
    for part, definition in schemas.json_schema(kind)["$defs"].items():
        for name, field in definition["properties"].items():
            if "$ref" not in json.dumps(field):
                yield f"{part}.{name}", field


LEAVES = dict(leaves(LetterKind.DEMAND_LETTER))


@pytest.mark.parametrize("place", LEAVES)
def test_every_value_of_the_json_schema_is_described_in_a_sentence(place: str) -> None:
    field = LEAVES[place]
    assert field["description"][0].isalnum() or field["description"][0] == "“", field["description"]
    assert field["description"].endswith((".", "?"))


@pytest.mark.parametrize(
    ("place", "said", "example"),
    [
        ("Party.registration_number", "18 characters", "91320505EXAMPLE117"),
        ("Party.postcode", "Six digits", "215000"),
        ("Party.country", "two capital letters", "CN"),
        ("Contract.currency", "CNY, not RMB", "CNY"),
        ("Account.as_of", "YYYY-MM-DD", "2026-09-15"),
        ("Invoice.amount", "Text is recommended", "1234.50"),
        ("Invoice.number", "As text", "26327000000000000105"),
        ("LatePaymentClause.value", "A fraction", "0.0005"),
        ("Letter.acknowledge", "a person has read", ["letter.dated_before_as_of"]),
    ],
)
def test_what_a_stranger_would_guess_wrong_is_said_and_shown(place: str, said: str, example: Any) -> None:
    assert said in LEAVES[place]["description"]
    assert example in LEAVES[place]["examples"]


def test_what_a_stranger_would_guess_wrong_of_nothing_of_lines_and_of_choices_is_said() -> None:
    schema = schemas.json_schema(LetterKind.DEMAND_LETTER)
    assert "blank text" in schema["description"] and "an absent field" in schema["description"]
    assert "several lines" in LEAVES["Contract.payment_terms"]["description"]
    assert "per_day – " in LEAVES["LatePaymentClause.rate"]["description"]
    assert schema["$defs"]["Account"]["properties"]["declared"]["examples"][0]["debtor_missing"] == "no"


@pytest.mark.parametrize("place", [place for place, field in LEAVES.items() if "examples" in field])
def test_every_example_in_the_json_schema_satisfies_it(place: str) -> None:
    field = LEAVES[place]
    assert all(jsonschema_rs.validator_for(field).is_valid(example) for example in field["examples"])


def test_every_part_of_the_json_schema_refuses_unknown_fields() -> None:
    definitions = schemas.json_schema(LetterKind.DEMAND_LETTER)["$defs"]
    assert all(definition["additionalProperties"] is False for definition in definitions.values())


def every_field() -> Iterator[tuple[str, FormField]]:
    def walk(fields: tuple[FormField, ...], at: str) -> Iterator[tuple[str, FormField]]:
        for field in fields:
            yield f"{at}/{field.name}", field
            yield from walk(field.fields, f"{at}/{field.name}")

    for part in ("account", "letter"):
        yield from walk(schemas.fields(part), f"/{part}")


@pytest.mark.parametrize(("place", "field"), list(every_field()), ids=[place for place, _ in every_field()])
def test_every_field_has_a_label_in_both_languages_and_a_description(place: str, field: FormField) -> None:  # noqa: ARG001
    assert any("\u4e00" <= character <= "\u9fff" for character in field.label_zh) or "SWIFT" in field.label_zh
    assert field.label_en.isascii() and field.label_en[0].isupper()
    assert field.description.endswith((".", "?"))
    assert all(value and zh and en for value, zh, en in field.choices)


def test_the_form_knows_what_kind_of_entry_each_field_takes() -> None:
    kinds = {place: field.kind for place, field in every_field()}
    assert kinds["/account/as_of"] is FieldKind.DAY
    assert kinds["/account/creditor"] is FieldKind.PART
    assert kinds["/account/creditor/kind"] is FieldKind.CHOICE
    assert kinds["/account/contracts/due/days"] is FieldKind.WHOLE
    assert kinds["/account/contracts/late_payment/value"] is FieldKind.NUMBER
    assert kinds["/account/contracts/late_payment/day_count"] is FieldKind.CHOICE
    assert kinds["/account/contracts/dispute_clause"] is FieldKind.LINES
    assert kinds["/account/invoices"] is FieldKind.ROWS
    assert kinds["/account/invoices/amount"] is FieldKind.MONEY
    assert kinds["/account/invoices/secured"] is FieldKind.YES_NO
    assert kinds["/account/payments/names"] is FieldKind.TEXTS
    assert kinds["/account/declared/debtor_missing"] is FieldKind.ANSWER
    assert kinds["/letter/paragraphs"] is FieldKind.PARAGRAPHS


def test_the_form_shows_the_defaults_that_loading_takes() -> None:
    defaults = {place: field.default for place, field in every_field()}
    assert defaults["/account/creditor/country"] == "CN"
    assert defaults["/letter/interest/multiplier"] == "1.3"
    assert defaults["/letter/interest/day_count"] == "365"
    assert defaults["/letter/draft_anyway"] == "false"
    assert defaults["/letter/pay_by"] is None


@pytest.mark.parametrize(
    ("pointer", "zh", "en"),
    [
        ("/account/invoices/2/amount", "发票 3、金额", "Invoices 3, Amount"),
        ("/account/debtor/registration_number", "债务人、统一社会信用代码", "Debtor, Registration number"),
        ("/letter/pay_by", "请于此日前付款", "Pay by"),
        ("/account", "账户", "Account"),
        ("/account/a~1b", "a/b", "a/b"),
        ("", "", ""),
    ],
)
def test_a_place_is_told_in_words(pointer: str, zh: str, en: str) -> None:
    assert schemas.label(pointer, "zh") == zh
    assert schemas.label(pointer, "en") == en
