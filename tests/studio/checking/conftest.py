"""A template checked as an upload is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.app import shipped_folder
from docgen.errors import Finding, WordPlace
from docgen.letters.request import Language, LetterKind
from docgen.studio.checking import Checked, Tools, check
from docgen.studio.subject import Subject
from docgen.usecases import Desk
from docgen.usecases.desk import file_name
from tests.wordfile.builders import changed, word_file

Check = Callable[..., Checked]
Told = Callable[..., list[tuple[str, tuple[int | None, ...], str]]]
PLAIN = frozenset({"font.substituted"})  # the fonts that the builders of files ask for


@pytest.fixture(scope="session")
def tools(desk: Desk) -> Tools:
    return Tools(desk.law, desk.press, frozenset({"bank_account"}))


@pytest.fixture(scope="session")
def checked(tools: Tools) -> Check:
    def of(*lines: str | bytes, kind: str = "demand_letter", language: str = "zh") -> Checked:
        [file] = lines if isinstance(lines[0], bytes) else [word_file(*map(str, lines))]
        return check(bytes(file), Subject(kind=LetterKind(kind), language=Language(language)), tools)  # type: ignore[arg-type]

    return of


@pytest.fixture(scope="session")
def told(checked: Check) -> Told:
    """Each finding as (code, (table, row, cell, paragraph), words), but for the fonts of plain test files."""

    def of(*lines: str | bytes, **how: str) -> list[tuple[str, tuple[int | None, ...], str]]:
        return [brief(finding) for finding in checked(*lines, **how).findings if finding.code not in PLAIN]

    return of


def brief(finding: Finding) -> tuple[str, tuple[int | None, ...], str]:
    place = finding.place
    assert isinstance(place, WordPlace), finding
    return finding.code, (place.table, place.row, place.cell, place.paragraph), place.words


@pytest.fixture(scope="session")
def ten_pages() -> bytes:
    """The demand letter, its body again and again until it fills ten pages."""
    file = (shipped_folder("templates") / file_name(Language.ZH, LetterKind.DEMAND_LETTER)).read_bytes()

    def again(xml: str) -> str:
        start, end = xml.index("<w:body>") + len("<w:body>"), xml.rindex("<w:sectPr")
        return xml[:start] + xml[start:end] * 3 + xml[end:]

    return changed(file, "word/document.xml", again)
