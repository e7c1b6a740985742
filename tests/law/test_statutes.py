"""The law data: dated, sourced, extensible by an operator, and refused when it is broken."""

from __future__ import annotations

import ast
import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

import docgen
from docgen.errors import Finding, LawDataFault, RuleMissing
from docgen.law import lpr, statutes
from docgen.law.statutes import OPERATOR, LawData
from docgen.messages import Messages

OCTOBER = """
as_known_on = 2026-11-22
[[rows]]
effective_on = 2026-10-20
one_year_percent = "2.90"
five_years_percent = "3.40"
source = "全国银行间同业拆借中心公告 2026-10-20"
sure = "V"
"""


def refused(texts: dict[str, str], name: str, text: str) -> list[tuple[str, dict[str, str]]]:
    """The faults of the shipped data with an operator's file beside it."""
    with pytest.raises(LawDataFault) as caught:
        statutes.parse({**texts, f"{name}{OPERATOR}": text})
    return [(finding.code, dict(finding.facts)) for finding in caught.value.findings]


def test_every_row_names_its_source(law: LawData) -> None:
    rows = [*law.acts.values(), *law.articles.values(), *law.lpr, *law.benchmark, *law.holidays.values(), *law.gates]
    rows += [*law.renumbered.values(), *(row for rows in law.figures.values() for row in rows)]
    assert all(row.source.strip() and row.sure in {"V", "V-B", "P", "R", "D", "M"} for row in rows)


