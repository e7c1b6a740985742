"""What a letter that collects a debt must not say: in the words that its sender adds, and in those of its template.

Our own templates keep to lawful steps; free paragraphs are written by people in a hurry, and a lawyer may rewrite a
template. What is found bars the letter where the law forbids it (threats, exposure, pressure through others, insults,
the look of an authority), and warns where it may harm the sender (results that only a court decides, reports used as
pressure, waivers, new due dates). Parties, goods and clauses may bear such names (报警器, 曝光机, 某某公安局): they are
taken out before anything is looked for. The rules themselves are in `tone_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, WordPlace
from docgen.letters.particulars import own_words as own_words_of
from docgen.letters.remembered import Remembered
from docgen.letters.request import LetterKind, LetterRequest, Purpose
from docgen.letters.tone_folding import TAKEN_OUT, Folded, folded
from docgen.letters.tone_rule import Rule
from docgen.letters.tone_rules import RULES

# Sentences: a point within a number or an abbreviation ("No. 5") may cut one in two, which hides nothing.
# None is longer than any sentence is, so that the time taken grows with the text and not faster.
_SENTENCE = re.compile(r"[^。；！？\n.;!?]{1,600}")
# One by one they are searched five times as fast as in one pattern.
_WORDS = tuple(re.compile(rule.words, re.IGNORECASE) for rule in RULES)
_UNLESS, _PASSES = (
    tuple(re.compile(words, re.IGNORECASE) if words else None for words in each)
    for each in ([rule.unless for rule in RULES], [rule.passes for rule in RULES])
)
_TELLS = Remembered(lambda shape: any(words.search(shape) for words in _WORDS))
_FIGURES = re.compile(r"\d+")
_BEFORE = 200  # characters in which what negates a thing stands before it
_AROUND = 40  # characters of a paragraph that are quoted on either side of what was found in it

# A law firm names its letter so; papers for a court may speak of what courts do and of objections made.
_IN_COURT = frozenset({"tone.lawyer", "tone.authority", "tone.admission"})
_ALLOWED: Mapping[LetterKind, frozenset[str]] = MappingProxyType(
    {
        LetterKind.LAWYERS_LETTER: frozenset({"tone.lawyer"}),
        LetterKind.PAYMENT_ORDER_APPLICATION: _IN_COURT,
        LetterKind.CIVIL_COMPLAINT: _IN_COURT,
        LetterKind.PRESERVATION_APPLICATION: _IN_COURT,
        LetterKind.ENFORCEMENT_APPLICATION: _IN_COURT,
        LetterKind.EVIDENCE_LIST: _IN_COURT,
        LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE: _IN_COURT,
        LetterKind.POWER_OF_ATTORNEY: _IN_COURT | {"tone.waiver"},  # it names the power to waive
        LetterKind.ADDRESS_CONFIRMATION: _IN_COURT,
        LetterKind.SME_COMPLAINT: _IN_COURT,
    }
)


def tone(kind: LetterKind, request: LetterRequest, names: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Every place in the sender's own words that the law forbids or that may harm the sender.

    names: what parties, goods and contracts are called (`names_in`). Places are pointers into the request.
    """
    own = tuple(own_words(request))
    hidden = telling(name for name in names if any(name in text for _, text in own))
    return tuple(
        Finding(rule.code, rule.severity, place, {"words": words}, rule.articles)
        for place, text in own
        for rule, words in _remarks(kind, request.purpose, _without(hidden, text))
    )


def tone_of_letter(
    kind: LetterKind, request: LetterRequest, text: str, facts: Mapping[str, object], *, file: str
) -> tuple[Finding, ...]:
    """The same for a finished letter: what its template says. What it prints of the facts is taken out.

    text: the letter's words, a paragraph or table row to a line. file: what the template is called; with the
    paragraph's words it is the place of a finding.
    """
    lines = list(suspicious(text.splitlines()))
    hidden = (*sorted(_own_lines(request), key=len, reverse=True), *telling(texts_in(facts))) if lines else ()
    found: dict[tuple[str, str], Finding] = {}
    for line in lines:
        for rule, words in _remarks(kind, request.purpose, _without(hidden, line)):
            place = WordPlace("", file=file, words=_quoted(line, words))
            finding = Finding(rule.code, rule.severity, place, {"words": words}, rule.articles)
            found.setdefault((rule.code, place.words), finding)
    return tuple(found.values())


