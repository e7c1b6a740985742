"""The Word files that are printed in both programs."""

from __future__ import annotations

from pathlib import Path

# Read for what they enter: the order of the report.
from fidelity.corpus import characters, documents, lists, objects, pages, paragraphs, tables  # noqa: F401
from fidelity.corpus.fetched import fetched
from fidelity.corpus.letters import letters
from fidelity.corpus.making import CASES, Case

__all__ = ["CASES", "Case", "whole"]


def whole(downloads: Path) -> list[Case]:
    """Letters, constructs, documents, and what is fetched, in this order."""
    return [*letters(), *CASES, *fetched(downloads)]
