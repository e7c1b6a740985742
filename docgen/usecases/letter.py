"""Make one letter: assess, ask what bars it, word it, merge it, print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO
from docgen.errors import Barred, Finding, Severity, Unacknowledged
from docgen.escalation.bars import bars
from docgen.escalation.cautions import cautions
from docgen.law import assess
from docgen.law.assessment import Assessment
from docgen.letters.context import facts
from docgen.letters.defaults import Default, complete
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.required import missing_parts
from docgen.letters.tone import tone
from docgen.printing import Printed
from docgen.usecases.desk import Desk
from docgen.wordfile.text import text


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter made. The DOCX is the letter; the PDF is printed from it.

    bars: what bars the letter; not empty only in a draft, which names them on its face.
    defaults: what the request left open and docgen filled in.
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
) -> Letter:
    """The letter of this kind, in this language, for this account.

    notices: what loading the account had to say; told again with the letter.
    Raises Barred with every bar and every warning not yet acknowledged (Unacknowledged when only warnings), unless
    `request.draft_anyway`; then the letter is a draft that names them. A letter from the
    operator's own template is read for the parts that it must hold.
    """
    assessment = assess(account, desk.law, request.interest, costs=request.costs or ZERO)
    request, defaults = complete(request, kind, account, assessment, language, law=desk.law)
    said = tone(kind, request)
    told = (
        *notices,
        *cautions(kind.value, account, assessment, purpose=request.purpose),
        *(remark for remark in said if remark.severity is Severity.WARNING),
    )
    barred = (
        *bars(kind.value, account, assessment, purpose=request.purpose),
        *(remark for remark in said if remark.severity is Severity.BAR),
        *unacknowledged(told, request),
    )
    if barred and not request.draft_anyway:
        raise refusal(barred)

    template = desk.templates[language, kind]

    def worded_and_merged() -> tuple[dict[str, object], bytes]:
        because = tuple(desk.messages.say(bar, language) for bar in barred)
        worded = facts(kind, language, account, assessment, request, desk.law, draft_because=because)
        return worded, template.merge(worded)

    worded, docx = worded_and_merged()
    if (language, kind) in desk.own_templates:
        missing = missing_parts(kind, request.purpose, text(docx), language, worded)
        told = (*told, *missing)
        if unread := unacknowledged(missing, request):
            barred = (*barred, *unread)
            if not request.draft_anyway:
                raise refusal(barred)
            worded, docx = worded_and_merged()  # the draft names them too
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
        template_digest=template.digest,
        law_version=desk.law.version,
    )


def refusal(barred: tuple[Finding, ...]) -> Barred:
    """What is raised for these: a letter that only waits for somebody to read its warnings is told apart."""
    only_warnings = all(finding.severity is Severity.WARNING for finding in barred)
    return Unacknowledged(barred) if only_warnings else Barred(barred)


def unacknowledged(notices: Iterable[Finding], request: LetterRequest) -> tuple[Finding, ...]:
    """The warnings that nobody has said to have read; each stops a final letter until its code is named."""
    return tuple(
        notice for notice in notices if notice.severity is Severity.WARNING and notice.code not in request.acknowledge
    )


def print_letter(desk: Desk, letter: Letter) -> Printed:
    """The letter as PDF. Raises Unprintable when, say, no font has a character of a name."""
    return desk.press.print(letter.docx)
