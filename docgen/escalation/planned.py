"""What a letter is to say of itself, as far as its sender must be cautioned about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The letter's own days, its court and what its agents may do, as they will be printed."""

    dated_on: dt.date | None = None
    pay_by: dt.date | None = None
    reply_by: dt.date | None = None
    court: str | None = None
    authorities: tuple[str, ...] = ()  # of the agents, in order; empty words where nothing is said
