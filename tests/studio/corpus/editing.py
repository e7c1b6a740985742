"""A shipped template as somebody leaves it in Word or WPS: changes of its XML, one by one.

    edited("zh/demand_letter", retyped("{{ title }}", "｛｛ title ｝｝"), gone("{%p endif %}", nth=2))

A change is told where by words of one paragraph, the nth time that they stand in one (from nought) in the order body,
headers, footers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path

from lxml import etree

from tests.printing.word import NS
from tests.wordfile.builders import contents

TEMPLATES = Path(__file__).parents[3] / "templates"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_W}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = "word/document.xml"
_BY = 'w:id="901" w:author="张律师" w:date="2026-11-20T09:00:00Z"'


class Draft:
    """A Word file that is being changed."""

    def __init__(self, word_file: bytes) -> None:
        self.parts = contents(word_file)
        self._trees: dict[str, etree._Element] = {}

    def tree(self, part: str) -> etree._Element:
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part])
        return self._trees[part]

    @property
    def running(self) -> list[str]:
        """Body, headers, footers."""
        others = sorted(name for name in self.parts if name.startswith(("word/header", "word/footer")))
        return [_DOCUMENT, *sorted(others, key=lambda name: name.startswith("word/footer"))]

    def paragraph(self, words: str, nth: int = 0) -> etree._Element:
        found = [each for name in self.running for each in self.tree(name).iter(W + "p") if words in text_of(each)]
        if len(found) <= nth:
            raise LookupError(f"{words!r} stands in {len(found)} paragraphs")
        return found[nth]

    def add_part(self, kind: str, name: str, xml: str) -> None:
        """A part of the document's: "footnotes", say. xml: what stands in it."""
        self.parts[f"word/{name}.xml"] = f"<w:{kind} {NS}>{xml}</w:{kind}>".encode()
        self.relate(kind, f"{name}.xml")
        override = f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        self.replace("[Content_Types].xml", "</Types>", f"{override}</Types>")

    def relate(self, kind: str, target: str, identity: str = "", mode: str = "") -> None:
        outside = f' TargetMode="{mode}"' if mode else ""
        entry = f'<Relationship Id="{identity or kind}" Type="{_OFFICE}/{kind}" Target="{target}"{outside}/>'
        self.replace("word/_rels/document.xml.rels", "</Relationships>", f"{entry}</Relationships>")

    def replace(self, part: str, old: str, new: str) -> None:
        written = self.parts[part].decode()
        if old not in written:
            raise LookupError(f"{old!r} is not in {part}")
        self.parts[part] = written.replace(old, new, 1).encode()

    def saved(self) -> bytes:
        for name, tree in self._trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return archived(self.parts)


Change = Callable[[Draft], None]


