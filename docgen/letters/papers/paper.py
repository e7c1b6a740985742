"""What one paper is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context.base import Case
from docgen.letters.entry import Entry
from docgen.letters.part import Part
from docgen.letters.request import Language, LetterRequest

Bars = Callable[[Account, Assessment, LetterRequest, LawData], Iterable[Finding]]
Enclosures = Callable[[Account, Assessment, Language], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of the way.

    worded: the facts that its template may print beyond those of every letter (`context.base`), the same names in both
    languages, each always there. fields: those names, with what they hold in Chinese and in English.
    bars: when it may not be made, each with its articles, and warnings that its sender must have read; beside what
    bars any paper that asks the debtor for money (`asks`: bankruptcy, assignment, nothing open).
    decides: it is worded from the decision of escalation, which is then `Case.decided`.
    parts: what the finished paper must hold and must not; part_names: what those are called, for whoever keeps its
    template. common: it holds what every letter to the debtor holds (both names and codes, date, cut-off, signatory).
    enclosures: what usually goes with it, of what the account has on record.
    """

    entry: Entry
    worded: Callable[[Case], dict[str, object]]
    fields: Mapping[str, tuple[str, str]]
    parts: tuple[Part, ...]
    part_names: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    bars: Bars = lambda _account, _assessment, _request, _law: ()
    asks: bool = False
    decides: bool = False
    common: bool = True
    enclosures: Enclosures = lambda _account, _assessment, _language: ()
