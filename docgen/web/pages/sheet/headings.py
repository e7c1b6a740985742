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
        "单据类型 发票类型 凭证类型 票据类型 发票类别 发票种类 票种 单据类别 类型",
        "document type | doc type | billing type | transaction type | type | document",
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
        "价税合计 含税金额 价税合计金额 价税合计本币 含税价 含税总额 应收金额 本期应收本币 应收本币 本期应收 "
        "应收款金额 开票金额 发票金额 "
        "单据金额 原币金额 凭证货币金额 本币金额 本位币金额 金额",
        "gross amount | gross | total amount | invoice amount | amount incl tax | amount including tax | amount in "
        "document currency | amount in doc curr | amount in local currency | amount in lc | amount",
    ),
    "contract": words(
        "合同号 合同编号 合同号码 所属合同 合同",
        "contract number | contract no | under contract | contract",
    ),
    "description": words(
        "货物名称 商品名称 项目名称 品名 摘要 说明 文本",
        "description | goods | text | item text",
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
    # What is still open of it: a control, never an amount.
    "stated_open": words(
        "未收金额 未收款金额 未收款 未收 未付金额 未付款金额 未付款 未付 未回款金额 未回款 未核销金额 未核销 "
        "未结金额 未清金额 未结清金额 "
        "应收余额 应收账款余额 欠款余额 欠款金额 尚欠金额 欠款 期末余额 期末余额本币 本币余额 原币余额 剩余金额 余额",
        "open amount | amount open | open balance | open | outstanding amount | amount outstanding | outstanding | "
        "balance due | amount due | unpaid amount | unpaid | remaining amount | remaining | balance",
    ),
    "credits": words(
        "冲减哪张发票 冲减的发票 冲销发票 对应蓝字发票 对应发票",
        "credit note for invoice | original invoice | credits",
    ),
}

# What the company notes for itself ("customer says the count is wrong"): a description is printed for the customer and
# the court, so a column of this name is never one.
OWN_REMARKS = words("备注 内部备注 备注说明 备注信息", "remark | remarks | note | notes | memo | comment | comments")

# Columns that no box of the form has, and that say something of the row's amounts all the same.
BESIDE_AN_INVOICE = {
    "received": words(
        "已收金额 已收款金额 已收款 已收 累计收款金额 累计收款 累计已收 累计回款 累计核销 已回款金额 已回款 "
        "回款金额 收款金额 实收金额 "
        "已付金额 已付款 已付 已核销金额 已核销 核销金额 已结算金额 本期收回本币 本期收回 收回本币",
        "paid | amount paid | paid amount | paid to date | payments | received | amount received | received amount | "
        "applied | amount applied | applied amount | settled | settled amount | cleared amount",
    ),
    # Says that it is paid, or when it was.
    "settled": words(
        "付款状态 付款情况 收款状态 收款情况 回款状态 回款情况 结清状态 核销状态 结算状态 清账状态 "
        "是否付清 是否付款 是否已付 是否收款 是否已收 是否已收款 是否回款 是否结清 是否核销 "
        "清账日期 核销日期 结清日期 收款日期 回款日期 到账日期",
        "payment status | paid status | clearing status | settled on | cleared on | clearing date | date paid | "
        "paid on | payment date | status",
    ),
    "net": words(
        "不含税金额 未税金额 不含税价 不含税额 税前金额 不含税",
        "net amount | amount excl tax | amount excluding tax | amount without tax | net",
    ),
    "tax": words(
        "税额 税金 增值税额 增值税",
        "tax amount | vat amount | tax | vat",
    ),
}

PAYMENT = {
    "received_on": words(
        "到账日期 入账日期 收款日期 回款日期 收款日 到账日 交易日期 交易时间 记账日期 过账日期 单据日期 业务日期 日期",
        "date received | received on | receipt date | payment date | value date | posting date | transaction "
        "date | received | date",
    ),
    "amount": words(
        "到账金额 收款金额 回款金额 实收金额 收入金额 贷方发生额 贷方金额 交易金额 发生额 原币金额 本币金额 金额",
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

BESIDE_A_PAYMENT = {
    "paid_out": words(
        "借方发生额 借方金额 支出金额 支出 转出金额 付出金额 借方",
        "debit amount | debit | withdrawal | withdrawals | paid out | money out",
    ),
    "direction": words(
        "借贷标志 借贷方向 借贷 收支方向 收付标志 收支 收付方向 交易方向",
        "dr cr | debit credit | direction | d c",
    ),
}

# Who owes, or who paid; the surest first.
CUSTOMERS = words(
    "客户名称 客户全称 购买方名称 购方名称 购货单位名称 购货单位 往来单位名称 往来单位 欠款单位名称 欠款单位 "
    "债务人 购买方 购方 买方名称 买方 "
    "付款方名称 付款人名称 付款单位名称 付款单位 付款方 付款人 付款户名 对方户名 对方单位名称 对方单位 "
    "对方名称 对方账户名称 "
    "往来户名称 往来户 核算单位 客商名称 客商 往来客户 单位名称 单位全称 客户简称 客户",
    "customer name | account name | sold to name | sold to party | sold to | bill to name | bill to party | "
    "bill to | "
    "buyer name | buyer | payer name | payer | paid by | debtor name | debtor | counterparty | company name | "
    "customer",
)

# These may also mean something else ("台", "件"): only where names stand below.
PERHAPS_CUSTOMERS = words("单位 户名 名称", "company | name | account")

# An amount under one of these is without tax, as like as not, where a column of tax stands beside it.
PERHAPS_NET = words("金额 发票金额 开票金额 应收金额 原币金额 本币金额 本位币金额", "amount | invoice amount")
