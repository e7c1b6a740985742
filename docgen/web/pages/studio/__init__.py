"""The lawyer's pages at "/studio": letters in Word, put back, seen through, approved by a second person, published.

    who        who is here, and for which company
    overview   what there is; the first person; people
    items      one letter: its versions, and the file to put back
    versions   one version: what was found, its pages, what to do next
    compared   two versions side by side
    letters    letters issued, and the same bytes again
    fields, clauses, letterheads

Unlike the form these pages have addresses and keep what is done: each button posts, and leads back by a redirect.
"""

from docgen.web.pages.studio import clauses, compared, fields, items, letterheads, letters, overview, versions
from docgen.web.pages.studio.who import studio

__all__ = ["clauses", "compared", "fields", "items", "letterheads", "letters", "overview", "studio", "versions"]
