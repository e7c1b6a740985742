"""A place in a Word file, for somebody who has the file open in Word: the words to look for come first, counts last."""

from __future__ import annotations

import re

from docgen.errors import WordPlace

_PARTS = {
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
    "footnotes": ("脚注", "footnotes"),
    "endnotes": ("尾注", "endnotes"),
    "core": ("文件属性", "document properties"),
    "app": ("文件属性", "document properties"),
    "custom": ("文件属性", "document properties"),
    "styles": ("样式", "styles"),
    "numbering": ("编号", "numbering"),
    "settings": ("设置", "settings"),
}
# A header or footer has words of its own for the pages that it is on; one for all pages needs none.
_PAGES = {"first": ("首页", "first page’s "), "even": ("偶数页", "even pages’ ")}
_STEM = re.compile(r"([a-z]+)\d*\.xml$")
_MOST_WORDS = 90


def place_in_words(place: WordPlace, language: str) -> str:
    """Such as "zh/demand_letter.docx，“请{{ you }}于……”处（表1第2行第3格第1段）："; empty where nothing is known.

    The paragraph's number counts the body as Word shows it, without the paragraphs of tables; it stands last, because
    Word does not show it.
    """
    zh = language == "zh"
    words = _shortened(place.around or place.words)
    stem = _STEM.search(place.part)
    part = _PARTS.get(stem[1], ("", ""))[0 if zh else 1] if stem else ""
    part = _told_apart(place, part, zh)
    counts = _counts(place, zh)
    if zh:
        named = "，".join(filter(None, (place.file, part, f"“{words}”处" if words else "")))
        return f"{named}{f'（{counts}）' if counts else ''}：" if named or counts else ""
    named = ", ".join(filter(None, (place.file, part, f"at “{words}”" if words else "")))
    inner = f" ({counts})" if named and counts else counts
    return f"{named}{inner}: " if named or counts else ""


def _told_apart(place: WordPlace, part: str, zh: bool) -> str:
    """Which header, which note, and whether it is in a text box."""
    if place.note:
        part = f"{part.removesuffix('s')} {place.note}" if not zh else f"{part}{place.note}"
    elif part and place.pages in _PAGES:
        part = _PAGES[place.pages][0 if zh else 1] + part
    box = ("文本框" if zh else "text box") if place.in_box else ""
    return ("" if zh else ", ").join(filter(None, (part, box)))


def _counts(place: WordPlace, zh: bool) -> str:
    """Table, row, cell and paragraph, as far as they are known."""
    numbers = (place.table, place.row, place.cell, place.paragraph)
    if zh:
        shapes = ("表{}", "第{}行", "第{}格", "第{}段" if place.table else "不计表格第{}段")
        return "".join(shape.format(number) for shape, number in zip(shapes, numbers, strict=True) if number)
    shapes = ("table {}", "row {}", "cell {}", "paragraph {}" if place.table else "paragraph {} outside tables")
    return ", ".join(shape.format(number) for shape, number in zip(shapes, numbers, strict=True) if number)


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
