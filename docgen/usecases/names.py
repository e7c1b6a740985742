"""What files are called that docgen hands out."""

from __future__ import annotations

import re


def safe(words: str, otherwise: str = "docgen") -> str:
    """Words as a file name that every system takes, without an ending. otherwise: where nothing is left of them."""
    signs = ("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in words)
    return "".join(signs).strip(". ")[:80] or otherwise


def stem(given: str, otherwise: str = "docgen") -> str:
    """What a Word file is called that was sent under this name: without folders, of whatever system, and ending."""
    return safe(re.sub(r"^.*[/\\]|\.do[ct][xm]?$", "", given, flags=re.IGNORECASE | re.DOTALL), otherwise)
