"""Fonts: which the machine has, which of them stands in for a font that a Word file names, and their characters."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from docgen.errors import ConfigurationFault, Finding
from docgen.printing import cutting
from docgen.printing.css import string

_MOST_KINDS_OF_RUNS = 256
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, eq=False)
class Face:
    """One face of a family in a font file. Opened when first asked for its characters."""

    family: str
    bold: bool
    italic: bool
    path: Path
    index: int

    @cached_property
    def characters(self) -> Mapping[int, float]:
        """Code points with their widths, in font sizes."""
        with TTFont(self.path, fontNumber=self.index, lazy=True) as font:
            em = font["head"].unitsPerEm
            widths = font["hmtx"].metrics
            return {code: widths[glyph][0] / em for code, glyph in (font.getBestCmap() or {}).items()}

    @cached_property
    def line(self) -> float:
        """Height of a line at single spacing, in font sizes."""
        with TTFont(self.path, fontNumber=self.index, lazy=True) as font:
            metrics = font["hhea"]
            return float(metrics.ascent - metrics.descent + metrics.lineGap) / float(font["head"].unitsPerEm)

    @cached_property
    def middle(self) -> float:
        """How far above the base line the middle of its box stands, in font sizes."""
        with TTFont(self.path, fontNumber=self.index, lazy=True) as font:
            metrics = font["hhea"]
            return float(metrics.ascent + metrics.descent) / 2 / float(font["head"].unitsPerEm)

    def width(self, words: str) -> float:
        """Of words without kerning, in font sizes; characters that the face does not have count nothing."""
        return sum(self.characters.get(ord(character), 0.0) for character in words)


@dataclass(frozen=True, eq=False)
class Family:
    """A family as the press knows it; `stands_for` is set where it stands in for another font."""

    name: str
    faces: tuple[Face, ...]
    line: float
    heavy: bool = False
    stands_for: str = ""
    cut: str = ""  # the family of its cut faces, asked first

    def face(self, *, bold: bool, italic: bool) -> Face:
        """The face nearest to what is asked for; the slant gives way before the weight."""
        return min(self.faces, key=lambda face: (face.bold != bold, face.italic != italic))


@dataclass(frozen=True)
class _Entry:
    names: tuple[str, ...]
    use: tuple[str, ...]
    line: float = 0.0
    bold: bool = False


#: Whether a character stands in the East Asian font of its run, and the font that has it where that one lacks it.
Kind = tuple[bool, Family | None]


class Fonts:
    """Everything the press knows about fonts. Immutable once made; made by `prepare`."""

    def __init__(
        self, faces: Iterable[Face], font_map: Mapping[str, Any], own: Iterable[Face] = (), cache: Path | None = None
    ) -> None:
        faces = [*own, *faces]
        self._families: dict[str, list[Face]] = {}
        for face in faces:
            self._families.setdefault(face.family.lower(), []).append(face)
        self._entries = {
            name.lower(): _Entry(tuple(e["names"]), tuple(e["use"]), float(e.get("line", 0.0)), bool(e.get("bold")))
            for e in font_map.get("font", ())
            for name in e["names"]
        }
        otherwise = font_map.get("otherwise", {})
        self._east_asian = tuple(otherwise.get("east_asian", ()))
        self._latin = tuple(otherwise.get("latin", ()))
        self.css = ""
        self.files: dict[str, Path] = {}
        self._cut: dict[str, str] = {}
        for face in own:
            self._load(face.family, face, face.path)
        if cache:
            self._load_cut(cache)
        self.family = lru_cache(maxsize=512)(self._family)
        self.fallback = lru_cache(maxsize=4096)(self._fallback)
        self._kinds: dict[tuple[object, ...], dict[str, Kind]] = {}
        if not self._families:
            raise ConfigurationFault(Finding("fonts.absent"))

    def kinds(self, *run: object) -> dict[str, Kind]:
        """What is known so far of the characters of such runs; what decides on their font is what they are known by."""
        if len(self._kinds) > _MOST_KINDS_OF_RUNS:
            self._kinds.clear()
        return self._kinds.setdefault(run, {})

    def _load(self, family: str, face: Face, path: Path) -> None:
        """Let the press know a font file that the system does not know."""
        url = f"docgen:font/{len(self.files)}"
        self.files[url] = path
        weight, style = 700 if face.bold else 400, "italic" if face.italic else "normal"
        self.css += (
            f"@font-face{{font-family:{string(family)};font-weight:{weight};font-style:{style};"
            f"src:url({string(url)})}}\n"
        )

    def _load_cut(self, cache: Path) -> None:
        """Cut the large fonts that the map puts to use."""
        used = {use for entry in self._entries.values() for use in entry.use[:1]} | set(self._east_asian)
        for family, faces in self._families.items():
            if family not in {name.lower() for name in used}:
                continue
            for face in faces:
                if cutting.is_worth_cutting(face.path):
                    name = f"{face.family} GB2312"
                    self._load(name, face, cutting.cut(face.path, face.index, cache))
                    self._cut[face.family] = name

    def _family(self, name: str, *, east_asian: bool) -> Family:
        """The family to print `name` with: itself, what the map says, or what stands in for everything else."""
        entry = self._entries.get(name.lower())
        if own := self._families.get(name.lower()):
            return self._as_family(own, entry.line if entry else 0.0)
        wanted = (*(entry.use if entry else ()), *(self._east_asian if east_asian else self._latin))
        for candidate in (*wanted, *self._families):
            if found := self._families.get(candidate.lower()):
                family = self._as_family(found, entry.line if entry else 0.0)
                return replace(family, heavy=bool(entry and entry.bold), stands_for=name)
        raise AssertionError("a press without fonts is never made")

    def _fallback(self, character: str, bold: bool) -> Family | None:
        """A family that has a character which the font at its place lacks; None when no font has it."""
        order = (*self._east_asian, *self._latin, *self._families)
        for candidate in order:
            found = self._families.get(candidate.lower())
            if found and any(ord(character) in face.characters for face in found if face.bold == bold):
                return self._as_family(found)
        for candidate in order:
            found = self._families.get(candidate.lower())
            if found and any(ord(character) in face.characters for face in found):
                return self._as_family(found)
        return None

    def _as_family(self, faces: list[Face], line: float = 0.0) -> Family:
        return Family(faces[0].family, tuple(faces), line or faces[0].line, cut=self._cut.get(faces[0].family, ""))


def prepare(cache: Path, *, folder: Path | None = None, font_map: Path | None = None) -> Fonts:
    """The fonts of this machine and of `folder`, by the font map given or the one that ships.

    cache: a folder to keep cut fonts in; made when absent. Safe to call again and from several processes.
    Raises ConfigurationFault when the map is broken or the machine has no font at all.
    """
    text = (font_map or Path(__file__).with_name("fonts.toml")).read_text("utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationFault(Finding("fonts.map", facts={"why": str(error)})) from error
    own = list(_faces(folder)) if folder else []
    return Fonts(_faces(*_system_folders()), table, own, cache / "fonts")


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]


def _faces(*folders: Path) -> Iterator[Face]:
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in _ENDINGS:
                yield from _faces_of(path)


def _faces_of(path: Path) -> Iterator[Face]:
    """The faces in a font file; none for a file that is not a readable font."""
    try:
        if path.suffix.lower() in (".ttc", ".otc"):
            with TTCollection(path, lazy=True) as collection:
                yield from [_face(font, path, index) for index, font in enumerate(collection.fonts)]
        else:
            with TTFont(path, lazy=True) as font:
                yield _face(font, path, 0)
    except (TTLibError, OSError, KeyError, ValueError):
        return


def _face(font: TTFont, path: Path, index: int) -> Face:
    style = font["OS/2"].fsSelection
    return Face(font["name"].getDebugName(1) or "", bool(style & 0x20), bool(style & 0x01), path, index)


__all__ = ["Face", "Family", "Fonts", "prepare"]
