"""Word files to be marked, and what can be read in one that was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence

from lxml import etree

from docgen.errors import Finding, Severity, TemplateFault, WordPlace
from docgen.studio.marking import Said
from docgen.templating import compile_template
from tests.printing.word import p, r

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: A text box as Word writes it: for itself, and once more for older programs.
_SHAPE = (
    '<wp:anchor simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>400000</wp:posOffset></wp:positionV>'
    '<wp:extent cx="2000000" cy="700000"/><wp:wrapTopAndBottom/><wp:docPr id="3" name="t"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="700000"/></a:xfrm>'
    '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor>"
)


def box(*blocks: str) -> str:
    inner = "".join(blocks)
    older = f'<w:pict><v:shape style="width:150pt;height:50pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{_SHAPE.format(inner)}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{older}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def calling(words: str, note: int) -> str:
    return p(r(words), f'<w:r><w:footnoteReference w:id="{note}"/></w:r>')


def footnote(number: int, *blocks: str) -> str:
    return f'<w:footnote w:id="{number}">{"".join(blocks)}</w:footnote>'


def found_in(word_file: bytes, known: Collection[str]) -> list[Finding]:
    """What is wrong with a template whose letter has these facts."""
    try:
        compile_template(word_file, known=known)
    except TemplateFault as fault:
        return list(fault.findings)
    return []


def at(
    words: str = "",
    part: str = "word/document.xml",
    severity: Severity = Severity.FAULT,
    around: str = "",
    paragraph: int | None = None,
    table: int | None = None,
    row: int | None = None,
    cell: int | None = None,
    code: str = "template.syntax",
    **facts: str,
) -> Finding:
    place = WordPlace(part, paragraph, table, row, cell, words, around)
    return Finding(code, severity, place, facts)


def numbered(findings: Sequence[Finding]) -> dict[int, str]:
    return {id(finding): str(number) for number, finding in enumerate(findings, 1)}


def said(findings: Sequence[Finding]) -> object:
    labels = numbered(findings)
    return lambda finding: Said(f"{finding.code} is wrong", f"mend {finding.code}", labels[id(finding)])


def parts(word_file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word_file)) as file:
        return {name: file.read(name) for name in file.namelist()}


def tree(word_file: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(word_file)[part])


def comments(word_file: bytes) -> dict[str, str]:
    """Number → words, a line for each paragraph."""
    return {
        comment.get(W + "id", ""): "\n".join(
            "".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in comment.iter(W + "p")
        )
        for comment in tree(word_file, "word/comments.xml")
    }


def ranges(word_file: bytes) -> dict[str, str]:
    """Number → the words of the text between the ends of a comment's range; each end and mark must be there once."""
    standing: list[str] = []
    found: dict[str, str] = {}
    marks: list[str] = []
    for element in tree(word_file).iter(etree.Element):
        number = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            assert number not in found
            standing.append(number)
            found[number] = ""
        elif element.tag == W + "commentRangeEnd":
            standing.remove(number)
        elif element.tag == W + "commentReference":
            assert number in found
            assert number not in standing
            marks.append(number)
        elif element.tag == W + "t":
            for open_one in standing:
                found[open_one] += element.text or ""
    assert not standing
    assert sorted(marks) == sorted(found)
    return found


def highlighted(word_file: bytes, part: str) -> list[str]:
    runs = tree(word_file, part).iter(W + "r")
    return [
        "".join(text.text or "" for text in run.iterfind(W + "t"))
        for run in runs
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
