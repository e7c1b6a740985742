"""Court fees (诉讼费用交纳办法): computed in steps, rounded half-up to the fen. Estimates: the court's notice decides.

`on` is the day of filing, by which the tariff is chosen. Each function raises RuleMissing where no
tariff was in force.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from docgen.accounts.money import ZERO, rounded
from docgen.law.assessment import Fee
from docgen.law.statutes import LawData, Tariff

YUAN = "CNY"
HALF = Decimal(2)
THIRD = Decimal(3)


def property_case(law: LawData, claim: Decimal, on: dt.date) -> Fee:
    """The case fee of a money claim (办法 13(1))."""
    tariff = law.tariff("property", on)
    return _fee("property", claim, _in_steps(tariff, claim), tariff.articles)


def property_halved(law: LawData, claim: Decimal, on: dt.date) -> Fee:
    """Half the case fee: summary procedure, mediated end, withdrawal (办法 15, 16); two grounds halve it once
    (民诉法解释 206)."""
    tariff = law.tariff("property", on)
    amount = _in_steps(tariff, claim) / HALF
    return _fee("property_halved", claim, amount, ("fee_measures:15", "fee_measures:16", "cpl_interpretation:206"))


def appeal(law: LawData, appealed: Decimal, on: dt.date) -> Fee:
    """The case fee of the part appealed against (办法 17)."""
    return _fee("appeal", appealed, _in_steps(law.tariff("property", on), appealed), ("fee_measures:17",))


def counterclaim(law: LawData, claim: Decimal, on: dt.date) -> Fee:
    """Half the case fee of a counterclaim heard together with the claim (办法 18)."""
    return _fee("counterclaim", claim, _in_steps(law.tariff("property", on), claim) / HALF, ("fee_measures:18",))


def payment_order(law: LawData, claim: Decimal, on: dt.date) -> Fee:
    """A third of the case fee (办法 14(3))."""
    amount = _in_steps(law.tariff("property", on), claim) / THIRD
    return _fee("payment_order", claim, amount, ("fee_measures:14(3)",))


def payment_order_topup(law: LawData, claim: Decimal, paid: Decimal, on: dt.date) -> Fee:
    """What is due on top when an objection takes the order to a suit (民诉法解释 195(1))."""
    amount = max(_in_steps(law.tariff("property", on), claim) - paid, ZERO)
    return _fee("payment_order_topup", claim, amount, ("cpl_interpretation:195(1)", "fee_measures:36"))


def preservation(law: LawData, amount: Decimal | None, on: dt.date) -> Fee:
    """Preservation of so much property, at most 5,000 yuan (办法 14(2)). None: no property amount."""
    tariff = law.tariff("preservation", on)
    return _fee("preservation", amount or ZERO, _in_steps(tariff, amount or ZERO), tariff.articles)


def enforcement(law: LawData, amount: Decimal, on: dt.date) -> Fee:
    """Enforcement of so much; not paid in advance (办法 14(1), 20(2))."""
    tariff = law.tariff("enforcement", on)
    return _fee("enforcement", amount, _in_steps(tariff, amount), tariff.articles)


def bankruptcy(law: LawData, estate: Decimal, on: dt.date) -> Fee:
    """Half the case fee of the estate, at most 300,000 yuan (办法 14(6))."""
    figure = law.figure("fee.bankruptcy_cap", on)
    amount = min(_in_steps(law.tariff("property", on), estate) / HALF, figure.value)
    return _fee("bankruptcy", estate, amount, figure.articles)


def _in_steps(tariff: Tariff, claim: Decimal) -> Decimal:
    """Each tier's share of the claim, added up; the first tier is a flat sum whatever the claim."""
    amount, below = ZERO, ZERO
    for tier in tariff.tiers:
        upper = claim if tier.up_to is None else min(claim, tier.up_to)
        if tier.flat is not None:
            amount += tier.flat
        elif tier.rate is not None and upper > below:
            amount += (upper - below) * tier.rate
        below = tier.up_to if tier.up_to is not None else claim
    return amount if tariff.cap is None else min(amount, tariff.cap)


def _fee(kind: str, claim: Decimal, amount: Decimal, articles: tuple[str, ...]) -> Fee:
    return Fee(kind=kind, claim=claim, amount=rounded(amount, YUAN), articles=articles)
