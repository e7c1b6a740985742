"""The two kinds of findings that a letter which may be sent still carries."""

from __future__ import annotations

from docgen.errors import Finding, Severity


def caution(code: str, articles: tuple[str, ...], *, place: str | None = None, **facts: str) -> Finding:
    """Something that the sender must have read: the letter waits until its code is acknowledged."""
    return Finding(code, Severity.WARNING, place=place, facts=facts, articles=articles)


def told(code: str, articles: tuple[str, ...], *, place: str | None = None, **facts: str) -> Finding:
    """Something that the sender should know; nothing waits for it."""
    return Finding(code, Severity.INFORMATION, place=place, facts=facts, articles=articles)
