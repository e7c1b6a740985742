"""Query parameters: declared once, for the check and for the description."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import request

from docgen.errors import DocgenError, Finding, InvalidRequest
from docgen.printing import Profile


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter. values: those that it may have; none: any text. default: the value when it is left out; None when
    another rule decides then."""

    name: str
    values: tuple[str, ...]
    default: str | None
    description: str

    @property
    def described(self) -> dict[str, Any]:
        """For OpenAPI."""
        default = {} if self.default is None else {"default": self.default}
        values = {"enum": list(self.values)} if self.values else {}
        return {
            "name": self.name,
            "in": "query",
            "required": False,
            "description": self.description,
            "schema": {"type": "string", **values, **default},
        }


PROFILE = Parameter(
    "profile",
    tuple(item.value for item in Profile),
    Profile.PLAIN.value,
    "Of the PDF. plain: to read and to print; accessible: tagged, PDF/UA-1; archive: PDF/A-3a and PDF/UA-1, with the "
    "Word file, and the request of a letter, inside.",
)

ACCEPT_LANGUAGE: dict[str, Any] = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "description": "The language of messages: zh or en, of any region (RFC 9110). Without it: the `language` asked "
    "for, else en.",
    "schema": {"type": "string", "examples": ["zh", "en"]},
}


def query(*parameters: Parameter, beside: Callable[[], object] | None = None) -> dict[str, str]:
    """The values of the query by name, defaults filled in; "" where there is none.

    beside: reads the body; it is called where the query has faults, so that those of the body are told with them.
    Raises InvalidRequest with every fault: a value that is none, a name given twice, a name that nobody knows —
    `formt=docx` must not pass for a PDF. Raises what `beside` raises, with the query's faults before its own.
    """
    known = {parameter.name: parameter for parameter in parameters}
    faults: list[Finding] = []
    for name, values in request.args.lists():
        parameter = known.get(name)
        if parameter is None:
            facts = {"name": name[:80]}
            if known:
                near = "".join(difflib.get_close_matches(name, known, n=1))
                faults.append(Finding("query.unknown", facts=facts | {"nearest": near}))
            else:
                faults.append(Finding("query.none_taken", facts=facts))
        elif len(values) > 1:
            faults.append(Finding("query.repeated", facts={"name": name}))
        elif parameter.values and values[0] not in parameter.values:
            facts = {"name": name, "value": values[0][:80], "values": ", ".join(parameter.values)}
            faults.append(Finding("query.invalid", facts=facts))
    if faults:
        try:
            if beside is not None:
                beside()
        except DocgenError as error:
            error.findings = (*faults, *error.findings)
            raise
        raise InvalidRequest(faults)
    return {name: request.args.get(name, parameter.default or "") for name, parameter in known.items()}
