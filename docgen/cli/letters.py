"""`docgen render` and `docgen print`: what leaves as a file."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from dataclasses import replace
from difflib import get_close_matches

import schemas
from docgen.cli.environment import OK, Environment
from docgen.cli.files import name_of, read, write
from docgen.cli.telling import tell
from docgen.errors import Finding, InvalidRequest, Unprintable, WordFileFault
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind
from docgen.printing import Profile
from docgen.usecases import Desk, Letter, make_letter, print_file, print_letter
from docgen.usecases.desk import in_file
from docgen.usecases.letter import standing_against
from docgen.usecases.report import letter_document
from docgen.usecases.studio.issuing import issue
from docgen.usecases.studio.kinds import has_own, letter_called


def render(arguments: argparse.Namespace, environment: Environment) -> int:
    desk, most_bytes = environment.desk(), environment.settings().max_bytes
    sent = read(arguments.account)
    number, day = schemas.written_by(sent) if has_own(desk.shelf, arguments.kind) else ("", None)
    kind, own = letter_called(desk.shelf, arguments.kind, number, day or today())
    language = Language(arguments.language or (own.languages[0] if own else Language.ZH))
    loaded = load(desk, kind, language, sent, most_bytes, own)
    unknown = [code for code in arguments.acknowledge if code not in desk.messages.codes]
    if unknown:
        raise InvalidRequest(_no_such_warning(code, desk) for code in unknown)
    request = replace(
        loaded.letter,
        acknowledge=tuple(dict.fromkeys((*loaded.letter.acknowledge, *arguments.acknowledge))),
        draft_anyway=loaded.letter.draft_anyway or arguments.draft_anyway,
    )
    letter = make_letter(desk, kind, language, loaded.account, request, loaded.notices, own=own)
    filled = (default.finding for default in letter.defaults)
    unbarred = (notice for notice in letter.notices if notice not in letter.bars)  # a draft names its warnings as bars
    tell((*letter.bars, *unbarred, *filled), arguments.reader, environment, desk.law)
    if arguments.format == "docx":
        issued(desk, letter)
        write(arguments.output, letter.docx)
        return OK
    try:
        printed = print_letter(desk, letter, Profile(arguments.profile), sent)
    except Unprintable as error:
        raise Unprintable(schemas.traced(error.findings, sent), notices=error.notices) from error
    tell(printed.notices, arguments.reader, environment, desk.law)
    issued(desk, letter, printed.pdf)
    if arguments.format == "json":
        document = letter_document(letter, printed, desk, arguments.reader)
        write(arguments.output, json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n")
        return OK
    write(arguments.output, printed.pdf)
    return OK


def issued(desk: Desk, letter: Letter, pdf: bytes = b"") -> None:
    """Recorded, where something is kept."""
    if desk.shelf is not None:
        issue(desk.shelf, letter, pdf=pdf, entry="command", now=dt.datetime.now(dt.UTC))


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def load(
    desk: Desk, kind: LetterKind, language: Language, sent: bytes, most_bytes: int, own: OwnLetter | None = None
) -> schemas.Loaded:
    """The request. Raises InvalidRequest with its faults and, where the account is whole, what bars the letter."""
    try:
        return schemas.load(sent, kind=kind, own=own, acknowledgeable=desk.messages.codes, most_bytes=most_bytes)
    except InvalidRequest as error:
        if found := schemas.unfinished(sent):
            error.bars = standing_against(desk, kind, language, found.account, found.letter)
        raise


def _no_such_warning(code: str, desk: Desk) -> Finding:
    nearest = "".join(get_close_matches(code, desk.messages.codes, n=1))
    return Finding("letter.unknown_warning", place="--acknowledge", facts={"value": code, "nearest": nearest})


def print_word_file(arguments: argparse.Namespace, environment: Environment) -> int:
    desk, name = environment.desk(), name_of(arguments.file)
    try:
        printed = print_file(desk, read(arguments.file), Profile(arguments.profile), name)
    except Unprintable as error:
        raise Unprintable(in_file(error.findings, name), notices=in_file(error.notices, name)) from error
    except WordFileFault as error:
        raise type(error)(in_file(error.findings, name)) from error
    tell(printed.notices, arguments.reader, environment, desk.law)
    write(arguments.output, printed.pdf)
    return OK
