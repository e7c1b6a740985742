"""The life of a version: draft → in review → published → withdrawn. Its content never changes.

Each step asks `rights`, is recorded as an event, and is refused by name: NotAllowed (this person may not), NotReady
(the version is not where this step begins; a fault, or a warning that nobody has read; somebody else was faster).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from docgen.errors import Finding, NotAllowed, NotReady, Severity, UnknownVersion
from docgen.usecases.studio import rights
from docgen.usecases.studio.breaking import breaking
from docgen.usecases.studio.shelf import Changed, Shelf
from docgen.usecases.studio.versions import Act, Event, Item, Origin, Person, Right, State, Version


def version_of(shelf: Shelf, person: Person, item: Item, number: int) -> Version:
    """The version as it is now. Raises NotAllowed, UnknownVersion."""
    rights.ask(shelf, person, Right.READ, item)
    for version in shelf.versions(item):
        if version.number == number:
            return version
    raise UnknownVersion(Finding("studio.version_unknown", facts={"name": item.name, "number": str(number)}))


def draft(
    shelf: Shelf,
    person: Person,
    item: Item,
    content: bytes,
    *,
    note: str = "",
    based_on: int | None = None,
    names: Iterable[str] = (),
    includes: Iterable[str] = (),
    origin: Origin = Origin.OWN,
    now: dt.datetime,
) -> Version:
    """A new version of the item, also of one that there was not.

    content: the Word file of a letter or a clause, or the bytes of a letterhead or a kind. A draft may be wrong: what
    is wrong with it is asked when it is handed in. names, includes: as checking has found them.
    """
    rights.ask(shelf, person, rights.ASKS[Act.DRAFTED], item)
    if item.unit not in {unit.id for unit in shelf.units()}:
        raise NotReady(Finding("studio.unit_unknown", facts={"unit": item.unit}))
    version = Version(
        item=item,
        number=0,
        digest="",
        state=State.DRAFT,
        origin=origin,
        author=person.id,
        created_at=now,
        note=note,
        based_on=based_on,
        names=frozenset(names),
        includes=tuple(includes),
    )
    return shelf.add(version, content, _event(version, Act.DRAFTED, person, now, note))


def hand_in(
    shelf: Shelf,
    person: Person,
    version: Version,
    findings: Iterable[Finding],
    *,
    acknowledge: Iterable[str] = (),
    note: str = "",
    now: dt.datetime,
) -> Version:
    """Draft → in review.

    findings: what checking has found in it. What it asks for that letters before did not have is added to them here.
    acknowledge: codes of the warnings that the author has read. Raises NotReady with every fault and every warning
    that is not among them.
    """
    rights.ask(shelf, person, rights.ASKS[Act.HANDED_IN], version.item)
    _begins(version, State.DRAFT)
    found = (*findings, *breaking(shelf, version, now.date()).findings)
    read = frozenset(acknowledge)
    warnings = frozenset(finding.code for finding in found if finding.severity is Severity.WARNING)
    stopping = tuple(
        finding
        for finding in found
        if finding.severity in {Severity.FAULT, Severity.BAR}
        or (finding.severity is Severity.WARNING and finding.code not in read)
    )
    if stopping:
        raise NotReady(stopping)
    after = replace(
        version, state=State.REVIEW, acknowledged=tuple(sorted(read & warnings)), handed_in_by=person.id, approved_by=""
    )
    return _changed(shelf, version, after, Act.HANDED_IN, person, now, note)


def send_back(shelf: Shelf, person: Person, version: Version, *, note: str = "", now: dt.datetime) -> Version:
    """In review → draft: by whoever may approve, saying why, or by the author, who takes it back."""
    if person.id not in {version.author, version.handed_in_by}:
        rights.ask(shelf, person, rights.ASKS[Act.SENT_BACK], version.item)
        if not note.strip():
            raise NotReady(Finding("studio.reason_absent", facts=_called(version)))
    else:
        rights.ask(shelf, person, Right.DRAFT, version.item)
    _begins(version, State.REVIEW)
    after = replace(version, state=State.DRAFT, acknowledged=(), handed_in_by="", approved_by="")
    return _changed(shelf, version, after, Act.SENT_BACK, person, now, note)


def approve(shelf: Shelf, person: Person, version: Version, *, note: str = "", now: dt.datetime) -> Version:
    """By another person than the author and than who handed it in."""
    rights.ask(shelf, person, rights.ASKS[Act.APPROVED], version.item)
    _begins(version, State.REVIEW)
    if person.id in {version.author, version.handed_in_by}:
        units = shelf.units()
        others = ", ".join(
            other.name
            for other in shelf.people()
            if other.id not in {version.author, version.handed_in_by}
            and rights.may(other, Right.APPROVE, version.item, units)
        )
        raise NotAllowed(Finding("studio.own_work", facts={"person": person.name, "nearest": others}))
    if version.approved_by:
        raise NotReady(Finding("studio.approved_already", facts=_called(version) | {"person": version.approved_by}))
    return _changed(shelf, version, replace(version, approved_by=person.id), Act.APPROVED, person, now, note)


def publish(
    shelf: Shelf,
    person: Person,
    version: Version,
    *,
    in_force_from: dt.date | None = None,
    in_force_until: dt.date | None = None,
    note: str = "",
    now: dt.datetime,
) -> Version:
    """In review and approved → published: letters dated on these days are made with it, first and last day included."""
    rights.ask(shelf, person, rights.ASKS[Act.PUBLISHED], version.item)
    _begins(version, State.REVIEW)
    if not version.approved_by:
        raise NotReady(Finding("studio.not_approved", facts=_called(version)))
    if in_force_from and in_force_until and in_force_until < in_force_from:
        days = {"from": in_force_from.isoformat(), "until": in_force_until.isoformat()}
        raise NotReady(Finding("studio.days_reversed", facts=_called(version) | days))
    after = replace(
        version,
        state=State.PUBLISHED,
        in_force_from=in_force_from,
        in_force_until=in_force_until,
        published_at=now,
    )
    return _changed(shelf, version, after, Act.PUBLISHED, person, now, note)


def withdraw(shelf: Shelf, person: Person, version: Version, *, note: str = "", now: dt.datetime) -> Version:
    """→ withdrawn: no letter is made with it from now on, but by the version that was published before it. A draft,
    also one that docgen offers, is put away by whoever may draft.
    """
    needed = rights.ASKS[Act.WITHDRAWN] if version.state is State.PUBLISHED else Right.DRAFT
    rights.ask(shelf, person, needed, version.item)
    _begins(version, State.DRAFT, State.REVIEW, State.PUBLISHED)
    return _changed(shelf, version, replace(version, state=State.WITHDRAWN), Act.WITHDRAWN, person, now, note)


def roll_back(shelf: Shelf, person: Person, item: Item, to: int, *, note: str = "", now: dt.datetime) -> Version:
    """The content of an earlier version, which was published once, published again under a new number.

    Its approval goes with it: somebody else than its author has read this very file. Without bounds of days.
    """
    rights.ask(shelf, person, rights.ASKS[Act.ROLLED_BACK], item)
    old = version_of(shelf, person, item, to)
    if old.published_at is None:
        raise NotReady(Finding("studio.never_published", facts=_called(old)))
    again = replace(
        old,
        state=State.PUBLISHED,
        origin=Origin.ROLLED_BACK,
        created_at=now,
        published_at=now,
        note=note,
        based_on=to,
        in_force_from=None,
        in_force_until=None,
    )
    return shelf.add(again, shelf.content(old.digest), _event(again, Act.ROLLED_BACK, person, now, note))


def _begins(version: Version, *states: State) -> None:
    if version.state not in states:
        raise NotReady(Finding(_STANDS[version.state], facts=_called(version)))


_STANDS = {
    State.DRAFT: "studio.is_draft",
    State.REVIEW: "studio.is_in_review",
    State.PUBLISHED: "studio.is_published",
    State.WITHDRAWN: "studio.is_withdrawn",
}


def _called(version: Version) -> dict[str, str]:
    return {"name": version.item.name or version.item.sort.value, "number": str(version.number)}


def _event(version: Version, act: Act, person: Person, now: dt.datetime, note: str) -> Event:
    return Event(item=version.item, number=version.number, act=act, person=person.id, at=now, note=note)


def _changed(
    shelf: Shelf, before: Version, after: Version, act: Act, person: Person, now: dt.datetime, note: str
) -> Version:
    try:
        shelf.change(before, after, _event(before, act, person, now, note))
    except Changed:
        raise NotReady(Finding("studio.changed_meanwhile", facts=_called(before))) from None
    return after
