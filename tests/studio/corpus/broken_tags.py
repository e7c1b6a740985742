"""Tags that are torn: not closed, formatted in the middle, half in a tracked change, under a comment, out of sight."""

from __future__ import annotations

from functools import partial

from tests.studio.corpus.editing import (
    Change,
    block_after,
    bold,
    broken_at,
    commented,
    drawn,
    edited,
    formatted,
    picture,
    red,
    retyped,
    text_box,
    tracked_for,
    tracked_in,
    tracked_out,
)
from tests.studio.corpus.labels import At, Broken, Fault
from tests.studio.corpus.pictures import INLINE, PNG

_BLOCKS = frozenset({Fault.NO_START, Fault.NO_END, Fault.NOT_CLOSED, Fault.NOT_OPENED, Fault.UNKNOWN_NAME})


def _torn(name: str, did: str, letter: str, *changes: Change, at: At, or_: tuple[Fault, ...] = ()) -> Broken:
    return Broken(name, did, letter, partial(edited, letter, *changes), (at,), frozenset(or_), _BLOCKS)


BROKEN = (
    _torn(
        "closing_braces_deleted",
        "Deleted the closing braces of the creditor's name over the seal.",
        "zh/demand_letter",
        retyped("{{ creditor.name }}", "{{ creditor.name ", nth=1),
        at=At(Fault.NOT_CLOSED, 112, "{{ creditor.name"),
    ),
    _torn(
        "one_closing_brace_deleted",
        "Deleted one closing brace in the list of enclosures.",
        "en/payment_reminder",
        retyped("{{ paper }}", "{{ paper }"),
        at=At(Fault.NOT_CLOSED, 92, "{{ paper }"),
    ),
    _torn(
        "percent_sign_deleted",
        "Deleted the percent sign of a condition within a sentence.",
        "zh/lawyers_letter",
        retyped("{% if has_overdue %}", "{% if has_overdue }"),
        at=At(Fault.NOT_CLOSED, 41, "{% if has_overdue }"),
    ),
    _torn(
        "opening_braces_deleted",
        "Deleted the opening braces of the sum.",
        "zh/repayment_agreement",
        retyped("{{ principal_full }}", "principal_full }}"),
        at=At(Fault.NOT_OPENED, 27, "}}"),
    ),
    _torn(
        "opening_braces_of_the_footer_deleted",
        "Deleted the opening braces of the footer's title.",
        "en/lawyers_letter",
        retyped("{{ title }}", "title }}", nth=1),
        at=At(Fault.NOT_OPENED, 1, "}}", part="footer"),
    ),
    _torn(
        "enter_within_a_tag",
        "Pressed Enter within the tag of the sum.",
        "zh/demand_letter",
        broken_at("demanded_full }}{% if has_overdue"),
        at=At(Fault.NOT_CLOSED, 43, "{{ sums.", otherwise=((44, None, None, None),)),
    ),
    _torn(
        "enter_within_a_tag_in_english",
        "Pressed Enter within the tag of the last day to pay.",
        "en/demand_letter",
        broken_at("pay_by }}.{% if interest.continues"),
        at=At(Fault.NOT_CLOSED, 96, "{{ letter.", otherwise=((97, None, None, None),)),
    ),
    _torn(
        "enter_within_a_tag_of_a_cell",
        "Pressed Enter within a tag in a cell.",
        "en/early_payment_offer",
        broken_at("due_on }}"),
        at=At(Fault.NOT_CLOSED, 1, "{{ row.", 1, 3, 3, otherwise=((2, 1, 3, 3),)),
    ),
    # Formatting in the middle: the letter takes that of the first brace, so what the lawyer wanted is lost.
    _torn(
        "bold_name_between_plain_braces",
        "Double-clicked the name within the braces and made it bold.",
        "zh/demand_letter",
        bold("total_full", nth=1),
        at=At(Fault.SPLIT, 86, "{{ total_full }}"),
    ),
    _torn(
        "red_letters_in_a_name",
        "Coloured some letters of the debtor's name.",
        "en/demand_letter",
        red("debtor.na"),
        at=At(Fault.SPLIT, 17, "{{ debtor.name }}"),
    ),
    _torn(
        "underlined_letters_in_a_cell",
        "Underlined part of a tag in the table.",
        "zh/payment_reminder",
        formatted("row.am", '<w:u w:val="single"/>'),
        at=At(Fault.SPLIT, 1, "{{ row.amount }}", 1, 4, 5),
    ),
    _torn(
        "larger_letters_in_an_agreement",
        "Enlarged the middle of a tag.",
        "en/repayment_agreement",
        formatted("cut_off", '<w:sz w:val="32"/>'),
        at=At(Fault.SPLIT, 26, "{{ letter.cut_off }}"),
    ),
    # Tracked changes that nobody has accepted.
    _torn(
        "end_of_a_tag_tracked_in",
        "Typed the end of a tag with changes tracked.",
        "zh/demand_letter",
        tracked_in("quences }}"),
        at=At(Fault.TRACKED, 99, "{{ consequences }}"),
    ),
    _torn(
        "part_of_a_name_tracked_out",
        "Deleted “full_” with changes tracked.",
        "zh/lawyers_letter",
        tracked_out("full_"),
        at=At(Fault.TRACKED, 11, "{{ debtor.name }}"),
    ),
    _torn(
        "name_exchanged_with_tracking",
        "Exchanged one field for another with changes tracked.",
        "en/demand_letter",
        tracked_for("holder", "number"),
        at=At(Fault.TRACKED, 103, "{{ bank.number }}"),
    ),
    _torn(
        "second_brace_tracked_in",
        "Typed the second brace and what follows with changes tracked.",
        "zh/payment_reminder",
        tracked_in("{ other.reason }}"),
        at=At(Fault.TRACKED, 52, "{{ other.reason }}"),
    ),
    _torn(
        "letters_of_a_cell_tracked_out",
        "Deleted letters of a tag in the table with changes tracked.",
        "en/statement_of_account",
        tracked_out("ance }}"),
        at=At(Fault.TRACKED, 1, "{{ row.bal", 1, 3, 8),
        or_=(Fault.NOT_CLOSED,),
    ),
    # Comments
    _torn(
        "comment_on_a_name",
        "Hung a comment on the name within the braces.",
        "zh/demand_letter",
        commented("interest.total", "此处金额请财务核对。"),
        at=At(Fault.COMMENT_IN_TAG, 70, "{{ interest.total_full }}"),
    ),
    _torn(
        "comment_on_the_first_letters",
        "Hung a comment on the first letters of the firm's name.",
        "en/lawyers_letter",
        commented("firm.na", "Full name, please."),
        at=At(Fault.COMMENT_IN_TAG, 1, "{{ firm.name }}"),
    ),
    _torn(
        "comment_in_a_cell",
        "Hung a comment on part of a tag in the table.",
        "en/statement_of_account",
        commented("row.bal", "Two decimals?"),
        at=At(Fault.COMMENT_IN_TAG, 1, "{{ row.balance }}", 1, 3, 8),
    ),
    # Where no reader sees them, and nobody fills them in
    _torn(
        "field_in_an_address",
        "Made a link of the creditor's e-mail, with the field in its address.",
        "zh/demand_letter",
        block_after(
            "如对上述事实或者金额有异议",
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
            'HYPERLINK "mailto:{{ creditor.email }}" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>电子邮箱</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        ),
        at=At(Fault.HIDDEN_TAG, 98, "电子邮箱"),
    ),
    _torn(
        "field_in_an_alternative_text",
        "Wrote a field into the alternative text of the logo.",
        "en/demand_letter",
        picture("rLogo", PNG),
        drawn("{{ creditor.name }}", INLINE.replace("ALT", "Logo of {{ creditor.name }}")),
        at=At(Fault.HIDDEN_TAG, 1, "{{ creditor.name }}"),
    ),
    _torn(
        "field_in_a_formula",
        "Wrote a field into a formula.",
        "zh/demand_letter",
        block_after("计算明细见附表。", "<w:p><m:oMath><m:r><m:t>{{ interest.total }}</m:t></m:r></m:oMath></w:p>"),
        at=At(Fault.HIDDEN_TAG, 71, ""),
        or_=(Fault.UNPRINTABLE,),
    ),
    # In a text box
    _torn(
        "tag_of_a_text_box_not_closed",
        "Added a text box beside the title and forgot the closing braces.",
        "zh/demand_letter",
        text_box("{{ title }}", "编号：{{ letter.number"),
        at=At(Fault.NOT_CLOSED, 11, "{{ letter.number"),
    ),
)
