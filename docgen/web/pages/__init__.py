"""The clerk's pages, rendered here, that work without JavaScript and are quicker with it: the form, the way from a
reminder to enforcement, many accounts at once, any Word file, any letter's text; and the lawyer's, for templates."""

from docgen.web.pages.checking import checks
from docgen.web.pages.portfolio import portfolios
from docgen.web.pages.printing import prints
from docgen.web.pages.routes import pages
from docgen.web.pages.studio import studio
from docgen.web.pages.way import ways

__all__ = ["checks", "pages", "portfolios", "prints", "studio", "ways"]
