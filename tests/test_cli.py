"""The command line, run as a person runs it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from docx import Document
from flask.testing import FlaskClient

from docgen import cli
from docgen.app import read_messages
from docgen.config import Settings
from docgen.wordfile.text import text
from tests.printing.word import p, r, word
from tests.web.test_print_page import attached

EXAMPLES = Path(__file__).parents[1] / "examples"


LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
CHINESE = {**{name: value for name, value in os.environ.items() if name not in LOCALE}, "LANG": "zh_CN.UTF-8"}


def docgen(
    *arguments: str | Path, stdin: bytes | None = None, locale: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments)],
        env=CHINESE | (locale or {}),
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_render_writes_the_letter(tmp_path: Path) -> None:
    for form, magic in (("pdf", b"%PDF-"), ("docx", b"PK")):
        out = tmp_path / f"letter.{form}"
        run = docgen(
            "render",
            "demand_letter",
            "--language",
            "zh",
            "--format",
            form,
            "--account",
            EXAMPLES / "demand_letter.json",
            "-o",
            out,
        )
        assert run.returncode == 0, run.stderr.decode()
        assert out.read_bytes().startswith(magic)


def test_faults_are_told_with_their_place_and_exit_1(tmp_path: Path, example: Any) -> None:
    request = example("demand_letter")
    request["account"]["invoices"][0]["amount"] = "a lot"
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(request), "utf-8")
    run = docgen("render", "demand_letter", "--language", "en", "--account", bad, "-o", tmp_path / "out.pdf")
    assert run.returncode == 1
    assert "/account/invoices/0/amount" in run.stderr.decode()
    assert not (tmp_path / "out.pdf").exists()


def test_a_barred_letter_exits_3_and_says_what_would_lift_the_bar(tmp_path: Path, example: Any) -> None:
    request = example("payment_order_application")
    request["account"]["declared"]["suit_pending"] = "yes"
    barred = tmp_path / "barred.json"
    barred.write_text(json.dumps(request), "utf-8")
    run = docgen("render", "payment_order_application", "--account", barred, "-o", tmp_path / "out.pdf")
    assert run.returncode == 3
    assert "bar:" in run.stderr.decode()


def test_assess_names_each_figure_that_is_missing(tmp_path: Path, example: Any) -> None:
    request = example("demand_letter")
    request["account"] |= {"as_of": "2026-11-22", "booked_up_to": "2026-11-22"}
    request["letter"] = {"interest": {"rule": "lpr", "lpr": "floating"}}
    late = tmp_path / "late.json"
    late.write_text(json.dumps(request), "utf-8")
    run = docgen("assess", "--language", "en", "--account", late)
    assert run.returncode == 0
    assert "missing" in json.loads(run.stdout)["chosen"]["interest"]
    remarks = run.stderr.decode()
    assert "[lpr.stale]" in remarks
    assert "2026-10-20" in remarks  # the first publication that is missing
    assert "lpr.toml" in remarks


def test_assess_prints_every_figure_as_json() -> None:
    run = docgen("assess", "--account", EXAMPLES / "demand_letter.json")
    assert run.returncode == 0, run.stderr.decode()
    assert json.loads(run.stdout)["chosen"]["totals"]["open"]


def test_an_account_may_come_from_standard_input_and_a_letter_go_to_standard_output() -> None:
    run = docgen(
        "render",
        "payment_reminder",
        "--format",
        "docx",
        "--account",
        "-",
        "-o",
        "-",
        stdin=(EXAMPLES / "payment_reminder.json").read_bytes(),
    )
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout.startswith(b"PK")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    run = docgen("assess", "--account", tmp_path / "absent.json")
    assert run.returncode == 1
    assert "absent.json" in run.stderr.decode()


def test_a_busy_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = docgen("serve", "--language", "en", "--port", str(port))
    assert run.returncode == 1
    assert f"Port {port} cannot be used" in run.stderr.decode()


def test_serve_says_at_start_which_template_of_ones_own_has_faults(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(b"not a Word file")
    (tmp_path / "zh" / "reminder.docx").write_bytes(b"x")
    with socket.socket() as taken:  # so that it ends by itself, after it has said what it has to say
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        order = [sys.executable, "-m", "docgen", "serve", "--language", "en", "--port", str(taken.getsockname()[1])]
        own = {**CHINESE, "DOCGEN_TEMPLATES": str(tmp_path)}
        run = subprocess.run(order, env=own, capture_output=True, check=False, timeout=120)
    assert "Your own template zh/demand_letter.docx has faults" in told(run)
    assert "zh/demand_letter.docx: " in told(run)
    assert "zh/reminder.docx in the folder of templates is not used" in told(run)
    assert "cannot be used" in told(run)  # the port: the templates stopped nothing


def test_render_as_json_writes_the_document_that_the_api_answers(
    client: FlaskClient, example: Any, tmp_path: Path
) -> None:
    run = docgen(
        "render",
        "demand_letter",
        "--language",
        "en",
        "--format",
        "json",
        "--account",
        EXAMPLES / "demand_letter.json",
        "-o",
        "-",
        locale={"XDG_DATA_HOME": str(tmp_path)},  # nothing is kept there, as with the client
    )
    assert run.returncode == 0, run.stderr.decode()
    answer = client.post(
        "/api/v1/letters/demand_letter?language=en&format=json",
        json=example("demand_letter"),
        headers={"Accept-Language": "en"},
    )
    assert json.loads(run.stdout) == answer.get_json()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_assess_prints_the_document_that_the_api_answers(client: FlaskClient, example: Any, language: str) -> None:
    run = docgen("assess", "--language", language, "--account", EXAMPLES / "demand_letter.json")
    assert run.returncode == 0, run.stderr.decode()
    answer = client.post(f"/api/v1/assessments?language={language}", json=example("demand_letter"))
    assert answer.headers["Content-Language"] == language
    assert json.loads(run.stdout) == answer.get_json()


@pytest.mark.parametrize(
    ("locale", "arguments", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, [], "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, [], "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, [], "zh"),
        ({"LANG": ""}, [], "en"),
        ({"LANG": "zh_CN.UTF-8"}, ["--language", "en"], "en"),
        ({"LANG": "en_GB.UTF-8"}, ["--language", "zh"], "zh"),
    ],
)
def test_remarks_are_in_the_language_asked_for_else_in_that_of_the_locale(
    tmp_path: Path, locale: dict[str, str], arguments: list[str], language: str
) -> None:
    run = docgen("assess", *arguments, "--account", tmp_path / "absent.json", locale=locale)
    assert ("could not be read" in told(run)) == (language == "en"), told(run)
    assert ("无法读写" in told(run)) == (language == "zh"), told(run)


def test_a_letter_without_a_language_is_chinese_whatever_the_locale(tmp_path: Path) -> None:
    out = tmp_path / "letter.docx"
    order = ["render", "demand_letter", "--format", "docx", "--account", EXAMPLES / "demand_letter.json", "-o", out]
    run = docgen(*order, locale={"LANG": "en_US.UTF-8"})
    assert run.returncode == 0, told(run)
    assert "催款函" in text(out.read_bytes())


def test_a_number_beyond_arithmetic_is_a_fault_and_no_traceback() -> None:
    for number in ("1e99999999999999999999", "1e999999999999", "-1e99999999"):
        request = (EXAMPLES / "demand_letter.json").read_text("utf-8")
        bad = re.sub(r'("amount": )"[^"]+"', rf"\g<1>{number}", request, count=1).encode()
        run = docgen("assess", "--account", "-", stdin=bad)
        assert run.returncode == 1
        assert "/amount）：" in told(run) and "Traceback" not in told(run)


class Broken:
    """An environment in which something goes wrong that nobody foresaw."""

    messages = read_messages()
    language = "en"

    def __init__(self, *, debug: bool) -> None:
        self.debug = debug

    def settings(self) -> Settings:
        raise ZeroDivisionError("secret")

    law = desk = app = settings


@pytest.mark.parametrize("debug", [False, True])
def test_what_nobody_foresaw_is_one_sentence_and_its_place_in_the_program_only_when_asked_for(
    debug: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    account = str(EXAMPLES / "demand_letter.json")
    assert cli.run(["assess", "--account", account], cast(cli.Environment, Broken(debug=debug))) == 1
    said = capsys.readouterr().err
    assert "Something went wrong inside docgen (ZeroDivisionError)" in said
    assert ("Traceback" in said and "secret" in said) == debug


def test_a_letter_that_waits_for_a_warning_to_be_read_exits_3(tmp_path: Path, example: Any) -> None:
    request = example("demand_letter")
    request["letter"] |= {"acknowledge": [], "dated_on": "2026-09-14"}
    waiting = tmp_path / "waiting.json"
    waiting.write_text(json.dumps(request), "utf-8")
    run = docgen("render", "demand_letter", "--account", waiting, "-o", tmp_path / "out.pdf")
    assert run.returncode == 3
    assert "[letter.dated_before_as_of]" in run.stderr.decode()


def test_the_help_names_the_exit_codes() -> None:
    shown = " ".join(docgen("--help").stdout.decode().split())
    assert all(f"{code} " in shown.partition("exit codes:")[2] for code in (0, 1, 2, 3))


def told(run: subprocess.CompletedProcess[bytes]) -> str:
    return run.stderr.decode()


def written(folder: Path, request: Any) -> Path:
    path = folder / "request.json"
    path.write_text(json.dumps(request), "utf-8")
    return path


def test_a_refusal_cites_its_articles_and_says_places_in_words(tmp_path: Path, example: Any) -> None:
    request = example("demand_letter")
    request["letter"]["paragraphs"] = {"closing": "再不付款就报警。"}
    run = docgen("render", "demand_letter", "--account", written(tmp_path, request), "-o", tmp_path / "out.pdf")
    assert run.returncode == 3
    assert "（/letter/paragraphs/closing）：“报警”以报案或刑事责任相威胁" in told(run)
    assert "《中华人民共和国刑法》第二百七十四条" in told(run)
    del request["account"]["invoices"][1]["amount"]
    run = docgen("render", "demand_letter", "--account", written(tmp_path, request), "-o", tmp_path / "out.pdf")
    assert re.search(r"fault: \S*发票\S* 2、\S*金额\S*（/account/invoices/1/amount）：", told(run)), told(run)


def test_unread_warnings_are_told_with_the_flags_and_the_json_to_add(tmp_path: Path, example: Any) -> None:
    request = example("demand_letter")
    request["letter"] |= {"acknowledge": [], "dated_on": "2026-09-14"}
    order = ["render", "demand_letter", "--format", "docx", "--account", written(tmp_path, request)]
    out = tmp_path / "out.docx"
    run = docgen(*order, "-o", out)
    assert run.returncode == 3
    flags = re.findall(r"--acknowledge (\S+)", told(run))
    assert "letter.dated_before_as_of" in flags
    assert json.loads(told(run).splitlines()[-1]) == {"letter": {"acknowledge": flags}}
    again = docgen(*order, *(part for code in flags for part in ("--acknowledge", code)), "-o", out)
    assert again.returncode == 0, told(again)
    slip = docgen(*order, "--acknowledge", "letter.dated_before_as_off", "-o", out)
    assert slip.returncode == 1
    assert "letter.dated_before_as_of" in told(slip)


def test_a_draft_can_be_asked_for_on_the_command_line(tmp_path: Path, example: Any) -> None:
    request = example("payment_order_application")
    request["account"]["declared"]["suit_pending"] = "yes"
    out = tmp_path / "draft.docx"
    run = docgen(
        "render", "payment_order_application", "--draft-anyway", "--format", "docx",
        "--account", written(tmp_path, request), "-o", out,
    )  # fmt: skip
    assert run.returncode == 0, told(run)
    assert "bar:" in told(run) and "草稿，不得发出" in text(out.read_bytes())


def test_a_draft_tells_each_of_its_warnings_once(tmp_path: Path, example: Any) -> None:
    request = example("demand_letter")
    request["letter"] |= {"acknowledge": [], "dated_on": "2026-09-14"}
    account, out = written(tmp_path, request), tmp_path / "draft.docx"
    run = docgen("render", "demand_letter", "--draft-anyway", "--format", "docx", "--account", account, "-o", out)
    assert run.returncode == 0, told(run)
    assert told(run).count("[letter.dated_before_as_of]") == 1


def test_what_bars_a_letter_is_told_along_with_the_fields_that_it_still_lacks(tmp_path: Path, example: Any) -> None:
    request = example("payment_order_application")
    request["account"]["declared"]["suit_pending"] = "yes"
    del request["letter"]["court"]
    path = written(tmp_path, request)
    run = docgen("render", "payment_order_application", "--account", path, "-o", tmp_path / "out.pdf")
    assert run.returncode == 1
    assert "fault: " in told(run) and "/letter/court" in told(run) and "bar: " in told(run)


def test_a_faulty_template_of_ones_own_is_named_for_its_letter_alone(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "demand_letter.docx").write_bytes(b"not a Word file")
    own = {**CHINESE, "DOCGEN_TEMPLATES": str(tmp_path)}
    made = [sys.executable, "-m", "docgen", "render"]
    for kind, code in (("demand_letter", 1), ("payment_reminder", 0)):
        order = [*made, kind, "--format", "docx", "--account", EXAMPLES / f"{kind}.json", "-o", tmp_path / "out.docx"]
        run = subprocess.run(order, env=own, capture_output=True, check=False, timeout=120)
        assert run.returncode == code, told(run)
        assert ("zh/demand_letter.docx" in told(run)) == bool(code)


def test_a_word_file_that_cannot_be_printed_is_named_with_the_words_around_the_fault(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("前文。")
    paragraph = document.add_paragraph("此处有公式")._p
    paragraph.append(paragraph.makeelement("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath", {}))
    document.save(str(tmp_path / "words.docx"))
    run = docgen("print", tmp_path / "words.docx", "-o", tmp_path / "out.pdf")
    assert run.returncode == 1
    assert re.search(r"fault: words\.docx，.*第2段", told(run)), told(run)


def test_a_word_file_that_cannot_be_printed_is_told_with_all_that_the_press_noticed(tmp_path: Path) -> None:
    file = word(p("x", "<m:oMath/>"), p("seen", r("secret", "<w:vanish/>")))
    (tmp_path / "words.docx").write_bytes(file)
    run = docgen("print", "--language", "en", tmp_path / "words.docx", "-o", tmp_path / "out.pdf")
    assert run.returncode == 1
    assert re.search(r"^fault: words\.docx, .*equation", told(run), re.MULTILINE), told(run)
    assert re.search(r"^information: words\.docx, .*hidden text", told(run), re.MULTILINE), told(run)


def test_an_archived_word_file_keeps_its_name(tmp_path: Path) -> None:
    file = word(p("采购合同"))
    (tmp_path / "采购合同.docx").write_bytes(file)
    run = docgen("print", tmp_path / "采购合同.docx", "--profile", "archive", "-o", "-")
    assert attached(run.stdout) == {"采购合同.docx": file}, told(run)
    piped = docgen("print", "-", "--profile", "archive", "-o", "-", stdin=file)
    assert attached(piped.stdout) == {"source.docx": file}, told(piped)


def test_the_setting_says_how_long_an_account_file_may_be(tmp_path: Path) -> None:
    def assessed(setting: int) -> subprocess.CompletedProcess[bytes]:
        setting_given = {"DOCGEN_MAX_BYTES": str(setting)}
        return docgen("assess", "--language", "en", "--account", tmp_path / "long.json", locale=setting_given)

    long = (EXAMPLES / "demand_letter.json").read_bytes() + b" " * (9 << 20)
    (tmp_path / "long.json").write_bytes(long)
    assert assessed(len(long)).returncode == 0
    refused = assessed(len(long) - 1)
    assert refused.returncode == 1
    assert "DOCGEN_MAX_BYTES" in told(refused)
