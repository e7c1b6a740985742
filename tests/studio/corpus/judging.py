"""What the checker says of a template, held against its labels."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import schemas
from docgen import app as wiring
from docgen.config import Settings
from docgen.errors import Finding, WordPlace
from docgen.letters.request import LetterKind
from docgen.studio.checking import Tools, check
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.usecases import Desk
from docgen.usecases.studio.review import review
from tests.studio.corpus.codes import names
from tests.studio.corpus.labels import At, Broken, Sound


@dataclass(frozen=True, slots=True)
class Judged:
    """named: of the labels, those whose fault is told somewhere; placed: in its paragraph. extra: what is told besides
    and no label asks for."""

    findings: tuple[Finding, ...]
    named: int
    placed: int
    extra: tuple[Finding, ...]


def judged(broken: Broken, desk: Desk) -> Judged:
    findings = told(broken, desk, letters=broken.in_letter)
    named = placed = 0
    wanted: list[Finding] = []
    for at in broken.labels:
        kinds = (at.fault, *broken.or_)
        found = [finding for finding in findings if any(names(finding, kind) for kind in kinds)]
        here = [finding for finding in found if _is_at(finding, at)]
        named += bool(found)
        placed += bool(here)
        wanted += found
    allowed = (*broken.consequences, *broken.or_)
    extra = (
        finding for finding in findings if finding not in wanted and not any(names(finding, kind) for kind in allowed)
    )
    return Judged(findings, named, placed, tuple(extra))


def told(template: Broken | Sound, desk: Desk, *, letters: bool) -> tuple[Finding, ...]:
    """All that is said of a template; letters: also of the letter that it makes for its example."""
    subject = Subject(kind=template.kind, language=template.language)
    tools = Tools(law=desk.law, press=desk.press)
    if letters:
        return review(desk, template.word_file, subject, tools, [_example(template.kind)]).findings
    return check(template.word_file, subject, tools).findings


def make_desk() -> Desk:
    return wiring.make_desk(Settings(), wiring.read_messages())


@functools.cache
def _example(kind: LetterKind) -> Trial:
    document = wiring.shipped_folder("examples").joinpath(f"{kind.value}.json").read_bytes()
    loaded = schemas.load(document, kind=kind)
    return Trial(id="example", titles={"zh": "示例", "en": "Example"}, account=loaded.account, request=loaded.letter)


def _is_at(finding: Finding, at: At) -> bool:
    """Whether it is told where it is. What is about the whole file may be told anywhere."""
    place = finding.place
    if not at.part:
        return True
    if not isinstance(place, WordPlace) or place.part != at.part_name:
        return False
    return (place.paragraph, place.table, place.row, place.cell) in (at.numbers, *at.otherwise)
