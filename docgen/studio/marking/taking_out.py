"""What a marking has put into a file, taken out again, whichever program the file was saved with since."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from docgen.studio.marking.comments import AUTHOR, INITIALS
from docgen.studio.marking.highlights import BOOKMARK, COLOUR
from docgen.studio.marking.opened import Opened, W

# What newer releases of Word keep of comments beside their words: who has answered which, and names of their own.
_BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")


def take_out(opened: Opened) -> None:
    numbers = _comments(opened)
    for part in opened.running_text:
        tree = opened.tree(part)
        removed = [_ends_of_comments(tree, numbers), _highlights(tree)]
        if any(removed):
            opened.changed(part)


def _comments(opened: Opened) -> set[str]:
    """Remove our comments; the numbers that they had."""
    numbers: set[str] = set()
    known: set[str] = set()
    for part in opened.package.related("comments"):
        tree = opened.tree(part)
        ours = [
            comment
            for comment in tree.iterfind(W + "comment")
            if (comment.get(W + "author"), comment.get(W + "initials")) == (AUTHOR, INITIALS)
        ]
        for comment in ours:
            numbers.add(comment.get(W + "id", ""))
            known |= set(_named(comment.iter(W + "p"), "paraId"))
            tree.remove(comment)
        if ours:
            opened.changed(part)
    for kind in _BESIDE if known else ():
        for part in opened.package.related(kind):
            known |= _entries(opened, part, known)
    return numbers


def _entries(opened: Opened, part: str, known: set[str]) -> set[str]:
    """Remove the entries about these comments; the other names that they give them."""
    more: set[str] = set()
    tree = opened.tree(part)
    for entry in list(tree.iterchildren(etree.Element)):
        if known.intersection(_named([entry], "paraId", "durableId")):
            more |= set(_named([entry], "durableId"))
            tree.remove(entry)
            opened.changed(part)
        elif known.intersection(_named([entry], "paraIdParent")):  # an answer to one of ours stands by itself then
            for name in [name for name in entry.attrib if etree.QName(name).localname == "paraIdParent"]:
                del entry.attrib[name]
            opened.changed(part)
    return more


def _named(elements: Iterable[etree._Element], *names: str) -> list[str]:
    return [
        str(value)
        for element in elements
        for name, value in element.attrib.items()
        if etree.QName(name).localname in names
    ]


def _ends_of_comments(tree: etree._Element, numbers: set[str]) -> bool:
    kinds = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    found = [mark for mark in tree.iter(*kinds) if mark.get(W + "id") in numbers]
    for mark in found:
        run = mark.getparent()
        if run is None:
            continue
        run.remove(mark)
        holder = run.getparent()
        if mark.tag == kinds[2] and holder is not None and all(child.tag == W + "rPr" for child in run):
            holder.remove(run)
    return bool(found)


def _highlights(tree: etree._Element) -> bool:
    starts = [mark for mark in tree.iter(W + "bookmarkStart") if mark.get(W + "name", "").startswith(BOOKMARK)]
    for start in starts:
        number = start.get(W + "id")
        inside = False
        for element in list(tree.iter(etree.Element)):
            if element is start:
                inside = True
            elif inside and element.tag == W + "bookmarkEnd" and element.get(W + "id") == number:
                _drop(element)
                break
            elif inside and element.tag == W + "highlight" and element.get(W + "val") == COLOUR:
                _drop(element)
        _drop(start)
    return bool(starts)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
