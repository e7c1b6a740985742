"""What is read at start: templates and law data of an operator's own, and how their faults are told."""

from __future__ import annotations

import ast
import datetime as dt
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from docgen import app as wiring
from docgen.config import Settings
from docgen.errors import LawDataFault, RuleMissing, WordPlace
from docgen.law import lpr
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.wordfile.text import text
from tests.web.test_api import DOCX

DEMAND = LetterKind.DEMAND_LETTER
SHIPPED = Path(__file__).parents[1] / "templates"


def changed(paragraph: str) -> bytes:
    """The Chinese demand letter with a paragraph of one's own at the end."""
    document = Document(str(SHIPPED / "zh" / "demand_letter.docx"))
    document.add_paragraph(paragraph)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_service_that_prints_in_other_processes_does_not_wait_for_the_press_to_be_read() -> None:
    asked = "import sys, docgen.app; print([name for name in sys.modules if name.startswith('docgen.printing.')])"
    read = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout
    assert ast.literal_eval(read.strip()) == ["docgen.printing.printed", "docgen.printing.workers"]


def test_a_word_file_of_ones_own_replaces_the_one_that_ships(
    tmp_path: Path, settings: Settings, example: object
) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(changed("本函由 {{ creditor.name }} 法务部拟定。"))
    app = wiring.create_app(replace(settings, templates=tmp_path))
    answer = app.test_client().post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter"))
    assert answer.mimetype == DOCX
    assert "法务部拟定。" in text(answer.data)


def own(folder: Path, **files: bytes) -> Path:
    """An operator's folder of templates: zh_demand_letter=… is zh/demand_letter.docx."""
    for name, content in files.items():
        language, _, kind = name.partition("_")
        (folder / language).mkdir(exist_ok=True)
        (folder / language / f"{kind}.docx").write_bytes(content)
    return folder


def test_faults_in_word_files_are_told_with_file_words_and_paragraph(tmp_path: Path, messages: Messages) -> None:
    folder = own(tmp_path, zh_demand_letter=changed("请付{{ creditor.name"), en_lawyers_letter=b"x")
    read = wiring.read_templates(folder)
    assert set(read.faults) == {(Language.ZH, DEMAND), (Language.EN, LetterKind.LAWYERS_LETTER)}
    [fault] = read.faults[Language.ZH, DEMAND]
    assert isinstance(fault.place, WordPlace)
    assert (fault.place.file, fault.place.words) == ("zh/demand_letter.docx", "{{ creditor.name")
    said = messages.say(fault, "zh")
    assert re.match(r"zh/demand_letter\.docx，“请付\{\{ creditor\.name”处（不计表格第\d+段）：标记没有", said)
    [fault] = read.faults[Language.EN, LetterKind.LAWYERS_LETTER]
    assert messages.say(fault, "en").startswith("en/lawyers_letter.docx: ")


def test_a_name_that_no_letter_has_is_found_at_start_with_the_nearest_one(tmp_path: Path, messages: Messages) -> None:
    folder = own(tmp_path, zh_demand_letter=changed("{{ letter.numbr }}{{ debtor.adress }}{{ firm.name }}"))
    faults = wiring.read_templates(folder).faults[Language.ZH, DEMAND]
    assert [(fault.facts["name"], fault.facts.get("nearest")) for fault in faults] == [
        ("letter.numbr", "letter.number"),
        ("debtor.adress", "debtor.address"),
        ("firm.name", ""),  # a lawyer's letter has a firm, a demand letter none
    ]
    # a misspelt name is put right; only one that is near to none may be meant to be missing
    assert ["default('')" in messages.do(fault, "zh") for fault in faults] == [False, False, True]


