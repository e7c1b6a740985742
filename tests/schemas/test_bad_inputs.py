"""Bad inputs, each with the place and the code that it must be answered with, and with nothing else."""

from __future__ import annotations

import datetime as dt
import json
import sys
from decimal import Decimal
from typing import Any

import pytest

import schemas
from docgen.errors import Finding, InvalidRequest, NotJSON, Severity
from docgen.letters.request import LetterKind
from docgen.messages import Messages
from schemas.document import MOST_BYTES
from schemas.values import unwelcome
from tests.schemas.documents import NOTHING, changed, example

A = "/account"
L = "/letter"
I0, I3, CREDIT = f"{A}/invoices/0", f"{A}/invoices/3", f"{A}/invoices/4"
C0, C1 = f"{A}/contracts/0", f"{A}/contracts/1"
CREDITOR, DEBTOR = f"{A}/creditor", f"{A}/debtor"
GUARANTEE = {"guarantor": {"name": "担保示例有限公司"}, "mode": "joint"}

# (what is changed in the example, where the fault is, its code)
ONE_FAULT: list[tuple[dict[str, Any], str, str]] = [
    # fields
    ({f"{A}/as_of": NOTHING}, f"{A}/as_of", "field.missing"),
    ({f"{A}/as_of": None}, f"{A}/as_of", "field.missing"),
    ({f"{DEBTOR}/name": "  \u3000 "}, f"{DEBTOR}/name", "field.missing"),
    ({f"{I0}/amout": "1"}, f"{I0}/amout", "field.unknown"),
    ({"/leter": {}}, "/leter", "field.unknown"),
    ({f"{A}/a~b": 1}, f"{A}/a~0b", "field.unknown"),
    ({f"{A}/declared/debtor_mising": "no"}, f"{A}/declared/debtor_mising", "field.unknown"),
    ({f"{A}/creditor": NOTHING}, f"{A}/creditor", "field.missing"),
    ({f"{A}/debtor": 5}, f"{A}/debtor", "value.not_an_object"),
    ({f"{A}/history/0": "call"}, f"{A}/history/0", "value.not_an_object"),
    ({f"{A}/payments": {}}, f"{A}/payments", "value.not_a_list"),
    ({f"{A}/payments/2/names": "25327000000000000101"}, f"{A}/payments/2/names", "value.not_a_list"),
    ({f"{A}/payments/2/names": [None]}, f"{A}/payments/2/names/0", "list.empty_row"),
    ({f"{A}/invoices/-": {}}, f"{A}/invoices/7", "list.empty_row"),
    ({f"{L}/interest": {"rul": ""}}, f"{L}/interest/rul", "field.unknown"),
    # only null and absence mean "not given": a wrong type is never "no payments"
    ({f"{A}/payments": ""}, f"{A}/payments", "value.not_a_list"),
    ({f"{A}/history": ""}, f"{A}/history", "value.not_a_list"),
    ({f"{A}/payments": [""]}, f"{A}/payments/0", "value.not_an_object"),
    ({f"{A}/declared": ""}, f"{A}/declared", "value.not_an_object"),
    ({f"{A}/declared": []}, f"{A}/declared", "value.not_an_object"),
    ({f"{A}/declared/bankruptcy_accepted": []}, f"{A}/declared/bankruptcy_accepted", "value.not_an_object"),
    ({f"{A}/declared/bankruptcy_accepted": [None]}, f"{A}/declared/bankruptcy_accepted", "value.not_an_object"),
    ({f"{A}/declared/bankruptcy_accepted": ""}, f"{A}/declared/bankruptcy_accepted", "value.not_a_choice"),
    ({f"{C0}/due": "  "}, f"{C0}/due", "value.not_an_object"),
    ({f"{C0}/late_payment": []}, f"{C0}/late_payment", "value.not_an_object"),
    ({f"{CREDITOR}/size": [None]}, f"{CREDITOR}/size", "value.not_an_object"),
    (
        {f"{CREDITOR}/size": {"size": [], "stated_on": "2025-01-02", "source": "S"}},
        f"{CREDITOR}/size/size",
        "value.not_a_choice",
    ),
    ({f"{L}/interest": []}, f"{L}/interest", "value.not_an_object"),
    ({f"{L}/paragraphs": ""}, f"{L}/paragraphs", "value.not_an_object"),
    ({f"{CREDITOR}/kind": ""}, f"{CREDITOR}/kind", "value.not_a_choice"),
    ({f"{I0}/due_on": " "}, f"{I0}/due_on", "value.not_a_date"),
    ({f"{L}/costs": ""}, f"{L}/costs", "value.not_a_number"),
    ({f"{C0}/due/days": "12 "}, f"{C0}/due/days", "value.not_a_whole_number"),
    # text
    ({f"{CREDITOR}/contact": 12}, f"{CREDITOR}/contact", "value.not_text"),
    ({f"{CREDITOR}/contact": "字" * 201}, f"{CREDITOR}/contact", "text.too_long"),
    ({f"{DEBTOR}/name": "远航\x07装备"}, f"{DEBTOR}/name", "text.character"),
    ({f"{DEBTOR}/name": "远航\n装备"}, f"{DEBTOR}/name", "text.character"),
    ({f"{DEBTOR}/name": "远航\u202e装备"}, f"{DEBTOR}/name", "text.character"),
    ({f"{DEBTOR}/name": "远航\u200b装备"}, f"{DEBTOR}/name", "text.character"),
    ({f"{DEBTOR}/name": "远航\ue000装备"}, f"{DEBTOR}/name", "text.character"),
    ({f"{DEBTOR}/name": "远航\ud800装备"}, f"{DEBTOR}/name", "text.character"),
    ({f"{CREDITOR}/email": "receivables.example"}, f"{CREDITOR}/email", "value.not_an_email"),
    ({f"{CREDITOR}/bank_account/swift": "examcnb"}, f"{CREDITOR}/bank_account/swift", "value.not_a_swift_code"),
    # money and numbers
    ({f"{I0}/amount": 386400.0}, f"{I0}/amount", "amount.binary_float"),
    ({f"{I0}/amount": True}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": "386.400,00"}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": "38,64,00"}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": "３８６４００"}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": "NaN"}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": "¥386400"}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": Decimal("NaN")}, f"{I0}/amount", "value.not_a_number"),
    ({f"{I0}/amount": "0.00"}, f"{I0}/amount", "amount.not_positive"),
    ({f"{I0}/amount": "-386400"}, f"{I0}/amount", "amount.not_positive"),
    ({f"{L}/costs": "-1"}, f"{L}/costs", "amount.negative"),
    ({f"{I0}/amount": "386400.005"}, f"{I0}/amount", "amount.too_many_decimals"),
    ({f"{I0}/amount": "1000000000000"}, f"{I0}/amount", "amount.too_large"),
    ({f"{I0}/amount": Decimal("1e999999")}, f"{I0}/amount", "amount.too_large"),
    ({f"{I0}/amount": Decimal("1e-999999")}, f"{I0}/amount", "amount.too_many_decimals"),
    ({f"{C0}/late_payment/grace_days": "soon"}, f"{C0}/late_payment/grace_days", "value.not_a_whole_number"),
    ({f"{C0}/late_payment/grace_days": False}, f"{C0}/late_payment/grace_days", "value.not_a_whole_number"),
    ({f"{C0}/late_payment/grace_days": -1}, f"{C0}/late_payment/grace_days", "value.out_of_range"),
    ({f"{C0}/late_payment/cap": "30"}, f"{C0}/late_payment/cap", "value.out_of_range"),
    ({f"{I0}/secured": "perhaps"}, f"{I0}/secured", "value.not_yes_or_no"),
    ({f"{I0}/secured": 10**5000}, f"{I0}/secured", "value.not_yes_or_no"),
    # choices
    ({f"{CREDITOR}/kind": "compny"}, f"{CREDITOR}/kind", "value.not_a_choice"),
    ({f"{CREDITOR}/kind": ["company"]}, f"{CREDITOR}/kind", "value.not_a_choice"),
    ({f"{A}/declared/debtor_missing": "nope"}, f"{A}/declared/debtor_missing", "value.not_a_choice"),
    ({f"{A}/declared/debtor_missing": {"answer": "nope"}}, f"{A}/declared/debtor_missing/answer", "value.not_a_choice"),
    ({f"{L}/interest/day_count": 366}, f"{L}/interest/day_count", "value.not_a_choice"),
    ({f"{L}/interest/multiplier": "1.2"}, f"{L}/interest/multiplier", "letter.multiplier"),
    ({f"{L}/interest/multiplier": "1.51"}, f"{L}/interest/multiplier", "letter.multiplier"),
    ({f"{L}/interest/multiplier": "0.9"}, f"{L}/interest/multiplier", "letter.multiplier"),
    ({f"{CREDITOR}/country": "XX"}, f"{CREDITOR}/country", "code.country_unknown"),
    ({f"{C0}/currency": "RMB"}, f"{C0}/currency", "code.currency_unknown"),
    # days
    ({f"{I0}/issued_on": "2025-4-16"}, f"{I0}/issued_on", "value.not_a_date"),
    ({f"{I0}/issued_on": "20250416"}, f"{I0}/issued_on", "value.not_a_date"),
    ({f"{I0}/issued_on": 20250416}, f"{I0}/issued_on", "value.not_a_date"),
    ({f"{I0}/issued_on": dt.datetime(2025, 4, 16, tzinfo=dt.UTC)}, f"{I0}/issued_on", "value.not_a_date"),
    ({f"{I0}/issued_on": "2025-02-29"}, f"{I0}/issued_on", "date.impossible"),
    ({f"{I0}/due_on": "0205-05-16"}, f"{I0}/due_on", "date.out_of_bounds"),
    ({f"{I0}/due_on": "2525-05-16"}, f"{I0}/due_on", "date.out_of_bounds"),
    ({f"{A}/booked_up_to": "2026-09-16"}, f"{A}/booked_up_to", "date.after_as_of"),
    ({f"{C0}/signed_on": "2026-09-16"}, f"{C0}/signed_on", "date.after_as_of"),
    ({f"{A}/invoices/6/issued_on": "2026-09-16"}, f"{A}/invoices/6/issued_on", "date.after_as_of"),
    ({f"{I0}/accepted_on": "2026-09-16"}, f"{I0}/accepted_on", "date.after_as_of"),
    (
        {f"{I0}/delivery_documents/0/dated_on": "2026-09-16"},
        f"{I0}/delivery_documents/0/dated_on",
        "date.after_as_of",
    ),
    ({f"{A}/history/4/on": "2026-09-16"}, f"{A}/history/4/on", "date.after_as_of"),
    # parties
    ({f"{DEBTOR}/registration_number": "91330108EXAMPLE2"}, f"{DEBTOR}/registration_number", "code.uscc_length"),
    (
        {f"{DEBTOR}/registration_number": "9133O108EXAMPLE25X"},
        f"{DEBTOR}/registration_number",
        "code.uscc_characters",
    ),
    ({f"{DEBTOR}/registration_number": "9144030071526762XG"}, f"{DEBTOR}/registration_number", "code.uscc_invalid"),
    (
        {f"{DEBTOR}/kind": "natural_person", f"{DEBTOR}/registration_number": "110105194912310021"},
        f"{DEBTOR}/registration_number",
        "code.identity_number_invalid",
    ),
    ({f"{DEBTOR}/postcode": "31000"}, f"{DEBTOR}/postcode", "code.postcode_invalid"),
    (
        {f"{DEBTOR}/name": "华信精工（示例）有限公司", f"{DEBTOR}/registration_number": None},
        DEBTOR,
        "party.debtor_is_creditor",
    ),
    (
        {f"{C0}/guarantees": [{**GUARANTEE, "guarantor": {"name": "远航装备（示例）股份有限公司"}}]},
        f"{C0}/guarantees/0/guarantor",
        "party.guarantor_is_party",
    ),
    # contracts
    ({f"{C0}/due/days": None}, f"{C0}/due/days", "due.days_missing"),
    ({f"{C1}/due/days": 30}, f"{C1}/due/days", "due.days_unwanted"),
    ({f"{C0}/late_payment/value": None}, f"{C0}/late_payment/value", "late_payment.value_missing"),
    ({f"{C0}/late_payment/rate": "none"}, f"{C0}/late_payment/value", "late_payment.value_unwanted"),
    ({f"{C1}/late_payment/value": "0.05"}, f"{C1}/late_payment/value", "late_payment.value_too_high"),
    (
        {f"{C0}/guarantees": [{**GUARANTEE, "maximum": "10.001"}]},
        f"{C0}/guarantees/0/maximum",
        "amount.too_many_decimals",
    ),
    # invoices and credit notes
    ({f"{I0}/contract": "HX-2025-0381"}, f"{I0}/contract", "invoice.unknown_contract"),
    ({f"{I0}/credits": "25327000000000000102"}, f"{I0}/credits", "invoice.credits_without_credit_note"),
    ({f"{CREDIT}/credits": "26327000000000000114"}, f"{CREDIT}/credits", "credit_note.unknown_invoice"),
    ({f"{CREDIT}/credits": "26327000000000000901"}, f"{CREDIT}/credits", "credit_note.credits_credit_note"),
    ({f"{CREDIT}/amount": "276900.01"}, f"{CREDIT}/amount", "credit_note.exceeds_invoice"),
    (
        {f"{I0}/dispute": {"amount": "386400.01", "reason": "质量", "raised_on": "2025-05-01"}},
        f"{I0}/dispute/amount",
        "dispute.exceeds_invoice",
    ),
    ({f"{A}/invoices/1/currency": "USD"}, f"{A}/invoices/1/currency", "currency.mixed"),
    # payments and history
    ({f"{A}/payments/2/currency": "EUR"}, f"{A}/payments/2/currency", "currency.mixed"),
    ({f"{A}/payments/0/names/0": "25327000000000000110"}, f"{A}/payments/0/names/0", "payment.unknown_invoice"),
    ({f"{A}/payments/0/names/0": "26327000000000000901"}, f"{A}/payments/0/names/0", "payment.names_credit_note"),
    ({f"{A}/payments/0/names/-": "25327000000000000101"}, f"{A}/payments/0/names/1", "list.twice"),
    ({f"{A}/history/0/invoices": ["1"]}, f"{A}/history/0/invoices/0", "event.unknown_invoice"),
    # the letter
    ({f"{L}/dated_on": "2026-08-31"}, f"{L}/dated_on", "letter.dated_before_facts"),
    ({f"{L}/pay_by": "2026-09-15"}, f"{L}/pay_by", "letter.pay_by_too_early"),
    ({f"{L}/reply_by": "2026-09-01"}, f"{L}/reply_by", "letter.reply_by_too_early"),
    ({f"{L}/enclosures_en": ["Invoices (copies)"]}, f"{L}/enclosures_en", "letter.enclosures_en"),
    ({f"{L}/mandate_on": "2026-09-16"}, f"{L}/mandate_on", "letter.mandate_after_letter"),
    ({f"{L}/paragraphs": {"Closing!": "此致"}}, f"{L}/paragraphs/Closing!", "letter.paragraph_name"),
    ({f"{L}/paragraphs": {"closing": 3}}, f"{L}/paragraphs/closing", "value.not_text"),
    ({f"{L}/paragraphs": ["closing"]}, f"{L}/paragraphs", "value.not_an_object"),
    ({f"{L}/acknowledge": ["Read it all"]}, f"{L}/acknowledge/0", "letter.unknown_warning"),
    ({f"{L}/enclosures": ["附件"] * 101}, f"{L}/enclosures", "list.too_long"),
]


