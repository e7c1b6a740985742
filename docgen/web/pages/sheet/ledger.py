"""What was charged, what was paid, what has happened since."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Group, Kind, Label, Rows
from docgen.web.pages.sheet.contracts import due_terms


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
            headings=("type", "document", "document type", "类型", "单据类型"),
        ),
        Box(
            name="number",
            label=_("Invoice number"),
            needed=True,
            headings=(
                "invoice",
                "invoice no",
                "number",
                "invoice number",
                "发票号码",
                "发票",
                "发票号",
                "票号",
                "单据号",
            ),
        ),
        Box(
            name="issued_on",
            label=_("Issued on"),
            kind=Kind.DATE,
            needed=True,
            headings=(
                "invoice date",
                "issued",
                "issue date",
                "date",
                "issued on",
                "开票日期",
                "开票日",
                "发票日期",
                "日期",
            ),
        ),
        Box(
            name="due_on",
            label=_("Due on"),
            kind=Kind.DATE,
            headings=("due", "due date", "due on", "到期日", "到期日期", "应付日", "付款期限"),
        ),
        Box(
            name="amount",
            label=_("Amount"),
            kind=Kind.MONEY,
            needed=True,
            headings=("invoice amount", "total", "amount", "金额", "价税合计", "开票金额", "发票金额"),
        ),
        Box(
            name="contract",
            label=_("Under contract"),
            idle=True,
            headings=(
                "contract",
                "contract no",
                "contract number",
                "under contract",
                "所属合同",
                "合同",
                "合同号",
                "合同编号",
            ),
        ),
    ),
    more=(
        Box(
            name="description",
            label=_("Description"),
            width=8,
            headings=("goods", "text", "description", "摘要", "品名", "货物名称"),
        ),
        Box(
            name="currency",
            label=_("Currency"),
            hint=_("When it is not the contract’s."),
            headings=("currency", "币种"),
        ),
        Box(
            name="delivered_on",
            label=_("Delivered on"),
            kind=Kind.DATE,
            headings=("delivery date", "delivered", "delivered on", "收货日期", "送货日期", "签收日期"),
        ),
        Box(
            name="accepted_on",
            label=_("Accepted on"),
            kind=Kind.DATE,
            headings=("acceptance date", "accepted", "accepted on", "验收日期"),
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
            headings=("credits", "credit note for invoice", "冲减哪张发票", "冲减的发票", "冲销发票", "对应发票"),
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
            headings=("received", "date", "payment date", "received on", "到账日期", "日期", "收款日", "回款日期"),
        ),
        Box(
            name="amount",
            label=_("Amount received"),
            kind=Kind.MONEY,
            needed=True,
            headings=("amount", "payment", "amount received", "到账金额", "金额", "回款金额"),
        ),
        Box(
            name="reference",
            label=_("Bank reference"),
            headings=("reference", "ref", "bank reference", "凭证号", "流水号", "摘要"),
        ),
        Box(
            name="names",
            label=_("Invoices that the payer named"),
            kind=Kind.NUMBERS,
            hint=_("With commas between; empty when none was named."),
            headings=(
                "invoice",
                "invoices",
                "invoice number",
                "invoices named by the payer",
                "付款人指定的发票",
                "发票",
                "发票号",
                "发票号码",
            ),
        ),
        Box(name="currency", label=_("Currency"), headings=("currency", "币种")),
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
