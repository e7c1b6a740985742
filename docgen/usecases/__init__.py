"""What people do with docgen, each one screen long: assess an account, make a letter, print a file."""

from docgen.usecases.desk import Desk
from docgen.usecases.letter import Letter, make_letter, print_letter
from docgen.usecases.printing import print_file

__all__ = ["Desk", "Letter", "make_letter", "print_file", "print_letter"]
