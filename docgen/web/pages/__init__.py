"""The clerk's form at "/": one page, rendered here, that works without JavaScript and is quicker with it."""

from docgen.web.pages.routes import pages

__all__ = ["pages"]
