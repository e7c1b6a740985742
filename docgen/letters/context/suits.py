"""What a complaint says of its terms, of preservation before it, and of the guarantors who are sued too."""

from __future__ import annotations

from docgen.accounts.contract import Contract, Guarantee, GuaranteeMode
from docgen.law import guarantee
from docgen.letters.context import parties
from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen
from docgen.letters.particulars.court import Suit


def terms(words: str | None, english: str | None, pen: Pen) -> str:
    """A term of the contract, on one line; in a draft without it, that it is still to be filled in."""
    return " ".join(pen.own(words, english).split("\n")) or pen.say("【请依合同填写】", "[to be filled in]")


def preserved(suit: Suit, pen: Pen) -> str:
    """Preservation before the suit: by which court, when, under which number; empty without it."""
    one = suit.preserved
    if one is None:
        return ""
    parts = (pen.own(one.court, one.court_en), pen.date(one.on), one.number or "")
    return pen.say("，", ", ").join(part for part in parts if part)


def guarantor(contract: Contract, one: Guarantee, case: Case) -> dict[str, object]:
    """A guarantor as a further defendant, and what is claimed of it (民法典 687, 688)."""
    pen = case.pen
    who = parties.party(one.guarantor, pen, other=case.account.creditor, in_court=True)
    cited, joint = parties.cited(contract, pen), guarantee.mode(one.mode, one.words) is GuaranteeMode.JOINT
    most = f"（以{pen.money(one.maximum)}为限）" if one.maximum is not None else ""
    up_to = f", up to {pen.money(one.maximum)}" if one.maximum is not None else ""
    claim = (
        pen.say(
            f"判令{who['name']}对被告在{cited}项下的上述债务承担连带清偿责任{most}",
            f"that {who['name']} be ordered to pay, jointly and severally with the defendant, what is claimed above "
            f"under {cited}{up_to}",
        )
        if joint
        else pen.say(
            f"判令{who['name']}在被告财产经依法强制执行仍不能履行时，对被告在{cited}项下的上述债务承担保证责任{most}",
            f"that {who['name']} be ordered to pay what is claimed above under {cited}{up_to} and cannot be had from "
            "the defendant by enforcement",
        )
    )
    mode = pen.say(
        "连带责任保证" if joint else "一般保证",
        "joint and several guarantee" if joint else "general guarantee",
    )
    words = pen.quoted(one.words, one.words_en) if one.words else ""
    return {**who, "claim": claim, "mode": mode, "words": words, "contract": cited}


def guarantees_cited(pairs: list[tuple[Contract, Guarantee]], pen: Pen) -> str:
    joint = {guarantee.mode(one.mode, one.words) is GuaranteeMode.JOINT for _, one in pairs}
    articles = [*(["civil_code:688"] if True in joint else []), *(["civil_code:687"] if False in joint else [])]
    return pen.say("、", " and ") + pen.cite(articles, briefly=True) if articles else ""


def attached(defendants: int) -> tuple[tuple[str, str], ...]:
    """What goes with a complaint (登记立案规定 6, 民事诉讼法 123, 民诉法解释 88)."""
    copies = f"{defendants} {'copy' if defendants == 1 else 'copies'}"
    return (
        (f"起诉状正本一份，副本{defendants}份（按被告人数）", f"The complaint, and {copies} for the defendants"),
        ("原告营业执照复印件（盖章）、法定代表人身份证明书", "Plaintiff's licence (copy) and certificate"),
        ("授权委托书及代理人的身份、执业材料", "Power of attorney, and the agent's papers"),
        ("被告的主体信息（企业信用信息公示系统查询件）", "Defendant's particulars from the public register"),
        (f"证据目录及证据材料，正本一份、副本{defendants}份", f"List of evidence and evidence, and {copies}"),
        ("送达地址确认书", "Confirmation of the address for service"),
    )  # fmt: skip
