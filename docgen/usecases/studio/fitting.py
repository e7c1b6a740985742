"""The template that makes a letter: of the creditor's unit on the letter's day, its clauses and letterhead put in."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.errors import WordFileFault
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind
from docgen.printing.workers import Prints
from docgen.templating import Template
from docgen.usecases.studio.folder import path_of
from docgen.usecases.studio.resolving import Named, Resolved, Resolver
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import Origin, Unit, Version

if TYPE_CHECKING:
    from docgen.usecases.desk import Desk

_MOST = 64  # templates that are kept compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What a letter is made with.

    template: None where that is what ships, or a file of the operator's folder. lawyers: somebody here has written it,
    so the finished letter is read for what it must hold. templates: the versions that are in it. file: what the
    letter's own is called where somebody must find it, "zh/demand_letter.docx v3"; "" where it is made from a file.
    """

    unit: Unit
    template: Template | None
    lawyers: bool
    templates: tuple[Named, ...]
    file: str = ""


class Fitter:
    """Compiles each published template once. Safe to share between threads."""

    def __init__(self, shelf: Shelf, press: Prints) -> None:
        self.shelf = shelf
        self._resolver = Resolver(shelf)
        self._press = press
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[object, ...], Template] = OrderedDict()

    def fit(
        self,
        kind: LetterKind,
        language: Language,
        own: OwnLetter | None,
        registration_number: str,
        day: dt.date,
        ships: Callable[[], Template | None],
    ) -> Fit:
        """registration_number: the creditor's. day: the letter's date. ships: the letter's file of this release,
        compiled; a version of the same content need not be.

        Raises TemplateFault, HostileFile, each place with the version's name.
        """
        name = own.id if own else kind.value
        resolved = self._resolver.resolve(name, language.value, registration_number, day)
        letter = resolved.letter
        lawyers = letter is not None and letter.origin is not Origin.SHIPPED
        template = None
        if letter and (lawyers or resolved.letterhead or not _same(ships(), letter)):
            try:
                template = self._template(kind, language, own, resolved)
            except WordFileFault as fault:
                from docgen.usecases.desk import in_file  # noqa: PLC0415 — which knows this room

                raise type(fault)(in_file(fault.findings, called(letter))) from fault
        return Fit(
            unit=resolved.unit,
            template=template,
            lawyers=lawyers,
            templates=resolved.templates if letter else (),
            file=called(letter) if letter else "",
        )

    def _template(self, kind: LetterKind, language: Language, own: OwnLetter | None, resolved: Resolved) -> Template:
        key = (kind, own, language, *(digest for _item, _number, digest in resolved.templates))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._composed(kind, language, own, resolved)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made

    def _composed(self, kind: LetterKind, language: Language, own: OwnLetter | None, resolved: Resolved) -> Template:
        # read with the first template of a company's own: a start has no need of them
        from docgen.studio.apart import fit  # noqa: PLC0415
        from docgen.studio.subject import Subject  # noqa: PLC0415
        from docgen.usecases.studio.composed import composed_of  # noqa: PLC0415

        letter = resolved.letter
        assert letter is not None  # noqa: S101 — asked by `fit`
        composed = composed_of(self.shelf, resolved, self.shelf.content(letter.digest), language)
        names = Subject(kind=kind, language=language, own=own).fields
        return fit(composed.word_file, self._press, known=[name.replace("[]", "") for name in names])


def called(version: Version) -> str:
    """A version as somebody would look for it: "zh/demand_letter.docx v3"."""
    return f"{path_of(version.item)} v{version.number}"


def _same(ships: Template | None, version: Version) -> bool:
    return ships is not None and ships.digest == version.digest


def fitted(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    own: OwnLetter | None,
    registration_number: str,
    day: dt.date,
) -> tuple[Desk, Fit | None]:
    """The desk as this letter is made at it, and what the letter is made with; None where nothing is kept.

    What a lawyer has published comes before a file of the operator's folder, and that before what ships.
    """
    if desk.fitter is None:
        return desk, None
    this = (language, own.id if own else kind.value)
    theirs = this in desk.own_templates
    fit = desk.fitter.fit(
        kind, language, own, registration_number, day, lambda: None if theirs else desk.templates.get(this)
    )
    if theirs and not fit.lawyers:
        return desk, replace(fit, template=None, templates=(), file="")  # nothing of what is kept is in it
    if fit.template is None:
        return desk, fit
    faults = {letter: found for letter, found in desk.template_faults.items() if letter != this}
    templates: Mapping[tuple[Language, str], Template] = {this: fit.template}
    own_templates = desk.own_templates | {this} if fit.lawyers else desk.own_templates - {this}
    return replace(desk, templates=templates, template_faults=faults, own_templates=own_templates), fit
