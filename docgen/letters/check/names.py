"""Names and numbers of a text that are nearly those of the account and are not: parties, papers, bank accounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher

from docgen.accounts.account import Account
from docgen.accounts.party import Party
from docgen.errors import Finding, Severity
from docgen.letters.check.known import Known
from docgen.letters.check.printed import Printed
from docgen.letters.check.reading import Paragraph
from docgen.letters.request import LetterRequest

_COMPANY = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9（）()·&]{2,60}?(?:(?<![本贵我该各两子母总分敝])公司|合伙企业（[^）]{2,6}）|"
    r"律师事务所|厂(?![\u4e00-\u9fff]))"
)
_COMPANY_EN = re.compile(
    r"(?:[A-Z][\w&'’.-]*(?: \([A-Z][\w ]{1,30}\))?,? ){1,8}(?:Co\.?,? ?Ltd\.?|Corp\.?,? ?Ltd\.?|Limited|Inc\.?|LLC|"
    r"GmbH|Corporation)(?![\w])"
)
_INVOICE = re.compile(
    r"(?:发票(?:号码?|编号)?|[Ii]nvoices? (?:[Nn]os?\.?|number))[\s：:]{0,3}(?P<number>\d[\d-]{5,24}|"
    r"[A-Z][A-Z0-9-]{3,24}\d)(?![\w-])"
)
_CONTRACT = re.compile(
    r"(?:(?:合同|协议|订单)(?:编?号码?)?|编号|[Cc]ontract (?:[Nn]o\.?|"
    r"number))[\s：:]{0,3}(?P<number>[A-Z][A-Z0-9]{0,10}(?:[-/〔〕()（）][A-Z0-9]{1,12}){1,5})(?![\w-])"
)
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-Z]{10}(?![0-9A-Za-z])")
_BANK_ACCOUNT = re.compile(
    r"(?:账\s*号|帐\s*号|银行账户|[Aa]ccount (?:[Nn]o\.?|number))[\s：:]{0,3}(?P<number>\d[\d ]{7,34}\d)(?!\d)"
)
_LONG = re.compile(r"(?<!\d)\d{20}(?!\d)")  # an electronic invoice's number
_NEARLY, _NEARLY_A_NUMBER = 0.8, 0.85
_FIRST = 4000  # names looked at for one that is nearly the same; a letter with more is made from a list


def remarks(
    paragraph: Paragraph, known: Known, request: LetterRequest | None, printed: Printed, likeness: Likeness
) -> Iterator[Finding]:
    """A name that stands in a text of the account, or in one that docgen worded from it, is the account's own."""
    account = known.account

    def unknown(words: str) -> bool:
        return not printed.says(words) and not any(words in text for text in known.texts)

    yield from _parties(paragraph, account, request, unknown, likeness)
    text = paragraph.text
    numbered = [match.span("number") for match in _INVOICE.finditer(text)]
    numbered += [match.span() for match in _LONG.finditer(text) if match.span() not in numbered]
    for start, end in numbered:
        if account.invoices and unknown(text[start:end]):
            yield _unknown(
                "name.invoice_unknown", paragraph, (start, end), [one.number for one in account.invoices], likeness
            )
    for start, end in (match.span("number") for match in _CONTRACT.finditer(text)):
        if account.contracts and unknown(text[start:end]):
            yield _unknown(
                "name.contract_unknown", paragraph, (start, end), [one.number for one in account.contracts], likeness
            )
    for match in _CODE.finditer(text):
        if not match[0].isdigit() and unknown(match[0]):
            codes = [each.registration_number for each in _people(account, request) if each.registration_number]
            yield _unknown("name.code_unknown", paragraph, match.span(), codes, likeness)
    yield from _bank_accounts(paragraph, account, request)


def _parties(
    paragraph: Paragraph,
    account: Account,
    request: LetterRequest | None,
    unknown: Callable[[str], bool],
    likeness: Likeness,
) -> Iterator[Finding]:
    """A company that is called nearly as one of the account's is."""
    names: set[str] = set()
    for pattern in (_COMPANY, _COMPANY_EN):
        for match in pattern.finditer(paragraph.text):
            written = match[0]
            names = names or _names(account, request)
            if any(written.endswith(name) or name.endswith(written) or name in written for name in names):
                continue
            if not unknown(written):
                continue
            best, alike = "", _NEARLY
            for name in sorted(names):
                tail = written[-len(name) - 1 :] if pattern is _COMPANY else written
                if (ratio := likeness(tail, name)) > alike:
                    best, alike = name, ratio
            if best:
                start = max(match.start(), match.end() - len(best) - 1) if pattern is _COMPANY else match.start()
                start += _misfit(paragraph.text[start : match.end()], best) if pattern is _COMPANY else 0
                facts = {"name": paragraph.text[start : match.end()], "nearest": best, "instead": best}
                yield Finding("name.party_differs", Severity.WARNING, paragraph.place(start, match.end()), facts)


def _names(account: Account, request: LetterRequest | None) -> set[str]:
    firm = (request.law_firm,) if request and request.law_firm else ()
    return {name for each in (*_people(account, request), *firm) for name in (each.name, each.name_en) if name}


class Likeness:
    """How alike two names are, from 0 to 1; of one text, in which the same names come again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], float] = {}

    def __call__(self, one: str, other: str) -> float:
        if (one, other) not in self._known:
            self._known[one, other] = SequenceMatcher(None, one, other, autojunk=False).ratio()
        return self._known[one, other]


def _misfit(written: str, name: str) -> int:
    """How many characters of running text stand before a name that is nearly this one."""
    return next((at for at in range(min(3, len(written))) if written[at] == name[0]), 0)


def _unknown(
    code: str, paragraph: Paragraph, span: tuple[int, int], known: Iterable[str], likeness: Likeness
) -> Finding:
    """A number that is nobody's, with the known one that is nearest to it."""
    number = paragraph.text[slice(*span)]
    nearest, alike = "", _NEARLY_A_NUMBER
    for each in sorted(known)[:_FIRST]:
        if abs(len(each) - len(number)) <= 2 and (ratio := likeness(each, number)) > alike:
            nearest, alike = each, ratio
    facts = {"number": number, "nearest": nearest, "instead": nearest}
    return Finding(code, Severity.WARNING, paragraph.place(*span), facts)


def _bank_accounts(paragraph: Paragraph, account: Account, request: LetterRequest | None) -> Iterator[Finding]:
    """An account to pay to that is not the creditor's, nor an assignee's: what swindlers change, and haste."""
    own = account.creditor.bank_account
    if own is None:
        return
    wanted = own.number.replace(" ", "")
    others = {each.bank_account.number.replace(" ", "") for each in _people(account, request) if each.bank_account}
    for match in _BANK_ACCOUNT.finditer(paragraph.text):
        if match["number"].replace(" ", "") not in others:
            facts = {"number": match["number"], "nearest": own.number, "instead": own.number}
            place = paragraph.place(*match.span("number"))
            if match["number"].replace(" ", "") != wanted:
                yield Finding("name.bank_account_differs", Severity.WARNING, place, facts)


def _people(account: Account, request: LetterRequest | None) -> Iterator[Party]:
    yield from (account.creditor, account.debtor)
    if request and request.assignment:
        yield request.assignment.assignee
    for contract in account.contracts:
        yield from (each.guarantor for each in contract.guarantees)
