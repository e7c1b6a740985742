"""Cells that say the same are set once, and stand wherever they are said."""

from __future__ import annotations

import pytest

from docgen.errors import Unprintable
from docgen.printing import Press
from docgen.printing.setting.stacks import stacking
from docgen.printing.setting.tables import table as tables
from tests.printing.word import Proof, p, r, tbl, tc, tr, word


def test_cells_that_say_the_same_stand_each_in_their_place(press: Press) -> None:
    proof = Proof(press.print(word(tbl("A|0.00", "B|0.00", "C|0.00"))).pdf)
    tops = [proof.where("0.00", nth).top for nth in range(3)]
    assert tops == pytest.approx([proof.where(name).top for name in "ABC"])


def test_cells_that_say_the_same_are_set_once(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []

    def stack(blocks, *more):  # type: ignore[no-untyped-def]
        said.append("".join(inline.text for block in blocks for inline in block.inlines))
        return stacking.stack(blocks, *more)

    monkeypatch.setattr(tables.Repeats, "__init__", lambda self, _: self.__dict__.update(_stack=stack, _kept={}))
    press.print(word(tbl("a|0.00", "b|0.00", tr(tc("0.00"), tc(p(r("0.00", "<w:b/>")))))))
    assert sorted(said) == ["0.00", "0.00", "a", "b"]  # once plain, once bold


def test_a_character_that_no_font_has_is_told_for_each_cell(press: Press) -> None:
    with pytest.raises(Unprintable) as refused:
        press.print(word(tbl("\U0001f9ff\u0378|a", "\u0378|b", "\u0378|c")))
    missing = [finding.place.row for finding in refused.value.findings if finding.facts.get("code_point") == "U+0378"]  # type: ignore[union-attr]
    assert missing == [1, 2, 3]
