"""Characters of symbol fonts (w:sym, ECMA-376-1, 17.3.3.30; bullets) as the Unicode characters that they show."""

from __future__ import annotations

# The code charts of Wingdings and Symbol, as far as letters and forms use them.
_WINGDINGS = {
    0x20: " ", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•",
    0xA7: "▪", 0xA8: "□", 0xB2: "✧", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□", 0x96: "●", 0x97: "●", 0x53: "☒", 0x54: "☒"}
_SYMBOL = {
    0x20: " ", 0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xD2: "®", 0xD3: "©", 0xD4: "™",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def is_symbol_font(name: str) -> bool:
    return name.lower() in _FONTS


def symbol(font: str, code: str) -> str:
    """The character that a symbol font shows at a hexadecimal code, F000 added or not; "" when not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    chart = _FONTS.get(font.lower())
    if chart is None:
        return chr(number) if 0x20 <= number < 0xE000 and not 0xD800 <= number < 0xE000 else ""
    return chart.get(number - 0xF000 if number >= 0xF000 else number, "")


def readable(font: str, words: str) -> str:
    """A bullet's words: those of a symbol font, or of its private area, as Unicode."""
    if not is_symbol_font(font) and not any(0xF000 <= ord(c) <= 0xF0FF for c in words):
        return words
    name = font if is_symbol_font(font) else "wingdings"
    return "".join(symbol(name, f"{ord(c):x}") or ("•" if 0xF000 <= ord(c) <= 0xF0FF else c) for c in words)
