"""What is read at start: templates and law data of an operator's own, and how their faults are told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from docgen import app as wiring
from docgen.config import Settings
from docgen.errors import LawDataFault, RuleMissing, TemplateFault, WordPlace
from docgen.law import lpr
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.wordfile.text import text
from tests.web.test_api import DOCX

SHIPPED = Path(__file__).parents[1] / "templates"


def changed(paragraph: str) -> bytes:
    """The Chinese demand letter with a paragraph of one's own at the end."""
    document = Document(str(SHIPPED / "zh" / "demand_letter.docx"))
    document.add_paragraph(paragraph)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_word_file_of_ones_own_replaces_the_one_that_ships(
    tmp_path: Path, settings: Settings, example: object
) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(changed("本函由 {{ creditor.name }} 法务部拟定。"))
    app = wiring.create_app(replace(settings, templates=tmp_path))
    answer = app.test_client().post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter"))
    assert answer.mimetype == DOCX
    assert "法务部拟定。" in text(answer.data)


def test_faults_in_word_files_are_told_with_file_and_paragraph(tmp_path: Path) -> None:
    for language in ("zh", "en"):
        (tmp_path / language).mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(changed("{{ creditor.name"))
    (tmp_path / "en" / "lawyers_letter.docx").write_bytes(b"not a Word file")
    with pytest.raises(TemplateFault) as caught:
        wiring.compile_templates(tmp_path)
    places = [finding.place for finding in caught.value.findings]
    assert "en/lawyers_letter.docx" in places
    located = [place for place in places if isinstance(place, WordPlace)]
    assert located[0].part == "zh/demand_letter.docx, word/document.xml"
    assert "{{ creditor.name" in located[0].words


def test_a_rate_of_an_operators_own_is_used_and_one_without_a_source_is_refused(
    tmp_path: Path, settings: Settings, messages: Messages
) -> None:
    rate = (
        "as_known_on = 2026-11-22\n"
        '[[rows]]\neffective_on = 2026-10-20\none_year_percent = "3.00"\nfive_years_percent = "3.50"\n'
    )
    own = tmp_path / "lpr.toml"
    own.write_text(rate + 'source = "全国银行间同业拆借中心公告"\nsure = "V"\n', "utf-8")
    before, after = (wiring.make_desk(replace(settings, law_data=folder), messages).law for folder in (None, tmp_path))
    assert lpr.at(after, dt.date(2026, 11, 1)).by_tenor["one_year"] == Decimal("0.03")
    assert before.version != after.version
    with pytest.raises(RuleMissing):
        lpr.at(before, dt.date(2026, 11, 1))
    own.write_text(rate, "utf-8")
    with pytest.raises(LawDataFault) as caught:
        wiring.make_desk(replace(settings, law_data=tmp_path), messages)
    assert any("lpr.toml" in finding.facts.get("file", "") for finding in caught.value.findings)


def test_every_letter_ships_in_both_languages() -> None:
    assert set(wiring.compile_templates(None)) == {(language, kind) for language in Language for kind in LetterKind}
