"""Wires every room; the only file that knows them all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path

from flask import Flask

from docgen import cli, web
from docgen.config import Settings
from docgen.errors import ConfigurationFault, Finding, TemplateFault, WordFileFault, WordPlace
from docgen.law import statutes
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.printing import Press, fonts
from docgen.templating import CompiledTemplate, compile_template
from docgen.usecases import Desk

PACKAGE = files("docgen")


def main() -> None:
    """The `docgen` command."""
    sys.exit(cli.run(sys.argv[1:], environment=Environment(os.environ)))


class Environment:
    """What the command line may ask of the program: made only when a command needs it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.messages = read_messages()
        self._env = env

    def settings(self) -> Settings:
        return Settings.from_env(self._env)

    def desk(self) -> Desk:
        return make_desk(self.settings(), self.messages)

    def app(self) -> Flask:
        return create_app(self.settings())


def create_app(settings: Settings) -> Flask:
    """The web application: API, form, health."""
    return web.create_app(make_desk(settings, read_messages()), settings, read_examples())


def make_desk(settings: Settings, messages: Messages) -> Desk:
    """Read law data, templates and fonts, and hand them to the use cases."""
    return Desk(
        law=statutes.parse(read_law(settings.law_data)),
        messages=messages,
        templates=compile_templates(settings.templates),
        own_templates=own_templates(settings.templates),
        press=Press(fonts.prepare(settings.cache, folder=settings.fonts, font_map=settings.font_map)),
    )


def compile_templates(folder: Path | None) -> dict[tuple[Language, LetterKind], CompiledTemplate]:
    """Every letter's template; the faults of all of them at once, each with the name of its Word file."""
    compiled: dict[tuple[Language, LetterKind], CompiledTemplate] = {}
    faults: list[Finding] = []
    for language, kind in product(Language, LetterKind):
        try:
            compiled[language, kind] = compile_template(read_template(language, kind, folder))
        except WordFileFault as error:
            faults += [_in_file(finding, f"{language.value}/{kind.value}.docx") for finding in error.findings]
    if faults:
        raise TemplateFault(faults)
    return compiled


def own_templates(folder: Path | None) -> frozenset[tuple[Language, LetterKind]]:
    """The letters for which an operator has a Word file of their own."""
    return frozenset(
        (language, kind)
        for language, kind in product(Language, LetterKind)
        if folder and (folder / language.value / f"{kind.value}.docx").is_file()
    )


def _in_file(finding: Finding, name: str) -> Finding:
    if isinstance(finding.place, WordPlace):
        return replace(finding, place=replace(finding.place, part=f"{name}, {finding.place.part}"))
    return replace(finding, place=name)


def read_messages() -> Messages:
    return Messages.parse(
        {language.value: texts(PACKAGE / "messages" / language.value, ".toml") for language in Language}
    )


def read_law(folder: Path | None) -> dict[str, str]:
    """The shipped law data; an operator's file of the same name follows it under "NAME (operator)"."""
    read = {entry.name: entry.read_text("utf-8") for entry in named(PACKAGE / "law" / "statutes", ".toml")}
    if folder:
        for path in sorted(folder.glob("*.toml")):
            read[f"{path.name}{statutes.OPERATOR}"] = path.read_text("utf-8")
    return read


def read_template(language: Language, kind: LetterKind, folder: Path | None) -> bytes:
    """An operator's Word file for this letter, else the one that ships."""
    name = f"{kind.value}.docx"
    if folder and (own := folder / language.value / name).is_file():
        return own.read_bytes()
    shipped = shipped_folder("templates") / language.value / name
    if not shipped.is_file():
        raise ConfigurationFault(Finding("template.absent", facts={"name": f"{language.value}/{name}"}))
    return shipped.read_bytes()


def read_examples() -> dict[str, str]:
    """The request documents that ship, to play with: name → JSON text."""
    return {
        entry.name.removesuffix(".json"): entry.read_text("utf-8")
        for entry in named(shipped_folder("examples"), ".json")
    }


def shipped_folder(name: str) -> Traversable:
    """`templates` or `examples`: inside the package when installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else Path(str(PACKAGE)).parent / name


def named(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted((entry for entry in folder.iterdir() if entry.name.endswith(ending)), key=lambda entry: entry.name)


def texts(folder: Traversable, ending: str) -> Iterator[str]:
    return (entry.read_text("utf-8") for entry in named(folder, ending))
