"""What a complaint says of its terms, of preservation before it, and of the guarantors who are sued too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.accounts.contract import Contract, Guarantee, GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.law import guarantee
from docgen.law.assessment import Missing, OpenItem
from docgen.letters.context import court, interest, parties
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


@dataclass(frozen=True, slots=True)
class Sued:
    """A guarantee that is claimed upon, for those invoices of its contract whose guarantee period has not ended."""

    contract: Contract
    guarantee: Guarantee
    items: tuple[OpenItem, ...]


def defendants(sued: Iterable[Sued], pen: Pen) -> dict[str, str]:
    """How each guarantor is called, by its name: 被告二 and so on after the debtor, 被告一."""
    names = dict.fromkeys(one.guarantee.guarantor.name for one in sued)
    return {name: pen.say(f"被告{_NUMBERS[number]}", f"Defendant {number}") for number, name in enumerate(names, 2)}


FIRST_OF_SEVERAL = ("被告一", "Defendant 1")
_NUMBERS = (*"零一二三四五六七八九十", *(f"十{last}" for last in "一二三四五六七八九"), "二十")


def first_defendant(sued: Iterable[Sued], pen: Pen) -> str:
    """How the debtor is called: 被告 where it is sued alone, else 被告一."""
    return pen.say(*FIRST_OF_SEVERAL) if any(sued) else pen.say("被告", "the defendant")


def all_defendants(sued: Iterable[Sued], pen: Pen) -> str:
    """All who are sued, in a word: 被告, 二被告."""
    count = 1 + len(defendants(sued, pen))
    return pen.say("被告", "the defendant") if count == 1 else pen.say(f"{_NUMBERS[count]}被告", "the defendants")


def guarantors(sued: list[Sued], case: Case) -> list[dict[str, object]]:
    """The guarantors as further defendants, and what is claimed of each under each guarantee (民法典 687, 688)."""
    called, seen = defendants(sued, case.pen), set()
    found: list[dict[str, object]] = []
    for one in sued:
        name = one.guarantee.guarantor.name
        found.append(_guarantor(one, called[name], first_defendant(sued, case.pen), case) | {"first": name not in seen})
        seen.add(name)
    return found


def _guarantor(sued: Sued, called: str, debtor: str, case: Case) -> dict[str, object]:
    pen, contract, one = case.pen, sued.contract, sued.guarantee
    who = parties.party(one.guarantor, pen, other=case.account.creditor, in_court=True)
    who = court.named(one.guarantor, who, pen)
    cited, joint = parties.cited(contract, pen), guarantee.mode(one.mode, one.words) is GuaranteeMode.JOINT
    most = f"（以{pen.money(one.maximum)}为限）" if one.maximum is not None else ""
    up_to = f", up to {pen.money(one.maximum)}" if one.maximum is not None else ""
    what = _debt(sued, case)
    claim = (
        pen.say(
            f"判令{called}{who['name']}对{debtor}在{cited}项下的{what}承担连带清偿责任{most}",
            f"that {who['name']} ({called}) be ordered to pay, jointly and severally with {debtor}, {what} under "
            f"{cited}{up_to}",
        )
        if joint
        else pen.say(
            f"判令{called}{who['name']}对{debtor}在{cited}项下的{what}，"
            f"在{debtor}财产依法强制执行后仍不能清偿的部分承担保证责任{most}",
            f"that {who['name']} ({called}) be ordered to pay so much of {what} under {cited} as remains unpaid after "
            f"enforcement upon the property of {debtor}{up_to}",
        )
    )
    mode = pen.say(
        "连带责任保证" if joint else "一般保证",
        "joint and several guarantee" if joint else "general guarantee",
    )
    words = pen.quoted(one.words, one.words_en) if one.words else ""
    return {**who, "label": called, "claim": claim, "mode": mode, "words": words, "contract": cited}


def _debt(sued: Sued, case: Case) -> str:
    """What the guarantor answers for: the principal of these invoices, and the interest on them alone."""
    pen, settlement = case.pen, case.settlement
    numbers = {item.invoice.number for item in sued.items}
    invoices = pen.say("、".join(sorted(numbers)), ", ".join(sorted(numbers)))
    word = "invoice" if len(numbers) == 1 else "invoices"
    principal = pen.money(min(sum((item.demandable for item in sued.items), ZERO), settlement.totals.demandable))
    found, extra = settlement.interest, ""
    if not isinstance(found, Missing) and found.total > 0:
        parts = [part for part in found.segments if part.invoice in numbers]
        accrued = sum((part.amount for part in parts), ZERO)
        met = sum((part.interest for item in sued.items for part in item.applied if part.kind == "payment"), ZERO)
        amount, name = min(max(accrued - met, ZERO), found.total), interest.name(found, pen)
        after = pen.date(found.until + dt.timedelta(days=1))
        runs_on = found.continues_on > 0
        if parts:
            extra = pen.say(
                f"、计至{pen.date(found.until)}的{name}{pen.money(amount)}"
                + (f"以及自{after}起至实际清偿之日止继续产生的{name}" if runs_on else ""),
                f", {name} of {pen.money(amount)} to {pen.date(found.until)}"
                + (f" and all further {name} accruing from {after} until actual payment" if runs_on else ""),
            )
    return pen.say(f"本金{principal}（发票{invoices}）{extra}", f"principal of {principal} ({word} {invoices}){extra}")


def articles(sued: Iterable[Sued]) -> list[str]:
    """What the claims upon these guarantees rest on: joint and several liability, general guarantees."""
    joint = {guarantee.mode(one.guarantee.mode, one.guarantee.words) is GuaranteeMode.JOINT for one in sued}
    return [*(["civil_code:688"] if True in joint else []), *(["civil_code:687"] if False in joint else [])]


def attached(defendants: int) -> tuple[tuple[str, str], ...]:
    """What goes with a complaint (登记立案规定 6, 民事诉讼法 123, 民诉法解释 88)."""
    copies = f"{defendants} {'copy' if defendants == 1 else 'copies'}"
    return (
        (f"起诉状正本一份，副本{defendants}份（按被告人数）", f"The complaint, and {copies} for the defendants"),
        ("原告营业执照复印件（盖章）、法定代表人身份证明书",
         "Plaintiff's business licence (copy), certificate of its legal representative"),
        ("授权委托书及代理人的身份、执业材料", "Power of attorney, and the agent's papers"),
        ("被告的主体信息（企业信用信息公示系统查询件）", "Defendant's particulars from the public register"),
        (f"证据目录及证据材料，正本一份、副本{defendants}份", f"List of evidence and evidence, and {copies}"),
        ("送达地址确认书", "Confirmation of the address for service"),
    )  # fmt: skip
