"""Which findings name which kind of fault."""

from __future__ import annotations

from docgen.errors import Finding
from tests.studio.corpus.labels import Fault

_NAMED: dict[Fault, tuple[str, ...]] = {
    Fault.WIDE_BRACES: ("template.full_width",),
    Fault.WIDE_SIGN: ("template.wide_sign",),
    Fault.WIDE_SPACE: ("template.wide_sign", "template.prefix", "template.autocorrected"),
    Fault.SINGLE_BRACES: ("studio.field_without_braces", "template.braces_apart"),
    Fault.SINGLE_EQUALS: ("template.single_equals",),
    Fault.QUOTED_NAME: ("template.quoted_name",),
    Fault.UNREADABLE: ("template.syntax", "template.unfinished", "template.autocorrected"),
    Fault.UNKNOWN_STATEMENT: ("template.statement_unknown", "template.prefix", "template.autocorrected"),
    Fault.NOT_CLOSED: ("template.tag_open", "studio.across_paragraphs"),
    Fault.NOT_OPENED: ("template.tag_not_opened",),
    Fault.SPLIT: ("studio.formatting_lost",),
    Fault.TRACKED: ("studio.tracked_in_tag",),
    Fault.COMMENT_IN_TAG: ("studio.comment_in_tag",),
    Fault.HIDDEN_TAG: ("template.misplaced",),
    Fault.NO_END: ("template.start_without_end",),
    Fault.NO_START: ("template.end_without_start",),
    Fault.CROSSED: ("template.crossed",),
    Fault.KINDS_DIFFER: ("template.kinds_differ",),
    Fault.NOT_ALONE: ("template.not_alone",),
    Fault.NOT_IN_TABLE: ("template.outside_table",),
    Fault.MARKUP: ("template.markup",),
    Fault.UNBALANCED: ("template.unbalanced",),
    Fault.UNKNOWN_NAME: ("template.name_unknown", "template.entry_of_list", "studio.clause_unknown"),
    Fault.NO_LIST: ("template.not_list",),
    Fault.UNKNOWN_FILTER: ("template.filter_unknown", "template.forbidden"),
    Fault.WRONG_FILTER: ("template.filter_kind",),
    Fault.NO_WORDS: ("template.not_words",),
    Fault.UNGUARDED: ("studio.may_be_empty",),
    Fault.ARITHMETIC: ("studio.reckoned", "studio.compared_as_number", "template.unworkable"),
    Fault.BARE_FIGURES: ("studio.figures_alone", "studio.currency_twice"),
    Fault.NO_CAPITALS: ("studio.sum_without_words",),
    Fault.TYPED_SUM: ("studio.typed_sum",),
    Fault.FORBIDDEN: ("template.forbidden",),
    Fault.UNPRINTABLE: ("print.",),
    Fault.REFUSED_FILE: ("word_file.",),
    Fault.NO_FONT: ("font.", "fonts."),
    Fault.WRONG_LANGUAGE: ("studio.language",),
    Fault.PART_MISSING: ("letter.part_missing",),
    Fault.PART_OUT_OF_PLACE: ("letter.part_out_of_place",),
    Fault.TONE: (
        *("tone.criminal_threat", "tone.exposure", "tone.third_parties", "tone.harassment", "tone.insult"),
        *("tone.authority", "tone.courts_decision", "tone.report_as_pressure", "tone.empty_threat", "tone.lawyer"),
    ),
    Fault.CONCESSION: ("tone.waiver", "tone.new_due_date", "tone.admission", "tone.not_a_demand"),
    Fault.REPEALED_LAW: ("citation.repealed",),
    Fault.OLD_ARTICLE: ("citation.old_number", "citation.renumbered", "citation.other_subject"),
    Fault.NO_SUCH_ARTICLE: ("citation.no_such_article",),
}


def names(finding: Finding, fault: Fault) -> bool:
    """Whether this finding is about this kind of fault. A code that ends in a point stands for all that begin so."""
    return any(finding.code.startswith(code) if code.endswith(".") else finding.code == code for code in _NAMED[fault])
