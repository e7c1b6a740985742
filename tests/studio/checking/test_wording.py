"""What a template's own words must not say, and articles that are not law any more, found without making a letter."""

from __future__ import annotations

import pytest

from docgen.errors import Severity
from tests.studio.checking.conftest import Check


@pytest.mark.parametrize(
    ("line", "language", "code", "severity"),
    [
        ("贵司逾期不付的，我司将向公安机关报案。", "zh", "tone.criminal_threat", Severity.FAULT),
        ("If you do not pay, we shall report you to the police.", "en", "tone.criminal_threat", Severity.FAULT),
        ("我司将在网上曝光贵司。", "zh", "tone.exposure", Severity.FAULT),
        ("贵司付清本金的，我司放弃全部违约金。", "zh", "tone.waiver", Severity.WARNING),
        ("依据《中华人民共和国合同法》第一百零七条", "zh", "citation.before_2021", Severity.WARNING),
        ("under Article 107 of the Contract Law", "en", "citation.before_2021", Severity.WARNING),
        ("依据《中华人民共和国民法典》第一千三百条", "zh", "citation.no_such_article", Severity.WARNING),
        ("依照《中华人民共和国民事诉讼法》第二百二十一条申请支付令", "zh", "citation.old_number", Severity.WARNING),
    ],
)
def test_a_blocked_phrase_or_a_repealed_article_is_told_at_its_words(
    line: str, language: str, code: str, severity: Severity, checked: Check
) -> None:
    found = checked("{{ title }}", line, language=language).findings
    [finding] = [one for one in found if one.code == code]
    assert finding.severity is severity
    assert finding.place.paragraph == 2  # type: ignore[union-attr]
    assert finding.place.words in line  # type: ignore[union-attr]


def test_a_renumbered_article_is_told_with_its_number_of_today(checked: Check) -> None:
    line = "依照《中华人民共和国民事诉讼法》第二百二十一条申请支付令"
    [finding] = [one for one in checked(line).findings if one.code == "citation.old_number"]
    assert "第二百二十五条" in finding.facts["instead"]
    assert finding.articles == ("cpl:225",)


def test_a_tag_in_the_sentence_hides_nothing_and_is_not_quoted(checked: Check) -> None:
    line = "{{ you }}逾期不付的，{{ we }}将向公安机关报案，追究刑事责任。"
    [finding] = [one for one in checked(line).findings if one.code == "tone.criminal_threat"]
    assert "\ufffc" not in finding.facts["words"]


def test_what_this_letter_may_say_is_no_finding(checked: Check) -> None:
    line = "本函仅为复核账目之用，并非催款结算。"
    assert "tone.not_a_demand" not in {one.code for one in checked(line, kind="balance_confirmation").findings}
    assert "tone.not_a_demand" in {one.code for one in checked(line, kind="demand_letter").findings}
