"""What lawyers say to each other in a draft does not go out with the letter."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen.letters.request import Language, LetterKind
from docgen.studio.composing import compose
from docgen.templating import compile_template
from docgen.wordfile import open_package
from docgen.wordfile.text import text
from tests.letters.making import ROOT, example, make
from tests.printing.word import p, word


def commented(shipped: bytes) -> bytes:
    document = Document(io.BytesIO(shipped))
    paragraph = next(one for one in document.paragraphs if one.runs)
    document.add_comment(paragraph.runs, text="对方可能没有钱", author="方律师", initials="F")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize("language", Language)
def test_no_comment_of_a_draft_is_in_the_letter(language: Language) -> None:
    shipped = (ROOT / "templates" / language.value / "demand_letter.docx").read_bytes()
    drafted = commented(shipped)
    facts = make(LetterKind.DEMAND_LETTER, example("demand_letter"), language).facts
    letter = compile_template(compose(drafted, {}).word_file).merge(facts)
    package = open_package(letter)
    assert "对方可能没有钱".encode() not in b"".join(part.content for part in package.parts.values())
    assert "方律师".encode() not in b"".join(part.content for part in package.parts.values())
    assert b"comment" not in package.read("word/document.xml")
    assert text(letter) == text(compile_template(shipped).merge(facts))


def test_a_file_without_comments_is_left_as_it_is() -> None:
    plain = word(p("一"))
    assert compose(plain, {}).word_file == plain
