"""Signs: what input methods, autocorrection and the space bar make of a tag."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import Change, edited, retyped
from tests.studio.corpus.labels import At, Broken, Fault

_BLOCKS = frozenset({Fault.NO_START, Fault.NO_END, Fault.NOT_CLOSED, Fault.NOT_OPENED, Fault.CROSSED})


def _typed(
    name: str,
    did: str,
    letter: str,
    change: Change,
    *labels: At,
    or_: tuple[Fault, ...] = (),
) -> Broken:
    return Broken(name, did, letter, partial(edited, letter, change), labels, frozenset(or_), _BLOCKS)


BROKEN = (
    _typed(
        "wide_braces_of_the_debtor",
        "Typed the debtor's tag again with the Chinese input method on.",
        "zh/demand_letter",
        retyped("{{ debtor.full_name }}", "｛｛ debtor.full_name ｝｝"),
        At(Fault.WIDE_BRACES, 11, "｛｛ debtor.full_name ｝｝"),
    ),
    _typed(
        "wide_braces_at_the_end",
        "Switched the input method on before the closing braces.",
        "zh/payment_reminder",
        retyped("{{ thanks }}", "{{ thanks ｝｝"),
        At(Fault.WIDE_BRACES, 66, "｝｝"),
    ),
    _typed(
        "wide_brace_in_the_footer",
        "Repaired the firm's name in the footer and left the outer braces full-width.",
        "zh/lawyers_letter",
        retyped("{{ firm.name }}", "｛{ firm.name }｝", nth=3),
        At(Fault.WIDE_BRACES, 1, "｛{ firm.name }｝", part="footer"),
    ),
    _typed(
        "wide_braces_of_a_condition",
        "Typed the condition for the list of evidence with the Chinese input method on.",
        "zh/payment_order_application",
        retyped("{%p if evidence %}", "｛%p if evidence %｝"),
        At(Fault.WIDE_BRACES, 95, "｛%p if evidence %｝"),
    ),
    _typed(
        "wide_percent_sign",
        "Typed a full-width percent sign before the closing brace.",
        "zh/demand_letter",
        retyped("{%p if settled_said or unallocated_said %}", "{%p if settled_said or unallocated_said ％}"),
        At(Fault.WIDE_BRACES, 47, "％}"),
    ),
    _typed(
        "wide_braces_in_an_english_letter",
        "Corrected the English letter with the Chinese input method still on.",
        "en/demand_letter",
        retyped("{{ bank.holder }}", "｛｛bank.holder｝｝"),
        At(Fault.WIDE_BRACES, 103, "｛｛bank.holder｝｝"),
    ),
    _typed(
        "wide_full_stop_in_a_cell",
        "Typed a Chinese full stop for the point within a name.",
        "zh/repayment_agreement",
        retyped("{{ row.phone or '—' }}", "{{ row。phone or '—' }}"),
        At(Fault.WIDE_SIGN, 1, "{{ row。phone or '—' }}", 3, 3, 4),
    ),
    _typed(
        "wide_point_in_a_condition",
        "Typed a full-width point within the name of a condition in the middle of a sentence.",
        "zh/demand_letter",
        retyped("{% if creditor.phone %}", "{% if creditor．phone %}"),
        At(Fault.WIDE_SIGN, 97, "{% if creditor．phone %}"),
    ),
    _typed(
        "wide_equals",
        "Typed two full-width equals signs.",
        "zh/balance_confirmation",
        retyped("{%p if purpose == 'accounts' %}", "{%p if purpose ＝＝ ‘accounts’ %}"),
        At(Fault.WIDE_SIGN, 31, "{%p if purpose ＝＝ ‘accounts’ %}"),
    ),
    _typed(
        "wide_brackets_of_a_filter",
        "Wrote what is to stand for missing contracts in full-width brackets.",
        "zh/payment_reminder",
        retyped("{{ contracts_cited }}", "{{ contracts_cited|default（‘合同’） }}"),
        At(Fault.WIDE_SIGN, 28, "{{ contracts_cited|default（‘合同’） }}"),
    ),
    _typed(
        "wide_bar_in_an_english_letter",
        "Typed a full-width bar before the filter.",
        "en/lawyers_letter",
        retyped("{{ contracts_cited }}", "{{ contracts_cited｜default('the contract') }}"),
        At(Fault.WIDE_SIGN, 40, "{{ contracts_cited｜default('the contract') }}"),
    ),
    _typed(
        "wide_space_after_p",
        "Typed a Chinese space between {%p and if.",
        "zh/demand_letter",
        retyped("{%p if not_demanded %}", "{%p　if not_demanded %}"),
        At(Fault.WIDE_SPACE, 50, "{%p　if not_demanded %}"),
        or_=(Fault.WIDE_SIGN, Fault.UNKNOWN_STATEMENT, Fault.UNREADABLE),
    ),
    _typed(
        "hard_space_after_tr",
        "Typed a non-breaking space between {%tr and for.",
        "en/statement_of_account",
        retyped("{%tr for row in lines %}", "{%tr\u00a0for row in lines %}"),
        At(Fault.WIDE_SPACE, 1, "{%tr\u00a0for row in lines %}", 1, 2, 1),
        or_=(Fault.WIDE_SIGN, Fault.UNKNOWN_STATEMENT, Fault.UNREADABLE),
    ),
    _typed(
        "invisible_space_within_a_name",
        "Pasted the name of a field from a chat, with an invisible space in it.",
        "zh/demand_letter",
        retyped("{{ bank.holder }}", "{{ bank.\u200bholder }}"),
        At(Fault.UNREADABLE, 93, "{{ bank.\u200bholder }}"),
        or_=(Fault.WIDE_SPACE, Fault.WIDE_SIGN),
    ),
    _typed(
        "one_equals_sign",
        "Compared with one equals sign.",
        "zh/payment_reminder",
        retyped("{%p if state == 'contested' %}", "{%p if state = 'contested' %}"),
        At(Fault.SINGLE_EQUALS, 46, "{%p if state = 'contested' %}"),
    ),
    _typed(
        "one_equals_sign_in_english",
        "Compared with one equals sign.",
        "en/payment_reminder",
        retyped("{%p if state == 'contested' %}", "{%p if state = 'contested' %}"),
        At(Fault.SINGLE_EQUALS, 56, "{%p if state = 'contested' %}"),
    ),
    _typed(
        "one_equals_sign_and_smart_quotes",
        "Compared with one equals sign; Word curled the quotes.",
        "en/demand_letter",
        retyped("{% if prevailing_text == 'chinese' %}", "{% if prevailing_text = “chinese” %}"),
        At(Fault.SINGLE_EQUALS, 116, "{% if prevailing_text = “chinese” %}"),
    ),
    _typed(
        "quoted_name",
        "Put the name of the field in quotes.",
        "zh/demand_letter",
        retyped("{{ letter.salutation }}", "{{ “letter.salutation” }}"),
        At(Fault.QUOTED_NAME, 27, "{{ “letter.salutation” }}"),
    ),
    _typed(
        "quoted_name_in_english",
        "Put the name of the field in quotes.",
        "en/payment_reminder",
        retyped("{{ thanks }}", "{{ 'thanks' }}"),
        At(Fault.QUOTED_NAME, 81, "{{ 'thanks' }}"),
    ),
    _typed(
        "quoted_list",
        "Put the list of a loop in quotes.",
        "zh/power_of_attorney",
        retyped("{%p for agent in agents %}", "{%p for agent in ‘agents’ %}"),
        At(Fault.QUOTED_NAME, 24, "{%p for agent in ‘agents’ %}"),
        or_=(Fault.NO_LIST,),
    ),
    _typed(
        "dash_made_of_a_hyphen",
        "Word made a dash of the hyphen in {%- if.",
        "en/demand_letter",
        retyped("{% if debtor.natural %}", "{%– if debtor.natural %}"),
        At(Fault.UNREADABLE, 120, "{%– if debtor.natural %}"),
        or_=(Fault.WIDE_SIGN, Fault.NO_START),
    ),
    _typed(
        "quotes_that_do_not_pair",
        "Word curled one quote and the other is another.",
        "zh/repayment_agreement",
        retyped("{{ row.email or '—' }}", "{{ row.email or “—’ }}"),
        At(Fault.UNREADABLE, 1, "{{ row.email or “—’ }}", 3, 3, 5),
    ),
    _typed(
        "low_quotes",
        "Typed with a German keyboard: the first quote is a low one.",
        "en/statement_of_account",
        retyped("{% if prevailing_text == 'chinese' %}", "{% if prevailing_text == „chinese“ %}"),
        At(Fault.UNREADABLE, 35, "{% if prevailing_text == „chinese“ %}"),
        or_=(Fault.WIDE_SIGN,),
    ),
    _typed(
        "capital_made_by_autocorrection",
        "Word made a capital of the first letter of a sentence.",
        "en/lawyers_letter",
        retyped("{%p if enclosures %}", "{%p If enclosures %}"),
        At(Fault.UNKNOWN_STATEMENT, 122, "{%p If enclosures %}"),
    ),
    _typed(
        "capital_of_a_name",
        "Word made a capital of the first letter of a field.",
        "en/demand_letter",
        retyped("Our ref:", "Our ref: {{ Letter.date }} / "),
        At(Fault.UNKNOWN_NAME, 15, "{{ Letter.date }}"),
    ),
    _typed(
        "three_braces",
        "Typed three braces.",
        "en/statement_of_account",
        retyped("{{ title }}", "{{{ title }}}"),
        At(Fault.UNREADABLE, 27, "{{{ title }}"),
        or_=(Fault.FORBIDDEN,),
    ),
    _typed(
        "one_brace",
        "Typed one brace where two are meant, so the letter prints the name of the field.",
        "zh/demand_letter",
        retyped("{{ letter.date }}", "{letter.date}"),
        At(Fault.SINGLE_BRACES, 116, "{letter.date}"),
    ),
    _typed(
        "one_brace_in_english",
        "Typed one brace where two are meant, in a cell of the table.",
        "en/early_payment_offer",
        retyped("{{ row.off }}", "{ row.off }"),
        At(Fault.SINGLE_BRACES, 1, "{ row.off }", 1, 3, 5),
    ),
    _typed(
        "one_brace_of_a_footer",
        "Left the inner brace out on both sides of the footer's number.",
        "zh/balance_confirmation",
        retyped("{{ letter.number }}", "{ letter.number }", nth=2),
        At(Fault.SINGLE_BRACES, 1, "{ letter.number }", part="footer"),
    ),
)
