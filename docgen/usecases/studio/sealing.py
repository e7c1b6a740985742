"""Who may put the picture of a company's seal on a letter.

A seal binds: so the company must allow its picture, its letterhead must hold one, and whoever asks for it must be one
who may approve there. The letter itself must be final; `docgen.usecases.letter` sees to that.
"""

from __future__ import annotations

import datetime as dt

from docgen.errors import DocgenError, Finding, NotReady
from docgen.studio.composing.letterhead import Letterhead
from docgen.usecases.studio import rights
from docgen.usecases.studio.people import person_of
from docgen.usecases.studio.resolving import Resolver
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import unit_of
from docgen.usecases.studio.versions import Person, Right


def ask_for_seal(shelf: Shelf, person: Person, registration_number: str, day: dt.date) -> None:
    """registration_number: the creditor's. day: the letter's date.

    Raises NotAllowed, naming who may; NotReady where the company allows no picture of its seal, or none is kept.
    """
    units = shelf.units()
    at = unit_of(registration_number, units)
    rights.ask(shelf, person, Right.APPROVE, at)
    unit = next(each for each in units if each.id == at)
    if not unit.may_seal:
        raise NotReady(Finding("studio.seal_not_allowed", facts={"unit": unit.name}))
    held = Resolver(shelf).resolve_in(at, "", "", day).letterhead
    if held is None or Letterhead.read(shelf.content(held.digest)).seal is None:
        raise NotReady(Finding("studio.seal_absent", facts={"unit": unit.name}))


def may_seal(shelf: Shelf | None, person: str, registration_number: str, day: dt.date) -> bool:
    """Whether `ask_for_seal` has nothing against it. person: the id of somebody, "" of nobody."""
    if shelf is None or not person:
        return False
    try:
        ask_for_seal(shelf, person_of(shelf, person), registration_number, day)
    except DocgenError:
        return False
    return True
