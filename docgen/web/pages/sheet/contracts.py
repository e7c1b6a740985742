"""What was agreed."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Group, Kind, Label, Rows, in_english
from docgen.web.pages.sheet.parties import OTHER_BANK_ACCOUNT, SIZE, party, people

DAYS = (Box(name="days", label=_("Credit days"), kind=Kind.WHOLE, hint=_("Counted from the day after.")),)


GROUNDS = (
    ("", _("Not stated")),
    ("fixed_date", _("A fixed date, given with each invoice")),
    ("after_receipt", _("So many days after receipt of the goods or services")),
    ("after_acceptance", _("So many days after acceptance")),
    ("after_invoice", _("So many days after the invoice")),
    ("law", _("Nothing agreed: as the law says")),
)


def due_terms(title: Label, *, folded: bool) -> Group:
    return Group(
        name="due",
        title=title,
        folded=folded,
        parts=(
            Box(name="ground", label=_("Payment falls due"), kind=Kind.CHOICE, choices=GROUNDS, width=8),
            *DAYS,
        ),
    )


LATE_PAYMENT = Group(
    name="late_payment",
    title=_("Late-payment clause"),
    hint=_("Interest or penalty that the contract itself agrees for late payment."),
    folded=True,
    parts=(
        Box(
            name="rate",
            label=_("The contract agrees"),
            kind=Kind.CHOICE,
            width=6,
            choices=(
                ("", _("Not known")),
                ("none", _("No late-payment clause")),
                ("per_day", _("A rate per day")),
                ("per_year", _("A rate per year")),
                ("lpr_plus", _("The loan prime rate (LPR) plus points")),
                ("lpr_times", _("A multiple of the loan prime rate (LPR)")),
            ),
        ),
        Box(
            name="value",
            label=_("Rate or multiple"),
            kind=Kind.RATE,
            width=6,
            hint=_("For example 0.05% (a day), 12% (a year), 1.5 (times LPR)."),
        ),
        Box(
            name="tenor",
            label=_("LPR tenor"),
            kind=Kind.CHOICE,
            usual="one_year",
            choices=(("one_year", _("One year")), ("five_years", _("Over five years"))),
        ),
        Box(
            name="lpr",
            label=_("LPR taken"),
            kind=Kind.CHOICE,
            usual="static",
            choices=(
                ("static", _("On the day of breach, fixed")),
                ("floating", _("Floating, period by period")),
            ),
        ),
        Box(
            name="base",
            label=_("Charged on"),
            kind=Kind.CHOICE,
            usual="open",
            choices=(
                ("open", _("What is still unpaid")),
                ("invoice", _("The full invoice amount")),
            ),
        ),
        Box(name="grace_days", label=_("Days of grace"), kind=Kind.WHOLE, usual="0"),
        Box(name="cap", label=_("Cap, as part of the invoice"), kind=Kind.RATE, hint=_("For example 10%.")),
        Box(
            name="day_count",
            label=_("Days in a year"),
            kind=Kind.CHOICE,
            usual="365",
            choices=(("365", "365"), ("360", "360")),
        ),
        Box(name="words", label=_("The clause in its words"), kind=Kind.LINES, width=12),
        Box(name="words_en", label=_("The clause in English"), kind=Kind.LINES, width=12, english=True),
    ),
)


CONTRACTS = Rows(
    name="contracts",
    title=_("Contracts"),
    one=_("Contract"),
    add=_("Add a contract"),
    table=False,
    blank=1,
    columns=(
        Box(name="number", label=_("Contract number"), needed=True),
        Box(name="title", label=_("Contract title"), width=8),
        Box(name="subject", label=_("What was sold or done"), width=8),
        Box(
            name="kind",
            label=_("Kind of contract"),
            kind=Kind.CHOICE,
            usual="sale",
            choices=(
                ("sale", _("Sale of goods")),
                ("services", _("Services")),
                ("construction", _("Construction")),
                ("other", _("Other")),
            ),
        ),
        Box(name="signed_on", label=_("Signed on"), kind=Kind.DATE),
        Box(name="signed_at", label=_("Signed at")),
        Box(name="amount", label=_("Contract amount"), kind=Kind.MONEY),
        Box(name="currency", label=_("Currency"), usual="CNY", hint=_("Three letters: CNY, USD, EUR …")),
        Box(
            name="payment_terms",
            label=_("Payment terms in words"),
            kind=Kind.LINES,
            width=8,
            hint=_("As the contract puts them; the letter cites them."),
        ),
    ),
    more=(
        in_english(
            Box(name="title_en", label=_("Contract title in English"), width=6),
            Box(name="subject_en", label=_("What was sold or done, in English"), width=6),
            Box(name="signed_at_en", label=_("Signed at, in English"), width=6),
            Box(name="payment_terms_en", label=_("Payment terms in English"), kind=Kind.LINES, width=6),
            Box(name="costs_clause_en", label=_("Costs clause in English"), kind=Kind.LINES, width=6),
            Box(name="dispute_clause_en", label=_("Court or arbitration clause in English"), kind=Kind.LINES, width=6),
            Box(name="service_clause_en", label=_("Address-for-service clause in English"), kind=Kind.LINES, width=6),
        ),
        due_terms(_("When payment falls due"), folded=False),
        LATE_PAYMENT,
        Group(
            name="",
            title=_("Other clauses"),
            folded=True,
            parts=(
                Box(
                    name="invoice_first",
                    label=_("No payment before the invoice?"),
                    kind=Kind.YES_NO,
                    hint=_("Does the contract make the fapiao a condition of payment?"),
                    width=6,
                ),
                Box(
                    name="pays_costs",
                    label=_("Debtor bears the costs of collection?"),
                    kind=Kind.YES_NO,
                    width=6,
                ),
                Box(name="costs_clause", label=_("Costs clause in its words"), kind=Kind.LINES, width=6),
                Box(
                    name="dispute_clause", label=_("Court or arbitration clause in its words"), kind=Kind.LINES, width=6
                ),
                Box(
                    name="service_clause", label=_("Address-for-service clause in its words"), kind=Kind.LINES, width=6
                ),
                Box(
                    name="governing_law",
                    label=_("Governing law"),
                    kind=Kind.COUNTRY,
                    usual="CN",
                    width=6,
                ),
                Box(
                    name="imputation_561",
                    label=_("Payments go to costs, interest, then principal?"),
                    kind=Kind.YES_NO,
                    hint=_("Only when the contract says how payments are applied."),
                    width=6,
                ),
                Box(
                    name="retention_of_title",
                    label=_("Do the goods stay yours until they are paid?"),
                    kind=Kind.YES_NO,
                    hint=_("Only when the contract says so."),
                    width=6,
                ),
                Box(
                    name="instalments",
                    label=_("Number of instalments"),
                    hint=_("Of a sale by instalments: into how many payments the price is divided."),
                    width=6,
                ),
            ),
        ),
        Rows(
            name="guarantees",
            title=_("Guarantees"),
            one=_("Guarantee"),
            add=_("Add a guarantee"),
            table=False,
            columns=(
                Group(
                    name="guarantor",
                    title=_("Guarantor"),
                    parts=(*party(needed=True), people(), OTHER_BANK_ACCOUNT, SIZE),
                ),
                Box(
                    name="mode",
                    label=_("Mode of guarantee"),
                    kind=Kind.CHOICE,
                    usual="unclear",
                    choices=(
                        ("unclear", _("Unclear (counts as general)")),
                        ("general", _("General guarantee")),
                        ("joint", _("Joint and several guarantee")),
                    ),
                ),
                Box(name="maximum", label=_("Maximum"), kind=Kind.MONEY),
                Box(name="period_until", label=_("Guarantee period until"), kind=Kind.DATE),
                Box(name="words", label=_("Guarantee in its words"), kind=Kind.LINES, width=12),
                Box(name="words_en", label=_("Guarantee, translated"), kind=Kind.LINES, width=12, english=True),
            ),
        ),
    ),
)
