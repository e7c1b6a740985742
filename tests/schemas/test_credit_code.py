"""Unified social credit codes (GB 32100-2015) and the organisation codes in them (GB 11714-1997).

The four codes that end in 6, G, B and T are those of registered companies; the others are made up.
Alphabet without I, O, S, V, Z; weights 3^(i-1) mod 31; check = (31 - sum mod 31) mod 31.
"""

from __future__ import annotations

import pytest
from stdnum.cn import uscc

import schemas
from schemas.credit_code import fault_of, normalised, organisation_check, organisation_part_fails
from tests.schemas.documents import changed, example

CHECK_CHARACTERS = [
    ("91440300192203821", "6"),
    ("9144030071526726X", "G"),
    ("91330100799655058", "B"),
    ("91440300708461136", "T"),
    ("91110108MA01ABCD2", "H"),
    ("92440101MA5CQRT5X", "H"),
    ("91500000000000000", "5"),
]


@pytest.mark.parametrize(("first17", "check"), CHECK_CHARACTERS)
def test_uscc_check_digit(first17: str, check: str) -> None:
    assert uscc.calc_check_digit(first17) == check
    assert fault_of(first17 + check) is None
    assert fault_of(first17 + ("0" if check != "0" else "1")) == "code.uscc_invalid"


@pytest.mark.parametrize(
    "code", ["914403001922038216", "9144030071526726XG", "91330100799655058B", "91440300708461136T"]
)
def test_uscc_valid(code: str) -> None:
    assert fault_of(code) is None
    assert not organisation_part_fails(code)


def test_uscc_valid_refuses_17_characters() -> None:
    assert fault_of("91440300192203821") == "code.uscc_length"


def test_uscc_valid_refuses_two_digits_swapped() -> None:
    assert fault_of("9144030071526762XG") == "code.uscc_invalid"


def test_uscc_valid_after_upper() -> None:
    assert normalised("9144030071526726xg") == "9144030071526726XG"
    document = changed(example(), {"/account/debtor/registration_number": " 91440300-71526726xg "})
    assert schemas.load(document).account.debtor.registration_number == "9144030071526726XG"


def test_a_code_of_a_rural_collective_begins_with_a_letter() -> None:
    first17 = "N2320505EXAMPLE1" + organisation_check("EXAMPLE1")
    assert fault_of(first17 + uscc.calc_check_digit(first17)) is None


@pytest.mark.parametrize(("first8", "check"), [("19220382", "1"), ("79965505", "8"), ("70846113", "6")])
def test_orgcode_check_digit(first8: str, check: str) -> None:
    """GB 11714-1997: weights 3, 7, 9, 10, 5, 8, 4, 2; 11 less the sum modulo 11, ten is X, eleven is 0."""
    assert organisation_check(first8) == check


def test_a_foreign_company_keeps_its_register_number_as_it_is() -> None:
    foreign = {
        "/account/debtor/country": "DE",
        "/account/debtor/registration_number": "HRB 12345 b",
        "/account/debtor/postcode": "D-10115",
    }
    assert schemas.load(changed(example(), foreign)).account.debtor.registration_number == "HRB 12345 b"
