"""Names that a letter does not have, wherever a Word file can hold one."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import (
    Change,
    after,
    edited,
    footnoted,
    header_says,
    property_set,
    retyped,
    text_box,
)
from tests.studio.corpus.labels import At, Broken, Fault

_MORE = frozenset({Fault.UNKNOWN_NAME, Fault.PART_MISSING, Fault.UNGUARDED})


def _name(name: str, did: str, letter: str, change: Change, at: At, *or_: Fault) -> Broken:
    return Broken(name, did, letter, partial(edited, letter, change), (at,), frozenset(or_), _MORE)


BROKEN = (
    _name(
        "misspelt_in_the_text",
        "Misspelt a field.",
        "zh/demand_letter",
        retyped("{{ debtor.contact }}", "{{ debtor.contcat }}"),
        At(Fault.UNKNOWN_NAME, 22, "{{ debtor.contcat }}"),
    ),
    _name(
        "misspelt_in_a_cell",
        "Misspelt a field in the row of a loop.",
        "zh/demand_letter",
        retyped("{{ row.due_on }}", "{{ row.due_no }}"),
        At(Fault.UNKNOWN_NAME, 1, "{{ row.due_no }}", 2, 4, 4),
    ),
    _name(
        "misspelt_in_a_cell_in_english",
        "Misspelt a field in the row of a loop.",
        "en/assignment_notice",
        retyped("{{ row.contract }}", "{{ row.contact_no }}"),
        At(Fault.UNKNOWN_NAME, 1, "{{ row.contact_no }}", 1, 3, 3),
    ),
    _name(
        "misspelt_in_the_header",
        "Misspelt the mark of a draft.",
        "en/demand_letter",
        retyped("{{ draft_mark }}", "{{ draft_marks }}"),
        At(Fault.UNKNOWN_NAME, 1, "{{ draft_marks }}", part="header"),
    ),
    _name(
        "misspelt_in_a_second_line_of_the_header",
        "Added a line to the header with a field of another name.",
        "zh/balance_confirmation",
        header_says("编号：{{ letter.no }}"),
        At(Fault.UNKNOWN_NAME, 2, "{{ letter.no }}", part="header"),
    ),
    _name(
        "misspelt_in_the_footer",
        "Misspelt the creditor's name in the footer.",
        "zh/repayment_agreement",
        retyped("{{ creditor.name }}", "{{ creditor.nmae }}"),
        At(Fault.UNKNOWN_NAME, 1, "{{ creditor.nmae }}", part="footer"),
    ),
    _name(
        "misspelt_in_a_footnote",
        "Added a footnote with a misspelt field.",
        "zh/demand_letter",
        footnoted("逾期付款责任自原到期日起算。", "计算方法见{{ interest.nota }}"),
        At(Fault.UNKNOWN_NAME, 3, "{{ interest.nota }}", part="footnotes"),
    ),
    _name(
        "misspelt_in_an_english_footnote",
        "Added a footnote with a misspelt field.",
        "en/lawyers_letter",
        footnoted("In our view, you have not paid the sums due as agreed", "See {{ basis_cite }}."),
        At(Fault.UNKNOWN_NAME, 3, "{{ basis_cite }}", part="footnotes"),
    ),
    _name(
        "misspelt_in_a_text_box",
        "Added a text box with a field of another name.",
        "en/demand_letter",
        text_box("{{ title }}", "Ref. {{ letter.nummer }}"),
        At(Fault.UNKNOWN_NAME, 38, "{{ letter.nummer }}"),
    ),
    _name(
        "misspelt_in_a_chinese_text_box",
        "Added a text box of two lines with a misspelt field in the second.",
        "zh/payment_reminder",
        text_box("{{ title }}", "温馨提示", "截至{{ letter.cutoff }}"),
        At(Fault.UNKNOWN_NAME, 12, "{{ letter.cutoff }}"),
    ),
    _name(
        "misspelt_in_a_property",
        "Wrote a field that there is not into the file's subject.",
        "zh/demand_letter",
        property_set("dc:subject", "{{ debtor.short_name }}"),
        At(Fault.UNKNOWN_NAME, None, "{{ debtor.short_name }}", part="properties"),
    ),
    _name(
        "misspelt_in_an_english_property",
        "Wrote a field that there is not into the file's category.",
        "en/lawyers_letter",
        property_set("cp:category", "{{ letter.class }}"),
        At(Fault.UNKNOWN_NAME, None, "{{ letter.class }}", part="properties"),
    ),
    _name(
        "misspelt_within_a_loop",
        "Misspelt a field within a loop over paragraphs.",
        "zh/payment_reminder",
        retyped("{{ other.number }}", "{{ other.nubmer }}"),
        At(Fault.UNKNOWN_NAME, 52, "{{ other.nubmer }}"),
    ),
    _name(
        "misspelt_list",
        "Misspelt the list of a loop.",
        "en/lawyers_letter",
        retyped("{%p for one in lawyers %}", "{%p for one in laywers %}", nth=1),
        At(Fault.UNKNOWN_NAME, 119, "{%p for one in laywers %}"),
    ),
    _name(
        "misspelt_in_a_condition",
        "Misspelt the field of a condition.",
        "en/statement_of_account",
        retyped("{% if statement.overdue %}", "{% if statement.overdew %}"),
        At(Fault.UNKNOWN_NAME, 34, "{% if statement.overdew %}"),
    ),
    _name(
        "misspelt_in_a_comparison",
        "Misspelt the field of a comparison.",
        "zh/balance_confirmation",
        retyped("{%p if purpose == 'accounts' %}", "{%p if purposes == 'accounts' %}"),
        At(Fault.UNKNOWN_NAME, 31, "{%p if purposes == 'accounts' %}"),
    ),
    _name(
        "field_of_another_letter",
        "Copied a field from the lawyer's letter into the company's own.",
        "zh/demand_letter",
        after("{{ letter.salutation }}", "受{{ firm.name }}委托，"),
        At(Fault.UNKNOWN_NAME, 28, "{{ firm.name }}"),
    ),
    _name(
        "field_outside_its_loop",
        "Used the field of a row in the text above the table.",
        "zh/demand_letter",
        retyped("{{ demands_said }}", "{{ row.number }}"),
        At(Fault.UNKNOWN_NAME, 60, "{{ row.number }}"),
    ),
    _name(
        "chinese_name",
        "Wrote the name of a field in Chinese.",
        "zh/payment_reminder",
        retyped("{{ debtor.full_name }}", "{{ 债务人名称 }}"),
        At(Fault.UNKNOWN_NAME, 11, "{{ 债务人名称 }}"),
    ),
    _name(
        "name_without_its_first_step",
        "Left out what the field belongs to.",
        "en/early_payment_offer",
        retyped("{{ offer.pay_full }}", "{{ pay_full }}"),
        At(Fault.UNKNOWN_NAME, 35, "{{ pay_full }}"),
    ),
    _name(
        "entry_of_a_list_that_has_none",
        "Asked a list for the field of its rows.",
        "zh/power_of_attorney",
        retyped("{{ mandate.powers_said }}", "{{ mandate.powers.said }}"),
        At(Fault.UNKNOWN_NAME, 32, "{{ mandate.powers.said }}"),
    ),
    _name(
        "two_words_in_a_name",
        "Wrote a name with a space in it.",
        "en/repayment_agreement",
        retyped("{{ principal_full }}", "{{ principal full }}"),
        At(Fault.UNREADABLE, 28, "{{ principal full }}"),
    ),
    _name(
        "hyphen_in_a_name",
        "Wrote a hyphen for the underscore: the letter would reckon.",
        "en/demand_letter",
        retyped("{{ letter.pay_by }}", "{{ letter.pay-by }}"),
        At(Fault.UNKNOWN_NAME, 96, "{{ letter.pay-by }}"),
        Fault.ARITHMETIC,
    ),
    _name(
        "clause_that_there_is_not",
        "Included a shared clause that nobody has made.",
        "zh/demand_letter",
        after("七、权利保留", "{{ clause.jurisdiction_shanghai }}"),
        At(Fault.UNKNOWN_NAME, 101, "{{ clause.jurisdiction_shanghai }}"),
    ),
)
