"""What the page for Word files shows: the file as pictures and as PDF, and what the press has to say about it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from flask_babel import lazy_gettext as _

from docgen.errors import DocgenError, Finding, PressFailed, Severity, WordPlace
from docgen.letters.request import Language
from docgen.messages.places import place_in_words
from docgen.printing import Printed, Profile
from docgen.usecases import Desk, print_file
from docgen.usecases.names import stem
from docgen.web.pages.answer import DOTS_PER_INCH, MOST_PICTURES
from docgen.web.pages.boxes import Label
from docgen.wordfile.archive import Limits

# As a link within the page; browsers take no longer ones.
MOST_IN_A_LINK = 16 << 20

OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a .docx under a password ([MS-OFFCRYPTO] 2.3.4.4)

PURPOSES: dict[Profile, tuple[Label, Label]] = {
    Profile.PLAIN: (_("To read and to print"), _("The smallest file. Right for most things.")),
    Profile.ACCESSIBLE: (
        _("Accessible (PDF/UA)"),
        _("A screen reader finds headings, lists, tables and the words for pictures."),
    ),
    Profile.ARCHIVE: (
        _("To be kept (PDF/A)"),
        _("For archives and courts: opens the same in decades. Accessible, with the Word file inside."),
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of one or more places of the file; places: in the words of somebody in Word."""

    say: str
    do: str
    places: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One showing of the page. Nothing is kept between two of them but what the page itself carries.

    most_bytes: the largest request. name, content: of the file that was sent. pages: pictures as data URIs.
    stopped: something in the file stops printing, so that the same file need not be printed again.
    told: remarks on what was just done, each with its Bootstrap colour.
    """

    desk: Desk
    reader: Language
    most_bytes: int
    profile: Profile = Profile.PLAIN
    name: str = ""
    content: bytes = b""
    printed: Printed | None = None
    pages: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    stopped: bool = False
    told: tuple[tuple[str, Label], ...] = ()

    @property
    def purposes(self) -> tuple[tuple[Profile, Label, Label], ...]:
        return tuple((profile, *words) for profile, words in PURPOSES.items())

    @property
    def purpose(self) -> Label:
        return PURPOSES[self.profile][0]

    @property
    def most_in_a_file(self) -> int:
        """How large a file may be: what the service lets in, and the press opens."""
        return min(self.most_bytes, Limits().file_size)

    @property
    def largest(self) -> str:
        return in_words(self.most_in_a_file)

    # -- the PDF

    @property
    def pdf(self) -> bytes:
        return self.printed.pdf if self.printed else b""

    @property
    def pdf_name(self) -> str:
        return f"{stem(self.name)}.pdf"

    @property
    def pdf_size(self) -> str:
        return in_words(len(self.pdf))

    @property
    def link(self) -> str:
        """The PDF itself as an address; empty where it is too long for one."""
        if len(self.pdf) > MOST_IN_A_LINK:
            return ""
        return "data:application/pdf;base64," + base64.b64encode(self.pdf).decode()

    # -- what the page carries on

    @cached_property
    def kept(self) -> str:
        """The file as text, so that it need not be chosen again; empty where it would leave another no room."""
        text = base64.b64encode(self.content).decode()
        return text if len(text) <= self.most_bytes // 2 else ""

    @cached_property
    def seen(self) -> str:
        """Says which file was printed for which purpose; empty where none was."""
        if not self.printed:
            return ""
        return hashlib.sha256(self.profile.value.encode() + self.content).hexdigest()[:32]

    # -- what is to be said

    @cached_property
    def stopping(self) -> tuple[Remark, ...]:
        """What stops printing."""
        return self._remarks(finding for finding in self.findings if finding.severity is Severity.FAULT)

    @property
    def placed(self) -> bool:
        """Whether what stops printing stands at places that can be found in Word."""
        return any(each.places for each in self.stopping)

    @property
    def to_change(self) -> int:
        """At how many places something stops printing."""
        return sum(len(each.places) or 1 for each in self.stopping)

    @cached_property
    def otherwise(self) -> tuple[Remark, ...]:
        """What prints otherwise than in Word."""
        return self._remarks(
            finding
            for finding in self.findings
            if finding.severity is not Severity.FAULT and not finding.code.startswith("font.")
        )

    @cached_property
    def fonts(self) -> tuple[Remark, ...]:
        return self._remarks(
            finding
            for finding in self.findings
            if finding.severity is not Severity.FAULT and finding.code.startswith("font.")
        )

    def _remarks(self, findings: Iterable[Finding]) -> tuple[Remark, ...]:
        """The findings in words, those that say the same together, in the order of the file."""
        found: dict[tuple[str, str], list[str]] = {}
        for finding in findings:
            bare = replace(finding, place=None)
            words = (self.desk.messages.say(bare, self.reader), self.desk.messages.do(bare, self.reader))
            places = found.setdefault(words, [])
            if isinstance(finding.place, WordPlace) and (place := place_in_words(finding.place, self.reader)):
                places.append(place.rstrip(":： "))
        return tuple(Remark(say, do, tuple(dict.fromkeys(places))) for (say, do), places in found.items())


def looked_at(sheet: Sheet) -> Sheet:
    """The sheet with its file printed, or with all that stops it."""
    if fault := no_word_file(sheet.name, sheet.content):
        return replace(sheet, content=b"", findings=(fault,))
    try:
        printed = print_file(sheet.desk, sheet.content, sheet.profile, sheet.name)
    except DocgenError as error:
        stopped = not isinstance(error, PressFailed)
        return replace(sheet, findings=(*error.findings, *error.besides), stopped=stopped)
    return replace(sheet, printed=printed, findings=printed.notices)


def pictured(sheet: Sheet) -> Sheet:
    """The sheet with the pictures of its first pages; without them where they cannot be drawn, which is told."""
    try:
        shown = sheet.desk.press.pictures(sheet.pdf, DOTS_PER_INCH, MOST_PICTURES) if sheet.pdf else []
    except DocgenError as error:
        return replace(sheet, findings=(*sheet.findings, *error.findings))
    return replace(sheet, pages=tuple(f"data:image/png;base64,{base64.b64encode(page).decode()}" for page in shown))


def no_word_file(name: str, content: bytes) -> Finding | None:
    """Why these bytes are no .docx, in words for whoever chose the file; None where they may be one."""
    if not name and not content:
        return Finding("form.file.none")
    if not content:
        return Finding("form.file.empty")
    if content.startswith(b"%PDF-"):
        return Finding("form.file.pdf")
    if content.startswith(OLD_OR_ENCRYPTED):
        return Finding("form.file.password" if _ENCRYPTED in content else "form.file.old")
    return None if content.startswith(b"PK") else Finding("word_file.not_zip")


def in_words(count: int) -> str:
    """A number of bytes: "128 KB", "1.5 MB"."""
    if count < 1 << 20:
        return f"{max(1, round(count / 1024))} KB"
    return f"{count / (1 << 20):.1f}".removesuffix(".0") + " MB"
