"""What the working papers ask for beyond the account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.letters.particulars.working import (
    AddressSource,
    Channel,
    Destination,
    Dispatch,
    EarlyPayment,
    Handover,
)
from schemas.parts import Many, One, Part
from schemas.values import Choice, Day, Fault, Money, Number, Text, Whole, english


class HandoverPart(Part):
    makes = Handover

    firm = Text("律师事务所", "Law firm", "Who takes the case over.", required=True)
    firm_en = english("律师事务所", "Law firm")
    wanted = Text("委托事项", "What is wanted", "What the firm is to do.", most=500)
    wanted_en = english("委托事项", "What is wanted", most=500)
    powers = Text("代理权限", "Powers", "General, or special with what it covers.", most=300, examples=["特别代理"])
    powers_en = english("代理权限", "Powers", most=300)
    budget = Money("费用预算", "Budget", "The most that may be spent before the firm asks again.")
    budget_terms = Text("收费约定", "Fee terms", "How the fee is agreed, in words.", most=300)
    budget_terms_en = english("收费约定", "Fee terms", most=300)


class DestinationPart(Part):
    makes = Destination

    address = Text("地址", "Address", "Postal or e-mail address, or the name of an account.", required=True, most=300)
    address_en = english("地址", "Address", most=300)
    channel = Choice(Channel, "方式", "Channel", "How the letter goes there.", default=Channel.POST)
    source = Choice(AddressSource, "地址来源", "Source", "Where this address comes from.", required=True)
    reference = Text("来源说明", "Where it stands", "Which clause, which reply.", most=200, examples=["合同第12条"])
    reference_en = english("来源说明", "Where it stands", most=200)
    waybill = Text("快递单号", "Waybill", "Of the carrier, once it is known.", most=64)


class DispatchPart(Part):
    makes = Dispatch

    letter = Text("所寄函件", "Letter sent", "What it is called.", default="催款函", most=100)
    letter_en = english("所寄函件", "Letter sent", most=100)
    number = Text("所寄函件编号", "Its number", "As printed on the letter.", most=100)
    letter_on = Day("所寄函件日期", "Its date", "As printed on the letter.")
    amount = Money("函件请求的金额", "Sum asked for", "Not given: what is due and uncontested.")
    sheets = Whole("页数", "Pages", "Of the letter with its enclosures.", least=1, most=9999)
    destinations = Many(
        One(DestinationPart, "送达地址", "Destination"),
        "送达地址",
        "Destinations",
        "Every address that the letter goes to, each with its source.",
        most=50,
    )


class EarlyPaymentPart(Part):
    makes = EarlyPayment

    percent = Number(
        "优惠比例", "Discount rate", "A fraction of each invoice: 0.02 is 2 %.", most="1", examples=["0.02"]
    )
    amount = Money("优惠金额", "Discount", "A sum, once, in place of a rate.")
    invoices = Many(
        Text("发票号码", "Invoice number", most=64),
        "适用的发票",
        "Invoices",
        "Those that the offer is for. Not given: all that are open, uncontested and not yet due.",
        most=1000,
    )

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
        """A rate or a sum: one of the two."""
        if read.get("percent") is not None and read.get("amount") is not None:
            yield "amount", Fault("paper.early_payment_offer.rate_and_sum", {})
