"""A file that hangs, crashes or eats memory costs one letter, not the service."""

from __future__ import annotations

import copy
import gc
import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from docgen.errors import (
    Barred,
    ConfigurationFault,
    DocgenError,
    Finding,
    InvalidRequest,
    NoPress,
    PressFailed,
    Severity,
    Unprintable,
    WordPlace,
)
from docgen.messages import Messages
from docgen.printing import Press
from docgen.printing.workers import Prints, Workers, _Answer, make_press
from tests.printing.presses import Obedient, broken, fontless, while_there
from tests.printing.word import p, r, tbl, word

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is limited on Linux alone")


@pytest.fixture(scope="module")
def pair() -> Iterator[Workers]:
    """Two presses that do as they are told, with two seconds for each file."""
    workers = Workers(2, Obedient, seconds=2, memory=384 << 20)
    yield workers
    workers.close()


def by(workers: Prints, order: str = "print") -> int:
    """The process that printed it."""
    return int(workers.print(order.encode()).pdf)


def processes(workers: Workers) -> list[int]:
    return [worker.process.pid for worker in workers._alive]


def is_there(process: int) -> bool:
    """Also a zombie is."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def gone_within(seconds: float, *those: int) -> bool:
    until = time.monotonic() + seconds
    while any(is_there(process) for process in those):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def test_a_letter_is_printed_in_another_process_and_comes_back_whole(pair: Workers) -> None:
    printed = pair.print("say 催款函".encode(), "archive", "signed")
    process, *how = printed.pdf.decode().split()
    assert int(process) != os.getpid()
    assert how == ["archive", "signed"]
    (notice,) = printed.notices
    assert (notice.code, notice.severity, notice.facts["words"]) == ("print.comments", Severity.INFORMATION, "催款函")


def test_pages_are_drawn_where_they_are_printed_and_a_crash_there_costs_no_more(pair: Workers) -> None:
    assert pair.pictures(b"page", 96, 2) == [b"page", b"page"]
    with pytest.raises(PressFailed):
        pair.pictures(b"crash", 96)
    assert by(pair)


def test_a_refusal_keeps_every_finding_with_its_place(pair: Workers) -> None:
    with pytest.raises(Unprintable) as refused:
        pair.print(b"refuse")
    first, second = refused.value.findings
    assert first == Finding("print.frame", place=WordPlace("word/document.xml", table=1, row=2, cell=3, paragraph=4))
    assert (second.code, second.articles) == ("print.ruby", ("x:1",))


def test_two_files_are_printed_at_once(pair: Workers, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as callers:
        one, other = callers.map(lambda _: by(pair, f"meet {tmp_path}"), range(2))
    assert one != other


@pytest.mark.parametrize(
    ("order", "why"), [("crash", "SIGSEGV"), ("exit 7", "exit 7"), ("exit 0", "exit 0"), ("stumble x", "KeyError")]
)
def test_a_crash_costs_one_letter_and_says_what_it_was(
    pair: Workers, messages: Messages, caplog: pytest.LogCaptureFixture, order: str, why: str
) -> None:
    before = by(pair)
    with pytest.raises(PressFailed) as failed:
        pair.print(order.encode())
    (finding,) = failed.value.findings
    assert (finding.code, finding.facts["why"]) == ("print.crashed", why)
    assert why in caplog.text
    assert all(messages.say(finding, language) and messages.do(finding, language) for language in ("zh", "en"))
    assert by(pair)
    assert (by(pair) == before) == order.startswith("stumble")  # who only stumbled goes on


def test_a_hang_costs_one_letter_while_the_others_are_printed(
    pair: Workers, messages: Messages, caplog: pytest.LogCaptureFixture
) -> None:
    pair.ready()
    hung: list[DocgenError] = []

    def hang() -> None:
        with pytest.raises(Unprintable) as refused:
            pair.print(b"hang")
        hung.append(refused.value)

    began = time.monotonic()
    caller = threading.Thread(target=hang)
    caller.start()
    time.sleep(0.2)
    assert by(pair)
    assert caller.is_alive()
    caller.join(10)
    assert time.monotonic() - began < 5
    (finding,) = hung[0].findings
    assert (finding.code, dict(finding.facts)) == ("print.too_long", {"most": "2", "setting": "DOCGEN_PRINT_SECONDS"})
    assert "longer than 2 seconds" in caplog.text
    assert all(messages.say(finding, language) and messages.do(finding, language) for language in ("zh", "en"))
    assert by(pair)


@LINUX
def test_a_file_that_eats_memory_is_refused_and_its_press_replaced(pair: Workers, messages: Messages) -> None:
    before = by(pair)
    with pytest.raises(Unprintable) as refused:
        pair.print(b"eat")
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["most"]) == ("print.too_much_memory", "384")
    assert all(messages.say(finding, language) and messages.do(finding, language) for language in ("zh", "en"))
    assert gone_within(5, before)
    assert by(pair)


def test_many_crashes_in_a_row_leave_as_many_presses_as_there_were_and_no_zombie(pair: Workers) -> None:
    pair.ready()
    met: set[int] = set()
    for _ in range(3):
        met.add(by(pair))
        with pytest.raises(PressFailed):
            pair.print(b"exit 1")
    until = time.monotonic() + 20
    while len(pair._idle) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    assert len(pair._idle) == len(pair._alive) == 2
    assert not met & set(processes(pair))
    assert gone_within(1, *met)


def test_a_calm_start_begins_its_second_press_when_somebody_waits_for_it() -> None:
    workers = Workers(2, Obedient, seconds=30, memory=512 << 20, calm=60)
    only = by(workers)
    assert by(workers) == only and processes(workers) == [only]
    with ThreadPoolExecutor(2) as callers:
        slow = callers.submit(workers.print, b"sleep 20")
        time.sleep(0.2)
        assert callers.submit(by, workers).result(15) != only
        assert not slow.done()
        workers.close()
        with pytest.raises(PressFailed):
            slow.result(10)


def test_a_calm_start_begins_its_second_press_after_a_while() -> None:
    workers = Workers(2, Obedient, seconds=30, memory=512 << 20, calm=0.5)
    workers.ready()
    assert len(processes(workers)) == 1
    until = time.monotonic() + 20
    while len(workers._idle) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    assert len(workers._idle) == 2
    workers.close()


def test_a_press_killed_while_it_had_nothing_to_do_costs_no_letter() -> None:
    workers = Workers(1, Obedient, seconds=5, memory=512 << 20)
    first = by(workers)
    os.kill(first, signal.SIGKILL)
    time.sleep(0.3)  # nobody notices yet
    assert by(workers) not in {first, os.getpid()}
    workers.close()


def test_closing_ends_every_process_and_who_still_waits_is_told_so() -> None:
    workers = Workers(1, Obedient, seconds=60, memory=512 << 20)
    workers.ready()
    (process,) = processes(workers)
    with ThreadPoolExecutor(2) as callers:
        waiting = [callers.submit(workers.print, b"sleep 30") for _ in range(2)]
        time.sleep(0.2)
        workers.close()
        for each in waiting:
            with pytest.raises(PressFailed) as failed:
                each.result(10)
            assert failed.value.findings[0].code == "print.no_press"
    assert gone_within(1, process)
    with pytest.raises(PressFailed):
        workers.print(b"print")


def test_where_no_press_can_be_made_again_who_asks_is_told_so_at_once(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.touch()
    workers = Workers(1, partial(while_there, there), seconds=5, memory=512 << 20)
    assert by(workers)
    assert not workers.lost()
    there.unlink()
    with pytest.raises(PressFailed):
        workers.print(b"exit 1")
    for _ in range(2):  # the first waits for the try that is under way
        with pytest.raises(NoPress):
            workers.print(b"print")
    assert workers.lost()
    began = time.monotonic()
    with pytest.raises(NoPress):
        workers.print(b"print")
    assert time.monotonic() - began < 1
    there.touch()  # what was missing is there again: nobody need start the service anew
    until = time.monotonic() + 20
    while workers.lost() and time.monotonic() < until:
        time.sleep(0.05)
    assert by(workers)
    workers.close()
    assert workers.lost()


def test_presses_that_nobody_has_any_more_end_by_themselves() -> None:
    workers = Workers(2, Obedient, seconds=60, memory=512 << 20)
    by(workers)
    until = time.monotonic() + 20
    while workers._lacking and time.monotonic() < until:
        time.sleep(0.02)
    there = processes(workers)
    assert len(there) == 2
    del workers
    gc.collect()
    assert gone_within(5, *there)


SERVICE = """
import sys, time
from functools import partial
from docgen.printing.workers import Workers
from tests.printing.presses import Obedient
workers = Workers(2, Obedient, seconds=60, memory=512 << 20)
print(workers.print(b"print").pdf.decode(), flush=True)
{then}
"""


@pytest.mark.parametrize(
    ("then", "how"),
    [
        ("time.sleep(60)", signal.SIGKILL),
        ("time.sleep(60)", signal.SIGTERM),
        ("workers.print(b'hang')", signal.SIGKILL),
        ("workers.print(b'hang')", signal.SIGTERM),
        ("workers.print(b'hold')", signal.SIGKILL),
        ("sys.exit(0)", None),
    ],
)
def test_the_presses_end_with_their_service_however_it_ends(then: str, how: signal.Signals | None) -> None:
    with subprocess.Popen([sys.executable, "-c", SERVICE.format(then=then)], stdout=subprocess.PIPE) as service:
        assert service.stdout
        process = int(service.stdout.readline())
        if how:
            assert is_there(process)
            time.sleep(0.3)
            service.send_signal(how)
        service.wait(10)
        assert gone_within(2, process)  # also one that is in the midst of a file, long before its time is over


@pytest.mark.parametrize(("make", "kind"), [(fontless, ConfigurationFault), (broken, PressFailed)])
def test_a_press_that_cannot_be_made_is_told_at_start(make: object, kind: type[DocgenError]) -> None:
    workers = Workers(1, make, seconds=5, memory=512 << 20)  # type: ignore[arg-type]
    with pytest.raises(kind):
        workers.ready()
    workers.close()


def test_every_press_gives_the_same_bytes_as_one_in_this_process(press: Press) -> None:
    file = word(
        p("催款函 Demand letter", jc="center"),
        p(r("甲方", "<w:b/>"), r(" 金额 1,234.56", '<w:u w:val="single"/>'), r("𬭎㛃", "<w:i/>")),
        tbl("发票|金额", *[f"{number}|{number * 7}.00" for number in range(60)]),
    )
    here = press.print(file)
    making = partial(make_press, folder=None, font_map=None, most_blocks=1000, warm_with=file)
    workers = Workers(2, making, seconds=60, memory=1 << 30)
    with ThreadPoolExecutor(2) as callers:
        there = list(callers.map(workers.print, [file] * 8))
    drawn = workers.pictures(here.pdf, 50)
    workers.close()
    assert {printed.pdf for printed in there} == {here.pdf}
    assert drawn == press.pictures(here.pdf, 50)
    assert {printed.pages for printed in there} == {here.pages}
    assert all(printed.notices == here.notices for printed in there)


@pytest.mark.parametrize(
    "error",
    [
        Unprintable([Finding("print.frame", Severity.FAULT, WordPlace("a", paragraph=2), {"x": "1"}, ("a:1",), "/a")]),
        PressFailed(Finding("print.no_press")),
        Barred([Finding("bar.x", Severity.BAR)], acknowledged=("one", "two")),
        InvalidRequest(),
    ],
)
def test_errors_and_findings_survive_being_sent(error: DocgenError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301 — our own
        assert type(again) is type(error)
        assert again.findings == error.findings
        assert str(again) == str(error)
        assert getattr(again, "acknowledged", None) == getattr(error, "acknowledged", None)


@pytest.mark.parametrize("named", [os.system, subprocess.Popen, Path, eval])
def test_an_answer_can_name_nothing_but_what_answers_are_made_of(named: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        _Answer(io.BytesIO(pickle.dumps(named))).load()
