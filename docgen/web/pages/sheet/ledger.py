"""What was charged, what was paid, what has happened since."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Group, Kind, Label, Rows
from docgen.web.pages.sheet.contracts import due_terms
from docgen.web.pages.sheet.headings import (
    BESIDE_A_PAYMENT,
    BESIDE_AN_INVOICE,
    CUSTOMERS,
    INVOICE,
    OWN_REMARKS,
    PAYMENT,
    PERHAPS_CUSTOMERS,
    PERHAPS_NET,
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
        more=(Box(name="title_en", label=_("Document in English"), english=True),),
    )


INVOICES = Rows(
    name="invoices",
    title=_("Invoices and credit notes"),
    one=_("Invoice"),
    add=_("Add a row"),
    paste=True,
    blank=3,
    customers=CUSTOMERS,
    perhaps_customers=PERHAPS_CUSTOMERS,
    perhaps_net=PERHAPS_NET,
    own_remarks=OWN_REMARKS,
    beside=(
        Box(
            name="received",
            label=_("Received so far"),
            kind=Kind.MONEY,
            headings=BESIDE_AN_INVOICE["received"],
        ),
        Box(
            name="settled",
            label=_("Whether it is paid"),
            headings=BESIDE_AN_INVOICE["settled"],
        ),
        Box(
            name="net",
            label=_("Amount without tax"),
            kind=Kind.MONEY,
            headings=BESIDE_AN_INVOICE["net"],
        ),
        Box(
            name="tax",
            label=_("Tax"),
            kind=Kind.MONEY,
            headings=BESIDE_AN_INVOICE["tax"],
        ),
    ),
    columns=(
        Box(
            name="document",
            label=_("Document type"),
            kind=Kind.CHOICE,
            usual="invoice",
            choices=(("invoice", _("Invoice")), ("credit_note", _("Credit note"))),
            headings=INVOICE["document"],
        ),
        Box(
            name="number",
            label=_("Invoice number"),
            kind=Kind.NUMBER,
            needed=True,
            headings=INVOICE["number"],
        ),
        Box(
            name="issued_on",
            label=_("Issued on"),
            kind=Kind.DATE,
            needed=True,
            headings=INVOICE["issued_on"],
        ),
        Box(
            name="due_on",
            label=_("Due on"),
            kind=Kind.DATE,
            headings=INVOICE["due_on"],
        ),
        Box(
            name="amount",
            label=_("Amount"),
            kind=Kind.MONEY,
            needed=True,
            headings=INVOICE["amount"],
        ),
        Box(
            name="contract",
            label=_("Under contract"),
            idle=True,
            headings=INVOICE["contract"],
        ),
    ),
    more=(
        Box(
            name="description",
            label=_("Description"),
            width=8,
            headings=INVOICE["description"],
        ),
        Box(name="description_en", label=_("Description in English"), width=8, english=True),
        Box(
            name="currency",
            label=_("Currency"),
            hint=_("When it is not the contract’s."),
            headings=INVOICE["currency"],
        ),
        Box(
            name="delivered_on",
            label=_("Delivered on"),
            kind=Kind.DATE,
            headings=INVOICE["delivered_on"],
        ),
        Box(
            name="accepted_on",
            label=_("Accepted on"),
            kind=Kind.DATE,
            headings=INVOICE["accepted_on"],
        ),
        Box(
            name="instalment_of",
            label=_("Instalment of"),
            hint=_("The same name for all instalments of one debt."),
        ),
        Box(
            name="credits",
            label=_("Credit note for invoice"),
            hint=_("Empty: for the account as a whole."),
            headings=INVOICE["credits"],
        ),
        Box(
            name="secured",
            label=_("Secured?"),
            kind=Kind.YES_NO,
            hint=_("Does a guarantee, mortgage or pledge stand behind this debt?"),
        ),
        Box(
            name="stated_open",
            label=_("Open per your books"),
            kind=Kind.MONEY,
            hint=_(
                "A control, from your export: no letter goes while more than this comes out as open. "
                "Empty it once you have checked the entries."
            ),
            headings=INVOICE["stated_open"],
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
    customers=CUSTOMERS,
    perhaps_customers=PERHAPS_CUSTOMERS,
    beside=(
        Box(
            name="paid_out",
            label=_("Money paid out"),
            kind=Kind.MONEY,
            headings=BESIDE_A_PAYMENT["paid_out"],
        ),
        Box(
            name="direction",
            label=_("In or out"),
            headings=BESIDE_A_PAYMENT["direction"],
        ),
    ),
    columns=(
        Box(
            name="received_on",
            label=_("Received on"),
            kind=Kind.DATE,
            needed=True,
            headings=PAYMENT["received_on"],
        ),
        Box(
            name="amount",
            label=_("Amount received"),
            kind=Kind.MONEY,
            needed=True,
            headings=PAYMENT["amount"],
        ),
        Box(
            name="reference",
            label=_("Bank reference"),
            headings=PAYMENT["reference"],
        ),
        Box(
            name="names",
            label=_("Invoices that the payer named"),
            kind=Kind.NUMBERS,
            hint=_("With commas between; empty when none was named."),
            headings=PAYMENT["names"],
        ),
        Box(
            name="currency",
            label=_("Currency"),
            headings=PAYMENT["currency"],
        ),
    ),
    more=(Box(name="reference_en", label=_("Bank reference in English"), english=True),),
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
    ("payment_order_lapsed", _("Ruling received that ends the payment order")),
    ("no_property_found", _("Enforcement closed: no property found")),
    ("guarantor_requested", _("Guarantor asked to perform")),
    ("supply_suspended", _("Supply suspended")),
    ("complaint_filed", _("Complaint to the platform for small enterprises")),
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
            name="perform_by",
            label=_("To be paid by, as the judgment says"),
            kind=Kind.DATE,
            hint=_("The last day that a judgment or an award leaves for payment."),
        ),
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
