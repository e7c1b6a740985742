"""What somebody who types a tag in Word gets wrong, said in the words of that person and not of the template engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from docgen.errors import Finding, WordPlace

STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor", "set")
PREFIXES = ("tr", "tc", "p", "r")
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
# What Word makes of what was typed, and what cannot be seen: it came in by copying.
_CORRECTED = {
    **dict.fromkeys("–—−‐‑", "-"),
    **dict.fromkeys("·•‧・", "."),
    **dict.fromkeys("„‚‹›«»′″`´‛‟", "'"),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff", ""),
    "…": "...",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "×": "*",
}
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”]")
_SINGLE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_GOT = re.compile(r"got '(.+)'$|unexpected (?:char )?'(.+?)'")
_UNKNOWN_STATEMENT = re.compile(r"unknown tag '(\w+)'")
_STATEMENT = re.compile(r"\{%([-+]?)(\s*)(?:(tr|tc|p|r)\s+)?([^\W\d]*)\s*(.*?)[-+]?%\}", re.IGNORECASE | re.DOTALL)
# How other languages say it, and how it is taken apart.
_JOINED = {
    "end if": "endif",
    "end for": "endfor",
    "end_if": "endif",
    "end_for": "endfor",
    "fi": "endif",
    "else if": "elif",
    "elseif": "elif",
    "elsif": "elif",
    "foreach": "for",
}
# Statements of the template engine that no template may use: they are told by name.
_ENGINES = frozenset(
    {
        *("include", "extends", "import", "from", "macro", "endmacro", "call", "endcall", "block", "endblock"),
        *(
            "filter",
            "endfilter",
            "with",
            "endwith",
            "autoescape",
            "endautoescape",
            "raw",
            "endraw",
            "do",
            "break",
            "continue",
        ),
        *("trans", "endtrans", "endset", "colspan", "cellbg", "vm", "hm", "end"),
    }
)
_MEANT = {**_WIDE, **_CORRECTED}


@dataclass(frozen=True, slots=True)
class Statement:
    """A {% … %} as it was meant. word: of `STATEMENTS`, or as it was written where it is like none of them; "end" for
    {% end %}, which may close either. typed: the word as it was typed. apart: the prefix is not where it belongs.
    """

    prefix: str
    word: str
    rest: str
    typed: str
    apart: bool = False

    @property
    def written(self) -> bool:
        """Whether it needs no mending of prefix or word."""
        return self.word == self.typed and not self.apart

    @property
    def tag(self) -> str:
        return f"{{%{self.prefix} {' '.join(filter(None, (self.word, self.rest)))} %}}"


def statement(tag: str) -> Statement | None:
    """What a tag says between percent signs; None for one that prints or remarks."""
    match = _STATEMENT.fullmatch(mended(tag).replace("\n", " "))
    if not match:
        return None
    dash, blank, prefix, typed, rest = match.groups()
    word = typed.lower()
    apart = bool(prefix and (blank or dash or prefix != prefix.lower()))
    if not prefix and word not in STATEMENTS:
        prefix = next((each for each in PREFIXES if word.removeprefix(each) in STATEMENTS and word != each), "")
        word, apart = word.removeprefix(prefix), bool(prefix)
        typed = typed[len(prefix) :]
    joined = f"{word} {rest.partition(' ')[0]}".strip().lower()
    if joined in _JOINED:
        typed = f"{typed} {rest.partition(' ')[0]}".strip()
        word, rest = _JOINED[joined], rest.partition(" ")[2].strip()
    elif word in _JOINED:
        word = _JOINED[word]
    elif word not in STATEMENTS and word not in _ENGINES and len(word) > 2:
        word = next(iter(get_close_matches(word, STATEMENTS, n=1, cutoff=0.7)), word)
    return Statement((prefix or "").lower(), word, rest.strip(), typed, apart)


def mended(tag: str) -> str:
    """A tag with the signs that were meant: half-width braces, points and commas, straight dashes, nothing unseen.
    Words in quotes stay as they are.
    """
    return _outside_quotes(tag, lambda bare: "".join(_MEANT.get(sign, sign) for sign in bare))


def doubled(condition: str) -> str:
    """A condition with two equals signs where it has one."""
    return _outside_quotes(condition, lambda bare: _SINGLE_EQUALS.sub("==", bare))


def _outside_quotes(tag: str, change: Callable[[str], str]) -> str:
    pieces: list[str] = []
    position = 0
    for quoted in _QUOTED.finditer(tag):
        pieces += (change(tag[position : quoted.start()]), quoted[0])
        position = quoted.end()
    return "".join((*pieces, change(tag[position:])))


def faults(place: WordPlace, *, odd: bool = False) -> Iterator[Finding]:
    """What can be told from a tag alone, `place.words`: full-width signs, what Word corrected by itself, one equals
    sign where two are meant, a prefix that stands apart. `mended` is the tag as it was meant.

    odd: its braces were told of, and with them what full-width signs it has.
    """
    tag = place.words
    if tag.startswith("{#"):
        return
    bare = _QUOTED.sub("", tag)
    meant = mended(tag)
    if not odd and (wide := "".join(dict.fromkeys(sign for sign in bare if sign in _WIDE))):
        narrow = "".join(_WIDE[sign] for sign in wide)
        facts = {"tag": tag, "signs": wide, "instead": narrow, "mended": meant}
        yield Finding("template.wide_sign", place=place, facts=facts)
    if corrected := "".join(dict.fromkeys(sign for sign in bare if sign in _CORRECTED)):
        seen = " ".join(sign if _CORRECTED[sign] else f"U+{ord(sign):04X}" for sign in corrected)
        facts = {"tag": _seen(tag), "signs": seen, "instead": meant, "mended": meant}
        yield Finding("template.autocorrected", place=place, facts=facts)
    said = statement(tag)
    if said and said.word in ("if", "elif") and _SINGLE_EQUALS.search(_QUOTED.sub("", meant)):
        facts = {"tag": tag, "instead": doubled(meant)}
        yield Finding("template.single_equals", place=place, facts=facts | {"mended": facts["instead"]})
    if said is None or said.word not in STATEMENTS:
        return
    told = {"tag": tag, "instead": said.tag, "mended": said.tag}
    if said.apart:
        yield Finding("template.prefix", place=place, facts={**told, "prefix": said.prefix})
    if said.word != said.typed:
        known = {"word": said.typed, "known": ", ".join(STATEMENTS), "nearest": said.tag}
        yield Finding("template.statement_unknown", place=place, facts=told | known)


def _seen(tag: str) -> str:
    """A tag with a sign where something stands that nobody sees."""
    return "".join("␣" if _CORRECTED.get(sign) == "" else sign for sign in tag)


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
