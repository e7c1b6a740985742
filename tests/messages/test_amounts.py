"""Amounts within the sentence of a finding."""

from __future__ import annotations

import pytest

from docgen.app import read_messages
from docgen.errors import Finding
from docgen.messages.amounts import filled

MESSAGES = read_messages()


@pytest.mark.parametrize(
    ("amount", "currency", "language", "said"),
    [
        ("100000.00", "CNY", "zh", "人民币100,000.00元"),
        ("100000.00", "CNY", "en", "RMB 100,000.00"),
        ("1250.50", "USD", "zh", "1,250.50美元"),
        ("1250.50", "USD", "en", "USD 1,250.50"),
        ("30000", "JPY", "en", "JPY 30,000"),
    ],
)
def test_an_amount_is_said_as_its_reader_writes_it(amount: str, currency: str, language: str, said: str) -> None:
    finding = Finding("bar.covered", facts={"amount": amount, "currency": currency})
    sentence = MESSAGES.say(finding, language)
    assert said in sentence
    assert f"{amount} {currency}" not in sentence


def test_an_amount_whose_currency_nobody_knows_has_its_thousands_parted() -> None:
    assert (
        filled("{amount} of {count}", {"amount": "100000.00", "count": "1000"}, lambda *_: "?") == "100,000.00 of 1000"
    )


def test_a_fact_that_is_no_amount_stays_as_it_is() -> None:
    facts = {"amount": "一万", "currency": "CNY"}
    assert filled("{amount} {currency}", facts, lambda *_: "?") == "一万 CNY"
