"""What the page shows: every box with its value, what is wrong with it, and what was read into it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from flask_babel import gettext as _

from docgen.accounts.account import Question
from docgen.errors import Finding, Severity
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind, Purpose
from docgen.printing import Profile
from docgen.usecases import Desk
from docgen.usecases.studio.kinds import all_own_letters
from docgen.web.pages.answer import PROFILES, Answer
from docgen.web.pages.boxes import Box, Group, Kind, Label, Part, Rows, Section
from docgen.web.pages.columns import boxes, headings, order
from docgen.web.pages.countries import countries
from docgen.web.pages.own import boxes_of
from docgen.web.pages.paste import Pasted
from docgen.web.pages.said import Said, said
from docgen.web.pages.sheet import PARTS, SECTIONS
from docgen.web.pages.sheet.particulars import ABOUT
from docgen.web.pages.sheet.questions import NEEDED_FOR
from docgen.web.pages.typed import Places, Tree, filled

LONGEST_DIGEST = 120
LETTER = "particulars"  # the section that asks about the letter
PASTE_BOX = "paste"  # the name, within some rows, of the box under them
OF_THE_PRESS = ("font.", "print.")
_POINTER = re.compile(r"/(?:account|letter)(?:/\w+)+")
_JSON_NAME = re.compile(r" ?[(（](?:account|letter)(?:\.\w+)+[)）]")


@dataclass(kw_only=True)
class Page:
    """One showing of the form.

    read: what had been typed where the form read it differently, by box name.
    told: remarks on what was just done (rows pasted, a file loaded), each with its Bootstrap colour.
    focus: the rows or the row that was just changed.
    asking: what the page wants to be told before it goes on: "customer", "clear", "example", "load", or "old" after a
    file was loaded.
    pending: the file that waits for the answer to "load", as text, and pending_name: what it is called.
    untouched: a digest of the form as it was emptied or loaded, so that what was typed since is not replaced unasked.
    remembered: "yes" while our company stands as the browser filled it in.
    fresh: the form was just emptied, so that a browser may fill in the company it remembers.
    pasted: what became of a paste, by the rows' name.
    profile: what a PDF that is downloaded is for.
    own: the company's own letter that is chosen, where it is one; `kind` is then the letter that it follows.
    unread: text of a paste box whose rows were not added, by the rows' name; it stays in its box, and no letter is
    made without it.
    """

    desk: Desk
    reader: Language
    kind: LetterKind = LetterKind.PAYMENT_REMINDER
    own: OwnLetter | None = None
    language: Language
    tree: Tree
    places: Places = field(default_factory=Places)
    read: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    answer: Answer | None = None
    told: list[tuple[str, Label]] = field(default_factory=list)
    unread: Mapping[str, str] = field(default_factory=dict)
    pasted: Mapping[str, Pasted] = field(default_factory=dict)
    acknowledged: frozenset[str] = frozenset()
    draft_anyway: bool = False
    may_seal: bool = False  # who is chosen in the studio may put the picture of the creditor's seal on it
    sealed: bool = False
    profile: Profile = Profile.PLAIN
    answered_by: str = ""
    answered_on: str = ""
    focus: str = ""
    today: dt.date
    asking: str = ""
    pending: str = ""
    pending_name: str = ""
    untouched: str = ""
    fresh: bool = False
    remembered: str = ""
    examples: bool = False

    # -- what stands in the boxes

    def value(self, name: str, usual: str = "") -> str:
        """What is typed in a box; `usual` where the form has not been there yet."""
        held = self._at(name)
        return held if isinstance(held, str) else usual

    def rows(self, name: str) -> list[Tree]:
        rows = self._at(name)
        return rows if isinstance(rows, list) else []

    def rows_for(self, name: str) -> list[Tree]:
        """The rows of this name, made where there are none yet; none to keep where their row is gone."""
        *way, last = name.split(".")
        holder = self._at(".".join(way))
        if holder is None and len(way) == 1:
            holder = self.tree.setdefault(way[0], {})
        found: list[Tree] = holder.setdefault(last, []) if isinstance(holder, dict) else []
        return found

    def put(self, name: str, value: str) -> None:
        """Put a value into a box outside of any rows."""
        *way, last = name.split(".")
        here = self.tree
        for token in way:
            here = here.setdefault(token, {})
        here[last] = value

    def filled(self, row: Tree, rows: Rows) -> bool:
        return filled(row, rows.parts)

    def _at(self, name: str) -> Any:
        here: Any = self.tree
        for token in name.split("."):
            if isinstance(here, list):
                here = here[int(token)] if token.isdecimal() and int(token) < len(here) else None
            else:
                here = here.get(token) if isinstance(here, dict) else None
        return here

    def digest(self, parts: Iterable[Part], name: str) -> str:
        """What a folded part holds, on one line."""
        words = " · ".join(self._filled_in(parts, name))
        return words if len(words) <= LONGEST_DIGEST else words[: LONGEST_DIGEST - 1] + "…"

    def _filled_in(self, parts: Iterable[Part], name: str) -> Iterable[str]:
        for part in parts:
            full = f"{name}.{part.name}".strip(".")
            match part:
                case Box():
                    if (value := self.value(full)) not in ("", part.usual):
                        yield worded(part, value, self.reader)
                case Group():
                    yield from self._filled_in(part.parts, full if part.name else name)
                case Rows():
                    if count := sum(filled(row, part.parts) for row in self.rows(full)):
                        yield f"{part.title}: {count}"

    @property
    def currency(self) -> str:
        """The account's, where it could be read."""
        return self.answer.assessment.currency if self.answer and self.answer.assessment else ""

    # -- what is wrong

    @cached_property
    def said(self) -> tuple[Said, ...]:
        return tuple(map(self._said, self.findings))

    def _said(self, finding: Finding) -> Said:
        return self.in_words(finding, self.currency)

    def in_words(self, finding: Finding, currency: str) -> Said:
        """A finding in words that belong to a page: boxes go by their labels, not by their names in JSON."""
        found = said(finding, self.desk, self.reader, self.places, currency)
        say, do = (_POINTER.sub(self._box_named, _JSON_NAME.sub("", words)) for words in (found.say, found.do))
        return replace(found, say=say, do=do)

    def _box_named(self, pointer: re.Match[str]) -> str:
        return str(self.called(self.places.name(pointer[0]))) or pointer[0]

    @cached_property
    def faults(self) -> tuple[Said, ...]:
        return tuple(each for each in self.said if each.severity is Severity.FAULT)

    @cached_property
    def bars(self) -> tuple[Said, ...]:
        return tuple(each for each in self.said if each.severity is Severity.BAR)

    @cached_property
    def warnings(self) -> tuple[Said, ...]:
        return tuple(each for each in self.said if each.severity is Severity.WARNING)

    @cached_property
    def warnings_by_code(self) -> dict[str, list[Said]]:
        """A warning is acknowledged by its code, whatever number of places it has."""
        by_code: dict[str, list[Said]] = {}
        for each in self.warnings:
            by_code.setdefault(each.code, []).append(each)
        return by_code

    @cached_property
    def information(self) -> tuple[Said, ...]:
        return tuple(each for each in self.said if each.severity is Severity.INFORMATION)

    @property
    def remarks(self) -> list[Said]:
        """Information about the account and the law."""
        return [each for each in self.information if not each.code.startswith(OF_THE_PRESS)]

    @property
    def press_remarks(self) -> list[Said]:
        """Information about fonts and printing: seldom of interest, never lost."""
        return [each for each in self.information if each.code.startswith(OF_THE_PRESS)]

    @cached_property
    def _beside(self) -> dict[str, list[Said]]:
        beside: dict[str, list[Said]] = {}
        for each in (*self.faults, *self.bars, *self.warnings):
            beside.setdefault(self.nearest(each.name), []).append(each)
        return beside

    @cached_property
    def _around(self) -> frozenset[str]:
        """The names of all faulty boxes, of those that bar the letter, and of everything that holds one."""
        around = set()
        for each in (*self.faults, *self.bars):
            name = self.nearest(each.name)
            while name:
                around.add(name)
                name = name.rpartition(".")[0]
        return frozenset(around)

    def at(self, name: str) -> list[Said]:
        """The faults, bars and warnings that belong beside this box, or at this heading."""
        return self._beside.get(name, [])

    def faulty(self, name: str) -> bool:
        return any(each.severity is Severity.FAULT for each in self.at(name))

    def troubled(self, name: str, parts: Iterable[Part]) -> bool:
        """Whether something inside a folded part has a fault, so that it must stand open."""
        return any(inside in self._around for inside in self._names(parts, name))

    def _names(self, parts: Iterable[Part], name: str) -> Iterable[str]:
        for part in parts:
            full = f"{name}.{part.name}".strip(".")
            if isinstance(part, Group) and not part.name:
                yield from self._names(part.parts, name)
            else:
                yield full

    @property
    def seen(self) -> str:
        """What the form sends of the result on the page: nothing where there is none."""
        return (self.answer.seen if self.answer else "") or ("-" if self.faults else "")

    @property
    def days_old(self) -> int:
        """How many days before today the account is asked about; 0 when it is not, or the day cannot be read."""
        try:
            return max((self.today - dt.date.fromisoformat(self.value("account.as_of"))).days, 0)
        except ValueError:
            return 0

    @property
    def abroad(self) -> bool:
        """Whether money may have to come from abroad, or in another currency."""
        currencies = {
            row.get("currency", "").upper()
            for rows in ("contracts", "invoices")
            for row in self.rows(f"account.{rows}")
        }
        country = self.value("account.debtor.country", "CN")
        return country.upper() not in {"", "CN"} or not currencies <= {"", "CNY"}

    @property
    def wanted_abroad(self) -> list[tuple[str, Label]]:
        """The boxes of our bank account that a payer abroad needs and that are empty."""
        bank = "account.creditor.bank_account"
        needed = [name for name in (f"{bank}.swift", f"{bank}.bank_en") if self.abroad and not self.value(name)]
        return [(name, self.called(name).rpartition(" · ")[2]) for name in needed]

    def shows(self, name: str) -> bool:
        """Whether a box is shown even where the letter's language would not ask for it."""
        return bool(self.at(name)) or name in dict(self.wanted_abroad)

    def not_added(self) -> tuple[Finding, ...]:
        """What waits in the paste boxes and so is in no table: a payment among it would be chased."""
        return tuple(
            Finding("form.not_added", place=f"/{name.replace('.', '/')}/{PASTE_BOX}", facts={"count": str(count)})
            for name, text in self.unread.items()
            for count in (sum(1 for line in text.splitlines() if line.strip()),)
        )

    # -- finding the way

    @cached_property
    def _known(self) -> dict[str, Label]:
        """Every name that has a place on the page, and what it is called there."""
        known: dict[str, Label] = {}
        self._learn(self.parts, "", "", known)
        return known

    def _learn(self, parts: Iterable[Part], name: str, within: str, known: dict[str, Label]) -> None:
        for part in parts:
            full = f"{name}.{part.name}".strip(".")
            match part:
                case Box():
                    known[full] = f"{within}{part.label}"
                case Group():
                    title = f"{within}{part.title}"
                    if part.name and part.title:
                        known[full] = title
                    self._learn(
                        part.parts,
                        full if part.name else name,
                        f"{title} · " if part.name and part.title else within,
                        known,
                    )
                case Rows():
                    known[full] = part.title
                    if part.paste:
                        known[f"{full}.{PASTE_BOX}"] = f"{part.title} · {_('Rows from a spreadsheet')}"
                    for index in range(len(self.rows(full))):
                        title = f"{within}{part.one} {index + 1}"
                        known[f"{full}.{index}"] = title
                        self._learn(part.parts, f"{full}.{index}", f"{title} · ", known)

    def nearest(self, name: str) -> str:
        """The box, or what holds it, that stands on the page for this name."""
        while name and name not in self._known:
            name = name.rpartition(".")[0]
        return name

    def called(self, name: str) -> Label:
        return self._known.get(self.nearest(name), "")

    # -- the letter

    @cached_property
    def own_letters(self) -> tuple[OwnLetter, ...]:
        """Those of the company's own that are in force today."""
        return all_own_letters(self.desk.shelf, self.today)

    @cached_property
    def own_boxes(self) -> Group:
        return boxes_of(self.own_letters, self.reader)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that the form asks, with what the company's own letters ask."""
        return (*PARTS, self.own_boxes)

    @property
    def name(self) -> str:
        """What the chosen letter is called in addresses and files."""
        return self.own.id if self.own else self.kind.value

    def title(self, kind: LetterKind, language: Language | None = None, purpose: Purpose | None = None) -> str:
        return CATALOGUE[kind].title(language or self.reader, purpose)

    @property
    def profiles(self) -> tuple[tuple[Profile, Label], ...]:
        return tuple(PROFILES.items())

    @property
    def kinds(self) -> tuple[tuple[LetterKind, Label], ...]:
        return tuple(ABOUT.items())

    def needing(self, question: str) -> list[str]:
        """The letters that wait for the answer to this question."""
        return [self.title(kind) for kind in NEEDED_FOR.get(Question(question), ())]

    def in_section(self, section: Section) -> bool:
        """Whether a fault points into this section."""
        parts = (*section.parts, self.own_boxes) if section.id == LETTER else section.parts
        return any(self.troubled(part.name, part.parts) for part in parts if isinstance(part, Group))

    @cached_property
    def defaults(self) -> tuple[Said, ...]:
        """What the request left open and was filled in."""
        letter = self.answer.letter if self.answer else None
        taken = letter.defaults if letter else ()
        return tuple(self._said(default.finding) for default in taken)

    @property
    def touched(self) -> bool:
        """Whether somebody has been at this form: no empty rows are offered then."""
        return not self.fresh and len(self.tree.get("account", {})) > 1

    @property
    def sections(self) -> tuple[Section, ...]:
        return SECTIONS


def ident(name: str) -> str:
    """The id of an element: its name without dots, which selectors would take for classes."""
    return "at-" + name.replace(".", "-")


def worded(box: Box, value: str, reader: Language) -> str:
    """A choice by its label, everything else as typed."""
    choices = countries(reader) if box.kind is Kind.COUNTRY else box.choices
    chosen = dict[str, Label](choices).get(value)
    if chosen is None and box.kind is Kind.YES_NO:
        return f"{box.label} ✓" if value == "yes" else f"{box.label} ✗"
    if chosen is not None:
        return str(chosen)
    if box.kind is Kind.LIST:
        return " · ".join(line.strip() for line in value.splitlines() if line.strip())
    flat = " ".join(value.split())
    return f"{box.label} {flat}" if box.kind in {Kind.DATE, Kind.MONEY, Kind.WHOLE, Kind.RATE} else flat


def known_headings(rows: Rows) -> str:
    """For the script: all that pasted columns may be called, flattened, with bars between."""
    return "|".join(sorted({word for box in boxes(rows.parts) for word in headings(box)}))


def pasted_order(rows: Rows) -> str:
    """What a paste without headings is read as, left to right."""
    return " · ".join(str(box.label) for box in order(rows))
