"""The studio's calls: all that its pages do, by the same use cases and the same list of rights.

visiting    who calls, for which company, about which item
templates   what is in force; fields; files checked
places      what has versions, and at which addresses
versions    the life of a version
comparisons two of them side by side
people      people and companies
issued      letters issued
"""

from docgen.web.api.studio import comparisons, versions
from docgen.web.api.studio.issued import issued
from docgen.web.api.studio.people import people
from docgen.web.api.studio.templates import templates

__all__ = ["comparisons", "issued", "people", "templates", "versions"]
