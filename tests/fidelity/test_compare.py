"""What the comparing tells of two prints of one file."""

from __future__ import annotations

import pytest

from fidelity.compare import compare
from fidelity.proofs import Proof, Sign, plainly

A4 = (595.3, 841.9)


def page(*lines: str, number: int = 0, left: float = 90.0, top: float = 100.0, pitch: float = 15.0) -> list[Sign]:
    """Lines of ten-point signs under each other."""
    return [
        Sign(character, number, left + 10 * column, top + pitch * row, 10.0)
        for row, line in enumerate(lines)
        for column, character in enumerate(line)
    ]


def proof(*pages: list[Sign]) -> Proof:
    return Proof([sign for signs in pages for sign in signs], [A4] * len(pages))


CLAUSE = ("卖方应当按照约定的时间", "交付货物，买方应当按照", "约定的时间支付货款。")


def test_two_prints_that_are_the_same_are_identical() -> None:
    found = compare(proof(page(*CLAUSE)), proof(page(*CLAUSE)))
    assert found.identical
    assert (found.text, found.shift, len(found.lines)) == (1.0, 0.0, 3)


def test_a_line_that_breaks_elsewhere_is_told_with_its_neighbour_and_our_break() -> None:
    ours = proof(page("卖方应当按照约定的时", "间交付货物，买方应当按照", "约定的时间支付货款。"))
    found = compare(ours, proof(page(*CLAUSE)))
    assert found.whole_text and found.on_same_page == 3
    assert [line.ours for line in found.broken_elsewhere] == ["卖方应当按照约定的时/间", "交付货物，买方应当按照"]


def test_what_only_one_of_them_says_is_told_as_missing_or_extra() -> None:
    found = compare(proof(page("卖方交付货物。", "另有一句")), proof(page("1.卖方交付货物。")))
    assert found.missing == ["1."]
    assert found.extra == ["另有一句"]
    assert found.text == pytest.approx(7 / 9)
    assert not found.identical


def test_a_comma_that_hangs_and_that_libreoffice_leaves_out_is_no_fault_of_ours() -> None:
    found = compare(proof(page("卖方交付，", "买方付款。")), proof(page("卖方交付", "买方付款。")))
    assert found.identical and found.lost == 1
    assert compare(proof(page("卖方交付")), proof(page("卖方交付，"))).missing == ["，"]


def test_a_line_on_another_page_is_counted_there() -> None:
    ours = proof(page(*CLAUSE[:2]), page(CLAUSE[2], number=1))
    found = compare(ours, proof(page(*CLAUSE)))
    assert (found.same_pages, found.on_same_page, found.whole_text) == (False, 2, True)
    assert [line.our_page for line in found.lines] == [0, 0, 1]


def test_a_shift_is_told_in_millimetres_with_the_line_that_moved_most() -> None:
    moved = page(*CLAUSE[:2]) + page(CLAUSE[2], top=130.0 + 72 / 2.54)
    found = compare(proof(moved), proof(page(*CLAUSE)))
    assert found.shift == pytest.approx(10.0)
    assert found.most_moved and found.most_moved.text == CLAUSE[2]
    assert found.identical  # as far as pages and lines go


def test_what_differs_on_a_page_that_is_full_to_a_hair_is_counted_as_alike_and_told() -> None:
    ours = proof(page("卖方应当按照约定的时间交", "付货物，买方应当按照", "约定的时间支付货款。"))
    found = compare(ours, proof(page(*CLAUSE)))
    assert len(found.broken_elsewhere) == 2
    found = found.or_by_a_hair(compare(proof(page(*CLAUSE)), proof(page(*CLAUSE))))
    assert found.identical and found.by_a_hair == 2


def test_headers_and_page_numbers_may_be_painted_before_or_after_the_text() -> None:
    def both(number: int) -> tuple[list[Sign], list[Sign], list[Sign]]:
        return (
            page("合同编号HX-2025", number=number, top=40),
            page(*(f"{number}{line}" for line in CLAUSE), number=number),
            page(f"第{number + 1}页共2页", number=number, top=800),
        )

    head, text, foot = zip(both(0), both(1), strict=True)
    theirs = proof(head[0] + text[0] + foot[0], head[1] + text[1] + foot[1])
    number = [signs.pop(1) for signs in (list(foot[0]), list(foot[1]))]
    late = [[sign for sign in signs if sign not in number] for signs in foot]
    ours = proof(late[0] + head[0] + text[0] + number[:1], late[1] + text[1] + head[1] + number[1:])
    assert compare(ours, theirs).identical


def test_heads_that_are_repeated_more_often_are_not_missing() -> None:
    head = "序号名称金额"
    ours = proof(page(head, "1甲", "2乙"), page(head, "3丙", number=1))
    theirs = proof(page(head, "1甲", "2乙", "3丙"))
    assert compare(ours, theirs).whole_text
    assert compare(proof(page("1甲", head), page("2乙", "3丁", number=1)), theirs).missing == ["丙"]


def test_cells_of_one_row_are_painted_as_a_line_and_their_second_lines_apart() -> None:
    left, right = page("左格", "二行"), page("右格", left=200)
    found = compare(proof(left + right), proof(left + right))
    assert [line.text for line in found.lines] == ["左格", "二行", "右格"]
    assert found.identical


def test_an_empty_page_has_nothing_to_tell() -> None:
    found = compare(proof([]), proof([]))
    assert found.identical and found.shift == 0.0 and found.most_moved is None


def test_a_ligature_is_read_as_its_letters_and_a_radical_as_its_ideograph() -> None:
    assert plainly("\ufb01") == "fi"
    assert plainly("\u2f00") == "一"
    assert plainly("\x02") == plainly("\u2011") == "-"
