"""The articles that a demand rests on, each with the words of it that matter.

The Chinese words are quoted from the acts; the English ones are a translation made for these letters.
"""

from __future__ import annotations

from docgen.law.assessment import Interest, Missing, OpenItem, Settlement
from docgen.letters.context.pen import Pen

_SAYS = {
    "civil_code:509": (
        "当事人“应当按照约定全面履行自己的义务”",
        "the parties shall perform their obligations in full as agreed",
    ),
    "civil_code:577": (
        "当事人一方不履行合同义务或者履行合同义务不符合约定的，“应当承担继续履行、采取补救措施或者赔偿损失等违约责任”",
        "a party that fails to perform is liable for breach: to perform, to remedy or to compensate for loss",
    ),
    "civil_code:579": (
        "当事人一方未支付价款、报酬等的，“对方可以请求其支付”",
        "where a party has not paid the price or remuneration, the other party may claim payment",
    ),
    "civil_code:585": (
        "当事人可以约定违约金或者因违约产生的损失赔偿额的计算方法",
        "the parties may agree on liquidated damages or on how damages are computed",
    ),
    "civil_code:628": (
        "对支付时间没有约定或者约定不明确又不能确定的，买受人应当在收到标的物或者提取标的物单证的同时支付",
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
    settlement: Settlement, items: list[OpenItem], pen: Pen, *, with_interest: bool
) -> list[dict[str, object]]:
    """Performance, payment, breach; then what makes the invoices due; then the rule of the interest claimed."""
    references = ["civil_code:509", "civil_code:579", "civil_code:577"]
    for item in items:
        references += [article for article in item.due.articles if article not in {"civil_code:509"}]
    found = settlement.interest
    if with_interest and not isinstance(found, Missing):
        references += _of_interest(found)
    return [
        {"article": pen.cite([reference]), "says": pen.say(*_SAYS[reference]) if reference in _SAYS else ""}
        for reference in dict.fromkeys(references)
    ]


def _of_interest(found: Interest) -> list[str]:
    return list(found.articles) or [article for part in found.segments for article in part.articles]
