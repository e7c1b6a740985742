"""The command line: the same use cases as the web.

arguments    what may be typed, and which command it calls
letters      render, print
accounts     assess, decide, portfolio
checking     check
templates    template check, diff, text: a folder of Word files
keeping      template publish, export, import: the versions that are kept
folders      which files of a folder are whose; compared: what two versions differ in, for a terminal
serving      serve
telling      remarks on standard error, in the reader's language
"""

from __future__ import annotations

import traceback

from docgen.cli.arguments import parser
from docgen.cli.environment import BARRED, FAULT, OK, USAGE, Environment
from docgen.cli.serving import server
from docgen.cli.telling import refuse, tell
from docgen.errors import Barred, DocgenError, Finding, NotReady, Severity

__all__ = ["BARRED", "FAULT", "OK", "USAGE", "Environment", "run", "server"]


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
        return BARRED if isinstance(error, Barred) or _waits(error) else FAULT
    except OSError as error:
        tell((Finding("file.unusable", facts=_facts(error)),), arguments.reader, environment)
        return FAULT
    except Exception as error:  # the last door: one sentence, whatever it is
        tell((Finding("program.failed", facts={"kind": type(error).__name__}),), arguments.reader, environment)
        if environment.debug:
            traceback.print_exception(error)
        return FAULT


def _waits(error: DocgenError) -> bool:
    """Whether nothing stands against a version but warnings that nobody has said to have read."""
    severities = {finding.severity for finding in error.findings}
    return isinstance(error, NotReady) and severities == {Severity.WARNING}


def _facts(error: OSError) -> dict[str, str]:
    return {"file": str(error.filename), "why": error.strerror or str(error)}
