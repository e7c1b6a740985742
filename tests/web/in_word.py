"""A Word file changed as Word changes it: words typed over are runs of their own, with spelling marks between them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docgen.wordfile import open_package
from docgen.wordfile.text import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SESSION = "00A1B2C3"  # Word marks what was changed at one sitting


class Opened:
    """The document as somebody has it open in Word."""

    def __init__(self, word_file: bytes) -> None:
        self._package = open_package(word_file)
        self._tree = self._package.xml("word/document.xml")

    def save(self) -> bytes:
        return self._package.with_parts({"word/document.xml": [etree.tostring(self._tree, standalone=True)]})

    def paragraph(self, words: str) -> etree._Element:
        """The first one that holds these words."""
        return next(one for one in self._tree.iter(W + "p") if words in "".join(one.itertext(W + "t")))

    def type_over(self, old: str, new: str) -> None:
        """Words within one run of text replaced by others."""
        for text in self._tree.iter(W + "t"):
            before, found, after = (text.text or "").partition(old)
            if found:
                run = text.getparent()
                assert run is not None
                text.text = after
                text.set(_SPACE, "preserve")
                run.addprevious(_run(run, before))
                for typed in _misspelt(run, new):
                    run.addprevious(typed)
                return
        raise AssertionError(f"{old} stands in no run of its own")

    def type_below(self, words: str, new: str) -> None:
        """A new paragraph, typed after the one that holds these words, with its look."""
        above = self.paragraph(words)
        paragraph = etree.Element(W + "p", {W + "rsidR": _SESSION})
        if (look := above.find(W + "pPr")) is not None:
            paragraph.append(deepcopy(look))
        paragraph.extend(_misspelt(above.find(W + "r"), new))
        above.addnext(paragraph)


def _misspelt(like: etree._Element | None, words: str) -> list[etree._Element]:
    """Runs with the look of another, cut where Word's spelling marks stand: at each underscore."""
    found = []
    for part in words.replace("_", "_\0").split("\0"):
        found += [_run(like, part), etree.Element(W + "proofErr", {W + "type": "spellStart"})]
    return found[:-1]


def _run(like: etree._Element | None, words: str) -> etree._Element:
    run = etree.Element(W + "r", {W + "rsidR": _SESSION})
    if like is not None and (look := like.find(W + "rPr")) is not None:
        run.append(deepcopy(look))
    text = etree.SubElement(run, W + "t", {_SPACE: "preserve"})
    text.text = words
    return run
