"""What people do with docgen, each one screen long: assess an account, make a letter, check a text, print a file."""

from docgen.usecases.assessment import assess_account, missing_figures
from docgen.usecases.check import check_file, check_text
from docgen.usecases.desk import Desk
from docgen.usecases.letter import Letter, make_letter, print_letter
from docgen.usecases.printing import print_file

__all__ = [
    "Desk",
    "Letter",
    "assess_account",
    "check_file",
    "check_text",
    "make_letter",
    "missing_figures",
    "print_file",
    "print_letter",
]
