"""What may be typed after `docgen template`."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from docgen.cli.environment import Environment

_LETTER = (
    "what the file is called in a folder of templates, where its own name does not say it: zh/demand_letter, "
    "clauses/zh/account"
)
_SHAPE = "zh/demand_letter.docx, clauses/zh/account.docx, letterhead.zip, and the same below units/UNIT"


class Command(Protocol):
    def __call__(self, name: str, does: str, call: object, *, within: Any = ...) -> argparse.ArgumentParser: ...


def _run(name: str, room: str = "templates") -> Callable[[argparse.Namespace, Environment], int]:
    """A command of `docgen.cli.templates` or another room, read when it is run: a letter has no need of the studio."""

    def run(arguments: argparse.Namespace, environment: Environment) -> int:
        commands = importlib.import_module(f"docgen.cli.{room}")
        return int(getattr(commands, name)(arguments, environment))

    return run


def templates(command: Command, commands: Any) -> None:
    """Add `template` and its commands."""
    does = "check, compare, publish and carry the Word files that letters are made from"
    top = commands.add_parser(
        "template",
        help=does,
        description=f"{does}. A folder of templates holds {_SHAPE}. check, diff and text need nothing but the files, "
        "so they serve in a company's own git; publish, export and import work on the versions that docgen keeps in "
        "DOCGEN_DATA, by the same list of rights as the pages and the API.",
    )
    within = top.add_subparsers(required=True, metavar="COMMAND")

    checking = command("check", "tell everything that is wrong with templates", _run("check_templates"), within=within)
    checking.add_argument("file", type=Path, nargs="+", metavar="FILE", help=f"or a folder that holds {_SHAPE}")
    checking.add_argument("--letter", default="", metavar="NAME", help=_LETTER)
    checking.add_argument("--marked", type=Path, metavar="OUT.docx", help="write FILE with a comment at each finding")
    checking.add_argument(
        "--repair", action="store_true", help="put right in FILE itself what is certain, and tell the rest"
    )
    checking.add_argument(
        "--json", action="store_true", help="what the API answers to /templates/…/checks, for each file"
    )

    comparing = command(
        "diff", "tell what one Word file changes of another, clause by clause", _run("compare_templates"), within=within
    )
    comparing.add_argument("old", type=Path, metavar="OLD")
    comparing.add_argument("new", type=Path, metavar="NEW")
    comparing.add_argument("--letter", default="", metavar="NAME", help=_LETTER)
    comparing.add_argument("--tracked", type=Path, metavar="OUT.docx", help="write NEW with tracked changes")
    comparing.add_argument("--author", default="docgen", metavar="NAME", help="who made the tracked changes")
    comparing.add_argument("--json", action="store_true", help="what the API answers to /against/")

    reading = command("text", "print the words of a Word file, a paragraph to a line", _run("show_text"), within=within)
    reading.add_argument("file", type=Path, metavar="FILE", help="- reads it from standard input")

    publishing = command(
        "publish",
        "draft a file, hand it in, have it approved by somebody else and publish it",
        _run("publish_file", "keeping"),
        within=within,
    )
    publishing.add_argument("file", type=Path, metavar="FILE")
    publishing.add_argument("--letter", default="", metavar="NAME", help=_LETTER)
    publishing.add_argument(
        "--unit", default="", metavar="UNIT", help="the company whose it is; without it the group's"
    )
    _acting(publishing)
    publishing.add_argument("--approved-by", required=True, metavar="PERSON", help="who has read and approves it")
    publishing.add_argument(
        "--acknowledge",
        action="append",
        default=[],
        metavar="CODE",
        help="the author has read this warning; may be given more than once",
    )
    publishing.add_argument(
        "--from",
        dest="from_on",
        type=dt.date.fromisoformat,
        metavar="DATE",
        help="the first day of letters made with it",
    )
    publishing.add_argument(
        "--until", dest="until_on", type=dt.date.fromisoformat, metavar="DATE", help="the last day; without it for good"
    )
    publishing.add_argument("--note", default="", metavar="WORDS", help="why, for whoever reads it later")
    publishing.add_argument("--json", action="store_true", help="the version, as the API has it")

    exporting = command(
        "export",
        "write all that is in force as files, with a manifest; the same versions give the same bytes",
        _run("export_folder", "keeping"),
        within=within,
    )
    exporting.add_argument("folder", type=Path, metavar="FOLDER", help=f"to hold {_SHAPE}")
    _acting(exporting)

    importing = command(
        "import",
        "make a draft of each file of a folder that is not in force",
        _run("import_folder", "keeping"),
        within=within,
    )
    importing.add_argument("folder", type=Path, metavar="FOLDER", help=f"that holds {_SHAPE}")
    _acting(importing)
    importing.add_argument("--note", default="", metavar="WORDS", help="why, for whoever reads it later")
    importing.add_argument("--json", action="store_true", help="each file with its version, as the API has it")


def _acting(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as", dest="who", required=True, metavar="PERSON", help="who you are, by the id of /people")