def archived(parts: dict[str, bytes]) -> bytes:
    """A zip of a fixed day: made twice, it is the same file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def shipped(name: str) -> bytes:
    return (TEMPLATES / f"{name}.docx").read_bytes()


def edited(name: str, *changes: Change) -> bytes:
    """The template of this name, "zh/demand_letter", with these changes one after the other."""
    draft = Draft(shipped(name))
    for change in changes:
        change(draft)
    return draft.saved()


def text_of(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in _texts(paragraph))


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    return [each for each in paragraph.iter(W + "t") if next(each.iterancestors(W + "p")) is paragraph]


def _xml(written: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<root {NS}>{written}</root>"))


def _set(text: etree._Element, words: str) -> None:
    text.text = words
    text.set(_SPACE, "preserve")


def _runs_of(draft: Draft, words: str, nth: int) -> list[etree._Element]:
    """The runs that hold these words and no others: Word splits a run wherever somebody marks a part of it."""
    paragraph = draft.paragraph(words, nth)
    start = text_of(paragraph).index(words)
    stop = start + len(words)
    found: list[etree._Element] = []
    at = 0
    for text in _texts(paragraph):
        own = text.text or ""
        first, last = max(start - at, 0), min(stop - at, len(own))
        at += len(own)
        if first >= last:
            continue
        run = text.getparent()
        if last < len(own):
            _split(run, text, last)
        if first > 0:
            run = _split(run, text, first)
        found.append(run)
    return found


def _split(run: etree._Element, text: etree._Element, at: int) -> etree._Element:
    """The run from this character on, as a run of its own behind the first."""
    position = run.index(text)
    rest = deepcopy(run)
    words = text.text or ""
    _set(text, words[:at])
    for child in run[position + 1 :]:
        run.remove(child)
    for child in rest[:position]:
        if child.tag != W + "rPr":
            rest.remove(child)
    _set(next(rest.iterchildren(W + "t")), words[at:])
    run.addnext(rest)
    return rest


def _wrapped(runs: list[etree._Element], name: str) -> etree._Element:
    [holder] = _xml(f"<w:{name} {_BY}/>")
    runs[0].addprevious(holder)
    holder.extend(runs)
    return holder


# What stands in a paragraph


def retyped(old: str, new: str, nth: int = 0) -> Change:
    """These words are typed anew; a line break is Shift+Enter."""

    def change(draft: Draft) -> None:
        first, *others = _runs_of(draft, old, nth)
        for run in others:
            run.getparent().remove(run)
        text = first.find(W + "t")
        lines = new.split("\n")
        _set(text, lines[0])
        for line in lines[1:]:
            broken, more = _xml(f"<w:br/><w:t>{''}</w:t>")
            text.addnext(broken)
            broken.addnext(more)
            _set(more, line)
            text = more

    return change


def formatted(words: str, settings: str, nth: int = 0) -> Change:
    """Only these words get these settings (w:rPr)."""

    def change(draft: Draft) -> None:
        for run in _runs_of(draft, words, nth):
            properties = run.find(W + "rPr")
            if properties is None:
                run.insert(0, properties := etree.Element(W + "rPr"))
            properties.extend(_xml(settings))

    return change


bold = partial(formatted, settings="<w:b/>")
red = partial(formatted, settings='<w:color w:val="FF0000"/>')


def saved_often(words: str, nth: int = 0) -> Change:
    """Each of these words in a run of its own, all formatted alike: so Word keeps count of when each was typed."""

    def change(draft: Draft) -> None:
        for number, word in enumerate(words.split("|")):
            for run in _runs_of(draft, word, nth):
                run.set(W + "rsidR", f"00A{number:05d}")
                run.addprevious(_xml('<w:proofErr w:type="spellStart"/>')[0])
                run.addnext(_xml('<w:proofErr w:type="spellEnd"/>')[0])

    return change


def tracked_in(words: str, nth: int = 0) -> Change:
    """These words were typed with changes tracked, and nobody has accepted them."""

    def change(draft: Draft) -> None:
        _wrapped(_runs_of(draft, words, nth), "ins")

    return change


def tracked_out(words: str, nth: int = 0) -> Change:
    """These words were deleted with changes tracked, and nobody has accepted that."""

    def change(draft: Draft) -> None:
        for text in _wrapped(_runs_of(draft, words, nth), "del").iter(W + "t"):
            text.tag = W + "delText"

    return change


def tracked_for(old: str, new: str, nth: int = 0) -> Change:
    """New words in place of old ones, with changes tracked."""

    def change(draft: Draft) -> None:
        runs = _runs_of(draft, old, nth)
        typed = deepcopy(runs[-1])
        _set(next(typed.iterchildren(W + "t")), new)
        deleted = _wrapped(runs, "del")
        for text in deleted.iter(W + "t"):
            text.tag = W + "delText"
        deleted.addnext(typed)
        _wrapped([typed], "ins")

    return change


def linked(words: str, nth: int = 0) -> Change:
    """Word has made a hyperlink of these words."""

    def change(draft: Draft) -> None:
        runs = _runs_of(draft, words, nth)
        [holder] = _xml('<w:hyperlink w:anchor="_top"/>')
        runs[0].addprevious(holder)
        holder.extend(runs)

    return change


def commented(words: str, remark: str, nth: int = 0) -> Change:
    """A comment at these words."""

    def change(draft: Draft) -> None:
        runs = _runs_of(draft, words, nth)
        runs[0].addprevious(_xml('<w:commentRangeStart w:id="7"/>')[0])
        for each in reversed(_xml('<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')):
            runs[-1].addnext(each)
        said = f"<w:p><w:r><w:t>{remark}</w:t></w:r></w:p>"
        by = _BY.replace("901", "7") + ' w:initials="Z"'
        draft.add_part("comments", "comments", f"<w:comment {by}>{said}</w:comment>")

    return change


def footnoted(words: str, note: str, nth: int = 0) -> Change:
    """A footnote behind these words."""

    def change(draft: Draft) -> None:
        reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
        _runs_of(draft, words, nth)[-1].addnext(_xml(reference)[0])
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in enumerate(("separator", "continuationSeparator"))
        )
        said = f'<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p>'
        draft.add_part("footnotes", "footnotes", f'{lines}<w:footnote w:id="2">{said}</w:footnote>')

    return change


def drawn(words: str, xml: str, nth: int = 0) -> Change:
    """Something is inserted behind these words: a run's content."""
    return lambda draft: _runs_of(draft, words, nth)[-1].addnext(_xml(f"<w:r>{xml}</w:r>")[0])


# Whole paragraphs and rows


def _like(paragraph: etree._Element, words: str) -> etree._Element:
    """A new paragraph in the style of another."""
    made = deepcopy(paragraph)
    for child in list(made):
        if child.tag != W + "pPr":
            made.remove(child)
    [run] = _xml("<w:r><w:t/></w:r>")
    _set(run[0], words)
    made.append(run)
    return made


def after(words: str, *new: str, nth: int = 0, style_of: str = "") -> Change:
    """New paragraphs behind the one with these words, in its style or in that of another."""

    def change(draft: Draft) -> None:
        paragraph = draft.paragraph(words, nth)
        model = draft.paragraph(style_of) if style_of else paragraph
        for line in reversed(new):
            paragraph.addnext(_like(model, line))

    return change


def before(words: str, *new: str, nth: int = 0) -> Change:
    def change(draft: Draft) -> None:
        paragraph = draft.paragraph(words, nth)
        for line in new:
            paragraph.addprevious(_like(paragraph, line))

    return change