def names_in(account: Account) -> Iterator[str]:
    """What parties, goods and contracts of this account are called."""
    for party in (account.creditor, account.debtor):
        yield from filter(None, (party.name, party.name_en))
    for contract in account.contracts:
        yield from filter(None, (contract.title, contract.subject))
        yield from (guarantee.guarantor.name for guarantee in contract.guarantees)
    yield from (invoice.description for invoice in account.invoices if invoice.description)


def _remarks(kind: LetterKind, purpose: Purpose | None, text: str) -> Iterator[tuple[Rule, str]]:
    """Each rule that a text breaks, with the words that give it away."""
    for rule, start, end in spotted(text, allowed(kind, purpose)):
        yield rule, text[start:end]


def allowed(kind: LetterKind, purpose: Purpose | None) -> frozenset[str]:
    """The codes of what this letter may say, though another may not."""
    if kind is LetterKind.BALANCE_CONFIRMATION and purpose is Purpose.ACCOUNTS:
        return frozenset({"tone.not_a_demand"})  # it must say so
    return _ALLOWED.get(kind, frozenset())


def spotted(text: str, passing: Collection[str] = (), names: Iterable[str] = ()) -> Iterator[tuple[Rule, int, int]]:
    """Each rule that a text breaks, sentence by sentence, and the characters that give it away: from, to before.

    passing: codes that this text may break. names: what is taken out before anything is looked for, the longest first.
    """
    read = Folded.of(text, names)
    for sentence in _SENTENCE.finditer(read.text):
        told: set[str] = set()
        for number, rule in enumerate(RULES):
            if rule.code in told or rule.code in passing or not (found := _found(number, sentence[0])):
                continue
            told.add(rule.code)
            if rule.code == "tone.exposure":
                told.add("tone.third_parties")  # whoever tells the world tells third parties: said once
            yield rule, *read.span(sentence.start() + found[0], sentence.start() + found[1])


def _found(number: int, sentence: str) -> tuple[int, int] | None:
    """The characters of a sentence that break the rule of this number."""
    passes, unless = _PASSES[number], _UNLESS[number]
    for match in _WORDS[number].finditer(sentence):
        if passes and passes.search(sentence):
            return None
        before = sentence[max(match.start() - _BEFORE, 0) : match.start()]
        if (words := match[0].strip()) and not (unless and unless.search(before)):
            start = match.start() + match[0].index(words)
            return start, start + len(words)
    return None


def own_words(request: LetterRequest) -> Iterator[tuple[str, str]]:
    """What the sender wrote that is printed as it stands, with its place in the request document."""
    for place, text in request.paragraphs.items():
        yield f"/letter/paragraphs/{place}", text
    if request.salutation:
        yield "/letter/salutation", request.salutation
    if request.delivery:
        yield "/letter/delivery", request.delivery
    for name, answer in request.own.items():
        if isinstance(answer, str):
            yield f"/letter/own/{name}", answer
    for field in fields(request):
        yield from own_words_of(getattr(request, field.name), f"/letter/{field.name}")


def _own_lines(request: LetterRequest) -> Iterator[str]:
    """The same, line by line as a letter prints it: looked at already, and told with its place in the request."""
    for _, text in own_words(request):
        yield from filter(None, map(str.strip, text.splitlines()))


def texts_in(facts: object) -> Iterator[str]:
    """Every text among the facts, line by line."""
    if isinstance(facts, str):
        yield from filter(None, map(str.strip, facts.splitlines()))
    elif isinstance(facts, Mapping):
        for value in facts.values():
            yield from texts_in(value)
    elif isinstance(facts, list):
        for value in facts:
            yield from texts_in(value)


def telling(values: Iterable[str]) -> tuple[str, ...]:
    """Those of the values that a rule would find something in, the longest first. A value that is nothing but what is
    forbidden names nobody, and hides nothing.
    """
    telling = {
        value
        for value in suspicious(set(values))
        for rule in RULES
        if (match := re.search(rule.words, folded(value), re.IGNORECASE)) and match[0] != folded(value)
    }
    return tuple(sorted(telling, key=lambda value: (-len(value), value)))


def suspicious(texts: Iterable[str]) -> Iterator[str]:
    """Those in which some rule finds something. No rule asks for one figure rather than another, so the thousandth row
    of a table, which differs from the first in its figures, is not searched again.
    """
    for text in texts:
        if _TELLS(_FIGURES.sub("0", folded(text))):
            yield text


def _without(hidden: Iterable[str], text: str) -> str:
    for value in hidden:
        text = text.replace(value, TAKEN_OUT)
    return text


def _quoted(line: str, words: str) -> str:
    """The paragraph's words around what was found in it."""
    at = max(line.find(words), 0)
    start, end = max(at - _AROUND, 0), at + len(words) + _AROUND
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
