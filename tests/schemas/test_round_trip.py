"""What is loaded can be written down and loaded again: the same objects, exact amounts, no float anywhere."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import schemas
from docgen.accounts.account import Answer, Event, EventKind, Payment, Proof, Question
from docgen.accounts.invoice import Invoice
from docgen.errors import InvalidRequest, NotJSON
from docgen.law.choice import InterestChoice
from docgen.letters.papers import PAPERS
from docgen.letters.request import LetterKind, LetterRequest, Purpose
from tests.schemas.documents import EXAMPLES, changed, example

BASE = schemas.load(example())
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2026, 9, 15))
LATER = st.dates(dt.date(2026, 9, 16), dt.date(2099, 12, 31))
MONEY = st.decimals("0.01", "999999999999.99", places=2)
WORDS = st.text(st.sampled_from("甲乙丙𠮷龘Aé&<>'\"_-0 "), min_size=1, max_size=12).map(str.strip).filter(bool)
INVOICES = st.lists(
    st.builds(
        Invoice,
        number=WORDS,
        issued_on=DAYS,
        amount=MONEY,
        due_on=st.none() | LATER,
        description=st.none() | WORDS,
        secured=st.booleans(),
        contract=st.none() | st.just("HX-2025-0318"),
    ),
    unique_by=lambda invoice: invoice.number,
    max_size=4,
).map(tuple)
PAYMENTS = st.lists(st.builds(Payment, received_on=DAYS, amount=MONEY, reference=st.none() | WORDS), max_size=3).map(
    tuple
)
EVENTS = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(EventKind),
        on=DAYS,
        proof=st.sampled_from(Proof),
        amount=st.none() | MONEY,
        promised_on=st.none() | LATER,
        demands_payment=st.none() | st.booleans(),
        note=st.none() | WORDS,
    ),
    max_size=3,
).map(tuple)
LETTERS = st.builds(
    LetterRequest,
    number=st.none() | WORDS,
    pay_by=st.none() | LATER,
    purpose=st.none() | st.sampled_from(Purpose),
    enclosures=st.lists(WORDS, max_size=3).map(tuple),
    interest=st.builds(
        InterestChoice,
        multiplier=st.just(Decimal(1)) | st.decimals("1.3", "1.5", places=2),
        day_count=st.sampled_from([360, 365]),
    ),
    paragraphs=st.dictionaries(st.sampled_from(["opening", "closing", "facts"]), WORDS),
    costs=st.none() | MONEY,
    draft_anyway=st.booleans(),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(INVOICES, PAYMENTS, EVENTS, LETTERS)
def test_what_is_dumped_loads_as_the_same_objects(invoices: Any, payments: Any, history: Any, letter: Any) -> None:
    account = dataclasses.replace(BASE.account, invoices=invoices, payments=payments, history=history)
    text = json.dumps(schemas.dump(account, letter), ensure_ascii=False)
    loaded = schemas.load(text)
    assert loaded.account == account
    assert loaded.letter == letter


@pytest.mark.parametrize("kind", LetterKind)
def test_every_example_is_complete_for_its_letter_and_round_trips(kind: LetterKind) -> None:
    loaded = schemas.load((EXAMPLES / f"{kind}.json").read_bytes(), kind=kind)
    assert loaded.notices == ()
    assert kind in PAPERS or loaded.account == BASE.account  # a paper's may hold what that paper is about
    assert all(loaded.account.declares(question) is not Answer.UNKNOWN for question in Question)
    assert schemas.load(schemas.dump(loaded.account, loaded.letter), kind=kind) == loaded


def _values(value: Any) -> Any:
    """Every plain value inside an object, however deep."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _values(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _values(inner)
    else:
        yield value


def test_no_float_comes_in_and_none_goes_out() -> None:
    text = (EXAMPLES / "demand_letter.json").read_text(encoding="utf-8").replace('"386400.00"', "386400.00")
    loaded = schemas.load(text)
    assert loaded.account.invoices[0].amount == Decimal("386400.00")
    assert not any(isinstance(value, float) for value in _values(loaded))
    assert not any(isinstance(value, float) for value in _values(schemas.dump(loaded.account, loaded.letter)))


