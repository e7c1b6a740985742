"""Characters: the cascade of styles, fonts, sizes, lines, marks (17.3.2, 17.7)."""

from __future__ import annotations

from fidelity.corpus.making import EN, MIXED, SANS, SERIF, SHORT, ZH, case, file, fonts, size, style, styled
from tests.printing.word import p, r

THEME = (
    '<a:clrScheme name="c"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2>'
    '<a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4>'
    '<a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6>'
    '<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>'
    '<a:fontScheme name="f"><a:majorFont><a:latin typeface="Liberation Sans"/><a:ea typeface="Noto Sans CJK SC"/>'
    '<a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Liberation Serif"/>'
    '<a:ea typeface="Noto Serif CJK SC"/><a:cs typeface=""/></a:minorFont></a:fontScheme>'
    '<a:fmtScheme name="s"><a:fillStyleLst/><a:lnStyleLst/><a:effectStyleLst/><a:bgFillStyleLst/></a:fmtScheme>'
)


@case("17.7.2: defaults, styles upon styles, and what is set directly")
def style_inheritance() -> bytes:
    styles = (
        style("Normal", f'<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr>{size(11)}</w:rPr>', default=True)
        + style("Clause", f'<w:pPr><w:ind w:left="420"/></w:pPr><w:rPr>{fonts(SANS)}</w:rPr>', based="Normal")
        + style("Deep", '<w:pPr><w:ind w:left="840"/><w:jc w:val="both"/></w:pPr><w:rPr><w:b/></w:rPr>', based="Clause")
        + style("Red", '<w:rPr><w:color w:val="C00000"/><w:i/></w:rPr>', kind="character")
    )
    return file(
        p(ZH), p(ZH, ppr=styled("Clause")), p(ZH, ppr=styled("Deep")),
        p("普通，", r("字符样式，", '<w:rStyle w:val="Red"/>'), r("又直接改为十六磅。", f'<w:rStyle w:val="Red"/>{size(16)}'),
          ppr=styled("Deep")),
        styles=styles,
    )  # fmt: skip


@case("17.7.3: what toggles: bold upon bold is not bold")
def toggles() -> bytes:
    styles = style("Strong", "<w:rPr><w:b/></w:rPr>") + style("Marked", "<w:rPr><w:b/><w:i/></w:rPr>", kind="character")
    return file(
        p("Bold by paragraph, ", r("by both, ", '<w:rStyle w:val="Marked"/>'), r("directly", "<w:b/>"), ", ",
          r("off", '<w:b w:val="0"/>'), ppr=styled("Strong")),
        p(r("Only by character", '<w:rStyle w:val="Marked"/>'), " and plain."),
        styles=styles,
    )  # fmt: skip


@case("17.3.2.26, 20.1.4.1.16: fonts of the theme")
def theme_fonts() -> bytes:
    def run(which: str, words: str) -> str:
        attributes = f'w:asciiTheme="{which}HAnsi" w:hAnsiTheme="{which}HAnsi" w:eastAsiaTheme="{which}EastAsia"'
        return r(words, f"<w:rFonts {attributes}/>")

    return file(p(run("major", "标题 Heading 字体。")), p(run("minor", "正文 Body 字体。" + ZH)), more={"theme": THEME})


@case("17.3.2.6: colours of the theme, tinted and shaded")
def theme_colours() -> bytes:
    runs = [
        r(f"颜色{name}。", f'<w:color w:val="{value}" w:themeColor="{name}"/>')
        for name, value in (("accent1", "4472C4"), ("accent2", "ED7D31"), ("text2", "44546A"))
    ]
    runs.append(r("浅。", '<w:color w:val="8EAADB" w:themeColor="accent1" w:themeTint="99"/>'))
    runs.append(r("深。", '<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>'))
    return file(p(*runs), more={"theme": THEME})


@case("17.3.2.26: the font of each character: East Asian, Latin, and what w:hint decides",
      "17.3.2.26: LibreOffice takes quotation marks by their neighbours and passes w:hint over")  # fmt: skip
def fonts_per_character() -> bytes:
    quoted = "“引号”与‘单引号’，破折号——省略号……，第①项、±5℃、×2、§3、é、α。"
    return file(
        p(quoted, size_note()),
        p(r(quoted, '<w:rFonts w:hint="eastAsia"/>')),
        p(r("“Latin quotes” — and … dots.")),
        p(MIXED),
        hinted=False,
    )


def size_note() -> str:
    return r("（小字）", size(7.5))


@case("17.3.2.38: sizes in one line")
def sizes() -> bytes:
    return file(
        p(*(r(f"{points}磅Text", size(points)) for points in (5, 7.5, 9, 10.5, 12, 14, 16, 18, 22, 26))),
        *(p(r(f"{points}磅：{SHORT}", size(points))) for points in (9, 12, 15, 18, 22, 36)),
    )


@case("17.3.2.35: spacing of letters")
def letter_spacing() -> bytes:
    return file(*(p(r(f"{twips / 20}磅：{ZH}", f'<w:spacing w:val="{twips}"/>')) for twips in (-10, 0, 20, 60)))


