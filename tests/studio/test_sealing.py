"""The picture of a company's seal: where the company allows it, by whoever may approve, on a final letter alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.errors import NotAllowed, NotReady
from docgen.letters.request import Language, LetterKind
from docgen.studio.composing import Letterhead, Picture
from docgen.usecases import Desk, make_letter
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.sealing import ask_for_seal, may_seal
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import GROUP, Item, Sort, Unit
from docgen.wordfile import open_package
from tests.letters.making import desk
from tests.studio.company import DAY, FANG, GAO, LIN, SOUTH, SOUTH_NUMBER, found_company, published
from tests.studio.composing.test_letterhead import RED, picture
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED, example

SEALED = Letterhead(seal=Picture(content=picture(RED, (100, 100)), height=40))
HEAD = Item(Sort.LETTERHEAD, "")


@pytest.fixture
def kept() -> Shelf:
    shelf = MemoryShelf()
    found_company(shelf)
    return shelf


def test_who_may_approve_may_seal_where_the_company_allows_it(kept: Shelf) -> None:
    published(kept, SEALED.write(), HEAD)
    ask_for_seal(kept, LIN, SOUTH_NUMBER, DAY)
    assert may_seal(kept, "lin", SOUTH_NUMBER, DAY)
    with pytest.raises(NotAllowed, match="may_not_approve"):
        ask_for_seal(kept, FANG, SOUTH_NUMBER, DAY)
    assert not may_seal(kept, "fang", SOUTH_NUMBER, DAY)
    assert not may_seal(kept, "", SOUTH_NUMBER, DAY)
    assert not may_seal(None, "lin", SOUTH_NUMBER, DAY)


def test_a_company_that_allows_no_picture_of_its_seal_has_none(kept: Shelf) -> None:
    published(kept, SEALED.write(), HEAD)
    with pytest.raises(NotReady, match="seal_not_allowed"):
        ask_for_seal(kept, GAO, "", DAY)


def test_without_a_picture_nothing_can_be_sealed(kept: Shelf) -> None:
    with pytest.raises(NotReady, match="seal_absent"):
        ask_for_seal(kept, LIN, SOUTH_NUMBER, DAY)
    published(kept, Letterhead(colour="0B6E4F").write(), HEAD)
    with pytest.raises(NotReady, match="seal_absent"):
        ask_for_seal(kept, LIN, SOUTH_NUMBER, DAY)


def sealing(kept: Shelf) -> Desk:
    published(kept, SHIPPED)
    published(kept, SEALED.write(), HEAD)
    account, _ = example(LetterKind.DEMAND_LETTER)
    number = account.creditor.registration_number or ""
    kept.save_unit(Unit(id=SOUTH, name="南方公司", parent=GROUP, registration_number=number, may_seal=True))
    return replace(desk(), shelf=kept, fitter=Fitter(kept, desk().press))


def bears_the_seal(docx: bytes) -> bool:
    return b"docgen-seal" in open_package(docx).read("word/document.xml")


def test_a_final_letter_bears_the_seal_that_was_asked_for(kept: Shelf) -> None:
    at = sealing(kept)
    account, request = example(LetterKind.DEMAND_LETTER)

    def made(*, seal: bool) -> bytes:
        return make_letter(at, LetterKind.DEMAND_LETTER, Language.ZH, account, request, seal=seal).docx

    assert bears_the_seal(made(seal=True))
    assert not bears_the_seal(made(seal=False))


def test_a_barred_letter_made_as_a_draft_bears_no_seal(kept: Shelf) -> None:
    at = sealing(kept)
    account, request = example(LetterKind.LAWYERS_LETTER)
    letter = make_letter(
        at, LetterKind.LAWYERS_LETTER, Language.ZH, account, replace(request, draft_anyway=True), seal=True
    )
    assert letter.draft
    assert not bears_the_seal(letter.docx)
