"""Word file → PDF: our press beside LibreOffice kept warm, on the same Word files.

Before anything is timed the two PDFs must have the same text, page headers aside. Where LibreOffice is not installed,
our press is timed alone.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

import docx
import pypdfium2
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from bench import office
from bench.timing import SIZES, held, in_turns, once, table
from docgen.printing.workers import Workers, make_press

BLOCKS = 1_000_000  # more than any of these files has
COLUMNS = ("发票号码", "合同编号", "开票日期", "到期日", "逾期天数", "金额", "已付", "未付")
HEADER = "上海示例贸易有限公司"
WORDS = (
    "贵我双方于2025年3月15日签订买卖合同，约定由我司向贵司供应显示屏一批，合同总价为人民币1,234,567.89元。"
    "我司已依约交付全部货物，贵司已验收合格。付款期限届满后，贵司仍有下列货款未付。"
)


def main() -> None:
    press = make_press(folder=None, font_map=None, most_blocks=BLOCKS)
    row = table(
        "Print: median (95th percentile) in ms",
        ("invoices", "pages", "kB", "docgen", "µs an invoice", "LibreOffice", "docgen ÷ LibreOffice", "aim"),
    )
    small = letter(6)
    for count in SIZES:
        file = letter(count)
        printed = press.print(file)
        ours = in_turns({"": lambda file=file: press.print(file)})[""]  # type: ignore[misc]
        told = ("not here", "", "")
        if office.PROGRAM:
            found = office.warm(file, small, many=max(1, min(20, 2_000 // count)))
            told = ("cut off", "", "")
            if found:
                pdf, theirs = found
                if words(pdf) != words(printed.pdf):
                    raise SystemExit(f"{count} invoices: the two PDFs differ in their text")
                ratio = ours.median / theirs.median
                told = (str(theirs), f"{ratio:.2f}", held(ratio, 0.5, at_most=True))
        row(
            f"{count:,}",
            printed.pages,
            len(printed.pdf) // 1000,
            ours,
            f"{ours.median / count * 1e6:,.0f}",
            *told,
        )
    beside(small)


def beside(file: bytes) -> None:
    """What it costs that a press is in a process of its own."""
    making = partial(make_press, folder=None, font_map=None, most_blocks=BLOCKS)
    press, workers = making(), Workers(1, making, seconds=60, memory=1 << 30)
    works = {"here": lambda: press.print(file), "there": lambda: workers.print(file)}
    for work in works.values():
        for _ in range(3):
            once(work)
    times = in_turns(works, rounds=100)
    workers.close()
    more = (times["there"].median - times["here"].median) * 1000
    row = table("A press in a process of its own: six invoices, in ms", ("in this one", "in its own", "more", "aim"))
    row(times["here"], times["there"], f"{more:.1f}", held(more, 2, at_most=True))


def letter(rows: int) -> bytes:
    """A demand letter with a table of eight columns."""
    document: Document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.sections[0].header.paragraphs[0].text = HEADER
    document.add_paragraph("催款函")
    for _ in range(3):
        document.add_paragraph(WORDS)
    table = document.add_table(2, len(COLUMNS), style="Table Grid")
    values = ("NUMBER", "HT-01", "2025-03", "2025-04", "DAYS", "12.5", "0", "12.5")
    for row, cells in zip(table.rows, (COLUMNS, values), strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = value
    document.add_paragraph("请贵司于2026年7月31日前付清。")
    written = io.BytesIO()
    document.save(written)
    return with_rows(written.getvalue(), rows)


def with_rows(file: bytes, rows: int) -> bytes:
    """The file with its last table row again and again; python-docx takes minutes for ten thousand."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode()
    (last,) = re.findall(r"<w:tr>(?:(?!<w:tr>).)*NUMBER.*?</w:tr>", xml, re.DOTALL)
    again = (last.replace("NUMBER", f"{25_000_000 + row}").replace("DAYS", str(row)) for row in range(1, rows + 1))
    parts["word/document.xml"] = xml.replace(last, "".join(again)).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def words(pdf: bytes) -> str:
    """The characters of all pages, in their order, without blanks and without the header, which each page repeats."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    if not all(HEADER in page for page in pages):
        raise SystemExit("a page has no header")
    return "".join(page.replace(HEADER, "") for page in pages)


if __name__ == "__main__":
    main()
