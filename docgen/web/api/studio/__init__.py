"""The studio's calls: all that its pages do, by the same use cases and the same list of rights.

visiting    who calls, for which company, about which item
templates   what is in force; fields; files checked
versions    the life of a version
people      people and companies
issued      letters issued
"""

from docgen.web.api.studio import versions
from docgen.web.api.studio.issued import issued
from docgen.web.api.studio.people import people
from docgen.web.api.studio.templates import templates

__all__ = ["issued", "people", "templates", "versions"]
