"""Wires every room; the only file that knows them all."""

from __future__ import annotations

import datetime as dt
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import schemas
from docgen import cli
from docgen.config import Settings
from docgen.errors import ConfigurationFault, Finding, Severity, WordFileFault
from docgen.escalation import craft, policy_file, recovery
from docgen.law import statutes
from docgen.law.statutes import LawData
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.context.fields import fields
from docgen.letters.request import LADDER, Language, LetterKind
from docgen.letters.wording import in_sentence
from docgen.messages import Messages
from docgen.printing.workers import Prints, Workers, make_press
from docgen.studio.apart import Workshop, fit, make_workshop
from docgen.templating import Template, compile_template
from docgen.usecases import Desk
from docgen.usecases.desk import Letters, file_name, in_file, nearest_file
from docgen.usecases.letter import proofread
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.shipping import shelve_shipped
from docgen.usecases.studio.versions import Item, Sort
from docgen.wordfile import open_package

if TYPE_CHECKING:
    from flask import Flask

    from docgen.printing import Press

PACKAGE = files("docgen")
UNDISTURBED = 3.0  # seconds from the start, in which the first letters share interpreter and machine with nothing else


def main() -> None:
    """The `docgen` command."""
    sys.exit(cli.run(sys.argv[1:], environment=Environment(os.environ)))


class Environment:
    """What the command line may ask of the program: made only when a command needs it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.messages = read_messages()
        self._env = env
        named = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""  # POSIX.1-2017, 8.2
        self.language = "zh" if named.lower().startswith("zh") else "en"
        self.debug = bool(env.get("DOCGEN_DEBUG"))

    def settings(self) -> Settings:
        return Settings.from_env(self._env)

    def law(self) -> LawData:
        return statutes.parse(read_law(self.settings().law_data))

    def desk(self) -> Desk:
        settings = self.settings()
        return with_shelf(make_desk(settings, self.messages), open_shelf(settings) if is_kept(settings) else None)

    def examples(self) -> Mapping[str, str]:
        return read_examples()

    def app(self) -> Flask:
        return create_app(self.settings())


def create_app(settings: Settings) -> Flask:
    """The web application: API, form, health. Its presses are processes of their own, which get ready while the rest is
    read; `desk.press.close()` ends them, and so does the end of this process.
    """
    warm_with = shipped_folder("templates").joinpath(file_name(Language.ZH, LetterKind.DEMAND_LETTER)).read_bytes()
    presses = Workers(
        settings.presses,
        workshop_maker(settings, warm_with),
        seconds=settings.print_seconds,
        memory=settings.print_memory << 20,
        calm=UNDISTURBED,
    )
    try:
        from docgen import web  # noqa: PLC0415 — read while the presses get ready, and by no command but this

        desk = with_shelf(make_desk(settings, read_messages(), presses), open_shelf(settings))
        app = web.create_app(desk, settings, read_examples(), read_portfolio())
        presses.ready()
    except BaseException:
        presses.close()
        raise
    soon = threading.Timer(UNDISTURBED, compile_the_rest, [app.extensions["docgen"]])
    soon.daemon = True
    soon.start()
    return app


def open_shelf(settings: Settings) -> Shelf | None:
    """Where versions and letters issued are kept, with what ships in it; None where no folder is set.

    Raises ConfigurationFault when it cannot be used.
    """
    if settings.data is None:
        return None
    from docgen.storage.opening import open_store  # noqa: PLC0415 — read by whoever keeps something

    now = dt.datetime.now(dt.UTC)
    store = open_store(settings.database_url, settings.data, now=now)
    templates = shipped_folder("templates")
    shipped = {
        Item(Sort.LETTER, kind.value, language.value): templates.joinpath(file_name(language, kind)).read_bytes()
        for language, kind in product(Language, LetterKind)
    }
    shelve_shipped(store, shipped, now=now)
    return store


def with_shelf(desk: Desk, shelf: Shelf | None) -> Desk:
    return replace(desk, shelf=shelf, fitter=Fitter(shelf, desk.press)) if shelf else desk


def is_kept(settings: Settings) -> bool:
    """Whether there is a store already: a command that makes a letter uses it, and makes none."""
    return bool(settings.database_url) or (settings.data is not None and (settings.data / "docgen.db").is_file())


def compile_the_rest(desk: Desk) -> None:
    """The templates of the ladder that no letter has asked for yet, while the service is up already. A paper of the way
    is asked for more seldom, and compiled then: four dozen of them would slow the first letters down for seconds."""
    for language, kind in desk.templates:
        if kind in LADDER:
            desk.templates[language, kind]
    gc.freeze()


def make_desk(settings: Settings, messages: Messages, press: Prints | None = None) -> Desk:
    """Read law data, templates and fonts, and hand them to the use cases.

    press: without one it is made in this process. That is what the command line does: it prints one letter and is gone,
    so a process beside it would cost a second start and save nobody else's letter.
    """
    gc.disable()  # all that is made here lives until the end: the cycle collector would look at it in vain
    try:
        return _desk(settings, messages, press or press_maker(settings)())
    finally:
        gc.freeze()  # and need not walk it again during letters
        gc.enable()


def _desk(settings: Settings, messages: Messages, press: Prints) -> Desk:
    read = read_templates(settings.templates, press)
    policy_text = read_policy(settings.policy)
    desk = Desk(
        law=statutes.parse(read_law(settings.law_data)),
        policy=policy_file.read(policy_text),
        policy_text=policy_text,
        recovery=recovery.read(PACKAGE.joinpath("escalation", "recovery.toml").read_text("utf-8")),
        messages=messages,
        templates=read.compiled,
        own_templates=read.own,
        template_faults=read.faults,
        template_remarks=read.remarks,
        press=press,
        craft=craft.read(read_craft()),
    )
    return replace(desk, template_remarks=(*read.remarks, *proofread_own(desk)))


def press_maker(settings: Settings, warm_with: bytes = b"") -> Callable[[], Press]:
    """What makes a press with these settings, in this process or in another. warm_with: see `make_press`."""
    return partial(
        make_press,
        folder=settings.fonts,
        font_map=settings.font_map,
        most_blocks=settings.max_blocks,
        warm_with=warm_with,
    )


def workshop_maker(settings: Settings, warm_with: bytes) -> Callable[[], Workshop]:
    """The same beside what merges templates of strangers: what each process of a service holds."""
    return partial(make_workshop, press_maker(settings, warm_with))


@dataclass(frozen=True, slots=True)
class Templates:
    """What is found in the folder that ships and in an operator's own; see `Desk`."""

    compiled: Mapping[Letters, Template]
    own: frozenset[Letters]
    faults: Mapping[Letters, tuple[Finding, ...]]
    remarks: tuple[Finding, ...]


