"""Word files that have much of one thing, as large as asked for: what prints them may take time in proportion."""

from __future__ import annotations

from collections.abc import Callable

from tests.printing.hostile.layouts import KEPT, WORDS, anchored
from tests.printing.hostile.packages import Case
from tests.printing.word import field, p, r, sect, tbl, tc, tr, word

TINY = '<w:spacing w:line="2" w:lineRule="exact"/>'
CONTINUOUS = '<w:type w:val="continuous"/>'
UNLIKE = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="2000" w:space="300"/><w:col w:w="3700"/></w:cols>'
GOES_ON = tc("", "<w:vMerge/>")
NEXT_PAGE = '<w:br w:type="page"/>'


def steps(count: int, side: str = "bothSides") -> str:
    """Boxes almost as wide as the page, each a quarter of a point further down than the one before."""
    boxes = (anchored(600_000, 600_000 + at * 3_000).replace('"1270000"', '"4000000"') for at in range(count))
    return "".join(boxes).replace("bothSides", side)


def calls(count: int, kind: str = "footnote") -> list[str]:
    return [r(inner=f'<w:{kind}Reference w:id="{at}"/>') for at in range(1, count + 1)]


def notes(count: int, kind: str = "footnote") -> dict[str, str]:
    return {f"{kind}s": "".join(f'<w:{kind} w:id="{at}">{p("note")}</w:{kind}>' for at in range(1, count + 1))}


def marked(at: int) -> str:
    return f'<w:bookmarkStart w:id="{at}" w:name="b{at}"/><w:bookmarkEnd w:id="{at}"/>'


def stops(count: int) -> str:
    return "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{at * 3}"/>' for at in range(count)) + "</w:tabs>"


#: How many of the thing take a tenth of a second or so, and the file with as many as asked for.
GROWING: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "floats in one paragraph": (500, lambda n: word(p("x", steps(n), WORDS * 20))),
    "floats with text on one side": (500, lambda n: word(p("x", steps(n, "left"), WORDS * 20))),
    "floats beside which only a long word finds no room": (
        250,
        lambda n: word(p("x", steps(n, "largest").replace('"4000000"', '"2000000"'), f"{'w' * 40} " * n)),
    ),
    "floats that no text goes around, over many pages": (
        400,
        lambda n: word(p(*[r(WORDS) + anchored(0, 0).replace("Square wrapText", "None x") for _ in range(n)])),
    ),
    "numbers of pages with a break after each": (
        400, lambda n: word(p(*[field("PAGE") + r("页", inner=NEXT_PAGE)] * n))
    ),
    "numbers of pages amid text": (200, lambda n: word(p(*[field("PAGE") + r(WORDS * 8)] * n))),
    "a number of a page after a long text": (1_500, lambda n: word(p(WORDS * n, field("PAGE")))),
    "a paragraph in columns of unlike widths": (800, lambda n: word(p(WORDS * n), section=UNLIKE)),
    "a paragraph in columns of unlike widths, evened out": (
        600, lambda n: word(p(WORDS * n), p("x", ppr=sect(CONTINUOUS + UNLIKE)), p("end"), section=CONTINUOUS)
    ),
    "a paragraph in forty columns": (
        300, lambda n: word(p(WORDS * n), section='<w:cols w:num="40" w:space="10"/>')
    ),
    "footnotes in one paragraph": (
        400, lambda n: word(p(*[r(WORDS) + call for call in calls(n)]), more=notes(n))
    ),
    "footnotes of one line": (600, lambda n: word(p("x", *calls(n)), more=notes(n))),
    "endnotes": (500, lambda n: word(p("x", *calls(n, "endnote")), more=notes(n, "endnote"))),
    "a note of many pages": (
        800, lambda n: word(p("x", *calls(1)), p(WORDS * n), more={"footnotes": notes(1)["footnotes"].replace(
            p("note"), p(WORDS * n))})
    ),
    "a row of many pages": (800, lambda n: word(tbl(tr(tc(p(WORDS) * n), "b"), grid=(4000, 1000)))),
    "a row of many pages, of one paragraph": (
        1_500, lambda n: word(tbl(tr(tc(p(WORDS * n)), "b"), grid=(4000, 1000)))
    ),
    "a cell over many rows": (
        800,
        lambda n: word(tbl(tr(tc(p(WORDS) * n, '<w:vMerge w:val="restart"/>'), "b"), *[tr(GOES_ON, "b")] * n)),
    ),
    "paragraphs kept with the next": (500, lambda n: word(*[p(WORDS, ppr=KEPT)] * n, p("end"))),
    "paragraphs of hardly any height kept with the next": (
        1_000, lambda n: word(*[p("x", ppr="<w:keepNext/>" + TINY)] * n, p("end"))
    ),
    "tab stops": (1_000, lambda n: word(*[p(r("x", inner="<w:tab/>" * 50), ppr=stops(n))] * 20)),
    "tabs that lead beyond the page": (
        1_000, lambda n: word(p(*["<w:r><w:t>a</w:t><w:tab/></w:r>"] * n, ppr='<w:tabs><w:tab w:val="right" '
                                'w:leader="dot" w:pos="30000"/></w:tabs>'))
    ),
    "tabs in a justified paragraph": (
        3_000, lambda n: word(p(*[r("汉字 and words ", inner="<w:tab/>")] * n, jc="both"))
    ),
    "characters of a distributed paragraph": (3_000, lambda n: word(p("汉字 and words " * n, jc="distribute"))),
    "letters of a word": (40_000, lambda n: word(p("x" * n))),
    "marks above letters": (20_000, lambda n: word(p("e\u0301\u0323 " * n))),
    "bookmarks": (2_000, lambda n: word(p(*[marked(at) + r("甲") for at in range(n)]))),
    "sections": (400, lambda n: word(*[p("x", ppr=sect())] * n, stories={"header:default": p(field("PAGE"))})),
    "sections of several columns on one page": (
        400, lambda n: word(*[p("x", ppr=sect(CONTINUOUS + '<w:cols w:num="3"/>') + TINY)] * n, p("end"),
                            section=CONTINUOUS)
    ),
    "headings": (1_000, lambda n: word(*[p("x", ppr=f'<w:outlineLvl w:val="{at % 9}"/>') for at in range(n)])),
}  # fmt: skip


def _four_times(count: int, make: Callable[[int], bytes]) -> Case:
    return lambda: make(4 * count), {""}


CASES: dict[str, Case] = {f"{4 * count} {name}": _four_times(count, make) for name, (count, make) in GROWING.items()}
