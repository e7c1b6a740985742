"""Amounts in figures, in a sentence, and in figures and words together.

Renminbi has its own customs; every other currency is named and formatted by the CLDR data of Babel.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel.numbers import format_currency, get_currency_name

from docgen.accounts.money import decimals
from docgen.letters.request import Language
from docgen.letters.wording.capitals import capitals, rmb_capitals
from docgen.letters.wording.english import amount_in_english

_RENMINBI = "CNY"


def plain_figures(amount: Decimal, currency: str) -> str:
    """1,409.50: for a column whose head names the currency. Sure to have the currency's own decimals."""
    return f"{amount:,.{decimals(currency)}f}"


def figures(amount: Decimal, currency: str, language: Language) -> str:
    """￥1,409.50 (银发〔1997〕393号 附一: ￥ directly before the figures); RMB 1,409.50; US$1,409.50; USD 1,409.50."""
    if language is Language.EN:
        return f"{unit(currency, language)} {plain_figures(amount, currency)}"
    if currency == _RENMINBI:
        return f"￥{plain_figures(amount, currency)}"
    return str(format_currency(amount, currency, locale="zh_CN"))


def in_sentence(amount: Decimal, currency: str, language: Language) -> str:
    """人民币1,409.50元; 1,409.50美元; RMB 1,409.50."""
    if language is Language.EN:
        return figures(amount, currency, language)
    if currency == _RENMINBI:
        return f"人民币{plain_figures(amount, currency)}元"
    return f"{plain_figures(amount, currency)}{currency_name(currency, language)}"


def in_words(amount: Decimal, currency: str, language: Language) -> str:
    """人民币壹仟肆佰零玖元伍角; Renminbi one thousand four hundred and nine and 50/100 only."""
    if language is Language.EN:
        return amount_in_english(amount, currency, currency_name(currency, language))
    if currency == _RENMINBI:
        return rmb_capitals(amount)
    return capitals(amount, currency_name(currency, language), decimals(currency))


def in_full(amount: Decimal, currency: str, language: Language) -> str:
    """人民币1,409.50元（大写：人民币壹仟肆佰零玖元伍角）; RMB 1,409.50 (Renminbi … only)."""
    said, words = in_sentence(amount, currency, language), in_words(amount, currency, language)
    return f"{said}（大写：{words}）" if language is Language.ZH else f"{said} ({words})"


def unit(currency: str, language: Language) -> str:
    """What the head of a column of figures says: 人民币元, 美元; RMB, USD."""
    if language is Language.EN:
        return "RMB" if currency == _RENMINBI else currency
    return "人民币元" if currency == _RENMINBI else currency_name(currency, language)


@cache
def currency_name(currency: str, language: Language) -> str:
    """人民币, 美元; Renminbi, US dollars."""
    if currency == _RENMINBI:
        return "人民币" if language is Language.ZH else "Renminbi"
    return str(get_currency_name(currency, count=2, locale="zh_CN" if language is Language.ZH else "en"))
