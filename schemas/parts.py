"""A part of a request: a schema that knows its fields, its shape and the frozen object it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, fields, missing, post_dump

from schemas.values import Fault, Text, Value, fault, labels, nearest, not_given, printable, shown

WHOLE = "_schema"  # in a tree of messages: what is said of a field as a whole, as marshmallow calls it


class Part(Schema):
    """marshmallow declares the fields of a part and writes them out again. Reading is written out here: an account of
    five hundred invoices has twenty thousand fields, and the library makes half a dozen calls for each. What a part
    checks between its fields is `wrong`; the library's own hooks for loading are not asked."""

    makes: ClassVar[Any]

    def load(self, data: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ARG002 — the library's signature
        """The typed values of an object, by field. Raises ValidationError with the faults of all its fields; its
        `valid_data` holds what could be read."""
        if not isinstance(data, Mapping):
            raise fault("value.not_an_object")
        read: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name not in data and name in self._defaults:
                read[name] = self._defaults[name]
                continue
            try:
                read[name] = field.deserialize(data.get(name, missing))
            except ValidationError as error:
                errors[name] = error.messages
                if error.valid_data:
                    read[name] = error.valid_data
        for name, wrong in chain(self.wrong(read), self._unknown(data)):
            errors[name] = {**errors.get(name, {}), WHOLE: [wrong]}
        if errors:
            raise ValidationError(errors, valid_data=read)
        return read

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:  # noqa: ARG002
        """What is wrong with a field beside the others, by its name. read: the fields that could be read."""
        return iter(())

    def _unknown(self, data: Mapping[Any, Any]) -> Iterator[tuple[str, Fault]]:
        for name in map(str, data):
            if name not in self.fields:
                yield name, Fault("field.unknown", {"name": shown(name), "nearest": nearest(name, tuple(self.fields))})

    @post_dump
    def only_what_is_given(self, written: dict[str, Any], **kwargs: Any) -> dict[str, Any]:  # noqa: ARG002
        return {name: value for name, value in written.items() if value not in (None, [], {})}

    def make(self, read: Mapping[str, Any]) -> Any:
        """The frozen object of what `load` gave."""
        return self.makes(**{**read, **{name: field.make(read[name]) for name, field in self._made_of.items()}})

    @cached_property
    def _defaults(self) -> Mapping[str, Any]:
        """Of the fields that need not be given: what stands for them. One that is made anew each time is not here."""
        free = {name: field for name, field in self.fields.items() if not field.required}
        return {name: not_given(field) for name, field in free.items() if not callable(field.load_default)}

    @cached_property
    def _made_of(self) -> Mapping[str, Any]:
        """The fields whose values are frozen objects of their own."""
        return {name: field for name, field in self.fields.items() if hasattr(field, "make")}


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

    @cached_property
    def part(self) -> Part:
        schema = self.schema
        assert isinstance(schema, Part)  # noqa: S101 — __init__ takes nothing else
        return schema

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:  # noqa: ARG002
        if value is missing or (value is None if self.required else self.empty(value)):
            return not_given(self)
        return self.part.load(value)

    def empty(self, value: Any) -> bool:
        """Null, or an object in which nothing is filled in: null, blank text where text is asked for, an empty list
        where a list is, or such an object in turn. An unknown name and a value of the wrong type are something."""
        known: Mapping[str, Any] = self.part.fields
        return value is None or (
            isinstance(value, Mapping)
            and all(name in known and known[name].empty(inner) for name, inner in value.items())
        )

    def make(self, value: Any) -> Any:
        return None if value is None else self.part.make(value)


class Many(fields.List[Any]):
    """A list, at most `most` long. `deserialize` keeps every row in its place, also those with faults."""

    inner: Value | One

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

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:  # noqa: ARG002
        if value is missing or value is None:
            return not_given(self)
        if not isinstance(value, list | tuple):
            raise fault("value.not_a_list", value=shown(value))
        if len(value) > self.most:
            raise fault("list.too_long", length=str(len(value)), most=str(self.most))
        rows: list[Any] = []
        errors: dict[int, Any] = {}
        for index, each in enumerate(value):
            try:
                row = self.inner.deserialize(each)
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

    def empty(self, value: Any) -> bool:
        """Null, or no rows."""
        return value is None or (isinstance(value, list | tuple) and not value)

    def make(self, rows: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(map(self.inner.make, rows)) if isinstance(self.inner, One) else tuple(rows)
