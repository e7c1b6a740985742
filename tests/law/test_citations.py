"""Every article that the program cites is in the law data, with its act and its subject."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from docgen.law.statutes import LawData

ROOT = Path(__file__).parents[2]
REFERENCE = re.compile(r"[a-z][a-z0-9_]*:\d[\d()]*")
CITED = sorted(
    {
        (node.value, path.relative_to(ROOT).as_posix())
        for room in ("law", "escalation", "letters")
        for path in (ROOT / "docgen" / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and REFERENCE.fullmatch(node.value)
    }
)


@pytest.mark.parametrize(("reference", "where"), CITED)
def test_an_article_that_is_cited_is_known(law: LawData, reference: str, where: str) -> None:
    article = law.article(reference)
    act = law.act(article.act)
    assert article.subject_zh, where
    assert act.title_zh, where
