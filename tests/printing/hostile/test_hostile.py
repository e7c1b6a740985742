"""Every hostile file is refused by name or printed, in twenty seconds and a gigabyte, by the API and on the page, in
the language of whoever sent it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

import pytest
from flask.testing import FlaskClient

from tests.printing.hostile import crowds, layouts, packages, pictures
from tests.web.test_api import DOCX
from tests.web.test_print_page import Desktop

CASES = {**packages.CASES, **pictures.CASES, **layouts.CASES, **crowds.CASES}
HAN = re.compile(r"[\u4e00-\u9fff]")
# Half of the files are sent to the API by somebody who reads Chinese, and to the page by somebody who reads English.
READERS = [(name, ("zh", "en")[at % 2]) for at, name in enumerate(CASES)]
OTHER = {"zh": "en", "en": "zh"}


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_the_api_refuses_a_hostile_file_by_name_or_prints_it(doors: FlaskClient, name: str, reader: str) -> None:
    make, codes = CASES[name]
    headers = {"Accept-Language": reader}
    answer = doors.post("/api/v1/prints?format=json", data=make(), content_type=DOCX, headers=headers)
    said = answer.get_json()
    if answer.status_code == 200:
        assert "" in codes or not codes, f"it was printed, on {said['pages']} pages"
        assert said["pages"] >= 1
        assert base64.b64decode(said["pdf"]).startswith(b"%PDF-")
        assert is_in(reader, (notice["message"] for notice in said["notices"]))
        return
    assert (answer.status_code, answer.headers["Content-Language"]) == (422, reader)
    assert {error["code"] for error in said["errors"]} <= codes
    assert is_in(reader, (said["title"], *(error["message"] for error in said["errors"])))
    assert is_in(reader, (error["remedy"] for error in said["errors"]))


@pytest.mark.parametrize(("name", "reader"), [(name, OTHER[reader]) for name, reader in READERS])
def test_the_page_says_why_a_hostile_file_is_not_printed_or_shows_it(
    doors: FlaskClient, name: str, reader: str
) -> None:
    make, codes = CASES[name]
    desktop = Desktop(doors, reader).press("look", make(), "file.docx")
    assert desktop.answer.status_code == 200
    assert desktop.page.get("lang", "").startswith(reader)
    told = desktop.page.xpath("//*[@id='answer']//*[@class='say' or @class='do']")
    assert is_in(reader, (words.text_content() for words in told))
    assert is_in(reader, [desktop.words("//h1")])
    if desktop.page.xpath("//*[@class='group-of stopping']"):
        assert told and codes != {""}
        assert not desktop.page.xpath("//a[@id='save']")
    else:
        assert "" in codes or not codes
        assert desktop.linked().startswith(b"%PDF-")
        assert desktop.page.xpath("//*[@class='pages']//img")


def is_in(language: str, sentences: Iterable[str]) -> bool:
    """Whether all of these are in that language, whatever they quote from the file."""
    bare = (re.sub("“.*?”|「.*?」", "", sentence, flags=re.DOTALL) for sentence in sentences)
    return all(bool(HAN.search(words)) == (language == "zh") for words in bare if words.strip())
