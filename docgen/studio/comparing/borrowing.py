"""What deleted words need in the new file to look as they did in the old one: styles, lists, pictures, links, notes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from docgen.studio.comparing.inlines import R
from docgen.studio.comparing.settling import W, drop
from docgen.studio.comparing.stories import File
from docgen.wordfile.package import parse

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT_TYPES = "[Content_Types].xml"
_NAMES = (W + "pStyle", W + "rStyle", W + "tblStyle")
_OTHER_STYLES = (W + "basedOn", W + "next", W + "link")
_IDENTITIES = ("}paraId", "}textId", "}rsidR", "}rsidRPr", "}rsidP", "}rsidRDefault", "}rsidTr")
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_OF_DEFINITION = (W + "nsid", W + "tmpl")


@dataclass
class Borrowing:
    """From the old file into the new one, whose parts are changed for it."""

    old: File
    new: File
    changed: set[str] = field(default_factory=set)  # parts of the new file that were changed or made
    added: dict[str, bytes] = field(default_factory=dict)  # parts that are copied as they are
    _styles: dict[str, str] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)
    _relations: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _drawings: int = 0

    def copy(self, element: etree._Element, part: str, new_part: str) -> etree._Element:
        """An element of the old file as it may stand in the new one, with everything that it names."""
        made = etree.fromstring(etree.tostring(element))  # with the prefixes that its attributes speak of
        made.tail = None
        for inner in made.iter(etree.Element):
            for name in [name for name in inner.attrib if str(name).endswith(_IDENTITIES)]:
                del inner.attrib[name]
            for name, value in inner.attrib.items():
                if str(name).startswith(R):
                    inner.set(name, self._relation(part, new_part, str(value)))
            if inner.tag in _NAMES:
                inner.set(W + "val", self._style(inner.get(W + "val", "")))
            elif inner.tag == W + "numId":
                inner.set(W + "val", self._list(inner.get(W + "val", "")))
            elif role := NOTES.get(etree.QName(inner).localname):
                inner.set(W + "id", self._note(role, inner))
            elif str(inner.tag).endswith("}docPr"):
                self._drawings += 1
                inner.set("id", str(900_000 + self._drawings))
        for gone in list(made.iter(W + "sectPr", W + "bookmarkStart", W + "bookmarkEnd")):
            drop(gone)
        return made

    def _note(self, role: str, reference: etree._Element) -> str:
        """The number in the new file of a note whose reference is deleted: the note is copied."""
        theirs, ours = (next(iter(file.package.related(role)), "") for file in (self.old, self.new))
        number = reference.get(W + "id", "")
        if not theirs:
            return number
        if not ours:
            self.relate(self.new.package.document, _OFFICE + role, "/" + self.copied_part(theirs))
            return number
        found, notes = numbered(self.old.tree(theirs), reference), self.new.tree(ours)
        if found is None:
            return number
        made = self.copy(found, theirs, ours)
        made.set(W + "id", str(max(int(note.get(W + "id", "0")) for note in notes) + 1))
        notes.append(made)
        self.changed.add(ours)
        return str(made.get(W + "id"))

    # Styles and lists

    def _style(self, identity: str) -> str:
        """The id in the new file of the style of that name; a style that it lacks is copied."""
        name = self.old.style_names.get(identity)
        if name is None:
            return identity
        if identity not in self._styles:
            same = (own for own, named in self.new.style_names.items() if named == name)
            self._styles[identity] = next(same, "") or self._copied_style(identity)
        return self._styles[identity]

    def _copied_style(self, identity: str) -> str:
        styles, theirs = self.new.related("styles"), self.old.related("styles")
        if styles is None or theirs is None:
            return identity
        free = identity
        while free in self.new.style_names:
            free += "Old"
        self._styles[identity] = free  # before the styles that it names, which may name it
        found = next(style for style in theirs.iterfind(W + "style") if style.get(W + "styleId") == identity)
        made = etree.fromstring(etree.tostring(found))
        made.tail = None
        made.set(W + "styleId", free)
        if W + "default" in made.attrib:
            del made.attrib[W + "default"]
        self.new.style_names[free] = self.old.style_names[identity]
        for other in made.iter(*_OTHER_STYLES):
            other.set(W + "val", self._style(other.get(W + "val", "")))
        for number in made.iter(W + "numId"):
            number.set(W + "val", self._list(number.get(W + "val", "")))
        styles.append(made)
        self.changed.add(self.new.package.related("styles")[0])
        return free

    def _list(self, identity: str) -> str:
        """The number in the new file of the list that is defined alike; else the list is copied. "0": no list."""
        if identity not in self._lists:
            self._lists[identity] = self._list_alike(identity)
        return self._lists[identity]

    def _list_alike(self, identity: str) -> str:
        theirs, ours = self.old.related("numbering"), self.new.related("numbering")
        if theirs is None or ours is None:
            return "0"
        wanted = _list_of(theirs, identity)
        if wanted is None:
            return "0"
        same = _list_of(ours, identity)
        if same is not None and _definition(*same) == _definition(*wanted):
            return identity
        return self._copied_list(ours, *wanted)

    def _copied_list(self, ours: etree._Element, numbered: etree._Element, abstract: etree._Element) -> str:
        number = _free(ours, "num", "numId")
        definition = _free(ours, "abstractNum", "abstractNumId")
        made, defined = etree.fromstring(etree.tostring(numbered)), etree.fromstring(etree.tostring(abstract))
        made.tail = defined.tail = None
        for unlike in [e for e in defined if e.tag in _OF_DEFINITION]:
            drop(unlike)
        for picture in list(defined.iter(W + "lvlPicBulletId")):
            drop(picture)
        made.set(W + "numId", number)
        defined.set(W + "abstractNumId", definition)
        made.find(W + "abstractNumId").set(W + "val", definition)  # type: ignore[union-attr]
        for style in defined.iter(W + "pStyle"):
            style.set(W + "val", self._style(style.get(W + "val", "")))
        first = ours.find(W + "num")
        ours.insert(ours.index(first) if first is not None else len(ours), defined)
        last = ours.findall(W + "num")
        ours.insert(ours.index(last[-1]) + 1 if last else len(ours), made)
        self.changed.add(self.new.package.related("numbering")[0])
        return number

    # Parts and what leads to them

    def _relation(self, part: str, new_part: str, identity: str) -> str:
        """The id in the new part of what an id of the old one leads to."""
        key = (part, new_part, identity)
        if key not in self._relations:
            tree = self._relationships_of(self.old, part)
            entry = next((e for e in tree if e.get("Id") == identity), None)
            if entry is None:
                return identity
            kind, external = entry.get("Type", ""), entry.get("TargetMode", "Internal").lower() == "external"
            target = entry.get("Target", "")
            if not external and not target.startswith("#"):
                target = self.copied_part(posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))[1:])
                target = "/" + target
            self._relations[key] = self.relate(new_part, kind, target, external=external)
        return self._relations[key]

    def copied_part(self, name: str) -> str:
        """A part of the old file under a name that is free in the new one; under its own if that is the same part."""
        if name not in self.old.package.parts:
            return name
        content = self.old.package.read(name)
        folder, _, file = name.rpartition("/")
        stem, dot, ending = file.rpartition(".")
        free, number = name, 1
        while (free in self.new.package.parts and self.new.package.read(free) != content) or (
            free in self.added and self.added[free] != content
        ):
            number += 1
            free = f"{folder}/{stem}_old{number}{dot}{ending}"
        if free not in self.new.package.parts:
            self.added[free] = content
            self.declare(free, self.old.package.content_type(name))
        return free

    def declare(self, name: str, kind: str) -> None:
        """The content type of a new part."""
        types = self.new.tree(_CONTENT_TYPES)
        ending = name.rpartition(".")[2].lower()
        known = {e.get("Extension", "").lower(): e.get("ContentType") for e in types.iter(_TYPES + "Default")}
        if known.get(ending) != kind:
            etree.SubElement(types, _TYPES + "Override", PartName="/" + name, ContentType=kind)
            self.changed.add(_CONTENT_TYPES)

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """A relationship from a part of the new file; its id."""
        tree = self._relationships_of(self.new, part)
        for entry in tree:
            if entry.get("Type") == kind and entry.get("Target") == target:
                return str(entry.get("Id", ""))
        taken = {entry.get("Id") for entry in tree}
        identity = next(f"rIdOld{n}" for n in range(1, len(tree) + 2) if f"rIdOld{n}" not in taken)
        entry = etree.SubElement(tree, f"{{{_RELATIONSHIPS}}}Relationship", Id=identity, Type=kind, Target=target)
        if external:
            entry.set("TargetMode", "External")
        self.changed.add(relationships_name(part))
        return identity

    def office_kind(self, word: str) -> str:
        return _OFFICE + word

    def _relationships_of(self, file: File, part: str) -> etree._Element:
        name = relationships_name(part)
        if name not in file.trees and name not in file.package.parts:
            file.trees[name] = parse(name, f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
        return file.tree(name)


def relationships_name(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def numbered(notes: etree._Element, reference: etree._Element) -> etree._Element | None:
    """The note that a reference leads to."""
    return next((note for note in notes if note.get(W + "id") == reference.get(W + "id")), None)


def _list_of(numbering: etree._Element, identity: str) -> tuple[etree._Element, etree._Element] | None:
    number = next((e for e in numbering.iterfind(W + "num") if e.get(W + "numId") == identity), None)
    named = number.find(W + "abstractNumId") if number is not None else None
    wanted = named.get(W + "val") if named is not None else None
    abstracts = (e for e in numbering.iterfind(W + "abstractNum") if e.get(W + "abstractNumId") == wanted)
    abstract = next(abstracts, None)
    return (number, abstract) if number is not None and abstract is not None else None


def _definition(number: etree._Element, abstract: etree._Element) -> bytes:
    """What a list is, without the ids by which it is known."""
    said = b"".join(
        etree.tostring(e, method="c14n", exclusive=True)
        for e in (*abstract, *number)
        if e.tag not in (*_OF_DEFINITION, W + "abstractNumId")
    )
    return re.sub(rb">\s+<", b"><", said)


def _free(numbering: etree._Element, kind: str, attribute: str) -> str:
    taken = (e.get(W + attribute, "0") for e in numbering.iterfind(W + kind))
    return str(max((int(one) for one in taken if one.isdigit()), default=0) + 1)
