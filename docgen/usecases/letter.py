"""Make one letter: assess, ask what bars it, word it, merge it, print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.accounts.account import Account
from docgen.errors import Barred, DocgenError, Finding, Severity, TemplateFault, Unacknowledged, UnknownLetter
from docgen.escalation.bars import bars, bars_of_paper
from docgen.escalation.cautions import cautions
from docgen.escalation.planned import Planned
from docgen.law.assessment import Assessment
from docgen.letters.defaults import Default, complete
from docgen.letters.english import missing_english
from docgen.letters.facts import facts
from docgen.letters.own import OwnLetter
from docgen.letters.papers import PAPERS
from docgen.letters.proofreading import missing_parts, parts_out_of_place
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.tone import names_in, tone, tone_of_letter
from docgen.printing import Attachment, Printed, Profile
from docgen.usecases.assessment import assess_account
from docgen.usecases.check import check_letter, check_own_words
from docgen.usecases.decision import told as told_decision
from docgen.usecases.desk import Desk, file_name, in_file
from docgen.usecases.printing import DOCX
from docgen.usecases.studio.fitting import fitted
from docgen.usecases.studio.resolving import Named
from docgen.usecases.studio.versions import GROUP
from docgen.wordfile.text import text

# Of a long table in a letter from our own templates: the others of its rows differ in what docgen itself prints there.
ROWS_READ = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter made. The DOCX is the letter; the PDF is printed from it.

    own: the company's own letter, where it is one; `kind` is then the one that it follows.
    bars: what bars the letter; not empty only in a draft, which names them on its face.
    defaults: what the request left open and docgen filled in.
    unit: the company whose templates were asked. templates: the versions in it; none where nothing is kept.
    """

    kind: LetterKind
    language: Language
    request: LetterRequest
    assessment: Assessment
    facts: Mapping[str, object]
    docx: bytes
    bars: tuple[Finding, ...]
    notices: tuple[Finding, ...]
    defaults: tuple[Default, ...]
    template_digest: str
    law_version: str
    own: OwnLetter | None = None
    unit: str = GROUP
    templates: tuple[Named, ...] = ()

    @property
    def template_version(self) -> Named | None:
        """The version of the letter's own template: item, number, digest; None where it was made from a file."""
        return self.templates[0] if self.templates else None

    @property
    def name(self) -> str:
        """What the letter is called in addresses, files and records: "demand_letter"."""
        return self.own.id if self.own else self.kind.value

    @property
    def title(self) -> str:
        return str(self.facts["title"])

    @property
    def draft(self) -> bool:
        """Whether the letter says that it is a draft: barred, or a lawyer's letter, which a firm releases."""
        return bool(self.facts["draft"])


