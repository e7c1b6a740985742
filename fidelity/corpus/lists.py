"""Numbered paragraphs and bullets: formats, levels, restarts, overrides, what follows the number (17.9)."""

from __future__ import annotations

from fidelity.corpus.making import CLAUSES, EN, SHORT, ZH, case, file, style, styled
from tests.printing.word import p


def level(
    number: int, form: str, words: str, *, left: int = 420, hanging: int = 420, extra: str = "", after: str = ""
) -> str:
    """One level of a list; `extra` before w:lvlText, `after` after w:lvlJc."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{words}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{after}</w:lvl>'
    )


def numbering(*lists: str, overrides: str = "") -> str:
    """Definitions and one list of each, numbered from 1."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
        for n, inner in enumerate(lists, 1)
    )
    listed = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1))
    return abstract + listed + overrides


def item(words: str, depth: int = 0, number: int = 1) -> str:
    return p(words, ppr=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def of_each(*forms: tuple[str, str], count: int = 4) -> bytes:
    """A list of `count` items for each (format, text of the level)."""
    lists = [level(0, form, words, left=840, hanging=840) for form, words in forms]
    blocks = [item(f"{form}：{SHORT}", number=n) for n, (form, _) in enumerate(forms, 1) for _ in range(count)]
    return file(*blocks, numbering=numbering(*lists))


@case("17.18.59: decimal numbers of several levels")
def list_decimal() -> bytes:
    levels = (
        level(0, "decimal", "%1.")
        + level(1, "decimal", "%1.%2", left=840)
        + level(2, "decimal", "%1.%2.%3", left=1500, hanging=660)
    )
    depths = (0, 1, 1, 2, 2, 0, 1, 2, 0)
    return file(*(item(CLAUSES[n % 7], depth) for n, depth in enumerate(depths)), numbering=numbering(levels))


@case("17.18.59: Chinese numbers: 第一条, 一、, （一）, beyond ten")
def list_chinese() -> bytes:
    levels = (
        level(0, "chineseCountingThousand", "第%1条", left=0, hanging=0, extra='<w:suff w:val="space"/>')
        + level(1, "chineseCounting", "（%2）", left=840, hanging=420)
        + level(2, "decimal", "%3.", left=1260, hanging=420)
    )
    blocks = [
        item(CLAUSES[n % 7], 0) + (item(SHORT, 1) + item(SHORT, 1) + item(SHORT, 2) if n % 4 == 0 else "")
        for n in range(13)
    ]
    return file(*blocks, numbering=numbering(levels))


@case("17.18.59: stems, branches, ideographs and legal figures")
def list_ideographs() -> bytes:
    return of_each(
        ("ideographTraditional", "%1、"), ("ideographZodiac", "%1、"), ("chineseLegalSimplified", "%1、"),
        ("ideographDigital", "%1、"), ("japaneseCounting", "%1、"), count=3,
    )  # fmt: skip


@case("17.18.59: figures in circles, and with a nought")
def list_circled() -> bytes:
    return of_each(
        ("decimalEnclosedCircle", "%1"), ("decimalEnclosedCircleChinese", "%1"), ("decimalZero", "%1"), count=3
    )


@case("17.18.59: figures of full width", "17.18.59: LibreOffice prints figures of half width")
def list_full_width() -> bytes:
    return of_each(("decimalFullWidth", "%1．"), count=3)


@case("17.18.59: Roman figures and letters")
def list_roman_and_letters() -> bytes:
    return of_each(
        ("upperRoman", "%1."), ("lowerRoman", "(%1)"), ("upperLetter", "%1."), ("lowerLetter", "(%1)"), count=5
    )


@case("17.18.59: ordinals and numbers in words")
def list_ordinals() -> bytes:
    return of_each(("ordinal", "%1"), ("cardinalText", "%1"), ("ordinalText", "%1"), count=3)


@case("17.9.4: legal numbering: Article I, then 1.01", "17.9.4: LibreOffice knows no w:isLgl and prints I.1")
def list_legal() -> bytes:
    levels = level(0, "upperRoman", "Article %1.", left=0, hanging=0, extra='<w:suff w:val="space"/>') + level(
        1, "decimal", "%1.%2", left=720, hanging=720, extra="<w:isLgl/>"
    )
    return file(*(item(EN[:60], 0) + item(EN, 1) + item(EN, 1) for _ in range(3)), numbering=numbering(levels))


@case("17.9.26: a list begun again at another number, by an override")
def list_restarts() -> bytes:
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", left=840)
    again = '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    blocks = [
        item("甲"),
        item("子", 1),
        item("丑", 1),
        item("乙"),
        item("寅", 1),
        item("七", 0, 5),
        item("八", 0, 5),
        item("卯", 1, 5),
    ]
    return file(*blocks, numbering=numbering(levels, overrides=again))


