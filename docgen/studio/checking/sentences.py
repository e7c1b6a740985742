"""What a template says around its fields: labels that may be left without content, sums typed by hand, sums printed
without their currency or without their words, fields without their braces.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lxml import etree

from docgen.errors import Finding, Severity
from docgen.studio.checking.parts import TAKEN_OUT, Paragraph
from docgen.studio.checking.reading import Printed
from docgen.templating import tags

ByElement = Mapping[etree._Element | None, Paragraph]

_LABEL = re.compile(
    r"[^\W\d_][^：:]{0,30}[：:]\s*$|(?:电话|传真|手机|邮箱|邮编|联系人|地址|职务)\s*$|"
    r"\b(?:tel|telephone|phone|fax|mobile|e-?mail|attn|contact|postcode)\b[.:]?\s*$",
    re.IGNORECASE,
)
_OPENS, _CLOSES = re.compile(r"[（(《“\[【]\s*$"), re.compile(r"\s*[）)》”\]】]")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[^\W_]\s*$"), re.compile(r"\s*[^\W_]")

_CODES = "CNY|RMB|USD|EUR|HKD|GBP|JPY|AUD|CAD|SGD"
_FIGURES = r"\d[\d,，]*(?:\.\d+)?"
_TYPED_SUM = re.compile(
    rf"(?:人民币|美元|欧元|港元|港币|\b(?:{_CODES})|[￥¥$€£])\s*{_FIGURES}(?:\s*[百千万亿]+)?\s*(?:元整?)?"
    rf"|{_FIGURES}\s*[百千万亿]*\s*(?:元整?|美元|欧元|港元|港币|yuan\b|(?:{_CODES})\b)"
    r"|(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d{2}(?![\d.,])"
    r"|(?:人民币)?[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]{2,}[元圆](?:整|[^\w]|$)",
)
_CURRENCY_BEFORE = re.compile(rf"(?:人民币|(?:{_CODES})|[￥¥$€£])\s*$")
_CURRENCY_AFTER = re.compile(rf"\s*(?:元|美元|欧元|港元|yuan\b|(?:{_CODES})\b)")
# Fields as other programs mark them, or without any braces at all.
_BROKEN = re.compile(r"\{[{%#]|[}%#]\}")
_ELSEWHERE = re.compile(
    r"(?<![{%#\w.])(?:\{\s*(?P<single>[a-z_][\w.]*)\s*\}|\$\{\s*(?P<dollar>[a-z_][\w.]*)\s*\}|"
    r"\[\[\s*(?P<square>[a-z_][\w.]*)\s*\]\]|[<《«]{1,2}\s*(?P<angle>[a-z_][\w.]*)\s*[>》»]{1,2}|"
    r"(?P<bare>[a-z_]+(?:\.[a-z_]+)+))(?![}%#\w])"
)


def typed_fields(paragraphs: Iterable[Paragraph], names: Collection[str]) -> Iterator[Finding]:
    """The name of a field that stands among the words, in other braces than a tag's or in none."""
    for paragraph in paragraphs:
        if _BROKEN.search(paragraph.bare):
            continue  # told as a tag that has no end, or no beginning
        for match in _ELSEWHERE.finditer(paragraph.bare):
            name = next(filter(None, match.groups()))
            braced = match["bare"] is None
            meant = name if name in names else (tags.nearest_name(name, names) if braced and "." in name else "")
            if meant and (braced or meant == name):
                place = paragraph.at(*match.span())
                mended = f"{{{{ {meant} }}}}"
                facts = {"tag": match[0], "name": meant, "instead": mended, "mended": mended}
                yield Finding(
                    "studio.field_without_braces", Severity.FAULT if braced else Severity.WARNING, place, facts
                )


def typed_sums(paragraphs: Iterable[Paragraph]) -> Iterator[Finding]:
    """A sum of money that somebody has typed: every letter would ask for it."""
    for paragraph in paragraphs:
        for match in _TYPED_SUM.finditer(paragraph.bare):
            words = match[0].rstrip("，。；、,.; ）)")
            place = paragraph.at(match.start(), match.start() + len(words))
            yield Finding("studio.typed_sum", Severity.WARNING, place, {"sum": words})


def unguarded(printed: Sequence[Printed], by_element: ByElement) -> Iterator[Finding]:
    """A field that an account may lack, where nothing asks for it and what stands around it would be left alone."""
    for one in printed:
        paragraph = by_element.get(one.tag.paragraph)
        if paragraph is None or one.guarded or not one.fact.may_be_empty or not one.alone:
            continue
        before, after = paragraph.bare[: one.tag.start], paragraph.bare[one.tag.end :]
        before, after = before.rpartition(TAKEN_OUT)[2], after.partition(TAKEN_OUT)[0]
        labelled = bool(_LABEL.search(before))
        bracketed = bool(_OPENS.search(before) and _CLOSES.match(after))
        within = bool(_WORD_BEFORE.search(before) and _WORD_AFTER.match(after))
        if labelled or bracketed or within:
            written = one.tag.place.words.strip("{} ")
            facts = {"tag": one.tag.place.words, "name": one.fact.name, "written": written}
            yield Finding("studio.may_be_empty", Severity.WARNING, one.tag.place, facts)


def sums(printed: Sequence[Printed], by_element: ByElement) -> Iterator[Finding]:
    """Sums in running text: figures without a currency or with one typed by hand, a currency twice."""
    for one in printed:
        paragraph = by_element.get(one.tag.paragraph)
        if paragraph is None or not (one.fact.figures or one.fact.money) or not one.alone:
            continue
        before, after = paragraph.bare[: one.tag.start], paragraph.bare[one.tag.end :]
        typed = bool(_CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after))
        if one.fact.money and typed:
            yield _of_sum("studio.currency_twice", one)
        elif one.fact.figures and paragraph.place.table is None and (typed or _in_sentence(before, after)):
            yield _of_sum("studio.figures_alone", one)


def without_words(printed: Sequence[Printed]) -> Iterator[Finding]:
    """A sum in figures alone throughout, though this letter has the same in figures and words."""
    names = {one.fact.name for one in printed}
    told: set[str] = set()
    for one in printed:
        full = one.fact.in_full
        in_words = {full, f"{one.fact.name}_words"}
        if full and not (in_words & names) and one.fact.name not in told and not one.fact.figures:
            told.add(one.fact.name)
            yield _of_sum("studio.sum_without_words", one, instead=f"{{{{ {full} }}}}", field=full)


def _of_sum(code: str, one: Printed, **facts: str) -> Finding:
    full = one.fact.name.removesuffix("_column")
    told = {"tag": one.tag.place.words, "name": one.fact.name, "nearest": full if full != one.fact.name else ""}
    return Finding(code, Severity.WARNING, one.tag.place, told | facts)


def _in_sentence(before: str, after: str) -> bool:
    """Whether words stand beside it, which say what the sum is for."""
    return any(map(str.isalpha, before + after))
