"""Writes docs/check.md: all that a letter's text is checked for, from the rules, the sentences and the law data."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from docgen.errors import Severity  # noqa: E402
from docgen.law import statutes  # noqa: E402
from docgen.law.statutes import LawData  # noqa: E402
from docgen.letters.check.instead import instead  # noqa: E402
from docgen.letters.check.traps import TRAPS  # noqa: E402
from docgen.letters.request import Language  # noqa: E402
from docgen.letters.tone_rules import RULES  # noqa: E402
from docgen.letters.wording.citations import cite_all  # noqa: E402
from docgen.messages import Messages  # noqa: E402

_FACT = re.compile(r"\{\w+\}")
DOCGEN, PAGE = ROOT / "docgen", ROOT / "docs" / "check.md"

HEAD = """\
# The letter check 函件审查

Written by `python scripts/checks.py` from the rules, the sentences and the law data; a test keeps it up to date.

Before any letter leaves, its final text is read: every letter that docgen makes, whatever its template and its sender's
own words, and any other text at `/check`, with `docgen check FILE`, or as `POST /api/v1/checks`. It is read sentence by
sentence, by rules; nothing is sent anywhere, and nothing is kept.

- **block 不得发出**: the law forbids the sentence. A letter made here is barred.
- **warn 需要决定**: it may harm its sender, or is wrong. A letter made here waits until somebody has read the warning
  (`letter.acknowledge`).
- **ok**: nothing was found but, at most, information.

Each finding has its paragraph and characters, the sentence, the reason, the articles, and words that would be lawful.

What is no finding: a right that is reserved or not waived (不构成…的放弃), what is denied (不会、未予同意), and what is
quoted from a contract, a law or the other side (合同约定：“…”, 贵司来函称“…”); our own insults in quotation marks are.
Names of parties, goods and clauses of the account are taken out before the words are looked at (报警器).

