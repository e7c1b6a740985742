"""Every letter is read before it leaves: the words that its sender adds, and those of an operator's own template."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

import schemas
from docgen.errors import Barred, HostileFile, InvalidRequest, Severity, Unacknowledged, WordPlace
from docgen.letters.request import Language, LetterKind
from docgen.templating import compile_template
from docgen.usecases import Desk, check_file, check_text, make_letter
from docgen.usecases.letter import proofread
from docgen.wordfile.text import text
from tests.letters.making import ROOT
from tests.printing.word import p, word

DEMAND = LetterKind.DEMAND_LETTER
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def loaded(example: Callable[[str], Any]) -> schemas.Loaded:
    return schemas.load(example("demand_letter"), kind=DEMAND)


def with_words(loaded: schemas.Loaded, closing: str, *acknowledge: str) -> schemas.Loaded:
    letter = dataclasses.replace(loaded.letter, paragraphs={"closing": closing}, acknowledge=acknowledge)
    return dataclasses.replace(loaded, letter=letter)


@pytest.mark.parametrize(
    ("closing", "code"),
    [
        ("逾期不复视为确认。", "trap.silence"),
        ("依据《民事诉讼法》第二百一十四条，我司将申请支付令。", "citation.old_number"),
        ("依据《合同法》第一百零九条，请支付价款。", "citation.repealed"),
        ("贵司另欠运费12,345.67元。", "sum.unexplained"),
        ("请贵司于2026年8月1日前付清。", "day.deadline_passed"),
        ("请汇至账号：1000 0000 0000 0001 235。", "name.bank_account_differs"),
    ],
)
def test_the_sender_s_words_wait_until_somebody_has_read_what_is_against_them(
    desk: Desk, loaded: schemas.Loaded, closing: str, code: str
) -> None:
    typed = with_words(loaded, closing)
    with pytest.raises(Unacknowledged) as refused:
        make_letter(desk, DEMAND, Language.ZH, typed.account, typed.letter, typed.notices)
    against = [finding for finding in refused.value.findings if finding.code == code]
    assert [finding.place for finding in against] == ["/letter/paragraphs/closing"]
    read = with_words(loaded, closing, *refused.value.to_acknowledge)
    letter = make_letter(desk, DEMAND, Language.ZH, read.account, read.letter, read.notices)
    assert code in {notice.code for notice in letter.notices}
    assert not letter.draft


def test_a_threat_is_told_once_and_bars_the_letter(desk: Desk, loaded: schemas.Loaded) -> None:
    typed = with_words(loaded, "再不付款我司就报警。")
    with pytest.raises(Barred) as refused:
        make_letter(desk, DEMAND, Language.ZH, typed.account, typed.letter, typed.notices)
    assert [each.code for each in refused.value.findings if each.severity is Severity.BAR] == ["tone.criminal_threat"]


def test_lawful_words_of_the_sender_pass(desk: Desk, loaded: schemas.Loaded) -> None:
    words = "贵司曾于2026年6月18日确认欠款678,650.50元。依据《民法典》第五百七十九条，请及时支付货款。"
    typed = with_words(loaded, words)
    letter = make_letter(desk, DEMAND, Language.ZH, typed.account, typed.letter, typed.notices)
    assert letter.bars == ()


def own(desk: Desk, *paragraphs: str) -> Desk:
    """The desk with an operator's own demand letter, in which these stand besides."""
    shipped = (ROOT / "templates/zh/demand_letter.docx").read_bytes()
    template = compile_template(_with(shipped, paragraphs))
    key = (Language.ZH, DEMAND)
    return dataclasses.replace(
        desk, templates={**{each: desk.templates[each] for each in desk.templates}, key: template}, own_templates={key}
    )


