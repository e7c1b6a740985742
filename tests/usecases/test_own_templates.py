"""A letter from the operator's own Word file is read for the parts that it must hold."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import schemas
from docgen import app as wiring
from docgen.errors import Barred, Severity
from docgen.letters.part_names import part_name
from docgen.letters.request import Language, LetterKind, Purpose
from docgen.letters.required import required_parts
from docgen.templating import compile_template
from docgen.usecases import Desk, Letter, make_letter
from docgen.wordfile.text import text

DEMAND, ZH = LetterKind.DEMAND_LETTER, Language.ZH
SHIPPED = Path(__file__).parents[2] / "templates" / "zh" / "demand_letter.docx"


def without(words: str) -> bytes:
    """The shipped demand letter without the paragraphs that hold these words."""
    document = Document(str(SHIPPED))
    cut = [paragraph for paragraph in document.paragraphs if words in paragraph.text]
    assert cut
    for paragraph in cut:
        paragraph._p.getparent().remove(paragraph._p)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def own(desk: Desk, word_file: bytes) -> Desk:
    """The desk of an operator whose demand letter is this Word file."""
    templates = {**desk.templates, (ZH, DEMAND): compile_template(word_file)}
    return replace(desk, templates=templates, own_templates=frozenset({(ZH, DEMAND)}))


def demand(desk: Desk, request: dict[str, Any], **letter: Any) -> Letter:
    request["letter"] |= letter
    loaded = schemas.load(request, kind=DEMAND)
    return make_letter(desk, DEMAND, ZH, loaded.account, loaded.letter, loaded.notices)


def test_a_template_without_the_account_number_is_stopped_and_the_part_is_named(desk: Desk, example: Any) -> None:
    with pytest.raises(Barred) as stopped:
        demand(own(desk, without("{{ bank.number }}")), example("demand_letter"))
    [found] = stopped.value.findings
    assert (found.code, found.severity) == ("letter.part_missing", Severity.WARNING)
    assert desk.messages.say(found, ZH) == "所用模板缺少函件应有的内容：收款账号。"


def test_whoever_has_read_the_warning_gets_the_letter(desk: Desk, example: Any) -> None:
    request = example("demand_letter")
    acknowledged = [*request["letter"].get("acknowledge", []), "letter.part_missing"]
    letter = demand(own(desk, without("{{ bank.number }}")), request, acknowledge=acknowledged)
    assert not letter.draft
    assert "letter.part_missing" in {notice.code for notice in letter.notices}


def test_a_draft_names_the_missing_part_on_its_face(desk: Desk, example: Any) -> None:
    letter = demand(own(desk, without("{{ bank.number }}")), example("demand_letter"), draft_anyway=True)
    assert letter.draft
    assert "· 所用模板缺少函件应有的内容：收款账号。" in text(letter.docx)


def test_an_own_template_that_holds_every_part_is_not_remarked_on(desk: Desk, example: Any) -> None:
    letter = demand(own(desk, SHIPPED.read_bytes()), example("demand_letter"))
    assert "letter.part_missing" not in {notice.code for notice in letter.notices}


def test_an_operators_folder_says_which_templates_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(SHIPPED.read_bytes())
    assert wiring.own_templates(tmp_path) == {(ZH, DEMAND)}
    assert wiring.own_templates(None) == frozenset()


@pytest.mark.parametrize("language", Language)
def test_every_required_part_has_a_name_that_a_person_understands(language: Language) -> None:
    for kind in LetterKind:
        for purpose in (None, *Purpose):
            for part in required_parts(kind, purpose):
                if not part.forbidden:
                    assert not re.search(r"_|\w\.\w", part_name(part.id, language))
