"""From the request to the PDF: docgen beside docxtpl with LibreOffice kept warm, on the shipped example, in one run.

    python bench/letter.py

Ours is the whole way: reading the JSON, faults and figures, merge, print. Theirs is given the facts ready-made, merges
the same Word file with docxtpl and converts it with LibreOffice; what a further file costs a running LibreOffice is
measured as in `bench/print.py`. Both are timed in turns, so that what else the machine does falls on both; what is
printed is the median of each, with the fastest in brackets. Before anything is timed both must say the same. Without
LibreOffice ours is timed alone.
"""

from __future__ import annotations

import io
import os
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pypdfium2
from docx import Document
from docxtpl import DocxTemplate
from print import by_libreoffice, timed

import schemas
from docgen import app
from docgen.config import Settings
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.wordfile.text import W, text
from docgen.wordfile.text import words as words_of

ROOT = Path(__file__).parents[1]
TURNS, ROUNDS = 3, 6


def main() -> None:
    desk = app.make_desk(Settings.from_env(os.environ), app.read_messages())
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not installed: docgen alone")
    print(f"{'letter':<30} {'docgen ms':>14} {'docxtpl + LibreOffice ms':>25} {'ratio':>7}")
    for kind in LetterKind:
        request = (ROOT / "examples" / f"{kind.value}.json").read_bytes()
        letter, pdf = whole_way(desk, kind, request)
        ours: list[float] = []
        theirs: list[float] = []
        if office:
            template = (ROOT / "templates" / "zh" / f"{kind.value}.docx").read_bytes()
            merged = by_docxtpl(template, letter.facts)
            if text(merged) != text(letter.docx):
                raise SystemExit(f"{kind.value}: the two Word files differ in their text")
            converted, _ = by_libreoffice(office, merged, many=1)
            # Pages may break elsewhere, and heads of tables then repeat elsewhere: no character may be missing.
            said = signs(body(letter.docx))
            if missing := said - signs(words(converted)):
                raise SystemExit(f"{kind.value}: LibreOffice does not print {missing}")
            if missing := said - signs(words(pdf)):
                raise SystemExit(f"{kind.value}: docgen does not print {missing}")
        for _ in range(TURNS):
            ours += [timed(lambda: whole_way(desk, kind, request)) for _ in range(ROUNDS)]  # noqa: B023
            if office:
                merging = [timed(lambda: by_docxtpl(template, letter.facts)) for _ in range(ROUNDS)]  # noqa: B023
                theirs.append(median(merging) + by_libreoffice(office, merged, many=10)[1])
        line = f"{kind.value:<30} {in_ms(ours):>14}"
        if office:
            line += f" {in_ms(theirs):>25} {median(theirs) / median(ours):>6.1f}x"
        print(line, flush=True)


def in_ms(times: list[float]) -> str:
    return f"{median(times) * 1000:.0f} ({min(times) * 1000:.0f})"


def whole_way(desk: Desk, kind: LetterKind, request: bytes) -> tuple[Letter, bytes]:
    loaded = schemas.load(request, kind=kind)
    letter = make_letter(desk, kind, Language.ZH, loaded.account, loaded.letter, loaded.notices)
    return letter, print_letter(desk, letter).pdf


def by_docxtpl(template: bytes, facts: Mapping[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(facts), autoescape=True)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def body(docx: bytes) -> str:
    """The words between headers and footers, which number the pages."""
    element = Document(io.BytesIO(docx)).element.body
    return "".join(words_of(paragraph) for paragraph in element.iter(W + "p"))


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def signs(words: str) -> Counter[str]:
    """How often each letter, digit and ideograph stands in a text."""
    return Counter(sign for sign in words if sign.isalnum())


if __name__ == "__main__":
    main()
