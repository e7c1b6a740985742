"""Word files as templates: docxtpl's notation, compiled once, merged in milliseconds.

    compile_template   Word file → CompiledTemplate, or every fault with its place
    CompiledTemplate   .digest, .names, .merge(facts) → DOCX; same facts, same bytes

The walk of a part: `source` (Word XML → Jinja source, each tag with its place) → `tags` (what a person gets wrong in
typing one) → `language` (what a template may say) → `shape` (the result is well-formed XML, whatever the facts) →
`columns` (tables whose rows are printed column by column) → `rendering` (compiled once, run for every letter).
"""

from docgen.templating.rendering import Limits
from docgen.templating.tags import nearest_name
from docgen.templating.template import CompiledTemplate, Template, compile_template

__all__ = ["CompiledTemplate", "Limits", "Template", "compile_template", "nearest_name"]
