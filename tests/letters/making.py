"""Letters as tests make them: a request document in, the letter out, its Word file merged when it is asked for."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import schemas
from docgen import app as wiring
from docgen.accounts.money import ZERO
from docgen.config import Settings
from docgen.law import assess, statutes
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.defaults import Default, complete
from docgen.letters.entry import Group
from docgen.letters.facts import facts
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.templating import CompiledTemplate, compile_template
from docgen.usecases import Desk
from docgen.usecases.letter import decided_for
from docgen.wordfile.text import text

ROOT = Path(__file__).parents[2]
SENT = tuple(kind for kind, entry in CATALOGUE.items() if entry.group is not Group.WORKING)  # what leaves the house
# Papers that name no sum.
WITHOUT_SUMS = frozenset(
    {
        LetterKind.EVIDENCE_LIST,
        LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE,
        LetterKind.POWER_OF_ATTORNEY,
        LetterKind.ADDRESS_CONFIRMATION,
        LetterKind.CALL_SHEET,
        LetterKind.VISIT_SHEET,
    }
)


@dataclass(frozen=True)
class Worded:
    """A letter before it meets its template."""

    kind: LetterKind
    language: Language
    facts: dict[str, Any]
    request: LetterRequest
    defaults: tuple[Default, ...]
    assessment: Assessment

    @functools.cached_property
    def docx(self) -> bytes:
        return template(self.kind, self.language).merge(self.facts)

    @functools.cached_property
    def text(self) -> str:
        """What a reader of the Word file sees."""
        return text(self.docx)


@functools.cache
def law() -> LawData:
    return statutes.parse(
        {path.name: path.read_text("utf-8") for path in (ROOT / "docgen/law/statutes").glob("*.toml")}
    )


@functools.cache
def template(kind: LetterKind, language: Language) -> CompiledTemplate:
    return compile_template((ROOT / "templates" / language.value / f"{kind.value}.docx").read_bytes())


@functools.cache
def desk() -> Desk:
    """What decides for the papers that are worded from a decision, with the policy and the templates that ship."""
    return wiring.make_desk(Settings(), wiring.read_messages())


def example(name: str) -> dict[str, Any]:
    """A fresh copy of a shipped request document."""
    return copy.deepcopy(_read(name))


@functools.cache
def _read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((ROOT / "examples" / f"{name}.json").read_text("utf-8"))
    return document


def make(
    kind: LetterKind,
    document: Mapping[str, Any] | None = None,
    language: Language = Language.ZH,
    *,
    draft_because: tuple[str, ...] = (),
) -> Worded:
    """The letter of this kind from a request document, the shipped example by default."""
    loaded = schemas.load(document or example(kind.value))
    request = loaded.letter
    assessment = assess(loaded.account, law(), request.interest, costs=request.costs or ZERO)
    request, defaults = complete(request, kind, loaded.account, assessment, language, law=law())
    worded = facts(
        kind,
        language,
        loaded.account,
        assessment,
        request,
        law(),
        draft_because=draft_because,
        decided=decided_for(desk(), kind, language, loaded.account),
    )
    return Worded(kind, language, worded, request, defaults, assessment)
