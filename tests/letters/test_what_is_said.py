"""Letters are evidence against their writer: every date, promise, rule and base that they name must hold."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import LADDER, Language, LetterKind
from docgen.letters.wording import letter_date
from tests.letters.making import Worded, example, make

ZH, EN = Language.ZH, Language.EN
REMINDER, CONFIRMATION, DEMAND, LAWYERS, APPLICATION = LADDER
SIZES = {"creditor": "small", "debtor": "large"}
CLAUSE = {"rate": "per_day", "value": "0.001"}


def contract(number: str = "C-1", kind: str = "sale", **more: Any) -> dict[str, Any]:
    return {"number": number, "title": "合同", "kind": kind, "signed_on": "2026-01-05", "currency": "CNY",
            "late_payment": {"rate": "none"}} | more  # fmt: skip


def asked(kind: LetterKind, *invoices: dict[str, Any], letter: dict[str, Any] | None = None, **account: Any) -> Any:
    """A request on these invoices alone, as of 15 September 2026, payments booked up to the 14th."""
    document = example(kind.value)
    document["account"] |= {
        "contracts": [contract()], "payments": [], "history": [],
        "invoices": [{"contract": "C-1", "issued_on": "2026-01-10"} | one for one in invoices],
    } | account  # fmt: skip
    for day in ("pay_by", "reply_by"):
        document["letter"].pop(day, None)
    document["letter"] |= letter or {}
    return document


def invoice(number: str = "1", amount: str = "1000.00", due_on: str = "2026-03-05", **more: Any) -> dict[str, Any]:
    return {"number": number, "amount": amount, "due_on": due_on} | more


def demand(*invoices: dict[str, Any], language: Language = ZH, **more: Any) -> Worded:
    return make(DEMAND, asked(DEMAND, *(invoices or (invoice(),)), **more), language)


# -- the day of a figure


def test_the_balance_of_a_confirmation_is_dated_the_day_that_it_holds() -> None:
    late = {"received_on": "2026-09-15", "amount": "400.00"}
    document = asked(CONFIRMATION, invoice(), payments=[late], letter={"purpose": "accounts"})
    zh, en = make(CONFIRMATION, document).text, make(CONFIRMATION, document, EN).text
    assert "2026年9月15日 | 600.00 | 0.00" in zh and "截止日期2026年9月15日）所列余额人民币600.00元" in zh
    assert "付款登记至2026年9月14日" in zh
    assert "balance as at 15 September 2026" in en and "as at 15 September 2026, and reply" in en
    assert "payments being booked up to 14 September 2026" in en


@pytest.mark.parametrize("kind", [CONFIRMATION, DEMAND, LAWYERS, APPLICATION])
def test_days_overdue_stand_beside_the_day_to_which_they_count(kind: LetterKind) -> None:
    zh, en = make(kind), make(kind, language=EN)
    as_of, booked = zh.assessment.as_of, zh.assessment.booked_up_to
    assert as_of != booked
    assert f"截至{letter_date(as_of, ZH)}" in zh.text and f"截至{letter_date(booked, ZH)}" not in zh.text
    assert f"付款登记至{letter_date(booked, ZH)}" in zh.text
    assert f"s at {letter_date(as_of, EN)}" in en.text and f"s at {letter_date(booked, EN)}" not in en.text
    assert f"payments booked up to {letter_date(booked, EN)}" in en.text


def test_due_today_is_said_with_its_date_in_a_letter_of_a_later_day() -> None:
    document = asked(REMINDER, invoice(due_on="2026-09-15"), letter={"dated_on": "2026-09-16"})
    assert "付款期限于2026年9月15日届满" in make(REMINDER, document).text
    assert "today" not in make(REMINDER, document, EN).text


# -- what the debtor is said to have done


def event(kind: str, proof: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "on": "2026-06-18", "proof": proof} | more


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (event("confirmation", "sent", amount="900.00", promised_on="2026-07-31"), ""),
        (event("confirmation", "arrived", amount="900.00"), ""),
        (event("confirmation", "refused", amount="900.00"), ""),
        (event("promise", "none", promised_on="2026-07-31"), ""),
        (event("confirmation", "signed", amount="900.00", promised_on="2026-07-31"),
         "2026年6月18日，贵司确认欠款人民币900.00元。"),
        (event("confirmation", "promised", amount="900.00", promised_on="2026-07-31"),
         "2026年6月18日，贵司确认欠款人民币900.00元，并承诺于2026年7月31日前付清。该承诺不构成对原付款期限的变更。"),
        (event("promise", "signed", amount="900.00", promised_on="2026-07-31"),
         "2026年6月18日，贵司承诺于2026年7月31日前付款人民币900.00元。该承诺不构成对原付款期限的变更。"),
        (event("confirmation", "signed", amount="900.00", invoices=["2"]), ""),
    ],
)  # fmt: skip
def test_the_debtor_confirmed_or_promised_only_what_it_signed(of: dict[str, Any], said: str) -> None:
    made = demand(invoice(), invoice("2", due_on="2026-10-05"), history=[of])
    assert made.facts["confirmed_said"] == said


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (event("reminder", "sent"), ""),
        (event("reminder", "sent", demands_payment=False), ""),
        (event("call", "none"), ""),
        (event("call", "none", demands_payment=True), "2026年6月18日电话请求付款"),
        (event("demand", "none"), "2026年6月18日催款函"),
        (event("demand", "sent"), "2026年6月18日催款函（已发出）"),
        (event("demand", "refused", reference="华信催〔2026〕9号"), "2026年6月18日催款函（华信催〔2026〕9号，被拒收）"),
        (event("demand", "sent", invoices=["2"]), ""),
        (event("demand", "sent", invoices=["1", "2"]), "2026年6月18日催款函（已发出，就发票1、2）"),
        (event("lawyers_letter", "signed"), "2026年6月18日律师函（已签收）"),
        (event("demand", "sent", on="2026-02-01"), ""),  # nothing of it had fallen due
    ],
)
def test_a_demand_made_is_one_that_asked_for_these_invoices(of: dict[str, Any], said: str) -> None:
    made = demand(invoice(), invoice("2", due_on="2026-10-05"), history=[of])
    assert made.facts["demands_said"] == said


def test_court_papers_cite_only_demands_that_reached_the_debtor() -> None:
    history = [
        event("call", "none", demands_payment=True),
        event("demand", "sent", on="2026-06-20"),
        event("demand", "arrived", on="2026-06-22", reference="催9号"),
    ]
    made = make(APPLICATION, asked(APPLICATION, invoice(), history=history))
    assert made.facts["demands_said"] == "2026年6月22日催款函（催9号，已送达）"


# -- what is said to follow

COURT = "向被告住所地人民法院提起诉讼。"
ARBITRATION = "提交上海仲裁委员会仲裁。"
COSTS = "律师费、保全费由违约方承担。"


@pytest.mark.parametrize(
    ("clauses", "said"),
    [
        ((None,), "提起诉讼、申请财产保全等措施。"),
        ((COURT,), "提起诉讼、申请财产保全等措施。"),
        ((ARBITRATION,), "采取申请仲裁、申请财产保全等措施。"),
        ((COURT, ARBITRATION), "依法通过诉讼或者仲裁等方式主张权利。"),
        (("由双方选定的仲裁机构仲裁。",), "依法通过诉讼或者仲裁等方式主张权利。"),
    ],
)
def test_the_steps_go_by_the_dispute_clause(clauses: tuple[str | None, ...], said: str) -> None:
    numbers = [f"K-{n}" for n in range(len(clauses))]
    contracts = [
        contract(number=number, dispute_clause=clause) for number, clause in zip(numbers, clauses, strict=True)
    ]
    made = demand(*(invoice(number, contract=number) for number in numbers), contracts=contracts)
    assert said in made.facts["consequences"]
    assert "/" not in made.facts["consequences"]
    assert made.facts["consequences"] in made.text


def test_a_payment_order_is_not_named_where_it_is_shut() -> None:
    document = example(DEMAND.value)
    assert "申请支付令" in make(DEMAND, document).facts["consequences"]
    document["account"]["declared"]["debtor_abroad"]["answer"] = "yes"
    assert "支付令" not in make(DEMAND, document).facts["consequences"]
    assert "payment order" not in make(DEMAND, document, EN).facts["consequences"]


def test_costs_are_claimed_by_the_clause_quoted_else_as_the_law_allows() -> None:
    assert "由此产生的费用，本公司将依法主张。" in demand(invoice(), contracts=[contract()]).facts["consequences"]
    made = demand(invoice(), contracts=[contract(costs_clause=COSTS)])
    assert f"合同约定：“{COSTS}”由此产生的费用，本公司将依约请求贵司承担。" in made.facts["consequences"]


# -- how interest goes on


def under(**clause: Any) -> list[dict[str, Any]]:
    return [contract(late_payment=CLAUSE | clause)]


def test_interest_at_its_cap_is_not_said_to_go_on() -> None:
    for language in Language:
        made = demand(contracts=under(cap="0.05"), language=language)
        assert made.facts["interest"]["continues"] == ""
        assert "继续计算" not in made.text and "continues to accrue" not in made.text
        assert "；。" not in made.text and "; ." not in made.text


def test_interest_goes_on_without_what_has_reached_the_cap_and_up_to_the_cap() -> None:
    invoices = invoice(), invoice("2", "300.00", "2026-09-10")
    zh, en = (demand(*invoices, contracts=under(cap="0.05"), language=one) for one in Language)
    assert "以尚未达到约定上限的各笔届时未付款项（现为人民币300.00元）为基数" in zh.text
    assert "继续计算至实际清偿之日止，以约定的上限为限" in zh.text
    assert "not reached the agreed cap (now RMB 300.00) until actual payment, up to the agreed cap" in en.text


def test_interest_on_the_whole_invoice_goes_on_on_the_whole_invoice() -> None:
    paid = [{"received_on": "2026-05-01", "amount": "400.00"}]
    made = demand(contracts=under(base="invoice"), payments=paid)
    assert "以各笔款项的计算基数（现合计人民币1,000.00元）计" in made.text
    assert "以届时未付款项" not in made.text


# -- the rule of interest


def test_a_sale_keeps_its_surcharge_beside_works_that_bear_none() -> None:
    contracts = [contract(), contract("C-2", "construction")]
    zh, en = (demand(invoice(), invoice("2", contract="C-2"), contracts=contracts, language=one) for one in Language)
    sale, works = zh.facts["interest"]["rule"]
    assert "C-1" in sale and "C-2" not in sale and "加计30%" in sale
    assert "C-2" in works and "加计" not in works
    assert "工程价款利息按同期" in works and "逾期付款损失按违约行为发生时" in sale
    assert zh.facts["interest"]["name"] == "逾期付款损失及工程价款利息"
    assert "interest on the construction price" in en.facts["interest"]["rule"][1].lower()
    assert "plus 30% thereof" in en.facts["interest"]["rule"][0] and "plus" not in en.facts["interest"]["rule"][1]


def test_a_contract_with_a_clause_is_not_said_to_have_none_where_the_prime_rate_is_chosen() -> None:
    for language in Language:
        made = demand(contracts=under(), letter={"interest": {"rule": "lpr"}}, language=language)
        [rule] = made.facts["interest"]["rule"]
        assert "未约定" not in rule and "no late-payment charge" not in rule


def test_years_of_different_lengths_say_whose_they_are() -> None:
    yearly = {"rate": "per_year", "value": "0.12"}
    contracts = [
        contract(late_payment=yearly | {"day_count": 360}), contract("C-2", late_payment=yearly | {"day_count": 365})
    ]  # fmt: skip
    zh, en = (demand(invoice(), invoice("2", contract="C-2"), contracts=contracts, language=one) for one in Language)
    assert "年利率折算：C-1按每年360日，C-2按每年365日" in zh.text
    assert "a year being 360 days for C-1 and 365 days for C-2" in en.text


# -- payments


def test_a_payment_by_article_561_is_named_whole_with_its_split() -> None:
    document = asked(
        DEMAND, invoice(), contracts=under(), letter={"interest": {"imputation": "article_561"}},
        payments=[{"received_on": "2026-05-01", "amount": "500.00"}],
    )  # fmt: skip
    zh, en = make(DEMAND, document), make(DEMAND, document, EN)
    [item] = zh.assessment.chosen.items
    [part] = item.applied
    assert part.interest > 0
    assert (
        f"付款合计人民币500.00元（其中抵充利息（违约金）人民币{part.interest}元、抵充本金人民币{part.principal}元"
        in zh.text
    )
    assert (
        f"Payments of RMB 500.00 (RMB {part.interest} to interest or liquidated damages, RMB {part.principal} to"
        in en.text
    )
    assert f"减：已抵充利息的付款 | {part.interest}" in zh.text
    assert f"Less: payments applied to it | {part.interest}" in en.text


# -- drafts, articles, delivery


@pytest.mark.parametrize("kind", [CONFIRMATION, DEMAND, LAWYERS, APPLICATION])
@pytest.mark.parametrize("language", Language)
def test_a_draft_that_can_ask_for_nothing_names_no_sum(kind: LetterKind, language: Language) -> None:
    made = make(kind, asked(kind, invoice(due_on="2026-10-05")), language, draft_because=("…",))
    assert made.facts["sums"]["demanded_full"] == {ZH: "【金额待定】", EN: "[amount to be determined]"}[language]
    assert not any(words in made.text for words in ("人民币0.00元", "RMB 0.00", "0天", " 0 days"))


def test_the_regulation_of_2020_is_quoted_as_that_of_2025_is() -> None:
    sides = example(DEMAND.value)["account"]
    stated = {"stated_on": "2023-12-01", "source": "证明"}
    small, large = (sides[side] | {"size": {"size": size} | stated} for side, size in SIZES.items())
    made = demand(
        invoice(issued_on="2024-01-10", due_on="2024-03-05"), creditor=small, debtor=large,
        contracts=[contract(signed_on="2023-12-01")],
    )  # fmt: skip
    rule = made.facts["basis"][-1]
    assert "第十五条" in rule["article"] and "万分之五" in rule["says"]


@pytest.mark.parametrize("kind", [REMINDER, CONFIRMATION, DEMAND, LAWYERS])
def test_a_way_of_sending_is_printed_as_given_and_never_made_up(kind: LetterKind) -> None:
    document = example(kind.value)
    for language in Language:
        plain = make(kind, document, language).text
        assert not any(words in plain for words in ("By EMS", "By post", "送达方式", "Delivery:"))
    document["letter"]["delivery"] = "EMS 1234567890123"
    assert "\n送达方式：EMS 1234567890123\n" in make(kind, document).text
    assert "\nDelivery: EMS 1234567890123\n" in make(kind, document, EN).text


def test_the_other_order_of_imputation_names_only_sums_that_there_are() -> None:
    document = asked(
        DEMAND, invoice(), contracts=[contract(pays_costs=True)],
        letter={"interest": {"rule": "none", "imputation": "article_561"}, "costs": "100.00"},
        payments=[{"received_on": "2026-05-01", "amount": "500.00"}],
    )  # fmt: skip
    sums = {ZH: "本金为500.00，费用为100.00，合计600.00", EN: "principal 500.00, costs 100.00, in total 600.00"}
    for language, said in sums.items():
        made = make(DEMAND, document, language)
        assert made.facts["alternative"]["said"] == said
        assert said not in made.text  # the debtor is not told of it


def test_a_confirmation_names_no_interest_that_payments_have_met() -> None:
    document = asked(
        CONFIRMATION, invoice(), contracts=under(), letter={"interest": {"imputation": "article_561"}},
        payments=[{"received_on": "2026-05-01", "amount": "500.00"}],
    )  # fmt: skip
    zh = make(CONFIRMATION, document)
    [part] = zh.assessment.chosen.items[0].applied
    assert f"付款合计人民币500.00元（其中抵充本金人民币{part.principal}元，其余依法先行抵充" in zh.text
    assert "抵充利息" not in zh.text and f"人民币{part.interest}元" not in zh.text


@pytest.mark.parametrize(("due_on", "said"), [("2026-09-10", True), ("2026-03-05", False)])
def test_days_of_grace_are_excepted_only_while_they_run(due_on: str, said: bool) -> None:
    made = demand(invoice(), invoice("2", due_on=due_on), contracts=under(grace_days=20))
    assert ("约定的宽限期内不计" in made.facts["interest"]["continues"]) is said


def test_points_added_to_the_prime_rate_are_percentage_points() -> None:
    contracts = [contract(late_payment={"rate": "lpr_plus", "value": "0.02"})]
    assert "加2个百分点计算" in demand(contracts=contracts).text
    assert "plus 2 percentage points." in demand(contracts=contracts, language=EN).text


def test_thanks_do_not_let_a_part_payment_dispose_of_the_letter() -> None:
    late = [{"received_on": "2026-09-15", "amount": "400.00"}]
    document = asked(REMINDER, invoice(), payments=late)
    assert "如贵司在2026年9月14日之后另有付款，谨致谢意，已付部分请忽略本函" in make(REMINDER, document).text
    assert "disregard this letter as far as you have paid" in make(REMINDER, document, EN).text


def test_a_lawyers_letter_rests_on_no_papers_that_are_not_on_record() -> None:
    bare, whole = asked(LAWYERS, invoice()), example(LAWYERS.value)
    for language, papers in (
        (ZH, ("交付与验收单据", "、付款记录")),
        (EN, ("delivery and acceptance,", "records of payment")),
    ):
        assert not any(words in make(LAWYERS, bare, language).text for words in papers)
        assert "相关发票以及" in make(LAWYERS, bare).text
        assert "the invoices concerned and our client's books" in make(LAWYERS, bare, EN).text
    assert "、相关发票、交付与验收单据、付款记录以及" in make(LAWYERS, whole).text
    assert "concerned, documents of delivery and acceptance, records of payment and" in make(LAWYERS, whole, EN).text


def test_money_paid_over_a_named_invoice_is_not_said_to_name_none() -> None:
    document = asked(
        CONFIRMATION, invoice(), letter={"purpose": "accounts"},
        payments=[{"received_on": "2026-05-01", "amount": "1500.00", "names": ["1"]}],
    )  # fmt: skip
    zh, en = make(CONFIRMATION, document).text, make(CONFIRMATION, document, EN).text
    assert "另有尚未与发票对应的款项或贷项人民币500.00元" in zh and "未指定" not in zh
    assert "Payments or credits of RMB 500.00 that stand against no invoice" in en
    assert "against these invoices" not in en.lower()


def test_a_subject_calls_overdue_only_what_is() -> None:
    both = asked(REMINDER, invoice(), invoice("2", due_on="2026-09-15"))
    assert "Re: Payment Reminder – RMB 2,000.00 due\n" in make(REMINDER, both, EN).text
    assert "Re: Payment Reminder – RMB 1,000.00 overdue\n" in make(REMINDER, asked(REMINDER, invoice()), EN).text


@pytest.mark.parametrize(
    ("language", "says", "due_on"),
    [
        (ZH, "《民法典》第二百零三条第一款：“期间的最后一日是法定休假日的", "2026-05-06"),
        (EN, "Article 203(1) of the Civil Code: where the last day of a period is a statutory rest day", "6 May 2026"),
    ],
)
def test_a_due_day_that_a_holiday_moved_stands_with_the_article_that_moved_it(
    language: Language, says: str, due_on: str
) -> None:
    """Thirty days from 1 April 2026 end on 1 May, in the Labour Day holiday, so on 6 May."""
    document = example(DEMAND.value)
    moved = next(one for one in document["account"]["invoices"] if one["number"] == "26327000000000000104")
    moved |= {"delivered_on": "2026-04-01", "accepted_on": "2026-04-03"}
    text = make(DEMAND, document, language).text
    assert says in text
    assert due_on in text
    assert says not in make(DEMAND, example(DEMAND.value), language).text
