"""A version tried before anybody publishes it: the letters that it makes for each of the trial accounts."""

from __future__ import annotations

from dataclasses import replace

from docgen.letters.own import sample
from docgen.studio.apart import fit
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.usecases.desk import Desk
from docgen.usecases.letter import Letter, make_letter


def try_letter(desk: Desk, subject: Subject, composed: bytes, trial: Trial) -> Letter:
    """The letter that a template makes for an account; nothing is kept of it.

    composed: the Word file with its clauses in it. Raises TemplateFault and whatever else stands against the letter.
    """
    known = [name.replace("[]", "") for name in subject.fields]
    this = (subject.language, subject.name)
    request = trial.request
    if own := subject.own:
        request = replace(request, own=sample(own, subject.language, request.dated_on or trial.account.as_of))
    alone = replace(
        desk,
        templates={this: fit(composed, desk.press, known=known)},
        own_templates=frozenset({this}),
        template_faults={},
        shelf=None,
        fitter=None,
    )
    return make_letter(alone, subject.kind, subject.language, trial.account, request, own=own)
