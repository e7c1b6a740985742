"""Presses in processes of their own: a file that hangs, crashes or eats memory costs one letter, not the service.

Each process is an interpreter started afresh – never a fork of one that has threads, whose locks it would inherit
locked – and prints one file at a time, within a limit of time and of memory. One that hangs or dies is killed, waited
for and replaced while the others go on. Which of them prints a file changes no byte of it.
"""

from __future__ import annotations

import fcntl
import gc
import io
import logging
import os
import pickle
import resource
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from docgen.errors import DocgenError, Finding, NoPress, PressFailed, Severity, Unprintable, WordPlace
from docgen.printing.printed import Printed

if TYPE_CHECKING:
    from docgen.printing.press import Press

log = logging.getLogger(__name__)

_START = 120.0  # seconds in which a press must be ready
_WAIT = 20.0  # seconds that a file waits for a press that is being made
_GRACE = 5  # seconds after its time in which a process ends by itself, should nobody kill it
_PAUSES = (1.0, 5.0, 15.0, 30.0)  # seconds before the next try, where a press cannot be made at all


class Prints(Protocol):
    """What prints: a press, or several."""

    def print(self, docx: bytes, *how: Any) -> Printed: ...

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]: ...

    def addresses(self, pdf: bytes) -> tuple[tuple[str, ...], ...]: ...


def make_press(*, folder: Path | None, font_map: Path | None, most_blocks: int, warm_with: bytes = b"") -> Press:
    """A press with the fonts of this machine, as `fonts.prepare` finds them.

    warm_with: a Word file printed twice, so that the first letter finds its fonts open and their glyphs in stock, which
    are laid in when a font is cut for the second time. Raises ConfigurationFault.
    """
    from docgen.printing import fonts  # noqa: PLC0415 — only where it is made, in a process of its own
    from docgen.printing.press import Press  # noqa: PLC0415

    press = Press(fonts.prepare(folder=folder, font_map=font_map), most_blocks)
    for _ in range(2 if warm_with else 0):
        press.print(warm_with)
    return press


