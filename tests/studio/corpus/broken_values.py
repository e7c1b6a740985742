"""Values used for what they are not: loops, filters, sums, what may be empty, what templates may not do."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import Change, after, before, edited, gone, retyped
from tests.studio.corpus.labels import At, Broken, Fault

_MORE = frozenset({Fault.UNKNOWN_NAME, Fault.PART_MISSING, Fault.NO_WORDS, Fault.NO_CAPITALS})


def _value(name: str, did: str, letter: str, *changes: Change, at: At, or_: tuple[Fault, ...] = ()) -> Broken:
    return Broken(name, did, letter, partial(edited, letter, *changes), (at,), frozenset(or_), _MORE)


BROKEN = (
    # Loops over what is no list
    _value(
        "loop_over_a_sentence",
        "Went through the consequences one by one; they are one sentence.",
        "zh/demand_letter",
        retyped("{{ consequences }}", "{{ step }}"),
        before("{{ step }}", "{%p for step in consequences %}"),
        after("{{ step }}", "{%p endfor %}"),
        at=At(Fault.NO_LIST, 99, "{%p for step in consequences %}"),
    ),
    _value(
        "loop_over_a_name",
        "Went through the debtor's name as through a list of debtors.",
        "en/demand_letter",
        after("{{ letter.salutation }}", "{% for word in debtor.name %}{{ word }} {% endfor %}"),
        at=At(Fault.NO_LIST, 37, "{% for word in debtor.name %}"),
    ),
    _value(
        "rows_of_the_sums",
        "Went through the sums as through rows.",
        "zh/demand_letter",
        retyped("{%tr for row in items %}", "{%tr for row in sums %}"),
        at=At(Fault.NO_LIST, 1, "{%tr for row in sums %}", 2, 2, 1),
    ),
    _value(
        "loop_over_yes_or_no",
        "Went through whether interest is claimed.",
        "zh/lawyers_letter",
        retyped("{%p for sentence in interest.rule %}", "{%p for sentence in interest.claimed %}"),
        at=At(Fault.NO_LIST, 73, "{%p for sentence in interest.claimed %}"),
    ),
    _value(
        "loop_over_a_field_of_a_row",
        "Went through a field of each invoice.",
        "en/payment_reminder",
        retyped("{{ other.reason }}", "{% for why in other.reason %}{{ why }}{% endfor %}"),
        at=At(Fault.NO_LIST, 62, "{% for why in other.reason %}"),
    ),
    # Filters
    _value(
        "filter_for_capitals",
        "Asked for the sum in capitals with a filter of her own.",
        "zh/demand_letter",
        retyped("{{ total_full }}", "{{ total_full|大写 }}"),
        at=At(Fault.UNKNOWN_FILTER, 86, "{{ total_full|大写 }}"),
        or_=(Fault.UNREADABLE,),
    ),
    _value(
        "filter_of_another_program",
        "Asked for capitals with a filter that another program has.",
        "en/demand_letter",
        retyped("{{ letter.salutation }}", "{{ letter.salutation|upper }}"),
        at=At(Fault.UNKNOWN_FILTER, 36, "{{ letter.salutation|upper }}"),
    ),
    _value(
        "filter_for_dates",
        "Asked for the date in another form.",
        "en/repayment_agreement",
        retyped("{{ letter.date }}", "{{ letter.date|date('%d %B %Y') }}"),
        at=At(Fault.UNKNOWN_FILTER, 11, "{{ letter.date|date('%d %B %Y') }}"),
    ),
    _value(
        "filter_for_rounding",
        "Asked for a sum without its decimals.",
        "zh/lawyers_letter",
        retyped("{{ interest.total_column }}", "{{ interest.total_column|round }}"),
        at=At(Fault.UNKNOWN_FILTER, 1, "{{ interest.total_column|round }}", 3, 4, 2),
    ),
    _value(
        "words_joined",
        "Joined the letters of a name.",
        "en/payment_reminder",
        retyped("{{ debtor.name }}", "{{ debtor.name|join(', ') }}"),
        at=At(Fault.WRONG_FILTER, 17, "{{ debtor.name|join(', ') }}"),
        or_=(Fault.NO_LIST,),
    ),
    _value(
        "invoices_joined",
        "Joined the invoices, which are groups of facts and no words.",
        "zh/demand_letter",
        after("二、欠款情况", "所涉发票：{{ items|join('、') }}。"),
        at=At(Fault.WRONG_FILTER, 43, "{{ items|join('、') }}"),
        or_=(Fault.NO_WORDS,),
    ),
    _value(
        "length_of_yes_or_no",
        "Asked for the length of whether any is overdue.",
        "zh/demand_letter",
        retyped("{% if has_overdue %}", "{% if has_overdue|length > 0 %}"),
        at=At(Fault.WRONG_FILTER, 43, "{% if has_overdue|length > 0 %}"),
        or_=(Fault.ARITHMETIC,),
    ),
    # What is no words
    _value(
        "list_printed",
        "Printed the list of contracts itself.",
        "zh/demand_letter",
        retyped("{% if contracts %}合同、{% endif %}", "{{ contracts }}、"),
        at=At(Fault.NO_WORDS, 28, "{{ contracts }}"),
    ),
    _value(
        "group_printed",
        "Printed the debtor and not the debtor's name.",
        "en/payment_reminder",
        retyped("{{ debtor.name }}", "{{ debtor }}"),
        at=At(Fault.NO_WORDS, 17, "{{ debtor }}"),
    ),
    _value(
        "yes_or_no_printed",
        "Printed whether the creditor is a natural person.",
        "en/demand_letter",
        retyped("(company seal)", "(company seal: {{ letter.sealed }})"),
        at=At(Fault.NO_WORDS, 121, "{{ letter.sealed }}"),
    ),
    _value(
        "row_printed",
        "Printed the row and not its number.",
        "zh/repayment_agreement",
        retyped("{{ row.number }}", "{{ row }}"),
        at=At(Fault.NO_WORDS, 1, "{{ row }}", 1, 3, 2),
    ),
    # What may be empty
    _value(
        "contact_without_a_guard",
        "Deleted the lines around the contact, which some debtors do not have.",
        "zh/demand_letter",
        gone("{%p endif %}", nth=4),
        gone("{%p if debtor.contact %}"),
        at=At(Fault.UNGUARDED, 21, "{{ debtor.contact }}"),
    ),
    _value(
        "post_without_a_guard",
        "Deleted the condition around the signatory's post, and kept the brackets.",
        "zh/demand_letter",
        retyped(
            "{% if letter.signatory_post %}（{{ letter.signatory_post }}）{% endif %}",
            "（{{ letter.signatory_post }}）",
        ),
        at=At(Fault.UNGUARDED, 114, "{{ letter.signatory_post }}"),
    ),
    _value(
        "delivery_without_a_guard",
        "Deleted the lines around how the letter is sent.",
        "en/demand_letter",
        gone("{%p endif %}", nth=8),
        gone("{%p if letter.delivery %}"),
        at=At(Fault.UNGUARDED, 33, "{{ letter.delivery }}"),
    ),
    _value(
        "telephone_without_a_guard",
        "Deleted the condition around a lawyer's telephone.",
        "en/lawyers_letter",
        retyped("{% if one.phone %}, tel. {{ one.phone }}{% endif %}", ", tel. {{ one.phone }}"),
        at=At(Fault.UNGUARDED, 15, "{{ one.phone }}"),
    ),
    _value(
        "clause_without_a_guard",
        "Deleted the condition around the costs clause, which few contracts have.",
        "zh/demand_letter",
        retyped(
            "{% if costs.clause %}，合同约定：{{ costs.clause }}{% else %}。{% endif %}",
            "，合同约定：{{ costs.clause }}",
        ),
        at=At(Fault.UNGUARDED, 75, "{{ costs.clause }}"),
    ),
    _value(
        "postcode_without_a_guard",
        "Deleted the condition around the postcode.",
        "zh/lawyers_letter",
        retyped(
            "{% if debtor.postcode %}（邮编：{{ debtor.postcode }}）{% endif %}", "（邮编：{{ debtor.postcode }}）"
        ),
        at=At(Fault.UNGUARDED, 16, "{{ debtor.postcode }}"),
    ),
    # Money
    _value(
        "sums_added",
        "Added two sums.",
        "zh/demand_letter",
        retyped("{{ total_full }}", "{{ sums.demanded + interest.total }}"),
        at=At(Fault.ARITHMETIC, 86, "{{ sums.demanded + interest.total }}"),
    ),
    _value(
        "sum_multiplied",
        "Reckoned five per cent more.",
        "en/demand_letter",
        retyped("{{ total_full }}", "{{ total * 1.05 }}"),
        at=At(Fault.ARITHMETIC, 96, "{{ total * 1.05 }}"),
    ),
    _value(
        "sum_compared",
        "Compared a sum with a number.",
        "zh/lawyers_letter",
        after("特此函告。", "{% if total > 50000 %}金额较大，请特别注意。{% endif %}"),
        at=At(Fault.ARITHMETIC, 103, "{% if total > 50000 %}"),
    ),
    _value(
        "sum_without_its_words",
        "Printed the total in figures alone.",
        "zh/demand_letter",
        retyped("{{ total_full }}", "{{ total }}"),
        at=At(Fault.NO_CAPITALS, 86, "{{ total }}"),
    ),
    _value(
        "principal_without_its_words",
        "Printed the principal of an agreement in figures alone.",
        "zh/repayment_agreement",
        retyped("{{ principal_full }}", "{{ principal }}"),
        at=At(Fault.NO_CAPITALS, 27, "{{ principal }}"),
    ),
    _value(
        "principal_of_a_lawyers_letter_without_its_words",
        "Printed the principal in figures alone.",
        "zh/lawyers_letter",
        retyped("{{ sums.demanded_full }}", "{{ sums.demanded }}"),
        at=At(Fault.NO_CAPITALS, 41, "{{ sums.demanded }}"),
    ),
    _value(
        "column_in_a_sentence",
        "Printed the figures of a column in a sentence, without their currency.",
        "en/demand_letter",
        retyped("{{ total_full }}", "{{ total_column }}"),
        at=At(Fault.BARE_FIGURES, 96, "{{ total_column }}"),
        or_=(Fault.NO_CAPITALS,),
    ),
    _value(
        "column_with_a_typed_currency",
        "Printed the figures of a column and typed the currency behind them.",
        "zh/demand_letter",
        retyped("{{ sums.demanded_full }}", "{{ sums.demanded_column }}元"),
        at=At(Fault.BARE_FIGURES, 43, "{{ sums.demanded_column }}"),
        or_=(Fault.NO_CAPITALS,),
    ),
    _value(
        "typed_total",
        "Typed the total of one case into the template.",
        "zh/demand_letter",
        retyped("{{ total_full }}", "人民币128,000.00元（大写：人民币壹拾贰万捌仟元整）"),
        at=At(Fault.TYPED_SUM, 86, "人民币128,000.00元"),
        or_=(Fault.PART_MISSING,),
    ),
    _value(
        "typed_total_in_english",
        "Typed the total of one case into the template.",
        "en/lawyers_letter",
        retyped("{{ total_full }}", "CNY 128,000.00"),
        at=At(Fault.TYPED_SUM, 97, "CNY 128,000.00"),
    ),
    _value(
        "typed_sum_in_a_cell",
        "Typed a sum into the last row of the table.",
        "zh/payment_reminder",
        retyped("{{ sums.asked_column }}", "128,000.00"),
        at=At(Fault.TYPED_SUM, 1, "128,000.00", 1, 12, 4),
    ),
    # What templates may not do
    _value(
        "words_put_together",
        "Put words together within a tag.",
        "zh/demand_letter",
        retyped("{{ debtor.full_name }}", "{{ debtor.name ~ '（债务人）' }}"),
        at=At(Fault.FORBIDDEN, 11, "{{ debtor.name ~ '（债务人）' }}"),
    ),
    _value(
        "called",
        "Called a method, as a programmer had shown her.",
        "en/demand_letter",
        retyped("{{ debtor.name }}", "{{ debtor.name.upper() }}"),
        at=At(Fault.FORBIDDEN, 17, "{{ debtor.name.upper() }}"),
    ),
    _value(
        "other_file_included",
        "Included another Word file.",
        "zh/lawyers_letter",
        after("特此函告。", "{% include '收款账户.docx' %}"),
        at=At(Fault.FORBIDDEN, 103, "{% include '收款账户.docx' %}"),
    ),
    _value(
        "first_five_rows",
        "Took the first five invoices alone.",
        "en/assignment_notice",
        retyped("{%tr for row in items %}", "{%tr for row in items[:5] %}"),
        at=At(Fault.FORBIDDEN, 1, "{%tr for row in items[:5] %}", 1, 2, 1),
    ),
)
