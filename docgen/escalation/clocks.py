"""Every period that runs for or against us, with the last day on which it is safe to act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from docgen.errors import Finding, RuleMissing, Severity
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import Clock, ClockKind
from docgen.escalation.proceedings import Stand
from docgen.escalation.promises import Word
from docgen.law.assessment import LimitationClock, Missing
from docgen.law.calendar import publication_day
from docgen.law.periods import Term, add_months, deadline, holidays_missing, last_safe_day

NO_PERIODS = frozenset({ClockKind.PROMISE, ClockKind.HOLD, ClockKind.LAW_DATA})  # theirs is the day that was named


def clocks(case: Case) -> tuple[Clock, ...]:
    """Soonest end first; those that are over stand before them."""
    found = [*_limitation(case), *_guarantees(case), *_court(case), *_promises(case), *_hold(case), *_law_data(case)]
    return tuple(sorted(found, key=lambda clock: (clock.raw_end, clock.kind, clock.subject)))


def clock(
    case: Case,
    kind: ClockKind,
    subject: str,
    raw_end: dt.date,
    *,
    rolled: dt.date | Missing | None = None,
    safe: dt.date | None = None,
    ours: bool = True,
    articles: tuple[str, ...] = (),
    variant: str = "",
) -> Clock:
    left = (raw_end - case.as_of).days
    facts = {"subject": subject, "on": raw_end.isoformat(), "left": str(left)}
    code = f"clock.{kind}{variant}" + ("_over" if left < 0 else "")
    return Clock(
        kind=kind,
        subject=subject,
        raw_end=raw_end,
        rolled_end=rolled,
        last_safe_day=safe or raw_end,
        days_left=left,
        ours=ours,
        finding=Finding(code, Severity.INFORMATION, facts=facts, articles=articles),
        unsure=None if left < 0 or kind in NO_PERIODS else _unsure(case, raw_end),
    )


def _unsure(case: Case, raw_end: dt.date) -> Finding | None:
    year = holidays_missing(case.law, raw_end)
    return Finding("clock.holidays_missing", Severity.INFORMATION, facts={"year": str(year)}) if year else None


def _limitation(case: Case) -> Iterator[Clock]:
    """One for all debts whose periods end on the same day."""
    ending: dict[dt.date, list[LimitationClock]] = {}
    for each in case.position.limitation:
        if each.base_on < case.as_of:
            ending.setdefault(each.raw_end, []).append(each)
    for raw_end, together in ending.items():
        each = together[0]
        yield clock(
            case,
            ClockKind.LIMITATION,
            ", ".join(number for one in together for number in one.invoices),
            raw_end,
            rolled=each.rolled_end,
            safe=each.last_safe_day,
            articles=each.articles,
        )


def _guarantees(case: Case) -> Iterator[Clock]:
    waiting = {id(each): each for lot in case.lots for each in lot.guarantees}
    for each in waiting.values():
        if each.due_on >= case.as_of:
            continue
        yield clock(
            case,
            ClockKind.GUARANTEE,
            f"{each.guarantor} ({', '.join(each.invoices)})",
            each.raw_end,
            safe=last_safe_day(case.law, each.raw_end),
            articles=each.articles,
            variant="_sue" if each.act_needed == "sue_debtor" else "_request",
        )


def _court(case: Case) -> Iterator[Clock]:
    """The periods of proceedings; lots that stand in the same share theirs."""
    seen: dict[tuple[Stand, dt.date | None], list[Lot]] = {}
    for lot in case.lots:
        since = lot.court.since
        if since is not None:
            seen.setdefault((lot.court.stand, since.on), []).append(lot)
    for (stand, _), lots in seen.items():
        subject = ", ".join(dict.fromkeys(lot.number for lot in lots))
        term = lots[0].court.term
        if term is not None and stand is Stand.ORDER_SERVED:
            yield _of_term(case, ClockKind.OBJECTION, subject, term, ours=False)
        if term is not None and stand is Stand.ORDER_LAPSED:
            yield _of_term(case, ClockKind.REFUSE_LITIGATION, subject, term)
        if term is not None and stand is Stand.PRESERVED:
            yield _of_term(case, ClockKind.PRESERVATION_SUIT, subject, term)
        if (from_on := lots[0].court.enforceable_from) is not None and stand is not Stand.JUDGMENT:
            yield from _enforcement(case, subject, from_on)


def _enforcement(case: Case, subject: str, from_on: dt.date) -> Iterator[Clock]:
    """Two years from the end of the time for payment (民事诉讼法 250); what interrupts them is for a lawyer to say."""
    try:
        yield _of_term(case, ClockKind.ENFORCEMENT, subject, deadline(case.law, "enforcement", from_on))
    except RuleMissing:
        return


def _of_term(case: Case, kind: ClockKind, subject: str, term: Term, *, ours: bool = True) -> Clock:
    safe = last_safe_day(case.law, term.raw_end)
    return clock(
        case, kind, subject, term.raw_end, rolled=term.rolled_end, safe=safe, ours=ours, articles=term.articles
    )


def _promises(case: Case) -> Iterator[Clock]:
    for each in case.promises:
        if each.word is Word.RUNNING:
            subject = ", ".join(sorted(each.invoices)) or case.account.debtor.name
            yield clock(case, ClockKind.PROMISE, subject, each.promised_on, safe=each.until, ours=False)


def _hold(case: Case) -> Iterator[Clock]:
    if case.hold is not None and case.hold.until is not None:
        yield clock(case, ClockKind.HOLD, case.hold.reason, case.hold.until, ours=False)


_ENDS_OF_DATA: dict[str, tuple[tuple[str, dt.date], ...]] = {}
"""By version of the law data, from whose rows alone they follow."""


def _law_data(case: Case) -> Iterator[Clock]:
    ends = _ENDS_OF_DATA.get(case.law.version)
    if ends is None:
        ends = _ENDS_OF_DATA[case.law.version] = tuple(_ends_of_data(case))
    for table, on in ends:
        yield clock(case, ClockKind.LAW_DATA, table, on, ours=True, variant=f"_{table}")


def _ends_of_data(case: Case) -> Iterator[tuple[str, dt.date]]:
    """The last day for which each table that grows has an answer: holidays by year, the loan prime rate by month."""
    law = case.law
    if law.holidays:
        yield "holidays", dt.date(max(law.holidays), 12, 31)
    if law.lpr:
        following = add_months(law.lpr[-1].effective_on.replace(day=1), 1)
        try:
            published = publication_day(law, following.year, following.month)
        except RuleMissing:
            published = following.replace(day=20)
        yield "lpr", published - dt.timedelta(days=1)
