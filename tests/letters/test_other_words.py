"""Parts of a letter as different lawyers put them: a wording that has the elements is the part, nothing less is."""

from __future__ import annotations

import pytest

from docgen.letters.equivalents import equivalent
from docgen.letters.proofreading import missing_parts
from docgen.letters.request import LADDER, Language, LetterKind, Purpose
from docgen.letters.required import required_parts
from tests.letters.making import Worded, example, make

ZH, EN = Language.ZH, Language.EN
REMINDER, CONFIRMATION, DEMAND, LAWYERS, APPLICATION = LADDER
FACTS = {"letter": {"pay_by": "2026年9月25日"}, "court": "某某人民法院"}

WORDINGS = [
    # the due date stays
    ("due_date_stays", ZH, "该日期不构成对原付款期限的变更。"),
    ("due_date_stays", ZH, "上述日期仅为催告期限，不视为对合同约定付款期限的变更或者宽限。"),
    ("due_date_stays", ZH, "本函所定日期并不改变各笔款项的原到期日。"),
    ("due_date_stays", ZH, "原约定的付款期限不因本函而延长。"),
    ("due_date_stays", ZH, "违约责任仍以合同原约定的到期日为准计算。"),
    ("due_date_stays", EN, "That date does not change the original due dates."),
    ("due_date_stays", EN, "The date given here is not an extension of the time for payment."),
    ("due_date_stays", EN, "The original due dates remain unaffected."),
    ("due_date_stays", EN, "Nothing in this letter varies the payment terms of the contract."),
    # the reservation
    ("reservation", ZH, "本函不构成对任何权利的放弃。"),
    ("reservation", ZH, "我司保留依法追究贵司违约责任的一切权利。"),
    ("reservation", ZH, "本函的发出不影响我司依据合同和法律享有的其他权利。"),
    ("reservation", ZH, "本函未提及的权利，我司均不放弃，任何沉默亦不视为弃权。"),
    ("reservation", EN, "Nothing in this letter waives any right."),
    ("reservation", EN, "All our rights and remedies are reserved."),
    ("reservation", EN, "This letter is sent without prejudice to our rights."),
    ("reservation", EN, "We expressly reserve all claims arising from the delay."),
    # the consequences
    ("consequences", ZH, "逾期未付，我司将依法采取申请支付令、提起诉讼、申请财产保全等措施。"),
    ("consequences", ZH, "届期仍未收到款项的，我司将不再另行通知，径行向有管辖权的人民法院起诉。"),
    ("consequences", ZH, "如贵司仍不付款，我司将依约提交仲裁。"),
    ("consequences", ZH, "否则我司只能通过法律途径解决。"),
    ("consequences", ZH, "委托人将依法通过诉讼或者仲裁等方式主张权利。"),
    ("consequences", EN, "We will take lawful measures such as filing a lawsuit."),
    ("consequences", EN, "Failing payment we shall commence legal proceedings without further notice."),
    ("consequences", EN, "Otherwise our client may refer the dispute to arbitration."),
    ("consequences", EN, "We will pursue the claim by means such as commencing court or arbitration proceedings."),
    # the reply slip and the sentence it rests on
    ("key_sentence", ZH, "请于2026年9月25日前支付；盖章确认即表示确认上述欠款并同意于该日前付款。"),
    (
        "key_sentence",
        ZH,
        "请核对并于2026年9月25日前付清。选择第1项并签章的，视为认可上述欠款，并承诺按期付款。",
    ),
    ("box.promise", ZH, "□ 欠款金额属实，我单位承诺于2026年9月25日前支付。"),
    ("box.promise", ZH, "□ 经核对相符，同意于2026年9月25日前结清"),
    ("box.promise", EN, "☐ We agree with the amount and will pay it before 25 September 2026."),
    ("box.figure", ZH, "□ 只认可金额，付款时间另行协商。"),
    ("box.figure", EN, "☐ We acknowledge the balance only."),
    ("box.differs", ZH, "□ 金额有误，我方账面金额应为……元，理由："),
    ("box.differs", EN, "☐ We disagree with the amount because:"),
    ("slip.signer", ZH, "经办人（签字）：　　职位："),
    ("slip.signer", EN, "Signed by: in the capacity of:"),
    ("interest_reserved", ZH, "逾期利息依合同约定另计。"),
    ("late_payment_runs_from_due_date", ZH, "违约金自各笔款项约定的到期日次日起计算。"),
    ("late_payment_runs_from_due_date", EN, "Interest accrues from the dates on which the sums fell due."),
    # a lawyer's letter, an application, a reconciliation
    ("mandate", ZH, "本所受某某公司委托，就下列事宜致函贵司。"),
    ("mandate", EN, "We act for Example Ltd."),
    ("material", ZH, "依据委托人提供的合同、发票等资料，本所查明如下事实。"),
    ("material", EN, "What follows rests on papers supplied by our client."),
    ("written_reply", ZH, "贵司如有异议，请于十日内函复本所。"),
    ("written_reply", EN, "Please let us have your written objections within ten days."),
    ("article_579", ZH, "《民法典》第579条"),
    ("article_225", ZH, "《民事诉讼法》第225条"),
    ("not_a_demand", ZH, "本函仅供双方核对账目，不作为催款依据。"),
    ("not_a_demand", EN, "We write only to reconcile our books."),
    (
        "gates",
        ZH,
        "双方不存在其他债务纠纷，申请人亦无对待给付义务；债权已经到期；被申请人未下落不明，支付令可以送达；未申请保全。",
    ),
    ("title", ZH, "付款催告书"),
    ("title", EN, "Final Demand for Payment"),
]  # fmt: skip

