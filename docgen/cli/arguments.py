"""What may be typed, and which command it calls."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from docgen import __version__
from docgen.accounts.collection import Grain
from docgen.cli.accounts import assess_file, decide_file, portfolio_files
from docgen.cli.checking import check
from docgen.cli.letters import print_word_file, render
from docgen.cli.serving import serve
from docgen.cli.template_arguments import templates
from docgen.letters.request import Language, LetterKind
from docgen.printing import Profile

_BY_LOCALE = "by LC_ALL, LC_MESSAGES or LANG: Chinese for zh…, else English"
_OF_REMARKS = f"of remarks and words in the answer; without it {_BY_LOCALE}"


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="docgen",
        description="Letters that get a company paid.",
        epilog="exit codes: 0 done; 1 a fault in a file, a setting or the system; 2 wrong use of the command line; "
        "3 the law or the account bars the letter, or a warning waits to be acknowledged",
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, does: str, call: object, language: str = _OF_REMARKS, within: Any = commands
    ) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = within.add_parser(name, help=does, description=does)
        made.add_argument("--language", choices=[item.value for item in Language], help=language)
        made.set_defaults(command=call)
        return made

    rendering = command(
        "render",
        "make a letter from an account file",
        render,
        language=f"of the letter and of remarks; without it the letter is in Chinese, and remarks go {_BY_LOCALE}",
    )
    rendering.add_argument(
        "kind", metavar="LETTER", help=f"{', '.join(LetterKind)}, or the name of a letter of the company's own"
    )
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

    templates(command, commands)

    serving = command("serve", "serve the form and the API on this machine", serve)
    serving.add_argument("--port", type=int, help="instead of DOCGEN_PORT")
    return top
