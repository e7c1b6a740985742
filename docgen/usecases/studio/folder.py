"""Versions as files of a folder: what each is called there, and a shelf over such files that keeps nothing.

zh/demand_letter.docx                the group's; the names that `templates/` and DOCGEN_TEMPLATES have too
clauses/zh/jurisdiction.docx
kinds/site_letter.json
letterhead.zip
units/south/zh/demand_letter.docx    a company's; the same names again below it
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import NoReturn

from docgen.errors import Finding, NoStore, WordFileFault
from docgen.letters.request import Language
from docgen.studio.composing import included
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import GROUP, Item, Origin, Sort, State, Unit, Version

_NAME = "[a-z][a-z0-9_]{0,39}"
_LANGUAGE = "|".join(Language)
_UNIT = "[a-z][a-z0-9_.-]{0,39}"
_SHAPES = {
    Sort.LETTER: re.compile(rf"(?:units/(?P<unit>{_UNIT})/)?(?P<language>{_LANGUAGE})/(?P<name>{_NAME})\.docx"),
    Sort.CLAUSE: re.compile(rf"(?:units/(?P<unit>{_UNIT})/)?clauses/(?P<language>{_LANGUAGE})/(?P<name>{_NAME})\.docx"),
    Sort.LETTERHEAD: re.compile(rf"(?:units/(?P<unit>{_UNIT})/)?letterhead\.zip"),
    Sort.KIND: re.compile(rf"(?:units/(?P<unit>{_UNIT})/)?kinds/(?P<name>{_NAME})\.json"),
}
_LONG_AGO = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def path_of(item: Item) -> str:
    """What the file of an item is called within a folder."""
    within = "" if item.unit == GROUP else f"units/{item.unit}/"
    match item.sort:
        case Sort.LETTER:
            return f"{within}{item.language}/{item.name}.docx"
        case Sort.CLAUSE:
            return f"{within}clauses/{item.language}/{item.name}.docx"
        case Sort.LETTERHEAD:
            return f"{within}letterhead.zip"
        case Sort.KIND:
            return f"{within}kinds/{item.name}.json"


def item_of(path: str) -> Item | None:
    """The item whose file this is; None for a name that is no item's. path: within the folder, with slashes."""
    for sort, shape in _SHAPES.items():
        if found := shape.fullmatch(path):
            held = found.groupdict()
            return Item(sort, held.get("name") or "", held.get("language") or "", held["unit"] or GROUP)
    return None


def ending_of(path: str) -> str:
    """The longest end of a path that is an item's name: "zh/demand_letter.docx" of "letters/zh/demand_letter.docx";
    "" where no end is."""
    steps = path.split("/")
    ends = ("/".join(steps[at:]) for at in range(len(steps)))
    return next((end for end in ends if item_of(end)), "")


class LooseFiles:
    """A shelf over files that nobody has put on one: each is in force, for good. It keeps nothing.

    beneath: what has the versions of all other items, and their files; None: nothing has.
    """

    def __init__(self, files: Mapping[Item, bytes], units: Iterable[Unit] = (), beneath: Shelf | None = None) -> None:
        self._contents = {_digest(content): content for content in files.values()}
        self._versions = {item: _version(item, content) for item, content in files.items()}
        below = beneath.units() if beneath else (Unit(id=GROUP, name=GROUP, parent=None),)
        every = {unit.id: unit for unit in (*(Unit(id=item.unit, name=item.unit) for item in files), *units, *below)}
        self._units = tuple(every.values())
        self._beneath = beneath

    def items(self, *, sort: Sort | None = None, unit: str | None = None) -> tuple[Item, ...]:
        items = {version.item for version in self.published()}
        return tuple(sorted(item for item in items if sort in {None, item.sort} and unit in {None, item.unit}))

    def versions(self, item: Item) -> tuple[Version, ...]:
        return tuple(version for version in self.published() if version.item == item)

    def published(self) -> tuple[Version, ...]:
        below = self._beneath.published() if self._beneath else ()
        return (*self._versions.values(), *(version for version in below if version.item not in self._versions))

    def stamp(self) -> int:
        return self._beneath.stamp() if self._beneath else 0

    def content(self, digest: str) -> bytes:
        if digest in self._contents or self._beneath is None:
            return self._contents[digest]
        return self._beneath.content(digest)

    def units(self) -> tuple[Unit, ...]:
        return self._units

    def _nothing(self, *_: object, **__: object) -> tuple[()]:
        return ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise NoStore(Finding("studio.no_store"))

    shipped = people = events = issued = _nothing
    keep = add = add_all = change = save_unit = save_person = record = _refuse


def _version(item: Item, content: bytes) -> Version:
    includes: tuple[str, ...] = ()
    if item.sort is Sort.LETTER:
        try:
            includes = included(content)
        except WordFileFault:  # told when the file itself is examined
            includes = ()
    return Version(
        item=item,
        number=1,
        digest=_digest(content),
        state=State.PUBLISHED,
        origin=Origin.IMPORTED,
        author="",
        created_at=_LONG_AGO,
        published_at=_LONG_AGO,
        includes=includes,
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
