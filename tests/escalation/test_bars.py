"""The table of bars: for each, an account that triggers it, the letters it stops, and the letters it lets go."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.contract import LateRate
from docgen.errors import Finding, Severity
from docgen.escalation.bars import bars
from docgen.law import assess
from docgen.law.choice import InterestChoice, InterestRule
from docgen.law.statutes import LawData
from docgen.messages import Messages
from tests.accounts.builders import account, clause, contract, debtor, event, invoice, payment

REMINDER = ("payment_reminder", None)
ACCOUNTS = ("balance_confirmation", "accounts")
WITH_DEMAND = ("balance_confirmation", "demand")
DEMAND = ("demand_letter", None)
LAWYERS = ("lawyers_letter", None)
ORDER = ("payment_order_application", None)
ALL = [REMINDER, ACCOUNTS, WITH_DEMAND, DEMAND, LAWYERS, ORDER]
ASKING = [REMINDER, WITH_DEMAND, DEMAND, LAWYERS, ORDER]
DEMANDING = [DEMAND, LAWYERS, ORDER]

Kind = tuple[str, str | None]


COURT = "杭州市余杭区人民法院"  # of the debtor's domicile in the clean baseline


def barring(
    given: Account, law: LawData, kind: Kind, choice: InterestChoice | None = None, court: str | None = COURT
) -> tuple[Finding, ...]:
    return bars(kind[0], given, assess(given, law, choice or InterestChoice(), court=court), purpose=kind[1])


def stopped(given: Account, law: LawData, code: str, choice: InterestChoice | None = None) -> list[Kind]:
    """The letters that this bar stops."""
    return [kind for kind in ALL if code in {each.code for each in barring(given, law, kind, choice)}]


def declaring(**answers: Answer) -> Account:
    return account(declared={Question(name): answer for name, answer in answers.items()})


OVERDUE_AND_LATER = [invoice("A"), invoice("B", due="2026-12-31")]

TABLE: list[tuple[str, Account, list[Kind]]] = [
    # The account has nothing to ask for.
    ("bar.nothing_open", account(payments=[payment("2026-04-10", "100000")]), ASKING),
    ("bar.no_invoices", account(invoices=[], payments=[]), ASKING),
    ("bar.nothing_on_account", account(invoices=[]), [ACCOUNTS]),
    ("bar.credit_balance", account(payments=[payment("2026-04-10", "100000.01")]), ASKING),
    # Something is open, but none of it may be asked for now.
    ("bar.not_due", account(invoices=[invoice(due="2026-07-01")]), [WITH_DEMAND, *DEMANDING]),
    ("bar.due_today", account(invoices=[invoice(due="2026-06-30")]), DEMANDING),
    ("bar.due_unknown", account(invoices=[invoice(due=None)]), ASKING),
    # The reminder is a statement of account too: of what is disputed it asks for nothing.
    ("bar.disputed", account(invoices=[invoice(disputed="100000")]), [WITH_DEMAND, *DEMANDING]),
    ("bar.disputed", account(invoices=[invoice(due="2026-07-01", disputed="100000")]), [WITH_DEMAND, *DEMANDING]),
    ("bar.not_due", account(invoices=[invoice(due="2026-07-01", disputed="1")]), [WITH_DEMAND, *DEMANDING]),
    ("bar.expired", account(invoices=[invoice(issued="2022-01-01", due="2022-06-30")]), ASKING),
    # One overdue, undisputed invoice is enough.
    ("bar.not_due", account(invoices=OVERDUE_AND_LATER), []),
    ("bar.disputed", account(invoices=[invoice("A"), invoice("B", disputed="100000")]), []),
    ("bar.expired", account(invoices=[invoice("A"), invoice("B", issued="2022-01-01", due="2022-06-30")]), []),
    ("bar.disputed", account(invoices=[invoice(disputed="99999.99")]), []),
    # The debtor may not be dunned at all.
    ("bar.bankruptcy", declaring(bankruptcy_accepted=Answer.YES), ASKING),
    ("bar.bankruptcy", declaring(bankruptcy_accepted=Answer.UNKNOWN), []),
    ("bar.cancelled", declaring(debtor_cancelled=Answer.YES), ALL),
    ("bar.cancelled", declaring(debtor_cancelled=Answer.UNKNOWN), []),
    ("bar.assigned", declaring(claim_assigned=Answer.YES), ASKING),
    ("bar.assigned", declaring(claim_assigned=Answer.UNKNOWN), []),
    # A figure that the letter prints is not to be had.
    (
        "lpr.stale",
        account(as_of="2026-11-22", invoices=[invoice(issued="2026-09-01", due="2026-10-25")]),
        [DEMAND, LAWYERS],
    ),
    (
        "lpr.stale",  # the order claims no interest when one invoice has no clause to claim it by
        account(
            as_of="2026-11-22",
            contracts=[contract(late_payment=clause(LateRate.LPR_TIMES, "1.5")), contract("HT-2")],
            invoices=[
                invoice("A", issued="2026-09-01", due="2026-10-25"),
                invoice("B", issued="2026-09-01", due="2026-10-25", under="HT-2"),
            ],
        ),
        [DEMAND, LAWYERS],
    ),
    (
        "lpr.stale",
        account(
            as_of="2026-11-22",
            contracts=[contract(late_payment=clause(LateRate.LPR_TIMES, "1.5"))],
            invoices=[invoice(issued="2026-09-01", due="2026-10-25")],
        ),
        DEMANDING,
    ),
    # The gates of the payment order, closed.
    ("payment_order.g3_closed", declaring(own_performance_outstanding=Answer.YES), [ORDER]),
    ("payment_order.g3_closed", declaring(other_debts_between_parties=Answer.YES), [ORDER]),
    ("payment_order.g4_closed", declaring(debtor_missing=Answer.YES), [ORDER]),
    ("payment_order.g4_closed", declaring(debtor_abroad=Answer.YES), [ORDER]),
    ("payment_order.g4_closed", account(debtor=debtor(country="US")), [ORDER]),
    ("payment_order.g5_closed", declaring(debtor_serviceable=Answer.NO), [ORDER]),
    ("payment_order.g7_closed", declaring(preservation_applied=Answer.YES), [ORDER]),
    ("payment_order.g9_closed", declaring(claim_assigned=Answer.YES), [ORDER]),
    ("payment_order.g10_closed", declaring(suit_pending=Answer.YES), [ORDER]),
    ("payment_order.g10_closed", account(history=[event(EventKind.ARBITRATION_FILED, "2026-05-01")]), [ORDER]),
    ("payment_order.g11_closed", declaring(written_dispute=Answer.YES), [ORDER]),
    ("payment_order.g11_closed", account(invoices=[invoice(disputed="1")]), [ORDER]),
    # The same gates, unknown: each asks its question.
    ("payment_order.g2_unknown", account(invoices=[invoice(due=None)]), []),  # bar.due_unknown says it
    (
        "payment_order.g3_unknown.own_performance_outstanding",
        declaring(own_performance_outstanding=Answer.UNKNOWN),
        [ORDER],
    ),
    (
        "payment_order.g3_unknown.other_debts_between_parties",
        declaring(other_debts_between_parties=Answer.UNKNOWN),
        [ORDER],
    ),
    ("payment_order.g4_unknown.debtor_missing", declaring(debtor_missing=Answer.UNKNOWN), [ORDER]),
    ("payment_order.g4_unknown.debtor_abroad", declaring(debtor_abroad=Answer.UNKNOWN), [ORDER]),
    ("payment_order.g5_unknown.debtor_serviceable", declaring(debtor_serviceable=Answer.UNKNOWN), [ORDER]),
    ("payment_order.g6_unknown.address_confirmed", account(debtor=debtor(address=None)), [ORDER]),
    ("payment_order.g7_unknown.preservation_applied", declaring(preservation_applied=Answer.UNKNOWN), [ORDER]),
    ("payment_order.g9_unknown.claim_assigned", declaring(claim_assigned=Answer.UNKNOWN), [ORDER]),
    ("payment_order.g10_unknown.suit_pending", declaring(suit_pending=Answer.UNKNOWN), [ORDER]),
    ("payment_order.g11_unknown.written_dispute", declaring(written_dispute=Answer.UNKNOWN), [ORDER]),
    # Facts that no gate asks for leave every letter free.
    ("payment_order.g5_closed", declaring(moving_assets=Answer.YES), []),
]


@pytest.mark.parametrize(("code", "given", "expected"), TABLE)
def test_the_bar_stops_these_letters_and_no_others(
    law: LawData, code: str, given: Account, expected: list[Kind]
) -> None:
    assert stopped(given, law, code) == expected


@pytest.mark.parametrize(("code", "given"), [(code, given) for code, given, kinds in TABLE if kinds])
def test_every_bar_is_a_bar_with_its_law_and_says_in_both_languages_why_and_what_would_lift_it(
    law: LawData, messages: Messages, code: str, given: Account
) -> None:
    found = [each for kind in ALL for each in barring(given, law, kind) if each.code == code]
    for each in found:
        assert each.severity is Severity.BAR
        assert each.articles or code in {"bar.nothing_on_account", "bar.no_invoices", "lpr.stale"}
        for language in ("zh", "en"):
            assert messages.say(each, language)
            assert messages.do(each, language)


def test_the_articles_of_every_bar_are_in_the_law_data(law: LawData) -> None:
    for _, given, _ in TABLE:
        for kind in ALL:
            for each in barring(given, law, kind):
                for article in each.articles:
                    assert law.article(article).subject_zh, article


@pytest.mark.parametrize("kind", ALL)
def test_nothing_bars_any_letter_about_a_clean_overdue_account(law: LawData, kind: Kind) -> None:
    assert barring(account(), law, kind) == ()


def test_a_reminder_may_go_before_the_invoice_is_due(law: LawData) -> None:
    assert barring(account(invoices=[invoice(due="2026-12-31")]), law, REMINDER) == ()


@pytest.mark.parametrize("kind", ASKING)
@pytest.mark.parametrize("paid", ["100000", "100000.01", "250000"])
def test_no_letter_that_asks_for_money_goes_to_somebody_who_has_paid(law: LawData, kind: Kind, paid: str) -> None:
    paid_up = account(payments=[payment("2026-06-30", paid)])
    assert barring(paid_up, law, kind)


def test_a_settled_account_can_still_be_reconciled(law: LawData) -> None:
    assert barring(account(payments=[payment("2026-04-10", "100000")]), law, ACCOUNTS) == ()


def test_a_confirmation_without_a_stated_purpose_is_held_to_the_stricter_one(law: LawData) -> None:
    given = account(invoices=[invoice(due="2026-12-31")])
    assert [each.code for each in barring(given, law, ("balance_confirmation", None))] == ["bar.not_due"]


def test_every_reason_is_given_at_once(law: LawData) -> None:
    given = account(
        invoices=[invoice("A", due="2026-12-31"), invoice("B", disputed="100000"), invoice("C", due=None)],
        declared={Question.BANKRUPTCY_ACCEPTED: Answer.YES},
    )
    assert {each.code for each in barring(given, law, DEMAND)} == {
        "bar.bankruptcy",
        "bar.not_due",
        "bar.disputed",
        "bar.due_unknown",
    }


def test_a_bar_names_the_invoices_their_sum_and_the_day(law: LawData) -> None:
    (found,) = barring(account(invoices=[invoice("A", "70.50", due="2026-07-31")]), law, DEMAND)
    assert (found.facts["invoices"], found.facts["amount"], found.facts["on"]) == ("A", "70.50", "2026-07-31")


def test_both_questions_of_a_gate_are_asked_when_neither_is_answered(law: LawData) -> None:
    given = declaring(other_debts_between_parties=Answer.UNKNOWN, own_performance_outstanding=Answer.UNKNOWN)
    assert len(barring(given, law, ORDER)) == 2


def test_an_account_about_which_nothing_is_declared_asks_nine_questions(law: LawData) -> None:
    given = account(declared=dict.fromkeys(Question, Answer.UNKNOWN))
    assert len(barring(given, law, ORDER)) == 9
    assert barring(given, law, DEMAND) == ()


def test_interest_that_is_left_out_needs_no_rate(law: LawData) -> None:
    given = account(as_of="2026-11-22", invoices=[invoice(issued="2026-09-01", due="2026-10-25")])
    assert stopped(given, law, "lpr.stale", InterestChoice(rule=InterestRule.NONE)) == []


def test_a_payment_order_needs_the_rate_of_a_clause_that_agrees_interest(law: LawData) -> None:
    floating = clause(LateRate.LPR_PLUS, "0.02")
    given = account(
        as_of="2026-11-22",
        contracts=[contract(late_payment=floating)],
        invoices=[invoice(issued="2026-09-01", due="2026-10-25")],
    )
    assert stopped(given, law, "lpr.stale") == DEMANDING


@pytest.mark.parametrize(
    "court",
    [
        "杭州市中级人民法院",
        "浙江省高级人民法院",
        "最高人民法院",
        "上海海事法院",
        "上海铁路运输法院",
        "北京知识产权法院",
        "上海金融法院",
        "杭州互联网法院",
        "杭州仲裁委员会",
        "Hangzhou Intermediate People's Court",
    ],
)
def test_a_payment_order_goes_to_no_higher_and_no_special_court_whatever_the_sum(law: LawData, court: str) -> None:
    given = account(invoices=[invoice(amount="600000000.00")])  # a suit over it would go to an intermediate court
    (found,) = barring(given, law, ORDER, court=court)
    assert (found.code, found.place) == ("payment_order.g6_closed", "/letter/court")
    assert found.articles[0] == "cpl_interpretation:23"
    assert barring(given, law, ORDER) == ()
    assert barring(given, law, DEMAND, court=court) == ()


def test_without_a_court_its_gate_is_not_open_and_asks_for_it(law: LawData) -> None:
    (found,) = barring(account(), law, ORDER, court=None)
    assert (found.code, found.place) == ("payment_order.g6_unknown.court", "/letter/court")


def test_without_court_and_address_both_are_asked_for(law: LawData) -> None:
    found = barring(account(debtor=debtor(address=None)), law, ORDER, court=None)
    assert {each.code: each.place for each in found} == {
        "payment_order.g6_unknown.court": "/letter/court",
        "payment_order.g6_unknown.address_confirmed": "/account/debtor/address",
    }


def test_insisting_on_unagreed_interest_closes_the_gate(law: LawData) -> None:
    insisting = InterestChoice(rule=InterestRule.LPR, multiplier=Decimal("1.5"))
    assert stopped(account(), law, "payment_order.g8_closed", insisting) == [ORDER]


def test_only_the_payment_order_is_told_the_rules_of_the_payment_order(law: LawData) -> None:
    for given in (account(invoices=[invoice(due="2026-07-01")]), account(invoices=[invoice(disputed="100000")])):
        for kind in (WITH_DEMAND, DEMAND, LAWYERS, ORDER):
            of_balance = [each for each in barring(given, law, kind) if each.code.startswith("bar.")]
            cited = [article for each in of_balance for article in each.articles]
            assert any(article.startswith("cpl_interpretation:") for article in cited) == (kind == ORDER)


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("bar.disputed", account(invoices=[invoice(disputed="100000")])),
        ("bar.expired", account(invoices=[invoice(issued="2022-01-01", due="2022-06-30")])),
    ],
)
def test_what_may_go_instead_is_said_and_does_go(law: LawData, messages: Messages, code: str, given: Account) -> None:
    (found,) = barring(given, law, DEMAND)
    assert found.code == code
    for language, named in (("zh", "往来款项询证函"), ("en", "accounts confirmation")):
        remedy = messages.do(found, language)
        assert named in remedy
        assert "draft_anyway" in remedy
    assert barring(given, law, ACCOUNTS) == ()


@pytest.mark.parametrize(("stated", "missing"), [("63000", "50000.00"), ("0", "113000.00"), ("112999.99", "0.01")])
def test_no_letter_goes_while_the_books_say_that_less_is_open_than_was_entered(
    law: LawData, stated: str, missing: str
) -> None:
    given = account(invoices=[invoice(amount="113000.00", stated_open=Decimal(stated))])
    assert stopped(given, law, "bar.stated_open") == ALL
    (found,) = (each for each in barring(given, law, DEMAND) if each.code == "bar.stated_open")
    assert found.place == "/account/invoices/0/stated_open"
    assert found.facts["missing"] == missing


def test_books_that_the_entries_come_to_are_silent_and_so_are_payments_made_since(law: LawData) -> None:
    for paid in ("50000.00", "60000.00"):
        books = invoice(amount="113000.00", stated_open=Decimal("63000.00"))
        assert stopped(account(invoices=[books], payments=[payment("2026-04-10", paid)]), law, "bar.stated_open") == []
