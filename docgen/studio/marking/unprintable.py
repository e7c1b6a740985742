"""A copy of a Word file without what the press cannot print, so that the rest of it can be looked at.

Where something was left out, a paragraph in a frame says what it was; words that stood in it, in a text box say, follow
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from lxml import etree

from docgen.errors import Finding
from docgen.letters.request import Language
from docgen.studio.marking.opened import MC, Opened, W
from docgen.studio.marking.spots import Spots

_OWN_LINKS = "HYPERLINK"  # what leads to an address is always printable
_PICTURES = ("{*}pic", "{*}imagedata")
_WIDEST = 31_680  # twips; the widest paper that Word knows
_DEEPEST = 8  # tables within tables that are shown as such
_LOST = "?"  # for a character that no font has
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_NAMES = {
    "print.text_box": ("文本框", "text box"),
    "print.drawing": ("图形", "graphic"),
    "print.picture": ("图片", "picture"),
    "print.shape": ("形状", "shape"),
    "print.group": ("组合图形", "group of shapes"),
    "print.chart": ("图表", "chart"),
    "print.smart_art": ("SmartArt", "SmartArt"),
    "print.ink": ("墨迹", "ink"),
    "print.word_art": ("艺术字", "WordArt"),
    "print.control": ("窗体控件", "form control"),
    "print.object": ("嵌入对象", "embedded object"),
    "print.equation": ("公式", "equation"),
    "print.eq_field": ("EQ 域", "EQ field"),
    "print.field_empty": ("域", "field"),
    "print.note_in_note": ("注释中的注释", "note within a note"),
    "print.note_missing": ("缺失的注释", "missing note"),
    "print.symbol": ("符号", "symbol"),
    "glyph.missing": ("缺字", "missing character"),
    "print.right_to_left": ("从右向左的文字", "right-to-left text"),
    "print.vertical_text": ("竖排文字", "vertical text"),
    "print.number_format": ("编号格式", "number format"),
    "print.line_numbers": ("行号", "line numbers"),
    "print.art_border": ("艺术型页面边框", "art border"),
    "print.nested_too_deep": ("层层嵌套的内容", "deeply nested content"),
    "print.unknown": ("无法识别的内容", "unknown content"),
}
_SAID = {Language.ZH: "〔此处有{what}，无法打印〕", Language.EN: "[Here: {what}; it cannot be printed]"}


def left_out(opened: Opened, faults: Sequence[Finding], language: Language) -> bool:
    """Take out what these are about; False where nothing could be."""
    spots = Spots(opened)
    placed = [(fault, spots.find(fault, by_press=True)) for fault in faults]  # all of them before anything moves
    is_changed = False
    for fault, spot in placed:
        code = "print.picture" if fault.code.startswith("print.picture_") else fault.code
        take_out = _WAYS.get(code)
        if take_out is None:
            continue
        parts = [spot.part] if spot else list(opened.running_text)
        scopes = [spot.paragraph] if spot else [opened.tree(part) for part in parts]
        taken = [removed for scope in scopes for removed in take_out(scope, fault, opened)]
        if not taken and spot:  # it is not where it was told: in a row, in a section, in a style
            parts = list(opened.running_text)
            taken = [removed for part in parts for removed in take_out(opened.tree(part), fault, opened)]
        if taken:
            is_changed = True
            if spot and spot.paragraph.getparent() is not None:
                zh, en = _NAMES[code]
                what = f"{zh if language is Language.ZH else en}{_detail(fault)}"
                _frame(spot.paragraph, _SAID[language].format(what=what), [box for box in taken if _has_words(box)])
            for part in parts:
                opened.changed(part)
    return is_changed


def _detail(fault: Finding) -> str:
    """Its own name; in plain letters, which every font has."""
    named = (fault.facts.get(name, "") for name in ("name", "code_point", "field", "element"))
    return next((f" {name[:60]}" for name in named if name and name.isascii()), "")


def _frame(paragraph: etree._Element, said: str, boxes: Iterable[etree._Element]) -> None:
    """A paragraph with lines around it behind this one, and behind it the paragraphs of what was taken out."""
    framed = etree.Element(W + "p")
    settings = etree.SubElement(framed, W + "pPr")
    borders = etree.SubElement(settings, W + "pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = {"val": "dashed", "sz": "6", "space": "2", "color": "7F7F7F"}
        etree.SubElement(borders, W + side, {W + key: value for key, value in line.items()})
    run = etree.SubElement(framed, W + "r")
    look = etree.SubElement(run, W + "rPr")
    etree.SubElement(look, W + "color", {W + "val": "595959"})
    etree.SubElement(look, W + "sz", {W + "val": "18"})
    etree.SubElement(run, W + "t").text = said
    paragraph.addnext(framed)
    for box in boxes:
        content = next(box.iter(W + "txbxContent"))
        for child in reversed(content):
            framed.addnext(child)


def _has_words(element: etree._Element) -> bool:
    return next(element.iter(W + "txbxContent"), None) is not None


# -- ways of taking something out, within an element, of which a finding tells: they return what was taken or changed


_Way = Callable[[etree._Element, Finding, Opened], list[etree._Element]]


def _drawings(scope: etree._Element, fault: Finding, _: Opened) -> list[etree._Element]:
    """Pictures, or everything drawn that is none; what stands twice, for older programs, with both copies."""
    found = [
        element
        for element in scope.iter(W + "drawing", W + "pict", W + "object")
        if next(element.iterancestors(W + "drawing", W + "pict"), None) is None
    ]
    pictures = [element for element in found if next(element.iter(*_PICTURES), None) is not None]
    if fault.code.startswith("print.picture_"):
        chosen = pictures
    else:
        chosen = [element for element in found if element not in pictures] or found
    whole = [next(element.iterancestors(MC + "AlternateContent"), element) for element in chosen]
    return _removed(dict.fromkeys(whole))


def _named(*names: str) -> _Way:
    """Elements of these names, in any vocabulary."""
    return lambda scope, _, __: _removed(list(scope.iter(*(f"{{*}}{name}" for name in names))))


def _unknown(scope: etree._Element, fault: Finding, _: Opened) -> list[etree._Element]:
    return _removed(list(scope.iter(f"{{*}}{fault.facts['element']}"))) if fault.facts.get("element") else []


def _fields(scope: etree._Element, fault: Finding, _: Opened) -> list[etree._Element]:
    """Fields become what they show, if anything; page fields and links with them, but not the numbers of places."""
    kept = [simple for simple in scope.iter(W + "fldSimple") if _OWN_LINKS in simple.get(W + "instr", "")]
    taken = list(scope.iter(W + "fldChar", W + "instrText", f"{{*}}{fault.facts.get('field') or 'fldData'}"))
    for simple in list(scope.iter(W + "fldSimple")):
        if simple not in kept:
            for child in list(simple):
                simple.addprevious(child)
            taken.append(simple)
    return _removed(taken)


def _symbols(scope: etree._Element, _: Finding, __: Opened) -> list[etree._Element]:
    taken = list(scope.iter(W + "sym"))
    for symbol in taken:
        text = etree.Element(W + "t")
        text.text = _LOST
        symbol.addprevious(text)
    fonts = [settings for settings in scope.iter(W + "rFonts") if settings.get(W + "ascii", "") not in ("", "Arial")]
    return _removed([*taken, *fonts])


def _characters(scope: etree._Element, fault: Finding, _: Opened) -> list[etree._Element]:
    lost = fault.facts.get("character", "")
    return _without(scope, re.compile(re.escape(lost))) if lost else []


def _without(scope: etree._Element, characters: re.Pattern[str]) -> list[etree._Element]:
    found = [text for text in scope.iter(W + "t") if characters.search(text.text or "")]
    for text in found:
        text.text = characters.sub(_LOST, text.text or "")
    return found


def _right_to_left(scope: etree._Element, _: Finding, opened: Opened) -> list[etree._Element]:
    turned = list(scope.iter(W + "dir", W + "bdo"))
    for element in turned:
        for child in list(element):
            element.addprevious(child)
    return _everywhere(opened, scope, "bidi", "rtl", "rtlGutter") + _removed(turned) + _without(scope, _RIGHT_TO_LEFT)


def _vertical(scope: etree._Element, _: Finding, opened: Opened) -> list[etree._Element]:
    boxes = [box for box in scope.iter("{*}bodyPr") if box.attrib.pop("vert", "")]
    flows = [box for box in scope.iter("{*}textbox") if box.attrib.pop("style", "")]
    return _everywhere(opened, scope, "textDirection") + boxes + flows


def _nesting(scope: etree._Element, _: Finding, __: Opened) -> list[etree._Element]:
    """What stands very deep in each other, laid side by side: content controls, insertions, tables within tables."""
    taken = []
    for wrap in list(scope.iter(W + "sdt", W + "ins")):
        held = wrap.find(W + "sdtContent") if wrap.tag == W + "sdt" else wrap
        taken.append((wrap, list(held) if held is not None else []))
    for table in list(scope.iter(W + "tbl")):
        if sum(1 for _ in table.iterancestors(W + "tbl")) > _DEEPEST:
            taken.append((table, [paragraph for paragraph in table.iter(W + "p") if _is_of(paragraph, table)]))
    for wrap, held_there in taken:
        for element in held_there:
            wrap.addprevious(element)
    return _removed(wrap for wrap, _ in taken)


def _is_of(paragraph: etree._Element, table: etree._Element) -> bool:
    return next(paragraph.iterancestors(W + "tbl")) is table


def _sections(*names: str) -> _Way:
    def take_out(_: etree._Element, __: Finding, opened: Opened) -> list[etree._Element]:
        return _everywhere(opened, opened.tree(opened.document), *names)

    return take_out


def _number_formats(_: etree._Element, fault: Finding, opened: Opened) -> list[etree._Element]:
    """Plain figures in place of what nobody can count in."""
    changed = []
    for part in (
        opened.document,
        *(name for kind in ("numbering", "settings") for name in opened.package.related(kind)),
    ):
        for element in opened.tree(part).iter(W + "numFmt", W + "pgNumType"):
            for name in (W + "val", W + "fmt"):
                if fault.facts.get("format") and element.get(name) == fault.facts["format"]:
                    element.set(name, "decimal")
                    opened.changed(part)
                    changed.append(element)
    return changed


def _everywhere(opened: Opened, scope: etree._Element, *names: str) -> list[etree._Element]:
    """Settings of these names, in the styles too: what a paragraph does not say, its style may."""
    tags = [W + name for name in names]
    taken = _removed(list(scope.iter(*tags)))
    for part in opened.package.related("styles"):
        if styled := _removed(list(opened.tree(part).iter(*tags))):
            opened.changed(part)
            taken += styled
    return taken


def _removed(elements: Iterable[etree._Element]) -> list[etree._Element]:
    found = []
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
            found.append(element)
    return found


_WAYS: dict[str, _Way] = {
    **dict.fromkeys(
        (
            *("print.picture", "print.text_box", "print.drawing", "print.shape", "print.group", "print.chart"),
            *("print.smart_art", "print.ink", "print.word_art", "print.control", "print.object"),
        ),
        _drawings,
    ),
    "print.equation": _named("oMathPara", "oMath"),
    "print.note_in_note": _named("footnoteReference", "endnoteReference"),
    "print.note_missing": _named("footnoteReference", "endnoteReference"),
    "print.unknown": _unknown,
    "print.eq_field": _fields,
    "print.field_empty": _fields,
    "print.symbol": _symbols,
    "glyph.missing": _characters,
    "print.right_to_left": _right_to_left,
    "print.vertical_text": _vertical,
    "print.nested_too_deep": _nesting,
    "print.number_format": _number_formats,
    "print.line_numbers": _sections("lnNumType"),
    "print.art_border": _sections("pgBorders"),
}


# -- pages


def widened(opened: Opened) -> bool:
    """Make the paper of the text as wide as its widest table; False where no table is wider."""
    tree = opened.tree(opened.document)
    widest = max((sum(_widths(table)) for table in tree.iter(W + "tbl")), default=0)
    changed = False
    for section in tree.iter(W + "sectPr"):
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        if size is None or margins is None:
            continue
        left, right = (_number(margins, side) for side in ("left", "right"))
        needed = min(max(left, 0) + widest + max(right, 0), _WIDEST)
        if needed > _number(size, "w"):
            size.set(W + "w", str(needed))
            changed = True
    if changed:
        opened.changed(opened.document)
    return changed


def _widths(table: etree._Element) -> Iterator[int]:
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        yield max(_number(column, "w"), 0)


def _number(element: etree._Element, name: str) -> int:
    written = element.get(W + name, "")
    return int(written) if re.fullmatch(r"-?[0-9]{1,6}", written) else 0
