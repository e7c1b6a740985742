from __future__ import annotations

import time

import pytest

from docgen.printing.reading.tree import Crop, Picture
from docgen.printing.reading.vectors import Undrawable, read
from docgen.printing.sheet import Image
from tests.printing.writing.pages import colour, ink, png, printed

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def _svg(inner: str, attributes: str = 'viewBox="0 0 100 100"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()


def _shown(inner: str, attributes: str = 'viewBox="0 0 100 100"', **details: object) -> bytes:
    """A drawing of a hundred by a hundred, its top left corner at (100, 200)."""
    picture = Picture(_svg(inner, attributes), "image/svg+xml", 100, 100, **details)  # type: ignore[arg-type]
    return printed(Image(100, 200, 100, 100, picture))


def _at(pdf: bytes, x: float, y: float) -> tuple[int, ...]:
    return colour(pdf, 100 + x, 200 + y)


@pytest.mark.parametrize(
    ("inner", "edges"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', (10, 20, 40, 60)),
        ('<circle cx="50" cy="50" r="20"/>', (30, 30, 70, 70)),
        ('<ellipse cx="50" cy="50" rx="40" ry="10"/>', (10, 40, 90, 60)),
        ('<polygon points="10,10 30,10 30,50"/>', (10, 10, 30, 50)),
        ('<line x1="10" y1="50" x2="90" y2="50" stroke="black" stroke-width="4"/>', (10, 48, 90, 52)),
        ('<polyline points="10 10 10 90" stroke="#000" stroke-width="2" fill="none"/>', (9, 10, 11, 90)),
        ('<path d="M10 10h20v30H10z"/>', (10, 10, 30, 40)),
        ('<path d="m10,10 20,0 0,20z"/>', (10, 10, 30, 30)),
        ('<path d="M20 50a30 30 0 0 1 60 0z"/>', (20, 20, 80, 50)),
        ('<path d="M20,50a30,30,0,0160,0z"/>', (20, 20, 80, 50)),
        ('<path d="M20 50 A30 30 0 1 0 80 50z"/>', (20, 50, 80, 80)),
        ('<path d="M10 50Q50 10 90 50T90 50z"/>', (10, 30, 90, 50)),
        ('<path d="M10 50C10 10 90 10 90 50z"/>', (10, 20, 90, 50)),
        ('<g transform="translate(10 20) scale(2)"><rect width="10" height="5"/></g>', (10, 20, 30, 30)),
        ('<rect width="20" height="10" transform="rotate(90 0 0)" x="10" y="-50"/>', (40, 10, 50, 30)),
        ('<defs><rect id="a" width="10" height="10"/></defs><use href="#a" x="30" y="40"/>', (30, 40, 40, 50)),
    ],
)
def test_a_shape_stands_where_it_is_drawn(inner: str, edges: tuple[float, ...]) -> None:
    left, top, right, bottom = edges
    assert ink(_shown(inner)) == pytest.approx((100 + left, 200 + top, 100 + right, 200 + bottom), abs=0.5)


@pytest.mark.parametrize(
    "paint",
    [
        'fill="red"',
        'fill="#f00"',
        'style="fill:rgb(255,0,0)"',
        'class="a"',
        'id="b"',
        'fill="currentColor" color="red"',
    ],
)
def test_a_shape_has_its_colour_however_it_is_said(paint: str) -> None:
    styles = "<style>.a, #b { fill: red }</style>"
    assert _at(_shown(f'{styles}<rect width="50" height="50" {paint}/>'), 25, 25) == RED


def test_a_style_is_stronger_than_an_attribute_and_is_inherited() -> None:
    assert _at(_shown('<g fill="red"><rect width="50" height="50"/></g>'), 25, 25) == RED
    assert _at(_shown('<rect width="50" height="50" fill="blue" style="fill:red"/>'), 25, 25) == RED


def test_a_hole_is_a_hole() -> None:
    ring = '<path fill-rule="evenodd" fill="red" d="M0 0h90v90H0z M30 30h30v30H30z"/>'
    assert (_at(_shown(ring), 10, 10), _at(_shown(ring), 45, 45)) == (RED, WHITE)


def test_what_is_half_transparent_shows_half_of_what_lies_beneath() -> None:
    found = _at(_shown('<rect width="50" height="50" fill="#000" opacity=".5"/>'), 25, 25)
    assert all(abs(level - 128) < 3 for level in found)


def test_dashes_and_hidden_shapes() -> None:
    line = '<path d="M0 50H90" stroke="red" stroke-width="6" stroke-dasharray="10 10"/>'
    hidden = '<rect width="9" height="9" display="none"/><rect width="9" height="9" visibility="hidden"/>'
    pdf = _shown(line + hidden)
    assert (_at(pdf, 5, 50), _at(pdf, 15, 50), _at(pdf, 4, 4)) == (RED, WHITE, WHITE)


def test_the_view_box_fills_the_rectangle_and_can_be_cropped() -> None:
    halves = '<rect width="10" height="20" fill="red"/><rect x="10" width="10" height="20" fill="blue"/>'
    pdf = _shown(halves, 'viewBox="0 0 20 20" width="3cm" height="3cm"')
    assert (_at(pdf, 5, 5), _at(pdf, 95, 95)) == (RED, BLUE)
    cropped = _shown(halves, 'viewBox="0 0 20 20"', crop=Crop(left=0.5))
    assert (_at(cropped, 5, 5), _at(cropped, 95, 95)) == (BLUE, BLUE)


def test_a_drawing_stays_one_of_lines_however_large_it_is_printed() -> None:
    assert b"/Subtype/Image" not in _shown('<circle cx="50" cy="50" r="20"/>')


REFUSED = {
    "text": "<text>函</text>",
    "image": '<image href="file:///etc/passwd" width="9" height="9"/>',
    "script": "<script>alert(1)</script>",
    "foreignObject": "<foreignObject/>",
    "animate": "<animate/>",
    "switch": "<switch/>",
    "filter": '<rect width="9" height="9" filter="url(#a)"/>',
    "mask": '<rect width="9" height="9" mask="url(#a)"/>',
    "clip-path": '<rect width="9" height="9" style="clip-path:url(#a)"/>',
    "gradient": '<rect width="9" height="9" fill="url(#a)"/>',
    "use": '<use href="other.svg#a"/>',
    "style": "<style>@import url(http://example.com)</style>",
    "opacity": '<g opacity=".5"><rect width="9" height="9"/><rect width="9" height="9"/></g>',
    "svg": '<g id="a"><use href="#a"/></g>',
    "transform": '<rect width="9" height="9" transform="evil(1)"/>',
    "50%": '<rect width="50%" height="9"/>',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_drawn_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(Undrawable) as refused:
        read(_svg(REFUSED[name]))
    assert refused.value.name == name


def test_the_picture_beside_is_printed_instead_of_what_is_not_drawn() -> None:
    assert _at(_shown("<text>函</text>", fallback=png("RGB", (2, 2), "red")), 50, 50) == RED


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        _svg("<g>" * 200 + "</g>" * 200),
        _svg('<rect width="1" height="1"/>' * 20_000),
        _svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/><use href="#a{n + 1}"/></g>' for n in range(30))),
        _svg(f'<path d="M0 0{"h1" * 400_000}"/>'),
        _svg(f'<path d="M0 0{"h1" * 300}"/>' * 1000),
        b"<html/>",
        b"<svg",
    ],
)  # fmt: skip
def test_a_hostile_drawing_is_refused_at_once(content: bytes) -> None:
    start = time.process_time()
    with pytest.raises(Undrawable):
        read(content)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("data", ["", "z", "10 10", "M", "M10", "M10 10L", "M10 10 A 1"])
