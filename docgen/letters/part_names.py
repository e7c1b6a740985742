"""What the required parts of a letter are called, for the person who edits its template."""

from __future__ import annotations

from collections import ChainMap

from docgen.letters.papers import PAPERS
from docgen.letters.request import Language

_NAMES = {
    "title": ("标题", "the title"),
    "date": ("函件日期", "the date of the letter"),
    "creditor.name": ("债权人名称", "the creditor's name"),
    "creditor.code": ("债权人统一社会信用代码", "the creditor's registration code"),
    "debtor.name": ("债务人名称", "the debtor's name"),
    "debtor.code": ("债务人统一社会信用代码", "the debtor's registration code"),
    "cut_off": ("账务截止日", "the day to which payments are booked"),
    "signatory": ("签署人", "who signs"),
    "seal": ("盖章处", "the place of the seal"),
    "chinese_prevails": ("“以中文文本为准”", "that the Chinese text prevails"),
    "draft": ("草稿字样", "the mark of a draft"),
    "number": ("文号", "the letter number"),
    "contract": ("合同编号", "the contract numbers"),
    "invoice": ("发票号码", "the invoice numbers"),
    "due_date": ("到期日", "the due dates"),
    "enclosures": ("附件", "the enclosures"),
    "reply_by": ("答复期限", "the day to reply by"),
    "reservation": ("权利保留", "the reservation of rights"),
    "contact": ("联系方式", "whom to contact"),
    "account.holder": ("收款账户户名", "the holder of the account to pay to"),
    "account.bank": ("收款账户开户行", "the bank of the account to pay to"),
    "account.number": ("收款账号", "the number of the account to pay to"),
    "sum": ("请求支付的金额（数字及大写）", "the sum asked for, in figures and words"),
    "pay_by": ("付款期限", "the day to pay by"),
    "thanks": ("对已付款者的致谢", "the thanks to those who have paid"),
    "days_overdue": ("逾期天数", "the days overdue"),
    "key_sentence": ("核对、付款及盖章确认一句", "the sentence on checking, paying and confirming by seal"),
    "due_date_stays": ("不变更原付款期限一句", "that the due date does not change"),
    "late_payment_runs_from_due_date": ("逾期付款责任自原到期日起算", "that liability runs from the original due date"),
    "box.promise": ("回执：金额无误并承诺付款", "the slip's box: agreed, and will pay by a day"),
    "box.figure": ("回执：仅确认金额", "the slip's box: the amount alone is agreed"),
    "box.differs": ("回执：金额不符及原因", "the slip's box: the amount differs, and why"),
    "slip.signer": ("回执：签字人及职务", "the slip's signer and post"),
    "slip.return_address": ("回执：寄回地址", "the slip's return address"),
    "interest_reserved": ("违约金、利息另行计算", "the reservation of interest"),
    "total": ("请求支付总额", "the total asked for"),
    "article_509": ("《民法典》第五百零九条", "Article 509 of the Civil Code"),
    "article_577": ("《民法典》第五百七十七条", "Article 577 of the Civil Code"),
    "article_579": ("《民法典》第五百七十九条", "Article 579 of the Civil Code"),
    "interest": ("违约金或者利息的数额", "the sum of interest"),
    "interest.rule": ("违约金或者利息的名称", "what the interest is called"),
    "interest.annex": ("利息计算方法", "how the interest was computed"),
    "consequences": ("逾期后果（合法措施）", "the lawful consequences"),
    "firm.name": ("律师事务所名称", "the law firm"),
    "firm.licence": ("律师事务所执业许可证号", "the law firm's licence number"),
    "practice_number": ("律师执业证号", "the lawyer's practice number"),
    "mandate": ("委托", "the mandate"),
    "material": ("所依据的陈述和材料", "the statements and material it rests on"),
    "written_reply": ("事实不符时书面回复", "the request for a reply in writing"),
    "draft_mark": ("“草稿，须经律师事务所审核盖章”", "that a law firm must review and seal the draft"),
    "applicant": ("申请人", "the applicant"),
    "respondent": ("被申请人", "the respondent"),
    "applicant.address": ("申请人住所地", "the applicant's domicile"),
    "respondent.address": ("被申请人住所地", "the respondent's domicile"),
    "applicant.representative": ("申请人法定代表人", "the applicant's legal representative"),
    "request": ("请求事项：发出支付令及金额", "the request for a payment order, with its sum"),
    "request.fee": ("请求事项：申请费", "the request about the fee"),
    "request.interest": ("请求事项：利息数额", "the request for interest, with its sum"),
    "gates": ("申请人声明（申请条件）", "the declaration on the conditions"),
    "evidence": ("证据清单", "the list of evidence"),
    "article_225": ("《民事诉讼法》第二百二十五条", "Article 225 of the Civil Procedure Law"),
    "court": ("致送法院", "the court"),
    "reference_copy": ("标题；英文本须注明仅供参考", "that the English is for reference and the Chinese prevails"),
    "not_a_demand": ("“仅为复核账目之用，并非催款结算”", "that it only reconciles and demands nothing"),
    "balance": ("余额（数字及大写）", "the balance, in figures and words"),
    "agrees": ("“信息证明无误”栏", "the box: information agreed"),
    "legal_steps": ("起诉、仲裁等法律措施", "legal steps"),
    "demand": ("付款要求", "a demand for payment"),
    "bank_account": ("收款账户", "an account to pay to"),
    "open_ended": ("计至清偿之日的数额", "a sum that runs on until payment"),
    "differs": ("“信息不符”栏", "the box: information not agreed"),
}
_ALL = ChainMap(_NAMES, *(dict(paper.part_names) for paper in PAPERS.values()))


def part_name(part_id: str, language: Language) -> str:
    """What the part of this id is called. Raises KeyError for an id of a part that no letter requires."""
    return _ALL[part_id][0 if language is Language.ZH else 1]
