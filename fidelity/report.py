"""What was found, as tables: a row for each file, totals against the aims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fidelity.compare import UNSEEN, Comparison
from fidelity.corpus.making import Case

#: Of the files printed by both, in per cent.
SAME_PAGES, LINES_ON_PAGE = 95.0, 98.0
#: Ink without ink near it on the other page: more is looked at.
INK_SEEN = 0.06
GROUPS = {"templates": "our templates", "constructs": "constructs", "documents": "documents", "fetched": "python-docx"}


@dataclass(frozen=True)
class Result:
    """A file of the corpus and what became of it. refused: codes of findings; broken: what nobody expected."""

    case: Case
    comparison: Comparison | None = None
    ink: float = 0.0
    refused: tuple[str, ...] = ()
    broken: str = ""

    @property
    def seen(self) -> bool:
        """Whether a person who lays the pages side by side sees a difference."""
        found = self.comparison
        return found is not None and (not found.identical or found.shift > UNSEEN or self.ink > INK_SEEN)

    @property
    def apart(self) -> bool:
        """Whether LibreOffice, departing from Word, makes pages or lines unlike; where it moves lines, they count."""
        return bool(self.case.departs) and not (self.comparison and self.comparison.identical)

    def row(self) -> list[str]:
        found = self.comparison
        if found is None:
            return [self.case.name, "", "", "", "", "", "", "", self.broken or "refused: " + ", ".join(self.refused)]
        notes = [f"{found.by_a_hair} lines by a hair"] if found.by_a_hair else []
        notes += [f"LibreOffice departs: {self.case.departs}"] if self.case.departs else []
        if found.lost:
            notes.append(f"LibreOffice leaves out {found.lost} hanging signs")
        if found.missing:
            notes.append("missing " + _short(found.missing))
        if found.extra:
            notes.append("extra " + _short(found.extra))
        return [
            self.case.name, f"{found.our_pages}/{found.their_pages}", f"{found.text * 100:.1f}", str(len(found.lines)),
            str(len(found.lines) - found.on_same_page), str(len(found.broken_elsewhere)), f"{found.shift:.1f}",
            f"{self.ink * 100:.0f}", "; ".join(notes),
        ]  # fmt: skip


HEAD = ["file", "pages", "text %", "lines", "other page", "other break", "shift mm", "ink %", ""]


def _short(stretches: Sequence[str]) -> str:
    shown = " ".join(f"“{words[:12]}”" for words in stretches[:3])
    return shown + (f" and {len(stretches) - 3} more" if len(stretches) > 3 else "")


@dataclass(frozen=True)
class Totals:
    """Sums over files that both printed."""

    files: int
    printed: int
    refused: int
    same_pages: int
    whole_text: int
    signs: int
    lines: int
    on_page: int
    same_break: int
    identical: int

    @classmethod
    def of(cls, results: Sequence[Result]) -> Totals:
        found = [result.comparison for result in results if result.comparison]
        return cls(
            files=len(results), printed=len(found), refused=sum(bool(result.refused) for result in results),
            same_pages=sum(one.same_pages for one in found), whole_text=sum(one.whole_text for one in found),
            signs=sum(one.signs for one in found), lines=sum(len(one.lines) for one in found),
            on_page=sum(one.on_same_page for one in found),
            same_break=sum(len(one.lines) - len(one.broken_elsewhere) for one in found),
            identical=sum(one.identical for one in found),
        )  # fmt: skip

    def row(self, name: str) -> list[str]:
        parts = (
            (self.same_pages, self.printed),
            (self.whole_text, self.printed),
            (self.on_page, self.lines),
            (self.same_break, self.lines),
            (self.identical, self.printed),
        )
        return [name, str(self.files), str(self.refused), *(share(part, whole) for part, whole in parts)]


TOTALS_HEAD = [
    "group",
    "files",
    "refused",
    "same pages %",
    "whole text %",
    "lines on page %",
    "lines alike %",
    "identical %",
]


def share(part: int, whole: int) -> str:
    return f"{part / whole * 100:.1f}" if whole else "–"


def verdicts(results: Sequence[Result]) -> list[tuple[bool, str]]:
    """(met, sentence) of each aim. Files with a note of what LibreOffice does are counted apart."""
    judged = [result for result in results if not result.apart]
    aside = sum(result.apart and result.case.group == "templates" for result in results)
    ours = Totals.of([result for result in judged if result.case.group == "templates"])
    rest = [result for result in judged if result.case.group != "templates"]
    corpus = Totals.of(rest)
    # What is refused by name in files of strangers is an answer; in our own corpus it is a construct that is missing.
    lost = [
        result
        for result in rest
        if result.comparison is None and not (result.case.group == "fetched" and result.refused)
    ]
    counted = corpus.printed + len(lost)
    pages = corpus.same_pages / counted * 100 if counted else 100.0
    lines = corpus.on_page / corpus.lines * 100 if corpus.lines else 100.0
    text_less = [result.case.name for result in judged if result.comparison and not result.comparison.whole_text]
    return [
        (
            ours.identical == ours.files,
            f"our templates identical: {ours.identical} of {ours.files}{f', and {aside} apart' if aside else ''}",
        ),
        (pages >= SAME_PAGES, f"corpus with the same number of pages: {pages:.1f} % (aim {SAME_PAGES:.0f} %)"),
        (lines >= LINES_ON_PAGE, f"lines on the same page: {lines:.1f} % (aim {LINES_ON_PAGE:.0f} %)"),
        (not text_less, f"the whole text: {_but_not(text_less)}"),
        (not lost, f"every construct printed: {_but_not([result.case.name for result in lost])}"),
    ]


def _but_not(names: Sequence[str]) -> str:
    return f"not in {len(names)}: {', '.join(names[:12])}" if names else "in every file"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns under each other, as text that is also Markdown."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    widths[-1] = 0
    lines = [
        "| " + " | ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (max(width, 1) + 2) for width in widths) + "|")
    return "\n".join(lines)


def written(results: Sequence[Result], unfetched: bool) -> str:
    """The whole report, as Markdown."""
    parts = []
    for group, title in GROUPS.items():
        rows = [result.row() for result in results if result.case.group == group]
        if rows:
            parts.append(f"## {title}\n\n{table([HEAD, *rows])}")
    parts.append(f"## Totals\n\n{table([TOTALS_HEAD, *totals(results)])}")
    parts.append(hairs(results))
    if unfetched:
        parts.append("python-docx's files were not fetched: no connection to the package index.")
    for result in results:
        if result.comparison and result.comparison.broken_elsewhere:
            lines = result.comparison.broken_elsewhere
            shown = "\n".join(
                f"- p. {line.page + 1} theirs `{line.text[:90]}` ours `{line.ours[:90]}`" for line in lines[:8]
            )
            parts.append(f"### {result.case.name}: {len(lines)} lines break elsewhere\n\n{shown}")
    return "\n\n".join(parts) + "\n"


def hairs(results: Sequence[Result]) -> str:
    """How many lines count as alike because the page is full to a hair."""
    found = [result.comparison for result in results if result.comparison and not result.apart]
    alike, lines = sum(one.by_a_hair for one in found), sum(len(one.lines) for one in found)
    return f"{alike} of {lines} lines are alike by a hair, in {sum(one.by_a_hair > 0 for one in found)} files."


def totals(results: Sequence[Result]) -> list[list[str]]:
    judged = [result for result in results if not result.apart]
    rows = []
    for group, title in GROUPS.items():
        if found := [result for result in judged if result.case.group == group]:
            rows.append(Totals.of(found).row(title))
    if apart := [result for result in results if result.apart]:
        rows.append(Totals.of(apart).row("LibreOffice departs"))
    return rows
