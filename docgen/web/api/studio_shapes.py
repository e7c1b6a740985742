"""What the studio's calls are sent and answer, for the API's description."""

from __future__ import annotations

from docgen.studio.panel import FieldKind
from docgen.usecases.studio.told import VERDICTS
from docgen.usecases.studio.versions import Act, Origin, Right, Sort, State
from docgen.web.api.shapes import DATE, SHA256, TEXT, Schema, list_of, object_of, record, reference, said
from schemas.studio import studio_schemas

_NULL: Schema = {"type": "null"}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_YES_NO: Schema = {"type": "boolean"}
_MAYBE_DATE: Schema = {"anyOf": [DATE, _NULL]}
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_ITEM: dict[str, Schema] = {
    "sort": {"type": "string", "enum": [sort.value for sort in Sort]},
    "name": said(TEXT, "Of a letter or a kind its id, of a clause the name it is included by; empty of a letterhead."),
    "language": said(TEXT, "zh or en; empty of a letterhead and of a kind."),
    "unit": said(TEXT, "The company or business unit whose it is."),
}
_VERSION: dict[str, Schema] = {
    **_ITEM,
    "number": said(_NUMBER, "Counted within the item, never given twice."),
    "digest": said(SHA256, "SHA-256 of its content."),
    "state": {"type": "string", "enum": [state.value for state in State]},
    "origin": {"type": "string", "enum": [origin.value for origin in Origin]},
    "author": said(TEXT, "A person's id; `docgen` of what ships."),
    "created_at": _MOMENT,
    "note": TEXT,
    "based_on": {"anyOf": [_NUMBER, _NULL], "description": "The version that was changed."},
    "in_force_from": {**_MAYBE_DATE, "description": "The first day on which letters are made with it; null: any."},
    "in_force_until": {**_MAYBE_DATE, "description": "The last day; null: for good."},
    "acknowledged": list_of(TEXT, "Codes of the warnings that its author has read."),
    "handed_in_by": said(TEXT, "A person's id; empty of a draft."),
    "approved_by": said(TEXT, "A person's id, another than the author's; empty until then."),
    "published_at": {"anyOf": [_MOMENT, _NULL]},
    "names": list_of(TEXT, "The facts that it asks for, dotted; empty of what ships."),
    "includes": list_of(TEXT, "The clauses that it names."),
}
_FOUND: dict[str, Schema] = {
    "verdict": {
        "type": "string",
        "enum": list(VERDICTS),
        "description": "fault: something stops its publication; warn: somebody must have read it.",
    },
    "findings": list_of(
        {
            "allOf": [
                reference("Finding"),
                {
                    "type": "object",
                    "properties": {"repairable": said(_YES_NO, "Whether /repaired puts it right.")},
                    "required": ["repairable"],
                },
            ]
        },
        "In the order of the file.",
    ),
    "acknowledge": list_of(TEXT, "Codes of the warnings, to be named in `hand_in` once somebody has read them."),
}


def studio_requests() -> dict[str, Schema]:
    return studio_schemas()


