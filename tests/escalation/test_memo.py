"""The memo of a decision: plain, complete, and the same when the decision is made again from it."""

from __future__ import annotations

import json

from docgen.escalation.decide import decide
from docgen.escalation.memo import as_document
from docgen.escalation.policy_file import read
from tests.escalation.baseline import ALL_LETTERS, LAW, POLICY_TEXT, TODAY, account, decided, invoice


def test_a_document_is_json_as_it_stands_and_keeps_the_order_of_its_keys() -> None:
    document = as_document(decided(account(invoice(), invoice("FP-2", disputed="40000")), ALL_LETTERS))
    text = json.dumps(document, ensure_ascii=False)
    assert json.loads(text) == document
    assert list(document)[:6] == ["as_of", "creditor", "debtor", "currency", "next", "beside"]
    assert (document["step"], document["now"]) == ("lawsuit", True)
    assert document["next"]["amount"] == "200000.00"


def test_a_figure_that_the_law_data_cannot_give_says_why() -> None:
    document = as_document(decided())
    clock = next(each for each in document["clocks"] if each["kind"] == "limitation")
    assert clock["raw_end"] == "2029-06-30"
    assert clock["rolled_end"]["missing"]["code"] == "calendar.holidays_missing"


def test_a_decision_made_again_from_its_memo_is_the_same_byte_for_byte() -> None:
    given = account(invoice(), invoice("FP-2", disputed="40000"))
    policy = read(POLICY_TEXT)
    filed = json.dumps(as_document(decide(given, ALL_LETTERS, TODAY, policy, LAW)))
    again = decide(given, reversed(ALL_LETTERS), TODAY, read(POLICY_TEXT), LAW)
    assert json.dumps(as_document(again)) == filed
    assert (again.law_version, again.policy) == (LAW.version, policy.version)
