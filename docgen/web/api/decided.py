"""The description of decisions: what is asked, what is answered, and the memo from which a decision is made again."""

from __future__ import annotations

from docgen.escalation.decision import ClockKind, Force, SideKind, Stage, Step
from docgen.letters.request import LetterKind
from docgen.web.api.shapes import DATE, MONEY, TEXT, Schema, list_of, object_of, record, reference, said

_NULL: Schema = {"type": "null"}
_STEP: Schema = {"type": "string", "enum": [step.value for step in Step]}
_FORCE: Schema = {"type": "string", "enum": [force.value for force in Force]}
_KIND: Schema = {"type": "string", "enum": [kind.value for kind in LetterKind]}
_DAYS: Schema = {"type": "integer"}
_YES_NO: Schema = {"type": "boolean"}


_WORDS: dict[str, Schema] = {
    "message": said(TEXT, "In the reader's language."),
    "remedy": said(TEXT, "What to do, or what would lift it; may be empty."),
    "articles": list_of(reference("Article")),
}


def _worded(description: str, **properties: Schema) -> Schema:
    return record(description, {**properties, **_WORDS})


def decision_requests() -> dict[str, Schema]:
    return {
        "DecisionRequest": {
            "type": "object",
            "title": "Decision",
            "description": "One account, or up to a thousand. A `letter` beside one account is read as in a letter's "
            "request, and not used.",
            "anyOf": [
                {"properties": {"account": reference("Account")}, "required": ["account"]},
                {
                    "properties": {
                        "accounts": {"type": "array", "items": reference("Account"), "minItems": 1, "maxItems": 1000}
                    },
                    "required": ["accounts"],
                },
            ],
        },
        "DecisionMemo": {"additionalProperties": False}
        | object_of(
            "Everything that a decision was made from, and the decision.",
            account=said(reference("Account"), "As it was, its history included."),
            policy=said(TEXT, "The text of the policy of escalation."),
            law_data=said(TEXT, "Version of the law data."),
            decision={"type": "object", "description": "The decision in codes, days and sums."},
        ),
    }


def decision_answers() -> dict[str, Schema]:
    paper = {
        "anyOf": [
            object_of(
                "The paper that the step is taken with.",
                optional=("title", "purpose"),
                kind=_KIND,
                title=TEXT,
                purpose=said(TEXT, "Of a balance confirmation."),
            ),
            _NULL,
        ]
    }
    return {
        "Decisions": object_of("A decision for each account.", decisions=list_of(reference("Decision"))),
        "Replayed": object_of(
            "A decision made again from its memo.",
            same=said(_YES_NO, "Whether it came out as the memo has it."),
            differs=list_of(TEXT, "The parts that did not."),
            other_law_data={
                "anyOf": [TEXT, _NULL],
                "description": "The version that the memo names, where it is another.",
            },
            decision=reference("Decision"),
        ),
        "Decision": object_of(
            "The next step for an account on its day, and why.",
            optional=("memo",),
            as_of=DATE,
            creditor=TEXT,
            debtor=TEXT,
            currency=TEXT,
            tier=said(TEXT, "Of the customer, by the policy."),
            days_overdue=said(_DAYS, "Of the oldest invoice that may be asked for; negative: days until one is due."),
            next=reference("NextStep"),
            beside=list_of(reference("NextStep"), "For invoices that stand on another rung."),
            reasons=list_of(
                _worded(
                    "A rule that holds.",
                    code=said(TEXT, "E09; P03 for a rule of the policy."),
                    stage={"type": "string", "enum": [stage.value for stage in Stage]},
                    force=_FORCE,
                    effect=said(TEXT, "What it did: a stable word."),
                ),
                "In the order in which the rules are asked.",
            ),
            refused=list_of(_worded("A step that is not taken.", step=_STEP, title=TEXT, rule=TEXT, force=_FORCE)),
            questions=list_of(
                _worded(
                    "A fact that nobody has stated.",
                    fact=TEXT,
                    pointer=said(TEXT, "Where the account answers it."),
                    rules=list_of(TEXT, "Those that wait for it."),
                    blocking=said(_YES_NO, "Whether the step waits for it."),
                )
            ),
            evidence=list_of(_worded("What a court would ask for and is not on record.", code=TEXT)),
            side_steps=list_of(
                _worded(
                    "A step beside the way.",
                    kind={"type": "string", "enum": [kind.value for kind in SideKind]},
                    rule=TEXT,
                    document=paper,
                )
            ),
            clocks=list_of(
                _worded(
                    "A period that runs.",
                    kind={"type": "string", "enum": [kind.value for kind in ClockKind]},
                    subject=said(TEXT, "What it is of."),
                    raw_end=said(DATE, "The last day; alarms and bars go by it."),
                    rolled_end={"anyOf": [DATE, _NULL], "description": "The last arguable day, where it is known."},
                    last_safe_day=said(DATE, "The last working day in it."),
                    unsure={
                        "anyOf": [reference("Finding"), _NULL],
                        "description": "Says so where the law data lacks the holidays by which that day is told.",
                    },
                    days_left=said(_DAYS, "Negative once it is over."),
                    ours=said(_YES_NO, "Whether it is ours to lose."),
                    expired=_YES_NO,
                )
            ),
            done=list_of(
                object_of(
                    "A step on record.",
                    step=_STEP,
                    title=TEXT,
                    on=DATE,
                    proof=TEXT,
                    counts=said(_YES_NO, "Whether it is proved as far as the next step needs."),
                    reference={"anyOf": [TEXT, _NULL]},
                )
            ),
            warnings=list_of(reference("Finding")),
            advice=list_of(
                object_of(
                    "What a collection handbook says that fits this account: advice, never law.",
                    code=TEXT,
                    topic=TEXT,
                    say=TEXT,
                    source=said(TEXT, "The handbook, or the article that a clause should have heeded."),
                )
            ),
            look_again_on=said(DATE, "The day on which something changes by itself."),
            policy=said(TEXT, "Version of the policy."),
            law_data=said(TEXT, "Version of the law data."),
            memo=reference("DecisionMemo"),
        ),
        "NextStep": object_of(
            "A step for certain invoices.",
            step=_STEP,
            title=TEXT,
            rule=said(TEXT, "The rule that decided it."),
            from_on=said(DATE, "The first day on which it may be taken."),
            now=said(_YES_NO, "Whether it may be taken on the day asked about."),
            ready=said(_YES_NO, "False: a question blocks it."),
            invoices=list_of(TEXT),
            amount=MONEY,
            document=paper,
            letter=object_of(
                "What the request of that letter holds for this step. Empty where the step is for all that is due.",
                optional=("invoices",),
                invoices=list_of(TEXT, "The letter is about these alone; the others are reserved in it."),
            ),
            interest=said(_YES_NO, "Whether its letter states interest, by the policy."),
            fees=said(_YES_NO, "Whether its letter states costs of collection, by the policy."),
            approval={"anyOf": [TEXT, _NULL], "description": "Who must approve it, by the policy."},
        ),
    }
