"""`docgen template publish`, `export` and `import`: on a store, by the list of rights."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen import app as wiring
from docgen.cli import BARRED, FAULT, OK
from docgen.config import Settings
from docgen.storage.store import Store
from docgen.studio.composing import Letterhead
from docgen.usecases.studio.lifecycle import withdraw
from docgen.usecases.studio.versions import Item, Origin, Sort, State
from tests.printing.word import p, word
from tests.studio.company import GAO, LETTER, NOW, SOUTH, found_company, published
from tests.studio.test_examining import SHIPPED, edited
from tests.test_cli import docgen

CHANGED = edited("特此函告", "特此函告，请从速办理")
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A company's, with what ships."""
    shelf = wiring.open_shelf(Settings(data=tmp_path / "data"))
    assert isinstance(shelf, Store)
    found_company(shelf)
    yield shelf
    shelf.close()


@pytest.fixture
def template(store: Store, tmp_path: Path) -> Run:
    """Runs `docgen template` on this store."""
    assert store.units()
    return lambda *typed: docgen("template", *typed, locale={"DOCGEN_DATA": str(tmp_path / "data"), "LANG": "en_GB"})


def changed_file(tmp_path: Path, content: bytes = CHANGED) -> Path:
    file = tmp_path / "mine" / "zh" / "demand_letter.docx"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_a_file_is_published_by_two_people_and_once(template: Run, store: Store, tmp_path: Path) -> None:
    file = changed_file(tmp_path)
    run = template("publish", file, "--as", "fang", "--approved-by", "gao", "--note", "clearer", "--from", "2026-01-01")
    assert run.returncode == OK, run.stderr.decode()
    assert run.stdout.decode().startswith("zh/demand_letter.docx: 2 published ")
    newest = store.versions(LETTER)[0]
    assert (newest.state, newest.author, newest.approved_by) == (State.PUBLISHED, "fang", "gao")
    assert (store.content(newest.digest), newest.note) == (CHANGED, "clearer")
    again = template("publish", file, "--as", "fang", "--approved-by", "gao", "--json")
    assert json.loads(again.stdout)["number"] == 2
    assert len(store.versions(LETTER)) == 2


def test_one_person_alone_publishes_nothing(template: Run, store: Store, tmp_path: Path) -> None:
    run = template("publish", changed_file(tmp_path), "--as", "gao", "--approved-by", "gao")
    assert run.returncode == FAULT
    assert "[studio.own_work]" in run.stderr.decode()
    weak = template("publish", changed_file(tmp_path), "--as", "gao", "--approved-by", "fang")
    assert "[studio.may_not_approve]" in weak.stderr.decode()
    assert [version.number for version in store.versions(LETTER)] == [1]


def test_what_an_earlier_try_left_in_review_is_gone_on_with(template: Run, store: Store, tmp_path: Path) -> None:
    file = changed_file(tmp_path)
    backwards = template(
        "publish", file, "--as", "fang", "--approved-by", "gao", "--from", "2026-02-01", "--until", "2026-01-01"
    )
    assert "[studio.days_reversed]" in backwards.stderr.decode()
    assert (store.versions(LETTER)[0].state, store.versions(LETTER)[0].approved_by) == (State.REVIEW, "gao")
    assert template("publish", file, "--as", "fang", "--approved-by", "gao").returncode == OK
    assert [version.number for version in store.versions(LETTER)] == [2, 1]


def test_a_fault_stops_it_and_is_told_with_its_place(template: Run, store: Store, tmp_path: Path) -> None:
    file = changed_file(tmp_path, edited("{{ letter.number }}", "{{ letter.nmber }}"))
    run = template("publish", file, "--as", "fang", "--approved-by", "gao")
    assert run.returncode == FAULT
    assert "{{ letter.nmber }}” (paragraph 3 outside tables)" in run.stderr.decode()
    assert "[template.name_unknown]" in run.stderr.decode()
    assert store.versions(LETTER)[0].state is State.DRAFT


def test_a_warning_is_acknowledged_by_code(template: Run, store: Store, tmp_path: Path) -> None:
    file = changed_file(tmp_path, edited("特此函告", "特此函告，逾期不复视为确认。"))
    warned = template("publish", file, "--as", "fang", "--approved-by", "gao")
    assert (warned.returncode, "\n    --acknowledge trap.silence\n" in warned.stderr.decode()) == (BARRED, True)
    read = template("publish", file, "--as", "fang", "--approved-by", "gao", "--acknowledge", "trap.silence")
    assert read.returncode == OK
    assert (store.versions(LETTER)[0].number, store.versions(LETTER)[0].acknowledged) == (2, ("trap.silence",))


