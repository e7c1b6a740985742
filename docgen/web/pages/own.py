"""What letters of the company's own ask for, on the form: boxes made from their descriptions.

Each has boxes of its own ("own.site_stop_notice.stop_on"), so that nothing typed is lost when another letter is chosen;
in the request the answers of the one that is chosen stand under `letter.own`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.letters.own import Asked, AskedField, OwnLetter
from docgen.letters.request import Language
from docgen.web.pages.boxes import Box, Group, Kind, Label
from docgen.web.pages.typed import Places, Tree, to_request

OWN = "own"
_KINDS = {
    Asked.TEXT: Kind.TEXT,
    Asked.PARAGRAPH: Kind.LINES,
    Asked.DATE: Kind.DATE,
    Asked.AMOUNT: Kind.MONEY,
    Asked.WHOLE_NUMBER: Kind.WHOLE,
    Asked.CHOICE: Kind.CHOICE,
    Asked.YES_NO: Kind.YES_NO,
}


def boxes_of(letters: Iterable[OwnLetter], reader: Language) -> Group:
    """The boxes of all of them, a group for each, in the reader's language."""
    groups = (
        Group(name=own.id, title=own.title(reader), parts=tuple(_box(asked, reader) for asked in own.asks))
        for own in letters
    )
    return Group(name=OWN, title="", parts=tuple(groups))


def _box(asked: AskedField, reader: Language) -> Box:
    chosen: tuple[tuple[str, Label], ...] = ()
    if asked.choices:
        chosen = (("", "—"), *((value, words[reader.value]) for value, words in asked.choices.items()))
    wide = asked.kind is Asked.PARAGRAPH
    return Box(
        name=asked.name,
        label=asked.labels[reader.value],
        kind=_KINDS[asked.kind],
        hint=asked.helps.get(reader.value, ""),
        choices=chosen,
        needed=asked.required,
        width=12 if wide else 4,
    )


def answered(tree: Tree, own: OwnLetter, boxes: Group, places: Places) -> dict[str, Any]:
    """The answers of this letter, for its request; `places` learns where each stands on the form."""
    group = next(each for each in boxes.parts if each.name == own.id)
    assert isinstance(group, Group)  # noqa: S101 — as `boxes_of` makes them
    at = f"{OWN}.{own.id}"
    places.names[f"/letter/{OWN}"] = at
    for box in group.parts:
        places.names[f"/letter/{OWN}/{box.name}"] = f"{at}.{box.name}"
    found, _ = to_request(tree.get(OWN, {}).get(own.id, {}), group.parts, None)
    return found


def kept(tree: Tree, letters: Iterable[OwnLetter], boxes: Group, chosen: OwnLetter | None) -> dict[str, Any]:
    """The answers that a file keeps: those of the chosen letter; where it is another's, all that were typed."""
    if chosen:
        return answered(tree, chosen, boxes, Places())
    return {name: value for own in letters for name, value in answered(tree, own, boxes, Places()).items()}


def typed_answers(document: Mapping[str, Any], letters: Iterable[OwnLetter]) -> Tree:
    """What a file holds of them, as if somebody had typed it: to every letter that asks for something of that name."""
    letter = document.get("letter")
    answers = letter.get(OWN) if isinstance(letter, Mapping) else None
    if not isinstance(answers, Mapping):
        return {}
    return {
        own.id: {asked.name: _typed(answers[asked.name]) for asked in own.asks if asked.name in answers}
        for own in letters
    }


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def style(letters: Iterable[OwnLetter]) -> str:
    """The rules that show what a chosen letter asks for, and nothing of the others: as the form's own for those that
    ship."""
    lines = [
        f"form:has(#kind-{own.id}:checked) .for:not(.for-{own.base.value}),\n"
        f"form:not(:has(#kind-{own.id}:checked)) .own-{own.id} {{ display: none; }}"
        for own in letters
    ]
    return "\n".join(("@supports selector(:has(*)) {", *lines, "}")) + "\n"
