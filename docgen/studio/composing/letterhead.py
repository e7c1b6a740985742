"""A company's letterhead, set once and used by all its letters.

A letter says by its styles where things go, and those that ship all do:

    logo          above the paragraph in style Letterhead that prints {{ creditor.name }}
    address line  in place of the words of the style LetterheadLine (LetterheadRule in English letters)
    colour        every colour of the styles that is not black, white or grey; red marks of a draft stay red
    seal          over the line that names the creditor, in a style whose name begins with Signature; printed only where
                  the fact `seal` is true, which a letter gets when it is final and somebody may seal it

So the paper of a law firm, or one for a court, is left as it is: neither bears the company's letterhead.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree
from PIL import Image

from docgen.errors import Finding, WordFileFault, WordPlace
from docgen.letters.request import Language
from docgen.templating.source import paragraphs
from docgen.wordfile import open_package
from docgen.wordfile.archive import Packed, write
from docgen.wordfile.package import Package
from docgen.wordfile.text import W, words

_CREDITOR = re.compile(r"\{\{\s*creditor\.(name|full_name)\s*\}\}")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_IMAGE = f"{_R}/image"
_EMU_PER_MM = 36_000
_FORMATS = {"PNG": "png", "JPEG": "jpeg"}
_LARGEST = 4096  # pixels on a side
_LARGEST_FILE = 8 << 20  # bytes of one file of the kit
_NO_WORDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")  # nor may XML hold them
_LONGEST_LINE = 300  # characters
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = (zipfile.BadZipFile, zlib.error)
_REDS_OF_A_DRAFT = frozenset({"Header", "DraftBox"})  # styles
_OF_A_THEME = {W + name for name in ("themeColor", "themeTint", "themeShade")}
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """content: PNG or JPEG. height: in millimetres, as printed."""

    content: bytes
    height: float

    @property
    def format(self) -> str:
        """ "png" or "jpeg". Raises WordFileFault when it is neither, or too large."""
        return self._opened()[0]

    @property
    def width(self) -> float:
        """In millimetres, as printed."""
        _, (across, down) = self._opened()
        return self.height * across / down

    def _opened(self) -> tuple[str, tuple[int, int]]:
        try:
            with Image.open(io.BytesIO(self.content), formats=tuple(_FORMATS)) as picture:
                kind, size = _FORMATS[picture.format or ""], picture.size
        except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError):
            raise WordFileFault(Finding("studio.picture_unreadable")) from None
        if not 0 < max(size) <= _LARGEST:
            raise WordFileFault(Finding("studio.picture_too_large", facts={"limit": f"{_LARGEST:,}"}))
        return kind, size


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """address_line: language → one line; without one the letter's own stays. colour: "1F4E79", or "".
    seal: the picture of the company's seal; commonly 40 to 42 mm high, its ground transparent.
    """

    address_line: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    colour: str = ""
    logo: Picture | None = None
    seal: Picture | None = None

    @classmethod
    def read(cls, content: bytes) -> Letterhead:
        """What `write` wrote. Raises WordFileFault for anything else."""
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as kit:
                if any(each.file_size > _LARGEST_FILE or each.compress_type not in _PACKED for each in kit.infolist()):
                    raise ValueError("unpacks beyond all measure, or nobody knows how")
                told = json.loads(kit.read("letterhead.json"))
                pictures = {
                    name: Picture(content=kit.read(name), height=float(told[name]["height"]))
                    for name in ("logo", "seal")
                    if told.get(name)
                }
            made = cls(address_line=dict(told["address_line"]), colour=str(told["colour"]), **pictures)
        except (KeyError, TypeError, ValueError, AttributeError, OSError, EOFError, RuntimeError, *_DAMAGED):
            raise WordFileFault(Finding("studio.letterhead_unreadable")) from None
        made.check()
        return made

    def write(self) -> bytes:
        """A zip of `letterhead.json` and the pictures; the same letterhead gives the same bytes."""
        pictures = {name: picture for name in ("logo", "seal") if (picture := getattr(self, name)) is not None}
        told = {
            "address_line": dict(sorted(self.address_line.items())),
            "colour": self.colour,
            **{name: {"height": float(picture.height)} for name, picture in pictures.items()},
        }
        files = {"letterhead.json": json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()}
        files |= {name: picture.content for name, picture in pictures.items()}
        return write(Packed.of(name, [content]) for name, content in files.items())

    def check(self) -> None:
        """Raises WordFileFault with everything that is wrong with it."""
        findings = []
        for language, line in self.address_line.items():
            whole = isinstance(line, str) and not _NO_WORDS.search(line) and len(line) <= _LONGEST_LINE
            if not whole or language not in set(Language):
                findings.append(Finding("studio.address_line_unreadable", facts={"language": str(language)[:20]}))
        if self.colour and not _COLOUR.fullmatch(self.colour):
            findings.append(Finding("studio.colour_unreadable", facts={"value": self.colour[:20]}))
        for name in ("logo", "seal"):
            picture: Picture | None = getattr(self, name)
            if picture is None:
                continue
            try:
                picture.format  # noqa: B018 — looked at for its faults
            except WordFileFault as fault:
                findings += fault.findings
            if not 5 <= picture.height <= 60:
                findings.append(Finding("studio.picture_height", facts={"value": f"{picture.height:g}"}))
        if findings:
            raise WordFileFault(findings)


def headed(word_file: bytes, letterhead: Letterhead, language: Language) -> tuple[bytes, WordPlace | None]:
    """The letter with a letterhead, and where the logo stands in it: a paragraph more than its author counts. The same
    two give the same bytes."""
    letterhead.check()
    package = open_package(word_file)
    contents: dict[str, bytes] = {}
    if letterhead.colour:
        for part in package.related("styles"):
            contents[part] = _coloured(package.xml(part), letterhead.colour)
    tree = package.xml(package.document)
    pictures = {}
    logo_at = None
    if letterhead.logo and (place := _letterhead(tree)) is not None:
        pictures["logo"] = letterhead.logo
        logo = _paragraph_with_logo(letterhead.logo, _aligned(place, package))
        place.addprevious(logo)
        logo_at = next(there for found, there in paragraphs(package.document, tree) if found is logo)
    if (line := letterhead.address_line.get(language.value)) and (place := _address_line(tree)) is not None:
        _say(place, line)
    if letterhead.seal and (places := list(_signatures(tree))):
        pictures["seal"] = letterhead.seal
        for number, place in enumerate(places):
            _seal(place, letterhead.seal, number, language)
    contents[package.document] = _serialised(tree)
    changed = _with_pictures(package, contents, pictures)
    return package.with_parts({name: [content] for name, content in changed.items()}), logo_at


def _in_style(tree: etree._Element, *ids: str) -> Iterator[etree._Element]:
    """The paragraphs in a style whose id begins so. Word keeps the ids of a file that it opens and saves."""
    for paragraph in tree.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(W + "val", "").startswith(ids):
            yield paragraph


def _letterhead(tree: etree._Element) -> etree._Element | None:
    found = (one for one in _in_style(tree, "Letterhead") if _CREDITOR.search(words(one)))
    return next(found, None)


def _address_line(tree: etree._Element) -> etree._Element | None:
    """The line of particulars below the company's own name: the last one of the letterhead."""
    if _letterhead(tree) is None:
        return None
    lines = list(_in_style(tree, "LetterheadLine", "LetterheadRule"))
    for line in lines[:-1]:
        _remove(line)
    return lines[-1] if lines else None