def test_what_is_exported_is_the_same_twice_and_comes_back_as_nothing_new(
    template: Run, store: Store, tmp_path: Path
) -> None:
    published(store, word(p("账　号：{{ bank.number }}")), Item(Sort.CLAUSE, "account", "zh"))
    published(store, Letterhead(colour="0B6E4F").write(), Item(Sort.LETTERHEAD, "", "", SOUTH))
    folder = tmp_path / "ours"
    assert template("export", folder, "--as", "gao").returncode == OK
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"zh/demand_letter.docx", "clauses/zh/account.docx", "units/south/letterhead.zip", "manifest.json"} <= names
    assert (folder / "zh" / "demand_letter.docx").read_bytes() == SHIPPED
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (ours,) = (one for one in manifest["versions"] if one["file"] == "clauses/zh/account.docx")
    assert (ours["version"], ours["approved_by"]) == (1, "gao")
    other = tmp_path / "other"
    template("export", other, "--as", "gao")
    assert all((other / name).read_bytes() == (folder / name).read_bytes() for name in names)
    assert template("export", folder, "--as", "gao").stdout == b""  # nothing to write
    came = template("import", folder, "--as", "fang").stdout.decode().splitlines()
    assert {line.split()[0] for line in came} == {"same"}
    assert len(store.versions(LETTER)) == 1


def test_a_changed_file_comes_in_as_a_draft_and_once(template: Run, store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    template("export", folder, "--as", "gao")
    (folder / "zh" / "demand_letter.docx").write_bytes(CHANGED)
    (folder / "clauses" / "zh").mkdir(parents=True)
    (folder / "clauses" / "zh" / "court.docx").write_bytes(word(p("由{{ debtor.nme }}")))
    (folder / "notes.docx").write_bytes(CHANGED)
    run = template("import", folder, "--as", "fang", "--note", "from git")
    assert run.returncode == OK, run.stderr.decode()
    told = run.stdout.decode()
    assert "drafted zh/demand_letter.docx 2" in told and "drafted clauses/zh/court.docx 1" in told
    assert "fault: clauses/zh/court.docx, at “由{{ debtor.nme }}”" in told
    assert "notes.docx in the folder of templates is not used" in told
    newest = store.versions(LETTER)[0]
    assert (newest.state, newest.origin, newest.based_on, newest.note) == (
        State.DRAFT,
        Origin.IMPORTED,
        1,
        "from git",
    )
    again = template("import", folder, "--as", "fang").stdout.decode()
    assert "waiting zh/demand_letter.docx 2" in again and "drafted" not in again


def test_what_is_in_force_no_more_is_taken_out_of_the_folder_unless_somebody_changed_it(
    template: Run, store: Store, tmp_path: Path
) -> None:
    clauses = [
        published(store, word(p(f"{name} {{{{ bank.number }}}}")), Item(Sort.CLAUSE, name, "zh"))
        for name in ("one", "two")
    ]
    folder = tmp_path / "ours"
    template("export", folder, "--as", "gao")
    (folder / "clauses" / "zh" / "two.docx").write_bytes(CHANGED)
    for version in clauses:
        withdraw(store, GAO, version, now=NOW)
    told = template("export", folder, "--as", "gao").stdout.decode()
    assert "removed clauses/zh/one.docx" in told
    assert not (folder / "clauses" / "zh" / "one.docx").exists()
    assert (folder / "clauses" / "zh" / "two.docx").read_bytes() == CHANGED


@pytest.mark.parametrize("command", ["export", "import"])
def test_who_may_not_is_refused_and_nothing_is_done(template: Run, store: Store, tmp_path: Path, command: str) -> None:
    folder = changed_file(tmp_path).parents[1]
    stranger = template(command, folder, "--as", "nobody")
    assert stranger.returncode == FAULT
    assert "[studio.person_unknown]" in stranger.stderr.decode()
    if command == "import":
        reader = template("import", folder, "--as", "sun")
        assert "[studio.may_not_draft]" in reader.stderr.decode()
    assert len(store.versions(LETTER)) == 1


def test_without_a_store_it_is_said_so(tmp_path: Path) -> None:
    run = docgen("template", "export", tmp_path, "--as", "gao", locale={"DOCGEN_DATA": str(tmp_path / "none")})
    assert run.returncode == FAULT
    assert "[studio.no_store]" in run.stderr.decode()
