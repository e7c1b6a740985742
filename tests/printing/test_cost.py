"""What long letters cost: twice the rows take twice the time, and memory grows by little for each row."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from time import process_time
from weakref import ref

import pytest

from docgen.printing import Press
from docgen.printing.pictures import pictures
from docgen.printing.reading import reader
from docgen.printing.writing import pdf
from docgen.wordfile import open_package, trees
from tests.printing.hostile import crowds
from tests.printing.word import Proof, field, p, tbl, tr, word

COLUMNS = 8
TEXTS = ("26327{0:06}", "2025年{1}月9日", "{0}", "{1},000.00", "0.00", "已付", "HT-{1}", "{0}.{1:02}")
MEASURED = """
import resource, sys
from docgen.printing import Press, fonts
from tests.printing.test_cost import letter
press = Press(fonts.prepare())
for rows in (40, *map(int, sys.argv[1:])):
    press.print(letter(rows))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def letter(rows: int) -> bytes:
    """A table of eight columns in a letter whose footer numbers its pages."""
    cells = [tr(*(text.format(row, row % 12 + 1) for text in TEXTS)) for row in range(rows)]
    footer = p("第", field("PAGE"), "页，共", field("NUMPAGES"), "页")
    return word(p("催款函"), tbl(*cells, grid=(850,) * COLUMNS), stories={"footer:default": footer})


def seconds(press: Press, docx: bytes) -> float:
    started = process_time()
    press.print(docx)
    return process_time() - started


def test_twice_the_rows_take_hardly_more_than_twice_the_time(press: Press) -> None:
    short, long = letter(500), letter(1_000)
    press.print(short)
    ratios = sorted(seconds(press, long) / seconds(press, short) for _ in range(3))
    assert ratios[0] <= 2.6


def test_twice_the_page_breaks_in_one_paragraph_take_hardly_more_than_twice_the_time(press: Press) -> None:
    short, long = (word(p(*['<w:r><w:t>页</w:t><w:br w:type="page"/></w:r>'] * count)) for count in (4_000, 8_000))
    assert press.print(short).pages == 4_000
    ratios = sorted(seconds(press, long) / seconds(press, short) for _ in range(3))
    assert ratios[0] <= 2.6


@pytest.mark.parametrize("name", crowds.GROWING)
def test_four_times_as_many_take_no_sixteenfold_time(press: Press, name: str) -> None:
    """What takes time with the square takes sixteen times as long; four to five are measured."""
    count, make = crowds.GROWING[name]
    short, long = make(count), make(4 * count)
    seconds(press, short)
    ratios = (seconds(press, long) / seconds(press, short) for _ in range(3))
    assert any(ratio <= 8 for ratio in ratios)


def test_a_cell_takes_little_more_memory_than_its_words() -> None:
    run = subprocess.run([sys.executable, "-c", MEASURED, "500", "2000"], capture_output=True, text=True, check=True)
    _, some, many = (int(line) << 10 for line in run.stdout.split())
    assert (many - some) / (1_500 * COLUMNS) < 3_000


def test_the_file_is_let_go_of_when_it_is_read() -> None:
    package = open_package(letter(3))
    alive = ref(package)
    gc.disable()
    try:
        read = reader.read(package)
        del package
        assert alive() is None
        assert read
    finally:
        gc.enable()


@pytest.fixture
def early(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Has every page written before its footer is known, and every table folded."""

    def begin() -> None:
        monkeypatch.setattr(pdf, "_MOST_WAITING", 0)
        monkeypatch.setattr(trees, "_LONG", 1_000)

    return begin


def test_pages_that_are_written_before_all_are_set_look_the_same(press: Press, early: Callable[[], None]) -> None:
    docx = letter(120)
    together = press.print(docx).pdf
    early()
    apart = press.print(docx).pdf
    assert apart != together
    assert pictures(apart, dpi=60) == pictures(together, dpi=60)
    pages = Proof(apart).pages
    assert len(pages) > 3
    assert pages == Proof(together).pages
    assert all(f"第{number}页，共{len(pages)}页" in "".join(page.split()) for number, page in enumerate(pages, 1))
