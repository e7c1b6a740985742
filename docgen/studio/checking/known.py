"""What a letter can print, as a tree: groups of facts, lists, and what their entries are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from docgen.studio.subject import Subject

# What not every account has, wherever it stands.
_OFTEN_EMPTY = frozenset(
    {
        *("contact", "phone", "email", "postcode", "representative_post", "signatory_post", "native_name", "personal"),
        *(
            "swift",
            "subject",
            "signed_at",
            "clause",
            "late_payment",
            "dispute_clause",
            "costs_clause",
            "service_clause",
        ),
    }
)
# Of an invoice's row, and of the rows of a computation, sums in figures alone.
_ROW = frozenset({"amount", "settled", "paid", "credited", "open", "demanded"})
_ROWS_MARK = "disputed_said"
_COLUMNS = frozenset({"settled.amount", "interest.segments.amount", "interest.segments.base"})
# What the catalogue prints with its currency though no other field has the same sum in figures alone.
_WITH_CURRENCY = frozenset({"costs.amount", "contracts.amount", "not_demanded.amount", "coming_sum"})


class Kind(StrEnum):
    TEXT = "str"
    YES_NO = "bool"
    LIST = "list"
    GROUP = "dict"
    ANY = "any"  # nobody can tell


#: What a value of each kind is called in a sentence.
NAMES: Mapping[Kind, tuple[str, str]] = {
    Kind.TEXT: ("文字", "words"),
    Kind.YES_NO: ("是否", "yes or no"),
    Kind.LIST: ("列表", "a list"),
    Kind.GROUP: ("一组数据", "a group of facts"),
    Kind.ANY: ("其他", "something else"),
}


@dataclass
class Known:
    """A fact, or a group or list of them.

    name: dotted, an entry of a list by the list's own name. children: of a group. member: what a list holds.
    may_be_empty: an account may lack it. figures: it prints a sum in figures alone. money: it prints a sum with its
    currency. in_full: the field that prints the same sum in figures and words.
    """

    name: str
    kind: Kind = Kind.GROUP
    children: dict[str, Known] = field(default_factory=dict)
    member: Known | None = None
    may_be_empty: bool = False
    figures: bool = False
    money: bool = False
    in_full: str = ""


def known(subject: Subject, clauses: Collection[str]) -> Known:
    """All facts of a letter, and under `clause` the clauses that it may include."""
    root = Known("")
    for name, (zh, en) in subject.fields.items():
        at = root
        steps = name.split(".")
        for number, step in enumerate(steps, start=1):
            called = step.removesuffix("[]")
            child = at.children.setdefault(called, Known(".".join(filter(None, (at.name, called)))))
            if step.endswith("[]"):
                child.kind = Kind.LIST
                child.member = child.member or Known(child.name)
                at = child.member
            else:
                at = child
            if number == len(steps) and not step.endswith("[]"):
                child.kind = _kind(zh, en)
                child.may_be_empty = child.kind is Kind.TEXT and ("为空" in zh or "empty" in en)
    if clauses:
        group = root.children.setdefault("clause", Known("clause"))
        group.children |= {name: Known(f"clause.{name}", Kind.TEXT) for name in clauses}
    _finish(root, subject.fields)
    return root


def names(root: Known) -> list[str]:
    """Every name there is, dotted."""
    found = [root.name] if root.name else []
    for child in (*root.children.values(), *(root.member.children.values() if root.member else ())):
        found += names(child)
    return found


def _kind(zh: str, en: str) -> Kind:
    if en.startswith("whether") and "空" not in zh:
        return Kind.YES_NO
    return Kind.TEXT


def _finish(at: Known, fields: Mapping[str, tuple[str, str]]) -> None:
    """Leaves of what is in a list are words; sums are told by their names, their texts and their neighbours."""
    if at.member is not None:
        if not at.member.children:
            at.member.kind = Kind.TEXT
        _finish(at.member, fields)
    is_row = _ROWS_MARK in at.children
    for called, child in at.children.items():
        zh, en = fields.get(child.name, ("", ""))
        child.figures = called.endswith("_column") or "仅数字" in zh or "figures alone" in en
        child.figures |= (is_row and called in _ROW) or child.name in _COLUMNS
        child.figures &= child.name not in _WITH_CURRENCY
        child.may_be_empty |= child.kind is Kind.TEXT and "." in child.name and called in _OFTEN_EMPTY
        full = at.children.get(f"{called}_full")
        child.in_full = full.name if full else ""
        with_currency = bool(full) or f"{called}_column" in at.children or called.endswith("_full")
        child.money = not child.figures and (with_currency or child.name in _WITH_CURRENCY)
        _finish(child, fields)
