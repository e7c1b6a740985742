"""Paragraphs (ECMA-376-1, 17.3.1): their settings, their numbers, and frames around some of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from docgen.errors import WordPlace
from docgen.printing.reading import floating, unprinted, values
from docgen.printing.reading.formats import is_known_format
from docgen.printing.reading.inlines import Story
from docgen.printing.reading.numbering import Level
from docgen.printing.reading.properties import Set
from docgen.printing.reading.source import INKLESS, Counter, Source, Surroundings, local
from docgen.printing.reading.styles import Style
from docgen.printing.reading.symbols import is_symbol_font, readable
from docgen.printing.reading.tree import Block, Float, Label, Look, Paragraph, Shape, Text, TextBox
from docgen.printing.reading.values import Element, W, twips

_PPR, _RPR, _T = W + "pPr", W + "rPr", W + "t"
Frame = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Framed:
    """A paragraph with w:framePr, until its neighbours in the same frame are known."""

    paragraph: Paragraph
    frame: Frame


def read_paragraph(
    element: Element, story: Story, counter: Counter, around: Surroundings, into: list[Block | Framed]
) -> None:
    """One w:p (17.3.1.22); none where it joins the next."""
    source, styles = story.source, story.source.styles
    settings = next(iter(element), None)
    if settings is not None and settings.tag != _PPR:
        settings = element.find(_PPR)
    place = counter.paragraph("".join([words.text or "" for words in element.iter(_T)]).strip()[:30])
    direct = styles.paragraph(settings)
    style = styles.style(direct.get("style", ""), "paragraph")
    _refuse(direct, style, source, place)

    mark_direct = styles.character(None if settings is None else settings.find(_RPR))
    if "style" in mark_direct:
        mark_direct = styles.kept({name: value for name, value in mark_direct.items() if name != "style"})
    mark = styles.look(style, around.character, mark_direct)
    if "deleted" in mark_direct or "inserted" in mark_direct:
        source.tell("print.revisions", place)

    inlines = story.inlines(element, style, around, place)
    hidden = styles.is_hidden(style, mark_direct)
    if ("deleted" in mark_direct or hidden) and _is_followed(element):
        story.carried = inlines
        return

    level, list_id, number = _level(direct, style, source)
    first = next((inline.look for inline in inlines if type(inline) is Text), mark)
    shape = source.shape(style, around, level.paragraph if level else _NOTHING, direct, first.size + first.spacing)
    if shape.unprinted:
        source.tell_unprinted(shape.unprinted, place)
    label = _label(level, (list_id, number), mark, source, place) if level else None
    if hidden and not inlines and not label:
        return
    paragraph = Paragraph(tuple(inlines), shape, mark, place, label)
    frame = direct.get("frame", style.paragraph.get("frame"))
    into.append(Framed(paragraph, frame) if frame else paragraph)


_NOTHING: Set = {}


def _refuse(direct: Set, style: Style, source: Source, place: WordPlace) -> None:
    for said in (direct, style.paragraph):
        if said.get("bidi"):
            source.refuse("print.right_to_left", place)
            return
        if said.get("direction", "lrTb") not in ("lrTb", "tb", "lrTbV", ""):
            source.refuse("print.vertical_text", place)
            return


def _is_followed(element: Element) -> bool:
    """Whether a paragraph comes next, which can take in what this one holds (17.13.5.15, 17.3.2.41)."""
    following = element.getnext()
    while following is not None and (not local(following) or local(following) in INKLESS):
        following = following.getnext()
    return following is not None and following.tag == W + "p"


# Numbers


def _level(direct: Set, style: Style, source: Source) -> tuple[Level | None, str, int]:
    """The list and level of a paragraph: its own, with gaps filled by its style's."""
    own, styled = direct.get("numbering"), style.numbering
    if own is None and styled is None:
        return None, "", 0
    list_id = (own and own[0]) or (styled and styled[0]) or ""
    if list_id in ("", "0"):
        return None, "", 0
    written = (own and own[1]) or (styled[1] if styled and not (own and own[0]) else "")
    if written:
        number = min(max(int(values.number(written)), 0), 8)
    else:
        number = 0 if own and own[0] else source.numbering.level_of_style(list_id, style.id)
    return source.numbering.level(list_id, number), list_id, number


