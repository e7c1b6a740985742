"""A letter is made with the version in force for its creditor on its day, recorded, and had again byte for byte."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import schemas
from docgen import app as wiring
from docgen.config import Settings
from docgen.errors import NotAllowed, TemplateFault, UnknownVersion
from docgen.letters.request import Language, LetterKind
from docgen.storage.opening import open_store
from docgen.usecases import Desk, Letter, make_letter
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.issuing import issue, issued_with, reissue
from docgen.usecases.studio.lifecycle import roll_back, withdraw
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.shipping import shelve_shipped
from docgen.usecases.studio.versions import GROUP, Unit
from docgen.wordfile.package import open_package
from docgen.wordfile.text import text
from tests.studio.company import FANG, GAO, LETTER, LIN, NOW, SOUTH, SUN, published

ROOT = Path(__file__).parents[2]
SHIPPED = (ROOT / "templates" / "zh" / "demand_letter.docx").read_bytes()
SUN_OF_GROUP = replace(SUN, rights={GROUP: next(iter(SUN.rights.values()))})
OURS = "本函由本公司法务部拟定。"


def changed(words: str) -> bytes:
    """The letter that ships with other words where it names whom it is sent to."""
    package = open_package(SHIPPED)
    xml = package.read(package.document).decode()
    assert xml.count("收函方：") == 1
    return package.with_parts({package.document: [xml.replace("收函方：", f"{words}收函方：").encode()]})


@pytest.fixture
def kept(desk: Desk, company: Shelf) -> Desk:
    """The desk with a shelf that holds what ships."""
    shelve_shipped(company, {LETTER: SHIPPED}, now=NOW)
    return replace(desk, shelf=company, fitter=Fitter(company, desk.press))


def letter(desk: Desk, example: Any, *, number: str = "", dated_on: str = "") -> Letter:
    document = example("demand_letter")
    if number:
        document["account"]["creditor"]["registration_number"] = number
    if dated_on:
        document["letter"]["dated_on"] = dated_on
    loaded = schemas.load(document, kind=LetterKind.DEMAND_LETTER)
    return make_letter(desk, LetterKind.DEMAND_LETTER, Language.ZH, loaded.account, loaded.letter)


def test_what_ships_is_recorded_as_the_first_version_and_prints_as_without_a_store(
    desk: Desk, kept: Desk, example: Any
) -> None:
    made = letter(kept, example)
    assert made.docx == letter(desk, example).docx
    assert made.template_version == (LETTER, 1, hashlib.sha256(SHIPPED).hexdigest())
    assert letter(desk, example).template_version is None


def test_a_lawyers_version_makes_the_letter_and_its_number_goes_with_it(kept: Desk, example: Any) -> None:
    assert kept.shelf
    content = changed(OURS)
    published(kept.shelf, content)
    made = letter(kept, example)
    assert OURS in text(made.docx)
    assert made.template_digest == hashlib.sha256(content).hexdigest()
    assert made.template_version == (LETTER, 2, made.template_digest)


def test_a_letter_rolled_back_from_is_had_again_byte_for_byte(kept: Desk, example: Any) -> None:
    shelf = kept.shelf
    assert shelf
    version = published(shelf, changed(OURS))
    first = letter(kept, example)
    record = issue(shelf, first, pdf=b"%PDF-1", entry="page", now=NOW)
    assert record and record.entry == "page"
    roll_back(shelf, GAO, LETTER, 1, now=NOW + dt.timedelta(1))
    second = letter(kept, example)
    assert OURS not in text(second.docx)
    issue(shelf, second, entry="api", now=NOW + dt.timedelta(1))
    again = reissue(shelf, SUN_OF_GROUP, record.id)
    assert (again.docx, again.pdf) == (first.docx, b"%PDF-1")
    assert again.facts == first.facts
    assert [one.id for one in issued_with(shelf, FANG, version)] == [record.id]
    assert [one.templates[0][1] for one in shelf.issued()] == [3, 2]


def test_who_may_not_read_a_company_gets_none_of_its_letters(kept: Desk, example: Any) -> None:
    shelf = kept.shelf
    assert shelf
    number = example("demand_letter")["account"]["creditor"]["registration_number"]
    shelf.save_unit(Unit(id=SOUTH, name="南方公司", registration_number=number))
    record = issue(shelf, letter(kept, example), now=NOW)
    assert record and record.unit == SOUTH
    with pytest.raises(NotAllowed):
        reissue(shelf, SUN, record.id)
    assert reissue(shelf, LIN, record.id).pdf is None
    with pytest.raises(UnknownVersion):
        reissue(shelf, LIN, "0" * 64)


def test_a_draft_is_not_recorded(kept: Desk, example: Any) -> None:
    made = letter(kept, example)
    draft = replace(made, facts={**made.facts, "draft": True})
    assert kept.shelf and issue(kept.shelf, draft, now=NOW) is None
    assert kept.shelf.issued() == ()


def test_what_ships_anew_and_waits_makes_no_letter(desk: Desk, company: Shelf, example: Any) -> None:
    shelve_shipped(company, {LETTER: changed("旧版。")}, now=NOW)
    ours = published(company, changed(OURS))
    shelve_shipped(company, {LETTER: SHIPPED}, now=NOW)
    withdraw(company, GAO, ours, now=NOW)
    made = letter(replace(desk, shelf=company, fitter=Fitter(company, desk.press)), example)
    assert made.template_version and made.template_version[1] == 1
    assert "旧版。" in text(made.docx)


def test_a_version_that_cannot_be_used_is_named(kept: Desk, example: Any) -> None:
    assert kept.shelf
    published(kept.shelf, changed("{{ nobodys.name }}"))
    with pytest.raises(TemplateFault) as refused:
        letter(kept, example)
    (finding,) = refused.value.findings
    assert finding.place.file == "zh/demand_letter.docx v2"  # type: ignore[union-attr]


def test_an_operators_file_comes_before_what_ships_and_after_what_is_published(
    kept: Desk, example: Any, tmp_path: Path
) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(changed("文件夹中的模板。"))
    read = wiring.read_templates(tmp_path)
    desk = replace(kept, templates=read.compiled, own_templates=read.own)
    made = letter(desk, example)
    assert "文件夹中的模板。" in text(made.docx) and made.template_version is None
    assert desk.shelf
    published(desk.shelf, changed(OURS))
    made = letter(desk, example)
    assert OURS in text(made.docx) and made.template_version


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Any]:
    app = wiring.create_app(Settings(data=tmp_path / "data", presses=1, rate_limit="1000000 per minute"))
    yield app
    app.extensions["docgen"].press.close()
    app.extensions["docgen"].shelf.close()


def test_a_service_records_what_goes_out_and_says_with_what_it_was_made(
    service: Any, tmp_path: Path, example: Any
) -> None:
    client, body = service.test_client(), example("demand_letter")
    word = client.post("/api/v1/letters/demand_letter?format=docx", json=body)
    assert word.headers["Docgen-Template-Version"] == "group/zh/demand_letter/1"
    whole = client.post("/api/v1/letters/demand_letter?format=json", json=body).get_json()
    assert whole["template_versions"] == ["group/zh/demand_letter/1"]
    store = open_store("", tmp_path / "data", now=NOW)
    (record,) = store.issued()
    assert store.content(record.docx) == word.data
    assert (record.entry, record.number, bool(record.pdf)) == ("api", whole["facts"]["letter"]["number"], True)
    store.close()