def test_a_path_that_breaks_before_it_has_an_area_shows_nothing(data: str) -> None:
    shown = _shown(f'<path d="{data}"/><rect x="80" y="70" width="10" height="20"/>')
    assert ink(shown) == pytest.approx((180, 270, 190, 290), abs=0.5)


@pytest.mark.parametrize(
    "data",
    ["M10 10h20v30H10z L 5", "M10 10h20v30H10 x 90 90", "M10 10h20v30H10 A 90 90", "M10 10h20v30H10zM1e999 5h9v9z"],
)
def test_a_broken_path_ends_where_it_breaks(data: str) -> None:
    assert ink(_shown(f'<path d="{data}"/>')) == pytest.approx((110, 210, 130, 240), abs=0.5)


def test_an_arc_without_a_radius_is_a_line() -> None:
    shown = _shown('<path d="M10 20A0 5 0 0 0 40 20" stroke="black" stroke-width="4"/>')
    assert ink(shown) == pytest.approx((110, 218, 140, 222), abs=0.5)


def test_a_place_beyond_all_numbers_becomes_one_far_away() -> None:
    (shape,) = read(_svg('<path d="M0 0L1e999 5"/>')).shapes
    assert shape.path == (("m", (0.0, 0.0)), ("l", (1e7, 5.0)))