def found(document: Any, **options: Any) -> tuple[Finding, ...]:
    with pytest.raises(InvalidRequest) as raised:
        schemas.load(document, **options)
    return raised.value.findings


@pytest.mark.parametrize(("changes", "place", "code"), ONE_FAULT, ids=[f"{c} at {p}" for _, p, c in ONE_FAULT])
def test_one_fault_is_answered_with_its_place_and_code_alone(changes: dict[str, Any], place: str, code: str) -> None:
    findings = [f for f in found(changed(example(), changes)) if f.severity is Severity.FAULT]
    assert [(finding.place, finding.code) for finding in findings] == [(place, code)]


# As JSON writes them: powers of ten beyond what arithmetic holds, and numbers of thousands of digits.
BEYOND = [
    "1e99999999999999999999", "-1E+99999999999999999999", "1e-99999999999999999999", "1e999999999999", "1E+1000000",
    "-1e99999999", "1e100", "1e-100", "0e99999999999999999999", "9" * 5000, "0." + "1" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("number", BEYOND, ids=lambda number: number[:24])
@pytest.mark.parametrize(
    ("place", "codes"),
    [
        (f"{A}/as_of", {"value.not_a_date"}),
        (f"{DEBTOR}/name", {"value.not_text"}),
        (f"{CREDITOR}/kind", {"value.not_a_choice"}),
        (f"{C0}/guarantees", {"value.not_a_list"}),
        (f"{I0}/amount", {"amount.too_large", "amount.too_many_decimals", "amount.not_positive"}),
        (f"{L}/costs", {"amount.too_large", "amount.too_many_decimals", "amount.negative"}),
        (
            f"{C0}/late_payment/value",
            {"value.out_of_range", "amount.too_many_decimals", "late_payment.value_missing"},
        ),
        (f"{C0}/late_payment/grace_days", {"value.not_a_whole_number", "value.out_of_range"}),
        (f"{L}/interest/multiplier", {"letter.multiplier"}),
        (f"{L}/interest/day_count", {"value.not_a_choice", "value.not_a_whole_number"}),
        (f"{I0}/secured", {"value.not_yes_or_no"}),
    ],
)
def test_a_number_beyond_arithmetic_is_a_fault_of_its_field(place: str, codes: set[str], number: str) -> None:
    text = json.dumps(changed(example(), {place: "NUMBER"})).replace('"NUMBER"', number)
    try:
        schemas.load(text)
    except InvalidRequest as error:
        here = [finding.code for finding in error.findings if finding.place == place]
    else:
        here = []
    if number.startswith("0e") and place == f"{L}/costs":
        assert here == []  # nothing, however many times ten
    else:
        assert len(here) == 1 and set(here) <= codes


def test_several_faults_are_reported_at_once_also_those_between_parts() -> None:
    document = changed(
        example(),
        {
            f"{A}/invoices/1/amount": "abc",
            f"{A}/invoices/2/issued_on": None,
            f"{A}/payments/0/names/0": "25327000000000000110",
            f"{A}/history/0/kind": "letter",
            f"{DEBTOR}/postcode": "1",
            f"{L}/pay_by": "2026-09-01",
            f"{L}/intrest": {},
        },
    )
    assert {(finding.place, finding.code) for finding in found(document)} == {
        (f"{A}/invoices/1/amount", "value.not_a_number"),
        (f"{A}/invoices/2/issued_on", "field.missing"),
        (f"{A}/payments/0/names/0", "payment.unknown_invoice"),
        (f"{A}/history/0/kind", "value.not_a_choice"),
        (f"{DEBTOR}/postcode", "code.postcode_invalid"),
        (f"{L}/pay_by", "letter.pay_by_too_early"),
        (f"{L}/intrest", "field.unknown"),
    }


def test_an_unknown_field_names_the_nearest_known_one() -> None:
    (finding,) = found(changed(example(), {f"{A}/invoices/0/isued_on": "2025-01-01"}))
    assert finding.facts == {"name": "isued_on", "nearest": "issued_on"}


def test_a_name_that_is_like_no_known_one_is_told_without_a_guess() -> None:
    far = changed(example(), {f"{A}/invoices/0/zzzz": "1", f"{A}/payments/0/names": ["QQ"]})
    findings = {f.code: f.facts["nearest"] for f in found(far)}
    assert findings == {"field.unknown": "", "payment.unknown_invoice": ""}


def test_an_unknown_invoice_names_the_nearest_one_in_the_account() -> None:
    (finding,) = found(changed(example(), {f"{A}/payments/0/names/0": "2532700000000000101"}))
    assert finding.facts == {"invoice": "2532700000000000101", "nearest": "25327000000000000101"}


def test_a_duplicate_invoice_number_names_the_row_that_has_it() -> None:
    document = changed(example(), {f"{A}/invoices/1/number": "25327000000000000101", f"{A}/payments/1/names": []})
    (finding,) = found(document)
    assert (finding.place, finding.code) == (f"{A}/invoices/1/number", "invoice.number.duplicate")
    assert finding.facts == {"number": "25327000000000000101", "row": "1"}


def test_an_invoice_number_in_powers_of_ten_is_a_fault() -> None:
    (finding,) = found(changed(example(), {f"{A}/invoices/6/number": "2.6332E+19"}))
    assert (finding.place, finding.code) == (f"{A}/invoices/6/number", "invoice.number.spoilt")


def test_a_duplicate_contract_number_is_a_fault() -> None:
    document = changed(example(), {f"{C1}/number": "HX-2025-0318", f"{A}/invoices/5/contract": None})
    document = changed(document, {f"{A}/invoices/6/contract": None})
    assert [(f.place, f.code) for f in found(document)] == [(f"{C1}/number", "contract.number.duplicate")]


def test_a_debtor_with_the_creditors_code_is_the_creditor_whatever_its_name() -> None:
    code = example()["account"]["creditor"]["registration_number"]
    findings = found(changed(example(), {f"{DEBTOR}/registration_number": code.lower()}))
    assert [(f.place, f.code) for f in findings] == [(DEBTOR, "party.debtor_is_creditor")]


def test_two_credit_notes_that_together_exceed_the_invoice_are_a_fault() -> None:
    second = {**example()["account"]["invoices"][4], "number": "26327000000000000902", "amount": "260000.01"}
    findings = found(changed(example(), {f"{A}/invoices/-": second}))
    assert [(f.place, f.code) for f in findings] == [(f"{A}/invoices/7/amount", "credit_note.exceeds_invoice")]
    assert findings[0].facts["credited"] == "276900.01"


def test_yen_have_no_decimals() -> None:
    yen = {f"{A}/contracts/{index}/currency": "JPY" for index in (0, 1)}
    findings = found(changed(example(), yen))
    assert [(f.place, f.code) for f in findings] == [
        (f"{A}/contracts/0/amount", "amount.too_many_decimals"),
        (f"{A}/invoices/2/amount", "amount.too_many_decimals"),
        (f"{A}/history/2/amount", "amount.too_many_decimals"),
    ]
    assert findings[0].facts["decimals"] == "0"


def test_a_payment_without_a_currency_is_in_that_of_the_invoices() -> None:
    dollars = {f"{A}/contracts": [], f"{A}/payments": [{"received_on": "2026-08-20", "amount": "60.50"}]}
    invoices = [{"number": "A", "issued_on": "2026-08-01", "amount": "100.00", "currency": "USD"}]
    given = changed(example(), {**dollars, f"{A}/invoices": invoices, f"{A}/history": []})
    account = schemas.load(given).account
    assert (account.currency, account.currency_of(account.payments[0])) == ("USD", "USD")


def test_payments_alone_name_the_currency_of_the_account() -> None:
    dollars = {"received_on": "2026-08-20", "amount": "60.50", "currency": "USD"}
    alone = {f"{A}/contracts": [], f"{A}/invoices": [], f"{A}/history": [], f"{A}/payments": [dollars]}
    assert schemas.load(changed(example(), alone)).account.currency == "USD"


def test_more_invoices_than_the_cap_are_refused_without_being_read() -> None:
    rows = [{"number": str(n)} for n in range(10_001)]
    findings = found(changed(example(), {f"{A}/invoices": rows}))
    assert [(f.place, f.code) for f in findings] == [(f"{A}/invoices", "list.too_long")]


def test_of_very_many_faults_a_thousand_are_listed_and_the_rest_counted() -> None:
    findings = found(changed(example(), {f"{A}/history": [7] * 1500}))
    assert len(findings) == 1001
    assert (findings[-1].code, findings[-1].facts) == ("request.more_faults", {"more": "500"})


# (letter, what is taken from its example, what is then missing)
NEEDED = [
    ("payment_reminder", f"{L}/number"),
    ("balance_confirmation", f"{L}/number"),
    ("demand_letter", f"{L}/number"),
    ("demand_letter", f"{CREDITOR}/bank_account"),
    ("demand_letter", f"{CREDITOR}/registration_number"),
    ("demand_letter", f"{DEBTOR}/registration_number"),
    ("lawyers_letter", f"{L}/law_firm"),
    ("lawyers_letter", f"{L}/law_firm/lawyers"),
    ("lawyers_letter", f"{CREDITOR}/bank_account"),
    ("payment_order_application", f"{L}/court"),
    ("payment_order_application", f"{L}/evidence"),
    ("payment_order_application", f"{CREDITOR}/address"),
    ("payment_order_application", f"{CREDITOR}/representative"),
    ("payment_order_application", f"{CREDITOR}/registration_number"),
    ("payment_order_application", f"{DEBTOR}/address"),
]


@pytest.mark.parametrize(("kind", "place"), NEEDED)
def test_a_letter_asks_for_what_it_needs(kind: str, place: str) -> None:
    document = changed(example(kind), {place: NOTHING})
    findings = found(document, kind=LetterKind(kind))
    assert [(f.place, f.code) for f in findings] == [(place, "letter.missing")]
    schemas.load(document)  # without a kind it is no fault


def test_a_lawyers_letter_needs_the_firms_licence_and_a_practice_number_of_17_digits() -> None:
    firm = f"{L}/law_firm"
    document = changed(
        example("lawyers_letter"),
        {
            f"{firm}/licence_number": "",
            f"{firm}/lawyers/0/practice_number": "1320520260000001",
        },
    )
    assert {(f.place, f.code) for f in found(document, kind=LetterKind.LAWYERS_LETTER)} == {
        (f"{firm}/licence_number", "field.missing"),
        (f"{firm}/lawyers/0/practice_number", "code.practice_number_invalid"),
    }


def test_a_natural_person_needs_neither_representative_nor_credit_code() -> None:
    person = {"name": "示例某", "kind": "natural_person", "address": "江苏省苏州市示例区创新路1号"}
    document = changed(example("payment_order_application"), {CREDITOR: person})
    loaded = schemas.load(document, kind=LetterKind.PAYMENT_ORDER_APPLICATION)
    assert (loaded.account.creditor.name, loaded.account.creditor.representative) == ("示例某", None)


@pytest.mark.parametrize("number", ["11010519491231002X", "11010519491231002x", "E12345678", "11010119900307TEST"])
def test_a_person_is_known_by_an_identity_number_or_by_another_paper(number: str) -> None:
    person = {"name": "示例某", "kind": "natural_person", "address": "示例市示例路1号", "registration_number": number}
    loaded = schemas.load(changed(example(), {DEBTOR: person}))
    assert loaded.account.debtor.registration_number == number


def test_a_paragraph_for_a_place_that_the_letter_lacks_is_a_fault() -> None:
    document = changed(example(), {f"{L}/paragraphs": {"verdict": "段落"}})
    findings = found(document, kind=LetterKind.DEMAND_LETTER)
    assert [(f.place, f.code) for f in findings] == [(f"{L}/paragraphs/verdict", "letter.unknown_place")]


def test_an_acknowledged_code_that_is_no_warning_is_a_fault_naming_the_nearest() -> None:
    document = changed(example(), {f"{L}/acknowledge": ["invoice.due_before_isued"]})
    (finding,) = found(document, acknowledgeable={"invoice.due_before_issued", "code.organisation_part"})
    assert (finding.code, finding.facts["nearest"]) == ("letter.unknown_warning", "invoice.due_before_issued")


WARNINGS = [
    ({f"{I0}/due_on": "2025-04-15"}, f"{I0}/due_on", "invoice.due_before_issued"),
    ({f"{A}/booked_up_to": "2026-05-01"}, f"{A}/payments/2/received_on", "payment.after_booked_up_to"),
    ({f"{L}/dated_on": "2026-09-14"}, f"{L}/dated_on", "letter.dated_before_as_of"),
    (
        {f"{DEBTOR}/registration_number": "91330108EXAMPLE213"},
        f"{DEBTOR}/registration_number",
        "code.organisation_part",
    ),
]


@pytest.mark.parametrize(("changes", "place", "code"), WARNINGS)
def test_what_is_often_a_slip_is_a_warning_and_no_fault(changes: dict[str, Any], place: str, code: str) -> None:
    notices = schemas.load(changed(example(), changes)).notices
    assert [(n.severity, n.place, n.code) for n in notices] == [(Severity.WARNING, place, code)]


# (the text, its code, line and column where they are told)
NOT_JSON = [
    (b"", "json.syntax", ("1", "1")),
    (b'{"account":\n  {,}}', "json.syntax", ("2", "4")),
    (b'{"a": 1} {"b": 2}', "json.syntax", ("1", "10")),
    (b'{"a":\n "NaN", "b": NaN}', "json.not_a_number", ("2", "14")),
    (b'{"a": -Infinity}', "json.not_a_number", ("1", "7")),
    (b'{"a": "\xff"}', "json.not_utf8", ("1", "8")),
    (b"[" * 100_000, "json.too_deep", None),
    (b'{"letter":' * 700 + b"1" + b"}" * 700, "json.too_deep", None),
    (b" " * (MOST_BYTES + 1), "json.too_large", None),
]


@pytest.mark.parametrize(("text", "code", "position"), NOT_JSON, ids=[f"{c} {p}" for _, c, p in NOT_JSON])
def test_what_is_not_json_is_told_with_line_and_column(text: bytes, code: str, position: Any) -> None:
    with pytest.raises(NotJSON) as raised:
        schemas.load(text)
    (finding,) = raised.value.findings
    assert finding.code == code
    if position:
        assert (finding.facts["line"], finding.facts["column"]) == position


def test_how_long_a_text_may_be_is_for_the_setting_to_say(messages: Messages) -> None:
    long = json.dumps(example()).encode() + b" " * MOST_BYTES
    assert schemas.load(long, most_bytes=len(long)) == schemas.load(example())
    with pytest.raises(NotJSON) as raised:
        schemas.load(long, most_bytes=len(long) - 1)
    (finding,) = raised.value.findings
    assert f"{len(long) - 1:,}" in messages.say(finding, "en")
    assert all("DOCGEN_MAX_BYTES" in messages.do(finding, language) for language in ("zh", "en"))


def test_a_name_that_stands_twice_is_a_fault_at_its_place() -> None:
    text = b'{"account": {"as_of": "2026-09-15", "debtor": {"name": "a", "name": "b"}}}'
    pairs = {(f.place, f.code) for f in found(text)}
    assert (f"{DEBTOR}/name", "json.duplicate_key") in pairs


@pytest.mark.parametrize("document", [b"[]", b"7", b"null", b'"account"'])
def test_a_document_that_is_no_object_says_so(document: bytes) -> None:
    assert ("", "value.not_an_object") in {(f.place, f.code) for f in found(document)}


@pytest.mark.parametrize(
    ("kind", "purpose", "warned"),
    [
        ("payment_reminder", None, True),
        ("balance_confirmation", "demand", True),
        ("balance_confirmation", None, True),  # the purpose that is taken when none is given asks for payment
        ("balance_confirmation", "accounts", False),
    ],
)
def test_a_letter_that_asks_for_payment_and_names_no_account_is_a_warning(
    kind: str, purpose: Any, warned: bool
) -> None:
    document = changed(example(kind), {f"{CREDITOR}/bank_account": NOTHING, f"{L}/purpose": purpose})
    notices = schemas.load(document, kind=LetterKind(kind)).notices
    place = f"{CREDITOR}/bank_account"
    assert [(n.code, n.severity, n.place) for n in notices] == (
        [("letter.no_bank_account", Severity.WARNING, place)] if warned else []
    )


@pytest.mark.parametrize("lines", [True, False])
def test_no_sign_that_text_refuses_is_printable(lines: bool) -> None:
    """Printable text is not searched sign by sign."""
    refused = [
        hex(code) for code in range(sys.maxunicode + 1) if chr(code).isprintable() and unwelcome(chr(code), lines)
    ]
    assert refused == []
