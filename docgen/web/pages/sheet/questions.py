"""The facts that no ledger holds, asked in plain words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.accounts.account import Question
from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Label

ASKED: dict[Question, tuple[Label, Label]] = {
    Question.OWN_PERFORMANCE_OUTSTANDING: (
        _("Do you still owe the debtor anything under the contract?"),
        _("Goods not yet delivered, work not yet done, repairs promised."),
    ),
    Question.OTHER_DEBTS_BETWEEN_PARTIES: (
        _("Are there other debt disputes between the two of you?"),
        _("For example a claim of the debtor against you, or a set-off that is argued about."),
    ),
    Question.WRITTEN_DISPUTE: (
        _("Has the debtor disputed the debt in writing?"),
        _("Quality, quantity, price, or that anything is owed at all. Asking for time is not a dispute."),
    ),
    Question.DEBTOR_MISSING: (
        _("Has the debtor disappeared?"),
        _("Nobody at the registered address, nobody answers."),
    ),
    Question.DEBTOR_ABROAD: (
        _("Is the debtor outside the mainland of China?"),
        "",
    ),
    Question.DEBTOR_SERVICEABLE: (
        _("Can court papers be delivered to the debtor?"),
        _("At an address where somebody takes them in."),
    ),
    Question.ADDRESS_CONFIRMED: (
        _("Has the debtor confirmed the address for letters?"),
        _("In the contract or in writing since."),
    ),
    Question.MOVING_ASSETS: (
        _("Is the debtor moving or hiding assets?"),
        _("Something you could show a court."),
    ),
    Question.PRESERVATION_APPLIED: (
        _("Have you asked a court to freeze assets before suing?"),
        "",
    ),
    Question.SUIT_PENDING: (
        _("Is a suit or an arbitration over this debt under way?"),
        "",
    ),
    Question.BANKRUPTCY_ACCEPTED: (
        _("Has a court accepted a bankruptcy petition against the debtor?"),
        "",
    ),
    Question.DEBTOR_CANCELLED: (
        _("Has the debtor been struck off the register?"),
        "",
    ),
    Question.CLAIM_ASSIGNED: (
        _("Have you assigned the claim to somebody else?"),
        _("To a factor or a bank, for example."),
    ),
    Question.DELIVERIES_OPEN: (
        _("Are you still to deliver to this debtor?"),
        _("Goods or services of any contract, under way or ordered."),
    ),
}


_COURT = (LetterKind.PAYMENT_ORDER_APPLICATION,)

# The conditions of a payment order (民事诉讼法 225; 民诉法解释 427, 430, 435).
NEEDED_FOR: dict[Question, tuple[LetterKind, ...]] = dict.fromkeys(
    (
        Question.OWN_PERFORMANCE_OUTSTANDING,
        Question.OTHER_DEBTS_BETWEEN_PARTIES,
        Question.WRITTEN_DISPUTE,
        Question.DEBTOR_MISSING,
        Question.DEBTOR_ABROAD,
        Question.DEBTOR_SERVICEABLE,
        Question.PRESERVATION_APPLIED,
        Question.SUIT_PENDING,
    ),
    _COURT,
)


def _question(question: Question) -> Group:
    asked, explained = ASKED[question]
    return Group(
        name=question.value,
        title=asked,
        hint=explained,
        parts=(
            Box(
                name="answer",
                label=asked,
                hint=explained,
                kind=Kind.ANSWER,
                choices=(("yes", _("Yes")), ("no", _("No")), ("unknown", _("Unknown"))),
                usual="unknown",
            ),
            Box(name="by", label=_("Answered by")),
            Box(name="on", label=_("Answered on"), kind=Kind.DATE),
        ),
    )


QUESTIONS = Group(name="declared", title="", parts=tuple(_question(question) for question in ASKED))
