"""Where conditions and loops begin and end in the document: a block belongs to one paragraph, or stands around whole
paragraphs, rows or cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.errors import Finding, Severity
from docgen.studio.checking.parts import Part
from docgen.templating.blocks import Statement
from docgen.templating.language import DEEPEST
from docgen.templating.places import W, texts
from docgen.templating.source import Tag

_CLOSERS = frozenset({"endif", "endfor", "end"})
_HOLDERS = {"tr": (W + "tr", W + "tbl"), "tc": (W + "tc", W + "tr")}


def misplaced(part: Part) -> Iterator[Finding]:
    """A fault for each block that begins in one place and ends in another; a warning where it takes the ends of
    paragraphs with it.
    """
    statements = [(part.tags.tags[tag], statement) for tag, statement in part.tags.statements]
    for block in part.tags.paired.blocks:
        (opener, opened), *others = (statements[number] for number in (block.start, *block.branches, block.end))
        if opener.paragraph is None or any(said.prefix != opened.prefix for _, said in others):
            continue  # a property, or told already: ends of another kind
        for tag, _ in others:
            if finding := _apart(opener, opened, tag):
                yield finding
                break


def too_deep(part: Part) -> Iterator[Finding]:
    """A fault where conditions and loops stand deeper in each other than a template may have them."""
    depth = 0
    for _, statement in part.tags.statements:
        if statement.word in ("if", "for"):
            depth += 1
        elif statement.word in _CLOSERS:
            depth = max(depth - 1, 0)
        if depth > DEEPEST:
            facts = {"tag": statement.place.words, "limit": str(DEEPEST)}
            yield Finding("template.too_deep", place=statement.place, facts=facts)
            return


def _apart(opener: Tag, opened: Statement, end: Tag) -> Finding | None:
    if opener.paragraph is None or end.paragraph is None:
        return None
    one, other = (_level(tag, opened.prefix) for tag in (opener, end))
    facts = {"tag": opener.place.words, "end": end.place.words}
    if one is not None and other is not None and one is not other:
        return Finding("template.unbalanced", place=opener.place, facts=facts)
    if not opened.prefix and opener.paragraph is not end.paragraph:
        inner = opener.place.words[2:].lstrip()
        facts |= {"instead": f"{{%p {inner}"}
        return Finding("studio.across_paragraphs", Severity.WARNING, opener.place, facts)
    return None


def _level(tag: Tag, prefix: str) -> etree._Element | None:
    """The element within which a block of this kind begins and ends; None where the tag is told to be misplaced."""
    paragraph = tag.paragraph
    if paragraph is None:
        return None
    if prefix in _HOLDERS:
        inner, outer = _HOLDERS[prefix]
        holder = next(paragraph.iterancestors(inner), None)
        return next(holder.iterancestors(outer), None) if holder is not None else None
    if prefix == "p":
        return paragraph.getparent()
    run = _run(tag)
    if run is not None and run.getparent() is not paragraph:
        return run.getparent()  # within a link, a tracked insertion, a content control
    return paragraph.getparent()


def _run(tag: Tag) -> etree._Element | None:
    """The run in which a tag starts."""
    position = 0
    for text in texts(tag.paragraph) if tag.paragraph is not None else ():
        position += len(text.text or "")
        if position > tag.start:
            return text.getparent()
    return None
