"""What an uploaded file shows, with the clauses and the letterhead that its letters would have."""

from __future__ import annotations

import functools
import io
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

import schemas
from docgen.accounts.account import Account
from docgen.errors import Finding, UnknownLetter, WordPlace
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.studio.composing import Letterhead, Picture
from docgen.studio.marking import Said
from docgen.templating import compile_template
from docgen.usecases.studio.examining import Examined, examine, marked_file, repaired_file, subject_of, trials_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import Item, Sort
from docgen.wordfile import open_package
from docgen.wordfile.text import W, text
from tests.letters.making import ROOT, desk
from tests.printing.word import p, word
from tests.studio.company import DAY, LETTER, found_company, published
from tests.studio.memory_shelf import MemoryShelf

CLAUSE = Item(Sort.CLAUSE, "account", "zh")
SHIPPED = (ROOT / "templates" / "zh" / "demand_letter.docx").read_bytes()


@functools.cache
def example(kind: LetterKind) -> tuple[Account, LetterRequest]:
    loaded = schemas.load(Path(ROOT / "examples" / f"{kind.value}.json").read_bytes(), kind=kind)
    return loaded.account, loaded.letter


def edited(old: str, new: str, word_file: bytes = SHIPPED) -> bytes:
    """A paragraph that holds `old` gets these words instead, in one run."""
    package = open_package(word_file)
    tree = package.xml("word/document.xml")
    paragraph = next(one for one in tree.iter(W + "p") if old in "".join(one.itertext()))
    for run in paragraph.findall(W + "r"):
        paragraph.remove(run)
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(run, W + "t").text = new
    return package.with_parts({"word/document.xml": [etree.tostring(tree)]})


WITH_CLAUSE = edited("{{ bank.number }}", "{{ clause.account }}")
ACCOUNT = word(p("账　号：{{ bank.number }}"))


@pytest.fixture
def kept() -> Shelf:
    shelf = MemoryShelf()
    found_company(shelf)
    return shelf


def examined(shelf: Shelf, content: bytes, item: Item = LETTER) -> Examined:
    return examine(desk(), shelf, example, item, content, day=DAY)


def codes(found: Examined) -> set[str]:
    return {finding.code for finding in found.findings}


def test_a_letter_that_ships_shows_nothing(kept: Shelf) -> None:
    found = examined(kept, SHIPPED)
    assert found.findings == ()
    assert "bank.number" in found.names
    assert found.composed == SHIPPED


def test_a_clause_that_there_is_not_is_told_with_everything_else(kept: Shelf) -> None:
    found = examined(kept, edited("{{ letter.number }}", "{{ letter.nmber }}", WITH_CLAUSE))
    assert found.stops
    assert {"studio.clause_unknown", "template.name_unknown"} <= codes(found)


def test_a_letter_is_read_with_its_clauses_and_its_letterhead(kept: Shelf) -> None:
    published(kept, ACCOUNT, CLAUSE)
    published(kept, Letterhead(colour="0B6E4F").write(), Item(Sort.LETTERHEAD, ""))
    found = examined(kept, WITH_CLAUSE)
    assert not found.stops
    assert found.includes == ("account",)
    assert "bank.number" in found.names
    assert found.composed is not None
    assert "账　号：{{ bank.number }}" in text(found.composed)
    assert b"0B6E4F" in open_package(found.composed).read("word/styles.xml")
    compile_template(found.composed)


def test_a_logo_above_the_letter_moves_no_place_in_the_authors_file(kept: Shelf) -> None:
    published(kept, ACCOUNT, CLAUSE)
    wrong = edited("特此函告", "{{ letter.nmber }}", WITH_CLAUSE)
    [bare] = examined(kept, wrong).findings
    held = io.BytesIO()
    Image.new("RGB", (60, 20), "#0B6E4F").save(held, "PNG")
    published(kept, Letterhead(logo=Picture(content=held.getvalue(), height=15)).write(), Item(Sort.LETTERHEAD, ""))
    [headed] = examined(kept, wrong).findings
    assert headed.place == bare.place


def test_what_is_wrong_in_a_clause_is_told_where_it_was_written(kept: Shelf) -> None:
    published(kept, word(p("收款账户"), p("{{ bank.nmber }}")), CLAUSE)
    (finding,) = (one for one in examined(kept, WITH_CLAUSE).findings if one.code == "template.name_unknown")
    assert isinstance(finding.place, WordPlace)
    assert (finding.place.file, finding.place.paragraph, finding.place.words) == ("account", 2, "{{ bank.nmber }}")


def test_a_clause_is_tried_in_every_letter_that_includes_it(kept: Shelf) -> None:
    published(kept, ACCOUNT, CLAUSE)
    published(kept, WITH_CLAUSE, LETTER, includes=("account",))
    found = examined(kept, word(p("户　名：{{ bank.holder }}"), p("{{ bank.nmber }}")), CLAUSE)
    (finding,) = (one for one in found.findings if one.code == "template.name_unknown")
    assert isinstance(finding.place, WordPlace)
    assert (finding.place.file, finding.place.paragraph) == ("", 2)
    assert finding.facts["letter"] == "催款函"
    assert not examined(kept, ACCOUNT, CLAUSE).findings


def test_a_file_that_is_no_word_file_is_answered_and_not_raised(kept: Shelf) -> None:
    for item in (LETTER, CLAUSE, Item(Sort.LETTERHEAD, "")):
        found = examined(kept, b"PK\x03\x04 nothing", item)
        assert found.stops
        assert found.composed is None


def test_the_marked_file_comes_back_as_it_was_sent(kept: Shelf) -> None:
    sent = edited("{{ letter.number }}", "{{ letter.nmber }}")
    found = examined(kept, sent)

    def say(finding: Finding) -> Said:
        return Said(finding.code, "do", "1")

    marked = marked_file(found, say, Language.EN)
    assert b"template.name_unknown" in open_package(marked).read("word/comments.xml")
    assert text(examined(kept, marked).word_file) == text(sent)
    assert codes(examined(kept, marked)) == codes(found)


def test_what_is_certain_is_repaired(kept: Shelf) -> None:
    found = examined(kept, edited("{{ letter.number }}", "｛｛ letter.number ｝｝"))
    assert found.repairable
    assert not examined(kept, repaired_file(found).word_file).stops


def test_a_letter_is_tried_on_its_example_first() -> None:
    first, *others = trials_of(subject_of(LETTER), example)
    assert first.id == "example"
    assert len(others) == 8


def test_an_item_that_is_no_letter_is_refused_by_name() -> None:
    with pytest.raises(UnknownLetter):
        subject_of(Item(Sort.LETTER, "love_letter", "zh"))
