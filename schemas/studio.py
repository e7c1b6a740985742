"""What is sent about versions, people and companies: acts, rolling back, a person's rights, a company."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from marshmallow import ValidationError

from docgen.errors import Finding, InvalidRequest
from schemas.description import definitions_of
from schemas.document import faults_in, pointer, within
from schemas.parts import Many, Part
from schemas.reading import duplicates, read
from schemas.values import Day, Fault, Text, Value, Whole, YesNo, fault, nearest, shown

ACTS = ("hand_in", "send_back", "approve", "publish", "withdraw")
RIGHTS = ("read", "draft", "approve", "publish", "manage")
MOST_BYTES = 100_000
MOST_UNITS = 1000
_NOTE = "Why, for whoever reads it later."


class OneOf(Value):
    """One of a few words."""

    def __init__(self, words: tuple[str, ...], zh: str, en: str, description: str, **more: Any) -> None:
        super().__init__(zh, en, description, **{"type": "string", "enum": list(words), **more})
        self.words = words

    def read(self, value: Any) -> str:
        if isinstance(value, str) and value in self.words:
            return value
        near = nearest(str(value)[:60], self.words)
        raise fault("value.not_a_choice", value=shown(value), allowed=", ".join(self.words), nearest=near)


class RightsPerUnit(Value):
    """Unit → what somebody may do there and in every unit below it."""

    def read(self, value: Any) -> dict[str, frozenset[str]]:
        if not isinstance(value, Mapping):
            raise fault("value.not_an_object")
        if len(value) > MOST_UNITS:
            raise fault("list.too_long", length=str(len(value)), most=str(MOST_UNITS))
        given: dict[str, frozenset[str]] = {}
        errors: dict[str, Any] = {}
        for unit, rights in value.items():
            if not isinstance(rights, list):
                errors[unit] = [Fault("value.not_a_list", {"value": shown(rights)})]
                continue
            wrong = {at: one for at, one in enumerate(rights) if not (isinstance(one, str) and one in RIGHTS)}
            if wrong:
                errors[unit] = {at: [_no_right(one)] for at, one in wrong.items()}
            else:
                given[unit] = frozenset(rights)
        if errors:
            raise ValidationError(errors)
        return given


def _no_right(value: Any) -> Fault:
    facts = {"value": shown(value), "allowed": ", ".join(RIGHTS), "nearest": nearest(str(value)[:60], RIGHTS)}
    return Fault("value.not_a_choice", facts)


class TemplateActPart(Part):
    makes = dict

    act = OneOf(
        ACTS,
        "步骤",
        "Act",
        "hand_in: draft → in review; send_back: in review → draft; approve: by another person; publish: in review and "
        "approved → published; withdraw: no letter is made with it from now on.",
        required=True,
    )
    acknowledge = Many(
        Text("代码", "Code"),
        "已阅提示",
        "Acknowledged",
        "With hand_in: codes of the warnings that the author has read.",
        most=200,
    )
    note = Text("说明", "Note", f"{_NOTE} Who sends back somebody else's version must say it.", most=500, lines=True)
    in_force_from = Day("自", "From", "With publish: the first day on which letters are made with it; none: any day.")
    in_force_until = Day("至", "Until", "With publish: the last day; none: for good.")


class RollBackPart(Part):
    makes = dict

    to = Whole("版本", "To", "The version, published once, to publish again.", least=1, most=999_999_999, required=True)
    note = Text("说明", "Note", _NOTE, most=500, lines=True)


class StudioPersonPart(Part):
    makes = dict

    name = Text("姓名", "Name", "What pages call the person.", most=80, required=True)
    rights = RightsPerUnit(
        "权限",
        "Rights",
        "Unit → what the person may do there and in every unit below it; left out: nothing.",
        type="object",
        additionalProperties={"type": "array", "items": {"type": "string", "enum": list(RIGHTS)}},
    )


class StudioUnitPart(Part):
    makes = dict

    name = Text("名称", "Name", "Of the company or the business unit.", most=120, required=True)
    parent = Text("上级", "Parent", "The unit whose templates it has where it has none; left out: group.", most=40)
    registration_number = Text(
        "统一社会信用代码", "Registration number", "The creditor's code by which a request finds its unit.", most=40
    )
    may_seal = YesNo("可用印", "May seal", "Whether its letters may carry the picture of its seal.")


def studio_schemas() -> dict[str, Any]:
    """JSON Schema of each, by name."""
    found: dict[str, Any] = {}
    for part in (TemplateActPart, RollBackPart, StudioPersonPart, StudioUnitPart):
        found |= definitions_of(part)
    return found


def load_act(document: bytes) -> dict[str, Any]:
    """act, acknowledge, note, in_force_from, in_force_until. Raises NotJSON, or InvalidRequest with every fault."""
    return _load(TemplateActPart, document)


def load_roll_back(document: bytes) -> dict[str, Any]:
    """to, note. Raises as `load_act` does."""
    return _load(RollBackPart, document)


def load_person(document: bytes) -> dict[str, Any]:
    """name; rights: unit → set of words. Raises as `load_act` does."""
    return _load(StudioPersonPart, document)


def load_unit(document: bytes) -> dict[str, Any]:
    """name, parent, registration_number, may_seal. Raises as `load_act` does."""
    return _load(StudioUnitPart, document)


def _load(part: type[Part], document: bytes) -> dict[str, Any]:
    values = read(within(document, MOST_BYTES))
    faults = [
        Finding("json.duplicate_key", place=pointer(steps), facts={"name": shown(steps[-1])})
        for steps in duplicates(values)
    ]
    try:
        found = _made(part).load(values)
    except ValidationError as error:
        raise InvalidRequest([*faults, *faults_in(error.messages)]) from None
    if faults:
        raise InvalidRequest(faults)
    return found


@cache
def _made(part: type[Part]) -> Part:
    return part()
