"""Templates of strangers in processes that can be killed: the same letters, and nothing that stops the service."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

import pytest

from docgen.errors import HostileFile, TemplateFault
from docgen.letters.request import Language, LetterKind
from docgen.printing.printed import Printed
from docgen.printing.workers import Workers
from docgen.studio import apart
from docgen.studio.apart import Apart, Workshop, fit, make_workshop
from docgen.templating import CompiledTemplate, compile_template
from tests.letters.making import ROOT, example, make
from tests.printing.word import p, word

SHIPPED = (ROOT / "templates" / "zh" / "demand_letter.docx").read_bytes()


class Bare:
    """A press that prints nothing: fonts take a second that these tests need not."""

    def print(self, docx: bytes, *_how: object) -> Printed:
        return Printed(docx, 1, ())

    def pictures(self, pdf: bytes, dpi: int, most: int | None = None) -> list[bytes]:
        return [pdf, str(dpi).encode(), str(most).encode()]

    def addresses(self, pdf: bytes) -> tuple[tuple[str, ...], ...]:
        return ((pdf.decode(),),)


class Broken(Workshop):
    """One whose merging goes wrong as no template of ours does."""

    def merged(self, word_file: bytes, known: tuple[str, ...] | None, facts: object) -> bytes:
        match facts:
            case {"do": "hang"}:
                time.sleep(60)
            case {"do": "eat"}:
                return bytes(4 << 30)
            case {"do": "crash"}:
                raise RuntimeError("out of its mind")
        return super().merged(word_file, known, facts)  # type: ignore[arg-type]


def broken() -> Broken:
    return Broken(Bare())


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """Two processes over whose templates no shadow falls."""
    press = Workers(1, partial(make_workshop, Bare), seconds=30, memory=1 << 30)
    press.ready()
    yield press
    press.close()


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    press = Workers(1, broken, seconds=30, memory=1 << 30)
    press.ready()
    yield press
    press.close()


def test_a_letter_is_the_same_bytes_wherever_its_template_was_compiled(workers: Workers) -> None:
    facts = make(LetterKind.DEMAND_LETTER, example("demand_letter"), Language.ZH).facts
    here, there = compile_template(SHIPPED), fit(SHIPPED, workers)
    assert isinstance(there, Apart)
    assert there.merge(facts) == here.merge(facts)
    assert (there.digest, there.names) == (here.digest, here.names)


def test_without_processes_a_template_is_compiled_here() -> None:
    assert isinstance(fit(SHIPPED, Bare()), CompiledTemplate)


def test_faults_are_told_with_their_places_from_there_too(workers: Workers) -> None:
    wrong = word(p("一"), p("{{ letter.nmber }}"))
    with pytest.raises(TemplateFault) as there:
        fit(wrong, workers, known=["letter.number"])
    with pytest.raises(TemplateFault) as here:
        compile_template(wrong, known=["letter.number"])
    assert there.value.findings == here.value.findings
    with pytest.raises(HostileFile):
        fit(b"no word file", workers)


def test_a_fact_that_a_template_cannot_print_is_a_fault_from_there_too(workers: Workers) -> None:
    with pytest.raises(TemplateFault, match=r"template\.not_words"):
        fit(word(p("{{ items }}")), workers).merge({"items": [1]})


@pytest.mark.parametrize(
    ("does", "code"),
    [("hang", "template.too_long"), ("eat", "template.too_much_memory"), ("crash", "template.crashed")],
)
def test_what_ends_a_process_is_a_fault_of_that_template_alone(fragile: Workers, does: str, code: str) -> None:
    template = fit(word(p("{{ name }}")), fragile)
    with pytest.raises(TemplateFault) as fault:
        template.merge({"do": does})
    assert [finding.code for finding in fault.value.findings] == [code]
    assert template.merge({"name": "甲"})


def test_a_press_prints_as_before(workers: Workers) -> None:
    assert workers.print(b"docx").pdf == b"docx"
    assert workers.pictures(b"pdf", 72) == [b"pdf", b"72", b"None"]
    assert workers.addresses(b"pdf") == (("pdf",),)
