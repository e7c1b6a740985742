"""Loops that print what their rows hold and nothing else, as most tables do: made column by column, not value by value.

Such a loop is compiled twice over. As it was written it runs wherever a column holds what is not simply printed, an
unknown name or a value that is not words: so every fault is found, and at its tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from jinja2 import UndefinedError, nodes

from docgen.templating import escapes
from docgen.templating.language import Sandbox

_BLOCK = 1 << 16  # characters of one piece of text, about: a long letter is never whole in memory as words
_Column = Callable[[list[Any]], list[Any]]  # all rows → what each of them has in this column


@dataclass(frozen=True, slots=True)
class Columns:
    """What one turn of a loop prints: words[0], a value of columns[0], words[1], …, words[-1]."""

    words: tuple[str, ...]
    columns: tuple[_Column, ...]

    @classmethod
    def of(cls, loop: nodes.For) -> Columns | None:
        """Those of a loop that prints nothing but its rows, their entries and the number of the turn."""
        if loop.test or not isinstance(loop.target, nodes.Name):
            return None
        words, columns = [""], []
        for output in loop.body:
            if not isinstance(output, nodes.Output):
                return None
            for node in output.nodes:
                if isinstance(node, nodes.TemplateData):
                    words[-1] += node.data
                elif column := _column(node, loop.target.name):
                    columns.append(column)
                    words.append("")
                else:
                    return None
        return cls(tuple(words), tuple(columns))

    def blocks(self, rows: list[Any]) -> Iterator[str] | None:
        """The text of all turns, piece by piece; None where only the loop itself can tell what is printed."""
        try:
            columns = [_words(column(rows)) for column in self.columns]
        except (LookupError, TypeError, ValueError, UndefinedError):
            return None
        return self._blocks(columns, len(rows)) if rows else None

    def _blocks(self, columns: list[list[str]], count: int) -> Iterator[str]:
        turn = [piece for words in self.words for piece in (words, "")][:-1]
        turns = max(_BLOCK // max(sum(map(len, turn)), 1), 1)
        for start in range(0, count, turns):
            stop = min(start + turns, count)
            pieces = turn * (stop - start)
            for number, column in enumerate(columns):
                pieces[2 * number + 1 :: len(turn)] = column[start:stop]
            yield "".join(pieces)


def by_column(tree: nodes.Template, sandbox: Sandbox) -> None:
    """Have the loops that have columns printed by them, in a tree that is bound by `shape`."""
    for node in [tree, *tree.find_all((nodes.For, nodes.If))]:
        for name in ("body", "else_"):
            body: list[nodes.Node] = getattr(node, name, [])
            body[:] = [made for child in body for made in _either(child, sandbox)]


def _either(loop: nodes.Node, sandbox: Sandbox) -> list[nodes.Node]:
    """{% set _rows = … %}{% set _blocks = _rows|columns %}
    {% if _blocks %}{% for _block in _blocks %}{{ _block }}{% endfor %}{% else %}the loop, over _rows{% endif %}

    Any other node as it is.
    """
    if not isinstance(loop, nodes.For) or not (columns := Columns.of(loop)):
        return [loop]
    filter_name = f"columns {len(sandbox.filters)}"
    sandbox.filters[filter_name] = columns.blocks
    set_rows = nodes.Assign(_stored("_rows"), loop.iter)
    set_blocks = nodes.Assign(_stored("_blocks"), nodes.Filter(_loaded("_rows"), filter_name, [], [], None, None))
    loop.iter = _loaded("_rows")
    print_block = nodes.Output([_loaded("_block")])
    print_blocks = nodes.For(_stored("_block"), _loaded("_blocks"), [print_block], [], None, False)
    either = nodes.If(_loaded("_blocks"), [print_blocks], [], [loop])
    return [node.set_lineno(loop.lineno) for node in (set_rows, set_blocks, either)]


def _stored(name: str) -> nodes.Name:
    return nodes.Name(name, "store")


def _loaded(name: str) -> nodes.Name:
    return nodes.Name(name, "load")


def _column(node: nodes.Node, row: str) -> _Column | None:
    """What is bound for a run and can be had of all rows at once."""
    if not isinstance(node, nodes.Filter) or node.name != "in_run":
        return None
    match node.node:
        case nodes.Name(name=name) if name == row:
            return list
        case nodes.Getattr(node=nodes.Name(name=name), attr=str(entry)) if name == row:
            return _entries(entry)
        case nodes.Getitem(node=nodes.Name(name=name), arg=nodes.Const(value=str(entry))) if name == row:
            return _entries(entry)
        case nodes.Getattr(node=nodes.Name(name="loop"), attr="index"):
            return lambda rows: list(range(1, len(rows) + 1))
    return None


def _entries(name: str) -> _Column:
    entry = itemgetter(name)
    return lambda rows: list(map(entry, rows))


def _words(values: list[Any]) -> list[str]:
    """Plain values as `in_run` prints them. Raises TypeError where one is neither a string nor a whole number."""
    try:
        together = "".join(values)
    except TypeError:
        if set(map(type, values)) - {str, int}:
            raise
        together = "".join(values := list(map(str, values)))
    return list(map(escapes.for_run, values)) if any(sign in together for sign in escapes.MARKUP) else values