What it cannot do: it knows words, not intentions. It reads the citations of the acts below and no others; it says what
an article is about where the law data holds it, and tells where it does not. A text without findings is not approved by
anybody.
"""

FACTS = {
    "## Sums 金额": "sum.",
    "## Days 日期": "day.",
    "## Names and numbers 名称与编号": "name.",
}
FACTS_SAID = """\
Figures and words are compared in every text, tables are added up, days are looked up in the calendar. With an account,
every sum, day, party, invoice, contract, credit code and account to pay to is looked for in it: amounts and days of the
account itself, what the law makes of them (principal, interest, both together, what is open of each invoice, groups of
invoices), and what stands in its texts. What nothing explains is a warning that names what is nearest.
"""


def page() -> str:
    """The page as Markdown."""
    law = statutes.parse({path.name: path.read_text("utf-8") for path in (DOCGEN / "law/statutes").glob("*.toml")})
    messages = Messages.parse(
        {
            language.value: [
                path.read_text("utf-8") for path in sorted((DOCGEN / "messages" / language).glob("*.toml"))
            ]
            for language in Language
        }
    )
    lines = [HEAD, "## What must not be said 不得写入的内容", "", *words(law, messages, Severity.BAR)]
    lines += ["", "## What may harm the sender 可能损害发函人的内容", "", *words(law, messages, Severity.WARNING)]
    lines += ["", "## Citations 引用的法律", "", *codes(messages, "citation."), "", *acts(law)]
    lines += ["", *numbers(law), "", *topics(law), ""]
    lines += ["## Facts 事实", "", FACTS_SAID]
    for title, beginning in FACTS.items():
        lines += [title.replace("## ", "### "), "", *codes(messages, beginning), ""]
    return "\n".join(lines).rstrip() + "\n"


def words(law: LawData, messages: Messages, severity: Severity) -> Iterator[str]:
    """What sentences are looked for, with the law and the words to use instead."""
    articles: dict[str, list[str]] = defaultdict(list)
    for rule in RULES:
        if rule.severity is severity:
            articles[rule.code] += rule.articles
    for trap in TRAPS if severity is Severity.WARNING else ():
        articles[trap.code] += trap.articles
    if severity is Severity.BAR:
        articles["signer.not_a_law_firm"] += ["lawyers_law:16", "lawyers_law:28"]
    yield "| 编码 Code | 理由 Reason | 依据 Law | 建议用语 Instead |"
    yield "|---|---|---|---|"
    for code, refs in articles.items():
        said = (messages.by_language[language.value][code].say.replace("“{words}”", "…") for language in Language)
        law_zh = cite_all(dict.fromkeys(refs), law, Language.ZH, briefly=True)
        other = "<br>".join(filter(None, (instead(code, language) for language in Language)))
        yield cells(f"`{code}`", "<br>".join(said), law_zh, other)


def codes(messages: Messages, beginning: str) -> Iterator[str]:
    """The findings whose codes begin so."""
    yield "| 编码 Code | 说明 | What it says |"
    yield "|---|---|---|"
    for code in sorted(each for each in messages.by_language["en"] if each.startswith(beginning)):
        zh, en = (messages.by_language[language.value][code] for language in Language)
        yield cells(f"`{code}`", *(_FACT.sub("…", words) for words in (f"{zh.say}{zh.do}", f"{en.say} {en.do}")))


def acts(law: LawData) -> Iterator[str]:
    """The acts that are known, by what letters call them."""
    yield "### Acts that are known 收录的法律"
    yield ""
    yield "Where several texts bear one name, the letter's day says which is meant. 同名文本按函件日期确定。"
    yield ""
    yield "| 法律 Act | 施行期间 In force | 末条 Last article | 现行 Now | 来源 Source |"
    yield "|---|---|---|---|---|"
    for naming in sorted(law.naming.values(), key=lambda each: (each.succeeded_by is not None, each.act)):
        act = law.acts[naming.act]
        names = "、".join(dict.fromkeys((act.short_zh, *naming.names_zh, *naming.names_en)))
        period = f"{act.in_force_from}–{act.in_force_until or ''}"
        now = law.acts[naming.succeeded_by].short_zh if naming.succeeded_by else ""
        yield cells(names, period, str(naming.last_article or "–"), now, f"{act.source} ({act.sure})")


def numbers(law: LawData) -> Iterator[str]:
    """Old numbers with today's."""
    yield "### Old numbers 旧条文序号"
    yield ""
    yield "| 旧 Old | 现 Now |"
    yield "|---|---|"
    rows = [(*one.old.split(":"), *one.new.split(":")) for one in law.renumbered.values() if one.old != one.new]
    changed = [row for row in rows if not (row[1] == row[3] and row[0].rsplit("_", 1)[0] == row[2])]
    order = sorted(changed, key=lambda row: (row[0], row[2], int(row[1]), row[3]))
    for (old, new), group in groupby(order, key=lambda row: (row[0], row[2])):
        pairs = "、".join(f"{row[1]}→{row[3]}" for row in group)
        yield cells(f"{law.acts[old].short_zh} → {law.acts[new].short_zh}", pairs)


def topics(law: LawData) -> Iterator[str]:
    """What articles are about."""
    yield "### Subjects 条文主题"
    yield ""
    yield "An article under one of these, beside the words of another and none of its own, is remarked upon. The words"
    yield "in brackets speak of it and of much else: beside them the article fits, and no other is found wanting."
    yield ""
    yield "| 主题 Subject | 文中用语 Words | 条文 Articles |"
    yield "|---|---|---|"
    for topic in law.topics:
        said = "、".join(topic.words_zh) + "; " + ", ".join(topic.words_en)
        if topic.also_zh or topic.also_en:
            said += f" ({'、'.join(topic.also_zh)}; {', '.join(topic.also_en)})"
        yield cells(f"{topic.name_zh} {topic.name_en}", said, articles_of(topic.articles, law))


def articles_of(refs: Iterable[str], law: LawData) -> str:
    """民法典 188–199、594; 诉讼时效规定 1–21"""
    by_act: dict[str, list[int]] = defaultdict(list)
    for ref in refs:
        act, _, number = ref.partition(":")
        by_act[act].append(int(number))
    return "；".join(f"{law.acts[act].short_zh} {stretches(found)}" for act, found in by_act.items())


def stretches(found: list[int]) -> str:
    """1–3、7"""
    parts: list[list[int]] = []
    for number in sorted(set(found)):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return "、".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)


def cells(*texts: str) -> str:
    return "| " + " | ".join(text.replace("|", "&#124;").replace("\n", " ") for text in texts) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
