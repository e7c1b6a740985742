"""The boxes of the agreements: the plan, who signs, the thing given for the debt."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows, in_english

_REPAYMENT = frozenset({LetterKind.REPAYMENT_AGREEMENT})
_IN_KIND = frozenset({LetterKind.IN_KIND_AGREEMENT})
_SIGNED = _REPAYMENT | _IN_KIND | {LetterKind.DEBT_ACKNOWLEDGMENT}

_MODES = (
    ("unclear", _("Unclear (counts as general)")),
    ("general", _("General guarantee")),
    ("joint", _("Joint and several guarantee")),
)

_DISPUTES = (
    Box(
        name="dispute_clause",
        label=_("Court or arbitration clause of this agreement"),
        kind=Kind.LINES,
        width=12,
        hint=_("Empty: the clauses of the contracts go on."),
    ),
    Box(
        name="dispute_clause_en",
        label=_("That clause in English"),
        kind=Kind.LINES,
        width=12,
        english=True,
    ),
)

DEBTOR_SIGNER = Group(
    name="debtor_signer",
    title=_("Who signs for the debtor"),
    hint=_("Empty: its legal representative. Anybody else needs a power of attorney under the company seal."),
    folded=True,
    letters=_SIGNED,
    parts=(
        Box(name="name", label=_("Name of the debtor’s signatory")),
        Box(name="post", label=_("Post of the debtor’s signatory")),
        Box(
            name="authority", label=_("Paper of authority"), hint=_("Such as: power of attorney of 10 September 2026.")
        ),
        in_english(
            Box(name="name_en", label=_("Name of the debtor’s signatory in English")),
            Box(name="post_en", label=_("Post of the debtor’s signatory in English")),
            Box(name="authority_en", label=_("Paper of authority in English")),
        ),
    ),
)

REPAYMENT = Group(
    name="repayment",
    title=_("Repayment agreement"),
    letters=_REPAYMENT,
    parts=(
        Rows(
            name="instalments",
            title=_("Plan of payment"),
            one=_("Instalment"),
            add=_("Add an instalment"),
            hint=_("In order of day. Together they must come to the sum that is owed."),
            blank=3,
            columns=(
                Box(name="pay_on", label=_("Pay on"), kind=Kind.DATE, needed=True),
                Box(name="amount", label=_("Sum of the instalment"), kind=Kind.MONEY, needed=True),
            ),
        ),
        Box(
            name="interest",
            label=_("Interest or penalty accrued so far"),
            kind=Kind.CHOICE,
            width=6,
            needed=True,
            choices=(
                ("", _("Please choose")),
                ("reserved", _("Reserved: no sum named, nothing given up")),
                ("included", _("Included: its sum is agreed and paid with the plan")),
                ("waived_if_kept", _("Given up if, and only if, the plan is kept")),
            ),
            hint=_("An agreement that names principal and interest as sums may settle both for good."),
        ),
        Box(
            name="grace_days",
            label=_("Days of grace of each instalment"),
            kind=Kind.WHOLE,
            usual="0",
            hint=_("After them, all that is left falls due at once."),
        ),
        Box(
            name="enforcement",
            label=_("Enforceable without a suit"),
            kind=Kind.CHOICE,
            width=6,
            usual="none",
            choices=(
                ("none", _("No")),
                ("notarised", _("By notarisation for enforcement")),
                ("confirmed", _("By mediation and a court’s confirmation")),
            ),
        ),
        Rows(
            name="sureties",
            title=_("Guarantors who sign"),
            one=_("Guarantor"),
            add=_("Add a guarantor who signs"),
            hint=_("A guarantor who does not sign is not bound by the plan, and its period goes on as before."),
            table=False,
            columns=(
                Box(name="name", label=_("Name of the guarantor"), width=8, needed=True),
                Box(
                    name="mode", label=_("Mode of the new guarantee"), kind=Kind.CHOICE, usual="unclear", choices=_MODES
                ),
                Box(name="period_until", label=_("New guarantee period until"), kind=Kind.DATE),
                Box(name="maximum", label=_("Maximum"), kind=Kind.MONEY),
            ),
            more=(
                Box(
                    name="kind",
                    label=_("Kind of guarantor"),
                    kind=Kind.CHOICE,
                    usual="company",
                    choices=(
                        ("company", _("Company")),
                        ("public_body", _("Public body")),
                        ("natural_person", _("Natural person")),
                    ),
                ),
                Box(
                    name="registration_number",
                    label=_("Its registration number"),
                    hint=_("Only of one whom no contract above names."),
                ),
                Box(name="address", label=_("Its address"), width=8),
                Box(name="representative", label=_("Its legal representative")),
                Box(name="phone", label=_("Its phone")),
                in_english(
                    Box(name="name_en", label=_("Its name in English")),
                    Box(name="address_en", label=_("Its address in English")),
                    Box(name="representative_en", label=_("Its legal representative in English")),
                ),
            ),
        ),
        *_DISPUTES,
    ),
)

IN_KIND = Group(
    name="in_kind",
    title=_("Settlement in kind"),
    letters=_IN_KIND,
    parts=(
        Box(
            name="thing",
            label=_("Thing given for the debt"),
            kind=Kind.LINES,
            width=12,
            needed=True,
            hint=_("Name, model, number and quantity."),
        ),
        Box(name="thing_en", label=_("The thing in English"), kind=Kind.LINES, width=12, english=True),
        Box(name="location", label=_("Where it is"), width=6),
        Box(name="location_en", label=_("Where it is, in English"), width=6, english=True),
        Box(name="title", label=_("Papers that show whose it is"), width=6),
        Box(name="title_en", label=_("Papers of title in English"), width=6, english=True),
        Box(name="owned_by_debtor", label=_("Does it belong to the debtor alone?"), kind=Kind.YES_NO, width=6),
        Box(
            name="encumbered",
            label=_("Is anybody else’s right on it?"),
            kind=Kind.YES_NO,
            width=6,
            hint=_("Mortgaged, pledged, leased, seized or held back."),
        ),
        Box(name="encumbrances", label=_("Which right, whose, and for how much"), width=12),
        Box(name="encumbrances_en", label=_("Rights on it, in English"), width=12, english=True),
        Box(
            name="worth",
            label=_("What it is worth"),
            kind=Kind.MONEY,
            needed=True,
            hint=_("With tax. A price far from this may be undone by other creditors."),
        ),
        Box(
            name="worth_basis",
            label=_("Basis of the value"),
            width=8,
            needed=True,
            hint=_("Such as: valuation report, number and day."),
        ),
        Box(name="worth_basis_en", label=_("Basis of the value in English"), width=12, english=True),
        Box(name="offset", label=_("Debt for which it is taken"), kind=Kind.MONEY, needed=True),
        Box(name="hand_over_on", label=_("Hand over no later than"), kind=Kind.DATE, needed=True),
        Box(
            name="handover",
            label=_("How it passes"),
            kind=Kind.CHOICE,
            usual="delivery",
            choices=(
                ("delivery", _("Delivery")),
                ("registration", _("Registration")),
                ("both", _("Delivery and registration")),
            ),
        ),
        Box(
            name="taxes",
            label=_("Taxes and fees"),
            kind=Kind.CHOICE,
            usual="by_law",
            choices=(
                ("by_law", _("Each side its own, as the law says")),
                ("debtor", _("The debtor bears them")),
            ),
        ),
        Box(
            name="demand_days",
            label=_("Days after a demand"),
            kind=Kind.WHOLE,
            usual="15",
            hint=_("After which you may choose between the debt and the thing."),
        ),
        Box(
            name="use",
            label=_("What you will do with it"),
            width=12,
            hint=_("Not printed. What cannot be used or sold is no payment."),
        ),
        *_DISPUTES,
    ),
)

AGREEMENTS: tuple[Part, ...] = (DEBTOR_SIGNER, REPAYMENT, IN_KIND)
