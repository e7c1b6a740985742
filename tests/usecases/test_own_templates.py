"""A letter from the operator's own Word file is read for the parts that it must hold."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import schemas
from docgen import app as wiring
from docgen.errors import Barred, DocgenError, Severity, Unacknowledged, WordPlace
from docgen.letters.part_names import part_name
from docgen.letters.request import Language, LetterKind, Purpose
from docgen.letters.required import required_parts
from docgen.templating import compile_template
from docgen.usecases import Desk, Letter, make_letter
from docgen.wordfile.text import text

DEMAND, ZH = LetterKind.DEMAND_LETTER, Language.ZH
SHIPPED = Path(__file__).parents[2] / "templates" / "zh" / "demand_letter.docx"


def without(words: str) -> bytes:
    """The shipped demand letter without the paragraphs that hold these words."""
    document = Document(str(SHIPPED))
    cut = [paragraph for paragraph in document.paragraphs if words in paragraph.text]
    assert cut
    for paragraph in cut:
        paragraph._p.getparent().remove(paragraph._p)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def own(desk: Desk, word_file: bytes) -> Desk:
    """The desk of an operator whose demand letter is this Word file."""
    templates = {**desk.templates, (ZH, DEMAND): compile_template(word_file)}
    return replace(desk, templates=templates, own_templates=frozenset({(ZH, DEMAND)}))


def demand(desk: Desk, request: dict[str, Any], **letter: Any) -> Letter:
    request["letter"] |= letter
    loaded = schemas.load(request, kind=DEMAND)
    return make_letter(desk, DEMAND, ZH, loaded.account, loaded.letter, loaded.notices)


def test_a_template_without_the_account_number_is_stopped_and_the_part_is_named(desk: Desk, example: Any) -> None:
    with pytest.raises(Barred) as stopped:
        demand(own(desk, without("{{ bank.number }}")), example("demand_letter"))
    [found] = stopped.value.findings
    assert (found.code, found.severity) == ("letter.part_missing", Severity.WARNING)
    assert desk.messages.say(found, ZH) == "所用模板缺少函件应有的内容：收款账号。"


def test_whoever_has_read_the_warning_gets_the_letter(desk: Desk, example: Any) -> None:
    request = example("demand_letter")
    acknowledged = [*request["letter"].get("acknowledge", []), "letter.part_missing"]
    letter = demand(own(desk, without("{{ bank.number }}")), request, acknowledge=acknowledged)
    assert not letter.draft
    assert "letter.part_missing" in {notice.code for notice in letter.notices}


def test_a_draft_names_the_missing_part_on_its_face(desk: Desk, example: Any) -> None:
    letter = demand(own(desk, without("{{ bank.number }}")), example("demand_letter"), draft_anyway=True)
    assert letter.draft
    assert "· 所用模板缺少函件应有的内容：收款账号。" in text(letter.docx)


def test_an_own_template_that_holds_every_part_is_not_remarked_on(desk: Desk, example: Any) -> None:
    letter = demand(own(desk, SHIPPED.read_bytes()), example("demand_letter"))
    assert "letter.part_missing" not in {notice.code for notice in letter.notices}


def test_an_operators_folder_says_which_templates_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(SHIPPED.read_bytes())
    assert wiring.own_templates(tmp_path) == {(ZH, DEMAND)}
    assert wiring.own_templates(None) == frozenset()


@pytest.mark.parametrize("language", Language)
def test_every_required_part_has_a_name_that_a_person_understands(language: Language) -> None:
    for kind in LetterKind:
        for purpose in (None, *Purpose):
            for part in required_parts(kind, purpose):
                if not part.forbidden:
                    assert not re.search(r"_|\w\.\w", part_name(part.id, language))


def saying(*sentences: str) -> bytes:
    """The shipped demand letter with sentences of a lawyer's own at its end."""
    document = Document(str(SHIPPED))
    for sentence in sentences:
        document.add_paragraph(sentence)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_threat_in_an_own_template_bars_its_letters_and_the_paragraph_is_quoted(desk: Desk, example: Any) -> None:
    threat = "{{ you }}逾期不付的，我司将向公安机关报案。"
    with pytest.raises(Barred) as stopped:
        demand(own(desk, saying(threat)), example("demand_letter"))
    [found] = stopped.value.findings
    assert (found.code, found.severity) == ("tone.criminal_threat", Severity.BAR)
    assert found.place == WordPlace("", file="zh/demand_letter.docx", words="贵司逾期不付的，我司将向公安机关报案。")
    assert desk.messages.say(found, ZH).startswith(
        "zh/demand_letter.docx，“贵司逾期不付的，我司将向公安机关报案。”处："
    )


def test_a_waiver_in_an_own_template_waits_to_be_read_and_is_named_on_a_draft(desk: Desk, example: Any) -> None:
    template = saying("如按期付清，本公司不再追究违约责任。", "贵司于本月底前付款即可。")
    request = example("demand_letter")
    with pytest.raises(Unacknowledged) as stopped:
        demand(own(desk, template), request)
    assert {finding.code for finding in stopped.value.findings} == {"tone.waiver", "tone.new_due_date"}
    assert set(stopped.value.to_acknowledge) >= {"tone.waiver", "tone.new_due_date"}
    draft = demand(own(desk, template), request, draft_anyway=True)
    assert "“不再追究”可能被理解为放弃权利" in text(draft.docx)
    letter = demand(own(desk, template), request, draft_anyway=False, acknowledge=list(stopped.value.to_acknowledge))
    assert not letter.draft


