"""Assess an account for the letter asked for, and name the figures that cannot be given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law import assess
from docgen.law.assessment import Assessment, Missing
from docgen.letters.request import LADDER, LetterKind, LetterRequest, Purpose
from docgen.usecases.desk import Desk


def assess_account(desk: Desk, account: Account, request: LetterRequest, kind: LetterKind | None = None) -> Assessment:
    """What the law makes of the account, with the request's choice of interest, its costs and its court, and of its
    invoices those that the letter is about.

    kind: the letter that it is for, where there is one; papers that show the whole account are limited to no invoices.
    """
    only = frozenset(request.invoices) if kind is None or limited(kind, request.purpose) else frozenset()
    return assess(account, desk.law, request.interest, costs=request.costs or ZERO, court=request.court, only=only)


def limited(kind: LetterKind, purpose: Purpose | None) -> bool:
    """Whether such a letter may be about some invoices alone: one that asks for payment, not one that reconciles."""
    return kind in LADDER and not (kind is LetterKind.BALANCE_CONFIRMATION and purpose is Purpose.ACCOUNTS)


def missing_figures(assessment: Assessment) -> tuple[Finding, ...]:
    """Why each figure that the assessment leaves open cannot be given, once for each reason.

    Interest and fees are warnings; that a period's last arguable day is not known changes no sum, and is information.
    """
    sums = (assessment.chosen.interest, assessment.alternative.interest, *assessment.fees)
    days = (clock.rolled_end for clock in assessment.limitation)
    return (*_reasons(sums, Severity.WARNING), *_reasons(days, Severity.INFORMATION))


def _reasons(figures: Iterable[object], severity: Severity) -> tuple[Finding, ...]:
    found: dict[tuple[str, str], Finding] = {}
    for each in figures:
        if isinstance(each, Missing):
            why = each.finding
            found.setdefault((why.code, why.facts.get("year") or str(why.facts)), replace(why, severity=severity))
    return tuple(found.values())
