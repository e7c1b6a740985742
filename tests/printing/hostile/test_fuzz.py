"""Word files at random are printed or refused by name: nothing else, and in time.

DOCGEN_FUZZ=10000 tries so many of each kind, other ones at each call (`make fuzz`); without it the same few each time.
"""

from __future__ import annotations

import copy
import os
from functools import cache
from pathlib import Path
from random import Random

import pypdfium2
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import DocgenError, HostileFile, Unprintable
from docgen.messages import Messages
from docgen.printing import Profile
from docgen.printing.printed import Printed
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


def outcome(press: Workers, file: bytes, profile: Profile = Profile.PLAIN) -> Printed | DocgenError:
    """A print, or the refusal of the file. Whatever else comes of it is raised."""
    try:
        return press.print(file, profile)
    except (Unprintable, HostileFile) as refused:
        return refused


def opens(made: Printed | DocgenError) -> bool:
    """Whether another program finds the pages that were promised, and reads each of them."""
    return isinstance(made, Printed) and len(words(made)) == made.pages >= 1


def words(made: Printed | DocgenError) -> list[str]:
    """What stands on each page."""
    if not isinstance(made, Printed):
        return []
    with pypdfium2.PdfDocument(made.pdf) as pdf:
        return [page.get_textpage().get_text_bounded().strip() for page in pdf]


def is_named(made: Printed | DocgenError, messages: Messages) -> bool:
    """Whether a file is refused for what is in it, not for what became of the press, and in words that people read."""
    if isinstance(made, Printed):
        return False
    codes = {finding.code for finding in made.findings}
    said = [messages.say(finding, language) for finding in made.findings for language in ("zh", "en")]
    return bool(codes) and not codes & OURS and codes <= messages.codes and all(said)


# Dice whose throws Hypothesis knows, and makes fewer and smaller when a file fails.
DICE = st.randoms(use_true_random=False)


@FUZZED
@given(dice=DICE)
def test_elements_at_random_are_printed_or_refused(guarded: Workers, messages: Messages, dice: Random) -> None:
    made = outcome(guarded, vocabulary.file(dice, MEDIA))
    assert opens(made) or is_named(made, messages)


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
def test_templates_changed_at_random_are_archived_by_the_standards_or_refused(
    guarded: Workers, messages: Messages, dice: Random
) -> None:
    made = outcome(guarded, mutated(dice), Profile.ARCHIVE)
    assert is_named(made, messages) or opens(made)
    assert not isinstance(made, Printed) or faults(made.pdf) == []


PLAIN = word(p("plain"))


@FUZZED
@given(
    changes=st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), max_size=6), end=st.integers(0, 9)
)
@example(changes=[], end=0)
def test_a_file_with_bytes_changed_at_random_says_what_it_said_or_is_refused(
    guarded: Workers, messages: Messages, changes: list[tuple[int, int]], end: int
) -> None:
    """What stands in a package has a checksum: no print may say anything else."""
    file = bytearray(PLAIN)
    for at, byte in changes:
        file[at] = byte
    made = outcome(guarded, bytes(file[: len(file) - end]))
    assert is_named(made, messages) or words(made) == ["plain"]
