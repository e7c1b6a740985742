"""A Word file as the template of a letter: everything that is wrong with it or remarkable in it, found in one pass.

    check     Word file + subject → Checked: every finding with its place, and the compiled template where nothing stops it

Nothing here makes a letter: what letters made from the template lack or must not say is for
`docgen.usecases.studio.review`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import Finding, HostileFile, PressFailed, Severity, TemplateFault, Unprintable
from docgen.law.statutes import LawData
from docgen.printing.workers import Prints
from docgen.studio.subject import Subject
from docgen.templating import CompiledTemplate, compile_template

__all__ = ["Checked", "Tools", "check"]

# What stands in for these is of their design, and nothing that anybody need be told.
_AT_HOME = frozenset({"Times New Roman", "宋体", "SimSun", "黑体", "SimHei", "仿宋", "FangSong"})


@dataclass(frozen=True, slots=True)
class Tools:
    """law: for what a template cites. press: tells what it cannot print. clauses: the names of those that a letter of
    the subject's unit may include."""

    law: LawData
    press: Prints
    clauses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """digest: SHA-256 of the Word file, hex. findings: in reading order, the same never twice.
    names: the facts that it asks for, dotted. includes: the clauses that it names, in their order.
    compiled: None where something stops it.
    """

    digest: str
    findings: tuple[Finding, ...]
    names: frozenset[str]
    includes: tuple[str, ...]
    compiled: CompiledTemplate | None

    @property
    def stops(self) -> bool:
        """Whether something in it must be mended before any letter can be made from it."""
        return any(finding.severity is Severity.FAULT for finding in self.findings)


def check(word_file: bytes, subject: Subject, tools: Tools) -> Checked:
    """Everything that can be told from the file alone. Never raises for what the file holds."""
    digest = hashlib.sha256(word_file).hexdigest()
    known = [name.replace("[]", "") for name in subject.fields]
    known += [f"clause.{name}" for name in sorted(tools.clauses)]
    try:
        compiled = compile_template(word_file, known=known)
    except HostileFile as fault:
        return Checked(digest, tuple(fault.findings), frozenset(), (), None)
    except TemplateFault as fault:
        found = tuple(dict.fromkeys((*fault.findings, *_printing(word_file, tools.press))))
        return Checked(digest, found, frozenset(), (), None)
    includes = tuple(sorted(name.removeprefix("clause.") for name in compiled.names if name.startswith("clause.")))
    names = frozenset(name for name in compiled.names if not name.startswith("clause."))
    return Checked(digest, tuple(_printing(word_file, tools.press)), names, includes, compiled)


def _printing(word_file: bytes, press: Prints) -> Iterator[Finding]:
    """What the press cannot print, or prints otherwise than the file has it."""
    try:
        found = press.print(word_file).notices
    except Unprintable as unprintable:
        found = (*unprintable.findings, *unprintable.notices)
    except PressFailed as failed:
        found = tuple(failed.findings)
    for finding in found:
        if finding.code != "font.substituted" or finding.facts["font"] not in _AT_HOME:
            yield finding
