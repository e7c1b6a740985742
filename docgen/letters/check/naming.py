"""Acts as letters name them: 《中华人民共和国民法典》, 民诉法, "the Civil Code", 法释〔2001〕2号."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from docgen.law.statutes import Act, LawData

_CHINESE = re.compile("[\u4e00-\u9fff]")
_NUMBER = re.compile(r"法释[〔\[（(]?(\d{4})[〕\]）)]?第?(\d+)号")
_MARKS = re.compile("[《》〈〉\\s]")
_STATE = "中华人民共和国"
_COURT = re.compile("^(?:最高人民法院|最高院)?(?:关于)?")
_EDITION = re.compile(r"[（(][^（）()]*?(?:修[正订]|公布|年)[^（）()]*[）)]$")
_YEAR = re.compile(r"(19|20)\d\d")
# A title in book marks, in which another may stand; what follows it in brackets may say which text of it is meant.
_TITLED = re.compile(r"《(?:[^《》]{1,60}(?:《[^《》]{1,40}》[^《》]{0,40})?)》")
_BEHIND = re.compile(r"\s*[（(][^（）()]{1,40}[）)]")
# What an act's short name may be the beginning or the end of, without being named.
_NOT_BEHIND = "(?![律定人院庭务规制型])"
_NOT_BEFORE = "(?<![动解议])"
_LOOKS_LIKE_AN_ACT = re.compile("(?:法|法典|条例|公约)$|^(?:中华人民共和国|最高人民法院|国务院)")
_OF_A_COMPANY = re.compile("公司|集团|合同|协议|委托|授权|做法|用法|办法")
_ABROAD = re.compile(
    r"\b(?:German|French|Swiss|Austrian|Italian|Spanish|Dutch|Belgian|Japanese|Korean|Swedish|Polish|Russian|Indian|"
    r"Brazilian|Vietnamese|Thai|Californian?|English|Louisiana|Quebec|Hong Kong|Taiwan(?:ese)?)\s+"
)
_BY_ABROAD = re.compile(f"{_ABROAD.pattern}$")
_OF_CHINA = r"(?:\s+of\s+(?:the\s+)?(?:PRC|P\.R\.C\.|P\.?\s?R\.?\s+China|China|People[’']s\s+Republic\s+of\s+China))?"
_EDITION_EN = r"(?:\s*\((?:[^()]{0,30}(?:19|20)\d\d[^()]{0,30})\))?"
_UNKNOWN_EN = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|of|on|for|and|the|to)\s+){1,10}?(?:Law|Code|Act|Regulations?|Interpretations?)\b"
)
_SAME_EN = re.compile(r"\b(?:the same|that|the said) (?:Law|Code|Regulation|Interpretation|Act)\b")
_SAME_ZH = re.compile("(?:该|(?<!合)同|本|上述)(?:法(?:典|律|规)?|条例|解释|规定|办法)(?=第)")


@dataclass(frozen=True, slots=True)
class Mention:
    """An act named in a paragraph. act: None where the law data does not hold it. named: its title, as written."""

    start: int
    end: int
    act: Act | None
    named: str
    chinese: bool
    again: bool = False  # "the same Code": named before


@dataclass(frozen=True)
class Names:
    """Every name of every act of the law data. A name that several texts of an act bear means the one in force."""

    law: LawData
    _by_name: dict[str, list[Act]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        numbers = [act.number for act in self.law.acts.values()]
        for act in self.law.acts.values():
            naming = self.law.naming.get(act.id)
            given = [act.title_zh, act.short_zh, act.title_en, act.short_en]
            given += [*naming.names_zh, *naming.names_en] if naming else []
            given += [act.number] if act.number.startswith("法释") and numbers.count(act.number) == 1 else []
            for name in given:
                versions = self._by_name.setdefault(_plain(name), [])
                if act not in versions:
                    versions.append(act)

    @cached_property
    def _chinese(self) -> re.Pattern[str]:
        names = sorted(filter(_CHINESE.search, self._by_name), key=len, reverse=True)
        spelt = (re.escape(name).replace("〔", r"[〔\[（(]").replace("〕", r"[〕\]）)]第?") for name in names)
        return re.compile(f"{_NOT_BEFORE}(?:{'|'.join(spelt)}){_NOT_BEHIND}")

    @cached_property
    def _english(self) -> re.Pattern[str]:
        names = sorted((name for name in self._by_name if not _CHINESE.search(name)), key=len, reverse=True)
        spelt = (re.escape(name).replace(r"\ ", r"\s+").replace("'", "[’']") for name in names)
        return re.compile(rf"\b(?:{'|'.join(spelt)})(?![\w’'])(?!\s+of\s+(?!the\s+P|P|China)){_OF_CHINA}{_EDITION_EN}")

    @cached_property
    def _last_words(self) -> frozenset[str]:
        """With which English names end: a text that has none of these words names no act."""
        names = (name for name in self._by_name if not _CHINESE.search(name))
        return frozenset(re.findall(r"[A-Za-z]{3,}", name)[-1] for name in names)

    def mentions(self, text: str, on: dt.date) -> Iterator[Mention]:
        """Each act that a paragraph names, in order. on: the day for which a text is chosen among several."""

        def bare() -> Iterator[Mention]:
            yield from self._bare_chinese(text, on)
            yield from self._bare_english(text, on)
            yield from _same(text)

        found = [*self._titled(text, on)]
        titled = [(mention.start, mention.end) for mention in found]
        behind = 0
        for mention in sorted(bare(), key=lambda each: (each.start, -each.end)):
            at = bisect_right(titled, (mention.start, len(text))) - 1
            within = (at >= 0 and mention.start < titled[at][1]) or (
                at + 1 < len(titled) and titled[at + 1][0] < mention.end
            )
            if not within and mention.start >= behind:
                found.append(mention)
                behind = mention.end
        last: Mention | None = None
        for mention in sorted(found, key=lambda each: each.start):
            if not mention.again:
                last = mention
                yield mention
            elif last is not None:
                yield replace(mention, act=last.act, named=last.named)

    def _titled(self, text: str, on: dt.date) -> Iterator[Mention]:
        for match in _TITLED.finditer(text):
            title = match[0][1:-1]
            edition, end = _edition(text, match.end())
            act = self.named(title + edition, on) or self.named(title, on)
            if act or (_LOOKS_LIKE_AN_ACT.search(_plain(title)) and not _OF_A_COMPANY.search(title)):
                yield Mention(match.start(), end, act, text[match.start() : end], chinese=True)

    def _bare_chinese(self, text: str, on: dt.date) -> Iterator[Mention]:
        for match in self._chinese.finditer(text):
            edition, end = _edition(text, match.end())
            act = self.named(match[0] + edition, on) or self.named(match[0], on)
            yield Mention(match.start(), end, act, text[match.start() : end], chinese=True)

    def _bare_english(self, text: str, on: dt.date) -> Iterator[Mention]:
        if not any(word in text for word in self._last_words):
            return
        for match in self._english.finditer(text):
            if not _BY_ABROAD.search(text[max(match.start() - 16, 0) : match.start()]):
                yield Mention(match.start(), match.end(), self.named(match[0], on), match[0], chinese=False)

    def named(self, words: str, on: dt.date) -> Act | None:
        """The act of this name: the text that its edition names, else the one in force on that day."""
        plain = _plain(words)
        exact = self._by_name.get(plain)
        base = _plain(re.sub(r"[（(].*$", "", words))
        versions = self._by_name.get(base) or exact or []
        edition = words[len(re.sub(r"[（(].*$", "", words)) :]
        if edition and (number := _NUMBER.search(edition)):
            meant = [act for act in versions if f"〔{number[1]}〕{number[2]}号" in act.number]
            if meant:
                return _newest(meant)
        if edition and (year := _YEAR.search(edition)):
            meant = [act for act in versions if year[0] in act.title_zh] or [
                act for act in versions if year[0] in act.source or year[0] in act.title_en
            ]
            if meant:
                return _newest(meant)
        return _in_force(exact or versions, on)


_KNOWN: dict[str, Names] = {}


def names_of(law: LawData) -> Names:
    """The names of this law data, made once."""
    known = _KNOWN.get(law.version)
    if known is None:
        known = Names(law)
        _KNOWN.clear()
        _KNOWN[law.version] = known
    return known


def last_article(act: Act, law: LawData) -> int | None:
    naming = law.naming.get(act.id)
    return naming.last_article if naming else None


def earlier_versions(act: Act, law: LawData) -> Iterator[Act]:
    """Older texts of the same act, the newest first."""
    ids = [naming.act for naming in law.naming.values() if naming.succeeded_by == act.id]
    own = set(law.naming[act.id].names_zh) if act.id in law.naming else set()
    older = [law.acts[each] for each in ids if own & set(law.naming[each].names_zh)]
    yield from sorted(older, key=lambda each: each.in_force_from, reverse=True)


def unknown_english(text: str) -> re.Match[str] | None:
    """A law that is named at the beginning of these words in capitals, though the law data does not hold it; not one
    of another country.
    """
    return None if _ABROAD.match(text) else _UNKNOWN_EN.match(text)


def _edition(text: str, at: int) -> tuple[str, int]:
    """What brackets behind an act's name say of the text that is meant, and where they end: also those that only say
    how it is called from now on.
    """
    edition = ""
    while behind := _BEHIND.match(text, at):
        if _YEAR.search(behind[0]) or "法释" in behind[0]:
            edition = behind[0].strip()
        elif "简称" not in behind[0] and "hereinafter" not in behind[0]:
            break
        at = behind.end()
    return edition, at


def _same(text: str) -> Iterator[Mention]:
    for pattern, chinese in ((_SAME_ZH, True), (_SAME_EN, False)):
        for match in pattern.finditer(text):
            yield Mention(match.start(), match.end(), None, match[0], chinese, again=True)


def _in_force(versions: list[Act], on: dt.date) -> Act | None:
    if not versions:
        return None
    begun = [act for act in versions if act.in_force_from <= on]
    return _newest(begun) if begun else min(versions, key=lambda act: act.in_force_from)


def _newest(versions: list[Act]) -> Act:
    return max(versions, key=lambda act: act.in_force_from)


def _plain(name: str) -> str:
    """A name as it is looked up: without marks, state, court and edition."""
    if not _CHINESE.search(name):
        words = " ".join(name.replace("’", "'").split())
        words = re.sub(r"^(?:the |The )?(?:PRC |Chinese )?", "", words)
        words = re.sub(
            r" of (?:the )?(?:PRC|P\.R\.C\.|P\.? ?R\.? China|China|People's Republic of China)(?=$| \()", "", words
        )
        return re.sub(r" \([^()]*(?:19|20)\d\d[^()]*\)$", "", words)
    words = _MARKS.sub("", name.replace("(", "（").replace(")", "）"))
    words = _NUMBER.sub(r"法释〔\1〕\2号", words)
    words = _EDITION.sub("", words)
    return _COURT.sub("", words).replace(_STATE, "")
