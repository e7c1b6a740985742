"""The account: parties, contracts, invoices, payments, history, declared facts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from docgen.accounts.account import Account, Answer, Declaration, Event, EventKind, Hold, Payment, Proof, Question
from schemas.contract import ContractPart
from schemas.invoice import InvoicePart
from schemas.parts import Many, One, Part
from schemas.party import CURRENCIES, PartyPart
from schemas.values import Choice, Code, Day, Money, Text, YesNo, english


class PaymentPart(Part):
    makes = Payment

    received_on = Day("到账日期", "Received on", "The day on which the money came in.", required=True)
    amount = Money("金额", "Amount", "What came in, positive.", required=True)
    currency = Code(
        "币种",
        "Currency",
        "ISO 4217; needed only where no invoice says it.",
        known=CURRENCIES,
        most=3,
        fault="code.currency_unknown",
    )
    reference = Text("凭证号", "Reference", "As the bank statement shows it.")
    reference_en = english("凭证号", "Reference")
    names = Many(
        Text("发票号码", "Invoice number", most=100),
        "付款人指定的发票",
        "Invoices named by the payer",
        "Numbers of invoices in this account. They bind; leave the list empty when the payer named none: the money "
        "then goes where Civil Code 560 puts it.",
        most=1000,
    )


class EventPart(Part):
    makes = Event

    kind = Choice(EventKind, "事项", "Kind", "What happened.", required=True)
    on = Day("日期", "On", "The day on which it happened.", required=True)
    proof = Choice(Proof, "证据程度", "Proof", "How far it can be proved, by papers at hand.", default=Proof.NONE)
    amount = Money("金额", "Amount", "The figure that was confirmed, promised or contested.")
    promised_on = Day("承诺付款日", "Promised for", "The day for which payment was promised.")
    perform_by = Day(
        "履行期限届满日", "To be performed by", "Of a judgment or award: the last day that it leaves for payment."
    )
    demands_payment = YesNo(
        "是否要求付款",
        "Asked for payment",
        "Of a reminder, call, visit or confirmation: whether it asked for payment. Not given: not known.",
    )
    invoices = Many(
        Text("发票号码", "Invoice number", most=100),
        "涉及的发票",
        "Invoices concerned",
        "Numbers of invoices in this account; an empty list is the whole account.",
        most=1000,
    )
    reference = Text(
        "编号", "Reference", "Letter number, waybill, case number: letters print it.", examples=["华信催〔2026〕8号"]
    )
    note = Text("备注", "Note", "For the record; no letter prints it.", most=1000, lines=True)


class DeclarationPart(Part):
    makes = Declaration

    answer = Choice(
        Answer, "回答", "Answer", "unknown closes a gate like a bad answer; it is never read as no.", required=True
    )
    by = Text("声明人", "Declared by", "Who answers for it.")
    on = Day("声明日期", "Declared on", "The day of the answer.")


class Declared(One):
    """An answer: "yes", "no", "unknown", or an object that also says by whom and when."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(DeclarationPart, zh, en)

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:
        if isinstance(value, str):
            return {"answer": self.part.fields["answer"].deserialize(value), "by": None, "on": None}
        return super().deserialize(value, attr, data, **kwargs)


class DeclaredPart(Part):
    """Facts that no ledger holds, asked as questions. What nobody answers is unknown, never no."""

    own_performance_outstanding = Declared("我方是否还有未履行的义务？", "Is any performance of our own outstanding?")
    other_debts_between_parties = Declared(
        "双方之间是否有其他债务纠纷？", "Are there other debt disputes between the parties?"
    )
    written_dispute = Declared("对方是否书面提出过异议？", "Has the debtor disputed the debt in writing?")
    debtor_missing = Declared("债务人是否下落不明？", "Is the debtor missing?")
    debtor_abroad = Declared("债务人是否在境外？", "Is the debtor outside mainland China?")
    debtor_serviceable = Declared("法律文书能否送达债务人？", "Can court papers be served on the debtor?")
    address_confirmed = Declared("债务人的地址是否经过确认？", "Is the debtor's address confirmed?")
    moving_assets = Declared("债务人是否在转移财产？", "Is the debtor moving assets away?")
    preservation_applied = Declared("我方是否已申请诉前保全？", "Have we applied for preservation before suit?")
    suit_pending = Declared("就同一债权是否已有诉讼或仲裁？", "Is a suit or an arbitration on this claim pending?")
    bankruptcy_accepted = Declared("法院是否已受理债务人破产？", "Has a court accepted the debtor's bankruptcy?")
    debtor_cancelled = Declared("债务人是否已注销？", "Has the debtor been struck off the register?")
    claim_assigned = Declared("债权是否已转让他人？", "Has the claim been assigned to somebody else?")
    deliveries_open = Declared("今后是否还要向对方供货？", "Are further deliveries to the debtor open?")

    def make(self, read: Mapping[str, Any]) -> Mapping[Question, Declaration]:
        answered = {Question(name): value for name, value in read.items() if value is not None}
        return MappingProxyType({question: Declaration(**value) for question, value in answered.items()})


class HoldPart(Part):
    makes = Hold

    from_on = Day("自", "From", "The first day of the hold.", required=True)
    until = Day("至", "Until", "Its last day. Not given: until it is lifted.")
    reason = Text("原因", "Reason", "Why every step is stopped.", required=True, most=500)
    by = Text("决定人", "By", "Who decided it.")


class AccountPart(Part):
    makes = Account

    as_of = Day("截止日", "As of", "The day asked about: every figure is worked out for it.", required=True)
    booked_up_to = Day("已入账至", "Payments booked up to", "The day to which payments are booked.", required=True)
    creditor = One(PartyPart, "债权人", "Creditor", "Who is owed, and sends the letter.", required=True)
    debtor = One(PartyPart, "债务人", "Debtor", "Who owes, and receives the letter.", required=True)
    contracts = Many(One(ContractPart, "合同", "Contract"), "合同", "Contracts", "Those that invoices name.", most=200)
    invoices = Many(One(InvoicePart, "发票", "Invoice"), "发票", "Invoices", "Invoices and credit notes.", most=10_000)
    payments = Many(
        One(PaymentPart, "收款", "Payment"), "收款", "Payments", "All money received on this account.", most=10_000
    )
    history = Many(One(EventPart, "事项", "Event"), "催收记录", "History", "What has happened so far.", most=2_000)
    declared = One(
        DeclaredPart,
        "需要声明的事实",
        "Declared facts",
        DeclaredPart.__doc__ or "",
        default=dict,
        examples=[{"debtor_missing": "no", "suit_pending": {"answer": "no", "by": "王示例", "on": "2026-09-14"}}],
    )
    holds = Many(One(HoldPart, "暂停", "Hold"), "暂停催收", "Holds", "Every step is stopped while one stands.", most=50)
    credit = Text(
        "信用等级", "Credit grade", "Of the debtor, as your escalation policy names grades.", most=20, examples=["A"]
    )
    salesperson = Text("业务员", "Salesperson", "Who answers for this customer.")
