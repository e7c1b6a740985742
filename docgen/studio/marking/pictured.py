"""The pages of a template, printed as it is, its tags as words; each place shaded, with its number before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from docgen.errors import Finding, Severity, Unprintable
from docgen.letters.request import Language
from docgen.printing.printed import Printed
from docgen.printing.workers import Prints
from docgen.studio.marking import unprintable
from docgen.studio.marking.opened import XML_SPACE, Opened, W
from docgen.studio.marking.runs import all_runs, beside, cut, put_setting, settings_of
from docgen.studio.marking.spots import Spot, Spots

# The box of the number, and the words behind it.
_COLOURS = {
    Severity.INFORMATION: ("1F5FA8", "DCE9F7"),
    Severity.WARNING: ("A65E00", "FFE9BF"),
    Severity.BAR: ("B3261E", "F9D5D2"),
    Severity.FAULT: ("B3261E", "F9D5D2"),
}
_LIGHTEST_FIRST = tuple(_COLOURS)
# Each number leads to an address that nobody has (RFC 6761, 6.4): in the print it tells on which page a place is.
ADDRESS = "https://place.invalid/"
_MOST_ROUNDS = 16


@dataclass(frozen=True, slots=True)
class Pictured:
    """pages: PNG. at: of each finding that is seen somewhere, by its index in the list, the index of its page in
    `pages`; of what stands on every page, the first. The number that is shown is the finding's index and one.
    No page at all where the press cannot print even what can be left of the file: one too large, say.
    """

    pages: tuple[bytes, ...] = ()
    at: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))


def pictured(
    word_file: bytes, findings: Sequence[Finding], press: Prints, dpi: int = 90, *, language: Language = Language.ZH
) -> Pictured:
    """What the press cannot print is left out, and a line in a frame says in `language` what was there.

    Raises HostileFile for what `open_package` refuses, PressFailed where the press breaks down.
    """
    opened = Opened(word_file)
    _number(opened, findings)
    printed = _printed(opened, press, language)
    if printed is None:
        return Pictured()
    at: dict[int, int] = {}
    for page, addresses in enumerate(press.addresses(printed.pdf)):
        for address in addresses:
            index = address.removeprefix(ADDRESS)
            if index != address and index.isdecimal():
                at.setdefault(int(index), page)
    return Pictured(tuple(press.pictures(printed.pdf, dpi)), MappingProxyType(dict(sorted(at.items()))))


def _printed(opened: Opened, press: Prints, language: Language) -> Printed | None:
    """The print of the copy, with what cannot be printed taken out bit by bit; the pages as wide as what is on them."""
    is_widened = False
    for _ in range(_MOST_ROUNDS):
        try:
            printed = press.print(opened.write())
        except Unprintable as refused:
            faults = [finding for finding in refused.findings if finding.severity is Severity.FAULT]
            if not unprintable.left_out(opened, faults, language):
                return None
            continue
        is_cut = any(notice.code == "print.cut_paper" for notice in printed.notices)
        if is_widened or not is_cut or not unprintable.widened(opened):
            return printed
        is_widened = True
    return None


def _number(opened: Opened, findings: Sequence[Finding]) -> None:
    spots = Spots(opened)
    found: list[tuple[int, Severity, Spot]] = []
    for index, finding in enumerate(findings):
        if spot := spots.find(finding):
            found += ((index, finding.severity, copy) for copy in (spot, spots.twin(spot)) if copy)
    for _, _, spot in found:  # all cuts first: a number that stands there moves what is counted behind it
        _runs(spot)
    marked = [(index, severity, spot, _runs(spot)) for index, severity, spot in found]
    for _, severity, _, runs in sorted(marked, key=lambda one: _LIGHTEST_FIRST.index(one[1])):
        _shade(runs, _COLOURS[severity][1])
    for index, severity, spot, runs in marked:
        box = _box(index, _COLOURS[severity][0])
        if runs:
            beside(runs[0]).addprevious(box)
        else:
            settings = spot.paragraph.find(W + "pPr")
            spot.paragraph.insert(0 if settings is None else spot.paragraph.index(settings) + 1, box)
        opened.changed(spot.part)


def _runs(spot: Spot) -> list[etree._Element]:
    return all_runs(spot.paragraph) if spot.is_whole else cut(spot.paragraph, spot.start, spot.end)


def _shade(runs: Iterable[etree._Element], colour: str) -> None:
    """Seen whatever the words looked like: hidden ones too, and those that are highlighted already."""
    for run in runs:
        settings = settings_of(run)
        for name in ("vanish", "highlight"):
            for hiding in settings.findall(W + name):
                settings.remove(hiding)
        put_setting(settings, _element("shd", val="clear", color="auto", fill=colour))


def _box(index: int, colour: str) -> etree._Element:
    """The number of a finding, as a link."""
    field = _element("fldSimple", instr=f' HYPERLINK "{ADDRESS}{index}" ')
    run = etree.SubElement(field, W + "r")
    settings = settings_of(run)
    for setting in (
        _element("rFonts", ascii="Arial", hAnsi="Arial", cs="Arial"),
        _element("b"),
        _element("i", val="0"),
        _element("caps", val="0"),
        _element("strike", val="0"),
        _element("vanish", val="0"),
        _element("color", val="FFFFFF"),
        _element("spacing", val="0"),
        _element("position", val="0"),
        _element("sz", val="15"),
        _element("u", val="none"),
        _element("bdr", val="single", sz="4", space="0", color=colour),
        _element("shd", val="clear", color="auto", fill=colour),
        _element("vertAlign", val="baseline"),
    ):
        put_setting(settings, setting)
    text = etree.SubElement(run, W + "t", {XML_SPACE: "preserve"})
    text.text = f"\N{NO-BREAK SPACE}{index + 1}\N{NO-BREAK SPACE}"
    return field


def _element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(W + name, {W + key: value for key, value in attributes.items()})
