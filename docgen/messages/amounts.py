"""Amounts within a sentence, as its reader writes them: 人民币100,000.00元 or RMB 100,000.00, never "100000.00 CNY".

How an amount is written is handed in; here is told what of a finding's facts is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

Write = Callable[[Decimal, str], str]  # amount and currency → words

_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WITH_CURRENCY = re.compile(r"\{(\w+)\} ?\{currency\}")
# Facts that are amounts of the account's currency wherever they are named.
_AMOUNTS = frozenset({"amount", "credited", "disputed", "demanded", "open", "paid", "total"})


def filled(sentence: str, facts: Mapping[str, str], write: Write, currency: str = "") -> str:
    """The sentence with its facts. currency: the account's; a finding that names its own is worded with that.

    An amount whose currency nobody knows has its thousands parted and nothing more.
    """
    shown = dict(facts)
    currency = facts.get("currency", currency)
    for name in _WITH_CURRENCY.findall(sentence) if currency else ():
        if _AMOUNT.fullmatch(facts.get(name, "")):
            shown[name] = write(Decimal(facts[name]), currency)
            sentence = re.sub(r"\{" + name + r"\} ?\{currency\}", "{" + name + "}", sentence)
    for name in _AMOUNTS & shown.keys():
        if _AMOUNT.fullmatch(shown[name]):
            amount = Decimal(shown[name])
            shown[name] = write(amount, currency) if currency else f"{amount:,f}"
    return sentence.format_map(shown)
