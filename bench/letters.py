"""From the request to the PDF: docgen beside docxtpl with LibreOffice kept warm, on the letters that ship.

Ours is the whole way: reading the JSON, faults and figures, merge, print. Theirs is given the facts ready-made, merges
the same Word file with docxtpl and converts it. Before anything is timed both must say the same.
"""

from __future__ import annotations

import copy
import io
import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
from docx import Document
from docxtpl import DocxTemplate

import schemas
from bench import office
from bench.timing import BUDGET, SIZES, Times, held, in_turns, once, table
from docgen import app
from docgen.config import Settings
from docgen.errors import Unacknowledged
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.wordfile.text import W, text
from docgen.wordfile.text import words as words_of

ROOT = Path(__file__).parents[1]
BLOCKS = 1_000_000


def main() -> None:
    settings = replace(Settings.from_env(os.environ), max_blocks=BLOCKS)
    desk = app.make_desk(settings, app.read_messages())
    heads = ("pages", "docgen", "docxtpl", "LibreOffice", "theirs ÷ docgen", "aim")
    row = table("JSON → PDF, the examples that ship: median (95th percentile) in ms", ("letter", *heads))
    for kind in LetterKind:
        row(kind.value, *beside(desk, kind, (ROOT / "examples" / f"{kind.value}.json").read_bytes()))
    row = table("JSON → PDF, payment reminders of any size: median (95th percentile) in ms", ("invoices", *heads))
    for count in SIZES:
        row(f"{count:,}", *beside(desk, LetterKind.PAYMENT_REMINDER, request(desk, count)))


def beside(desk: Desk, kind: LetterKind, sent: bytes) -> tuple[object, ...]:
    """A row of the table: ours, theirs in two parts, how many times ours theirs is, and the aim."""
    letter, pdf = whole_way(desk, kind, sent)
    pages = pages_of(pdf)
    works = {"ours": lambda: whole_way(desk, kind, sent)}
    if not office.PROGRAM:
        return (pages, in_turns(works)["ours"], "", "not here", "", "")
    template = (ROOT / "templates" / "zh" / f"{kind.value}.docx").read_bytes()
    made: list[bytes] = []
    seconds = once(lambda: made.append(by_docxtpl(template, letter.facts)))
    (merged,) = made
    if text(merged) != text(letter.docx):
        raise SystemExit(f"{kind.value}: the two Word files differ in their text")
    found = office.warm(merged, merged if pages < 20 else letter_of_one_page(), many=max(1, min(15, 40 // pages)))
    if seconds < BUDGET:
        works["docxtpl"] = lambda: by_docxtpl(template, letter.facts)
    times = {"docxtpl": Times((seconds,)), **in_turns(works)}
    if not found:
        return (pages, times["ours"], times["docxtpl"], "cut off", "", "")
    converted, converting = found
    # Pages may break elsewhere, and heads of tables then repeat elsewhere: no character may be missing.
    expected = signs(body(letter.docx))
    for name, printed in (("LibreOffice", converted), ("docgen", pdf)):
        if missing := expected - signs(words(printed)):
            raise SystemExit(f"{kind.value}: {name} does not print {missing}")
    ratio = (times["docxtpl"].median + converting.median) / times["ours"].median
    aim = f"{held(ratio, 2, at_most=False)}; {held(ratio, 3, at_most=False)}"
    return (pages, times["ours"], times["docxtpl"], converting, f"{ratio:.1f}", aim)


def whole_way(desk: Desk, kind: LetterKind, sent: bytes) -> tuple[Letter, bytes]:
    loaded = schemas.load(sent, kind=kind)
    letter = make_letter(desk, kind, Language.ZH, loaded.account, loaded.letter, loaded.notices)
    return letter, print_letter(desk, letter).pdf


def request(desk: Desk, count: int) -> bytes:
    """The example reminder over so many invoices, its warnings read."""
    document: dict[str, Any] = json.loads((ROOT / "examples" / "payment_reminder.json").read_bytes())
    account = document["account"]
    first = copy.deepcopy(account["invoices"][0])
    account["invoices"] = [{**first, "number": f"{25_327_000_000_000_000_000 + row}"} for row in range(count)]
    account["payments"] = []
    for contract in account["contracts"]:
        contract.pop("amount", None)
    for _ in range(5):
        loaded = schemas.load(json.dumps(document), kind=LetterKind.PAYMENT_REMINDER)
        try:
            make_letter(desk, LetterKind.PAYMENT_REMINDER, Language.ZH, loaded.account, loaded.letter, loaded.notices)
        except Unacknowledged as waiting:
            document["letter"]["acknowledge"] = list(waiting.to_acknowledge)
        else:
            break
    return json.dumps(document).encode()


def by_docxtpl(template: bytes, facts: Mapping[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(facts), autoescape=True)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def letter_of_one_page() -> bytes:
    return (ROOT / "templates" / "zh" / "payment_reminder.docx").read_bytes()


def body(docx: bytes) -> str:
    """The words between headers and footers, which number the pages."""
    element = Document(io.BytesIO(docx)).element.body
    return "".join(words_of(paragraph) for paragraph in element.iter(W + "p"))


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def pages_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def signs(words: str) -> Counter[str]:
    """How often each letter, digit and ideograph stands in a text."""
    return Counter(sign for sign in words if sign.isalnum())


if __name__ == "__main__":
    main()
