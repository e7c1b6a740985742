"""Our merge beside plain docxtpl, on the same template, with the same facts, in one run.

    python bench/merge.py [ROWS …]

Before anything is timed the two must give the same text. Then they take turns, so that both see the same machine; what
is printed is the median of each. docxtpl is used as its documentation shows: made from the file, rendered
with autoescape, saved to memory. Ours compiles once; what that took is printed too.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import docx
from docx.document import Document
from docxtpl import DocxTemplate

from docgen.templating import compile_template
from docgen.wordfile.text import text

ROWS = (6, 50, 500, 2_000)
COLUMNS = ("number", "contract", "issued_on", "due_on", "days_past_due", "amount", "paid", "open")
PARAGRAPHS = (
    "{{ creditor.name }}",
    "Demand for payment, {{ letter.number }}",
    "Dear {{ debtor.name }},",
    "under contract {{ contract }} you owe us {{ total }}; the table below shows it invoice by invoice.",
    "{%p if interest %}",
    "Interest to {{ as_of }} comes to {{ interest }}.",
    "{%p endif %}",
    "Please pay by {{ letter.pay_by }} to account {{ creditor.account }}.",
    "Yours faithfully, {{ letter.signatory }}",
)


def main() -> None:
    template = letter()
    started = perf_counter()
    compiled = compile_template(template)
    print(f"compiling once: {(perf_counter() - started) * 1000:.1f} ms")
    print(f"{'rows':>6} {'docxtpl ms':>12} {'docgen ms':>12} {'ratio':>8}")
    for count in [int(argument) for argument in sys.argv[1:]] or ROWS:
        facts = example(count)
        ours = lambda facts=facts: compiled.merge(facts)  # noqa: E731
        theirs = lambda facts=facts: by_docxtpl(template, facts)  # noqa: E731
        if text(ours()) != text(theirs()):
            raise SystemExit(f"{count} rows: the two letters differ")
        slow, fast = in_turns(theirs, ours, rounds=max(5, 60 // max(count // 20, 1)))
        print(f"{count:>6} {slow * 1000:>12.2f} {fast * 1000:>12.2f} {slow / fast:>7.1f}x")


def letter() -> bytes:
    """A one-page demand letter with a table of eight columns."""
    document: Document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ creditor.name }}, {{ letter.number }}"
    for words in PARAGRAPHS:
        document.add_paragraph(words)
    table = document.add_table(4, len(COLUMNS))
    for column, name in enumerate(COLUMNS):
        table.cell(0, column).text = name.replace("_", " ")
        table.cell(2, column).text = f"{{{{ invoice.{name} }}}}"
    table.cell(1, 0).text = "{%tr for invoice in invoices %}"
    table.cell(3, 0).text = "{%tr endfor %}"
    return saved(document)


def example(count: int) -> dict[str, object]:
    return {
        "creditor": {"name": "上海远山机械有限公司", "account": "6222 0000 1111 2222"},
        "debtor": {"name": "Smith & Sons <select>"},
        "letter": {"number": "2026-017", "pay_by": "15 July 2026", "signatory": "Chen Yu"},
        "contract": "YS-2025-09",
        "as_of": "28 June 2026",
        "total": "CNY 123,456.00",
        "interest": "CNY 1,234.56",
        "invoices": [{name: f"{name} {row}" for name in COLUMNS} for row in range(count)],
    }


def by_docxtpl(template: bytes, facts: dict[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(facts, autoescape=True)
    return saved(document)


def saved(document: Document | DocxTemplate) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def in_turns(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds of each, run alternately."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for work, taken in zip((one, other), times, strict=True):
            started = perf_counter()
            work()
            taken.append(perf_counter() - started)
    return median(times[0]), median(times[1])


if __name__ == "__main__":
    main()