def test_words_of_a_field_and_of_the_template_are_told_apart_and_each_once(desk: Desk, example: Any) -> None:
    request = example("demand_letter")
    request["letter"]["paragraphs"] = {"closing": "再不付款就报警。"}
    with pytest.raises(Barred) as stopped:
        demand(own(desk, saying("此为最后通牒。")), request)
    assert [(finding.code, finding.place) for finding in stopped.value.findings] == [
        ("tone.criminal_threat", "/letter/paragraphs/closing"),
        ("tone.authority", WordPlace("", file="zh/demand_letter.docx", words="此为最后通牒。")),
    ]


def test_names_of_parties_and_goods_and_clauses_quoted_do_not_trip_the_check(desk: Desk, example: Any) -> None:
    request = example("demand_letter")
    request["account"]["debtor"]["name"] = "海城报案曝光器材有限公司"
    request["account"]["invoices"][0]["description"] = "老赖牌报警灯"
    request["account"]["contracts"][0]["payment_terms"] = "买方于宽限期至2026年1月1日前付款即可，不计利息。"
    request["letter"]["paragraphs"] = {"closing": "请海城报案曝光器材有限公司按期付款。"}
    letter = demand(own(desk, SHIPPED.read_bytes()), request)
    assert not {notice.code for notice in letter.notices if notice.code.startswith("tone.")}


def test_a_lawful_rewording_is_accepted_and_what_is_missing_is_told_with_words_that_would_do(
    desk: Desk, example: Any
) -> None:
    reworded = replaced(
        "该日期为本次催告所定的合理付款期限，不构成对原付款期限的变更，", "原约定的付款期限不因本函延长；"
    )
    assert not demand(own(desk, reworded), example("demand_letter")).draft
    with pytest.raises(Barred) as stopped:
        demand(own(desk, replaced("不构成对原付款期限的变更，", "请予重视，")), example("demand_letter"))
    [found] = stopped.value.findings
    assert "例如：该日期不构成对原付款期限的变更。" in desk.messages.do(found, ZH)


def replaced(old: str, new: str) -> bytes:
    """The shipped demand letter with other words in one paragraph."""
    document = Document(str(SHIPPED))
    [paragraph] = [one for one in document.paragraphs if old in one.text]
    words = paragraph.text.replace(old, new)
    for run in paragraph.runs:
        run.text = ""
    paragraph.runs[0].text = words
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def states(kind: LetterKind, example: Any) -> dict[str, Any]:
    """The shipped request in several states, each of which prints other branches of its template."""
    found = {}
    for name in ("as it ships", "no interest", "all disputed", "not yet due", "reconciliation", "to a person"):
        request = example(kind.value)
        invoices = request["account"]["invoices"]
        if name == "no interest":
            request["letter"]["interest"] = {"rule": "none"}
        if name == "all disputed":
            for one in invoices:
                one["dispute"] = {
                    "amount": one["amount"], "reason": "质量问题", "raised_on": request["account"]["booked_up_to"],
                    "in_writing": True,
                }  # fmt: skip
        if name == "not yet due":
            for one in invoices:
                one["due_on"] = "2027-03-01"
        if name == "reconciliation":
            request["letter"] |= {"purpose": "accounts"}
        if name == "to a person":
            request["account"]["debtor"] = {"name": "赵示例", "name_en": "Zhao Shili", "kind": "natural_person"}
        found[name] = request
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
def test_our_own_letters_hold_all_and_say_nothing_amiss_in_every_state(
    desk: Desk, example: Any, kind: LetterKind, language: Language
) -> None:
    theirs = replace(desk, own_templates=frozenset({(language, kind)}))
    made = 0
    for state, request in states(kind, example).items():
        try:
            loaded = schemas.load(request)
            asked = replace(loaded.letter, draft_anyway=True)
            letter = make_letter(theirs, kind, language, loaded.account, asked, loaded.notices)
        except DocgenError:
            continue  # not every state is a state of every letter
        made += 1
        codes = {one.code for one in (*letter.bars, *letter.notices) if isinstance(one.place, WordPlace)}
        missing = [one.facts for one in letter.notices if one.code == "letter.part_missing"]
        assert (codes, missing) == (set(), []), state
    assert made >= 3


@pytest.mark.parametrize(
    ("kind", "purpose", "sentence", "part"),
    [
        (LetterKind.PAYMENT_REMINDER, None, "逾期未付的，我司将提起诉讼。", "起诉、仲裁等法律措施"),
        (LetterKind.BALANCE_CONFIRMATION, "accounts", "请贵司尽快支付上述款项。", "付款要求"),
        (LetterKind.PAYMENT_ORDER_APPLICATION, None, "利息计算至实际清偿之日止。", "计至清偿之日的数额"),
    ],
)
def test_what_belongs_in_another_letter_is_told_with_its_paragraph(
    desk: Desk, example: Any, kind: LetterKind, purpose: str | None, sentence: str, part: str
) -> None:
    document = Document(str(SHIPPED.parent / f"{kind.value}.docx"))
    document.add_paragraph(sentence)
    saved = BytesIO()
    document.save(saved)
    templates = {**desk.templates, (ZH, kind): compile_template(saved.getvalue())}
    theirs = replace(desk, templates=templates, own_templates=frozenset({(ZH, kind)}))
    request = example(kind.value)
    request["letter"] |= {"purpose": purpose} if purpose else {}
    loaded = schemas.load(request, kind=kind)
    asked = replace(loaded.letter, draft_anyway=True)
    letter = make_letter(theirs, kind, ZH, loaded.account, asked, loaded.notices)
    told = [one for one in letter.notices if one.code == "letter.part_out_of_place"]
    assert [one.facts["part"] for one in told] == [part]
    assert all(sentence in desk.messages.say(one, ZH) for one in told)
