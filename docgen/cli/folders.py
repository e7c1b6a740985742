"""Folders of templates: which files of one are whose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.cli.files import name_of, read
from docgen.errors import Finding, Severity, UnknownLetter
from docgen.letters.request import LetterKind
from docgen.usecases.desk import nearest_file
from docgen.usecases.studio.folder import ending_of, item_of, path_of
from docgen.usecases.studio.versions import GROUP, Item

_OF_ONE = ("*/*.docx", "clauses/*/*.docx", "letterhead.zip", "kinds/*.json")
_SHAPES = (*_OF_ONE, *(f"units/*/{shape}" for shape in _OF_ONE))


@dataclass(frozen=True, slots=True)
class Given:
    """A file that a command was given. name: what remarks call it. item: whose it is; None: nobody knows."""

    name: str
    path: Path
    item: Item | None
    content: bytes
    within: bool = False  # found in a folder, and not named itself

    @property
    def unplaced(self) -> Finding:
        """That no item has a file of this name."""
        names = ", ".join(f"{kind.value}.docx" for kind in LetterKind)
        facts = {"name": self.name, "nearest": nearest_file(self.path.as_posix()), "names": names}
        if self.within:
            return Finding("template.file_unused", Severity.INFORMATION, facts=facts)
        return Finding("studio.file_unplaced", facts=facts)


def given(paths: Iterable[Path], called: str = "", unit: str = "") -> list[Given]:
    """The files named, and those of the folders named, in their order.

    called: what the file of the item is called within a folder of templates, where its own name does not say it; with
    or without its ending. unit: whose version it is to be. Raises UnknownLetter, OSError.
    """
    found: list[Given] = []
    for path in paths:
        if path.is_dir():
            found += _within(path)
        else:
            item = whose(path, called)
            item = Item(item.sort, item.name, item.language, unit) if item and unit and item.unit == GROUP else item
            found.append(Given(path_of(item) if item else name_of(path), path, item, read(path)))
    return found


def whose(path: Path, called: str = "") -> Item | None:
    """The item whose file this is, by what it is said to be called, else by its own name. Raises UnknownLetter."""
    return item_called(called) if called else item_of(ending_of(path.absolute().as_posix()))


def item_called(called: str) -> Item:
    """ "zh/demand_letter", "clauses/zh/account", "units/south/letterhead": whose file that is. Raises UnknownLetter."""
    for ending in ("", ".docx", ".zip", ".json"):
        if item := item_of(f"{called}{ending}"):
            return item
    raise UnknownLetter(Finding("letter.unknown", facts={"kind": called[:80], "nearest": nearest_file(called)}))


def beside(paths: Iterable[Path]) -> Mapping[Item, bytes]:
    """What stands in the folders of templates that these files are in, or are."""
    roots = dict.fromkeys(root for path in paths if (root := _root(path)))
    return {item: path.read_bytes() for root in roots for path, item in items_in(root)}


def items_in(root: Path) -> Iterator[tuple[Path, Item]]:
    """The files of a folder that are an item's."""
    for path in sorted(path for shape in _SHAPES for path in root.glob(shape)):
        if path.is_file() and (item := item_of(path.relative_to(root).as_posix())):
            yield path, item


def _root(path: Path) -> Path | None:
    """The folder of templates that a file is in; a folder is one itself."""
    if path.is_dir():
        return path
    whole = path.absolute()
    ending = ending_of(whole.as_posix())
    return whole.parents[ending.count("/")] if ending else None


def _within(root: Path) -> Iterator[Given]:
    items = dict(items_in(root))
    for path in sorted({*items, *root.rglob("*.docx")}):
        if not path.name.startswith("~$"):  # Word's own, while a file is open
            name = path.relative_to(root).as_posix()
            yield Given(name, path, items.get(path), path.read_bytes(), within=True)
