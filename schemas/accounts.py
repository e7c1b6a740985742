"""Many accounts in one document: `{"accounts": [{…}, {…}]}`, or one: `{"account": {…}}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.accounts.account import Account
from docgen.errors import Finding, InvalidRequest
from schemas.document import MOST_BYTES, load, within
from schemas.reading import read
from schemas.values import shown

MOST_ACCOUNTS = 1000


def load_accounts(document: bytes | str | Mapping[str, Any], *, most_bytes: int = MOST_BYTES) -> tuple[Account, ...]:
    """The accounts, in their order. document: JSON text, or the values of it. Raises NotJSON; InvalidRequest with all
    faults of all accounts, each with the place of its account before its own ("/accounts/3/invoices/0/amount")."""
    values = document if isinstance(document, Mapping) else read(within(document, most_bytes))
    many = values.get("accounts") if isinstance(values, Mapping) else None
    if many is None:
        return (load(values, most_bytes=most_bytes).account,)
    if not isinstance(many, list):
        raise InvalidRequest(Finding("value.not_a_list", place="/accounts", facts={"value": shown(many)}))
    if not 1 <= len(many) <= MOST_ACCOUNTS:
        facts = {"length": str(len(many)), "most": str(MOST_ACCOUNTS)}
        refused = (
            Finding("list.too_long", place="/accounts", facts=facts)
            if many
            else Finding("list.empty", place="/accounts")
        )
        raise InvalidRequest(refused)
    found: list[Account] = []
    faults: list[Finding] = []
    for number, one in enumerate(many):
        try:
            found.append(load({"account": one}).account)
        except InvalidRequest as error:
            faults += (_placed(finding, number) for finding in error.findings)
    unknown = [name for name in values if name not in {"accounts", "saved_for"}]
    faults += (Finding("field.unknown", place=f"/{name}", facts={"name": str(name), "nearest": ""}) for name in unknown)
    if faults:
        raise InvalidRequest(faults[:MOST_ACCOUNTS])
    return tuple(found)


def load_memo(document: bytes | str, *, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """The memo of a decision, as plain values; what it holds is asked when it is replayed. Raises NotJSON,
    InvalidRequest."""
    values = read(within(document, most_bytes))
    if not isinstance(values, Mapping):
        raise InvalidRequest(Finding("value.not_an_object", place=""))
    return dict(values)


def _placed(finding: Finding, number: int) -> Finding:
    place = str(finding.place or "").removeprefix("/account")
    return Finding(
        finding.code, finding.severity, f"/accounts/{number}{place}", finding.facts, finding.articles, finding.pointer
    )
