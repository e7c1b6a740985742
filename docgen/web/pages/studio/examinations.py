"""Examinations, kept while nothing that they rest on changes: a version is looked at many times."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

from flask import current_app

from docgen.usecases.studio.examining import Examined, examine
from docgen.usecases.studio.versions import Item
from docgen.web.pages.showing import today
from docgen.web.pages.studio.who import Visit, example

_MOST = 24  # each holds its Word file twice
_lock = threading.Lock()


def examination(here: Visit, item: Item, content: bytes) -> Examined:
    """What a file shows as a version of this item, with the clauses and the letterhead in force today."""
    kept: OrderedDict[tuple[object, ...], Examined] = current_app.extensions.setdefault(
        "docgen.examinations", OrderedDict()
    )
    key = (item, hashlib.sha256(content).hexdigest(), _rests_on(here), today())
    with _lock:
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    found = examine(here.desk, here.shelf, example, item, content, day=today())
    with _lock:
        kept[key] = found
        while len(kept) > _MOST:
            kept.popitem(last=False)
    return found


def _rests_on(here: Visit) -> object:
    """Every version in force somewhere, and who inherits from whom; a new draft leaves it as it is."""
    return frozenset((one.item, one.number) for one in here.shelf.published()), here.units
