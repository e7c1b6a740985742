"""Examinations, as a page of the studio asks for them."""

from __future__ import annotations

from docgen.usecases.studio.examining import Examined
from docgen.usecases.studio.versions import Item
from docgen.web import examined
from docgen.web.pages.showing import today
from docgen.web.pages.studio.who import Visit


def examination(here: Visit, item: Item, content: bytes) -> Examined:
    """What a file shows as a version of this item, with the clauses and the letterhead in force today."""
    return examined.examination(here.desk, here.shelf, item, content, today())
