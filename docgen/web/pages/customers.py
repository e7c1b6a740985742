"""Whose rows a paste holds: exports of a whole ledger name the customer in one of their columns.

A row of somebody else must never be chased from the debtor, so the column is looked for by its heading and
by what stands in it, and a name that stands once above several rows (merged cells) holds for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from docgen.web.pages.boxes import Rows
from docgen.web.pages.columns import flat, known, plain

_LONG_NAME = 4  # characters: a shorter part of a name is too likely to be chance
_COMPANY = re.compile(
    r"公司|集团|厂$|商行|商店|经营部|门市部|事务所|合作社|研究院|医院|学校"
    r"|\b(?:ltd|limited|inc|corp|llc|plc|gmbh|ag|bv|sa|co)\b\.?",
    re.IGNORECASE,
)

Lines = Sequence[Sequence[str]]


def customer_column(
    head: Sequence[str], lines: Lines, rows: Rows, *, taken: Collection[int], names: Sequence[str]
) -> int | None:
    """The place of the column that says whose each row is; None when there is none.

    taken: columns that are something else. names: the debtor's, `plain`.
    By heading, one that names the debtor first; else one with the debtor's name beside other names; where the
    debtor is not known yet, one that names several companies.
    """
    headings = [flat(word) for word in rows.customers]
    free = [place for place in range(max(map(len, (head, *lines)))) if place not in taken]
    by_heading = sorted(
        (headings.index(word), place) for place in free if place < len(head) and (word := known(head[place], headings))
    )
    inside = {place: set(_below(lines, place)) for place in free}
    naming = {place for place in free if any(is_one_of(name, names) for name in inside[place])}
    mixed = {place for place in naming if any(not is_one_of(name, names) for name in inside[place])}
    for place in (*(place for _rank, place in by_heading if place in naming), *sorted(mixed)):
        return place
    if by_heading:
        return by_heading[0][1]
    several = (place for place in free if sum(bool(_COMPANY.search(name)) for name in inside[place]) > 1)
    perhaps = [flat(word) for word in rows.perhaps_customers]
    for place in free:  # one name below "unit" is a name all the same
        if place in naming and place < len(head) and known(head[place], perhaps):
            return place
    return None if names else next(several, None)


def is_one_of(name: str, names: Iterable[str]) -> bool:
    """Whether this is the debtor: by its full name, or by a part of it that is long enough to be no chance."""
    return any(
        name == own or (min(len(name), len(own)) >= _LONG_NAME and (name in own or own in name)) for own in names
    )


def _below(lines: Lines, place: int) -> Iterable[str]:
    return (plain(line[place]) for line in lines if place < len(line) and line[place])
