"""What a cell of an export says: which document a row is, whether a number came through the spreadsheet whole."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from docgen.web.pages.columns import flat


class Document(StrEnum):
    """What a row of a ledger of invoices is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PAYMENT = "payment"
    UNKNOWN = "unknown"


# SAP's document types (RV, DR: invoice; DG: credit memo; DZ: payment) and billing types (F1, F2: invoice; G2: credit).
_CODES = {
    "rv": Document.INVOICE,
    "dr": Document.INVOICE,
    "f1": Document.INVOICE,
    "f2": Document.INVOICE,
    "inv": Document.INVOICE,
    "dg": Document.CREDIT_NOTE,
    "g2": Document.CREDIT_NOTE,
    "cn": Document.CREDIT_NOTE,
    "cm": Document.CREDIT_NOTE,
    "dz": Document.PAYMENT,
    "pmt": Document.PAYMENT,
}
# In this order: a red invoice ends as an invoice does, and so does a bill of exchange (汇票).
_NEITHER = re.compile(r"作废|形式发票|退票|退款|预开|申请|refund|proforma|cancel|void|reversal|draft")
_PAYMENT = re.compile(
    r"收款|付款|预收|预付|回款|到账|核销|承兑|汇票|本票|支票|票据|payment|receipt|deposit|prepay|cheque|check"
)
_CREDIT = re.compile(r"红|负|贷|退货|冲销|冲减|折让|credit|return")
_INVOICE = re.compile(
    r"(?:发票|专票|普票|票|应收单|应收|数电专|数电普|蓝字)$|invoice|^bill(?:ing)?$|^billing document$"
)

_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
_CUT = re.compile(r"\d{15}0{3,}")  # a spreadsheet keeps fifteen digits of a number and fills the rest with zeros
_SETTLED = re.compile(
    r"(?:全部|完全|全额)?已?(?:付|收|付款|收款|付清|收清|结清|核销|回款|到账|结算|清账|清)(?:完毕|完)?|是|y|yes|true|paid|fullypaid|"
    r"paidinfull|settled|cleared|closed|received|20\d{6}|20\d{2}年?\d{1,2}月?\d{1,2}日?"
)
_PARTLY = re.compile(r"部分|partial|partly")


def document(cell: str) -> Document:
    """The document that a cell of a column of types names, in the words of any program."""
    word = flat(cell)
    if code := _CODES.get(word):
        return code
    if not word or _NEITHER.search(word):
        return Document.UNKNOWN
    if _PAYMENT.search(word):
        return Document.PAYMENT
    if _CREDIT.search(word):
        return Document.CREDIT_NOTE
    return Document.INVOICE if _INVOICE.search(word) else Document.UNKNOWN


def scientific(cell: str) -> bool:
    """Whether a spreadsheet put a long number in powers of ten ("2.6332E+19"): its digits are lost."""
    return bool(_SCIENTIFIC.fullmatch(unicodedata.normalize("NFKC", cell).strip()))


def cut(cell: str) -> bool:
    """Whether a number may have lost its last digits: a spreadsheet keeps fifteen."""
    return bool(_CUT.fullmatch(cell.strip()))


def settled(cell: str) -> bool:
    """Whether a word or a day in a column of payment states says that all is paid."""
    return bool(_SETTLED.fullmatch(flat(cell)))


def partly_settled(cell: str) -> bool:
    """Whether it says that a part of it is paid, without saying how much."""
    return bool(_PARTLY.search(flat(cell)))
