"""Styles of elements, worked out once for all letters that share them.

The engine matches every element against every rule of a style sheet, and computes some 150 properties, anew for each
document. The press writes no rules: each element says its declarations itself. So what an element looks like depends on
its tag and declarations and on those around it, and nothing else, and the styles of one letter are kept for the next.
With a style is kept what `quicker` learns about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import tinycss2
import weasyprint
from weasyprint.css import ComputedStyle, InitialStyle, StyleFor
from weasyprint.css.validation import preprocess_declarations
from weasyprint.text.fonts import FontConfiguration

Element = ElementTree.Element
Style = Any  # a style of the engine: a dict of computed values
_BASE = "docgen:/"
_WEIGHT = (1, 0, (0, 1, 0))  # in the engine's cascade; nothing competes

#: How the few elements are displayed. Blanks as they are; neither kerning nor ligatures, as in Word unless a file asks.
_GROUND = {
    "html": "display:block;white-space:pre-wrap;overflow-wrap:break-word;font-kerning:none;font-variant-ligatures:none",
    "head": "display:none",
    "body": "display:block;margin:0;orphans:2;widows:2",
    "div": "display:block",
    "table": "display:table;border-collapse:collapse;table-layout:fixed;border-spacing:0;text-indent:0",
    "colgroup": "display:table-column-group",
    "col": "display:table-column",
    "thead": "display:table-header-group",
    "tbody": "display:table-row-group",
    "tr": "display:table-row",
    "td": "display:table-cell;padding:0",
    "a": "-weasy-link:attr(href)",
}
_GROUND_BEFORE = {"br": "content:'\\A';white-space:pre-line"}


@dataclass(slots=True)
class _Node:
    """A style, that of its ::before box, and the styles inside it, by tag and declarations."""

    style: Style
    root: Style = None
    before: Style = None
    inside: dict[tuple[str, str, str], _Node] = field(default_factory=dict)


class Styles:
    """What is kept from letter to letter, for one set of fonts. `most`: how many styles, before all begin anew."""

    def __init__(self, fonts: FontConfiguration, most: int = 4000) -> None:
        self.fonts = fonts
        self._most = most
        self.renew()

    def renew(self) -> None:
        self._count = 0
        self._tree = _Node(None)
        self.of_pages: dict[object, Style] = {}
        self.page_sizes: dict[str, object] = {"box": None, "area": None}

    def is_full(self) -> bool:
        return self._count + len(self.of_pages) > self._most

    def of(self, root: Element) -> dict[tuple[object, str | None], Style]:
        """The styles of a tree, as the engine keeps them: by element and pseudo-element."""
        found: dict[tuple[object, str | None], Style] = {}
        walk = [(root, self._tree)]
        while walk:
            element, around = walk.pop()
            said = element.attrib
            key = (element.tag, said.get("style", ""), said.get("before", ""))
            node = around.inside.get(key) or self._learn(key, around)
            found[element, None] = node.style
            if node.before is not None:
                found[element, "before"] = node.before
            walk += [(child, node) for child in element]
        return found

    def _learn(self, key: tuple[str, str, str], around: _Node) -> _Node:
        tag, said, said_before = key
        style = self.computed(_declared(_GROUND.get(tag, ""), said), around.style, around.root)
        node = around.inside[key] = _Node(style, around.root or style)
        if before := _declared(_GROUND_BEFORE.get(tag, ""), said_before):
            node.before = self.computed(before, style, node.root, "before")
        self._count += 1
        return node

    def computed(self, cascaded: dict[str, Any], parent: Style, root: Style, pseudo: str | None = None) -> Style:
        root = InitialStyle(self.fonts) if root is None else root
        return ComputedStyle(parent, cascaded, pseudo, root, _BASE, self.fonts, self.page_sizes)


class KeptStyles(StyleFor):  # type: ignore[misc]
    """Answers the engine's question how an element or a page is styled from the styles that are kept."""

    def __init__(self, root: Element, page_sheets: Sequence[weasyprint.CSS], styles: Styles) -> None:
        if styles.is_full():
            styles.renew()
        self._styles = styles
        self._sheets = [(sheet, "author", None) for sheet in page_sheets]
        self._cascaded_styles: dict[tuple[object, str | None], dict[str, Any]] = {}
        self._computed_styles = styles.of(root)
        self.font_config = styles.fonts
        self.initial_page_sizes = styles.page_sizes

    def set_computed_styles(
        self,
        element: object,
        parent: object,
        root: Element | None = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,  # noqa: ARG002  (the engine's own signature)
        target_collector: object = None,  # noqa: ARG002
    ) -> None:
        """The style of a page or of a box in its margins; pages with the same rules share it."""
        cascaded = self._cascaded_styles.get((element, pseudo_type), {})
        around = self._computed_styles[parent, None]
        key = (pseudo_type, id(around), *sorted((name, id(value)) for name, (value, _) in cascaded.items()))
        known = self._styles.of_pages
        if key not in known:
            known[key] = self._styles.computed(cascaded, around, self._computed_styles[root, None], pseudo_type)
        self._computed_styles[element, pseudo_type] = known[key]


@lru_cache(maxsize=4096)
def _declared(*parts: str) -> dict[str, Any]:
    """Declarations as the engine's cascade keeps them; of two of one name the later holds."""
    declarations = tinycss2.parse_blocks_contents(";".join(parts))
    return {name: (value, _WEIGHT) for name, value, _ in preprocess_declarations(_BASE, declarations)}
