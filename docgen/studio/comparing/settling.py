"""A part with its own tracked changes accepted: what a file says is compared, not how it came to say it."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GONE = tuple(W + name for name in ("del", "moveFrom"))
_STAY = tuple(W + name for name in ("ins", "moveTo"))
_HISTORY = tuple(
    W + name
    for name in (
        "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tblPrExChange", "tcPrChange",
        "trPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip


def settle(tree: etree._Element) -> bool:
    """Accept every tracked change of a part, in place; whether there was one."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    if next(tree.iter(*_GONE, *_STAY, *_HISTORY), None) is None:
        return False
    for row in [row for row in tree.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]:
        drop(row)
    for table in [table for table in tree.iter(W + "tbl") if next(table.iter(W + "tr"), None) is None]:
        drop(table)
    ended = [p for p in tree.iter(W + "p") if _is_unmarked(p)]
    for mark in [mark for kind in (*_GONE, *_STAY) for mark in tree.iter(kind) if _is_setting(mark)]:
        drop(mark)
    for element in [element for kind in _GONE for element in tree.iter(kind)]:
        drop(element)
    for element in [element for kind in _STAY for element in tree.iter(kind)]:
        unwrap(element)
    for element in list(tree.iter(*_HISTORY)):
        drop(element)
    for paragraph in ended:
        join_with_next(paragraph)
    return True


def _is_setting(mark: etree._Element) -> bool:
    """Whether it says what became of a paragraph mark or a row, and does not hold words."""
    parent = mark.getparent()
    return parent is not None and parent.tag in (W + "rPr", W + "trPr")


def _is_unmarked(paragraph: etree._Element) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{kind}") is not None for kind in _GONE)


def join_with_next(paragraph: etree._Element) -> None:
    """A paragraph whose mark is deleted is the beginning of the next one, whose settings stay; nothing, if empty."""
    words = [child for child in paragraph if child.tag != W + "pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == W + "p":
        at = 1 if following.find(W + "pPr") is not None else 0
        following[at:at] = words
        drop(paragraph)
    elif not any(True for _ in paragraph.iter(W + "r")) and (following is not None or _is_second(paragraph)):
        drop(paragraph)


def _is_second(paragraph: etree._Element) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.tag == W + "p"


def drop(element: etree._Element) -> None:
    """Take an element away, its tail being no more than indentation."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
