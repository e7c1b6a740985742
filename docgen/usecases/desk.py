"""Everything a use case works with, made once at start and handed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import PurePath
from types import MappingProxyType

from docgen.errors import Finding, TemplateFault, WordPlace
from docgen.escalation.craft import Craft
from docgen.escalation.policy import Policy
from docgen.escalation.recovery import Recovery
from docgen.law.statutes import LawData
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.printing.workers import Prints
from docgen.templating import Template
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.shelf import Shelf

Letters = tuple[Language, str]  # a LetterKind, or the id of a letter of the company's own
# What people add to the name of a file that they have changed.
_VERSION = re.compile(
    r"[（(].*?[）)]|模板|样本|副本|定稿|终稿|新版|修改版?|我司"
    r"|\bcopy( of)?\b|\b(final|template|new|draft)\b|[_\s-]*v?\d+(\.\d+)*$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """policy_text: what `policy` was read from; the memo of a decision holds it.
    recovery: how much of a debt comes in at each age; for the order of work over many accounts.
    craft: what the collection handbooks say; advice beside a decision, never a reason for it.
    own_templates: the letters whose Word file is the operator's own, also a faulty one; these letters are read for
    what they must hold and must not say.
    template_faults: of each letter whose own Word file cannot be used, what is wrong with it. That letter is answered
    with its faults, never made from the file that ships; the others are made as ever.
    template_remarks: what else was found in the operator's folder: a file that no letter is made from, what of a
    template cannot be printed, though its letter can be had as a Word file, or what a letter made from it for the
    account that ships as its example lacks or must not say.
    shelf: versions of templates and letters issued; None where nothing is kept. fitter: over it, the template that
    makes a letter of a company on a day.
    """

    law: LawData
    policy: Policy
    policy_text: str
    recovery: Recovery
    messages: Messages
    templates: Mapping[Letters, Template]
    press: Prints
    craft: Craft = field(default_factory=Craft)
    own_templates: frozenset[Letters] = frozenset()
    template_faults: Mapping[Letters, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    template_remarks: tuple[Finding, ...] = ()
    shelf: Shelf | None = None
    fitter: Fitter | None = None

    def template(self, language: Language, name: str) -> Template:
        """The template of a letter. Raises TemplateFault when it is the operator's own and has faults, or when a
        letter of the company's own has no Word file in force."""
        if faults := self.template_faults.get((language, name)):
            raise TemplateFault(faults)
        if (language, name) not in self.templates:
            raise TemplateFault(Finding("studio.kind_without_file", facts={"name": file_name(language, name)}))
        return self.templates[language, name]


def file_name(language: Language, name: str) -> str:
    """The Word file of a letter, as it is called within a folder of templates. name: its kind, or an own letter's."""
    return f"{language.value}/{name}.docx"


def nearest_file(name: str) -> str:
    """The letter's Word file that a file of this name was meant to be, or "".

    name: its path within a folder of templates. It may bear a letter's title, in either language: "zh/催款函.docx".
    """
    path = PurePath(name)
    called = _VERSION.sub("", path.stem).strip(" _-").casefold()
    kinds = {kind.value: kind for kind in LetterKind}
    for entry in CATALOGUE.values():
        kinds |= {title.casefold(): entry.kind for titles in entry.titles.values() for title in titles.values()}
    if not (like := get_close_matches(called, kinds, n=1, cutoff=0.75)):
        return ""
    folders = [language for language in Language if language.value in path.parts[:-1]]
    return " / ".join(file_name(language, kinds[like[0]]) for language in folders or Language)


def in_file(findings: Iterable[Finding], name: str) -> tuple[Finding, ...]:
    """The same findings, each with the name of the file that it is about."""
    return tuple(
        replace(finding, place=replace(place, file=name) if isinstance(place, WordPlace) else WordPlace("", file=name))
        for finding in findings
        for place in (finding.place,)
    )
