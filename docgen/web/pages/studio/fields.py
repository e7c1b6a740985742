"""The fields panel: every name that a letter may print, searched, copied, taken along as a Word file."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from flask import Response, current_app, make_response
from werkzeug.exceptions import NotFound

from docgen.letters.defaults import complete
from docgen.letters.facts import facts
from docgen.letters.request import Language
from docgen.studio import panel
from docgen.studio.panel import Field
from docgen.studio.subject import Subject
from docgen.templating import CompiledTemplate, compile_template
from docgen.usecases import Desk, assess_account
from docgen.usecases.letter import decided_for
from docgen.web.api.body import DOCX, file
from docgen.web.pages.studio.items import called, in_force_of, of
from docgen.web.pages.studio.who import example, page, reading, studio

_PLACE = "/fields/<language>/<name>/<unit>"
_WORD = Path(panel.__file__).with_name("word")


@studio.get(_PLACE)
def fields(language: str, name: str, unit: str) -> Response:
    this = called("letters", language, name, unit)
    here = reading(this.item)
    found = fields_of(here.desk, subject_of(this.subject))
    return page("fields", here, item=this.item, title=this.title(here.reader), fields=found, of=of)


@studio.get(f"{_PLACE}/fields.docx")
def as_word(language: str, name: str, unit: str) -> Response:
    this = called("letters", language, name, unit)
    here = reading(this.item)
    subject = subject_of(this.subject)
    word_file = compiled(here.reader.value).merge(panel.for_word(fields_of(here.desk, subject), subject, here.reader))
    return file(word_file, DOCX, f"{this.title(here.reader)} – {'字段' if here.reader == 'zh' else 'fields'}.docx", {})


@studio.get(f"{_PLACE}/schema.json")
def schema(language: str, name: str, unit: str) -> Response:
    """JSON Schema of what the version in force asks for."""
    this = called("letters", language, name, unit)
    here = reading(this.item)
    if (version := in_force_of(here, this.item)) is None:
        raise NotFound
    names = compile_template(here.shelf.content(version.digest)).names
    made = panel.json_schema(names, fields_of(here.desk, subject_of(this.subject)), here.reader)
    response = make_response(json.dumps(made, ensure_ascii=False, indent=2))
    response.headers["Content-Type"] = "application/schema+json; charset=utf-8"
    return response


def subject_of(subject: Subject | None) -> Subject:
    if subject is None:
        raise NotFound
    return subject


def fields_of(desk: Desk, subject: Subject) -> tuple[Field, ...]:
    """The panel of a letter, over the facts that its example has just been worded with."""
    kept: dict[tuple[str, str], tuple[Field, ...]] = current_app.extensions.setdefault("docgen.fields", {})
    key = (subject.name, desk.law.version)
    if key not in kept:
        kept[key] = panel.panel(subject, {language: [worded(desk, subject, language)] for language in Language})
    return kept[key]


def worded(desk: Desk, subject: Subject, language: Language) -> dict[str, object]:
    """The facts of the letter's example."""
    account, request = example(subject.kind)
    assessment = assess_account(desk, account, request)
    request, _defaults = complete(request, subject.kind, account, assessment, language, law=desk.law)
    decided = decided_for(desk, subject.kind, language, account)
    return facts(subject.kind, language, account, assessment, request, desk.law, decided=decided)


@functools.cache
def compiled(language: str) -> CompiledTemplate:
    return compile_template((_WORD / f"fields_{language}.docx").read_bytes())
