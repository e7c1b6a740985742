"""What the fields of letters hold, in both languages, group by group: name → (zh, en).

A name ending in [] is a list: what follows the brackets are the fields of each of its members.
"""

from __future__ import annotations

PARTY = {
    "name": ("名称（英文函件用英文名）", "name; the English name in an English letter"),
    "full_name": ("登记全称；英文函件附中文名", "full registered name, with the Chinese one in an English letter"),
    "native_name": ("登记名称；与 name 相同时为空", "registered name where `name` is another, else empty"),
    "natural": ("是否自然人", "whether a natural person"),
    "code": ("统一社会信用代码等；函件中不含身份证号", "registration code; no identity number outside court papers"),
    "code_label": ("代码的名称", "what the code is called"),
    "personal": (
        "自然人的性别、出生日期、民族；仅申请书，其余为空",
        "gender, date of birth and ethnic group of a natural person, in the application alone; else empty",
    ),
    "address_label": ("“住所地”；自然人为“住所”", "what court papers call the address"),
    "address": ("地址", "address"),
    "postcode": ("邮编", "postcode"),
    "country": (
        "国家或地区：双方不在同一国家或地区时；中文函件仅境外一方；否则为空",
        "country, where the sides are in different ones; in a Chinese letter of a party abroad alone; else empty",
    ),
    "representative": ("法定代表人", "legal representative"),
    "representative_post": ("其职务", "his or her post"),
    "representative_label": ("“法定代表人”或“负责人”", "what he or she is called"),
    "contact": ("联系人", "contact"),
    "phone": ("电话", "telephone"),
    "email": ("电子邮箱", "e-mail"),
    "particulars": ("代码、地址、电话合为一行", "code, address and telephone in one line"),
    "reach": ("联系人、电话、邮箱合为一句", "contact, telephone and e-mail in one line"),
}
ROW = {
    "no": ("序号", "number of the row"),
    "number": ("发票号码", "invoice number"),
    "contract": ("合同编号", "contract number"),
    "description": ("货物或服务", "goods or services"),
    "issued_on": ("开票日期", "date of issue"),
    "due_on": ("到期日", "due date"),
    "amount": ("发票金额", "invoice amount"),
    "settled": ("已付及冲减", "paid and credited"),
    "paid": ("已付", "paid"),
    "credited": ("冲减", "credited"),
    "open": ("未付", "open"),
    "demanded": ("其中请求支付的", "what is asked for of it"),
    "disputed_said": (
        "部分有争议时：未付、争议金额；无争议为空",
        "of an invoice contested in part: what is open and what of it is contested; else empty",
    ),
    "days": ("逾期天数", "days overdue"),
    "standing": ("状态", "standing: the days where overdue, else in words"),
    "performed": ("交付与验收，附凭证", "delivery and acceptance with their papers"),
}
CLAUSES = {
    "payment_terms": ("付款条款", "payment terms"),
    "late_payment": ("逾期付款条款", "late-payment clause"),
    "dispute_clause": ("争议解决条款", "dispute clause"),
    "costs_clause": ("费用承担条款", "costs clause"),
    "service_clause": ("送达地址条款", "address-for-service clause"),
}
COMMON = {
    "kind": ("函件种类的代号", "code of the letter"),
    "language": ("语言：zh 或 en", "language: zh or en"),
    "title": ("标题", "title"),
    "we": ("自称：本公司、委托人、申请人", "how the creditor is called"),
    "you": ("对称：贵司、贵单位、您、被申请人", "how the debtor is called"),
    "draft": ("是否草稿", "whether a draft"),
    "draft_mark": ("草稿字样；非草稿为空", "the mark of a draft, else empty"),
    "draft_because[]": ("不得发出的各项原因", "the reasons why it must not be sent"),
    "letter.number": ("文号", "letter number"),
    "letter.date": ("日期", "date"),
    "letter.pay_by": ("付款期限", "pay by"),
    "letter.reply_by": ("答复期限", "reply by"),
    "letter.salutation": ("称呼", "salutation"),
    "letter.signatory": ("签署人", "who signs"),
    "letter.signatory_post": ("签署人职务", "his or her post"),
    "letter.signatory_label": ("签署人的称谓", "what he or she signs as"),
    "letter.sealed": ("是否盖章：自然人签名，不盖章", "whether it is sealed: a natural person signs, and has no seal"),
    "letter.delivery": ("送达方式；未填写时为空", "how the letter is sent; empty when not stated"),
    "letter.cut_off": ("付款登记至", "day to which payments are booked"),
    "letter.balance_on": ("账面余额的日期", "day of the balance of the books"),
    "letter.as_of": ("计算基准日：到期与逾期天数计至该日", "day asked about; days overdue count to it"),
    **{f"creditor.{name}": words for name, words in PARTY.items()},
    **{f"debtor.{name}": words for name, words in PARTY.items()},
    "bank.given": ("是否有收款账户", "whether there is an account to pay to"),
    "bank.holder": ("户名", "account holder"),
    "bank.bank": ("开户行", "bank"),
    "bank.number": ("账号", "account number"),
    "bank.swift": ("SWIFT 代码", "SWIFT code"),
    "contracts[]": ("所涉合同", "the contracts concerned"),
    "contracts[].number": ("合同编号", "number"),
    "contracts[].cited": ("合同名称、编号、签订日期合为一语", "title, number and date in one phrase"),
    "contracts[].title": ("名称", "title"),
    "contracts[].subject": ("标的", "subject"),
    "contracts[].signed_on": ("签订日期", "date of signature"),
    "contracts[].signed_at": ("签订地点", "place of signature"),
    "contracts[].amount": ("合同金额", "amount"),
    **{
        f"contracts[].{name}": (
            f"{zh}原文，加引号；英文函件用所填译文并注明",
            f"{en}, quoted; in an English letter its translation, marked",
        )
        for name, (zh, en) in CLAUSES.items()
    },
    "contracts_cited": ("各合同合为一语", "all contracts in one phrase"),
    "enclosures[]": ("附件", "enclosures"),
    "prevailing_text": (
        "以何种文本为准：chinese 或 none；中文函件为 none",
        "which text an English letter says prevails: chinese or none; none in a Chinese letter",
    ),
    "small_print": (
        "英文函件：以中文文本为准；不注明时及中文函件为空",
        "that the Chinese text prevails; empty where that is not said, and in a Chinese letter",
    ),
    "law_version": (
        "法律数据版本，记入文件属性，不印入正文",
        "version of the law data, for the properties of the file, not its text",
    ),
}
LISTED = {
    "items[]": ("本函所列发票", "the invoices of this letter"),
    **{f"items[].{name}": words for name, words in ROW.items()},
    "sums.has_balance": ("账面余额是否不为零", "whether the balance of the books is other than zero"),
    "sums.unit": ("表中金额的单位", "currency of the columns"),
    "sums.open": ("全部未付", "all that is open"),
    "sums.open_column": ("同上，仅数字", "the same, figures alone"),
    "sums.invoiced_column": ("所列发票金额合计", "sum of the listed invoices"),
    "sums.settled_column": ("所列已付及冲减合计", "sum paid and credited on them"),
    "sums.items_open_column": ("所列未付合计", "sum open on them"),
    "sums.asked_column": ("所列请求金额合计", "sum asked for on them"),
    "sums.demanded": ("请求支付的本金（已扣未指定用途的款项）", "principal demanded, less what names no invoice"),
    "sums.demanded_column": ("同上，仅数字", "the same, figures alone"),
    "sums.demanded_words": ("同上，大写", "the same, in words"),
    "sums.demanded_full": ("同上，数字及大写", "the same, figures and words"),
    "sums.leaves_out_due": (
        "是否有到期（或者可能到期）而未列入请求的款项",
        "whether something that is due, or may be, is not asked for",
    ),
    "sums.has_demanded": ("是否有请求支付的本金", "whether any principal is demanded"),
    "sums.disputed_column": (
        "所列发票中有争议的合计；无争议为空",
        "contested of the listed invoices; empty when nothing is",
    ),
    "sums.unallocated": ("未指定用途的款项及贷项", "money and credits that name no invoice"),
    "sums.unallocated_column": ("同上，仅数字", "the same, figures alone"),
    "sums.has_unallocated": ("是否有上述款项", "whether there are any"),
    "sums.balance": ("账面余额", "balance of the books"),
    "sums.balance_column": ("同上，仅数字", "the same, figures alone"),
    "sums.balance_full": ("同上，数字及大写", "the same, figures and words"),
    "sums.we_owe": ("余额是否为我方欠对方", "whether the balance is the debtor's"),
    "sums.we_owe_column": ("欠对方的数额", "what the creditor owes"),
    "sums.they_owe_column": ("对方欠的数额", "what the debtor owes"),
    "settled_said": ("已计入的付款及冲减，一句话", "what was paid and credited, in a sentence"),
    "unallocated_said": ("未指定用途的款项，一句话", "what names no invoice, in a sentence"),
}
REMINDER = {
    "state": (
        "overdue 逾期、due 当日到期、not_due 未到期、contested 均有异议",
        "overdue, due, not_due, or contested where nothing is to be paid now or later",
    ),
    "asks_payment": ("是否请求付款", "whether payment is asked for"),
    "all_overdue": ("请求支付的是否全部逾期", "whether all that is asked for is overdue"),
    "coming[]": ("尚未到期的发票", "invoices not yet due"),
    **{f"coming[].{name}": words for name, words in ROW.items()},
    "coming_sum": ("尚未到期合计", "sum not yet due"),
    "coming_column": ("同上，仅数字", "the same, figures alone"),
    "coming_full": ("同上，数字及大写", "the same, figures and words"),
    "coming_on": ("最早到期日", "the first due date"),
    "thanks": ("对截止日后付款者的致谢", "thanks to those who have paid since"),
    "statement.rows[]": ("对账单：全部未结清的发票", "statement of account: every open invoice"),
    **{f"statement.rows[].{name}": words for name, words in ROW.items()},
    "statement.demanded_whole": ("未结清的是否全部为本函请求支付的", "whether all that is open is asked for"),
    "statement.invoiced_column": ("所列发票金额合计", "sum of the invoices"),
    "statement.settled_column": ("所列已付及冲减合计", "sum paid and credited on them"),
    "statement.open_column": ("未付合计", "total open"),
    "statement.has_unallocated": ("是否有未指定用途的款项或贷项", "whether money or credits name no invoice"),
    "statement.unallocated_column": ("上述款项，作减项", "their sum, to be taken off"),
    "statement.balance_column": ("余额", "balance"),
    "statement.aging[]": ("账龄，自未逾期至365天以上", "aging, from not overdue to over 365 days"),
    "statement.aging[].bucket": ("账龄段", "bucket"),
    "statement.aging[].amount": ("金额", "amount"),
    "statement.undated": ("付款日期待确认而未计入账龄的金额", "what has no due date and so no age"),
}
NOT_DEMANDED = {
    "not_demanded[]": ("不请求支付的款项", "what is open and not demanded"),
    "not_demanded[].number": ("发票号码", "invoice number"),
    "not_demanded[].amount": ("金额", "amount"),
    "not_demanded[].reason": ("原因", "reason"),
    "reserved_said": (
        "有争议部分不予认可并保留权利（催款函、律师函：同时主张权利），一句话；无争议为空",
        "that what is contested is not conceded but reserved (in a demand: claimed), in a sentence; else empty",
    ),
    "longest_overdue": ("最长逾期", "longest time overdue"),
}
SETTLED = {
    "settled[]": ("逐笔已计入的付款及冲减", "payments and credit notes one by one"),
    "settled[].on": ("日期", "date"),
    "settled[].kind": ("种类", "kind"),
    "settled[].reference": ("凭证", "reference"),
    "settled[].invoice": ("计入的发票", "invoice"),
    "settled[].amount": ("金额", "amount"),
    "settled[].principal": ("其中本金", "of it principal"),
    "settled[].interest": ("其中利息", "of it interest"),
    "settled[].costs": ("其中费用", "of it costs"),
    "basis_cited": ("法律依据，合为一语", "the legal basis in one phrase"),
}
CONFIRMATION = {
    "purpose": ("accounts 询证、demand 征询并请求付款", "accounts or demand"),
    "asks_payment": ("是否请求付款", "whether payment is asked for"),
    "has_overdue": ("是否有逾期", "whether any is overdue"),
    "slip_reserved_said": (
        "回执：金额不含有异议及未列入请求的款项，一句话；无此类款项为空",
        "for the slip: what the figure does not include, and that nothing of it is settled or waived; else empty",
    ),
    "return_to[]": ("回函地址，逐行", "return address, line by line"),
}
CLAIM = {
    "performance[]": ("有交付或验收记录的发票", "invoices with delivery or acceptance on record"),
    **{f"performance[].{name}": words for name, words in ROW.items()},
    "performance_said": (
        "履行情况表的引语；仅在声明无未履行义务时称已履行合同义务",
        "what leads to that list: that the contract is performed only where nothing is declared outstanding",
    ),
    "demands_said": ("历次请求付款，附文号及送达情况", "the demands made so far, with number and proof of delivery"),
    "confirmed_said": (
        "债务人的确认与承诺；有承诺的，写明原付款期限不变",
        "what the debtor confirmed or promised, and that a promise changes no due date",
    ),
    "interest.claimed": ("是否主张违约金或利息", "whether interest is claimed"),
    "interest.name": ("名称：违约金、损失、利息", "what it is called"),
    "interest.rule[]": ("计算规则，逐条", "its rules, one sentence each"),
    "interest.basis": ("法律依据", "its legal basis"),
    "interest.until": ("计至", "computed to"),
    "interest.total": ("数额", "amount"),
    "interest.total_full": ("同上，数字及大写", "the same, figures and words"),
    "interest.total_column": ("同上，仅数字", "the same, figures alone"),
    "interest.continues": ("此后继续计算的方式", "how it runs on"),
    "interest.segments[]": ("分段计算", "the computation, segment by segment"),
    "interest.segments[].no": ("序号", "number"),
    "interest.segments[].invoice": ("发票号码", "invoice number"),
    "interest.segments[].from_on": ("起", "from"),
    "interest.segments[].to_on": ("止", "to"),
    "interest.segments[].days": ("天数", "days"),
    "interest.segments[].base": ("基数", "base"),
    "interest.segments[].rate": ("利率", "rate"),
    "interest.segments[].amount": ("金额", "amount"),
    "interest.has_rounding": ("是否有舍入差额", "whether there is a rounding difference"),
    "interest.rounding": ("舍入差额", "rounding difference"),
    "interest.has_paid": ("是否已有付款抵充利息", "whether payments went to interest"),
    "interest.accrued_column": ("应计合计", "accrued in all"),
    "interest.paid_column": ("已抵充利息的付款，负数", "paid on interest, negative"),
    "interest.capped": ("是否受合同上限限制", "whether an agreed cap applied"),
    "interest.note": ("计算方法", "how it was computed"),
    "total": ("请求支付总额", "total demanded"),
    "total_full": ("同上，数字及大写", "the same, figures and words"),
    "total_column": ("同上，仅数字", "the same, figures alone"),
    "order": ("抵充顺序", "order of imputation"),
    "order_note": (
        "抵充顺序一句话；先抵充本金而未主张利息时为空",
        "the order of imputation in a sentence; empty where principal comes first and no interest is claimed",
    ),
}
DEMAND = {
    "has_overdue": ("是否有逾期", "whether any is overdue"),
    "alternative.said": ("其各项及合计，一句话", "its sums in a phrase"),
    "alternative.differs": ("另一抵充顺序结果是否不同", "whether the other order gives other sums"),
    "alternative.order": ("另一抵充顺序", "the other order"),
    "alternative.principal": ("其本金", "its principal"),
    "alternative.interest": ("其利息", "its interest"),
    "alternative.costs": ("其费用", "its costs"),
    "alternative.total": ("其合计", "its total"),
    "costs.claimed": ("是否主张实现债权的费用", "whether costs are claimed"),
    "costs.amount": ("费用", "costs"),
    "costs.column": ("同上，仅数字", "the same, figures alone"),
    "costs.clause": ("费用条款原文，加引号", "the costs clause, quoted"),
    "more_than_principal": ("是否含本金以外的款项", "whether more than principal is demanded"),
    "basis[]": ("法律依据，逐条", "the legal basis, article by article"),
    "basis[].article": ("条文", "article"),
    "basis[].says": ("其内容", "what it says"),
    "consequences": (
        "逾期后果：依争议解决条款和费用条款，合为一段",
        "the lawful steps by the dispute clause, and who bears their costs",
    ),
}
LAWYERS = {
    "firm.name": ("律师事务所", "law firm"),
    "firm.licence_number": ("执业许可证号", "licence number"),
    "firm.address": ("地址", "address"),
    "firm.phone": ("电话", "telephone"),
    "firm.email": ("电子邮箱", "e-mail"),
    "lawyers[]": ("律师", "lawyers"),
    "lawyers[].name": ("姓名", "name"),
    "lawyers[].practice_number": ("执业证号", "practice number"),
    "lawyers[].phone": ("电话", "telephone"),
    "lawyers[].email": ("电子邮箱", "e-mail"),
    "lawyers_named": ("律师姓名，合为一语", "the lawyers' names in one phrase"),
    "mandate_on": ("委托日期", "day of the mandate"),
}
AGENTS = {
    "agents[]": ("委托诉讼代理人", "agents"),
    "agents[].name": ("姓名", "name"),
    "agents[].post": ("职务", "post"),
    "agents[].firm": ("律师事务所", "firm"),
    "agents[].authority": ("代理权限", "authority"),
    "agents[].phone": ("电话", "telephone"),
}
EVIDENCE = {
    "evidence[]": ("证据", "evidence"),
    "evidence[].no": ("序号", "number"),
    "evidence[].name": ("名称", "name"),
    "evidence[].source": ("来源", "source"),
    "evidence[].pages": ("页码", "pages"),
    "evidence[].original": ("原件或复印件", "original or copy"),
    "evidence[].proves": ("证明内容", "what it proves"),
}
APPLICATION = {
    **{f"applicant.{name}": words for name, words in PARTY.items()},
    **{f"respondent.{name}": words for name, words in PARTY.items()},
    **AGENTS,
    "court": ("法院", "court"),
    "subject": ("款项名称：货款、服务费、工程款", "what the money is for"),
    "reserved_said": (
        "固定金额以外、保留另行主张的款项，一句话",
        "what is left to be claimed separately beside the fixed sum, in a sentence",
    ),
    "declaration.said": (
        "申请人声明，一句话；未声明的各项标为待核实",
        "the applicant's declaration in a sentence; what is not declared asks to be verified",
    ),
    "declaration.whole": ("声明是否无待核实的项目", "whether nothing of it has to be verified"),
    **EVIDENCE,
}