def test_every_month_from_the_first_to_the_last_has_one_loan_prime_rate(law: LawData) -> None:
    months = [(row.effective_on.year, row.effective_on.month) for row in law.lpr]
    first = 2019 * 12 + 7  # August 2019, counted in months
    assert months == [((first + n) // 12, (first + n) % 12 + 1) for n in range(86)]


def test_the_version_tells_the_day_and_changes_with_any_row(texts: dict[str, str], law: LawData) -> None:
    assert re.fullmatch(r"2026-09-30\+[0-9a-f]{8}", law.version)
    assert statutes.parse(dict(reversed(texts.items()))).version == law.version
    assert statutes.parse({**texts, "lpr.toml": "# a remark\n" + texts["lpr.toml"]}).version == law.version
    extended = statutes.parse({**texts, f"lpr.toml{OPERATOR}": OCTOBER})
    assert extended.version.startswith("2026-11-22+")
    assert extended.version[-8:] != law.version[-8:]


def test_an_operators_row_is_added(texts: dict[str, str]) -> None:
    law = statutes.parse({**texts, f"lpr.toml{OPERATOR}": OCTOBER})
    assert lpr.at(law, dt.date(2026, 11, 19)).by_tenor["one_year"] == Decimal("0.029")


def test_an_operators_row_takes_the_place_of_the_one_with_its_key(texts: dict[str, str]) -> None:
    law = statutes.parse({**texts, f"lpr.toml{OPERATOR}": OCTOBER.replace("2026-10-20\n", "2026-09-20\n", 1)})
    assert len(law.lpr) == 86
    assert lpr.at(law, dt.date(2026, 9, 30)).by_tenor["one_year"] == Decimal("0.029")


def test_a_newer_figure_ends_the_older_one(texts: dict[str, str]) -> None:
    newer = """
as_known_on = 2027-01-01
[[rows]]
key = "interest.multiplier_most"
name_zh = "上限"
name_en = "highest"
value = "1.4"
unit = "factor"
articles = ["sales_interpretation:18(4)"]
in_force_from = 2027-01-01
source = "a newer interpretation"
sure = "V"
"""
    law = statutes.parse({**texts, f"interest.toml{OPERATOR}": newer})
    assert law.figure("interest.multiplier_most", dt.date(2026, 12, 31)).value == Decimal("1.5")
    assert law.figure("interest.multiplier_most", dt.date(2027, 1, 1)).value == Decimal("1.4")


@pytest.mark.parametrize("source", ["", 'source = ""', 'source = "  "'])
def test_a_row_without_a_source_is_refused_by_file_and_row(texts: dict[str, str], source: str) -> None:
    text = OCTOBER.replace('source = "全国银行间同业拆借中心公告 2026-10-20"', source)
    name = f"lpr.toml{OPERATOR}"
    assert refused(texts, "lpr.toml", text) == [("law.no_source", {"file": name, "row": "1", "field": "source"})]


def test_two_rows_of_one_file_with_the_same_key_are_refused(texts: dict[str, str]) -> None:
    text = OCTOBER + OCTOBER.replace("as_known_on = 2026-11-22", "").replace("2.90", "2.80")
    ((code, facts),) = refused(texts, "lpr.toml", text)
    assert (code, facts["row"], facts["field"]) == ("law.twice", "2", "2026-10-20")


def test_all_faults_are_told_at_once(texts: dict[str, str]) -> None:
    text = OCTOBER.replace('"2.90"', "2.90").replace('five_years_percent = "3.40"', 'five_year = "3.40"')
    assert {(code, facts["field"]) for code, facts in refused(texts, "lpr.toml", text)} == {
        ("law.field_wrong", "one_year_percent"),  # a bare TOML number is a binary float
        ("law.field_missing", "five_years_percent"),
        ("law.unknown_field", "five_year"),
    }


@pytest.mark.parametrize(
    ("name", "rows", "fault"),
    [
        ("lpr.toml", "rows = 3", "rows"),
        ("lpr.toml", "rows = [1, 2]", "rows"),
        ("fees.toml", 'rows = [{ kind = "property", tiers = [1] }]', "tiers"),
        ("fees.toml", 'rows = [{ kind = "property", tiers = [{ up_to = "9", rate = "0.1", flat = "5" }] }]', "tiers"),
        ("holidays.toml", "rows = [{ year = 2027, off = [2026-12-31], working = [] }]", "off"),
        ("holidays.toml", 'rows = [{ year = 2027, off = ["2027-01-01"], working = [] }]', "off"),
        ("gates.toml", 'rows = [{ code = "G12" }]', "code"),
        ("lpr.toml", "rows = [{ effective_on = 2026-10-20T09:00:00 }]", "effective_on"),
        ("acts.toml", "rows = [{ in_force_from = 2026-01-02, in_force_until = 2026-01-01 }]", "in_force_until"),
    ],
)
def test_whatever_stands_in_a_file_is_a_fault_and_not_a_crash(
    texts: dict[str, str], name: str, rows: str, fault: str
) -> None:
    faults = refused(texts, name, f"as_known_on = 2026-11-22\n{rows}")
    assert fault in {facts["field"] for code, facts in faults if code != "law.field_missing"}


def test_a_file_that_is_not_toml_is_refused_by_name(texts: dict[str, str]) -> None:
    ((code, facts),) = refused(texts, "lpr.toml", "rows = [")
    assert (code, facts["file"]) == ("law.not_toml", f"lpr.toml{OPERATOR}")


def test_a_reference_to_an_act_that_is_not_in_the_data_is_refused(texts: dict[str, str]) -> None:
    text = """
as_known_on = 2026-11-22
rows = [{ ref = "no_such_act:1", subject_zh = "无", subject_en = "none", source = "none", sure = "M" }]
"""
    ((code, facts),) = refused(texts, "articles.toml", text)
    assert (code, facts["field"]) == ("law.unknown_act", "no_such_act:1")


def test_a_figure_before_it_was_law_is_missing_and_never_the_nearest(law: LawData) -> None:
    assert law.figure("sme.daily_rate", dt.date(2020, 9, 1)).articles == ("sme_regulation_2020:15",)
    assert law.figure("sme.daily_rate", dt.date(2025, 5, 31)).articles == ("sme_regulation_2020:15",)
    assert law.figure("sme.daily_rate", dt.date(2025, 6, 1)).articles == ("sme_regulation:17",)
    with pytest.raises(RuleMissing) as caught:
        law.figure("sme.daily_rate", dt.date(2020, 8, 31))
    (finding,) = caught.value.findings
    assert finding.code == "rule.missing"
    assert (finding.facts["on"], finding.facts["known"]) == ("2020-08-31", "2020-09-01–2025-05-31, 2025-06-01–")


def test_an_article_is_found_by_its_paragraph_and_item_too(law: LawData) -> None:
    assert law.article("civil_code:563(1)(3)").number == "563"
    assert law.article("sales_interpretation:18(4)").number == "18(4)"
    with pytest.raises(RuleMissing):
        law.article("civil_code:1")


def test_an_act_knows_its_days_in_force(law: LawData) -> None:
    assert law.act("arbitration_law_2017").in_force_on(dt.date(2026, 2, 28))
    assert not law.act("arbitration_law_2017").in_force_on(dt.date(2026, 3, 1))
    assert law.act("arbitration_law").in_force_on(dt.date(2026, 3, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [("cpl_2021:221", "cpl:225"), ("cpl_2021:260", "cpl:264"), ("arbitration_law_2017:16", "arbitration_law:27")],
)
def test_renumbered_articles_are_cited_by_their_new_number(law: LawData, old: str, new: str) -> None:
    assert law.renumbered[old].new == new


def test_every_article_that_the_law_room_cites_is_in_the_data(law: LawData) -> None:
    for file in sorted((Path(docgen.__file__).parent / "law").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and re.fullmatch(r"[a-z_0-9]+:\d+(-\d+)?(\(\d+\))*", node.value):
                assert law.article(node.value), f"{file.name} cites {node.value}"


def test_every_article_that_the_data_itself_rests_on_is_in_it(law: LawData) -> None:
    figures = [ref for rows in law.figures.values() for row in rows for ref in row.articles]
    tariffs = [ref for rows in law.tariffs.values() for row in rows for ref in row.articles]
    gates = [ref for gate in law.gates for ref in gate.articles]
    for ref in [*figures, *tariffs, *gates]:
        assert law.article(ref)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("2026-10-20\n", "2026-10-21\n"), {"law.rate_day": ("effective_on", "2026-10-20")}),
        (("2026-10-20\n", "2026-10-02\n"), {"law.rate_day": ("effective_on", "2026-10-20")}),
        (("2026-10-20\n", "2026-09-21\n"), {"law.rate_day": ("effective_on", "2026-09-20")}),  # September once more
        (('"2.90"', '"0.029"'), {"law.rate_jump": ("one_year_percent", "3.00")}),  # a fraction, not percent
        (('"3.40"', '"34.0"'), {"law.rate_jump": ("five_years_percent", "3.50")}),
        (('"2.90"', '"3.41"'), {"law.rate_tenors": ("five_years_percent", "3.41")}),
    ],
)
def test_a_rate_that_cannot_be_right_is_refused_by_file_and_row(
    texts: dict[str, str], messages: Messages, change: tuple[str, str], expected: dict[str, tuple[str, str]]
) -> None:
    found = refused(texts, "lpr.toml", OCTOBER.replace(*change, 1))
    wanted = {"law.rate_day": "expected", "law.rate_jump": "before", "law.rate_tenors": "one_year"}
    assert {code: (facts["field"], facts[wanted[code]]) for code, facts in found} == expected
    assert {(facts["file"], facts["row"]) for _, facts in found} == {(f"lpr.toml{OPERATOR}", "1")}
    for code, facts in found:
        assert all(facts["field"] in messages.say(Finding(code, facts=facts), language) for language in ("zh", "en"))


def test_rates_published_after_a_long_holiday_are_plausible(texts: dict[str, str]) -> None:
    """24 February 2026 followed the Spring Festival, 22 September 2021 the Mid-Autumn Festival."""
    law = statutes.parse(texts)
    assert {dt.date(2026, 2, 24), dt.date(2021, 9, 22)} <= {row.effective_on for row in law.lpr}


def test_a_rate_of_a_year_without_holidays_is_taken_from_the_20th_on(texts: dict[str, str]) -> None:
    ahead = OCTOBER.replace("2026-10-20\n", "2027-02-22\n", 1)
    assert statutes.parse({**texts, f"lpr.toml{OPERATOR}": ahead}).lpr[-1].effective_on == dt.date(2027, 2, 22)
    ((code, facts),) = refused(texts, "lpr.toml", OCTOBER.replace("2026-10-20\n", "2027-02-19\n", 1))
    assert (code, facts["expected"]) == ("law.rate_day", "2027-02-20")


def test_the_rows_that_the_readme_shows_are_read(texts: dict[str, str]) -> None:
    page = (Path(docgen.__file__).parent / "law" / "statutes" / "README.md").read_text("utf-8")
    shown = [block for block in page.split("```")[1::2] if block.startswith("toml")]
    rate, holidays = (block.removeprefix("toml") for block in shown)
    law = statutes.parse({**texts, f"lpr.toml{OPERATOR}": rate, f"holidays.toml{OPERATOR}": holidays})
    assert law.lpr[-1].effective_on == dt.date(2026, 10, 20)
    assert 2027 in law.holidays
