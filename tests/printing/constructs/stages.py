"""Small Word files, each with one place into which an element is put.

STAGES: name → a function from what is put there (XML, or "" for the file without it) to the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from PIL import Image

from tests.printing.word import PAPER, field, p, r, sect, tbl, tc, tr, word

Stage = Callable[[str], bytes]

WORDS = "甲方（Buyer）应当于2024年5月1日前，向乙方（Seller）AVATAR支付货款。「骨」直，" * 4
_FILLING = [p(f"line {n}") for n in range(30)]  # to about four lines from the end of the page
_GRID = '<w:docGrid w:type="lines" w:linePitch="400"/>'
_STYLES = (
    '<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tall"><w:name w:val="Tall"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="8"/></w:tblBorders></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Striped"><w:name w:val="Striped"/><w:tblStylePr w:type="firstRow">'
    "<w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"
)
_LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NOTES = {
    "footnotes": f'<w:footnote w:id="1">{p("a footnote")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="1">{p("an endnote")}</w:endnote>',
}
_THEME = (
    '<a:clrScheme name="t"><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    '<a:fontScheme name="t"><a:majorFont><a:latin typeface="Liberation Sans"/><a:ea typeface="Noto Sans CJK SC"/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Liberation Serif"/><a:ea typeface="Noto Serif CJK SC"/>'
    "</a:minorFont></a:fontScheme>"
)


def _png() -> bytes:
    written = io.BytesIO()
    picture = Image.new("RGB", (20, 10), "red")
    picture.paste("blue", (0, 0, 8, 4))
    picture.save(written, "PNG")
    return written.getvalue()


_MEDIA = {"a.png": _png()}


def file(*blocks: str, **kwargs: Any) -> bytes:
    """A file in which styles, a list, notes, a theme and a picture may be asked for."""
    kept: dict[str, Any] = {
        "styles": _STYLES + kwargs.pop("more_styles", ""),
        "numbering": _LIST,
        "more": {**_NOTES, "theme": _THEME},
        "media": _MEDIA,
        **kwargs,
    }
    return word(*blocks, **kept)


def run(x: str) -> bytes:
    return file(p(r(WORDS, x), "after"))


def letter_grid(x: str) -> bytes:
    return file(p(r(WORDS, x)), section='<w:docGrid w:type="snapToChars" w:linePitch="400" w:charSpace="8000"/>')


def paragraph(x: str) -> bytes:
    return file(p("before"), p(r("第一", inner="<w:tab/>"), WORDS, ppr=x), p("after"), section=_GRID)


def at_the_foot(x: str) -> bytes:
    return file(*_FILLING, *[p(f"line {n}") for n in range(11)], p("words that go on " * 15, ppr=x), p("after"))


def on_the_last_line(x: str) -> bytes:
    return file(*_FILLING, *[p(f"line {n}") for n in range(12)], p("kept", ppr=x), p("after"))


def spaced(x: str) -> bytes:
    after = '<w:spacing w:after="400"/>'
    return file(p("one", ppr=after + x), p("two", ppr=after + x))


def story(x: str) -> bytes:
    return file(p("before"), x, p("after"))


def document(x: str) -> bytes:
    made = file(p("words"), settings="<w:displayBackgroundShape/>")
    return changed(made, "word/document.xml", "<w:body>", x + "<w:body>")


def changed(made: bytes, part: str, old: str, new: str) -> bytes:
    """The same package with something in a part replaced."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content, f"{old} is not in {part}"
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return written.getvalue()


def in_a_run(x: str) -> bytes:
    return file(p(r("words", inner=x), r("more")), section='<w:cols w:num="2"/>')


def control(x: str) -> bytes:
    return file(p(f"<w:sdt><w:sdtPr>{x}</w:sdtPr><w:sdtContent>{r('☒ chosen')}</w:sdtContent></w:sdt>"))


def table(x: str) -> bytes:
    return file(p("before"), tbl("incomprehensibilities|two", "three|four", tblpr=x, grid=(900, 2000)), p("after"))


def striped(x: str) -> bytes:
    return table('<w:tblStyle w:val="Striped"/>' + x)


def exception(x: str) -> bytes:
    inner = f"<w:tblPrEx>{x}</w:tblPrEx>" if x else ""
    return file(tbl("one|two", f"<w:tr>{inner}<w:tc>{p('three')}</w:tc><w:tc>{p('four')}</w:tc></w:tr>"))


