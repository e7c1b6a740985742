"""A letter's PDF for screen readers and for the archive."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest
from flask.testing import FlaskClient

import schemas
from docgen.letters.request import Language, LetterKind
from docgen.printing import Profile
from docgen.usecases import Desk, Letter, make_letter, print_file, print_letter
from tests.conftest import EXAMPLES

SENT = (EXAMPLES / "demand_letter.json").read_bytes()


@pytest.fixture(scope="module")
def letter(desk: Desk) -> Letter:
    loaded = schemas.load(SENT, kind=LetterKind.DEMAND_LETTER)
    return make_letter(desk, LetterKind.DEMAND_LETTER, Language.ZH, loaded.account, loaded.letter)


def inside(pdf: bytes) -> dict[str, bytes]:
    """The files within a PDF."""
    with pypdfium2.PdfDocument(pdf) as file:
        found = (file.get_attachment(at) for at in range(file.count_attachments()))
        return {one.get_name(): bytes(one.get_data()) for one in found}


def words(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


def test_what_is_archived_holds_the_word_file_and_the_request_as_it_was_sent(desk: Desk, letter: Letter) -> None:
    pdf = print_letter(desk, letter, Profile.ARCHIVE, SENT).pdf
    assert inside(pdf) == {"letter.docx": letter.docx, "request.json": SENT}
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_what_screen_readers_read_is_tagged_and_holds_no_files(desk: Desk, letter: Letter) -> None:
    pdf = print_letter(desk, letter, Profile.ACCESSIBLE, SENT).pdf
    with pypdfium2.PdfDocument(pdf) as file:
        assert file.is_tagged()
    assert inside(pdf) == {}


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_prints_the_same_words_on_the_same_pages(desk: Desk, letter: Letter, profile: Profile) -> None:
    assert words(print_letter(desk, letter, profile, SENT).pdf) == words(print_letter(desk, letter).pdf)


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_gives_the_same_bytes_again(desk: Desk, letter: Letter, profile: Profile) -> None:
    assert print_letter(desk, letter, profile, SENT).pdf == print_letter(desk, letter, profile, SENT).pdf


@pytest.mark.parametrize(
    ("called", "within"),
    [
        ("采购合同（终稿）.docx", "采购合同（终稿）.docx"),
        ("合同.v2.DOCX", "合同.v2.docx"),
        ("made from a template.dotx", "made from a template.docx"),
        ("C:\\Users\\li\\合同.docx", "合同.docx"),
        ("../../etc/passwd", "passwd.docx"),
        ("a\nb\x00c\u202excod.exe", "a_b_c_xcod.exe.docx"),
        ("surrogate \ud800.docx", "surrogate _.docx"),
        ("contract" * 100 + ".docx", "contract" * 10 + ".docx"),
        ("", "source.docx"),
        (".docx", "source.docx"),
        ("folder/", "source.docx"),
        ("..", "source.docx"),
    ],
)
def test_a_word_file_that_is_archived_is_within_its_pdf_under_its_own_name(
    desk: Desk, letter: Letter, called: str, within: str
) -> None:
    assert inside(print_file(desk, letter.docx, Profile.ARCHIVE, called).pdf) == {within: letter.docx}


def test_the_api_is_asked_for_a_profile(client: FlaskClient, desk: Desk, letter: Letter) -> None:
    def post(query: str) -> Any:
        address = f"/api/v1/letters/demand_letter?{query}"
        return client.post(address, data=SENT, content_type="application/json", headers={"Accept-Language": "en"})

    assert post("profile=archive").data == print_letter(desk, letter, Profile.ARCHIVE, SENT).pdf
    refused = post("profile=pdfa")
    assert refused.status_code == 422
    assert refused.get_json()["errors"][0]["parameter"] == "profile"
