"""The description of portfolios: what is asked, and what is answered."""

from __future__ import annotations

from docgen.accounts.aging import AgingBucket
from docgen.accounts.collection import Grain
from docgen.escalation.decision import Step
from docgen.web.api.shapes import DATE, MONEY, TEXT, Schema, list_of, object_of, record, reference, said

_NULL: Schema = {"type": "null"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_YES_NO: Schema = {"type": "boolean"}
_MAYBE_DATE: Schema = {"anyOf": [DATE, _NULL]}
_MAYBE_FRACTION: Schema = {"anyOf": [{"type": "string", "pattern": r"^[01]\.[0-9]+$"}, _NULL]}
_FRACTION: Schema = {"type": "string", "pattern": r"^[01](\.[0-9]+)?$"}
_GRAIN: Schema = {"type": "string", "enum": [grain.value for grain in Grain]}


def portfolio_requests() -> dict[str, Schema]:
    period = {
        "description": "Of the collection rate. Left out: the twelve months to the latest `as_of`, by month.",
        "anyOf": [
            {
                "type": "object",
                "properties": {
                    "from_on": {"anyOf": [DATE, _NULL], "description": "The first day."},
                    "to_on": {"anyOf": [DATE, _NULL], "description": "The last day."},
                    "by": {"anyOf": [_GRAIN, _NULL], "description": "The parts that it is split into."},
                },
                "additionalProperties": False,
            },
            _NULL,
        ],
    }
    return {
        "PortfolioRequest": {
            "type": "object",
            "title": "Portfolio",
            "description": "Up to a thousand accounts, or one, and the period of the collection rate.",
            "properties": {"period": period},
            "anyOf": [
                {"properties": {"account": reference("Account")}, "required": ["account"]},
                {
                    "properties": {
                        "accounts": {"type": "array", "items": reference("Account"), "minItems": 1, "maxItems": 1000}
                    },
                    "required": ["accounts"],
                },
            ],
        }
    }


def portfolio_answers() -> dict[str, Schema]:
    days: dict[str, Schema] = {"from_on": DATE, "to_on": DATE}
    figures: dict[str, Schema] = {
        "opening": said(MONEY, "Balance at the end of the day before; negative: a credit."),
        "billed": said(MONEY, "Invoices of the period less its credit notes."),
        "received": said(MONEY, "Money that came in the period, whatever invoice it was for."),
        "closing": said(MONEY, "opening + billed − received."),
        "rate": {"anyOf": [MONEY, _NULL], "description": "received ÷ billed × 100, in percent; null: nothing billed."},
    }
    aged: dict[str, Schema] = {
        "buckets": record("What is open by days past due.", {bucket.value: MONEY for bucket in AgingBucket}),
        "due_unknown": said(MONEY, "Of invoices that nothing on record makes due."),
        "on_account": said(MONEY, "Received or credited, but set against no invoice: taken off."),
        "total": said(MONEY, "What is owed: buckets + due_unknown − on_account."),
    }
    customer = {"customer": said(TEXT, "The debtor's name.")}
    return {
        "Portfolio": object_of(
            "Many accounts looked over at once. An order of work: advice, never law.",
            priority=list_of(reference("Place"), "Who first; each currency has its own order, CNY first."),
            collection=object_of(
                "Collection rate 回款率 = received ÷ billed × 100 %.",
                period=record("", days | {"by": _GRAIN}),
                currencies=list_of(
                    object_of(
                        "The accounts in one currency.",
                        currency=TEXT,
                        whole=record("Of the whole period.", figures),
                        periods=list_of(record("Of one part of it.", days | figures)),
                        customers=list_of(record("Of one customer.", customer | figures)),
                        salespeople=list_of(
                            record(
                                "Of one salesperson; null: accounts that name nobody.",
                                {"salesperson": {"anyOf": [TEXT, _NULL]}} | figures,
                            )
                        ),
                    )
                ),
            ),
            aging=object_of(
                "What is open by days past due, each account on its own day.",
                currencies=list_of(
                    object_of(
                        "The accounts in one currency.",
                        currency=TEXT,
                        whole=record("Of all of them.", aged),
                        customers=list_of(record("Of one customer.", customer | aged)),
                    )
                ),
            ),
            recovery=object_of(
                "What the order goes by: how much of a debt comes in at each age, by published studies.",
                wait_days=said(_COUNT, "Days of waiting that are weighed."),
                curve=list_of(object_of("A point of the curve.", days=_COUNT, rate=_FRACTION)),
                studies=list_of(
                    object_of(
                        "A study.",
                        source=TEXT,
                        points=list_of(
                            object_of(
                                "A figure of it.",
                                days=_COUNT,
                                rate=_FRACTION,
                                says=TEXT,
                                our_reading=said(_YES_NO, "Whether it says this in words, and the figure is ours."),
                            )
                        ),
                    )
                ),
            ),
            notices=list_of(reference("Finding")),
            policy=said(TEXT, "Version of the policy."),
            law_data=said(TEXT, "Version of the law data."),
        ),
        "Place": object_of(
            "One account's place in the order.",
            place=said(_COUNT, "1 is first among the accounts of its currency."),
            account=said(_COUNT, "Which of the accounts sent, from zero."),
            debtor=TEXT,
            creditor=TEXT,
            salesperson={"anyOf": [TEXT, _NULL]},
            as_of=DATE,
            currency=TEXT,
            open=said(MONEY, "Of all invoices."),
            due=said(MONEY, "Due and undisputed, less money on account."),
            disputed=said(MONEY, "Of what is open."),
            days_overdue=said({"type": "integer"}, "Of the oldest that may be asked for; negative: days until due."),
            recovered_now={**_MAYBE_FRACTION, "description": "Of debts of these ages. null: nothing is due."},
            recovered_later={**_MAYBE_FRACTION, "description": "After the wait."},
            loss_by_age=said(MONEY, "What waiting costs by age."),
            at_stake=said(MONEY, "What is lost because a period of the law runs out."),
            loss={
                "anyOf": [MONEY, _NULL],
                "description": "Both, each claim counted once: what the order goes by. null: it could not be weighed.",
            },
            act_by={**_MAYBE_DATE, "description": "The last safe day of the first period that runs out."},
            step=object_of(
                "The next step; its reasons are in /decisions.",
                step={"type": "string", "enum": [step.value for step in Step]},
                title=TEXT,
                from_on=said(DATE, "The first day on which it may be taken."),
                now=said(_YES_NO, "Whether it may be taken on the day asked about."),
            ),
            reasons=list_of(
                record(
                    "Why it has this place.",
                    {
                        "code": said(TEXT, "Stable across releases."),
                        "message": said(TEXT, "In the reader's language."),
                        "remedy": said(TEXT, "What to do; may be empty."),
                        "articles": list_of(reference("Article")),
                    },
                )
            ),
        ),
    }
