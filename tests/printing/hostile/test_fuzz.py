"""Word files at random are printed or refused by name: nothing else, and in time.

DOCGEN_FUZZ=10000 tries so many of each kind, other ones at each call (`make fuzz`); without it the same few each time.
"""

from __future__ import annotations

import copy
import os
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import DocgenError, HostileFile, Unprintable
from docgen.printing import Profile
from docgen.printing.workers import Workers
from tests.printing.conformance import faults
from tests.printing.hostile import vocabulary
from tests.printing.hostile.pictures import PNG, svg
from tests.printing.word import p, word
from tests.wordfile.builders import contents, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEDIA = {"a.png": PNG, "a.svg": svg('<path d="M0 0h9v9z"/>')}
TEMPLATES = sorted((Path(__file__).parents[3] / "templates").rglob("*.docx"))
MANY = int(os.environ.get("DOCGEN_FUZZ", "0"))
FUZZED = settings(
    max_examples=MANY or 60,
    derandomize=not MANY,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
OURS = {"print.crashed", "print.no_press", "print.too_long", "print.too_much_memory"}


def printed_or_refused(press: Workers, file: bytes, profile: Profile = Profile.PLAIN) -> None:
    try:
        printed = press.print(file, profile)
    except DocgenError as refused:
        assert isinstance(refused, Unprintable | HostileFile), refused
        assert refused.findings
        assert not OURS & {finding.code for finding in refused.findings}, refused
    else:
        assert printed.pages >= 1
        assert printed.pdf.startswith(b"%PDF-")
        assert profile is Profile.PLAIN or faults(printed.pdf) == []


# Dice whose throws Hypothesis knows, and makes fewer and smaller when a file fails.
DICE = st.randoms(use_true_random=False)


@FUZZED
@given(dice=DICE)
def test_elements_at_random_are_printed_or_refused(guarded: Workers, dice: Random) -> None:
    printed_or_refused(guarded, vocabulary.file(dice, MEDIA))


@cache
def parts_of(template: Path) -> dict[str, bytes]:
    return contents(template.read_bytes())


@cache
def tree_of(template: Path, part: str) -> etree._Element:
    return etree.fromstring(parts_of(template)[part])


def mutated(dice: Random) -> bytes:
    """A template that ships, with some elements deleted, doubled, moved, renamed or given other values."""
    template = dice.choice(TEMPLATES)
    part = dice.choice(["word/document.xml"] * 4 + ["word/styles.xml", "word/numbering.xml"])
    if part not in parts_of(template):
        part = "word/document.xml"
    tree = copy.deepcopy(tree_of(template, part))
    for _ in range(dice.randrange(1, 9)):
        elements = [each for each in tree.iter(etree.Element) if each.getparent() not in (None, tree)]
        if elements:
            mutate(dice, dice.choice(elements), dice.choice(elements))
    written = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped({**parts_of(template), part: written})


def mutate(dice: Random, one: etree._Element, other: etree._Element) -> None:
    parent = one.getparent()
    assert parent is not None
    match dice.choice(("delete", "double", "move", "rename", "unwrap", "value", "value", "value")):
        case "delete":
            parent.remove(one)
        case "double":
            one.addnext(copy.deepcopy(one))
        case "move":
            if one not in other.iterancestors() and one is not other:
                other.append(one)
        case "rename":
            one.tag = W + dice.choice(vocabulary.ANY).lstrip("@")
        case "unwrap":
            for child in list(one):
                one.addprevious(child)
            parent.remove(one)
        case "value":
            known = vocabulary.ELEMENTS.get(etree.QName(one).localname)
            names = sorted({*map(str, one.attrib), *(W + name for name in known.attributes)} if known else one.attrib)
            if names:
                name = str(dice.choice(names))
                allowed = known.attributes.get(name.removeprefix(W)) if known else None
                one.set(name, dice.choice(allowed or vocabulary.NUMBERS))


@FUZZED
@given(dice=DICE)
def test_templates_changed_at_random_are_archived_by_the_standards_or_refused(guarded: Workers, dice: Random) -> None:
    printed_or_refused(guarded, mutated(dice), Profile.ARCHIVE)


PLAIN = word(p("plain"))


@FUZZED
@given(
    changes=st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), max_size=6), end=st.integers(0, 9)
)
@example(changes=[], end=0)
def test_bytes_changed_at_random_are_printed_or_refused(
    guarded: Workers, changes: list[tuple[int, int]], end: int
) -> None:
    file = bytearray(PLAIN)
    for at, byte in changes:
        file[at] = byte
    printed_or_refused(guarded, bytes(file[: len(file) - end]))
