"""A condition in words: {% if interest.claimed and not costs.clause %} → "if interest is claimed and there is no …"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import Undefined

from docgen.letters.request import Language
from docgen.studio.comparing.comparison import Steer
from docgen.templating.language import Sandbox

_WHETHER = {"zh": "是否", "en": "whether "}
_ENDS = {"zh": "；", "en": ";"}  # behind it a meaning says what else there is to know


@dataclass(frozen=True, slots=True)
class _Words:
    when: str
    each: str
    there_is: str
    there_is_none: str
    is_not: str
    both: str
    either: str
    operators: Mapping[str, str]
    loop: Mapping[str, str]
    number_of: str
    quoted: str


_WORDS = {
    "zh": _Words(
        when="{}时", each="逐项列出{}", there_is="有{}", there_is_none="没有{}", is_not="并非“{}”",
        both="，且", either="，或者",
        operators={"eq": "为", "ne": "不为", "gt": "大于", "gteq": "不小于", "lt": "小于", "lteq": "不大于",
                   "in": "属于", "notin": "不属于"},
        loop={"first": "是第一项", "last": "是最后一项", "index": "序号", "index0": "前面的项数",
              "revindex": "倒数序号", "revindex0": "后面的项数", "length": "总项数"},
        number_of="{}的项数", quoted="“{}”",
    ),
    "en": _Words(
        when="if {}", each="for each of {}", there_is="there is {}", there_is_none="there is no {}", is_not="not “{}”",
        both=" and ", either=" or ",
        operators={"eq": "is", "ne": "is not", "gt": "is more than", "gteq": "is at least", "lt": "is less than",
                   "lteq": "is at most", "in": "is one of", "notin": "is none of"},
        loop={"first": "it is the first one", "last": "it is the last one", "index": "its number",
              "index0": "the number before it", "revindex": "its number from the end",
              "revindex0": "the number after it", "length": "how many there are"},
        number_of="the number of {}", quoted="“{}”",
    ),
}  # fmt: skip


def in_words(steer: Steer, fields: Mapping[str, tuple[str, str]], language: Language) -> str:
    """What a tag asks, for a reader who knows no tags.

    fields: what each fact is, zh and en, as `Subject.fields` has it. A fact that is not among them stands by its name;
    what is more than names and plain operators stands as it is written.
    """
    speech = _Speech(steer, fields, language)
    test = steer.test.partition(" in ")[2] if steer.word == "for" else steer.test
    try:
        tree = Sandbox({}, Undefined).parse("{% if " + test + " %}{% endif %}")
        asked = next(tree.find_all(nodes.If)).test
        return speech.each(asked) if steer.word == "for" else speech.when(asked)
    except (TemplateSyntaxError, RecursionError, StopIteration, _Beyond):
        return steer.test


class _Beyond(Exception):
    """An expression that has no plain words."""


@dataclass(frozen=True, slots=True)
class _Speech:
    steer: Steer
    fields: Mapping[str, tuple[str, str]]
    language: Language

    @property
    def words(self) -> _Words:
        return _WORDS[self.language]

    def each(self, node: nodes.Node) -> str:
        return self.words.each.format(self.value(node))

    def when(self, node: nodes.Node) -> str:
        return self.words.when.format(self.holds(node))

    def holds(self, node: nodes.Node, *, denied: bool = False) -> str:
        """A condition as a clause of a sentence."""
        words = self.words
        match node:
            case nodes.Not(node=inner):
                return self.holds(inner, denied=not denied)
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                joint = words.both if isinstance(node, nodes.And) is not denied else words.either
                return joint.join((self.holds(left, denied=denied), self.holds(right, denied=denied)))
            case nodes.Compare(expr=left, ops=[nodes.Operand(op=operator, expr=right)]):
                said = words.operators[operator]
                blank = " " if self.language == "en" else ""
                whole = blank.join((self.value(left), said, self.value(right)))
                return words.is_not.format(whole) if denied else whole
            case nodes.Test(name="defined", node=inner):
                return self.holds(inner, denied=denied)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=("first" | "last") as attribute):
                whole = words.loop[attribute]
                return words.is_not.format(whole) if denied else whole
            case nodes.Name() | nodes.Getattr():
                meaning = self._meaning(node)
                if meaning.startswith(_WHETHER[self.language]):
                    whole = meaning.removeprefix(_WHETHER[self.language])
                    return words.is_not.format(whole) if denied else whole
                return (words.there_is_none if denied else words.there_is).format(words.quoted.format(meaning))
        raise _Beyond

    def value(self, node: nodes.Node) -> str:
        """What is compared, counted or gone through."""
        match node:
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=attribute) if attribute in self.words.loop:
                return self.words.loop[attribute]
            case nodes.Name() | nodes.Getattr():
                return self.words.quoted.format(self._meaning(node))
            case nodes.Filter(name=("count" | "length"), node=nodes.Node() as inner):
                return self.words.number_of.format(self.value(inner))
            case nodes.Const(value=value) if isinstance(value, str | int):
                return self.words.quoted.format(value) if isinstance(value, str) else str(value)
            case nodes.Tuple(items=items) | nodes.List(items=items):
                return (", " if self.language == "en" else "、").join(map(self.value, items))
        raise _Beyond

    def _meaning(self, node: nodes.Node) -> str:
        """What a fact is, without what stands behind a semicolon."""
        written = _dotted(node)
        name = dict(self.steer.written).get(written, written)
        for known in (name, name.replace(".", "[].", 1), f"{name}[]"):
            if known in self.fields:
                said = self.fields[known][0 if self.language == "zh" else 1]
                return said.partition(_ENDS[self.language])[0].strip()
        return name


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    if isinstance(node, nodes.Name):
        return node.name
    raise _Beyond
