"""The lists of codes in the documentation name every code that there is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from docgen import errors
from docgen.messages import Messages
from docgen.web.problems import HTTP_CODES, STATUS

ROOT = Path(__file__).parents[2]


def test_the_list_of_finding_codes_is_up_to_date() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "codes.py"))["page"]()
    assert (ROOT / "docs" / "codes.md").read_text("utf-8") == written, "run python scripts/codes.py"


def test_every_finding_code_is_listed_once_under_a_severity_that_it_can_have(messages: Messages) -> None:
    text = (ROOT / "docs" / "codes.md").read_text("utf-8")
    listed = re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)
    assert sorted(listed) == sorted(
        code for code in messages.by_language["en"] if not code.startswith(("problem.", "form.", "explains."))
    )
    under = dict.fromkeys(listed, "")
    for section in text.split("\n## ")[1:]:
        for code in re.findall(r"^\| `([^`]+)` \|", section, flags=re.MULTILINE):
            under[code] = section.partition("\n")[0]
    assert under["bar.bankruptcy"] == under["bar.not_due"] == under["payment_order.g4_closed"] == "Bars"
    assert under["letter.dated_before_as_of"] == "Warnings"
    assert under["field.unknown"] == under["query.unknown"] == "Faults"


def test_the_api_s_page_names_every_problem_with_its_status() -> None:
    text = (ROOT / "docs" / "api.md").read_text("utf-8")
    rows = {
        code: int(status)
        for line in re.findall(r"^\| \d{3} .*$", text, flags=re.MULTILINE)
        for status in re.findall(r"^\| (\d{3})", line)
        for code in re.findall(r"`([a-z_]+)`", line.split("|")[2])
    }
    own = {
        kind.code: next(STATUS[base] for base in kind.__mro__ if base in STATUS)
        for kind in vars(errors).values()
        if isinstance(kind, type) and any(base in STATUS for base in kind.__mro__)
    }
    http = {code: status for status, code in HTTP_CODES.items()}
    assert rows == own | http | {"internal": 500}
