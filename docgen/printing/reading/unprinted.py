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
_EFFECT, _OTHER, _REVISED = "print.text_effect", "print.setting", "print.revisions"
_BEYOND = "print.beyond_word"
_LONGEST = 24  # characters of an absurd number that are told


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
        "shadow": (_EFFECT, _on), "outline": (_EFFECT, _on), "emboss": (_EFFECT, _on), "imprint": (_EFFECT, _on),
        "effect": (_EFFECT, _is_not("", "none")),
        "fitText": ("print.fitted_text", _always), "eastAsianLayout": ("print.two_in_one", _always),
        "rtl": (_OTHER, _on), "cs": (_OTHER, _on), "rPrChange": (_REVISED, _always),
    },
    "pPr": {  # 17.3.1
        "mirrorIndents": (_OTHER, _on),
        "pPrChange": (_REVISED, _always),
    },
    "tblPr": {"bidiVisual": (_OTHER, _on), "tblPrChange": (_REVISED, _always)},  # 17.4.59
    "tblPrEx": {"tblPrExChange": (_REVISED, _always)},  # 17.4.61
    "trPr": {"trPrChange": (_REVISED, _always), "ins": (_REVISED, _always)},  # 17.4.81
    "tcPr": {"tcPrChange": (_REVISED, _always), "cellIns": (_REVISED, _always), "cellMerge": (_REVISED, _always)},
    "tcBorders": {},  # 17.4.66
    "sectPr": {"sectPrChange": (_REVISED, _always), "noEndnote": (_OTHER, _on)},  # 17.6.17
}  # fmt: skip

#: By property element: settings that are read elsewhere, or leave no mark on paper.
_SILENT: Mapping[str, frozenset[str]] = {
    "rPr": frozenset((
        "bCs", "iCs", "szCs", "noProof", "webHidden", "specVanish", "oMath",
    )),
    "pPr": frozenset((
        "rPr", "sectPr", "suppressAutoHyphens", "adjustRightInd",
        "suppressOverlap", "textboxTightWrap", "divId", "cnfStyle",
    )),
    "tblPr": frozenset((
        "tblStyle", "tblpPr", "tblOverlap", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblInd",
        "tblBorders", "shd", "tblLayout", "tblCellMar", "tblCellSpacing", "tblLook", "tblCaption", "tblDescription",
    )),
    "trPr": frozenset((
        "cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight", "tblHeader",
        "tblCellSpacing", "jc", "hidden", "del",
    )),
    # Word writes the width and the layout of the table with each exception again.
    "tblPrEx": frozenset(("tblBorders", "shd", "tblCellMar", "tblW", "tblLayout", "tblLook")),
    "tcPr": frozenset((
        "cnfStyle", "tcW", "gridSpan", "vMerge", "hMerge", "tcFitText",
        "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign",
        "hideMark", "headers", "cellDel",
    )),
    "sectPr": frozenset((
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "pgBorders",
        "lnNumType", "pgNumType", "cols", "vAlign", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
        "paperSrc", "printerSettings", "formProt",
    )),
    "tcBorders": frozenset((
        "top", "bottom", "left", "right", "start", "end", "insideH", "insideV", "tl2br", "tr2bl",
    )),
}  # fmt: skip

#: Of w14: forms of letters and figures that a font may have, and a plain font has not.
_REFINEMENTS = frozenset(
    ("ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts", "conflictIns", "conflictDel")
)


_PLAIN = {"textFill": "}solidFill"}


def note(found: dict[str, Any], kind: str, element: Element) -> None:
    """Remember in what `element` sets that the press does not print it; a later "off" takes that back."""
    name = element.tag.rpartition("}")[2]
    code, matters = _TOLD[kind].get(name, (_OTHER, _always))
    if not element.tag.startswith(W):  # effects of later releases of Word, such as w14:glow
        if kind != "rPr":
            found[_KEY + name] = _OTHER
        elif name not in _REFINEMENTS:
            plain = _PLAIN.get(name, "}noFill")  # Word writes an even colour of letters as w:color, too
            found[_KEY + name] = "" if any(str(child.tag).endswith(plain) for child in element) else _EFFECT
    elif name not in _SILENT[kind]:
        found[_KEY + name] = code if matters(element.get(W + "val", "")) else ""


def note_pattern(found: dict[str, Any], pattern: str) -> None:
    """Stripes and crosses behind words (ST_Shd, 17.18.78) are printed as one even colour."""
    found[_KEY + "shd"] = "print.shading_pattern" if is_striped(pattern) else ""


def is_shadowed(edge: Element) -> bool:
    """Borders with a shadow, or thick at the far sides (17.3.4, w:shadow, w:frame), are printed as plain lines."""
    return any(_on(edge.get(W + name, "0")) for name in ("shadow", "frame"))


def is_striped(pattern: str) -> bool:
    return "tripe" in pattern or "ross" in pattern


def note_named(found: dict[str, Any], name: str, *, on: bool) -> None:
    """A part of a setting that is not printed."""
    found[_KEY + name] = _OTHER if on else ""


def beyond(written: str, used: str) -> str:
    """The code of a value that Word does not allow, with what is written and what was used in its place."""
    return f"{_BEYOND} {''.join(written.split())[:_LONGEST]} {used}"


def note_beyond(found: dict[str, Any], name: str, code: str) -> None:
    """A setting with a value that Word does not allow (`beyond`), or with one that it does ("")."""
    found[_KEY + name] = code


def facts(code: str, name: str) -> tuple[str, dict[str, str]]:
    """The plain code of a setting that is not printed as it is, and what there is to say of it."""
    if code.startswith(_BEYOND):
        code, written, used = code.split(" ", 2)
        return code, {"setting": name, "written": written, "used": used}
    return code, {"setting": name} if code == _OTHER else {}


def fallback(element: Element) -> Iterator[Element]:
    """What a property within mc:AlternateContent says to those who know nothing newer (ECMA-376-3, 9.3)."""
    for branch in element.iterchildren(etree.Element):
        if branch.tag.endswith("}Fallback"):
            yield branch


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