NOT_ENOUGH = [
    ("due_date_stays", ZH, "请于2026年9月25日前付款。贵司未在付款期限内付款。本函不构成对任何权利的放弃或者变更。"),
    ("due_date_stays", EN, "Please pay by 25 September 2026. You have not paid. The invoices fell due in June."),
    ("reservation", ZH, "贵司未付款，已构成违约。请保留付款凭证。"),
    ("reservation", EN, "You have not paid. Please keep the receipt."),
    ("consequences", ZH, "请按期付款，以免影响双方合作。"),
    ("consequences", EN, "We look forward to your payment."),
    ("box.promise", ZH, "□ 金额无误。"),
    ("box.figure", ZH, "□ 金额无误，并承诺付清。"),
    ("key_sentence", ZH, "请于2026年9月25日前支付并盖章。"),
    ("gates", ZH, "债权已到期，支付令能够送达。"),
    ("article_579", ZH, "合计人民币579.00元"),
    ("not_a_demand", ZH, "请贵司付款。"),
]  # fmt: skip


def part(part_id: str) -> object:
    every = (one for kind in LetterKind for purpose in Purpose for one in required_parts(kind, purpose))
    return next(one for one in every if one.id == part_id and not one.forbidden)


@pytest.mark.parametrize(("part_id", "language", "words"), WORDINGS)
def test_other_words_that_mean_the_same_are_the_part(part_id: str, language: Language, words: str) -> None:
    facts = FACTS if language is ZH else {"letter": {"pay_by": "25 September 2026"}}
    assert part(part_id).put_otherwise(f"前文。\n{words}\n后文。", language, facts)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("part_id", "language", "words"), NOT_ENOUGH)
