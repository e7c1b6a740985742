"""What ships as versions: the first of each item, later ones offered, and never over a lawyer's."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import DOCGEN, Act, Event, Item, Origin, State, Version


def shelve_shipped(shelf: Shelf, shipped: Mapping[Item, bytes], *, now: dt.datetime) -> tuple[Version, ...]:
    """Add what ships with this release and is not kept yet; returns what was added.

    The first version of an item is published. A newer one is published too while nothing but what ships is; where a
    lawyer has published a version, or withdrawn what shipped, it is left as a draft for somebody to compare and take.
    """
    kept: dict[Item, list[Version]] = {}
    for version in shelf.shipped():
        kept.setdefault(version.item, []).append(version)
    new: list[tuple[Version, bytes, Event]] = []
    for item, content in shipped.items():
        newest = max(kept.get(item, ()), key=lambda version: version.number, default=None)
        if newest and newest.digest == hashlib.sha256(content).hexdigest():
            continue
        published = [version for version in shelf.versions(item) if version.state is State.PUBLISHED]
        ours = bool(published) and all(version.origin is Origin.SHIPPED for version in published)
        at_once = (newest is None and not published) or ours
        version = Version(
            item=item,
            number=0,
            digest="",
            state=State.PUBLISHED if at_once else State.DRAFT,
            origin=Origin.SHIPPED,
            author=DOCGEN,
            created_at=now,
            based_on=newest.number if newest else None,
            approved_by=DOCGEN if at_once else "",
            published_at=now if at_once else None,
        )
        act = Act.PUBLISHED if at_once else Act.DRAFTED
        new.append((version, content, Event(item=item, number=0, act=act, person=DOCGEN, at=now)))
    return shelf.add_all(new) if new else ()


def offered(shelf: Shelf) -> tuple[Version, ...]:
    """What ships and waits for somebody to take it (hand it in) or put it away (withdraw it)."""
    return tuple(version for version in shelf.shipped() if version.state is State.DRAFT)
