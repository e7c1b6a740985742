"""The fields that a letter may print, for whoever writes its template: meaning, kind, example, and the tag to copy.

The names and meanings stand beside the code that words them (`docgen.letters.context.fields`); kinds and examples are
read off facts that this code has just made. So the panel cannot promise what a letter does not have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docgen.letters.request import Language
from docgen.studio.subject import Subject

Facts = Mapping[str, object]
_LONGEST = 60  # characters of an example that are shown
# What the first step of a name stands for; a name of one step is about the letter as a whole.
_GROUPS: Mapping[str, tuple[str, str]] = {
    "": ("通用", "General"),
    "letter": ("函件", "Letter"),
    "creditor": ("债权人", "Creditor"),
    "debtor": ("债务人", "Debtor"),
    "applicant": ("申请人", "Applicant"),
    "respondent": ("被申请人", "Respondent"),
    "plaintiff": ("原告", "Plaintiff"),
    "defendant": ("被告", "Defendant"),
    "guarantor": ("保证人", "Guarantor"),
    "guarantors": ("保证人", "Guarantor"),
    "bank": ("收款账户", "Account to pay to"),
    "contracts": ("合同", "Contracts"),
    "items": ("发票", "Invoices"),
    "coming": ("尚未到期的发票", "Invoices not yet due"),
    "not_demanded": ("不请求支付的款项", "What is not asked for"),
    "performance": ("履行情况", "Performance"),
    "sums": ("金额", "Sums"),
    "interest": ("违约金与利息", "Interest"),
    "alternative": ("另一抵充顺序", "The other order of imputation"),
    "costs": ("费用", "Costs"),
    "settled": ("已付与冲减", "Payments and credits"),
    "statement": ("对账单", "Statement of account"),
    "basis": ("法律依据", "Legal basis"),
    "firm": ("律师事务所与律师", "Law firm and lawyers"),
    "lawyers": ("律师事务所与律师", "Law firm and lawyers"),
    "agents": ("委托诉讼代理人", "Agents in court"),
    "evidence": ("证据", "Evidence"),
    "filing": ("提交与费用", "Filing and fees"),
    "service": ("送达", "Service"),
    "property": ("财产线索", "Property"),
    "own": ("本函自有字段", "The letter's own"),
    "paragraphs": ("自由段落", "Free paragraphs"),
}
_SAID = {Language.ZH: ("否", "是"), Language.EN: ("no", "yes")}


class FieldKind(StrEnum):
    TEXT = "text"
    LIST = "list"
    YES_NO = "yes_no"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One name.

    name: with "[]" after a list: "items[].number". tag: what is typed in Word; of an entry of a list, what is typed
    within the loop, where the member is called `one`. meaning, example: language → words; the example of a list says
    how many members it has in the example letter, and one that is empty there is "".
    within: the list that it is an entry of, "items[]"; else "". group: language → what the field is about.
    """

    name: str
    tag: str
    kind: FieldKind
    meaning: Mapping[Language, str]
    example: Mapping[Language, str]
    group: Mapping[Language, str]
    within: str = ""


def panel(subject: Subject, examples: Mapping[Language, Sequence[Facts]]) -> tuple[Field, ...]:
    """Every field of a letter, in groups, those of its own last.

    examples: the facts of example letters in each language; an example is taken from the first that has one.
    """
    found = [_field(name, meanings, examples) for name, meanings in subject.fields.items()]
    order = {group: at for at, group in enumerate(dict.fromkeys(field.group[Language.EN] for field in found))}
    return tuple(sorted(found, key=lambda field: order[field.group[Language.EN]]))


def for_word(fields: Sequence[Field], subject: Subject, language: Language) -> dict[str, Any]:
    """The panel as facts of the Word file that a lawyer keeps beside the draft (`templates/panel`)."""
    groups = dict.fromkeys(field.group[language] for field in fields)
    return {
        "title": subject.title,
        "groups": [
            {
                "name": group,
                "fields": [
                    {"tag": field.tag, "meaning": field.meaning[language], "example": field.example[language]}
                    for field in fields
                    if field.group[language] == group
                ],
            }
            for group in groups
        ],
    }


