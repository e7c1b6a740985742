"""Two versions of a template, told in a terminal: words taken out as [-…-], words put in as {+…+}."""

from __future__ import annotations

from typing import Any

_SORTS = {
    "zh": {
        "added": "新增",
        "removed": "删去",
        "changed": "修改",
        "moved": "移动",
        "formatted": "仅外观",
    },
    "en": {
        "added": "added",
        "removed": "taken out",
        "changed": "changed",
        "moved": "moved",
        "formatted": "looks different",
    },
}
_SAME = {"zh": "文字与外观均无不同。", "en": "The two say and look the same."}
_WORDS = {
    "zh": {"field": "字段", "condition": "条件", "layout": "版式", "of": "，"},
    "en": {"field": "field", "condition": "condition", "layout": "layout", "of": ", "},
}
_MARKED = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def show_changes(changes: dict[str, Any], reader: str) -> None:
    """Print a comparison, as `comparison_document` has it."""
    words, sorts = _WORDS[reader], _SORTS[reader]
    if changes["same"]:
        print(_SAME[reader])
        return
    for clause in changes["clauses"]:
        besides = "".join(f"{words['of']}{one}" for one in clause["formats"])
        print(f"{sorts[clause['sort']]}{besides}: {clause['heading']}")
        print(f"    {''.join(_MARKED[run['mark']].format(run['text']) for run in clause['runs'])}")
    for sign, names in (("-", changes["fields"]["removed"]), ("+", changes["fields"]["added"])):
        for name in names:
            print(f"{words['field']}: {sign} {name}")
    for condition in changes["conditions"]:
        for sign, steer in (("-", condition["old"]), ("+", condition["new"])):
            if steer:
                print(f"{words['condition']}: {sign} {steer['tag']} ({steer['message']})")
    for one in changes["layout"]:
        print(
            f"{words['layout']}: {' '.join(filter(None, (one['what'], one['name'])))}: {one['before']} → {one['after']}"
        )
