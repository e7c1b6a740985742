"""What bookkeeping programs, ERP systems, banks and people call the columns of their lists.

The surest heading of a box stands first: where two columns answer to one box, the surer one is read, and
the other is said to have been left. So an amount with tax goes before a mere "amount".
"""

from __future__ import annotations


def words(chinese: str, english: str) -> tuple[str, ...]:
    """Chinese headings between spaces, then English ones between bars."""
    return (*chinese.split(), *english.split(" | "))


INVOICE = {
    "document": words(
        "单据类型 类型 票据类型 发票类别",
        "document type | doc type | type | document",
    ),
    "number": words(
        "发票号码 发票号 发票编号 数电票号码 数电发票号码 票号 单据编号 单据号 凭证号 参照 发票",
        "invoice number | invoice no | invoice # | inv no | document number | document no | bill no | "
        "reference | invoice | number",
    ),
    "issued_on": words(
        "开票日期 开票日 发票日期 单据日期 业务日期 凭证日期 日期",
        "invoice date | issue date | issued on | issued | document date | doc date | date",
    ),
    "due_on": words(
        "到期日 到期日期 付款到期日 净到期日 应收日期 应收到期日 应付日 收款期限 付款期限",
        "due date | due on | net due date | payment due | due",
    ),
    "amount": words(
        "价税合计 含税金额 价税合计金额 含税价 应收金额 开票金额 发票金额 原币金额 凭证货币金额 "
        "本币金额 本位币金额 金额",
        "gross amount | total amount | invoice amount | amount incl tax | amount including tax | amount in "
        "document currency | amount in doc curr | amount in local currency | amount in lc | amount",
    ),
    "contract": words(
        "合同号 合同编号 合同号码 所属合同 合同",
        "contract number | contract no | under contract | contract",
    ),
    "description": words(
        "货物名称 商品名称 项目名称 品名 摘要 备注 说明 文本",
        "description | goods | text | item text | remark | remarks | notes | memo",
    ),
    "currency": words(
        "币种 币别 货币 凭证货币",
        "currency | document currency | doc currency | curr",
    ),
    "delivered_on": words(
        "收货日期 送货日期 签收日期 交货日期 发货签收日期",
        "delivery date | delivered on | delivered",
    ),
    "accepted_on": words(
        "验收日期",
        "acceptance date | accepted on | accepted",
    ),
    "credits": words(
        "冲减哪张发票 冲减的发票 冲销发票 对应蓝字发票 对应发票",
        "credit note for invoice | original invoice | credits",
    ),
}

PAYMENT = {
    "received_on": words(
        "到账日期 入账日期 收款日期 回款日期 收款日 到账日 交易日期 交易时间 记账日期 过账日期 单据日期 业务日期 日期",
        "date received | received on | receipt date | payment date | value date | posting date | transaction "
        "date | received | date",
    ),
    "amount": words(
        "到账金额 收款金额 回款金额 实收金额 收入金额 贷方发生额 贷方金额 原币金额 本币金额 金额",
        "amount received | receipt amount | credit amount | paid amount | payment amount | amount paid | "
        "payment | credit | amount",
    ),
    "reference": words(
        "银行流水号 交易流水号 流水号 交易号 回单编号 凭证号 单据编号 单据号 摘要 附言 用途 备注",
        "bank reference | transaction id | reference | ref | narrative | text | details | remark | memo",
    ),
    "names": words(
        "对应发票 对应发票号 对应发票号码 付款人指定的发票 核销发票 核销发票号 发票号码 发票号 发票",
        "invoices named by the payer | invoice number | invoice no | invoices | invoice",
    ),
    "currency": words(
        "币种 币别 货币",
        "currency | document currency | curr",
    ),
}

# Who owes, or who paid.
CUSTOMERS = words(
    "客户 客户名称 往来单位 往来单位名称 购买方 购方名称 购买方名称 付款方 付款人 付款单位 付款方名称 付款人名称 "
    "对方户名 对方单位 对方名称",
    "customer | customer name | bill to | buyer | payer | payer name | paid by | debtor | counterparty",
)

# An amount under one of these is without tax, as like as not, where a column of tax stands beside it.
PERHAPS_NET = words("金额 发票金额 开票金额 应收金额 原币金额 本币金额 本位币金额", "amount | invoice amount")
