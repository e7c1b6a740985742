"""How a hostile template fares: compiled, and merged with plausible facts where that is allowed; timed and measured."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Any

from docgen.errors import Finding, WordFileFault
from docgen.templating import compile_template
from docgen.wordfile.text import text
from tests.studio.corpus.labels import Hostile

#: What shows that an object of the engine, or of the program, has got out.
OBJECTS = re.compile(
    r"jinja|<function|<built-in|<module|<class|<bound|object at 0x|LoopContext|__builtins__|site-packages"
)
_FACTS: dict[str, Any] = {
    "name": "南京远山机电设备有限公司",
    "debtor": {"name": "杭州远山贸易有限公司", "code": "91330100MA2XXXXXXX"},
    "items": [{"number": f"A-{number}", "amount": "1,000.00", "days": 30} for number in range(1000)],
    "words": ["x"] * 1000,
    "long": "x" * 10_000,
    "total": "人民币128,000.00元",
    "secret": "__class__",
    "program": '{{ 7 * 7 }}"/><w:evil/>',
    "logo": {"name": "logo.png"},
}


@dataclass(frozen=True, slots=True)
class Fared:
    """findings: what it was refused with. stage: "compile", "merge", or "" where it ran. seconds: of this process's
    own time. letter: the bytes that came out; said: the words of the letter."""

    findings: tuple[Finding, ...]
    stage: str
    seconds: float
    letter: bytes = b""
    said: str = ""

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(finding.code for finding in self.findings)


def fare(hostile: Hostile) -> Fared:
    word_file = hostile.word_file
    start = time.process_time()
    stage = "compile"
    try:
        template = compile_template(word_file)
        stage = "merge"
        letter = template.merge(_FACTS)
    except WordFileFault as refusal:
        return Fared(refusal.findings, stage, time.process_time() - start)
    seconds = time.process_time() - start
    return Fared((), "", seconds, letter, text(letter))
