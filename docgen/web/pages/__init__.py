"""The clerk's pages, rendered here, that work without JavaScript and are quicker with it: the form, any Word file, any
letter's text."""

from docgen.web.pages.checking import checks
from docgen.web.pages.printing import prints
from docgen.web.pages.routes import pages

__all__ = ["checks", "pages", "prints"]
