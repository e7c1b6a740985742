"""Many accounts in one document: `{"accounts": [{…}, {…}]}`, or one: `{"account": {…}}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.accounts.account import Account
from docgen.errors import Finding, InvalidRequest
from schemas.document import MOST_BYTES, MOST_FINDINGS, load, pointer, within
from schemas.reading import Twice, read
from schemas.values import nearest, shown

MOST_ACCOUNTS = 1000
TOO_LARGE = "json.too_large_accounts"  # of many accounts fewer may be sent
KNOWN = ("accounts", "saved_for")


def load_accounts(document: bytes | str | Mapping[str, Any], *, most_bytes: int = MOST_BYTES) -> tuple[Account, ...]:
    """The accounts, in their order. document: JSON text, or the values of it. Raises NotJSON; InvalidRequest with all
    faults of all accounts, each with the place of its account before its own ("/accounts/3/invoices/0/amount")."""
    values = document if isinstance(document, Mapping) else read(within(document, most_bytes, TOO_LARGE))
    many = values.get("accounts") if isinstance(values, Mapping) else None
    if many is None:
        return (load(values, most_bytes=most_bytes).account,)
    faults = list(_beside(values))
    if not isinstance(many, list):
        faults.append(Finding("value.not_a_list", place="/accounts", facts={"value": shown(many)}))
        raise InvalidRequest(faults)
    if not many:
        faults.append(Finding("list.empty", place="/accounts"))
    elif len(many) > MOST_ACCOUNTS:
        facts = {"length": str(len(many)), "most": str(MOST_ACCOUNTS)}
        raise InvalidRequest((*faults, Finding("list.too_long", place="/accounts", facts=facts)))
    found: list[Account] = []
    for number, one in enumerate(many):
        try:
            found.append(load({"account": one}).account)
        except InvalidRequest as error:
            faults += (_placed(finding, number) for finding in error.findings)
    if faults:
        raise InvalidRequest(faults[:MOST_FINDINGS])
    return tuple(found)


def _beside(values: Mapping[str, Any]) -> Iterator[Finding]:
    """What stands beside the accounts and should not, or stands twice."""
    for name in values.names if isinstance(values, Twice) else ():
        yield Finding("json.duplicate_key", place=pointer((name,)), facts={"name": shown(name)})
    for name in map(str, values):
        if name not in KNOWN:
            facts = {"name": shown(name), "nearest": nearest(name, KNOWN)}
            yield Finding("field.unknown", place=pointer((name,)), facts=facts)


def _placed(finding: Finding, number: int) -> Finding:
    place = str(finding.place or "").removeprefix("/account")
    return Finding(
        finding.code, finding.severity, f"/accounts/{number}{place}", finding.facts, finding.articles, finding.pointer
    )
