"""Words escaped for where they stand in a part."""

from __future__ import annotations

import re

MARKUP = "&<>\t\n\r"  # what cannot stand in a run as it is
_MARKUP = re.compile(f"[{MARKUP}]")
_NEXT_TEXT = '<w:t xml:space="preserve">'
_IN_RUN = {"\n": f"</w:t><w:br/>{_NEXT_TEXT}", "\t": f"</w:t><w:tab/>{_NEXT_TEXT}"}  # 17.3.3.1, 17.3.3.32
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def for_run(text: str) -> str:
    """Text in a run: a line break and a tab are elements of their own there."""
    if _MARKUP.search(text):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        for character, element in _IN_RUN.items():
            text = text.replace(character, element)
    return text


def for_property(text: str) -> str:
    """Text of a document property."""
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text.replace("\r\n", "\n").replace("\r", "\n")
