"""The structure of the text: tags of paragraphs and lists, and the entries of the outline."""

from __future__ import annotations

from docgen.printing.reading.tree import Paragraph, Ruby, Tab, Text
from docgen.printing.setting.stacks.items import Standing
from docgen.printing.sheet import Canvas, Heading, Tag


def tags(root: Tag | None, standing: Standing) -> tuple[Tag | None, Tag | None]:
    """The tags of the words of a paragraph and of its label, made when it is put for the first time, so that they stand
    in reading order (ISO 32000-1, 14.8.4.3); the same ones where it goes on, on another page. `root`: of the text."""
    if standing.under and root is not None:
        root = standing.under()
    if root is None:
        return None, None
    if standing.tag is not None:
        return standing.tag, None
    level, label = standing.paragraph.shape.level, standing.paragraph.label
    label_tag = None
    if level is not None:
        made = label_tag = root.child(f"H{min(level + 1, 6)}")
    elif standing.paragraph.shape.title:
        made = label_tag = root.child("Title")
    elif label is None:
        made = root.child("P")
    else:
        item = _list(root, label.level).child("LI")
        label_tag = item.child("Lbl")
        made = item.child("LBody")
    standing.tag = made
    return made, label_tag


def heading(canvas: Canvas, standing: Standing, y: float) -> None:
    """Note an entry of the outline, once: a repeated head says it again."""
    standing.listed = True
    title = " ".join(words(standing.paragraph).split())
    if title:
        canvas.headings.append(Heading(standing.paragraph.shape.level or 0, title, canvas.number, y))


def _list(root: Tag, level: int) -> Tag:
    """The list that an item of that level goes on with, or a new one; a deeper one stands in the last item."""
    around = root
    while True:
        last = around.children[-1] if around.children else None
        if last is None or last.kind != "L":
            return around.child("L", level=level)
        if last.level >= level:
            return last
        around = last.children[-1].children[-1]  # its LBody: an LI holds no more than Lbl and LBody (14.8.4.3.3)


def words(paragraph: Paragraph) -> str:
    """What a heading says, its number first."""
    said = [paragraph.label.text, " "] if paragraph.label else []
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            said.append(inline.text)
        elif isinstance(inline, Tab):
            said.append(" ")
        elif isinstance(inline, Ruby):
            said += [base.text for base in inline.base if isinstance(base, Text)]
    return "".join(said)