def make_letter(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    account: Account,
    request: LetterRequest,
    notices: Iterable[Finding] = (),
    *,
    own: OwnLetter | None = None,
    seal: bool = False,
) -> Letter:
    """The letter of this kind, in this language, for this account.

    notices: what loading the account had to say; told again with the letter. own: a letter of the company's own, which
    follows this kind. Raises UnknownLetter when it is not written in this language. seal: somebody who may approve
    wants the picture of the seal on it; a draft bears none, nor does a letter of a company that allows none.
    Raises Barred with every bar and every warning not yet acknowledged (Unacknowledged when only warnings), unless
    `request.draft_anyway`; then the letter is a draft that names them. Every letter is read, finished, before it
    leaves (`docgen.letters.check`); one from the operator's own template also for the parts that it must hold.
    """
    name = called(own, kind, language)
    assessment = assess_account(desk, account, request, kind)
    request, defaults = complete(request, kind, account, assessment, language, law=desk.law)
    day = request.dated_on or account.as_of
    desk, fit = fitted(desk, kind, language, own, account.creditor.registration_number or "", day)
    file = (fit and fit.file) or file_name(language, name)
    said = tone(kind, request, names_in(account))
    said = (*said, *check_own_words(desk, kind, language, account, assessment, request, said))
    against, cautioned = _barred(desk, kind, account, assessment, request)
    told = (
        *notices,
        *cautioned,
        *cautions(kind.value, account, assessment, purpose=request.purpose, planned=planned(request), law=desk.law),
        *(remark for remark in said if remark.severity is not Severity.BAR),
        *_approval(own),
    )
    barred = (
        *against,
        *(remark for remark in said if remark.severity is Severity.BAR),
        *unacknowledged(told, request),
    )
    lawyers = own is not None or (language, name) in desk.own_templates
    decided = decided_for(desk, kind, language, account)
    if barred and not request.draft_anyway and not lawyers:
        raise refusal(barred, request)

    def worded_and_merged() -> tuple[dict[str, object], bytes]:
        because = tuple(desk.messages.say(bar, language) for bar in barred)
        worded = facts(
            kind, language, account, assessment, request, desk.law, draft_because=because, decided=decided, own=own
        )
        if seal and fit and fit.unit.may_seal and not worded["draft"]:
            worded["seal"] = True
        return worded, merged(desk, name, language, worded, file=file)

    try:
        worded, docx = worded_and_merged()
    except DocgenError:
        if barred and not request.draft_anyway:  # what bars the letter comes before what is wrong with its template
            raise refusal(barred, request) from None
        raise
    written = text(docx, most_rows=None if lawyers else ROWS_READ)
    read = remarks_on(written, kind, language, request, worded, file=file) if lawyers else ()
    told_of = (*said, *read)
    checked = check_letter(desk, kind, language, account, assessment, request, written, worded, told_of, file=file)
    read = (*read, *checked)
    told = (*told, *(remark for remark in read if remark.severity is not Severity.BAR))
    more = (*(remark for remark in read if remark.severity is Severity.BAR), *unacknowledged(read, request))
    barred = (*barred, *more)
    if barred and not request.draft_anyway:
        raise refusal(barred, request)
    if more:
        worded, docx = worded_and_merged()  # the draft names them too
    if language is Language.EN:
        told = (*told, *missing_english(account, request, lambda: text(docx)))
    return Letter(
        kind=kind,
        language=language,
        request=request,
        assessment=assessment,
        facts=worded,
        docx=docx,
        bars=barred,
        notices=told,
        defaults=defaults,
        template_digest=desk.template(language, name).digest,
        law_version=desk.law.version,
        own=own,
        unit=fit.unit.id if fit else GROUP,
        templates=fit.templates if fit else (),
    )


def called(own: OwnLetter | None, kind: LetterKind, language: Language) -> str:
    """What the letter is called in files and addresses. Raises UnknownLetter when it has no such language."""
    if own is None:
        return kind
    if language not in own.languages:
        named = {"title": own.title(language), "language": language.value, "languages": ", ".join(own.languages)}
        raise UnknownLetter(Finding("letter.not_in_language", facts=named))
    return own.id


def decided_for(desk: Desk, kind: LetterKind, language: Language, account: Account) -> Mapping[str, Any]:
    """The decision of escalation, for a paper that is worded from it; nothing for any other."""
    paper = PAPERS.get(kind)
    return told_decision(desk, account, language.value) if paper and paper.decides else {}


def _approval(own: OwnLetter | None) -> tuple[Finding, ...]:
    if own is None or not own.approver:
        return ()
    return (Finding("letter.to_be_approved", Severity.INFORMATION, facts={"approver": own.approver}),)


def remarks_on(
    written: str,
    kind: LetterKind,
    language: Language,
    request: LetterRequest,
    worded: Mapping[str, object],
    *,
    file: str = "",
) -> tuple[Finding, ...]:
    """What a finished letter lacks, and what it must not say. written: its words. file: what its template is called,
    where that is not its kind."""
    file = file or file_name(language, kind)
    return (
        *missing_parts(kind, request.purpose, written, language, worded),
        *parts_out_of_place(kind, request.purpose, written, language, worded, file=file),
        *tone_of_letter(kind, request, written, worded, file=file),
    )


