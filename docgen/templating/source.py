"""From the XML of a Word part to Jinja source: docxtpl's notation, tag by tag, each with its place.

Word splits a tag over runs whenever somebody clicked into it; here it is put together again in the run where it starts.
What the prefixes p, tr, tc and r mean, and colspan, cellbg, vm and hm, is left to docxtpl itself (`dialect`).

Each tag ends in a line break, so that line n of the source is the n-th tag, and whatever Jinja says has a place.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from docgen.errors import Finding, WordPlace
from docgen.templating import dialect, tags

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_EDGE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_OPENER = re.compile(r"\{[{%#]")
_FULL_WIDTH = re.compile(r"｛\s*[｛{%％#＃]|\{\s*[｛％＃]|[%％#＃]\s*｝|[}｝]\s*｝|[％＃]\s*\}")
_PREFIX = re.compile(r"\{[{%#](tr|tc|p|r)(?=\s)")
_KINDS = {"p": ("段落", "paragraph"), "tr": ("行", "row"), "tc": ("单元格", "cell"), "r": ("文字", "run")}
_AROUND = 24  # characters that are shown on either side of a tag
_WORD = re.compile(r"\{%-?(?:tr|tc|p|r)?\s*-?\s*(\w+)")
_PREFIXED = re.compile(r"(\{[{%]-?)(?:tr|tc|p|r)(?=\s)")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_OPENED_BY = {"elif": "if", "endif": "if", "endfor": "for"}  # else goes with both
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
    places: list[WordPlace] = []
    blocks: list[tuple[str, str, WordPlace]] = []
    for paragraph, place, earlier in _in_order(part, tree):
        places += _paragraph(paragraph, place, earlier, blocks, findings)
    findings += _unclosed(blocks)
    findings += _misplaced(part, tree)
    prints_tags = any(_PRINTED.search(text.text or "") for text in tree.iter(W + "t"))
    if len(findings) > before or not (places or prints_tags):
        return None
    for element in tree.iter(etree.Element):
        if element.tag != W + "t":
            _set_aside(element)
        element.tail = None  # ECMA-376 has no mixed content: a tail is the indentation of whoever wrote the file
    xml = dialect.jinja_source(etree.tostring(tree, encoding="unicode"))
    return Source(part, _unescaped(xml), tuple(places), bool(_SPECIAL_CELLS.search(" ".join(p.words for p in places))))


def tags_in(part: str, tree: etree._Element) -> list[WordPlace]:
    """Every tag of a part of running text, also of one with faults, as far as tags can be told from words."""
    found: list[WordPlace] = []
    for paragraph, place, earlier in _in_order(part, tree):
        words = _words(paragraph)
        found += (_at(place, words, start, end, earlier) for start, end in _spans(words, place, earlier, []))
    return found


def _in_order(part: str, tree: etree._Element) -> Iterator[tuple[etree._Element, WordPlace, str]]:
    """Every paragraph with its place and the words before it."""
    earlier = ""
    for paragraph, place in paragraphs(part, tree):
        words = _words(paragraph).strip()
        yield paragraph, place, earlier
        earlier = words or earlier


def straightened(tag: str) -> str:
    """A tag as the template engine reads it: straight quotes, one line, no letter that says what it repeats."""
    return _PREFIXED.sub(r"\1 ", tag.translate(_STRAIGHT).replace("\n", " "))


def read_properties(part: str, tree: etree._Element, findings: list[Finding]) -> Source | None:
    """The source of docProps/core.xml: every property may hold tags. None when none does."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    before = len(findings)
    places: list[WordPlace] = []
    blocks: list[tuple[str, str, WordPlace]] = []
    for element in tree.iter(etree.Element):
        words, place = element.text or "", WordPlace(part)
        spans = _spans(words, place, "", findings)
        located = [_at(place, words, start, end) for start, end in spans]
        places += located
        blocks += _blocks(located)
        element.text = _with_tags(words, spans, 0) or None
        element.tail = None
    findings += _unclosed(blocks)
    if len(findings) > before or not places:
        return None
    return Source(part, _unescaped(etree.tostring(tree, encoding="unicode")), tuple(places), False, is_word=False)


def restore(data: str) -> str:
    """Words of the template as they were before `read` set their braces aside."""
    data = data.translate(_BACK)
    for written, printed in _PRINTED_TAGS:
        data = data.replace(written, printed)
    return data


def paragraphs(part: str, tree: etree._Element) -> Iterator[tuple[etree._Element, WordPlace]]:
    """Every paragraph with its place, counted from one; those of a text box are counted with their part."""
    number = _numbers(tree)
    counts: dict[etree._Element | None, int] = {}
    for paragraph in tree.iter(W + "p"):
        cell = next(paragraph.iterancestors(W + "tc"), None)
        counts[cell] = counts.get(cell, 0) + 1
        place = WordPlace(part, paragraph=counts[cell])
        if cell is not None:
            row = next(cell.iterancestors(W + "tr"))
            table = next(row.iterancestors(W + "tbl"))
            place = replace(place, table=number[table], row=number[row], cell=number[cell])
        yield paragraph, place


def _numbers(tree: etree._Element) -> dict[etree._Element, int]:
    """Tables counted through the part, rows within their table, cells within their row."""
    number: dict[etree._Element, int] = {}
    counts: dict[etree._Element | None, int] = {}
    for element in tree.iter(W + "tbl", W + "tr", W + "tc"):
        holder = {W + "tr": W + "tbl", W + "tc": W + "tr"}.get(str(element.tag))
        owner = next(element.iterancestors(holder), None) if holder else None
        number[element] = counts[owner] = counts.get(owner, 0) + 1
    return number


