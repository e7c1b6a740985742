"""What the page of the way shows: the form's page that it carries, and what was decided from it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from flask_babel import lazy_gettext as _

import schemas
from docgen.accounts.account import Account, Proof
from docgen.errors import DocgenError, Finding, RuleMissing, Severity
from docgen.escalation.decision import FILINGS, RUNGS, Decision, Done, NextStep, SideKind, SideStep, Step
from docgen.letters.request import Language, LetterKind, LetterRequest, Purpose
from docgen.letters.wording import figures
from docgen.letters.wording.dates import letter_date, table_date
from docgen.usecases import assess_account
from docgen.usecases.decision import decide_account, limits
from docgen.web.pages.boxes import Label
from docgen.web.pages.said import Said
from docgen.web.pages.sheet import PARTS
from docgen.web.pages.showing import changed, to_keep
from docgen.web.pages.typed import Tree, to_request
from docgen.web.pages.view import Page
from docgen.web.pages.way_carried import holds
from docgen.web.pages.way_clocks import Countdown, countdowns
from docgen.web.pages.way_line import Station, stations
from docgen.web.pages.way_questions import Asking, answered, asking, declared, part_named
from docgen.web.pages.way_reasons import Reason, first, reasons

# House rules that put a step off: its day after the due date, the time to answer, a promise, full weeks, rest days.
WAITS = frozenset({"P02", "P03", "P04", "P09", "P10"})
MEMO = "decision_memo"  # the letter that tells of a decision on one page
LONG_NUMBER, LAST_FIGURES = re.compile(r"\d{13,}"), 4  # of an invoice
MOST_DONE = 3  # of one step, the last ones

PROOFS: dict[str, Label] = {
    Proof.NONE: _("no proof kept"),
    Proof.SENT: _("proof of sending"),
    Proof.ARRIVED: _("proof of arrival"),
    Proof.REFUSED: _("delivery refused, which counts as arrived"),
    Proof.SIGNED: _("signed by the debtor"),
    Proof.PROMISED: _("signed, with a promise to pay"),
}
SIDES: dict[SideKind, Label] = {
    SideKind.SUSPEND_SUPPLY: _("Suspend supply"),
    SideKind.COMPLAINT: _("Complain to the platform for small enterprises"),
    SideKind.GUARANTOR: _("Ask the guarantor"),
    SideKind.CALL: _("Call"),
    SideKind.VISIT: _("Visit"),
    SideKind.ACCELERATE: _("Ask for the whole price, or rescind"),
    SideKind.REPOSSESS: _("Take the goods back"),
    SideKind.SMALL_CLAIMS: _("Say that it is a small claim"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A letter that a step is taken with. button: what the button that opens it sends; only: and behind it the
    invoices that it is about, where not all."""

    title: str
    button: str
    only: str = ""


