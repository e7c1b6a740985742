"""Templates of strangers are compiled and merged where it costs nobody anything: in a process that can be killed.

A template is a program, however small its language. The sandbox (`docgen.templating.language`) says what it may say and
counts what it does; what no count foresees – a construct that takes minutes or gigabytes, a crash of a library – ends
one process of the press and is told as a fault of the template, while all other letters go on.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docgen.errors import Finding, PressFailed, TemplateFault, Unprintable
from docgen.printing.workers import Prints, Workers

if TYPE_CHECKING:
    from docgen.printing.printed import Printed
    from docgen.templating import CompiledTemplate, Template

SECONDS = 10.0  # in which a template is compiled, or merged; the longest that ships takes a tenth of one
_MOST = 16  # compiled templates that a process keeps

Known = tuple[str, ...]


class Workshop:
    """A press that merges templates too: what each process of `Workers` holds."""

    def __init__(self, press: Prints) -> None:
        self._press = press
        self._compiled: OrderedDict[tuple[bytes, Known | None], CompiledTemplate] = OrderedDict()

    def print(self, docx: bytes, *how: Any) -> Printed:
        return self._press.print(docx, *how)

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]:
        return self._press.pictures(pdf, dpi, most)

    def addresses(self, pdf: bytes) -> tuple[tuple[str, ...], ...]:
        return self._press.addresses(pdf)

    def fitted(self, word_file: bytes, known: Known | None) -> tuple[str, tuple[str, ...]]:
        """Digest and names of a template. Raises HostileFile, TemplateFault."""
        compiled = self._of(word_file, known)
        return compiled.digest, tuple(sorted(compiled.names))

    def merged(self, word_file: bytes, known: Known | None, facts: Mapping[str, object]) -> bytes:
        """The letter. Raises TemplateFault."""
        return self._of(word_file, known).merge(facts)

    def _of(self, word_file: bytes, known: Known | None) -> CompiledTemplate:
        from docgen.templating import compile_template  # noqa: PLC0415 — most processes only print

        key = (word_file, known)
        if key not in self._compiled:
            self._compiled[key] = compile_template(word_file, known=known)
            while len(self._compiled) > _MOST:
                self._compiled.popitem(last=False)
        self._compiled.move_to_end(key)
        return self._compiled[key]


def make_workshop(make_press: Callable[[], Prints]) -> Workshop:
    """Called in each process; picklable, as `functools.partial(make_workshop, make_press)` is."""
    return Workshop(make_press())


@dataclass(frozen=True, slots=True)
class Apart:
    """A template that is compiled and merged in the processes of a press; see `CompiledTemplate`."""

    digest: str
    names: frozenset[str]
    _word_file: bytes = field(repr=False)
    _known: Known | None = field(repr=False)
    _press: Workers = field(repr=False)

    def merge(self, facts: Mapping[str, object]) -> bytes:
        """The letter, a DOCX. Raises TemplateFault, also for a template that takes too long or too much memory."""
        merged: bytes = _asked(self._press, "merged", self._word_file, self._known, facts)
        return merged


def fit(word_file: bytes, press: Prints, *, known: Collection[str] | None = None) -> Template:
    """A stranger's Word file as a template, as `compile_template` would have it.

    Where the press is a process of its own, the template stays there; else it is compiled here, as for a command that
    makes one letter and is gone. Raises HostileFile, TemplateFault.
    """
    from docgen.templating import compile_template  # noqa: PLC0415 — read with the first template of a company's own

    if not isinstance(press, Workers):
        return compile_template(word_file, known=known)
    names = None if known is None else tuple(known)
    digest, asked = _asked(press, "fitted", word_file, names)
    return Apart(digest, frozenset(asked), word_file, names, press)


def _asked(press: Workers, what: str, *arguments: Any) -> Any:
    """Done in a process; what ended that process is told as a fault of the template."""
    try:
        return press.elsewhere(what, *arguments, seconds=SECONDS)
    except Unprintable as ended:
        codes = {"print.too_long": "template.too_long", "print.too_much_memory": "template.too_much_memory"}
        raise TemplateFault(Finding(codes[one.code], facts=one.facts) for one in ended.findings) from None
    except PressFailed as failed:
        if any(one.code != "print.crashed" for one in failed.findings):
            raise  # no process can be had: nothing is known of the template
        raise TemplateFault(Finding("template.crashed")) from None
