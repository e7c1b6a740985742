"""When an invoice falls due, and why.

In the order of Civil Code 509–511: the day the invoice or the contract agrees; terms counted from
receipt, acceptance or invoice; the SME payment regulation (保障中小企业款项支付条例 9, 10) where it
applies; for a sale, receipt (Civil Code 628). Anything else has no due date until the creditor has
set a time to prepare (511(4)), and is `unknown`. What a rest day moves is told in `docgen.law.rest_days`.
"""

from __future__ import annotations

import datetime as dt

from docgen.accounts.account import Account
from docgen.accounts.contract import ContractKind, DueGround, DueTerms
from docgen.accounts.invoice import Invoice
from docgen.accounts.party import Party, Size
from docgen.errors import Finding, RuleMissing, Severity
from docgen.law.assessment import Due
from docgen.law.choice import RestDay
from docgen.law.rest_days import last_day, moved
from docgen.law.sme import size_of
from docgen.law.statutes import Figure, LawData

AGREED = ("civil_code:509",)
UNKNOWN = Due(on=None, ground="unknown", articles=("civil_code:511(4)",))


def due(
    invoice: Invoice,
    account: Account,
    law: LawData,
    *,
    sme_applies: bool | None,
    rest_day: RestDay = RestDay.COUNTED,
) -> tuple[Due, tuple[Finding, ...]]:
    """The due date with its ground and articles, and what has to be said about it.

    sme_applies: whether the SME payment regulation governs the two parties; None when a size class is not stated.
    rest_day: which due dates move on from a rest day.
    """
    found, remarks = _agreed_or_by_law(invoice, account, law, sme_applies)
    if sme_applies and found.on is not None and found.ground != "sme_9":
        found, remark = _under_cap(invoice, account, law, found)
        remarks = (*remarks, *remark)
    return moved(law, found, rest_day), remarks


def _agreed_or_by_law(
    invoice: Invoice, account: Account, law: LawData, sme_applies: bool | None
) -> tuple[Due, tuple[Finding, ...]]:
    if invoice.due_on is not None:
        return Due(on=invoice.due_on, ground="agreed_date", articles=AGREED), ()
    contract = account.contract_of(invoice)
    stated = invoice.due or (contract.due if contract else None)
    terms = stated or DueTerms(ground=DueGround.LAW)
    if terms.ground is DueGround.FIXED_DATE:
        return UNKNOWN, (_unknown(invoice, account, "due.day_missing"),)
    if terms.ground is DueGround.LAW:
        kind = contract.kind if contract else ContractKind.OTHER
        found, remarks = _by_law(invoice, account, law, kind, sme_applies)
        if stated is None and found.on is not None and found.ground == "civil_code_628":
            remarks = (_assumed(invoice, account, found.on), *remarks)
        return found, remarks
    return _by_terms(invoice, account, law, terms, sme_applies)


def _by_terms(
    invoice: Invoice, account: Account, law: LawData, terms: DueTerms, sme_applies: bool | None
) -> tuple[Due, tuple[Finding, ...]]:
    """Credit days from an event. The day of the event is not counted (Civil Code 201)."""
    event_on = {
        DueGround.AFTER_RECEIPT: invoice.delivered_on,
        DueGround.AFTER_ACCEPTANCE: invoice.accepted_on,
        DueGround.AFTER_INVOICE: invoice.issued_on,
    }[terms.ground]
    if event_on is None:
        return UNKNOWN, (_unknown(invoice, account, f"due.{terms.ground.value.removeprefix('after_')}_missing"),)
    if terms.days is None and terms.ground is DueGround.AFTER_ACCEPTANCE and sme_applies:
        figure = _statutory_days(law, account.debtor, event_on)
        if figure is not None:  # 条例 10: where payment follows acceptance, the period runs from its passing
            on = event_on + dt.timedelta(days=int(figure.value))
            older = any(article.startswith("sme_regulation_2020:") for article in figure.articles)
            accepted = "sme_regulation_2020:9" if older else "sme_regulation:10"
            return Due(on=on, ground="sme_9", articles=(*figure.articles, accepted), counted=True), ()
    on = event_on + dt.timedelta(days=terms.days or 0)
    return Due(on=on, ground=terms.ground.value, articles=AGREED, counted=bool(terms.days)), ()