@case("17.9.10: a level that goes on counting", "17.9.10: LibreOffice restarts every level")
def list_without_restart() -> bytes:
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", left=840, extra='<w:lvlRestart w:val="0"/>')
    return file(item("甲"), item("子", 1), item("乙"), item("丑", 1), numbering=numbering(levels))


@case("17.9.3: bullets of symbol fonts")
def list_bullets() -> bytes:
    def bullet(number: int, sign: str, font: str) -> str:
        return level(
            number,
            "bullet",
            sign,
            left=420 * (number + 1),
            after=f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>',
        )

    signs = (
        ("\uf0b7", "Symbol"),
        ("\uf0a7", "Wingdings"),
        ("\uf0d8", "Wingdings"),
        ("\uf0fc", "Wingdings"),
        ("–", "Liberation Serif"),
    )
    return file(
        *(item(SHORT + ZH, n) for n in range(5)),
        numbering=numbering("".join(bullet(n, *sign) for n, sign in enumerate(signs))),
    )


@case("17.9.28: after the number a tab, a blank or nothing; numbers to the right")
def list_suffixes() -> bytes:
    lists = [level(0, "decimal", "%1.", extra=f'<w:suff w:val="{suffix}"/>') for suffix in ("tab", "space", "nothing")]
    right = level(0, "lowerRoman", "%1.", left=720, hanging=180).replace(
        '<w:lvlJc w:val="left"/>', '<w:lvlJc w:val="right"/>'
    )
    wide = level(0, "decimal", "第%1条之规定", left=420, hanging=420)
    return file(*(item(ZH, number=n) for n in range(1, 6) for _ in range(2)), numbering=numbering(*lists, right, wide))


@case("17.9.23: numbers that come with heading styles")
def list_of_styles() -> bytes:
    levels = "".join(
        level(n, form, words, left=0, hanging=0, extra=f'<w:pStyle w:val="H{n + 1}"/><w:suff w:val="space"/>')
        for n, (form, words) in enumerate(
            (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．"))
        )
    )
    styles = "".join(
        style(f"H{n}", f'<w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="{n - 1}"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="120" '
              f'w:after="120"/><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{34 - 4 * n}"/></w:rPr>')
        for n in (1, 2, 3)
    )  # fmt: skip
    order = (1, 2, 3, 3, 2, 1, 2, 3)
    return file(
        *(p(f"标题{n}", ppr=styled(f"H{n}")) + p(SHORT) for n in order), numbering=numbering(levels), styles=styles
    )


@case("17.3.1.19: an indent of the paragraph's own goes before that of its level")
def list_own_indents() -> bytes:
    levels = level(0, "decimal", "%1.", left=840, hanging=420)
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return file(
        item(ZH),
        p(ZH, ppr=own + '<w:ind w:left="0" w:firstLine="420"/>'),
        p(ZH, ppr=own + '<w:ind w:left="1600" w:hanging="800"/>'),
        item(ZH),
        numbering=numbering(levels),
    )
