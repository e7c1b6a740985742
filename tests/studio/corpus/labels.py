"""What is wrong with a template, and in which paragraph, as a person who reads the file says it.

A place is counted as `WordPlace` counts: paragraphs of a part outside its tables, those of a text box among them; in
a table the paragraphs of the cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from docgen.letters.request import Language, LetterKind

_PARTS = {
    "body": "word/document.xml",
    "header": "word/header1.xml",
    "footer": "word/footer1.xml",
    "footnotes": "word/footnotes.xml",
    "properties": "docProps/core.xml",
    "styles": "word/styles.xml",
}


class Fault(StrEnum):
    """The kinds of fault that the corpus holds."""

    # Signs
    WIDE_BRACES = "full-width braces"
    WIDE_SIGN = "full-width sign in a tag"
    WIDE_SPACE = "a space that is none, in a tag"
    SINGLE_BRACES = "one brace where two are meant"
    SINGLE_EQUALS = "one equals sign"
    QUOTED_NAME = "a name in quotes"
    UNREADABLE = "a tag that cannot be read"
    UNKNOWN_STATEMENT = "no statement"
    # Tags that are torn
    NOT_CLOSED = "a tag that is not closed"
    NOT_OPENED = "a tag that was never opened"
    SPLIT = "a tag with formatting in its middle"
    TRACKED = "a tag half in a tracked change"
    COMMENT_IN_TAG = "a comment inside a tag"
    HIDDEN_TAG = "a tag where nobody fills it in"
    # Conditions and loops
    NO_END = "no end"
    NO_START = "no start"
    CROSSED = "crossed"
    KINDS_DIFFER = "start and end of different kinds"
    NOT_ALONE = "not alone"
    NOT_IN_TABLE = "outside a table"
    MARKUP = "formatted content wanted"
    UNBALANCED = "start and end on different levels"
    # Names and values
    UNKNOWN_NAME = "unknown name"
    NO_LIST = "a loop over what is no list"
    UNKNOWN_FILTER = "unknown filter"
    WRONG_FILTER = "a filter that gets the wrong kind"
    NO_WORDS = "prints what is no words"
    UNGUARDED = "may be empty"
    ARITHMETIC = "reckons with words"
    BARE_FIGURES = "figures without their currency"
    NO_CAPITALS = "a sum without its words"
    TYPED_SUM = "a sum typed by hand"
    FORBIDDEN = "what templates may not do"
    # Paper and words
    UNPRINTABLE = "cannot be printed"
    REFUSED_FILE = "what no letter may carry"
    NO_FONT = "a font that is missing"
    WRONG_LANGUAGE = "the wrong language"
    PART_MISSING = "a required part is missing"
    PART_OUT_OF_PLACE = "what belongs in another letter"
    TONE = "what a letter must not say"
    CONCESSION = "what gives something away"
    REPEALED_LAW = "repealed law"
    OLD_ARTICLE = "an article's old number"
    NO_SUCH_ARTICLE = "an article that there is not"


@dataclass(frozen=True, slots=True)
class At:
    """A fault and its place.

    words: what stands there, or the tag. part: see `_PARTS`; "" is the whole file, as for something that is missing.
    otherwise: a paragraph of the same part (and table) that is as right, where a fault has two ends.
    """

    fault: Fault
    paragraph: int | None = None
    words: str = ""
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    part: str = "body"
    otherwise: tuple[tuple[int | None, ...], ...] = ()

    @property
    def part_name(self) -> str:
        return _PARTS.get(self.part, self.part)

    @property
    def numbers(self) -> tuple[int | None, ...]:
        return self.paragraph, self.table, self.row, self.cell


@dataclass(frozen=True)
class Broken:
    """A template with faults.

    id: its name in the table. did: what the lawyer did, in a sentence. letter: the letter that it is to make,
    "zh/demand_letter". labels: every fault, in reading order. or_: kinds that the fault may as well be called.
    consequences: kinds that may be told besides, anywhere. in_letter: shows only in a letter that is made of it.
    """

    id: str
    did: str
    letter: str
    make: Callable[[], bytes]
    labels: tuple[At, ...]
    or_: frozenset[Fault] = frozenset()
    consequences: frozenset[Fault] = frozenset()
    in_letter: bool = False

    @cached_property
    def word_file(self) -> bytes:
        return self.make()

    @property
    def language(self) -> Language:
        return Language(self.letter.partition("/")[0])

    @property
    def kind(self) -> LetterKind:
        return LetterKind(self.letter.partition("/")[2])


@dataclass(frozen=True)
class Sound:
    """A template as a careful lawyer leaves it."""

    id: str
    did: str
    letter: str
    make: Callable[[], bytes]

    @cached_property
    def word_file(self) -> bytes:
        return self.make()

    @property
    def language(self) -> Language:
        return Language(self.letter.partition("/")[0])

    @property
    def kind(self) -> LetterKind:
        return LetterKind(self.letter.partition("/")[2])


@dataclass(frozen=True)
class Hostile:
    """A program or a file that is made to harm. by: where it was published, or what it is modelled on.

    refused: the codes of which one must be told when it is compiled or merged; empty where it is allowed to run, and
    must end in time, small and without showing an object.
    """

    id: str
    by: str
    make: Callable[[], bytes]
    refused: frozenset[str] = frozenset()

    @cached_property
    def word_file(self) -> bytes:
        return self.make()
