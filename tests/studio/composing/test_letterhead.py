"""A company's letterhead, set once, on every letter that has a place for it."""

from __future__ import annotations

import functools
import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from docgen.errors import WordFileFault
from docgen.letters.request import Language, LetterKind
from docgen.printing import Press
from docgen.printing.workers import make_press
from docgen.studio.composing import Letterhead, Picture, compose
from docgen.templating import compile_template
from docgen.wordfile import open_package
from docgen.wordfile.text import text
from tests.letters.making import example, make
from tests.printing.word import Proof

ROOT = Path(__file__).parents[3]
BLUE = (20, 60, 200)
RED = (200, 20, 30)


def picture(colour: tuple[int, int, int], size: tuple[int, int] = (200, 100), kind: str = "PNG") -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, colour).save(held, kind)
    return held.getvalue()


LETTERHEAD = Letterhead(
    address_line={"zh": "地址：江苏省示例市工业园区示例路66号　电话：0512-5550-0100", "en": "66 Shili Road, Suzhou"},
    colour="0B6E4F",
    logo=Picture(content=picture(BLUE), height=15),
    seal=Picture(content=picture(RED, (100, 100)), height=40),
)


@functools.cache
def press() -> Press:
    return make_press(folder=None, font_map=None, most_blocks=10_000)


def shipped(kind: LetterKind, language: Language) -> bytes:
    return (ROOT / "templates" / language.value / f"{kind.value}.docx").read_bytes()


@functools.cache
def letter(kind: LetterKind, language: Language, *, seal: bool, headed: bool = True) -> bytes:
    facts = make(kind, example(kind.value), language).facts
    composed = compose(shipped(kind, language), {}, LETTERHEAD if headed else None, language)
    return compile_template(composed.word_file).merge(facts | ({"seal": True} if seal else {}))


def inked(pdf: bytes, colour: tuple[int, int, int]) -> list[tuple[int, int, int, int, int]]:
    """Where a colour stands: page, left, top, right, bottom, in pixels of 72 to the inch."""
    found = []
    for number, page in enumerate(press().pictures(pdf, 72), 1):
        shown = Image.open(io.BytesIO(page)).convert("RGB")
        apart = ImageChops.difference(shown, Image.new("RGB", shown.size, colour)).convert("L")
        if box := apart.point([255 * (distance < 12) for distance in range(256)]).getbbox():
            found.append((number, *box))
    return found


@pytest.mark.parametrize("language", Language)
def test_the_logo_stands_above_the_name_of_the_company_on_the_first_page_alone(language: Language) -> None:
    pdf = press().print(letter(LetterKind.DEMAND_LETTER, language, seal=False)).pdf
    ((page, left, top, right, bottom),) = inked(pdf, BLUE)
    assert page == 1
    assert bottom - top == pytest.approx(15 / 25.4 * 72, abs=2)
    assert right - left == pytest.approx(30 / 25.4 * 72, abs=2)
    name = {"zh": "华信精工（示例）有限公司", "en": "Huaxin Precision (Example) Co., Ltd."}[language.value]
    assert bottom <= Proof(pdf).where(name).top + 1


@pytest.mark.parametrize("language", Language)
def test_the_seal_is_on_a_letter_that_may_be_sealed_and_on_no_other(language: Language) -> None:
    sealed = press().print(letter(LetterKind.DEMAND_LETTER, language, seal=True)).pdf
    assert inked(sealed, RED)
    assert not inked(press().print(letter(LetterKind.DEMAND_LETTER, language, seal=False)).pdf, RED)


def test_a_seal_covers_no_word_so_that_it_cannot_be_read() -> None:
    sealed, bare = (letter(LetterKind.DEMAND_LETTER, Language.ZH, seal=seal) for seal in (True, False))
    assert text(sealed) == text(bare)
    assert press().print(sealed).pages == press().print(bare).pages


@pytest.mark.parametrize("language", Language)
def test_the_address_line_is_the_companys_and_the_rest_of_the_letter_stays(language: Language) -> None:
    headed = text(letter(LetterKind.PAYMENT_REMINDER, language, seal=False)).split("\n")
    plain = text(letter(LetterKind.PAYMENT_REMINDER, language, seal=False, headed=False)).split("\n")
    assert LETTERHEAD.address_line[language.value] in headed
    assert [line for line in headed if line in plain] == [line for line in plain if line in headed]
    assert len(set(plain) - set(headed)) <= 2


def test_the_colour_is_the_companys_but_drafts_stay_red() -> None:
    package = open_package(compose(shipped(LetterKind.DEMAND_LETTER, Language.EN), {}, LETTERHEAD).word_file)
    colours = set(re.findall(r'w:(?:color|val|fill)="([0-9A-F]{6})"', package.read("word/styles.xml").decode()))
    assert "0B6E4F" in colours
    assert "9B1C1C" in colours
    assert not colours & {"1F2A44", "4F81BD"}


@pytest.mark.parametrize("kind", [LetterKind.LAWYERS_LETTER, LetterKind.PAYMENT_ORDER_APPLICATION])
def test_the_paper_of_a_law_firm_or_of_a_court_bears_no_logo(kind: LetterKind) -> None:
    composed = compose(shipped(kind, Language.ZH), {}, LETTERHEAD)
    assert "word/media/docgen-logo.png" not in open_package(composed.word_file).parts


def test_a_letterhead_is_kept_and_read_again_with_the_same_bytes() -> None:
    kept = LETTERHEAD.write()
    assert Letterhead.read(kept) == LETTERHEAD
    assert Letterhead.read(kept).write() == kept
    headed = compose(shipped(LetterKind.DEMAND_LETTER, Language.ZH), {}, LETTERHEAD).word_file
    assert compose(shipped(LetterKind.DEMAND_LETTER, Language.ZH), {}, Letterhead.read(kept)).word_file == headed


def test_everything_wrong_with_a_letterhead_is_told_at_once() -> None:
    wrong = Letterhead(
        colour="green",
        logo=Picture(content=b"GIF89a", height=15),
        seal=Picture(content=picture(RED, (5000, 10)), height=90),
    )
    with pytest.raises(WordFileFault) as fault:
        wrong.check()
    assert [finding.code for finding in fault.value.findings] == [
        "studio.colour_unreadable",
        "studio.picture_unreadable",
        "studio.picture_too_large",
        "studio.picture_height",
    ]
    with pytest.raises(WordFileFault, match="letterhead_unreadable"):
        Letterhead.read(b"PK nothing")


def test_braces_in_an_address_line_are_words_and_no_tag() -> None:
    composed = compose(
        shipped(LetterKind.DEMAND_LETTER, Language.ZH), {}, Letterhead(address_line={"zh": "{{ letter.number }}"})
    )
    assert "(( letter.number ))" in text(composed.word_file)


def test_a_jpeg_will_do() -> None:
    headed = Letterhead(logo=Picture(content=picture(BLUE, kind="JPEG"), height=12))
    package = open_package(compose(shipped(LetterKind.DEMAND_LETTER, Language.ZH), {}, headed).word_file)
    assert package.content_type("word/media/docgen-logo.jpeg") == "image/jpeg"
