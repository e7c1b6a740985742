"""`docgen check`: a letter's text, read before it leaves."""

from __future__ import annotations

import argparse
import datetime as dt
from contextlib import suppress
from functools import partial

import schemas
from docgen.cli.environment import BARRED, OK, Environment
from docgen.cli.files import name_of, read, show
from docgen.errors import Finding, InvalidRequest, WordFileFault
from docgen.letters.request import LetterKind
from docgen.usecases import check_file, check_text
from docgen.usecases.checked import check_answer
from docgen.usecases.desk import in_file

ZIP = b"PK"  # how a Word file begins


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
        raise type(error)(in_file(error.findings, name_of(arguments.file))) from error
    answer = check_answer(reading, desk, arguments.reader)
    if arguments.format == "json":
        show(answer)
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
