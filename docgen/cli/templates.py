"""`docgen template check`, `diff` and `text`: Word files of templates in a folder; nothing need be kept for them."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import schemas
from docgen.accounts.account import Account
from docgen.cli.compared import show_changes
from docgen.cli.environment import FAULT, OK, Environment
from docgen.cli.files import name_of, read, show, write
from docgen.cli.folders import Given, beside, given, whose
from docgen.cli.telling import tell
from docgen.errors import DocgenError, Finding, InvalidRequest, WordFileFault, WordPlace
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.usecases import Desk
from docgen.usecases.desk import in_file
from docgen.usecases.studio.examining import Examined, Example, examine, marked_file, repaired_file
from docgen.usecases.studio.folder import LooseFiles, path_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.told import comments, comparison_document, examined_document, verdict
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import Item, Sort
from docgen.wordfile import open_package
from docgen.wordfile.text import text


@dataclass(frozen=True, slots=True)
class Looked:
    """A file and what was found in it, each finding with the name of its file."""

    file: Given
    examined: Examined
    shelf: Shelf
    repaired: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        name, item, found = self.file.name, self.file.item, self.examined.findings
        return tuple(located(finding, name, item, self.shelf) for finding in found) if item else found


def check_templates(arguments: argparse.Namespace, environment: Environment) -> int:
    """Tell all that is wrong with templates; those of a folder are read with the clauses and the letterhead there."""
    desk, example = environment.desk(), example_of(environment)
    files = given(arguments.file, arguments.letter)
    if arguments.marked and len(files) != 1:
        raise InvalidRequest(Finding("studio.one_file_to_mark", place="--marked", facts={"count": str(len(files))}))
    if arguments.repair and any(str(file.path) == "-" for file in files):
        raise InvalidRequest(Finding("studio.no_file_to_repair", place="--repair"))
    out = sys.stderr if str(arguments.marked) == "-" else sys.stdout
    held = {**beside(arguments.file), **{file.item: file.content for file in files if file.item}}
    shelf = LooseFiles(held, beneath=desk.shelf)
    looked = [_look(desk, shelf, example, file, repair=arguments.repair) for file in files]
    if arguments.marked:
        (one,) = looked
        say = comments(one.examined.findings, desk, arguments.reader)
        write(arguments.marked, marked_file(one.examined, say, Language(arguments.reader)))
    if arguments.json:
        shown = (replace(one.examined, findings=one.findings) for one in looked)
        answers = zip(looked, (examined_document(each, desk, arguments.reader) for each in shown), strict=True)
        show({"files": [{"file": one.file.name, "repaired": one.repaired, **answer} for one, answer in answers]})
    else:
        for one in looked:
            print(f"{one.file.name or '-'}: {verdict(one.findings)}", file=out)
            if one.repaired:
                done = Finding("studio.repaired", facts={"count": str(one.repaired)})
                print(f"    {environment.messages.say(done, arguments.reader)}", file=out)
            tell(one.findings, arguments.reader, environment, desk.law, to=out)
    return FAULT if any(verdict(one.findings) == "fault" for one in looked) else OK


def compare_templates(arguments: argparse.Namespace, _environment: Environment) -> int:
    """Print what the second Word file changes of the first."""
    from docgen.studio.comparing import compare, tracked  # noqa: PLC0415 — reads Word as the press does

    item = whose(arguments.new, arguments.letter)
    old, new = read(arguments.old), read(arguments.new)
    for path, content in ((arguments.old, old), (arguments.new, new)):
        with named(path):
            open_package(content)
    if arguments.tracked:
        write(arguments.tracked, tracked(old, new, author=arguments.author, at=dt.datetime.now(dt.UTC)))
    changes = comparison_document(compare(old, new), item, arguments.reader)
    if arguments.json:
        show(changes)
    else:
        show_changes(changes, arguments.reader)
    return OK


def show_text(arguments: argparse.Namespace, _environment: Environment) -> int:
    """Print the words of a Word file, a paragraph or a row to a line: for diffs in a company's own git."""
    with named(arguments.file):
        sys.stdout.write(text(read(arguments.file)))
    return OK


@contextmanager
def named(path: Path) -> Iterator[None]:
    """What is wrong with a Word file is told with the file's name."""
    try:
        yield
    except WordFileFault as error:
        raise type(error)(in_file(error.findings, name_of(path))) from error


def example_of(environment: Environment) -> Example:
    """Where the account and the request come from that ship as a letter's example."""
    texts = environment.examples()
    read: dict[LetterKind, tuple[Account, LetterRequest]] = {}

    def example(kind: LetterKind) -> tuple[Account, LetterRequest]:
        if kind not in read:
            loaded = schemas.load(texts[kind.value], kind=kind)
            read[kind] = loaded.account, loaded.letter
        return read[kind]

    return example


def _look(desk: Desk, shelf: Shelf, example: Example, file: Given, *, repair: bool) -> Looked:
    if (item := file.item) is None:
        nobody = Item(Sort.LETTER, "")
        return Looked(file, Examined(item=nobody, word_file=file.content, findings=(file.unplaced,)), shelf)

    def examined(content: bytes) -> Examined:
        try:
            return examine(desk, shelf, example, item, content, day=dt.datetime.now().astimezone().date())
        except DocgenError as error:  # a letter that nobody knows
            return Examined(item=item, word_file=content, findings=tuple(error.findings))

    found = examined(file.content)
    if not (repair and found.repairable and item.sort in {Sort.LETTER, Sort.CLAUSE}):
        return Looked(file, found, shelf)
    mended = repaired_file(found)
    write(file.path, mended.word_file)
    return Looked(file, examined(mended.word_file), shelf, len(mended.done))


def located(finding: Finding, name: str, item: Item, shelf: Shelf) -> Finding:
    """With the name of its file: of the one looked at, or of the clause in it."""
    if isinstance(finding.place, WordPlace) and finding.place.file:
        clause = Item(Sort.CLAUSE, finding.place.file, item.language)
        line = (replace(clause, unit=unit) for unit in lineage(item.unit, shelf.units()))
        there = path_of(next((one for one in line if shelf.versions(one)), clause))
        return replace(finding, place=replace(finding.place, file=there))
    return in_file([finding], name)[0] if name else finding
