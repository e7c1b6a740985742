"""What belongs to the letter rather than to the account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.entry import Group as Entries
from docgen.letters.request import LADDER, LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Label, Rows
from docgen.web.pages.sheet.papers import PAPERS
from docgen.web.pages.sheet.papers.court import ACTED_FOR, PROVED

LAWYER = frozenset({LetterKind.LAWYERS_LETTER})


COURT = frozenset(kind for kind, entry in CATALOGUE.items() if entry.in_court)


CONFIRMATION = frozenset({LetterKind.BALANCE_CONFIRMATION})


CHASING = frozenset({LetterKind.DEMAND_LETTER, LetterKind.LAWYERS_LETTER, LetterKind.PAYMENT_ORDER_APPLICATION})


WORKING_PAPERS = frozenset(kind for kind, entry in CATALOGUE.items() if entry.group is Entries.WORKING)


LETTERS = frozenset(LetterKind) - COURT - WORKING_PAPERS


# What both sides sign is not sent to be answered.
SENT = LETTERS - frozenset(kind for kind, entry in CATALOGUE.items() if entry.group.value == "agreement")


ABOUT: dict[LetterKind, Label] = {
    LetterKind.PAYMENT_REMINDER: _("A friendly note that a payment is coming up, is due, or has been missed."),
    LetterKind.BALANCE_CONFIRMATION: _("Have the debtor confirm in writing what is owed."),
    LetterKind.DEMAND_LETTER: _("Ask for payment by a last day, with interest and the legal grounds."),
    LetterKind.LAWYERS_LETTER: _("A draft for your law firm to check, sign and send."),
    LetterKind.PAYMENT_ORDER_APPLICATION: _("Ask the court for an order to pay, without a trial."),
    LetterKind.CIVIL_COMPLAINT: _("Sue for the price: the courts’ form for sales, filled in, with a page on filing."),
    LetterKind.PRESERVATION_APPLICATION: _("Have the debtor’s property frozen before you sue."),
    LetterKind.ENFORCEMENT_APPLICATION: _("Have a judgment enforced, with the doubled interest computed."),
    LetterKind.EVIDENCE_LIST: _("List your evidence for the court: source, form, and what it proves."),
    LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE: _("Certify to the court who your legal representative is."),
    LetterKind.POWER_OF_ATTORNEY: _("Appoint who acts for you in court, power by power."),
    LetterKind.ADDRESS_CONFIRMATION: _("Tell the court where its papers reach you."),
    LetterKind.SME_COMPLAINT: _("Complain about money that a large enterprise or public body withholds."),
    LetterKind.GUARANTOR_REQUEST: _("Ask a guarantor to pay within the guarantee period."),
    LetterKind.REPAYMENT_AGREEMENT: _("Agree a plan of payment, with all security kept and limitation begun anew."),
    LetterKind.DEBT_ACKNOWLEDGMENT: _("Have the debtor sign what it owes and promise a day to pay it."),
    LetterKind.IN_KIND_AGREEMENT: _(
        "Take a thing in place of money, after the due date, without losing the debt before you have it."
    ),
    LetterKind.SUPPLY_SUSPENSION_NOTICE: _("Stop deliveries lawfully: on a ground, with notice, and with a way back."),
    LetterKind.SET_OFF_NOTICE: _("End equal sums that each side owes the other."),
    LetterKind.ASSIGNMENT_NOTICE: _("Tell the debtor, and each guarantor, that the claim is now another’s."),
    LetterKind.RESCISSION_NOTICE: _("End a contract by notice, on a ground that the law or the contract gives."),
    LetterKind.DECISION_MEMO: _(
        "One page for the file: the next step, why, what was refused and by which rule, and every clock."
    ),
    LetterKind.CALL_SHEET: _("What to have at hand, to ask and to write down when you call."),
    LetterKind.VISIT_SHEET: _("What to take along, to ask and to have signed when you go there."),
    LetterKind.LAW_FIRM_HANDOVER: _("Hand the case to a law firm, with the file that it needs."),
    LetterKind.SERVICE_COVER: _("The text for the waybill, every address with its source, and the proof to keep."),
    LetterKind.STATEMENT_OF_ACCOUNT: _("Every invoice and payment, line by line, with the running balance."),
    LetterKind.PERFORMANCE_NOTICE: _("Set a time for payment where none was agreed and the law sets none."),
    LetterKind.EARLY_PAYMENT_OFFER: _("Less to pay for whoever pays by a day before the money is due."),
}


INTEREST = Group(
    name="interest",
    title=_("Interest"),
    hint=_(
        "As set here, the law decides: the contract’s clause first, then the "
        "regulation for small and medium-sized enterprises, then the loan prime rate."
    ),
    folded=True,
    parts=(
        Box(
            name="rule",
            label=_("Rule"),
            kind=Kind.CHOICE,
            width=6,
            usual="automatic",
            hint=_("Which rate is taken. The law’s own order finds the strongest one on record."),
            choices=(
                ("automatic", _("As the law decides (recommended)")),
                ("clause", _("The contract’s clause")),
                ("lpr", _("Loan prime rate times a factor")),
                ("sme", _("The rate for small and medium-sized enterprises")),
                ("none", _("No interest claimed")),
            ),
        ),
        Box(
            name="multiplier",
            label=_("Factor on the LPR"),
            width=6,
            usual="1.3",
            hint=_(
                "Where no rate is agreed: 1.3 to 1.5 for a sale, 1 for other contracts. 1.3 is recommended: the least "
                "that a court may add for a sale, and the hardest to attack."
            ),
        ),
        Box(
            name="lpr",
            label=_("LPR taken"),
            kind=Kind.CHOICE,
            width=6,
            usual="static",
            hint=_("Fixed: one rate for the whole delay. Floating: each month’s own rate, in as many lines."),
            choices=(
                ("static", _("On the day of breach, fixed (recommended)")),
                ("floating", _("Floating, period by period")),
            ),
        ),
        Box(
            name="day_count",
            label=_("Days in a year"),
            kind=Kind.CHOICE,
            width=6,
            usual="365",
            hint=_("How a yearly rate becomes a daily one: 360 gives about 1.4 % more interest."),
            choices=(("365", _("365 (recommended)")), ("360", "360")),
        ),
        Box(
            name="imputation",
            label=_("Payments are put against"),
            kind=Kind.CHOICE,
            usual="principal_first",
            width=6,
            hint=_(
                "Principal first: payments lower the invoices, as your books show. Article 561: they meet costs and "
                "interest first, and more principal stays open."
            ),
            choices=(
                ("principal_first", _("Principal first, as in the books (recommended)")),
                ("article_561", _("Costs, interest, then principal (Civil Code 561)")),
            ),
        ),
        Box(
            name="rest_day",
            label=_("Due on a rest day"),
            kind=Kind.CHOICE,
            usual="counted",
            width=8,
            hint=_("Decides on which day the delay, and so the interest, begins when the last day is a day of rest."),
            choices=(
                ("counted", _("A period counted in days moves on, an agreed date stays (recommended)")),
                ("all", _("Every due date moves to the next working day")),
                ("none", _("No due date moves")),
            ),
        ),
    ),
)


LAW_FIRM = Group(
    name="law_firm",
    title=_("Law firm"),
    letters=LAWYER,
    always=True,
    parts=(
        Box(name="name", label=_("Firm name"), width=6, needed=True),
        Box(name="licence_number", label=_("Firm’s practice licence number"), width=6, needed=True),
        Box(name="name_en", label=_("Firm name in English"), width=6),
        Box(name="address", label=_("Firm address"), width=6),
        Box(name="address_en", label=_("Firm address in English"), width=12, english=True),
        Box(name="phone", label=_("Phone"), width=6),
        Box(name="email", label=_("E-mail"), width=6),
        Rows(
            name="lawyers",
            title=_("Lawyers"),
            one=_("Lawyer"),
            add=_("Add a lawyer"),
            blank=1,
            columns=(
                Box(name="name", label=_("Lawyer’s name"), needed=True),
                Box(name="practice_number", label=_("Practice number"), needed=True, hint=_("17 digits")),
                Box(name="phone", label=_("Phone")),
                Box(name="email", label=_("E-mail")),
                Box(name="name_en", label=_("Name in English")),
            ),
        ),
    ),
)


PLACES = {
    "opening": _("After the salutation"),
    "facts": _("After the facts"),
    "demand": _("After the demand"),
    "opinion": _("After the legal opinion"),
    "reasons": _("After the reasons"),
    "closing": _("Before the close"),
    "terms": _("Further terms"),
}


PARAGRAPHS = Group(
    name="paragraphs",
    title=_("Own paragraphs"),
    hint=_("Printed as they stand, at the place named."),
    parts=tuple(
        Box(
            name=place,
            label=label,
            kind=Kind.LINES,
            width=6,
            letters=frozenset(kind for kind, entry in CATALOGUE.items() if place in entry.places),
        )
        for place, label in PLACES.items()
    ),
)


PARTICULARS = Group(
    name="letter",
    title="",
    always=True,
    parts=(
        Box(
            name="number",
            label=_("Letter number"),
            needed=True,
            letters=LETTERS | {LetterKind.LAW_FIRM_HANDOVER},
            hint=_("From your own register of letters; a court application goes without."),
        ),
        Box(name="dated_on", label=_("Date of the letter"), kind=Kind.DATE, hint=_("Empty: the day asked about.")),
        Box(
            name="purpose",
            label=_("Purpose of the confirmation"),
            kind=Kind.CHOICE,
            choices=(
                ("", _("As usual: with a demand")),
                ("accounts", _("Reconcile the accounts only")),
                ("demand", _("Confirm the balance and demand payment")),
            ),
            letters=CONFIRMATION,
        ),
        Box(
            name="pay_by",
            label=_("To be paid by"),
            kind=Kind.DATE,
            letters=SENT | {LetterKind.DEBT_ACKNOWLEDGMENT},
            hint=_("A last day for payment; it does not move the due date."),
        ),
        Box(
            name="invoices",
            label=_("Only these invoices"),
            kind=Kind.NUMBERS,
            width=8,
            letters=frozenset(LADDER),
            hint=_(
                "Numbers, with commas between; the others stay outside, reserved. Empty: all that may be asked for."
            ),
        ),
        Box(name="reply_by", label=_("Reply wanted by"), kind=Kind.DATE, letters=SENT),
        Box(name="signatory", label=_("Signatory")),
        Box(name="signatory_post", label=_("Signatory’s post")),
        Box(name="signatory_en", label=_("Signatory in English"), english=True),
        Box(name="signatory_post_en", label=_("Signatory’s post in English"), english=True),
        Box(
            name="prevailing_text",
            label=_("Prevailing text"),
            kind=Kind.CHOICE,
            choices=(
                ("", _("As usual: the Chinese one where the debtor reads Chinese")),
                ("chinese", _("It says that the Chinese text prevails")),
                ("none", _("It names no other text")),
            ),
            letters=LETTERS,
            english=True,
            hint=_("Say that the Chinese text prevails only where you send one too."),
        ),
        Box(name="salutation", label=_("Salutation"), letters=SENT, hint=_("Empty: the usual one.")),
        Box(
            name="delivery",
            label=_("Delivery"),
            letters=SENT,
            hint=_("Such as: by EMS and e-mail. Empty: not printed."),
        ),
        *PAPERS,
        INTEREST,
        Group(
            name="",
            title=_("Enclosures and own words"),
            folded=True,
            parts=(
                Box(name="enclosures", label=_("Enclosures"), kind=Kind.LIST, width=6, hint=_("One in each line.")),
                Box(
                    name="enclosures_en",
                    label=_("Enclosures in English"),
                    kind=Kind.LIST,
                    width=6,
                    hint=_("One in each line, in the same order."),
                    english=True,
                ),
                PARAGRAPHS,
                Box(
                    name="costs",
                    label=_("Costs of collection so far"),
                    kind=Kind.MONEY,
                    width=6,
                    letters=CHASING,
                    hint=_("Only where the contract lets them be claimed."),
                ),
            ),
        ),
        LAW_FIRM,
        Box(
            name="mandate_on",
            label=_("Mandated on"),
            kind=Kind.DATE,
            letters=LAWYER,
            hint=_("The day on which the client instructed the firm."),
        ),
        Box(
            name="court",
            label=_("Court"),
            width=8,
            letters=COURT,
            hint=_("For a payment order the basic people’s court at the debtor’s domicile."),
        ),
        Box(name="court_en", label=_("Court in English"), width=8, letters=COURT, english=True),
        Rows(
            name="agents",
            title=_("Agents in court"),
            one=_("Agent"),
            add=_("Add an agent"),
            letters=ACTED_FOR,
            columns=(
                Box(name="name", label=_("Agent’s name"), needed=True),
                Box(name="post", label=_("Agent’s post")),
                Box(name="firm", label=_("Agent’s firm")),
                Box(name="authority", label=_("Authority")),
                Box(name="phone", label=_("Phone")),
            ),
            more=(
                Box(name="name_en", label=_("Agent’s name in English"), english=True),
                Box(name="post_en", label=_("Agent’s post in English"), english=True),
                Box(name="firm_en", label=_("Agent’s firm in English"), english=True),
                Box(name="authority_en", label=_("Authority in English"), english=True),
            ),
        ),
        Rows(
            name="evidence",
            title=_("Evidence"),
            one=_("Piece of evidence"),
            add=_("Add a piece of evidence"),
            blank=2,
            letters=PROVED,
            columns=(
                Box(name="name", label=_("Name of the evidence"), needed=True),
                Box(name="source", label=_("Source")),
                Box(name="pages", label=_("Pages")),
                Box(name="original", label=_("Original?"), kind=Kind.YES_NO),
                Box(name="proves", label=_("What it proves")),
            ),
            more=(
                Box(name="name_en", label=_("Name of the evidence in English"), english=True),
                Box(name="source_en", label=_("Source in English"), english=True),
                Box(name="proves_en", label=_("What it proves, in English"), english=True),
            ),
        ),
    ),
)
