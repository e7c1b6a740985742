"""The boxes of the court papers."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows

COMPLAINT = frozenset({LetterKind.CIVIL_COMPLAINT})
PRESERVATION = frozenset({LetterKind.PRESERVATION_APPLICATION})
ENFORCEMENT = frozenset({LetterKind.ENFORCEMENT_APPLICATION})
CERTIFICATE = frozenset({LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE})
MANDATE = frozenset({LetterKind.POWER_OF_ATTORNEY})
SME = frozenset({LetterKind.SME_COMPLAINT})
OPENED = COMPLAINT | PRESERVATION
SUED = COMPLAINT | MANDATE | {LetterKind.EVIDENCE_LIST, LetterKind.ADDRESS_CONFIRMATION}
SERVED = COMPLAINT | {LetterKind.ADDRESS_CONFIRMATION}
PROVED = COMPLAINT | {LetterKind.PAYMENT_ORDER_APPLICATION, LetterKind.EVIDENCE_LIST}
ACTED_FOR = PRESERVATION | COMPLAINT | ENFORCEMENT | MANDATE | {LetterKind.PAYMENT_ORDER_APPLICATION}


def _properties(title: str, hint: str = "") -> Rows:
    return Rows(
        name="property",
        title=title,
        one=_("Thing"),
        add=_("Add a thing"),
        hint=hint,
        blank=1,
        columns=(
            Box(name="what", label=_("What it is, so that it can be found"), width=8, needed=True),
            Box(name="worth", label=_("Estimated value"), kind=Kind.MONEY),
        ),
        more=(Box(name="what_en", label=_("What it is, in English"), english=True),),
    )


COURT: tuple[Part, ...] = (
    Group(
        name="suit",
        title=_("The suit"),
        letters=SUED | OPENED,
        parts=(
            Box(
                name="claims_security",
                label=_("Sue the guarantors too"),
                kind=Kind.YES_NO,
                letters=SUED,
                hint=_(
                    "Those on record under the contracts sued upon; each is named in the papers beside the complaint."
                ),
            ),
            Box(
                name="agrees_to_mediate",
                label=_("Would try mediation first"),
                kind=Kind.YES_NO,
                letters=COMPLAINT,
            ),
            Box(
                name="outside_province",
                label=_("A party outside the court’s province"),
                kind=Kind.YES_NO,
                hint=_("Asked from 100 million yuan on: it decides the level of the court."),
                letters=OPENED,
            ),
            Box(
                name="goods",
                label=_("Terms on the goods"),
                kind=Kind.LINES,
                width=6,
                hint=_("Name, model, quality and quantity, as agreed."),
                letters=COMPLAINT,
            ),
            Box(
                name="delivery",
                label=_("Terms on delivery"),
                kind=Kind.LINES,
                width=6,
                hint=_("Time, place, manner, risk, acceptance."),
                letters=COMPLAINT,
            ),
            Box(
                name="quality",
                label=_("Terms on quality"),
                kind=Kind.LINES,
                width=6,
                hint=_("Standard, inspection, time for objections."),
                letters=COMPLAINT,
            ),
            Box(name="further", label=_("Further claims"), kind=Kind.LINES, width=6, letters=COMPLAINT),
            Box(
                name="goods_en",
                label=_("Terms on the goods, in English"),
                kind=Kind.LINES,
                width=6,
                letters=COMPLAINT,
                english=True,
            ),
            Box(
                name="delivery_en",
                label=_("Terms on delivery, in English"),
                kind=Kind.LINES,
                width=6,
                letters=COMPLAINT,
                english=True,
            ),
            Box(
                name="quality_en",
                label=_("Terms on quality, in English"),
                kind=Kind.LINES,
                width=6,
                letters=COMPLAINT,
                english=True,
            ),
            Box(
                name="further_en",
                label=_("Further claims in English"),
                kind=Kind.LINES,
                width=6,
                letters=COMPLAINT,
                english=True,
            ),
            Group(
                name="preserved",
                title=_("Preservation before the suit"),
                letters=COMPLAINT,
                folded=True,
                parts=(
                    Box(name="court", label=_("Court that preserved"), width=6, needed=True),
                    Box(name="court_en", label=_("Court that preserved, in English"), width=6, english=True),
                    Box(name="on", label=_("Preserved on"), kind=Kind.DATE, needed=True),
                    Box(name="number", label=_("Case number of the preservation")),
                ),
            ),
        ),
    ),
    Group(
        name="preservation",
        title=_("What is to be preserved"),
        letters=PRESERVATION,
        always=True,
        parts=(
            Box(name="amount", label=_("Amount to preserve"), kind=Kind.MONEY, hint=_("Empty: all that is claimed.")),
            Box(
                name="security",
                label=_("Security"),
                kind=Kind.CHOICE,
                choices=(
                    ("", _("Not chosen")),
                    ("insurer", _("Insurer’s letter of guarantee")),
                    ("bank", _("Bank’s letter of guarantee")),
                    ("cash", _("Cash")),
                    ("property", _("Property")),
                    ("guarantor", _("Guarantee of a third party")),
                ),
            ),
            Box(
                name="security_by",
                label=_("Security given by"),
                hint=_("Insurer, bank, guarantor, or whose property it is."),
            ),
            Box(name="security_by_en", label=_("Security given by, in English"), english=True),
            Box(name="security_amount", label=_("Amount of the security"), kind=Kind.MONEY),
            Box(
                name="consequences_known",
                label=_("Consequences are known"),
                kind=Kind.YES_NO,
                hint=_("No payment order any more; sue within 30 days; a wrong application is paid for."),
            ),
            Rows(
                name="urgency",
                title=_("What makes it urgent"),
                one=_("Fact"),
                add=_("Add a fact"),
                hint=_("Persons, days, acts and evidence: why waiting would do harm that is hard to repair."),
                blank=1,
                columns=(
                    Box(name="on", label=_("Seen on"), kind=Kind.DATE),
                    Box(name="what", label=_("What happened, and its evidence"), width=8, needed=True),
                ),
                more=(Box(name="what_en", label=_("What happened, in English"), english=True),),
            ),
            _properties(_("Property to preserve"), _("Clear enough to be found at once.")),
        ),
    ),
    Group(
        name="instrument",
        title=_("Instrument to be enforced"),
        letters=ENFORCEMENT,
        always=True,
        parts=(
            Box(
                name="kind",
                label=_("Kind of instrument"),
                kind=Kind.CHOICE,
                needed=True,
                choices=(
                    ("", _("Not chosen")),
                    ("judgment", _("Judgment")),
                    ("mediation", _("Court mediation paper")),
                    ("payment_order", _("Payment order")),
                    ("award", _("Arbitral award")),
                ),
            ),
            Box(name="issuer", label=_("Issued by"), width=8, needed=True),
            Box(name="issuer_en", label=_("Issued by, in English"), width=8, english=True),
            Box(name="number", label=_("Number of the instrument"), needed=True),
            Box(
                name="issued_on",
                label=_("Issued on"),
                kind=Kind.DATE,
                needed=True,
                hint=_("Payments after this day count against it."),
            ),
            Box(name="effective_on", label=_("Effective on"), kind=Kind.DATE, needed=True),
            Box(
                name="performed_by",
                label=_("Last day for payment"),
                kind=Kind.DATE,
                hint=_("As the instrument sets it. Empty: it sets none."),
            ),
            Box(
                name="interrupted_on",
                label=_("Two years began anew on"),
                kind=Kind.DATE,
                hint=_("By an application, a demand or a promise that can be proved."),
            ),
            Box(name="principal", label=_("Principal awarded"), kind=Kind.MONEY, needed=True),
            Box(
                name="other",
                label=_("Other money awarded"),
                kind=Kind.MONEY,
                hint=_("Lawyers’ fees, say; no court fees, no interest."),
            ),
            Box(name="interest", label=_("Ordinary interest awarded"), kind=Kind.MONEY, hint=_("As a sum.")),
            Box(name="yearly_rate", label=_("Yearly rate that runs on"), kind=Kind.RATE),
            Box(name="running_from", label=_("Runs on from"), kind=Kind.DATE),
            Box(name="fees", label=_("Court fees awarded"), kind=Kind.MONEY),
            Box(name="words", label=_("Operative part"), kind=Kind.LINES, width=12),
            Box(name="words_en", label=_("Operative part in English"), kind=Kind.LINES, width=12, english=True),
            _properties(_("Known property of the debtor")),
        ),
    ),
    Group(
        name="mandate",
        title=_("The mandate"),
        letters=MANDATE,
        always=True,
        parts=(
            Box(
                name="matter",
                label=_("Matter"),
                kind=Kind.CHOICE,
                needed=True,
                choices=(
                    ("", _("Not chosen")),
                    ("suit", _("Suit")),
                    ("payment_order", _("Payment order")),
                    ("enforcement", _("Enforcement")),
                ),
            ),
            Box(name="stages", label=_("Stages"), hint=_("First instance, second instance.")),
            Box(name="stages_en", label=_("Stages in English"), english=True),
            Box(name="until", label=_("Valid until"), kind=Kind.DATE, hint=_("Empty: until the matter is over.")),
            Box(name="admits", label=_("May admit claims"), kind=Kind.YES_NO),
            Box(name="waives", label=_("May waive claims or rights"), kind=Kind.YES_NO),
            Box(name="changes", label=_("May change claims or rights"), kind=Kind.YES_NO),
            Box(name="settles", label=_("May settle"), kind=Kind.YES_NO),
            Box(name="counterclaims", label=_("May counterclaim"), kind=Kind.YES_NO),
            Box(name="appeals", label=_("May appeal"), kind=Kind.YES_NO),
            Box(name="receives", label=_("May receive enforced money"), kind=Kind.YES_NO),
        ),
    ),
    Group(
        name="identity",
        title=_("The legal representative"),
        letters=CERTIFICATE,
        parts=(
            Box(
                name="number",
                label=_("Identity number"),
                kind=Kind.NUMBER,
                hint=_("Printed in this certificate alone. Empty: a line to write on."),
            ),
            Box(name="phone", label=_("Representative’s phone")),
            Box(name="address", label=_("Representative’s address"), width=8),
            Box(name="address_en", label=_("Representative’s address in English"), width=8, english=True),
        ),
    ),
    Group(
        name="service",
        title=_("Address for service"),
        hint=_("Where the court’s papers reach you. What is empty is taken from the creditor."),
        letters=SERVED,
        parts=(
            Box(name="electronic", label=_("Agree to electronic service"), kind=Kind.YES_NO),
            Box(name="recipient", label=_("Recipient")),
            Box(name="recipient_en", label=_("Recipient in English"), english=True),
            Box(name="phone", label=_("Phone for service")),
            Box(name="email", label=_("E-mail for service")),
            Box(name="address", label=_("Post address for service"), width=8),
            Box(name="address_en", label=_("Post address for service, in English"), width=8, english=True),
            Box(name="postcode", label=_("Postcode for service")),
        ),
    ),
    Group(
        name="complaint",
        title=_("The complaint"),
        letters=SME,
        parts=(
            Box(name="addressee", label=_("Department or platform"), width=8),
            Box(name="addressee_en", label=_("Department or platform, in English"), width=8, english=True),
            Box(
                name="told_size",
                label=_("Debtor told of our size at contract time"),
                kind=Kind.YES_NO,
                hint=_("The regulation asks a small enterprise to say so unasked."),
            ),
            Box(name="debtor_says", label=_("Why the debtor says it does not pay"), kind=Kind.LINES, width=12),
            Box(
                name="debtor_says_en",
                label=_("Why the debtor says it does not pay, in English"),
                kind=Kind.LINES,
                width=12,
                english=True,
            ),
        ),
    ),
)