def read_templates(folder: Path | None, press: Prints | None = None) -> Templates:
    """Every letter's template. One of the operator's own that is wrong keeps its faults, all of them, each with the
    name of its Word file; the others are there as ever. press: in whose processes the operator's own are compiled.
    """
    compiled: dict[Letters, Template] = {}
    faults: dict[Letters, tuple[Finding, ...]] = {}
    own = own_templates(folder)
    for language, kind in sorted(own):
        try:
            compiled[language, kind] = read_template(language, kind, folder, press)
        except WordFileFault as error:
            faults[language, kind] = in_file(error.findings, file_name(language, kind))
    printing = (finding for letter in sorted(own) if letter in compiled for finding in unprintable(*letter, folder))
    remarks = (*unused(folder), *printing)
    return Templates(OnDemand(compiled, set(product(Language, LetterKind)) - own), own, faults, remarks)


class OnDemand(Mapping[Letters, Template]):
    """Compiled templates; those that ship are known to be sound, and compiled when a letter first asks for one: a start
    need not wait for ten of them. Safe to share between threads."""

    def __init__(self, compiled: Mapping[Letters, Template], shipped: Set[Letters]) -> None:
        self._compiled = dict(compiled)
        self._letters = sorted({*compiled, *shipped})
        self._lock = threading.Lock()

    def __getitem__(self, letter: Letters) -> Template:
        if letter not in self._compiled:
            if letter not in self._letters:
                raise KeyError(letter)
            with self._lock:
                if letter not in self._compiled:
                    language, name = letter
                    self._compiled[letter] = read_template(language, LetterKind(name), None)
        return self._compiled[letter]

    def __contains__(self, letter: object) -> bool:
        return letter in self._letters

    def __iter__(self) -> Iterator[Letters]:
        return iter(self._letters)

    def __len__(self) -> int:
        return len(self._letters)


def own_templates(folder: Path | None) -> frozenset[tuple[Language, LetterKind]]:
    """The letters for which an operator has a Word file of their own."""
    return frozenset(
        (language, kind)
        for language, kind in product(Language, LetterKind)
        if folder and (folder / file_name(language, kind)).is_file()
    )