def studio_answers() -> dict[str, Schema]:
    version = record("A version, without what is found in it.", _VERSION)
    in_force: Schema = {"anyOf": [version, _NULL], "description": "What makes letters today; it may be a unit's above."}
    numbers = list_of(_NUMBER, "Drafts of people and versions in review, by number.")
    people: dict[str, Schema] = {
        "id": TEXT,
        "name": TEXT,
        "rights": {
            "type": "object",
            "additionalProperties": list_of({"type": "string", "enum": [right.value for right in Right]}),
            "description": "Unit → what the person may do there and in every unit below it.",
        },
    }
    unit: dict[str, Schema] = {
        "id": TEXT,
        "name": TEXT,
        "parent": {"anyOf": [TEXT, _NULL], "description": "null of the group alone."},
        "registration_number": said(TEXT, "The creditor's code by which a request finds it."),
        "may_seal": said(_YES_NO, "Whether its letters may carry the picture of its seal."),
    }
    return {
        "Templates": object_of(
            "What makes each letter of a company today.",
            unit=TEXT,
            templates=list_of(
                object_of(
                    "A letter in a language.",
                    name=TEXT,
                    language=TEXT,
                    title=said(TEXT, "In the reader's language."),
                    in_force=in_force,
                    waiting=numbers,
                    offered=said(_YES_NO, "Whether a newer one that ships waits to be compared and taken."),
                    href=TEXT,
                )
            ),
        ),
        "Clauses": object_of(
            "The clauses of a company and of those above it.",
            unit=TEXT,
            clauses=list_of(
                record(
                    "A clause in a language.",
                    {
                        **_ITEM,
                        "in_force": in_force,
                        "waiting": numbers,
                        "touches": list_of(
                            record("A letter that includes it.", {**_ITEM, "number": _NUMBER}),
                            "The letters in force that a change of it touches.",
                        ),
                        "href": TEXT,
                    },
                )
            ),
        ),
        "Kinds": object_of(
            "Letters of a company's own, and of those above it.",
            unit=TEXT,
            kinds=list_of(record("A kind.", {**_ITEM, "in_force": in_force, "waiting": numbers, "href": TEXT})),
        ),
        "TemplateVersions": record(
            "The versions of an item.", {**_ITEM, "in_force": in_force, "versions": list_of(version)}
        ),
        "TemplateVersion": record(
            "A version with what is found in it now.",
            {
                **_VERSION,
                **_FOUND,
                "events": list_of(
                    object_of(
                        "Who did what when.",
                        act={"type": "string", "enum": [act.value for act in Act]},
                        person=TEXT,
                        at=_MOMENT,
                        note=TEXT,
                    ),
                    "The newest first.",
                ),
            },
        ),
        "TemplateCheck": record(
            "What was found in a file that nobody keeps.",
            {
                **_ITEM,
                **_FOUND,
                "digest": said(SHA256, "Of the file, without comments of ours."),
                "names": list_of(TEXT, "The facts that it asks for, dotted."),
                "includes": list_of(TEXT, "The clauses that it names."),
            },
        ),
        "TemplateFields": record("Every name that a letter may print.", {**_ITEM, "fields": list_of(_field())}),
        "TemplateChanges": _changes(),
        "People": object_of("Everybody.", people=list_of(record("A person.", people))),
        "EnteredPerson": record("A person.", people),
        "Units": object_of("The companies as a tree.", units=list_of(record("A company or a business unit.", unit))),
        "EnteredUnit": record("A company or a business unit.", unit),
        "IssuedLetters": object_of("Letters issued, the newest first.", issued=list_of(_issued())),
    }


def _field() -> Schema:
    return object_of(
        "A name.",
        name=said(TEXT, "With [] after a list: items[].number."),
        tag=said(TEXT, "What is typed in Word."),
        kind={"type": "string", "enum": [kind.value for kind in FieldKind]},
        meaning=TEXT,
        example=said(TEXT, "From the letter's example; of a list, how many members it has there."),
        group=said(TEXT, "What it is about."),
        within=said(TEXT, "The list that it is an entry of; else empty."),
    )


def _changes() -> Schema:
    from docgen.studio.comparing import Mark  # noqa: PLC0415 — reads Word as the press does: no start waits for it
    from docgen.studio.comparing import Sort as Changed  # noqa: PLC0415

    place: Schema = {
        "anyOf": [{"type": "object", "description": "A place in a Word file, counted from one."}, _NULL],
        "description": "null where it does not stand.",
    }
    sort: Schema = {"type": "string", "enum": [sort.value for sort in Changed]}
    steer: Schema = {
        "anyOf": [
            object_of("A tag that steers.", tag=TEXT, message=said(TEXT, "In words."), governs=TEXT, place=place),
            _NULL,
        ]
    }
    return object_of(
        "What one version changes of another.",
        same=said(_YES_NO, "Whether a lawyer would see no difference."),
        unchanged=said({"type": "integer"}, "How many clauses say and look the same."),
        clauses=list_of(
            object_of(
                "A paragraph, or a row of a table.",
                sort=sort,
                heading=said(TEXT, "The numbered heading above it, or its own first words."),
                old=place,
                new=place,
                runs=list_of(
                    object_of("Words.", text=TEXT, mark={"type": "string", "enum": [mark.value for mark in Mark]}),
                    "In reading order.",
                ),
                formats=list_of(TEXT, "What looks different."),
            )
        ),
        fields=object_of("Facts asked for.", added=list_of(TEXT), removed=list_of(TEXT)),
        conditions=list_of(object_of("A condition or a loop.", sort=sort, heading=TEXT, old=steer, new=steer)),
        layout=list_of(object_of("What is no clause.", what=TEXT, name=TEXT, before=TEXT, after=TEXT)),
    )


def _issued() -> Schema:
    return object_of(
        "A letter that went out.",
        id=said(SHA256, "Of its Word file."),
        number=said(TEXT, "The letter's; empty where it has none."),
        kind=TEXT,
        language=TEXT,
        unit=TEXT,
        debtor=TEXT,
        dated_on=DATE,
        issued_at=_MOMENT,
        templates=list_of(
            record("A version in it.", {**_ITEM, "number": _NUMBER, "digest": SHA256}),
            "The letter's version, its clauses', the letterhead's.",
        ),
        facts=said(SHA256, "Of the facts as JSON."),
        docx=SHA256,
        pdf=said(TEXT, "SHA-256 of the PDF; empty where it was never printed."),
        law_data=TEXT,
        docgen=TEXT,
        entry=said(TEXT, "api, page or command."),
    )
