"""All ten letters from the shipped examples: both formats say the same, and another program reads the same."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document

import schemas
from docgen.errors import Severity
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.wordfile.text import W, text
from docgen.wordfile.text import words as text_of

ALL = [(kind, language) for language in Language for kind in LetterKind]


@pytest.fixture(scope="module")
def letters(desk: Desk) -> dict[tuple[LetterKind, Language], Letter]:
    examples = Path(__file__).parents[2] / "examples"
    made = {}
    for kind, language in ALL:
        loaded = schemas.load((examples / f"{kind.value}.json").read_bytes(), kind=kind)
        made[kind, language] = make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)
    return made


def squeezed(words: str) -> str:
    """Without white space and soft hyphens: where lines break is not what is said. PDFium gives \\x02 for a hyphen
    at the end of a line."""
    return re.sub(r"[\s\u00ad\u200b\ufeff\ufffe]+", "", words.replace("\x02", "-"))


def story(docx: bytes) -> list[str]:
    """Every paragraph of the body, in tables too, squeezed, in order; no headers and footers."""
    document = Document(BytesIO(docx))
    beyond = [
        squeezed(text_of(paragraph))
        for section in document.sections
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer)
        for paragraph in part._element.iter(W + "p")
    ]
    lines = [squeezed(text_of(paragraph)) for paragraph in document.element.body.iter(W + "p")]
    return [line for line in lines if line and line not in beyond]


def printed_body(pdf: bytes, docx: bytes) -> str:
    """The words between the margins of every page, squeezed."""
    section = Document(BytesIO(docx)).sections[0]
    height = section.page_height.pt
    top, bottom = section.top_margin.pt - 3, section.bottom_margin.pt - 3
    file = pypdfium2.PdfDocument(pdf)
    try:
        return squeezed("".join(page.get_textpage().get_text_bounded(bottom=bottom, top=height - top) for page in file))
    finally:
        file.close()


def missing(lines: list[str], pdf_words: str) -> list[str]:
    """Lines that stand nowhere in the printed words."""
    return [line for line in lines if line not in pdf_words]


@pytest.mark.parametrize(("kind", "language"), ALL, ids=lambda value: value.value)
def test_the_pdf_says_what_the_word_file_says_and_nothing_else(
    desk: Desk, letters: Any, kind: LetterKind, language: Language
) -> None:
    letter = letters[kind, language]
    printed = print_letter(desk, letter)
    body, lines = printed_body(printed.pdf, letter.docx), story(letter.docx)
    assert missing(lines, body) == []
    left, at = "", 0
    for line in lines:  # in reading order; what is passed over are heads of tables, repeated on each page
        found = body.find(line, at)
        assert found >= 0, line
        left, at = left + body[at:found] + "\0", found + len(line)
    left += body[at:]
    for line in sorted(set(lines), key=len, reverse=True):
        left = left.replace(line, "")
    assert left.strip("\0") == ""


@pytest.mark.parametrize(("kind", "language"), ALL, ids=lambda value: value.value)
def test_a_letter_prints_without_anything_worth_a_warning(
    desk: Desk, letters: Any, kind: LetterKind, language: Language
) -> None:
    letter = letters[kind, language]
    assert letter.bars == ()
    printed = print_letter(desk, letter)
    assert {notice.code for notice in printed.notices} <= {"font.substituted"}
    assert all(notice.severity is Severity.INFORMATION for notice in printed.notices)


@pytest.mark.parametrize(("kind", "language"), ALL, ids=lambda value: value.value)
def test_the_same_letter_has_the_same_bytes(
    desk: Desk, letters: Any, example: Any, kind: LetterKind, language: Language
) -> None:
    loaded = schemas.load(example(kind.value), kind=kind)
    again = make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)
    assert again.docx == letters[kind, language].docx
    assert print_letter(desk, again).pdf == print_letter(desk, letters[kind, language]).pdf


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed; make test installs it")
def test_libreoffice_shows_the_same_words(letters: Any, tmp_path: Path) -> None:
    for (kind, language), letter in letters.items():
        (tmp_path / f"{language.value}-{kind.value}.docx").write_bytes(letter.docx)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            *sorted(tmp_path.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for (kind, language), letter in letters.items():
        pdf = (tmp_path / f"{language.value}-{kind.value}.pdf").read_bytes()
        assert missing(story(letter.docx), printed_body(pdf, letter.docx)) == [], (kind, language)


def test_a_debtors_name_prints_exactly(desk: Desk, example: Any) -> None:
    request = example("demand_letter")
    for name in ("Smith & Sons <select>", "龘𠮷野家"):
        request["account"]["debtor"] |= {"name": name, "name_en": name}
        loaded = schemas.load(request, kind=LetterKind.DEMAND_LETTER)
        for language in Language:
            letter = make_letter(desk, LetterKind.DEMAND_LETTER, language, loaded.account, loaded.letter)
            assert name in text(letter.docx)
            assert squeezed(name) in printed_body(print_letter(desk, letter).pdf, letter.docx)
