"""The one door: a request document in, frozen objects out, or every fault at once; and back again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docgen.accounts.account import Account
from docgen.errors import Finding, InvalidRequest, NotJSON, Severity
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind, LetterRequest
from schemas.account import AccountPart
from schemas.coherence import incoherent
from schemas.kinds import wanting
from schemas.letter import LetterPart
from schemas.own import part_of
from schemas.parts import WHOLE, One, Part
from schemas.reading import duplicates, read
from schemas.values import Choice, Fault, Text, fault, shown

MOST_FINDINGS = 1000
MOST_BYTES = 8 << 20  # of JSON, where nothing else is set: 10,000 invoices with every field filled in are 6 MB

_LETTER = re.compile(r"^[a-z][a-z0-9_]{2,39}$")

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came in. `notices` holds every warning, also those that `letter.acknowledge` names."""

    account: Account
    letter: LetterRequest
    notices: tuple[Finding, ...]


class SavedLetter(Text):
    """A letter of the catalogue, or one of the company's own, by its name."""

    def read(self, value: Any) -> str:
        text = super().read(value)
        if not _LETTER.fullmatch(text):
            raise fault("letter.unknown", kind=shown(text), nearest="")
        return text


class SavedForPart(Part):
    """What the form had chosen when it saved the file."""

    makes = dict

    kind = SavedLetter("函件种类", "Letter", "Its name in addresses, as demand_letter.", pattern=_LETTER.pattern)
    language = Choice(Language, "函件语言", "Language of the letter")


class RequestDocument(Part):
    """`{"account": …, "letter": …}`: what the form, the API and the command line hand over."""

    makes = dict

    saved_for = One(
        SavedForPart,
        "保存时所选函件",
        "Saved for",
        "The letter and language that the form had chosen when it saved the file, and chooses again when it loads it. "
        "The address of a call, or the command, says which letter is made.",
    )
    account = One(AccountPart, "账户", "Account", required=True)
    letter = One(LetterPart, "函件", "Letter", default=lambda: LetterPart().load({}))


@cache
def _request_document() -> RequestDocument:
    """Made once: its two hundred fields take longer to make than a document takes to read. It keeps nothing of what
    it reads."""
    return RequestDocument()


def load(
    document: bytes | str | Mapping[str, Any],
    *,
    kind: LetterKind | None = None,
    own: OwnLetter | None = None,
    acknowledgeable: Collection[str] | None = None,
    most_bytes: int = MOST_BYTES,
) -> Loaded:
    """Read a request document.

    document: JSON text, or the values of one, with amounts as text, int or Decimal.
    kind: the letter that is wanted; what that letter needs is then asked for, too.
    own: the company's own letter that is wanted, where it is one; `kind` is then the one that it follows.
    acknowledgeable: the codes that there are; then `letter.acknowledge` may name no other, so that a slip is told.
    most_bytes: how long a text may be; what the setting says.

    Raises NotJSON when the text is no JSON or too long, InvalidRequest with all findings (places are JSON pointers).
    """
    values = read(within(document, most_bytes)) if isinstance(document, bytes | str) else document
    schema = _request_document()
    findings = [
        Finding("json.duplicate_key", place=pointer(steps), facts={"name": shown(steps[-1])})
        for steps in duplicates(values)
    ]
    try:
        typed: Any = schema.load(values)
    except ValidationError as error:
        typed = error.valid_data
        findings += faults_in(error.messages)
    if own is not None:
        told = {finding.place for finding in findings}
        findings += (finding for finding in _answered(typed, own) if finding.place not in told)
    elif kind is not None and isinstance(typed, dict) and isinstance(typed.get("letter"), dict):
        typed["letter"]["own"] = {}  # answers to what another letter asked
    findings += incoherent(typed)
    findings += wanting(typed, kind, acknowledgeable)
    if any(finding.severity is Severity.FAULT for finding in findings):
        raise InvalidRequest(_at_most(findings))
    made = schema.make(typed)
    return Loaded(made["account"], made["letter"], tuple(findings))


def _answered(typed: Any, own: OwnLetter) -> list[Finding]:
    """Put the answers to what a company's own letter asks into what was read; what is wrong with them.

    Answers that are no mapping of plain values have been told already.
    """
    letter = typed.get("letter") if isinstance(typed, dict) else None
    if not isinstance(letter, dict) or "own" not in letter:
        return []
    found: list[Finding] = []
    try:
        letter["own"] = part_of(own)().load(letter["own"])
    except ValidationError as error:
        letter["own"] = error.valid_data or {}
        found = [replace(finding, place=f"/letter/own{finding.place}") for finding in faults_in(error.messages)]
    letter["own"] = {name: answer for name, answer in letter["own"].items() if answer is not None}
    return found


def within(text: bytes | str, most: int, code: str = "json.too_large") -> bytes | str:
    """The same text. Raises NotJSON for a longer one, with this code."""
    if (size := len(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))) > most:
        raise NotJSON(Finding(code, place="", facts={"size": f"{size:,}", "most": f"{most:,}"}))
    return text


def dump(account: Account, letter: LetterRequest) -> dict[str, Any]:
    """The request document of these objects: plain JSON values, amounts as text; `load` gives them back."""
    written = _request_document().dump({"account": account, "letter": letter})
    return dict(written)


def pointer(steps: Steps) -> str:
    """A JSON pointer (RFC 6901)."""
    escaped = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return escaped.encode("utf-8", "backslashreplace").decode()


def faults_in(messages: Any) -> list[Finding]:
    """A tree of messages as findings, each with its place."""
    return [Finding(fault.code, place=pointer(steps), facts=fault.facts) for steps, fault in _faults(messages)]


def _faults(messages: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Fault]]:
    """A tree of messages, flattened."""
    if isinstance(messages, Mapping):
        for step, inner in messages.items():
            yield from _faults(inner, steps if step == WHOLE else (*steps, step))
    else:
        yield from ((steps, message) for message in messages)


def _at_most(findings: list[Finding]) -> Iterator[Finding]:
    """No more findings than anybody can read; how many more there are is said."""
    yield from itertools.islice(findings, MOST_FINDINGS)
    if len(findings) > MOST_FINDINGS:
        yield Finding("request.more_faults", place="", facts={"more": str(len(findings) - MOST_FINDINGS)})
