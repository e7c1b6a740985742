"""What is archived keeps to PDF/A-3a and PDF/UA-1 (ISO 19005-3, ISO 14289-1): checked, by some 260 rules, by a program
that is not ours, for every construct that the press prints, whole documents and letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.printing import Press, Profile
from docgen.printing.writing import Attachment
from docgen.printing.writing.objects import File
from docgen.printing.writing.state import n, turn
from fidelity.corpus import CASES, Case
from fidelity.corpus.letters import letters
from tests.printing.conformance import ACCESSIBLE, faults
from tests.printing.word import p, r, tbl, tr, word
from tests.printing.writing.pages import Objects

DATA = Attachment("账户.json", "application/json", b"{}", "What it was made from", "Data")
EXAMPLES = [case for case in letters() if case.name.endswith("_example")]


@pytest.mark.parametrize("case", [*CASES, *EXAMPLES], ids=lambda case: case.name)
def test_what_is_archived_keeps_to_both_standards(press: Press, case: Case) -> None:
    assert faults(press.print(case.make(), Profile.ARCHIVE, [DATA]).pdf) == []


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.name)
def test_what_is_accessible_keeps_to_its_standard(press: Press, case: Case) -> None:
    assert faults(press.print(case.make(), Profile.ACCESSIBLE).pdf, ACCESSIBLE) == []


def test_what_claims_no_standard_is_found_to_keep_to_none(press: Press) -> None:
    """The program sees what is missing."""
    plain = press.print(word(p("催款函"))).pdf
    for standard, rule in (("3a", "PDFA3A-"), ("ua1", "PDFUA1-TAGGED-DOCUMENT-001")):
        assert any(fault.startswith(rule) for fault in faults(plain, (standard,)))


@pytest.mark.parametrize(
    ("made", "title"),
    [
        (word(p("催款函"), p("甲方：")), "催款函"),
        (word(p(r("Demand "), r("letter", "<w:b/>"))), "Demand letter"),
        (word(p(), p("第二段。")), "第二段。"),
        (word(p()), "Untitled"),
    ],
)
def test_a_file_without_a_title_is_called_by_its_first_line(
    press: Press, tmp_path: Path, made: bytes, title: str
) -> None:
    """ISO 14289-1, 7.1."""
    pdf = press.print(made, Profile.ACCESSIBLE).pdf
    assert faults(pdf, ACCESSIBLE) == []
    assert Objects(pdf, tmp_path).information["/Title"] == f"u:{title}"


@pytest.mark.parametrize("before", [1, 2])
def test_rows_that_begin_or_end_elsewhere_have_the_same_columns(press: Press, before: int) -> None:
    """ISO 14289-1, 7.5; w:gridBefore, w:gridAfter (ECMA-376-1, 17.4.15, 17.4.14), and rows that are simply shorter."""
    indented = tr("b", trpr=f'<w:gridBefore w:val="{before}"/><w:gridAfter w:val="{3 - before}"/>')
    table = tbl("a|b|c|d", indented, "a|b", "|".join("abcd"), grid=(1000,) * 4)
    assert faults(press.print(word(table, p()), Profile.ARCHIVE).pdf) == []


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        (n(-123456789.126), [-123456789]),
        (n(12345678.126), [12345678]),
        (n(0.004), [0]),
        (turn(0.003), [1, -0.000052, 0.000052, 1]),
        (turn(90), [0, -1, 1, 0]),
        (turn(-30), [0.866025, 0.5, -0.5, 0.866025]),
    ],
)
def test_numbers_however_large_or_small_are_written_out(written: str, numbers: list[float]) -> None:
    """ISO 32000-1, 7.3.3: there are no powers of ten; `e` would be an operator that nobody knows (19005-3, 6.2.2)."""
    assert "e" not in written
    assert [float(number) for number in written.split()] == numbers


def test_a_stream_that_ends_like_a_line_is_as_long_as_it_says() -> None:
    """ISO 19005-3, 6.1.7.1: whether a reader takes CR LF or LF alone for the end of the line before `endstream`."""
    file = File()
    file.stream(b"words\r", deflate=False)
    written = file.close(1, 1, b"")
    assert b"/Length 6>>stream\nwords\r\r\nendstream" in written
