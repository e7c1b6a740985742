"""A version tried before anybody publishes it: the letters that it makes for each of the trial accounts."""

from __future__ import annotations

from dataclasses import replace

from docgen.letters.context.fields import fields
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.templating import compile_template
from docgen.usecases.desk import Desk
from docgen.usecases.letter import Letter, make_letter


def try_letter(desk: Desk, subject: Subject, composed: bytes, trial: Trial) -> Letter:
    """The letter that a template makes for an account; nothing is kept of it.

    composed: the Word file with its clauses in it. Raises TemplateFault and whatever else stands against the letter.
    """
    known = [name.replace("[]", "") for name in fields(subject.kind)]
    this = (subject.language, subject.kind)
    alone = replace(
        desk,
        templates={this: compile_template(composed, known=known)},
        own_templates=frozenset({this}),
        template_faults={},
        shelf=None,
    )
    return make_letter(alone, subject.kind, subject.language, trial.account, trial.request)
