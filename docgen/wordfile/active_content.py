"""What a letter has no need of, and an attacker has: macros, embedded objects, external content, reading fields.

Elements are known by their local name, so that no spelling of a namespace slips through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from docgen.errors import Finding, WordPlace
from docgen.wordfile.archive import Part
from docgen.wordfile.trees import Folded

_MACRO = re.compile(r"vbaproject|vbadata|macroenabled|ms-word\.attachedtoolbars|keymapcustomizations", re.I)
_EMBEDDED = re.compile(r"activex|/embeddings/|oleobject|officedocument\.package|ms-office\.control", re.I)
_FORBIDDEN_KINDS = frozenset(
    {
        "aFChunk",  # ECMA-376 part 1, 17.17.2: another document, imported when this one is opened
        "attachedTemplate",
        "control",
        "externalLink",
        "frame",
        "mailMergeHeaderSource",
        "mailMergeRecipientData",
        "mailMergeSource",
        "oleObject",
        "package",
        "recipientData",
        "subDocument",
        "vbaProject",
    }
)
_FORBIDDEN_ELEMENTS = frozenset(
    {"altChunk", "OLEObject", "object", "control", "subDoc", "mailMerge", "attachedTemplate", "frameset"}
)
_FIELDS = frozenset({"fldSimple", "instrText", "delInstrText", "fldChar"})
_PLAIN_XML = frozenset({"application/xml", "text/xml"})  # custom XML: somebody's own vocabulary, which Word never runs
_SAFE_ADDRESS = re.compile(r"(https?://|mailto:)", re.I)
# ECMA-376 part 1, 17.16.5. Everything that reads a file, a database, another program or the user is left out:
# INCLUDETEXT, INCLUDEPICTURE, DATABASE, DDE, DDEAUTO, LINK, EMBED, IMPORT, RD, AUTOTEXT, MACROBUTTON, ASK, FILLIN …
# fmt: off
_SAFE_FIELDS = frozenset({
    "=", "ADVANCE", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIBLIOGRAPHY", "CITATION", "COMMENTS",
    "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "EQ", "FILENAME", "FILESIZE",
    "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "IF", "INDEX", "INFO", "KEYWORDS", "LASTSAVEDBY",
    "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF",
    "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "SET", "STYLEREF", "SUBJECT", "SYMBOL", "TA", "TC",
    "TIME", "TITLE", "TOA", "TOC", "XE",
})
# fmt: on
# Fields that a mail merge fills in from its list (17.16.5.35 …): a letter that still holds one was never merged.
_MERGED = frozenset({"MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK", "GREETINGLINE"})
_MOST_PLACES = 20  # that are looked for in a part
_HYPERLINK_ADDRESS = re.compile(r'HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))', re.I)


def faults(
    parts: Mapping[str, Part], content_types: Mapping[str, str], trees: Mapping[str, etree._Element | Folded]
) -> Iterator[Finding]:
    """Everything forbidden in these parts. An object that stands in the text is told there, and not by its file too."""
    found = list(_faults(parts, content_types, trees))
    if not any(fault.code == "word_file.embedded" and fault.facts["part"] not in parts for fault in found):
        return iter(found)
    return (fault for fault in found if not _is_of_object(fault, parts))


def _is_of_object(fault: Finding, parts: Mapping[str, Part]) -> bool:
    if fault.code == "word_file.forbidden_link":
        return fault.facts["kind"] in ("package", "oleObject")
    return fault.code == "word_file.embedded" and fault.facts["part"] in parts


def _faults(
    parts: Mapping[str, Part], content_types: Mapping[str, str], trees: Mapping[str, etree._Element | Folded]
) -> Iterator[Finding]:
    for name in parts:
        label = f"/{name} {content_types[name]}"
        if _MACRO.search(label):
            yield Finding("word_file.macro", place=WordPlace(name), facts={"part": name})
        elif _EMBEDDED.search(label):
            yield Finding("word_file.embedded", place=WordPlace(name), facts={"part": name})
    for name, tree in trees.items():
        if name.endswith(".rels") and isinstance(tree, etree._Element):
            yield from _relationship_faults(name, tree)
        elif content_types[name] not in _PLAIN_XML:
            yield from _content_faults(name, tree)


def _relationship_faults(name: str, tree: etree._Element) -> Iterator[Finding]:
    for entry in tree.iterchildren(etree.Element):
        kind = entry.get("Type", "").rpartition("/")[2]
        target = entry.get("Target", "")
        facts = {"part": name, "kind": kind, "target": target[:200]}
        if kind in _FORBIDDEN_KINDS:
            yield Finding("word_file.forbidden_link", place=WordPlace(name), facts=facts)
        elif entry.get("TargetMode", "Internal").lower() == "external":
            if kind != "hyperlink" or not _SAFE_ADDRESS.match(target):
                yield Finding("word_file.external", place=WordPlace(name), facts=facts)
        elif "\\" in target or ":" in target.partition("#")[0] or _climbs(name, target):
            yield Finding("word_file.external", place=WordPlace(name), facts=facts)


def _climbs(name: str, target: str) -> bool:
    """Whether a relative target leads above the root of the package."""
    depth = 0 if target.startswith("/") else max(name.count("/") - 1, 0)
    for step in target.partition("#")[0].strip("/").split("/"):
        depth += -1 if step == ".." else step not in (".", "")
        if depth < 0:
            return True
    return False


def _content_faults(name: str, tree: etree._Element | Folded) -> Iterator[Finding]:
    fields = _Fields()
    places = 0

    def place(element: etree._Element) -> WordPlace:
        nonlocal places
        places += 1  # a file that is made to harm may have thousands
        return _place(name, element) if places <= _MOST_PLACES else WordPlace(name)

    for element in tree.iter(*_in_any_namespace(_FORBIDDEN_ELEMENTS | _FIELDS)):
        if _local(element) in _FIELDS:
            fields.read(element)
        elif _local(element) == "object":
            program = next((_attribute(inner, "ProgID") for inner in element.iter("{*}OLEObject")), "") or "object"
            yield Finding("word_file.embedded", place=place(element), facts={"part": program[:80]})
        elif not any(_local(outer) == "object" for outer in element.iterancestors()):
            facts = {"part": name, "element": _local(element)}
            yield Finding("word_file.forbidden_element", place=place(element), facts=facts)
    for instruction, element in fields.instructions():
        words = instruction.split(maxsplit=1)
        field = words[0].upper() if words else ""
        known = "=" if field.startswith("=") else field
        address = _HYPERLINK_ADDRESS.match(instruction.strip())
        if (field and known not in _SAFE_FIELDS) or (
            address and not _SAFE_ADDRESS.match(address.group(1) or address.group(2) or "")
        ):
            shown = {"part": name, "field": instruction.strip()[:80]}
            code = "word_file.mail_merge" if known in _MERGED else "word_file.field"
            yield Finding(code, place=place(element), facts=shown)


def _place(name: str, element: etree._Element) -> WordPlace:
    """Where an element stands in its part: its paragraph, or the row and cell of the outermost table around it.

    Rows of a long table are parsed by themselves: of what stands in one, only the words are known."""
    around = list(element.iterancestors())
    paragraph = next((outer for outer in around if _local(outer) == "p"), None)
    if paragraph is None:
        return WordPlace(name)
    words = "".join(inner.text or "" for inner in paragraph.iter("{*}t")).strip()[:30]
    table = next((outer for outer in reversed(around) if _local(outer) == "tbl"), None)
    if table is None:
        if not around or _local(around[-1]) in ("tbl", "tr"):
            return WordPlace(name, words=words)
        return WordPlace(name, _number(paragraph, "p"), words=words)
    row, cell = (next((o for o in reversed(around) if _local(o) == kind), None) for kind in ("tr", "tc"))
    if table is around[-1] or row is None or cell is None:
        return WordPlace(name, words=words)
    return WordPlace(name, None, _number(table, "tbl"), _number(row, "tr"), _number(cell, "tc"), words)


def _number(element: etree._Element, kind: str) -> int:
    """Among its like in the part, outside of tables; rows in their table and cells in their row."""
    if kind in ("tr", "tc"):
        return 1 + sum(_local(other) == kind for other in element.itersiblings(preceding=True))
    others = element.getroottree().getroot().iter("{*}" + kind)
    count = 0
    for other in others:
        count += not any(_local(outer) in ("tbl", "txbxContent") for outer in other.iterancestors())
        if other is element:
            break
    return max(count, 1)


@dataclass(slots=True)
class _Field:
    element: etree._Element
    instruction: str = ""
    has_result: bool = False


class _Fields:
    """Puts the instruction of every field together from its runs (17.16.18, 17.16.19).

    A field whose name is put together by a field within it is told as "{…": nobody writes that in good faith.
    """

    def __init__(self) -> None:
        self._ended: list[tuple[str, etree._Element]] = []
        self._standing: list[_Field] = []

    def read(self, element: etree._Element) -> None:
        """The next element in the order of the file."""
        standing, local = self._standing, _local(element)
        if local == "fldSimple":
            self._ended.append((_attribute(element, "instr"), element))
        elif local in ("instrText", "delInstrText"):
            if standing:
                standing[-1].instruction += element.text or ""
            else:
                self._ended.append((element.text or "", element))
        elif local == "fldChar":
            kind = _attribute(element, "fldCharType")
            if kind == "begin":
                if standing and not standing[-1].has_result and not standing[-1].instruction.strip():
                    standing[-1].instruction = "{…"
                standing.append(_Field(element))
            elif kind == "separate" and standing:
                standing[-1].has_result = True
            elif kind == "end" and standing:
                ended = standing.pop()
                self._ended.append((ended.instruction, ended.element))

    def instructions(self) -> Iterator[tuple[str, etree._Element]]:
        """Of all fields, those that nothing ended among them."""
        yield from self._ended
        for unended in self._standing:
            yield unended.instruction, unended.element


def _in_any_namespace(names: Iterable[str]) -> Iterator[str]:
    return ("{*}" + name for name in sorted(names))


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: etree._Element, local: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == local), "")
