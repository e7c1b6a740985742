"""What the JSON Schema lets through, loading takes: but for what one part says about another."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

import schemas
from docgen.errors import InvalidRequest, Severity
from docgen.letters.request import LetterKind
from tests.schemas.documents import changed, example

# Left to loading: what stands between parts, what needs a list or a sum, and limits that depend on another field.
BEYOND_A_SCHEMA = {
    "code.country_unknown",
    "code.currency_unknown",
    "code.identity_number_invalid",
    "code.postcode_invalid",
    "code.uscc_characters",
    "code.uscc_invalid",
    "code.uscc_length",
    "amount.too_many_decimals",
    "currency.mixed",
    "date.after_as_of",
    "dispute.exceeds_invoice",
    "credit_note.credits_credit_note",
    "credit_note.exceeds_invoice",
    "credit_note.unknown_invoice",
    "invoice.credits_without_credit_note",
    "invoice.number.duplicate",
    "invoice.unknown_contract",
    "contract.number.duplicate",
    "event.unknown_invoice",
    "payment.names_credit_note",
    "payment.unknown_invoice",
    "list.twice",
    "late_payment.value_missing",  # a value of zero
    "late_payment.value_too_high",
    "letter.dated_before_facts",
    "letter.enclosures_en",
    "letter.mandate_after_letter",
    "letter.pay_by_too_early",
    "letter.reply_by_too_early",
    "letter.unknown_place",
    "letter.unknown_warning",
    "party.debtor_is_creditor",
    "party.guarantor_is_party",
}
VALUES: list[Any] = [
    None, "", " ", "x", "a\u200bb", "a\x07b", "a\nb", "12 ", "0", "0.00", "1", "-1", "+5", "1.2", "1.35", "11",
    "1000000000000", "1,000.50", "1,00", "yes", "2025-04-16", "1979-12-31", "2025-13-01", "2101-01-01", "2025-02-30",
    "a@b", "a@b.example", "CN", "cny", 0, 1, -1, 1.4, 11, 10**12, 3651, True, [], [None], [""], ["x"], {}, {"x": 1},
]  # fmt: skip
KINDS = (LetterKind.LAWYERS_LETTER,)


def places(value: Any, at: str = "") -> list[str]:
    """One pointer for each field of each kind of row: the first row of a list stands for all."""
    inner = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    return [found for key, each in inner for found in (f"{at}/{key}", *places(each, f"{at}/{key}"))]


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_json_schema_accepts_meets_no_check_of_a_field_alone(kind: LetterKind) -> None:
    schema = jsonschema_rs.validator_for(schemas.json_schema(kind), validate_formats=True)
    document, accepted = example(kind), 0
    for place in places(document):
        for value in VALUES:
            text = json.dumps(changed(document, {place: value}), default=str)
            if not schema.is_valid(json.loads(text)):
                continue
            accepted += 1
            try:
                schemas.load(text, kind=kind)
            except InvalidRequest as error:
                faults = {(f.place, f.code) for f in error.findings if f.severity is Severity.FAULT}
                assert {code for _, code in faults} <= BEYOND_A_SCHEMA, (place, value, faults)
    assert accepted > len(places(document))  # the schema has not refused them all