def _signatures(tree: etree._Element) -> Iterator[etree._Element]:
    """The lines that the creditor's seal goes over."""
    return (one for one in _in_style(tree, "Signature") if _CREDITOR.search(words(one)))


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _say(paragraph: etree._Element, line: str) -> None:
    """Other words in a paragraph, as its style has them."""
    for child in [child for child in paragraph if child.tag != W + "pPr"]:
        paragraph.remove(child)
    text = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = line.replace("{", "(").replace("}", ")")  # words of a letterhead are no tags


def _coloured(styles: etree._Element, colour: str) -> bytes:
    for style in styles.iter(W + "style"):
        if style.get(W + "styleId") in _REDS_OF_A_DRAFT:
            continue
        for element in style.iter(etree.Element):
            for name in (W + "val", W + "color", W + "fill"):
                is_colour = name != W + "val" or element.tag == W + "color"
                if is_colour and _is_colour(element.get(name, "")):
                    element.set(name, colour.upper())
                    for theme in _OF_A_THEME & set(element.attrib):
                        del element.attrib[theme]
    return _serialised(styles)


def _is_colour(written: str) -> bool:
    """Whether it is neither black, white nor grey; nor so light that it is the ground of a cell."""
    if not _COLOUR.fullmatch(written):
        return False
    channels = [int(written[at : at + 2], 16) for at in (0, 2, 4)]
    return max(channels) - min(channels) > 12 and min(channels) < 0xC0