def proofread(
    desk: Desk, kind: LetterKind, language: Language, account: Account, request: LetterRequest
) -> tuple[Finding, ...]:
    """The same of the letter that a template makes for this account, with the name of the template's file: for whoever
    keeps the template, before anybody asks for a letter. A fault that shows only when it is merged is among them.
    """
    try:
        assessment = assess_account(desk, account, request, kind)
        request, _ = complete(request, kind, account, assessment, language, law=desk.law)
        decided = decided_for(desk, kind, language, account)
        worded = facts(kind, language, account, assessment, request, desk.law, decided=decided)
        written = text(merged(desk, kind, language, worded))
    except DocgenError as error:
        return in_file(error.findings, file_name(language, kind))
    read = remarks_on(written, kind, language, request, worded)
    checked = check_letter(desk, kind, language, account, assessment, request, written, worded, read)
    return in_file((*read, *checked), file_name(language, kind))


def standing_against(
    desk: Desk, kind: LetterKind, language: Language, account: Account, request: LetterRequest
) -> tuple[Finding, ...]:
    """What bars this letter, as far as an unfinished request lets it be seen: for whoever still has fields to fill in
    and should not learn at the end that the letter must not be sent.
    """
    try:
        assessment = assess_account(desk, account, request, kind)
        request, _ = complete(request, kind, account, assessment, language, law=desk.law)
        barred, _ = _barred(desk, kind, account, assessment, request)
    except DocgenError as error:
        return tuple(finding for finding in error.findings if finding.severity is Severity.BAR)
    said = tone(kind, request, names_in(account))
    return (*barred, *(remark for remark in said if remark.severity is Severity.BAR))


def _barred(
    desk: Desk, kind: LetterKind, account: Account, assessment: Assessment, request: LetterRequest
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What bars this letter, and what a paper's own rules have to say besides."""
    if (paper := PAPERS.get(kind)) is None:
        return bars(kind.value, account, assessment, purpose=request.purpose), ()
    found = tuple(paper.bars(account, assessment, request, desk.law))
    own = tuple(finding for finding in found if finding.severity is Severity.BAR)
    rest = tuple(finding for finding in found if finding.severity is not Severity.BAR)
    return (*bars_of_paper(account, assessment, asks=paper.asks), *own), rest


def planned(request: LetterRequest) -> Planned:
    """What the letter will say of itself, for the rules below that know no request."""
    return Planned(
        dated_on=request.dated_on,
        pay_by=request.pay_by,
        reply_by=request.reply_by,
        court=request.court,
        authorities=tuple(each.authority or each.authority_en or "" for each in request.agents),
    )


def merged(desk: Desk, name: str, language: Language, worded: Mapping[str, object], *, file: str = "") -> bytes:
    """The letter's Word file. Raises TemplateFault, its findings with the name of the template's file."""
    template = desk.template(language, name)
    try:
        return template.merge(worded)
    except TemplateFault as fault:
        raise TemplateFault(in_file(fault.findings, file or file_name(language, name))) from fault


def refusal(barred: tuple[Finding, ...], request: LetterRequest) -> Barred:
    """What is raised for these: a letter that only waits for somebody to read its warnings is told apart."""
    only_warnings = all(finding.severity is Severity.WARNING for finding in barred)
    return (Unacknowledged if only_warnings else Barred)(barred, acknowledged=request.acknowledge)


def unacknowledged(notices: Iterable[Finding], request: LetterRequest) -> tuple[Finding, ...]:
    """The warnings that nobody has said to have read; each stops a final letter until its code is named."""
    return tuple(
        notice for notice in notices if notice.severity is Severity.WARNING and notice.code not in request.acknowledge
    )


def print_letter(desk: Desk, letter: Letter, profile: Profile = Profile.PLAIN, source: bytes = b"") -> Printed:
    """The letter as PDF. Raises Unprintable when, say, no font has a character of a name; PressFailed.

    source: the request as it was sent, which goes into a PDF to be archived beside the letter's Word file.
    """
    inside = [Attachment("letter.docx", DOCX, letter.docx, "The letter as a Word file", "Source")]
    if source:
        inside.append(Attachment("request.json", "application/json", source, "What the letter was made from", "Data"))
    return desk.press.print(letter.docx, profile, inside if profile is Profile.ARCHIVE else ())
