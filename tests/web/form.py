"""A person at the form without a browser: reads the page, types, presses buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from docgen.web.pages.sheet import PARTS
from docgen.web.pages.typed import Tree, from_request
from docgen.web.pages.view import ident

_TEMPLATE = re.compile(r"<template>(?:(?!<template>).)*?</template>", re.DOTALL)


class Form:
    """The page as last shown. `fields` are what a browser would send."""

    def __init__(self, client: FlaskClient, language: str = "en") -> None:
        self.client = client
        self.answer: TestResponse = client.get(f"/?lang={language}")
        self._read()

    def _read(self) -> None:
        text, before = self.answer.text, ""
        while before != text:  # what templates hold is no part of the page, and they stand in each other
            before, text = text, _TEMPLATE.sub("", text)
        self.page = html.fromstring(text)
        self.fields = self._sent()

    def _sent(self) -> MultiDict[str, Any]:
        sent: MultiDict[str, Any] = MultiDict()
        for box in self.page.xpath("//input[@name] | //select[@name] | //textarea[@name]"):
            kind = box.get("type", "")
            if box.tag == "select":
                chosen = box.xpath("option[@selected]") or box.xpath("option[1]")
                sent.add(box.get("name"), chosen[0].get("value"))
            elif box.tag == "textarea":
                sent.add(box.get("name"), (box.text or "").removeprefix("\n"))
            elif kind not in {"radio", "checkbox", "file"} or (kind != "file" and box.get("checked") is not None):
                sent.add(box.get("name"), box.get("value", ""))
        return sent

    def type(self, values: Mapping[str, str]) -> Form:
        for name, value in values.items():
            self.fields[name] = value
        return self

    def fill(self, document: Mapping[str, Any]) -> Form:
        """Type a whole request document."""
        for name, value in flat(from_request(document, PARTS)).items():
            self.fields[name] = value
        return self

    def press(self, button: str, **more: Any) -> Form:
        """Send the form by one of its buttons; a page in the answer becomes the form as shown."""
        sent = [*self.fields.items(multi=True), ("do", button), *more.items()]
        self.answer = self.client.post(
            "/", data=multipart(sent), content_type=f"multipart/form-data; boundary={BOUNDARY}"
        )
        if self.answer.mimetype == "text/html":
            self._read()
        return self

    # -- what a reader sees

    def box(self, name: str) -> Any:
        (found,) = self.page.xpath(f"//*[@name='{name}']")
        return found

    def words(self, xpath: str = "//main") -> str:
        return " ".join(" ".join(part.text_content() for part in self.page.xpath(xpath)).split())

    def beside(self, name: str) -> str:
        """All that a screen reader says about a box."""
        ids = self.box(name).get("aria-describedby", "").split()
        return " ".join(self.words(f"//*[@id='{each}']") for each in ids)

    def summary(self) -> dict[str, str]:
        """The list of faults at the top: the name of the box each leads to, and its words."""
        listed = {}
        for entry in self.page.xpath("//section[@id='answer']//li"):
            (link,) = entry.xpath("a/@href") or [""]
            listed[link.removeprefix("#")] = " ".join(entry.text_content().split())
        return listed

    def headline(self) -> str:
        return self.words("//*[@id='answer-title']")


BOUNDARY = "----a-browser-s-boundary"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def multipart(sent: Iterable[tuple[str, Any]]) -> bytes:
    """Fields and files as a browser writes them. (Werkzeug's own client leaves out the blank line of an empty
    field, and its server then misreads the field that lies across two pieces of a long form.)"""
    body = bytearray()
    for name, value in sent:
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'.encode()
        if isinstance(value, tuple):
            content, file_name = value
            body += f'; filename="{file_name}"\r\nContent-Type: application/octet-stream\r\n\r\n'.encode()
            body += content.read()
        else:
            body += b"\r\n\r\n" + str(value).encode()
        body += b"\r\n"
    return bytes(body + f"--{BOUNDARY}--\r\n".encode())


def flat(tree: Tree, name: str = "") -> dict[str, str]:
    """The names and values of the boxes that a tree of typed strings fills."""
    values: dict[str, str] = {}
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in entries:
        full = f"{name}.{key}".strip(".")
        if isinstance(value, str):
            values[full] = value
        else:
            values |= flat(value, full)
    return values


def anchor(pointer: str) -> str:
    """The id of the box that a JSON pointer of a request without empty rows leads to."""
    return ident(pointer.removeprefix("/").replace("/", "."))
