"""The same fonts for both: a copy of the Word file that names what the press sets, and a fontconfig file for the rest.

The press knows Word's fonts by name and height (docgen/printing/fonts.toml): text named 宋体 is set in Noto Serif CJK
SC with the lines of 宋体. LibreOffice, without 宋体, takes a font of its own choice with that font's lines, and every
line of the page stands elsewhere. So what is compared is a copy in which each name is replaced by the font that the
press takes for it; both print the copy. What a name stands for, and how high its lines are, the press's tests ask.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from docgen.printing.fonts import Fonts
from docgen.printing.reading.values import W

#: Every file of a copy bears this day, so that equal copies have equal bytes.
_DAY = (2026, 1, 1, 0, 0, 0)
#: Fonts of signs: what stands there is no text, and each program has its own way to show it.
_SIGNS = frozenset(("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "OpenSymbol", "ZapfDingbats"))
_NAMED = re.compile(r'((?:\w+:)(ascii|hAnsi|eastAsia|cs)=")([^"]+)(")')
_FONTS = re.compile(r"<(?:\w+:)?rFonts\b[^>]*>")
_THEME = re.compile(r'(<a:(latin|ea|cs|font)\b[^>]*?typeface=")([^"]+)(")')
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_STYLED = re.compile(r'<w:pStyle w:val="([^"]+)"')
_RUN = re.compile(
    r"(<w:r>(?:<w:rPr>)(?:<w:rStyle [^>]*/>)?<w:rFonts)([^>]*?)(/>(?:(?!</w:rPr>|<w:r>).)*</w:rPr>)"
    r"<w:t(?: [^>]*)?>([^<]*)</w:t>(</w:r>)"
)
#: Of Latin-1 and the signs, by the table of 17.3.2.26; quotes and dashes LibreOffice takes by what stands around.
DECIDED = "¡¤§¨ª¯°±²³´¶·¸¹º¼½¾¿×÷□■○●◎△▲☆★◇◆√"
#: Twips: half a point.
HAIR = 10
_PAGE_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_CELL_MARGINS = re.compile(r"<w:(tblCellMar|tcMar)>.*?</w:\1>")
_TABLE = re.compile(r'(<w:font w:name=")([^"]+)(")')


def renamed(docx: bytes, fonts: Fonts) -> bytes:
    """A copy of a Word file whose fonts are those of this machine. Same file, same fonts: same bytes."""

    def real(name: str, *, east_asian: bool) -> str:
        return name if name in _SIGNS else escape(fonts.family(name, east_asian=east_asian).name)

    def named(found: re.Match[str]) -> str:
        return found[1] + real(found[3], east_asian=found[2] == "eastAsia") + found[4]

    styled = _styled(docx)

    def hinted(paragraph: re.Match[str]) -> str:
        style = _STYLED.search(paragraph[0])
        font = styled.get(style[1] if style else "", "")
        font = font and real(font, east_asian=True)
        return _RUN.sub(lambda run: _hinted(run, font), paragraph[0])

    def change(text: str) -> str:
        text = _FONTS.sub(lambda found: _NAMED.sub(named, found[0]), text)
        text = _THEME.sub(
            lambda found: found[1] + real(found[3], east_asian=found[2] in ("ea", "font")) + found[4], text
        )
        text = _TABLE.sub(lambda found: found[1] + real(found[2], east_asian=False) + found[3], text)
        return _PARAGRAPH.sub(hinted, text)

    return _changed(docx, change)


def _styled(docx: bytes) -> dict[str, str]:
    """By the names of paragraph styles, "" for that of paragraphs which name none: their East Asian font."""
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        if "word/styles.xml" not in parts.namelist():
            return {}
        styles = etree.fromstring(parts.read("word/styles.xml"))

    def named(element: etree._Element | None) -> str:
        fonts = None if element is None else element.find(f"{W}rPr/{W}rFonts")
        return "" if fonts is None else fonts.get(W + "eastAsia", "")

    whole = named(styles.find(f"{W}docDefaults/{W}rPrDefault"))
    by_name = {style.get(W + "styleId", ""): style for style in styles.iterfind(W + "style")}

    def found(name: str, seen: frozenset[str] = frozenset()) -> str:
        style = by_name.get(name)
        if style is None or name in seen:
            return whole
        below = style.find(W + "basedOn")
        return named(style) or (whole if below is None else found(below.get(W + "val", ""), seen | {name}))

    normal = next((name for name, style in by_name.items() if _is_default(style)), "")
    return {"": found(normal), **{name: found(name) for name in by_name}}


def _is_default(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def _hinted(run: re.Match[str], styled: str) -> str:
    """A run with w:hint="eastAsia" (17.3.2.26) in runs where it decides and where not. styled: the font of its
    paragraph's style.

    Of some characters, such as ×, that hint alone says which font they stand in. LibreOffice passes it over: they are
    told outright.
    """
    before, attributes, middle, words, after = run.groups()
    own = re.search(r'w:eastAsia="([^"]+)"', attributes)
    east = own[1] if own else styled
    if 'w:hint="eastAsia"' not in attributes or not east:
        return run[0]
    made = ""
    for part in re.split(f"([{DECIDED}]+)", words):
        if part:
            chosen = f' w:ascii="{east}" w:hAnsi="{east}" w:eastAsia="{east}" w:hint="eastAsia"'
            told = chosen if part[0] in DECIDED else attributes
            made += f'{before}{told}{middle}<w:t xml:space="preserve">{part}</w:t>{after}'
    return made or run[0]


def pages_smaller_by_a_hair(docx: bytes) -> bytes:
    """A copy whose pages have margins wider by a hair to the right and at the foot."""
    return _with_margins(docx, right=HAIR, bottom=HAIR)


def pages_larger_by_a_hair(docx: bytes) -> bytes:
    """A copy whose pages have a lower margin at the foot: by what forty lines are lower where each is rounded down."""
    return _with_margins(docx, right=0, bottom=-2 * HAIR)


def _with_margins(docx: bytes, *, right: int, bottom: int) -> bytes:
    more = {"right": right, "bottom": bottom}

    def page(found: re.Match[str]) -> str:
        return re.sub(
            r'w:(right|bottom)="(\d+)', lambda side: f'w:{side[1]}="{max(int(side[2]) + more[side[1]], 0)}', found[0]
        )

    return _changed(docx, lambda text: _PAGE_MARGINS.sub(page, text))


def cells_smaller_by_a_hair(docx: bytes) -> bytes:
    """A copy whose cells have margins wider by a hair to the right."""

    def cell(found: re.Match[str]) -> str:
        return re.sub(r'(<w:(?:right|end) w:w=")(\d+)', lambda side: f"{side[1]}{int(side[2]) + HAIR}", found[0])

    return _changed(docx, lambda text: _CELL_MARGINS.sub(cell, text))


def _changed(docx: bytes, change: Callable[[str], str]) -> bytes:
    """A copy with `change(text)` in place of the text of every XML part of the document."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in given.namelist():
            content = given.read(name)
            if name.endswith(".xml") and name.startswith("word/"):
                content = change(content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
            copy.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def fontconfig(folder: Path, fonts: Fonts, names: tuple[str, ...], folders: tuple[Path, ...]) -> Path:
    """A fontconfig file for LibreOffice: the fonts that the press knows, and for `names` what the press takes."""
    taken = {name: fonts.family(name, east_asian=not name.isascii()).name for name in names}
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{escape(family)}</string></edit></match>'
        for name, family in taken.items()
    )
    where = "".join(f"<dir>{escape(str(path))}</dir>" for path in folders)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"{where}<cachedir>{escape(str(folder / 'fontconfig'))}</cachedir>{aliases}</fontconfig>\n",
        "utf-8",
    )
    return path
