"""`docgen template check`, `diff` and `text`: Word files of templates in a folder, with nothing kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.cli import FAULT, OK
from docgen.studio.composing import included
from docgen.wordfile import open_package
from docgen.wordfile.text import text
from tests.letters.own_letters import SITE_STOP
from tests.printing.word import p, word
from tests.studio.test_examining import SHIPPED, WITH_CLAUSE, edited
from tests.test_cli import docgen

MISSPELT = edited("{{ letter.number }}", "{{ letter.nmber }}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of templates with the demand letter in it."""
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(SHIPPED)
    return tmp_path


def test_a_sound_template_is_ok(folder: Path) -> None:
    run = docgen("template", "check", folder / "zh" / "demand_letter.docx")
    assert (run.returncode, run.stdout.decode().strip()) == (OK, "zh/demand_letter.docx: ok")


def test_a_fault_is_told_with_its_place_and_ends_with_1(folder: Path) -> None:
    (folder / "zh" / "demand_letter.docx").write_bytes(MISSPELT)
    run = docgen("template", "check", folder, "--language", "zh")
    assert run.returncode == FAULT
    first, *rest = run.stdout.decode().splitlines()
    assert first == "zh/demand_letter.docx: fault"
    assert rest[0].startswith("fault: zh/demand_letter.docx，“")
    assert "{{ letter.nmber }}”处（不计表格第3段）：" in rest[0]
    assert "    [template.name_unknown]" in rest
    as_json = docgen("template", "check", folder, "--json", "--language", "en")
    (file,) = json.loads(as_json.stdout)["files"]
    (finding,) = (one for one in file["findings"] if one["code"] == "template.name_unknown")
    assert (as_json.returncode, file["verdict"], finding["severity"]) == (FAULT, "fault", "fault")
    assert finding["place"]["part"] == "word/document.xml"
    assert finding["place"]["words"] == "{{ letter.nmber }}"
    assert "letter.number" in finding["message"] + finding["remedy"]


def test_the_marked_copy_says_it_in_the_lawyer_s_own_file(folder: Path) -> None:
    (folder / "zh" / "demand_letter.docx").write_bytes(MISSPELT)
    run = docgen("template", "check", folder / "zh" / "demand_letter.docx", "--marked", folder / "marked.docx")
    assert run.returncode == FAULT
    assert "letter.nmber" in open_package((folder / "marked.docx").read_bytes()).read("word/comments.xml").decode()
    both = docgen("template", "check", folder, "--marked", folder / "again.docx", "--language", "en")
    assert both.returncode == FAULT
    assert "Only one file can be marked at a time; 2 are named." in both.stderr.decode()
    assert not (folder / "again.docx").exists()


def test_what_is_certain_is_put_right_in_the_file_itself(folder: Path) -> None:
    broken = folder / "zh" / "demand_letter.docx"
    broken.write_bytes(edited("{{ letter.number }}", "｛｛ letter.number ｝｝"))
    told = docgen("template", "check", broken)
    assert "｛｛" in text(broken.read_bytes())
    assert told.returncode == FAULT
    mended = docgen("template", "check", broken, "--repair", "--language", "en")
    assert (mended.returncode, mended.stdout.decode().splitlines()[0]) == (OK, "zh/demand_letter.docx: ok")
    assert "Put right in the file:" in mended.stdout.decode()
    assert "{{ letter.number }}" in text(broken.read_bytes())


def test_a_letter_is_read_with_the_clauses_of_its_folder(folder: Path) -> None:
    letter, clause = folder / "zh" / "demand_letter.docx", folder / "clauses" / "zh" / "account.docx"
    letter.write_bytes(WITH_CLAUSE)
    assert included(WITH_CLAUSE) == ("account",)
    alone = docgen("template", "check", letter)
    assert alone.returncode == FAULT
    assert "studio.clause_unknown" in alone.stdout.decode()
    clause.parent.mkdir(parents=True)
    clause.write_bytes(word(p("账　号：{{ bank.number }}")))
    assert docgen("template", "check", folder).returncode == OK
    clause.write_bytes(word(p("账　号：{{ bank.nmber }}")))
    for named in (letter, clause):
        run = docgen("template", "check", named, "--language", "en")
        assert run.returncode == FAULT
        assert (
            "fault: clauses/zh/account.docx, at “账 号：{{ bank.nmber }}” (paragraph 1 outside tables):"
            in run.stdout.decode()
        )


