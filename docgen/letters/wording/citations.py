"""Articles as a letter cites them.

A reference is "act:article(paragraph)(item)", as the law data keys it. Most articles are counted by paragraph (款)
first; those below have one paragraph, or are cited by their items (项) alone: their number in brackets is an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.law.statutes import LawData
from docgen.letters.request import Language
from docgen.letters.wording.counting import counted, listed

_COUNTED_BY_ITEM = frozenset(
    {
        "civil_code:195",  # 有下列情形之一的，诉讼时效中断
        "civil_code:511",
        "civil_code:557",
        "civil_code:561",
        "cpl:122",  # 起诉必须符合下列条件
        "cpl:127",
        "cpl:166",
        "cpl_interpretation:430",
        "cpl_interpretation:435",
        "fee_measures:13",
        "fee_measures:14",
        "limitation_rules:11",
    }
)
# Which text of an act is meant, where another one numbers its articles otherwise: （2025年修订）.
_VERSION = re.compile(r"（(?:19|20)\d\d年[^（）]*）$")
_REFERENCE = re.compile(r"(?P<act>[a-z_0-9]+):(?P<article>\d+)(?:-(?P<inserted>\d+))?(?P<parts>(?:\(\d+\))*)")


def cite(reference: str, law: LawData, language: Language) -> str:
    """《中华人民共和国民法典》第五百七十九条; Article 579 of the Civil Code of the People's Republic of China."""
    return cite_all([reference], law, language)


def cite_all(references: Iterable[str], law: LawData, language: Language, *, briefly: bool = False) -> str:
    """Several articles, those of one act together, each once, in the order given.

    briefly: by the act's usual name, 《民法典》, where a text has named it in full before.
    Raises RuleMissing when the law data does not hold the act, ValueError when a reference is not one.
    """
    by_act: dict[str, list[str]] = {}
    for reference in dict.fromkeys(references):
        act, number = _numbered(reference, language)
        by_act.setdefault(act, []).append(number)
    if language is Language.ZH:
        return "、".join(
            f"{title(act, law, language, briefly=briefly)}{'、'.join(numbers)}" for act, numbers in by_act.items()
        )
    return listed(
        [
            f"Article{'s' if len(numbers) > 1 else ''} {listed(numbers, language)} of "
            f"{title(act, law, language, briefly=briefly)}"
            for act, numbers in by_act.items()
        ],
        language,
    )


def title(act: str, law: LawData, language: Language, *, briefly: bool = False) -> str:
    """An act's title, full or usual: in Chinese in book-title marks, the inner ones single and its version
    behind them (《…条例》（2025年修订）); in English with 'the'."""
    found = law.act(act)
    if language is Language.ZH:
        words = found.short_zh if briefly else found.title_zh
        version = _VERSION.search(words)
        named = words.removesuffix(version[0]) if version else words
        return f"《{named.replace('《', '〈').replace('》', '〉')}》{version[0] if version else ''}"
    words = found.short_en if briefly else found.title_en
    return f"the {words.removeprefix('the ').removeprefix('The ')}"


def _numbered(reference: str, language: Language) -> tuple[str, str]:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} is not a reference to an article")
    act, article, inserted = match["act"], match["article"], match["inserted"]
    parts = re.findall(r"\d+", match["parts"])
    if language is Language.EN:
        return act, article + (f"-{inserted}" if inserted else "") + match["parts"]
    words = f"第{counted(int(article))}条" + (f"之{counted(int(inserted))}" if inserted else "")
    by_item = f"{act}:{article}" in _COUNTED_BY_ITEM and len(parts) == 1
    for name, part in zip(("项",) if by_item else ("款", "项"), parts, strict=False):
        words += f"第{counted(int(part))}{name}"
    return act, words
