"""Conditions and loops: unpaired, crossed, misplaced, or no statements at all."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import (
    Change,
    after,
    edited,
    exchanged,
    gone,
    retyped,
    row_gone,
    rows_exchanged,
    run_on,
)
from tests.studio.corpus.labels import At, Broken, Fault

_BLOCKS = frozenset(
    {Fault.NO_START, Fault.NO_END, Fault.CROSSED, Fault.KINDS_DIFFER, Fault.UNKNOWN_NAME, Fault.UNBALANCED}
)


def _blocks(name: str, did: str, letter: str, *changes: Change, at: At, or_: tuple[Fault, ...] = ()) -> Broken:
    return Broken(name, did, letter, partial(edited, letter, *changes), (at,), frozenset(or_), _BLOCKS)


BROKEN = (
    # Unpaired. It is the start that is to be told where only the end is gone: there somebody has to look for its end.
    _blocks(
        "end_of_the_account_deleted",
        "Deleted the line that ends the condition for the bank account.",
        "zh/demand_letter",
        gone("{%p endif %}", nth=17),
        at=At(Fault.NO_END, 91, "{%p if bank.given %}"),
    ),
    _blocks(
        "end_of_the_enclosures_deleted",
        "Deleted the line that ends the loop over the enclosures, within a condition.",
        "zh/payment_reminder",
        gone("{%p endfor %}", nth=4),
        at=At(Fault.NO_END, 73, "{%p for paper in enclosures %}", otherwise=((75, None, None, None),)),
        or_=(Fault.CROSSED, Fault.NO_START),
    ),
    _blocks(
        "last_row_of_a_loop_deleted",
        "Deleted the last row of a table, which ended its loop.",
        "en/demand_letter",
        row_gone("{%tr endfor %}"),
        at=At(Fault.NO_END, 1, "{%tr for row in performance %}", 1, 2, 1, otherwise=((45, None, None, None),)),
        or_=(Fault.CROSSED, Fault.NO_START),
    ),
    _blocks(
        "end_of_the_contracts_deleted",
        "Deleted the line that ends the loop over the contracts.",
        "zh/payment_order_application",
        gone("{%p endfor %}", nth=2),
        at=At(Fault.NO_END, 61, "{%p for one in contracts %}"),
    ),
    _blocks(
        "end_within_a_sentence_deleted",
        "Deleted the end of a condition within a sentence, and with it the brackets.",
        "en/early_payment_offer",
        retyped(
            "{% if offer.rate %} ({{ offer.rate }} of what is owed){% endif %}",
            "{% if offer.rate %} at {{ offer.rate }}",
        ),
        at=At(Fault.NO_END, 35, "{% if offer.rate %}"),
    ),
    _blocks(
        "start_of_the_costs_deleted",
        "Deleted the line with the condition for the costs, and not its end.",
        "en/lawyers_letter",
        gone("{%p if costs.claimed %}"),
        at=At(Fault.NO_START, 91, "{%p endif %}"),
    ),
    _blocks(
        "start_of_the_signatures_deleted",
        "Deleted the line with the loop over the parties, above the signatures.",
        "zh/repayment_agreement",
        gone("{%p for one in sides %}", nth=1),
        at=At(Fault.NO_START, 84, "{%p endfor %}", otherwise=((76, None, None, None),)),
    ),
    _blocks(
        "one_end_too_many",
        "Pasted a line too many under the list of enclosures.",
        "zh/power_of_attorney",
        after("委托人：{{ principal.name }}", "{%p endif %}"),
        at=At(Fault.NO_START, 52, "{%p endif %}"),
    ),
    # Crossed
    _blocks(
        "if_and_for_crossed",
        "Moved the end of the condition above the end of the loop.",
        "zh/payment_reminder",
        exchanged("{%p endfor %}", "{%p endif %}", nth=4, other_nth=16),
        at=At(Fault.CROSSED, 75, "{%p endif %}", otherwise=((76, None, None, None), (73, None, None, None))),
        or_=(Fault.NO_START, Fault.NO_END),
    ),
    _blocks(
        "rows_of_if_and_for_crossed",
        "Moved the row that ends the loop above the row that ends the condition.",
        "en/demand_letter",
        rows_exchanged("{%tr endif %}", "{%tr endfor %}", nth=2, other_nth=1),
        at=At(Fault.CROSSED, 1, "{%tr endfor %}", 2, 10, 1, otherwise=((1, 2, 11, 1), (1, 2, 8, 1), (1, 2, 2, 1))),
        or_=(Fault.NO_START, Fault.NO_END),
    ),
    _blocks(
        "crossed_within_a_sentence",
        "Wrote a loop within a condition and ended them in the wrong order.",
        "zh/demand_letter",
        retyped("特此函告。", "{% if items %}{% for row in items %}{{ row.number }}{% endif %}{% endfor %}"),
        at=At(Fault.CROSSED, 105, "{% endif %}"),
        or_=(Fault.NO_START, Fault.NO_END),
    ),
    # Of different kinds
    _blocks(
        "row_loop_ended_as_paragraphs",
        "Typed p for tr at the end of a loop over rows.",
        "zh/demand_letter",
        retyped("{%tr endfor %}", "{%p endfor %}", nth=1),
        at=At(Fault.KINDS_DIFFER, 1, "{%p endfor %}", 2, 11, 1),
    ),
    _blocks(
        "paragraph_condition_ended_in_a_sentence",
        "Left the p out at the end of a condition for a paragraph.",
        "en/payment_reminder",
        retyped("{%p endif %}", "{% endif %}", nth=7),
        at=At(Fault.KINDS_DIFFER, 32, "{% endif %}"),
    ),
    # Misplaced
    _blocks(
        "p_in_a_sentence",
        "Made part of a paragraph conditional with {%p … %}.",
        "zh/demand_letter",
        retyped("本函未列明", "{%p if reserved_said %}本函未列明"),
        retyped("本函不构成对其的放弃。", "本函不构成对其的放弃。{%p endif %}"),
        at=At(Fault.NOT_ALONE, 101, "{%p if reserved_said %}"),
    ),
    _blocks(
        "p_and_its_paragraph_run_on",
        "Deleted the end of a paragraph, so that the condition runs on into its text.",
        "en/early_payment_offer",
        run_on("{%p if letter.delivery %}"),
        at=At(Fault.NOT_ALONE, 24, "{%p if letter.delivery %}"),
    ),
    _blocks(
        "words_in_a_row_of_a_tag",
        "Typed a caption into the row that holds a condition.",
        "zh/demand_letter",
        retyped("{%tr if interest.claimed %}", "{%tr if interest.claimed %}利息部分"),
        at=At(Fault.NOT_ALONE, 1, "{%tr if interest.claimed %}", 3, 3, 1),
    ),
    _blocks(
        "r_in_a_sentence",
        "Wrote {%r … %} within a sentence: everything else in that piece of text would vanish.",
        "zh/demand_letter",
        retyped(
            "{% if bank.swift %}　SWIFT：{{ bank.swift }}{% endif %}",
            "{%r if bank.swift %}　SWIFT：{{ bank.swift }}{%r endif %}",
        ),
        at=At(Fault.NOT_ALONE, 95, "{%r if bank.swift %}"),
        or_=(Fault.MARKUP, Fault.UNBALANCED, Fault.FORBIDDEN),
    ),
    _blocks(
        "r_in_an_english_sentence",
        "Wrote {%r … %} around words of a sentence.",
        "en/early_payment_offer",
        retyped("{% if offer.rate %} ({{ offer.rate }}", "{%r if offer.rate %} ({{ offer.rate }}"),
        retyped(" of what is owed){% endif %}", " of what is owed){%r endif %}"),
        at=At(Fault.NOT_ALONE, 35, "{%r if offer.rate %}"),
        or_=(Fault.MARKUP, Fault.UNBALANCED, Fault.FORBIDDEN),
    ),
    _blocks(
        "row_tag_outside_a_table",
        "Wrote tr for p in a list of paragraphs.",
        "en/payment_reminder",
        retyped("{%p for other in not_demanded %}", "{%tr for other in not_demanded %}"),
        at=At(Fault.NOT_IN_TABLE, 61, "{%tr for other in not_demanded %}"),
    ),
    _blocks(
        "row_condition_outside_a_table",
        "Copied a condition from a table into the text.",
        "zh/demand_letter",
        after("特此函告。", "{%tr if draft %}", "草稿，不得发出。", "{%tr endif %}"),
        at=At(Fault.NOT_IN_TABLE, 106, "{%tr if draft %}"),
    ),
    _blocks(
        "cell_loop_outside_a_table",
        "Wrote a loop over cells in the text.",
        "en/demand_letter",
        retyped("{%p for paper in enclosures %}", "{%tc for paper in enclosures %}"),
        at=At(Fault.NOT_IN_TABLE, 125, "{%tc for paper in enclosures %}"),
    ),
    _blocks(
        "formatted_text_wanted",
        "Wrote {{r … }}, as another program's manual has it.",
        "zh/lawyers_letter",
        retyped("{{ debtor.full_name }}", "{{r debtor.full_name }}"),
        at=At(Fault.MARKUP, 11, "{{r debtor.full_name }}"),
    ),
    _blocks(
        "subdocument_wanted",
        "Wrote {{p … }}, as another program's manual has it.",
        "en/demand_letter",
        retyped("{{ consequences }}", "{{p consequences }}"),
        at=At(Fault.MARKUP, 114, "{{p consequences }}"),
    ),
    _blocks(
        "condition_ends_in_the_table",
        "Moved the end of a condition into the last row of the table that it is about.",
        "zh/demand_letter",
        gone("{%p endif %}", nth=8),
        after("{{ sums.asked_column }}", "{%p endif %}"),
        at=At(Fault.UNBALANCED, 44, "{%p if items %}", otherwise=((2, 2, 12, 4),)),
    ),
    _blocks(
        "loop_ends_outside_the_table",
        "Ended a loop over rows below the table.",
        "en/statement_of_account",
        row_gone("{%tr endfor %}"),
        after("As of {{ statement.to }}", "{%tr endfor %}"),
        at=At(Fault.NOT_IN_TABLE, 35, "{%tr endfor %}"),
        or_=(Fault.UNBALANCED,),
    ),
    # No statements
    _blocks(
        "chinese_statement",
        "Wrote “如果” for if.",
        "zh/demand_letter",
        retyped("{%p if bank.given %}", "{%p 如果 bank.given %}"),
        at=At(Fault.UNKNOWN_STATEMENT, 91, "{%p 如果 bank.given %}"),
    ),
    _blocks(
        "end_if_in_two_words",
        "Wrote “end if” in two words.",
        "en/demand_letter",
        retyped("{%p endif %}", "{%p end if %}", nth=8),
        at=At(Fault.UNKNOWN_STATEMENT, 35, "{%p end if %}"),
        or_=(Fault.UNREADABLE,),
    ),
    _blocks(
        "else_if",
        "Wrote “else if” for elif.",
        "zh/demand_letter",
        retyped("{%p else %}", "{%p else if costs.claimed %}"),
        at=At(Fault.UNREADABLE, 71, "{%p else if costs.claimed %}"),
        or_=(Fault.UNKNOWN_STATEMENT,),
    ),
    _blocks(
        "no_space_after_p",
        "Left out the space between p and if.",
        "zh/payment_reminder",
        retyped("{%p if bank.given %}", "{%pif bank.given %}"),
        at=At(Fault.UNKNOWN_STATEMENT, 59, "{%pif bank.given %}"),
    ),
    _blocks(
        "space_before_p",
        "Put a space between the percent sign and p.",
        "en/early_payment_offer",
        retyped("{%p if bank.given %}", "{% p if bank.given %}"),
        at=At(Fault.UNKNOWN_STATEMENT, 39, "{% p if bank.given %}"),
    ),
    _blocks(
        "condition_without_a_question",
        "Deleted the field of a condition, and not the condition.",
        "en/lawyers_letter",
        retyped("{% if firm.phone %}", "{% if %}"),
        at=At(Fault.UNREADABLE, 2, "{% if %}"),
    ),
    _blocks(
        "of_for_in",
        "Wrote a loop with “of”.",
        "en/demand_letter",
        retyped("{%p for rule in basis %}", "{%p for rule of basis %}"),
        at=At(Fault.UNREADABLE, 88, "{%p for rule of basis %}"),
    ),
)
