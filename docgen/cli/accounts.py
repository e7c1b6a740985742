"""`docgen assess`, `decide` and `portfolio`: what is to be said of accounts, as JSON."""

from __future__ import annotations

import argparse

import schemas
from docgen.cli.environment import FAULT, OK, Environment
from docgen.cli.files import read, show
from docgen.cli.telling import tell
from docgen.escalation.policy_file import read as read_policy
from docgen.letters.request import LetterRequest
from docgen.usecases import assess_account, missing_figures
from docgen.usecases.decision import decide_account, decision_answer
from docgen.usecases.portfolio import look_over
from docgen.usecases.portfolio_report import portfolio_answer
from docgen.usecases.replay import memo, replay
from docgen.usecases.report import assessment_answer


def assess_file(arguments: argparse.Namespace, environment: Environment) -> int:
    loaded = schemas.load(read(arguments.account), most_bytes=environment.settings().max_bytes)
    desk = environment.desk()
    assessment = assess_account(desk, loaded.account, loaded.letter)
    notices = (*loaded.notices, *assessment.notices)
    tell((*notices, *missing_figures(assessment)), arguments.reader, environment, desk.law)
    show(assessment_answer(assessment, notices, desk, arguments.reader))
    return OK


def decide_file(arguments: argparse.Namespace, environment: Environment) -> int:
    desk, most_bytes, reader = environment.desk(), environment.settings().max_bytes, arguments.reader
    sent = read(arguments.account)
    if arguments.replay:
        kept = schemas.load_memo(sent, policy=read_policy, most_bytes=most_bytes, inside=True)
        made = replay(desk, account=kept.account, policy=kept.policy, law_data=kept.law_data, decision=kept.decision)
        found = {"same": made.same, "differs": list(made.differs), "other_law_data": made.other_law}
        show({**found, "decision": decision_answer(made.decision, desk, reader)})
        return OK if made.same else FAULT
    told = []
    for account in schemas.load_accounts(sent, most_bytes=most_bytes):
        decision = decide_account(desk, account)
        answer = decision_answer(decision, desk, reader, account)
        if arguments.memo:
            answer["memo"] = memo(desk, schemas.dump(account, LetterRequest())["account"], decision)
        told.append(answer)
    show(told[0] if len(told) == 1 else told)
    return OK


def portfolio_files(arguments: argparse.Namespace, environment: Environment) -> int:
    """Print who first, the collection rate and the aging of all accounts in all files, in their order."""
    desk, most_bytes = environment.desk(), environment.settings().max_bytes
    given = {"from_on": arguments.from_on, "to_on": arguments.to_on, "by": arguments.by}
    document = schemas.together((read(path) for path in arguments.account), most_bytes=most_bytes)
    document["period"] = {name: value for name, value in given.items() if value is not None}
    sent = schemas.load_portfolio(document)
    found = look_over(desk, sent.accounts, sent.period)
    tell(found.notices, arguments.reader, environment, desk.law)
    show(portfolio_answer(found, desk, arguments.reader))
    return OK
