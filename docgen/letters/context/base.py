"""The parts that all letters hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract
from docgen.law.assessment import Assessment, OpenItem, Settlement, Standing
from docgen.letters.context import claims, parties
from docgen.letters.context.pen import Pen
from docgen.letters.entry import Entry
from docgen.letters.request import LetterKind, LetterRequest, PrevailingText


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that one letter is worded from.

    decided: the decision of escalation for this account, as a reader of the letter's language is told it
    (`docgen.usecases.decision.told`); empty for a paper that is not worded from it.
    """

    entry: Entry
    account: Account
    assessment: Assessment
    request: LetterRequest
    pen: Pen
    decided: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def kind(self) -> LetterKind:
        return self.entry.kind

    @property
    def settlement(self) -> Settlement:
        return self.assessment.chosen

    @property
    def we(self) -> str:
        """The creditor as this letter calls it: 本公司; in a lawyer's letter the client, in court the applicant."""
        return self.pen.say(*self.entry.we) if self.entry.we else parties.speaking(self.account.creditor, self.pen)

    @property
    def you(self) -> str:
        """The debtor as this letter calls it: 贵司; in court the respondent."""
        return self.pen.say(*self.entry.you) if self.entry.you else parties.addressed(self.account.debtor, self.pen)

    def contracts(self, items: list[OpenItem]) -> list[Contract]:
        """The contracts of these invoices, in the account's order; all of them when the invoices name none."""
        named = {item.invoice.contract for item in items}
        return [one for one in self.account.contracts if one.number in named] or list(self.account.contracts)


def base(case: Case, draft_because: tuple[str, ...]) -> dict[str, object]:
    account, pen, request = case.account, case.pen, case.request
    entry = case.entry
    items = [item for item in claims.open_items(case.settlement) if item.standing is not Standing.LEFT_OUT]
    contracts = case.contracts(items)
    if request.dated_on is None:
        raise ValueError("the letter has no date: complete the request first")
    draft = entry.always_draft or bool(draft_because)
    prevails = _prevailing_text(case)
    return {
        "kind": case.kind.value,
        "language": pen.language.value,
        "title": entry.title(pen.language, request.purpose),
        "we": case.we,
        "you": case.you,
        "draft": draft,
        "draft_mark": pen.say(*entry.draft_mark) if draft else "",
        "draft_because": list(draft_because),
        "letter": {
            "number": request.number or "",
            "date": pen.date(request.dated_on),
            "pay_by": pen.date(request.pay_by),
            "reply_by": pen.date(request.reply_by),
            "salutation": request.salutation or "",
            **_signatory(case),
            "sealed": case.kind is LetterKind.LAWYERS_LETTER or not parties.is_natural(account.creditor),
            "delivery": request.delivery or "",
            "cut_off": pen.date(account.booked_up_to),
            "balance_on": pen.date(case.assessment.balance_on),
            "as_of": pen.date(account.as_of),
        },
        "creditor": parties.party(account.creditor, pen, other=account.debtor),
        "debtor": parties.party(account.debtor, pen, other=account.creditor),
        "bank": parties.bank_account(account.creditor.bank_account, pen),
        "contracts": [parties.contract(one, pen) for one in contracts],
        "contracts_cited": parties.contracts_cited(contracts, pen),
        "enclosures": list(request.enclosures if pen.zh else request.enclosures_en or request.enclosures),
        "paragraphs": _paragraphs(request.paragraphs, entry.places),
        "prevailing_text": prevails.value,
        "small_print": "The Chinese text prevails." if prevails is PrevailingText.CHINESE else "",
        "law_version": case.assessment.law_version,
    }


def _prevailing_text(case: Case) -> PrevailingText:
    """Which text a letter says prevails. A court's own text is the Chinese one: an English application is its copy."""
    if case.pen.zh:
        return PrevailingText.NONE
    if case.entry.in_court:
        return PrevailingText.CHINESE
    return case.request.prevailing_text or PrevailingText.NONE


def _signatory(case: Case) -> dict[str, object]:
    """Who signs, his or her post, and as what: 法定代表人 where that is who signs, else 授权签署人."""
    request, creditor, pen = case.request, case.account.creditor, case.pen
    himself = bool(request.signatory) and request.signatory == creditor.representative
    name_en = request.signatory_en or (creditor.representative_en if himself else None)
    same_post = himself and request.signatory_post == creditor.representative_post
    post_en = request.signatory_post_en or (creditor.representative_post_en if same_post else None)
    label = parties.representative_label(creditor, pen) if himself else None
    return {
        "signatory": pen.own(request.signatory, name_en),
        "signatory_post": pen.own(request.signatory_post, post_en),
        "signatory_label": label or pen.say("授权签署人", "Authorised signatory"),
    }


def _paragraphs(given: Mapping[str, str], places: tuple[str, ...]) -> dict[str, object]:
    """The free words at each place of this letter, paragraph by paragraph."""
    return {place: [words for line in given.get(place, "").splitlines() if (words := line.strip())] for place in places}
