"""The fields panel: every name that a letter may print, searched, copied, taken along as a Word file."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from flask import Response, make_response
from werkzeug.exceptions import NotFound

from docgen.studio import panel
from docgen.studio.subject import Subject
from docgen.templating import CompiledTemplate, compile_template
from docgen.web.api.body import DOCX, file
from docgen.web.examined import fields_of
from docgen.web.pages.studio.items import called, in_force_of, of
from docgen.web.pages.studio.who import page, reading, studio

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


@functools.cache
def compiled(language: str) -> CompiledTemplate:
    return compile_template((_WORD / f"fields_{language}.docx").read_bytes())
