"""What pages and calls of the studio share: examinations and panels, kept while nothing that they rest on changes."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import threading
from collections import OrderedDict
from dataclasses import replace

from flask import current_app

import schemas
from docgen.accounts.account import Account
from docgen.letters.defaults import complete
from docgen.letters.facts import facts
from docgen.letters.own import sample
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.studio import panel
from docgen.studio.panel import Field
from docgen.studio.subject import Subject
from docgen.usecases import Desk, assess_account
from docgen.usecases.letter import decided_for
from docgen.usecases.studio.examining import Examined, examine
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import Item, Sort

_MOST = 24  # each holds its Word file twice
_lock = threading.Lock()


@functools.cache
def _example(text: str, kind: LetterKind) -> tuple[Account, LetterRequest]:
    loaded = schemas.load(text, kind=kind)
    return loaded.account, loaded.letter


def example(kind: LetterKind) -> tuple[Account, LetterRequest]:
    """The account and the request that ship as a letter's example."""
    return _example(current_app.config["EXAMPLES"][kind.value], kind)


def examination(desk: Desk, shelf: Shelf, item: Item, content: bytes, day: dt.date) -> Examined:
    """What a file shows as a version of this item, with the clauses and the letterhead in force on this day."""
    kept: OrderedDict[tuple[object, ...], Examined] = current_app.extensions.setdefault(
        "docgen.examinations", OrderedDict()
    )
    key = (item, hashlib.sha256(content).hexdigest(), _rests_on(shelf), day)
    with _lock:
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    found = examine(desk, shelf, example, item, content, day=day)
    with _lock:
        kept[key] = found
        while len(kept) > _MOST:
            kept.popitem(last=False)
    return found


def _rests_on(shelf: Shelf) -> object:
    """Every version in force somewhere, and who inherits from whom; a new draft leaves it as it is."""
    drafted = tuple(shelf.versions(item)[0].number for item in shelf.items(sort=Sort.KIND))  # which Word files follow
    return frozenset((one.item, one.number) for one in shelf.published()), shelf.units(), drafted


def fields_of(desk: Desk, subject: Subject) -> tuple[Field, ...]:
    """The panel of a letter, over the facts that its example has just been worded with."""
    kept: dict[tuple[object, ...], tuple[Field, ...]] = current_app.extensions.setdefault("docgen.fields", {})
    key = (subject.name, subject.own, desk.law.version)
    if key not in kept:
        kept[key] = panel.panel(subject, {language: [_worded(desk, subject, language)] for language in Language})
    return kept[key]


def _worded(desk: Desk, subject: Subject, language: Language) -> dict[str, object]:
    """The facts of the letter's example."""
    account, request = example(subject.kind)
    assessment = assess_account(desk, account, request)
    request, _defaults = complete(request, subject.kind, account, assessment, language, law=desk.law)
    decided = decided_for(desk, subject.kind, language, account)
    if own := subject.own:
        request = replace(request, own=sample(own, language, request.dated_on or account.as_of))
    return facts(subject.kind, language, account, assessment, request, desk.law, decided=decided, own=own)
