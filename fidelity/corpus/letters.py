"""The letters of the shipped templates: the example account, a small one, a large one and a strange one."""

from __future__ import annotations

import copy
from functools import partial
from typing import Any

from docgen.letters.request import LADDER, Language, LetterKind
from fidelity.corpus.making import Case
from tests.letters.making import example, make

Document = dict[str, Any]

KEPT = "17.3.1.15: LibreOffice leaves a part of what keeps with the next paragraph on the page before"
HANGING = "17.3.1.21: LibreOffice hangs none behind a Latin word"
CELLS = (
    "17.3.1.21, 17.3.1.16: LibreOffice hangs none in cells, and parts no comma or closing bracket from a figure there"
)
FONTS = "17.3.2.26: LibreOffice takes quotation marks and boxes by their neighbours and passes w:hint over"
#: Each was seen by taking the cause away: without it both print the same.
DEPARTS = {
    "zh_lawyers_letter_example": KEPT, "zh_lawyers_letter_strange": KEPT, "en_lawyers_letter_example": KEPT,
    "en_payment_reminder_small": KEPT, "zh_payment_order_application_small": KEPT, "zh_payment_reminder_large": KEPT,
    "en_guarantor_request_example": KEPT, "en_supply_suspension_notice_example": KEPT,
    "en_debt_acknowledgment_example": KEPT, "zh_rescission_notice_example": HANGING,
    "zh_civil_complaint_example": CELLS, "zh_decision_memo_example": CELLS, "zh_law_firm_handover_example": FONTS,
    "en_call_sheet_example": f"{FONTS}; it hangs none in cells (17.3.1.21)",
    "en_visit_sheet_example": f"{FONTS}; it hangs none in cells (17.3.1.21)",
}  # fmt: skip

#: Every invoice of the large account beyond those of the example.
MANY = 54


def small(document: Document) -> Document:
    """One contract, one unpaid invoice, nothing paid, nothing written before."""
    account = document["account"]
    account["contracts"] = account["contracts"][:1]
    account["invoices"] = account["invoices"][1:2]
    account["payments"], account["history"] = [], []
    return document


def large(document: Document) -> Document:
    """Some sixty open invoices of one contract."""
    account = document["account"]
    pattern = account["invoices"][2]
    for number in range(MANY):
        invoice = copy.deepcopy(pattern)
        invoice["number"] = f"2532700000000000{1000 + number}"
        invoice["amount"] = f"{12_000 + number * 371}.{number % 100:02}"
        invoice["issued_on"] = f"2025-12-{number % 28 + 1:02}"
        invoice["delivered_on"] = invoice["accepted_on"] = f"2025-11-{number % 28 + 1:02}"
        account["invoices"].append(invoice)
    return document


def strange(document: Document) -> Document:
    """A natural person with a rare name, an abroad address of three lines, US dollars, and parts that are contested."""
    account = document["account"]
    account["creditor"]["name"] = "华信精工（示例）长三角一体化示范区跨境供应链管理与技术服务集团有限责任公司苏州分公司"
    account["creditor"]["name_en"] = (
        "Huaxin Precision (Example) Yangtze River Delta Cross-border Supply Chain Management Co., Ltd."
    )
    account["debtor"] = {
        "name": "欧阳𬭎䶮",
        "name_en": "Ouyang Hongyan",
        "kind": "natural_person",
        "country": "CN",
        "address": "浙江省示例市滨江区江南大道88号远航大厦（原示例路1号）B座裙楼三层3-0-1之二室，临时办公地点：同址四层",
        "address_en": "Room 3-0-1 bis, third floor of the podium, Tower B, Yuanhang Building, 88 Jiangnan Avenue, Binjiang",
        "phone": "0571-5550-0188",
    }
    for contract in account["contracts"]:
        contract["currency"] = "USD"
    for invoice in account["invoices"][1:3]:
        invoice["dispute"] = {
            "amount": "50000.00",
            "reason": "主张其中一批货物外观与封样不符，要求减少价款",
            "raised_on": "2026-01-15",
            "in_writing": True,
        }
    return document


def _letter(kind: LetterKind, language: Language, change: Any) -> bytes:
    document = example(kind.value)
    return make(kind, change(document) if change else document, language).docx


def letters() -> list[Case]:
    """Every letter in both languages over its example, and those of the ladder over each account: what a paper of the
    way is about stands in its own example alone."""
    accounts = {"example": None, "small": small, "large": large, "strange": strange}
    return [
        Case(
            name := f"{language.value}_{kind.value}_{account}", "templates", f"{kind.value}, {language.value}: {account}",
            partial(_letter, kind, language, change), DEPARTS.get(name, ""),
        )
        for account, change in accounts.items() for language in Language for kind in (LADDER if change else LetterKind)
    ]  # fmt: skip
