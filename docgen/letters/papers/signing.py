"""Who signs an agreement: how it calls each side, who acts for it, and with what authority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.accounts.account import Account
from docgen.accounts.party import Party
from docgen.errors import Finding, Severity
from docgen.letters.context import parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import PARTY
from docgen.letters.context.pen import Pen
from docgen.letters.particulars.agreements import Signer
from docgen.letters.wording import counted

WE, YOU = ("甲方", "Party A"), ("乙方", "Party B")


def of_signer(signer: Signer | None, account: Account) -> Iterator[Finding]:
    """Somebody who is neither the debtor nor its legal representative signs, and no paper is named that lets him."""
    if signer is None or signer.authority or parties.is_natural(account.debtor):
        return
    if signer.name != account.debtor.representative:
        facts = {"signer": signer.name, "debtor": account.debtor.name}
        articles = ("civil_code:165", "contract_interpretation:22")
        yield Finding("paper.agreement.authority_unknown", Severity.WARNING, "/letter/debtor_signer", facts, articles)


@dataclass(frozen=True, slots=True)
class Side:
    """One who signs: how the agreement calls it, who it is, and who signs for it."""

    label: str
    party: Party
    signs: str  # "法定代表人：陈示例（总经理）"


def sides(case: Case, sureties: Sequence[Party] = ()) -> list[Side]:
    """Creditor, debtor, guarantors, in the order in which they sign."""
    pen, account = case.pen, case.account
    of_them = [
        Side(pen.say(*WE), account.creditor, _we_sign(case)),
        Side(pen.say(*YOU), account.debtor, _debtor_signs(account.debtor, case.request.debtor_signer, pen)),
    ]
    for number, party in enumerate(sureties, 1):
        which = counted(number) if pen.zh else str(number)
        label = pen.say("丙方", "Party C") + (which if len(sureties) > 1 else "")
        of_them.append(Side(label, party, _debtor_signs(party, None, pen)))
    return of_them


def _we_sign(case: Case) -> str:
    request, creditor, pen = case.request, case.account.creditor, case.pen
    if request.signatory is None:
        return ""
    himself = request.signatory == creditor.representative
    label = parties.representative_label(creditor, pen) if himself else pen.say("授权代表", "Authorised representative")
    name = pen.own(request.signatory, request.signatory_en or (creditor.representative_en if himself else None))
    post = pen.own(
        request.signatory_post, request.signatory_post_en or (creditor.representative_post_en if himself else None)
    )
    return _signs(label, name, post, "", pen)


def _debtor_signs(who: Party, signer: Signer | None, pen: Pen) -> str:
    if parties.is_natural(who):
        return ""
    label = parties.representative_label(who, pen)
    if signer is None or signer.name == who.representative:
        post = pen.own(who.representative_post, who.representative_post_en)
        name = pen.own(who.representative, who.representative_en)
        return _signs(
            label if name else pen.say(f"{label}（授权代表）", f"{label} (authorised representative)"),
            name,
            post,
            "",
            pen,
        )
    authority = pen.own(signer.authority, signer.authority_en)
    return _signs(
        pen.say("授权代表", "Authorised representative"),
        pen.own(signer.name, signer.name_en),
        pen.own(signer.post, signer.post_en),
        authority,
        pen,
    )


def _signs(label: str, name: str, post: str, authority: str, pen: Pen) -> str:
    more = [words for words in (post, authority) if words]
    if pen.zh:
        return f"{label}：{name}" + (f"（{'，'.join(more)}）" if more else "")
    return f"{label}: {name}" + (f" ({', '.join(more)})" if more else "")


def signed(case: Case, of_them: Iterable[Side]) -> list[dict[str, object]]:
    """The sides as the head of an agreement and its foot print them."""
    pen, account = case.pen, case.account
    rows: list[dict[str, object]] = []
    for side in of_them:
        other = account.debtor if side.party is account.creditor else account.creditor
        role = pen.say("保证人", "guarantor")
        if side.party is account.creditor:
            role = pen.say("债权人", "creditor")
        elif side.party is account.debtor:
            role = pen.say("债务人", "debtor")
        rows.append(
            parties.party(side.party, pen, other=other) | {"label": side.label, "role": role, "signs": side.signs}
        )
    return rows


def many(number: int, pen: Pen) -> str:
    """两 in 一式两份; two."""
    if pen.zh:
        return "两" if number == 2 else counted(number)
    return {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}.get(number, str(number))


def heads(names: Sequence[tuple[str, str]], pen: Pen) -> list[str]:
    """第一条　债务的确认; 1. Confirmation of the debt."""
    return [pen.say(f"第{counted(number)}条　{zh}", f"{number}.\t{en}") for number, (zh, en) in enumerate(names, 1)]


SIDES: Mapping[str, tuple[str, str]] = {
    "sides[]": ("签署各方", "those who sign"),
    **{f"sides[].{name}": words for name, words in PARTY.items()},
    "sides[].label": ("甲方、乙方、丙方", "Party A, Party B, Party C"),
    "sides[].role": ("债权人、债务人、保证人", "creditor, debtor, guarantor"),
    "sides[].signs": ("签字人及其身份；自然人为空", "who signs, and as what; empty for a natural person"),
    "copies": ("份数", "how many copies"),
}
