"""Every way in which docgen says no, and every remark it makes.

The tree::

    DocgenError
    ├── NotJSON              the request body is not JSON at all
    ├── InvalidRequest       the account or the letter request has faults
    ├── UnknownLetter        no letter of that kind, language or format
    ├── UnsupportedMedia     the body is of another media type, coded, or not in UTF-8
    ├── Barred               the law, or the state of the account, bars this letter
    │   └── Unacknowledged   nothing bars it but warnings that nobody has said to have read
    ├── RuleMissing          the law data has no value in force on that date
    ├── LawDataFault         a law data file is broken: the program does not start
    ├── ConfigurationFault   a setting is wrong: the program does not start
    ├── NotAllowed           this person may not do that here
    ├── NotReady             a version, a person or a company is not in the state that this step asks for
    ├── UnknownVersion       no such template, version or letter issued
    ├── NoStore              nothing is kept: no folder is set for it
    ├── StoreFailed          what is kept cannot be read or written just now
    ├── PressFailed          the press broke down over a file; other letters are made as ever
    │   └── NoPress          none can be had just now
    └── WordFileFault        something is wrong with a Word file
        ├── HostileFile      too large, or carrying active content
        │   └── NotAWordFile another kind of file, an old or encrypted one, or one that is damaged
        ├── TemplateFault    a template cannot be compiled, or cannot be merged with these facts
        └── Unprintable      the press cannot print a construct, or no font has a character

An error carries ``findings``: all of them, never the first one only. No text for readers and no
HTTP number stands here: `docgen.messages` words a code in the reader's language, `docgen.web`
maps a class to a status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """What a finding asks of the reader."""

    FAULT = "fault"  # stops the work; the input must change
    BAR = "bar"  # the law or the account forbids this letter now
    WARNING = "warning"  # must be acknowledged by its code before a final letter is made
    INFORMATION = "information"  # is told, and asks nothing

    def __reduce_ex__(self, protocol: object) -> tuple[type[Severity], tuple[str]]:
        """By its value: some releases of Python pickle members as a call of getattr, which no press may ask for."""
        return Severity, (self.value,)


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A place in a Word file, counted as a reader counts: from one.

    `paragraph` counts the paragraphs of the part outside its tables; inside a table, those of the cell.
    """

    part: str  # "word/document.xml"; empty where only the words are known
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    words: str = ""  # what stands there, as the reader sees it; a tag of a template, say
    around: str = ""  # the same with the words around it, where `words` alone do not lead there
    file: str = ""  # "zh/demand_letter.docx"; empty for the file that somebody has just sent
    pages: str = ""  # of a header or footer, which pages have it: "first", "even", "default"
    note: int | None = None  # of a footnote or endnote, its number, counted as a reader counts
    in_box: bool = False  # in a text box, counted with its part


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place in a plain text: its paragraph, counted from one, and its characters from `start` to before `end`."""

    paragraph: int
    start: int
    end: int
    words: str  # these characters
    sentence: str  # the sentence that they stand in


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: a stable code, where it is, and the facts that its sentence names.

    code: dotted, lower case, stable across releases ("payment.unknown_invoice").
    place: a JSON pointer into the request (RFC 6901), a place in a Word file or in a text, or None for the whole.
    facts: the values that the sentence for `code` names; plain strings.
    articles: the law it rests on, as references into the law data ("civil_code:579").
    pointer: where it was found in a Word file that we have made, the field of the request that it comes from.
    """

    code: str
    severity: Severity = Severity.FAULT
    place: str | WordPlace | TextPlace | None = None
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    articles: tuple[str, ...] = ()
    pointer: str | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled with its facts as a plain mapping: a mapping proxy cannot be."""
        return Finding, (self.code, self.severity, self.place, dict(self.facts), self.articles, self.pointer)


class DocgenError(Exception):
    """The root of the tree. `code` is the class's own; `findings` say what and where."""

    code = "docgen"

    def __init__(self, findings: Iterable[Finding] | Finding = ()) -> None:
        self.findings = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__(
            "; ".join(f"{finding.code} {finding.place or ''} {dict(finding.facts)}" for finding in self.findings)
        )

    @property
    def besides(self) -> tuple[Finding, ...]:
        """What is told with the findings, though it is not what stops the work."""
        return ()

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled with its findings, not with its text."""
        return type(self), (self.findings,), self.__dict__


class NotJSON(DocgenError):
    code = "not_json"


class InvalidRequest(DocgenError):
    """bars: what bars the letter besides, where the account is whole and lets that be seen; an entry point adds them,
    so that nobody fills in the missing fields of a letter that must not be sent.
    """

    code = "invalid_request"
    bars: tuple[Finding, ...] = ()

    @property
    def besides(self) -> tuple[Finding, ...]:
        return self.bars


class UnknownLetter(DocgenError):
    code = "unknown_letter"


class UnsupportedMedia(DocgenError):
    code = "unsupported_media_type"


class Barred(DocgenError):
    """acknowledged: the codes of warnings that the request names already."""

    code = "barred"

    def __init__(self, findings: Iterable[Finding] | Finding = (), *, acknowledged: Iterable[str] = ()) -> None:
        super().__init__(findings)
        self.acknowledged = tuple(acknowledged)

    @property
    def to_acknowledge(self) -> tuple[str, ...]:
        """What `letter.acknowledge` must hold for the letter to go out, once a person has read these warnings."""
        warnings = (finding.code for finding in self.findings if finding.severity is Severity.WARNING)
        return tuple(dict.fromkeys((*self.acknowledged, *warnings)))


class Unacknowledged(Barred):
    code = "unacknowledged"


class RuleMissing(DocgenError):
    code = "rule_missing"


class LawDataFault(DocgenError):
    code = "law_data"


class ConfigurationFault(DocgenError):
    code = "configuration"


class NotAllowed(DocgenError):
    code = "not_allowed"


class NotReady(DocgenError):
    """Of a version that is handed in: every fault, and every warning that nobody has said to have read.

    acknowledged: the codes of warnings that have been read already; an entry point adds them.
    """

    code = "not_ready"
    acknowledged: tuple[str, ...] = ()

    @property
    def to_acknowledge(self) -> tuple[str, ...]:
        """The codes to name once a person has read the warnings: those that are left, and those read already."""
        warnings = (finding.code for finding in self.findings if finding.severity is Severity.WARNING)
        return tuple(dict.fromkeys((*self.acknowledged, *warnings)))


class UnknownVersion(DocgenError):
    code = "unknown_version"


class NoStore(DocgenError):
    code = "no_store"


class StoreFailed(DocgenError):
    code = "store_failed"


class PressFailed(DocgenError):
    code = "press_failed"


class NoPress(PressFailed):
    """Of the same code: what can be done about the letter is the same, but that later it may go better."""


class WordFileFault(DocgenError):
    code = "word_file"


class HostileFile(WordFileFault):
    code = "hostile_file"


class NotAWordFile(HostileFile):
    code = "not_word_file"


class TemplateFault(WordFileFault):
    code = "template"


class Unprintable(WordFileFault):
    """notices: what the press has to say besides, as it would with the print, so that all is mended in one go."""

    code = "unprintable"

    def __init__(self, findings: Iterable[Finding] | Finding = (), *, notices: Iterable[Finding] = ()) -> None:
        super().__init__(findings)
        self.notices = tuple(notices)

    @property
    def besides(self) -> tuple[Finding, ...]:
        return self.notices
