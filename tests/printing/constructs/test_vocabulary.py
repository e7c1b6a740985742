"""Nothing is lost in silence: every element of a Word file is read, leaves no ink for a reason, is told or refused.

vocabulary.txt lists them; each is put into a small file, which is printed with and without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from docgen.errors import Finding, HostileFile, Unprintable
from docgen.printing import Press
from tests.printing.constructs.stages import STAGES
from tests.printing.hostile.vocabulary import GROUPS

_LIST = Path(__file__).with_name("vocabulary.txt")


@dataclass(frozen=True)
class Entry:
    """A line of the list. `outcome`: "read", "ink" (none of it), "told" or "refused"."""

    name: str
    heading: str
    stage: str
    outcome: str
    code: str
    put: str
    why: str

    def __str__(self) -> str:
        return f"{self.heading}/{self.name}"


def entries() -> list[Entry]:
    found = []
    heading = ""
    for line in _LIST.read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line[1:].partition("]")[0]
        elif line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            name, _, stage = cells[0].partition(" @")
            outcome, code = (*cells[1].removeprefix("no ").split(" "), "")[:2]
            put, why = (*cells[2:], "", "")[:2]
            found.append(Entry(name, heading, stage or heading, outcome, code, _put(heading, name, put), why))
    return found


def _put(heading: str, name: str, put: str) -> str:
    """XML: attributes as in "val=1 w=2" make an element of this name. Of fields, their code; of w:bodyPr, its
    attributes; of what stands in a graphic, its kind."""
    if put.startswith("<") or heading == "graphicData":
        return put
    if "field" in heading:
        return name if put == "stored" else f"{name} {put}"
    if heading == "bodyPr":
        return '{}="{}"'.format(*put.split("="))
    pairs = (pair.partition("=") for pair in put.split())
    attributes = "".join(f' {key if ":" in key else "w:" + key}="{value}"' for key, _, value in pairs)
    return f"<{name if ':' in name else 'w:' + name}{attributes}/>"


ENTRIES = entries()


def printed(press: Press, file: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF without what tells one file from another, and what was noticed; b"" where it was refused."""
    try:
        result = press.print(file)
    except (HostileFile, Unprintable) as refused:
        return b"", tuple(refused.findings)
    noticed = tuple(notice for notice in result.notices if notice.code != "font.substituted")
    return re.sub(rb"/ID ?\[[^]]*\]", b"", result.pdf), noticed


@pytest.fixture(scope="module")
def without(press: Press) -> Callable[[str], tuple[bytes, tuple[Finding, ...]]]:
    return cache(lambda stage: printed(press, STAGES[stage]("")))


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_what_is_put_into_a_file_changes_the_page_or_is_said_to_leave_no_ink_or_is_told_or_refused(
    press: Press, without: Callable[[str], tuple[bytes, tuple[Finding, ...]]], entry: Entry
) -> None:
    plain, before = without(entry.stage)
    assert len(plain) > 0
    assert not before
    pdf, findings = printed(press, STAGES[entry.stage](entry.put))
    codes = {finding.code for finding in findings}
    changed = pdf != plain
    match entry.outcome:
        case "read":
            assert not codes
            assert changed
        case "ink":
            assert not codes
            assert not changed
            assert entry.why
        case "told":
            assert codes == {entry.code}
            assert len(pdf) > 0
        case "refused":
            assert codes == {entry.code}
            assert len(pdf) == 0
        case other:
            raise AssertionError(other)


def test_the_list_has_what_the_fuzzer_knows() -> None:
    listed = {entry.name for entry in ENTRIES}
    for group in ("@ppr", "@rpr", "@tblpr", "@trpr", "@tcpr", "@sectpr"):
        assert set(GROUPS[group]) <= listed
