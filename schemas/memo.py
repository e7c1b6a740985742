"""The memo of a decision, from which it is made again: `{"account": {…}, "policy": "…", "law_data": "…", …}`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from docgen.accounts.account import Account
from docgen.errors import ConfigurationFault, Finding, InvalidRequest
from schemas.document import MOST_BYTES, load, pointer, within
from schemas.reading import duplicates, read
from schemas.values import nearest, shown

Policy = TypeVar("Policy")

# Each with its kind, and the fault of another.
FIELDS: Mapping[str, tuple[type, str]] = {
    "account": (Mapping, "value.not_an_object"),
    "policy": (str, "value.not_text"),
    "law_data": (str, "value.not_text"),
    "decision": (Mapping, "value.not_an_object"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo(Generic[Policy]):
    """law_data: the version that it names. decision: as it was, in plain values."""

    account: Account
    policy: Policy
    law_data: str
    decision: Mapping[str, Any]


def load_memo(
    document: bytes | str, *, policy: Callable[[str], Policy], most_bytes: int = MOST_BYTES, inside: bool = False
) -> Memo[Policy]:
    """A memo as the API and the command line gave it.

    policy: reads the text of a policy; it may raise ConfigurationFault. inside: the document may be a whole decision
    that holds its memo under `memo`.
    Raises NotJSON; InvalidRequest with every fault of the memo, its account and its policy, as JSON pointers.
    """
    values = read(within(document, most_bytes))
    if not isinstance(values, Mapping):
        raise InvalidRequest(Finding("value.not_an_object", place=""))
    if inside and isinstance(whole := values.get("memo"), Mapping):
        try:
            return _memo(whole, policy)
        except InvalidRequest as error:
            raise InvalidRequest(replace(each, place=f"/memo{each.place}") for each in error.findings) from None
    return _memo(values, policy)


def _memo(values: Mapping[str, Any], policy: Callable[[str], Policy]) -> Memo[Policy]:
    faults = list(_shape(values))
    read_policy: Policy | None = None
    account: Account | None = None
    if isinstance(text := values.get("policy"), str):
        try:
            read_policy = policy(text)
        except ConfigurationFault as error:
            faults += (replace(each, place="/policy") for each in error.findings)
    if isinstance(given := values.get("account"), Mapping):
        try:
            account = load({"account": given}).account
        except InvalidRequest as error:
            faults += error.findings
    if faults or account is None or read_policy is None:
        raise InvalidRequest(faults)
    return Memo(account=account, policy=read_policy, law_data=values["law_data"], decision=values["decision"])


def _shape(values: Mapping[str, Any]) -> Iterator[Finding]:
    """What a memo lacks, holds as something else, holds twice, or holds and should not. An account tells of itself."""
    for steps in duplicates(values):
        if steps[0] != "account" or len(steps) == 1:
            yield Finding("json.duplicate_key", place=pointer(steps), facts={"name": shown(steps[-1])})
    for name, (kind, fault) in FIELDS.items():
        value = values.get(name)
        if value is None:
            yield Finding("memo.incomplete", place=f"/{name}", facts={"missing": name})
        elif not isinstance(value, kind):
            yield Finding(fault, place=f"/{name}", facts={"value": shown(value)})
    for name in map(str, values):
        if name not in FIELDS:
            facts = {"name": shown(name), "nearest": nearest(name, tuple(FIELDS))}
            yield Finding("field.unknown", place=pointer((name,)), facts=facts)
