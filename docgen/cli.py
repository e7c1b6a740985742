"""The command line: the same use cases as the web."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import waitress
from flask import Flask

import schemas
from docgen import __version__
from docgen.config import Settings
from docgen.errors import Barred, ConfigurationFault, DocgenError, Finding, Severity, WordPlace
from docgen.letters.request import Language, LetterKind
from docgen.letters.wording.citations import cite_all
from docgen.messages import Messages
from docgen.usecases import Desk, assess_account, make_letter, missing_figures, print_file, print_letter
from docgen.usecases.report import assessment_document, letter_document

# Exit codes: a script can tell a fault in its file from a letter that the law bars.
OK, FAULT, USAGE, BARRED = 0, 1, 2, 3


class Environment(Protocol):
    """What `docgen.app` hands in; each part is made only when a command needs it."""

    messages: Messages

    def settings(self) -> Settings: ...
    def desk(self) -> Desk: ...
    def app(self) -> Flask: ...


def run(argv: list[str], environment: Environment) -> int:
    """Run one command; returns the exit code. Files and figures go to OUT, remarks to standard error."""
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.command(arguments, environment))
    except DocgenError as error:
        tell(error.findings or (Finding(f"problem.{error.code}"),), arguments.language, environment)
        return BARRED if isinstance(error, Barred) else FAULT
    except OSError as error:
        tell((Finding("file.unusable", facts=_facts(error)),), arguments.language, environment)
        return FAULT


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="docgen",
        description="Letters that get a company paid.",
        epilog="exit codes: 0 done; 1 a fault in a file, a setting or the system; 2 wrong use of the command line; "
        "3 the law or the account bars the letter, or a warning waits to be acknowledged",
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, does: str, call: object) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=does, description=does)
        made.add_argument(
            "--language", choices=[item.value for item in Language], default="zh", help="of the letter and of remarks"
        )
        made.set_defaults(command=call)
        return made

    rendering = command("render", "make a letter from an account file", render)
    rendering.add_argument("kind", choices=[kind.value for kind in LetterKind])
    rendering.add_argument(
        "--format", choices=["pdf", "docx", "json"], default="pdf", help="json: what the API answers to format=json"
    )
    rendering.add_argument(
        "--account",
        type=Path,
        required=True,
        metavar="FILE",
        help="the request as JSON; - reads it from standard input",
    )
    rendering.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the file to write; - writes to standard output"
    )

    assessing = command("assess", "print every figure of an account with its rule, as JSON", assess_file)
    assessing.add_argument(
        "--account",
        type=Path,
        required=True,
        metavar="FILE",
        help="the request as JSON; - reads it from standard input",
    )

    printing = command("print", "print any Word file as PDF", print_word_file)
    printing.add_argument("file", type=Path, metavar="FILE.docx")
    printing.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")

    serving = command("serve", "serve the form and the API on this machine", serve)
    serving.add_argument("--port", type=int, help="instead of DOCGEN_PORT")
    return top


def render(arguments: argparse.Namespace, environment: Environment) -> int:
    kind, language = LetterKind(arguments.kind), Language(arguments.language)
    loaded = schemas.load(read(arguments.account), kind=kind)
    desk = environment.desk()
    letter = make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)
    filled = (default.finding for default in letter.defaults)
    tell((*letter.bars, *letter.notices, *filled), arguments.language, environment, desk)
    if arguments.format == "docx":
        write(arguments.output, letter.docx)
        return OK
    printed = print_letter(desk, letter)
    tell(printed.notices, arguments.language, environment, desk)
    if arguments.format == "json":
        document = letter_document(letter, printed, desk, arguments.language)
        write(arguments.output, json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n")
        return OK
    write(arguments.output, printed.pdf)
    return OK


def assess_file(arguments: argparse.Namespace, environment: Environment) -> int:
    loaded = schemas.load(read(arguments.account))
    desk = environment.desk()
    assessment = assess_account(desk, loaded.account, loaded.letter)
    told = (*loaded.notices, *assessment.notices, *missing_figures(assessment))
    tell(told, arguments.language, environment, desk)
    document = assessment_document(assessment, desk.law, arguments.language)
    print(json.dumps(document, ensure_ascii=False, indent=2))
    return OK


def print_word_file(arguments: argparse.Namespace, environment: Environment) -> int:
    desk = environment.desk()
    printed = print_file(desk, read(arguments.file))
    tell(printed.notices, arguments.language, environment, desk)
    write(arguments.output, printed.pdf)
    return OK


def serve(arguments: argparse.Namespace, environment: Environment) -> int:
    settings = environment.settings()
    port = settings.port if arguments.port is None else arguments.port
    app = environment.app()
    try:
        server = waitress.create_server(
            app,
            host=settings.host,
            port=port,
            threads=4,
            ident="docgen",
            max_request_body_size=settings.max_bytes + 1,  # the application says 413 in its own words
        )
    except OSError as error:
        facts = {"port": str(port), "why": error.strerror or str(error)}
        raise ConfigurationFault(Finding("port.unusable", facts=facts)) from error
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"docgen: http://{host}:{server.effective_port}/  (API: /api/docs; stop with Ctrl-C)", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
    return OK


def _facts(error: OSError) -> dict[str, str]:
    return {"file": str(error.filename), "why": error.strerror or str(error)}


def read(path: Path) -> bytes:
    return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()


def write(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
    else:
        path.write_bytes(content)


def tell(findings: Iterable[Finding], language: str, environment: Environment, desk: Desk | None = None) -> None:
    """Print findings to standard error: severity, place, sentence, what to do, articles."""
    for finding in findings:
        where = located(finding.place)
        print(f"{finding.severity.value}: {where}{environment.messages.say(finding, language)}", file=sys.stderr)
        if remedy := environment.messages.do(finding, language):
            print(f"    {remedy}", file=sys.stderr)
        if desk and finding.articles:
            print(f"    {cite_all(finding.articles, desk.law, Language(language))}", file=sys.stderr)
        if finding.severity in {Severity.FAULT, Severity.BAR, Severity.WARNING}:
            print(f"    [{finding.code}]", file=sys.stderr)


def located(place: str | WordPlace | None) -> str:
    if place is None:
        return ""
    if isinstance(place, str):
        return f"{place}: "
    counted = [
        f"{name} {number}"
        for name in ("table", "row", "cell", "paragraph")
        if (number := getattr(place, name)) is not None
    ]
    return f"{place.part}, {', '.join(counted)}: " if counted else f"{place.part}: "
