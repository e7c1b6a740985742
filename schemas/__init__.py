"""The one door: everything that comes in as JSON, for the form, the API and the command line."""

from schemas.document import Loaded, dump, load

__all__ = ["Loaded", "dump", "load"]
