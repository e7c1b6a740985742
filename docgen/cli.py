"""The command line: the same use cases as the web."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import signal
import sys
import threading
import traceback
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

import waitress

import schemas
from docgen import __version__
from docgen.accounts.collection import Grain
from docgen.config import Settings
from docgen.errors import (
    Barred,
    ConfigurationFault,
    DocgenError,
    Finding,
    InvalidRequest,
    Severity,
    TextPlace,
    Unacknowledged,
    Unprintable,
    WordFileFault,
    WordPlace,
)
from docgen.escalation.policy_file import read as read_policy
from docgen.law.statutes import LawData
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.wording.citations import cite_all
from docgen.messages import Messages
from docgen.printing import Profile
from docgen.printing.workers import Workers
from docgen.usecases import (
    Desk,
    assess_account,
    check_file,
    check_text,
    make_letter,
    missing_figures,
    print_file,
    print_letter,
)
from docgen.usecases.checked import check_answer
from docgen.usecases.decision import decide_account, decision_answer
from docgen.usecases.desk import file_name, in_file
from docgen.usecases.letter import standing_against
from docgen.usecases.portfolio import look_over
from docgen.usecases.portfolio_report import portfolio_answer
from docgen.usecases.replay import memo, replay
from docgen.usecases.report import assessment_answer, letter_document

if TYPE_CHECKING:
    from flask import Flask

# Exit codes: a script can tell a fault in its file from a letter that the law bars.
OK, FAULT, USAGE, BARRED = 0, 1, 2, 3

ZIP = b"PK"  # how a Word file begins

THREADS_BESIDE = 4  # beside those that print or wait for the press: for health, assessments, Word files and refusals
DRAINED = 4  # times the largest body: so much is read, and thrown away, to say 413 in words; the server refuses more


_BY_LOCALE = "by LC_ALL, LC_MESSAGES or LANG: Chinese for zh…, else English"
_OF_REMARKS = f"of remarks and words in the answer; without it {_BY_LOCALE}"


class Environment(Protocol):
    """What `docgen.app` hands in; each part is made only when a command needs it."""

    messages: Messages
    language: str  # of remarks, where the command line names none
    debug: bool  # also tell where in the program something unforeseen went wrong

    def settings(self) -> Settings: ...
    def law(self) -> LawData: ...
    def desk(self) -> Desk: ...
    def app(self) -> Flask: ...


def run(argv: list[str], environment: Environment) -> int:
    """Run one command; returns the exit code. Files and figures go to OUT, remarks to standard error.

    Remarks are in the language that is asked for, else in the environment's; a letter is in the one asked for, else in
    Chinese.
    """
    arguments = parser().parse_args(argv)
    arguments.reader = arguments.language or environment.language
    try:
        return int(arguments.command(arguments, environment))
    except DocgenError as error:
        refuse(error, arguments.reader, environment)
        return BARRED if isinstance(error, Barred) else FAULT
    except OSError as error:
        tell((Finding("file.unusable", facts=_facts(error)),), arguments.reader, environment)
        return FAULT
    except Exception as error:  # the last door: one sentence, whatever it is
        tell((Finding("program.failed", facts={"kind": type(error).__name__}),), arguments.reader, environment)
        if environment.debug:
            traceback.print_exception(error)
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

    def command(name: str, does: str, call: object, language: str = _OF_REMARKS) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=does, description=does)
        made.add_argument("--language", choices=[item.value for item in Language], help=language)
        made.set_defaults(command=call)
        return made

    rendering = command(
        "render",
        "make a letter from an account file",
        render,
        language=f"of the letter and of remarks; without it the letter is in Chinese, and remarks go {_BY_LOCALE}",
    )
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
    rendering.add_argument(
        "--acknowledge",
        action="append",
        default=[],
        metavar="CODE",
        help="you have read this warning; may be given more than once, as letter.acknowledge in FILE",
    )
    rendering.add_argument(
        "--draft-anyway",
        action="store_true",
        help="a draft that names on its face what bars it, as letter.draft_anyway",
    )

    assessing = command("assess", "print every figure of an account with its rule, as JSON", assess_file)
    assessing.add_argument(
        "--account",
        type=Path,
        required=True,
        metavar="FILE",
        help="the request as JSON; - reads it from standard input",
    )

    deciding = command("decide", "say which step is next for an account, and why, as JSON", decide_file)
    deciding.add_argument(
        "--account",
        type=Path,
        required=True,
        metavar="FILE",
        help="one account, or many under accounts, as JSON; - reads it from standard input",
    )
    deciding.add_argument("--memo", action="store_true", help="with all that is needed to make the decision again")
    deciding.add_argument(
        "--replay",
        action="store_true",
        help="FILE is the memo of a decision: make it again and say whether it is the same",
    )

    looking = command(
        "portfolio", "say who first among many accounts, and the collection rate, as JSON", portfolio_files
    )
    looking.add_argument(
        "--account",
        type=Path,
        required=True,
        nargs="+",
        metavar="FILE",
        help="one account each, or many under accounts, as JSON; - reads standard input",
    )
    looking.add_argument("--from", dest="from_on", metavar="DATE", help="first day of the collection rate's period")
    looking.add_argument("--to", dest="to_on", metavar="DATE", help="its last day")
    looking.add_argument("--by", choices=[grain.value for grain in Grain], help="its parts; without it months")

    printing = command("print", "print any Word file as PDF", print_word_file)
    printing.add_argument("file", type=Path, metavar="FILE.docx")
    printing.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    for pdf in (rendering, printing):
        pdf.add_argument(
            "--profile",
            choices=[profile.value for profile in Profile],
            default=Profile.PLAIN.value,
            help="of the PDF; accessible: tagged, PDF/UA-1; archive: PDF/A-3a, with what it was made from inside",
        )

    checking = command("check", "read a letter's text before it leaves: a Word file or plain text", check)
    checking.add_argument("file", type=Path, metavar="FILE", help=".docx or text; - reads it from standard input")
    checking.add_argument("--kind", choices=[kind.value for kind in LetterKind], help="which letter it is")
    checking.add_argument("--dated-on", type=dt.date.fromisoformat, metavar="DATE", help="its day, if it bears none")
    checking.add_argument("--account", type=Path, metavar="REQUEST", help="the request as JSON: facts are checked, too")
    checking.add_argument("--format", choices=["text", "json"], default="text", help="json: what the API answers")

    serving = command("serve", "serve the form and the API on this machine", serve)
    serving.add_argument("--port", type=int, help="instead of DOCGEN_PORT")
    return top


def render(arguments: argparse.Namespace, environment: Environment) -> int:
    kind, language = LetterKind(arguments.kind), Language(arguments.language or Language.ZH)
    desk, most_bytes = environment.desk(), environment.settings().max_bytes
    sent = read(arguments.account)
    loaded = load(desk, kind, language, sent, most_bytes)
    unknown = [code for code in arguments.acknowledge if code not in desk.messages.codes]
    if unknown:
        raise InvalidRequest(_no_such_warning(code, desk) for code in unknown)
    request = replace(
        loaded.letter,
        acknowledge=tuple(dict.fromkeys((*loaded.letter.acknowledge, *arguments.acknowledge))),
        draft_anyway=loaded.letter.draft_anyway or arguments.draft_anyway,
    )
    letter = make_letter(desk, kind, language, loaded.account, request, loaded.notices)
    filled = (default.finding for default in letter.defaults)
    unbarred = (notice for notice in letter.notices if notice not in letter.bars)  # a draft names its warnings as bars
    tell((*letter.bars, *unbarred, *filled), arguments.reader, environment, desk.law)
    if arguments.format == "docx":
        write(arguments.output, letter.docx)
        return OK
    try:
        printed = print_letter(desk, letter, Profile(arguments.profile), sent)
    except Unprintable as error:
        raise Unprintable(schemas.traced(error.findings, sent), notices=error.notices) from error
    tell(printed.notices, arguments.reader, environment, desk.law)
    if arguments.format == "json":
        document = letter_document(letter, printed, desk, arguments.reader)
        write(arguments.output, json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n")
        return OK
    write(arguments.output, printed.pdf)
    return OK


def load(desk: Desk, kind: LetterKind, language: Language, sent: bytes, most_bytes: int) -> schemas.Loaded:
    """The request. Raises InvalidRequest with its faults and, where the account is whole, what bars the letter."""
    try:
        return schemas.load(sent, kind=kind, acknowledgeable=desk.messages.codes, most_bytes=most_bytes)
    except InvalidRequest as error:
        if found := schemas.unfinished(sent):
            error.bars = standing_against(desk, kind, language, found.account, found.letter)
        raise


def _no_such_warning(code: str, desk: Desk) -> Finding:
    nearest = "".join(get_close_matches(code, desk.messages.codes, n=1))
    return Finding("letter.unknown_warning", place="--acknowledge", facts={"value": code, "nearest": nearest})


def assess_file(arguments: argparse.Namespace, environment: Environment) -> int:
    loaded = schemas.load(read(arguments.account), most_bytes=environment.settings().max_bytes)
    desk = environment.desk()
    assessment = assess_account(desk, loaded.account, loaded.letter)
    notices = (*loaded.notices, *assessment.notices)
    tell((*notices, *missing_figures(assessment)), arguments.reader, environment, desk.law)
    document = assessment_answer(assessment, notices, desk, arguments.reader)
    print(json.dumps(document, ensure_ascii=False, indent=2))
    return OK


def decide_file(arguments: argparse.Namespace, environment: Environment) -> int:
    desk, most_bytes, reader = environment.desk(), environment.settings().max_bytes, arguments.reader
    sent = read(arguments.account)
    if arguments.replay:
        kept = schemas.load_memo(sent, policy=read_policy, most_bytes=most_bytes, inside=True)
        made = replay(desk, account=kept.account, policy=kept.policy, law_data=kept.law_data, decision=kept.decision)
        found = {"same": made.same, "differs": list(made.differs), "other_law_data": made.other_law}
        print(
            json.dumps(
                {**found, "decision": decision_answer(made.decision, desk, reader)}, ensure_ascii=False, indent=2
            )
        )
        return OK if made.same else FAULT
    told = []
    for account in schemas.load_accounts(sent, most_bytes=most_bytes):
        decision = decide_account(desk, account)
        answer = decision_answer(decision, desk, reader, account)
        if arguments.memo:
            answer["memo"] = memo(desk, schemas.dump(account, LetterRequest())["account"], decision)
        told.append(answer)
    print(json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2))
    return OK


def portfolio_files(arguments: argparse.Namespace, environment: Environment) -> int:
    """Print who first, the collection rate and the aging of all accounts in all files, in their order."""
    desk, most_bytes = environment.desk(), environment.settings().max_bytes
    given = {"from_on": arguments.from_on, "to_on": arguments.to_on, "by": arguments.by}
    document = schemas.together((read(path) for path in arguments.account), most_bytes=most_bytes)
    document["period"] = {name: value for name, value in given.items() if value is not None}
    sent = schemas.load_portfolio(document)
    found = look_over(desk, sent.accounts, sent.period)
    tell(found.notices, arguments.reader, environment, desk.law)
    print(json.dumps(portfolio_answer(found, desk, arguments.reader), ensure_ascii=False, indent=2))
    return OK


def print_word_file(arguments: argparse.Namespace, environment: Environment) -> int:
    desk, name = environment.desk(), "" if str(arguments.file) == "-" else arguments.file.name
    try:
        printed = print_file(desk, read(arguments.file), Profile(arguments.profile), name)
    except Unprintable as error:
        raise Unprintable(in_file(error.findings, name), notices=in_file(error.notices, name)) from error
    except WordFileFault as error:
        raise type(error)(in_file(error.findings, name)) from error
    tell(printed.notices, arguments.reader, environment, desk.law)
    write(arguments.output, printed.pdf)
    return OK


def check(arguments: argparse.Namespace, environment: Environment) -> int:
    """Print what was found in a text, in its order; a script goes by the exit code, or by `verdict` in the JSON."""
    desk = environment.desk()
    content = read(arguments.file)
    loaded = (
        schemas.load(read(arguments.account), most_bytes=environment.settings().max_bytes)
        if arguments.account
        else None
    )
    asked = partial(
        check_file if content.startswith(ZIP) else check_text,
        today=dt.datetime.now().astimezone().date(),
        kind=LetterKind(arguments.kind) if arguments.kind else None,
        dated_on=arguments.dated_on,
        account=loaded.account if loaded else None,
        request=loaded.letter if loaded else None,
    )
    try:
        reading = asked(desk, content if content.startswith(ZIP) else decoded(content))
    except (InvalidRequest, WordFileFault) as error:
        raise type(error)(in_file(error.findings, "" if str(arguments.file) == "-" else arguments.file.name)) from error
    answer = check_answer(reading, desk, arguments.reader)
    if arguments.format == "json":
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        for found in answer["findings"]:
            print(f"{found['severity']}: {found['paragraph']}:{found['from'] + 1}: {found['say']}")
            instead = f"→ {found['instead']}" if found["instead"] else ""
            for line in filter(None, (found["do"], instead, ", ".join(one["title"] for one in found["articles"]))):
                print(f"    {line}")
            print(f"    [{found['code']}]")
        print(answer["verdict"])
    return OK if reading.checked.verdict == "ok" else BARRED


def decoded(content: bytes) -> str:
    """Plain text in UTF-8, or as Chinese editors save it. Raises InvalidRequest for what is no text."""
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise InvalidRequest(Finding("check.not_text"))


def serve(arguments: argparse.Namespace, environment: Environment) -> int:
    settings = environment.settings()
    port = settings.port if arguments.port is None else arguments.port
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(OK))
    app = environment.app()
    desk: Desk = app.extensions["docgen"]
    for (letter_language, kind), faults in desk.template_faults.items():
        broken = Finding("template.letter_unavailable", facts={"name": file_name(letter_language, kind)})
        tell((broken, *faults), arguments.reader, environment)
    tell(desk.template_remarks, arguments.reader, environment)
    try:
        serving = server(app, settings, port)
    except OSError as error:
        facts = {"port": str(port), "why": error.strerror or str(error)}
        raise ConfigurationFault(Finding("port.unusable", facts=facts)) from error
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"docgen: http://{host}:{serving.effective_port}/  (API: /api/docs; stop with Ctrl-C)", flush=True)
    for ending in (signal.SIGTERM, signal.SIGINT):  # `kill` and Ctrl-C
        signal.signal(ending, lambda *_: _stop(desk))
    serving.run()  # until it is told to stop
    serving.close()
    return OK


def _stop(desk: Desk) -> NoReturn:
    """End the service, and its presses with what they are printing: nobody would hear the answer any more.

    The presses in a thread of their own, as the one that a signal interrupts may hold what they wait for; the server
    waits some seconds for those whom it serves, and these for the presses.
    """
    if isinstance(desk.press, Workers):
        threading.Thread(target=desk.press.close, name="docgen stops").start()
    sys.exit(OK)


def server(app: Flask, settings: Settings, port: int) -> waitress.server.BaseWSGIServer:
    """A server with a thread for each press, one for each place before them, and some beside. Raises OSError."""
    return waitress.create_server(
        app,
        host=settings.host,
        port=port,
        threads=settings.presses + settings.waiting + THREADS_BESIDE,
        ident="docgen",
        max_request_body_size=DRAINED * settings.max_bytes,
    )


def _facts(error: OSError) -> dict[str, str]:
    return {"file": str(error.filename), "why": error.strerror or str(error)}


def read(path: Path) -> bytes:
    return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()


def write(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
    else:
        path.write_bytes(content)


def refuse(error: DocgenError, language: str, environment: Environment) -> None:
    """Print why nothing was made: every finding, then what would let the letter go out."""
    findings = error.findings or (Finding(f"problem.{error.code}"),)
    law = None
    if any(finding.articles for finding in (*findings, *error.besides)):
        with suppress(DocgenError):  # a setting may be what is wrong
            law = environment.law()
    tell((*findings, *error.besides), language, environment, law)
    if not isinstance(error, Barred):
        return
    problem = Finding(f"problem.{error.code}")
    print(environment.messages.say(problem, language), file=sys.stderr)
    print(f"    {environment.messages.do(problem, language)}", file=sys.stderr)
    if isinstance(error, Unacknowledged):
        new = [code for code in error.to_acknowledge if code not in error.acknowledged]
        print("    " + " ".join(f"--acknowledge {code}" for code in new), file=sys.stderr)
        print(f"    {json.dumps({'letter': {'acknowledge': error.to_acknowledge}})}", file=sys.stderr)


def tell(findings: Iterable[Finding], language: str, environment: Environment, law: LawData | None = None) -> None:
    """Print findings to standard error: severity, place in words, sentence, what to do, articles, code."""
    for finding in findings:
        said = environment.messages.say(finding, language)  # of a Word file it begins with the place
        place = finding.pointer or finding.place
        print(f"{finding.severity.value}: {located(place, language)}{said}", file=sys.stderr)
        if remedy := environment.messages.do(finding, language):
            print(f"    {remedy}", file=sys.stderr)
        if law and finding.articles:
            print(f"    {cite_all(finding.articles, law, Language(language))}", file=sys.stderr)
        if finding.severity in {Severity.FAULT, Severity.BAR, Severity.WARNING}:
            print(f"    [{finding.code}]", file=sys.stderr)


def located(place: str | WordPlace | TextPlace | None, language: str) -> str:
    """A place in the request, in words and as its pointer: "发票 3、金额（/account/invoices/2/amount）："."""
    if not isinstance(place, str) or not place:
        return ""
    if not place.startswith("/"):
        return f"{place}: "
    words = schemas.label(place, language)
    return f"{words}（{place}）：" if language == "zh" else f"{words} ({place}): "
