"""The boxes of the notices."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows, in_english
from docgen.web.pages.sheet.parties import BANK_ACCOUNT, SIZE, party, people

SUSPENSION = Group(
    name="suspension",
    title=_("Suspension of supply"),
    hint=_("Without a ground, whoever stops deliveries is itself in breach."),
    letters=frozenset({LetterKind.SUPPLY_SUSPENSION_NOTICE}),
    always=True,
    parts=(
        Box(
            name="ground",
            label=_("Ground"),
            kind=Kind.CHOICE,
            width=6,
            needed=True,
            choices=(
                ("", _("Not chosen")),
                ("prior", _("Payment was to come first and is overdue (Civil Code 526)")),
                ("simultaneous", _("Goods against money, and no money (525)")),
                ("insecurity", _("Conclusive evidence that it cannot pay (527)")),
                ("clause", _("A clause of the contract")),
            ),
        ),
        Box(
            name="contract",
            label=_("Contract suspended"),
            width=6,
            hint=_("Its number. Empty: the only one on record."),
        ),
        Box(
            name="unpaid_contract",
            label=_("Contract unpaid"),
            width=6,
            hint=_("Its number, where payment is overdue under another one."),
        ),
        Box(name="deliveries", label=_("Deliveries suspended"), width=6, needed=True),
        Box(name="deliveries_en", label=_("Deliveries suspended, in English"), width=12, english=True),
        Box(
            name="delivery_on",
            label=_("Delivery agreed for"),
            kind=Kind.DATE,
            hint=_("The first of these deliveries."),
        ),
        Box(name="from_on", label=_("Suspended from"), kind=Kind.DATE, hint=_("Empty: when the notice arrives.")),
        Box(
            name="utility",
            label=_("Public utility?"),
            kind=Kind.YES_NO,
            hint=_("Water, heating, gas and the like: on paper alone."),
        ),
        Box(name="facts", label=_("Facts"), kind=Kind.LINES, width=12),
        Box(name="clause", label=_("Clause that allows it"), kind=Kind.LINES, width=12),
        Rows(
            name="signs",
            title=_("Evidence of insecurity"),
            one=_("Piece of evidence"),
            add=_("Add a piece of evidence"),
            columns=(
                Box(
                    name="shows",
                    label=_("What it shows"),
                    kind=Kind.CHOICE,
                    choices=(
                        ("", _("Not chosen")),
                        ("business", _("Serious worsening of its business")),
                        ("assets", _("Moving assets or funds to avoid debts")),
                        ("credit", _("Loss of commercial credit")),
                        ("ability", _("Another loss of the ability to perform")),
                    ),
                    needed=True,
                ),
                Box(name="evidence", label=_("Evidence"), needed=True, hint=_("The paper, and who issued it.")),
                Box(name="seen_on", label=_("Dated"), kind=Kind.DATE),
            ),
            more=(Box(name="evidence_en", label=_("Evidence in English"), english=True),),
        ),
        in_english(
            Box(name="facts_en", label=_("Facts in English"), kind=Kind.LINES, width=12),
            Box(name="clause_en", label=_("Clause in English"), kind=Kind.LINES, width=12),
        ),
    ),
)

SET_OFF = Group(
    name="set_off",
    title=_("Set-off"),
    hint=_("Both debts must be of money in one currency, and what they owe us must be due."),
    letters=frozenset({LetterKind.SET_OFF_NOTICE}),
    always=True,
    parts=(
        Box(
            name="invoices",
            label=_("Invoices set off"),
            kind=Kind.NUMBERS,
            width=8,
            hint=_("Numbers, with commas between. Empty: all that are due."),
        ),
        Box(
            name="excluded",
            label=_("Set-off excluded?"),
            kind=Kind.YES_NO,
            hint=_("By the nature of a debt, by agreement or by law."),
        ),
        Rows(
            name="debts",
            title=_("What we owe them"),
            one=_("Debt of ours"),
            add=_("Add a debt"),
            blank=1,
            columns=(
                Box(name="basis", label=_("What it rests on"), needed=True, hint=_("Contract and paper.")),
                Box(name="due_on", label=_("Due on"), kind=Kind.DATE, needed=True),
                Box(name="amount", label=_("Principal"), kind=Kind.MONEY, needed=True),
            ),
            more=(
                Box(
                    name="kind",
                    label=_("Kind of debt"),
                    kind=Kind.CHOICE,
                    usual="money",
                    choices=(("money", _("Money")), ("goods", _("Goods")), ("services", _("Services"))),
                ),
                Box(name="currency", label=_("Currency"), hint=_("Empty: that of the account.")),
                Box(name="interest", label=_("Interest on it"), kind=Kind.MONEY),
                Box(name="costs", label=_("Costs on it"), kind=Kind.MONEY),
                Box(name="basis_en", label=_("What it rests on, in English"), english=True),
            ),
        ),
    ),
)

ASSIGNMENT = Group(
    name="assignment",
    title=_("Assignment of the claim"),
    hint=_("The account’s creditor is the assignor, and it is its letter."),
    letters=frozenset({LetterKind.ASSIGNMENT_NOTICE}),
    parts=(
        Box(name="assigned_on", label=_("Assigned on"), kind=Kind.DATE, needed=True),
        Box(name="agreement", label=_("Assignment agreement"), width=8, hint=_("Title and number.")),
        Box(name="agreement_en", label=_("Assignment agreement in English"), width=12, english=True),
        Box(
            name="invoices",
            label=_("Invoices assigned"),
            kind=Kind.NUMBERS,
            width=8,
            hint=_("Numbers, with commas between. Empty: all that are open."),
        ),
        Box(
            name="pay_from",
            label=_("Pay the assignee from"),
            kind=Kind.DATE,
            hint=_("Empty: when the notice arrives."),
        ),
        Box(name="excluded", label=_("Not assignable by its nature or by law?"), kind=Kind.YES_NO, width=6),
        Box(name="ban_in_contract", label=_("Does the contract forbid assignment?"), kind=Kind.YES_NO, width=6),
        Box(name="guarantee_bans", label=_("Does a guarantee forbid it?"), kind=Kind.YES_NO, width=6),
        Box(name="factoring", label=_("Is the assignee a factor?"), kind=Kind.YES_NO, width=6),
        Group(
            name="assignee",
            title=_("Assignee"),
            parts=(*party(needed=True), people(), BANK_ACCOUNT, SIZE),
        ),
    ),
)

RESCISSION = Group(
    name="rescission",
    title=_("Rescission"),
    hint=_("Without its ground and its time, a notice of rescission ends nothing."),
    letters=frozenset({LetterKind.RESCISSION_NOTICE}),
    always=True,
    parts=(
        Box(
            name="ground",
            label=_("Ground"),
            kind=Kind.CHOICE,
            width=8,
            needed=True,
            choices=(
                ("", _("Not chosen")),
                ("delay", _("Not performed within reasonable time after a demand (563(1)(3))")),
                ("refusal", _("It refuses to perform before its time (563(1)(2))")),
                ("purpose", _("Its breach defeats the contract’s purpose (563(1)(4))")),
                ("force_majeure", _("Force majeure defeats the purpose (563(1)(1))")),
                ("law", _("Another case of the law (563(1)(5))")),
                ("clause", _("A clause of the contract")),
            ),
        ),
        Box(name="contract", label=_("Contract ended"), hint=_("Its number. Empty: the only one on record.")),
        Box(
            name="demand_on",
            label=_("Demand that it rests on"),
            kind=Kind.DATE,
            hint=_("Empty: the first on record that arrived."),
        ),
        Box(
            name="period_until",
            label=_("Its period ended on"),
            kind=Kind.DATE,
            hint=_("Empty: fifteen days after it."),
        ),
        Box(name="known_on", label=_("Ground known on"), kind=Kind.DATE, hint=_("For any other ground.")),
        Box(
            name="lapses_on",
            label=_("Right lapses on, as agreed"),
            kind=Kind.DATE,
            hint=_("Empty: one year, as the law says."),
        ),
        Box(
            name="cure_until",
            label=_("Ends of itself after"),
            kind=Kind.DATE,
            hint=_("Empty: it ends when the notice arrives."),
        ),
        Box(
            name="performed",
            label=_("What was performed"),
            kind=Kind.CHOICE,
            choices=(
                ("", _("Not chosen")),
                ("price", _("Settled: its price is to be paid")),
                ("return", _("To be given back")),
                ("reserved", _("Reserved, to be claimed separately")),
            ),
        ),
        Box(name="returned", label=_("What is to be given back"), width=12),
        Box(name="facts", label=_("Facts"), kind=Kind.LINES, width=12),
        Box(name="clause", label=_("Clause that it rests on"), kind=Kind.LINES, width=12),
        in_english(
            Box(name="returned_en", label=_("What is to be given back, in English"), width=12),
            Box(name="facts_en", label=_("Facts in English"), kind=Kind.LINES, width=12),
            Box(name="clause_en", label=_("Clause in English"), kind=Kind.LINES, width=12),
        ),
    ),
)

NOTICES: tuple[Part, ...] = (
    Box(
        name="guarantor",
        label=_("Guarantor written to"),
        width=8,
        letters=frozenset({LetterKind.GUARANTOR_REQUEST, LetterKind.ASSIGNMENT_NOTICE}),
        hint=_("The name as under the contract. Empty: of a request, the only one; of an assignment, the debtor."),
    ),
    SUSPENSION,
    SET_OFF,
    ASSIGNMENT,
    RESCISSION,
)
