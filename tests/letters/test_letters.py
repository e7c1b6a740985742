"""The letters as their readers see them: the words of the merged Word files."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from docgen.letters import wording
from docgen.letters.context.fields import document, fields
from docgen.letters.request import LADDER, Language, LetterKind, Purpose
from docgen.letters.required import Part, amiss, required_parts
from tests.letters import golden
from tests.letters.making import ROOT, SENT, WITHOUT_SUMS, example, make

ZH, EN = Language.ZH, Language.EN
REMINDER, CONFIRMATION, DEMAND, LAWYERS, APPLICATION = LADDER
KINDS = [*((kind, None) for kind in LetterKind), (CONFIRMATION, Purpose.ACCOUNTS)]


def requested(kind: LetterKind, purpose: Purpose | None = None, **changes: Any) -> dict[str, Any]:
    """A shipped request for this kind with other letter fields."""
    asked = example(kind.value)
    asked["letter"] |= changes | ({"purpose": purpose.value} if purpose else {})
    return asked


def simple(*invoices: dict[str, Any], kind: LetterKind = REMINDER, **account: Any) -> dict[str, Any]:
    """A small account: these invoices, no payments, no history, one contract without a late-payment clause."""
    asked = example(kind.value)
    contract = {"number": "C-1", "title": "买卖合同", "kind": "sale", "signed_on": "2026-01-05", "currency": "CNY",
                "late_payment": {"rate": "none"}}  # fmt: skip
    asked["account"] |= {
        "contracts": [contract], "payments": [], "history": [],
        "invoices": [{"contract": "C-1", "issued_on": "2026-02-01"} | one for one in invoices],
    } | account  # fmt: skip
    for day in ("pay_by", "reply_by"):
        asked["letter"].pop(day, None)
    return asked


# -- golden letters, required parts


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", golden.CASES)
def test_the_letter_says_what_its_golden_copy_says(case: str, language: Language) -> None:
    assert golden.words(case, language) == golden.path(case, language).read_text("utf-8"), (
        "read the difference as a lawyer would; if it is meant: python -m tests.letters.regenerate"
    )


def parts() -> list[Any]:
    return [
        pytest.param(language, kind, purpose, part, id=f"{language}-{kind.value}-{purpose or ''}-{part.id}")
        for language in Language
        for kind, purpose in KINDS
        for part in required_parts(kind, purpose)
    ]


@pytest.mark.parametrize(("language", "kind", "purpose", "part"), parts())
def test_each_letter_holds_its_required_part_and_nothing_forbidden(
    language: Language, kind: LetterKind, purpose: Purpose | None, part: Part
) -> None:
    made = make(kind, requested(kind, purpose), language)
    assert part.found_in(made.text, language, made.facts) in {None, not part.forbidden}


def test_a_letter_whose_account_number_was_cut_out_is_found_amiss() -> None:
    made = make(DEMAND)
    cut = made.text.replace(made.facts["bank"]["number"], "")
    assert list(amiss(DEMAND, None, cut, ZH, made.facts)) == ["account.number"]


def test_a_demand_that_threatens_is_found_amiss() -> None:
    made = make(DEMAND, requested(DEMAND, paragraphs={"closing": "逾期将向公安机关报案。"}))
    assert list(amiss(DEMAND, None, made.text, ZH, made.facts)) == ["threat"]


# -- words agree with figures


@pytest.mark.parametrize(("kind", "purpose"), KINDS)
def test_capitals_agree_with_the_figures_beside_them(kind: LetterKind, purpose: Purpose | None) -> None:
    pairs = re.findall(r"人民币([\d,]+\.\d\d)元（大写：(人民币[^）]+)）", make(kind, requested(kind, purpose)).text)
    assert pairs or kind in WITHOUT_SUMS
    for figures, words in pairs:
        assert wording.same_amount(words, Decimal(figures.replace(",", "")))


def test_the_rows_of_a_demand_add_up_to_its_total() -> None:
    made = make(DEMAND)
    chosen = made.assessment.chosen
    rows = [[cell.strip() for cell in line.split("|")] for line in made.text.splitlines() if " | " in line]
    listed = [amount(row[6]) for row in rows if len(row) == 8 and row[0].isdigit() and row[7].isdigit()]
    assert sum(listed) == chosen.totals.demandable
    segments = [amount(row[7]) for row in rows if len(row) == 8 and row[0].isdigit() and not row[7].isdigit()]
    rounding = next((amount(row[1]) for row in rows if row[0] == "分段舍入差额"), Decimal(0))
    total = next(amount(row[1]) for row in rows if row[0] == "合　计" and len(row) == 2)
    assert total == sum(listed) + sum(segments) + rounding


def amount(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))


# -- the reminder's three states


def test_a_reminder_before_the_due_date_names_the_date_and_asks_for_nothing() -> None:
    made = make(REMINDER, simple({"number": "1", "amount": "100.00", "due_on": "2026-10-08"}))
    assert made.facts["state"] == "not_due"
    assert "2026年10月8日到期" in made.text
    assert "不要求贵司提前付款" in made.text
    assert not re.search(r"请贵司于[^。]*前[^。]*支付", made.text)
    assert made.request.pay_by is None


def test_a_reminder_on_the_due_date_asks_for_payment_as_agreed() -> None:
    made = make(REMINDER, simple({"number": "1", "amount": "100.00", "due_on": "2026-09-15"}))
    assert made.facts["state"] == "due"
    assert "付款期限于今日届满" in made.text
    assert "逾期最长" not in made.text


def test_a_reminder_after_the_due_date_asks_for_payment_by_a_day() -> None:
    made = make(REMINDER, simple({"number": "1", "amount": "100.00", "due_on": "2026-09-05"}))
    assert made.facts["state"] == "overdue"
    assert "逾期最长的已达10天。请贵司于2026年9月22日前将上述款项支付" in made.text


def test_a_reminder_thanks_by_name_what_came_after_the_books_were_closed() -> None:
    asked = simple(
        {"number": "1", "amount": "100.00", "due_on": "2026-09-05"},
        payments=[{"received_on": "2026-09-15", "amount": "40.00", "names": ["1"]}],
    )
    made = make(REMINDER, asked)
    assert "本公司已收到贵司2026年9月15日支付的人民币40.00元，谨致谢意。" in made.text
    assert "合计人民币60.00元（大写：人民币陆拾元整）" in made.text


def test_a_reminder_thanks_whoever_has_paid_since() -> None:
    assert "如贵司在2026年9月14日之后已经付款，谨致谢意，已付部分请忽略本函" in make(REMINDER).text


# -- what is not demanded


def test_a_disputed_part_is_named_without_its_reason() -> None:
    dispute = {"amount": "30.00", "reason": "货物有质量问题", "raised_on": "2026-08-01", "in_writing": True}
    asked = simple({"number": "7", "amount": "100.00", "due_on": "2026-09-05", "dispute": dispute}, kind=DEMAND)
    text = make(DEMAND, asked).text
    assert "发票7：人民币30.00元，贵司提出异议" in text
    assert "本公司不予认可贵司的异议" in text
    assert "未付100.00，其中有争议的30.00暂不列入，权利保留" in text
    assert "合　计（有争议的30.00暂不列入） | 100.00 | 0.00 | 70.00" in text
    assert "质量" not in text
    assert "本金为人民币70.00元" in text


def test_an_expired_debt_is_not_demanded_and_limitation_is_not_spoken_of() -> None:
    asked = simple(
        {"number": "old", "amount": "50.00", "issued_on": "2020-01-01", "due_on": "2020-02-01"},
        {"number": "new", "amount": "100.00", "due_on": "2026-09-05"},
        kind=DEMAND,
    )
    text = make(DEMAND, asked).text
    assert "发票old：人民币50.00元，另行商洽" in text
    assert "时效" not in text
    assert "本金为人民币100.00元" in text


def test_money_that_names_no_invoice_is_deducted_or_allocated_and_never_lost() -> None:
    asked = simple(
        {"number": "1", "amount": "100.00", "due_on": "2026-09-05"},
        payments=[{"received_on": "2026-09-10", "amount": "30.00"}],
    )
    made = make(REMINDER, asked)
    assert "合计人民币70.00元（大写：人民币柒拾元整）" in made.text


# -- confirmations


def test_a_balance_confirmation_states_no_sum_of_interest() -> None:
    made = make(CONFIRMATION)
    interest = made.assessment.chosen.interest
    assert f"{interest.total:,.2f}" not in made.text  # type: ignore[union-attr]


def test_the_two_confirmations_are_never_mixed() -> None:
    accounts = make(CONFIRMATION, requested(CONFIRMATION, Purpose.ACCOUNTS)).text
    demanding = make(CONFIRMATION, requested(CONFIRMATION, Purpose.DEMAND)).text
    assert "并非催款结算" in accounts and "选择第1项并盖章" not in accounts and "账　号" not in accounts
    assert "并非催款结算" not in demanding and "账　号" in demanding


def test_only_a_slip_with_its_first_box_ticked_agrees_to_pay() -> None:
    text = make(CONFIRMATION, requested(CONFIRMATION, Purpose.DEMAND)).text
    assert "选择第1项并盖章的，即表示确认上述欠款并同意于该日前履行付款义务" in text
    assert "选择第2项并盖章的，仅表示确认上述欠款的金额" in text
    assert "盖章确认即表示" not in text


@pytest.mark.parametrize("purpose", Purpose)
def test_the_slip_begins_a_page_of_its_own(purpose: Purpose) -> None:
    made = make(CONFIRMATION, requested(CONFIRMATION, purpose))
    assert page_break_before(made.docx, "SlipTitle")


def page_break_before(docx: bytes, style: str) -> bool:
    word = Document(BytesIO(docx))
    [slip] = [paragraph for paragraph in word.paragraphs if paragraph.style and paragraph.style.style_id == style]
    return bool(slip.style and slip.style.paragraph_format.page_break_before)


# -- interest


def test_without_a_clause_the_loss_is_put_by_the_prime_rate_at_breach() -> None:
    text = make(DEMAND, simple({"number": "1", "amount": "10000.00", "due_on": "2026-03-05"}, kind=DEMAND)).text
    assert "按违约行为发生时全国银行间同业拆借中心公布的一年期贷款市场报价利率（LPR）加计30%计算" in text
    assert "3.00%×1.3=年\u00a03.90%" in text
    assert "第十八条第四款" in text


def test_a_demand_without_interest_reserves_it() -> None:
    text = make(DEMAND, requested(DEMAND, interest={"rule": "none"})).text
    assert "保留依合同约定或者法律规定另行主张的权利" in text
    assert "分段舍入差额" not in text


def test_an_application_claims_no_interest_that_no_document_agrees() -> None:
    asked = simple({"number": "1", "amount": "10000.00", "due_on": "2026-03-05"}, kind=APPLICATION)
    text = make(APPLICATION, asked).text
    assert "本申请不含逾期付款违约金或者利息；" in text
    assert "2. 申请费由被申请人负担。" in text


def test_the_sum_of_an_application_is_fixed() -> None:
    made = make(APPLICATION)
    assert "该金额按合同约定计算，固定计至2026年9月15日" in made.text
    assert "实际清偿之日" not in made.text.replace(made.facts["reserved_said"], "")


# -- the law data's version


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("kind", "purpose"), KINDS)
def test_the_version_of_the_law_data_stands_in_the_file_and_not_in_its_words(
    kind: LetterKind, purpose: Purpose | None, language: Language
) -> None:
    made = make(kind, requested(kind, purpose), language)
    version = made.assessment.law_version
    assert Document(BytesIO(made.docx)).core_properties.keywords == f"law data {version}"
    if kind is LetterKind.DECISION_MEMO:  # for the file, which must name what it was decided by
        assert version in made.text
        return
    if kind not in SENT:  # for our own hands: its clocks tell how long the law data holds, and it has no other text
        assert version not in made.text and "prevails" not in made.text
        return
    assert version not in made.text and "法律数据" not in made.text and "Law data" not in made.text
    assert ("The Chinese text prevails" in made.text) == (language is EN)


# -- drafts, persons, currencies, sizes


def test_a_draft_says_so_in_its_header_and_names_its_bars_at_the_top() -> None:
    made = make(DEMAND, draft_because=("发票 1 尚未到期。", "债务已获清偿。"))
    assert made.text.startswith("草稿，不得发出\n")
    assert "本件仅为草稿，存在下列情形，不得发出：\n· 发票 1 尚未到期。\n· 债务已获清偿。" in made.text
    assert made.text.index("债务已获清偿") < made.text.index("催款函")


def test_a_final_letter_bears_no_mark_of_a_draft() -> None:
    assert "草稿" not in make(DEMAND).text


def test_a_lawyers_letter_is_always_a_draft_and_the_company_does_not_issue_it() -> None:
    made = make(LAWYERS)
    assert made.facts["draft"] is True
    body = made.text.split("\n\n", 1)[1]
    assert body.splitlines()[0] == "江苏示例律师事务所"
    assert "华信精工（示例）有限公司（盖章）" not in made.text


def test_a_natural_person_is_addressed_politely_and_no_identity_number_is_printed() -> None:
    asked = example(REMINDER.value)
    asked["account"]["debtor"] = {"name": "赵示例", "kind": "natural_person", "country": "CN",
                                  "registration_number": "11010119900307TEST"}  # fmt: skip
    text = make(REMINDER, asked).text
    assert "请您于" in text
    assert "11010119900307TEST" not in text
    assert "法定代表人：" not in text.split("付款提醒函")[1].split("赵示例：")[0]


def test_a_foreign_currency_is_named_in_figures_and_words() -> None:
    asked = simple({"number": "1", "amount": "2500.00", "due_on": "2026-09-05"})
    asked["account"]["contracts"][0]["currency"] = "USD"
    text = make(REMINDER, asked).text
    assert "2,500.00美元（大写：美元贰仟伍佰元整）" in text
    assert "单位：美元" in text
    assert "人民币" not in text


@pytest.mark.parametrize("count", [1, 50])
def test_one_invoice_or_fifty_stand_row_by_row(count: int) -> None:
    invoices = [{"number": f"INV-{n}", "amount": "10.00", "due_on": "2026-08-01"} for n in range(1, count + 1)]
    made = make(DEMAND, simple(*invoices, kind=DEMAND))
    assert all(f" | INV-{n} | " in made.text for n in range(1, count + 1))
    assert f"\n{count} | INV-" in made.text
    assert made.facts["sums"]["demanded_column"] == f"{10 * count}.00"


def test_free_paragraphs_stand_at_their_places_as_they_were_written() -> None:
    made = make(
        DEMAND, requested(DEMAND, paragraphs={"facts": "第一段 <b> & {{ 七 }}\n第二段", "closing": "顺祝商祺。"})
    )
    lines = made.text.splitlines()
    assert lines[lines.index("第一段 <b> & {{ 七 }}") + 1] == "第二段"
    assert lines.index("顺祝商祺。") < lines.index("特此函告。")


def test_an_absent_fact_leaves_no_empty_label() -> None:
    asked = simple({"number": "1", "amount": "100.00", "due_on": "2026-09-05"})
    for side in ("creditor", "debtor"):
        whole = asked["account"][side]
        kept = ("name", "kind", "registration_number", "country")
        asked["account"][side] = {name: whole[name] for name in kept}
    asked["letter"].pop("signatory", None)
    asked["letter"].pop("signatory_post", None)
    text = make(REMINDER, asked).text
    body = text.replace(f"{whole['name']}：\n", "")
    assert not re.search(r"((?<!如下)：|；|，|　)$", body, re.MULTILINE)
    assert not re.search(r"：[；，。）]|（）|None", text)


# -- fields


@pytest.mark.parametrize(("kind", "purpose"), KINDS)
@pytest.mark.parametrize("language", Language)
def test_every_field_is_described_and_every_description_is_of_a_field(
    kind: LetterKind, purpose: Purpose | None, language: Language
) -> None:
    described = fields(kind)
    found = set(paths(make_facts(kind, purpose, language)))
    assert found <= set(described)
    lists = {name for name in described if name.endswith("[]")}
    of_members = {name for name in described if any(name.startswith(f"{one}.") for one in lists)}
    assert set(described) - of_members <= found


def make_facts(kind: LetterKind, purpose: Purpose | None, language: Language) -> dict[str, Any]:
    return make(kind, requested(kind, purpose), language).facts


def paths(value: Any, at: str = "") -> list[str]:
    """The names of all fields in these facts, as `docs/fields.md` writes them."""
    if isinstance(value, dict):
        return [name for key, inner in value.items() for name in paths(inner, f"{at}.{key}" if at else key)]
    if isinstance(value, list):
        members = [name for inner in value if isinstance(inner, dict) for name in paths(inner, f"{at}[]")]
        return [f"{at}[]", *members]
    assert isinstance(value, str | bool | int)
    return [at]


def test_the_list_of_fields_is_up_to_date() -> None:
    assert (ROOT / "docs" / "fields.md").read_text("utf-8") == document()


def test_both_languages_are_given_the_same_fields() -> None:
    for kind in LetterKind:
        zh, en = (paths(make_facts(kind, None, language)) for language in (ZH, EN))
        assert zh == en