def json_schema(names: Collection[str], fields: Sequence[Field], language: Language = Language.EN) -> dict[str, Any]:
    """JSON Schema (2020-12) of the facts that a template prints.

    names: those that it asks for, dotted, as `CompiledTemplate.names` tells them.
    """
    root = _object({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    for field in fields:
        plain = field.name.replace("[]", "")
        if any(plain == name or plain.startswith(f"{name}.") or name.startswith(f"{plain}.") for name in names):
            _put(root, field, language)
    return root


_TYPES = {FieldKind.TEXT: "string", FieldKind.YES_NO: "boolean", FieldKind.NUMBER: "integer"}


def _put(root: dict[str, Any], field: Field, language: Language) -> None:
    """The property of a field at its place: an object for each step before it, an array for each list."""
    at = root
    *before, last = field.name.split(".")
    for step in before:
        found = _property(at, step.removesuffix("[]"))
        at = _object(found if not step.endswith("[]") else found.setdefault("items", {}))
        if step.endswith("[]"):
            found["type"] = "array"
    found = _property(at, last.removesuffix("[]"))
    found["description"] = field.meaning[language]
    if field.kind is FieldKind.LIST:
        found["type"] = "array"
        found.setdefault("items", {})
    else:
        found["type"] = _TYPES[field.kind]
        if field.kind is FieldKind.TEXT and field.example[language]:
            found["examples"] = [field.example[language]]


def _property(of: dict[str, Any], name: str) -> dict[str, Any]:
    if name not in of["required"]:
        of["required"].append(name)
    found: dict[str, Any] = of["properties"].setdefault(name, {})
    return found


def _object(schema: dict[str, Any]) -> dict[str, Any]:
    if schema.get("type") != "object":
        schema |= {"type": "object", "properties": {}, "required": []}
    return schema


def _field(name: str, meanings: tuple[str, str], examples: Mapping[Language, Sequence[Facts]]) -> Field:
    kind = _kind(name, [value for facts in examples.values() for each in facts for value in values(each, name)])
    head = name.split(".", maxsplit=1)[0].removesuffix("[]") if "." in name or name.endswith("[]") else ""
    group = _GROUPS.get(head, _GROUPS[""])
    outer, brackets, entry = name.rpartition("[]")
    within = f"{outer}[]" if brackets and entry else ""
    return Field(
        name=name,
        tag=_tag(name, kind),
        kind=kind,
        meaning=dict(zip(Language, meanings, strict=True)),
        example={language: _example(name, kind, language, examples.get(language, ())) for language in Language},
        group=dict(zip(Language, group, strict=True)),
        within=within,
    )


def _kind(name: str, found: Sequence[object]) -> FieldKind:
    if name.endswith("[]"):
        return FieldKind.LIST
    kinds = {type(value) for value in found}
    if bool in kinds:
        return FieldKind.YES_NO
    return FieldKind.NUMBER if kinds == {int} else FieldKind.TEXT


def _tag(name: str, kind: FieldKind) -> str:
    """What is typed in Word for a field; of an entry of a list, within the list's loop."""
    outer, brackets, entry = name.rpartition("[]")
    written = f"one{entry}" if brackets and entry else outer or entry
    if kind is FieldKind.LIST:
        held, nested, last = outer.rpartition("[]")
        looped = f"one{last}" if nested and held else outer
        return f"{{%p for one in {looped} %}} … {{%p endfor %}}"
    if kind is FieldKind.YES_NO:
        return f"{{%p if {written} %}} … {{%p endif %}}"
    return f"{{{{ {written} }}}}"


def _example(name: str, kind: FieldKind, language: Language, facts: Sequence[Facts]) -> str:
    for each in facts:
        found = values(each, name)
        if kind is FieldKind.LIST and found:
            return str(len(found))
        for value in found:
            if isinstance(value, bool):
                return _SAID[language][value]
            if isinstance(value, str | int) and (words := " ".join(str(value).split())):
                return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return ""


def values(facts: object, name: str) -> list[object]:
    """What facts hold under a name: one value, or that of every member where a step of the name is a list; of the name
    of a list, its members."""
    return list(_values(facts, name.split(".")))


def _values(value: object, steps: Sequence[str]) -> Iterator[object]:
    if not steps:
        yield value
        return
    step = steps[0]
    if not isinstance(value, Mapping) or (found := value.get(step.removesuffix("[]"))) is None:
        return
    if not step.endswith("[]"):
        yield from _values(found, steps[1:])
    elif isinstance(found, list):
        for member in found:
            yield from _values(member, steps[1:])
