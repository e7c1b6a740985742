"""The articles that a demand rests on, each with the words of it that matter.

The Chinese words are quoted from the acts; the English ones are a translation made for these letters.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.accounts.contract import Contract, ContractKind
from docgen.law.assessment import Interest, Missing, OpenItem, Settlement
from docgen.letters.context.pen import Pen

_SALE = "civil_code:626 civil_code:628"  # the first sentence of each; the second of 628 is for a time not agreed
_PARAGRAPH = {"civil_code:203": "civil_code:203(1)", "civil_code:585": "civil_code:585(1)"}
_SAYS = {
    "civil_code:203(1)": (
        "“期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日”",
        "where the last day of a period is a statutory rest day, the day after it is the last day of the period",
    ),
    "civil_code:509(1)": (
        "当事人“应当按照约定全面履行自己的义务”",
        "the parties shall perform their obligations in full as agreed",
    ),
    "civil_code:577": (
        "当事人一方不履行合同义务或者履行合同义务不符合约定的，“应当承担继续履行、采取补救措施或者赔偿损失等违约责任”",
        "a party that fails to perform is liable for breach: to perform, to remedy or to compensate for loss",
    ),
    "civil_code:579": (
        "“当事人一方未支付价款、报酬、租金、利息，或者不履行其他金钱债务的，对方可以请求其支付”",
        "where a party fails to pay the price, remuneration, rent or interest, or to perform another monetary debt, "
        "the other party may claim payment",
    ),
    "civil_code:585(1)": (
        "“当事人可以约定一方违约时应当根据违约情况向对方支付一定数额的违约金，也可以约定因违约产生的损失赔偿额的计算方法”",
        "the parties may agree on a sum of liquidated damages payable upon breach, or on how the damages arising from "
        "it are computed",
    ),
    "civil_code:626": (
        "“买受人应当按照约定的数额和支付方式支付价款”",
        "the buyer shall pay the price in the amount and in the manner agreed",
    ),
    _SALE: (
        "买受人“应当按照约定的数额和支付方式支付价款”“应当按照约定的时间支付价款”",
        "the buyer shall pay the price in the amount, in the manner and at the time agreed",
    ),
    "civil_code:628": (
        "对支付时间没有约定或者约定不明确又不能确定的，“买受人应当在收到标的物或者提取标的物单证的同时支付”",
        "where no time of payment is agreed or can be determined, the buyer shall pay on receipt of goods or documents",
    ),
    "sales_interpretation:18(4)": (
        "买卖合同没有约定逾期付款违约金或者其计算方法的，"
        "可以一年期贷款市场报价利率（LPR）为基础，加计30%—50%计算逾期付款损失",
        "where a sales contract provides for no late-payment charge, the loss may be computed at the one-year LPR "
        "plus 30% to 50%",
    ),
    "sme_regulation:17": (
        "“未作约定的，按照每日利率万分之五支付逾期利息”",
        "where no rate is agreed, late-payment interest is 0.05% per day",
    ),
    "sme_regulation_2020:15": (
        "双方对逾期利息的利率“未作约定的，按照每日利率万分之五支付逾期利息”",
        "where no rate of late-payment interest is agreed, it is 0.05% per day",
    ),
    "construction_interpretation:26": (
        "当事人对欠付工程价款利息计付标准没有约定的，按照同期同类贷款利率或者同期贷款市场报价利率计息",
        "where the parties have agreed no interest on unpaid works, it is computed at the lending rate of the same "
        "kind and period or at the Loan Prime Rate of the same period",
    ),
    "civil_code:646": (
        "法律对其他有偿合同没有规定的，参照适用买卖合同的有关规定",
        "where the law has no rule for another contract for value, the rules on sales apply by analogy",
    ),
}


def legal_basis(
    settlement: Settlement, items: list[OpenItem], contracts: list[Contract], pen: Pen, *, with_interest: bool
) -> list[dict[str, object]]:
    """Performance, payment, breach; then what makes the invoices due; then the rule of the interest claimed.

    An act is named in full where it is first cited, and by its usual name from then on.
    """
    named: set[str] = set()
    rows: list[dict[str, object]] = []
    for key in _references(settlement, items, contracts, with_interest=with_interest):
        act = key.partition(":")[0]
        says = pen.say(*_SAYS[key]) if key in _SAYS else ""
        rows.append({"article": pen.cite(key.split(), briefly=act in named), "says": says})
        named.add(act)
    return rows


def basis_cited(
    settlement: Settlement,
    items: list[OpenItem],
    contracts: list[Contract],
    pen: Pen,
    *,
    with_interest: bool,
    also: Iterable[str] = (),
) -> str:
    """The same articles in one phrase, act by act; `also`, further ones, with those of their act."""
    references = _by_act([*_references(settlement, items, contracts, with_interest=with_interest), *also])
    return pen.cite(dict.fromkeys(reference for key in references for reference in key.split()))


def basis_in_court(contracts: list[Contract], pen: Pen, *, with_interest: bool) -> str:
    """What an application for a payment order rests on, in one phrase: the debt, an agreed penalty, the procedure."""
    references = ["civil_code:509(1)", "civil_code:579"]
    if any(one.kind is ContractKind.SALE for one in contracts):
        references += _SALE.split()
    if with_interest:
        references.append("civil_code:585(1)")
    return pen.cite([*references, "cpl:225"])


def _references(
    settlement: Settlement, items: list[OpenItem], contracts: list[Contract], *, with_interest: bool
) -> list[str]:
    """Keys of `_SAYS` and further references, each once, the act that is cited most first."""
    due = [_PARAGRAPH.get(each, each) for item in items for each in item.due.articles if each != "civil_code:509"]
    sale = any(one.kind is ContractKind.SALE for one in contracts)
    references = ["civil_code:509(1)"]
    if sale and "civil_code:628" not in due:
        references.append(_SALE)
    references += ["civil_code:626"] * sale + ["civil_code:628"] if "civil_code:628" in due else []
    references += ["civil_code:579", "civil_code:577"]
    found = settlement.interest
    if with_interest and not isinstance(found, Missing):
        references += [_PARAGRAPH.get(article, article) for article in _of_interest(found)]
    return _by_act([*references, *due])


def _by_act(references: Iterable[str]) -> list[str]:
    """Each once, those of one act together, the acts in the order in which they come first."""
    in_order = dict.fromkeys(references)
    acts = dict.fromkeys(reference.partition(":")[0] for reference in in_order)
    return [each for act in acts for each in in_order if each.startswith(f"{act}:")]


def _of_interest(found: Interest) -> list[str]:
    return list(found.articles) or [article for part in found.segments for article in part.articles]
