"""Fonts: which the machine has, which of them stands in for a font that a Word file names, and their characters."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from docgen.errors import ConfigurationFault, Finding
from docgen.printing.faces import Face, Family, faces_in, key, with_leading

#: How families of all regions (Noto, Source Han) call those of a language; that of the mainland is the one named.
_REGIONS = {
    **dict.fromkeys(("zh-TW", "zh-Hant", "zh-Hant-TW"), (" tc",)),
    **dict.fromkeys(("zh-HK", "zh-MO", "zh-Hant-HK", "zh-Hant-MO"), (" hk", " hc", " tc")),
    **dict.fromkeys(("ja-JP", "ja"), (" jp", " j", "")),
    **dict.fromkeys(("ko-KR", "ko"), (" kr", " k")),
}


@dataclass(frozen=True)
class _Entry:
    """An entry of the font map; `fonts.toml` says what its lines mean. `names`: of one font, in several languages."""

    names: tuple[str, ...]
    use: tuple[str, ...]
    line: float = 0.0
    parts: tuple[float, float] | None = None  # of the line: ascent and descent
    bold: bool = False
    half: bool = False
    like: tuple[str, ...] = ()


class Fonts:
    """Everything the press knows about fonts. Immutable once made; made by `prepare`."""

    def __init__(self, faces: Iterable[Face], font_map: Mapping[str, Any]) -> None:
        faces = list(faces)
        self._families: dict[str, list[Face]] = {}
        for face in faces:
            self._families.setdefault(key(face.family), []).append(face)
        self._names = {name: key(face.family) for face in reversed(faces) for name in face.names}  # in all languages
        self._entries = {name: entry for entry in _entries(font_map) for name in entry.names}
        otherwise = font_map.get("otherwise", {})
        self._east_asian = tuple(otherwise.get("east_asian", ()))
        self._latin = tuple(otherwise.get("latin", ()))
        self.family = lru_cache(maxsize=512)(self._family)
        self.fallback = lru_cache(maxsize=4096)(self._fallback)
        self.founts: dict[Any, Any] = {}  # what typesetters know of looks, from letter to letter
        if not self._families:
            raise ConfigurationFault(Finding("fonts.absent"))

    def _family(self, name: str, *, east_asian: bool, language: str = "") -> Family:
        """The family to print `name` with: itself, what the map says, or what stands in for everything else.

        name: or several, "宋体;SimSun", of which each stands in for the one before. language: of the ideographs; a
        family of all regions then shows those of its region.
        """
        entry = None
        for wanted in name.split(";"):
            entry = self._entries.get(key(wanted))
            for called in (wanted, *(entry.names if entry else ())):
                if own := self._called(called, language):
                    return self._as_family(own, entry)
            if entry:
                break
        name = name.partition(";")[0]
        half = bool(entry and entry.half)  # what a name that nobody knows is like may have letters of other widths
        entry = entry or self._like(key(name), east_asian=east_asian)
        used = (*(entry.use if entry else ()), *(self._east_asian if east_asian else self._latin))
        for candidate in (*used, *self._families):
            if found := self._called(candidate, language):
                heavy = bool(entry and entry.bold)
                return replace(self._as_family(found, entry), heavy=heavy, half=half, stands_for=name)
        raise AssertionError("a press without fonts is never made")

    def _fallback(self, character: str, bold: bool, language: str = "") -> Family | None:
        """A family that has a character which the font at its place lacks; None when no font has it."""
        order = (*self._east_asian, *self._latin, *self._families)
        for weights in ((bold,), (True, False)):
            for candidate in order:
                found = self._called(candidate, language)
                if found and any(face.glyphs[character] for face in found if face.bold in weights):
                    return self._as_family(found)
        return None

    def _called(self, name: str, language: str) -> list[Face] | None:
        """The faces of a family, by any of its names; of a Chinese one of all regions, those of the language's."""
        name = key(name)
        if name.endswith(" sc") and (region := _REGIONS.get(language)):
            for suffix in region:
                if found := self._families.get(name[:-3] + suffix):
                    return found
        return self._families.get(name) or self._families.get(self._names.get(name, ""))

    def _like(self, name: str, *, east_asian: bool) -> _Entry | None:
        """The entry that a font is like which nothing names: the longest word decides, then the order of the map."""
        found = {entry: max(map(len, words)) for entry in self._entries.values()
                 if (words := [word for word in entry.like if word in name])}  # fmt: skip
        chinese = {entry for entry in found if self._has_ideographs(entry)}
        western = () if east_asian else found.keys() - chinese
        return max((entry for entry in found if entry in (western or chinese)), key=lambda e: found[e], default=None)

    def _has_ideographs(self, entry: _Entry) -> bool:
        faces = next((faces for use in entry.use if (faces := self._called(use, ""))), None)
        return bool(faces and faces[0].glyphs["一"])

    def _as_family(self, faces: list[Face], entry: _Entry | None = None) -> Family:
        """Lines are as high as those of the font that the entry names."""
        line, parts = (entry.line, entry.parts) if entry else (0.0, None)
        return Family(faces[0].family, tuple(faces), line or faces[0].line, parts)


def _entries(font_map: Mapping[str, Any]) -> Iterator[_Entry]:
    for table in font_map.get("font", ()):
        for names in table["names"]:
            same = tuple(map(key, [names] if isinstance(names, str) else names))
            like = tuple(map(key, table.get("like", ())))
            parts = _parts(table)
            line = sum(parts) if parts else float(table.get("line", 0.0))
            yield _Entry(
                names=same,
                use=tuple(table["use"]),
                line=line,
                parts=parts,
                bold=bool(table.get("bold")),
                half=bool(table.get("half")),
                like=like,
            )


def _parts(table: Mapping[str, Any]) -> tuple[float, float] | None:
    """Ascent and descent of a line where the map says them."""
    if "letters" in table:
        ascender, descender = map(float, table["letters"])
        return with_leading(ascender, descender)
    if isinstance(table.get("line"), list):
        ascent, descent = map(float, table["line"])
        return ascent, descent
    return None


def prepare(*, folder: Path | None = None, font_map: Path | None = None) -> Fonts:
    """The fonts of this machine and of `folder`, which go before them, by the font map given or the one that ships.

    Raises ConfigurationFault when the map is broken or the machine has no font at all.
    """
    text = (font_map or Path(__file__).with_name("fonts.toml")).read_text("utf-8")
    try:
        table = tomllib.loads(text)
        list(_entries(table))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConfigurationFault(Finding("fonts.map", facts={"why": str(error)})) from error
    return Fonts(faces_in(*((folder,) if folder else ()), *_system_folders()), table)


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]


__all__ = ["Face", "Family", "Fonts", "prepare"]