@case("17.3.2.43: letters set narrower and wider")
def letter_scaling() -> bytes:
    return file(
        *(
            p(r(f"{share}%：{SHORT} Text of a width.", f'<w:w w:val="{share}"/>'))
            for share in (50, 66, 80, 100, 150, 200)
        )
    )


@case(
    "17.3.2.24: raised and lowered letters", "17.3.2.24: LibreOffice makes the line higher than the letters are raised"
)
def letter_position() -> bytes:
    return file(
        p("基线", r("升六磅", '<w:position w:val="12"/>'), "基线", r("降六磅", '<w:position w:val="-12"/>'), "基线"),
        p(ZH),
    )


@case("17.3.2.42: superscripts and subscripts")
def superscripts() -> bytes:
    up, down = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    return file(p("面积12m", r("2", up), "，水H", r("2", down), "O，注", r("［1］", up), "。", ZH))


@case("17.18.99: every kind of underline")
def underlines() -> bytes:
    kinds = (
        "single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy", "dashLong", "dotDash",
        "dotDotDash", "wave", "wavyHeavy", "wavyDouble",
    )  # fmt: skip
    coloured = r("红色下划线 red underline", '<w:u w:val="single" w:color="FF0000"/>')
    return file(*(p(r(f"{kind}：下划线 underlined words", f'<w:u w:val="{kind}"/>')) for kind in kinds), p(coloured))


@case("17.3.2.37, 17.3.2.9: struck through once and twice")
def strikes() -> bytes:
    return file(p(r("单删除线 struck", "<w:strike/>"), "，", r("双删除线 twice", "<w:dstrike/>"), "，", "平常。"))


@case("17.3.2.5, 17.3.2.33: capitals and small capitals")
def capitals() -> bytes:
    return file(
        p(r("All capitals, here. ", "<w:caps/>"), r("Small Capitals, here. ", "<w:smallCaps/>"), "Plain."), p(EN)
    )


@case("17.3.2.15: highlighting")
def highlights() -> bytes:
    colours = ("yellow", "green", "cyan", "magenta", "red", "darkBlue", "lightGray", "black")
    return file(p(*(r(f"{colour}标记 ", f'<w:highlight w:val="{colour}"/>') for colour in colours)))


@case("17.3.2.32, 17.3.2.4: shading and a border of characters",
      "17.3.2.4: LibreOffice widens and heightens the text by its border; Word draws it around")  # fmt: skip
def character_shading_and_border() -> bytes:
    border = '<w:bdr w:val="single" w:sz="8" w:space="0" w:color="C00000"/>'
    return file(
        p(
            "前",
            r("灰底文字", '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'),
            "中",
            r("加框文字 boxed", border),
            "后",
        ),
        p(r("跨行的加框文字：" + ZH, border)),
    )


@case("17.3.2.12: emphasis marks")
def emphasis_marks() -> bytes:
    return file(
        *(
            p("加", r("着重号文字", f'<w:em w:val="{kind}"/>'), "于此。")
            for kind in ("dot", "comma", "circle", "underDot")
        )
    )


@case(
    "17.3.3.25: words above words",
    "17.3.3.25: LibreOffice sets the words above by a rule of its own, Word by w:hpsRaise",
)
def ruby() -> bytes:
    def above(base: str, words: str) -> str:
        settings = (
            '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
            '<w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>'
        )
        return (
            f"<w:r><w:ruby>{settings}<w:rt>{r(words, size(5))}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"
        )

    return file(p("合同", above("买方", "mǎifāng"), "与", above("卖方", "màifāng"), "约定。"), p(ZH))


@case("17.3.2.41: hidden text takes no room")
def hidden_text() -> bytes:
    return file(
        p("看得见，", r("看不见，", "<w:vanish/>"), "又看得见。"),
        p(r("整段隐藏", "<w:vanish/>"), ppr="<w:rPr><w:vanish/></w:rPr>"),
        p(SHORT),
    )


@case("17.3.2.19: kerning of pairs from a size on")
def kerning() -> bytes:
    words = "AVAVA To Ty We Yo VAT Tomorrow, Wave. "
    return file(
        p(r(words * 3, f'{size(14)}<w:kern w:val="20"/>')), p(r(words * 3, size(14))), p(r(EN, '<w:kern w:val="2"/>'))
    )


@case("17.3.2.20: characters that few fonts have")
def rare_characters() -> bytes:
    return file(p("姓名：𬭎、㛃、䶮、龘、镕、喆、堃；繁體：臺灣、裏、著、緒、關於、憑證。"), p(ZH))


@case("17.3.2.1, 17.3.2.16: bold and slanted, in Latin and Chinese")
def bold_and_italic() -> bytes:
    kinds = ("<w:b/>", "<w:i/>", "<w:b/><w:i/>")
    return file(
        *(p(r("粗斜 Bold and slanted words in both scripts. ", kind + fonts(name, latin)))
          for kind in kinds for name, latin in ((SERIF, "Liberation Serif"), (SANS, "Liberation Sans")))
    )  # fmt: skip


@case("17.3.2: fonts of other families")
def other_families() -> bytes:
    return file(
        *(p(r(f"{name}: {EN}", fonts(SERIF, name))) for name in ("Liberation Sans", "Liberation Mono", "Liberation Serif", "DejaVu Sans")),
        p(r(ZH, fonts(SANS))),
    )  # fmt: skip