class Workers:
    """`count` presses, each in a process of its own; the same interface as one press. Safe to share between threads.

    make_press: called in each process; picklable, as `functools.partial(make_press, …)` is.
    seconds: the time that one file may take, by the clock. memory: what a process may hold, in bytes; kept on Linux,
    while macOS takes the limit and lets processes exceed it.

    They start in the background, one after the other; `ready` waits for the first. They end with `close`, with this
    object, and with this process however that ends.

    calm: seconds after the first in which the next begins only if somebody waits for a press: what else a start does
    has the processors.
    """

    def __init__(
        self, count: int, make_press: Callable[[], Prints], seconds: float, memory: int, calm: float = 0.0
    ) -> None:
        self._order = pickle.dumps((seconds, memory, make_press))
        self._count, self._seconds, self._memory, self._calm = count, seconds, memory, calm
        self._changed = threading.Condition()
        self._idle: list[_Worker] = []  # the last one in is the first one out: its caches are the warmest
        self._lacking = count
        self._waiting = 0  # who ask for one
        self._failure: Exception | None = None  # why no press could be made
        self._alive: set[_Worker] = set()
        self._end = weakref.finalize(self, _end, self._alive, self._changed)
        self._begin()

    def ready(self) -> None:
        """Wait for the first press. Raises what kept it from being made: ConfigurationFault, say."""
        with self._changed:
            self._changed.wait_for(lambda: self._idle or self._failure or not self._end.alive)
            if self._failure and not self._idle:
                raise self._failure

    def lost(self) -> bool:
        """Whether no press can be had: there is none, and making one failed. That is tried again and again."""
        with self._changed:
            return not self._end.alive or (self._lacking >= self._count and self._failure is not None)

    def print(self, docx: bytes, *how: Any) -> Printed:
        """Print a DOCX; raises what `Press.print` raises.

        Raises Unprintable also for a file that takes too long or too much memory, PressFailed where the press broke
        down over it, and NoPress at once where none can be had, or when none has been made in time.
        """
        printed: Printed = self._done("print", docx, *how)
        return printed

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]:
        """The pages of a PDF; see `pictures.pictures`. What is in it came from a stranger's file: it is drawn where it
        was printed. Raises as `print` does."""
        drawn: list[bytes] = self._done("pictures", pdf, dpi, most)
        return drawn

    def addresses(self, pdf: bytes) -> tuple[tuple[str, ...], ...]:
        """Where the pages of a PDF lead to; see `pictures.addresses`. Raises as `print` does."""
        found: tuple[tuple[str, ...], ...] = self._done("addresses", pdf)
        return found

    def elsewhere(self, what: str, *arguments: Any, seconds: float | None = None) -> Any:
        """What else `make_press` makes can do, done in one of the processes: `what` is the name of its method.

        seconds: the time that it may take, where that is less than a print's. Raises as `print` does.
        """
        return self._done(what, *arguments, seconds=seconds)

    def close(self) -> None:
        """End every process. Who waits for one is told that there is none."""
        self._end()

    # -- who is there

    def _done(self, what: str, *arguments: Any, seconds: float | None = None) -> Any:
        """What a press answers that is asked to do this."""
        seconds = min(seconds or self._seconds, self._seconds)
        worker = self._take()
        try:
            answer = worker.answer((what, *arguments), seconds)
        except _Gone as gone:
            raise self._told(self._lose(worker), seconds, late=gone.late) from None
        except BaseException:  # Ctrl-C, say: it has not answered yet, and must not answer the next
            self._lose(worker)
            raise
        if isinstance(answer, _Failure) and answer.final:
            self._lose(worker)
        else:
            self._give_back(worker)
        if isinstance(answer, DocgenError):
            raise answer
        if not isinstance(answer, _Failure):
            return answer
        log.error("the press broke down over a file\n%s", answer.trace)
        if answer.code == "print.too_much_memory":
            facts = {"most": f"{self._memory >> 20:,}", "setting": "DOCGEN_PRINT_MEMORY"}
            raise Unprintable(Finding("print.too_much_memory", facts=facts))
        raise PressFailed(Finding("print.crashed", facts={"why": answer.why}))

    def _take(self) -> _Worker:
        with self._changed:
            while self._waited_for() and self._idle:
                worker = self._idle.pop()
                if worker.process.poll() is None:
                    return worker
                log.error("a press that had nothing to print ended by itself (%s)", _named(worker.process.returncode))
                self._forget(worker)
        raise NoPress(Finding("print.no_press"))

    def _waited_for(self) -> bool:
        """Whether there is one in time, or none can be had. Whoever makes them is told that somebody waits."""
        self._waiting += 1
        self._changed.notify_all()
        try:
            return bool(self._changed.wait_for(lambda: self._idle or self.lost(), _WAIT))
        finally:
            self._waiting -= 1

    def _give_back(self, worker: _Worker) -> None:
        with self._changed:
            self._idle.append(worker)
            self._changed.notify_all()

    def _lose(self, worker: _Worker) -> int:
        """End one, and have another made in its place. Returns how it ended."""
        fate = worker.end()
        with self._changed:
            self._forget(worker)
        return fate

    def _forget(self, worker: _Worker) -> None:
        worker.end()
        self._alive.discard(worker)
        self._lacking += 1
        if self._lacking == 1 and self._end.alive:
            self._begin()

    def _told(self, fate: int, seconds: float, *, late: bool) -> DocgenError:
        if late or fate == -signal.SIGALRM:
            log.error("a press was ended over a file that took longer than %g seconds", seconds)
            facts = {"most": f"{seconds:g}", "setting": "DOCGEN_PRINT_SECONDS"}
            return Unprintable(Finding("print.too_long", facts=facts))
        if not self._end.alive:
            return NoPress(Finding("print.no_press"))
        log.error("a press died over a file (%s)", _named(fate))
        return PressFailed(Finding("print.crashed", facts={"why": _named(fate)}))

    # -- those that are lacking

    def _begin(self) -> None:
        threading.Thread(target=self._make_lacking, name="docgen presses", daemon=True).start()

    def _make_lacking(self) -> None:
        """Make presses until there are as many as there should be. There is one such thread at most."""
        tries = 0
        while True:
            failure = self._make_one()
            with self._changed:
                self._failure = failure
                self._lacking -= failure is None
                self._changed.notify_all()
                if failure is None and self._lacking:
                    self._changed.wait_for(self._is_wanted, self._calm)
                if not self._lacking or not self._end.alive:
                    return
            if failure is not None:
                log.error("no press could be made: %s", failure)
                time.sleep(_PAUSES[min(tries, len(_PAUSES) - 1)])
                tries += 1

    def _is_wanted(self) -> bool:
        """Whether somebody waits for another press, or nobody wants any more."""
        return (self._waiting > 0 and not self._idle) or not self._end.alive

    def _make_one(self) -> Exception | None:
        """Returns why it could not be made."""
        with self._changed:
            if not self._end.alive:
                return None
            try:
                worker = _Worker()
            except OSError as error:  # the system has no room for another process
                return error
            self._alive.add(worker)
        failure = worker.started(self._order)
        with self._changed:
            if failure is None:
                self._idle.append(worker)
            else:
                worker.end()
                self._alive.discard(worker)
        return failure


def _end(alive: set[_Worker], changed: threading.Condition) -> None:
    with changed:
        for worker in alive:
            worker.end()
        alive.clear()
        changed.notify_all()


