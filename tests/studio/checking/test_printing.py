"""What the press cannot print, and fonts that are missing, each where a template counts it."""

from __future__ import annotations

import pytest

from docgen.errors import Finding, Severity, WordPlace
from tests.studio.checking.conftest import Check
from tests.studio.checking.files import body, paragraph, row, runs, table, with_text_box

FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
)
OTHER = "<w:r><w:object/></w:r>"


def place(findings: tuple[Finding, ...], code: str) -> WordPlace:
    [found] = [finding.place for finding in findings if finding.code == code]
    assert isinstance(found, WordPlace)
    return found


def formula(words: str = "x") -> str:
    return f"<w:p>{runs(words)}{FORMULA}</w:p>"


def test_what_cannot_be_printed_stops_and_has_its_place(checked: Check) -> None:
    found = checked(body(paragraph("a") + formula()))
    assert place(found.findings, "print.equation").paragraph == 2
    assert found.stops


def test_the_place_behind_a_text_box_is_counted_as_templates_count_it(checked: Check) -> None:
    xml = with_text_box("boxed", "after")
    found = checked(xml).findings
    assert not [finding for finding in found if finding.severity is Severity.FAULT]
    from tests.studio.checking.files import changed  # noqa: PLC0415

    broken = changed(xml, "word/document.xml", lambda old: old.replace("<w:sectPr", formula("last") + "<w:sectPr", 1))
    counted = place(checked(broken).findings, "print.equation")
    assert counted.paragraph is not None
    assert counted.paragraph >= 5  # above, boxed, after, the file's own paragraph, last


def test_the_place_behind_a_table_within_a_table_is_counted_as_templates_count_it(checked: Check) -> None:
    outer = table(row(table(row(paragraph("inner"))) + paragraph("x")))
    after = table(row(paragraph("b") + formula()))
    found = place(checked(body(outer + after)).findings, "print.equation")
    assert (found.table, found.row, found.cell, found.paragraph) == (3, 1, 1, 2)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_font_that_is_missing_is_information_with_what_stands_in(language: str, checked: Check) -> None:
    odd = '<w:r><w:rPr><w:rFonts w:ascii="Comic Sans MS" w:hAnsi="Comic Sans MS"/></w:rPr><w:t>Dear all</w:t></w:r>'
    found = checked(body(paragraph("x") + f"<w:p>{odd}</w:p>"), language=language).findings
    [finding] = [one for one in found if one.code == "font.substituted" and one.facts["font"] == "Comic Sans MS"]
    assert finding.severity is Severity.INFORMATION
    assert finding.facts["used"]
    assert finding.place.paragraph == 2  # type: ignore[union-attr]


def test_a_character_that_no_font_has_is_a_fault_at_its_first_place(checked: Check) -> None:
    found = checked("x", "y \U000105c0 z", "\U000105c0").findings
    [finding] = [one for one in found if one.code == "glyph.missing"]
    assert finding.severity is Severity.FAULT
    assert (finding.place.paragraph, finding.place.words) == (2, "\U000105c0")  # type: ignore[union-attr]


def test_a_file_that_is_no_word_file_is_named_and_raises_nothing(checked: Check) -> None:
    for file in (b"", b"PK", b"%PDF-1.7", "函".encode(), bytes(1000)):
        found = checked(file)
        assert found.stops
        assert found.compiled is None
        assert found.findings
