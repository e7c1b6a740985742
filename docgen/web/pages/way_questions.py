"""Questions on the page of the way, each answered in the box that it has in the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.accounts.account import Account, Answer, Question
from docgen.errors import Finding, Severity
from docgen.escalation.decision import Asked
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows
from docgen.web.pages.said import Said
from docgen.web.pages.sheet import PARTS, flattened
from docgen.web.pages.sheet.questions import ASKED
from docgen.web.pages.view import Page

OF_SEVERAL = ("account.contracts.", "account.invoices.", "account.history.", "account.creditor", "account.debtor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question on the page.

    name: the box, the group or the rows in the form that hold its answer; part: what they are, None where the form has
    no place for it. answered: it was asked on this page and is answered now. where: which contract, invoice or party
    it is about. section: of the form, to go there.
    """

    name: str
    part: Part | None
    say: str
    do: str
    blocking: bool
    answered: bool
    where: str = ""
    section: str = ""

    @property
    def choice(self) -> Box | None:
        """The box of a question that is answered by choosing."""
        box = self.part
        return box if isinstance(box, Box) and box.kind in {Kind.ANSWER, Kind.YES_NO} else None

    @property
    def group(self) -> bool:
        """Whether the answer is several boxes, which make sense only together."""
        return isinstance(self.part, Group)

    @property
    def rows(self) -> bool:
        return self.part is None or isinstance(self.part, Rows)


def asking(asked: Asked, page: Page, words: Said) -> Asking:
    """A question that the decision asks. words: its finding in the reader's."""
    name = page.places.name(asked.place) if asked.place.startswith("/account") else ""
    part = part_named(name)
    if isinstance(part, Group) and isinstance(asked.fact, Question):
        name, part = f"{name}.answer", part.parts[0]
    return Asking(
        name=name,
        part=part,
        say=words.say,
        do=words.do,
        blocking=asked.blocking,
        answered=False,
        where=_where(name, page) or (_grades(page) if asked.fact == "credit" else ""),
        section=section_of(name),
    )


def answered(name: str, page: Page) -> Asking | None:
    """A question that was asked on this page and has its answer now."""
    part = part_named(name)
    given = page.digest(part.parts, name) if isinstance(part, Group) else page.value(name)
    if part is None or isinstance(part, Rows) or not given:
        return None
    question = name.removeprefix("account.declared.").removesuffix(".answer")
    if question in set(Question):
        say = page.desk.messages.say(Finding(f"ask.{question}", Severity.INFORMATION), page.reader)
    else:
        say = str(page.called(name))
    return Asking(name=name, part=part, say=say, do="", blocking=False, answered=True, where=_where(name, page))


def declared(account: Account) -> Iterator[Asking]:
    """The facts that somebody has answered with yes or no."""
    for question, (words, _hint) in ASKED.items():
        if account.declares(question) is not Answer.UNKNOWN:
            name = f"account.declared.{question.value}.answer"
            yield Asking(name=name, part=part_named(name), say=str(words), do="", blocking=False, answered=True)


def _where(name: str, page: Page) -> str:
    """Which of several the question is about: the contract or the invoice with its number, or the party."""
    tokens = name.split(".")
    whole = ".".join(tokens[:3] if tokens[2:3] and tokens[2].isdecimal() else tokens[:2])
    if not whole.startswith(OF_SEVERAL):
        return ""
    called = page.value(f"{whole}.number") or page.value(f"{whole}.name")
    return " ".join(filter(None, (str(page.called(whole)), called)))


def _grades(page: Page) -> str:
    """Those that the company's policy knows."""
    return ", ".join(page.desk.policy.grades)


def part_named(name: str) -> Part | None:
    """The part of the form that a full name leads to, with or without row numbers."""
    parts: Iterable[Part] = PARTS
    found: Part | None = None
    for token in name.split("."):
        if token.isdecimal():
            continue
        named = [part for part in flattened(parts) if part.name == token]
        if not named:
            return None
        found = named[0]
        parts = tuple(inside for part in named if not isinstance(part, Box) for inside in part.parts)
    if isinstance(found, Rows) and name.rpartition(".")[2].isdecimal():
        return None  # a whole row is no place for one answer
    return found


def section_of(name: str) -> str:
    """The section of the form that holds this place."""
    tokens = name.split(".")
    known = {"invoices", "contracts", "history", "payments"}
    return next((token for token in tokens[1:2] if token in known), "facts" if "declared" in tokens else "parties")
