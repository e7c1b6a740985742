"""What a template may say: Jinja without anything that could reach, grow or run beyond the facts.

A template is a program from a stranger. So the syntax is a list of what is allowed, not of what is forbidden; facts are
reached by key alone, never by attribute; nothing can be called; and every loop and every number is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.filters import FILTERS as ENGINES_FILTERS
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from docgen.errors import Finding, WordPlace
from docgen.templating import tags
from docgen.templating.source import Source, straightened

DEEPEST = 12  # blocks within blocks, and operators within operators four times that
_LARGEST = 10**12  # of a number that a template reckons with
_TOO_LARGE = f"> {_LARGEST:,}"
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Tuple,
    nodes.List,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Neg,
    nodes.Filter,
    nodes.Test,
)
FILTERS = frozenset({"count", "d", "default", "first", "join", "last", "length"})
_TESTS = {
    name: TESTS[name] for name in ("defined", "undefined", "even", "odd", "in", "eq", "ne", "lt", "le", "gt", "ge")
}
_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
_JINJAS_OWN = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_FOR_THE_MISSING = frozenset({"d", "default", "defined", "undefined"})
_BRANCHES = {"elif": "if"}
_NAMELESS = frozenset({"else", "endif", "endfor", "end", "vm", "hm"})
# What the template engine itself could do, and what `shape` binds values with: told apart from what nobody knows.
_FILTERS_ELSEWHERE = frozenset({*ENGINES_FILTERS, "in_run", "in_property", "in_attribute", "rows"})
_TAG_NAMES = {
    "FromImport": "import",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "AssignBlock": "set",
    "ScopedEvalContextModifier": "autoescape",
    "Call": "()",
    "Concat": "~",
    "Pow": "**",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Slice": "[:]",
    "Dict": "{}",
    "Pos": "+",
}


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment of its own for every compilation, without globals; filters are given by the renderer."""

    intercepted_binops = frozenset({"+", "-", "*"})
    intercepted_unops = frozenset({"-"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], undefined: type[Undefined]) -> None:
        # Jinja itself escapes nothing: `shape` binds every value to the filter for the place where it stands.
        super().__init__(
            autoescape=False, undefined=undefined, optimized=False, cache_size=0, keep_trailing_newline=True
        )
        self.globals.clear()
        self.filters = dict(filters)
        self.tests = dict(_TESTS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`a.b` is the entry "b" of a; only `loop` has attributes, and only those that count."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if type(obj) is dict and type(argument) is str and argument in obj:
            return obj[argument]
        if type(obj) is list and type(argument) is int and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        for value in (left, right):
            if isinstance(value, Undefined):
                return int(bool(value))
            if type(value) is not int or abs(value) > _LARGEST:
                raise TypeError(f"{operator} {type(value).__name__}")
        return super().call_binop(context, operator, left, right)

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:  # noqa: ARG002 - minus is the only one let through
        return self.call_binop(context, "-", 0, arg)


def parse(source: Source, sandbox: Sandbox, findings: list[Finding]) -> nodes.Template | None:
    """The syntax tree of a source, or None and the faults, each at its tag."""
    try:
        tree = sandbox.parse(source.text)
    except TemplateSyntaxError as error:
        before = len(findings)
        list(
            asked_tag_by_tag(source.places, sandbox, findings)
        )  # the engine tells the first fault, and not always where
        if len(findings) == before:
            findings.append(tags.not_understood(source.place(error.lineno), error.message or ""))
        return None
    except RecursionError:
        before = len(findings)
        list(asked_tag_by_tag(source.places, sandbox, findings))
        if len(findings) == before:
            findings.append(_too_deep(source.place(None)))
        return None
    except ValueError:  # a number of more figures than Python reads
        before = len(findings)
        list(asked_tag_by_tag(source.places, sandbox, findings))
        if len(findings) == before:
            findings.append(_number_too_large(source.place(None)))
        return None
    faults = list(faults_of(tree, source))
    if not any(fault.code == "template.too_deep" for fault in faults):  # which is not to be gone through once more
        faults += quoted_names(tree, source)
    findings += faults
    return None if faults else tree


def faults_of(tree: nodes.Template, source: Source) -> Iterator[Finding]:
    """What a template says that it may not say."""
    return _faults(tree, source, 0, 0)


def _faults(node: nodes.Node, source: Source, blocks: int, depth: int) -> Iterator[Finding]:
    blocks += isinstance(node, nodes.For | nodes.If)
    place = source.place(node.lineno)
    if blocks > DEEPEST or depth > 4 * DEEPEST:
        yield _too_deep(place)
        return
    what = _forbidden(node)
    if isinstance(node, nodes.Filter) and node.name not in (*FILTERS, *_FILTERS_ELSEWHERE):
        nearest = "".join(get_close_matches(node.name, FILTERS, n=1))
        facts = {"tag": place.words, "filter": node.name, "nearest": nearest, "known": ", ".join(sorted(FILTERS))}
        yield Finding("template.filter_unknown", place=place, facts=facts)
    elif what:
        yield Finding("template.forbidden", place=place, facts={"tag": place.words, "what": what})
    for child in node.iter_child_nodes():
        yield from _faults(child, source, blocks, depth + 1)


def _forbidden(node: nodes.Node) -> str:
    """What this node does that a template may not do; empty when it may."""
    name = type(node).__name__
    if not isinstance(node, _ALLOWED):
        return _TAG_NAMES.get(name, name.lower())
    if isinstance(node, nodes.Name) and node.name in _JINJAS_OWN:
        return node.name
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return f"|{node.name}"
    if isinstance(node, nodes.Test) and node.name not in _TESTS:
        return f"is {node.name}"
    if isinstance(node, nodes.For) and node.recursive:
        return "recursive"
    if isinstance(node, nodes.Const) and type(node.value) is float:
        return str(node.value)
    if isinstance(node, nodes.Const) and type(node.value) is int and node.value > _LARGEST:
        return _TOO_LARGE
    if isinstance(node, nodes.Name) and node.ctx == "store" and node.name == "loop":
        return "loop"
    if isinstance(node, nodes.Assign | nodes.List | nodes.Tuple) and _makes_lists(node):
        return "[]"
    written = node.name if isinstance(node, nodes.Name) else node.attr if isinstance(node, nodes.Getattr) else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        written = str(node.arg.value)
    return written if written.startswith("_") else ""


def _makes_lists(node: nodes.Assign | nodes.List | nodes.Tuple) -> bool:
    """Whether a list is made within a list, or kept: forty doublings would give one that takes years to compare."""
    waiting: list[nodes.Node] = [node.node] if isinstance(node, nodes.Assign) else list(node.items)
    while waiting:  # by hand: a tree may be deeper than Python calls functions
        if isinstance(each := waiting.pop(), nodes.List):
            return True
        waiting += each.iter_child_nodes()
    return False


def _too_deep(place: WordPlace) -> Finding:
    return Finding("template.too_deep", place=place, facts={"tag": place.words, "limit": str(DEEPEST)})


def _is_too_deep(tree: nodes.Node) -> bool:
    level: list[nodes.Node] = [tree]
    for _ in range(4 * DEEPEST + 1):
        level = [child for node in level for child in node.iter_child_nodes()]
    return bool(level)


def _number_too_large(place: WordPlace) -> Finding:
    return Finding("template.forbidden", place=place, facts={"tag": place.words, "what": _TOO_LARGE})


def quoted_names(tree: nodes.Template, source: Source) -> Iterator[Finding]:
    """A name in quotes is not a fact but the word itself: printed alone, gone through or asked for, it is a slip."""
    printed = (value for output in tree.find_all(nodes.Output) for value in output.nodes)
    gone_through = (loop.iter for loop in tree.find_all(nodes.For))
    asked_for = (condition.test for condition in tree.find_all(nodes.If))
    for value in (*printed, *gone_through, *asked_for):
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            place = source.place(value.lineno)
            yield Finding("template.quoted_name", place=place, facts={"tag": place.words, "name": value.value})


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact that a template asks for. name: dotted, an entry of a list by the list's own name ("invoices.number");
    written: as the template has it ("row.number"); line: of the source. optional: it may be missing.
    """

    name: str
    written: str
    line: int
    optional: bool = False


def asked(tree: nodes.Template) -> list[Asked]:
    """Every fact that a template asks for, once for each place."""
    found: list[Asked] = []
    _gather(tree, {"loop": None}, found)
    return found


def asked_tag_by_tag(
    places: Iterable[WordPlace], sandbox: Sandbox, findings: list[Finding]
) -> Iterator[tuple[Asked, WordPlace]]:
    """The same for a part that cannot be read whole: each tag by itself, in the order in which they stand, so that a
    fault in one hides none in another. What a loop or `set` names is known from there on.
    """
    told = {finding.place for finding in findings}
    scope: dict[str, str | None] = {"loop": None}
    for place in places:
        tag = alone(place.words)
        if tag is None:
            continue
        try:
            tree = sandbox.parse(tag)
        except TemplateSyntaxError as error:
            if place not in told:
                findings.append(tags.not_understood(place, error.message or ""))
            continue
        except RecursionError:
            tree = None
        except ValueError:
            findings += () if place in told else (_number_too_large(place),)
            continue
        if tree is None or _is_too_deep(tree):
            findings += () if place in told else (_too_deep(place),)
            continue
        found: list[Asked] = []
        _gather(tree, scope, found)
        for loop in tree.find_all(nodes.For):
            scope.update(_bound(loop.target, _dotted(loop.iter, scope)))
        yield from ((one, place) for one in found)


def alone(tag: str) -> str | None:
    """A tag as a template by itself, as it would read if what is plain were mended; None for one that names nothing."""
    said = tags.statement(tag)
    if said is None:
        return None if tags.mended(tag[:2]) == "{#" else straightened(tags.mended(tag))
    rest = straightened(tags.doubled(said.rest))
    if said.word in _BRANCHES or said.word in ("if", "for"):
        word = _BRANCHES.get(said.word, said.word)
        return f"{{% {word} {rest} %}}{{% end{word} %}}"
    if said.word in ("colspan", "cellbg"):
        return f"{{{{ {rest} }}}}"  # docxtpl's own: a number of columns, a colour
    if said.word in _NAMELESS and not rest:
        return None
    return straightened(said.tag if said.word in tags.STATEMENTS and not said.written else tags.mended(tag))


def written(node: nodes.Node) -> str:
    """A name as a template has it: "row.number"; "" for what is no name."""
    return _dotted(node, {}) or ""


def _gather(node: nodes.Node, scope: dict[str, str | None], found: list[Asked], *, optional: bool = False) -> None:
    if isinstance(node, nodes.Name | nodes.Getattr):
        name = _dotted(node, scope)
        if name:
            found.append(Asked(name, _dotted(node, {}) or name, node.lineno, optional))
            return
    if isinstance(node, nodes.For):
        _gather(node.iter, scope, found)
        inner = {**scope, **_bound(node.target, _dotted(node.iter, scope))}
        for child in (*node.body, *([node.test] if node.test else [])):
            _gather(child, inner, found)
        for child in node.else_:
            _gather(child, scope, found)
    elif isinstance(node, nodes.Assign):
        _gather(node.node, scope, found)
        scope.update(_bound(node.target, _dotted(node.node, scope)))
    else:
        may_be_missing = isinstance(node, nodes.Filter | nodes.Test) and node.name in _FOR_THE_MISSING
        for child in node.iter_child_nodes():
            _gather(child, scope, found, optional=may_be_missing)


def _bound(target: nodes.Node, source: str | None) -> dict[str, str | None]:
    if isinstance(target, nodes.Name):
        return {target.name: source}
    return {name.name: None for name in target.find_all(nodes.Name)}


def _dotted(node: nodes.Node, scope: Mapping[str, str | None]) -> str | None:
    """a.b.c with what `a` stands for here; None when it is no such chain, or stands for nothing in the facts."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        root = _dotted(node.node, scope)
        return f"{root}.{node.attr}" if root else None
    return None
