"""Why: each rule that holds, the facts that it read, and what its articles say in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import lazy_gettext as _

from docgen.accounts.account import Account, Answer, Question
from docgen.errors import Finding
from docgen.escalation.decision import Decision, Fired, Force
from docgen.escalation.rules import BY_CODE
from docgen.letters.check.standing import subject_of
from docgen.letters.request import Language
from docgen.letters.wording import cite, figures
from docgen.usecases import Desk
from docgen.web.pages.boxes import Label
from docgen.web.pages.said import Said
from docgen.web.pages.sheet.questions import ASKED

FORCES: dict[Force, tuple[Label, Label]] = {
    Force.LAW: (_("Law"), _("No setting changes it.")),
    Force.POLICY: (_("House rule"), _("A setting of your company’s policy.")),
}
ANSWERS: dict[Answer, Label] = {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNKNOWN: _("Unknown")}
FACTS: Mapping[str, Label] = {
    "invoices": _("Invoices"),
    "amount": _("Amount"),
    "unallocated": _("Money against no invoice"),
    "least": _("Least sum"),
    "debtor": _("Debtor"),
    "guarantor": _("Guarantor"),
    "contract": _("Contract"),
    "due_on": _("Due on"),
    "on": _("Day"),
    "since": _("Since"),
    "until": _("Until"),
    "end": _("End"),
    "perform_by": _("To be paid by"),
    "left": _("Days left"),
    "tier": _("Class of customer"),
    "day": _("Days after the due date"),
    "days": _("Days to answer"),
    "most": _("Most contacts in seven days"),
    "from": _("From (hour)"),
    "to": _("To (hour)"),
    "reason": _("Reason"),
}
MOST_LISTED = 12  # invoices
SUMS = frozenset({"amount", "unallocated", "least"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    cited: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule that holds. decides: it named the next step. facts: what it read, each with its name."""

    code: str
    force: Label
    force_hint: Label
    law: bool
    decides: bool
    say: str
    do: str
    facts: tuple[tuple[Label, Label], ...]
    articles: tuple[Article, ...]


def reasons(
    decision: Decision, account: Account, desk: Desk, reader: Language, say: Callable[[Finding], Said]
) -> tuple[Reason, ...]:
    """Every rule that holds, the one that named the step first. say: how a finding is put into words."""
    found = [_reason(each, say(each.reason), decision, account, desk, reader) for each in decision.fired]
    return tuple(sorted(found, key=lambda each: not each.decides))


def articles(finding: Finding, desk: Desk, reader: Language) -> tuple[Article, ...]:
    """What a finding rests on, and what each article is about."""
    return tuple(
        Article(
            cited=cite(ref, desk.law, reader),
            words=subject_of(ref, desk.law)[0 if reader is Language.ZH else 1],
        )
        for ref in finding.articles
    )


def _reason(each: Fired, words: Said, decision: Decision, account: Account, desk: Desk, reader: Language) -> Reason:
    force, hint = FORCES[each.force]
    return Reason(
        code=each.code,
        force=force,
        force_hint=hint,
        law=each.force is Force.LAW,
        decides=each.code == decision.next.rule,
        say=words.say,
        do=words.do,
        facts=(*_told(each.reason, reader), *_declared(each.code, account)),
        articles=articles(each.reason, desk, reader),
    )


def first(listed: str) -> str:
    """The first of many that are listed, with their count; the memo holds them all."""
    each = listed.split(", ")
    return listed if len(each) <= MOST_LISTED else f"{', '.join(each[:MOST_LISTED])} … ({len(each)})"


def _told(finding: Finding, reader: Language) -> Iterator[tuple[Label, Label]]:
    currency = finding.facts.get("currency", "CNY")
    for name, value in finding.facts.items():
        if name not in FACTS or not value:
            continue
        yield FACTS[name], figures(Decimal(value), currency, reader) if name in SUMS else first(value)


def _declared(code: str, account: Account) -> Iterator[tuple[Label, Label]]:
    """The answers that the rule rests on, with who gave them."""
    rule = BY_CODE.get(code)
    for fact in rule.asks if rule else ():
        if not isinstance(fact, Question):
            continue
        declaration = account.declared.get(fact)
        answer = ANSWERS[account.declares(fact)]
        by = " · ".join(
            filter(
                None,
                (
                    declaration.by if declaration else "",
                    declaration.on.isoformat() if declaration and declaration.on else "",
                ),
            )
        )
        yield ASKED[fact][0], f"{answer} ({by})" if by else answer