@pytest.mark.parametrize("written", ["1234.5", "1,234.50", "1234.50", 1234.5, "1.2345e3", "12345e-1"])
def test_an_amount_is_the_same_however_it_is_written(written: Any) -> None:
    text = json.dumps(changed(example(), {"/account/payments/2/amount": "@"})).replace(
        '"@"', json.dumps(written) if "e" not in str(written) else str(written)
    )
    payment = schemas.load(text).account.payments[2]
    assert payment.amount == Decimal("1234.50")
    assert "E" not in str(payment.amount)


def test_a_tenth_stays_a_tenth() -> None:
    text = json.dumps(changed(example(), {"/account/payments/2/amount": "@"})).replace('"@"', "0.10")
    assert str(schemas.load(text).account.payments[2].amount) == "0.10"


def test_rare_characters_are_kept_exactly() -> None:
    # a compatibility ideograph and a combining accent: normalised text would print another name
    name = "龘𠮷野家\uf914e\u0301 Smith & Sons <select>"
    document = changed(example(), {"/account/debtor/name": f" {name} "})
    assert schemas.load(document).account.debtor.name == name


def test_empty_texts_null_and_empty_groups_are_nothing_given() -> None:
    empty = {
        "/account/debtor/name_en": "",
        "/account/debtor/contact": None,
        "/account/creditor/size": {"size": None, "source": ""},
        "/account/invoices/0/dispute": {},
        "/letter/law_firm": {"name": "", "lawyers": []},
    }
    loaded = schemas.load(changed(example(), empty))
    assert loaded.account.debtor.name_en is None
    assert loaded.account.creditor.size is None
    assert loaded.account.invoices[0].dispute is None
    assert loaded.letter.law_firm is None


def test_a_declared_fact_may_be_given_as_its_answer_alone_and_what_is_not_given_is_unknown() -> None:
    loaded = schemas.load(changed(example(), {"/account/declared": {"debtor_missing": "no"}}))
    assert loaded.account.declares(Question.DEBTOR_MISSING) is Answer.NO
    assert loaded.account.declares(Question.SUIT_PENDING) is Answer.UNKNOWN


def test_a_letter_that_says_nothing_has_the_ordinary_interest_choice() -> None:
    assert schemas.load({"account": example()["account"]}).letter == LetterRequest()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _pointers(value: Any, at: str = "") -> list[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in inner for found in (f"{at}/{key}", *_pointers(each, f"{at}/{key}"))]


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(_pointers(example("lawyers_letter"))), JSON), min_size=1, max_size=3),
    st.sampled_from(LetterKind),
)
def test_any_value_at_any_place_is_loaded_or_answered_with_findings(
    changes: list[tuple[str, Any]], kind: LetterKind
) -> None:
    document = example("lawyers_letter")
    for pointer, value in sorted(changes, key=lambda change: -len(change[0])):
        document = changed(document, {pointer: value})
    try:
        loaded = schemas.load(document, kind=kind)
    except InvalidRequest as error:
        assert error.findings
        assert all(
            isinstance(f.place, str) and all(type(v) is str or isinstance(v, Enum) for v in f.facts.values())
            for f in error.findings
        )
    else:
        assert schemas.load(schemas.dump(loaded.account, loaded.letter)).account == loaded.account


@settings(deadline=None, max_examples=200)
@given(JSON)
def test_any_json_at_all_is_answered_with_findings(value: Any) -> None:
    text = json.dumps(value, default=str)
    with pytest.raises((NotJSON, InvalidRequest)):
        schemas.load(text)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=40))
def test_any_bytes_at_all_are_answered_with_findings(document: bytes) -> None:
    with pytest.raises((NotJSON, InvalidRequest)):
        schemas.load(document)
