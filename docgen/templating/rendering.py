"""A compiled part at work: values escaped for where they stand, and everything that goes wrong noted with its place."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any

from jinja2 import Template, TemplateError, nodes
from jinja2.runtime import StrictUndefined, Undefined

from docgen.errors import Finding
from docgen.templating import escapes, tags
from docgen.templating.columns import by_column
from docgen.templating.language import Sandbox
from docgen.templating.source import Source
from docgen.wordfile import Limits as FileLimits

_PIECES = 256
MOST_FINDINGS = 200  # of one part; whoever has more is told of these first
_BARE_END = re.compile("(?<!</w:p>)(?<!<w:p/>)</w:tc>")
_KINDS = {
    bool: ("是否", "yes or no"),
    int: ("整数", "a number"),
    str: ("文字", "words"),
    list: ("列表", "a list"),
    dict: ("一组数据", "a group of facts"),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a template may do. The source in characters, what comes out in bytes; `turns` are those of all loops of
    one merge together."""

    file: FileLimits = field(default_factory=FileLimits)
    source_size: int = 8 << 20
    turns: int = 200_000
    output_size: int = 128 << 20


@dataclass
class _Merge:
    """One merge while it runs: what it has used of its limits, and what it has found wrong."""

    facts: Mapping[str, object]
    limits: Limits
    source: Source
    turns: int = 0
    size: int = 0
    findings: list[Finding] = field(default_factory=list)

    def note(self, code: str, **facts: str) -> None:
        """A finding at the tag that is being rendered."""
        place = self.source.place(_line())
        self.add(Finding(code, place=place, facts={"tag": place.words, **facts}))

    def add(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)
        if len(self.findings) >= MOST_FINDINGS:
            raise TooMuch


_merge: ContextVar[_Merge] = ContextVar("merge")


class TooMuch(Exception):
    """The merge has used up its limits and stops at once; the finding is noted already."""


