"""Word file → PDF. It knows WeasyPrint, as do `styled` and those that teach it (`docgen.printing`)."""

from __future__ import annotations

import gc
import hashlib
import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any
from xml.etree import ElementTree

import cssselect2
import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.html import UA_COUNTER_STYLE
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from docgen.errors import Finding, Severity, Unprintable
from docgen.printing import finished, pages, reader, size
from docgen.printing.embedded import pack_fonts
from docgen.printing.finished import justify
from docgen.printing.fonts import Fonts
from docgen.printing.hanging import let_blanks_hang
from docgen.printing.layout import Laid, lay_out
from docgen.printing.quicker import share_work
from docgen.printing.styled import KeptStyles, Styles
from docgen.printing.tree import Picture
from docgen.wordfile import open_package

let_blanks_hang()
pack_fonts()
share_work()


@dataclass(frozen=True, slots=True)
class Printed:
    """pages: how many. notices: what is worth knowing: fonts substituted, revisions accepted, comments left out."""

    pdf: bytes
    pages: int
    notices: tuple[Finding, ...]


class Press:
    """Prints Word files with one set of fonts. Same file, same fonts, same release: same bytes.

    most_blocks: how many paragraphs a file may have, those in table cells included; a larger one is refused.
    Safe to share between threads: Pango is not, so one file is printed at a time.
    """

    def __init__(self, fonts: Fonts, most_blocks: int = size.MOST_BLOCKS) -> None:
        self._fonts = fonts
        self._most_blocks = most_blocks
        self._lock = threading.Lock()
        self._configuration = FontConfiguration()
        self._counters = UA_COUNTER_STYLE.copy()
        self._styles = Styles(self._configuration)
        self._page_sheet = lru_cache(maxsize=32)(_page_sheet)
        weasyprint.CSS(
            string=fonts.css + pages.counter_styles(),
            font_config=self._configuration,
            counter_style=self._counters,
            url_fetcher=_Fetcher({}, fonts),
        )

    def print(self, docx: bytes) -> Printed:
        """Print a DOCX.

        Raises HostileFile for what is no honest Word file, and Unprintable, with every finding, for a construct that
        the press cannot print, for a character that no font has, and for more than the press prints at once.
        """
        with self._lock, _uncollected():
            return self._print(docx)

    def _print(self, docx: bytes) -> Printed:
        package = open_package(docx)
        if fault := size.of_depth(package) or size.of_package(package, self._most_blocks):
            raise Unprintable(fault)
        document, findings = reader.read(package)
        laid = lay_out(document, self._fonts, header_room={}, section_pages={})
        findings = (*findings, *laid.findings)
        if any(finding.severity is Severity.FAULT for finding in findings):
            raise Unprintable(finding for finding in findings if finding.severity is Severity.FAULT)
        if fault := size.of_stretches(laid, package, self._most_blocks):
            raise Unprintable(fault)
        rendered = self._render(laid)
        room, counted = finished.header_room(rendered.pages, document), finished.section_pages(rendered.pages)
        if room or laid.counts_section:
            # Headers taller than their margin, and pages of a section, are known only now: once more.
            laid = lay_out(document, self._fonts, header_room=room, section_pages=counted)
            rendered = self._render(laid)
        for page in rendered.pages:
            justify(page._page_box)
        pdf = rendered.write_pdf(pdf_identifier=hashlib.sha256(docx).digest()[:16])
        return Printed(pdf, len(rendered.pages), findings)

    def _render(self, laid: Laid) -> weasyprint.Document:
        tree = _Tree(laid.html, _Fetcher(laid.pictures, self._fonts))
        style_for = KeptStyles(laid.html, [self._page_sheet(laid.page_css)], self._styles)
        return _Rendered.of(tree, style_for, self._counters.copy())


def _page_sheet(css: str) -> weasyprint.CSS:
    """The letters of one template have one set of @page rules, parsed once."""
    return weasyprint.CSS(string=css, url_fetcher=URLFetcher(allowed_protocols=()))


class _Rendered(weasyprint.Document):  # type: ignore[misc]
    """A document whose styles are known before it is rendered."""

    @classmethod
    def of(cls, tree: weasyprint.HTML, style_for: KeptStyles, counters: CounterStyle) -> _Rendered:
        options = {**weasyprint.DEFAULT_OPTIONS, "style_for": style_for}
        rendered: _Rendered = cls._render(tree, style_for.font_config, counters, None, options)
        return rendered

    @classmethod
    def _build_layout_context(
        cls,
        html: weasyprint.HTML,
        font_config: FontConfiguration,
        counter_style: CounterStyle,
        color_profiles: object,  # noqa: ARG003  (the engine's own signature)
        options: Mapping[str, Any],
    ) -> LayoutContext:
        images = partial(get_image_from_uri, cache={}, url_fetcher=html.url_fetcher, options=options)
        return LayoutContext(options["style_for"], images, font_config, counter_style, TargetCollector())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: the boxes of a document all live until it is printed, and it looks for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Tree(weasyprint.HTML):  # type: ignore[misc]
    """HTML that is a tree already, and need not be parsed."""

    def __init__(self, root: ElementTree.Element, fetcher: URLFetcher) -> None:
        self.base_url = "docgen:/"
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.etree_element = root
        # Styles are known; the engine only looks for title, author and keywords, which stand in the head.
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root.find("head"), content_language=None)


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Hands out the pictures of this file and the prepared fonts, and denies everything else."""

    def __init__(self, pictures: Mapping[str, Picture], fonts: Fonts) -> None:
        super().__init__(allowed_protocols=())
        self._pictures = pictures
        self._files = fonts.files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        if picture := self._pictures.get(url):
            return URLFetcherResponse(url, picture.content, {"Content-Type": picture.mime})
        if path := self._files.get(url):
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/otf"})
        raise ValueError(f"the press fetches nothing: {url}")


logging.getLogger("weasyprint").setLevel(logging.WARNING)