def _label(level: Level, at: tuple[str, int], mark: Look, source: Source, place: WordPlace) -> Label:
    """The words before a numbered paragraph, with the level's settings over those of the paragraph mark (17.9.24)."""
    words = source.numbering.next(*at)
    if not is_known_format(level.format):
        source.refuse("print.number_format", place, format=level.format)
    if level.pictured:
        source.tell("print.picture_bullet", place)
        words = "•"
    character = level.character
    source.tell_unprinted(unprinted.noted(character), place)
    if character.get("hidden"):
        source.tell("print.hidden", place)
    if level.legacy:
        source.tell("print.setting", place, setting="legacy")
    changed: dict[str, Any] = {name: character[name] for name in _OF_LABELS if name in character}
    changed |= _fonts(character, mark, source)
    if "hint" in character:
        changed["hint_east_asia"] = character["hint"] == "eastAsia"
    if "caps" in character or "small_caps" in character:
        changed["caps"] = "all" if character.get("caps") else "small" if character.get("small_caps") else ""
    if "strike" in character or "double_strike" in character:
        changed["strike"] = "double" if character.get("double_strike") else "single" if character.get("strike") else ""
    if "highlight" in character or "background" in character:
        changed["background"] = character.get("highlight") or character.get("background", "")
    symbols = changed.get("ascii", mark.ascii)
    if is_symbol_font(symbols):  # a bullet, once it is a Unicode character, is looked up in the text's own font
        changed["hansi"] = ""
        changed["ascii"] = mark.ascii if not is_symbol_font(mark.ascii) else "Times New Roman"
    if not level.pictured:
        words = readable(symbols, words)
    look = replace(mark, **changed) if changed else mark
    return Label("" if character.get("hidden") else words, look, level.suffix, level.alignment, at[1], at[0])


def _fonts(character: Set, mark: Look, source: Source) -> dict[str, Any]:
    """The fonts that a level names; one that names letters alone means all of them."""
    named = {}
    for key, slot in (("font_ascii", "ascii"), ("font_hansi", "hansi"), ("font_east_asia", "east_asia")):
        kind, name = character.get(key, ("", ""))
        if found := source.styles.theme.fonts.get(name, "") if kind == "theme" else name:
            named[slot] = found
    if "ascii" in named or "hansi" in named:
        same = named.get("hansi", "") == named.get("ascii", mark.ascii)
        named["hansi"] = "" if same else named.get("hansi", "")
    return named


#: Settings of a level that go over those of the mark as they are.
_OF_LABELS = ("size", "bold", "italic", "colour", "spacing", "position", "underline", "underline_colour", "scale",
              "emphasis", "vertical")  # fmt: skip


# Frames


def framed(blocks: Sequence[Block | Framed]) -> tuple[Block, ...]:
    """Neighbours with the same frame stand in it together (17.3.1.11)."""
    if not any(type(block) is Framed for block in blocks):
        return cast("tuple[Block, ...]", tuple(blocks))
    done: list[Block] = []
    together: list[Paragraph] = []
    frame: Frame = ()
    for block in [*blocks, None]:
        if together and not (isinstance(block, Framed) and block.frame == frame):
            done.append(_frame(dict(frame), tuple(together)))
            together = []
        if isinstance(block, Framed):
            together.append(block.paragraph)
            frame = block.frame
        elif block is not None:
            done.append(block)
    return tuple(done)


def _frame(said: Mapping[str, str], paragraphs: tuple[Paragraph, ...]) -> Float:
    """A frame, or a drop cap, as a box without lines. A width of 0 is that of the words."""
    height = twips(said.get("h"))
    box = TextBox(
        tuple(replace(paragraph, shape=_inside(paragraph.shape)) for paragraph in paragraphs),
        max(twips(said.get("w")), 0.0),
        abs(height),
        (0.0, 0.0, 0.0, 0.0),
        grows=said.get("hRule", "atLeast") != "exact" or not height,
    )
    return floating.frame(box, said)


def _inside(shape: Shape) -> Shape:
    """A paragraph in a frame keeps nothing with what stands outside."""
    return replace(shape, keep_next=False, page_break_before=False) if shape.keep_next else shape
