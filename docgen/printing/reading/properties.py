"""Read one property element (w:rPr, w:pPr, w:tcPr …) into what it sets, and nothing that it does not.

A `Set` holds only what is written; merging two of them is `{**lower, **higher}`. The cascade over
documents, tables, styles, numbering and direct settings is in `styles`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from docgen.printing.reading import unprinted
from docgen.printing.reading.tree import Lines, TabStop
from docgen.printing.reading.values import (
    Element,
    W,
    attribute,
    border,
    borders,
    children,
    colour,
    is_beyond,
    is_on,
    number,
    shading,
    twips,
)

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

Set = dict[str, Any]

#: Properties of which styles of different kinds cancel each other out (17.7.3).
TOGGLES = ("bold", "italic", "caps", "small_caps", "strike", "hidden")

_HIGHLIGHTS = {  # ST_HighlightColor, 17.18.40
    "black": "#000000", "blue": "#0000ff", "cyan": "#00ffff", "green": "#00ff00", "magenta": "#ff00ff",
    "red": "#ff0000", "yellow": "#ffff00", "white": "#ffffff", "darkBlue": "#00008b", "darkCyan": "#008b8b",
    "darkGreen": "#006400", "darkMagenta": "#800080", "darkRed": "#8b0000", "darkYellow": "#808000",
    "darkGray": "#a9a9a9", "lightGray": "#d3d3d3", "none": "",
}  # fmt: skip

BRACKETS = {"round": ("(", ")"), "square": ("[", "]"), "angle": ("<", ">"), "curly": ("{", "}")}
_UNDERLINES = frozenset((  # ST_Underline, 17.18.99
    "single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy", "dashLong", "dashLongHeavy",
    "dotDash", "dashDotHeavy", "dotDotDash", "dashDotDotHeavy", "wave", "wavyHeavy", "wavyDouble",
))  # fmt: skip
_ALIGNMENTS = {  # ST_Jc, 17.18.44; justification by lengthened letters is for Arabic
    "start": "left", "end": "right", "numTab": "left", "mediumKashida": "both", "highKashida": "both",
    "lowKashida": "both", "thaiDistribute": "both",
}  # fmt: skip

Written = tuple[Any, ...]


def written(element: Element) -> Written:
    """What an element says, as a key: the same for elements that say the same."""
    return tuple(
        (child.tag, *child.items(), written(child)) if len(child) else (child.tag, *child.items()) for child in element
    )


def character(element: Element | None) -> Set:
    """w:rPr (17.3.2.28)."""
    return _read(element, "rPr", _CHARACTER)


def paragraph(element: Element | None) -> Set:
    """w:pPr (17.3.1.26), but for w:rPr, w:sectPr and w:numPr."""
    return _read(element, "pPr", _PARAGRAPH)


def _read(element: Element | None, kind: str, readers: Mapping[str, Callable[[Set, Element], None]]) -> Set:
    found: Set = {}
    for child in element.iterchildren(etree.Element) if element is not None else ():
        if child.tag == MC + "AlternateContent":
            for branch in unprinted.fallback(child):
                found.update(_read(branch, kind, readers))
        elif child.tag.startswith(W) and (reader := readers.get(child.tag[len(W) :])):
            reader(found, child)
        else:
            unprinted.note(found, kind, child)
    return found


def _value(key: str) -> Callable[[Set, Element], None]:
    def read(found: Set, element: Element) -> None:
        found[key] = attribute(element, "val")

    return read


def _flag(key: str) -> Callable[[Set, Element], None]:
    def read(found: Set, element: Element) -> None:
        found[key] = is_on(element)

    return read


def _present(key: str) -> Callable[[Set, Element], None]:
    def read(found: Set, element: Element) -> None:  # noqa: ARG001
        found[key] = True

    return read


def _fonts(found: Set, element: Element) -> None:
    """w:rFonts (17.3.2.26): a theme font goes before a plain name in the same place."""
    for slot, key in (("ascii", "ascii"), ("hAnsi", "hansi"), ("eastAsia", "east_asia")):
        if theme := attribute(element, "eastAsiaTheme" if slot == "eastAsia" else slot + "Theme"):
            found["font_" + key] = ("theme", theme)
        elif name := attribute(element, slot):
            found["font_" + key] = ("name", name)
    if hint := attribute(element, "hint"):
        found["hint"] = hint


_LARGEST = 1638.0  # points: the largest letters that Word has


def _size(found: Set, element: Element) -> None:
    written = attribute(element, "val")
    size = found["size"] = min(max(number(written, 20) / 2, 1.0), _LARGEST)
    absurd = is_beyond(written, 2, 2 * _LARGEST)
    unprinted.note_beyond(found, "sz", unprinted.beyond(written, f"{2 * size:g} ({size:g} pt)") if absurd else "")


def _underline(found: Set, element: Element) -> None:
    kind = attribute(element, "val", "single")
    found["underline"] = "" if kind == "none" else kind if kind in _UNDERLINES else "single"
    found["underline_colour"] = colour(attribute(element, "color"))


def _colour(found: Set, element: Element) -> None:
    found["colour"] = colour(attribute(element, "val"))


def _spacing(found: Set, element: Element) -> None:
    found["spacing"] = min(max(twips(attribute(element, "val")), -1584.0), 1584.0)


def _position(found: Set, element: Element) -> None:
    found["position"] = min(max(number(attribute(element, "val")) / 2, -1584.0), 1584.0)


def _highlight(found: Set, element: Element) -> None:
    found["highlight"] = _HIGHLIGHTS.get(attribute(element, "val"), "")


def _shading(found: Set, element: Element) -> None:
    found["background"] = shading(element)
    unprinted.note_pattern(found, attribute(element, "val"))


def _scale(found: Set, element: Element) -> None:
    """w:w (17.3.2.43): from 1 to 600 per cent; 0 is as good as none."""
    share = number(attribute(element, "val").rstrip("%"), 100.0) / 100
    found["scale"] = min(share, 6.0) if share >= 0.01 else 1.0


def _emphasis(found: Set, element: Element) -> None:
    kind = attribute(element, "val")
    found["emphasis"] = kind if kind in ("dot", "comma", "circle", "underDot") else ""


def _language(found: Set, element: Element) -> None:
    if latin := attribute(element, "val"):
        found["latin_language"] = latin
    if east_asian := attribute(element, "eastAsia"):
        found["east_asian_language"] = east_asian


def _kerning(found: Set, element: Element) -> None:
    """w:kern (17.3.2.19): the size from which pairs are kerned; 0 turns it off."""
    found["kern_from"] = number(attribute(element, "val")) / 2


def _boxed(found: Set, element: Element) -> None:
    found["boxed"] = border(element)
    unprinted.note_named(found, "shadow", on=unprinted.is_shadowed(element))


def _two_in_one(found: Set, element: Element) -> None:
    """w:eastAsianLayout (17.3.2.10): told, but for the brackets that stand around two lines in one (17.18.8)."""
    unprinted.note(found, "rPr", element)
    signs = BRACKETS.get(attribute(element, "combineBrackets"))
    combined = attribute(element, "combine", "0") not in ("0", "false", "off")
    found["brackets"] = (attribute(element, "id"), *signs) if combined and signs else ()


_CHARACTER: Mapping[str, Callable[[Set, Element], None]] = {
    "rFonts": _fonts,
    "rStyle": _value("style"),
    "b": _flag("bold"),
    "i": _flag("italic"),
    "caps": _flag("caps"),
    "smallCaps": _flag("small_caps"),
    "strike": _flag("strike"),
    "dstrike": _flag("double_strike"),
    "vanish": _flag("hidden"),
    "sz": _size,
    "u": _underline,
    "color": _colour,
    "spacing": _spacing,
    "position": _position,
    "vertAlign": _value("vertical"),
    "highlight": _highlight,
    "shd": _shading,
    "lang": _language,
    "bdr": _boxed,
    "kern": _kerning,
    "w": _scale,
    "em": _emphasis,
    "snapToGrid": _flag("snap"),
    "eastAsianLayout": _two_in_one,
    # Of the mark of a paragraph: tracked as inserted, or as deleted, so that the next paragraph joins (17.13.5).
    "ins": _present("inserted"),
    "moveTo": _present("inserted"),
    "del": _present("deleted"),
    "moveFrom": _present("deleted"),
}


def _some(hundredths: str) -> float:
    """Characters or lines, written in hundredths."""
    return min(max(number(hundredths) / 100, -500.0), 500.0)


def _indents(found: Set, element: Element) -> None:
    """w:ind (17.3.1.12). Hanging goes before first-line. Hundredths of a character go before twips, also before those
    that are said closer to the paragraph; only hundredths of 0 take them away."""
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if (chars := element.get(W + name + "Chars")) is not None:
                found[key + "_chars"] = _some(chars)
            if (length := element.get(W + name)) is not None:
                found[key] = twips(length)
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if (chars := element.get(W + name + "Chars")) is not None:
            found["first_chars"] = sign * _some(chars) or found.get("first_chars", 0.0)
        if (length := element.get(W + name)) is not None:
            found["first"] = sign * twips(length)


def _paragraph_spacing(found: Set, element: Element) -> None:
    """w:spacing (17.3.1.33). Hundredths of a line go before twips."""
    for key in ("before", "after"):
        if (length := element.get(W + key)) is not None:
            found[key] = twips(length)
        if (lines := element.get(W + key + "Lines")) is not None:
            found[key + "_lines"] = _some(lines)
        elif length is not None:
            found[key + "_lines"] = 0.0
        if (auto := element.get(W + key + "Autospacing")) is not None:
            found[key + "_auto"] = auto not in ("0", "false", "off")
    if (line := element.get(W + "line")) is not None:
        rule = attribute(element, "lineRule", "auto")
        rule = rule if rule in ("auto", "atLeast", "exact") else "auto"
        value = min(number(line) / 240, 132.0) if rule == "auto" else min(abs(twips(line)), 1584.0)
        found["lines"] = Lines(rule, value) if value > 0 else Lines()


def _tabs(found: Set, element: Element) -> None:
    """w:tabs (17.3.1.38): merged with those of the styles below; "clear" takes one away."""
    stops: dict[float, TabStop] = {}
    for _, child in children(element):
        if len(stops) == 64:  # 17.3.1.38: as many as Word keeps
            break
        position = round(twips(attribute(child, "pos")), 2)
        kind = {"start": "left", "end": "right", "num": "left"}.get(attribute(child, "val"), attribute(child, "val"))
        leader = attribute(child, "leader")
        stops[position] = TabStop(position, kind, "" if leader == "none" else leader)
    found["tabs"] = stops


def _alignment(found: Set, element: Element) -> None:
    kind = attribute(element, "val")
    known = kind if kind in ("left", "right", "center", "both", "distribute") else "left"
    found["align"] = _ALIGNMENTS.get(kind, known)


def _level(found: Set, element: Element) -> None:
    """w:outlineLvl (17.3.1.20): 9 is none."""
    level = int(number(attribute(element, "val"), 9))
    found["level"] = level if 0 <= level <= 8 else None


def _numbered(found: Set, element: Element) -> None:
    """w:numPr (17.3.1.19): (list, level); "" for what it does not say."""
    identity, level = element.find(W + "numId"), element.find(W + "ilvl")
    found["numbering"] = (
        "" if identity is None else attribute(identity, "val"),
        "" if level is None else attribute(level, "val"),
    )


def _frame(found: Set, element: Element) -> None:
    """w:framePr (17.3.1.11), as it is written."""
    found["frame"] = tuple(sorted((str(name).rpartition("}")[2], str(value)) for name, value in element.items()))


def _paragraph_borders(found: Set, element: Element) -> None:
    found["borders"] = borders(element)
    unprinted.note_named(found, "shadow", on=any(unprinted.is_shadowed(edge) for _, edge in children(element)))
    unprinted.note_named(found, "bar", on=bool(found["borders"].get("bar")))  # between the pages of a book (17.3.1.4)


_PARAGRAPH: Mapping[str, Callable[[Set, Element], None]] = {
    "pStyle": _value("style"),
    "jc": _alignment,
    "ind": _indents,
    "spacing": _paragraph_spacing,
    "tabs": _tabs,
    "pBdr": _paragraph_borders,
    "shd": _shading,
    "keepNext": _flag("keep_next"),
    "keepLines": _flag("keep_lines"),
    "pageBreakBefore": _flag("page_break_before"),
    "widowControl": _flag("widow_control"),
    "contextualSpacing": _flag("contextual"),
    "snapToGrid": _flag("snap"),
    "autoSpaceDE": _flag("space_letters"),
    "autoSpaceDN": _flag("space_digits"),
    "kinsoku": _flag("kinsoku"),
    "wordWrap": _flag("word_wrap"),
    "overflowPunct": _flag("hanging"),
    "topLinePunct": _flag("top_line_punctuation"),
    "textAlignment": _value("text_alignment"),
    "outlineLvl": _level,
    "suppressLineNumbers": _flag("no_line_numbers"),
    "numPr": _numbered,
    "framePr": _frame,
    "bidi": _flag("bidi"),
    "textDirection": _value("direction"),
}


def merged(lower: Set, higher: Set) -> Set:
    """`higher` over `lower`; tab stops and borders join, edge by edge and stop by stop."""
    result = {**lower, **higher}
    for joined in ("tabs", "borders"):
        if joined in lower and joined in higher:
            result[joined] = {**lower[joined], **higher[joined]}
    return result
