"""Everything a use case works with, made once at start and handed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from docgen.errors import Finding, TemplateFault, WordPlace
from docgen.law.statutes import LawData
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.printing import Press
from docgen.templating import CompiledTemplate

Letters = tuple[Language, LetterKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """own_templates: the letters whose Word file is the operator's own, also a faulty one; these letters are read for
    what they must hold and must not say.
    template_faults: of each letter whose own Word file cannot be used, what is wrong with it. That letter is answered
    with its faults, never made from the file that ships; the others are made as ever.
    template_remarks: what else was found in the operator's folder: a file that no letter is made from, or what of a
    template cannot be printed, though its letter can be had as a Word file.
    """

    law: LawData
    messages: Messages
    templates: Mapping[Letters, CompiledTemplate]
    press: Press
    own_templates: frozenset[Letters] = frozenset()
    template_faults: Mapping[Letters, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    template_remarks: tuple[Finding, ...] = ()

    def template(self, language: Language, kind: LetterKind) -> CompiledTemplate:
        """The template of a letter. Raises TemplateFault when it is the operator's own and has faults."""
        if faults := self.template_faults.get((language, kind)):
            raise TemplateFault(faults)
        return self.templates[language, kind]


def file_name(language: Language, kind: LetterKind) -> str:
    """The Word file of a letter, as it is called within a folder of templates."""
    return f"{language.value}/{kind.value}.docx"


def in_file(findings: Iterable[Finding], name: str) -> tuple[Finding, ...]:
    """The same findings, each with the name of the file that it is about."""
    return tuple(
        replace(finding, place=replace(place, file=name) if isinstance(place, WordPlace) else WordPlace("", file=name))
        for finding in findings
        for place in (finding.place,)
    )
