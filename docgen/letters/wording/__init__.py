"""Words for figures, dates, rates and articles, in the language of the letter."""

from docgen.letters.wording.capitals import capitals, rmb_capitals, same_amount
from docgen.letters.wording.citations import cite, cite_all
from docgen.letters.wording.counting import counted, document_number, listed
from docgen.letters.wording.countries import country_name
from docgen.letters.wording.dates import bill_date, letter_date, table_date
from docgen.letters.wording.english import amount_in_english
from docgen.letters.wording.money import currency_name, figures, in_full, in_sentence, in_words, plain_figures, unit
from docgen.letters.wording.rates import day_rate, multiple, percent
from docgen.letters.wording.set_terms import set_term

__all__ = [
    "amount_in_english",
    "bill_date",
    "capitals",
    "cite",
    "cite_all",
    "counted",
    "country_name",
    "currency_name",
    "day_rate",
    "document_number",
    "figures",
    "in_full",
    "in_sentence",
    "in_words",
    "letter_date",
    "listed",
    "multiple",
    "percent",
    "plain_figures",
    "rmb_capitals",
    "same_amount",
    "set_term",
    "table_date",
    "unit",
]
