"""The objects of a PDF are the bytes that pydyf writes at zlib's usual level."""

from __future__ import annotations

import zlib
from types import SimpleNamespace

import pytest
from weasyprint.pdf import pydyf

from docgen.printing import Press, written
from tests.printing.word import p, r, tbl, word

LETTER = word(p(r("催款函", "<w:b/>"), jc="center"), p("总价为1,234,567.89元，" * 40, jc="both"), tbl("a|b", "c|d"))
ITEMS = (b"q", "Tf", 0, -3, 12345678901, 1.0, -0.0, 0.5, -1.25, 0.1234567, 1e-9, 123.0625, True, pydyf.Array((1, 2.5)))


def test_not_a_byte_is_other(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = press.print(LETTER).pdf
    usual = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(min(level, 6)))
    monkeypatch.setattr(pydyf, "zlib", usual)
    monkeypatch.setattr(pydyf, "_to_bytes", written._engines_bytes)
    monkeypatch.setattr(pydyf.Stream, "data", written._engines_stream)
    assert ours == press.print(LETTER).pdf


@pytest.mark.parametrize("item", ITEMS, ids=repr)
def test_numbers_and_names_are_written_alike(item: object) -> None:
    assert written.as_bytes(item) == written._engines_bytes(item)


def test_each_stream_is_deflated_once(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    deflated: list[bytes] = []

    def counted(content: bytes, level: int) -> bytes:
        deflated.append(content)
        return zlib.compress(content, level)

    monkeypatch.setattr(written, "zlib", SimpleNamespace(compress=counted))
    press.print(LETTER)
    assert len(deflated) == len(set(deflated)) > 3


@pytest.mark.usefixtures("press")
def test_a_stream_that_grows_is_deflated_anew() -> None:
    stream = pydyf.Stream([b"q"], compress=True)
    before = stream.data
    stream.stream.append(b"Q")
    assert zlib.compress(b"q\nQ", 6) in stream.data != before
