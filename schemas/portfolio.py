"""Many accounts at once, and the period that their collection rate is asked for:
`{"accounts": [{…}, {…}], "period": {"from_on": "2026-01-01", "to_on": "2026-06-30", "by": "quarter"}}`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docgen.accounts.account import Account
from docgen.accounts.collection import Grain, Period, year_to
from docgen.errors import Finding, InvalidRequest
from schemas.accounts import TOO_LARGE, load_accounts
from schemas.document import MOST_BYTES, faults_in, within
from schemas.parts import One, Part
from schemas.reading import read
from schemas.values import Choice, Day

MOST_PARTS = 120  # of a period: ten years of months


class PeriodPart(Part):
    """What is left out: the twelve months to the last day that any account is asked about."""

    makes = dict

    from_on = Day("自", "From", "The first day. Left out: of the month eleven months before the last day's.")
    to_on = Day("至", "To", "The last day. Left out: the latest `as_of` of the accounts.")
    by = Choice(Grain, "按", "By", "The parts that it is split into. Left out: months.")


class PeriodDocument(Part):
    makes = dict

    period = One(PeriodPart, "期间", "Period", "Of the collection rate.")


@dataclass(frozen=True, slots=True)
class Portfolio:
    accounts: tuple[Account, ...]
    period: Period


@cache
def _period_document() -> PeriodDocument:
    return PeriodDocument()


def load_portfolio(document: bytes | str | Mapping[str, Any], *, most_bytes: int = MOST_BYTES) -> Portfolio:
    """The accounts in their order, and the period with what it leaves out filled in.

    Raises NotJSON; InvalidRequest with every fault of the period and of every account.
    """
    values = document if isinstance(document, Mapping) else read(within(document, most_bytes, TOO_LARGE))
    if not isinstance(values, Mapping):
        raise InvalidRequest(Finding("value.not_an_object", place=""))
    faults: list[Finding] = []
    accounts: tuple[Account, ...] = ()
    try:
        accounts = load_accounts({name: value for name, value in values.items() if name != "period"})
    except InvalidRequest as error:
        faults += error.findings
    try:
        asked = _asked(values.get("period"))
        period = _filled(asked, max(account.as_of for account in accounts)) if accounts else None
    except InvalidRequest as error:
        faults += error.findings
    if faults or period is None:
        raise InvalidRequest(faults)
    return Portfolio(accounts, period)


def load_period(asked: Any, latest: dt.date) -> Period:
    """The period that is asked for. latest: the last day that any account is asked about. Raises InvalidRequest."""
    return _filled(_asked(asked), latest)


def _asked(asked: Any) -> Mapping[str, Any]:
    """What is given of a period. Raises InvalidRequest with all that is wrong with it, as far as it is given."""
    try:
        given: Mapping[str, Any] = _period_document().load({"period": asked})["period"] or {}
    except ValidationError as error:
        raise InvalidRequest(faults_in(error.messages)) from None
    if given.get("from_on") and given.get("to_on"):
        _filled(given, given["to_on"])
    return given


def _filled(given: Mapping[str, Any], latest: dt.date) -> Period:
    to_on = given.get("to_on") or latest
    from_on = given.get("from_on") or year_to(to_on).from_on
    period = Period(from_on=from_on, to_on=to_on, by=given.get("by") or Grain.MONTH)
    if wrong := tuple(_wrong(period)):
        raise InvalidRequest(wrong)
    return period


def together(documents: Iterable[bytes | str], *, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """The accounts of several documents as one: each may hold one account, as the form saves it, or many. A period that
    one of them names is kept, the first of several. Raises NotJSON, or InvalidRequest for one that holds no account."""
    accounts: list[Any] = []
    found: dict[str, Any] = {"accounts": accounts}
    for document in documents:
        values = read(within(document, most_bytes, TOO_LARGE))
        if not isinstance(values, Mapping):
            raise InvalidRequest(Finding("value.not_an_object", place=""))
        if isinstance(many := values.get("accounts"), list):
            accounts += many
        elif "account" in values:
            accounts.append(values["account"])
        else:
            raise InvalidRequest(Finding("field.missing", place="/account", facts={"name": "account"}))
        if "period" in values:
            found.setdefault("period", values["period"])
    return found


def _wrong(period: Period) -> Iterator[Finding]:
    if period.from_on > period.to_on:
        facts = {"from_on": period.from_on.isoformat(), "to_on": period.to_on.isoformat()}
        yield Finding("period.backwards", place="/period/from_on", facts=facts)
    elif (count := len(period.parts())) > MOST_PARTS:
        yield Finding("period.too_long", place="/period", facts={"count": str(count), "most": str(MOST_PARTS)})
