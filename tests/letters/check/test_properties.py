"""What holds for every text: it is read without fail, in time that grows with its length, and says the same twice."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from docgen.errors import Severity, TextPlace
from docgen.letters.check import Checked
from docgen.letters.check.reading import Paragraph, paragraphs
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from tests.letters.check.reading import beside, read
from tests.letters.check.test_citations import FOUND, PLACED
from tests.letters.check.test_what_is_said import FIRING, LAWFUL

# Pieces that readers look for, put together at random, among any text at all.
PIECES = [
    *(text for text, _ in FIRING),
    *LAWFUL,
    *(text for text, _ in FOUND),
    *(text for text, *_ in PLACED),
    *(
        "《",
        "》",
        "（",
        "）",
        "“",
        "”",
        "第",
        "条",
        "、",
        "。",
        "；",
        "\n",
        "\t",
        " | ",
        " ",
        "\u3000",
        "\u200b",
        "\ufffc",
    ),
    *(
        "人民币",
        "元",
        "壹",
        "万",
        "亿",
        "角",
        "1,",
        ",",
        "0.5",
        "2026年",
        "月",
        "日",
        "Article ",
        "Civil Code",
        "of the ",
    ),
    *(
        "合　计 | 1.00",
        "账号：",
        "发票号码：",
        "不",
        "请",
        "如",
        "Total | ",
        "one hundred and ",
        "\ud800",
        "\r",
        "\x00",
        "𠮷",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=25).map("".join),
)
DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2040, 1, 1))
KINDS = st.one_of(st.none(), st.sampled_from(LetterKind))
COMMON = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def told(checked: Checked) -> list[tuple[str, str]]:
    """Each code with its words, whatever paragraph they stand in."""
    return sorted((finding.code, finding.place.words) for finding in checked.findings)  # type: ignore[union-attr]


@COMMON
@given(text=TEXTS, day=DAYS, kind=KINDS, account=st.booleans())
@example(text="", day=dt.date(2026, 9, 15), kind=None, account=True)
def test_every_text_is_read_and_every_place_lies_in_it(
    text: str, day: dt.date, kind: LetterKind | None, account: bool
) -> None:
    checked = (beside if account else read)(text, dated_on=day, kind=kind)
    lines = paragraphs(text)
    for finding in checked.findings:
        place = finding.place
        assert isinstance(place, TextPlace)
        assert 0 <= place.start < place.end <= len(lines[place.paragraph - 1])
        assert lines[place.paragraph - 1][place.start : place.end] == place.words
        assert finding.severity in {Severity.BAR, Severity.WARNING, Severity.INFORMATION}
        assert all(isinstance(value, str) for value in finding.facts.values())
    for one in (*checked.sums, *checked.days):
        assert lines[one.paragraph - 1][one.start : one.end] == one.words
    for placed, place in checked.citations:
        assert lines[place.paragraph - 1][place.start : place.end] == placed.citation.words
    assert checked.verdict in {"ok", "warn", "block"}


@COMMON
@given(text=TEXTS)
def test_the_same_text_says_the_same_twice(text: str) -> None:
    assert beside(text) == beside(text)


@COMMON
@given(text=TEXTS)
def test_paragraphs_and_lines_are_one(text: str) -> None:
    assert read(list(paragraphs(text))) == read(text)


@COMMON
@given(lines=st.lists(st.sampled_from([text for text, _ in FIRING] + LAWFUL), max_size=8), seed=st.integers())
def test_the_order_of_paragraphs_changes_no_finding(lines: list[str], seed: int) -> None:
    """Of a text whose sort is known: a title is one by where it stands."""
    shuffled = lines[:]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 — order, not secrets
    kind = LetterKind.DEMAND_LETTER
    assert told(read(lines, kind=kind)) == told(read(shuffled, kind=kind))


@COMMON
@given(text=TEXTS)
def test_every_sentence_lies_in_its_paragraph_and_none_is_left_out(text: str) -> None:
    for number, line in enumerate(paragraphs(text), start=1):
        paragraph = Paragraph(number, line)
        assert "".join(line[start:end] for start, end in paragraph.sentences) == line


@COMMON
@given(text=TEXTS)
def test_every_finding_can_be_said_in_both_languages(messages: Messages, text: str) -> None:
    for finding in beside(text).findings:
        for language in Language:
            assert messages.say(finding, language.value)
            assert messages.do(finding, language.value)


# -- a megabyte that somebody made to take long

HOSTILE = {
    "threats": "报警",
    "asking": "请",
    "sending people": "派人对账",
    "quotations": "约定：“",
    "citations": "《民法典》第五百七十九条，诉讼时效。",
    "citations without an end": "民法典第577、",
    "titles": "《民法典",
    "English citations": "Article 5, ",
    "laws": "Article 1 of the A ",
    "figures": "1,",
    "digits": "9",
    "dates": "2026-01-",
    "capitals": "壹万",
    "companies": "某某有限公司",
    "English companies": "Abc Ltd ",
    "invoices": "发票号码：12345678 ",
    "brackets": "（",
    "bars": " | ",
    "empty lines": "\n",
    "silence": "如未回复视为",
    "blanks": "报 ",
    "nothing to see": "\u200b",
    "one sentence": "货款",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def spent(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        times = []
        for _ in range(3):
            before = time.process_time()
            beside(text)
            times.append(time.process_time() - before)
        return min(times)

    spent(1_000)
    short, long = spent(8_000), spent(32_000)
    assert long < 0.3 + 8 * short  # four times the length; quadratic would be sixteen


def test_a_megabyte_is_read_in_seconds() -> None:
    text = ("催款函：请贵司支付货款人民币876,650.50元，根据《民法典》第五百七十九条，逾期将依法提起诉讼。" * 25_000)[
        :1_000_000
    ]
    before = time.process_time()
    checked = read(text)
    assert time.process_time() - before < 60
    assert len(checked.sums) > 15_000
