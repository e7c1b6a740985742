"""The request to a guarantor: whom it asks, for what, and when it may not be made."""

from __future__ import annotations

from typing import Any

import pytest

import schemas
from docgen.errors import Barred
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter
from docgen.wordfile.text import text
from tests.letters.making import example

KIND = LetterKind.GUARANTOR_REQUEST


def made(desk: Desk, document: Any, language: Language = Language.ZH) -> Letter:
    loaded = schemas.load(document, kind=KIND)
    return make_letter(desk, KIND, language, loaded.account, loaded.letter, loaded.notices)


def barred(desk: Desk, document: Any) -> set[str]:
    with pytest.raises(Barred) as refused:
        made(desk, document)
    return {finding.code for finding in refused.value.findings}


def guarantee(document: Any) -> Any:
    return document["account"]["contracts"][1]["guarantees"][0]


def test_it_asks_the_guarantor_for_what_is_overdue_under_its_contract_alone(desk: Desk) -> None:
    words = text(made(desk, example(KIND.value)).docx)
    assert "收函方（保证人）：示例担保有限公司" in words
    assert (
        "支付人民币198,000.00元（大写：人民币壹拾玖万捌仟元整）" in words
    )  # invoice …105; …106 is not due, the rest not guaranteed
    assert "于2027年1月31日届满" in words  # six months from 2026-07-31 (民法典 692)
    assert "第六百九十三条第二款" in words


def test_a_maximum_limits_the_sum(desk: Desk) -> None:
    document = example(KIND.value)
    guarantee(document)["maximum"] = "150000"
    words = text(made(desk, document).docx)
    assert "在最高限额内支付人民币150,000.00元" in words
    assert "198,000.00" in words  # what the debtor owes stays in the table


def test_a_period_that_is_over_bars_it_on_the_day_after_its_last(desk: Desk) -> None:
    document = example(KIND.value)
    document["account"] |= {"as_of": "2027-01-31", "booked_up_to": "2027-01-30"}
    document["letter"] |= {"dated_on": "2027-01-31", "pay_by": "2027-02-15", "reply_by": "2027-02-15"}
    document["letter"]["draft_anyway"] = True
    assert "paper.guarantor.expired" not in {bar.code for bar in made(desk, document).bars}
    document["account"] |= {"as_of": "2027-02-01", "booked_up_to": "2027-01-31"}
    del document["letter"]["draft_anyway"]
    # …106 fell due on 2026-10-30: its own period runs to 2027-04-30, and it may still be asked for
    assert "paper.guarantor.expired" not in barred_or_none(desk, document)
    del document["account"]["invoices"][-1]
    assert "paper.guarantor.expired" in barred(desk, document)


def barred_or_none(desk: Desk, document: Any) -> set[str]:
    try:
        made(desk, document)
    except Barred as refused:
        return {finding.code for finding in refused.findings}
    return set()


def test_a_general_guarantee_waits_for_somebody_to_read_that_a_letter_does_not_keep_it(desk: Desk) -> None:
    document = example(KIND.value)
    guarantee(document)["mode"] = "general"
    assert "paper.guarantor.general" in barred(desk, document)


def test_no_guarantee_a_wrong_name_and_nothing_due_are_told_apart(desk: Desk) -> None:
    document = example(KIND.value)
    document["letter"]["guarantor"] = "别的公司"
    assert "paper.guarantor.which" in barred(desk, document)
    document = example(KIND.value)
    del document["account"]["invoices"][5]  # what is left under the contract falls due on 2026-10-30
    assert "paper.guarantor.nothing_due" in barred(desk, document)
    document = example(KIND.value)
    document["account"]["contracts"][1]["guarantees"] = []
    assert "paper.guarantor.none" in barred(desk, document)
