"""Print how the checker fares with the corpus of templates: `python -m tests.studio.check_templates`."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence

from docgen.errors import Finding, WordPlace
from tests.studio.corpus import BROKEN, HOSTILE, SOUND
from tests.studio.corpus.judging import judged, make_desk, told
from tests.studio.corpus.labels import At, Broken
from tests.studio.corpus.running import fare

_WIDTHS = (46, 42, 14, 8, 8)


def main() -> int:
    """0 when the corpus is told as its labels say."""
    desk = make_desk()
    print("Broken templates: the place of each fault was labelled by hand\n")
    _line("template", "faults", "in paragraph", "named", "extra")
    faults = named = placed = extra = 0
    for broken in BROKEN:
        found = judged(broken, desk)
        faults += len(broken.labels)
        named += found.named
        placed += found.placed
        extra += len(found.extra)
        _line(broken.id, _faults(broken), found.placed, found.named, len(found.extra) or "")
        for line in _remarks(broken, found.findings, found.extra, missed=found.placed < len(broken.labels)):
            print(f"      {line}")
    _line("", f"{faults} faults in {len(BROKEN)} templates", _per_cent(placed, faults), _per_cent(named, faults), extra)

    print("\nSound templates: nothing is to be found\n")
    _line("template", "letter", "findings")
    sound = 0
    for template in SOUND:
        findings = told(template, desk, letters=True)
        sound += not findings
        _line(template.id, template.letter, len(findings) or "–")
        for finding in findings:
            print(f"      {finding.code} {_place(finding)}")
    _line("", f"{len(SOUND)} templates", _per_cent(sound, len(SOUND)))

    print("\nHostile templates: refused by name, or run within their limits\n")
    _line("template", "refused with", "when", "seconds", "kB out")
    harmless = 0
    for hostile in HOSTILE:
        fared = fare(hostile)
        harmless += bool(fared.codes & hostile.refused) if hostile.refused else not fared.findings
        codes = ", ".join(sorted(fared.codes)) or "runs"
        _line(hostile.id, codes, fared.stage, f"{fared.seconds:.2f}", len(fared.letter) >> 10 or "")
    _line("", f"{len(HOSTILE)} templates", _per_cent(harmless, len(HOSTILE)))
    return 0 if named == faults and placed >= 0.95 * faults and sound == len(SOUND) and harmless == len(HOSTILE) else 1


def _remarks(broken: Broken, findings: Sequence[Finding], extra: Sequence[Finding], *, missed: bool) -> Iterator[str]:
    """What was told otherwise than the labels have it."""
    if missed:
        yield "wanted " + "; ".join(f"{at.fault} at {_numbers(at)} {at.words}" for at in broken.labels)
        yield from (f"told   {finding.code} {_place(finding)}" for finding in findings)
    else:
        yield from (f"extra  {finding.code} {_place(finding)}" for finding in extra)


def _faults(broken: Broken) -> str:
    return "; ".join(str(at.fault) for at in broken.labels)


def _numbers(at: At) -> str:
    return " ".join(filter(None, (at.part or "the whole file", *(str(n) for n in at.numbers if n))))


def _place(finding: Finding) -> str:
    place = finding.place
    if not isinstance(place, WordPlace):
        return ""
    numbers = (place.paragraph, place.table, place.row, place.cell)
    return " ".join((place.part, *(str(number) for number in numbers if number), place.words[:60]))


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def _line(*cells: object) -> None:
    print("  ".join(_wide(str(cell), width) for cell, width in zip(cells, _WIDTHS, strict=False)).rstrip())


def _wide(words: str, width: int) -> str:
    """Cut or filled up to so many columns of a terminal, in which a Chinese character takes two."""
    shown, room = "", width
    for character in words:
        room -= 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if room < 0:
            return shown + " " * (room + (2 if unicodedata.east_asian_width(character) in "WF" else 1))
        shown += character
    return shown + " " * room


if __name__ == "__main__":
    sys.exit(main())