@dataclass(kw_only=True)
class Way:
    """asked_before: the boxes that were asked about on this page so far, so that an answer stays where it was given.

    hold_reason, hold_until, hold_by: as typed.
    """

    page: Page
    account: Account | None = None
    decision: Decision | None = None
    asked_before: tuple[str, ...] = ()
    hold_reason: str = ""
    hold_until: str = ""
    hold_by: str = ""

    # -- what is wrong

    def decide(self) -> None:
        """Decide anew from all that is typed; or what is wrong with it goes on the page."""
        document, self.page.places = to_request(self.page.tree, PARTS, None)
        try:
            self.account = schemas.load({"account": document.get("account", {})}).account
        except DocgenError as error:
            self.page.findings = error.findings
            return
        self.decision = decide_account(self.page.desk, self.account)

    def fault_in_words(self, fault: Said) -> str:
        place = self.page.called(fault.name)
        return f"{place}{_(': ') if place else ''}{fault.say} {fault.do}".strip()

    @property
    def carried(self) -> str:
        return to_keep(self.page).decode("utf-8")

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that stands in no file yet."""
        return changed(self.page)

    # -- words

    @property
    def reader(self) -> Language:
        return self.page.reader

    def said(self, finding: Finding) -> Said:
        """A finding in words. Long invoice numbers go by their last figures, where no other ends like that; of many
        invoices the first are named, with their count.
        """
        currency = self.decision.currency if self.decision else ""
        named = {
            name: LONG_NUMBER.sub(lambda found: self._short.get(found[0], found[0]), first(finding.facts[name]))
            for name in ("invoices", "subject")
            if name in finding.facts
        }
        return self.page.in_words(replace(finding, facts={**finding.facts, **named}), currency)

    @cached_property
    def _short(self) -> dict[str, str]:
        numbers = {invoice.number for invoice in self.account.invoices} if self.account else set()
        ends = Counter(number[-LAST_FIGURES:] for number in numbers)
        return {
            number: f"…\u2060{number[-LAST_FIGURES:]}"  # no line ends between the two
            for number in numbers
            if LONG_NUMBER.fullmatch(number) and ends[number[-LAST_FIGURES:]] == 1
        }

    def step_name(self, step: Step) -> str:
        return self.page.desk.messages.say(Finding(f"step.{step.value}", Severity.INFORMATION), self.reader)

    def money(self, amount: Decimal) -> str:
        return figures(amount, self.decision.currency if self.decision else "CNY", self.reader)

    def day(self, day: dt.date) -> str:
        return letter_date(day, self.reader)

    def typed_day(self, typed: object) -> str:
        """A day of the form in words, once it can be read."""
        try:
            return self.day(dt.date.fromisoformat(str(typed)))
        except ValueError:
            return str(typed)

    def short_day(self, day: dt.date) -> str:
        return table_date(day, self.reader)

    def days_until(self, day: dt.date) -> int:
        return (day - self.decision.as_of).days if self.decision else 0

    @property
    def debtor(self) -> str:
        names = ("account.debtor.name_en", "account.debtor.name")
        found = [self.page.value(name) for name in names if self.page.value(name)]
        return (found[0] if self.reader is Language.EN else found[-1]) if found else ""

    # -- the line

    @cached_property
    def line(self) -> tuple[Station, ...]:
        return stations(self.decision) if self.decision else ()

    def proof(self, done: Done) -> Label:
        return PROOFS.get(done.proof, done.proof)

    def last(self, done: tuple[Done, ...]) -> tuple[Done, ...]:
        return done[-MOST_DONE:]

    # -- the next step

    @property
    def main_reason(self) -> Reason | None:
        return next((each for each in self.reasons if each.decides), None)

    @property
    def waits_because(self) -> list[str]:
        """Why the step is not to be taken yet, where it is not."""
        if not self.decision or self.decision.next.from_on <= self.decision.as_of:
            return []
        mine = set(self.decision.next.invoices)
        return [
            self.said(each.reason).say
            for each in self.decision.fired
            if each.code in WAITS
            and not mine.isdisjoint(each.reason.facts.get("invoices", ", ".join(mine)).split(", "))
        ]

    @property
    def waiting(self) -> int:
        """How many answers the step waits for."""
        return sum(1 for each in self.decision.asked if each.blocking) if self.decision else 0

    def papers(self, step: NextStep) -> tuple[Paper, ...]:
        """The letter that the step is taken with, where there is one to be had, one for each guarantor who is asked,
        and those of the company's own that belong to it. Of the next step, where its day is still to come, each opens
        with that day as its date."""
        fired = next((each for each in self.decision.fired if each.code == step.rule), None) if self.decision else None
        own = (each for each in self.page.own_letters if each.step == step.step.value)
        papers = (
            *self._papers(step.document, step.purpose, fired.reason if fired else None),
            *(Paper(title=each.title(self.page.reader), button=each.id) for each in own),
        )
        if limits(step):
            papers = tuple(replace(each, only="|" + ", ".join(step.invoices)) for each in papers)
        if not self.decision or step is not self.decision.next or step.from_on <= self.decision.as_of:
            return papers
        return tuple(replace(each, button=f"{each.button}@{step.from_on.isoformat()}") for each in papers)

    def side_papers(self, side: SideStep) -> tuple[Paper, ...]:
        return self._papers(side.kind.value, None, side.reason)

    def _papers(self, kind: str | None, purpose: str | None, reason: Finding | None) -> tuple[Paper, ...]:
        if kind not in set(LetterKind):
            return ()
        title = self.page.title(LetterKind(kind), None, Purpose(purpose) if purpose else None)
        if kind != LetterKind.GUARANTOR_REQUEST:
            return (Paper(title=title, button="/".join(filter(None, (kind, purpose)))),)
        named = reason.facts.get("guarantor", "") if reason else ""
        names = dict.fromkeys(
            guarantee.guarantor.name
            for contract in (self.account.contracts if self.account else ())
            for guarantee in contract.guarantees
            if guarantee.guarantor.name in named
        )
        return tuple(Paper(title=f"{title} · {name}", button=f"{kind}/{name}") for name in names) or (
            Paper(title=title, button=kind),
        )

    @property
    def limited(self) -> bool:
        """Whether the letter of the next step opens for its own invoices alone."""
        return bool(self.decision and limits(self.decision.next))

    @cached_property
    def asks_for_more(self) -> Decimal | None:
        """What a letter asks for, where it is more than the next step is for: a letter takes the account as a whole."""
        if not self.account or not self.decision or self.decision.step not in {*RUNGS, *FILINGS}:
            return None
        if limits(self.decision.next):
            return None
        try:
            whole = assess_account(self.page.desk, self.account, LetterRequest()).chosen.totals.demandable
        except RuleMissing:  # the letter itself will say what the law data lacks
            return None
        return whole if whole > self.decision.next.amount else None

    @cached_property
    def leaves_out(self) -> Decimal | None:
        """What is disputed of the invoices that a filing is for: its paper claims none of it by itself."""
        if not self.account or not self.decision or self.decision.step not in FILINGS:
            return None
        try:
            items = assess_account(self.page.desk, self.account, LetterRequest()).chosen.items
        except RuleMissing:
            return None
        mine = self.decision.next.invoices
        return sum((item.disputed for item in items if item.invoice.number in mine), Decimal()) or None

    def side_name(self, kind: SideKind) -> Label:
        return SIDES[kind]

    @property
    def memo(self) -> str:
        """The kind of the letter that tells of the decision on one page; "" where there is none."""
        return MEMO if MEMO in set(LetterKind) else ""

    # -- questions

    @cached_property
    def questions(self) -> tuple[Asking, ...]:
        """Those that the step waits for first; then the others, and those answered on this page."""
        if not self.decision:
            return ()
        open_now = [asking(each, self.page, self.said(each.finding)) for each in self.decision.asked]
        names = {each.name for each in open_now}
        before = (answered(name, self.page) for name in self.asked_before if name not in names)
        return (*open_now, *filter(None, before))

    @property
    def asked_names(self) -> list[str]:
        return list(dict.fromkeys((*self.asked_before, *(each.name for each in self.questions if each.name))))

    @cached_property
    def on_record(self) -> list[Asking]:
        """The answers given earlier, which may be wrong or out of date."""
        here = {each.name for each in self.questions}
        return [each for each in declared(self.account) if each.name not in here] if self.account else []

    # -- why

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        if not self.decision or not self.account:
            return ()
        return reasons(self.decision, self.account, self.page.desk, self.reader, self.said)

    @cached_property
    def clocks(self) -> list[Countdown]:
        return countdowns(self.decision.clocks, self.decision.as_of) if self.decision else []

    # -- holds

    @property
    def holds(self) -> list[tuple[int, Tree]]:
        """Those that stand on the day asked about, then those that begin later, each with its row."""
        as_of = self.page.value("account.as_of")
        found = [
            (place, row) for place, row in enumerate(holds(self.page)) if not row.get("until") or row["until"] >= as_of
        ]
        return sorted(found, key=lambda each: each[1].get("from_on", "") > as_of)

    def stands(self, row: Tree) -> bool:
        """Whether this hold is in force on the day asked about."""
        return str(row.get("from_on", "")) <= self.page.value("account.as_of")


def settled(way: Way, asked_before: Iterable[str]) -> Way:
    """The way with what was asked on its page so far; names that the form does not have are left out."""
    known = tuple(dict.fromkeys(name for name in asked_before if part_named(name) is not None))
    return replace(way, asked_before=known)
