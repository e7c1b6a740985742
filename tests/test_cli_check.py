"""`docgen check`: a text or a Word file, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.cli import BARRED, FAULT, OK
from tests.printing.word import p, word
from tests.test_cli import docgen

EXAMPLE = Path(__file__).parents[1] / "examples" / "demand_letter.json"
TRAP = "催款函\n请贵司付款。逾期不复视为确认。\n"


def test_what_is_found_is_printed_in_its_order_with_place_reason_and_lawful_words(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TRAP, "utf-8")
    run = docgen("check", "--language", "zh", tmp_path / "letter.txt")
    assert run.returncode == BARRED
    lines = run.stdout.decode().splitlines()
    assert lines[0].startswith("warning: 2:7: “逾期不复视为确认”：沉默只有在法律规定")
    assert "    → 请贵司于上述日期前书面回复；如有异议，请说明理由并附依据。" in lines
    assert "    《中华人民共和国民法典》第一百四十条第二款" in lines
    assert lines[-2:] == ["    [trap.silence]", "warn"]


def test_a_lawful_text_is_ok() -> None:
    run = docgen("check", "-", stdin="请贵司于收到本函之日起十日内付款。".encode())
    assert (run.returncode, run.stdout.strip()) == (OK, b"ok")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_is_read_as_chinese_editors_save_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "letter.txt").write_text(TRAP, encoding)
    run = docgen("check", tmp_path / "letter.txt", "--format", "json")
    assert [one["code"] for one in json.loads(run.stdout)["findings"]] == ["trap.silence"]


def test_a_word_file_is_checked_beside_its_account(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(word(p("催款函"), p("贵司欠付人民币876,650.05元。")))
    alone = docgen("check", tmp_path / "letter.docx")
    assert (alone.returncode, alone.stdout.strip()) == (OK, b"ok")
    run = docgen("check", tmp_path / "letter.docx", "--account", EXAMPLE, "--language", "en", "--kind", "demand_letter")
    assert run.returncode == BARRED
    assert "The account has 876,650.50, which is near to it." in run.stdout.decode()


def test_a_file_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff\xff")
    run = docgen("check", tmp_path / "picture.png")
    assert run.returncode == FAULT
    assert b"check.not_text" in run.stderr


@pytest.mark.parametrize("content", [b"", " \n\u3000\n".encode(), word(p(" "))], ids=["empty", "blank", "Word file"])
def test_nothing_is_not_called_well_and_the_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter").write_bytes(content)
    run = docgen("check", tmp_path / "letter", "--language", "en")
    assert (run.returncode, run.stdout) == (FAULT, b"")
    assert run.stderr.decode().startswith("fault: letter: There is nothing to check: no words are given.")
    assert b"[check.nothing]" in run.stderr
