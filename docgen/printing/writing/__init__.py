"""Finished pages → PDF bytes. Nobody else knows PDF."""

from docgen.printing.writing.pdf import Attachment, write

__all__ = ["Attachment", "write"]
