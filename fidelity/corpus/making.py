"""How the corpus is made: Word files in the one-line notation of tests/printing/word.py, on A4, with fonts that are here.

Every word of the corpus is made up for it. A file names its fonts by the names that machines without Word have, so
that both programs measure with the same ones.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw

from tests.printing.word import p, word

SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"

ZH = (
    "甲乙双方经平等协商，就精密部件的供应与付款事宜达成如下约定，以资共同遵守。卖方应当按照附件所列的规格、数量和时间交付货物，"
    "买方应当在收到货物后七日内完成验收；逾期未提出书面异议的，视为验收合格。货款分三期支付，每期款项以买方收到合法有效的发票为准。"
)
SHORT = "卖方应当按约交付货物，买方应当按期支付货款。"
MIXED = (
    "双方确认：截至2026年9月15日，依合同HX-2025-0318及补充协议B1项下未付货款为人民币678,650.50元，"
    "其中逾期超过90日的为CNY 518,650.50，利率按LPR的1.5倍计算（见Annex 2第3条）。"
)
EN = (
    "The Seller shall deliver the goods set out in the Schedule to the place named there, and the Buyer shall inspect "
    "them within seven days of delivery. Goods that are not rejected in writing within that time are accepted. The "
    "price falls due in three instalments, each on the day that follows receipt of a proper invoice. "
)
CLAUSES = (
    "标的物的名称、规格型号、数量及单价以附件一所列为准，附件一与本合同具有同等效力。",
    "卖方应当于买方支付预付款之日起三十日内将货物运至买方指定的仓库，运费由卖方承担。",
    "货物在交付买方之前毁损、灭失的风险由卖方承担，交付之后由买方承担，法律另有规定的除外。",
    "买方未按期付款的，应当以未付金额为基数，按照一年期贷款市场报价利率的一点五倍支付违约金。",
    "任何一方对于因签订或者履行本合同而知悉的对方商业秘密负有保密义务，该义务不因合同终止而终止。",
    "因不可抗力不能履行合同的，根据不可抗力的影响部分或者全部免除责任，但应当及时通知对方并提供证明。",
    "本合同自双方签字并盖章之日起生效，一式四份，双方各执两份，每份具有同等法律效力。",
)

A4 = (11906, 16838)


def paper(width: int = A4[0], height: int = A4[1], margin: int = 1440, sides: int = 1800, extra: str = "") -> str:
    """Page size and margins in twips; `extra`: what follows them in w:sectPr."""
    turned = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{margin}" w:right="{sides}" '
        f'w:bottom="{margin}" w:left="{sides}" w:header="851" w:footer="992" w:gutter="0"/>{extra}'
    )


#: Text as high as 44 lines of a grid of 312 twips: LibreOffice puts what is left over at the head of the page, Word at
#: its foot.
GRIDDED = 1670


def gridded(pitch: str = '<w:docGrid w:type="lines" w:linePitch="312"/>', *, sides: int = 1800) -> str:
    """A4 with a document grid (17.6.5) that fills the page."""
    return paper(sides=sides, extra=pitch).replace('w:bottom="1440"', f'w:bottom="{GRIDDED}"')


def compatible(mode: int = 15, *, grid_in_tables: bool = True) -> str:
    """The settings of a file saved by a recent Word (15) or an older one (17.15.3, [MS-DOCX] 2.3.1); Chinese Word lays
    the lines of tables on the grid (17.15.3.1)."""
    setting = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    adjusted = "<w:adjustLineHeightInTable/>" if grid_in_tables else ""
    return f'<w:compat>{adjusted}<w:compatSetting {setting} w:val="{mode}"/></w:compat>'


def file(
    *blocks: str, page: str = "", settings: str = "", mode: int = 15, styles: str = "", hinted: bool = True,
    hanging_in_cells: bool = False, grid_in_tables: bool = True, **more: Any,
) -> bytes:  # fmt: skip
    """A Word file on A4 from blocks. `page`: w:pgSz and what follows; `settings`: what stands before w:compat.

    hinted: Chinese runs say so, as Word writes them (w:hint, 17.3.2.26); it decides on quotation marks. hanging_in_cells:
    punctuation hangs over the edge of a cell, as it does in Word and not in LibreOffice.
    """
    body = "".join(blocks)
    if hinted:
        body = _RUN.sub(_typed, body)
    if not hanging_in_cells:
        body = _CELL.sub(lambda cell: cell[0].replace("<w:pPr>", '<w:pPr><w:overflowPunct w:val="0"/>'), body)
    if 'w:default="1"' not in styles:
        styles = style("Normal", "<w:pPr><w:widowControl/></w:pPr>", default=True) + styles
    settings += compatible(mode, grid_in_tables=grid_in_tables)
    return word(body, paper=page or paper(), settings=settings, styles=styles, **more)


_CELL = re.compile(r"<w:tc>.*?</w:tc>", re.S)
_RUN = re.compile(r"(<w:r><w:rPr>)((?:(?!</w:rPr>).)*)(</w:rPr>)(<w:t[ >][^<]*[\u4e00-\u9fff][^<]*</w:t>)", re.S)


def _typed(run: re.Match[str]) -> str:
    settings = run[2]
    if "<w:rFonts" not in settings:
        settings = '<w:rFonts w:hint="eastAsia"/>' + settings
    elif "w:hint" not in settings:
        settings = settings.replace("<w:rFonts ", '<w:rFonts w:hint="eastAsia" ')
    return run[1] + settings + run[3] + run[4]


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/>'


def fonts(name: str, latin: str = "") -> str:
    latin = latin or name
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}"/>'


def style(identity: str, inner: str, kind: str = "paragraph", based: str = "", default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{identity}"><w:name w:val="{identity}"/>{parent}{inner}</w:style>'
    )


def styled(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


def article(*, numbered: bool = True) -> list[str]:
    """Seven clauses as paragraphs."""
    counted = "一二三四五六七"
    return [
        p(f"第{number}条　{clause}" if numbered else clause) for number, clause in zip(counted, CLAUSES, strict=True)
    ]


#: Single lines around and within a table.
RULED = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
MARGINS = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
FIXED = '<w:tblLayout w:type="fixed"/>'


def ruled(width: int = 0, *, kind: str = "dxa", layout: str = FIXED, extra: str = "") -> str:
    """Settings of a table with lines: w:tblW in twips (or fiftieths of a per cent), fixed unless said otherwise."""
    preferred = f'<w:tblW w:w="{width}" w:type="{kind}"/>' if width else '<w:tblW w:w="0" w:type="auto"/>'
    return f"{preferred}{extra}{RULED}{layout}{MARGINS}"


def wide(twips: int) -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>'


def picture(width: int = 240, height: int = 120, colour: str = "#3a6ea5", kind: str = "PNG") -> bytes:
    """A picture to look at: a field of colour with a diagonal and a frame."""
    image = Image.new("RGB", (width, height), colour)
    pen = ImageDraw.Draw(image)
    pen.rectangle((4, 4, width - 5, height - 5), outline="white", width=3)
    pen.line((4, 4, width - 5, height - 5), fill="white", width=3)
    pen.ellipse((width // 2 - 20, height // 2 - 20, width // 2 + 20, height // 2 + 20), fill="#f2b632")
    written = io.BytesIO()
    image.save(written, kind)
    return written.getvalue()


@dataclass(frozen=True)
class Case:
    """One file of the corpus. `group`: "templates", "constructs", "documents" or "fetched"; `about`: what it shows.

    departs: clause and sentence where LibreOffice itself departs from Word in this file, so that a difference is not
    ours; such files are counted apart.
    """

    name: str
    group: str
    about: str
    make: Callable[[], bytes]
    departs: str = ""


CASES: list[Case] = []


def case(
    about: str, departs: str = "", group: str = "constructs"
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Enters a function that makes a Word file into the corpus, under its own name."""

    def entered(make: Callable[[], bytes]) -> Callable[[], bytes]:
        CASES.append(Case(make.__name__, group, about, make, departs))
        return make

    return entered
