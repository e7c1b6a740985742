"""What is done with a version: repaired, handed in, sent back, approved, published, withdrawn, rolled back."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from flask import request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from docgen.errors import Finding, NotReady
from docgen.usecases.studio import lifecycle, rights
from docgen.usecases.studio.examining import repaired_file
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.versions import Right, Version
from docgen.web.pages.studio.examinations import examination
from docgen.web.pages.studio.items import MOST_OF_A_NOTE, PLACE, address, called, numbered
from docgen.web.pages.studio.looked import looked_at
from docgen.web.pages.studio.who import acting, back_to, now, studio

_VERSION = f"{PLACE}/<int:number>"


def seen(version: Version) -> str:
    """What a button tells of the version it stood beside: a state that is none any more does nothing."""
    stands = (version.state.value, version.handed_in_by, version.approved_by, *version.acknowledged)
    return hashlib.sha256("\n".join(stands).encode()).hexdigest()[:16]


def note() -> str:
    return request.form.get("note", "").strip()[:MOST_OF_A_NOTE]


@studio.post(f"{_VERSION}/<any(hand_in, send_back, approve, publish, withdraw):act>")
def acted(shelf: str, language: str, name: str, unit: str, number: int, act: str) -> Answer:
    """The next step in the life of a version."""
    here, person = acting()
    this = version_of(here.shelf, person, called(shelf, language, name, unit).item, number)
    if request.form.get("seen", seen(this)) != seen(this):
        raise NotReady(Finding("studio.changed_meanwhile", facts={"name": this.item.name, "number": str(number)}))

    def done() -> Any:
        match act:
            case "hand_in":
                found = examination(here, this.item, here.shelf.content(this.digest)).findings
                read = request.form.getlist("acknowledge")
                lifecycle.hand_in(here.shelf, person, this, found, acknowledge=read, note=note(), now=now())
                return _("Handed in. Somebody else reads it now, and approves it or sends it back.")
            case "send_back":
                lifecycle.send_back(here.shelf, person, this, note=note(), now=now())
                return _("Sent back to its author.")
            case "approve":
                lifecycle.approve(here.shelf, person, this, note=note(), now=now())
                return _("Approved. It can be published now.")
            case "publish":
                first, last = (day(request.form.get(key, "")) for key in ("in_force_from", "in_force_until"))
                lifecycle.publish(
                    here.shelf, person, this, in_force_from=first, in_force_until=last, note=note(), now=now()
                )
                if first or last:
                    return _("Published for letters dated %(first)s to %(last)s.", first=first or "…", last=last or "…")
                return _("Published. Letters are made with it from now on.")
            case _:
                lifecycle.withdraw(here.shelf, person, this, note=note(), now=now())
                return _("Withdrawn.")

    return back_to(address(this.item, number), done)


@studio.post(f"{PLACE}/roll-back")
def rolled_back(shelf: str, language: str, name: str, unit: str) -> Answer:
    here, person = acting()
    this = called(shelf, language, name, unit).item
    to = request.form.get("to", "")

    def done() -> Any:
        again = lifecycle.roll_back(here.shelf, person, this, numbered(to) or 0, now=now())
        return _("Version %(old)s is in force again, as version %(new)s.", old=to, new=again.number)

    return back_to(address(this), done)


@studio.post(f"{_VERSION}/repair")
def repair(shelf: str, language: str, name: str, unit: str, number: int) -> Answer:
    """A new draft with what is certain put right."""
    looked = looked_at(shelf, language, name, unit, number)
    here, person = looked.here, looked.person
    rights.ask(here.shelf, person, Right.DRAFT, looked.item)
    mended = repaired_file(looked.examined)
    again = examination(here, looked.item, mended.word_file)
    made = lifecycle.draft(
        here.shelf,
        person,
        looked.item,
        mended.word_file,
        note=" · ".join(filter(None, (looked.version.note, _("Repaired: %(number)s", number=number)))),
        based_on=number,
        names=again.names,
        includes=again.includes,
        now=now(),
    )
    words = _("%(count)s put right. This is version %(number)s.", count=len(mended.done), number=made.number)
    return back_to(address(looked.item, made.number), lambda: words)


def day(typed: str) -> dt.date | None:
    """A day of a date box, None for an empty one. Raises NotReady: a day that cannot be read is not just any day."""
    try:
        return dt.date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        raise NotReady(Finding("studio.day_unreadable", facts={"value": typed[:40]})) from None
