"""What two versions differ in besides their words, as a lawyer would say it."""

from __future__ import annotations

from collections.abc import Callable

from flask_babel import gettext as _

from docgen.letters.context.fields import fields
from docgen.letters.request import Language, LetterKind
from docgen.studio.comparing.comparison import LayoutChange, Steer
from docgen.studio.comparing.saying import in_words
from docgen.studio.subject import Subject

# How a style file names its settings, and which kind of look that is.
_SETTINGS = {
    "rFonts": "font", "sz": "size", "szCs": "size", "b": "bold", "bCs": "bold", "i": "italic", "iCs": "italic",
    "u": "underline", "color": "colour", "highlight": "colour", "shd": "colour", "jc": "alignment", "ind": "indents",
    "spacing": "spacing", "numPr": "numbering", "basedOn": "style",
}  # fmt: skip
_HALF_POINTS = {"sz", "szCs"}


def looks(code: str) -> str:
    """What looks different about a clause: a code of `Change.formats`."""
    said = {
        "style": _("style"),
        "alignment": _("alignment"),
        "indents": _("indents"),
        "spacing": _("spacing"),
        "numbering": _("numbering"),
        "paragraph": _("paragraph settings"),
        "font": _("font"),
        "size": _("size"),
        "bold": _("bold"),
        "italic": _("italic"),
        "underline": _("underlined"),
        "colour": _("colour"),
        "characters": _("look of the characters"),
        "cells": _("cells of the table"),
        "picture_size": _("size of a picture"),
    }
    return str(said.get(code, code))


def layout(change: LayoutChange) -> tuple[str, str, str]:
    """What it is, how it was, how it is; "" where there was or is none."""
    said = {
        "paper": _("Paper (mm)"),
        "margins": _("Margins: top, right, bottom, left (mm)"),
        "header_edge": _("Header and footer from the edge of the paper (mm)"),
        "columns": _("Columns"),
        "sections": _("Sections of the document"),
        "title_page": _("A header of its own on the first page"),
        "style": _("Style"),
        "defaults": _("What all styles go by"),
        "theme": _("Theme"),
        "property": _("Property of the file"),
        "picture": _("Picture (mm)"),
    }
    what = str(said.get(change.what, change.what))
    if change.name:
        what = f"{what} “{_named(change)}”"
    before, after = change.before, change.after
    if change.what == "title_page":
        before, after = (str(_("yes") if side else _("no")) for side in (before, after))
    if change.what in ("style", "defaults"):
        before, after = settings(before), settings(after)
    return what, before, after


def _named(change: LayoutChange) -> str:
    said = {"title": _("title"), "subject": _("subject"), "creator": _("author"), "keywords": _("tags"),
            "description": _("comments"), "category": _("category"), "contentStatus": _("status"),
            "language": _("language"), "fonts": _("fonts"), "colours": _("colours"), "body": _("in the text"),
            "header": _("header"), "footer": _("footer")}  # fmt: skip
    return change.name if change.what == "style" else str(said.get(change.name, change.name))


def settings(said: str) -> str:
    """ "b 1; sz 24" as "bold; size 12"."""
    return said if said in ("", "–", "…") else "; ".join(dict.fromkeys(map(_setting, said.split("; "))))


def _setting(said: str) -> str:
    name, _sep, value = said.removeprefix("paragraph ").partition(" ")
    if name not in _SETTINGS:
        return str(_("other settings"))
    if name in _HALF_POINTS and value.isdecimal():
        value = f"{int(value) / 2:g}"
    words = looks(_SETTINGS[name])
    if value in ("0", "false"):
        return str(_("not %(look)s", look=words))
    return words if value == "1" else f"{words} {value}"


def conditions(subject: Subject | None, reader: Language) -> Callable[[Steer], str]:
    """What words a tag that steers. subject: None of a clause, which any letter may include."""
    known = subject.fields if subject else {name: said for kind in LetterKind for name, said in fields(kind).items()}
    return lambda steer: in_words(steer, known, reader)
