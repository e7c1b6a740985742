"""What the schemas of the API are put together from."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

HERE = "#/components/schemas/"
MONEY: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
DATE: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string"}
BASE64: Schema = {"type": "string", "contentEncoding": "base64"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
DIGEST: Schema = {"type": "string", "pattern": "^sha-256=:[0-9A-Za-z+/]{43}=:$"}


def reference(name: str) -> Schema:
    return {"$ref": HERE + name}


def object_of(description: str, optional: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return record(description, properties, optional)


def record(description: str, properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def list_of(schema: Schema, description: str = "") -> Schema:
    return {"type": "array", "items": schema} | ({"description": description} if description else {})


def said(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}
