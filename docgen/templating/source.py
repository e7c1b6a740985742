"""From the XML of a Word part to Jinja source: docxtpl's notation, tag by tag, each with its place.

Word splits a tag over runs whenever somebody clicked into it; here it is put together again in the run where it starts.
What the prefixes p, tr, tc and r mean, and colspan, cellbg, vm and hm, is left to docxtpl itself (`dialect`).

Each tag ends in a line break, so that line n of the source is the n-th tag, and whatever Jinja says has a place.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from docgen.errors import Finding, WordPlace
from docgen.templating import blocks, dialect, spans, tags
from docgen.templating.places import W, at, in_order, paragraphs, texts, words_of

__all__ = [
    "Source",
    "Tag",
    "Tags",
    "paragraphs",
    "read",
    "read_properties",
    "restore",
    "straightened",
    "tags_in",
    "tags_of",
    "texts",
]

MOST_TAGS = 5_000  # of a part; the largest that ships has some four hundred
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OPENER = re.compile(r"\{[{%#]")
_PREFIX = re.compile(r"\{[{%#](tr|tc|p|r)(?=\s)")
_KINDS = {"p": ("段落", "paragraph"), "tr": ("行", "row"), "tc": ("单元格", "cell"), "r": ("文字", "run")}
_PREFIXED = re.compile(r"(\{[{%]-?)(?:tr|tc|p|r)(?=\s)")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_SPECIAL_CELLS = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b|\{%tc\s")
# Braces and line breaks that are words, not notation, stand aside as noncharacters until Jinja has read the source.
_ASIDE = str.maketrans("{}\n", "\ufdd0\ufdd1\ufdd2")
_BACK = str.maketrans("\ufdd0\ufdd1\ufdd2", "{}\n")
_PRINTED = re.compile("[{}\ufdd0\ufdd1%]_[{}\ufdd0\ufdd1%]")
_PRINTED_TAGS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))  # docxtpl's way to print a tag


@dataclass(frozen=True, slots=True)
class Source:
    """A part as Jinja source. `places[n - 1]` is where the tag on line n stands, its own text as the words."""

    part: str
    text: str
    places: tuple[WordPlace, ...]
    changes_columns: bool  # a row may get more or fewer cells: the table's grid must follow
    is_word: bool = True  # False: document properties, plain text without runs

    def place(self, line: int | None) -> WordPlace:
        return self.places[line - 1] if line and 0 < line <= len(self.places) else WordPlace(self.part)


def read(part: str, tree: etree._Element, findings: list[Finding]) -> Source | None:
    """The source of a part of running text; None when it holds no tag. Faults are added to `findings`."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    before = len(findings)
    found = tags_of(part, tree)
    findings += found.findings
    for paragraph, located in found.spans.items():
        _join(paragraph, located)
    places = tuple(tag.place for tag in found.tags)
    prints_tags = any(_PRINTED.search(text.text or "") for text in tree.iter(W + "t"))
    if len(findings) > before or not (places or prints_tags):
        return None
    for element in tree.iter(etree.Element):
        if element.tag != W + "t":
            _set_aside(element)
        element.tail = None  # ECMA-376 has no mixed content: a tail is the indentation of whoever wrote the file
    xml = dialect.jinja_source(etree.tostring(tree, encoding="unicode"))
    return Source(part, _unescaped(xml), places, bool(_SPECIAL_CELLS.search(" ".join(p.words for p in places))))


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a part: where it stands, its paragraph (None: a property), and its characters there, from and to before.
    odd: a finding tells of its braces."""

    place: WordPlace
    paragraph: etree._Element | None
    start: int
    end: int
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Tags:
    """Every tag of a part in reading order, the blocks that its statements make, and what is wrong with them.

    statements, those that `paired` counts: each with the number of its tag. spans: of each paragraph.
    """

    part: str
    tags: tuple[Tag, ...]
    spans: dict[etree._Element, list[spans.Span]]
    statements: tuple[tuple[int, blocks.Statement], ...]
    paired: blocks.Paired
    findings: tuple[Finding, ...]


def tags_of(part: str, tree: etree._Element) -> Tags:
    """The tags of a part of running text, also of one with faults, as far as tags can be told from words."""
    found: list[Tag] = []
    by_paragraph: dict[etree._Element, list[spans.Span]] = {}
    findings: list[Finding] = []
    unfinished = ""  # how a tag is closed that the paragraph before has left open
    for paragraph, place, earlier in in_order(part, tree):
        words = words_of(paragraph)
        located, slips = spans.spans(words)
        by_paragraph[paragraph] = located
        if words.strip():
            shown = [slip for slip in slips if not _is_rest(slip, words, unfinished)]
            unfinished = next((_closer(slip, words) for slip in slips if slip.code == "template.tag_open"), "")
            findings += _told(shown, place, words, earlier)
        alone = len(located) == 1 and words.strip() == words[located[0].start : located[0].end]
        for span in located:
            here = at(place, words, span.start, span.end, earlier)
            findings += _prefix_faults(paragraph, alone, here)
            findings += _run_faults(paragraph, span, here)
            findings += tags.faults(here, odd=span.odd)
            found.append(Tag(here, paragraph, span.start, span.end, span.odd))
        if len(found) > MOST_TAGS:
            facts = {"part": part, "limit": f"{MOST_TAGS:,} {{{{ }}}}"}
            return Tags(part, (), {}, (), blocks.Paired(), (Finding("template.part_too_large", facts=facts),))
    return _paired(part, found, by_paragraph, [*findings, *_misplaced(part, tree)])


def tags_in(part: str, tree: etree._Element) -> list[WordPlace]:
    """Where each of them stands."""
    return [tag.place for tag in tags_of(part, tree).tags]


def tags_of_properties(part: str, tree: etree._Element) -> Tags:
    """The tags of docProps/core.xml: every property may hold some."""
    found: list[Tag] = []
    by_element: dict[etree._Element, list[spans.Span]] = {}
    findings: list[Finding] = []
    for element in tree.iter(etree.Element):
        words, place = element.text or "", WordPlace(part)
        located, slips = spans.spans(words)
        findings += _told(slips, place, words, "")
        by_element[element] = located
        for span in located:
            here = at(place, words, span.start, span.end)
            findings += tags.faults(here, odd=span.odd)
            found.append(Tag(here, None, span.start, span.end, span.odd))
    return _paired(part, found, by_element, findings)


def _paired(
    part: str, found: list[Tag], by_paragraph: dict[etree._Element, list[spans.Span]], findings: list[Finding]
) -> Tags:
    said = ((number, blocks.Statement.of(tag.place)) for number, tag in enumerate(found))
    statements = tuple((number, one) for number, one in said if one)
    paired = blocks.pair([one for _, one in statements])
    told = {(finding.code, finding.place): finding for finding in (*findings, *paired.findings)}  # a box stands twice
    return Tags(part, tuple(found), by_paragraph, statements, paired, tuple(told.values()))


def _told(slips: list[spans.Slip], place: WordPlace, words: str, earlier: str) -> Iterator[Finding]:
    for slip in slips:
        here = at(place, words, slip.start, slip.end, earlier)
        facts = {"tag": here.words}
        if slip.edges:
            facts["braces"] = slip.edges
        if slip.mended:
            facts["mended"] = facts["instead"] = tags.mended(slip.mended)
        yield Finding(slip.code, place=here, facts=facts)


def _is_rest(slip: spans.Slip, words: str, unfinished: str) -> bool:
    """Whether this is the end of a tag that began in the paragraph before: told there."""
    return bool(unfinished) and slip.code == "template.tag_not_opened" and words[slip.start :].startswith(unfinished)


def _closer(slip: spans.Slip, words: str) -> str:
    return spans.OPENERS.get(words[slip.start : slip.start + 2], "")


def straightened(tag: str) -> str:
    """A tag as the template engine reads it: straight quotes, one line, no letter that says what it repeats."""
    return _PREFIXED.sub(r"\1 ", tag.translate(_STRAIGHT).replace("\n", " "))


def read_properties(part: str, tree: etree._Element, findings: list[Finding]) -> Source | None:
    """The source of docProps/core.xml: every property may hold tags. None when none does."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    found = tags_of_properties(part, tree)
    findings += found.findings
    if found.findings or not found.tags:
        return None
    for element, located in found.spans.items():
        element.text = _with_tags(element.text or "", [(span.start, span.end) for span in located], 0) or None
        element.tail = None
    places = tuple(tag.place for tag in found.tags)
    return Source(part, _unescaped(etree.tostring(tree, encoding="unicode")), places, False, is_word=False)


