"""The store under many hands, and after a crash."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from docgen.errors import StoreFailed
from docgen.storage.store import Store
from docgen.usecases.studio.lifecycle import draft
from docgen.usecases.studio.shelf import Changed
from docgen.usecases.studio.versions import Act, Event, Issued, Person, State, Unit, Version
from tests.storage.conftest import Opens
from tests.studio.company import DAY, FANG, LETTER, NORTH, NOW, SOUTH, SOUTH_NUMBER, published


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each gives or raises, all begun at the same moment."""
    results: list[object] = [None] * len(works)
    start = threading.Barrier(len(works))

    def run(place: int) -> None:
        start.wait()
        try:
            results[place] = works[place]()
        except Exception as error:
            results[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def told(version: Version, act: Act = Act.HANDED_IN) -> Event:
    return Event(item=version.item, number=version.number, act=act, person="fang", at=NOW)


def test_of_two_who_change_a_version_one_is_told_that_it_has_changed(store: Store, opens: Opens) -> None:
    other = opens()
    for _ in range(5):
        version = draft(store, FANG, LETTER, b"one", now=NOW)
        to = [replace(version, state=State.REVIEW), replace(version, state=State.WITHDRAWN)]
        results = at_once(
            lambda version=version, to=to: store.change(version, to[0], told(version)),  # type: ignore[misc]
            lambda version=version, to=to: other.change(version, to[1], told(version)),  # type: ignore[misc]
        )
        assert sorted(map(repr, results)) == ["Changed()", "None"]
        kept = store.versions(LETTER)[0]
        assert kept == to[results.index(None)]
        assert len([event for event in store.events(LETTER) if event.number == version.number]) == 2


def test_numbers_are_given_once_however_many_draft_at_the_same_time(store: Store, opens: Opens) -> None:
    other = opens()
    results = at_once(
        *(lambda shelf=shelf: draft(shelf, FANG, LETTER, b"x", now=NOW) for shelf in (store, other) * 5)  # type: ignore[misc]
    )
    assert [result for result in results if isinstance(result, Exception)] == []
    assert [version.number for version in store.versions(LETTER)] == list(range(10, 0, -1))


def test_a_change_of_what_is_not_there_changes_nothing(store: Store) -> None:
    version = draft(store, FANG, LETTER, b"one", now=NOW)
    with pytest.raises(Changed):
        store.change(replace(version, number=7), version, told(version))
    assert len(store.events()) == 1


def test_a_crash_between_file_and_row_leaves_nothing_wrong(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class PowerCut(BaseException): ...

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr("docgen.storage.store._count", cut)
        with pytest.raises(PowerCut):
            draft(store, FANG, LETTER, b"one", now=NOW)
    assert (store.items(), store.versions(LETTER), store.events()) == ((), (), ())
    assert draft(store, FANG, LETTER, b"one", now=NOW).number == 1
    version = store.versions(LETTER)[0]
    with monkeypatch.context() as patch:
        patch.setattr("docgen.storage.store._count", cut)
        with pytest.raises(PowerCut):
            store.change(version, replace(version, state=State.REVIEW), told(version))
    assert store.versions(LETTER) == (version,) and len(store.events()) == 1


def test_what_is_kept_comes_back_as_it_was_after_opening_again(store: Store, opens: Opens) -> None:
    version = published(
        store,
        b"one",
        replace(LETTER, unit=SOUTH),
        in_force_from=DAY,
        in_force_until=DAY + dt.timedelta(90),
        includes=("银行账户", "courts"),
        names=("letter.number", "items.amount"),
        now=dt.datetime(2026, 11, 2, 17, 30, 15, 123456, dt.timezone(dt.timedelta(hours=8))),
    )
    person = Person(id="wang", name="王“五”", rights={})
    store.save_person(person)
    again = opens()
    assert again.versions(version.item) == (version,)
    assert again.versions(version.item)[0].created_at.utcoffset() == dt.timedelta(0)
    assert again.content(version.digest) == b"one"
    assert person in again.people()
    assert again.units() == store.units() and again.events() == store.events()


def test_the_stamp_changes_with_versions_and_units_and_with_nothing_else(store: Store, opens: Opens) -> None:
    other = opens()
    before = other.stamp()
    version = draft(store, FANG, LETTER, b"one", now=NOW)
    drafted = other.stamp()
    assert drafted != before
    store.change(version, replace(version, state=State.REVIEW), told(version))
    changed = other.stamp()
    assert changed != drafted
    store.save_unit(Unit(id="west", name="西部公司"))
    assert other.stamp() != changed
    here = other.stamp()
    store.save_person(FANG)
    store.record(letter(version, "1"), {})
    assert other.stamp() == here


def test_two_companies_cannot_have_one_registration_number(store: Store) -> None:
    with pytest.raises(StoreFailed) as refused:
        store.save_unit(Unit(id="west", name="西部公司", registration_number=SOUTH_NUMBER))
    assert [finding.code for finding in refused.value.findings] == ["store.database_failed"]
    assert "west" not in {unit.id for unit in store.units()}


def letter(version: Version, number: str, **more: object) -> Issued:
    record = Issued(
        id=f"{number:0>64}",
        number=number,
        kind="demand_letter",
        language="zh",
        unit=NORTH,
        debtor="乙公司",
        dated_on=DAY,
        issued_at=NOW + dt.timedelta(int(number)),
        templates=((version.item, version.number, version.digest),),
        facts=f"{'f':0>64}",
        docx=f"{number:0>64}",
        pdf="",
        law_version="2026-11",
        docgen_version="0.1.0",
        entry="api",
    )
    return replace(record, **more)  # type: ignore[arg-type]


def test_letters_are_found_by_version_number_and_day(store: Store) -> None:
    first, second = (draft(store, FANG, LETTER, content, now=NOW) for content in (b"one", b"two"))
    clause = draft(store, FANG, replace(LETTER, name="reminder"), b"three", now=NOW)
    one = letter(first, "1")
    two = letter(second, "2", dated_on=DAY + dt.timedelta(5))
    three = letter(second, "3", templates=tuple((v.item, v.number, v.digest) for v in (second, clause)))
    for record in (one, two, three):
        store.record(record, {})
    assert store.issued() == (three, two, one)
    assert store.issued(most=2) == (three, two)
    assert store.issued(item=LETTER, number=second.number) == (three, two)
    assert store.issued(item=clause.item) == (three,)
    assert store.issued(letter="2") == (two,)
    assert store.issued(since=DAY + dt.timedelta(1)) == (two,)
    assert store.issued(id=one.id) == (one,)
    assert store.issued(item=replace(LETTER, language="en")) == ()


def test_the_same_letter_again_is_one_record_and_its_print_may_come_later(store: Store) -> None:
    version = draft(store, FANG, LETTER, b"one", now=NOW)
    record = letter(version, "1")
    store.record(record, {})
    store.record(replace(record, issued_at=NOW + dt.timedelta(9), pdf="a" * 64), {})
    assert store.issued() == (replace(record, pdf="a" * 64),)
    store.record(replace(record, pdf="b" * 64), {})
    assert store.issued() == (replace(record, pdf="a" * 64),)


def test_threads_that_record_and_read_at_the_same_time_are_all_served(store: Store, opens: Opens) -> None:
    version = draft(store, FANG, LETTER, b"one", now=NOW)
    other = opens()
    results = at_once(
        *(
            lambda n=n, shelf=shelf: shelf.record(letter(version, str(n)), {})  # type: ignore[misc]
            for n, shelf in enumerate((store, other) * 6)
        ),
        *(lambda shelf=shelf: shelf.versions(LETTER) for shelf in (store, other) * 3),  # type: ignore[misc]
    )
    assert [result for result in results if isinstance(result, Exception)] == []
    assert len(store.issued()) == 12


def test_a_database_that_has_gone_is_told_as_such(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE issued_templates")
    version = draft(store, FANG, LETTER, b"one", now=NOW)
    with pytest.raises(StoreFailed) as refused:
        store.record(letter(version, "1"), {})
    (finding,) = refused.value.findings
    assert "issued_templates" in finding.facts["why"] and "乙公司" not in finding.facts["why"]
