"""The boxes of the working papers, of the statement of account and of the offer for early payment."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows

HANDOVER = frozenset({LetterKind.LAW_FIRM_HANDOVER})
COVER = frozenset({LetterKind.SERVICE_COVER})
OFFER = frozenset({LetterKind.EARLY_PAYMENT_OFFER})
STATEMENT = frozenset({LetterKind.STATEMENT_OF_ACCOUNT})

WORKING: tuple[Part, ...] = (
    Group(
        name="handover",
        title=_("Handover to a law firm"),
        letters=HANDOVER,
        always=True,
        parts=(
            Box(name="firm", label=_("Law firm that takes it over"), width=6, needed=True),
            Box(name="firm_en", label=_("Its name in English"), width=6, english=True),
            Box(name="powers", label=_("Powers"), width=6, hint=_("General, or special with what it covers.")),
            Box(name="powers_en", label=_("Powers in English"), width=6, english=True),
            Box(
                name="budget",
                label=_("Budget"),
                kind=Kind.MONEY,
                hint=_("The most that may be spent before the firm asks again."),
            ),
            Box(name="budget_terms", label=_("Fee terms"), width=8),
            Box(name="budget_terms_en", label=_("Fee terms in English"), width=8, english=True),
            Box(
                name="wanted",
                label=_("What the firm is to do"),
                kind=Kind.LINES,
                width=12,
                hint=_("Empty: the next step, and advice on those after it."),
            ),
            Box(
                name="wanted_en",
                label=_("What the firm is to do, in English"),
                kind=Kind.LINES,
                width=12,
                english=True,
            ),
        ),
    ),
    Group(
        name="dispatch",
        title=_("The letter that is sent"),
        letters=COVER,
        parts=(
            Box(name="letter", label=_("What it is called"), usual="催款函", idle=True),
            Box(name="letter_en", label=_("What it is called in English"), english=True),
            Box(name="number", label=_("Its number")),
            Box(name="letter_on", label=_("Its date"), kind=Kind.DATE),
            Box(
                name="amount",
                label=_("The sum it asks for"),
                kind=Kind.MONEY,
                hint=_("Empty: what is due and uncontested."),
            ),
            Box(name="sheets", label=_("Its pages"), kind=Kind.WHOLE),
            Rows(
                name="destinations",
                title=_("Where it goes"),
                one=_("Destination"),
                add=_("Add a destination"),
                hint=_("None: the debtor’s address and e-mail on record."),
                columns=(
                    Box(name="address", label=_("Postal or e-mail address"), needed=True),
                    Box(
                        name="channel",
                        label=_("Channel"),
                        kind=Kind.CHOICE,
                        usual="post",
                        idle=True,
                        choices=(
                            ("post", _("Post (EMS)")),
                            ("email", _("E-mail")),
                            ("messenger", _("Messenger")),
                            ("by_hand", _("By hand")),
                        ),
                    ),
                    Box(
                        name="source",
                        label=_("Where the address comes from"),
                        kind=Kind.CHOICE,
                        needed=True,
                        choices=(
                            ("contract", _("The contract")),
                            ("confirmed", _("A signed confirmation of address")),
                            ("register", _("The company register")),
                            ("reply", _("The debtor’s own letter")),
                            ("other", _("Another")),
                        ),
                    ),
                ),
                more=(
                    Box(name="reference", label=_("Where it stands"), hint=_("Which clause, which reply.")),
                    Box(name="waybill", label=_("Waybill number")),
                    Box(name="address_en", label=_("Address in English"), english=True),
                    Box(name="reference_en", label=_("Where it stands, in English"), english=True),
                ),
            ),
        ),
    ),
    Group(
        name="early_payment",
        title=_("Discount for early payment"),
        letters=OFFER,
        always=True,
        hint=_("For what is paid in full by the day in “To be paid by”. A rate or a sum."),
        parts=(
            Box(name="percent", label=_("Discount rate"), kind=Kind.RATE),
            Box(name="amount", label=_("Discount as a sum"), kind=Kind.MONEY),
            Box(
                name="invoices",
                label=_("For these invoices"),
                kind=Kind.NUMBERS,
                hint=_("Empty: all that are open, uncontested and not yet due."),
            ),
        ),
    ),
    Box(
        name="statement_from",
        label=_("Statement from"),
        kind=Kind.DATE,
        letters=STATEMENT,
        hint=_("Empty: from the first entry. What went before is carried forward."),
    ),
)