def test_a_faulty_template_answers_for_its_own_letter_alone_and_the_one_that_ships_never_takes_its_place(
    tmp_path: Path, settings: Settings, example: Any
) -> None:
    folder = own(tmp_path, zh_demand_letter=changed("{{ letter.numbr }}"))
    client = wiring.create_app(replace(settings, templates=folder)).test_client()
    refused = client.post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter"))
    assert (refused.status_code, refused.get_json()["code"]) == (500, "template")
    [fault] = refused.get_json()["errors"]
    assert fault["place"]["file"] == "zh/demand_letter.docx" and "letter.number" in fault["message"]
    for made in ("demand_letter?language=en&format=docx", "payment_reminder?format=docx"):
        assert client.post(f"/api/v1/letters/{made}", json=example(made.partition("?")[0])).status_code == 200
    assert client.get("/api/v1/health").get_json()["faulty_templates"] == ["zh/demand_letter.docx"]
    ready = client.get("/api/v1/ready").get_json()
    assert list(ready["template_faults"]) == ["zh/demand_letter"] and "zh/demand_letter" not in ready["templates"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("zh/demand_leter.docx", "zh/demand_letter.docx"),
        ("zh/催款函.docx", "zh/demand_letter.docx"),
        ("zh/催款函（定稿）2.docx", "zh/demand_letter.docx"),
        ("zh/律师函模板.docx", "zh/lawyers_letter.docx"),
        ("zh/往来款项询证函.docx", "zh/balance_confirmation.docx"),
        ("en/Payment Reminder.docx", "en/payment_reminder.docx"),
        ("en/demand-letter v2.docx", "en/demand_letter.docx"),
        ("demand_letter.docx", "zh/demand_letter.docx / en/demand_letter.docx"),
        ("zh/通知.docx", ""),
    ],
)
def test_a_word_file_that_no_letter_is_made_from_is_told_with_the_name_it_was_meant_to_bear(
    tmp_path: Path, messages: Messages, name: str, meant: str
) -> None:
    for each in (tmp_path / name, tmp_path / "zh" / "~$mand_letter.docx"):
        each.parent.mkdir(exist_ok=True)
        each.write_bytes(b"x")
    [remark] = wiring.unused(tmp_path)
    assert (remark.facts["name"], remark.facts["nearest"]) == (name, meant)
    told = messages.do(remark, "zh")
    if meant:
        assert told == f"如是函件模板，请改名为 {meant}；否则请移出该文件夹。"
    else:  # no guess: all five
        assert all(f"{kind.value}.docx" in told for kind in LetterKind)


def test_what_a_template_lacks_and_must_not_say_is_told_at_start_for_the_example_account(
    tmp_path: Path, settings: Settings
) -> None:
    document = Document(str(SHIPPED / "zh" / "demand_letter.docx"))
    for paragraph in document.paragraphs:
        if "{{ bank.number }}" in paragraph.text:
            paragraph.clear()
    document.add_paragraph("逾期不付，我们将告诉贵司的开户银行。")
    saved = BytesIO()
    document.save(saved)
    folder = own(tmp_path, zh_demand_letter=saved.getvalue())
    client = wiring.create_app(replace(settings, templates=folder)).test_client()
    remarks = client.get("/api/v1/ready", headers={"Accept-Language": "zh"}).get_json()["template_remarks"]
    assert {remark["code"] for remark in remarks} == {"letter.part_missing", "tone.third_parties"}
    assert all(remark["message"].startswith("zh/demand_letter.docx") for remark in remarks)
    assert any("收款账号" in remark["message"] for remark in remarks)


def test_nothing_is_told_at_start_of_the_templates_that_ship_when_they_are_an_operators_own(
    settings: Settings, messages: Messages
) -> None:
    assert wiring.make_desk(replace(settings, templates=SHIPPED), messages).template_remarks == ()


def test_what_of_an_own_template_cannot_be_printed_is_told_at_start_and_stops_no_word_file(
    tmp_path: Path, settings: Settings, example: Any
) -> None:
    document = Document(str(SHIPPED / "zh" / "demand_letter.docx"))
    paragraph = document.add_paragraph("式")._p
    paragraph.append(paragraph.makeelement("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath", {}))
    document.save(str(tmp_path / "with_equation.docx"))
    folder = own(tmp_path, zh_demand_letter=(tmp_path / "with_equation.docx").read_bytes())
    (tmp_path / "with_equation.docx").unlink()
    client = wiring.create_app(replace(settings, templates=folder)).test_client()
    [remark] = client.get("/api/v1/ready", headers={"Accept-Language": "zh"}).get_json()["template_remarks"]
    assert remark["code"] == "print.equation"
    assert remark["message"].startswith("zh/demand_letter.docx，")
    made = client.post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter"))
    assert made.status_code == 200


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


def test_templates_that_ship_are_compiled_when_a_letter_asks_for_them_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Language, LetterKind]] = []
    real = wiring.read_template

    def counted(language: Language, kind: LetterKind, folder: Path | None) -> Any:
        asked.append((language, kind))
        return real(language, kind, folder)

    monkeypatch.setattr(wiring, "read_template", counted)
    compiled = wiring.read_templates(None).compiled
    assert len(compiled) == len(Language) * len(LetterKind) and (Language.ZH, DEMAND) in compiled and asked == []
    assert compiled[Language.ZH, DEMAND] is compiled[Language.ZH, DEMAND]
    assert asked == [(Language.ZH, DEMAND)]


def test_every_letter_ships_in_both_languages() -> None:
    read = wiring.read_templates(None)
    assert set(read.compiled) == {(language, kind) for language in Language for kind in LetterKind}
    assert not (read.own or read.faults or read.remarks)
