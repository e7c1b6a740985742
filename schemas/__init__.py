"""The one door: everything that comes in as JSON, for the form, the API and the command line."""

from schemas.description import json_schema
from schemas.document import Loaded, dump, load
from schemas.listing import FieldKind, FormField, fields, label
from schemas.tracing import traced
from schemas.unfinished import unfinished

__all__ = ["FieldKind", "FormField", "Loaded", "dump", "fields", "json_schema", "label", "load", "traced", "unfinished"]
