"""A Word file that is being changed: parts as trees, of which those that nobody touches keep their bytes."""

from __future__ import annotations

from lxml import etree

from docgen.wordfile import Package, open_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RUNNING_TEXT = ("header", "footer", "footnotes", "endnotes")


class Opened:
    """Raises HostileFile for what `open_package` refuses."""

    def __init__(self, word_file: bytes) -> None:
        self._word_file = word_file
        self.package: Package = open_package(word_file)
        self._trees: dict[str, etree._Element] = {}
        self._changed: set[str] = set()

    @property
    def document(self) -> str:
        return self.package.document

    @property
    def running_text(self) -> tuple[str, ...]:
        """The parts that hold paragraphs, in the order in which they are read: the text, headers, footers, notes."""
        names = [self.document, *(name for kind in RUNNING_TEXT for name in self.package.related(kind))]
        return tuple(dict.fromkeys(names))

    def tree(self, part: str) -> etree._Element:
        """The same tree each time. Raises KeyError."""
        if part not in self._trees:
            self._trees[part] = self.package.xml(part)
        return self._trees[part]

    def changed(self, part: str, tree: etree._Element | None = None) -> None:
        """Its tree was changed, or is a part that the file did not have."""
        if tree is not None:
            self._trees[part] = tree
        self._changed.add(part)

    def write(self) -> bytes:
        """The Word file; the same bytes for the same changes, and the very file where there are none."""
        if not self._changed:
            return self._word_file
        contents = {
            part: [etree.tostring(self._trees[part], encoding="UTF-8", standalone=True)]
            for part in (*self.package.parts, *sorted(self._changed - set(self.package.parts)))
            if part in self._changed
        }
        return self.package.with_parts(contents)
