"""Decide what comes next for an account, and say it in words."""

from __future__ import annotations

from typing import Any

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.escalation.craft import advice
from docgen.escalation.decide import decide
from docgen.escalation.decision import Clock, Decision, Fired, NextStep, Refused, SideStep
from docgen.law.assessment import Missing
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import LADDER, Language, LetterKind, Purpose
from docgen.letters.wording import cite
from docgen.usecases.assessment import limited
from docgen.usecases.desk import Desk
from docgen.usecases.report import finding_document

MOST_ACCOUNTS = 1000  # in one request: each may hold thousands of invoices


def decide_account(desk: Desk, account: Account) -> Decision:
    """The next step for this account on its own day, by the company's policy."""
    return decide(account, account.history, account.as_of, desk.policy, desk.law)


def decision_answer(decision: Decision, desk: Desk, reader: str, account: Account | None = None) -> dict[str, Any]:
    """The decision as JSON, every reason a sentence and every article with its citation.

    account: what was decided on; with it, the advice of the handbooks that fits it.
    """
    language = Language(reader)

    def said(finding: Finding) -> dict[str, Any]:
        return {
            "message": desk.messages.say(finding, reader),
            "remedy": desk.messages.do(finding, reader),
            "articles": [{"ref": ref, "citation": cite(ref, desk.law, language)} for ref in finding.articles],
        }

    def name(step: str) -> str:
        return desk.messages.say(Finding(f"step.{step}", Severity.INFORMATION), reader)

    def step(one: NextStep) -> dict[str, Any]:
        return {
            "step": one.step.value,
            "title": name(one.step.value),
            "rule": one.rule,
            "from_on": one.from_on.isoformat(),
            "now": one.ready and one.from_on <= decision.as_of,
            "ready": one.ready,
            "invoices": list(one.invoices),
            "amount": f"{one.amount:f}",
            "document": _document(one, language),
            "letter": {"invoices": list(one.invoices)} if limits(one) else {},
            "approval": one.approval,
            "interest": one.interest,
            "fees": one.fees,
        }

    def fired(one: Fired) -> dict[str, Any]:
        kinds = {"code": one.code, "stage": one.stage.value, "force": one.force.value, "effect": one.effect}
        return {**kinds, **said(one.reason)}

    def refused(one: Refused) -> dict[str, Any]:
        kinds = {"step": one.step.value, "title": name(one.step.value), "rule": one.rule, "force": one.force.value}
        return {**kinds, **said(one.reason)}

    def side(one: SideStep) -> dict[str, Any]:
        kind = one.kind.value
        known = {"kind": kind} if kind in LetterKind._value2member_map_ else None
        return {"kind": kind, "rule": one.rule, "document": known, **said(one.reason)}

    def clock(one: Clock) -> dict[str, Any]:
        rolled = one.rolled_end
        return {
            "kind": one.kind.value,
            "subject": one.subject,
            "raw_end": one.raw_end.isoformat(),
            "rolled_end": None if rolled is None or isinstance(rolled, Missing) else rolled.isoformat(),
            "last_safe_day": one.last_safe_day.isoformat(),
            "unsure": finding_document(one.unsure, reader, desk) if one.unsure else None,
            "days_left": one.days_left,
            "ours": one.ours,
            "expired": one.expired,
            **said(one.finding),
        }

    return {
        "as_of": decision.as_of.isoformat(),
        "creditor": decision.creditor,
        "debtor": decision.debtor,
        "currency": decision.currency,
        "tier": decision.tier,
        "days_overdue": decision.days_overdue,
        "next": step(decision.next),
        "beside": [step(one) for one in decision.beside],
        "reasons": [fired(one) for one in decision.fired],
        "refused": [refused(one) for one in decision.refused],
        "questions": [
            {
                "fact": str(one.fact),
                "pointer": one.place,
                "rules": list(one.rules),
                "blocking": one.blocking,
                **said(one.finding),
            }
            for one in decision.asked
        ],
        "evidence": [{"code": one.code, **said(one.finding)} for one in decision.evidence],
        "side_steps": [side(one) for one in decision.side_steps],
        "clocks": [clock(one) for one in decision.clocks],
        "done": [
            {
                "step": one.step.value,
                "title": name(one.step.value),
                "on": one.on.isoformat(),
                "proof": one.proof,
                "counts": one.counts,
                "reference": one.reference,
            }
            for one in decision.done
        ],
        "warnings": [finding_document(one, reader, desk) for one in decision.warnings],
        "advice": [
            {
                "code": one.line.code,
                "topic": one.line.topic_said[reader],
                "say": one.said(reader),
                "source": one.line.source[reader],
            }
            for one in (advice(desk.craft, decision, account) if account else ())
        ],
        "look_again_on": decision.look_again_on.isoformat(),
        "policy": decision.policy,
        "law_data": decision.law_version,
    }


def told(desk: Desk, account: Account, reader: str) -> dict[str, Any]:
    """What a working paper is worded from: the decision as `decision_answer` has it, the hours and the number of
    contacts that the policy leaves, and all that the handbooks say on each topic."""
    policy = desk.policy
    return {
        **decision_answer(decide_account(desk, account), desk, reader, account),
        "contacts": {
            "from": policy.quiet_to.strftime("%H:%M"),
            "to": policy.quiet_from.strftime("%H:%M"),
            "most_a_week": policy.contacts_a_week,
        },
        "craft": [
            {
                "topic": line.topic,
                "say": line.say[reader],
                "answer": line.answer[reader],
                "source": line.source[reader],
            }
            for line in desk.craft.lines
            if not line.when
        ],
    }


def limits(one: NextStep) -> bool:
    """Whether the step's letter is to be about its own invoices alone, and may be."""
    purpose = Purpose(one.purpose) if one.purpose else None
    return one.limited and one.document in LADDER and limited(LetterKind(one.document), purpose)


def _document(one: NextStep, language: Language) -> dict[str, str] | None:
    """The paper that the step is taken with, where there is one to be had."""
    if one.document is None or one.document not in LetterKind._value2member_map_:
        return None
    kind = LetterKind(one.document)
    purpose = Purpose(one.purpose) if one.purpose else None
    named = {"kind": kind.value, "title": CATALOGUE[kind].title(language, purpose)}
    return {**named, "purpose": purpose.value} if purpose else named
