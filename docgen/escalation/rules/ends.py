"""What decides alone: the debtor is bankrupt or gone, the claim is another's, or nothing is owed."""

from __future__ import annotations

from docgen.accounts.account import Question
from docgen.accounts.invoice import DocumentKind
from docgen.escalation.case import Case
from docgen.escalation.decision import Force, Stage, Step
from docgen.escalation.rules.rule import Rule


def _debtor(case: Case) -> dict[str, str]:
    return {"debtor": case.account.debtor.name}


def _nothing_entered(case: Case) -> bool:
    return not any(
        each.document is DocumentKind.INVOICE and each.issued_on <= case.as_of for each in case.account.invoices
    )


def _nothing_owed(case: Case) -> bool:
    return not case.lots or case.position.unallocated >= case.position.open


ENDS: tuple[Rule[Case], ...] = (
    Rule(
        code="B01",
        stage=Stage.ENDS,
        force=Force.LAW,
        articles=(),
        reads=("invoices",),
        holds=_nothing_entered,
        effects=("asks_for_invoices",),
        instead=lambda _: Step.FACTS,
    ),
    Rule(
        code="B02",
        stage=Stage.ENDS,
        force=Force.LAW,
        articles=("civil_code:557",),
        reads=("open", "unallocated"),
        holds=_nothing_owed,
        effects=("nothing_owed",),
        instead=lambda _: Step.NOTHING,
    ),
    Rule(
        code="E01",
        stage=Stage.ENDS,
        force=Force.LAW,
        articles=("bankruptcy_law:16", "bankruptcy_law:44", "bankruptcy_law:46"),
        reads=("bankruptcy_accepted",),
        holds=lambda case: case.declared(Question.BANKRUPTCY_ACCEPTED),
        effects=("declare_claim",),
        facts=_debtor,
        instead=lambda _: Step.DECLARE_CLAIM,
        asks=(Question.BANKRUPTCY_ACCEPTED,),
        asked_from=Step.REMINDER,
    ),
    Rule(
        code="E02",
        stage=Stage.ENDS,
        force=Force.LAW,
        articles=("cpl:122(2)", "company_law:23", "company_law:54", "company_law:88"),
        reads=("debtor_cancelled",),
        holds=lambda case: case.declared(Question.DEBTOR_CANCELLED),
        effects=("lawyer_review",),
        facts=_debtor,
        instead=lambda _: Step.LAWYER,
        asks=(Question.DEBTOR_CANCELLED,),
        asked_from=Step.REMINDER,
    ),
    Rule(
        code="B03",
        stage=Stage.ENDS,
        force=Force.LAW,
        articles=("civil_code:545", "civil_code:546"),
        reads=("claim_assigned",),
        holds=lambda case: case.declared(Question.CLAIM_ASSIGNED),
        effects=("assignee_collects",),
        instead=lambda _: Step.NOTHING,
        asks=(Question.CLAIM_ASSIGNED,),
        asked_from=Step.LAWYERS_LETTER,
        waits=frozenset({Step.PAYMENT_ORDER}),
    ),
)
