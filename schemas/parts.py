"""A part of a request: a schema that knows its fields, its shape and the frozen object it makes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from marshmallow import EXCLUDE, Schema, ValidationError, fields, missing, post_dump, validates_schema

from schemas.values import Fault, Text, Value, fault, labels, nearest, printable, shown


class Part(Schema):
    """Reads an object into a dict of typed values; `make` turns that dict into the frozen object."""

    makes: ClassVar[Any]
    error_messages = {"type": "value.not_an_object"}  # noqa: RUF012 — an instance variable of the library

    class Meta:
        unknown = EXCLUDE  # `known_only` names the unknown ones with the nearest known name

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def known_only(self, data: Any, original: Any, **kwargs: Any) -> None:  # noqa: ARG002
        if not isinstance(original, Mapping):
            return
        known = tuple(self.fields)
        unknown = [name for name in map(str, original) if name not in self.fields]
        if unknown:
            raise ValidationError(
                {
                    name: [Fault("field.unknown", {"name": shown(name), "nearest": nearest(name, known)})]
                    for name in unknown
                }
            )

    @post_dump
    def only_what_is_given(self, written: dict[str, Any], **kwargs: Any) -> dict[str, Any]:  # noqa: ARG002
        return {name: value for name, value in written.items() if value not in (None, [], {})}

    def make(self, read: Mapping[str, Any]) -> Any:
        return self.makes(**{name: _made(self.fields[name], value) for name, value in read.items()})


def _made(field: fields.Field[Any], value: Any) -> Any:
    if isinstance(field, One):
        return None if value is None else field.part.make(value)
    if isinstance(field, Many):
        return tuple(_made(field.inner, inner) for inner in value)
    return MappingProxyType(value) if isinstance(value, dict) else value


class One(fields.Nested):
    """One part; null and an object in which nothing is filled in are the same as none."""

    def __init__(
        self,
        part: type[Part],
        zh: str,
        en: str,
        description: str = "",
        *,
        required: bool = False,
        default: Any = None,
        **schema: Any,
    ) -> None:
        metadata = {**labels(zh, en, description), **schema}
        super().__init__(
            part,
            required=required,
            allow_none=not required,
            load_default=missing if required else default,
            metadata=metadata,
        )

    @property
    def part(self) -> Part:
        schema = self.schema
        assert isinstance(schema, Part)  # noqa: S101 — __init__ takes nothing else
        return schema

    def make_error(self, key: str, **kwargs: Any) -> ValidationError:  # noqa: ARG002
        return fault("field.missing", name=str(self.name))

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:
        empty = value is None or (not self.required and hollow(value, self.part.fields))
        return super().deserialize(missing if empty else value, attr, data, **kwargs)


class Many(fields.List[Any]):
    """A list, at most `most` long. `read` keeps every row in its place, also those with faults."""

    def __init__(
        self, inner: Value | One, zh: str, en: str, description: str = "", *, most: int, **schema: Any
    ) -> None:
        super().__init__(
            inner,
            allow_none=True,
            load_default=(),
            metadata={**labels(zh, en, description), "maxItems": most, **schema},
        )
        self.most = most
        self.inner.allow_none = False  # null in a list is a row left empty
        if isinstance(self.inner, Text):
            self.inner.metadata = {
                **self.inner.metadata,
                "minLength": 1,
                "pattern": printable(lines=self.inner.lines, required=True),
            }

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:
        return super().deserialize(missing if value is None else value, attr, data, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if not isinstance(value, list | tuple):
            raise fault("value.not_a_list", value=shown(value))
        if len(value) > self.most:
            raise fault("list.too_long", length=str(len(value)), most=str(self.most))
        rows: list[Any] = []
        errors: dict[int, Any] = {}
        for index, each in enumerate(value):
            try:
                row = self.inner.deserialize(each, **kwargs)
            except ValidationError as error:
                row = error.valid_data if isinstance(self.inner, One) else None
                errors[index] = error.messages
            else:
                if row is None:
                    errors[index] = [Fault("list.empty_row", {})]
            rows.append(row)
        if errors:
            raise ValidationError(errors, valid_data=rows)
        return rows


def hollow(value: Any, known: Mapping[str, fields.Field[Any]]) -> bool:
    """An object in which nothing is filled in: null, blank text where text is asked for, an empty list where a list
    is, or such an object in turn. An unknown name and a value of the wrong type are something."""
    return isinstance(value, Mapping) and all(
        name in known and _unfilled(inner, known[name]) for name, inner in value.items()
    )


def _unfilled(value: Any, field: fields.Field[Any]) -> bool:
    match field:
        case One():
            return value is None or hollow(value, field.part.fields)
        case Many():
            return value is None or (isinstance(value, list | tuple) and not value)
        case Text():
            return field.empty(value)
    return value is None
