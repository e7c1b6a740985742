"""Remarks: findings on standard error, in the reader's language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

import schemas
from docgen.cli.environment import Environment
from docgen.errors import Barred, DocgenError, Finding, NotReady, Severity, TextPlace, Unacknowledged, WordPlace
from docgen.law.statutes import LawData
from docgen.letters.request import Language
from docgen.letters.wording.citations import cite_all


def refuse(error: DocgenError, language: str, environment: Environment) -> None:
    """Print why nothing was made: every finding, then what would let the letter go out."""
    findings = error.findings or (Finding(f"problem.{error.code}"),)
    law = None
    if any(finding.articles for finding in (*findings, *error.besides)):
        with suppress(DocgenError):  # a setting may be what is wrong
            law = environment.law()
    tell((*findings, *error.besides), language, environment, law)
    if isinstance(error, NotReady) and error.to_acknowledge:
        print("    " + " ".join(f"--acknowledge {code}" for code in error.to_acknowledge), file=sys.stderr)
    if not isinstance(error, Barred):
        return
    problem = Finding(f"problem.{error.code}")
    print(environment.messages.say(problem, language), file=sys.stderr)
    print(f"    {environment.messages.do(problem, language)}", file=sys.stderr)
    if isinstance(error, Unacknowledged):
        new = [code for code in error.to_acknowledge if code not in error.acknowledged]
        print("    " + " ".join(f"--acknowledge {code}" for code in new), file=sys.stderr)
        print(f"    {json.dumps({'letter': {'acknowledge': error.to_acknowledge}})}", file=sys.stderr)


def tell(
    findings: Iterable[Finding],
    language: str,
    environment: Environment,
    law: LawData | None = None,
    to: TextIO | None = None,
) -> None:
    """Print findings: severity, place in words, sentence, what to do, articles, code. to: standard error, where they
    are remarks beside what was asked for."""
    to = to or sys.stderr
    for finding in findings:
        said = environment.messages.say(finding, language)  # of a Word file it begins with the place
        place = finding.pointer or finding.place
        print(f"{finding.severity.value}: {located(place, language)}{said}", file=to)
        if remedy := environment.messages.do(finding, language):
            print(f"    {remedy}", file=to)
        if law and finding.articles:
            print(f"    {cite_all(finding.articles, law, Language(language))}", file=to)
        if finding.severity in {Severity.FAULT, Severity.BAR, Severity.WARNING}:
            print(f"    [{finding.code}]", file=to)


def located(place: str | WordPlace | TextPlace | None, language: str) -> str:
    """A place in the request, in words and as its pointer: "发票 3、金额（/account/invoices/2/amount）："."""
    if not isinstance(place, str) or not place:
        return ""
    if not place.startswith("/"):
        return f"{place}: "
    words = schemas.label(place, language)
    return f"{words}（{place}）：" if language == "zh" else f"{words} ({place}): "
