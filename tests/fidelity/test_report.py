"""What the report makes of what was found."""

from __future__ import annotations

from fidelity import report
from fidelity.compare import Comparison, Line
from fidelity.corpus.making import Case
from fidelity.report import Result, Totals, verdicts


def case(group: str, departs: str = "") -> Case:
    return Case("file", group, "what it shows", lambda: b"", departs)


def comparison(pages: int = 1, lines: int = 100, elsewhere: int = 0, missing: str = "") -> Comparison:
    made = [Line("x", 0, (0.0, 0.0), int(n < elsewhere), (0.0, 0.0), same_break=True) for n in range(lines)]
    return Comparison(pages, 1, 1000, [missing] if missing else [], [], made)


ALIKE = Result(case("templates"), comparison())


def met(*results: Result) -> list[bool]:
    return [met for met, _ in verdicts([ALIKE, *results])]


def test_every_aim_is_met_by_files_that_are_alike() -> None:
    assert all(met(Result(case("constructs"), comparison()), Result(case("fetched"), comparison())))


def test_one_letter_with_a_line_on_another_page_misses_the_aim_of_our_templates() -> None:
    assert verdicts([ALIKE, Result(case("templates"), comparison(elsewhere=1))])[0][0] is False


def test_six_files_in_a_hundred_with_other_pages_are_too_many() -> None:
    alike, unlike = Result(case("constructs"), comparison()), Result(case("constructs"), comparison(pages=2))
    assert met(*[alike] * 95, *[unlike] * 5)[1] is True
    assert met(*[alike] * 94, *[unlike] * 6)[1] is False


def test_more_than_two_lines_in_a_hundred_on_other_pages_are_too_many() -> None:
    assert met(Result(case("constructs"), comparison(elsewhere=2)))[2] is True
    assert met(Result(case("constructs"), comparison(elsewhere=3)))[2] is False


def test_a_missing_word_misses_the_aim_and_its_file_is_named() -> None:
    aims = verdicts([ALIKE, Result(case("constructs"), comparison(missing="违约金"))])
    assert aims[3] == (False, "the whole text: not in 1: file")


def test_a_construct_that_is_refused_is_a_miss_and_a_strangers_file_is_not() -> None:
    assert met(Result(case("constructs"), refused=("print.equation",)))[4] is False
    assert (
        met(Result(case("constructs"), comparison()), Result(case("fetched"), refused=("print.equation",)))[4] is True
    )


def test_where_libreoffice_departs_the_file_is_counted_apart_and_its_clause_shown() -> None:
    apart = Result(case("constructs", "17.9.4: LibreOffice knows no w:isLgl"), comparison(pages=2, missing="I"))
    assert all(met(Result(case("constructs"), comparison()), apart))
    assert "17.9.4" in apart.row()[-1]
    assert report.totals([ALIKE, apart])[-1][:2] == ["LibreOffice departs", "1"]


def test_a_note_excuses_nothing_where_pages_and_lines_are_alike() -> None:
    noted = Result(case("constructs", "17.6.23: LibreOffice begins every page at its top"), comparison())
    assert [row[:2] for row in report.totals([ALIKE, noted])] == [["our templates", "1"], ["constructs", "1"]]


def test_letters_that_are_counted_apart_are_told_with_the_aim() -> None:
    apart = Result(case("templates", "17.3.1.15: LibreOffice parts what is kept"), comparison(elsewhere=1))
    assert verdicts([ALIKE, apart])[0] == (True, "our templates identical: 1 of 1, and 1 apart")


def test_of_files_that_were_not_asked_for_nothing_is_missed() -> None:
    assert all(met for met, _ in verdicts([Result(case("constructs"), comparison())]))
    assert all(met for met, _ in verdicts([ALIKE]))


def test_totals_are_of_what_both_printed() -> None:
    results = [
        ALIKE,
        Result(case("templates"), comparison(elsewhere=10)),
        Result(case("templates"), refused=("a", "b")),
    ]
    assert Totals.of(results).row("x") == ["x", "3", "1", "100.0", "100.0", "95.0", "100.0", "50.0"]


def test_the_report_shows_lines_that_break_elsewhere_with_both_texts() -> None:
    line = Line("交付货物", 2, (0.0, 0.0), 2, (0.0, 0.0), same_break=False, ours="交付/货物")
    told = report.written([Result(case("documents"), Comparison(3, 3, 4, [], [], [line]))], unfetched=True)
    assert "- p. 3 theirs `交付货物` ours `交付/货物`" in told
    assert "not fetched" in told
