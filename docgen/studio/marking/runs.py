"""The runs of a paragraph, cut where words begin and end; each piece keeps its formatting."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docgen.studio.marking.opened import XML_SPACE, W
from docgen.templating.places import texts, words_of

# The properties of a run in the order of the schema (ECMA-376 part 1, 17.3.2.28). Those of later releases of Word, of
# another namespace, stand behind all of them.
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
# What may hold the ends of a comment's range beside runs; what holds a run and is not among these, a field, the base of
# a ruby, is left.
_HOLDS_RANGES = {
    W + name for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "dir", "bdo")
}
_BEGINNINGS = frozenset(W + name for name in ("bookmarkStart", "commentRangeStart", "permStart", "moveToRangeStart"))
_ENDS = frozenset(W + name for name in ("bookmarkEnd", "commentRangeEnd", "permEnd", "moveToRangeEnd"))
_ADDED = (W + "ins", W + "moveTo")
# What holds runs, and is nothing without one.
_WRAPS = frozenset(W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml"))


def cut(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """The runs that hold words[start:end] of a paragraph and no other words of it."""
    _cut_at(paragraph, end)
    _cut_at(paragraph, start)
    found: dict[etree._Element, None] = {}
    offset = 0
    for text in texts(paragraph):
        stop = offset + len(text.text or "")
        if offset < end and stop > start and (run := _run(text)) is not None:
            found[run] = None
        offset = stop
    return list(found)


def _cut_at(paragraph: etree._Element, at: int) -> None:
    offset = 0
    for text in texts(paragraph):
        own = text.text or ""
        if offset <= at < offset + len(own):
            _cut_run(text, at - offset)
            return
        if at == offset + len(own) and own:
            _cut_run(text, len(own))
            return
        offset += len(own)


def _cut_run(text: etree._Element, at: int) -> None:
    """A run in two: before and from a character of one of its w:t on."""
    run = text.getparent()
    if run is None or run.tag != W + "r":
        return
    settings = run.find(W + "rPr")
    own = text.text or ""
    earlier = [child for child in text.itersiblings(preceding=True) if child is not settings]
    if (at == 0 and not earlier) or (at == len(own) and text.getnext() is None):
        return
    rest = etree.Element(run.tag, _attributes(run))
    if settings is not None:
        rest.append(deepcopy(settings))
    behind = list(text.itersiblings())
    if at == 0:
        rest.append(text)
    elif at < len(own):
        second = etree.SubElement(rest, text.tag, _attributes(text))
        second.text = own[at:]
        text.text = own[:at]
        for piece in (text, second):
            piece.set(XML_SPACE, "preserve")
    rest.extend(behind)
    run.addnext(rest)


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _run(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(W + "r"), None)


def all_runs(paragraph: etree._Element) -> list[etree._Element]:
    """Those of a paragraph that hold words."""
    return list(dict.fromkeys(run for text in texts(paragraph) if (run := _run(text)) is not None))


def beside(run: etree._Element) -> etree._Element:
    """The run, or what stands around it, that a range may begin before and end behind."""
    element = run
    while (parent := element.getparent()) is not None and parent.tag not in _HOLDS_RANGES:
        element = parent
    return element


def in_paragraph(element: etree._Element) -> etree._Element:
    """What stands around it as a child of the paragraph."""
    while (parent := element.getparent()) is not None and parent.tag != W + "p":
        element = parent
    return element


def settings_of(run: etree._Element) -> etree._Element:
    """Its w:rPr, made where there is none."""
    settings = run.find(W + "rPr")
    if settings is None:
        settings = etree.Element(W + "rPr")
        run.insert(0, settings)
    return settings


def put_setting(settings: etree._Element, made: etree._Element) -> None:
    """A property of a run where the schema wants it, in place of one of its name."""
    for old in settings.findall(made.tag):
        settings.remove(old)
    rank = _ORDER.index(etree.QName(made).localname)
    for at, child in enumerate(settings):
        name = etree.QName(child)
        if name.namespace != W.strip("{}") or (name.localname in _ORDER and _ORDER.index(name.localname) > rank):
            settings.insert(at, made)
            return
    settings.append(made)


def replace(paragraph: etree._Element, start: int, end: int, said: str) -> None:
    """Other characters in place of words[start:end], in the run where these begin."""
    offset = 0
    for text in texts(paragraph):
        own = text.text or ""
        stop = offset + len(own)
        begins = offset <= start < stop or (start == end == stop and own != "")
        if begins or (offset < end and stop > start):
            first, last = max(start - offset, 0), max(min(end, stop) - offset, 0)
            text.text = own[:first] + (said if begins else "") + own[last:]
            text.set(XML_SPACE, "preserve")
            if begins:
                said = ""
        offset = stop


def join(paragraph: etree._Element, start: int, end: int) -> None:
    """words[start:end] in one run, with the formatting of the first of those that they stood in. Comments and bookmarks
    that began or ended among them stand around them; changes that were tracked among them are accepted."""
    runs = cut(paragraph, start, end)
    if not runs:
        return
    first, last = runs[0], runs[-1]
    whole = words_of(paragraph)[start:end]
    among = _between(paragraph, first, last)
    for run in runs:
        _out_of_change(run)
    for text in [text for run in runs[1:] for text in run.iter(W + "t")]:
        _remove(text)
    kept, *others = list(first.iter(W + "t"))
    kept.text = whole
    kept.set(XML_SPACE, "preserve")
    for text in others:
        _remove(text)
    for change in list(first.iter(W + "rPrChange")):
        _remove(change)
    if among_words := [child for child in first if child.tag != W + "rPr" and child is not kept]:
        behind_it = etree.Element(first.tag, _attributes(first))  # a line break, the mark of a comment
        behind_it.extend(among_words)
        first.addnext(behind_it)
    before, behind = beside(first), beside(first)
    for mark in among:
        if mark.tag in _BEGINNINGS:
            before.addprevious(mark)
        elif mark.tag in _ENDS or mark.find(W + "commentReference") is not None:
            behind.addnext(mark)
            behind = mark
        elif mark.tag in (W + "del", W + "proofErr"):
            _remove(mark)
    for run in runs[1:]:
        if all(child.tag == W + "rPr" for child in run):
            _remove(run)


def _between(paragraph: etree._Element, first: etree._Element, last: etree._Element) -> list[etree._Element]:
    """What begins behind the first run and before the last one."""
    found: list[etree._Element] = []
    inside = False
    for element in paragraph.iter(etree.Element):
        if element is last:
            break
        if inside and (element.tag != W + "rPr"):
            found.append(element)
        inside = inside or element is first
    return found


def _out_of_change(run: etree._Element) -> None:
    """A run that was inserted, as if it had always been there; what was inserted around it stays so."""
    while (change := next(run.iterancestors(*_ADDED), None)) is not None:
        child = run
        while (parent := child.getparent()) is not None and parent is not change:
            child = parent
        rest = etree.Element(change.tag, _attributes(change))
        rest.extend(list(child.itersiblings()))
        change.addnext(child)
        if len(rest):
            child.addnext(rest)
        if not len(change):
            _remove(change)


def _remove(element: etree._Element) -> None:
    """With what was only there to hold it."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag in _WRAPS and not len(parent):
        _remove(parent)