def test_a_file_whose_name_says_nothing_needs_the_letter_s_name(folder: Path) -> None:
    shutil.copy(folder / "zh" / "demand_letter.docx", folder / "催款函（修改）.docx")
    run = docgen("template", "check", folder / "催款函（修改）.docx", "--language", "en")
    assert run.returncode == FAULT
    assert "It may be zh/demand_letter.docx / en/demand_letter.docx." in run.stdout.decode()
    named = docgen("template", "check", folder / "催款函（修改）.docx", "--letter", "zh/demand_letter")
    assert named.returncode == OK
    unknown = docgen("template", "check", folder / "催款函（修改）.docx", "--letter", "zh/love letter")
    assert unknown.returncode == FAULT
    assert "[letter.unknown]" in unknown.stderr.decode()
    within = docgen("template", "check", folder)
    assert within.returncode == OK
    assert "template.file_unused" not in within.stdout.decode().split("\n")[0]


def test_what_is_no_word_file_is_named(folder: Path) -> None:
    (folder / "zh" / "demand_letter.docx").write_bytes(b"%PDF-1.7")
    for command in (["check"], ["text"], ["diff", folder / "zh" / "demand_letter.docx"]):
        run = docgen("template", *command, folder / "zh" / "demand_letter.docx", "--language", "en")
        assert run.returncode == FAULT
        assert "demand_letter.docx: This is not a Word file." in (run.stdout + run.stderr).decode()


def test_diff_tells_a_changed_clause_word_by_word_and_writes_tracked_changes(folder: Path) -> None:
    new = folder / "new.docx"
    new.write_bytes(edited("特此函告", "特此函告，请从速办理"))
    old = folder / "zh" / "demand_letter.docx"
    run = docgen("template", "diff", old, new, "--tracked", folder / "tracked.docx", "--author", "方律师")
    assert run.returncode == OK
    assert "{+" in run.stdout.decode() and "[-" in run.stdout.decode()
    tracked = open_package((folder / "tracked.docx").read_bytes()).read("word/document.xml").decode()
    assert "<w:ins " in tracked and 'w:author="方律师"' in tracked
    told = json.loads(docgen("template", "diff", old, new, "--json").stdout)
    (change,) = told["clauses"]
    assert (told["same"], change["sort"]) == (False, "changed")
    assert "".join(run["text"] for run in change["runs"] if run["mark"] != "deleted") == "特此函告，请从速办理"
    same = docgen("template", "diff", old, old, "--language", "en")
    assert same.stdout.decode() == "The two say and look the same.\n"


def test_text_prints_the_words_for_a_diff_in_git(folder: Path) -> None:
    run = docgen("template", "text", folder / "zh" / "demand_letter.docx")
    assert run.stdout.decode() == text(SHIPPED)
    assert docgen("template", "text", "-", stdin=SHIPPED).stdout == run.stdout


def test_what_comes_by_standard_input_can_be_marked_and_not_repaired() -> None:
    named = ("template", "check", "-", "--letter", "zh/demand_letter")
    marked = docgen(*named, "--marked", "-", stdin=MISSPELT)
    assert b"letter.nmber" in open_package(marked.stdout).read("word/comments.xml")
    assert "[template.name_unknown]" in marked.stderr.decode()
    refused = docgen(*named, "--repair", stdin=MISSPELT)
    assert (refused.returncode, refused.stdout) == (FAULT, b"")
    assert "[studio.no_file_to_repair]" in refused.stderr.decode()


def test_a_letter_of_the_company_s_own_is_read_with_what_it_asks(folder: Path) -> None:
    (folder / "zh" / "site_stop_notice.docx").write_bytes(edited("特此函告", "自{{ own.stop_on }}起停止供料。"))
    assert docgen("template", "check", folder).returncode == FAULT
    (folder / "kinds").mkdir()
    (folder / "kinds" / "site_stop_notice.json").write_text(json.dumps(SITE_STOP), "utf-8")
    run = docgen("template", "check", folder)
    assert (run.returncode, "fault" in run.stdout.decode()) == (OK, False), run.stdout.decode()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_shows_a_changed_letter_in_words(folder: Path) -> None:
    def git(*typed: str) -> str:
        named = ("-c", "user.name=fang", "-c", "user.email=fang@example.com")
        done = subprocess.run(["git", *named, *typed], cwd=folder, check=True, capture_output=True, text=True)
        return done.stdout

    git("init", "-q")
    (folder / ".gitattributes").write_text("*.docx diff=docgen\n", "utf-8")
    git("config", "diff.docgen.textconv", f"{sys.executable} -m docgen template text")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    (folder / "zh" / "demand_letter.docx").write_bytes(edited("特此函告", "特此函告，请从速办理"))
    shown = git("diff")
    assert "+特此函告，请从速办理" in shown
