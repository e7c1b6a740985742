"""Where the words of a Word file stand, counted as `WordPlace` counts, and by another hand than that of docgen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.studio.corpus.editing import W
from tests.wordfile.builders import contents

Numbers = tuple[int | None, ...]  # paragraph, table, row, cell
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHOWN = (W + "t", W + "instrText")


def words_at(word_file: bytes, part: str) -> dict[Numbers, str]:
    """The words of each paragraph of a part. A text box counts once, though Word writes it twice."""
    parts = contents(word_file)
    if part not in parts:
        return {}
    tree = etree.fromstring(parts[part])
    etree.strip_elements(tree, _AGAIN)
    return dict(_paragraphs(tree))


def _paragraphs(tree: etree._Element) -> Iterator[tuple[Numbers, str]]:
    counted: Counter[tuple[int | None, ...]] = Counter()
    for paragraph in tree.iter(W + "p"):
        cell = next(paragraph.iterancestors(W + "tc"), None)
        around: tuple[int | None, ...] = (None, None, None)
        if cell is not None:
            row = next(cell.iterancestors(W + "tr"))
            table = next(row.iterancestors(W + "tbl"))
            around = (
                1 + list(tree.iter(W + "tbl")).index(table),
                1 + [each for each in table.iter(W + "tr") if _owner(each, "tbl") is table].index(row),
                1 + [each for each in row.iter(W + "tc") if _owner(each, "tr") is row].index(cell),
            )
        counted[around] += 1
        own = (each for each in paragraph.iter(*_SHOWN) if _owner(each, "p") is paragraph)
        yield (counted[around], *around), "".join(each.text or "" for each in own)


def _owner(element: etree._Element, name: str) -> etree._Element:
    return next(element.iterancestors(W + name))