class _Gone(Exception):
    """A worker that does not answer: it is dead, or `late`."""

    def __init__(self, *, late: bool = False) -> None:
        self.late = late


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a press answers that broke down. final: it prints nothing more."""

    code: str
    why: str
    trace: str
    final: bool = False


class _Worker:
    """One process, seen from here."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._life, life = socket.socketpair()  # says nothing; closed by the system when this process is gone
        with theirs, life:
            # The path of imports is this process's own, in a checkout as in a wheel. A session of its own keeps
            # Ctrl-C at the terminal for the service, which then ends its workers.
            begin = f"import sys; sys.path[:] = {sys.path!r}; from docgen.printing import workers; "
            self.process = subprocess.Popen(  # noqa: S603 — ourselves
                [sys.executable, "-c", f"{begin}workers.work({theirs.fileno()}, {life.fileno()})"],
                pass_fds=[theirs.fileno(), life.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._line = Connection(ours.detach())

    def started(self, order: bytes) -> Exception | None:
        """Wait until it can print. Returns why it cannot, else None."""
        try:
            match self._answered(order, _START):
                case DocgenError() as refused:
                    return refused
                case _Failure(why=why, trace=trace):
                    log.error("%s", trace)
                    return PressFailed(Finding("print.crashed", facts={"why": why}))
        except _Gone:
            return PressFailed(Finding("print.crashed", facts={"why": _named(self.end())}))
        return None

    def answer(self, question: tuple[Any, ...], seconds: float) -> Any:
        """Raises _Gone when there is none in time."""
        return self._answered(pickle.dumps(question), seconds)

    def end(self) -> int:
        """Kill it if it is alive, and wait for it. Returns how it ended: what killed it before counts."""
        self.process.kill()
        self._line.close()
        self._life.close()
        return self.process.wait()

    def _answered(self, question: bytes, seconds: float) -> Any:
        try:
            self._line.send_bytes(question)
            if not self._line.poll(seconds):
                raise _Gone(late=True)
            return _Answer(io.BytesIO(self._line.recv_bytes())).load()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise _Gone from error


class _Answer(pickle.Unpickler):
    """Reads what a process says, which may have come under the power of the file it prints: it can name nothing but
    what an answer is made of."""

    def find_class(self, module: str, name: str) -> Any:
        for kind in _said():
            if (kind.__module__, kind.__qualname__) == (module, name):
                return kind
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")


def _said(root: type = DocgenError) -> Iterator[type]:
    """The types that an answer is made of."""
    if root is DocgenError:
        yield from (Printed, Finding, WordPlace, Severity, _Failure)
    yield root
    below: type
    for below in root.__subclasses__():
        yield from _said(below)


def _named(fate: int) -> str:
    """How a process ended, by its return code: "SIGSEGV", "exit 1"."""
    try:
        return signal.Signals(-fate).name
    except ValueError:
        return f"exit {fate}"


# -- in the process


def work(line: int, life: int) -> None:
    """What a process does: make a press, then print what comes, until the line is closed. When the other end of `life`
    is, it ends at once, whatever it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(life)
    with Connection(line) as connection, suppress(EOFError, BrokenPipeError, ConnectionResetError):
        seconds, memory, make_press = pickle.loads(connection.recv_bytes())  # noqa: S301 — from our own parent
        _limit(memory)
        press = _tried(make_press)
        ready = not isinstance(press, DocgenError | _Failure)
        gc.freeze()  # fonts and caches live until the end: the collector need not walk them
        connection.send(None if ready else press)
        while ready:
            what, *arguments = connection.recv()
            # The service watches the clock, and the system after it: SIGALRM ends the process.
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
            answer = _tried(getattr(press, what), *arguments)
            connection.send(answer)
            signal.setitimer(signal.ITIMER_REAL, 0)
            ready = not (isinstance(answer, _Failure) and answer.final)


def _end_with(life: int) -> None:
    """Let the system end this process when the other end of that socket is closed.

    By SIGIO, whose default is to end a process: no thread of ours need get its turn for that, which it would not in the
    midst of a library's work. PR_SET_PDEATHSIG would not do: it goes by the thread that made us, which ends first.
    """
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(life, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(life, fcntl.F_SETFL, fcntl.fcntl(life, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([life], [], [], 0)[0]:  # closed before that was asked for
        os._exit(1)


def _limit(memory: int) -> None:
    """Allow the process no more than that, and no file with what it had in memory when it died.

    Linux counts what can be written to (RLIMIT_DATA), and not the fonts that are only mapped.
    """
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or most >= memory:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tried(work: Callable[..., Any], *arguments: Any) -> Any:
    """What that returns, or why it does not."""
    try:
        return work(*arguments)
    except DocgenError as refused:
        return refused
    except MemoryError:
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))  # room to say so
        return _Failure("print.too_much_memory", "MemoryError", traceback.format_exc(limit=-12), final=True)
    except Exception as error:
        return _Failure("print.crashed", type(error).__name__, traceback.format_exc(limit=-12))


__all__ = ["Prints", "Workers", "make_press"]
