"""The corpus, the copies with the fonts that are here, and the program that prints the other side."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from docgen.letters.request import LADDER, Language, LetterKind
from docgen.printing import Fonts, Press, fonts
from fidelity import office, proofs, real_fonts
from fidelity.corpus import CASES
from fidelity.corpus.documents import red_head
from fidelity.corpus.letters import letters
from fidelity.corpus.making import Case, file, picture, ruled
from tests.printing.word import p, r, tbl


@pytest.fixture(scope="module")
def machine() -> Fonts:
    return fonts.prepare()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_file_is_one_that_another_reader_of_word_files_opens(case: Case) -> None:
    """It finds papers that people print on, and words on them."""
    opened = Document(io.BytesIO(case.make()))
    papers = {frozenset((round(each.page_width.pt), round(each.page_height.pt))) for each in opened.sections}
    assert papers <= {frozenset(paper) for paper in ((595, 842), (420, 595), (595, 396))}
    assert list(opened.iter_inner_content())
    assert any(each.text and each.text.strip() for each in opened.element.body.iter(qn("w:t")))


def test_the_corpus_has_every_letter_four_times_seventy_constructs_and_ten_whole_documents() -> None:
    groups = Counter(case.group for case in CASES)
    every = len(Language) * (len(LetterKind) + 3 * len(LADDER))
    assert len(letters()) == every and groups["constructs"] >= 70 and groups["documents"] >= 10


def test_no_two_files_share_a_name() -> None:
    assert max(Counter(case.name for case in [*letters(), *CASES]).values()) == 1


def test_a_note_on_libreoffice_begins_with_the_clause() -> None:
    assert all(case.departs[:3].rstrip(".").isdecimal() for case in CASES if case.departs)


def test_a_copy_names_the_font_that_the_press_sets(machine: Fonts) -> None:
    copy = real_fonts.renamed(file(p(r("甲方", '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/>'))), machine)
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        words = parts.read("word/document.xml").decode()
    assert 'w:ascii="Liberation Serif"' in words
    assert f'w:eastAsia="{machine.family("宋体", east_asian=True).name}"' in words
    assert "宋体" not in words and "甲方" in words


def test_fonts_of_signs_keep_their_names(machine: Fonts) -> None:
    copy = real_fonts.renamed(file(p(r("\uf0a7", '<w:rFonts w:ascii="Wingdings"/>'))), machine)
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        assert 'w:ascii="Wingdings"' in parts.read("word/document.xml").decode()


def test_a_character_that_the_hint_decides_names_its_font_in_a_run_of_its_own(machine: Fonts) -> None:
    hinted = '<w:rFonts w:ascii="Liberation Serif" w:eastAsia="Noto Serif CJK SC" w:hint="eastAsia"/><w:b/>'
    copy = real_fonts.renamed(file(p(r("基数×利率", hinted))), machine)
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        words = parts.read("word/document.xml").decode()
    assert words.count("<w:b/>") == 3
    assert 'w:ascii="Noto Serif CJK SC"' in words[words.index("基数<") : words.index("×<")]


def test_a_hinted_character_takes_the_font_of_its_style_where_the_run_names_none(machine: Fonts) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    )
    hinted = p(r("基数×利率", '<w:rFonts w:hint="eastAsia"/>'), ppr='<w:pStyle w:val="Own"/>')
    copy = real_fonts.renamed(file(hinted, styles=styles), machine)
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        words = parts.read("word/document.xml").decode()
    black = machine.family("黑体", east_asian=True).name
    assert f'w:ascii="{black}"' in words[words.index("基数<") : words.index("×<")]


def test_a_page_smaller_by_a_hair_has_wider_margins_to_the_right_and_at_the_foot() -> None:
    with zipfile.ZipFile(io.BytesIO(real_fonts.pages_smaller_by_a_hair(file(p("甲"))))) as parts:
        words = parts.read("word/document.xml").decode()
    assert 'w:top="1440" w:right="1810" w:bottom="1450" w:left="1800"' in words


def test_a_page_larger_by_a_hair_has_a_lower_margin_at_the_foot_alone() -> None:
    with zipfile.ZipFile(io.BytesIO(real_fonts.pages_larger_by_a_hair(file(p("甲"))))) as parts:
        words = parts.read("word/document.xml").decode()
    assert 'w:top="1440" w:right="1800" w:bottom="1420" w:left="1800"' in words


def test_a_cell_smaller_by_a_hair_has_a_wider_margin_to_the_right() -> None:
    table = tbl("a|b", tblpr=ruled(4000))
    with zipfile.ZipFile(io.BytesIO(real_fonts.cells_smaller_by_a_hair(file(table)))) as parts:
        words = parts.read("word/document.xml").decode()
    assert '<w:right w:w="118"' in words and '<w:left w:w="108"' in words


def test_the_same_file_has_the_same_copy_whenever_it_was_made(machine: Fonts) -> None:
    media = {"a.png": picture()}
    assert len({real_fonts.renamed(file(p("甲"), media=media), machine) for _ in range(2)}) == 1


def test_a_red_head_has_twenty_eight_characters_to_a_line_and_twenty_two_lines_to_a_page(machine: Fonts) -> None:
    """GB/T 9704, which LibreOffice's grid of characters cannot show."""
    printed = proofs.read(Press(machine).print(red_head()).pdf)
    lines: dict[float, int] = Counter(round(sign.y, 1) for sign in printed.signs if sign.page == 1 and sign.y < 760)
    assert len(lines) == 22
    assert Counter(lines.values()).most_common(1)[0][0] == 28


def test_without_libreoffice_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_MAC", Path("/nowhere"))
    monkeypatch.setattr(office.sys, "platform", "linux")
    with pytest.raises(office.NoOffice, match=r"apt-get install .*libreoffice-writer-nogui"):
        office.program()
