"""The theme (ECMA-376-1, 20.1.6.9): its fonts, and its colours written into the elements that name them."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import cast

from lxml import etree

from docgen.printing.reading.values import Element, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
          "folHlink")  # fmt: skip
#: ST_ThemeColor (17.18.97) and ST_WmlColorSchemeIndex (17.18.103), as slots of the theme.
_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", "text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2",
    "tx1": "t1", "tx2": "t2",
}  # fmt: skip
_MAPPED = {"t1": "dk1", "bg1": "lt1", "t2": "dk2", "bg2": "lt2"}
_OFFICE = dict(zip(_SLOTS, ("000000", "ffffff", "44546a", "e7e6e6", "4472c4", "ed7d31", "a5a5a5", "ffc000", "5b9bd5",
                            "70ad47", "0563c1", "954f72"), strict=True))  # fmt: skip
_PRESET = {  # ST_PresetColorVal (20.1.10.47) as far as drawings use it
    "black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff", "yellow": "ffff00",
    "cyan": "00ffff", "magenta": "ff00ff", "gray": "808080", "grey": "808080", "silver": "c0c0c0", "maroon": "800000",
    "navy": "000080", "olive": "808000", "purple": "800080", "teal": "008080", "lime": "00ff00", "orange": "ffa500",
    "darkRed": "8b0000", "dkRed": "8b0000", "lightGray": "d3d3d3", "ltGray": "d3d3d3", "darkGray": "a9a9a9",
    "dkGray": "a9a9a9", "brown": "a52a2a", "gold": "ffd700", "pink": "ffc0cb",
}  # fmt: skip

_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}


_THEMED = etree.XPath("//*[@w:themeColor or @w:themeFill]", namespaces={"w": W[1:-1]})


class Theme:
    """Fonts by slot ("minorEastAsia" → "宋体") and colours by name.

    mapping: w:clrSchemeMapping of the settings (17.15.1.20), which says what "text1" and the like stand for.
    """

    def __init__(self, theme: Element | None, east_asian: str = "", mapping: Mapping[str, str] | None = None) -> None:
        self.fonts = _fonts(theme, east_asian)
        self.lines = _line_widths(theme)
        self._colours = dict(_OFFICE)
        scheme = None if theme is None else theme.find(f".//{A}clrScheme")
        for slot in _SLOTS:
            element = None if scheme is None else scheme.find(A + slot)
            for child in element if element is not None else ():
                self._colours[slot] = (child.get("lastClr") or child.get("val") or "000000").lower()
        self._mapped = {name: _NAMES.get(to, to) for name, to in (mapping or {}).items()}

    def colour(self, name: str) -> str:
        """Six hexadecimal digits; "" for a name that is none of a theme."""
        slot = _NAMES.get(name, name)
        if slot in _MAPPED:
            slot = self._mapped.get(slot, _MAPPED[slot])
        found = self._colours.get(slot, "")
        return found if _is_hex(found) else ""

    def resolve(self, tree: Element) -> None:
        """Write the colours of the theme into the elements that name them (w:themeColor, w:themeTint, w:themeShade;
        17.3.2.6): they go before the plain colour beside them, which is what the theme said when the file was
        saved."""
        for element in cast("list[Element]", _THEMED(tree)):
            for theme, tint, shade, into in (
                ("themeColor", "themeTint", "themeShade", "val" if element.tag == W + "color" else "color"),
                ("themeFill", "themeFillTint", "themeFillShade", "fill"),
            ):
                if found := self.colour(element.get(W + theme, "")):
                    darker, lighter = _share(element.get(W + shade)), _share(element.get(W + tint))
                    element.set(W + into, _lighter(found, darker, lighter))

    def drawn(self, element: Element | None) -> str:
        """The colour within a DrawingML fill or line (20.1.2.3), as "#rrggbb"; "" for none."""
        for child in element if element is not None else ():
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            value = child.get("val", "")
            found = {
                "srgbClr": value.lower(),
                "schemeClr": self.colour(value),
                "sysClr": child.get("lastClr", "ffffff" if value == "window" else "000000").lower(),
                "prstClr": _PRESET.get(value, "000000"),
            }.get(name, "")
            if _is_hex(found):
                return "#" + _changed(found, child)
        return ""


def _is_hex(value: str) -> bool:
    return len(value) == 6 and all(digit in "0123456789abcdef" for digit in value)


def _share(value: str | None) -> float:
    """Two hexadecimal digits as a share of 255."""
    try:
        return min(max(int(value, 16), 0), 255) / 255 if value else 1.0
    except ValueError:
        return 1.0


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _written(parts: tuple[float, ...]) -> str:
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in parts)


def _lighter(colour: str, shade: float, tint: float) -> str:
    """17.3.2.6: the lightness times the shade; or times the tint, and the rest of the way to white."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    light *= shade
    light = light * tint + (1 - tint)
    return _written(colorsys.hls_to_rgb(hue, light, saturation))


def _changed(colour: str, element: Element) -> str:
    """What a:lumMod, a:lumOff, a:shade and a:tint make of a colour (20.1.2.3)."""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        try:
            share = min(max(int(child.get("val", "100000")) / 100_000, -10.0), 10.0)
        except ValueError:
            continue
        hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
        if name == "lumMod":
            light *= share
        elif name == "lumOff":
            light += share
        elif name == "satMod":
            saturation *= share
        elif name == "shade":
            light *= share
        elif name == "tint":
            light = light * share + (1 - share)
        else:
            continue
        colour = _written(colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), min(max(saturation, 0.0), 1.0)))
    return colour


def _line_widths(theme: Element | None) -> tuple[float, ...]:
    """Widths of the lines that shapes refer to by number (a:lnStyleLst, 20.1.4.1.21), in points."""
    found = []
    for line in theme.iterfind(f".//{A}lnStyleLst/{A}ln") if theme is not None else ():
        width = line.get("w", "")
        found.append(int(width) / 12_700 if width.isdecimal() and len(width) < 9 else 0.75)
    return tuple(found) or (0.5, 1.0, 1.5)


def _fonts(theme: Element | None, east_asian: str) -> dict[str, str]:
    """Theme font names by their slots (20.1.4.1.16)."""
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for weight in ("major", "minor"):
        if (found := theme.find(f".//{A}{weight}Font")) is None:
            continue
        for tag, slots in (("latin", ("Ascii", "HAnsi")), ("ea", ("EastAsia",)), ("cs", ("Bidi",))):
            element = found.find(A + tag)
            for slot in slots:
                fonts[weight + slot] = "" if element is None else element.get("typeface", "")
        if not fonts.get(weight + "EastAsia"):
            # 17.15.1.88: the language of w:themeFontLang chooses among the fonts for scripts.
            script = _SCRIPTS.get(east_asian, "Hans")
            for element in found.iterfind(A + "font"):
                if element.get("script") == script:
                    fonts[weight + "EastAsia"] = element.get("typeface", "")
    return fonts
