"""Which sales the Convention on Contracts for the International Sale of Goods governs (联合国国际货物销售合同公约)."""

from __future__ import annotations

import datetime as dt
import re

from docgen.accounts.contract import Contract, ContractKind
from docgen.law.statutes import LawData

# Between the mainland, Hong Kong, Macau and Taiwan no sale is one between different states.
HOME = frozenset({"CN", "HK", "MO", "TW"})

_NAMED = re.compile(
    r"CISG|销售合同公约|维也纳公约|International\s+Sales?\s+of\s+Goods|Vienna\s+Convention", re.IGNORECASE
)
_EXCLUDED = re.compile(
    r"不适用|不受|排除|除外|exclu|(?:not|never)\s+(?:apply|be\s+(?:applied|applicable|governed)|govern)|inapplicable",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。；;]|\.(?=\s|$)")


def may_govern(law: LawData, contract: Contract, countries: tuple[str, str], as_of: dt.date) -> bool:
    """Whether it governs this sale unless the parties exclude it (公约 1(1)(a), 6): places of business in different
    contracting states on the day of the contract (100), the law of a contracting state chosen, no clause against it.

    as_of: stands for the day of a contract whose day is not on record.
    """
    on = contract.signed_on or as_of
    if contract.kind is not ContractKind.SALE or len(set(countries)) < 2 or set(countries) <= HOME:
        return False
    bound = all(_in_force(law, country, on) for country in (*countries, contract.governing_law))
    return bound and not any(excluded(words) for words in (contract.dispute_clause, contract.dispute_clause_en))


def excluded(clause: str | None) -> bool:
    """Whether a sentence of the clause names the convention and says that it does not apply."""
    return any(_NAMED.search(each) and _EXCLUDED.search(each) for each in _SENTENCE.split(clause or ""))


def _in_force(law: LawData, country: str, on: dt.date) -> bool:
    state = law.contracting_states.get(country)
    return state is not None and state.in_force_from <= on
