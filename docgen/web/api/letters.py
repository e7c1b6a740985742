"""The letters: what there is, and one POST that makes one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from flask import Response, current_app, request
from flask_smorest import Blueprint

import schemas
from docgen.accounts.account import Account
from docgen.errors import Finding, InvalidRequest, NotReady, Unprintable
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.printing import Profile
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.usecases.letter import standing_against
from docgen.usecases.report import letter_document, version_named
from docgen.usecases.studio.issuing import issue
from docgen.usecases.studio.kinds import all_own_letters, has_own, letter_called
from docgen.usecases.studio.people import person_of
from docgen.usecases.studio.sealing import ask_for_seal
from docgen.web.api.body import DOCX, JSON, PDF, answer, body, document, file, most_bytes, refusals
from docgen.web.api.components import reference, request_name
from docgen.web.api.query import ACCEPT_LANGUAGE, PROFILE, Parameter, query
from docgen.web.api.studio.visiting import HEADER, PERSON
from docgen.web.problems import language
from docgen.web.queue import queue

letters = Blueprint("letters", __name__, url_prefix="/api/v1", description="The letters and what each asks for")

LANGUAGE = Parameter("language", tuple(item.value for item in Language), "zh", "What the letter is written in.")
FORMAT = Parameter(
    "format",
    ("pdf", "docx", "json"),
    "pdf",
    "pdf or docx: the file itself; json: both files with facts, notices, bars and every figure.",
)
SEAL = Parameter(
    "seal",
    ("no", "yes"),
    "no",
    "yes: with the picture of the creditor's seal, where its company allows that and `Docgen-Person` may approve "
    "there. A draft bears none.",
)


@letters.get("/letters")
@letters.doc(
    operationId="listLetters",
    responses={
        "200": answer("Every letter with the JSON Schema of its request.", {JSON: reference("Letters")}),
        **refusals(422, 429),
    },
)
def list_letters() -> dict[str, Any]:
    """The catalogue, then the letters of the company's own that are in force today."""
    query()
    desk: Desk = current_app.extensions["docgen"]
    return {
        "letters": [
            *(
                {
                    "kind": kind.value,
                    "titles": {
                        tongue.value: list(dict.fromkeys(title[tongue] for title in CATALOGUE[kind].titles.values()))
                        for tongue in Language
                    },
                    "languages": list(LANGUAGE.values),
                    "formats": list(FORMAT.values),
                    "href": f"/api/v1/letters/{kind.value}",
                    "schema": schemas.json_schema(kind),
                }
                for kind in LetterKind
            ),
            *(
                {
                    "kind": own.id,
                    "titles": {tongue.value: [title] for tongue, title in own.titles.items()},
                    "languages": [tongue.value for tongue in own.languages],
                    "formats": list(FORMAT.values),
                    "href": f"/api/v1/letters/{own.id}",
                    "schema": schemas.json_schema(own.base, own),
                    "follows": own.base.value,
                    "step": own.step,
                    "approver": own.approver,
                }
                for own in all_own_letters(desk.shelf, today())
            ),
        ]
    }


def _post(kind: LetterKind) -> None:
    """The call that makes this kind of letter: in the description each has its own request and its own example."""
    binary = {"type": "string", "format": "binary"}

    @letters.post(f"/letters/{kind.value}", endpoint=f"make_{kind.value}")
    @letters.doc(
        operationId="make" + request_name(kind).removesuffix("Request"),
        summary=f"Make a letter: {CATALOGUE[kind].title(Language.EN)}",
        description="The letter, or every reason why there is none. The `pointer` of a finding leads into the request, "
        "that of something missing to where it belongs. A 409 `unacknowledged` waits for a person to read its "
        "warnings; a 409 `barred` says what would lift each bar. The same request gives the same bytes as long as no "
        "other version of its template is published, so after 429, 503 or a lost connection send it again. Where a "
        "folder is set, a final letter is kept as issued, once however often it is sent.",
        parameters=[LANGUAGE.described, FORMAT.described, PROFILE.described, SEAL.described, PERSON, ACCEPT_LANGUAGE],
        requestBody={
            "required": True,
            "content": {
                JSON: {
                    "schema": reference(request_name(kind)),
                    "examples": {kind.value: {"$ref": f"#/components/examples/{kind.value}"}},
                }
            },
        },
        responses={
            "200": answer(
                "The letter.",
                {PDF: binary, DOCX: binary, JSON: reference("LetterAnswer")},
                "Content-Digest",
                "Content-Disposition",
                "Docgen-Template",
                "Docgen-Template-Version",
                "Docgen-Law-Data",
                "Docgen-Notices",
                "Docgen-Draft",
            ),
            **refusals(400, 403, 409, 413, 415, 422, 429, 503),
        },
    )
    def post_letter() -> Response:
        return made(kind)


