"""The queue before the presses, each of which prints one file at a time: who comes when it is full is told so at once.

A server has more threads than the queue has places (`docgen.cli.serving`), so that what needs no press – health,
readiness, assessments, Word files – is answered while they are busy.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore

from flask import current_app
from werkzeug.exceptions import ServiceUnavailable

WAIT = 20.0  # seconds from arrival to the press: behind one of the longest letters, not behind two
RETRY_AFTER = 5  # seconds; most letters ahead are done by then


class Queue:
    """presses: how many files are printed at once. waiting: how many may wait meanwhile; wait: for how many seconds at
    most."""

    def __init__(self, presses: int, waiting: int, wait: float = WAIT) -> None:
        self._places = BoundedSemaphore(presses + waiting)
        self._presses = BoundedSemaphore(presses)
        self._wait = wait

    @contextmanager
    def place(self) -> Iterator[Place]:
        """A place, for as long as the block lasts. Raises ServiceUnavailable (503 with Retry-After) at once when every
        place is taken."""
        if not self._places.acquire(blocking=False):
            raise ServiceUnavailable(retry_after=RETRY_AFTER)
        try:
            yield Place(self._presses, time.monotonic() + self._wait)
        finally:
            self._places.release()


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the queue, and until when it may wait."""

    _presses: BoundedSemaphore
    _until: float

    @contextmanager
    def press(self) -> Iterator[None]:
        """A press, for as long as the block lasts. Raises ServiceUnavailable when none has become free in time."""
        if not self._presses.acquire(timeout=max(0.0, self._until - time.monotonic())):
            raise ServiceUnavailable(retry_after=RETRY_AFTER)
        try:
            yield
        finally:
            self._presses.release()


def queue() -> Queue:
    """The queue of this application."""
    found: Queue = current_app.extensions["docgen.queue"]
    return found


@contextmanager
def place_in_queue() -> Iterator[None]:
    """A place and then a press, for as long as the block lasts. Raises ServiceUnavailable as these do."""
    with queue().place() as place, place.press():
        yield
