"""Draft, in review, published, withdrawn: each step by whom it is for, and from where it begins."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from docgen.errors import Finding, NotAllowed, NotReady, Severity, UnknownVersion
from docgen.usecases.studio.breaking import breaking, holds
from docgen.usecases.studio.lifecycle import (
    approve,
    draft,
    hand_in,
    publish,
    roll_back,
    send_back,
    version_of,
    withdraw,
)
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.shipping import offered, shelve_shipped
from docgen.usecases.studio.versions import DOCGEN, GROUP, Act, Issued, Item, Origin, Sort, State, Version
from tests.studio.company import DAY, FANG, GAO, LETTER, LIN, NORTH, NOW, SOUTH, SUN, published

WARNING = Finding("tone.pressure", Severity.WARNING)
FAULT = Finding("template.wide_sign")
TOLD = Finding("studio.told", Severity.INFORMATION)


def codes(error: pytest.ExceptionInfo[NotReady] | pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def drafted(shelf: Shelf, content: bytes = b"one", **more: object) -> Version:
    return draft(shelf, FANG, LETTER, content, now=NOW, **more)  # type: ignore[arg-type]


def test_a_version_goes_from_draft_to_published_and_every_step_is_told(company: Shelf) -> None:
    version = drafted(company, note="新增保留权利条款", names=["letter.number"], includes=["bank_account"])
    assert (version.number, version.state, version.author) == (1, State.DRAFT, "fang")
    version = hand_in(company, FANG, version, [WARNING, TOLD], acknowledge=["tone.pressure", "law.old"], now=NOW)
    assert version.state is State.REVIEW
    assert version.acknowledged == ("tone.pressure",)  # what was not warned of cannot have been read
    version = approve(company, GAO, version, now=NOW)
    version = publish(company, GAO, version, in_force_from=dt.date(2026, 12, 1), now=NOW)
    assert company.versions(LETTER) == (version,)
    assert not version.in_force(dt.date(2026, 11, 30)) and version.in_force(dt.date(2026, 12, 1))
    assert company.content(version.digest) == b"one"
    told = [(event.act, event.person, event.number) for event in reversed(company.events(LETTER))]
    assert told == [
        (Act.DRAFTED, "fang", 1),
        (Act.HANDED_IN, "fang", 1),
        (Act.APPROVED, "gao", 1),
        (Act.PUBLISHED, "gao", 1),
    ]


def test_faults_and_unread_warnings_stop_a_version_and_all_are_named(company: Shelf) -> None:
    version = drafted(company)
    with pytest.raises(NotReady) as refused:
        hand_in(company, FANG, version, [TOLD, FAULT, WARNING], now=NOW)
    assert refused.value.findings == (FAULT, WARNING)
    with pytest.raises(NotReady) as refused:
        hand_in(company, FANG, version, [FAULT], acknowledge=[FAULT.code], now=NOW)
    assert refused.value.findings == (FAULT,)
    assert company.versions(LETTER) == (version,)


def test_nobody_approves_their_own_work(company: Shelf) -> None:
    version = draft(company, GAO, LETTER, b"one", now=NOW)
    version = hand_in(company, GAO, version, (), now=NOW)
    with pytest.raises(NotAllowed) as refused:
        approve(company, GAO, version, now=NOW)
    assert codes(refused) == ["studio.own_work"]
    version = hand_in(company, GAO, drafted(company, b"two"), (), now=NOW)
    with pytest.raises(NotAllowed):  # nor what they have handed in for somebody else
        approve(company, GAO, version, now=NOW)


def test_who_may_not_is_refused_at_every_step(company: Shelf) -> None:
    version = drafted(company)
    with pytest.raises(NotAllowed):
        draft(company, SUN, LETTER, b"two", now=NOW)
    with pytest.raises(NotAllowed):
        draft(company, LIN, LETTER, b"two", now=NOW)
    with pytest.raises(NotAllowed):
        hand_in(company, SUN, version, (), now=NOW)
    version = hand_in(company, FANG, version, (), now=NOW)
    for step in (approve, withdraw):
        with pytest.raises(NotAllowed):
            step(company, LIN, version, now=NOW)
    with pytest.raises(NotAllowed):
        send_back(company, LIN, version, note="不妥", now=NOW)
    version = approve(company, GAO, version, now=NOW)
    with pytest.raises(NotAllowed):
        publish(company, FANG, version, now=NOW)
    version = publish(company, GAO, version, now=NOW)
    with pytest.raises(NotAllowed):
        withdraw(company, FANG, version, now=NOW)
    with pytest.raises(NotAllowed):
        roll_back(company, FANG, LETTER, 1, now=NOW)
    with pytest.raises(NotAllowed):
        version_of(company, SUN, replace(LETTER, unit=SOUTH), 1)
    assert company.versions(LETTER) == (version,)


def test_a_step_begins_where_it_begins(company: Shelf) -> None:
    version = drafted(company)
    for step in (approve, publish):
        with pytest.raises(NotReady) as refused:
            step(company, GAO, version, now=NOW)
        assert codes(refused) == ["studio.is_draft"]
    review = hand_in(company, FANG, version, (), now=NOW)
    with pytest.raises(NotReady) as refused:
        publish(company, GAO, review, now=NOW)
    assert codes(refused) == ["studio.not_approved"]
    with pytest.raises(NotReady) as refused:
        hand_in(company, FANG, review, (), now=NOW)
    assert codes(refused) == ["studio.is_in_review"]
    approved = approve(company, GAO, review, now=NOW)
    with pytest.raises(NotReady) as refused:
        approve(company, GAO, approved, now=NOW)
    assert codes(refused) == ["studio.approved_already"]
    with pytest.raises(NotReady) as refused:
        publish(company, GAO, approved, in_force_from=DAY, in_force_until=DAY - dt.timedelta(1), now=NOW)
    assert codes(refused) == ["studio.days_reversed"]
    gone = withdraw(company, GAO, approved, now=NOW)
    with pytest.raises(NotReady) as refused:
        withdraw(company, GAO, gone, now=NOW)
    assert codes(refused) == ["studio.is_withdrawn"]


def test_sent_back_it_is_a_draft_again_and_says_why(company: Shelf) -> None:
    version = hand_in(company, FANG, drafted(company), [WARNING], acknowledge=[WARNING.code], now=NOW)
    with pytest.raises(NotReady) as refused:
        send_back(company, GAO, version, now=NOW)
    assert codes(refused) == ["studio.reason_absent"]
    version = send_back(company, GAO, approve(company, GAO, version, now=NOW), note="第三段请写明利率", now=NOW)
    assert (version.state, version.acknowledged, version.approved_by) == (State.DRAFT, (), "")
    assert company.events(LETTER)[0].note == "第三段请写明利率"
    version = hand_in(company, FANG, version, (), now=NOW)
    assert send_back(company, FANG, version, now=NOW).state is State.DRAFT  # the author takes it back


def test_who_acts_on_what_somebody_else_has_changed_is_told(company: Shelf) -> None:
    version = drafted(company)
    hand_in(company, FANG, version, (), now=NOW)
    with pytest.raises(NotReady) as refused:
        withdraw(company, FANG, version, now=NOW)
    assert codes(refused) == ["studio.changed_meanwhile"]


def test_rolled_back_the_old_content_is_a_new_version(company: Shelf) -> None:
    first = published(company, b"one", names=("letter.number", "debtor.name"), includes=("bank",))
    second = published(company, b"two", now=NOW + dt.timedelta(1))
    later = NOW + dt.timedelta(2)
    third = roll_back(company, GAO, LETTER, first.number, note="第二版有误", now=later)
    assert (third.number, third.digest, third.origin, third.based_on) == (3, first.digest, Origin.ROLLED_BACK, 1)
    assert (third.state, third.published_at, third.author, third.approved_by) == (State.PUBLISHED, later, "fang", "gao")
    assert (third.names, third.includes) == (first.names, first.includes)
    assert company.versions(LETTER) == (third, second, first)
    newest = company.events(LETTER)[0]
    assert (newest.act, newest.number, newest.person) == (Act.ROLLED_BACK, 3, "gao")


def test_what_nobody_has_published_is_not_rolled_back_to(company: Shelf) -> None:
    drafted(company)
    with pytest.raises(NotReady) as refused:
        roll_back(company, GAO, LETTER, 1, now=NOW)
    assert codes(refused) == ["studio.never_published"]
    with pytest.raises(UnknownVersion):
        roll_back(company, GAO, LETTER, 9, now=NOW)


def test_a_withdrawn_version_can_be_rolled_back_to(company: Shelf) -> None:
    withdraw(company, GAO, published(company, b"one"), now=NOW)
    assert roll_back(company, GAO, LETTER, 1, now=NOW).state is State.PUBLISHED


def test_what_ships_is_the_first_version_and_is_renewed_while_nobody_has_changed_it(company: Shelf) -> None:
    (first,) = shelve_shipped(company, {LETTER: b"one"}, now=NOW)
    assert (first.number, first.state, first.origin, first.author) == (1, State.PUBLISHED, Origin.SHIPPED, DOCGEN)
    assert shelve_shipped(company, {LETTER: b"one"}, now=NOW) == ()
    (second,) = shelve_shipped(company, {LETTER: b"two"}, now=NOW + dt.timedelta(1))
    assert (second.number, second.state, second.based_on) == (2, State.PUBLISHED, 1)
    assert offered(company) == ()


def test_what_ships_never_comes_over_a_lawyers_version(company: Shelf) -> None:
    shelve_shipped(company, {LETTER: b"one"}, now=NOW)
    own = published(company, b"ours")
    (new,) = shelve_shipped(company, {LETTER: b"two"}, now=NOW)
    assert (new.state, new.published_at) == (State.DRAFT, None)
    assert offered(company) == (new,)
    assert shelve_shipped(company, {LETTER: b"two"}, now=NOW) == ()
    taken = hand_in(company, FANG, new, (), now=NOW)
    with pytest.raises(NotAllowed):  # a second person still reads it
        approve(company, FANG, taken, now=NOW)
    publish(company, GAO, approve(company, GAO, taken, now=NOW), now=NOW)
    assert own in company.versions(LETTER)


def test_what_ships_is_only_offered_where_a_lawyer_has_withdrawn_it(company: Shelf) -> None:
    (first,) = shelve_shipped(company, {LETTER: b"one"}, now=NOW)
    withdraw(company, GAO, first, now=NOW)
    (second,) = shelve_shipped(company, {LETTER: b"two"}, now=NOW)
    assert second.state is State.DRAFT
    withdraw(company, FANG, second, note="不采用", now=NOW)
    assert offered(company) == ()


def issued(shelf: Shelf, version: Version, facts: dict[str, object], **more: str) -> Issued:
    digest = shelf.keep(json.dumps(facts).encode())
    record = Issued(
        id=digest,
        number="",
        kind="demand_letter",
        language="zh",
        unit=GROUP,
        debtor="",
        dated_on=DAY,
        issued_at=NOW,
        templates=((version.item, version.number, version.digest),),
        facts=digest,
        docx=digest,
        pdf="",
        law_version="",
        docgen_version="",
    )
    record = replace(record, **more)  # type: ignore[arg-type]
    shelf.record(record, {})
    return record


def test_a_new_field_says_whom_it_breaks(company: Shelf) -> None:
    first = published(company, b"one", names=("letter.number",))
    whole = {"letter": {"number": "1"}, "debtor": {"contact": "王经理"}, "items": [{"order": "A"}]}
    lacking = {"letter": {"number": "2"}, "debtor": {"contact": ""}, "items": [{"order": "A"}]}
    issued(company, first, whole, debtor="甲公司", entry="page")
    poor = issued(company, first, lacking, debtor="乙公司", entry="api")
    second = drafted(company, b"two", names=["letter.number", "debtor.contact", "items.order"])
    found = breaking(company, second, DAY)
    assert (found.against, found.looked_at) == (first, 2)
    assert [(asked.name, asked.without) for asked in found.newly_asked] == [
        ("debtor.contact", (poor,)),
        ("items.order", ()),
    ]
    (finding,) = found.findings
    assert dict(finding.facts) == {
        "name": "debtor.contact",
        "count": "1",
        "letters": "2",
        "debtors": "乙公司",
        "entries": "api",
    }
    with pytest.raises(NotReady) as refused:
        hand_in(company, FANG, second, (), now=NOW)
    assert codes(refused) == ["studio.newly_asked"]
    hand_in(company, FANG, second, (), acknowledge=["studio.newly_asked"], now=NOW)


def test_a_units_first_version_breaks_only_letters_of_that_unit(company: Shelf) -> None:
    group = published(company, b"one")
    issued(company, group, {"letter": {"number": "1"}}, debtor="甲公司", unit=NORTH)
    south = issued(company, group, {"letter": {"number": "2"}}, debtor="乙公司", unit=SOUTH)
    own = replace(LETTER, unit=SOUTH)
    version = draft(company, LIN, own, b"two", names=["letter.number", "sums.total"], now=NOW)
    found = breaking(company, version, DAY)
    assert found.against == group
    assert [(asked.name, asked.without) for asked in found.newly_asked] == [("sums.total", (south,))]


@pytest.mark.parametrize(
    ("facts", "name", "there"),
    [
        ({"a": {"b": "x"}}, "a.b", True),
        ({"a": {"b": ""}}, "a.b", False),
        ({"a": {}}, "a.b", False),
        ({"a": {"b": False}}, "a.b", True),
        ({"a": {"b": 0}}, "a.b", True),
        ({"rows": []}, "rows.n", False),
        ({"rows": [{"n": "1"}, {"n": ""}]}, "rows.n", False),
        ({"rows": [{"n": "1"}, {"n": "2"}]}, "rows.n", True),
        ({"rows": ["x"]}, "rows", True),
    ],
)
def test_what_a_letter_holds(facts: dict[str, object], name: str, there: bool) -> None:
    assert holds(facts, name) is there


def test_a_draft_is_of_a_unit_that_there_is(company: Shelf) -> None:
    with pytest.raises(NotReady) as refused:
        draft(company, FANG, replace(LETTER, unit="nowhere"), b"one", now=NOW)
    assert codes(refused) == ["studio.unit_unknown"]


def test_clauses_and_letterheads_live_as_letters_do(company: Shelf) -> None:
    clause, letterhead = Item(Sort.CLAUSE, "bank_account", "zh"), Item(Sort.LETTERHEAD, "", "", SOUTH)
    for item in (clause, letterhead):
        assert published(company, b"what it is", item, names=()).state is State.PUBLISHED
    assert company.items() == (clause, letterhead)
    assert company.items(unit=SOUTH) == company.items(sort=Sort.LETTERHEAD) == (letterhead,)
