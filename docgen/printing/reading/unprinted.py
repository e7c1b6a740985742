"""Settings of a Word file that the press knows of and does not print: each is told, with what to use instead.

A property element (w:rPr, w:pPr, w:tblPr …) may hold three kinds of settings: those that are read, those that leave no
mark on paper, and all others. The others are named here, or by their own name, so that nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from docgen.printing.reading.values import Element, W

_KEY = "unprinted "
_EFFECT, _OTHER, _SPACING = "print.text_effect", "print.setting", "print.cell_spacing"


def _on(value: str) -> bool:
    return value not in ("0", "false", "off")


def _off(value: str) -> bool:
    return not _on(value)


def _is(*values: str) -> Callable[[str], bool]:
    return lambda value: value in values


def _is_not(*values: str) -> Callable[[str], bool]:
    return lambda value: value not in values


def _always(value: str) -> bool:  # noqa: ARG001
    return True


#: By property element: settings that are told, where their value makes a difference.
_TOLD: Mapping[str, Mapping[str, tuple[str, Callable[[str], bool]]]] = {
    "rPr": {  # 17.3.2
        "w": ("print.character_scale", _is_not("", "100", "100%")),
        "em": ("print.emphasis_mark", _is_not("", "none")),
        "shadow": (_EFFECT, _on), "outline": (_EFFECT, _on), "emboss": (_EFFECT, _on), "imprint": (_EFFECT, _on),
        "effect": (_EFFECT, _is_not("", "none")),
        "fitText": ("print.fitted_text", _always), "eastAsianLayout": ("print.two_in_one", _always),
        "rtl": (_OTHER, _on), "cs": (_OTHER, _on),
    },
    "pPr": {  # 17.3.1
        "kinsoku": (_OTHER, _off), "wordWrap": (_OTHER, _off), "topLinePunct": (_OTHER, _on),
        "mirrorIndents": (_OTHER, _on), "textAlignment": (_OTHER, _is_not("", "auto", "baseline")),
        "pPrChange": ("print.revisions", _always),
    },
    "tblPr": {"tblCellSpacing": (_SPACING, _always), "bidiVisual": (_OTHER, _on),
              "tblPrChange": ("print.revisions", _always)},  # 17.4.59
    "trPr": {"tblCellSpacing": (_SPACING, _always), "jc": (_OTHER, _is_not("left", "start")),
             "trPrChange": ("print.revisions", _always)},  # 17.4.81
    "tcPr": {"hMerge": (_OTHER, _always), "tcFitText": ("print.fitted_text", _on),
             "tcPrChange": ("print.revisions", _always)},  # 17.4.69
    "tcBorders": {"tl2br": ("print.diagonal_border", _is_not("nil", "none")),
                  "tr2bl": ("print.diagonal_border", _is_not("nil", "none"))},  # 17.4.66
}  # fmt: skip

#: By property element: settings that are read elsewhere, or leave no mark on paper.
_SILENT: Mapping[str, frozenset[str]] = {
    "rPr": frozenset((
        "bCs", "iCs", "szCs", "noProof", "snapToGrid", "webHidden", "specVanish", "oMath", "ins", "del", "moveFrom",
        "moveTo", "rPrChange",
    )),
    "pPr": frozenset((
        "rPr", "sectPr", "numPr", "framePr", "textDirection", "bidi", "suppressLineNumbers", "suppressAutoHyphens",
        "overflowPunct", "adjustRightInd", "suppressOverlap", "textboxTightWrap", "outlineLvl", "divId",
        "cnfStyle",
    )),
    "tblPr": frozenset((
        "tblStyle", "tblpPr", "tblOverlap", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblInd",
        "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription",
    )),
    "trPr": frozenset((
        "cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight", "tblHeader",
        "hidden", "ins", "del",
    )),
    "tcPr": frozenset((
        "cnfStyle", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign",
        "hideMark",
    )),
    "tcBorders": frozenset(("top", "bottom", "left", "right", "start", "end", "insideH", "insideV")),
}  # fmt: skip


def note(found: dict[str, Any], kind: str, element: Element) -> None:
    """Remember in what `element` sets that the press does not print it; a later "off" takes that back."""
    name = element.tag.rpartition("}")[2]
    code, matters = _TOLD[kind].get(name, (_OTHER, _always))
    if not element.tag.startswith(W):  # effects of later releases of Word, such as w14:glow
        found[_KEY + name] = _EFFECT
    elif name not in _SILENT[kind]:
        found[_KEY + name] = code if matters(element.get(W + "val", "")) else ""


def noted(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(code, setting) of what is not printed, after the cascade."""
    return tuple((code, key.removeprefix(_KEY)) for key, code in found.items() if key.startswith(_KEY) and code)


def settings(kind: str, elements: Sequence[Element | None]) -> Iterator[tuple[str, str]]:
    """(code, setting) of what these property elements, the weakest first, hold and the press does not print."""
    found: dict[str, Any] = {}
    for element in elements:
        for child in element.iterchildren(etree.Element) if element is not None else ():
            note(found, kind, child)
    yield from noted(found)
