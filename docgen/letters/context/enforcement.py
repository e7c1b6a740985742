"""An instrument to be enforced, and what it has come to, in words and in tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.accounts.money import ZERO
from docgen.law.calendar import ONE_DAY
from docgen.law.choice import ImputationOrder
from docgen.law.delay import Unperformed
from docgen.letters.context import court
from docgen.letters.context.pen import Pen
from docgen.letters.particulars.court import Instrument, InstrumentKind
from docgen.letters.request import LetterRequest
from docgen.letters.wording import percent, unit

_NAMES = {
    InstrumentKind.JUDGMENT: ("民事判决书", "civil judgment"),
    InstrumentKind.MEDIATION: ("民事调解书", "civil mediation paper"),
    InstrumentKind.PAYMENT_ORDER: ("支付令", "payment order"),
    InstrumentKind.AWARD: ("仲裁裁决书", "arbitral award"),
}
_DOUBLED = ("cpl:264", "delay_interest:1", "delay_interest:2", "delay_interest:3", "delay_interest:4")


def instrument(one: Instrument, pen: Pen) -> dict[str, object]:
    kind, issuer = pen.say(*_NAMES[one.kind]), pen.own(one.issuer, one.issuer_en)
    return {
        "cited": pen.say(
            f"{issuer}{pen.date(one.issued_on)}作出的{one.number}{kind}",
            f"the {kind} {one.number} of {court.the(issuer)} dated {pen.date(one.issued_on)}",
        ),
        "kind": kind,
        "issuer": issuer,
        "number": one.number,
        "effective_on": pen.date(one.effective_on),
        "performed_by": pen.date(one.performed_by),
        "words": pen.quoted(one.words, one.words_en) if one.words else "",
        "runs_said": pen.say(
            f"以未付本金为基数、按年利率{percent(one.yearly_rate)}计算的一般债务利息",
            f"ordinary interest on the principal then unpaid at {percent(one.yearly_rate)} per year",
        )
        if one.yearly_rate and one.running_from
        else "",
    }


def owed(due: Unperformed, one: Instrument, request: LetterRequest, pen: Pen) -> dict[str, object]:
    """The sums, and the computation behind them."""
    parts = ("principal", "other", "interest", "fees", "doubled")
    goes_on, after = due.principal + due.other, pen.date(due.until + ONE_DAY)
    order = (
        pen.say("费用、利息、本金", "fees, interest, principal")
        if request.interest.imputation is ImputationOrder.ARTICLE_561
        else pen.say("本金、利息、费用", "principal, interest, fees")
    )
    return {
        "unit": unit(pen.currency, pen.language),
        "until": pen.date(due.until),
        "from": pen.date(due.doubled_from),
        **{name: pen.in_full(getattr(due, name)) if getattr(due, name) else "" for name in parts},
        **{f"{name}_column": pen.column(getattr(due, name)) for name in (*parts, "total")},
        "total": pen.in_full(due.total) if due.total else pen.no_sum,
        "goes_on": pen.say(
            f"自{after}起，以未付的本金及其他款项（现为{pen.money(goes_on)}）为基数，"
            "按日万分之一点七五继续计算加倍部分债务利息至实际履行之日止",
            f"from {after} the doubled part continues at 0.0175% per day on the sums then unpaid (now "
            f"{pen.money(goes_on)}) until actual performance",
        )
        if goes_on
        else "",
        "stretches": [
            *_awarded(one, pen),
            *(
                {
                    "kind": pen.say(*kind),
                    "from_on": pen.column_date(part.from_on),
                    "to_on": pen.column_date(part.to_on),
                    "days": str(part.days),
                    "base": pen.column(part.base),
                    "rate": rate,
                    "amount": pen.column(part.amount),
                }
                for kind, rate, parts_of in (
                    (
                        ("一般利息", "ordinary"),
                        pen.say(f"年{percent(one.yearly_rate or ZERO)}", f"{percent(one.yearly_rate or ZERO)} p.a."),
                        due.running,
                    ),
                    (("加倍部分", "doubled part"), pen.say("日0.0175%", "0.0175% per day"), due.doubling),
                )
                for part in parts_of
            ),
        ],
        "received": [
            {
                "on": pen.column_date(put.on),
                **{name: pen.column(getattr(put, name)) for name in ("amount", *parts)},
            }
            for put in due.put
        ],
        "order_note": pen.say(
            f"已受偿款项先清偿生效法律文书确定的金钱债务（其内部按{order}的顺序列示，不构成对申请人权利的放弃），"
            f"后清偿加倍部分债务利息（{pen.cite(['delay_interest:4'], briefly=True)}）。",
            f"What was paid is applied first to the debt under the instrument (within it in the order {order}, which "
            f"does not waive any right of the applicant) and last to the doubled part "
            f"({pen.cite(['delay_interest:4'], briefly=True)}).",
        ),
        "rule": pen.cite(_DOUBLED),
    }


def _awarded(one: Instrument, pen: Pen) -> list[dict[str, object]]:
    """The ordinary interest that the instrument awards as a sum, without which the lines do not come to the whole."""
    if not one.interest:
        return []
    return [
        {
            **dict.fromkeys(("from_on", "to_on", "days", "base", "rate"), "—"),
            "kind": pen.say("文书所定一般利息", "ordinary, as awarded"),
            "amount": pen.column(one.interest),
        }
    ]


FIELDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "instrument.cited": ("执行依据，一语", "the instrument in a phrase"),
        "instrument.kind": ("文书种类", "its kind"),
        "instrument.issuer": ("作出机关", "who issued it"),
        "instrument.number": ("案号", "its number"),
        "instrument.effective_on": ("生效日期", "its effect"),
        "instrument.performed_by": ("履行期限届满日；没有为空", "last day for payment; else empty"),
        "instrument.words": ("主文，加引号", "its operative part, quoted"),
        "instrument.runs_said": (
            "继续计算的一般利息，一语；没有为空",
            "ordinary interest that runs on; else empty",
        ),
        "owed.unit": ("表中金额的单位", "currency of the columns"),
        "owed.until": ("计至", "computed to"),
        "owed.from": ("加倍部分起算日", "first day of the doubled part"),
        "owed.principal": ("未付本金，数字及大写；没有为空", "unpaid principal, figures and words; else empty"),
        "owed.other": ("未付其他款项", "other money unpaid"),
        "owed.interest": ("未付一般利息", "ordinary interest unpaid"),
        "owed.fees": ("未付诉讼费", "court fees unpaid"),
        "owed.doubled": ("加倍部分债务利息", "the doubled part"),
        "owed.principal_column": ("未付本金，仅数字", "unpaid principal, figures alone"),
        "owed.other_column": ("其他款项，仅数字", "other money, figures alone"),
        "owed.interest_column": ("一般利息，仅数字", "ordinary interest, figures alone"),
        "owed.fees_column": ("诉讼费，仅数字", "court fees, figures alone"),
        "owed.doubled_column": ("加倍部分，仅数字", "the doubled part, figures alone"),
        "owed.total": ("合计，数字及大写", "total, figures and words"),
        "owed.total_column": ("合计，仅数字", "total, figures alone"),
        "owed.goes_on": ("此后继续计算的方式", "how it runs on"),
        "owed.stretches[]": ("分段计算", "the computation, stretch by stretch"),
        "owed.stretches[].kind": ("一般利息或者加倍部分", "ordinary interest or the doubled part"),
        "owed.stretches[].from_on": ("起", "from"),
        "owed.stretches[].to_on": ("止", "to"),
        "owed.stretches[].days": ("天数", "days"),
        "owed.stretches[].base": ("基数", "base"),
        "owed.stretches[].rate": ("利率", "rate"),
        "owed.stretches[].amount": ("金额", "amount"),
        "owed.received[]": ("已受偿款项", "what was paid since"),
        "owed.received[].on": ("日期", "day"),
        "owed.received[].amount": ("金额", "amount"),
        "owed.received[].principal": ("其中本金", "of it principal"),
        "owed.received[].other": ("其中其他款项", "of it other money"),
        "owed.received[].interest": ("其中一般利息", "of it ordinary interest"),
        "owed.received[].fees": ("其中诉讼费", "of it court fees"),
        "owed.received[].doubled": ("其中加倍部分", "of it the doubled part"),
        "owed.order_note": ("清偿顺序，一句话", "the order of imputation in a sentence"),
        "owed.rule": ("加倍部分的依据", "the rules of the doubled part"),
    }
)
