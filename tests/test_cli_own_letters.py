"""A letter of the company's own on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from docgen import cli
from docgen.app import read_messages
from docgen.config import Settings
from docgen.letters.request import Language
from docgen.templating import compile_template
from docgen.usecases import Desk
from docgen.usecases.studio.versions import Item, Sort
from docgen.wordfile.text import text
from tests.letters.making import desk
from tests.letters.own_letters import ANSWERS, described
from tests.studio.company import LETTER, found_company, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED


class Kept:
    """What commands are given where letters of the company's own are kept."""

    language, debug = "zh", False

    def __init__(self) -> None:
        self.messages = read_messages()
        shelf = MemoryShelf()
        found_company(shelf)
        published(shelf, described(), Item(Sort.KIND, "site_stop_notice"))
        published(shelf, SHIPPED, replace(LETTER, name="site_stop_notice"))
        held = desk()
        templates = {**held.templates, (Language.ZH, "site_stop_notice"): compile_template(SHIPPED)}
        self._desk = replace(held, shelf=shelf, templates=templates)

    def settings(self) -> Settings:
        return Settings()

    def desk(self) -> Desk:
        return self._desk


@pytest.fixture
def account(tmp_path: Path, example: Any) -> Path:
    document = example("demand_letter")
    document["account"] |= {"as_of": "2026-11-16", "booked_up_to": "2026-11-16"}
    document["letter"] = {"number": "华信停〔2026〕3号", "own": ANSWERS}
    path = tmp_path / "account.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def run(*arguments: str | Path) -> int:
    return cli.run([*map(str, arguments)], cast(cli.Environment, Kept()))


def test_a_letter_of_the_companys_own_is_made_under_its_name(account: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert run("render", "site_stop_notice", "--account", account, "--format", "docx", "-o", out) == cli.OK
    assert "停止供料暨催款函" in text(out.read_bytes())


def test_a_name_that_is_nearly_right_is_told_with_the_right_one(
    account: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("render", "site_stop_notise", "--account", account, "-o", tmp_path / "out.pdf") == cli.FAULT
    said = capsys.readouterr().err
    assert "site_stop_notise" in said
    assert "site_stop_notice" in said


def test_wrong_answers_are_told_at_their_place(
    account: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(account.read_bytes())
    document["letter"]["own"]["pallets"] = 900
    account.write_text(json.dumps(document), "utf-8")
    assert run("render", "site_stop_notice", "--account", account, "-o", tmp_path / "out.pdf") == cli.FAULT
    assert "/letter/own/pallets" in capsys.readouterr().err
