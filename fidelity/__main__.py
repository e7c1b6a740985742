"""Print a corpus of Word files with our press and with LibreOffice, and tell where the pages differ.

    python -m fidelity [WORDS …]     only files with one of these words in their name

Writes build/fidelity/: report.md, the copies that were printed, and pictures side by side, ours left and theirs right.
Exit code 1 where an aim is missed, 2 where LibreOffice is not here.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from docgen.printing import Press
from fidelity import office, ours, proofs, real_fonts, report, sides
from fidelity.compare import compare
from fidelity.corpus import Case, whole
from fidelity.report import Result

FOLDER = Path(__file__).parents[1] / "build" / "fidelity"
#: Copies on which a line or a page that is full to a hair ends as it does in LibreOffice.
HAIRS = (
    real_fonts.pages_smaller_by_a_hair,
    real_fonts.pages_larger_by_a_hair,
    real_fonts.cells_smaller_by_a_hair,
)
#: Names that LibreOffice looks for where a file names none.
DEFAULTS = (
    "Times New Roman",
    "Calibri",
    "Cambria",
    "Arial",
    "Courier New",
    "宋体",
    "SimSun",
    "Noto Serif",
    "DejaVu Sans",
)


def main(words: list[str]) -> int:
    cases = [case for case in whole(FOLDER / "downloads") if not words or any(word in case.name for word in words)]
    unfetched = not words and not any(case.group == "fetched" for case in cases)
    fonts, folders = ours.prepared()
    press = Press(fonts)
    copies = {case.name: real_fonts.renamed(case.make(), fonts) for case in cases}
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        theirs = office.printed(copies, FOLDER, real_fonts.fontconfig(FOLDER, fonts, DEFAULTS, folders))
    except office.NoOffice as absent:
        print(absent, file=sys.stderr)
        return 2
    _forget(cases, everything=not words)
    print(report.table([report.HEAD]).partition("\n")[0])
    results = []
    for case in cases:
        results.append(judged(press, case, copies[case.name], theirs.get(case.name, b"")))
        print("| " + " | ".join(results[-1].row()) + " |", flush=True)
    (FOLDER / "report.md").write_text(report.written(results, unfetched), "utf-8")
    print("\n" + report.table([report.TOTALS_HEAD, *report.totals(results)]) + f"\n\n{report.hairs(results)}")
    if unfetched:
        print("python-docx's files were not fetched: no connection to the package index.")
    aims = report.verdicts(results)
    for met, sentence in aims:
        print(f"{'met   ' if met else 'MISSED'}  {sentence}")
    print(f"\nPictures and the whole report: {FOLDER}")
    return 0 if all(met for met, _ in aims) else 1


def judged(press: Press, case: Case, copy: bytes, theirs: bytes) -> Result:
    (FOLDER / "files" / f"{case.name}.docx").write_bytes(copy)
    if not theirs:
        return Result(case, broken="LibreOffice does not print it")
    try:
        pdf, refused = ours.printed(press, copy)
    except Exception as fault:  # whatever it is: the report goes on and tells it
        traceback.print_exc()
        return Result(case, broken=f"{type(fault).__name__}: {fault}")
    if refused:
        return Result(case, refused=refused)
    found = compare(proofs.read(pdf), proofs.read(theirs))
    for changed in HAIRS:
        if not found.identical:
            pdf_by_a_hair, _ = ours.printed(press, changed(copy))
            found = found.or_by_a_hair(compare(proofs.read(pdf_by_a_hair), proofs.read(theirs)))
    result = Result(case, found, sides.ink_apart(pdf, theirs))
    if result.seen:
        sides.show(case.name, pdf, theirs, found, FOLDER / "pictures")
        (FOLDER / "files" / f"{case.name}.ours.pdf").write_bytes(pdf)
        (FOLDER / "files" / f"{case.name}.theirs.pdf").write_bytes(theirs)
    return result


def _forget(cases: list[Case], *, everything: bool) -> None:
    """Remove what an earlier run left of these files."""
    for folder in (FOLDER / "pictures", FOLDER / "files"):
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            if everything or any(path.name.startswith((f"{case.name}.", f"{case.name}-")) for case in cases):
                path.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
