"""The memo of a decision: all that it was made from; and the decision made again from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docgen.accounts.account import Account
from docgen.escalation.decision import Decision
from docgen.escalation.memo import as_document
from docgen.escalation.policy import Policy
from docgen.usecases.decision import decide_account
from docgen.usecases.desk import Desk

_ABSENT = object()


def memo(desk: Desk, account: Mapping[str, Any], decision: Decision) -> dict[str, Any]:
    """What the decision was made from, and the decision: enough to make it again, years later, without anything else
    but this program and the law data named.

    account: the account as JSON, its amounts as text.
    """
    return {
        "account": dict(account),
        "policy": desk.policy_text,
        "law_data": decision.law_version,
        "decision": as_document(decision),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """same: the decision came out as the memo has it. differs: the parts of it that did not, by name."""

    decision: Decision
    same: bool
    differs: tuple[str, ...]
    other_law: str | None  # the version of law data that the memo names, where it is another


def replay(desk: Desk, *, account: Account, policy: Policy, law_data: str, decision: Mapping[str, Any]) -> Replayed:
    """The decision of a memo, made again from its account by its policy, with the law data of this desk.

    law_data: the version that the memo names. decision: as the memo has it, in plain values.
    """
    again = decide_account(replace(desk, policy=policy), account)
    now: Mapping[str, Any] = json.loads(json.dumps(as_document(again)))
    differs = tuple(name for name in {**now, **decision} if now.get(name, _ABSENT) != decision.get(name, _ABSENT))
    other = law_data if law_data != desk.law.version else None
    return Replayed(decision=again, same=not differs, differs=differs, other_law=other)
