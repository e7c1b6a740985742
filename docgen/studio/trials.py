"""The accounts that a changed template is tried on: the letter's example, and what else a year brings.

Each is the example with one thing changed, so that a page that looks wrong says what makes it so. The letters are
drafts: what bars one of them is no fault of its template.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.accounts.account import Account, Payment
from docgen.accounts.invoice import DocumentKind, Invoice
from docgen.accounts.money import ZERO
from docgen.accounts.party import Party, PartyKind
from docgen.letters.request import Language, LetterRequest

#: How many invoices the account of many has.
MANY = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One account that a template is tried on. id: "example", "fifty_invoices" …; titles: what it is called."""

    id: str
    titles: Mapping[Language, str]
    account: Account
    request: LetterRequest


def trials(account: Account, request: LetterRequest) -> tuple[Trial, ...]:
    """Those of a letter, its example first. account, request: what ships as its example."""
    request = replace(request, draft_anyway=True)
    return tuple(
        Trial(id=name, titles={Language.ZH: zh, Language.EN: en}, account=changed(account), request=request)
        for name, (zh, en, changed) in _CHANGES.items()
    )


def _as_it_is(account: Account) -> Account:
    return account


def _one_invoice(account: Account) -> Account:
    """The invoice with the most open alone, nothing paid and nothing written before."""
    first = max(_invoices(account), key=lambda invoice: invoice.amount)
    return replace(account, invoices=(replace(first, dispute=None),), payments=(), history=())


def _fifty_invoices(account: Account) -> Account:
    """Of other amounts and days, nothing paid and nothing written before."""
    alone = _one_invoice(account)
    first = alone.invoices[0]
    more = tuple(
        replace(
            first,
            number=f"253270{at:014}",
            amount=Decimal(12_000 + 371 * at) + Decimal(at) / 100,
            issued_on=first.issued_on + dt.timedelta(days=at % 28),
            instalment_of=None,
        )
        for at in range(1, MANY)
    )
    return replace(alone, invoices=(first, *more))


def _no_contract_date(account: Account) -> Account:
    return replace(account, contracts=tuple(replace(each, signed_on=None, title=None) for each in account.contracts))


def _natural_person(account: Account) -> Account:
    return replace(
        account,
        debtor=replace(
            account.debtor,
            name="欧阳示例",
            name_en="Ouyang Shili",
            kind=PartyKind.NATURAL_PERSON,
            registration_number=None,
            representative=None,
            representative_en=None,
            representative_post=None,
            representative_post_en=None,
            size=None,
        ),
    )


def _long_names(account: Account) -> Account:
    return replace(
        account,
        creditor=_called(
            account.creditor,
            "长三角一体化示范区（示例）跨境供应链管理与精密制造技术服务集团有限责任公司苏州工业园区分公司",
            "Yangtze River Delta Demonstration Zone (Example) Cross-border Supply Chain Management and Precision "
            "Manufacturing Technology Services Group Co., Ltd., Suzhou Industrial Park Branch",
        ),
        debtor=replace(
            _called(
                account.debtor,
                "内蒙古自治区呼伦贝尔市鄂伦春自治旗（示例）农牧业装备进出口与现代物流产业发展股份有限公司",
                "Hulunbuir Oroqen (Example) Agricultural Equipment Import and Export and Modern Logistics "
                "Industry Development Corp., Ltd.",
            ),
            address="浙江省示例市滨江区江南大道88号远航大厦（原示例路1号）B座裙楼三层3-0-1之二室，临时办公地点：同址四层东侧",
            address_en="Room 3-0-1 bis, third floor of the podium, Tower B, Yuanhang Building (formerly 1 Shili Road), "
            "88 Jiangnan Avenue, Binjiang District, Example City, Zhejiang",
        ),
    )


def _rare_characters(account: Account) -> Account:
    """Characters beyond the common sets, as they stand in real names."""
    return replace(
        account,
        debtor=replace(_called(account.debtor, "𬭎䶮㛃（示例）貿易股份有限公司", None), representative="龘𬭎"),
    )


def _foreign_currency(account: Account) -> Account:
    return replace(
        account,
        contracts=tuple(replace(each, currency="USD") for each in account.contracts),
        invoices=tuple(replace(each, currency=each.currency and "USD") for each in account.invoices),
        payments=tuple(replace(each, currency=each.currency and "USD") for each in account.payments),
    )


def _credit_balance(account: Account) -> Account:
    """More was paid than was invoiced."""
    due = sum((each.amount for each in _invoices(account)), ZERO)
    return replace(
        account,
        payments=(*account.payments, Payment(received_on=account.booked_up_to, amount=due + 1000, reference="EX-900")),
    )


def _invoices(account: Account) -> list[Invoice]:
    return [invoice for invoice in account.invoices if invoice.document is DocumentKind.INVOICE]


def _called(party: Party, name: str, name_en: str | None) -> Party:
    """Under another name, which its bank account bears as well."""
    bank = party.bank_account and replace(party.bank_account, holder=name, holder_en=name_en)
    return replace(party, name=name, name_en=name_en or party.name_en, bank_account=bank)


_CHANGES: Mapping[str, tuple[str, str, Callable[[Account], Account]]] = {
    "example": ("随附的示例", "the example that ships", _as_it_is),
    "one_invoice": ("一张发票", "one invoice", _one_invoice),
    "fifty_invoices": ("五十张发票", "fifty invoices", _fifty_invoices),
    "no_contract_date": ("合同无签订日期、无名称", "contracts without date and title", _no_contract_date),
    "natural_person": ("债务人为自然人", "a natural person as debtor", _natural_person),
    "long_names": ("很长的名称和地址", "very long names and addresses", _long_names),
    "rare_characters": ("生僻字", "rare characters", _rare_characters),
    "foreign_currency": ("外币", "foreign currency", _foreign_currency),
    "credit_balance": ("余额在对方", "a credit balance", _credit_balance),
}
