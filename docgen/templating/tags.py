"""What somebody who types a tag in Word gets wrong, said in the words of that person and not of the template engine."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from docgen.errors import Finding, WordPlace

STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor", "set")
# What an input method for Chinese leaves where half-width signs are meant. Curly quotes are read as straight ones.
_WIDE = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "。": ".",
    "、": ",",
    "「": "'",
    "」": "'",
    "『": "'",
    "』": "'",
    "《": "'",
    "》": "'",
    "【": "[",
    "】": "]",
}
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”]")
_CONDITION = re.compile(r"\{%-?(?:tr|tc|p|r)?\s*-?\s*(?:el)?if\b")
_SINGLE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_GOT = re.compile(r"got '(.+)'$|unexpected (?:char )?'(.+?)'")
_UNKNOWN_STATEMENT = re.compile(r"unknown tag '(\w+)'")


def faults(place: WordPlace) -> Iterator[Finding]:
    """What can be told from a tag alone, `place.words`: full-width signs, one equals sign where two are meant."""
    tag = place.words
    if tag.startswith("{#"):
        return
    bare = _QUOTED.sub("", tag)
    if wide := "".join(dict.fromkeys(sign for sign in bare if sign in _WIDE)):
        narrow = "".join(_WIDE[sign] for sign in wide)
        yield Finding("template.wide_sign", place=place, facts={"tag": tag, "signs": wide, "instead": narrow})
    if _CONDITION.match(tag) and _SINGLE_EQUALS.search(bare):
        yield Finding(
            "template.single_equals",
            place=place,
            facts={"tag": tag, "instead": _SINGLE_EQUALS.sub("==", tag)},
        )


def not_understood(place: WordPlace, reason: str) -> Finding:
    """The fault of a tag that cannot be read. reason: what the template engine says of it, in its own English."""
    tag = place.words
    if unknown := _UNKNOWN_STATEMENT.search(reason):
        word = unknown[1]
        facts = {"tag": tag, "word": word, "known": ", ".join(STATEMENTS)}
        return Finding("template.statement_unknown", place=place, facts=facts)
    got = _GOT.search(reason)
    at = (got[1] or got[2]) if got else ""
    inner = tag.strip("{}%# ")
    if at and at in inner:
        return Finding("template.syntax", place=place, facts={"tag": tag, "at": at})
    return Finding("template.unfinished", place=place, facts={"tag": tag})


def nearest_name(name: str, known: Collection[str]) -> str:
    """The known name that is spelled most like this one, else the only one that ends alike; or ""."""
    if like := get_close_matches(name, known, n=1, cutoff=0.75):
        return like[0]
    last = name.rpartition(".")[2]
    ends = [one for one in known if one.rpartition(".")[2] == last]
    return ends[0] if len(ends) == 1 else "".join(get_close_matches(last, known, n=1, cutoff=0.75))


def unknown_name(place: WordPlace, written: str, nearest: str) -> Finding:
    """A name that the facts do not have. nearest: one that they have, or ""."""
    facts = {"tag": place.words, "name": written, "nearest": nearest}
    return Finding("template.name_unknown", place=place, facts=facts)
