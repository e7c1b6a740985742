"""Writes docs/codes.md: every finding code with its English sentence, by severity.

Sentences come from the messages, severities from the source: from the call that makes the finding. A code whose
severity the place decides, or that more than one severity is given to, is listed as such.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "codes.md"

# Not findings of their own: the titles of problems, the form's own words for a finding, what a sum is in an account.
NOT_LISTED = ("problem.", "form.", "explains.")

# Codes that are put together where they are made, from an invoice's standing or a gate and its question: by the
# beginning of the code. What no call gives a severity to in these rooms stops the reading of a file or request.
BY_BEGINNING = {"bar.": "BAR", "payment_order.": "BAR", "default.": "INFORMATION", "law.": "FAULT", "trap.": "WARNING"}
# What a decision is made of: reasons of its rules, refusals, questions, evidence, periods, warnings; and its policy.
BY_BEGINNING |= dict.fromkeys(("rule.b", "rule.c", "rule.e", "rule.g", "rule.p", "rule.s"), "INFORMATION")
BY_BEGINNING |= dict.fromkeys(("refused.", "ask.", "evidence.", "clock."), "INFORMATION")
BY_BEGINNING |= {"decision.": "WARNING", "policy.": "FAULT", "priority.": "INFORMATION"}
BY_BEGINNING |= {"studio.offer_": "INFORMATION"}  # where a newer shipped template and a company's own collide
READING_ROOMS = {"schemas", "templating", "wordfile"}

TITLES = {
    "FAULT": ("Faults", "The input must change; the answer is 400, 415 or 422, or the service does not start."),
    "BAR": ("Bars", "The law or the account forbids the letter now; 409, or a draft that names them."),
    "WARNING": ("Warnings", "A person must read them: 409 until `letter.acknowledge` names their codes."),
    "INFORMATION": ("Information", "Told with the letter; asks nothing."),
    "": (
        "Where it is found decides",
        "Each finding says its own `severity`; why a figure is missing bars the letters that need the figure.",
    ),
}


def page() -> str:
    """The page as Markdown."""
    sentences: dict[str, str] = {}
    rooms: dict[str, str] = {}
    for path in sorted((ROOT / "docgen/messages/en").glob("*.toml")):
        read = tomllib.loads(path.read_text("utf-8"))
        sentences |= {code: entry["say"] + entry.get("nearest", "") for code, entry in read.items()}
        rooms |= dict.fromkeys(read, path.stem)
    given = severities(rooms)
    lines = [
        "# Codes of findings",
        "",
        "Written by `python scripts/codes.py` from the messages and the source; a test keeps it up to date. Codes are",
        "stable across releases, sentences are not. Words in braces are the `facts` of the finding. The codes of whole",
        "problems are in [api.md](api.md).",
    ]
    for severity, (title, meaning) in TITLES.items():
        codes = [code for code in sorted(sentences) if of(code, given) == severity and not code.startswith(NOT_LISTED)]
        if codes:
            lines += ["", f"## {title}", "", meaning, "", "| Code | Says |", "|---|---|"]
            lines += [f"| `{code}` | {sentences[code].replace('|', '&#124;').replace('<', '&lt;')} |" for code in codes]
    return "\n".join(lines) + "\n"


def of(code: str, given: dict[str, set[str]]) -> str:
    """The one severity of a code, or ""."""
    return next(iter(given[code])) if len(given[code]) == 1 else ""


def severities(rooms: dict[str, str]) -> dict[str, set[str]]:
    """The severities that the source gives to each code. rooms: of each code, the file of its sentence."""
    found: dict[str, set[str]] = defaultdict(set)
    codes = set(rooms)
    trees = {
        path: ast.parse(path.read_text("utf-8"))
        for package in ("docgen", "schemas")
        for path in sorted((ROOT / package).rglob("*.py"))
    }
    own = {".".join(path.relative_to(ROOT).with_suffix("").parts): makers_in(tree) for path, tree in trees.items()}
    for path, tree in trees.items():
        makers = makers_in(tree) | imported(tree, own)
        of_law = path.is_relative_to(ROOT / "docgen/law")
        for code, severity in (pair for node in calls(tree) for pair in told(node, makers, codes, of_law)):
            found[code].add(severity)
    for code, room in rooms.items():
        begins = (severity for beginning, severity in BY_BEGINNING.items() if code.startswith(beginning))
        if not found[code] and (severity := next(begins, "FAULT" if room in READING_ROOMS else "")):
            found[code].add(severity)
    return found


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def makers_in(tree: ast.Module) -> dict[str, str]:
    """The functions of a module that give a code its severity."""
    return {node.name: severity for node in functions(tree) if (severity := named(node))}


def imported(tree: ast.Module, makers: dict[str, dict[str, str]]) -> dict[str, str]:
    """Those that it takes from another module. makers: by module."""
    return {
        alias.asname or alias.name: makers[node.module][alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in makers
        for alias in node.names
        if alias.name in makers[node.module]
    }


def named(function: ast.FunctionDef) -> str:
    """The severity that a function gives to the code that it is handed ("_bar"), else ""."""
    if not function.args.args or function.args.args[0].arg != "code":
        return ""
    stated = {severity for node in ast.walk(function) for severity in stated_by(node)}
    return stated.pop() if len(stated) == 1 else ""


def stated_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Severity":
        yield node.attr


def told(call: ast.Call, makers: dict[str, str], codes: set[str], of_law: bool) -> Iterator[tuple[str, str]]:
    """The codes that a call names itself, with the severity that it gives them.

    of_law: the room of the law, where a finding without a severity is why a figure is missing.
    """
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    own = {severity for argument in arguments for severity in stated_by(argument)}
    stated = len(call.args) > 1 or any(keyword.arg == "severity" for keyword in call.keywords)
    plain = "FAULT" if called in {"Fault", "fault"} or (called == "Finding" and not stated and not of_law) else ""
    severity = own.pop() if len(own) == 1 else makers.get(called, plain)
    first = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "code")]
    literals = {node.value for argument in first for node in ast.walk(argument) if isinstance(node, ast.Constant)}
    if severity:
        yield from ((code, severity) for code in codes & literals)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
