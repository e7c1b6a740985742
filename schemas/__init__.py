"""The one door: everything that comes in as JSON, for the form, the API and the command line."""

from schemas.accounts import load_accounts
from schemas.check import ToCheck, load_check
from schemas.description import answers_schema, check_schema, json_schema
from schemas.document import Loaded, dump, load
from schemas.listing import FieldKind, FormField, fields, label
from schemas.memo import Memo, load_memo
from schemas.own import answers_document
from schemas.portfolio import Portfolio, load_period, load_portfolio, together
from schemas.tracing import traced
from schemas.unfinished import unfinished, written_by

__all__ = [
    "FieldKind",
    "FormField",
    "Loaded",
    "Memo",
    "Portfolio",
    "ToCheck",
    "answers_document",
    "answers_schema",
    "check_schema",
    "dump",
    "fields",
    "json_schema",
    "label",
    "load",
    "load_accounts",
    "load_check",
    "load_memo",
    "load_period",
    "load_portfolio",
    "together",
    "traced",
    "unfinished",
    "written_by",
]
