"""What has versions, and at which addresses: letters, clauses, letterheads, the company's own kinds of letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docgen.usecases.studio.versions import Item, Sort, Version
from docgen.web.api.body import DOCX, JSON, ZIP, body
from docgen.web.api.prints import zipped
from docgen.web.api.query import Parameter, query
from docgen.web.api.studio.visiting import UNIT, Visit, item_named, visit

NUMBER = "<int(min=1, max=999999999):number>"


@dataclass(frozen=True, slots=True)
class Place:
    """One of them. path: of its items. called: in the names of calls; one: in their words. media_type: of its files."""

    sort: Sort
    path: str
    called: str
    one: str
    media_type: str = DOCX
    ending: str = "docx"

    @property
    def is_word(self) -> bool:
        return self.media_type == DOCX

    def sent(self) -> bytes:
        """The file in the body. Raises UnsupportedMedia, NotAWordFile."""
        return body(JSON) if self.media_type == JSON else zipped(body(self.media_type))


LETTERS = Place(Sort.LETTER, "/templates/<any(zh, en):language>/<name>", "Template", "a letter")
CLAUSES = Place(Sort.CLAUSE, "/clauses/<any(zh, en):language>/<name>", "Clause", "a clause")
LETTERHEADS = Place(Sort.LETTERHEAD, "/letterheads", "Letterhead", "a letterhead", ZIP, "zip")
KINDS = Place(Sort.KIND, "/kinds/<name>", "Kind", "a letter of the company's own", JSON, "json")
PLACES = (LETTERS, CLAUSES, LETTERHEADS, KINDS)
_SHELVES = {place.sort: place.path.partition("<")[0].rstrip("/") for place in PLACES}


def at(
    place: Place, language: str, name: str, *besides: Parameter, beside: Callable[[], object] = visit
) -> tuple[Visit, Item, dict[str, str]]:
    """Who calls, about which item, and the query. beside: reads the body; its faults are told with the query's."""
    asked = query(UNIT, *besides, beside=beside)
    here = visit()
    return here, item_named(place.sort, language, name, asked["unit"], here.shelf), asked


def address(version: Version) -> str:
    """Where a version is, as `Location` says it."""
    item = version.item
    steps = [_SHELVES[item.sort], *filter(None, (item.language, item.name)), str(version.number)]
    return f"/api/v1{'/'.join(steps)}?unit={item.unit}"