def unprintable(language: Language, kind: LetterKind, folder: Path | None) -> tuple[Finding, ...]:
    """What of an operator's own Word file cannot be printed. Its letters can still be had as Word files."""
    from docgen.printing.reading import reader  # noqa: PLC0415 — a service reads no Word file but its operator's own

    name = file_name(language, kind)
    _, findings = reader.read(open_package((folder or Path()).joinpath(name).read_bytes()))
    return in_file((finding for finding in findings if finding.severity is Severity.FAULT), name)


def proofread_own(desk: Desk) -> Iterator[Finding]:
    """What letters from the operator's own templates lack or must not say, each made for the account of its example
    and for each of its purposes.
    """
    for language, name in sorted(desk.own_templates - set(desk.template_faults)):
        kind = LetterKind(name)
        loaded = schemas.load(shipped_folder("examples").joinpath(f"{kind.value}.json").read_bytes(), kind=kind)
        requests = [replace(loaded.letter, purpose=purpose) for purpose in CATALOGUE[kind].purposes or (None,)]
        found = [remark for each in requests for remark in proofread(desk, kind, language, loaded.account, each)]
        yield from {(remark.code, str(remark.place), str(remark.facts)): remark for remark in found}.values()


def unused(folder: Path | None) -> tuple[Finding, ...]:
    """Word files in an operator's folder that no letter is made from: misnamed, or in the wrong place."""
    known = [file_name(language, kind) for language, kind in product(Language, LetterKind)]
    names = ", ".join(f"{kind.value}.docx" for kind in LetterKind)
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")) if folder else []
    return tuple(
        Finding(
            "template.file_unused",
            Severity.INFORMATION,
            facts={"name": name, "nearest": nearest_file(name), "names": names},
        )
        for name in found
        if name not in known and not Path(name).name.startswith("~$")  # Word's own, while a file is open
    )


def read_messages() -> Messages:
    return Messages.parse(
        {language.value: texts(PACKAGE / "messages" / language.value, ".toml") for language in Language},
        lambda amount, currency, language: in_sentence(amount, currency, Language(language)),
    )


def read_law(folder: Path | None) -> dict[str, str]:
    """The shipped law data; an operator's file of the same name follows it under "NAME (operator)"."""
    read = {entry.name: entry.read_text("utf-8") for entry in named(PACKAGE / "law" / "statutes", ".toml")}
    if folder:
        for path in sorted(folder.glob("*.toml")):
            read[f"{path.name}{statutes.OPERATOR}"] = path.read_text("utf-8")
    return read


def read_policy(file: Path | None) -> str:
    """The text of the company's policy of escalation: its own file, or the one that ships."""
    return file.read_text("utf-8") if file else PACKAGE.joinpath("escalation", "policy.toml").read_text("utf-8")


def read_craft() -> str:
    """The text of what the collection handbooks say."""
    return PACKAGE.joinpath("escalation", "craft.toml").read_text("utf-8")


def read_template(language: Language, kind: LetterKind, folder: Path | None, press: Prints | None = None) -> Template:
    """The Word file of this letter, from an operator's folder or from those that ship, compiled; with a press, in one
    of its processes.

    Raises HostileFile, TemplateFault; ConfigurationFault when there is no such file.
    """
    name = file_name(language, kind)
    found = (folder or shipped_folder("templates")) / name
    if not found.is_file():
        raise ConfigurationFault(Finding("template.absent", facts={"name": name}))
    known = [name.replace("[]", "") for name in fields(kind)]
    content = found.read_bytes()
    return fit(content, press, known=known) if press else compile_template(content, known=known)


def read_examples() -> dict[str, str]:
    """The request documents that ship, to play with: name → JSON text."""
    return {
        entry.name.removesuffix(".json"): entry.read_text("utf-8")
        for entry in named(shipped_folder("examples"), ".json")
    }


def read_portfolio() -> str:
    """The example accounts that ship, many in one document."""
    return shipped_folder("examples").joinpath("portfolio", "accounts.json").read_text("utf-8")


def shipped_folder(name: str) -> Traversable:
    """`templates` or `examples`: inside the package when installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else Path(str(PACKAGE)).parent / name


def named(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted((entry for entry in folder.iterdir() if entry.name.endswith(ending)), key=lambda entry: entry.name)


def texts(folder: Traversable, ending: str) -> Iterator[str]:
    return (entry.read_text("utf-8") for entry in named(folder, ending))