def block_after(words: str, xml: str, nth: int = 0) -> Change:
    """A table, or a paragraph with other things than words, behind the paragraph with these words."""

    def change(draft: Draft) -> None:
        for element in reversed(_xml(xml)):
            draft.paragraph(words, nth).addnext(element)

    return change


def gone(words: str, nth: int = 0) -> Change:
    """The paragraph with these words is deleted."""

    def change(draft: Draft) -> None:
        paragraph = draft.paragraph(words, nth)
        paragraph.getparent().remove(paragraph)

    return change


def row_gone(words: str, nth: int = 0) -> Change:
    def change(draft: Draft) -> None:
        row = next(draft.paragraph(words, nth).iterancestors(W + "tr"))
        row.getparent().remove(row)

    return change


def exchanged(one: str, other: str, nth: int = 0, other_nth: int = 0) -> Change:
    """The contents of two paragraphs change places."""

    def change(draft: Draft) -> None:
        first, second = draft.paragraph(one, nth), draft.paragraph(other, other_nth)
        mark = etree.Element("mark")
        first.addprevious(mark)
        second.addprevious(first)
        mark.addprevious(second)
        mark.getparent().remove(mark)

    return change


def rows_exchanged(one: str, other: str, nth: int = 0, other_nth: int = 0) -> Change:
    def change(draft: Draft) -> None:
        first = next(draft.paragraph(one, nth).iterancestors(W + "tr"))
        second = next(draft.paragraph(other, other_nth).iterancestors(W + "tr"))
        mark = etree.Element("mark")
        first.addprevious(mark)
        second.addprevious(first)
        mark.addprevious(second)
        mark.getparent().remove(mark)

    return change


def broken_at(words: str, nth: int = 0) -> Change:
    """Enter is pressed in front of these words: what follows is a paragraph of its own."""

    def change(draft: Draft) -> None:
        paragraph = draft.paragraph(words, nth)
        ending = text_of(paragraph)[text_of(paragraph).index(words) :]
        runs = _runs_of(draft, ending, nth)
        rest = _like(paragraph, "")
        rest.remove(rest[-1])
        for run in runs:
            rest.append(run)
        paragraph.addnext(rest)

    return change


def run_on(words: str, nth: int = 0) -> Change:
    """Delete is pressed at the end of the paragraph with these words: the next one runs on in it."""

    def change(draft: Draft) -> None:
        paragraph = draft.paragraph(words, nth)
        following = paragraph.getnext()
        for child in list(following):
            if child.tag != W + "pPr":
                paragraph.append(child)
        following.getparent().remove(following)

    return change


# Elsewhere in the file


def text_box(words: str, *lines: str, nth: int = 0) -> Change:
    """A text box, as Word writes it twice: for itself and, in VML, for older ones; anchored behind these words."""
    said = "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)
    box = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>3600000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1800000" cy="720000"/><wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="77" name="Text Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{said}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:rect style="position:absolute;margin-left:283pt;width:142pt;height:57pt">'
        f"<v:textbox><w:txbxContent>{said}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    return drawn(words, box, nth)


def property_set(name: str, words: str) -> Change:
    """A property of the file: "dc:title", "cp:category" …"""

    def change(draft: Draft) -> None:
        core = draft.parts["docProps/core.xml"].decode()
        start = core.find(f"<{name}")
        if start >= 0:
            empty = core[start : core.index(">", start) + 1].endswith("/>")
            stop = core.index(">", start) + 1 if empty else core.index(f"</{name}>") + len(name) + 3
            core = core[:start] + core[stop:]
        core = core.replace("</cp:coreProperties>", f"<{name}>{words}</{name}></cp:coreProperties>")
        draft.parts["docProps/core.xml"] = core.encode()

    return change


def header_says(*lines: str, kind: str = "header") -> Change:
    """More paragraphs at the end of the header, or of the footer."""

    def change(draft: Draft) -> None:
        part = next(name for name in draft.running if name.startswith(f"word/{kind}"))
        root = draft.tree(part)
        for line in lines:
            [paragraph] = _xml("<w:p><w:r><w:t/></w:r></w:p>")
            _set(next(paragraph.iter(W + "t")), line)
            root.append(paragraph)

    return change


def in_styles(old: str, new: str) -> Change:
    """The XML of the styles is changed."""
    return lambda draft: draft.replace("word/styles.xml", old, new)


def picture(identity: str, content: bytes, name: str = "logo.png") -> Change:
    """A picture among the files of the package; `drawn` puts it on the page."""

    def change(draft: Draft) -> None:
        draft.parts[f"word/media/{name}"] = content
        draft.relate("image", f"media/{name}", identity)
        types = draft.parts["[Content_Types].xml"].decode()
        if 'Extension="png"' not in types:
            default = '<Default Extension="png" ContentType="image/png"/>'
            draft.replace("[Content_Types].xml", "<Override ", f"{default}<Override ")

    return change


def all_paragraphs(draft: Draft) -> Iterator[etree._Element]:
    for name in draft.running:
        yield from draft.tree(name).iter(W + "p")
