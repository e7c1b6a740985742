"""When an invoice falls due, and on what ground."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.accounts.account import Account
from docgen.accounts.contract import ContractKind, DueGround
from docgen.accounts.party import Size
from docgen.errors import Finding, Severity
from docgen.law import assess
from docgen.law.assessment import Due
from docgen.law.due import due
from docgen.law.sme import applies
from docgen.law.statutes import LawData
from tests.accounts.builders import account, contract, creditor, day, debtor, invoice, payment, public_body, terms


def found(given: Account, law: LawData) -> tuple[Due, tuple[Finding, ...]]:
    return due(given.invoices[0], given, law, sme_applies=applies(given.creditor, given.debtor))


def said(given: Account, law: LawData) -> tuple[str | None, str, list[str]]:
    """Due date, ground, codes of the remarks."""
    fallen, remarks = found(given, law)
    return (fallen.on.isoformat() if fallen.on else None, fallen.ground, [remark.code for remark in remarks])


def sale(*, size: Size | None = None, **particulars: Any) -> Account:
    """One invoice of a sale without agreed date; size: of the debtor, the creditor being small then."""
    agreed = particulars.pop("agreed", None)
    kind = particulars.pop("kind", ContractKind.SALE)
    as_of = particulars.pop("as_of", "2026-06-30")
    buyer = particulars.pop("buyer", debtor(size=size))
    seller = particulars.pop("seller", creditor(size=Size.SMALL))
    particulars.setdefault("due", None)
    return account(
        as_of=as_of,
        creditor=seller,
        debtor=buyer,
        contracts=[contract(due=agreed, kind=kind)],
        invoices=[invoice(issued="2026-03-05", **particulars)],
    )


def test_a_date_on_the_invoice_is_the_agreed_date(law: LawData) -> None:
    assert said(account(), law) == ("2026-03-31", "agreed_date", [])


@pytest.mark.parametrize(
    ("agreed", "expected"),
    [
        (terms(DueGround.AFTER_RECEIPT, 30), ("2026-03-31", "after_receipt", [])),
        (terms(DueGround.AFTER_ACCEPTANCE, 31), ("2026-04-20", "after_acceptance", [])),
        (terms(DueGround.AFTER_INVOICE, 29), ("2026-04-03", "after_invoice", [])),
        (terms(DueGround.AFTER_RECEIPT), ("2026-03-01", "after_receipt", [])),
    ],
)
def test_credit_days_count_from_the_day_after_their_event(law: LawData, agreed: Any, expected: Any) -> None:
    given = sale(agreed=agreed, size=Size.MEDIUM, delivered="2026-03-01", accepted="2026-03-20")
    assert said(given, law) == expected


def test_the_invoices_own_terms_come_before_the_contracts(law: LawData) -> None:
    given = sale(
        agreed=terms(DueGround.AFTER_RECEIPT, 90),
        size=Size.MEDIUM,
        delivered="2026-03-01",
        terms=terms(DueGround.AFTER_INVOICE, 11),
    )
    assert said(given, law) == ("2026-03-16", "after_invoice", [])


@pytest.mark.parametrize(
    ("agreed", "code"),
    [
        (terms(DueGround.AFTER_RECEIPT, 30), "due.receipt_missing"),
        (terms(DueGround.AFTER_ACCEPTANCE, 30), "due.acceptance_missing"),
        (terms(DueGround.FIXED_DATE), "due.day_missing"),
        (None, "due.receipt_missing"),
    ],
)
def test_without_its_event_a_due_date_is_unknown_and_the_event_is_asked_for(
    law: LawData, agreed: Any, code: str
) -> None:
    given = sale(agreed=agreed, size=Size.MEDIUM)
    assert said(given, law) == (None, "unknown", [code])
    (remark,) = found(given, law)[1]
    assert (remark.place, remark.severity) == ("/account/invoices/0", Severity.INFORMATION)


def test_a_sale_without_agreed_time_is_due_on_receipt(law: LawData) -> None:
    given = sale(agreed=terms(DueGround.LAW), size=Size.MEDIUM, delivered="2026-03-01")
    assert said(given, law) == ("2026-03-01", "civil_code_628", [])
    assert found(given, law)[0].articles == ("civil_code:628",)


def test_that_nothing_was_agreed_is_an_assumption_where_nobody_said_so(law: LawData) -> None:
    given = sale(size=Size.MEDIUM, delivered="2026-03-01")
    assert said(given, law) == ("2026-03-01", "civil_code_628", ["due.assumed_on_receipt"])
    (remark,) = found(given, law)[1]
    assert (remark.severity, remark.place) == (Severity.WARNING, "/account/invoices/0")
    assert dict(remark.facts) == {"invoice": "FP-1", "on": "2026-03-01"}


def test_an_invoice_may_say_itself_that_nothing_was_agreed(law: LawData) -> None:
    given = sale(size=Size.MEDIUM, delivered="2026-03-01", terms=terms(DueGround.LAW))
    assert said(given, law) == ("2026-03-01", "civil_code_628", [])


def test_of_a_settled_invoice_nothing_is_assumed(law: LawData) -> None:
    open_one = sale(size=Size.MEDIUM, delivered="2026-03-01")
    settled = replace(open_one, payments=(payment("2026-04-01", "100000", names=["FP-1"]),))
    assert "due.assumed_on_receipt" in {each.code for each in assess(open_one, law).notices}
    assert "due.assumed_on_receipt" not in {each.code for each in assess(settled, law).notices}


def test_services_without_agreed_time_have_no_due_date_until_time_was_set(law: LawData) -> None:
    given = sale(kind=ContractKind.SERVICES, size=Size.MEDIUM, delivered="2026-03-01")
    assert said(given, law) == (None, "unknown", ["due.not_agreed"])


def test_a_large_buyer_of_a_small_seller_has_sixty_days_from_delivery(law: LawData) -> None:
    assert said(sale(size=Size.LARGE, delivered="2026-03-01"), law) == ("2026-04-30", "sme_9", [])


def test_a_public_body_has_thirty_days_from_delivery(law: LawData) -> None:
    assert said(sale(buyer=public_body(), delivered="2026-03-01"), law) == ("2026-03-31", "sme_9", [])


def test_a_public_body_cannot_agree_on_more_than_sixty_days_and_the_capped_day_is_said(law: LawData) -> None:
    given = sale(buyer=public_body(), agreed=terms(DueGround.AFTER_RECEIPT, 90), delivered="2026-03-01")
    assert said(given, law) == ("2026-04-30", "sme_9", ["due.sme_capped"])
    (remark,) = found(given, law)[1]
    assert remark.severity is Severity.WARNING
    assert (remark.facts["agreed"], remark.facts["last"]) == ("2026-05-30", "2026-04-30")


def test_an_agreed_date_of_a_public_body_is_capped_like_agreed_days(law: LawData) -> None:
    given = sale(buyer=public_body(), due="2026-12-31", delivered="2026-03-01")
    assert said(given, law) == ("2026-04-30", "sme_9", ["due.sme_capped"])


def test_a_public_body_may_agree_on_up_to_sixty_days(law: LawData) -> None:
    given = sale(buyer=public_body(), agreed=terms(DueGround.AFTER_RECEIPT, 60), delivered="2026-03-01")
    assert said(given, law) == ("2026-04-30", "after_receipt", [])


def test_a_large_enterprise_may_agree_on_more_and_it_is_only_remarked(law: LawData) -> None:
    given = sale(size=Size.LARGE, agreed=terms(DueGround.AFTER_RECEIPT, 90), delivered="2026-03-01")
    assert said(given, law) == ("2026-06-01", "after_receipt", ["due.sme_long"])  # 30 May is a Saturday
    assert found(given, law)[1][0].facts["agreed"] == "2026-05-30"


def test_where_payment_follows_acceptance_the_statutory_days_run_from_it(law: LawData) -> None:
    given = sale(
        size=Size.LARGE,
        agreed=terms(DueGround.AFTER_ACCEPTANCE),
        delivered="2026-03-01",
        accepted="2026-03-20",
    )
    assert said(given, law) == ("2026-05-19", "sme_9", [])
    assert "sme_regulation:10" in found(given, law)[0].articles


def test_the_sixty_days_of_large_enterprises_are_not_law_before_june_2025(law: LawData) -> None:
    given = sale(agreed=terms(DueGround.LAW), size=Size.LARGE, delivered="2025-05-31")
    assert said(given, law) == ("2025-05-31", "civil_code_628", [])


def test_an_unstated_size_is_warned_about_while_the_statutory_days_might_still_run(law: LawData) -> None:
    nothing_agreed = terms(DueGround.LAW)
    given = sale(agreed=nothing_agreed, delivered="2026-03-01", as_of="2026-04-30")
    assert said(given, law) == ("2026-03-01", "civil_code_628", ["due.size_not_stated"])
    # Sixty days from 2 March end on 1 May, in the Labour Day holiday, so on 6 May.
    holiday = sale(agreed=nothing_agreed, delivered="2026-03-02", as_of="2026-05-06")
    assert said(holiday, law) == ("2026-03-02", "civil_code_628", ["due.size_not_stated"])
    later = sale(agreed=nothing_agreed, delivered="2026-03-01", as_of="2026-05-01")
    assert said(later, law) == ("2026-03-01", "civil_code_628", [])


def test_a_large_seller_is_not_protected(law: LawData) -> None:
    given = sale(seller=creditor(size=Size.LARGE), buyer=public_body(), due="2026-12-31", delivered="2026-03-01")
    assert found(given, law)[0].on == day("2026-12-31")


def test_payment_after_acceptance_cites_the_regulation_in_force_then(law: LawData) -> None:
    given = sale(
        buyer=public_body(),
        agreed=terms(DueGround.AFTER_ACCEPTANCE),
        delivered="2025-03-01",
        accepted="2025-03-19",
    )
    assert said(given, law) == ("2025-04-18", "sme_9", [])
    assert found(given, law)[0].articles == ("sme_regulation_2020:8", "sme_regulation_2020:9")
