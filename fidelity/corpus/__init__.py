"""The Word files that are printed in both programs."""

from __future__ import annotations

from pathlib import Path

# Read for what they enter: the order of the report.
from fidelity.corpus import pages, characters, paragraphs, lists, tables, objects, documents  # noqa: F401, I001
from fidelity.corpus.fetched import fetched
from fidelity.corpus.letters import letters
from fidelity.corpus.making import CASES, Case

__all__ = ["CASES", "Case", "whole"]


def whole(downloads: Path) -> list[Case]:
    """Letters, constructs, documents, and what is fetched, in this order."""
    return [*letters(), *CASES, *fetched(downloads)]