def test_words_that_lack_an_element_are_not_the_part(part_id: str, language: Language, words: str) -> None:
    assert not part(part_id).put_otherwise(f"前文。\n{words}\n后文。", language, FACTS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("purpose", Purpose)
def test_our_own_letters_lack_nothing_and_their_words_are_among_the_equivalents(
    language: Language, kind: LetterKind, purpose: Purpose
) -> None:
    made = letter(kind, purpose, language)
    assert missing_parts(kind, purpose, made.text, language, made.facts) == ()
    for one in required_parts(kind, purpose):
        if (
            kind in LADDER
            and equivalent(one.id, language)
            and not one.forbidden
            and one.found_in(made.text, language, made.facts)
        ):
            assert one.put_otherwise(made.text, language, made.facts), one.id


def letter(kind: LetterKind, purpose: Purpose, language: Language) -> Worded:
    asked = example(kind.value)
    if kind is CONFIRMATION:
        asked["letter"]["purpose"] = purpose.value
    return make(kind, asked, language)


@pytest.mark.parametrize(
    ("kind", "language", "cut", "part_id", "quoted"),
    [
        (DEMAND, ZH, ("不构成对原付款期限的变更",), "due_date_stays", "该日期不构成对原付款期限的变更。"),
        (DEMAND, EN, ("does not change the original due dates",), "due_date_stays", "does not change the original due"),
        (DEMAND, ZH, ("将依法",), "consequences", "提起诉讼"),
        (DEMAND, ZH, ("第五百七十九条",), "article_579", "第五百七十九条"),
        (DEMAND, ZH, ("账　号",), "account.number", "{{ bank.number }}"),
        (LAWYERS, ZH, ("指派",), "mandate", "的委托"),
        (CONFIRMATION, ZH, ("并承诺于",), "box.promise", "承诺于{{ letter.pay_by }}前付清"),
        (APPLICATION, ZH, ("没有其他债务纠纷",), "gates", "没有其他债务纠纷"),
    ],
)
def test_a_part_that_was_cut_out_is_missed_and_words_for_it_are_quoted(
    kind: LetterKind, language: Language, cut: tuple[str, ...], part_id: str, quoted: str
) -> None:
    made = letter(kind, Purpose.DEMAND, language)
    kept = "\n".join(line for line in made.text.splitlines() if not any(words in line for words in cut))
    before = missing_parts(kind, Purpose.DEMAND, kept, language, made.facts)
    wanted = part(part_id)
    [found] = [one for one in before if one.facts["example"] == wanted.example(language)]  # type: ignore[attr-defined]
    assert quoted in found.facts["example"]


@pytest.mark.parametrize(
    ("part_id", "language", "heading"),
    [
        ("reservation", ZH, "七、权利保留"),
        ("reservation", ZH, "（七）权利保留："),
        ("reservation", ZH, "七、权利保留。"),
        ("reservation", ZH, "7．我方权利保留"),
        ("reservation", ZH, "关于权利保留的特别声明"),
        ("reservation", EN, "7. Reservation of rights and claims"),
        ("reservation", EN, "WITHOUT PREJUDICE"),
        ("reservation", EN, "7. Rights reserved."),
        ("due_date_stays", ZH, "五、付款期限不变"),
        ("due_date_stays", EN, "No Change of the Due Dates"),
        ("consequences", ZH, "六、拟采取的法律措施"),
        ("consequences", EN, "6. Legal proceedings that may follow"),
    ],
)
def test_a_heading_that_names_a_part_does_not_say_it(part_id: str, language: Language, heading: str) -> None:
    assert part_id in missed(f"前文。\n{heading}\n后文。", language)


@pytest.mark.parametrize(
    ("part_id", "language", "sentence"),
    [
        ("reservation", ZH, "七、本函不构成对任何权利的放弃。"),
        ("reservation", ZH, "本函不构成我方对任何权利的放弃"),  # its full stop was forgotten
        ("reservation", ZH, "七、权利保留\n我方保留一切权利。"),
        ("reservation", EN, "All our rights are reserved."),
        ("reservation", EN, "7. Nothing in this letter waives any of our rights."),
        ("consequences", ZH, "（二）逾期未付的，我方将依法提起诉讼；"),
        ("consequences", EN, "Failing payment we shall commence legal proceedings."),
    ],
)
def test_a_sentence_says_the_part_with_or_without_a_heading(part_id: str, language: Language, sentence: str) -> None:
    assert part_id not in missed(f"前文。\n{sentence}\n后文。", language)


def missed(text: str, language: Language) -> set[str]:
    """The ids of the parts that a demand letter of these words lacks."""
    examples = {found.facts["example"] for found in missing_parts(DEMAND, None, text, language, FACTS)}
    return {one.id for one in required_parts(DEMAND) if not one.forbidden and one.example(language) in examples}
