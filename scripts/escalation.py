"""Writes the tables of docs/escalation.md: the rules of escalation in the order in which they are asked.

They come from the rules themselves, their sentences and the law data; the text around them is written by hand.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from docgen.escalation.decision import Force, Stage  # noqa: E402
from docgen.escalation.rules import ALL, REQUESTS, Rule  # noqa: E402
from docgen.escalation.rules.floors import REQUEST  # noqa: E402
from docgen.law import statutes  # noqa: E402
from docgen.law.statutes import LawData  # noqa: E402

PAGE = ROOT / "docs" / "escalation.md"
BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"

STAGES = {
    Stage.ENDS: ("1. Ends · 直接得出结论", "These decide alone; nothing after them is asked"),
    Stage.PROCEEDINGS: ("2. State of proceedings · 程序进行中", "What is under way is followed up, not begun again"),
    Stage.FILTER: ("3. Filters · 取走步骤", "These take steps away, or put another in their place"),
    Stage.FLOOR: ("4. Floors · 提升步骤", "These lift the step when a period runs out, the mildest first"),
    Stage.LADDER: ("5. Ladder · 选择步骤", "It chooses among what is left; days and sums are the company's"),
    Stage.SIDE: ("6. Side steps · 并行措施", "These stand beside the step; they neither wait for it nor replace it"),
}
FORCES = {Force.LAW: "law · 法律", Force.POLICY: "policy · 公司"}
# What a sentence names, as one case would fill it in.
EXAMPLE = defaultdict(
    lambda: "…",
    {
        "invoices": "FP-1",
        "amount": "100,000.00",
        "unallocated": "100,000.00",
        "currency": "CNY",
        "debtor": "北山印务有限公司",
        "guarantor": "东湖担保有限公司",
        "contract": "HT-1",
        "since": "2026-10-20",
        "due_on": "2026-06-30",
        "perform_by": "2026-10-30",
        "on": "2026-12-10",
        "until": "2026-12-15",
        "end": "2026-11-04",
        "left": "18",
        "tier": "B",
        "day": "45",
        "days": "10",
        "most": "3",
        "least": "10,000.00",
        "from": "09:00",
        "to": "20:00",
        "reason": "等总经理谈判",
    },
)
ELSEWHERE = {"P07": {"least": "200,000.00"}}  # rule → what another case fills in: here the sum is too small


def page() -> str:
    """The page as it should be: its own words, and the tables of today's rules."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def tables() -> str:
    sentences = {
        language: tomllib.loads((ROOT / "docgen/messages" / language / "escalation.toml").read_text("utf-8"))
        for language in ("en", "zh")
    }
    folder = ROOT / "docgen" / "law" / "statutes"
    law = statutes.parse({file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.toml"))})
    lines: list[str] = []
    for stage, (title, meaning) in STAGES.items():
        lines += [f"### {title}", "", f"{meaning}.", ""]
        lines += [
            "| Rule | Kind | It holds, and says · 理由 | What to do · 怎么办 | Rests on · 依据 | Reads |",
            "|---|---|---|---|---|---|",
        ]
        lines += [row(rule, effect, sentences, law) for rule in ALL if rule.stage is stage for effect in rule.effects]
        lines.append("")
    return "\n".join(lines)


def row(rule: Rule, effect: str, sentences: dict[str, dict[str, dict[str, str]]], law: LawData) -> str:  # type: ignore[type-arg]
    if rule.code == "E05" and effect == REQUEST:
        rule = REQUESTS  # its other half, with an article of its own
    code = rule.sentence(effect)
    case = defaultdict(EXAMPLE.default_factory, EXAMPLE | ELSEWHERE.get(rule.code, {}))
    said, done = (
        "<br>".join(filter(None, (sentences[language][code][part].format_map(case) for language in ("en", "zh"))))
        for part in ("say", "do")
    )
    cells = (
        f"**{rule.code}** `{effect}`",
        FORCES[rule.force],
        said,
        done,
        "; ".join(cited(rule.articles, law)) or "–",
        ", ".join(rule.reads),
    )
    return "| " + " | ".join(cell.replace("|", "&#124;") for cell in cells) + " |"


def cited(articles: tuple[str, ...], law: LawData) -> Iterator[str]:
    """The articles by act, as "民法典 Civil Code 195(1), 195(3)"."""
    by_act: dict[str, list[str]] = {}
    for article in articles:
        act, _, number = article.partition(":")
        by_act.setdefault(act, []).append(number)
    for act_id, numbers in by_act.items():
        act = law.act(act_id)
        yield f"{act.short_zh} {act.short_en} {', '.join(numbers)}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(PAGE.relative_to(ROOT))