def of_party(called: str) -> dict[str, tuple[str, str]]:
    """The fields of one more party, under its name: "guarantor"."""
    return {f"{called}.{name}": words for name, words in PARTY.items()}


def of_boxes(name: str, zh: str, en: str) -> dict[str, tuple[str, str]]:
    """The two boxes of a question: "■" where ticked, else "□"."""
    return {
        f"{name}.yes": (f"{zh}：是（■ 选中，□ 未选）", f"{en}: the box for yes (■ ticked, □ not)"),
        f"{name}.no": (f"{zh}：否", f"{en}: the box for no"),
    }


SERVICE = {
    "service.recipient": ("受送达人", "recipient"),
    "service.address": ("送达地址", "address for service"),
    "service.postcode": ("邮编", "postcode"),
    "service.phone": ("电话", "telephone"),
    "service.email": ("电子邮箱", "e-mail"),
    **of_boxes("service.electronic", "是否同意电子送达", "agrees to electronic service"),
}
FILING = {
    "filing.where": ("向哪一法院提交及依据", "which court by its place, and why"),
    "filing.level": ("级别管辖及依据", "which level of court, and why"),
    "filing.fees[]": ("费用估算", "fees, as estimates"),
    "filing.fees[].name": ("费用名称", "name"),
    "filing.fees[].base": ("计算基数", "base"),
    "filing.fees[].amount": ("金额", "amount"),
    "filing.fees[].article": ("依据", "article"),
    "filing.attach[]": ("应附材料", "what to attach"),
    "filing.attach[].no": ("序号", "number"),
    "filing.attach[].paper": ("材料", "paper"),
    "filing.clocks[]": ("期间提示", "periods not to be missed"),
    "filing.clocks[].what": ("期间", "which"),
    "filing.clocks[].on": ("日期", "day"),
}
PROPERTIES = {
    "property[]": ("财产线索", "property that is known"),
    "property[].no": ("序号", "number"),
    "property[].what": ("财产", "what it is"),
    "property[].value": ("估计价值", "estimated value"),
}
