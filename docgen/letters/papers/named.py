"""How the papers beside a complaint name the case: its cause (案由), and all who are sued in it.

The causes are those of 民事案件案由规定. Guarantors are sued where the request says so; then each is a party who is
named and gets copies of its own (民事证据规定 19).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, ContractKind
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.letters.context import claims, court, parties
from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen
from docgen.letters.papers import filing
from docgen.letters.papers.suing import sued
from docgen.letters.request import LetterRequest

_CAUSES = MappingProxyType(
    {
        ContractKind.SALE: ("买卖合同纠纷", "sales contract dispute"),
        ContractKind.SERVICES: ("服务合同纠纷", "service contract dispute"),
        ContractKind.CONSTRUCTION: ("建设工程合同纠纷", "construction contract dispute"),
    }
)
_ANY = ("合同纠纷", "contract dispute")

NAMED = MappingProxyType(
    {
        "cause": ("案由；没有合同为空", "the cause of action; empty without a contract"),
        "others_said": (
            "全部对方当事人：债务人及一并起诉的保证人",
            "all other parties: debtor and guarantors sued too",
        ),
    }
)


def named(case: Case, *, guarantors: bool = True) -> dict[str, object]:
    """The fields of `NAMED`. guarantors: whether the matter can be against them too."""
    contracts = case.contracts(claims.demanded_items(case.settlement))
    return {
        "cause": cause(contracts, case.pen),
        "others_said": case.pen.listed(others(case, guarantors=guarantors)),
    }


def cause(contracts: Iterable[Contract], pen: Pen) -> str:
    """By the kind of the contracts; of several kinds, of contracts in general."""
    kinds = {one.kind for one in contracts}
    if not kinds:
        return ""
    return pen.say(*(_CAUSES.get(kinds.pop(), _ANY) if len(kinds) == 1 else _ANY))


def others(case: Case, *, guarantors: bool = True) -> list[str]:
    """The full names of the other parties: the debtor, and each guarantor who is sued, once."""
    names = [str(court.side(case, creditor=False)["full_name"])]
    if guarantors:
        creditor = case.account.creditor
        names += [
            str(parties.party(one.guarantee.guarantor, case.pen, other=creditor, in_court=True)["full_name"])
            for one in sued(case.account, case.assessment, case.request)
        ]
    return list(dict.fromkeys(names))


def of_guarantors(
    account: Account, assessment: Assessment, request: LetterRequest, severity: Severity
) -> Iterator[Finding]:
    """That the paper names no guarantor, where the contracts sued upon have some and nobody has said whether they are
    sued."""
    contracts = filing.contracts_of(account, claims.demanded_items(assessment.chosen))
    names = dict.fromkeys(one.guarantor.name for contract in contracts for one in contract.guarantees)
    if names and (request.suit is None or request.suit.claims_security is None):
        facts = {"guarantors": ", ".join(names)}
        articles = ("civil_code:687", "civil_code:688")
        place = "/letter/suit/claims_security"
        yield Finding("paper.court.guarantors_left_out", severity, place, facts, articles)
