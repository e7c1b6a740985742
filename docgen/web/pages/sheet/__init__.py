"""The form, from top to bottom: what it asks and in which words."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows, Section
from docgen.web.pages.sheet.contracts import CONTRACTS
from docgen.web.pages.sheet.ledger import HISTORY, INVOICES, PAYMENTS
from docgen.web.pages.sheet.particulars import PARTICULARS
from docgen.web.pages.sheet.parties import BANK_ACCOUNT, OTHER_BANK_ACCOUNT, SIZE, party, people
from docgen.web.pages.sheet.questions import QUESTIONS


def account(*parts: Part) -> tuple[Group, ...]:
    return (Group(name="account", title="", parts=parts, always=True),)


CUSTOMER: tuple[Part, ...] = (
    Group(
        name="",
        title=_("The customer in your house"),
        folded=True,
        parts=(
            Box(name="credit", label=_("Credit grade"), hint=_("As your escalation policy names grades."), width=6),
            Box(name="salesperson", label=_("Salesperson"), hint=_("Who answers for this customer."), width=6),
        ),
    ),
    Rows(
        name="holds",
        title=_("Holds"),
        one=_("Hold"),
        add=_("Add a hold"),
        table=False,
        columns=(
            Box(name="from_on", label=_("From"), kind=Kind.DATE, needed=True),
            Box(name="until", label=_("Until"), kind=Kind.DATE, hint=_("Empty: until somebody lifts it.")),
            Box(name="reason", label=_("Why every step is stopped"), needed=True),
            Box(name="by", label=_("Decided by")),
        ),
    ),
)

SECTIONS = (
    Section(
        id="parties",
        title=_("Parties"),
        intro=_("Who is owed, who owes, and the day for which you ask."),
        parts=account(
            Group(
                name="",
                title=_("The day asked about"),
                parts=(
                    Box(
                        name="as_of",
                        label=_("State of the account on"),
                        kind=Kind.DATE,
                        needed=True,
                        hint=_("All sums and days are worked out for this day."),
                    ),
                    Box(
                        name="booked_up_to",
                        label=_("Payments booked up to"),
                        kind=Kind.DATE,
                        needed=True,
                        hint=_("The letter tells the debtor this day, so that nobody who has paid since is offended."),
                    ),
                ),
            ),
            Group(
                name="creditor",
                title=_("Creditor"),
                always=True,
                parts=(*party(needed=True), BANK_ACCOUNT, people(), SIZE),
            ),
            Group(
                name="debtor",
                title=_("Debtor"),
                always=True,
                parts=(*party(needed=True), people(), OTHER_BANK_ACCOUNT, SIZE),
            ),
        ),
    ),
    Section(
        id="contracts",
        title=_("Contracts"),
        intro=_("What was agreed: subject, terms of payment, and what happens when payment is late."),
        parts=account(CONTRACTS),
    ),
    Section(
        id="invoices",
        title=_("Invoices"),
        intro=_("One row for each invoice or credit note. Amounts are positive in both."),
        parts=account(INVOICES),
    ),
    Section(
        id="payments",
        title=_("Payments"),
        intro=_("All money received, whichever invoice it was for."),
        parts=account(PAYMENTS),
    ),
    Section(
        id="history",
        title=_("History"),
        intro=_(
            "Demands, calls, confirmations, promises, court events. They decide whether "
            "the limitation period still runs."
        ),
        parts=account(HISTORY, *CUSTOMER),
    ),
    Section(
        id="facts",
        title=_("Facts"),
        intro=_(
            "What no ledger knows. “Unknown” is an honest answer: it never counts as “no”, "
            "but a letter that depends on it has to wait."
        ),
        parts=account(QUESTIONS),
    ),
    Section(
        id="particulars",
        title=_("The letter"),
        intro=_("What is left empty is filled in where custom has an answer, and shown to you."),
        parts=(PARTICULARS,),
    ),
)

PARTS: tuple[Part, ...] = tuple(part for section in SECTIONS for part in section.parts)


def rows_named(name: str) -> Rows | None:
    """The rows that a full name with row numbers leads to ("account.contracts.0.guarantees")."""
    parts: tuple[Part, ...] = PARTS
    found: Rows | None = None
    for token in name.split("."):
        if token.isdecimal():
            continue
        # several groups may share a name ("account"): what is in them belongs together
        named = [part for part in flattened(parts) if part.name == token and not isinstance(part, Box)]
        if not named:
            return None
        parts = tuple(inside for part in named for inside in part.parts)
        found = named[0] if isinstance(named[0], Rows) else None
    return found


def flattened(parts: Iterable[Part]) -> Iterable[Part]:
    """The parts, with those of groups without a name in their place."""
    for part in parts:
        if isinstance(part, Group) and not part.name:
            yield from flattened(part.parts)
        else:
            yield part
