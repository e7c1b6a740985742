"""Characters of symbol fonts (w:sym, ECMA-376-1, 17.3.3.30; bullets) as the Unicode characters that they show."""

from __future__ import annotations

from collections.abc import Mapping

# What a letter or a form uses of Wingdings, in characters that text fonts have where there are any.
_WINGDINGS: dict[int, str] = {
    0x20: " ", **dict(enumerate("✎✂✁", 0x21)), 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3E: "✇",
    **dict(enumerate("✍✍✌", 0x3F)), **dict(enumerate("☜☞☝☟", 0x45)), 0x4A: "☺", 0x4C: "☹", 0x4E: "☠", 0x4F: "⚐",
    **dict(enumerate("✈☼", 0x51)), 0x54: "❄", **dict(enumerate("✝✞✠✠✡☪☯", 0x55)), 0x5D: "☸",
    **dict(enumerate("♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■□□❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞", 0x5E)), 0x80: "⓪",
    **dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", 0x81)),
    0x8B: "⓿", **dict(enumerate("❶❷❸❹❺❻❼❽❾❿", 0x8C)),
    **dict(enumerate("·•▪○○○◉◎○▪□▲✦★✶✴✹✵", 0x9E)), 0xB1: "⌖", 0xB2: "✧", 0xB3: "⌑", 0xB5: "✪", 0xB6: "✰",
    **dict(enumerate("⌫⌦◄➢▲▼◁▷△▽←→↑↓↖↗↙↘⬅➔⬆⬇", 0xD5)), **dict(enumerate("⇦⇨⇧⇩⇔⇕", 0xEF)), 0xF9: "▭", 0xFA: "▫",
    **dict(enumerate("✗✓☒☑", 0xFB)),
}  # fmt: skip
_WINGDINGS_2 = {
    0x20: " ", **dict(enumerate("✗✓☒☑☒☒☒", 0x4F)), 0x69: "⓪", **dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", 0x6A)), 0x74: "⓿",
    **dict(enumerate("❶❷❸❹❺❻❼❽❾❿", 0x75)), **dict(enumerate("•●●●○○○◎◉◉▪■■□□□▣", 0x95)),
    0xAE: "◆", 0xAF: "◆", 0xB0: "◇", 0xF6: "★",
}  # fmt: skip
_WINGDINGS_3 = {0x20: " ", **dict(enumerate("←→↑↓↖↗↙↘", 0x66)), **dict(enumerate("▲▼△▽◀▶◁▷", 0x70)), 0x7D: "▶"}
_WEBDINGS = {
    0x20: " ", **dict(enumerate("◀▶▲▼", 0x33)), 0x59: "♥", 0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✖",
}  # fmt: skip
# Adobe's encoding of Symbol; "\0" where it has none.
_SYMBOL = {
    code: shown
    for first, characters in (
        (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
        (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
        (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐―↵"),
        (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
        (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
    )
    for code, shown in enumerate(characters, first)
    if shown != "\0"
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3, "symbol": _SYMBOL,
    "webdings": _WEBDINGS,
}  # fmt: skip


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
        return chr(number) if 0x20 <= number < 0xD800 else ""
    return chart.get(number - 0xF000 if 0xF000 <= number <= 0xF0FF else number, "")


def readable(font: str, words: str) -> str:
    """A bullet's words: those of a symbol font, or of its private area, as Unicode."""
    if not is_symbol_font(font) and not any(0xF000 <= ord(c) <= 0xF0FF for c in words):
        return words
    name = font if is_symbol_font(font) else "wingdings"
    return "".join(symbol(name, f"{ord(c):x}") or ("•" if 0xF000 <= ord(c) <= 0xF0FF else c) for c in words)


def deciphered(font: str, words: str) -> tuple[str, str]:
    """Plain text set in a symbol font, and the first of its characters that has no place in the chart, as a code.

    Characters beyond Latin 1 are not set in it: they have a font of their own.
    """
    shown, unknown = [], ""
    for character in words:
        code = ord(character)
        if code > 0xFF and not 0xF000 <= code <= 0xF0FF:
            shown.append(character)
        elif found := symbol(font, f"{code:x}"):
            shown.append(found)
        else:
            unknown = unknown or f"{code:04X}"
    return "".join(shown), unknown