class Unknown(StrictUndefined):
    """A name that the facts do not have: noted wherever it is used, so that one merge tells all of them."""

    __slots__ = ()

    def _noted(self) -> None:
        merge = _merge.get()
        name = str(self._undefined_name)
        owner = self._undefined_obj
        known = list(owner) if isinstance(owner, dict) else list(merge.facts)
        place = merge.source.place(_line())
        written = re.search(rf"(?:\w+\.)*{re.escape(name)}\b", place.words)
        nearest = "".join(get_close_matches(name, known, n=1))
        merge.add(tags.unknown_name(place, written.group() if written else name, nearest))

    def __str__(self) -> str:  # type: ignore[override]
        self._noted()
        return ""

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        self._noted()
        return iter(())

    def _no(self, *_: object) -> bool:
        self._noted()
        return False

    def _none(self) -> int:
        self._noted()
        return 0

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _no  # type: ignore[assignment]
    __len__ = _none  # type: ignore[assignment]
    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A part compiled: run it with facts as often as wanted, from as many threads as wanted."""

    source: Source
    template: Template
    repeats_pictures: bool  # each copy needs a number of its own
    bares_cells: bool  # a condition or a loop may leave a cell without a paragraph at its end

    @classmethod
    def of(cls, source: Source, tree: nodes.Template, sandbox: Sandbox) -> Rendering:
        by_column(tree, sandbox)
        tree.set_environment(sandbox)
        code = sandbox.compile(tree, name=source.part, filename=source.part)
        repeated = (data for loop in tree.find_all(nodes.For) for data in loop.find_all(nodes.TemplateData))
        pictures = any("<wp:docPr " in data.data for data in repeated)
        bare = any(_BARE_END.search(data.data) for data in tree.find_all(nodes.TemplateData))
        return cls(source, Template.from_code(sandbox, code, {}), pictures, bare)

    def run(self, facts: Mapping[str, object], limits: Limits, findings: list[Finding]) -> list[bytes]:
        """The XML of the part in UTF-8, piece by piece, unfit for use if there are findings: they go to `findings`,
        those of all tags."""
        merge = _Merge(facts, limits, self.source)
        token = _merge.set(merge)
        pieces: list[bytes] = []
        try:
            parts = map(str.encode, self.template.root_render_func(self.template.new_context(dict(facts))))
            while some := list(islice(parts, _PIECES)):
                pieces.append(b"".join(some))
                merge.size += len(pieces[-1])
                if merge.size > limits.output_size:
                    merge.note("template.too_large", limit=f"{limits.output_size:,}")
                    raise TooMuch
        except TooMuch:
            pass
        except (
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            AttributeError,
            RecursionError,
            TemplateError,
        ) as error:
            place = self.source.place(_line_of(error))
            merge.findings.append(Finding("template.unworkable", place=place, facts={"tag": place.words}))
        finally:
            _merge.reset(token)
        findings += merge.findings
        return pieces


def _line_of(error: BaseException) -> int | None:
    traceback, line = error.__traceback__, None
    while traceback:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _line() -> int | None:
    """The line of the source that is being rendered, read off the stack as Jinja does for its own tracebacks."""
    frame = sys._getframe(1)
    while frame:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        if frame.f_back is None:
            break
        frame = frame.f_back
    return None


def _kind(value: object) -> dict[str, str]:
    """What a value is, for a sentence about it."""
    kind = type(value)
    zh, en = _KINDS.get(kind, ("其他", "something else"))
    return {"kind": kind.__name__ if kind in _KINDS else "other", "kind_zh": zh, "kind_en": en}


def _words(value: object) -> str:
    """A value as words: strings and whole numbers. Yes and no, lists and dictionaries are not fit to print."""
    if type(value) is str:
        return value
    if type(value) is int or isinstance(value, Unknown):
        return str(value)
    _merge.get().note("template.not_words", **_kind(value))
    return ""


def in_run(value: object) -> str:
    return escapes.for_run(value if type(value) is str else _words(value))


def in_property(value: object) -> str:
    return escapes.for_property(_words(value))


def in_attribute(value: object) -> str:
    """A number of columns or a colour: letters and figures alone."""
    text = _words(value)
    if not text.isalnum():
        _merge.get().note("template.not_attribute", value=text[:40])
        return ""
    return text


def rows(value: object) -> list[object]:
    """What a loop goes through, counted."""
    merge = _merge.get()
    if type(value) is dict:
        value = list(value)
    if isinstance(value, Unknown):
        return list(value)
    if type(value) is not list:
        merge.note("template.not_list", **_kind(value))
        return []
    merge.turns += len(value)
    if merge.turns > merge.limits.turns:
        merge.note("template.too_many_turns", limit=f"{merge.limits.turns:,}")
        raise TooMuch
    return value


def _default(value: object, other: object = "") -> object:
    return other if isinstance(value, Undefined) else value


def _length(value: object) -> int:
    if type(value) in (str, list, dict) or isinstance(value, Unknown):
        return len(value)  # type: ignore[arg-type]
    raise TypeError(f"length {type(value).__name__}")


def _first(value: object) -> object:
    return _at(value, 0)


def _last(value: object) -> object:
    return _at(value, -1)


def _at(value: object, index: int) -> object:
    if isinstance(value, Unknown):
        return value
    if type(value) in (str, list) and value:
        return value[index]  # type: ignore[index]
    raise TypeError(f"empty or {type(value).__name__}")


def _join(value: object, between: str = "") -> str:
    """Counted before it is made: joins within joins grow by multiplication."""
    entries = [_words(entry) for entry in rows(value)]
    merge = _merge.get()
    merge.size += sum(map(len, entries)) + len(between) * len(entries)
    if merge.size > merge.limits.output_size:
        merge.note("template.too_large", limit=f"{merge.limits.output_size:,}")
        raise TooMuch
    return between.join(entries)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "in_run": in_run,
    "in_property": in_property,
    "in_attribute": in_attribute,
    "rows": rows,
    "count": _length,
    "d": _default,
    "default": _default,
    "first": _first,
    "join": _join,
    "last": _last,
    "length": _length,
}
