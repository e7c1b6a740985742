"""What files are called that the pages hand out."""

from __future__ import annotations


def file_name(words: str) -> str:
    """Words as a file name that every system takes."""
    safe = ("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in words)
    return "".join(safe).strip(". ")[:80] or "docgen"