def _with(docx: bytes, paragraphs: tuple[str, ...]) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(docx)), io.BytesIO()
    added = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    with zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:sectPr", added.encode() + b"<w:sectPr", 1)
            written.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("逾期不复视为确认。", "trap.silence"),
        ("依据《合同法》第一百零七条，贵司应承担违约责任。", "citation.repealed"),
        ("请汇至账号：1000 0000 0000 0001 235。", "name.bank_account_differs"),
        ("贵司另欠管理费12,345.67元。", "sum.unexplained"),
    ],
)
def test_the_words_of_an_own_template_are_checked_with_their_place_in_it(
    desk: Desk, loaded: schemas.Loaded, words: str, code: str
) -> None:
    with pytest.raises(Unacknowledged) as refused:
        make_letter(own(desk, words), DEMAND, Language.ZH, loaded.account, loaded.letter, loaded.notices)
    (found,) = refused.value.findings
    assert (found.code, found.place) == (code, WordPlace("", file="zh/demand_letter.docx", words=words))
    # whoever keeps the templates is told before anybody asks for a letter
    remarks = proofread(own(desk, words), DEMAND, Language.ZH, loaded.account, loaded.letter)
    assert [remark.code for remark in remarks] == [code]


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("language", list(Language))
def test_every_shipped_letter_goes_out_unchanged(
    desk: Desk, example: Callable[[str], Any], kind: LetterKind, language: Language
) -> None:
    loaded = schemas.load(example(kind.value), kind=kind)
    letter = make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)
    told = {finding.code.partition(".")[0] for finding in (*letter.bars, *letter.notices)}
    assert not told & {"tone", "trap", "signer", "citation", "sum", "day", "name"}


# -- texts and files of others


def test_a_text_is_checked_by_its_own_day_else_the_one_given_else_today(desk: Desk) -> None:
    text = "依据《仲裁法》第十六条，仲裁协议成立。"
    assert check_text(desk, text, today=TODAY).checked.dated_on == TODAY
    assert check_text(desk, f"{text}\n2026年2月1日", today=TODAY).checked.dated_on == dt.date(2026, 2, 1)
    given = check_text(desk, f"{text}\n2026年2月1日", today=TODAY, dated_on=dt.date(2026, 3, 1))
    assert given.checked.dated_on == dt.date(2026, 3, 1)
    assert [finding.code for finding in given.checked.findings] == ["citation.old_number"]


def test_a_word_file_is_checked_paragraph_by_paragraph(desk: Desk) -> None:
    reading = check_file(desk, word(p("催款函"), p("逾期不复视为确认。")), today=TODAY)
    assert reading.paragraphs == ("催款函", "逾期不复视为确认。")
    (finding,) = reading.checked.findings
    assert finding.place.paragraph == 2  # type: ignore[union-attr]


def test_what_is_no_word_file_or_no_letter_is_refused(desk: Desk) -> None:
    with pytest.raises(HostileFile):
        check_file(desk, b"PK nothing", today=TODAY)
    with pytest.raises(InvalidRequest) as refused:
        check_file(desk, word(p("字" * 1_000_001)), today=TODAY)
    assert [finding.code for finding in refused.value.findings] == ["check.too_long"]


def test_a_finished_letter_that_somebody_changes_in_word_is_found_out(desk: Desk, loaded: schemas.Loaded) -> None:
    letter = make_letter(desk, DEMAND, Language.ZH, loaded.account, loaded.letter, loaded.notices)
    known = {"account": loaded.account, "request": loaded.letter, "today": TODAY, "kind": DEMAND}
    assert check_file(desk, letter.docx, **known).checked.verdict == "ok"  # type: ignore[arg-type]
    changed = _with(letter.docx, ("逾期我司将在网上公布贵司欠款。", "请贵司一并支付管理费12,345.67元。"))
    found = check_file(desk, changed, **known).checked  # type: ignore[arg-type]
    assert found.verdict == "block"
    assert [finding.code for finding in found.findings] == ["tone.exposure", "sum.unexplained"]


def test_of_a_long_table_the_first_rows_are_read_and_all_that_stands_around_it() -> None:
    rows = "".join(f"<w:tr><w:tc>{p(f'{number}')}</w:tc></w:tr>" for number in range(3000))
    file = word(p("before"), f"<w:tbl>{rows}</w:tbl>", p("behind"))
    whole, some = text(file), text(file, most_rows=50)
    assert len(whole.splitlines()) == 3002
    assert some.splitlines()[0] == "before" and some.splitlines()[-1] == "behind"
    assert some.splitlines()[1:-1] == [str(number) for number in range(50)]