def restore(data: str) -> str:
    """Words of the template as they were before `read` set their braces aside."""
    data = data.translate(_BACK)
    for written, printed in _PRINTED_TAGS:
        data = data.replace(written, printed)
    return data


def _join(paragraph: etree._Element, located: list[spans.Span]) -> None:
    """Put the tags of one paragraph together again, each in the run where it starts."""
    words = words_of(paragraph)
    offset = eaten = 0  # `eaten`: where the last tag ends, which may be in a later run than it starts
    waiting = deque((span.start, span.end) for span in located)
    for text in texts(paragraph):
        own = text.text or ""
        stop = offset + len(own)
        cut = min(max(eaten, offset), stop)
        starting: list[tuple[int, int]] = []
        while waiting and waiting[0][0] < stop:
            starting.append(waiting.popleft())
            eaten = starting[-1][1]
        text.text = _with_tags(words[cut : max(eaten, stop) if starting else stop], starting, cut) or None
        if starting or cut > offset:
            text.set(_XML_SPACE, "preserve")
        offset = stop


def _with_tags(words: str, spans: list[tuple[int, int]], offset: int) -> str:
    """Literal words set aside; tags with straight quotes and the line break that numbers them."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        tag = words[start - offset : end - offset].translate(_STRAIGHT).replace("\n", " ")
        closing = 3 if tag.endswith(("-%}", "-}}")) else 2
        pieces += (words[position : start - offset].translate(_ASIDE), tag[:-closing], "\n", tag[-closing:])
        position = end - offset
    return "".join([*pieces, words[position:].translate(_ASIDE)])


def _prefix_faults(paragraph: etree._Element, alone: bool, here: WordPlace) -> Iterator[Finding]:
    """A tag for a whole paragraph, row or cell replaces it: it must be within one, and nothing else may be in there."""
    tag = here.words
    prefix = _PREFIX.match(tag)
    if not prefix:
        return
    kind = prefix.group(1)
    zh, en = _KINDS[kind]
    facts = {"tag": tag, "kind": kind, "kind_zh": zh, "kind_en": en}
    if tag.startswith("{{"):
        yield Finding("template.markup", place=here, facts=facts)
    elif kind == "p" and not alone:
        yield Finding("template.not_alone", place=here, facts=facts)
    elif kind in ("tr", "tc"):
        container = next(paragraph.iterancestors(W + kind), None)
        if container is None:
            yield Finding("template.outside_table", place=here, facts=facts)
        elif not alone or _other_words(container, paragraph):
            yield Finding("template.not_alone", place=here, facts=facts)


def _run_faults(paragraph: etree._Element, span: spans.Span, here: WordPlace) -> Iterator[Finding]:
    """{%r replaces the run that it begins in, with all that stands there: the run must hold nothing else."""
    prefix = _PREFIX.match(here.words)
    if not prefix or prefix[1] != "r" or here.words.startswith("{{"):
        return
    zh, en = _KINDS["r"]
    position = 0
    for run, group in groupby(texts(paragraph), key=lambda text: text.getparent()):
        words = "".join(text.text or "" for text in group)
        start, position = position, position + len(words)
        if run is not None and start <= span.start < position:
            others = words[: span.start - start] + words[max(span.end - start, 0) :]
            if others.strip():
                facts = {"tag": here.words, "kind": "r", "kind_zh": zh, "kind_en": en}
                yield Finding("template.not_alone", place=here, facts=facts)
            return


def _other_words(container: etree._Element, paragraph: etree._Element) -> str:
    others = (other for other in container.iter(W + "p") if other is not paragraph)
    return "".join(map(words_of, others)).strip()


def _misplaced(part: str, tree: etree._Element) -> Iterator[Finding]:
    """Tags where docxtpl would run them and no reader sees them: attributes, field codes, formulas."""
    for element in tree.iter(etree.Element):
        hidden = [str(value) for value in element.attrib.values()]
        if element.tag != W + "t":
            hidden.append(element.text or "")
        hidden.append(element.tail or "")
        for value in hidden:
            if _OPENER.search(value):
                place = _place_of(part, tree, element)
                yield Finding("template.misplaced", place=place, facts={"tag": value.strip()[:60]})


def _place_of(part: str, tree: etree._Element, element: etree._Element) -> WordPlace:
    """Of the paragraph that an element is in, or is; else of the part."""
    within = element if element.tag == W + "p" else next(element.iterancestors(W + "p"), None)
    if within is None:
        return WordPlace(part)
    return next(
        at(place, words_of(found), 0, len(words_of(found)), earlier)
        for found, place, earlier in in_order(part, tree)
        if found is within
    )


def _set_aside(element: etree._Element) -> None:
    if element.text:
        element.text = element.text.translate(_ASIDE) if element.text.strip() else None


def _unescaped(xml: str) -> str:
    """Within tags, Jinja reads < and not &lt;."""
    return re.sub(
        r"\{[{%].*?[%}]\}",
        lambda tag: tag.group().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
        xml,
        flags=re.DOTALL,
    )
