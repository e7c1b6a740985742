"""What is asked of a press, and what it gives: all that whoever lets others print need know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from docgen.errors import Finding


class Profile(Enum):
    """What a PDF is for. PLAIN: to read and to print. ACCESSIBLE: tagged, PDF/UA-1 (ISO 14289-1), for screen readers.
    ARCHIVE: PDF/A-3a (ISO 19005-3) as well, with what it was made from inside."""

    PLAIN = "plain"
    ACCESSIBLE = "accessible"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the PDF. relation: what it is to the document: "Source", "Data", "Alternative", "Supplement" or
    "Unspecified" (ISO 19005-3, annex E)."""

    name: str
    mime: str
    content: bytes
    description: str = ""
    relation: str = "Unspecified"


@dataclass(frozen=True, slots=True)
class Printed:
    """pages: how many. notices: what is worth knowing: fonts substituted, revisions accepted, comments left out."""

    pdf: bytes
    pages: int
    notices: tuple[Finding, ...]
