"""The policy's file: what ships is sound, every fault is told at once with its line, and the law cannot be undercut."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest

from docgen.errors import ConfigurationFault, Finding
from docgen.escalation.decision import RUNGS, Step
from docgen.escalation.policy_file import read
from docgen.messages import Messages
from tests.escalation.baseline import POLICY, POLICY_TEXT

PLAIN = """
name = "plain"

[[tiers]]
name = "all"
[tiers.steps]
payment_reminder = { day = 1, answer_days = 7 }
balance_confirmation = { day = 15, answer_days = 10 }
demand_letter = { day = 30, answer_days = 10 }
lawyers_letter = { day = 60, answer_days = 15 }
payment_order = { day = 75, answer_days = 0 }
"""


def faults(text: str) -> list[Finding]:
    with pytest.raises(ConfigurationFault) as refused:
        read(text)
    return list(refused.value.findings)


def test_what_ships_waits_1_15_30_60_and_75_days_for_the_usual_customer() -> None:
    last = POLICY.tiers[-1]
    assert [last.steps[step].day for step in (*RUNGS, Step.PAYMENT_ORDER)] == [1, 15, 30, 60, 75]
    assert [tier.name for tier in POLICY.tiers] == ["A", "B", "C"]
    assert (POLICY.limitation_file_days, POLICY.limitation_demand_days, POLICY.guarantee_days) == (30, 90, 60)
    assert (POLICY.quiet_from, POLICY.quiet_to) == (dt.time(20), dt.time(9))
    assert POLICY.small_claims_limit is None  # a figure of the court's province, which nobody may guess


def test_the_grades_are_those_listed_else_those_that_the_tiers_name() -> None:
    graded = PLAIN.replace('name = "all"', 'name = "poor"\ncredit = ["D", "C"]') + "[[tiers]]" + SECOND
    assert (POLICY.grades, read(PLAIN).grades, read(graded).grades) == (("A", "B", "C", "D"), (), ("C", "D"))
    listed = graded.replace('name = "plain"', 'name = "plain"\ngrades = ["A", "C"]')
    (fault,) = faults(listed)
    assert (fault.code, fault.facts["value"], fault.facts["known"]) == ("policy.grade_unlisted", "D", "A, C")
    (fault,) = faults(PLAIN.replace('name = "plain"', 'name = "plain"\ngrades = "ABC"'))
    assert (fault.code, fault.facts["key"], fault.facts["line"]) == ("policy.wrong_kind", "grades", "3")


def test_what_ships_is_explained_in_both_languages_to_its_reader() -> None:
    for key in re.findall(r"^([a-z_]+) = .+$", POLICY_TEXT.split("[[tiers]]")[0], re.MULTILINE):
        line = next(each for each in POLICY_TEXT.splitlines() if each.startswith(f"{key} ="))
        if key != "name":
            assert re.search(r"#.*[\u4e00-\u9fff].*·.*[a-z]", line), key


def test_the_version_is_the_name_and_a_digest_of_the_text() -> None:
    one, other = read(PLAIN), read(PLAIN.replace("day = 15", "day = 16"))
    assert re.fullmatch(r"plain\+[0-9a-f]{8}", one.version)
    assert one.version != other.version
    assert read(PLAIN).version == one.version


def test_what_is_left_out_has_its_default() -> None:
    policy = read(PLAIN)
    assert (policy.promise_grace_days, policy.contacts_a_week, policy.working_days) == (5, 3, frozenset(range(5)))
    assert policy.tiers[0].steps[Step.DEMAND].least == Decimal(0)


def test_what_is_written_is_read() -> None:
    text = PLAIN.replace(
        'name = "plain"',
        """name = "plain"
