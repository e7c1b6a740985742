"""What each choice of a request is called."""

from __future__ import annotations

from docgen.accounts.account import EventKind, Proof
from docgen.accounts.contract import LateRate
from docgen.letters.request import InterestRule, PrevailingText, Purpose, RestDay
from schemas.choices import words


def test_choices_that_share_a_text_keep_their_own_words() -> None:
    none = [kind("none") for kind in (LateRate, Proof, InterestRule, RestDay, PrevailingText)]
    assert len({words(one) for one in none}) == len(none)
    assert words(EventKind.DEMAND) == ("催款函", "Demand letter") != words(Purpose.DEMAND)
