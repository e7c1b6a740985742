"""Presses that misbehave, made in a process of their own: each does what its file says."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path
from typing import Any

from docgen.errors import ConfigurationFault, Finding, Severity, Unprintable, WordPlace
from docgen.printing import Press, Printed, fonts
from docgen.printing.workers import Workers


class Obedient:
    """Does as it is told; the PDF says which process it was."""

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]:
        if pdf == b"crash":
            ctypes.string_at(0)
        return [pdf] * (most or dpi)

    def print(self, docx: bytes, *how: str) -> Printed:
        what, _, more = docx.decode().partition(" ")
        match what:
            case "hang":
                while True:
                    pass
            case "hold":  # and let no other thread of this process have its turn
                ctypes.PyDLL(None).sleep(60)
            case "sleep":
                time.sleep(float(more))
            case "meet":
                meet(Path(more))
            case "crash":
                ctypes.string_at(0)
            case "exit":
                os._exit(int(more))
            case "eat":
                held = [bytearray(8 << 20) for _ in range(1000)]
                raise AssertionError(len(held))
            case "stumble":
                raise KeyError(more)
            case "refuse":
                place = WordPlace("word/document.xml", table=1, row=2, cell=3, paragraph=4)
                raise Unprintable([Finding("print.frame", place=place), Finding("print.ruby", articles=("x:1",))])
        notice = Finding("print.comments", Severity.INFORMATION, WordPlace("word/document.xml"), {"words": more})
        return Printed(f"{os.getpid()} {' '.join(how)}".encode(), 1, (notice,))


class Told(Workers):
    """Presses that misbehave as they are told, whatever is to be printed."""

    order = "print"

    def print(self, docx: bytes, *how: Any) -> Printed:  # noqa: ARG002 — the press's own signature
        return super().print(self.order.encode())


def meet(folder: Path) -> None:
    """Go on when two have come here."""
    (folder / str(os.getpid())).touch()
    until = time.monotonic() + 20
    while len(list(folder.iterdir())) < 2:
        assert time.monotonic() < until, "nobody came"
        time.sleep(0.01)


def fontless() -> Obedient:
    raise ConfigurationFault(Finding("fonts.absent"))


def while_there(file: Path) -> Obedient:
    """Can be made as long as that file is there."""
    if not file.exists():
        raise ConfigurationFault(Finding("fonts.absent"))
    return Obedient()


def broken() -> Obedient:
    raise RuntimeError("out of order")


def real() -> Press:
    """The press itself."""
    return Press(fonts.prepare())