def _by_law(
    invoice: Invoice, account: Account, law: LawData, kind: ContractKind, sme_applies: bool | None
) -> tuple[Due, tuple[Finding, ...]]:
    """Nothing agreed: the SME payment regulation 9 from delivery; else, for a sale, receipt (Civil Code 628)."""
    received_on = invoice.delivered_on
    if received_on is None:
        return UNKNOWN, (_unknown(invoice, account, "due.receipt_missing"),)
    if sme_applies:
        figure = _statutory_days(law, account.debtor, received_on)
        if figure is not None:
            on = received_on + dt.timedelta(days=int(figure.value))
            return Due(on=on, ground="sme_9", articles=figure.articles, counted=True), ()
    if kind is not ContractKind.SALE:
        return UNKNOWN, (_unknown(invoice, account, "due.not_agreed"),)
    found = Due(on=received_on, ground="civil_code_628", articles=("civil_code:628",))
    figure = _statutory_days(law, account.debtor, received_on) if sme_applies is None else None
    if figure is not None and received_on < account.as_of <= last_day(law, received_on, int(figure.value)):
        return found, (
            Finding(
                "due.size_not_stated",
                Severity.WARNING,
                place=_place(invoice, account),
                facts={"invoice": invoice.number, "on": received_on.isoformat(), "days": str(int(figure.value))},
                articles=("civil_code:628", *figure.articles),
            ),
        )
    return found, ()


def _under_cap(invoice: Invoice, account: Account, law: LawData, found: Due) -> tuple[Due, tuple[Finding, ...]]:
    """条例 9: a public body may not agree on over 60 days, a large enterprise on what its trade calls reasonable."""
    starts_on = invoice.accepted_on if found.ground == "after_acceptance" else invoice.delivered_on
    if found.on is None or starts_on is None:
        return found, ()
    public = size_of(account.debtor) is Size.PUBLIC_BODY
    try:
        figure = law.figure("sme.public_body_days_cap" if public else "sme.large_enterprise_days", starts_on)
    except RuleMissing:
        return found, ()
    last = starts_on + dt.timedelta(days=int(figure.value))
    if found.on <= last:
        return found, ()
    remark = Finding(
        "due.sme_capped" if public else "due.sme_long",
        Severity.WARNING if public else Severity.INFORMATION,
        place=_place(invoice, account),
        facts={
            "invoice": invoice.number,
            "agreed": found.on.isoformat(),
            "last": last.isoformat(),
            "days": str(int(figure.value)),
        },
        articles=figure.articles,
    )
    capped = Due(on=last, ground="sme_9", articles=figure.articles, counted=True)
    return (capped if public else found), (remark,)


def _statutory_days(law: LawData, debtor: Party, on: dt.date) -> Figure | None:
    """The period that holds where nothing is agreed (条例 9); None when none was in force on that day."""
    try:
        return law.figure(
            "sme.public_body_days" if size_of(debtor) is Size.PUBLIC_BODY else "sme.large_enterprise_days", on
        )
    except RuleMissing:
        return None


def _assumed(invoice: Invoice, account: Account, on: dt.date) -> Finding:
    """Nobody said when this is due: that nothing was agreed is an assumption, and a term nobody entered would make
    the letter ask too early. Terms that say `law` say that nothing was agreed."""
    return Finding(
        "due.assumed_on_receipt",
        Severity.WARNING,
        place=_place(invoice, account),
        facts={"invoice": invoice.number, "on": on.isoformat()},
        articles=("civil_code:510", "civil_code:628"),
    )


def _unknown(invoice: Invoice, account: Account, code: str) -> Finding:
    return Finding(
        code,
        Severity.INFORMATION,
        place=_place(invoice, account),
        facts={"invoice": invoice.number},
        articles=UNKNOWN.articles,
    )


def _place(invoice: Invoice, account: Account) -> str:
    return f"/account/invoices/{account.row_of(invoice)}"
