"""What a letter is to say of itself, as far as its sender must be cautioned about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The letter's own days and its court, as they will be printed."""

    dated_on: dt.date | None = None
    pay_by: dt.date | None = None
    reply_by: dt.date | None = None
    court: str | None = None