def in_a_table(x: str) -> bytes:
    return file(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid>{tr('one')}{x}{tr('two')}</w:tbl>")


def row(x: str) -> bytes:
    return file(tbl(tr("one", "two"), tr("three", "four", trpr=x), tr("five", "six"), grid=(2000, 2000, 2000)))


def row_at_the_foot(x: str) -> bytes:
    return file(*_FILLING, *[p(f"line {n}") for n in range(10)], tbl(tr("one " * 60, "two", trpr=x)))


def long_table(x: str) -> bytes:
    return file(tbl(tr("head", "head", trpr=x), *[f"{n}|row" for n in range(60)]))


def in_a_row(x: str) -> bytes:
    first = f"<w:tr><w:tc>{p('one')}</w:tc>{x}</w:tr>"
    return file(tbl(first, tr("three", "four", "five"), grid=(1500, 1500, 1500)))


def cell(x: str) -> bytes:
    high = '<w:trHeight w:val="1200"/>'
    return file(tbl(tr(tc("one word and another one", x), tc("two"), trpr=high), "three|four|five", grid=(1500,) * 3))


def second_cell(x: str) -> bytes:
    return file(tbl(tr(tc("one", '<w:hMerge w:val="restart"/>'), tc("two", x)), "three|four"))


def empty_cells(x: str) -> bytes:
    return file(tbl(tr(tc(p(), x), tc(p(), x)), "three|four"), p("after"))


def section(x: str) -> bytes:
    calls = r(inner='<w:footnoteReference w:id="1"/>') + r(inner='<w:endnoteReference w:id="1"/>')
    paper = "" if x.startswith(("<w:pgSz", "<w:pgMar")) else PAPER
    stories = {"header:first": p("its header"), "footer:first": p("its footer")}
    here = x.replace('r:id="h"', 'r:id="header0"').replace('r:id="f"', 'r:id="footer1"')
    return file(p(WORDS * 8), p("two", calls), p(field("PAGE")), section=here, paper=paper, stories=stories)


def first_page(x: str) -> bytes:
    return file(p("one"), section=x, stories={"header:default": p("on all"), "header:first": p("on the first")})


def second_section(x: str) -> bytes:
    return file(p("one", ppr=sect()), p("two"), section=x)


def in_columns(x: str) -> bytes:
    columns = '<w:cols w:num="2"/>'
    return file(p("one", ppr=sect(columns)), p("two"), section=columns + x)


def with_gutter(x: str) -> bytes:
    paper = PAPER.replace('w:footer="400"', 'w:footer="400" w:gutter="600"')
    return file(p("one"), section=x, paper=paper)


def deleted_mark(x: str) -> bytes:
    return file(p("one", ppr=f"<w:rPr>{x}</w:rPr>"), p("two"))


def rich(x: str, **kwargs: Any) -> bytes:
    """A file with something of everything that settings of the file are about."""
    calls = r(inner='<w:footnoteReference w:id="1"/>') + r(inner='<w:endnoteReference w:id="1"/>')
    box = (
        '<w:pict><v:rect style="width:50pt;height:20pt"><v:textbox><w:txbxContent>'
        f"{p('in a box')}</w:txbxContent></v:textbox></v:rect></w:pict>"
    )
    small = '<w:smallCaps/><w:position w:val="4"/><w:u w:val="single"/><w:color w:val="FF0000"/>'
    columns = '<w:cols w:num="2"/>'
    spaces = '<w:spacing w:beforeAutospacing="1"/>'
    spaces += '<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>'
    blocks = (
        p(r("第一", inner="<w:tab/>"), WORDS, calls, ppr='<w:spacing w:after="200"/>', jc="both"),
        p(r("some small words", small), r("over", inner="<w:br/>"), "and on", ppr=spaces, jc="both"),
        tbl("one|two", "three|" + "词" * 30, tblpr='<w:tblLayout w:type="fixed"/>'),
        p(r(inner=box), ppr=sect(_GRID)),
        p("one column after the other " * 9, ppr=sect(columns + '<w:type w:val="continuous"/>')),
        p(r("last", inner='<w:br w:type="page"/>'), "page", ppr="<w:contextualSpacing/>"),
    )
    stories = {"header:default": p("on odd pages"), "header:even": p("on even pages")}
    paper = PAPER.replace('w:left="1000"', 'w:left="1400"').replace('w:footer="400"', 'w:footer="400" w:gutter="100"')
    section = '<w:type w:val="continuous"/>' + _GRID
    return file(*blocks, settings=x, paper=paper, section=section, stories=stories, **kwargs)


def compat(x: str) -> bytes:
    return rich(f"<w:compat>{x}</w:compat>")


def framed_page(x: str) -> bytes:
    lines = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="4"/>' for side in ("top", "left", "bottom", "right"))
    stories = {"header:default": p("header"), "footer:default": p("footer")}
    return file(p("words"), section=f"<w:pgBorders>{lines}</w:pgBorders>", settings=x, stories=stories)


def themed(x: str) -> bytes:
    coloured = '<w:rFonts w:asciiTheme="minorEastAsia" w:eastAsiaTheme="minorEastAsia"/><w:color w:themeColor="text1"/>'
    fonts = '<a:font script="Jpan" typeface="Noto Sans CJK JP"/></a:minorFont>'
    theme = _THEME.replace('<a:ea typeface="Noto Serif CJK SC"/>', '<a:ea typeface=""/>')
    theme = theme.replace("</a:minorFont>", fonts)
    return file(p(r("words 文字", coloured)), settings=x, more={"theme": theme})


def style(x: str) -> bytes:
    made = f'<w:style w:type="paragraph" w:styleId="S">{x}</w:style>'
    return file(p("words", ppr='<w:pStyle w:val="S"/>'), more_styles=made)


def table_style(x: str) -> bytes:
    made = f'<w:style w:type="table" w:styleId="S"><w:name w:val="S"/>{x}</w:style>'
    look = '<w:tblStyle w:val="S"/><w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1" w:noVBand="1"/>'
    return file(tbl("one|two", "three|four", tblpr=look, grid=(3000, 3000)), more_styles=made)


def listed(level: str = "", definition: str = "", use: str = "") -> bytes:
    """A list of two, with something more in its level, its definition or its use."""
    shown = ('<w:start w:val="1"/>', '<w:numFmt w:val="decimal"/>', '<w:lvlText w:val="%1."/>')
    kept = "".join(xml for xml in shown if not level.startswith(xml.partition(" ")[0] + " "))
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{definition}<w:lvl w:ilvl="0">{kept}{level}</w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{use}</w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return file(p("one", ppr=item), p("two", ppr=item), numbering=numbering)


def in_a_note(x: str) -> bytes:
    notes = {**_NOTES, "footnotes": f'<w:footnote w:id="1">{p("a footnote")}{x}</w:footnote>'}
    return file(p("words", r(inner='<w:footnoteReference w:id="1"/>')), more=notes)


def beside_notes(x: str, paragraphs: int = 1) -> bytes:
    note = f'<w:footnote w:id="1">{p("a footnote") * paragraphs}</w:footnote>'
    return file(p("words", r(inner='<w:footnoteReference w:id="1"/>')), more={**_NOTES, "footnotes": x + note})


_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EXTENT = '<wp:extent cx="1270000" cy="635000"/>'
_LINK = {"web": "https://example.com/"}


def graphic(kind: str, inner: str, frame: str = "inline", around: str = "") -> bytes:
    """A drawing of that kind, in line or anchored, in a paragraph of words."""
    data = f'<a:graphic><a:graphicData uri="{kind}">{inner}</a:graphicData></a:graphic>'
    drawn = f"<w:drawing><wp:{frame}>{_EXTENT}{around}{data}</wp:{frame}></w:drawing>"
    return file(p(r(inner=drawn), WORDS), links=_LINK)


def picture(
    fill: str = "", blip: str = "", shape: str = "", inner: str = "", frame: str = "inline", x: str = ""
) -> bytes:
    content = (
        f'<pic:pic>{inner}<pic:blipFill><a:blip r:embed="a.png">{blip}</a:blip>{fill}</pic:blipFill>'
        f"<pic:spPr>{shape}</pic:spPr></pic:pic>"
    )
    return graphic(_PICTURE, content, frame, x)


def shape(properties: str = "", inner: str = "", body: str = "<wps:bodyPr/>", words: str = p("in a box")) -> bytes:
    """A rectangle with words; `properties` in place of its own where they say the same."""
    kept = "" if "Geom" in properties else '<a:prstGeom prst="rect"/>'
    box = "" if "xbx" in inner else f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
    return graphic(_SHAPE, f"<wps:wsp><wps:spPr>{kept}{properties}</wps:spPr>{inner}{box}{body}</wps:wsp>")


def body_of_shape(x: str) -> bytes:
    body = f"<wps:bodyPr>{x}</wps:bodyPr>" if x.startswith("<") else f"<wps:bodyPr {x}/>"
    return shape(body=body, words=p("in a box " * 3))


def overfull_shape(x: str) -> bytes:
    ground = '<a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill>'
    return shape(ground, body=f"<wps:bodyPr>{x}</wps:bodyPr>", words=p("in a box") + p() * 20)


def drawn_otherwise(x: str) -> bytes:
    return graphic(x, "") if x else file(p(WORDS))


def in_a_pict(x: str) -> bytes:
    return file(p(r("words"), r(inner=f"<w:pict>{x}</w:pict>" if x else ""), "more"))


def in_a_rectangle(x: str) -> bytes:
    return in_a_pict(f'<v:rect style="width:50pt;height:20pt" fillcolor="yellow">{x}</v:rect>')


def form_field(x: str) -> bytes:
    begin = f'<w:fldChar w:fldCharType="begin">{x}</w:fldChar><w:instrText>FORMCHECKBOX</w:instrText>'
    return file(p("words", r(inner=begin), r(inner='<w:fldChar w:fldCharType="end"/>')))


STAGES: dict[str, Stage] = {
    "rPr": run,
    "theme": run,
    "letter_grid": letter_grid,
    "mark": deleted_mark,
    "pPr": paragraph,
    "foot": at_the_foot,
    "last_line": on_the_last_line,
    "one_line_left": lambda x: file(*_FILLING, *_FILLING[:12], p("words that go on " * 15, ppr=x)),
    "even": lambda x: file(tbl("one|two", tblpr=x)),
    "comma": lambda x: file(p("甲" * 30 + "，" + "乙" * 5, ppr=x)),
    "spaced": spaced,
    "story": story,
    "document": document,
    "p": lambda x: file(p(x or r(""), r("before"), r("after"))),
    "r": in_a_run,
    "line_end": lambda x: file(p(r("w" * 24, inner=x), r("m" * 24))),
    "sdtPr": control,
    "tblPr": table,
    "striped": striped,
    "tblPrEx": exception,
    "tbl": in_a_table,
    "trPr": row,
    "row_at_foot": row_at_the_foot,
    "long_table": long_table,
    "tr": in_a_row,
    "tcPr": cell,
    "second_cell": second_cell,
    "empty_cells": empty_cells,
    "sectPr": section,
    "first_page": first_page,
    "second_section": second_section,
    "in_columns": in_columns,
    "gutter": with_gutter,
    "settings": rich,
    "compat": compat,
    "framed_page": framed_page,
    "kerned": lambda x: file(p(r("AVATAR", '<w:kern w:val="2"/>')), settings=x),
    "themed": themed,
    "decimal_tab": lambda x: file(
        p(r("", inner="<w:tab/>"), "1,5", ppr='<w:tabs><w:tab w:val="decimal" w:pos="3000"/></w:tabs>'), settings=x
    ),
    "grid_of_letters": lambda x: file(
        p(WORDS),
        section='<w:docGrid w:type="linesAndChars" w:linePitch="400" w:charSpace="8192"/>',
        settings=f"<w:compat>{x}</w:compat>",
    ),
    "style": style,
    "table_style": table_style,
    "styles": lambda x: file(p("words"), more_styles=x),
    "lvl": listed,
    "abstractNum": lambda x: listed(definition=x),
    "num": lambda x: listed(use=x),
    "footnote": in_a_note,
    "notes": beside_notes,
    "field": lambda x: file(p("before", field(x, "stored") if x else r(""), "after")),
    "empty_field": lambda x: file(p("before", field(x, "") if x else r(""), "after")),
    "field_switches": lambda x: file(p("before", field(x, "1") if x else r(""), "after")),
    "fldChar": form_field,
    "anchor": lambda x: picture(frame="anchor", x=x),
    "square": lambda x: picture(frame="anchor", x='<wp:wrapSquare wrapText="bothSides"/>' + x),
    "pic": lambda x: picture(inner=x),
    "picture_link": lambda x: picture(x=x),
    "blipFill": lambda x: picture(fill=x),
    "blip": lambda x: picture(blip=x),
    "spPr": lambda x: picture(shape=x),
    "wsp_spPr": shape,
    "wsp": lambda x: shape(inner=x),
    "bodyPr": body_of_shape,
    "overfull": overfull_shape,
    "graphicData": drawn_otherwise,
    "vml": in_a_pict,
    "vml_rect": in_a_rectangle,
    "rPr_attributes": run,
    "accents": lambda x: file(p(r("é and ω", x))),
    "quotes": lambda x: file(p(r("“a”", x))),
    "pPr_attributes": paragraph,
    "framed": lambda x: file(p("before"), p("第一", ppr=x), p(WORDS), p("after")),
    "sizes": lambda x: file(p(r("large", '<w:sz w:val="60"/>'), r("small"), ppr=x)),
    "table_attributes": table,
    "cell_attributes": cell,
    "section_attributes": section,
    "long_note": lambda x: beside_notes(x, 60),
}
