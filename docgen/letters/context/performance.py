"""How a letter says that its writer has performed: wholly only where that is declared."""

from __future__ import annotations

from docgen.accounts.account import Answer, Question
from docgen.accounts.contract import ContractKind
from docgen.law.assessment import OpenItem
from docgen.letters.context.base import Case

_DONE = {
    ContractKind.SALE: ("已交付下列货物", "delivered the following goods"),
    ContractKind.SERVICES: ("已提供下列服务", "provided the following services"),
    ContractKind.CONSTRUCTION: ("已完成下列工程", "carried out the following works"),
}
_WHATEVER = ("已交付下列货物（提供下列服务）", "delivered the following goods or provided the following services")


def performance_said(case: Case, items: list[OpenItem]) -> str:
    """What leads to the list of what was delivered and accepted. That the contract is performed is a statement which
    the debtor will hold against its writer while anything is outstanding; undeclared, the list alone is vouched for.
    """
    pen, we = case.pen, case.we
    if case.account.declares(Question.OWN_PERFORMANCE_OUTSTANDING) is Answer.NO:
        whose = "our" if we == "we" else "its"
        said = pen.say("已履行合同义务，情况如下", f"performed {whose} contractual obligations as follows")
    else:
        kinds = {one.kind for one in case.contracts(items)}
        said = pen.say(*(_DONE.get(kinds.pop(), _WHATEVER) if len(kinds) == 1 else _WHATEVER))
    if pen.zh:
        return f"{we}{said}："
    return f"{we[0].upper()}{we[1:]} {'have' if we == 'we' else 'has'} {said}:"
