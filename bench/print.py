"""Our press beside LibreOffice kept warm, on the same Word files, in one run.

    python bench/print.py [ROWS …]

Before anything is timed the two PDFs must have the same text. LibreOffice is warm: one process converts one file, then
many, and the difference, divided, is what a further file costs. Where LibreOffice is not installed, our press is timed
alone. What is printed is the median of ours, for each number of table rows.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import docx
import pypdfium2
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from docgen.printing import Press, fonts

ROWS = (6, 50, 500)
COLUMNS = ("发票号码", "合同编号", "开票日期", "到期日", "逾期天数", "金额", "已付", "未付")
HEADER = "上海示例贸易有限公司"
WORDS = (
    "贵我双方于2025年3月15日签订买卖合同，约定由我司向贵司供应显示屏一批，合同总价为人民币1,234,567.89元。"
    "我司已依约交付全部货物，贵司已验收合格。付款期限届满后，贵司仍有下列货款未付。"
)


def main() -> None:
    press = Press(fonts.prepare())
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not installed: our press alone")
    print(f"{'rows':>6} {'pages':>6} {'kB':>6} {'docgen ms':>10} {'LibreOffice ms':>15} {'ratio':>7}")
    for count in [int(argument) for argument in sys.argv[1:]] or ROWS:
        file = letter(count)
        printed = press.print(file)
        rounds = max(3, 30 // max(count // 10, 1))
        ours = median(timed(lambda file=file: press.print(file)) for _ in range(rounds))  # type: ignore[misc]
        line = f"{count:>6} {printed.pages:>6} {len(printed.pdf) // 1000:>6} {ours * 1000:>10.0f}"
        if office:
            pdf, theirs = by_libreoffice(office, file, many=max(3, 20 // max(count // 20, 1)))
            if words(pdf) != words(printed.pdf):
                raise SystemExit(f"{count} rows: the two PDFs differ in their text")
            line += f" {theirs * 1000:>15.0f} {theirs / ours:>6.1f}x"
        print(line)


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
    table = document.add_table(rows + 1, len(COLUMNS), style="Table Grid")
    for number, row in enumerate(table.rows):
        values = (
            COLUMNS
            if number == 0
            else (f"{25000000 + number}", "HT-01", "2025-03", "2025-04", str(number), "12.5", "0", "12.5")
        )
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.add_paragraph("请贵司于2026年7月31日前付清。")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def timed(work: object) -> float:
    started = perf_counter()
    work()  # type: ignore[operator]
    return perf_counter() - started


def by_libreoffice(office: str, file: bytes, many: int) -> tuple[bytes, float]:
    """The PDF that LibreOffice makes, and the seconds that one more file costs it."""
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / f"{number}.docx" for number in range(many + 1)]
        for name in names:
            name.write_bytes(file)

        def convert(files: list[Path]) -> None:
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *map(str, files)]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603

        convert(names[:1])  # makes its profile
        one = timed(lambda: convert(names[:1]))
        all_of_them = timed(lambda: convert(names))
        return (Path(folder) / "0.pdf").read_bytes(), (all_of_them - one) / many


def words(pdf: bytes) -> str:
    """The characters of all pages, in their order, without blanks and without the header, which each page repeats."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    if not all(HEADER in page for page in pages):
        raise SystemExit("a page has no header")
    return "".join(page.replace(HEADER, "") for page in pages)


if __name__ == "__main__":
    main()
