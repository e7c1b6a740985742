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
    number = Text("编号", "Number", most=100)
    dated_on = Day("日期", "Dated")


class DisputePart(Part):
    makes = Dispute

    amount = Money("争议金额", "Disputed amount", required=True)
    reason = Text("争议理由", "Reason", most=1000, lines=True, required=True)
    raised_on = Day("提出日期", "Raised on", required=True)
    in_writing = YesNo("书面提出", "In writing", default=False)


class InvoicePart(Part):
    makes = Invoice

    number = Text("发票号码", "Invoice number", required=True, most=100)
    document = Choice(DocumentKind, "单据", "Document", "Amounts are positive in both.", default=DocumentKind.INVOICE)
    contract = Text("所属合同", "Contract", "The number of the contract it was issued under.", most=100)
    issued_on = Day("开票日期", "Issued on", required=True)
    due_on = Day("到期日", "Due on", "The agreed day; nothing when the due terms give it.")
    due = One(DueTermsPart, "到期条件", "Due terms", "When they differ from the contract's.")
    amount = Money("金额", "Amount", required=True)
    currency = Code(
        "币种", "Currency", "When not the contract's.", known=CURRENCIES, most=3, fault="code.currency_unknown"
    )
    description = Text("摘要", "Description", most=500)
    description_en = english("摘要", "Description", most=500)
    delivered_on = Day("收货日期", "Delivered on")
    accepted_on = Day("验收日期", "Accepted on")
    delivery_documents = Many(
        One(SupportingDocumentPart, "单据", "Document"), "交货单据", "Delivery documents", most=50
    )
    acceptance_documents = Many(
        One(SupportingDocumentPart, "单据", "Document"), "验收单据", "Acceptance documents", most=50
    )
    dispute = One(DisputePart, "争议", "Dispute")
    credits = Text("冲减的发票", "Credits invoice", "For a credit note: the invoice that it reduces.", most=100)
    instalment_of = Text(
        "同一债务", "Instalment of", "A name shared by the invoices that are instalments of one debt.", most=100
    )
    secured = YesNo("有担保", "Secured", "Security stands behind this debt.", default=False)
