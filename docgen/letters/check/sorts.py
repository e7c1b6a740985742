"""What sort of writing a text is: what it is called, whether it asks for payment, and who signs it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from docgen.letters.check.reading import Paragraph
from docgen.letters.request import LetterKind, Purpose


class Sort(StrEnum):
    """Sorts of writing, as far as the check treats them otherwise."""

    LETTER = "letter"  # of no sort that matters here
    DEMAND = "demand"
    STATEMENT = "statement"  # of an account, or a confirmation of its balance
    AGREEMENT = "agreement"
    LAWYERS_LETTER = "lawyers_letter"
    COURT_PAPER = "court_paper"
    GUARANTOR = "guarantor"
    SET_OFF = "set_off"
    SUSPENSION = "suspension"


# By title, the more particular first.
_TITLES: tuple[tuple[Sort, str], ...] = (
    (Sort.LAWYERS_LETTER, r"律师(?:催告|催款|事务所)?函|法律函|lawyer[’']?s[’']? letter|attorney[’']?s? letter|"
    r"solicitors?[’']? letter"),
    (Sort.COURT_PAPER, "申请书|起诉状|诉状|答辩状|application for|complaint|statement of claim"),
    (Sort.AGREEMENT, "协议|合同|和解书|承诺书|还款计划|agreement|settlement"),
    (Sort.GUARANTOR, "保证责任|担保责任|致保证人|guarantor"),
    (Sort.SET_OFF, "抵销(?:通知|函)|notice of set-?off"),
    (Sort.STATEMENT, "对账单|对账函|询证函|征询函|确认函|确认书|余额|statement of account|confirmation"),
    (Sort.DEMAND, "催[款告收缴]|付款(?:通知|提醒|催告|请求)|索款|demand|reminder|request for payment"),
)  # fmt: skip
_OF_KIND: Mapping[str, Sort] = MappingProxyType(
    {
        "payment_reminder": Sort.DEMAND,
        "balance_confirmation": Sort.STATEMENT,
        "demand_letter": Sort.DEMAND,
        "lawyers_letter": Sort.LAWYERS_LETTER,
        "payment_order_application": Sort.COURT_PAPER,
        "statement_of_account": Sort.STATEMENT,
        "repayment_agreement": Sort.AGREEMENT,
        "in_kind_agreement": Sort.AGREEMENT,
        "debt_acknowledgment": Sort.AGREEMENT,
        "guarantor_request": Sort.GUARANTOR,
        "set_off_notice": Sort.SET_OFF,
        "supply_suspension_notice": Sort.SUSPENSION,
        "complaint": Sort.COURT_PAPER,
        "preservation_application": Sort.COURT_PAPER,
        "enforcement_application": Sort.COURT_PAPER,
    }
)
_TITLE_LINES, _TITLE_LENGTH, _TITLE_LENGTH_EN = 14, 24, 80
_ASKS = re.compile(
    r"请(?:贵[司方]|你[司方]|贵公司)?[^。；]{0,30}(?:支付|付款|付清|结清|汇|偿还|清偿|还款)|"
    r"要求(?:贵[司方])?[^。；]{0,16}(?:支付|付清|清偿)|限(?:期|贵[司方])[^。；]{0,12}(?:支付|付清)"
    r"|\bplease (?:pay|settle|remit|transfer|arrange (?:for )?payment)|\bwe (?:hereby )?(?:demand|request|require|"
    r"ask)\b[^.;]{0,40}\bpa(?:y|id|yment)"
    r"|\b(?:you|to) (?:must|shall|are requested to) pay\b",
    re.IGNORECASE,
)
_TITLED_LAWYERS = re.compile(_TITLES[0][1], re.IGNORECASE)
_SPACED = re.compile(r"律\s*师\s*函")
_FIRM = re.compile(r"律师事务所|\blaw (?:firm|offices?)\b|\bsolicitors\b", re.IGNORECASE)
_LICENCE = re.compile(r"(?:执业许可证|执业证|许可证|licen[cs]e|practice)[^\n。；]{0,16}?[0-9A-Z]{9,18}", re.IGNORECASE)
_LAWYER = re.compile(r"律师\s*[:：（(签]|[\u4e00-\u9fff]{2,4}律师\s*$|attorney|\blawyer\b", re.IGNORECASE)
_FOOT = 12  # paragraphs from the end in which a letter is signed


@dataclass(frozen=True, slots=True)
class Nature:
    """asks_payment: it demands, whatever it is called. titled: the paragraph of its title, counted from one."""

    sort: Sort
    asks_payment: bool
    titled: int | None = None


class Signer(StrEnum):
    """Who issues a letter, as its text says."""

    LAW_FIRM = "law_firm"  # named, with a licence or practice number
    FIRM_WITHOUT_LICENCE = "firm_without_licence"
    LAWYER_WITHOUT_FIRM = "lawyer_without_firm"
    COMPANY = "company"


def nature(paragraphs: Sequence[Paragraph], kind: LetterKind | None, purpose: Purpose | None) -> Nature:
    """What sort of writing this is: as its kind says, else its title, else what it asks for."""
    asks = any(_ASKS.search(paragraph.text) for paragraph in paragraphs) and purpose is not Purpose.ACCOUNTS
    sort, titled = _titled(paragraphs)
    if kind is not None:
        sort = _OF_KIND.get(kind.value, sort or Sort.LETTER)
    return Nature(sort or (Sort.DEMAND if asks else Sort.LETTER), asks, titled)


def _titled(paragraphs: Sequence[Paragraph]) -> tuple[Sort | None, int | None]:
    """The sort that the title names: a short line near the top that ends no sentence."""
    seen = 0
    for paragraph in paragraphs:
        line = paragraph.text.strip()
        if not line:
            continue
        seen += 1
        if seen > _TITLE_LINES:
            break
        chinese = any("\u4e00" <= character <= "\u9fff" for character in line)
        if len(line) > (_TITLE_LENGTH if chinese else _TITLE_LENGTH_EN) or line[-1] in "。；，,;:：" or " | " in line:
            continue
        bare = line.replace(" ", "").replace("\u3000", "") if chinese else line
        for sort, pattern in _TITLES:
            if re.search(pattern, bare, re.IGNORECASE):
                return sort, paragraph.number
    return None, None


def lawyers_title(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, int, int] | None:
    """Where a text calls itself a lawyer's letter."""
    _, number = _titled(paragraphs)
    if number is None:
        return None
    paragraph = next(each for each in paragraphs if each.number == number)
    match = _TITLED_LAWYERS.search(paragraph.text) or _SPACED.search(paragraph.text)
    return (paragraph, match.start(), match.end()) if match else None


def signer(paragraphs: Sequence[Paragraph]) -> Signer:
    """Who issues the letter, by what stands in it: a firm with its number, a firm, a lawyer alone, or a company."""
    lines = (paragraph.text for paragraph in paragraphs)
    told = [line for line in lines if line.strip() and not (_TITLED_LAWYERS.search(line) or _SPACED.search(line))]
    edges = "\n".join((*told[:_FOOT], *told[-_FOOT:]))
    if _FIRM.search(edges):
        return Signer.LAW_FIRM if _LICENCE.search(edges) else Signer.FIRM_WITHOUT_LICENCE
    return Signer.LAWYER_WITHOUT_FIRM if _LAWYER.search("\n".join(told[-_FOOT:])) else Signer.COMPANY