[periods]
limitation_file_days = 45
promise_grace_days = 0
[contacts]
working_days = ["mon", "sat"]
quiet_from = 18:30:00
most_a_week = 2
visit_from_amount = 20000.50
[letters]
interest_in = ["lawyers_letter"]
fees_in = ["payment_order"]
[small_claims]
limit = 62345
year = 2026""",
        1,
    )
    policy = read(text)
    assert (policy.limitation_file_days, policy.promise_grace_days) == (45, 0)
    assert (policy.working_days, policy.quiet_from, policy.contacts_a_week) == (frozenset({0, 5}), dt.time(18, 30), 2)
    assert policy.visit_from_amount == Decimal("20000.50")
    assert (policy.interest_in, policy.fees_in) == (frozenset({Step.LAWYERS_LETTER}), frozenset({Step.PAYMENT_ORDER}))
    assert (policy.small_claims_limit, policy.small_claims_year) == (Decimal(62345), 2026)


def with_table(table: str) -> str:
    return PLAIN.replace("\n[[tiers]]", f"\n{table}\n\n[[tiers]]", 1)


SECOND = PLAIN.split("[[tiers]]")[1]

BROKEN = [
    ("name = ", "policy.not_toml", "1", "1"),
    (with_table("[periods]\nlimitation_file_days = 29"), "policy.out_of_range", "periods.limitation_file_days", "5"),
    (
        with_table("[periods]\nlimitation_demand_days = 89"),
        "policy.out_of_range",
        "periods.limitation_demand_days",
        "5",
    ),
    (with_table("[periods]\nguarantee_days = 59"), "policy.out_of_range", "periods.guarantee_days", "5"),
    (
        with_table("[periods]\nlimitation_file_days = 90"),
        "policy.demand_before_file",
        "periods.limitation_demand_days",
        "4",
    ),
    (with_table("[periods]\nguarantee_days = true"), "policy.wrong_kind", "periods.guarantee_days", "5"),
    (with_table("[rules]\nE04a = false"), "policy.unknown_key", "rules", "4"),
    (with_table("[periods]\ngarantee_days = 60"), "policy.unknown_key", "periods.garantee_days", "5"),
    (with_table("[contacts]\nworking_days = []"), "policy.wrong_kind", "contacts.working_days", "5"),
    (with_table('[contacts]\nworking_days = ["montag"]'), "policy.wrong_kind", "contacts.working_days", "5"),
    (with_table('[contacts]\nquiet_to = "9 Uhr"'), "policy.wrong_kind", "contacts.quiet_to", "5"),
    (with_table('[letters]\nfees_in = ["reminder"]'), "policy.unknown_key", "letters.fees_in.reminder", "5"),
    (with_table("[small_claims]\nlimit = 60000"), "policy.small_claims_year", "small_claims.limit", "5"),
    (with_table("[small_claims]\nlimit = -1\nyear = 2026"), "policy.wrong_kind", "small_claims.limit", "5"),
    ('name = "x"', "policy.no_tiers", "tiers", "1"),
    (PLAIN.replace('name = "plain"', 'name = " "'), "policy.key_missing", "name", "2"),
    (PLAIN.replace("payment_order = { day = 75, answer_days = 0 }", ""), "policy.step_missing", "tiers.0.steps", "6"),
    (
        PLAIN.replace("day = 15, answer_days = 10", "day = 15"),
        "policy.key_missing",
        "tiers.0.steps.balance_confirmation",
        "8",
    ),
    (PLAIN.replace("day = 15,", "day = 0,"), "policy.out_of_range", "tiers.0.steps.balance_confirmation.day", "8"),
    (PLAIN.replace("day = 15,", "day = 31,"), "policy.day_before", "tiers.0.steps.demand_letter", "9"),
    (PLAIN.replace("day = 15,", "least = 5, day = 15,"), "policy.least_falls", "tiers.0.steps.demand_letter", "9"),
    (PLAIN.replace('name = "all"', 'name = "all"\nfrom_days = 30'), "policy.last_tier", "tiers.0", "4"),
    (PLAIN + "[[tiers]]" + SECOND, "policy.tier_twice", "tiers.1.name", "13"),
    (PLAIN + "[[tiers]]" + SECOND.replace('"all"', '"B"'), "policy.tier_never_left", "tiers.0", "4"),
    (
        PLAIN.replace('name = "all"', 'name = "A"\nfrom_days = 90')
        + "[[tiers]]"
        + SECOND.replace("day = 60", "day = 59"),
        "policy.tier_waits_longer",
        "tiers.0.steps.lawyers_letter",
        "11",
    ),
]


@pytest.mark.parametrize(("text", "code", "key", "line"), BROKEN, ids=[f"{code} {key}" for _, code, key, _ in BROKEN])
def test_a_fault_is_told_with_its_key_and_line(text: str, code: str, key: str, line: str, messages: Messages) -> None:
    (found,) = [fault for fault in faults(text) if fault.code == code]
    assert (found.facts.get("key", key), found.facts["line"]) == (key, line)
    for language in ("zh", "en"):
        assert line in messages.say(found, language)
        assert messages.do(found, language)


def test_all_faults_are_told_at_once() -> None:
    text = with_table("[periods]\nguarantee_days = 1\nlimitation_file_days = 1\n[contact]\nmost_a_week = 9")
    assert [fault.code for fault in faults(text)] == [
        "policy.unknown_key",
        "policy.out_of_range",
        "policy.out_of_range",
    ]


def test_an_unknown_key_is_answered_with_the_nearest_known(messages: Messages) -> None:
    (found,) = faults(with_table("[periods]\ngarantee_days = 60"))
    assert found.facts["nearest"] == "guarantee_days"
    assert "guarantee_days" in messages.say(found, "zh")


VALUES = [
    "-1",
    "0",
    "1e9",
    "nan",
    "true",
    '""',
    '"x"',
    "[]",
    "[[1]]",
    '["mon"]',
    "{}",
    "{ day = 1 }",
    "1979-05-27",
    "07:32:00",
]
KEYS = [*re.findall(r"^([a-z_]+) +?=", POLICY_TEXT, re.MULTILINE), "tiers", "periods", "steps"]


@pytest.mark.parametrize("value", VALUES)
def test_whatever_stands_at_a_key_is_read_or_told_with_its_line(value: str, messages: Messages) -> None:
    for key in dict.fromkeys(KEYS):
        text = re.sub(rf"^{key} *= *[^#\n]*", f"{key} = {value} ", POLICY_TEXT, flags=re.MULTILINE)
        try:
            read(text)
        except ConfigurationFault as refused:
            for finding in refused.findings:
                assert int(finding.facts["line"]) >= 1
                assert messages.say(finding, "zh")


@pytest.mark.parametrize("code", ["E03", "E09", "E04a", "E15"])
def test_no_key_names_a_rule_of_law(code: str) -> None:
    assert faults(with_table(f"[periods]\n{code} = false"))[0].code == "policy.unknown_key"
