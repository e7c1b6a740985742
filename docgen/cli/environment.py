"""What a command is given, and what it ends with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from docgen.config import Settings
from docgen.law.statutes import LawData
from docgen.messages import Messages
from docgen.usecases import Desk

if TYPE_CHECKING:
    from flask import Flask

# Exit codes: a script can tell a fault in its file from a letter that the law bars.
OK, FAULT, USAGE, BARRED = 0, 1, 2, 3


class Environment(Protocol):
    """What `docgen.app` hands in; each part is made only when a command needs it."""

    messages: Messages
    language: str  # of remarks, where the command line names none
    debug: bool  # also tell where in the program something unforeseen went wrong

    def settings(self) -> Settings: ...
    def law(self) -> LawData: ...
    def desk(self) -> Desk: ...
    def examples(self) -> Mapping[str, str]: ...  # the requests that ship, name → JSON
    def app(self) -> Flask: ...
