"""Fields (ECMA-376-1, 17.16): what their instructions say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.printing.reading import values
from docgen.printing.reading.tree import Look
from docgen.printing.reading.values import Element, W, attribute

PageField = Literal["page", "pages", "section", ""]

PAGE_FIELDS: Mapping[str, PageField] = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "section"}
#: Fields that leave nothing on paper.
SILENT = frozenset(("TA", "TC", "XE", "RD", "SET", "COMMENTS", "PRIVATE", "ASK", ""))
#: Fields that Word works out anew when it opens or prints the file; the press prints what is stored.
CHANGING = frozenset(("DATE", "TIME", "PRINTDATE", "SAVEDATE", "EDITTIME", "FILENAME", "STYLEREF", "SECTION"))
#: How what Word says begins where the target of a field is gone: “错误!未找到引用源。”
_BROKEN = ("错误!", "错误！", "錯誤!", "錯誤！", "Error! ")
#: Of the words of a stored result.
MOST_KEPT = 60
_SWITCHES = {  # 17.16.4.3.1
    "arabic": "decimal", "roman": "lowerRoman", "ROMAN": "upperRoman", "Roman": "upperRoman",
    "alphabetic": "lowerLetter", "ALPHABETIC": "upperLetter", "chinesenum1": "chineseCounting",
    "chinesenum2": "chineseLegalSimplified", "chinesenum3": "chineseCountingThousand", "arabicdash": "numberInDash",
    "dbnum1": "chineseCounting", "dbnum2": "chineseLegalSimplified", "dbchar": "decimalFullWidth",
    "sbchar": "decimalHalfWidth", "gb1": "decimalEnclosedFullstop", "gb2": "decimalEnclosedParen",
    "gb3": "decimalEnclosedCircleChinese", "gb4": "ideographEnclosedCircle", "circlenum": "decimalEnclosedCircle",
    "ordinal": "ordinal", "cardtext": "cardinalText", "ordtext": "ordinalText", "hex": "hex",
    "zodiac1": "ideographTraditional", "zodiac2": "ideographZodiac", "zodiac3": "ideographZodiacTraditional",
}  # fmt: skip
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ENCLOSED = re.compile(r"\\o\s*(?:\\a[clr]\s*)?\(\s*(\S)\s*[,;，；]\s*([^()]{1,3}?)\s*\)", re.IGNORECASE)
_CIRCLES = "○〇◯"
_IN_CIRCLE: dict[str, str] = {
    **{str(n): chr(0x2460 + n - 1) for n in range(1, 21)},
    **{str(n): chr(0x3251 + n - 21) for n in range(21, 36)},
    **{str(n): chr(0x32B1 + n - 36) for n in range(36, 51)},
    **dict(zip("一二三四五六七八九十月火水木金土日株有社名特", map(chr, range(0x3280, 0x3296)), strict=True)),
    **dict(zip("男女", "㊚㊛", strict=True)),
    **dict(zip("印注休写正上中下左右", "㊞㊟㊡㊢㊣㊤㊥㊦㊧㊨", strict=True)),
    **{chr(65 + n): chr(0x24B6 + n) for n in range(26)},
    **{chr(97 + n): chr(0x24D0 + n) for n in range(26)},
}


@dataclass(slots=True)
class Field:
    """A field being read. `form`: w:ffData of a form field (17.16.17)."""

    instruction: str = ""
    in_result: bool = False
    page_field: PageField = ""
    look: Look | None = None
    has_result: bool = False
    link: str = ""
    target: str = ""
    form: Element | None = None
    words: str = ""  # with which the stored result begins
    counts: bool = False  # its instruction holds a page field: its result is another on every page

    @property
    def name(self) -> str:
        words = self.instruction.split(maxsplit=1)
        return "" if not words else "=" if words[0].startswith("=") else words[0].upper()

    def begin_result(self) -> None:
        self.in_result = True
        self.page_field = PAGE_FIELDS.get(self.name, "")
        self.link, self.target = linked(self.instruction)


def arguments(instruction: str) -> tuple[list[str], dict[str, str]]:
    r"""The words of an instruction after its name, and its switches, each with the word after it: `\l "here"`."""
    plain: list[str] = []
    switches: dict[str, str] = {}
    switch = ""
    for match in list(_WORD.finditer(instruction))[1:]:
        quoted, word = match[1], match[2] or ""
        if quoted is None and word.startswith("\\") and len(word) == 2:
            switch = word[1].lower()
            switches[switch] = ""
        elif switch and not switches[switch]:
            switches[switch] = word if quoted is None else quoted
        else:
            plain.append(word if quoted is None else quoted)
    return plain, switches


def linked(instruction: str) -> tuple[str, str]:
    """(address, bookmark) that the result of HYPERLINK (17.16.5.25), or of REF and PAGEREF with \\h, leads to."""
    name = (instruction.split(maxsplit=1) or [""])[0].upper()
    if name not in ("HYPERLINK", "REF", "PAGEREF", "NOTEREF"):
        return "", ""
    plain, switches = arguments(instruction)
    if name != "HYPERLINK":
        plain = re.findall(r"[^\\\s]\S*", instruction)[1:2]
        return "", plain[0] if plain and "h" in switches else ""
    place = switches.get("l", "")
    if plain and (address := is_address(plain[0])):
        return (f"{address}#{place}" if place else address), ""
    return "", place


def is_broken(words: str) -> bool:
    """Whether a stored result is what Word writes where it finds nothing: a bookmark, a style, a heading."""
    return words.lstrip().startswith(_BROKEN)


def is_address(text: str) -> str:
    """A link outside leads to the web or to a mail box, and nowhere else."""
    return text if text.lower().startswith(("http://", "https://", "mailto:")) else ""


def format_of(instruction: str) -> str:
    r"""The number format of a page field: `\* ROMAN`."""
    written = ""
    for switch in re.findall(r"\\\*\s*(\w+)", instruction):
        written = _SWITCHES.get(switch) or _SWITCHES.get(switch.lower()) or written
    return written


def unfollowed(instruction: str) -> str:
    r"""A switch of a page field that is not followed: a picture of digits (17.16.4.2, `\#`), a format of other
    scripts; "" for none."""
    if found := re.search(r"\\#\s*(\S+)", instruction):
        return found[0]
    for switch in re.findall(r"\\\*\s*(\w+)", instruction):
        if switch.lower() not in _PLAIN and switch not in _SWITCHES and switch.lower() not in _SWITCHES:
            return f"\\* {switch}"
    return ""


_PLAIN = frozenset(("mergeformat", "charformat", "upper", "lower", "firstcap", "caps"))


def enclosed(instruction: str) -> str:
    r"""The character that EQ \o(○,1) draws (带圈字符): one character, where Unicode has it; else ""."""
    found = _ENCLOSED.search(instruction)
    if found is None:
        return ""
    ring, inner = (found[1], found[2]) if found[1] in _CIRCLES else (found[2], found[1])
    return _IN_CIRCLE.get(inner, "") if ring in _CIRCLES else ""


def form_answer(form: Element | None, name: str) -> str:
    """What a form field without a stored result shows (17.16.17): its box, its entry, its words."""
    if form is None:
        return ""
    if name == "FORMCHECKBOX" and (box := form.find(W + "checkBox")) is not None:
        checked = box.find(W + "checked")
        return "☒" if values.is_on(checked if checked is not None else box.find(W + "default")) else "☐"
    if name == "FORMDROPDOWN" and (choice := form.find(W + "ddList")) is not None:
        entries = [attribute(entry, "val") for entry in choice.iterfind(W + "listEntry")]
        picked = choice.find(W + "result")
        picked = picked if picked is not None else choice.find(W + "default")
        at = 0 if picked is None else int(values.number(attribute(picked, "val")))
        return entries[at] if 0 <= at < len(entries) else ""
    if name == "FORMTEXT" and (text := form.find(f"{W}textInput/{W}default")) is not None:
        return attribute(text, "val")
    return ""
