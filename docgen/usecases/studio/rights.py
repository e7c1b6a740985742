"""Who may do what: the one list. Every page, call and command asks here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.errors import Finding, NotAllowed
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage, name_of
from docgen.usecases.studio.versions import Act, Item, Person, Right, Unit

# What each act asks of the person. Reading asks READ; people, units and rights ask MANAGE.
ASKS: Mapping[Act, Right] = MappingProxyType(
    {
        Act.DRAFTED: Right.DRAFT,
        Act.HANDED_IN: Right.DRAFT,
        Act.SENT_BACK: Right.APPROVE,  # the author may take it back
        Act.APPROVED: Right.APPROVE,  # and is neither the author nor who handed it in
        Act.PUBLISHED: Right.PUBLISH,
        Act.WITHDRAWN: Right.PUBLISH,  # of a draft: DRAFT
        Act.ROLLED_BACK: Right.PUBLISH,
    }
)
_SAID = {
    Right.READ: "studio.may_not_read",
    Right.DRAFT: "studio.may_not_draft",
    Right.APPROVE: "studio.may_not_approve",
    Right.PUBLISH: "studio.may_not_publish",
    Right.MANAGE: "studio.may_not_manage",
}


def may(person: Person, right: Right, where: Item | str, units: tuple[Unit, ...]) -> bool:
    """Whether the person has this right in a unit (or that of an item): given there, or in any unit above it.

    Who may do anything in a unit may read there, and read besides what its letters are made from: the units above.
    """
    unit = where.unit if isinstance(where, Item) else where
    if right is not Right.READ:
        return any(right in person.rights.get(above, ()) for above in lineage(unit, units))
    given = {at for at, rights in person.rights.items() if rights}
    return not given.isdisjoint(lineage(unit, units)) or any(unit in lineage(below, units) for below in given)


def ask(shelf: Shelf, person: Person, right: Right, where: Item | str) -> None:
    """Raises NotAllowed, naming the person, the unit and everybody who may."""
    units = shelf.units()
    if may(person, right, where, units):
        return
    unit = where.unit if isinstance(where, Item) else where
    others = ", ".join(other.name for other in shelf.people() if may(other, right, where, units))
    facts = {"person": person.name, "unit": name_of(unit, units), "nearest": others}
    raise NotAllowed(Finding(_SAID[right], facts=facts))