def _aligned(paragraph: etree._Element, package: Package) -> str:
    """The alignment of a paragraph, its own or its style's (17.3.1.13)."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    of_styles = (one for part in package.related("styles") for one in package.xml(part).iter(W + "style"))
    called = "" if style is None else style.get(W + "val", "")
    for holder in (paragraph, *(one for one in of_styles if one.get(W + "styleId") == called)):
        if (jc := holder.find(f"{W}pPr/{W}jc")) is not None:
            return jc.get(W + "val", "left")
    return "left"


def _paragraph_with_logo(logo: Picture, aligned: str) -> etree._Element:
    paragraph = etree.Element(W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    etree.SubElement(properties, W + "keepNext")
    etree.SubElement(properties, W + "spacing").attrib.update({W + "before": "0", W + "after": "60"})
    etree.SubElement(properties, W + "ind").attrib.update({W + "firstLine": "0", W + "firstLineChars": "0"})
    etree.SubElement(properties, W + "jc").set(W + "val", aligned)
    run = etree.SubElement(paragraph, W + "r")
    run.append(etree.fromstring(_drawing("logo", logo, 9001, "logo")))
    return paragraph


def _seal(paragraph: etree._Element, seal: Picture, number: int, language: Language) -> None:
    """The seal over the line: three runs, the picture between an `if` and its end."""
    runs = [etree.Element(W + "r") for _ in range(3)]
    for run, tag in ((runs[0], "{% if seal|default(false) %}"), (runs[2], "{% endif %}")):
        etree.SubElement(run, W + "t").text = tag
    said = "公章" if language is Language.ZH else "company seal"
    # a Chinese letter is signed at the right, an English one at the left, over the name
    across = (
        "<wp:align>right</wp:align>" if language is Language.ZH else f"<wp:posOffset>{50 * _EMU_PER_MM}</wp:posOffset>"
    )
    runs[1].append(etree.fromstring(_drawing("seal", seal, 9100 + number, said, across)))
    at = 1 if paragraph.find(W + "pPr") is not None else 0
    for run in reversed(runs):
        paragraph.insert(at, run)


def _drawing(name: str, picture: Picture, number: int, said: str, over: str = "") -> str:
    """DrawingML: in the line (20.4.2.8), or over it at this place of the column (20.4.2.3, 20.4.2.10)."""
    across, down = (round(size * _EMU_PER_MM) for size in (picture.width, picture.height))
    shown = (
        f'<wp:extent cx="{across}" cy="{down}"/>%s<wp:docPr id="{number}" name="{name} {number}" descr="{said}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">'
        f'<pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="docgen-{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    if not over:
        held = f'<wp:inline distT="0" distB="0" distL="0" distR="0">{shown % ""}</wp:inline>'
    else:
        held = (
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="1" '
            'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column">{over}</wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{-down // 3}</wp:posOffset></wp:positionV>'
            f"{shown % '<wp:wrapNone/>'}</wp:anchor>"
        )
    return f'<w:drawing xmlns:w="{W[1:-1]}" xmlns:wp="{_WP}" xmlns:r="{_R}">{held}</w:drawing>'


def _with_pictures(
    package: Package, contents: Mapping[str, bytes], pictures: Mapping[str, Picture]
) -> dict[str, bytes]:
    """The parts that change, with the pictures and what leads to them."""
    changed = dict(contents)
    if not pictures:
        return changed
    folder, _, document = package.document.rpartition("/")
    leads = f"{folder}/_rels/{document}.rels"
    types, relations = (package.xml(name) for name in ("[Content_Types].xml", leads))
    known = {str(entry.get("Extension", "")).lower() for entry in types}
    for kind in sorted({each.format for each in pictures.values()} - known):
        entry = etree.Element(etree.QName(etree.QName(types).namespace, "Default"))
        entry.attrib.update({"Extension": kind, "ContentType": f"image/{kind}"})
        types.insert(0, entry)
    for name, each in pictures.items():
        target = f"media/docgen-{name}.{each.format}"
        entry = etree.SubElement(relations, etree.QName(etree.QName(relations).namespace, "Relationship"))
        entry.attrib.update({"Id": f"docgen-{name}", "Type": _IMAGE, "Target": target})
        changed[f"{folder}/{target}"] = each.content
    return changed | {"[Content_Types].xml": _serialised(types), leads: _serialised(relations)}


def _serialised(tree: etree._Element) -> bytes:
    return _XML + etree.tostring(tree, encoding="utf-8")
