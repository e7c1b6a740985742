"""Invoices and credit notes: what was charged."""

from __future__ import annotations

from docgen.accounts.invoice import Dispute, DocumentKind, Invoice, SupportingDocument
from schemas.contract import DueTermsPart
from schemas.parts import Many, One, Part
from schemas.party import CURRENCIES
from schemas.values import Choice, Code, Day, Money, Text, YesNo, english


class SupportingDocumentPart(Part):
    makes = SupportingDocument

    title = Text("名称", "Title", "A delivery note, an acceptance report.", required=True)
    title_en = english("名称", "Title")
    number = Text("编号", "Number", "The number on the paper.", most=100, examples=["SH-105"])
    dated_on = Day("日期", "Dated", "The date on the paper.")


class DisputePart(Part):
    makes = Dispute

    amount = Money("争议金额", "Disputed amount", "At most the invoice amount.", required=True)
    reason = Text("争议理由", "Reason", "For the record; no letter prints it.", most=1000, lines=True, required=True)
    raised_on = Day("提出日期", "Raised on", "The day on which the debtor objected.", required=True)
    in_writing = YesNo("书面提出", "In writing", "Whether the debtor objected in writing.", default=False)


class InvoicePart(Part):
    makes = Invoice

    number = Text(
        "发票号码",
        "Invoice number",
        "As text, with its leading zeros; no number stands twice in an account.",
        required=True,
        most=100,
        examples=["26327000000000000105"],
    )
    document = Choice(DocumentKind, "单据", "Document", "Amounts are positive in both.", default=DocumentKind.INVOICE)
    contract = Text("所属合同", "Contract", "The number of the contract it was issued under.", most=100)
    issued_on = Day("开票日期", "Issued on", "The date on the invoice.", required=True)
    due_on = Day("到期日", "Due on", "The agreed day; nothing when the due terms give it.")
    due = One(DueTermsPart, "到期条件", "Due terms", "When they differ from the contract's.")
    amount = Money("金额", "Amount", "With tax, as invoiced; positive, also of a credit note.", required=True)
    currency = Code(
        "币种", "Currency", "When not the contract's.", known=CURRENCIES, most=3, fault="code.currency_unknown"
    )
    description = Text(
        "摘要",
        "Description",
        "The goods or services, as printed; of a credit note, its reason.",
        most=500,
        examples=["精密减速器 R60 型 80 台"],
    )
    description_en = english("摘要", "Description", most=500)
    delivered_on = Day("收货日期", "Delivered on", "The day on which the debtor received goods or services.")
    accepted_on = Day("验收日期", "Accepted on", "The day on which the debtor accepted them.")
    delivery_documents = Many(
        One(SupportingDocumentPart, "单据", "Document"),
        "交货单据",
        "Delivery documents",
        "The papers that show the delivery.",
        most=50,
    )
    acceptance_documents = Many(
        One(SupportingDocumentPart, "单据", "Document"),
        "验收单据",
        "Acceptance documents",
        "The papers that show the acceptance.",
        most=50,
    )
    dispute = One(DisputePart, "争议", "Dispute", "What the debtor contests of this invoice; it is not demanded.")
    credits = Text("冲减的发票", "Credits invoice", "For a credit note: the invoice that it reduces.", most=100)
    instalment_of = Text(
        "同一债务", "Instalment of", "A name shared by the invoices that are instalments of one debt.", most=100
    )
    secured = YesNo("有担保", "Secured", "Security stands behind this debt.", default=False)
    stated_open = Money(
        "账面未付金额",
        "Open per your books",
        "What your own books say is open of it. A control: no letter is made while more comes out as open than this.",
        zero=True,
    )
