"""What the engine says may go now is not barred by the rules of its letter: accounts made by a fixed seed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from docgen.accounts.account import Account, Answer, Declaration, Event, Proof, Question
from docgen.accounts.contract import DueGround, DueTerms
from docgen.errors import Finding
from docgen.escalation.bars import bars
from docgen.escalation.decision import RUNGS, Step
from docgen.law import assess
from tests.escalation.baseline import LAW, TODAY, E, account, contract, decided, event, invoice, letters, payment

LETTERS = frozenset({*RUNGS, Step.PAYMENT_ORDER})
# What the letter itself still needs: the court's name, and a rate of interest that the law data holds.
OF_THE_LETTER = ("payment_order.g6_unknown.court", "lpr.", "benchmark.", "rule.", "interest.", "calendar.")


def made(count: int) -> Iterator[tuple[Account, tuple[Event, ...]]]:
    random = Random(20261123)  # noqa: S311 - made up, the same each time

    def day(most: int) -> dt.date:
        return TODAY - dt.timedelta(days=random.randrange(-40, most))

    for _ in range(count):
        bills = []
        for number in range(random.randrange(1, 4)):
            issued = day(random.choice([100, 300, 1500]))
            bills.append(
                invoice(
                    f"FP-{number}",
                    random.choice([None, issued + dt.timedelta(days=random.choice([0, 20, 60]))]),
                    random.choice([5_000, 50_000, 300_000]),
                    issued_on=issued,
                    delivered_on=random.choice([None, issued]),
                    disputed=random.choice([None, None, None, "2000", "5000"]),
                )
            )
        terms = random.choice([None, DueTerms(ground=DueGround.AFTER_RECEIPT, days=30)])
        answers = {
            question: Declaration(answer=random.choice([*[Answer.NO] * 60, Answer.YES, Answer.UNKNOWN]))
            for question in Question
        }
        serviceable = {Question.DEBTOR_SERVICEABLE: Declaration(answer=random.choice([Answer.YES] * 4 + [Answer.NO]))}
        given = account(
            *bills,
            contracts=(contract(due=terms),),
            payments=tuple(
                payment(day(300), random.choice([1_000, 5_000, 60_000])) for _ in range(random.randrange(3))
            ),
        )
        sent = letters(*sorted(day(200) for _ in range(random.choice([0, 1, 2, 3, 4, 4]))))
        others = tuple(
            event(random.choice(list(E)), day(200), random.choice(list(Proof))) for _ in range(random.randrange(2))
        )
        yield replace(given, declared=answers | serviceable), (*sent, *others)


def barring(account: Account, kind: str, purpose: str | None) -> list[Finding]:
    found = bars(kind, account, assess(account, LAW), purpose=purpose)
    return [each for each in found if not each.code.startswith(OF_THE_LETTER)]


def test_a_letter_that_may_go_now_is_not_barred() -> None:
    seen: Counter[Step] = Counter()
    for given, history in made(800):
        found = decided(given, history)
        if found.step not in LETTERS or not found.now or found.next.document is None:
            continue
        seen[found.step] += 1
        known = replace(given, as_of=TODAY, history=tuple(each for each in history if each.on <= TODAY))
        assert barring(known, found.next.document, found.next.purpose) == [], (given, history, found.next)
    assert all(seen[step] >= 5 for step in LETTERS), seen