for _kind in LetterKind:
    _post(_kind)


def other_letter(kind: str) -> Response:
    """What /letters/<kind> answers beyond the catalogue: a letter of the company's own, or that there is none."""
    desk: Desk = current_app.extensions["docgen"]
    sent = body(JSON) if has_own(desk.shelf, kind) else b""
    number, day = schemas.written_by(sent)
    base, own = letter_called(desk.shelf, kind, number, day or today())
    return made(base, own, sent)


def language_of(own: OwnLetter | None) -> Parameter:
    """The languages that a letter can be asked for in, and which it is where nobody says."""
    return replace(LANGUAGE, values=tuple(own.languages), default=own.languages[0]) if own else LANGUAGE


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def made(kind: LetterKind, own: OwnLetter | None = None, sent: bytes | None = None) -> Response:
    """Make a letter from the account in the body. sent: the body, where it has been read."""
    desk: Desk = current_app.extensions["docgen"]

    def received() -> bytes:
        return body(JSON) if sent is None else sent

    asked = query(
        language_of(own), FORMAT, PROFILE, SEAL, beside=lambda: load(desk, kind, Language.ZH, received(), own)
    )
    letter_language = Language(asked["language"])
    request_body = received()

    def drawn_up() -> Letter:
        loaded = load(desk, kind, letter_language, request_body, own)
        account, seal = loaded.account, asked["seal"] == "yes"
        if seal:
            may_bear_a_seal(desk, account, loaded.letter)
        return make_letter(desk, kind, letter_language, account, loaded.letter, loaded.notices, own=own, seal=seal)

    if asked["format"] == "docx":
        letter = drawn_up()
        issued(desk, letter)
        return letter_file(letter, letter.docx, DOCX, len(letter.notices))
    with queue().place() as place:  # before the account is read: a long one takes seconds, and who is told to come
        letter = drawn_up()  # again should be told so at once
        try:
            with place.press():
                printed = print_letter(desk, letter, Profile(asked["profile"]), request_body)
        except Unprintable as error:
            raise Unprintable(schemas.traced(error.findings, request_body), notices=error.notices) from error
    issued(desk, letter, printed.pdf)
    notices = len(letter.notices) + len(printed.notices)
    if asked["format"] == "pdf":
        return letter_file(letter, printed.pdf, PDF, notices)
    return document(letter_document(letter, printed, desk, language()), headers(letter, notices))


def may_bear_a_seal(desk: Desk, account: Account, request_for: LetterRequest) -> None:
    """Raises NotAllowed for somebody who may not seal, NotReady where there is nothing to seal with."""
    if desk.shelf is None:
        raise NotReady(Finding("studio.no_store"))
    person = person_of(desk.shelf, request.headers.get(HEADER, "").strip())
    number, day = account.creditor.registration_number or "", request_for.dated_on or account.as_of
    ask_for_seal(desk.shelf, person, number, day)


def issued(desk: Desk, letter: Letter, pdf: bytes = b"") -> None:
    """Recorded, where something is kept: a letter that cannot be proved later does not go out."""
    if desk.shelf is not None:
        issue(desk.shelf, letter, pdf=pdf, entry="api", now=dt.datetime.now(dt.UTC))


def load(
    desk: Desk, kind: LetterKind, letter_language: Language, sent: bytes, own: OwnLetter | None = None
) -> schemas.Loaded:
    """The request. Raises InvalidRequest with its faults and, where the account is whole, what bars the letter."""
    try:
        return schemas.load(sent, kind=kind, own=own, acknowledgeable=desk.messages.codes, most_bytes=most_bytes())
    except InvalidRequest as error:
        if found := schemas.unfinished(sent):
            error.bars = standing_against(desk, kind, letter_language, found.account, found.letter)
        raise


def letter_file(letter: Letter, content: bytes, media_type: str, notices: int) -> Response:
    ending = "pdf" if media_type == PDF else "docx"
    name = f"{letter.title}-{letter.request.number}.{ending}"
    return file(content, media_type, name.replace("/", "_"), headers(letter, notices))


def headers(letter: Letter, notices: int) -> dict[str, str]:
    return {
        "Docgen-Template": letter.template_digest,
        **({"Docgen-Template-Version": version_named(letter.template_version)} if letter.template_version else {}),
        "Docgen-Law-Data": letter.law_version,
        "Docgen-Notices": str(notices),
        "Docgen-Draft": "true" if letter.draft else "false",
    }
