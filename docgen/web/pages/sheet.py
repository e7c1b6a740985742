"""The form, from top to bottom: what it asks and in which words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Label, Part, Rows, Section
from docgen.web.pages.questions import QUESTIONS

LAWYER = frozenset({LetterKind.LAWYERS_LETTER})
COURT = frozenset({LetterKind.PAYMENT_ORDER_APPLICATION})
CONFIRMATION = frozenset({LetterKind.BALANCE_CONFIRMATION})
CHASING = frozenset({LetterKind.DEMAND_LETTER, LetterKind.LAWYERS_LETTER, LetterKind.PAYMENT_ORDER_APPLICATION})
LETTERS = frozenset(LetterKind) - COURT

PARTY_KINDS = (
    ("company", _("Company")),
    ("public_body", _("Public body")),
    ("natural_person", _("Natural person")),
)

SIZES = (
    ("", _("Not stated")),
    ("large", _("Large")),
    ("medium", _("Medium")),
    ("small", _("Small")),
    ("micro", _("Micro")),
    ("public_body", _("Public body")),
)

SIZE = Group(
    name="size",
    title=_("Size class"),
    hint=_("Decides whether the regulation on payments to small and medium-sized enterprises applies. Leave empty when nobody has stated it; it is never guessed."),
    folded=True,
    parts=(
        Box(name="size", label=_("Size"), kind=Kind.CHOICE, choices=SIZES),
        Box(name="stated_on", label=_("As of"), kind=Kind.DATE, hint=_("The day the contract was signed.")),
        Box(name="source", label=_("Who says so"), hint=_("A declaration of the company, a public list …")),
    ),
)

BANK_ACCOUNT = Group(
    name="bank_account",
    title=_("Bank account to pay to"),
    parts=(
        Box(name="holder", label=_("Account holder"), width=6),
        Box(name="bank", label=_("Bank"), width=6),
        Box(name="number", label=_("Account number"), width=6),
        Box(name="swift", label=_("SWIFT"), width=6, hint=_("Only for payments from abroad.")),
    ),
)


def party(*, needed: bool) -> tuple[Part, ...]:
    """The boxes of a creditor, a debtor or a guarantor."""
    return (
        Box(
            name="name",
            label=_("Full registered name"),
            width=8,
            needed=needed,
            hint=_("Exactly as on the business licence."),
        ),
        Box(name="kind", label=_("Kind"), kind=Kind.CHOICE, choices=PARTY_KINDS, usual="company"),
        Box(
            name="registration_number",
            label=_("Unified social credit code or register number"),
            width=8,
        ),
        Box(name="country", label=_("Country"), usual="CN", hint=_("Two letters: CN, DE, US …")),
        Box(name="address", label=_("Address"), width=8),
        Box(name="postcode", label=_("Postcode")),
        Group(
            name="",
            title=_("Name and address in English"),
            folded=True,
            parts=(
                Box(name="name_en", label=_("Name in English"), width=12),
                Box(name="address_en", label=_("Address in English"), width=12),
            ),
        ),
    )


def people() -> Group:
    return Group(
        name="",
        title=_("People and contact"),
        folded=True,
        parts=(
            Box(name="representative", label=_("Legal representative"), width=6),
            Box(name="representative_post", label=_("Representative’s post"), width=6),
            Box(name="contact", label=_("Contact person")),
            Box(name="phone", label=_("Phone")),
            Box(name="email", label=_("E-mail")),
        ),
    )


DAYS = (
    Box(name="days", label=_("Credit days"), kind=Kind.WHOLE, hint=_("Counted from the day after.")),
)

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
        Box(name="number", label=_("Contract number"), needed=True, headings=("合同号", "contract", "contract no")),
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
                Box(name="dispute_clause", label=_("Court or arbitration clause in its words"), kind=Kind.LINES, width=6),
                Box(name="service_clause", label=_("Address-for-service clause in its words"), kind=Kind.LINES, width=6),
                Box(name="governing_law", label=_("Governing law"), usual="CN", width=6,
                    hint=_("Two letters of the country: CN.")),
                Box(
                    name="imputation_561",
                    label=_("Payments go to costs, interest, then principal?"),
                    kind=Kind.YES_NO,
                    hint=_("Only when the contract says how payments are applied."),
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
                Group(name="guarantor", title=_("Guarantor"), parts=(*party(needed=True), people())),
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
            ),
        ),
    ),
)


def documents(name: str, title: Label, one: Label, add: Label) -> Rows:
    return Rows(
        name=name,
        title=title,
        one=one,
        add=add,
        columns=(
            Box(name="title", label=_("Document")),
            Box(name="number", label=_("Document number")),
            Box(name="dated_on", label=_("Dated"), kind=Kind.DATE),
        ),
    )


INVOICES = Rows(
    name="invoices",
    title=_("Invoices and credit notes"),
    one=_("Invoice"),
    add=_("Add a row"),
    paste=True,
    blank=3,
    columns=(
        Box(
            name="document",
            label=_("Document type"),
            kind=Kind.CHOICE,
            usual="invoice",
            choices=(("invoice", _("Invoice")), ("credit_note", _("Credit note"))),
            headings=("type", "document", "类型", "单据类型"),
        ),
        Box(
            name="number",
            label=_("Invoice number"),
            needed=True,
            headings=("invoice", "invoice no", "number", "发票", "发票号", "票号", "单据号"),
        ),
        Box(
            name="issued_on",
            label=_("Issued on"),
            kind=Kind.DATE,
            needed=True,
            headings=("invoice date", "issued", "issue date", "date", "开票日", "发票日期", "日期"),
        ),
        Box(name="due_on", label=_("Due on"), kind=Kind.DATE,
            headings=("due", "due date", "到期日期", "应付日", "付款期限")),
        Box(
            name="amount",
            label=_("Amount"),
            kind=Kind.MONEY,
            needed=True,
            headings=("invoice amount", "total", "价税合计", "开票金额", "发票金额"),
        ),
        Box(name="contract", label=_("Under contract"), idle=True, headings=("contract", "contract no", "contract number", "合同", "合同号", "合同编号")),
    ),
    more=(
        Box(name="description", label=_("Description"), width=8, headings=("goods", "text", "摘要", "品名", "货物名称")),
        Box(name="currency", label=_("Currency"), hint=_("When it is not the contract’s."), headings=("币种",)),
        Box(name="delivered_on", label=_("Delivered on"), kind=Kind.DATE, headings=("delivery date", "delivered", "送货日期", "签收日期")),
        Box(name="accepted_on", label=_("Accepted on"), kind=Kind.DATE, headings=("acceptance date", "accepted")),
        Box(
            name="instalment_of",
            label=_("Instalment of"),
            hint=_("The same name for all instalments of one debt."),
        ),
        Box(
            name="credits",
            label=_("Credit note for invoice"),
            hint=_("Empty: for the account as a whole."),
            headings=("credits", "冲销发票", "对应发票"),
        ),
        Box(
            name="secured",
            label=_("Secured?"),
            kind=Kind.YES_NO,
            hint=_("Does a guarantee, mortgage or pledge stand behind this debt?"),
        ),
        Group(
            name="dispute",
            title=_("Disputed part"),
            folded=True,
            parts=(
                Box(name="amount", label=_("Amount disputed"), kind=Kind.MONEY),
                Box(name="raised_on", label=_("Raised on"), kind=Kind.DATE),
                Box(name="in_writing", label=_("In writing?"), kind=Kind.YES_NO),
                Box(name="reason", label=_("Reason for the dispute"), kind=Kind.LINES, width=12),
            ),
        ),
        due_terms(_("Due terms of this invoice, where they differ from the contract’s"), folded=True),
        documents("delivery_documents", _("Delivery documents"), _("Delivery document"), _("Add a delivery document")),
        documents(
            "acceptance_documents", _("Acceptance documents"), _("Acceptance document"), _("Add an acceptance document")
        ),
    ),
)

PAYMENTS = Rows(
    name="payments",
    title=_("Payments received"),
    one=_("Payment"),
    add=_("Add a row"),
    paste=True,
    blank=2,
    columns=(
        Box(
            name="received_on",
            label=_("Received on"),
            kind=Kind.DATE,
            needed=True,
            headings=("received", "date", "payment date", "日期", "收款日", "回款日期"),
        ),
        Box(
            name="amount",
            label=_("Amount received"),
            kind=Kind.MONEY,
            needed=True,
            headings=("amount", "payment", "金额", "回款金额"),
        ),
        Box(
            name="reference",
            label=_("Bank reference"),
            headings=("reference", "ref", "流水号", "摘要", "凭证号"),
        ),
        Box(
            name="names",
            label=_("Invoices that the payer named"),
            kind=Kind.NUMBERS,
            hint=_("With commas between; empty when none was named."),
            headings=("invoice", "invoices", "invoice number", "发票", "发票号", "发票号码"),
        ),
        Box(name="currency", label=_("Currency"), headings=("币种",)),
    ),
)

EVENTS = (
    ("reminder", _("Reminder")),
    ("demand", _("Demand")),
    ("lawyers_letter", _("Lawyer’s letter")),
    ("call", _("Call")),
    ("visit", _("Visit")),
    ("confirmation", _("Balance confirmed by the debtor")),
    ("promise", _("Promise to pay")),
    ("dispute", _("Dispute")),
    ("refusal", _("Refusal to pay")),
    ("action_filed", _("Action filed")),
    ("arbitration_filed", _("Arbitration filed")),
    ("payment_order_applied", _("Payment order applied for")),
    ("payment_order_served", _("Payment order served")),
    ("payment_order_objection", _("Objection to the payment order")),
    ("preservation_applied", _("Preservation applied for")),
    ("preservation_taken", _("Preservation taken")),
    ("judgment_effective", _("Judgment effective")),
    ("enforcement_applied", _("Enforcement applied for")),
    ("proceedings_ended", _("Proceedings ended")),
)

HISTORY = Rows(
    name="history",
    title=_("What has happened so far"),
    one=_("Event"),
    add=_("Add an event"),
    columns=(
        Box(name="on", label=_("On"), kind=Kind.DATE, needed=True),
        Box(name="kind", label=_("What happened"), kind=Kind.CHOICE, choices=(("", "—"), *EVENTS), needed=True),
        Box(
            name="proof",
            label=_("How it can be proved"),
            kind=Kind.CHOICE,
            usual="none",
            choices=(
                ("none", _("Not at all")),
                ("sent", _("Proof of sending")),
                ("arrived", _("Proof of arrival")),
                ("refused", _("Delivery refused")),
                ("signed", _("Signed by the debtor")),
                ("promised", _("Signed, with a promise to pay")),
            ),
        ),
        Box(name="amount", label=_("Amount named"), kind=Kind.MONEY),
    ),
    more=(
        Box(name="promised_on", label=_("Payment promised for"), kind=Kind.DATE),
        Box(
            name="demands_payment",
            label=_("Was payment asked for?"),
            kind=Kind.YES_NO,
            hint=_("For a call or a confirmation."),
        ),
        Box(name="reference", label=_("Waybill or file number")),
        Box(
            name="invoices",
            label=_("Invoices concerned"),
            kind=Kind.NUMBERS,
            hint=_("With commas between; empty for the whole account."),
            width=6,
        ),
        Box(name="note", label=_("Remark"), width=6),
    ),
)

INTEREST = Group(
    name="interest",
    title=_("Interest"),
    hint=_("As set here, the law decides: the contract’s clause first, then the regulation for small and medium-sized enterprises, then the loan prime rate."),
    folded=True,
    parts=(
        Box(
            name="rule",
            label=_("Rule"),
            kind=Kind.CHOICE,
            usual="automatic",
            choices=(
                ("automatic", _("As the law decides")),
                ("clause", _("The contract’s clause")),
                ("lpr", _("Loan prime rate times a factor")),
                ("sme", _("The rate for small and medium-sized enterprises")),
                ("none", _("No interest claimed")),
            ),
        ),
        Box(
            name="multiplier",
            label=_("Factor on the LPR"),
            usual="1.3",
            hint=_("1.3 to 1.5 for a sale, 1 for other contracts, where no rate is agreed."),
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
            name="day_count",
            label=_("Days in a year"),
            kind=Kind.CHOICE,
            usual="365",
            choices=(("365", "365"), ("360", "360")),
        ),
        Box(
            name="imputation",
            label=_("Payments are put against"),
            kind=Kind.CHOICE,
            usual="principal_first",
            width=8,
            choices=(
                ("principal_first", _("Principal first, as in the books")),
                ("article_561", _("Costs, interest, then principal (Civil Code 561)")),
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
        Box(name="number", label=_("Letter number"), needed=True, hint=_("From your own register of letters.")),
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
        Box(name="pay_by", label=_("To be paid by"), kind=Kind.DATE, letters=LETTERS,
            hint=_("A last day for payment; it does not move the due date.")),
        Box(name="reply_by", label=_("Reply wanted by"), kind=Kind.DATE, letters=LETTERS),
        Box(name="signatory", label=_("Signatory")),
        Box(name="signatory_post", label=_("Signatory’s post")),
        Box(name="salutation", label=_("Salutation"), letters=LETTERS, hint=_("Empty: the debtor’s name.")),
        INTEREST,
        Group(
            name="",
            title=_("Enclosures and own words"),
            folded=True,
            parts=(
                Box(name="enclosures", label=_("Enclosures"), kind=Kind.LIST, width=6, hint=_("One in each line.")),
                PARAGRAPHS,
                Box(name="costs", label=_("Costs of collection so far"), kind=Kind.MONEY, width=6, letters=CHASING,
                    hint=_("Only where the contract lets them be claimed.")),
            ),
        ),
        LAW_FIRM,
        Box(name="mandate_on", label=_("Mandated on"), kind=Kind.DATE, letters=LAWYER,
            hint=_("The day on which the client instructed the firm.")),
        Box(
            name="court",
            label=_("Court"),
            width=8,
            letters=COURT,
            hint=_("The basic people’s court at the debtor’s domicile."),
        ),
        Rows(
            name="agents",
            title=_("Agents in court"),
            one=_("Agent"),
            add=_("Add an agent"),
            letters=COURT,
            columns=(
                Box(name="name", label=_("Agent’s name"), needed=True),
                Box(name="post", label=_("Agent’s post")),
                Box(name="firm", label=_("Agent’s firm")),
                Box(name="authority", label=_("Authority")),
                Box(name="phone", label=_("Phone")),
            ),
        ),
        Rows(
            name="evidence",
            title=_("Evidence"),
            one=_("Piece of evidence"),
            add=_("Add a piece of evidence"),
            blank=2,
            letters=COURT,
            columns=(
                Box(name="name", label=_("Name of the evidence"), needed=True),
                Box(name="source", label=_("Source")),
                Box(name="pages", label=_("Pages")),
                Box(name="original", label=_("Original?"), kind=Kind.YES_NO),
                Box(name="proves", label=_("What it proves")),
            ),
        ),
    ),
)


def account(*parts: Part) -> tuple[Group, ...]:
    return (Group(name="account", title="", parts=parts, always=True),)


ABOUT: dict[LetterKind, Label] = {
    LetterKind.PAYMENT_REMINDER: _("A friendly note that a payment is coming up, is due, or has been missed."),
    LetterKind.BALANCE_CONFIRMATION: _("Have the debtor confirm in writing what is owed."),
    LetterKind.DEMAND_LETTER: _("Ask for payment by a last day, with interest and the legal grounds."),
    LetterKind.LAWYERS_LETTER: _("A draft for your law firm to check, sign and send."),
    LetterKind.PAYMENT_ORDER_APPLICATION: _("Ask the court for an order to pay, without a trial."),
}

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
                    Box(name="as_of", label=_("State of the account on"), kind=Kind.DATE, needed=True,
                        hint=_("All sums and days are worked out for this day.")),
                    Box(name="booked_up_to", label=_("Payments booked up to"), kind=Kind.DATE, needed=True,
                        hint=_("The letter tells the debtor this day, so that nobody who has paid since is offended.")),
                ),
            ),
            Group(
                name="creditor",
                title=_("Creditor"),
                always=True,
                parts=(*party(needed=True), BANK_ACCOUNT, people(), SIZE),
            ),
            Group(name="debtor", title=_("Debtor"), always=True, parts=(*party(needed=True), people(), SIZE)),
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
        intro=_("Demands, calls, confirmations, promises, court events. They decide whether the limitation period still runs."),
        parts=account(HISTORY),
    ),
    Section(
        id="facts",
        title=_("Facts"),
        intro=_("What no ledger knows. “Unknown” is an honest answer: it never counts as “no”, but a letter that depends on it has to wait."),
        parts=account(QUESTIONS),
    ),
    Section(
        id="particulars",
        title=_("The letter"),
        intro=_("What is left empty is filled in where custom has an answer, and shown to you."),
        parts=(PARTICULARS,),
    ),
)