def _paragraph(
    paragraph: etree._Element,
    place: WordPlace,
    earlier: str,
    blocks: list[tuple[str, str, WordPlace]],
    findings: list[Finding],
) -> list[WordPlace]:
    """Join the tags of one paragraph, check them, and give the place of each. earlier: the words before it."""
    own_texts = texts(paragraph)
    words = _words(paragraph)
    spans = _spans(words, place, earlier, findings)
    located = [_at(place, words, start, end, earlier) for start, end in spans]
    blocks += _blocks(located)
    alone = len(spans) == 1 and words.strip() == words[spans[0][0] : spans[0][1]]
    for here in located:
        findings += _prefix_faults(paragraph, alone, here)
        findings += tags.faults(here)
    offset = eaten = 0  # `eaten`: where the last tag ends, which may be in a later run than it starts
    waiting = deque(spans)
    for text in own_texts:
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
    return located


def texts(paragraph: etree._Element) -> list[etree._Element]:
    """The w:t of a paragraph, without those of the text boxes that hang in it."""
    return [text for text in paragraph.iter(W + "t") if next(text.iterancestors(W + "p")) is paragraph]


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in texts(paragraph))


def _at(place: WordPlace, words: str, start: int, end: int, earlier: str = "") -> WordPlace:
    """The place of words[start:end], with what stands around them: one who looks for a tag finds it by its
    neighbours, and one alone in its paragraph by the end of the words before it.
    """
    before, after = words[max(start - _AROUND, 0) : start], words[end : end + _AROUND]
    if not (before.strip() or after.strip()) and earlier:
        before = f"{earlier[-_AROUND:]} ¶ "
        cut = len(earlier) > _AROUND
    else:
        cut = start > _AROUND
    around = f"{'…' if cut else ''}{before}{words[start:end]}{after}{'…' if len(words) > end + _AROUND else ''}"
    return replace(place, words=words[start:end], around=around.strip())


def _spans(words: str, place: WordPlace, earlier: str, findings: list[Finding]) -> list[tuple[int, int]]:
    """Where the tags of a text stand: from opening to closing braces."""
    if found := _FULL_WIDTH.search(words):
        here = _at(place, words, *found.span(), earlier)
        findings.append(Finding("template.full_width", place=here, facts={"braces": found.group()}))

    def fault(code: str, start: int) -> None:
        here = _at(place, words, start, min(start + 40, len(words)), earlier)
        findings.append(Finding(code, place=here, facts={"tag": here.words}))

    spans: list[tuple[int, int]] = []
    start, closer = 0, ""
    for edge in _EDGE.finditer(words):
        found_edge = edge.group()
        if closer and found_edge == closer:
            spans.append((start, edge.end()))
            closer = ""
        elif closer == "#}" or (closer and found_edge not in _CLOSERS):
            continue
        elif not closer and found_edge in _CLOSERS:
            start, closer = edge.start(), _CLOSERS[found_edge]
        else:
            fault("template.tag_open" if closer else "template.tag_not_opened", start if closer else edge.start())
            return spans
    if closer:
        fault("template.tag_open", start)
    return spans


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


def _other_words(container: etree._Element, paragraph: etree._Element) -> str:
    others = (other for other in container.iter(W + "p") if other is not paragraph)
    return "".join(text.text or "" for other in others for text in texts(other)).strip()


def _blocks(located: list[WordPlace]) -> Iterator[tuple[str, str, WordPlace]]:
    """The statements among the tags: (word, prefix, place)."""
    for place in located:
        word, prefix = _WORD.match(place.words), _PREFIX.match(place.words)
        if word:
            yield word.group(1), prefix.group(1) if prefix else "", place


def _unclosed(blocks: list[tuple[str, str, WordPlace]]) -> Iterator[Finding]:
    """if and for pair with their ends, and with ends of their own kind: {%tr for … %} with {%tr endfor %}."""
    standing: list[tuple[str, str, WordPlace]] = []
    for word, prefix, place in blocks:
        if word == "raw":  # would hide tags from every check
            yield Finding("template.forbidden", place=place, facts={"tag": place.words, "what": word})
        elif word in ("if", "for"):
            standing.append((word, prefix, place))
        elif word in ("elif", "else", "endif", "endfor"):
            if not standing or _OPENED_BY.get(word, standing[-1][0]) != standing[-1][0]:
                yield Finding("template.end_without_start", place=place, facts={"tag": place.words})
                return
            start = standing[-1]
            if start[1] != prefix:
                facts = {"tag": place.words, "start": start[2].words}
                yield Finding("template.kinds_differ", place=place, facts=facts)
            if word.startswith("end"):
                standing.pop()
    for _, _, place in standing:
        yield Finding("template.start_without_end", place=place, facts={"tag": place.words})


def _misplaced(part: str, tree: etree._Element) -> Iterator[Finding]:
    """Tags where docxtpl would run them and no reader sees them: attributes, field codes, formulas."""
    for element in tree.iter(etree.Element):
        hidden = [str(value) for value in element.attrib.values()]
        if element.tag != W + "t":
            hidden.append(element.text or "")
        hidden.append(element.tail or "")
        for value in hidden:
            if _OPENER.search(value):
                yield Finding("template.misplaced", place=WordPlace(part), facts={"tag": value.strip()[:60]})


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
