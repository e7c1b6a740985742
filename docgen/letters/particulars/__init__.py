"""What the papers of the way ask for beyond the account, one group of papers after the other.

Each is a frozen object of its own in the request (`docgen.letters.request.LetterRequest`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import ClassVar


class Particulars:
    """What one paper asks for. OWN: the fields in which its sender writes words that are printed as they stand; they
    are read for their tone as free paragraphs are, and explain no figure."""

    __slots__ = ()
    OWN: ClassVar[tuple[str, ...]] = ()


def own_words(held: object, place: str) -> Iterator[tuple[str, str]]:
    """Those words, each with its place in the request document. held: an object of the request, or a list of them."""
    if isinstance(held, tuple):
        for index, one in enumerate(held):
            yield from own_words(one, f"{place}/{index}")
    elif isinstance(held, Particulars) and is_dataclass(held):
        for field in fields(held):
            value = getattr(held, field.name)
            if field.name not in held.OWN:
                yield from own_words(value, f"{place}/{field.name}")
            elif value:
                yield f"{place}/{field.name}", value
