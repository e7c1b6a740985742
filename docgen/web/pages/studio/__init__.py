"""The lawyer's pages at "/studio": letters in Word, put back, seen through, approved by a second person, published.

    who        who is here, and for which company; what all pages share
    refusals   what stands in the way, told on the page whose button was pressed
    overview   what there is; the first person; people
    items      one letter: its versions, and the file to put back
    looked     one version: what was found in it – `examinations` keeps that –
    versions   its page, its pages as pictures (`drawn`), its Word files
    steps      what is done with it: repaired, handed in, approved, published …
    compared   two versions side by side; `differing` says how
    letters    letters issued, and the same bytes again
    fields, clauses, letterheads
    kinds      letters of a company's own

Unlike the form these pages have addresses and keep what is done: each button posts, and leads on by a redirect.
"""

from docgen.web.pages.studio import (
    clauses,
    compared,
    fields,
    items,
    kinds,
    letterheads,
    letters,
    overview,
    refusals,
    steps,
    versions,
)
from docgen.web.pages.studio.drawn import FRAGMENTS
from docgen.web.pages.studio.who import studio

__all__ = [
    "FRAGMENTS",
    "clauses",
    "compared",
    "fields",
    "items",
    "kinds",
    "letterheads",
    "letters",
    "overview",
    "refusals",
    "steps",
    "studio",
    "versions",
]
