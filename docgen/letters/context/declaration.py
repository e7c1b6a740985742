"""What the applicant declares on the conditions of a payment order (民事诉讼法 225, 民诉法解释 427).

Each statement is made only where its facts are declared or on record. In a draft the others ask to be verified: a
declaration to a court is not filled in by a form.
"""

from __future__ import annotations

from docgen.accounts.account import Answer, Question
from docgen.law.assessment import GateState
from docgen.letters.context.base import Case

# As it is stated, and as what is still to be verified, each in Chinese and in English; grouped as the sentence is.
_STATEMENTS = (
    (
        (
            "债权人与债务人没有其他债务纠纷",
            "there is no other debt dispute between the creditor and the debtor",
            "债权人与债务人有无其他债务纠纷",
            "whether there is any other debt dispute between the creditor and the debtor",
        ),
        (
            "申请人无对待给付义务",
            "the applicant owes no counter-performance",
            "申请人有无对待给付义务",
            "whether the applicant owes any counter-performance",
        ),
    ),
    (
        (
            "债权已到期且数额确定",
            "the claim is due and its amount is certain",
            "债权是否已到期且数额确定",
            "whether the claim is due and its amount certain",
        ),
    ),
    (
        (
            "被申请人在中国境内且未下落不明",
            "the respondent is within the territory of China and its whereabouts are not unknown",
            "被申请人是否在中国境内、有无下落不明",
            "whether the respondent is within the territory of China and its whereabouts known",
        ),
        (
            "支付令能够送达",
            "the payment order can be served on it",
            "支付令能否送达",
            "whether the payment order can be served on the respondent",
        ),
    ),
    (
        (
            "申请人未申请诉前保全",
            "the applicant has not applied for pre-litigation preservation",
            "申请人是否申请诉前保全",
            "whether the applicant has applied for pre-litigation preservation",
        ),
    ),
)


def declaration(case: Case) -> dict[str, object]:
    """The statements in one sentence, as `said`; `whole` where none of them has to be verified."""
    pen = case.pen
    open_gates = {gate.code for gate in case.assessment.payment_order if gate.state is GateState.OPEN}
    known = [
        [
            case.account.declares(Question.OTHER_DEBTS_BETWEEN_PARTIES) is Answer.NO,
            case.account.declares(Question.OWN_PERFORMANCE_OUTSTANDING) is Answer.NO,
        ],
        ["G2" in open_gates],
        ["G4" in open_gates, "G5" in open_gates],
        ["G7" in open_gates],
    ]
    said = [
        pen.say("，", ", and ").join(
            pen.say(*statement[:2])
            if holds
            else pen.say(f"【待核实：{statement[2]}】", f"[to be verified: {statement[3]}]")
            for statement, holds in zip(group, holding, strict=True)
        )
        for group, holding in zip(_STATEMENTS, known, strict=True)
    ]
    sentence = pen.say("；", "; ").join(said)
    return {"said": sentence[0].upper() + sentence[1:] + pen.say("。", "."), "whole": all(map(all, known))}
