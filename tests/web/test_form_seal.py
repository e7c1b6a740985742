"""The clerk's form, where whoever is chosen in the studio may put the seal on a letter."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.versions import Unit
from tests.studio.company import SOUTH, found_company, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED
from tests.studio.test_sealing import HEAD, SEALED
from tests.web.form import Form
from tests.web.test_api_seal import bears_the_seal


@pytest.fixture
def form_of(desk: Desk, settings: Settings, example: Any) -> Callable[[str], Form]:
    """The form, the letter that ships as an example previewed on it, for somebody."""
    shelf = MemoryShelf()
    found_company(shelf)
    number = example("demand_letter")["account"]["creditor"]["registration_number"]
    shelf.save_unit(Unit(id=SOUTH, name="南方公司", registration_number=number, may_seal=True))
    published(shelf, SHIPPED)
    published(shelf, SEALED.write(), HEAD)
    keeping = dataclasses.replace(desk, shelf=shelf, fitter=Fitter(shelf, desk.press))
    app = web.create_app(keeping, settings, wiring.read_examples())

    def opened(person: str) -> Form:
        client = app.test_client()
        with client.session_transaction() as session:
            session["person"] = person
        return Form(client, "en").type({"kind": "demand_letter", "language": "zh"}).press("example").press("preview")

    return opened


def offers_the_seal(form: Form) -> bool:
    return bool(form.page.xpath("//input[@name='seal']"))


def test_whoever_may_approve_ticks_the_seal_and_downloads_the_letter_with_it(form_of: Callable[[str], Form]) -> None:
    form = form_of("lin")
    assert offers_the_seal(form)
    assert not bears_the_seal(form.press("download:docx").answer.data)
    sealed = form.type({"seal": "yes"}).press("download:docx")
    assert bears_the_seal(sealed.answer.data)


def test_a_preview_with_the_seal_keeps_it_ticked(form_of: Callable[[str], Form]) -> None:
    form = form_of("lin").type({"seal": "yes"}).press("preview")
    assert form.page.xpath("//input[@name='seal'][@checked]")


@pytest.mark.parametrize("person", ["fang", ""])
def test_nobody_else_is_offered_it_nor_gets_it(form_of: Callable[[str], Form], person: str) -> None:
    form = form_of(person)
    assert not offers_the_seal(form)
    assert not bears_the_seal(form.type({"seal": "yes"}).press("download:docx").answer.data)
