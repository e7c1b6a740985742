"""docs/request.md tells every field of a request."""

from __future__ import annotations

import runpy
from pathlib import Path

from tests.schemas.test_description import every_field

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "request.md").read_text("utf-8")


def test_the_page_of_the_request_is_up_to_date() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "request.py"))["page"]()
    assert written == PAGE, "run python scripts/request.py"


def test_every_field_stands_on_the_page() -> None:
    missing = {place for place, field in every_field() if f"`{field.name}`" not in PAGE and "/declared/" not in place}
    assert missing == set()


def test_the_facts_that_no_ledger_holds_stand_there_as_questions() -> None:
    assert "| `debtor_missing` | 债务人是否下落不明？ | answer | Is the debtor missing? |" in PAGE
