"""Proof that a template gives well-formed XML whatever the facts, and where in that XML each value lands.

Branches of an `if` must leave the same elements open, and a turn of a `for` those that it found. So a {%p if %} that
ends in another cell is a fault when the template is compiled, not a broken letter on the day the condition is false.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from jinja2 import nodes

from docgen.errors import Finding
from docgen.templating.source import Source, restore

_TAG = re.compile(r"<(/?)([^\s/>]+)[^>]*?(/?)>")


class Unbalanced(Exception):
    """Some branch or turn leaves other elements open than it should; told of the tag on `line`."""

    def __init__(self, line: int) -> None:
        self.line = line


@dataclass(frozen=True, slots=True)
class _State:
    standing: tuple[str, ...] = ()
    unfinished: str = ""  # a tag that the next value or statement interrupts

    @property
    def open_ends(self) -> tuple[tuple[str, ...], str, int]:
        """What two branches must agree on: their open elements, and the attribute that they stop in."""
        return self.standing, self.unfinished.partition(" ")[0], self.unfinished.count('"') % 2


@dataclass
class _Walk:
    source: Source
    findings: list[Finding] = field(default_factory=list)

    def through(self, body: Sequence[nodes.Node], state: _State) -> _State:
        for node in body:
            if isinstance(node, nodes.Output):
                node.nodes = [self._output(child, state := self._after(child, state)) for child in node.nodes]
            elif isinstance(node, nodes.For):
                node.iter = _filtered(node.iter, "rows")
                self._same(node, state, self.through(node.body, state))
                self._same(node, state, self.through(node.else_, state))
            elif isinstance(node, nodes.If):
                state = self._branches(node, state)
        return state

    def _branches(self, node: nodes.If, state: _State) -> _State:
        after = self.through(node.body, state)
        for branch in node.elif_:
            self._same(node, after, self.through(branch.body, state))
        self._same(node, after, self.through(node.else_, state))
        return after

    def _same(self, node: nodes.Node, one: _State, other: _State) -> None:
        if one.open_ends != other.open_ends:
            raise Unbalanced(node.lineno)

    def _after(self, node: nodes.Node, state: _State) -> _State:
        if not isinstance(node, nodes.TemplateData):
            return state
        standing = list(state.standing)
        xml = state.unfinished + node.data
        end = 0
        for tag in _TAG.finditer(xml):
            end = tag.end()
            closes, name, empty = tag.groups()
            if closes and (not standing or standing.pop() != name):
                raise Unbalanced(node.lineno)
            if not closes and not empty:
                standing.append(name)
        rest = xml[end:]
        return _State(tuple(standing), rest[rest.index("<") :] if "<" in rest else "")

    def _output(self, node: nodes.Expr, state: _State) -> nodes.Expr:
        """The value, bound for where it stands; the template's own words as they were written."""
        if isinstance(node, nodes.TemplateData):
            node.data = restore(node.data)
            return node
        if state.unfinished:
            return _filtered(node, "in_attribute")
        if self.source.is_word and state.standing[-1:] != ("w:t",):
            place = self.source.place(node.lineno)
            self.findings.append(Finding("template.misplaced", place=place, facts={"tag": place.words}))
        return _filtered(node, "in_run" if self.source.is_word else "in_property")


def bind(source: Source, tree: nodes.Template, findings: list[Finding]) -> None:
    """Check the shape of a part, and bind each of its values to the filter for its place. Faults go to `findings`."""
    walk = _Walk(source)
    try:
        if walk.through(tree.body, _State()) != _State():
            raise Unbalanced(0)
    except Unbalanced as unbalanced:
        place = source.place(unbalanced.line)
        findings.append(Finding("template.unbalanced", place=place, facts={"tag": place.words}))
    findings += walk.findings


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    expression = cast(nodes.Expr, node)  # what a loop goes through is one, though Jinja types it as any node
    return nodes.Filter(expression, name, [], [], None, None, lineno=node.lineno)
