"""What the sender's own words may not say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import schemas
from docgen.errors import Barred, Severity
from docgen.law.statutes import LawData
from docgen.letters import wording
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.tone import tone
from docgen.messages import Messages
from docgen.usecases import Desk, make_letter
from docgen.wordfile.text import text
from tests.letters.making import ROOT, example

DEMAND = LetterKind.DEMAND_LETTER


def said(text: str, kind: LetterKind = DEMAND) -> list[tuple[str, Severity]]:
    found = tone(kind, LetterRequest(paragraphs={"closing": text}))
    return [(finding.code, finding.severity) for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "逾期不付，我方将依法提起诉讼",
        "将向法院申请财产保全",
        "本函不构成对任何权利的放弃。",
        "所欠为报警器、曝光机和多媒体设备的货款，已于上月委托律师发出律师函。",
        "We will apply for a payment order. This letter does not waive any right.",
    ],
)
def test_lawful_words_pass(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("将在贵司门口拉横幅曝光", "tone.exposure"),
        ("将通知你家人和同事", "tone.third_parties"),
        ("将向您的所有客户公布欠款", "tone.exposure"),
        ("再不付款就报警", "tone.criminal_threat"),
        ("贵司就是老赖", "tone.insult"),
        ("我方将派人上门蹲守", "tone.harassment"),
        ("此为最后通牒", "tone.authority"),
        ("本律师函一经送达即生效", "tone.lawyer"),
        ("We will call the police.", "tone.criminal_threat"),
        ("We shall inform your customers.", "tone.exposure"),
    ],
)
def test_unlawful_words_bar_the_letter(text: str, code: str) -> None:
    assert said(text) == [(code, Severity.BAR)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("法院将把你列入失信名单", "tone.courts_decision"),
        ("否则向税务机关举报", "tone.report_as_pressure"),
        ("如于本月付清，其余一笔勾销", "tone.waiver"),
        ("最迟可以在年底再付", "tone.new_due_date"),
        ("质量问题正在处理", "tone.admission"),
        ("本函仅为复核账目之用，并非催款结算。", "tone.not_a_demand"),
    ],
)
def test_words_that_may_harm_the_sender_warn(text: str, code: str) -> None:
    assert said(text) == [(code, Severity.WARNING)]


def test_a_law_firm_may_call_its_letter_by_its_name() -> None:
    assert said("本律师函一经送达即生效", LetterKind.LAWYERS_LETTER) == []


def test_each_finding_names_its_place_its_words_and_articles_that_can_be_cited(law: LawData) -> None:
    words = (
        "报警。拉横幅。通知家人。堵门。骗子。传票。本律师函。"
        "失信。向税务举报。免除。最迟可以年底再付。产品瑕疵。并非催款。"
    )
    found = tone(DEMAND, LetterRequest(paragraphs={"closing": words}))
    assert len({finding.code for finding in found}) == 13
    messages = Messages.parse(
        {lang: [(ROOT / "docgen/messages" / lang / "letters.toml").read_text("utf-8")] for lang in ("zh", "en")}
    )
    for finding in found:
        assert finding.place == "/letter/paragraphs/closing"
        assert re.search(re.escape(finding.facts["words"]), words)
        assert wording.cite_all(finding.articles, law, Language.ZH)
        assert all(finding.facts["words"] in messages.say(finding, language) for language in ("zh", "en"))


def test_a_letter_with_a_threat_in_it_is_barred_and_its_draft_says_why(desk: Desk) -> None:
    asked = example("demand_letter")
    asked["letter"]["paragraphs"] = {"closing": "再不付款就报警。"}
    loaded = schemas.load(asked)
    with pytest.raises(Barred) as barred:
        make_letter(desk, DEMAND, Language.ZH, loaded.account, loaded.letter)
    assert [finding.code for finding in barred.value.findings] == ["tone.criminal_threat"]
    draft = make_letter(desk, DEMAND, Language.ZH, loaded.account, replace(loaded.letter, draft_anyway=True))
    assert "· “报警”以报案或刑事责任相威胁，催款函不得这样写。" in text(draft.docx)
