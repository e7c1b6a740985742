"""The tags of a part while they are read: what is open, what was found, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches

from jinja2.runtime import Undefined

from docgen.errors import Finding, Severity
from docgen.studio.checking.known import NAMES, Kind, Known, names
from docgen.studio.checking.parts import Part
from docgen.templating import language, tags
from docgen.templating.source import Tag

ANY = Known("", Kind.ANY)
_COUNTS = ("index", "index0", "revindex", "revindex0")
LOOP = Known("loop", Kind.GROUP, {name: Known(f"loop.{name}", Kind.TEXT) for name in _COUNTS})
LOOP.children |= {name: Known(f"loop.{name}", Kind.YES_NO) for name in ("first", "last")}
LOOP.children["length"] = Known("loop.length", Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Printed:
    """A field that a tag prints. guarded: only where a condition has asked for it."""

    tag: Tag
    fact: Known
    guarded: bool
    alone: bool  # the tag prints nothing else


@dataclass
class Meant:
    """What was found in the tags of a part."""

    findings: list[Finding] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    includes: list[str] = field(default_factory=list)


@dataclass
class Frame:
    """An if or a for that is open: what it calls the member of its list, and what its conditions ask for. by_state: one
    of them compares a fact with a word, which tells more of the account than anybody here knows."""

    start: int
    bound: dict[str, Known] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    by_state: bool = False


class Reading:
    """What one part says, tag after tag."""

    def __init__(self, part: Part, root: Known) -> None:
        self.part, self.root = part, root
        self.meant = Meant()
        self.frames: list[Frame] = []
        self.set_here: dict[str, Known] = {}
        self.sandbox = language.Sandbox({}, Undefined)
        self.told = {finding.place for finding in part.tags.findings}
        self.known_names = sorted(names(root))
        self.tag: Tag
        self.asked: set[str] = set()  # names in the tag that is read
        self.whole = ""  # the name, with all its steps, that is being looked up

    def used(self, fact: Known) -> Known:
        if fact.name and fact.kind is not Kind.ANY:
            self.asked.add(fact.name)
            self.meant.names.add(fact.name)
        return fact

    def unknown_root(self, called: str, beside: Sequence[str]) -> None:
        """A name whose first step is none, told with all its steps."""
        whole = self.whole if self.whole.partition(".")[0] == called else called
        like = [whole.replace(called, one, 1) for one in get_close_matches(called, beside, n=1, cutoff=0.6)]
        like += get_close_matches(whole, self.known_names, n=1, cutoff=0.75)
        like.sort(key=lambda one: SequenceMatcher(None, one, whole).ratio())
        nearest = like[-1] if like else tags.nearest_name(whole, self.known_names)
        self.add(tags.unknown_name(self.tag.place, whole, nearest))

    def unknown(self, written: str, beside: Sequence[str], called: str) -> None:
        """A name whose last step is none of its group. beside: those that it may have been meant for, before others."""
        like = get_close_matches(called, beside, n=1, cutoff=0.6)
        before = written.rpartition(".")[0]
        nearest = f"{before}.{like[0]}" if like else tags.nearest_name(written, self.known_names)
        self.add(tags.unknown_name(self.tag.place, written, nearest))

    def tell_kind(self, code: str, fact: Known, **facts: str) -> None:
        self.add(Finding(code, place=self.tag.place, facts={"tag": self.tag.place.words, **kinds(fact), **facts}))

    def tell(self, code: str, severity: Severity = Severity.FAULT, **facts: str) -> None:
        place = self.tag.place
        self.add(Finding(code, severity, place, {"tag": place.words, **facts}))

    def add(self, finding: Finding) -> None:
        if not any(
            each.code == finding.code and each.place == finding.place and each.facts == finding.facts
            for each in self.meant.findings[-8:]
        ):
            self.meant.findings.append(finding)


def kinds(fact: Known) -> dict[str, str]:
    zh, en = NAMES[fact.kind]
    return {"kind": fact.kind.value, "kind_zh": zh, "kind_en": en}
