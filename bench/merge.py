"""Word template + facts → Word file: docgen beside plain docxtpl and beside Carbone, on the same letter.

Before anything is timed all must give the same text. docxtpl is used as its documentation shows: made from the file,
rendered with autoescape, saved to memory. Carbone runs in its own Node, which waits for its turn, and times itself.
"""

from __future__ import annotations

import gc
import io
import json
import select
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
from docx.document import Document
from docxtpl import DocxTemplate

from bench.timing import BUDGET, SIZES, TOO_LONG, Times, held, in_turns, once, table
from docgen.templating import compile_template
from docgen.wordfile.text import text

ROOT = Path(__file__).parents[1]
CARBONE = ROOT / ".venv" / "carbone" / "node_modules"
AIMS = {6: 20.0, 2_000: 10.0}
PEERS = ("docxtpl", "Carbone")
WARM = 5
COLUMNS = ("number", "contract", "issued_on", "due_on", "days_past_due", "amount", "paid", "open")
PARAGRAPHS = (
    "{{ creditor.name }}",
    "Demand for payment, {{ letter.number }}",
    "Dear {{ debtor.name }},",
    "under contract {{ contract }} you owe us {{ total }}; the table below shows it invoice by invoice.",
    "Interest to {{ as_of }} comes to {{ interest }}.",
    "Please pay by {{ letter.pay_by }} to account {{ creditor.account }}.",
    "Yours faithfully, {{ letter.signatory }}",
)


def main() -> None:
    compiling()
    template, theirs = letter(), letter(carbone=True)
    compiled = compile_template(template)
    gc.freeze()  # as the service does when it has started
    row = table(
        "Merge: median (95th percentile) in ms",
        ("invoices", "docgen", "docxtpl", "Carbone", "docxtpl ÷ docgen", "Carbone ÷ docgen", "aim"),
    )
    for count in SIZES:
        facts = example(count)
        ours = compiled.merge(facts)
        works = {"docgen": lambda facts=facts: compiled.merge(facts)}  # type: ignore[misc]
        seconds, by_them = once_by_docxtpl(template, facts)
        if text(ours) != text(by_them):
            raise SystemExit(f"{count} invoices: docgen and docxtpl differ")
        if seconds < BUDGET:
            works["docxtpl"] = lambda facts=facts: by_docxtpl(template, facts)  # type: ignore[misc]
        with carbone(theirs, facts, text(ours)) as (by_carbone, why_not):
            if by_carbone:
                works["Carbone"] = by_carbone
            times = {"docxtpl": Times((seconds,)), **in_turns(works)}
        ratios = {peer: times[peer].median / times["docgen"].median for peer in PEERS if peer in times}
        told = [times.get(peer, why_not) for peer in PEERS]
        told += [f"{ratios[peer]:.1f}" if peer in ratios else "" for peer in PEERS]
        aims = [held(ratio, AIMS[count], at_most=False) for ratio in ratios.values() if count in AIMS]
        row(f"{count:,}", times["docgen"], *told, "; ".join(aims))


def compiling() -> None:
    """What is done once for each template, at start."""
    row = table("Compile: median (95th percentile) in ms", ("template", "docgen"))
    for kind in ("payment_reminder", "demand_letter"):
        file = (ROOT / "templates" / "zh" / f"{kind}.docx").read_bytes()
        compile_template(file)
        row(kind, in_turns({"": lambda file=file: compile_template(file)}, budget=5)[""])  # type: ignore[misc]


def letter(*, carbone: bool = False) -> bytes:
    """A one-page demand letter with a table of eight columns, in docxtpl's notation or in Carbone's."""

    def tag(words: str) -> str:
        return words.replace("{{ ", "{d.").replace(" }}", "}") if carbone else words

    document: Document = docx.Document()
    document.sections[0].header.paragraphs[0].text = tag("{{ creditor.name }}, {{ letter.number }}")
    for words in PARAGRAPHS:
        document.add_paragraph(tag(words))
    table = document.add_table(3 if carbone else 4, len(COLUMNS))
    for column, name in enumerate(COLUMNS):
        table.cell(0, column).text = name.replace("_", " ")
        if carbone:  # Carbone tells what is repeated from the row after it
            table.cell(1, column).text = f"{{d.invoices[i].{name}}}"
            table.cell(2, column).text = f"{{d.invoices[i+1].{name}}}"
        else:
            table.cell(2, column).text = f"{{{{ invoice.{name} }}}}"
    if not carbone:
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


def once_by_docxtpl(template: bytes, facts: dict[str, object]) -> tuple[float, bytes]:
    made: list[bytes] = []
    seconds = once(lambda: made.append(by_docxtpl(template, facts)))
    return seconds, made[0]


def saved(document: Document | DocxTemplate) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@contextmanager
def carbone(template: bytes, facts: dict[str, object], wanted: str) -> Iterator[tuple[Callable[[], float] | None, str]]:
    """A merge that says how many seconds it took; None and a reason where Carbone gives no such letter."""
    node = shutil.which("node")
    if not node or not (CARBONE / "carbone").is_dir():
        yield None, "not here"
        return
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name) / each for each in ("template.docx", "facts.json", "out.docx")]
        files[0].write_bytes(template)
        files[1].write_text(json.dumps(facts), "utf-8")
        command = [node, str(ROOT / "bench" / "carbone.mjs"), str(CARBONE.parent), *map(str, files)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as running:
            asked, answers = running.stdin, running.stdout
            assert asked is not None
            assert answers is not None
            if not select.select([answers], [], [], TOO_LONG)[0]:
                running.kill()
                yield None, f"cut off after {TOO_LONG:.0f} s"
                return
            answers.readline()

            def merge() -> float:
                asked.write("again\n")
                return float(answers.readline()) / 1000

            for _ in range(WARM):  # until Node has compiled what is run most
                merge()
            if text(files[2].read_bytes()) != wanted:
                raise SystemExit("docgen and Carbone differ")
            yield merge, ""


if __name__ == "__main__":
    main()
